"""A header drawn as a grid over rows of figures that nothing is drawn between: two tables that are one.

|  Group  |  Total  |  Theft  |  Fraud  |   <- bordered, maybe with a first row of figures
   Towns                                    <- a label over the rows below it
     2024     3,000      2,100      900
     2025     2,400      1,500      900
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from planparse.readers.pdf.ruled.tables import Table, TableCell
from planparse.readers.pdf.unruled.hints import Hints
from planparse.readers.pdf.words.lines import Line, words_text
from planparse.readers.pdf.words.runs import NEAR_GAP, cut, is_value, is_year

_ROWS = 4
"""Rows of such a grid at most."""
_COLUMNS = 4
"""Columns that it has at least."""
_NEAR = 1.6
"""Heights of a letter from the grid to the first line, and from each line over the rows to the next."""
_LABELS = 2
"""Lines of a label over the first row of figures at most."""
_OVER = 2.0
"""Points by which a text may stand over the border of its column."""
_NOTE, _NOTES = 3, 0.25
"""Words of a line of a note over several columns at least, and share of the lines that have one at most."""
_LARGE = 1.12
"""Times the size of the rows; a heading over them is set larger."""


def grid_over(
    own: list[Line], lines: list[Line], tables: list[Table], *, goes_on: bool
) -> tuple[Table, list[Line]] | None:
    """The grid right over rows each of whose texts stands in one of its columns, with the lines between. Where the
    table ``goes_on`` from another page, the rest of a torn row may stand over the first one."""
    first = own[0]
    grid = max((t for t in tables if t.ys[-1] < first.base), key=lambda t: t.ys[-1], default=None)
    if grid is None or grid.soft or len(grid.ys) > _ROWS + 1 or len(grid.xs) <= _COLUMNS or not _is_header(grid):
        return None
    x0, x1 = grid.xs[0] - _OVER, grid.xs[-1] + _OVER
    between = [line for line in lines if grid.ys[-1] < line.base < first.base and line.x0 < x1 and x0 < line.x1]
    if len(between) > _LABELS or any(len(cut(line, NEAR_GAP).runs) > 1 for line in between):
        return None
    at = grid.ys[-1]
    for line in [*between, first]:
        if line.top - at > _NEAR * line.size or line.size > _LARGE * own[-1].size:
            return None
        at = line.bottom
    return (grid, between) if _fill([*between, *own], grid.xs, torn=goes_on) else None


def as_rows(hints: Hints, grid: Table, own: list[Line]) -> None:
    """Gives rows the columns of the grid over them."""
    hints.verticals, hints.complete = grid.xs[1:-1], True
    hints.box = (grid.xs[0], grid.ys[-1], grid.xs[-1], hints.box[3] if hints.box else own[-1].bottom + 1)


def joined(grid: Table, rows: Table) -> Table:
    """The grid and the rows under it."""
    height = len(grid.ys) - 1
    cells: list[TableCell] = [*grid.cells]
    for cell in rows.cells:
        cell.slab = replace(cell.slab, row=cell.slab.row + height)
        cells.append(cell)
    evidence = [*grid.evidence, *rows.evidence, "a header drawn as a grid over its rows"]
    return replace(rows, ys=[*grid.ys, *rows.ys[1:]], cells=cells, evidence=evidence)


def _is_header(grid: Table) -> bool:
    """Whether names and no values stand over all columns."""
    named: set[int] = set()
    for cell in grid.cells:
        text = words_text(cell.words) if cell.words else ""
        if cell.slab.row == 0 and is_value(text) and not is_year(text):
            return False
        if text and not is_value(text):
            named.update(range(cell.slab.col, cell.slab.col + cell.slab.col_span))
    return len(named) == len(grid.xs) - 1


def _fill(lines: list[Line], xs: list[float], *, torn: bool) -> bool:
    """Whether all texts stand in one column each, but for labels over the rows and notes in place of values, and there
    are figures in most columns, already in the first line of several texts where the first row is not ``torn``."""
    figures: set[int] = set()
    notes = 0
    for line in lines:
        runs = cut(line, NEAR_GAP).runs
        for run in runs:
            col = min(max(bisect_right(xs, run.x0 + _OVER) - 1, 0), len(xs) - 2)
            note = len(run.words) >= _NOTE and run is runs[-1]
            if run.x0 < xs[0] - _OVER or run.x1 > (xs[-1] if len(runs) == 1 or note else xs[col + 1]) + _OVER:
                return False
            notes += len(runs) > 1 and run.x1 > xs[col + 1] + _OVER
            if col and is_value(run.text):
                figures.add(col)
        if len(runs) > 1 and not figures and not torn:
            return False
    return 2 * len(figures) > len(xs) - 2 and notes <= _NOTES * len(lines)
