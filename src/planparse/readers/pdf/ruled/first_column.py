"""A first column that stands left of the drawn cells, as some table styles leave it without paint and borders.

          +---------+-------+
Code      | Measure | 2025  |
AB1       | Roads   |  84%  |
          +---------+-------+
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from planparse.readers.pdf.page import Word
from planparse.readers.pdf.ruled.lattice import Slab
from planparse.readers.pdf.ruled.tables import PAD, Table, TableCell

_COLUMNS = 3
"""Borders of a table with two columns; what stands beside one may be labels of its own."""
_SAME = 1.5
"""Points by which the texts of a column may begin beside each other, and lines of one row stand higher or lower."""
_MOST = 0.75
"""Share of the rows that have a text in such a column."""
_WIDE = 0.35
"""Share of the width of the drawn cells that it may have."""


def with_first_column(table: Table, outside: list[Word]) -> tuple[Table, list[Word]]:
    """The table with a column of the texts left of it, where most rows have one, level with another of their texts;
    the words that are left outside."""
    x0, (top, bottom) = table.xs[0], (table.ys[0], table.ys[-1])
    if len(table.xs) <= _COLUMNS:
        return table, outside
    own = [w for w in outside if w.x0 < x0 and top < (w.top + w.bottom) / 2 < bottom]
    if not own or any(w.x1 > x0 + 1 or w.style.angle for w in own):
        return table, outside
    left = min(w.x0 for w in own)
    if x0 - left > _WIDE * (table.xs[-1] - x0):
        return table, outside
    count = len(table.ys) - 1
    rows: list[list[Word]] = [[] for _ in range(count)]
    for word in own:
        rows[bisect_right(table.ys, (word.top + word.bottom) / 2) - 1].append(word)
    filled = [n for n, words in enumerate(rows) if words]
    if len(filled) < max(2, _MOST * count) or not all(_is_entry(rows[n], n, table, left) for n in filled):
        return table, outside
    for cell in table.cells:
        cell.slab.col += 1
    cells = [
        TableCell(Slab(n, 0, 1, 1), (left - PAD, table.ys[n], x0, table.ys[n + 1]), words)
        for n, words in enumerate(rows)
    ]
    cells = sorted([*cells, *table.cells], key=lambda c: (c.slab.row, c.slab.col))
    evidence = [*table.evidence, "a first column left of the drawn cells, a text beside each row"]
    taken = {id(w) for w in own}
    whole = replace(table, xs=[left - PAD, *table.xs], cells=cells, evidence=evidence)
    return whole, [w for w in outside if id(w) not in taken]


def _is_entry(words: list[Word], row: int, table: Table, left: float) -> bool:
    """Whether words left of a row are a text that begins where the column does and on a line of that row."""
    first = min(words, key=lambda w: (round(w.base), w.x0))
    bases = [w.base for c in table.cells if c.slab.row == row for w in c.words]
    return abs(first.x0 - left) < _SAME and any(abs(first.base - base) < _SAME for base in bases)
