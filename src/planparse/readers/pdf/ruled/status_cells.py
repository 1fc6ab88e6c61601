"""Cells that hold nothing but a strong colour, as the status of each row does, parted where no rule parts them.

Such a column is often painted row by row, with no line between its cells or with lines that no other column has.
"""

from __future__ import annotations

from colorsys import rgb_to_hsv
from dataclasses import replace
from itertools import pairwise

from planparse.readers.pdf.page import Fill
from planparse.readers.pdf.ruled.lattice import Slab
from planparse.readers.pdf.ruled.tables import Table, TableCell

_NEAR = 2.5
"""Points from the edge of a painted area to the border that it stands for."""
_STRONG = 0.35
"""Saturation and value of the colour of a status; stripes and headers are paler or darker."""


def with_status_cells(table: Table, fills: list[Fill]) -> Table:
    """The table with blank cells over several rows parted into those that are painted each by itself, and cells over
    several columns parted from one at their side that is."""
    if not fills or not any(c.slab.row_span > 1 or c.slab.col_span > 1 for c in table.cells):
        return table
    x0, top, x1, bottom = table.bbox
    own = [f for f in fills if x0 - _NEAR < f.x0 and f.x1 < x1 + _NEAR and f.top < bottom and f.bottom > top]
    strong = [fill for fill in own if _is_strong(fill.colour)]
    if not strong:
        return table
    cells: list[TableCell] = []
    for cell in table.cells:
        tall, wide = cell.slab.row_span > 1, cell.slab.col_span > 1
        if tall and not wide and not cell.words and not cell.tables:
            cells += _by_row(cell, table, strong)
        elif wide and not tall and cell.words and not cell.tables:
            cells += _beside(cell, table, strong)
        else:
            cells.append(cell)
    if len(cells) == len(table.cells):
        return table
    cells.sort(key=lambda c: (c.slab.row, c.slab.col))
    return replace(table, cells=cells, evidence=[*table.evidence, "cells of one colour each parted"])


def _is_strong(colour: str) -> bool:
    red, green, blue = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    _, saturation, value = rgb_to_hsv(red, green, blue)
    return min(saturation, value) >= _STRONG


def _by_row(cell: TableCell, table: Table, strong: list[Fill]) -> list[TableCell]:
    """A cell for each row that is painted by itself and those beside it; the cell itself where none is."""
    slab, (x0, _, x1, _) = cell.slab, cell.box
    end = slab.row + slab.row_span
    middles = [(a + b) / 2 for a, b in pairwise(table.ys[slab.row : end + 1])]
    colours: dict[int, str] = {}
    for fill in strong:
        if abs(fill.x0 - x0) < _NEAR and abs(fill.x1 - x1) < _NEAR:
            rows = [row for row, y in enumerate(middles, slab.row) if fill.top < y < fill.bottom]
            if len(rows) == 1:
                colours[rows[0]] = fill.colour
    if not colours:
        return [cell]
    return [
        TableCell(
            Slab(row, slab.col, 1, 1, slab.open_top and row == slab.row, slab.open_bottom and row == end - 1),
            (x0, table.ys[row], x1, table.ys[row + 1]),
            fill=colours.get(row),
        )
        for row in range(slab.row, end)
    ]


def _beside(cell: TableCell, table: Table, strong: list[Fill]) -> list[TableCell]:
    """The painted cell at the begin or the end of one over several columns, and the rest of that."""
    slab, (x0, top, x1, bottom) = cell.slab, cell.box
    last = slab.col + slab.col_span - 1
    left, right = min(w.x0 for w in cell.words), max(w.x1 for w in cell.words)
    for fill in strong:
        if abs(fill.top - top) > _NEAR or abs(fill.bottom - bottom) > _NEAR:
            continue
        if abs(fill.x0 - x0) < _NEAR and abs(fill.x1 - table.xs[slab.col + 1]) < _NEAR and left > fill.x1 - 1:
            rest = replace(slab, col=slab.col + 1, col_span=slab.col_span - 1)
            status = replace(slab, col_span=1)
            return [
                TableCell(status, (x0, top, fill.x1, bottom), fill=fill.colour),
                replace(cell, slab=rest, box=(fill.x1, top, x1, bottom)),
            ]
        if abs(fill.x1 - x1) < _NEAR and abs(fill.x0 - table.xs[last]) < _NEAR and right < fill.x0 + 1:
            rest, status = replace(slab, col_span=slab.col_span - 1), replace(slab, col=last, col_span=1)
            return [
                replace(cell, slab=rest, box=(x0, top, fill.x0, bottom)),
                TableCell(status, (fill.x0, top, x1, bottom), fill=fill.colour),
            ]
    return [cell]
