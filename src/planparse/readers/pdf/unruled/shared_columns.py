"""The column borders of the parts of a table where none is drawn: in the white that all parts have in common.

A header at a page's end has few and short texts: the white beside them says little of where the columns end.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from planparse.readers.pdf.ruled.tables import Table

if TYPE_CHECKING:
    from planparse.readers.pdf.layout import PageLayout

_SAME = 4.0
"""Points by which the sides of a table may differ from page to page."""


def share_columns(above: PageLayout, below: PageLayout) -> None:
    """Gives the last table of one page and the first of the next the same column borders, where they have as many, of
    which some are far apart, and none is drawn."""
    last = next((p for p in reversed(above.groups[-1]) if isinstance(p, Table)), None) if above.groups else None
    first = next((p for p in below.groups[0] if isinstance(p, Table)), None) if below.groups else None
    if last is None or first is None or not (last.soft and first.soft) or not _are_apart(last.xs, first.xs):
        return
    share([last, first])


def share(tables: Sequence[Table]) -> None:
    """Gives tables of as many columns the same borders between these, where all leave white there."""
    white = [(max(a for a, _ in own), min(b for _, b in own)) for own in zip(*map(_white, tables), strict=True)]
    if any(left >= right for left, right in white):
        return
    inner = [(left + right) / 2 for left, right in white]
    for table in tables:
        table.xs = [table.xs[0], *inner, table.xs[-1]]
        for cell in table.cells:
            slab = cell.slab
            cell.box = (table.xs[slab.col], cell.box[1], table.xs[slab.col + slab.col_span], cell.box[3])


def _are_apart(one: list[float], two: list[float]) -> bool:
    """Whether both have the same sides and as many borders between them, of which one is nearer to another's place."""
    sides = abs(one[0] - two[0]) <= _SAME and abs(one[-1] - two[-1]) <= _SAME
    if len(one) != len(two) or not sides:
        return False
    return any(min(range(len(one)), key=lambda k: abs(one[k] - x)) != n for n, x in enumerate(two))


def _white(table: Table) -> list[tuple[float, float]]:
    """At each inner border, where the texts left of it end and those right of it begin."""
    ends, starts = list(table.xs[:-2]), list(table.xs[2:])
    for cell in table.cells:
        first, end = cell.slab.col, cell.slab.col + cell.slab.col_span
        boxes = [prose.box for prose in cell.prose] or [(w.x0, w.top, w.x1, w.bottom) for w in cell.words]
        if boxes and first > 0:
            starts[first - 1] = min(starts[first - 1], *(box[0] for box in boxes))
        if boxes and end <= len(ends):
            ends[end - 1] = max(ends[end - 1], *(box[2] for box in boxes))
    return list(zip(ends, starts, strict=True))
