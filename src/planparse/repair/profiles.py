"""Which columns hold values in most tables of a document: what a shifted row is seen by."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container
from dataclasses import dataclass
from functools import cached_property

from planparse.model.document import Grid
from planparse.repair.shape import folded, is_value

_YEAR = re.compile(r"(?:19|20)\d\d|\b\d\d[/-]\d\d\b")


@dataclass(frozen=True, slots=True)
class Profile:
    """Which columns hold values and which one holds the text beside them, by the majority of rows."""

    values: frozenset[int]
    text: int


class Profiles:
    """One profile for each number of columns, from all tables of that width together: add them first, then ask.

    ``placeholders``: words that stand for a value.
    """

    def __init__(self, placeholders: Container[str]) -> None:
        self.placeholders = placeholders
        self._values: dict[int, Counter[int]] = defaultdict(Counter)
        self._texts: dict[int, Counter[int]] = defaultdict(Counter)

    def add(self, grid: Grid) -> None:
        for row in grid.rows():
            filled = [(c, folded(c)) for c in row if not c.is_blank]
            kinds = [(c.col, is_value(text, self.placeholders)) for c, text in filled if c.col_span == 1]
            years = [c for c, text in filled if len(text) <= 24 and _YEAR.search(text)]
            if len(years) > 1:
                # A header with years, which says where values stand.
                self._values[grid.n_cols].update(c.col for c in years)
            if len(filled) == 2 and filled[0][0].col == 0 and not any(value for _, value in kinds):
                # A label with its text: where tables are small, these rows say where text stands.
                self._texts[grid.n_cols][filled[1][0].col] += 1
            if sum(value for _, value in kinds) < 2:
                continue
            for col, value in kinds:
                (self._values if value else self._texts)[grid.n_cols][col] += 1

    def of(self, width: int) -> Profile | None:
        """The profile of tables with so many columns; None where they have no value columns beside a text."""
        return self._settled.get(width)

    @cached_property
    def _settled(self) -> dict[int, Profile]:
        profiles = {}
        for width, counts in self._values.items():
            words = self._texts.get(width, Counter())
            few = max(counts.values()) / 4
            # A column that values fill in few rows only is one that shifted rows reach into.
            cols = frozenset(c for c in range(width) if counts[c] > words[c] and counts[c] >= few)
            texts = (c for c in range(min(cols, default=0)) if words[c] > counts[c])
            text = max(texts, key=lambda c: words[c], default=None)
            if cols and text:
                profiles[width] = Profile(cols, text)
        return profiles
