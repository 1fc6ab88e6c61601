"""Indicators each in a card of its own whose values stand under years, between rows of labels and texts.

Performance measure BI-01 | Cargo inspected on arrival        <- the code may stand behind the label
Year                      | 2024-25 | 2025-26 | 2026-27
Target                    | 98%     | 98%     | 99%
Methodology               | All consignments are profiled
"""

from __future__ import annotations

from dataclasses import replace

from planparse.interpret.codes import is_code
from planparse.interpret.header_rows import value_role
from planparse.interpret.periods import find_periods, without_periods
from planparse.interpret.vocabulary import phrase_key
from planparse.model.document import Block, Cell, Grid
from planparse.model.vocabulary import Vocabulary
from planparse.text import fold

_CODE, _MEASURE = Block("Code"), Block("Measure")
"""The names of the columns for what stands in the card's title."""
_FEW = 2
"""Years of a card at least."""

_Row = list[Cell]


def year_cards(grid: Grid, vocabulary: Vocabulary) -> list[Grid]:
    """The cards of a grid, each made into a table of one row under a header of two; none where it holds anything
    else."""
    if grid.n_cols <= _FEW or any(c.tables or c.row_span > 1 for c in grid.cells):
        return []
    rows = [row for row in grid.rows() if any(not c.is_blank for c in row)]
    cards: list[list[_Row]] = []
    for row in rows:
        if _is_title(row, grid, vocabulary):
            cards.append([])
        if not cards:
            return []
        cards[-1].append(row)
    made = [_as_table(card, grid, vocabulary) for card in cards]
    return [table for table in made if table is not None] if made and None not in made else []


def _is_title(row: _Row, grid: Grid, vocabulary: Vocabulary) -> bool:
    """Whether a label for a measure, perhaps with its code, stands beside one text."""
    if not _is_text(row, grid):
        return False
    name, _ = _named(fold(row[0].text))
    return vocabulary.columns.get(phrase_key(name)) == "measure"


def _named(label: str) -> tuple[str, str]:
    """A label and the code behind it: "Measure AB-01"."""
    name, _, code = label.rstrip(" :").rpartition(" ")
    return (name, code) if name and is_code(code) else (label, "")


def _is_text(row: _Row, grid: Grid) -> bool:
    """Whether a label stands beside one text over all other columns."""
    return len(row) == 2 and row[0].col_span == 1 and row[1].end_col == grid.n_cols and not row[0].is_blank


def _as_table(card: list[_Row], grid: Grid, vocabulary: Vocabulary) -> Grid | None:
    title, *rest = card
    label, measure = title
    dated = [row for row in rest if _are_years(row, grid, vocabulary)]
    values = [row for row in rest if len(row) == grid.n_cols and value_role(fold(row[0].text), vocabulary)]
    texts = [row for row in rest if _is_text(row, grid)]
    if len(dated) != 1 or not values or len(dated) + len(values) + len(texts) != len(rest):
        return None
    name, code = _named(fold(label.text))
    columns: list[tuple[Cell, Cell]] = []  # the name of each and what stands below it
    if code:
        columns.append((Cell(0, 0, 1, 1, (_CODE,), ()), replace(label, blocks=(Block(code),))))
        columns.append((Cell(0, 0, 1, 1, (Block(name),), ()), measure))
    else:
        columns.append((replace(label, blocks=(_MEASURE,)), measure))
    columns += [(row[0], row[1]) for row in texts]
    first = len(columns)
    cells = [replace(head, row=0, col=n, row_span=2, col_span=1) for n, (head, _) in enumerate(columns)]
    cells += [replace(own, row=2, col=n, row_span=1, col_span=1) for n, (_, own) in enumerate(columns)]
    years = dated[0][1:]
    for row in values:
        cells.append(replace(row[0], row=0, col=first, row_span=1, col_span=len(years)))
        cells += [replace(year, row=1, col=first + n, row_span=1, col_span=1) for n, year in enumerate(years)]
        cells += [replace(own, row=2, col=first + n, row_span=1, col_span=1) for n, own in enumerate(row[1:])]
        first += len(years)
    kept = replace(cells[0], places=cells[0].places + dated[0][0].places)  # the name of the years is of no column
    cells = sorted([kept, *cells[1:]], key=lambda c: (c.row, c.col))
    return Grid(tuple(cells), 3, first, page=grid.page, evidence=("a card with values under years",))


def _are_years(row: _Row, grid: Grid, vocabulary: Vocabulary) -> bool:
    """Whether a row has a year in each column behind its name, if it has one."""
    if len(row) != grid.n_cols or not (row[0].is_blank or phrase_key(fold(row[0].text)) in vocabulary.period_names):
        return False
    texts = [fold(c.text) for c in row[1:]]
    return all(find_periods(text) and not without_periods(text) for text in texts)
