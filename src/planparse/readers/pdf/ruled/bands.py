"""A shaded row at the foot of a page: with no row of values below it, only its colour says that it is one."""

from __future__ import annotations

from planparse.readers.pdf.page import Page
from planparse.readers.pdf.paragraphs.reading_order import Group
from planparse.readers.pdf.ruled.lattice import Slab
from planparse.readers.pdf.ruled.tables import Table, TableCell
from planparse.readers.pdf.words.lines import Line

_SNAP = 2.5
"""Points; edges of shaded areas that are nearer are one edge."""


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
