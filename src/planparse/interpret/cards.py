"""Key-value cards: a table of two columns in which labels stand below each other.

A card is a table lying on its side: it is turned, and read as one.
"""

from __future__ import annotations

from dataclasses import replace

from planparse.interpret.header_words import role_of
from planparse.interpret.labels import match_label
from planparse.interpret.periods import find_periods, without_periods
from planparse.interpret.values import parse_value
from planparse.model.document import Cell, Grid
from planparse.model.vocabulary import Vocabulary
from planparse.text import fold

_BLOCKS = frozenset({"developments", "issues", "milestones"})
"""A label of these begins a list in an objective's block: that is no card."""
_ACTION = {"action": "action", "ref": "code", "due": "due", "status": "progress", "lead": "lead"}


def card_tables(grid: Grid, vocabulary: Vocabulary) -> list[Grid] | None:
    """The cards of a grid, each turned into a header row and a data row; None where it holds none."""
    pairs = _pairs(grid)
    if pairs is None:
        return None
    cards: list[list[tuple[Cell, Cell]]] = []
    first: str | None = None
    for key, value in pairs:
        name = fold(key.text)
        if first is None or name == first or _opens(name, vocabulary):
            first = first or name
            cards.append([])
        cards[-1].append((key, value))
    return [_turned(card) for card in cards] if cards and all(_is_card(c, vocabulary) for c in cards) else None


def _pairs(grid: Grid) -> list[tuple[Cell, Cell]] | None:
    if grid.n_cols != 2:
        return None
    out = []
    for row in grid.rows():
        filled = [c for c in row if not c.is_blank]
        if not filled:
            continue
        if (
            len(row) != 2
            or row[0].is_blank
            or row[0].col_span > 1
            or row[0].row_span > 1
            or row[0].tables
            or row[1].tables
        ):
            return None
        out.append((row[0], row[1]))
    return out or None


def _opens(name: str, vocabulary: Vocabulary) -> bool:
    label = match_label(name, vocabulary)
    return label is not None and label.role in ("action", "ref")


def _is_card(card: list[tuple[Cell, Cell]], vocabulary: Vocabulary) -> bool:
    roles = set()
    for key, value in card:
        label = match_label(fold(key.text), vocabulary)
        if label is not None and (label.role in _BLOCKS or "(s)" in label.printed):
            return False
        if label is not None and label.period and parse_value(fold(value.text), vocabulary).status == "note":
            return False
        found = role_of(without_periods(fold(key.text)), vocabulary)
        if found and found[0] == "objective" and find_periods(fold(key.text)):
            roles.add("target")
        roles.add(_ACTION.get(label.role, "") if label else "")
        roles.add(found[0] if found else "")
    action = "action" in roles and len(roles & {"due", "progress", "lead", "rag"}) >= 1
    indicator = "measure" in roles and bool(roles & {"target", "actual"}) and len(card) >= 3
    return action or indicator


def _turned(card: list[tuple[Cell, Cell]]) -> Grid:
    cells = [replace(key, row=0, col=c, row_span=1, col_span=1) for c, (key, _) in enumerate(card)]
    cells += [replace(value, row=1, col=c, row_span=1, col_span=1) for c, (_, value) in enumerate(card)]
    return Grid(tuple(cells), 2, len(card), evidence=("a card of labels and values, turned",))
