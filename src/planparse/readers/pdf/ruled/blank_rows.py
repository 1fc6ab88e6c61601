"""Borders of rows that part nothing but a blank cell: a gap in its paint, or its empty line drawn on its own."""

from __future__ import annotations

from dataclasses import replace

from planparse.readers.pdf.ruled.tables import Table, TableCell


def without_blank_rows(table: Table) -> Table:
    """The table without each row in which nothing begins but blank cells right below blank cells as wide as they, all
    other cells being beside both rows."""
    for row in range(len(table.ys) - 2, 0, -1):
        own = [c for c in table.cells if c.slab.row == row]
        if own and not any(c.words or c.tables or c.slab.row_span > 1 for c in own) and _are_below_blanks(own, table):
            table = _without(row, table)
    return table


def _are_below_blanks(own: list[TableCell], table: Table) -> bool:
    row = own[0].slab.row
    above = {(c.slab.col, c.slab.col_span, c.fill): c for c in table.cells if c.slab.row + c.slab.row_span == row}
    over = [above.get((c.slab.col, c.slab.col_span, c.fill)) for c in own]
    beside = any(c.words and c.slab.row < row < c.slab.row + c.slab.row_span for c in table.cells)
    return beside and all(c is not None and not c.words and not c.tables for c in over)


def _without(row: int, table: Table) -> Table:
    cells: list[TableCell] = []
    for cell in table.cells:
        slab = cell.slab
        if slab.row == row:
            continue
        inside = slab.row < row < slab.row + slab.row_span
        ends = slab.row + slab.row_span == row
        box = (*cell.box[:3], table.ys[row + 1]) if ends and not cell.words else cell.box
        slab = replace(slab, row=slab.row - (slab.row > row), row_span=slab.row_span - inside)
        cells.append(replace(cell, slab=slab, box=box))
    ys = [*table.ys[:row], *table.ys[row + 1 :]]
    return replace(table, cells=cells, ys=ys, evidence=[*table.evidence, "a border in blank cells left out"])
