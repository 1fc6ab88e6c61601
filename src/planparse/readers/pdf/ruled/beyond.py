"""Values beyond the right border of a table, beside a row that stands a column off: the last of its cells."""

from __future__ import annotations

from dataclasses import replace

from planparse.readers.pdf.page import Word
from planparse.readers.pdf.ruled.lattice import Slab
from planparse.readers.pdf.ruled.tables import PAD, Table, TableCell
from planparse.readers.pdf.words.lines import make_lines
from planparse.readers.pdf.words.runs import is_value

_WIDE = 1.5
"""Widths of the last column from its border to such a value at most."""
_COLUMNS = 3
"""Columns of a table that a row may stand off in."""


def with_beyond(table: Table, outside: list[Word]) -> tuple[Table, list[Word]]:
    """The table with one more column for such values, and the words that are left outside.

    Only where each text right of the table is a value beside a row that begins with a blank.
    """
    if len(table.xs) <= _COLUMNS:
        return table, outside
    x1, (top, bottom) = table.xs[-1], (table.ys[0], table.ys[-1])
    beside = [w for w in outside if w.x0 > x1 and top < (w.top + w.bottom) / 2 < bottom]
    if not beside or max(w.x0 for w in beside) > x1 + _WIDE * (x1 - table.xs[-2]):
        return table, outside
    cells: list[TableCell] = []
    for line in make_lines(beside):
        row = next((n for n, y in enumerate(table.ys[1:]) if line.base < y), None)
        own = [c for c in table.cells if c.slab.row == row and c.slab.row_span == 1]
        begun = any(c.slab.col == 0 and not c.words for c in own) and sum(bool(c.words) for c in own) >= _COLUMNS
        if row is None or not begun or not is_value(line.text) or any(c.slab.row == row for c in cells):
            return table, outside
        slab = Slab(row, len(table.xs) - 1, 1, 1)
        cells.append(TableCell(slab, (x1, table.ys[row], line.x1 + PAD, table.ys[row + 1]), line.words))
    end = max(cell.box[2] for cell in cells)
    taken = {id(w) for w in beside}
    whole = sorted([*table.cells, *cells], key=lambda c: (c.slab.row, c.slab.col))
    evidence = [*table.evidence, "values beyond its border, beside rows that begin with a blank"]
    found = replace(table, xs=[*table.xs, end], cells=whole, evidence=evidence)
    return found, [w for w in outside if id(w) not in taken]
