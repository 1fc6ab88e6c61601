"""A table beside one label whose rows are ruled and whose columns are not: it becomes that cell's own.

Indicators | Code   Indicator                  2024/25   2025/26
           |----------------------------------------------------
           | RD1    Potholes filled in time    84%       85%
           |----------------------------------------------------
           | RD2    Lamps lit                  97%       98%
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from planparse.readers.pdf.page import Page
from planparse.readers.pdf.ruled.lattice import Slab
from planparse.readers.pdf.ruled.tables import Table, TableCell
from planparse.readers.pdf.unruled.aligned import aligned_table
from planparse.readers.pdf.unruled.hints import hints_of
from planparse.readers.pdf.unruled.judge import reason
from planparse.readers.pdf.unruled.regions import Region
from planparse.readers.pdf.words.lines import make_lines
from planparse.readers.pdf.words.runs import NEAR_GAP, cut

_FEWEST = 2
"""Rows of such a table."""
_MANY = 3
"""Texts side by side in a row of such a table."""
_MOST = 0.6
"""Share of the rows that have so many."""


def with_inner_rows(page: Page, table: Table) -> Table:
    """The table; where several rows beside one label hold columns of their own, one cell with their table."""
    labels = [c for c in table.cells if c.slab.row_span >= _FEWEST and c.slab.col == 0 and c.words]
    if not labels or len(labels) == len(table.cells):
        return table
    made: dict[int, TableCell] = {}
    gone: set[int] = set()
    for label in labels:
        for own in _columns_beside(table, label):
            inner = _inner(page, own)
            if inner is not None:
                first, last = own[0].slab, own[-1].slab
                slab = Slab(first.row, first.col, last.row + last.row_span - first.row, first.col_span)
                slab.open_top, slab.open_bottom = first.open_top, last.open_bottom
                box = (*own[0].box[:3], own[-1].box[3])
                made[id(own[0])] = TableCell(slab, box, fill=own[0].fill, tables=[inner])
                gone.update(id(cell) for cell in own[1:])
    if not made:
        return table
    return replace(table, cells=[made.get(id(c), c) for c in table.cells if id(c) not in gone])


def _columns_beside(table: Table, label: TableCell) -> list[list[TableCell]]:
    """The cells beside a label that stand over each other and are as wide as each other, top to bottom."""
    rows = range(label.slab.row, label.slab.row + label.slab.row_span)
    beside = [c for c in table.cells if c is not label and c.slab.row in rows and c.slab.row_span == 1]
    beside.sort(key=lambda c: (c.slab.col, c.slab.row))
    found = [list(own) for _, own in groupby(beside, key=lambda c: (c.slab.col, c.slab.col_span))]
    return [own for own in found if len([c for c in own if c.words]) >= _FEWEST]


def _inner(page: Page, own: list[TableCell]) -> Table | None:
    """The table that stands in these cells, if their words stand in columns."""
    filled = [c for c in own if c.words]
    if not _is_row(filled[0]) or any(c.tables for c in own) or any(w.style.angle for c in filled for w in c.words):
        return None
    if sum(map(_is_row, filled)) < max(_FEWEST, _MOST * len(filled)):
        return None
    words = [w for c in filled for w in c.words]
    box = (*own[0].box[:3], filled[-1].box[3])
    lines = make_lines(words)
    found = aligned_table(lines, hints_of(page, lines, Region(lines, box, [c.box[3] for c in filled[:-1]])), NEAR_GAP)
    if found is None or reason(found, True) is None:
        return None
    found.evidence.append("ruled rows beside one label, in the columns that their words show")
    return found


def _is_row(cell: TableCell) -> bool:
    return len(cell.words) >= _MANY and len(cut(cell.in_lines()[0], NEAR_GAP).runs) >= _MANY
