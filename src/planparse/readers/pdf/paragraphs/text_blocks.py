"""Lines outside of tables to blocks: parted by a wide gap, another size or a sentence set apart."""

from __future__ import annotations

import math
import re
from collections import Counter
from itertools import pairwise

from planparse.readers.pdf.paragraphs.common_words import SMALL
from planparse.readers.pdf.paragraphs.list_labels import BRACKETED, list_label
from planparse.readers.pdf.words.lines import Line
from planparse.text import is_unfinished

_SHORT = 3
"""Words of a heading that does not go on in the next line."""
_APART = 1.5
"""Heights of a letter; the lines of one text stand closer, where they are not set wide."""
_WIDER, _SEEN = 0.4, 3
"""Heights of a letter by which two headings are further apart than two lines of running text, and such lines that show
how far those are."""
_CLEAR = 0.25
"""The same where the upper one had room for the whole of the lower one: who breaks a text into lines leaves none."""
_ITEMS = 2
"""Items of a list, at least."""
_OUTDENT = 0.7
"""Heights of a letter that a line stands left of the label of a list item which it does not go on with."""
_BELOW = 0.2
"""Heights of a letter by which a line that is none of the item above stands further below it than lines of one text."""
_SECTION = re.compile(r"\d{1,2}(?:\.\d{1,2})*")
"""The number of a heading."""
LETTER = 0.7
"""Heights of a letter that the next one may need."""


def text_blocks(lines: list[Line], right: float, usual: float = math.inf) -> list[list[Line]]:
    """Lines outside tables, parted where a wide gap, another size or a sentence set apart begins something new.
    ``right`` is the end of the widest line beside which they stand, ``usual`` the distance of two lines of running
    text, in heights of a letter."""
    out: list[list[Line]] = []
    for line in lines:
        above = out[-1][-1] if out else None
        near = above is not None and line.base - above.base <= 2.1 * max(line.size, above.size)
        same = near and above is not None and not resized(above, line)
        same = same and above is not None and (line.bold == above.bold or _is_rest(above, line, right))
        other = above is not None and _is_other_heading(above, line, right, usual)
        if (
            same
            and above is not None
            and not (other or _is_apart(above, line, right) or _ends(out[-1], line, right, usual))
        ):
            out[-1].append(line)
        else:
            out.append([line])
    return [part for block in out for part in ([[x] for x in block] if _are_apart(block, usual) else [block])]


class Steps:
    """How far the lines of the running text stand from each other, as seen so far."""

    def __init__(self) -> None:
        self._seen: Counter[float] = Counter()
        self._sure: Counter[float] = Counter()
        """Of those that go on in small letters: a text of short paragraphs has few lines that are of one."""

    def see(self, lines: list[Line]) -> None:
        for above, line in pairwise(lines):
            if line.style is above.style and not line.style.bold and abs(line.x0 - above.x0) < 1 and line.size:
                step = round((line.base - above.base) / line.size, 1)
                self._seen[step] += 1
                if line.words[0].text[0].islower():
                    self._sure[step] += 1

    @property
    def usual(self) -> float:
        """The distance that most have, in heights of a letter; infinite where few were seen."""
        for seen in (self._sure, self._seen):
            step, count = next(iter(seen.most_common(1)), (math.inf, 0))
            if count >= _SEEN:
                return step
        return math.inf


def _is_other_heading(above: Line, line: Line, right: float, usual: float) -> bool:
    """Whether a bold line begins a heading of its own: with a capital, further from the one above than lines of running
    text are, though that had room for its first word; or it is short, and the one above does not plainly go on. Where
    that had room for all of it, less white shows that, and no more than a word that ends no text speaks against it."""
    first, last = line.words[0], above.words[-1].text
    further = line.base - above.base - usual * line.size
    if not line.bold or not first.text[0].isupper() or further <= _CLEAR * line.size:
        return False
    room = right - above.x1 - LETTER * line.size
    if list_label(above)[0] is not None:
        return False
    if room > line.x1 - line.x0:
        return not is_unfinished(above.text.rstrip())
    if further <= _WIDER * line.size or last.casefold() in SMALL or last[-1] in ",;-–&":
        return False
    return room > first.x1 - first.x0 or len(line.words) <= _SHORT


def _ends(block: list[Line], line: Line, right: float, usual: float) -> bool:
    """Whether what a line begins with shows that it is none of the text above it."""
    return _is_next_section(block, line) or _ends_list(block, line, right, usual)


def _is_next_section(block: list[Line], line: Line) -> bool:
    """Whether a bold line has the number of a heading that is the first one below that of the heading above it: "3.1.1
    Milestones" right under "3.1 Clean streets"."""
    if not line.bold or len(line.words) == 1 or not line.words[0].text[0].isdigit():
        return False
    above, own = block[0].words[0].text.rstrip("."), line.words[0].text.rstrip(".")
    return own == f"{above}.1" and _SECTION.fullmatch(above) is not None and line.words[1].text[0].isupper()


def _ends_list(block: list[Line], line: Line, right: float, usual: float) -> bool:
    """Whether a line with no label begins something new below a list, with a capital.

    It stands further left than the labels of several items, or no further right than those of several of one line each,
    of which the last had room for its first word. Below one item, which may be all that a page's end left over, it
    stands further left, and had room: a little left will do where it stands further down than lines of one text do.
    """
    first, above = line.words[0], block[-1]
    if not first.text[0].isupper() or _has_label(line):
        return False
    items = [x for x in block if _has_label(x)]
    left = line.x0 < min(x.x0 for x in block) - _OUTDENT * line.size
    if left and len(items) >= _ITEMS:
        return True
    if right - above.x1 <= 2 * (first.x1 - first.x0) + line.size or len(items) < len(block):
        return False
    if len(block) < _ITEMS and line.base - above.base > (usual + _BELOW) * line.size:
        return line.x0 < above.x0 - 1
    return left or (len(block) >= _ITEMS and line.x0 < min(x.x0 for x in block) + 1)


def _has_label(line: Line) -> bool:
    first = line.words[0].text
    return (first[-1] == ")" and BRACKETED.match(first) is not None) or list_label(line)[0] is not None


def _is_apart(above: Line, line: Line, right: float) -> bool:
    """Whether a sentence begins on a line of its own, further from the line above than those of one text are, though
    that had room for its first word."""
    if line.base - above.base < _APART * line.size or above.text.rstrip()[-1:] not in ".!?":
        return False
    first = line.words[0]
    return first.text[0].isupper() and right - above.x1 > 2 * (first.x1 - first.x0) + line.size


def _are_apart(block: list[Line], usual: float) -> bool:
    """Whether each line of a text is a paragraph: all are further from each other than lines of running text are, and
    a sentence ends where the next one begins. Where one goes on in the next line, a text is set wider than others."""
    for above, line in pairwise(block):
        if line.base - above.base <= (usual + _WIDER) * max(line.size, above.size) or line.bold:
            return False
        if above.text.rstrip()[-1:] not in ".!?" or not line.words[0].text[0].isupper():
            return False
    return True


def _is_rest(above: Line, line: Line, right: float) -> bool:
    """Whether a bold line is the rest of a text that begins plain, which had no room for its first word."""
    return right - above.x1 < line.words[0].x1 - line.words[0].x0 + LETTER * line.size and ends_bold(above, line)


def ends_bold(above: Line, line: Line) -> bool:
    """Whether a bold line plainly goes on with one that begins plain and ends in its type: "Objective: **Homes that
    people can**" over "**afford**"."""
    if not above.mixed or not line.bold or line.mixed or above.words[-1].style is not line.style:
        return False
    if above.words[0].style.bold or abs(line.x0 - above.x0) > 1:
        return False
    return line.words[0].text[0].islower() or above.words[-1].text.casefold() in SMALL


def resized(above: Line, line: Line) -> bool:
    """Whether the letters are of another size. Bold lines are headings: there a small step parts two of them."""
    return abs(line.style.size - above.style.size) > (0.6 if above.bold and line.bold else 1.5)
