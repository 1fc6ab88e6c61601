"""Footnotes: lines at the foot of a page that begin with the number raised behind a word of the page.

They stand between the parts of a table that goes on over the page, and belong to neither.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from planparse.readers.pdf.words.lines import Line

_NUMBER = re.compile(r"\d+$")
_STEP = 2.2
"""Heights of a letter from one line to the next; running feet stand further below."""


def footnotes(lines: Sequence[Line], marks: Sequence[str]) -> tuple[int, int]:
    """From which of the last lines of a page to which one its footnotes reach; ``marks`` are the words with a raised
    number.

    The first begins with the first of these numbers, and the others with further ones or right below.
    """
    numbers = [found[0] for mark in marks if (found := _NUMBER.search(mark))]
    start = next(
        (n for n, line in enumerate(lines) if numbers and line.words[0].text.rstrip(".):") == numbers[0]), len(lines)
    )
    end = start
    while end < len(lines):
        line = lines[end]
        step = line.base - lines[end - 1].base if end > start else 0.0
        if step > _STEP * max(line.size, lines[start].size):
            break
        end += 1
    words = sum(len(line.words) for line in lines[start:end])
    return (start, end) if words > 1 else (len(lines), len(lines))
