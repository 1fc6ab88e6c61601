"""The rest of a torn row that stands in the last of the cells that a page repeats above it, in a row of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planparse.model.document import Cell, Grid
from planparse.repair.shape import folded

LABELLED = 2
"""Columns of a block: labels and texts."""


def with_rest_apart(grid: Grid, first: Sequence[list[Cell]]) -> Grid:
    """A fragment that repeats the ``first`` rows of a block, labels with their texts, with the rest of a torn row below
    these in a row of its own: where no line parts the rows it stands in the cell of the last of them."""
    pairs = zip(grid.rows(), first, strict=False)
    for row, (own, known) in enumerate(pairs):
        if [folded(c) for c in own] == [folded(c) for c in known]:
            continue
        if not row or len(own) != LABELLED or len(known) != LABELLED or folded(own[0]) != folded(known[0]):
            return grid
        if any(cell.row_span > 1 for cell in own):
            return grid
        kept = next((n for n in range(1, len(own[1].blocks)) if _begins(own[1], n) == folded(known[1])), 0)
        return _parted(grid, row, own[1], kept) if kept else grid
    return grid


def _begins(cell: Cell, count: int) -> str:
    return folded(replace(cell, blocks=cell.blocks[:count]))


def _parted(grid: Grid, row: int, cell: Cell, count: int) -> Grid:
    """The grid with all but the first paragraphs of a text beside a label in a new row."""
    cells: list[Cell] = []
    for own in grid.cells:
        if own is cell:
            cells.append(replace(own, blocks=own.blocks[:count]))
        else:
            cells.append(replace(own, row=own.row + 1) if own.row > row else own)
    cells.append(Cell(row + 1, 0, 1, 1, (), ()))
    cells.append(replace(cell, row=row + 1, blocks=cell.blocks[count:]))
    cells.sort(key=lambda c: (c.row, c.col))
    seams = tuple(replace(seam, row=seam.row + (seam.row > row)) for seam in grid.seams)
    return replace(grid, cells=tuple(cells), n_rows=grid.n_rows + 1, seams=seams)
