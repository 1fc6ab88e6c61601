"""Indicators each in a card of its own whose values stand under years, between rows of labels and texts.

Performance measure BI-01 | Cargo inspected on arrival        <- the code may stand behind the label
Year                      | 2024-25 | 2025-26 | 2026-27
Target                    | 98%     | 98%     | 99%
Methodology               | All consignments are profiled

The name of the values may stand beside the years and these alike, as tall as both rows; the title may be one cell,
right over the years also without a label.
"""

from __future__ import annotations

from dataclasses import replace

from planparse.interpret.codes import is_code
from planparse.interpret.header_rows import value_role
from planparse.interpret.labels import match_label
from planparse.interpret.periods import find_periods, is_bare_period
from planparse.interpret.vocabulary import phrase_key
from planparse.model.document import Block, Cell, Grid
from planparse.model.provenance import Provenance
from planparse.model.vocabulary import Vocabulary
from planparse.text import fold

_CODE, _MEASURE = Block("Code"), Block("Measure")
"""The names of the columns for what stands in the card's title."""
_FEW = 2
"""Years of a card at least."""

_Row = list[Cell]
_Values = tuple[Cell, _Row, _Row]
"""The name of values, the years over them, and these."""


def year_cards(grid: Grid, vocabulary: Vocabulary, heading: Cell | None = None) -> list[Grid]:
    """The cards of a grid, each made into a table of one row under a header of two; none where it holds anything
    else.

    ``heading``: the text right above the grid, which is the measure where the grid begins with the years.
    """
    if grid.n_cols <= _FEW or any(c.tables or c.row_span > (2 if c.col == 0 else 1) for c in grid.cells):
        return []
    rows = [row for row in grid.rows() if any(not c.is_blank for c in row)]
    cards: list[list[_Row]] = []
    if heading is not None and rows and len(rows[0]) == grid.n_cols and _begin_years(rows[0], vocabulary):
        cards.append([[Cell(0, 0, 1, 1, (_MEASURE,), ()), heading]])
    for n, row in enumerate(rows):
        title = _in_one_cell(row, grid) if len(row) == 1 else row
        if _is_title(title, grid, vocabulary):
            row = title
            cards.append([])
        elif _is_over_years(row, rows[n + 1 : n + 4], grid, vocabulary):
            row = [Cell(0, 0, 1, 1, (_MEASURE,), ()), replace(row[0], col_span=1)]
            cards.append([])
        if not cards:
            return []
        cards[-1].append(row)
    made = [_as_table(card, grid, vocabulary) for card in cards]
    return [table for table in made if table is not None] if made and None not in made else []


def _is_title(row: _Row, grid: Grid, vocabulary: Vocabulary) -> bool:
    """Whether a label for a measure, perhaps with its code, or a code alone stands beside one text."""
    if not _is_text(row, grid):
        return False
    name, code = _named(fold(row[0].text))
    return vocabulary.columns.get(phrase_key(name)) == "measure" or (not name and bool(code))


def _is_over_years(row: _Row, below: list[_Row], grid: Grid, vocabulary: Vocabulary) -> bool:
    """Whether one text as wide as the grid, which names nothing but a measure, stands right over years, a row of
    targets and one of actuals, as no title of several measures does."""
    wide = len(row) == 1 and row[0].col == 0 and row[0].end_col == grid.n_cols and not row[0].is_blank
    if not wide or not below or len(below[0]) < grid.n_cols or not _begin_years(below[0], vocabulary):
        return False
    if {value_role(fold(line[0].text), vocabulary) for line in below[1:]} != {"target", "actual"}:
        return False
    text = fold(row[0].text)
    return match_label(text, vocabulary) is None and not find_periods(text) and value_role(text, vocabulary) is None


def _in_one_cell(row: _Row, grid: Grid) -> _Row:
    """The label and the text of a title that is one cell as wide as the grid: "Measure 1.1: Cargo inspected"."""
    label, colon, text = fold(row[0].text).partition(": ")
    if not colon or row[0].col or row[0].end_col < grid.n_cols:
        return row
    own = replace(row[0], col_span=1, blocks=(Block(label),))
    return [own, replace(row[0], col=1, col_span=grid.n_cols - 1, blocks=(Block(text),))]


def _named(label: str) -> tuple[str, str]:
    """A label and the code behind it: "Measure AB-01"; a code may stand alone."""
    if is_code(label.rstrip(" :")):
        return "", label.rstrip(" :")
    name, _, code = label.rstrip(" :").rpartition(" ")
    return (name, code) if name and is_code(code) else (label, "")


def _is_text(row: _Row, grid: Grid) -> bool:
    """Whether a label stands beside one text over all other columns."""
    return len(row) == 2 and row[0].col_span == 1 and row[1].end_col == grid.n_cols and not row[0].is_blank


def _as_table(card: list[_Row], grid: Grid, vocabulary: Vocabulary) -> Grid | None:
    title, *rest = card
    label, measure = title
    texts = [row for row in rest if _is_text(row, grid)]
    found = _values([row for row in rest if not _is_text(row, grid)], grid, vocabulary)
    if found is None:
        return None
    names, values = found
    name, code = _named(fold(label.text))
    columns: list[tuple[Cell, Cell]] = []  # the name of each and what stands below it
    if code:
        columns.append((Cell(0, 0, 1, 1, (_CODE,), ()), replace(label, blocks=(Block(code),))))
        columns.append((Cell(0, 0, 1, 1, (Block(name) if name else _MEASURE,), ()), measure))
    else:
        columns.append((replace(label, blocks=(_MEASURE,)), measure))
    columns += [(row[0], row[1]) for row in texts]
    first = len(columns)
    cells = [replace(head, row=0, col=n, row_span=2, col_span=1) for n, (head, _) in enumerate(columns)]
    cells += [replace(own, row=2, col=n, row_span=1, col_span=1) for n, (_, own) in enumerate(columns)]
    for head, years, own in values:
        cells.append(replace(head, row=0, col=first, row_span=1, col_span=len(years)))
        cells += [replace(year, row=1, col=first + n, row_span=1, col_span=1) for n, year in enumerate(years)]
        cells += [replace(value, row=2, col=first + n, row_span=1, col_span=1) for n, value in enumerate(own)]
        first += len(years)
    kept = replace(cells[0], places=cells[0].places + names)  # the name of the years is of no column
    cells = sorted([kept, *cells[1:]], key=lambda c: (c.row, c.col))
    return Grid(tuple(cells), 3, first, page=grid.page, evidence=("a card with values under years",))


def _values(rows: list[_Row], grid: Grid, vocabulary: Vocabulary) -> tuple[Provenance, list[_Values]] | None:
    """Where the years are named, and the values below them, each row with its name; None where other rows are among
    them."""
    years: _Row = []
    names: Provenance = ()
    out: list[_Values] = []
    tall: Cell | None = None
    for row in rows:
        if tall is not None:
            if len(row) != len(years):
                return None
            out.append((tall, years, row))
            tall = None
        elif len(row) != grid.n_cols:
            return None
        elif _are_years(row[1:]):
            named = _begin_years(row, vocabulary)
            tall = row[0] if row[0].row_span > 1 and value_role(fold(row[0].text), vocabulary) else None
            if (years and tall is None) or not (named or tall):
                return None
            years, names = row[1:], names if tall else row[0].places
        elif years and row[0].row_span == 1 and value_role(fold(row[0].text), vocabulary):
            out.append((row[0], years, row[1:]))
        else:
            return None
    return (names, out) if out and tall is None else None


def _begin_years(row: _Row, vocabulary: Vocabulary) -> bool:
    """Whether nothing stands before the years of a row, or their name."""
    named = row[0].is_blank or phrase_key(fold(row[0].text)) in vocabulary.period_names
    return named and _are_years(row[1:])


def _are_years(row: _Row) -> bool:
    texts = [fold(c.text) for c in row]
    return all(is_bare_period(text) for text in texts)
