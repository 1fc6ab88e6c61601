"""Column rules that begin under the header, or end there: rules as wide as the table show it whole, and nothing parts
its rows.

------------------------------------
  Variable     (1)     (2)     (3)
------------------------------------
  Intercept  | 0.2   | 0.3   | 1.2
  Age        | 1.1   | 0.8   | 0.9
------------------------------------
"""

from __future__ import annotations

from bisect import bisect_right

from planparse.readers.pdf.page import Page, Rule, Word
from planparse.readers.pdf.ruled.tables import Table

_COLUMNS = 3
"""Columns that such a table has at least."""
_HIGH = 60.0
"""Points; a header is not higher."""
_BESIDE = 4.0
"""Points by which the rules may end beside each other."""


def without_headless(tables: list[Table], words: list[Word], page: Page) -> tuple[list[Table], list[Word]]:
    """The tables, and the words outside of them, with the words of those whose header stands over their only row, under
    a rule as wide, and of boxed names over rows down to such a rule: the rules show the table whole."""
    loose = [
        t
        for t in tables
        if (len(t.ys) == 2 and len(t.xs) > _COLUMNS and _has_header(t, words, page.horizontals))
        or (len(t.ys) <= _COLUMNS and _is_boxed_head(t, words, page))
    ]
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


def _is_boxed_head(table: Table, words: list[Word], page: Page) -> bool:
    """Whether the column rules of a table part one row of names alone, and rows stand below them down to a rule as wide
    as the table, in several of its columns."""
    left, right, top = table.xs[0], table.xs[-1], table.ys[0]
    uprights = [r for r in page.verticals if left - _BESIDE < r.at < right + _BESIDE and r.end > top + 1]
    ends = [r.end for r in uprights if abs(r.start - top) < _BESIDE]
    end = max(ends, default=0.0)
    if not ends or end - min(ends) > _BESIDE or all(abs(y - end) > _BESIDE for y in table.ys[1:]):
        return False
    wide = [r.at for r in page.horizontals if abs(r.start - left) < _BESIDE and abs(r.end - right) < _BESIDE]
    below = min((y for y in wide if y > end + _BESIDE), default=None)
    if below is None or any(end - 1 < r.end and r.start < below and r.end > end + _BESIDE for r in uprights):
        return False
    inside = words + [word for cell in table.cells for word in cell.words]
    under = [w for w in inside if end < w.base < below and left < (w.x0 + w.x1) / 2 < right]
    columns = {bisect_right(table.xs, (w.x0 + w.x1) / 2) for w in under}
    return len(columns) > 1 and len({round(w.base) for w in under}) > 1
