"""Realign: a row that stands k columns off is moved back.

Dumps lose the first cell of a row when the label's span ended too early, and whole
fragments lose their label column. A row is shifted when it does not fit the columns
as most rows of such tables use them (a value where text stands, no text where text
stands), and when moved right by k columns, all of which are free at its end, it does.
In a grid of actions, which has no columns of values, codes and dates decide (``columns``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container
from dataclasses import dataclass, replace

from planparse.model.document import Cell, Document, Grid
from planparse.model.provenance import Provenance
from planparse.model.trace import Repair
from planparse.repair.columns import columns_of
from planparse.repair.shape import folded, is_value

_YEAR = re.compile(r"(?:19|20)\d\d|\b\d\d[/-]\d\d\b")
_MOST = 2
"""Columns that a row may be off. More has not been seen and would be a guess."""


@dataclass(frozen=True, slots=True)
class _Profile:
    """Which columns hold values and which one holds the text beside them, by the majority of rows."""

    values: frozenset[int]
    text: int


def realign(document: Document, placeholders: Container[str]) -> tuple[Document, list[Repair]]:
    """Moves shifted rows back. ``placeholders``: words that stand for a value."""
    profiles = _profiles(document, placeholders)
    repairs: list[Repair] = []
    blocks = [
        _realigned(b, profiles.get(b.n_cols), placeholders, repairs) if isinstance(b, Grid) else b
        for b in document.blocks
    ]
    return replace(document, blocks=tuple(blocks)), repairs


def _profiles(document: Document, placeholders: Container[str]) -> dict[int, _Profile]:
    """One profile for each number of columns, from all tables of that width together."""
    values: dict[int, Counter[int]] = {}
    texts: dict[int, Counter[int]] = {}
    for block in document.blocks:
        if not isinstance(block, Grid):
            continue
        for row in block.rows():
            filled = [c for c in row if not c.is_blank]
            kinds = [(c.col, is_value(folded(c), placeholders)) for c in filled if c.col_span == 1]
            years = [c for c in filled if len(folded(c)) <= 24 and _YEAR.search(folded(c))]
            if len(years) > 1:
                # A header with years, which says where values stand.
                values.setdefault(block.n_cols, Counter()).update(c.col for c in years)
            if len(filled) == 2 and filled[0].col == 0 and not any(value for _, value in kinds):
                # A label with its text: where tables are small, these rows say where text stands.
                texts.setdefault(block.n_cols, Counter())[filled[1].col] += 1
            if sum(value for _, value in kinds) < 2:
                continue
            for col, value in kinds:
                (values if value else texts).setdefault(block.n_cols, Counter())[col] += 1
    profiles = {}
    for width, counts in values.items():
        words = texts.get(width, Counter())
        # A column that values fill in few rows only is one that shifted rows reach into.
        cols = frozenset(c for c in range(width) if counts[c] > words[c] and counts[c] * 4 >= max(counts.values()))
        text = max(
            (c for c in range(min(cols, default=0)) if words[c] > counts[c]), key=lambda c: words[c], default=None
        )
        if cols and text:
            profiles[width] = _Profile(cols, text)
    return profiles


def _realigned(grid: Grid, profile: _Profile | None, placeholders: Container[str], repairs: list[Repair]) -> Grid:
    rows = grid.rows()
    shifts = [_shift(row, grid.n_cols, profile, placeholders) if profile else 0 for row in rows]
    columns = columns_of(grid, placeholders) if not any(shifts) else None
    if columns is not None:
        shifts = [columns.shift(row, _MOST, placeholders) for row in rows]
    if not any(shifts):
        return grid
    covered = _covered(grid)
    cells: list[Cell] = []
    for number, row in enumerate(rows):
        k = shifts[number]
        if k and any((number, c) in covered for c in range(row[0].col, row[0].col + k)):
            k = 0
        if not k:
            cells += row
            continue
        moved, spare = _moved(row, k, grid.n_cols)
        cells += moved
        detail = f"row moved right by {k} column{'s' * (k > 1)}"
        places = tuple(p for c in row for p in c.places)
        repairs.append(Repair("realigned", detail, places, tuple(c.text for c in row)))
        if spare and moved:
            # The spare blank cells at the row's end keep their place in the source with the last cell.
            cells[-1] = replace(cells[-1], places=cells[-1].places + spare)
    return replace(grid, cells=tuple(cells))


def _covered(grid: Grid) -> set[tuple[int, int]]:
    """Slots that a cell from a row above reaches into."""
    return {
        (r, c)
        for cell in grid.cells
        if cell.row_span > 1
        for r in range(cell.row + 1, cell.end_row)
        for c in range(cell.col, cell.end_col)
    }


def _shift(row: list[Cell], width: int, profile: _Profile, placeholders: Container[str]) -> int:
    """How many columns the row stands too far left; 0 where it fits or nothing fits better."""
    filled = [(c, folded(c)) for c in row if not c.is_blank]
    kinds = [(c, text, is_value(text, placeholders)) for c, text in filled]
    if len(kinds) < 2 or kinds[0][2] or not any(value for _, _, value in kinds) or kinds[0][0].col >= profile.text:
        return 0
    if _fit(kinds, 0, width, profile):
        return 0
    return next((k for k in range(1, _MOST + 1) if _fit(kinds, k, width, profile)), 0)


def _fit(kinds: list[tuple[Cell, str, bool]], k: int, width: int, profile: _Profile) -> bool:
    """Whether the row, moved right by ``k``, has its text where text stands and values where values stand."""
    last = kinds[-1][0]
    if last.end_col + k > width:
        return False
    if not any(c.col + k == profile.text and not value for c, _, value in kinds):
        return False
    for cell, text, value in kinds:
        col = cell.col + k
        if value and col not in profile.values:
            return False
        if not value and col in profile.values and not (cell is last and len(text) > 24):
            return False
    return True


def _moved(row: list[Cell], k: int, width: int) -> tuple[list[Cell], Provenance]:
    moved = [replace(c, col=c.col + k) for c in row if c.end_col + k <= width]
    spare = tuple(p for c in row if c.end_col + k > width for p in c.places)
    return moved, spare
