"""Key-value cards: labels below each other, or in two columns, each with its value beside it.

    Ref          A101                         A101 Open the new centre        <- a title, in the card or above it
    Action       Open the new centre          Lead officer   Head of Service
    Lead officer Head of Service              Due date       March 2024

A card is a table lying on its side: it is turned, and read as one.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import replace
from itertools import pairwise

from planparse.interpret.card_titles import MEASURE, TITLE, as_title, is_over, with_wide_titles
from planparse.interpret.header_rows import VALUE_ROLES, value_role
from planparse.interpret.header_words import role_of
from planparse.interpret.labels import match_label
from planparse.interpret.periods import find_periods, is_bare_period, without_periods
from planparse.interpret.told_cards import told_cards, turned
from planparse.interpret.values import is_words, parse_value
from planparse.interpret.vocabulary import phrase_key
from planparse.model.document import Block, Cell, Grid
from planparse.model.vocabulary import Vocabulary
from planparse.text import fold

_BLOCKS = frozenset({"developments", "issues", "milestones"})
"""A label of these begins a list in an objective's block: that is no card."""
_OWNERS = frozenset({"objective", "priority", "indicators"})
"""Labels of a block too: what has a title and one of these is an objective."""
ACTION = {"action": "action", "ref": "code", "due": "due", "status": "progress", "lead": "lead"}
_DATED = frozenset({"due", "progress", "rag"})
_TOLD = frozenset({"lead", "unit", "frequency", "direction", "trend", "rag", "extra"})
"""Columns that may stand beside the values of an indicator."""
_MORE = frozenset({"extra"})
"""Those that may where its measure is the heading above the table."""
_NONE: frozenset[str] = frozenset()
_LONGEST_LABEL, LONGEST_MEASURE = 60, 220
_PAIR = 2
"""Cells of a row that is a label and its value."""
_TOLD_TEXT = re.compile(r"(?P<label>[^:]{2,40}):\s+(?P<text>\S.*)")
Pair = tuple[Cell | None, Cell]
"""A label and its value; a title has no label."""


def card_tables(
    grid: Grid, vocabulary: Vocabulary, heading: Cell | None = None, titled: Container[str] = ()
) -> list[Grid] | None:
    """The cards of a grid, each turned into a header row and a data row; None where it holds none.

    ``heading``: the text right above the grid, which is its title where it is one card without any. ``titled``: the
    labels right below the titles of cards before.
    """
    grid = _with_names_over(_with_one_border(grid), vocabulary)
    by_title = _under_titles(grid, vocabulary, heading) or told_cards(grid, vocabulary)
    if by_title:
        return by_title
    pairs = _pairs(grid, vocabulary, titled)
    if pairs is None or _are_names(grid, vocabulary):
        return None
    cards: list[list[Pair]] = []
    first: str | None = None
    for key, value in pairs:
        name = fold(key.text) if key is not None else ""
        if (
            not cards
            or key is None
            or (name == first and not _is_title(cards[-1]))
            or _opens(name, cards[-1], vocabulary)
        ):
            first = first or name
            cards.append([])
        cards[-1].append((key, value))
    if len(cards) == 1 and heading is not None and not _is_title(cards[0]) and not _is_named(cards[0], vocabulary):
        whole: list[Pair] = [(None, heading), *cards[0]]
        if _is_titled_card(whole, vocabulary):
            return [_turned(whole, vocabulary)]
    sure = [card for card in cards if _is_card(card, vocabulary)]
    known = {label for card in sure for label in _labels(card)}
    alike = all(card in sure or (_is_title(card) and _labels(card) <= known) for card in cards)
    return [_turned(card, vocabulary) for card in cards] if sure and alike else None


def _with_one_border(grid: Grid) -> Grid:
    """The grid with two columns where no row has more than two cells, though the border between these stands elsewhere
    in each of several tables that touch."""
    rows = grid.rows()
    if grid.n_cols <= _PAIR or any(c.row_span > 1 for c in grid.cells) or max(map(len, rows)) != _PAIR:
        return grid
    if any(row[0].col or row[-1].end_col != grid.n_cols for row in rows if row) or any(
        b.col != a.end_col for row in rows for a, b in pairwise(row)
    ):
        return grid
    cells = [replace(c, col=n, col_span=_PAIR if len(row) < _PAIR else 1) for row in rows for n, c in enumerate(row)]
    return replace(grid, cells=tuple(cells), n_cols=_PAIR)


def _with_names_over(grid: Grid, vocabulary: Vocabulary) -> Grid:
    """The grid with each row parted in two whose cells all hold the name of a value and, below it, the value: "Target
    2025/26" over "95%"."""
    rows = grid.rows()
    parted = {n for n, row in enumerate(rows) if _hold_names(row, vocabulary)}
    if not parted or any(c.row_span > 1 for c in grid.cells):
        return grid
    cells: list[Cell] = []
    at = 0
    for n, row in enumerate(rows):
        if n in parted:
            cells += [replace(c, row=at, blocks=c.blocks[:1]) for c in row]
            cells += [replace(c, row=at + 1, blocks=c.blocks[1:]) for c in row]
        else:
            cells += [replace(c, row=at) for c in row]
        at += 1 + (n in parted)
    return replace(grid, cells=tuple(cells), n_rows=at)


def _hold_names(row: list[Cell], vocabulary: Vocabulary) -> bool:
    """Whether each cell of a row holds the name of a value and one more paragraph, some of these a number."""
    if len(row) < 2 or any(len(c.blocks) != 2 or c.tables for c in row):
        return False
    if not all(value_role(fold(c.blocks[0].text), vocabulary) for c in row):
        return False
    return any(parse_value(fold(c.blocks[1].text), vocabulary).status == "number" for c in row)


def _under_titles(grid: Grid, vocabulary: Vocabulary, heading: Cell | None) -> list[Grid]:
    """Indicators each by itself, its title over the names of its values and these; none where the grid holds anything
    else. Each becomes a table of a row, the title being its measure; that of the first may stand above the grid."""
    rows = [as_title(cells, grid) for cells in grid.rows() if any(not c.is_blank for c in cells)]
    if (
        heading is not None
        and len(rows) > 1
        and not is_over(rows[0], grid)
        and _name_values(rows[0], vocabulary, _MORE)
    ):
        rows.insert(0, [replace(heading, col_span=grid.n_cols)])
    out: list[Grid] = []
    at = 0
    while at < len(rows):
        told = _MORE if heading is not None and rows[at][0].places == heading.places else _TOLD
        if at + 2 >= len(rows) or not is_over(rows[at], grid):
            return []
        if not _name_values(rows[at + 1], vocabulary, told):
            return []
        (title,), names, values = rows[at], rows[at + 1], rows[at + 2]
        if not {c.col for c in values} <= {c.col for c in names} or is_over(values, grid):
            return []
        if len({fold(c.text) for c in names}) < len(names):
            return []  # of several cards beside each other
        cells = [Cell(0, 0, 1, 1, (MEASURE,), ())]
        cells += [replace(c, row=0, col=c.col + 1, row_span=1) for c in names]
        cells.append(replace(title, row=1, col=0, row_span=1, col_span=1))
        cells += [replace(c, row=1, col=c.col + 1, row_span=1) for c in values]
        at += 3
        width, below = grid.n_cols + 1, []
        while at < len(rows) and not _begins_card(rows[at:], vocabulary):
            pairs = _told(rows[at])
            if pairs:
                cells += [replace(c, row=n, col=width + k) for k, pair in enumerate(pairs) for n, c in enumerate(pair)]
                width += len(pairs)
            elif is_over(rows[at], grid):
                below.append(rows[at][0])
            else:
                break
            at += 1
        cells += [replace(c, row=2 + n, col=0, row_span=1, col_span=width) for n, c in enumerate(below)]
        cells.sort(key=lambda c: (c.row, c.col))
        out.append(Grid(tuple(cells), 2 + len(below), width, evidence=("a title over the names of its values",)))
    return out


def _told(row: list[Cell]) -> list[tuple[Cell, Cell]]:
    """The labels and the texts of a row whose cells each hold both, "Why: it matters | Lead: Head of Parks"; none in
    another row."""
    texts = [fold(c.text) for c in row]
    parts = [_TOLD_TEXT.fullmatch(text) for text in texts]
    if len(row) < 2 or any(c.row_span > 1 or c.tables for c in row):
        return []
    found = [(m["label"], m["text"]) for m in parts if m]
    if len(found) < len(row):
        return []
    return [
        (replace(c, col_span=1, blocks=(Block(label),), places=()), replace(c, col_span=1, blocks=(Block(text),)))
        for c, (label, text) in zip(row, found, strict=True)
    ]


def _begins_card(rows: list[list[Cell]], vocabulary: Vocabulary) -> bool:
    return len(rows) > 2 and _name_values(rows[1], vocabulary, _TOLD)


def _name_values(row: list[Cell], vocabulary: Vocabulary, told: frozenset[str] = _NONE, *, fewest: int = 2) -> bool:
    """Whether all texts of a row name values, two of them or more, or what is ``told`` of an indicator beside such: no
    measure."""
    texts = [fold(c.text) for c in row]
    named = [text for text in texts if value_role(text, vocabulary)]
    dated = [text for text in texts if is_bare_period(text)]
    others = [found[0] for text in texts if text not in named and (found := role_of(text, vocabulary))]
    return len(named) >= fewest and len(named) + len(dated) + sum(role in told for role in others) == len(row)


def _labels(card: list[Pair]) -> set[str]:
    return {fold(key.text) for key, _ in card if key is not None}


def _is_title(card: list[Pair]) -> bool:
    """Whether the card is nothing but its title so far, or begins with it."""
    return card[0][0] is None


def _is_named(card: list[Pair], vocabulary: Vocabulary) -> bool:
    """Whether a label of the card says what the action is."""
    return "action" in (_roles(card, vocabulary) or ())


def _pairs(grid: Grid, vocabulary: Vocabulary, titled: Container[str]) -> list[Pair] | None:
    if grid.n_cols not in (2, 4):
        return None
    out: list[Pair] = []
    rows = [row for row in grid.rows() if any(not c.is_blank for c in row)]
    for row in with_wide_titles(rows, grid, vocabulary, titled):
        filled = [c for c in row if not c.is_blank]
        if any(c.tables or c.row_span > 1 for c in filled):
            return None
        if len(filled) == 1 and filled[0].col_span == grid.n_cols:
            out.append((None, filled[0]))
            continue
        if len(row) % 2:
            return None
        for key, value in zip(row[::2], row[1::2], strict=True):
            if key.is_blank and value.is_blank:
                continue
            if key.is_blank or key.col_span > 1 or len(fold(key.text)) > _LONGEST_LABEL:
                return None
            out.append((key, value))
    return out if any(key is not None for key, _ in out) else None


def _are_names(grid: Grid, vocabulary: Vocabulary) -> bool:
    """Whether a row of four texts has names of columns beside each other, no label and its value; or the first of two
    texts, where it is bold or no row below begins with a name. In the first row of four one of the texts where values
    would stand has to be a whole name, the others may say more: "Code | Measure | Latest | Target for the year"."""
    texts = [[without_periods(fold(c.text)) for c in row] for row in grid.rows()]
    rows = [[phrase_key(text) for text in row] for row in texts]
    named = [n for n, row in enumerate(rows) if row and all(name in vocabulary.columns for name in row)]
    bold = all(b.bold for c in grid.cells if c.row == 0 for b in c.blocks)
    heads = bold or not any(row[0] in vocabulary.columns for row in rows[1:] if row)
    if any(len(rows[n]) == 4 or (n == 0 and len(rows[n]) == 2 and heads) for n in named):
        return True
    whole = len(rows[0]) == 4 and any(name in vocabulary.columns for name in rows[0][1::2])
    return whole and all(role_of(text, vocabulary) for text in texts[0])


def _opens(name: str, card: list[Pair], vocabulary: Vocabulary) -> bool:
    """Whether a label names another action than the one that the card is of."""
    label = match_label(name, vocabulary)
    if label is None or label.role not in ("action", "ref"):
        return False
    known = [match_label(fold(key.text), vocabulary) for key, _ in card if key is not None]
    return any(other is not None and other.role == label.role for other in known)


def _is_card(card: list[Pair], vocabulary: Vocabulary) -> bool:
    if _is_title(card):
        return _is_titled_card(card, vocabulary)
    roles = _roles(card, vocabulary)
    if roles is None:
        return False
    action = "action" in roles and len(roles & {"due", "progress", "lead", "rag"}) >= 1
    indicator = "measure" in roles and bool(roles & {"target", "actual"}) and len(card) >= 3
    return action or indicator


def _is_titled_card(card: list[Pair], vocabulary: Vocabulary) -> bool:
    """An action below its title: something is due, or has a status, and nothing names an objective. Or an indicator:
    some are its values."""
    roles = _roles(card, vocabulary)
    title, *rest = card
    named = match_label(fold(title[1].text).partition(":")[0], vocabulary)
    if (
        roles is None
        or not (roles & _DATED or _has_values(rest, vocabulary))
        or len(rest) < 2
        or any(key is None for key, _ in rest)
    ):
        return False
    labels = {label.role for key, _ in rest if key is not None and (label := match_label(fold(key.text), vocabulary))}
    return not labels & _OWNERS and (named is None or named.role not in _OWNERS)


def _has_values(card: list[Pair], vocabulary: Vocabulary) -> bool:
    """Whether labels of a card name values, and beside each of these one stands."""
    named = [(key, value) for key, value in card if key is not None and _name_values([key], vocabulary, fewest=1)]
    texts = [fold(value.text) for _, value in named]
    found = [parse_value(text, vocabulary).status for text in texts]
    words = sum(is_words(text, vocabulary) for text in texts)
    return "number" in found and "unparsed" not in found and words * 2 < len(found)


def _roles(card: list[Pair], vocabulary: Vocabulary) -> set[str] | None:
    """What the labels of a card say; None where one of them begins a list, or most of them say nothing."""
    roles: set[str] = set()
    unknown = 0
    lists = False
    for key, value in card:
        if key is None:
            continue
        label = match_label(fold(key.text), vocabulary)
        if label is not None and (label.role == "milestones" or "(s)" in label.printed):
            return None
        if label is not None and label.role in _BLOCKS:
            lists = True
            continue
        if label is not None and label.period and is_words(fold(value.text), vocabulary):
            return None
        found = role_of(without_periods(fold(key.text)), vocabulary)
        if found and found[0] == "objective" and find_periods(fold(key.text)):
            roles.add("target")
        roles.add(ACTION.get(label.role, "") if label else "")
        roles.add(found[0] if found else "")
        unknown += label is None and found is None
    if lists and not roles & {"action", "code"}:
        return None  # a block of an objective
    return roles if unknown * 2 < len(card) else None


def _turned(card: list[Pair], vocabulary: Vocabulary) -> Grid:
    valued = not VALUE_ROLES.isdisjoint(_roles(card, vocabulary) or ())
    title = Cell(0, 0, 1, 1, (MEASURE if valued else TITLE,), ())
    named = [(title if key is None else key, value) for key, value in card]
    return turned(named, "a card of labels and values, turned")
