"""Columns of a table: Word keeps one for each border that any row has, however thin.

Borders drawn a hair apart (a row that was dragged, a ragged edge) leave columns
of a millimetre in which no cell stands, or only blank ones. They are taken out, so that cells which
a reader sees under one another begin in the same column.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.readers.docx.names import TC, TCPR, TR, TRPR, W, child_number, leading, number
from planparse.readers.docx.runs import all_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from lxml.etree import _Element as Element

THIN = 100
"""Twentieths of a point (1.8 mm): less than the usual margins of a cell, so no text fits."""

Columns = dict[int, int]
"""Border of the file -> border of the Grid, for tables with thin columns; borders not in it keep their number."""


def columns(tbl: Element, items: Callable[[Element], Iterable[Element]]) -> Columns | None:
    """The borders of a table with its thin empty columns taken out; None where it has none.

    ``items`` gives the rows of a table and the cells of a row.
    """
    grid = tbl.find(W + "tblGrid")
    widths = [] if grid is None else [number(c.get(W + "w")) for c in grid.iterchildren(W + "gridCol")]
    thin = {at for at, width in enumerate(widths) if width is not None and 0 <= width <= THIN}
    if not thin or len(thin) == len(widths):
        return None
    for tr in items(tbl):
        if tr.tag == TR:
            thin -= _filled(tr, thin, items)
    if not thin:
        return None
    out: Columns = {}
    to = 0
    for at in range(len(widths) + 1):
        out[at] = to
        if at not in thin:
            to += 1
    return out


def _filled(tr: Element, thin: set[int], items: Callable[[Element], Iterable[Element]]) -> set[int]:
    """Thin columns that hold text of this row: a cell of their own that is not blank."""
    col = max(0, child_number(leading(tr, TRPR), W + "gridBefore") or 0)
    out: set[int] = set()
    for tc in items(tr):
        if tc.tag == TC:
            span = max(1, child_number(leading(tc, TCPR), W + "gridSpan") or 1)
            if span <= len(thin) and all(at in thin for at in range(col, col + span)) and all_text(tc):
                out.update(range(col, col + span))
            col += span
    return out


def at_border(found: Columns | None, border: int) -> int:
    """Where a border of the file stands in the Grid."""
    if found is None:
        return border
    last = len(found) - 1
    return found[border] if border <= last else found[last] + border - last
