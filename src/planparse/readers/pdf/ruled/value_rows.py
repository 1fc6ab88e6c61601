"""Framed cards with a rule below their title: the values under their names stand in one cell.

| AB1 Roads swept                                |
|------------------------------------------------|
| Baseline 2023/24   Target 2027   Target 2030   |
| 91.2%              92.5%         94%           |
"""

from __future__ import annotations

from dataclasses import replace

from planparse.readers.pdf.ruled.lattice import Slab
from planparse.readers.pdf.ruled.tables import Table, TableCell
from planparse.readers.pdf.unruled.strips import strips
from planparse.readers.pdf.words.runs import NEAR_GAP


def with_values(table: Table) -> Table:
    """A table of one column whose cells are titles, each over one with values under their names and no other line,
    with these in columns; else the table as it is."""
    if len(table.xs) != 2 or len(table.cells) != len(table.ys) - 1 or len(table.cells) % 2:
        return table
    if any(c.tables or not c.words or any(w.style.angle for w in c.words) for c in table.cells):
        return table
    found: list[Table] = []
    for cell in table.cells[1::2]:
        parted = strips(cell.in_lines(), NEAR_GAP)
        if len(parted) != 1 or len(parted[0][0]) != len(cell.in_lines()):
            return table
        found.append(parted[0][1])
    if len({len(own.xs) for own in found}) > 1:
        return table
    xs = [table.xs[0], *found[0].xs[1:-1], table.xs[-1]]
    ys = [table.ys[0]]
    cells: list[TableCell] = []
    for title, below, own in zip(table.cells[::2], table.cells[1::2], found, strict=True):
        row, (_, top, _, bottom) = len(ys) - 1, below.box
        cells.append(replace(title, slab=replace(title.slab, row=row, col_span=len(xs) - 1)))
        ys += [top, own.ys[1], bottom]
        for cell in own.cells:
            col, line = cell.slab.col, row + 1 + cell.slab.row
            slab = Slab(line, col, 1, 1, open_bottom=below.slab.open_bottom and cell.slab.row > 0)
            box = (xs[col], ys[line], xs[col + 1], ys[line + 1])
            cells.append(TableCell(slab, box, cell.words, fill=below.fill))
    return replace(table, xs=xs, ys=ys, cells=cells, evidence=[*table.evidence, "values under their names in one cell"])
