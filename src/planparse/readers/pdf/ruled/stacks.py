"""Rows of figures that stand in one drawn row, where the other rows of a table are drawn: so do those between two rows
with a note over several columns, beside which alone the column borders break.

Measure      | 2023/24 | 2024/25 | 2025/26
-------------|---------|---------|--------
Roads swept  | 41%     | No target is set yet.
             |---------|---------|--------
Lamps mended | 52%     | 54%     | 55%
Trees        | 210     | 220     | 230
Bins         | 7       | 6       | 5
"""

from __future__ import annotations

from planparse.readers.pdf.page import Page
from planparse.readers.pdf.ruled.parting import at_starts
from planparse.readers.pdf.ruled.tables import Table, TableCell
from planparse.readers.pdf.unruled.aligned import aligned_table
from planparse.readers.pdf.unruled.hints import hints_of
from planparse.readers.pdf.unruled.regions import Region
from planparse.readers.pdf.words.lines import Line, make_lines, words_text
from planparse.readers.pdf.words.runs import NEAR_GAP, is_value

_FIGURES = 2
"""Columns with a figure beside the text of each row: a list of figures in one alone may be of one row."""


def with_stacks_apart(page: Page, table: Table, rows: list[list[TableCell]], stacked: list[int]) -> Table:
    """The table with those of its ``stacked`` rows parted that the alignment of their words parts into rows of a text
    and figures each, in the same columns; the cells of each row are in ``rows``."""
    for n in reversed(stacked):
        if starts := _starts(page, table, n, rows[n]):
            table = at_starts(table, n, starts, 0)
            table.evidence[-1] = "a row parted into the rows of figures in it"
    return table


def _starts(page: Page, table: Table, n: int, row: list[TableCell]) -> list[Line]:
    """The first line of each row in a drawn one; none where it is not parted so."""
    if row[0].slab.col or any(c.slab.row_span > 1 or c.slab.col_span > 1 or c.tables for c in row):
        return []
    lines = make_lines([w for cell in row for w in cell.words])
    box = (table.xs[0], table.ys[n], table.xs[-1], table.ys[n + 1])
    hints = hints_of(page, lines, Region(lines, box, []))
    hints.verticals, hints.complete = table.xs[1:-1], True
    found = aligned_table(lines, hints, NEAR_GAP)
    if found is None or len(found.xs) != len(table.xs) or len(found.ys) <= 2:
        return []
    starts: list[Line] = []
    for k in range(len(found.ys) - 1):
        own = [c for c in found.cells if c.slab.row == k and c.words]
        figures = sum(is_value(words_text(c.words)) for c in own if c.slab.col)
        if not own or own[0].slab.col or figures < _FIGURES or any(c.slab.col_span > 1 for c in own):
            return []
        starts.append(min((c.in_lines()[0] for c in own), key=lambda line: line.base))
    return starts
