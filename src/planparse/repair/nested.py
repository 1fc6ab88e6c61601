"""Tables within a cell that a page break tore: all of one stands in the upper cell again.

Where the cell around it is drawn on both pages its halves hold a fragment each; where the new page draws nothing
around the lower one, that stands alone, in the columns of the table in the last cell of the page before.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace

from planparse.model.document import Aside, Cell, Element, Grid
from planparse.model.trace import Repair, Repairs
from planparse.repair.fitting import TOLERANCE
from planparse.repair.rejoin import rejoin
from planparse.repair.spelling import Spelling
from planparse.repair.stitch import stitch


def in_cells(elements: Iterable[Element], placeholders: Container[str]) -> Iterator[Element]:
    """The elements; a fragment of a table in the last cell of the grid right before it stands in a row of that grid."""
    last: Grid | None = None
    for element in elements:
        if isinstance(element, Grid):
            last = element = _in_cell(last, element, placeholders) if last is not None else element
        else:
            last = None
        yield element


def _in_cell(last: Grid, grid: Grid, placeholders: Container[str]) -> Grid:
    cell = last.cells[-1] if last.cells else None
    if cell is None or not cell.tables or cell.end_row != last.n_rows or not last.edges:
        return grid
    over = cell.tables[-1]
    rest = grid if _same_columns(over, grid) else _beside_blank(last, cell, grid)
    if rest is None or not _same_columns(over, rest) or len(list(stitch((over, rest), placeholders, [], []))) > 1:
        return grid
    row = [Cell(0, 0, 1, cell.col, (), (), open_top=True)] if cell.col else []
    row.append(Cell(0, cell.col, 1, cell.col_span, (), (), open_top=True, tables=(rest,)))
    return Grid(tuple(row), 1, last.n_cols, edges=last.edges, page=grid.page, evidence=grid.evidence)


def _beside_blank(last: Grid, cell: Cell, grid: Grid) -> Grid | None:
    """The columns of a grid that stand below a cell of ``last`` with a table, where blank cells beside all of its rows
    go on with the label: their border, drawn on this page too, makes a column of them."""
    if cell.col != 1 or not last.edges or not grid.edges:
        return None
    labels = [c for c in grid.cells if not c.col]
    if not all(c.is_blank and c.col_span == 1 for c in labels) or len(grid.cells) == len(labels):
        return None
    if any(abs(grid.edges[k] - last.edges[k]) > TOLERANCE for k in (0, 1)):
        return None
    cells = tuple(replace(c, col=c.col - 1) for c in grid.cells if c.col)
    return replace(grid, cells=cells, n_cols=grid.n_cols - 1, edges=grid.edges[1:])


def _same_columns(one: Grid, two: Grid) -> bool:
    """Whether all borders stand at the same places."""
    if not one.edges or not two.edges or len(one.edges) != len(two.edges):
        return False
    return all(abs(x - y) <= TOLERANCE for x, y in zip(one.edges, two.edges, strict=True))


def _share_columns(over: Grid, under: Grid) -> bool:
    """Whether two fragments have as many columns, or one has all borders of the other: its cells span some of them."""
    if over.n_cols == under.n_cols or not over.edges or not under.edges:
        return over.n_cols == under.n_cols
    few, many = sorted((over.edges, under.edges), key=len)
    return len(few) > 2 and all(any(abs(x - y) <= TOLERANCE for y in many) for x in few)


def join_nested(grid: Grid, placeholders: Container[str], repairs: Repairs, asides: list[Aside]) -> Grid:
    """The grid, in which the fragments of a table that stand over and under a seam are one table over it."""
    if not grid.seams or not any(cell.tables for cell in grid.cells):
        return grid
    changed: dict[tuple[int, int], Cell] = {}
    for seam in reversed(grid.seams):
        for lower in [c for c in grid.cells if c.row == seam.row and c.tables]:
            under = changed.get((lower.row, lower.col), lower)
            over = next((c for c in grid.cells if c.end_row == seam.row and c.col == lower.col and c.tables), None)
            if over is None or any(block.text.strip() for block in under.blocks):
                continue
            if not _share_columns(over.tables[-1], under.tables[0]):
                continue
            mended: list[Repair] = []
            dropped: list[Aside] = []
            whole = list(stitch((over.tables[-1], under.tables[0]), placeholders, mended, dropped))
            if len(whole) == 1:
                repairs.extend(mended)
                asides += dropped
                tables = (*over.tables[:-1], *(t for t in whole if isinstance(t, Grid)))
                changed[over.row, over.col] = replace(over, tables=tables)
                changed[under.row, under.col] = replace(under, tables=under.tables[1:])
    return replace(grid, cells=tuple(changed.get((c.row, c.col), c) for c in grid.cells)) if changed else grid


def rejoin_nested(grid: Grid, spelling: Spelling, placeholders: Container[str], repairs: Repairs) -> Grid:
    """The grid with the torn rows of the tables in its cells joined."""
    if not any(table.seams for cell in grid.cells for table in cell.tables):
        return grid

    def whole(table: Grid) -> Grid:
        return rejoin_nested(rejoin(table, spelling, placeholders, repairs), spelling, placeholders, repairs)

    cells = [replace(c, tables=tuple(map(whole, c.tables))) if c.tables else c for c in grid.cells]
    return replace(grid, cells=tuple(cells))
