"""Indicators as bands of a table of two columns, each over rows of a period and its value.

Measure and year                     | Result or target    <- the header, which there may be
AB1 Homes that are warm                                    <- the measure, over both columns
2023/24 (actual)                     | 88.6%
2024/25 (target)                     | 90%
"""

from __future__ import annotations

from dataclasses import replace

from planparse.interpret.header_rows import value_role
from planparse.interpret.periods import find_periods, without_periods
from planparse.model.document import Block, Cell, Grid
from planparse.model.vocabulary import Vocabulary
from planparse.text import fold

_MEASURE = Block("Measure")
_FEW = 2
"""Bands, and rows of one of them, at least."""
_Row = list[Cell]


def year_bands(grid: Grid, vocabulary: Vocabulary) -> list[Grid]:
    """A table of one row under a header for each band; none where the grid holds anything else."""
    if grid.n_cols != 2 or any(c.tables or c.row_span > 1 for c in grid.cells):
        return []
    rows = [row for row in grid.rows() if any(not c.is_blank for c in row)]
    header = rows[0] if len(rows) > 1 and _are_names(rows[0]) and _is_band(rows[1]) else []
    bands: list[tuple[Cell, list[_Row]]] = []
    for row in rows[bool(header) :]:
        if _is_band(row):
            bands.append((row[0], []))
        elif bands and len(row) == 2 and _is_period(row[0], vocabulary):
            bands[-1][1].append(row)
        else:
            return []
    periods = [[fold(name.text) for name, _ in own] for _, own in bands]
    if len(bands) < _FEW or any(len(own) < _FEW or len(set(own)) < len(own) for own in periods):
        return []
    made = [_as_table(band, own, grid) for band, own in bands]
    if header:
        first, *others = made[0].cells
        places = tuple(p for cell in header for p in cell.places)
        made[0] = replace(made[0], cells=(replace(first, places=places), *others))
    return made


def _is_band(row: _Row) -> bool:
    """Whether one text stands over both columns."""
    return len(row) == 1 and row[0].col_span > 1


def _is_period(cell: Cell, vocabulary: Vocabulary) -> bool:
    """Whether a cell is a period, and what its value is: "2024/25 (target)"."""
    text = fold(cell.text)
    rest = without_periods(text).strip("() ")
    return len(find_periods(text)) == 1 and (not rest or value_role(rest, vocabulary) is not None)


def _are_names(row: _Row) -> bool:
    return len(row) == 2 and not any(c.is_blank or find_periods(fold(c.text)) for c in row)


def _as_table(band: Cell, rows: list[_Row], grid: Grid) -> Grid:
    """The measure and its values, each below its period."""
    cells = [Cell(0, 0, 1, 1, (_MEASURE,), ())]
    cells += [replace(name, row=0, col=n) for n, (name, _) in enumerate(rows, 1)]
    cells.append(replace(band, row=1, col=0, col_span=1))
    cells += [replace(value, row=1, col=n) for n, (_, value) in enumerate(rows, 1)]
    return Grid(tuple(cells), 2, len(rows) + 1, page=grid.page, evidence=("a band over periods and values",))
