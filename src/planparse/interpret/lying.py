"""Tables lying on their side: a column for each measure, a row for each year.

                 Days open    Inspectors trained
Actual 2024/25   347          164
Target 2025/26   351          199

Or a plan on a page: a column for each objective, a row for its developments, one for its issues and so on.
"""

from __future__ import annotations

from dataclasses import replace

from planparse.interpret.header_rows import value_role
from planparse.interpret.labels import match_label
from planparse.interpret.periods import find_periods, without_periods
from planparse.interpret.row_heads import LISTS, TEXTS
from planparse.interpret.values import is_words
from planparse.interpret.vocabulary import phrase_key
from planparse.model.document import Block, Cell, Grid
from planparse.model.vocabulary import Vocabulary
from planparse.text import fold

_FEW = 2
"""Rows that name values at least, and measures over them."""
_MEASURE, _OBJECTIVE = Block("Measure"), Block("Objective")
"""What a blank corner stands for."""


def upright(grid: Grid, vocabulary: Vocabulary) -> Grid:
    """The table turned where it lies on its side, else as it is."""
    if grid.n_rows <= _FEW or grid.n_cols <= _FEW:
        return grid
    of_objectives = _is_plan_on_a_page(grid, vocabulary)
    if not of_objectives and not _lies(grid, vocabulary):
        return grid
    cells = [
        replace(c, row=c.col, col=c.row, row_span=c.col_span, col_span=c.row_span, open_top=False, open_bottom=False)
        for c in grid.cells
    ]
    corner = next((c for c in cells if c.row == c.col == 0), None)
    if corner is None or corner.is_blank or _names_periods(corner, vocabulary):
        places = corner.places if corner is not None else ()
        name = _OBJECTIVE if of_objectives else _MEASURE
        cells = [Cell(0, 0, 1, 1, (name,), places), *(c for c in cells if c.row or c.col)]
    cells.sort(key=lambda c: (c.row, c.col))
    columns, rows = ("objectives", "their parts") if of_objectives else ("measures", "years")
    evidence = (*grid.evidence, f"turned: its rows are {rows}, its columns {columns}")
    return Grid(tuple(cells), grid.n_cols, grid.n_rows, evidence=evidence, page=grid.page)


def _is_plan_on_a_page(grid: Grid, vocabulary: Vocabulary) -> bool:
    """Whether the first column has nothing but labels, of lists most of all, and the first row, right of a blank or of
    what names objectives, the names of these."""
    first, *below = grid.rows()
    if any(c.row_span > 1 or c.col_span > 1 for c in grid.cells) or any(not row or row[0].col for row in below):
        return False
    labels = [match_label(fold(row[0].text), vocabulary) for row in below]
    roles = [label.role if label is not None and not label.rest else None for label in labels]
    if not set(roles) <= TEXTS or sum(role in LISTS for role in roles) < _FEW:
        return False
    corner = next((match_label(fold(c.text), vocabulary) for c in first if c.col == 0 and not c.is_blank), None)
    named = all(c.is_blank for c in first if c.col == 0) or (corner is not None and corner.role == "objective")
    names = [fold(c.text) for c in first if c.col]
    return named and len(names) == grid.n_cols - 1 and all(_is_measure(name, vocabulary) for name in names)


def _lies(grid: Grid, vocabulary: Vocabulary) -> bool:
    first, *below = grid.rows()
    if any(c.row_span > 1 or c.tables for c in grid.cells) or any(not row or row[0].col for row in below):
        return False
    corner = next((c for c in first if c.col == 0 and not c.is_blank), None)
    dated = corner is None or _names_periods(corner, vocabulary)
    names = [fold(row[0].text) for row in below]
    roles = [value_role(name, vocabulary) for name in names]
    bare = [role is None and dated and _is_period(name) for role, name in zip(roles, names, strict=True)]
    if roles.count(None) > sum(bare) or all(bare) or not any(find_periods(name) for name in names):
        return False
    if corner is not None and value_role(fold(corner.text), vocabulary):
        return False
    measures = [fold(c.text) for c in first if c.col]
    if len(measures) < _FEW or not all(_is_measure(text, vocabulary) for text in measures):
        return False
    values = [fold(c.text) for row in below for c in row[1:] if not c.is_blank]
    return bool(values) and sum(not is_words(t, vocabulary) for t in values) * 2 > len(values)


def _names_periods(cell: Cell, vocabulary: Vocabulary) -> bool:
    return phrase_key(fold(cell.text)) in vocabulary.period_names


def _is_period(text: str) -> bool:
    """A period, with a word beside it at most: "2024/25 (estimate)"."""
    return bool(find_periods(text)) and len(without_periods(text).split()) <= 1


def _is_measure(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text over a column names neither a kind of value nor a period, nor any other column of a table."""
    return any(c.isalpha() for c in text) and phrase_key(without_periods(text)) not in {"", *vocabulary.columns}
