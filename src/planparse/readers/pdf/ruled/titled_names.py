"""Titles of a header with the names of the columns below them in one cell: made a row each.

        |       Q1        |       Q2        |
Measure | Target   Actual | Target   Actual |      <- nothing is drawn between a title and its names
--------+--------+--------+--------+--------+
Visits  | 40%    | 45%    | 47%    |        |
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from itertools import pairwise

from planparse.readers.pdf.page import Word
from planparse.readers.pdf.ruled.lattice import Slab
from planparse.readers.pdf.ruled.tables import Table, TableCell
from planparse.readers.pdf.words.runs import NEAR_GAP, cut, is_value

_FEW = 2
"""Such cells in a header at least, or one and others with a line level with each of its own."""
_LEVEL = 1.0
"""Points by which the baselines of one line may differ."""
_MIDDLE = 2.0
"""Points by which a title may stand off the middle of its columns."""


def with_names_apart(table: Table) -> Table:
    """The table with a second row of its header, where all cells of the first one that span columns end with a line of
    one name for each of these."""
    first = [cell for cell in table.cells if cell.slab.row == 0]
    wide = sorted((cell for cell in first if cell.slab.col_span > 1), key=lambda cell: cell.slab.col)
    if not wide or any(cell.slab.row_span > 1 for cell in first) or not all(cell.words for cell in wide):
        return table
    parts = [_titled(cell, table.xs) for cell in wide]
    if not all(names for _, names in parts):
        return table
    if len(wide) + sum(_is_level(cell, wide[0]) for cell in first if cell is not wide[0]) < _FEW:
        return table
    over = max(w.bottom for title, _ in parts for w in title)
    y = (over + min(w.top for _, names in parts for w in names)) / 2
    if not table.ys[0] < y < min(w.base for _, names in parts for w in names):
        return table
    ys = [table.ys[0], y, *table.ys[1:]]
    alone = {cell.slab.col for cell in first if _is_name(cell, y)}
    spans = [_span(cell, title, table.xs, alone) for cell, (title, _) in zip(wide, parts, strict=True)]
    if any(left[1] > right[0] for left, right in pairwise(spans)):
        spans = [(cell.slab.col, cell.slab.col + cell.slab.col_span) for cell in wide]  # both would take one name
    under = {col for start, end in spans for col in range(start, end)}
    cells: list[TableCell] = []
    for cell in table.cells:
        slab, (x0, top, x1, bottom) = cell.slab, cell.box
        if slab.row == 0 and slab.col in alone & under:
            cells.append(replace(cell, slab=replace(slab, row=1), box=(x0, y, x1, bottom)))
            continue
        if cell not in wide:
            cell.slab = replace(slab, row=slab.row + (slab.row > 0), row_span=slab.row_span + (slab.row == 0))
            cells.append(cell)
            continue
        (title, names), (start, end) = parts[wide.index(cell)], spans[wide.index(cell)]
        over_all = replace(slab, col=start, col_span=end - start, open_bottom=False)
        cells.append(TableCell(over_all, (table.xs[start], top, table.xs[end], y), title, fill=cell.fill))
        for k in range(slab.col, slab.col + slab.col_span):
            left, right = table.xs[k], table.xs[k + 1]
            own = [w for w in names if left <= (w.x0 + w.x1) / 2 < right]
            cells.append(TableCell(Slab(1, k, 1, 1), (left, y, right, bottom), own, fill=cell.fill))
    cells.sort(key=lambda c: (c.slab.row, c.slab.col))
    return replace(table, ys=ys, cells=cells, evidence=[*table.evidence, "names parted from the titles over them"])


def _is_level(cell: TableCell, wide: TableCell) -> bool:
    """Whether a cell of one column has two lines, level with those of a cell over several."""
    if cell.slab.col_span > 1 or not cell.words:
        return False
    own, other = ([line.base for line in c.in_lines()] for c in (cell, wide))
    return len(own) == len(other) == 2 and all(abs(a - b) < _LEVEL for a, b in zip(own, other, strict=True))


def _is_name(cell: TableCell, y: float) -> bool:
    """Whether a cell of one column holds a name as low as those below the titles, and nothing as high as these."""
    return cell.slab.col_span == 1 and bool(cell.words) and all(w.top > y for w in cell.words)


def _span(cell: TableCell, title: list[Word], xs: list[float], alone: set[int]) -> tuple[int, int]:
    """The columns that a title stands over: where it does not stand in the middle of its cell, those in whose middle it
    does, together with names beside the cell that nothing else stands over."""
    start, end = cell.slab.col, cell.slab.col + cell.slab.col_span
    middle = (min(w.x0 for w in title) + max(w.x1 for w in title)) / 2
    left, right = start, end
    while left - 1 in alone:
        left -= 1
    while right in alone:
        right += 1
    spans = [(i, j) for i in range(start, left - 1, -1) for j in range(end, right + 1)]
    return next((s for s in spans if abs((xs[s[0]] + xs[s[1]]) / 2 - middle) < _MIDDLE), (start, end))


def _titled(cell: TableCell, xs: list[float]) -> tuple[list[Word], list[Word]]:
    """The words of a title and of the names below it; none of these where its last line has not one in each column that
    the cell spans, or a line over that has several."""
    *title, last = cell.in_lines()
    first, count = cell.slab.col, cell.slab.col_span
    runs = cut(last, NEAR_GAP).runs
    columns = [bisect_right(xs, (run.x0 + run.x1) / 2) - 1 for run in runs]
    if not title or columns != list(range(first, first + count)) or any(is_value(run.text) for run in runs):
        return cell.words, []
    if any(len(cut(line, NEAR_GAP).runs) > 1 for line in title):
        return cell.words, []
    return [w for line in title for w in line.words], last.words
