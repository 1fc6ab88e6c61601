"""Whether a fragment of a table has the columns of the one before it, by position or by number."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from planparse.model.document import Cell, Grid
from planparse.repair.shape import folded, is_value

TOLERANCE = 4.0
"""Points by which the borders of one column may differ from page to page."""
INSET = 20.0
"""Points by which a table may end before the text beside other labels does, or before the longest text on another of
its pages."""
_FEW = 3
"""Borders that show whether a table has the columns of another."""
_COLUMNS = 4
"""Columns that show by where they begin that two fragments are of one table."""


def fits(first: Grid, last: Grid, grid: Grid, placeholders: Container[str], most: float) -> bool:
    """Whether a fragment may go on with the one before; ``most``: points by which their widths may differ."""
    if first.edges and last.edges and grid.edges:
        if page_of(last, -1) + 1 != page_of(grid, 0):
            return False
        if _has_other_columns(last.edges, grid.edges):
            return False
        width, other = last.edges[-1] - last.edges[0], grid.edges[-1] - grid.edges[0]
        most = INSET if _ends_elsewhere(last.edges, grid.edges) else most
        if abs(width - other) <= most or _has_rows_off(last, grid) or _has_rows_off(grid, last):
            return True
        return _lacks_label(last, grid, placeholders) or _has_labels(last, grid) or _lacks_end(last.edges, grid.edges)
    if last.spans_known and grid.spans_known:
        return first.n_cols == grid.n_cols
    return 0 <= first.n_cols - grid.n_cols <= 2


def same_borders(one: tuple[float, ...] | None, two: tuple[float, ...] | None, *, within: bool = False) -> bool:
    """Whether two tables have the same borders; ``within``: whether the first one has all of the second one's."""
    if not one or not two or (len(one) != len(two) and not within):
        return False
    return all(min(abs(x - other) for other in one) <= TOLERANCE for x in two)


def _has_other_columns(one: tuple[float, ...], two: tuple[float, ...]) -> bool:
    """Whether half of the borders within the table of fewer columns are none of the other's, however far a text may
    move them."""
    fewer, more = sorted((one[1:-1], two[1:-1]), key=len)
    left = list(more)
    met = 0
    for x in fewer:
        near = min(left, key=lambda other: abs(other - x), default=None)
        if near is not None and abs(near - x) <= INSET:
            left.remove(near)
            met += 1
    return len(fewer) >= _FEW and len(fewer) < len(more) and 2 * met <= len(fewer)


def _ends_elsewhere(one: tuple[float, ...], two: tuple[float, ...]) -> bool:
    """Whether four columns or more begin at the same places: at the right a table may end with its longest text."""
    same = len(one) == len(two) > _COLUMNS
    return same and all(abs(x - y) <= TOLERANCE for x, y in zip(one[:-1], two[:-1], strict=True))


def _has_rows_off(grid: Grid, other: Grid) -> bool:
    """Whether a fragment has a column more than another one, at the right, with nothing but the ends of rows that begin
    with a blank."""
    edges, fewer = grid.edges or (), other.edges or ()
    if len(edges) != len(fewer) + 1 or any(abs(x - y) > TOLERANCE for x, y in zip(edges[:-1], fewer, strict=True)):
        return False
    ends = {c.row for c in grid.cells if c.end_col == grid.n_cols and not c.is_blank}
    return not any(c.row in ends and c.col == 0 and not c.is_blank for c in grid.cells)


def _lacks_label(last: Grid, grid: Grid, placeholders: Container[str]) -> bool:
    """Whether a fragment begins right of a label that spans the last rows of the one before, or that stands beside the
    last one only where other labels span several, or beside the first row of a header: none was drawn again."""
    missing = missing_columns(last.edges, grid.edges)
    if not missing:
        return False
    row = last.slots()[-1]
    beside = {folded(cell) for cell in row[missing:] if cell is not None and not cell.is_blank}
    names = len(beside) > 1 and not any(is_value(text, placeholders) for text in beside)
    tall = {cell.col for cell in last.cells if cell.row_span > 1}
    return all(
        cell is not None
        and cell.end_col <= missing
        and (cell.row_span > 1 or ((names or (cell.open_bottom and cell.col in tall)) and not cell.is_blank))
        for cell in row[:missing]
    )


def _has_labels(last: Grid, grid: Grid) -> bool:
    """Whether both have a column of labels at one place, one of them with nothing but texts beside it: where no border
    is drawn at the right, it ends with the longest of them."""
    one, two = last.edges or (), grid.edges or ()
    same = all(abs(x - y) <= TOLERANCE for x, y in zip(one[:2], two[:2], strict=True))
    return same and min(len(one), len(two)) == 3


def _lacks_end(edges: tuple[float, ...], own: tuple[float, ...]) -> bool:
    """Whether a fragment has all columns but the last one, and those are many: each of its rows is a cell short."""
    return len(own) == len(edges) - 1 > _COLUMNS and all(
        abs(x - y) <= TOLERANCE for x, y in zip(edges[:-1], own, strict=True)
    )


def missing_columns(edges: tuple[float, ...] | None, own: tuple[float, ...] | None) -> int:
    """How many of the first columns a fragment lacks that has all the others, maybe with more borders within the last
    one; 0 where it is no such fragment."""
    if not edges or not own or len(own) < 3 or not -TOLERANCE <= edges[-1] - own[-1] <= INSET:
        return 0
    for missing in range(1, len(edges) - len(own) + 1):
        if all(abs(x - y) <= TOLERANCE for x, y in zip(edges[missing:], own[:-1], strict=False)):
            return missing
    first = next((n for n, x in enumerate(edges[1:-1], 1) if abs(x - own[0]) <= TOLERANCE), 0)
    return first if first and same_borders(own[: len(edges) - 1 - first], edges[first:-1]) else 0


def with_label(grid: Grid, edges: tuple[float, ...], missing: int) -> Grid:
    """The fragment with a blank cell in the place of the label that was not drawn again."""
    label = Cell(0, 0, grid.n_rows, missing, (), (), open_top=True)
    cells = (label, *(cell.moved(cell.row, cell.col + missing, cell.col_span) for cell in grid.cells))
    cells = tuple(sorted(cells, key=lambda c: (c.row, c.col)))
    return replace(grid, cells=cells, n_cols=grid.n_cols + missing, edges=(*edges[:missing], *(grid.edges or ())))


def page_of(grid: Grid, which: int) -> int:
    pages = [p.page for cell in (grid.cells[0], grid.cells[-1]) for p in cell.places if p.page is not None]
    pages.append(grid.page or 0)
    return max(pages) if which else min(p for p in pages)
