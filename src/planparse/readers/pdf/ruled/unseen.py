"""What no piece of a rule shows at a page's end or begin, where few rows of a table have one to show it.

A column border: the last rows have two texts beside each other where the rows above have one. A column of labels: it
is drawn beside the rows on the page before, and its texts stand there.
"""

from __future__ import annotations

from bisect import insort
from dataclasses import replace
from itertools import pairwise

from planparse.readers.pdf.page import Rule, Word
from planparse.readers.pdf.ruled.lattice import Slab
from planparse.readers.pdf.ruled.tables import LABELLED, PAD, Borders, Table, TableCell
from planparse.readers.pdf.words.runs import FREE_GAP, Span, cut

_SAME = 4.0
"""Points by which the border of a column may differ from page to page."""
_OVER = 1.5
"""Heights of a letter by which the rest of a label may begin over the rows beside it."""


def with_unseen(table: Table) -> Table:
    """The table with such borders, else as it is; only pieces of its row rules show the others."""
    if not table.settled:
        return table
    for col in range(len(table.xs) - 1):
        cells = [c for c in table.cells if c.words and c.slab.col == col and c.slab.col_span == 1]
        cells.sort(key=lambda c: -c.slab.row)
        parted, gap = _parted(cells, len(table.ys) - 1)
        if parted:
            return _with_border(table, col, parted, gap)
    return table


def with_labels(table: Table, words: list[Word], before: Borders | None) -> tuple[Table, list[Word]]:
    """The table with the first column of the one that ended the page before, and what stands there; the other words."""
    inner = before[1:] if before is not None and table.settled else ()
    same = len(inner) == len(table.xs) > 2 and all(abs(a - b) <= _SAME for a, b in zip(inner, table.xs, strict=True))
    if before is None or not same:
        return table, words
    (left, right), (top, bottom) = (before[0], table.xs[0]), (table.ys[0], table.ys[-1])
    own = [
        w
        for w in words
        if left - 1 < w.x0 < right and top - _OVER * w.style.size < (w.top + w.bottom) / 2 < bottom + w.style.size
    ]
    if not own or any(w.x1 > right + 1 or w.style.angle for w in own):
        return table, words
    taken = {id(w) for w in own}
    xs = [left, *table.xs]
    label = TableCell(Slab(0, 0, len(table.ys) - 1, 1, open_top=True), (left, top, right, bottom), own)
    for cell in table.cells:
        cell.slab.col += 1
    cells = sorted([label, *table.cells], key=lambda c: (c.slab.row, c.slab.col))
    evidence = [*table.evidence, "labels beside its rows, in the column that the page before has"]
    return replace(table, xs=xs, cells=cells, evidence=evidence), [w for w in words if id(w) not in taken]


def with_blank_labels(table: Table, before: Borders) -> Table:
    """The table with the column of labels of the one that ended the page before, where it is drawn as wide and has the
    others, as many as stand beside the labels there, and no text begins left of these: the rest of what stands beside
    a label, which is not printed again. Where no border is drawn they stand where those of that page do."""
    inner = before[1:]
    if len(table.xs) != len(inner) or len(inner) < LABELLED or not inner[0] < table.xs[1] - _SAME:
        return table
    if abs(before[0] - table.xs[0]) > _SAME or abs(inner[-1] - table.xs[-1]) > _SAME:
        return table
    if any(cell.tables or any(w.x0 < inner[0] - 1 for w in cell.words) for cell in table.cells):
        return table
    xs = list(before) if table.soft or table.guessed else [table.xs[0], inner[0], *table.xs[1:]]
    for cell in table.cells:
        slab = cell.slab = replace(cell.slab, col=cell.slab.col + 1)
        cell.box = (xs[slab.col], cell.box[1], xs[slab.col + slab.col_span], cell.box[3])
    label = TableCell(Slab(0, 0, len(table.ys) - 1, 1, open_top=True), (xs[0], table.ys[0], xs[1], table.ys[-1]))
    cells = sorted([label, *table.cells], key=lambda c: (c.slab.row, c.slab.col))
    evidence = [*table.evidence, "beside the blank of a label, as on the page before"]
    return replace(table, xs=xs, cells=cells, evidence=evidence)


def with_even_labels(table: Table) -> Table:
    """The table with a cell made one with the white below it where the border between would cross all cells beside it:
    where a page's end tears the rows beside a label, this may end before the row does that it stands in."""
    rows: dict[int, list[TableCell]] = {}
    for cell in table.cells:
        rows.setdefault(cell.slab.row, []).append(cell)
    for row in range(len(table.ys) - 2, 0, -1):
        white = rows.get(row, ())
        if not 0 < len(white) < len(table.xs) - 1 or any(c.words or c.tables for c in white):
            continue
        over = {(c.slab.col, c.slab.col_span, c.fill): c for c in table.cells if c.slab.row + c.slab.row_span == row}
        across = [c for c in table.cells if c.slab.row < row < c.slab.row + c.slab.row_span]
        under = all((c.slab.col, c.slab.col_span, c.fill) in over for c in white)
        if under and len(white) <= len(across) and any(c.words for c in across):
            for cell in white:
                above = over[cell.slab.col, cell.slab.col_span, cell.fill]
                above.slab.row_span += cell.slab.row_span
                above.slab.open_bottom = cell.slab.open_bottom
                above.box = (*above.box[:3], cell.box[3])
            table = _without_border(table, row, {id(cell) for cell in white})
    return table


def without_open_end(table: Table, rules: list[Rule]) -> Table:
    """The table without a last row of white that nothing ends, that no rule parts from the row above, and of fewer
    cells: the sides of a cell of which the table is run on to the page's end."""
    end = len(table.ys) - 1
    last = [c for c in reversed(table.cells) if c.slab.row + c.slab.row_span == end]
    if end < 2 or any(c.words or c.tables or c.fill or not c.slab.open_bottom or c.slab.row < end - 1 for c in last):
        return table
    over = [c for c in table.cells if c.slab.row + c.slab.row_span == end - 1]
    x0, y, x1 = table.xs[0], table.ys[-2], table.xs[-1]
    drawn = any(abs(rule.at - y) < _SAME and rule.start < x1 and x0 < rule.end for rule in rules)
    if drawn or len(last) >= len(over):
        return table
    for cell in over:
        cell.slab.open_bottom = True
        cell.box = (*cell.box[:3], table.ys[-1])
    return replace(table, ys=[*table.ys[:-2], table.ys[-1]], cells=[c for c in table.cells if c.slab.row < end - 1])


def _without_border(table: Table, row: int, gone: set[int]) -> Table:
    """The table without the border over a row, and without the cells that begin there, given by their identity."""
    cells = [c for c in table.cells if id(c) not in gone]
    for cell in cells:
        slab = cell.slab
        if slab.row > row:
            slab.row -= 1
        elif slab.row + slab.row_span > row:
            slab.row_span -= 1
    return replace(table, ys=table.ys[:row] + table.ys[row + 1 :], cells=cells)


def _parted(cells: list[TableCell], end: int) -> tuple[list[TableCell], float]:
    """The last cells of a column with two texts beside each other, and where the border is."""
    out: list[TableCell] = []
    gap: Span = (float("-inf"), float("inf"))
    for cell in cells:
        rows = [cut(line, FREE_GAP).runs for line in cell.in_lines()]
        two = [runs for runs in rows if len(runs) == 2]
        own = gap
        for left, right in two:
            own = max(own[0], left.x1), min(own[1], right.x0)
        own = max([own[0], *(runs[0].x1 for runs in rows if len(runs) == 1 and runs[0].x0 < own[1] - 1)]), own[1]
        if (
            not two
            or cell.tables
            or own[1] - own[0] < cell.words[0].style.size
            or cell.slab.row + cell.slab.row_span != end
        ):
            break
        out.append(cell)
        gap, end = own, cell.slab.row
    bold = all(w.style.bold for cell in out for w in cell.words)
    return (out, gap[1] - PAD) if len(out) > 1 or (out and bold) else ([], 0.0)


def _with_border(table: Table, col: int, parted: list[TableCell], x: float) -> Table:
    """The table with these cells cut in two; the others in their column span both."""
    xs = list(table.xs)
    insort(xs, x)
    cut_in_two = {id(cell) for cell in parted}
    cells: list[TableCell] = []
    for cell in table.cells:
        slab = cell.slab
        if id(cell) in cut_in_two:
            for k, (x0, x1) in enumerate(pairwise(xs[col : col + 3])):
                words = [w for w in cell.words if (w.x0 >= x) == bool(k)]
                own = replace(slab, col=col + k)
                cells.append(TableCell(own, (x0, cell.box[1], x1, cell.box[3]), words, fill=cell.fill))
            continue
        over = slab.col <= col < slab.col + slab.col_span
        cell.slab = replace(slab, col=slab.col + (slab.col > col), col_span=slab.col_span + over)
        cells.append(cell)
    cells.sort(key=lambda c: (c.slab.row, c.slab.col))
    evidence = [*table.evidence, "its last rows parted where two texts stand beside each other"]
    return replace(table, xs=xs, cells=cells, evidence=evidence)
