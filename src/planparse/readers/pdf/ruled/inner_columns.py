"""Columns within a drawn one that nothing parts, under a header with a name for each.

+-----------+------------------------+
| Objective   Ref   Measure   2025   |
+-----------+------------------------+
| Warm      | A1    Homes      84%   |
| homes     +------------------------+
|           | A2    Boilers    12    |
+-----------+------------------------+
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from planparse.readers.pdf.ruled.finer import divide
from planparse.readers.pdf.ruled.tables import Table, TableCell
from planparse.readers.pdf.unruled.columns import find_columns
from planparse.readers.pdf.words.runs import NEAR_GAP, Row, cut, is_value

_ROWS, _TEXTS = 3, 3
"""Lines in the column at least, and texts side by side in each."""
_FRAME, _HEADED = 2, 2
"""Column borders of a frame alone, and row borders of a header alone."""
_MOST = 0.6
"""Share of the cells of the column that have so many, and of the columns found that have a name."""


def with_inner_columns(table: Table) -> Table:
    """The table, with a column parted where most of its cells hold several texts side by side, figures among them, and
    the bold header has names for these."""
    head = [c for c in table.cells if c.slab.row == 0 and c.words]
    if len(table.xs) <= _FRAME or len(table.ys) <= _HEADED or not head or not _are_bold(head):
        return table
    lines = [cut(line, NEAR_GAP) for c in head for line in c.in_lines()]
    for col in range(len(table.xs) - 1):
        cells = [c for c in table.cells if c.words and c.slab.col == col and c.slab.row and c.slab.col_span == 1]
        found = [own for own in map(_rows, cells) if own]
        rows = [row for own in found for row in own]
        if len(rows) < _ROWS or len(found) <= _MOST * len(cells):
            continue
        left, right = table.xs[col : col + 2]
        over = [Row(r.line, [run for run in r.runs if left < run.x0 < right]) for r in lines]
        names = [r for r in over if r.runs]
        borders = [x for x in find_columns([*names, *rows], []) if left < x < right]
        if len(borders) < _TEXTS - 1 or _named(names, borders) <= _MOST:
            continue
        return _parted(table, col, borders, [*cells, *head])
    return table


def _are_bold(cells: list[TableCell]) -> bool:
    return all(w.style.bold for c in cells for w in c.words)


def _rows(cell: TableCell) -> list[Row]:
    """The lines of a cell that have several texts, some of them values."""
    rows = [cut(line, NEAR_GAP) for line in cell.in_lines()]
    return [r for r in rows if len(r.runs) >= _TEXTS and any(is_value(run.text) for run in r.runs)]


def _named(names: list[Row], borders: list[float]) -> float:
    """Share of the columns between these borders over which a name stands."""
    found = {bisect_right(borders, (run.x0 + run.x1) / 2) for row in names for run in row.runs}
    return len(found) / (len(borders) + 1)


def _parted(table: Table, col: int, borders: list[float], cells: list[TableCell]) -> Table:
    """The table with these borders in one of its columns, and these cells cut at them."""
    for cell in table.cells:
        slab, more = cell.slab, len(borders)
        if slab.col > col:
            cell.slab = replace(slab, col=slab.col + more)
        elif slab.col + slab.col_span > col:
            cell.slab = replace(slab, col_span=slab.col_span + more)
    xs = [*table.xs[: col + 1], *borders, *table.xs[col + 1 :]]
    return divide(replace(table, xs=xs, guessed=True), [c for c in cells if c.slab.col_span > 1])
