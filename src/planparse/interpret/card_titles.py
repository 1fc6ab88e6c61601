"""Titles of cards: texts as wide as these, or alone in a row over the labels, without a label of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container
from dataclasses import replace

from planparse.interpret.codes import split_code
from planparse.interpret.header_words import role_of
from planparse.interpret.labels import match_label
from planparse.interpret.periods import without_periods
from planparse.model.document import Block, Cell, Grid
from planparse.model.vocabulary import Vocabulary
from planparse.text import fold

TITLE, MEASURE = Block("Action"), Block("Measure")
"""The labels that a title stands for."""
_CARDS = 2
"""Cards of a table that show what each begins with."""


def as_title(row: list[Cell], grid: Grid) -> list[Cell]:
    """The row; its first text, where no other cell has any, made as wide as the table."""
    alone = row[0].col == 0 and row[0].row_span == 1 and all(c.is_blank and not c.tables for c in row[1:])
    return [replace(row[0], col_span=grid.n_cols)] if alone and len(row) == grid.n_cols else row


def is_over(row: list[Cell], grid: Grid) -> bool:
    """Whether one text is as wide as the table."""
    return len(row) == 1 and row[0].col_span == grid.n_cols > 1 and not row[0].is_blank and not row[0].tables


def below_title(card: Grid) -> str | None:
    """The label right below the title of a card; None where it has none."""
    head = [cell for cell in card.cells if not cell.row]
    titled = len(head) > 1 and not head[0].places and head[0].blocks in ((TITLE,), (MEASURE,))
    return fold(head[1].text) if titled else None


def with_wide_titles(
    rows: list[list[Cell]], grid: Grid, vocabulary: Vocabulary, titled: Container[str]
) -> list[list[Cell]]:
    """The rows; each text alone in its row, short enough for the column of the labels, made as wide as the table where
    it stands for a title as wide as that: all cards begin with the same label, right below their titles, and nothing
    else in the grid has the name that it has. That of a grid of one card may show it by itself."""
    names = [fold(row[0].text) for row in rows]
    at = next((n for n, row in enumerate(rows[:-1]) if is_over(row, grid)), 0)
    heads = [n for n, name in enumerate(names) if n and name == names[at + 1]] if len(rows) > at + 1 else []
    wide = {n - 1: as_title(rows[n - 1], grid) for n in heads}
    count = Counter(names)
    shown = len(heads) >= _CARDS or (heads == [1] and _is_title_alone(names, vocabulary, titled))
    if not shown or not all(is_over(row, grid) and count[names[n]] == 1 for n, row in wide.items()):
        return rows
    return [wide.get(n, row) for n, row in enumerate(rows)]


def _is_title_alone(names: list[str], vocabulary: Vocabulary, titled: Container[str]) -> bool:
    """Whether the first text of a card is its title, not a label with a blank beside it: no label has its words, and it
    alone begins with a code, or stands over the label that titles of other cards do."""
    first, *labels = names
    if match_label(first, vocabulary) is not None or role_of(without_periods(first), vocabulary) is not None:
        return False
    split = split_code(first)
    coded = split is not None and bool(split.rest) and not any(map(split_code, labels))
    return coded or labels[0] in titled
