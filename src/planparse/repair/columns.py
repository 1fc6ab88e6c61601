"""What the columns of one table hold by the majority of its rows: codes, dates and values, or words.

Enough to see that a row of an action grid, which has no columns of values to go by, stands some columns off.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from planparse.model.document import Cell, Grid
from planparse.repair.shape import begins_code, folded, is_value

Kind = Literal["code", "date", "words"]

_REF = re.compile(r"(?:[A-Z]{1,4}[ -]?)?\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?[.)]?")
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_DATE = re.compile(
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? )?{_MONTH}[ -]?'?\d{{2,4}}|\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}"
    r"|(?:q[1-4] )?(?:19|20)\d\d[/-]\d\d(?: q[1-4])?",
    re.IGNORECASE,
)
_FEWEST = 3
"""Rows that a majority needs."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The kind of each column, None where no kind prevails; and whether each row names its first column anew."""

    kinds: tuple[Kind | None, ...]
    labels_coded: bool

    def shift(self, row: list[Cell], most: int, placeholders: Container[str]) -> int:
        """How many columns a row stands too far left; 0 where it fits as it is or nothing fits.

        It fits elsewhere only where a code or a date of its own comes to stand among codes or dates.
        """
        filled = [(c.col, kind_of(c, placeholders)) for c in row if not c.is_blank]
        if len(filled) < 3 or filled[0][0] or self._off(filled, 0) < 1 or self._names_a_label(row[0], filled[0][1]):
            return 0
        last = row[-1].end_col if not row[-1].is_blank else filled[-1][0] + 1
        for k in range(1, min(most, len(self.kinds) - last) + 1):
            if not self._off(filled, k) and self._on(filled, k):
                return k
        return 0

    def _names_a_label(self, cell: Cell, kind: Kind) -> bool:
        """The labels of the table carry codes, and so does this text: it stands in its place."""
        return self.labels_coded and kind == "words" and begins_code(cell.text)

    def _off(self, filled: list[tuple[int, Kind]], k: int) -> int:
        return sum(self.kinds[col + k] not in (kind, None) for col, kind in filled)

    def _on(self, filled: list[tuple[int, Kind]], k: int) -> bool:
        return any(self.kinds[col + k] == kind != "words" for col, kind in filled)


def columns_of(grid: Grid, placeholders: Container[str]) -> Columns | None:
    """The columns of a table whose first one is mostly left blank, as below a label that counts for several rows."""
    rows = [row for row in grid.rows() if sum(not c.is_blank for c in row) > 2]
    blank = sum(row[0].col > 0 or row[0].is_blank for row in rows)
    if blank < _FEWEST or blank * 3 <= len(rows):
        return None
    counts = [Counter[Kind]() for _ in range(grid.n_cols)]
    for row in rows:
        for cell in row:
            if not cell.is_blank:
                counts[cell.col][kind_of(cell, placeholders)] += 1
    coded = sum(row[0].col == 0 and begins_code(row[0].text) for row in rows)
    kinds = tuple(_prevailing(count) for count in counts)
    return Columns(kinds, coded > 1) if "date" in kinds or "code" in kinds else None


def _prevailing(count: Counter[Kind]) -> Kind | None:
    kind, most = count.most_common(1)[0] if count else ("words", 0)
    return kind if most >= _FEWEST and most * 3 > count.total() * 2 else None


def kind_of(cell: Cell, placeholders: Container[str]) -> Kind:
    text = folded(cell)
    return _dated_or_coded(text) or ("date" if is_value(text, placeholders) else "words")


@lru_cache(maxsize=4096)
def _dated_or_coded(text: str) -> Kind | None:
    return "date" if _DATE.fullmatch(text) else "code" if _REF.fullmatch(text) else None
