"""Shaded bands as wide as a ruled table, with no line of their own: the names of its columns over it, or a row under
it, at the foot of a page."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from planparse.readers.pdf.page import WHITE, Fill, Page, Word
from planparse.readers.pdf.paragraphs.reading_order import Group
from planparse.readers.pdf.ruled.lattice import Slab
from planparse.readers.pdf.ruled.tables import Table, TableCell
from planparse.readers.pdf.words.lines import Line, make_lines
from planparse.readers.pdf.words.runs import NEAR_GAP, cut

_SNAP = 2.5
"""Points; edges of shaded areas that are nearer are one edge."""

_NAMED = 0.6
"""Share of the columns that have a name at least."""
_COLUMNS, _STEP, _LEADING = 3, 1.8, 1.4
"""Names at least where no band is painted, and heights of a letter from them to the table and between their lines."""
_SMALL = 0.6
"""Times the size of the rows of a table that its header has at least."""
_GUESSED = 1.0
"""Heights of a letter by which a name may lie over a border that nothing draws."""
_HALVES = 2
"""Cells in which such a text stands."""
_BLANK = 0.4
"""Heights of a letter between two words of one text at most."""
_HIGH = 4.0
"""Heights of a letter; a band with names is no higher."""


def with_names_over(table: Table, fills: list[Fill], words: list[Word]) -> tuple[Table, list[Word]]:
    """The table with the bold names of its columns that stand right over it, in a shaded band or where the table itself
    begins with plain text, and the other words."""
    left, top, right, _ = table.bbox
    band = next(
        (f for f in fills if abs(f.bottom - top) <= _SNAP and abs(f.x0 - left) <= _SNAP and abs(f.x1 - right) <= _SNAP),
        None,
    )
    if band is not None and band.colour != WHITE:
        own = [w for w in words if band.top < w.base < band.bottom and left <= w.x0 and w.x1 <= right]
        upper, colour, least = band.top, band.colour, 2
        if not own or not all(w.style.bold for w in own) or upper < top - _HIGH * own[0].style.size:
            return table, words
    else:
        own = _bold_lines_over(table, words)
        if not own:
            return table, words
        upper, colour, least = min(w.top for w in own) - 2, None, _COLUMNS
    columns: list[list[Word]] = [[] for _ in table.xs[1:]]
    for line in make_lines(own):
        for run in cut(line, NEAR_GAP).runs:
            col = bisect_right(table.xs, (run.x0 + run.x1) / 2) - 1
            slack = _GUESSED * line.size if table.guessed else 1
            if run.x0 < table.xs[col] - slack or run.x1 > table.xs[col + 1] + slack:
                return table, words
            columns[col] += run.words
    named = sum(map(bool, columns))
    if named < max(least, _NAMED * len(columns)):
        return table, words
    cells = [replace(c, slab=replace(c.slab, row=c.slab.row + 1)) for c in table.cells]
    head = [
        TableCell(Slab(0, col, 1, 1), (x0, upper, x1, top), names, fill=colour)
        for col, (x0, x1, names) in enumerate(zip(table.xs, table.xs[1:], columns, strict=False))
    ]
    chosen = {id(w) for w in own}
    evidence = [*table.evidence, "the names of its columns right over it"]
    whole = replace(table, ys=[upper, *table.ys], cells=[*head, *cells], evidence=evidence)
    return whole, [w for w in words if id(w) not in chosen]


def _bold_lines_over(table: Table, words: list[Word]) -> list[Word]:
    """The bold words right over a table whose first row, but for a band over it, is not bold, down to it line by
    line."""
    left, top, right, _ = table.bbox
    columns = len(table.xs) - 1
    bands = {c.slab.row for c in table.cells if c.slab.col_span == columns}
    row = 1 if 0 in bands else 0
    first = [w for c in table.cells if c.slab.row == row for w in c.words]
    if not first or any(w.style.bold for w in first):
        return []
    size = first[0].style.size
    near = [w for w in words if top - _HIGH * w.style.size < w.base < top and left <= w.x0 and w.x1 <= right]
    out: list[Line] = []
    for line in reversed(make_lines(near)):
        far = out[0].base - line.base > _LEADING * line.size if out else top - line.base > _STEP * line.size
        if not line.bold or far or line.size < _SMALL * size or (out and line.style is not out[0].style):
            break
        out.insert(0, line)
    return [w for line in out for w in line.words]


def with_whole_bands(table: Table) -> Table:
    """The table, with a bold text that runs on over a border in one cell, where nothing else stands in its row."""
    rows: list[list[TableCell]] = [[] for _ in table.ys[1:]]
    for cell in table.cells:
        rows[cell.slab.row].append(cell)
    pairs = [sorted(row, key=lambda c: c.slab.col) for row in rows if len(row) == _HALVES]
    parted = [(one, two) for one, two in pairs if _is_parted(one, two, len(table.xs) - 1)]
    for left, right in parted:
        left.words, left.lines = left.words + right.words, None
        left.slab = replace(left.slab, col_span=left.slab.col_span + right.slab.col_span)
        left.box = (*left.box[:2], *right.box[2:])
    gone = {id(right) for _, right in parted}
    return replace(table, cells=[c for c in table.cells if id(c) not in gone]) if gone else table


def _is_parted(left: TableCell, right: TableCell, columns: int) -> bool:
    """Whether two cells, which are all of a row, hold the halves of one line, no further apart than two words."""
    words = [*left.words, *right.words]
    if not (left.words and right.words) or left.slab.row_span + right.slab.row_span > _HALVES:
        return False
    if left.slab.col_span + right.slab.col_span < columns or columns == _HALVES:
        return False
    before, after = left.words[-1], right.words[0]
    level = all(w.style is before.style and w.style.bold and abs(w.base - before.base) < 1 for w in words)
    return level and 0 <= after.x0 - before.x1 < _BLANK * before.style.size and after.text[0].islower()


def take_last_bands(page: Page, groups: list[Group]) -> None:
    """Adds to the lowest table of a page the shaded rows that follow it without a gap.

    A row of one cell must have that colour in the table already, and the shaded area be as wide as the table.
    """
    held = [(table.ys[-1], n) for n, group in enumerate(groups) for table in group.tables]
    if not held or not page.fills:
        return
    group = groups[max(held)[1]]
    table = max(group.tables, key=lambda t: t.ys[-1])
    full = len(table.xs) - 1
    colours = {cell.fill for cell in table.cells if cell.slab.col_span == full > 1 and cell.fill}
    if not colours or not group.lines:
        return
    left, right = table.xs[0], table.xs[-1]
    below = [
        fill
        for fill in page.fills
        if fill.colour in colours
        and fill.bottom > table.ys[-1] + _SNAP
        and abs(fill.x0 - left) <= _SNAP
        and abs(fill.x1 - right) <= _SNAP
    ]
    for fill in sorted(below, key=lambda f: f.top):
        if fill.bottom <= table.ys[-1] + _SNAP:
            continue  # drawn twice
        own = [x for x in group.lines if fill.top < x.base <= fill.bottom and left <= x.x0 and x.x1 <= right]
        if abs(fill.top - table.ys[-1]) > _SNAP or not own:
            return
        _add(table, fill.bottom, fill.colour, own)
        chosen = {id(line) for line in own}
        group.lines = [line for line in group.lines if id(line) not in chosen]


def _add(table: Table, bottom: float, colour: str, own: list[Line]) -> None:
    top, row = table.ys[-1], len(table.ys) - 1
    box = (table.xs[0], top, table.xs[-1], bottom)
    words = [word for line in own for word in line.words]
    table.ys.append(bottom)
    table.cells.append(TableCell(Slab(row, 0, 1, len(table.xs) - 1), box, words, fill=colour))
