"""Tables drawn within the cells of another, close to their borders: what is left of the cell is a narrow white column
at each side.

| Goal    | Milestones | Performance measures          |
| Safe    | a) Open    | | Ref | Measure   | Target |  |
| streets | b) Close   | | S1  | Burglary  | 90     |  |
|         |            | | S2  | Robbery   | 12     |  |
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from planparse.readers.pdf.ruled.lattice import Slab
from planparse.readers.pdf.ruled.tables import Table, TableCell

_MARGIN = 20.0
"""Points; a wider column holds something."""
_COLUMNS = 2
"""Columns of such a table at least."""


def with_inset(table: Table) -> Table:
    """The table, with what stands between two narrow white columns as tables of the cells that these are left of."""
    margins = _margins(table)
    for left, right in pairwise(margins):
        found = _inset(table, left, right) if right - left > _COLUMNS else None
        if found is not None:
            return found
    return table


def _margins(table: Table) -> list[int]:
    """The narrow columns without a word or a colour of their own."""
    xs = table.xs
    narrow = {k for k in range(len(xs) - 1) if xs[k + 1] - xs[k] <= _MARGIN} if len(xs) > _COLUMNS + 3 else set()
    if len(narrow) > 1:
        narrow -= {c.slab.col for c in table.cells if (c.words or c.fill) and c.slab.col_span == 1}
    return sorted(narrow)


def _inset(table: Table, left: int, right: int) -> Table | None:
    """The table with these columns and those between them as one; None where they are not the rest of its cells."""
    beside = {(c.slab.row, c.slab.row_span) for c in table.cells if (c.slab.col, c.slab.col_span) == (right, 1)}
    rest = [c for c in table.cells if (c.slab.col, c.slab.col_span) == (left, 1)]
    rows = {(c.slab.row, c.slab.row_span) for c in rest}
    if not rest or rows != beside:
        return None
    inner: dict[tuple[int, int], list[TableCell]] = {own: [] for own in rows}
    outer: list[TableCell] = []
    wholes: list[TableCell] = []
    for cell in table.cells:
        slab = cell.slab
        end, last = slab.row + slab.row_span, slab.col + slab.col_span
        if last <= left or slab.col > right:
            outer.append(cell)
        elif slab.col <= left and right < last:
            wholes.append(cell)
        elif left < slab.col and last <= right:
            own = next((k for k in rows if k[0] <= slab.row and end <= k[0] + k[1]), None)
            if own is None:
                return None
            inner[own].append(cell)
        elif (slab.col, slab.col_span) not in ((left, 1), (right, 1)):
            return None
    covered = {row for own in rows for row in range(own[0], sum(own))}
    covered |= {row for c in wholes for row in range(c.slab.row, c.slab.row + c.slab.row_span)}
    if not any(span > 1 for _, span in rows) and not any(_is_taller(c.slab, own) for c in outer for own in rows):
        return None
    alike = bool(outer) and all((c.slab.row, c.slab.row_span) in rows for c in outer)  # only the rest of such a row
    if not (wholes or alike) or len(covered) < len(table.ys) - 1:
        return None
    cells = [*outer, *wholes, *(_holder(table, left, right, own, inner[own]) for own in sorted(rows))]
    return _without_inner_borders(table, cells, left, right, rows)


def _is_taller(slab: Slab, rows: tuple[int, int]) -> bool:
    """Whether a cell spans these rows and others: white over or under a table in the cell beside it."""
    return slab.row <= rows[0] and sum(rows) <= slab.row + slab.row_span and slab.row_span > rows[1]


def _holder(table: Table, left: int, right: int, own: tuple[int, int], cells: list[TableCell]) -> TableCell:
    """The cell in these rows, with the table in it."""
    row, span = own
    top, bottom = table.ys[row], table.ys[row + span]
    for cell in cells:
        cell.slab = replace(cell.slab, row=cell.slab.row - row, col=cell.slab.col - left - 1)
    xs, ys = table.xs[left + 1 : right + 1], table.ys[row : row + span + 1]
    nested = Table(xs, ys, cells, [*table.evidence, "drawn within a cell of another"])
    slab = Slab(row, left, span, right + 1 - left)
    return TableCell(slab, (table.xs[left], top, table.xs[right + 1], bottom), [], tables=[nested])


def _without_inner_borders(
    table: Table, cells: list[TableCell], left: int, right: int, rows: set[tuple[int, int]]
) -> Table | None:
    """The table with nothing but the borders of its own cells; None where one of them ends at a border within."""
    gone = {row + n for row, span in rows for n in range(1, span)}
    kept = [n for n in range(len(table.ys)) if n not in gone]
    at = {n: k for k, n in enumerate(kept)}
    for cell in cells:
        slab = cell.slab
        end, last = slab.row + slab.row_span, slab.col + slab.col_span
        if slab.row not in at or end not in at:
            return None
        col = slab.col - (right - left) * (slab.col > left)
        last -= (right - left) * (last > left)
        cell.slab = replace(slab, row=at[slab.row], row_span=at[end] - at[slab.row], col=col, col_span=last - col)
    cells.sort(key=lambda c: (c.slab.row, c.slab.col))
    xs, ys = [*table.xs[: left + 1], *table.xs[right + 1 :]], [table.ys[n] for n in kept]
    return replace(table, xs=xs, ys=ys, cells=cells)
