"""Footnotes: lines at the foot of a page that begin with the number or letter raised behind a word of the page.

They stand between the parts of a table that goes on over the page, and belong to neither.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from planparse.readers.pdf.words.lines import Line

_MARK = re.compile(r"\d+$|[a-z]$")
_GLUED = re.compile(r"\d[A-Z][a-z]{2}\S* \S")
_SMALL = 0.95
"""Share of the size of the page's text that such a footnote has at most."""
_STEP = 2.2
"""Heights of a letter from one line to the next; running feet stand further below."""
_TOUCHES = 0.12
"""Heights of a letter between two words that touch."""


def footnotes(lines: Sequence[Line], marks: Sequence[str], size: float = 0.0) -> tuple[int, int]:
    """From which of the last lines of a page to which one its footnotes reach; ``marks`` are the words with a raised
    number or letter, ``size`` is that of the page's text, 0 where it is not known.

    The first begins with the first of these, and the others with further ones or right below. Where none is known, as
    the font may have raised figures of its own, it is set smaller and its number touches its text.
    """
    found = next((found[0] for word in marks if (found := _MARK.search(word))), "")
    begun = [n for n, line in enumerate(lines) if found and len(line.words) > 1 and _begins(line, found)]
    if not marks:
        begun = [n for n, x in enumerate(lines) if x.size < _SMALL * size and _GLUED.match(x.text)][:1]
    start = begun[-1] if begun else len(lines)  # a list above may have the same number
    end = start
    while end < len(lines):
        line = lines[end]
        step = line.base - lines[end - 1].base if end > start else 0.0
        if step > _STEP * max(line.size, lines[start].size):
            break
        end += 1
    words = sum(len(line.words) for line in lines[start:end])
    return (start, end) if words > 1 else (len(lines), len(lines))


def is_footnote(line: Line) -> bool:
    """Whether a line begins with a number that touches its text, as the raised one of a footnote does."""
    first, second = (*line.words[:2], *line.words[:1])[:2]
    touches = abs(second.x0 - first.x1) < _TOUCHES * line.size
    return first.text.isdigit() and second.text[0].isalpha() and touches


def _begins(line: Line, mark: str) -> bool:
    """Whether a line begins with a mark; a letter may touch the text, which has a capital: "a" is a word."""
    first, *rest = line.words
    if mark.isalpha() and first.text[1:2].isupper():
        return first.text[0] == mark
    return first.text.rstrip(".):") == mark and (mark.isdigit() or not rest or rest[0].text[0].isupper())
