"""Lines of their own over or under the only row of a table that pieces of rules show.

Measure                     2024/25    2025/26
----------------------------------------------
Comment: The way this is counted has changed.         <- no part of the name below it
AB1 Swims                   4,100      4,300
----------------------------------------------
"""

from __future__ import annotations

from dataclasses import replace

from planparse.readers.pdf.ruled.parting import STRIP, at_starts, by_white
from planparse.readers.pdf.ruled.tables import Table, TableCell
from planparse.readers.pdf.words.lines import Line, make_lines
from planparse.readers.pdf.words.runs import NEAR_GAP, cut, is_code, is_value

_LEVEL = 1.0
"""Points by which texts that begin at one place may differ."""


def with_lines_apart(table: Table, rows: list[list[TableCell]]) -> tuple[Table, list[TableCell]]:
    """The table with such lines in rows of their own, as wide as it where they do not go on with one before the page's
    begin, and the wide first cells of the row beside them."""
    for n in range(len(rows) - 1, 0, -1):
        starts = _starts(rows[n], table.xs)
        if not starts:
            continue
        table = at_starts(table, n, starts, 0)
        lone = {n + k for k, line in enumerate(starts) if not _has_values(line) and not _goes_on(line)}
        for cell in table.cells:
            if cell.slab.row in lone and not cell.slab.col:
                cell.slab = replace(cell.slab, col_span=len(table.xs) - 1)
                cell.box = (table.xs[0], cell.box[1], table.xs[-1], cell.box[3])
        table.cells = [cell for cell in table.cells if cell.slab.row not in lone or not cell.slab.col]
        own = [c for c in table.cells if n <= c.slab.row < n + len(starts) and c.slab.row not in lone]
        return table, [c for c in own if not c.slab.col and c.slab.col_span > 1 and c.words]
    return table, []


def _starts(row: list[TableCell], xs: list[float]) -> list[Line]:
    """The first line of each part of a row, where white through all columns parts it into one line of values and lone
    texts: each goes over a border, or stands over a line that begins with a code."""
    if len(row) < 2 or row[0].slab.col or any(c.slab.row_span > 1 for c in row):
        return []
    size = row[0].words[0].style.size
    first = row[0].words[0].base
    if all(abs(w.base - first) < STRIP * size for c in row for w in c.words):
        return []
    groups = by_white(make_lines([w for c in row for w in c.words]))
    valued = [n for n, lines in enumerate(groups) if any(_has_values(line) for line in lines)]
    if len(groups) < 2 or len(valued) != 1:
        return []
    begin = groups[valued[0]][0]
    coded = is_code(begin.words[0].text.rstrip(":"))
    for n, lines in enumerate(groups):
        if n == valued[0]:
            continue
        runs = [cut(line, NEAR_GAP).runs for line in lines]
        if any(len(own) > 1 or abs(own[0].x0 - begin.x0) > _LEVEL for own in runs):
            return []
        over = any(own[0].x0 < x < own[0].x1 for own in runs for x in xs[1:-1])
        if not over and not (coded and n == valued[0] - 1):
            return []
    return [lines[0] for lines in groups]


def _has_values(line: Line) -> bool:
    """Whether a value stands right of the first text of a line."""
    return any(is_value(run.text) for run in cut(line, NEAR_GAP).runs[1:])


def _goes_on(line: Line) -> bool:
    """Whether a text may be the rest of one that the page's begin tore off."""
    return line.text[:1].islower() or line.text[:1] in "(&"
