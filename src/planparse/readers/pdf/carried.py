"""Rows at the top of a page that go on in the columns of the table that ended the page before.

A row or two are too few to be seen as a table by themselves: where no rule says so, the columns of the page before do.
"""

from __future__ import annotations

from planparse.readers.pdf.lines import Line
from planparse.readers.pdf.regions import NEAR_GAP
from planparse.readers.pdf.runs import Row, cut, is_value
from planparse.readers.pdf.tables import Borders

_HEADS = 2
"""Lines of running heads that may stand above the rows."""
_NEXT = 2.2
"""Heights of a letter from one baseline to the next within a table."""


def carried_lines(lines: list[Line], before: Borders) -> list[Line]:
    """The lines of these rows; none where what stands at the top of the page is something else."""
    for n in range(min(_HEADS + 1, len(lines))):
        taken = _fitting(lines[n:], before)
        if taken:
            return [row.line for row in taken]
    return []


def _fitting(lines: list[Line], before: Borders) -> list[Row]:
    taken: list[Row] = []
    for line in lines:
        row = cut(line, NEAR_GAP)
        near = not taken or line.base - taken[-1].line.base <= _NEXT * max(line.size, taken[-1].line.size)
        if not near or _columns(row, before) is None:
            break
        taken.append(row)
    whole = next((n for n, row in enumerate(taken) if _is_row(row, before)), None)
    return taken if whole is not None and whole <= 1 else []


def _is_row(row: Row, before: Borders) -> bool:
    """Whether a line fills three columns at least, and half of them, one right of the first with a value."""
    columns = _columns(row, before)
    if columns is None or len(columns) < max(3, len(before) // 2):
        return False
    return any(col and is_value(run.text) for col, run in zip(columns, row.runs, strict=True))


def _columns(row: Row, before: Borders) -> list[int] | None:
    """The column of each run; None where one lies over a border, or two in one column."""
    out: list[int] = []
    for run in row.runs:
        inside = [k for k in range(len(before) - 1) if before[k] - 1 <= run.x0 and run.x1 <= before[k + 1] + 1]
        if not inside or inside[0] in out:
            return None
        out.append(inside[0])
    return out
