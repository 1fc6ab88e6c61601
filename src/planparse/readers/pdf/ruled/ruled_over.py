"""Column rules that begin under the header: the names stand between two rules over them, and nothing parts the rows.

------------------------------------
  Variable     (1)     (2)     (3)
------------------------------------
  Intercept  | 0.2   | 0.3   | 1.2
  Age        | 1.1   | 0.8   | 0.9
------------------------------------
"""

from __future__ import annotations

from bisect import bisect_right

from planparse.readers.pdf.page import Rule, Word
from planparse.readers.pdf.ruled.tables import Table

_COLUMNS = 3
"""Columns that such a table has at least."""
_HIGH = 60.0
"""Points; a header is not higher."""
_BESIDE = 4.0
"""Points by which the rules may end beside each other."""


def without_headless(tables: list[Table], words: list[Word], drawn: list[Rule]) -> tuple[list[Table], list[Word]]:
    """The tables, and the words outside of them, with the words of those whose header stands over their only row, under
    a rule as wide: the rules around and between them show the table whole."""
    loose = [t for t in tables if len(t.ys) == 2 and len(t.xs) > _COLUMNS and _has_header(t, words, drawn)]
    if not loose:
        return tables, words
    kept = [t for t in tables if all(t is not other for other in loose)]
    return kept, words + [word for t in loose for cell in t.cells for word in cell.words]


def _has_header(table: Table, words: list[Word], drawn: list[Rule]) -> bool:
    """Whether texts stand over most columns of a table, right under a rule as wide as it."""
    left, right, top = table.xs[0], table.xs[-1], table.ys[0]
    level = [r.at for r in drawn if abs(r.start - left) < _BESIDE and abs(r.end - right) < _BESIDE]
    over = max((y for y in level if top - _HIGH < y < top - _BESIDE), default=None)
    if over is None:
        return False
    between = [w for w in words if over < w.base < top and left < (w.x0 + w.x1) / 2 < right]
    return 2 * len({bisect_right(table.xs, (w.x0 + w.x1) / 2) for w in between}) > len(table.xs) - 1
