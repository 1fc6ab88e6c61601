"""Cards of values that stand side by side with nothing drawn around each: the names of the values come again.

AB1 Roads swept                        AB2 Bins emptied
2023/24 actual    2024/25 target       2023/24 actual    2024/25 target
45%               46%                  88%               90%
"""

from __future__ import annotations

from itertools import pairwise

from planparse.model.provenance import BBox
from planparse.readers.pdf.page import Word
from planparse.readers.pdf.words.lines import Line
from planparse.readers.pdf.words.runs import is_value, is_year

_MOST = 6
"""Cards side by side."""
_YEARS = 2
"""Years among the names of one card at least."""
_SAME = 2.0
"""Points by which one card may be set otherwise than the one beside it."""
_TITLES = 3
"""Lines of a title at most."""
_NEAR = 5.0
"""Heights of a letter from one line of a card to the next: a title may have room for one more line."""
_GAP = 1.2
"""Heights of a letter between two titles at least."""
_INSET = 3.0


def value_cards(lines: list[Line]) -> list[list[BBox]]:
    """The rows of such cards, each the boxes of its cards from left to right."""
    out: list[list[BBox]] = []
    for n in range(1, len(lines) - 1):
        words = lines[n].words
        if (
            len(words) >= 2 * _YEARS
            and any(w.text == words[0].text for w in words[_YEARS:])
            and (row := _row(lines, n))
        ):
            out.append(row)
    return out


def _row(lines: list[Line], n: int) -> list[BBox]:
    """The boxes of the cards whose names are this line; none where it is no such line."""
    groups = _groups(lines[n].words)
    if not groups:
        return []
    starts = [own[0].x0 for own in groups]
    pitch = starts[1] - starts[0]
    titled = _titles(lines[max(n - _TITLES, 0) : n + 1], starts)
    if titled is None:
        return []
    top, left = titled
    sides = [x + left - _INSET for x in [*starts, starts[-1] + pitch]]
    boxes = list(pairwise(sides))
    values, below = lines[n + 1], lines[n + 2] if n + 2 < len(lines) else None
    if values.base - lines[n].base > _NEAR * values.size or not _hold_values(values, boxes):
        return []
    if below is not None and _hold_values(below, boxes):
        return []  # the first row of a table
    return [(x0, top - 1, x1, values.bottom + 1) for x0, x1 in boxes]


def _groups(words: list[Word]) -> list[list[Word]]:
    """The words of each card's names, which are the same ones at the same places; none where they do not come again."""
    for count in range(_MOST, 1, -1):
        size, rest = divmod(len(words), count)
        groups = [words[k * size : (k + 1) * size] for k in range(count)]
        if rest or sum(is_year(w.text) for w in groups[0]) < _YEARS:
            continue
        pitch = groups[1][0].x0 - groups[0][0].x0
        if all(
            a.text == b.text and abs(b.x0 - a.x0 - pitch) < _SAME
            for one, two in pairwise(groups)
            for a, b in zip(one, two, strict=True)
        ):
            return groups
    return []


def _titles(lines: list[Line], starts: list[float]) -> tuple[float, float] | None:
    """Where the titles over the names begin, which are the last of these lines: their top, and how far left of the
    names; None where not every card has one. A title may go on below its first line."""
    rest: list[float] = []
    for below, line in pairwise(reversed(lines)):
        if below.base - line.base > _NEAR * max(below.size, line.size):
            return None
        begins = [line.x0, *(b.x0 for a, b in pairwise(line.words) if b.x0 - a.x1 > _GAP * line.size)]
        off = begins[0] - starts[0]
        if len(begins) == len(starts) and all(abs(x - at - off) < _SAME for x, at in zip(begins, starts, strict=True)):
            level = all(any(abs(x - at - off) < _SAME for at in starts) for x in rest)
            return (line.top, min(off, 0.0)) if level else None
        rest += begins
    return None


def _hold_values(line: Line, boxes: list[tuple[float, float]]) -> bool:
    """Whether a line has words in each of the boxes and nowhere else, and a value or more in each."""
    own = [[w for w in line.words if x0 <= w.x0 and w.x1 <= x1] for x0, x1 in boxes]
    inside = sum(map(len, own)) == len(line.words)
    return inside and all(any(is_value(w.text) for w in words) for words in own)
