"""Rows at the top of a page that go on in the columns of the table that ended the page before.

A row or two are too few to be seen as a table by themselves: where no rule says so, the columns of the page before do.
"""

from __future__ import annotations

from planparse.readers.pdf.lines import Line, words_text
from planparse.readers.pdf.page import Word
from planparse.readers.pdf.regions import NEAR_GAP
from planparse.readers.pdf.runs import is_value
from planparse.readers.pdf.tables import Borders

_HEADS = 2
"""Lines of running heads that may stand above the rows."""
_NEXT = 2.2
"""Heights of a letter from one baseline to the next within a table."""
_PARTED = 0.36
"""Heights of a letter that two words of different columns stand apart; words of one text stand closer."""


def carried_lines(lines: list[Line], before: Borders) -> list[Line]:
    """The lines of these rows; none where what stands at the top of the page is something else."""
    for n in range(min(_HEADS + 1, len(lines))):
        taken = _fitting(lines[n:], before)
        if taken:
            return taken
    return []


def _fitting(lines: list[Line], before: Borders) -> list[Line]:
    taken: list[Line] = []
    rows: list[bool] = []
    for line in lines:
        near = not taken or line.base - taken[-1].base <= _NEXT * max(line.size, taken[-1].size)
        entries = _entries(line, before) if near else None
        if entries is None:
            break
        taken.append(line)
        rows.append(_is_row(entries, before))
    return taken if any(rows[:2]) else []


def _is_row(entries: dict[int, list[Word]], before: Borders) -> bool:
    """Whether a line fills three columns at least, and half of them, one right of the first with a value."""
    if len(entries) < max(3, len(before) // 2):
        return False
    return any(col and is_value(words_text(words)) for col, words in entries.items())


def _entries(line: Line, before: Borders) -> dict[int, list[Word]] | None:
    """The words in each column; None where one lies over a border, or two stand too close over one or too far apart."""
    out: dict[int, list[Word]] = {}
    last = -1
    for word in line.words:
        inside = (k for k in range(len(before) - 1) if before[k] - 1 <= word.x0 and word.x1 <= before[k + 1] + 1)
        col = next(inside, None)
        if col is None or col < last:
            return None
        gap = word.x0 - out[last][-1].x1 if out else 0.0
        if out and (gap > NEAR_GAP * line.size if col == last else gap < _PARTED * line.size):
            return None
        out.setdefault(col, []).append(word)
        last = col
    return out
