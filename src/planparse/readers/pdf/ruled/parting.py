"""Ruled rows parted over lines of their own, and what shows that a wide cell holds a row, maybe with a note below."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from itertools import pairwise

from planparse.readers.pdf.page import Word
from planparse.readers.pdf.ruled.tables import Table, TableCell
from planparse.readers.pdf.words.lines import Line
from planparse.readers.pdf.words.runs import NEAR_GAP, Row, Run, cut, cut_between, is_value

STRIP = 0.8
"""Heights of a letter that white is high which parts two rows."""
_LEVEL = 0.7
"""Heights of a letter that the rest of a label may stand higher or lower than the row beside it."""
_SAME = 1.0
"""Points by which texts that begin at one place may differ."""
_SEVERAL = 3
"""Columns with a text that a cell over them shows to be a row of their own."""
_OVER = 2.0
"""Points from a row's border to its code or label."""


def at_starts(table: Table, row: int, starts: list[Line], col: int, *, middled: bool = False) -> Table:
    """The table with a row parted, from a column on, over each of these lines but the first one, or where most white is
    between two of them, when they are ``middled`` in their rows."""
    if middled:
        words = [w for c in table.cells if c.slab.row == row and c.slab.col >= col for w in c.words]
        cuts = [_widest_white(words, a.base, b.base) for a, b in pairwise(starts)]
        bases = [starts[0].top, *cuts]
    else:
        bases = [line.base - _LEVEL * line.size for line in starts]
        cuts = [line.top - _OVER for line in starts[1:]]
    ys = [*table.ys[: row + 1], *cuts, *table.ys[row + 1 :]]
    cells: list[TableCell] = []
    for cell in table.cells:
        slab = cell.slab
        if slab.row == row and slab.row_span == 1 and slab.col >= col:
            for k in range(len(starts)):
                words = [w for w in cell.words if max(bisect_right(bases, w.base) - 1, 0) == k]
                own = replace(slab, row=row + k, open_top=slab.open_top and not k)
                own.open_bottom = slab.open_bottom and k == len(starts) - 1
                cells.append(
                    TableCell(own, (cell.box[0], ys[row + k], cell.box[2], ys[row + k + 1]), words, fill=cell.fill)
                )
            continue
        over = slab.row < row < slab.row + slab.row_span
        begun = slab.row == row
        cell.slab = replace(
            slab, row=slab.row + len(cuts) * (slab.row > row), row_span=slab.row_span + len(cuts) * (over or begun)
        )
        cells.append(cell)
    cells.sort(key=lambda c: (c.slab.row, c.slab.col))
    return replace(
        table, ys=ys, cells=cells, evidence=[*table.evidence, "a row parted at the codes or the labels in it"]
    )


def _widest_white(words: list[Word], top: float, bottom: float) -> float:
    """The middle of the widest white between two lines, over all of these words."""
    edges = sorted((w.top, w.bottom) for w in words if w.bottom > top - 1 and w.top < bottom + 1)
    end, best = top, (0.0, (top + bottom) / 2)
    for upper, lower in edges:
        best = max(best, (upper - end, (upper + end) / 2))
        end = max(end, lower)
    return best[1]


def by_white(lines: list[Line]) -> list[list[Line]]:
    """The lines, parted where white goes through all of them; they come from the top down."""
    groups = [lines[:1]]
    for line in lines[1:]:
        if line.top - max(above.bottom for above in groups[-1]) > STRIP * line.size:
            groups.append([])
        groups[-1].append(line)
    return groups


def in_columns(cell: TableCell, xs: list[float]) -> bool:
    """Whether the words of a wide cell stand in the columns of the table's other rows, more than one to a line."""
    inner = xs[cell.slab.col + 1 : cell.slab.col + cell.slab.col_span]
    rows = [cut_between(line, inner) for line in cell.in_lines()]
    several = [n for n, row in enumerate(rows) if len(row.runs) > 1]
    if not several:
        return False
    over = [run for row in rows for run in row.runs if any(run.x0 + 1 < x < run.x1 - 1 for x in inner)]
    note = _noted_at(over, rows, [xs[cell.slab.col], *inner, xs[cell.slab.col + cell.slab.col_span]]) if over else None
    if over and note is None:
        return False
    level = several[0] == len(rows) - 1 - several[-1]
    columns: set[int] = set()
    for n, row in enumerate(rows):
        places = [(run.x0 + run.x1) / 2 if note is None or run.x0 < note else note for run in row.runs]
        own = {bisect_right(inner, x) for x in places}
        if len(row.runs) < 2 and not (own <= columns or (level and n < several[0])):
            return False  # a text begins above the row only where that stands in the middle of its lines
        columns |= own
    return len(columns) > 1


def _noted_at(over: list[Run], rows: list[Row], xs: list[float]) -> float | None:
    """Where a note begins whose lines go over the borders between columns, right of several texts in columns of their
    own, or in columns made one: right of a name and a value, and placed there as texts are in a cell. None where the
    texts over borders are another thing."""
    inner = xs[1:-1]
    start = min(run.x0 for run in over)
    col = bisect_right(inner, start)
    texts: dict[int, list[Run]] = {}
    for row in rows:
        for run in row.runs:
            if run.x1 < start and run not in over:
                texts.setdefault(bisect_right(inner, (run.x0 + run.x1) / 2), []).append(run)
    if col in texts:
        return None
    if len(texts) > _SEVERAL:
        return start
    valued = any(is_value(run.text) for own, runs in texts.items() if own for run in runs)
    return start if valued and 0 in texts and _is_placed(over, texts[0][0].x0 - xs[0], col, xs) else None


def _is_placed(over: list[Run], pad: float, col: int, xs: list[float]) -> bool:
    """Whether lines begin as far right of a column's left border as the first text of the row is from that of its own,
    or stand in the middle of this column and those that they go over."""
    end = next((x for x in xs if x >= max(run.x1 for run in over)), xs[-1])
    middle = (xs[col] + end) / 2
    return all(abs(run.x0 - xs[col] - pad) <= _SAME for run in over) or all(
        abs((run.x0 + run.x1) / 2 - middle) <= _SAME for run in over
    )


def with_notes_apart(table: Table, rows: list[list[TableCell]]) -> tuple[Table, list[list[TableCell]]]:
    """The table, and its rows, with a note below a row, both of them in one cell as wide as the table, in its own."""
    for n in range(len(rows) - 1, -1, -1):
        if len(rows[n]) == 1 and (note := _note(rows[n][0], table.xs)) is not None:
            table = at_starts(table, n, [rows[n][0].in_lines()[0], note], 0)
            below = [cell for cell in table.cells if cell.words and cell.slab.row in (n, n + 1)]
            rows[n : n + 1] = [[cell for cell in below if cell.slab.row == row] for row in (n, n + 1)]
    return table, rows


def _note(cell: TableCell, xs: list[float]) -> Line | None:
    """The first line of a note over all columns, below lines that stand in several of them."""
    if cell.slab.col_span < _SEVERAL or cell.slab.row_span > 1 or len(lines := cell.in_lines()) < 2:
        return None
    runs = [cut(line, NEAR_GAP).runs for line in lines]
    last = len(lines)
    while last and len(runs[last - 1]) == 1 and abs(lines[last - 1].x0 - lines[-1].x0) < _SAME:
        last -= 1
    over = [line for line in lines[last:] if any(line.x0 + 1 < x < line.x1 - 1 for x in xs)]
    if not 0 < last < len(lines) or lines[last:][: len(over)] != over or len(lines) - last - len(over) > 1 or not over:
        return None
    row = replace(cell, words=[w for line in lines[:last] for w in line.words], lines=None)
    return lines[last] if in_columns(row, xs) and abs(lines[0].x0 - lines[last].x0) < _SAME else None
