"""Labels and their texts in rows that are drawn whole, over a table with columns: no upright parts them.

+----------------------------------+
| Priority    Prosperity for all   |
+----------------------------------+
| Milestones  a. Mend the bridge   |
+-------------+--------+-----------+
| Indicators  | Latest | 2025/26   |
+-------------+--------+-----------+
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import replace

from planparse.readers.pdf.ruled.lattice import Slab
from planparse.readers.pdf.ruled.tables import PAD, Table, TableCell
from planparse.readers.pdf.words.runs import NEAR_GAP, cut

_COLUMNS, _ROWS = 3, 3
"""Columns of such a table, and rows of a label and a text, at least."""
_MOST = 0.6
"""Share of the whole rows that have a label."""
_SAME, _INDENT = 1.5, 20.0
"""Points by which the texts may begin beside each other, and by which the items of a list begin further right."""


def with_label_texts(table: Table) -> Table:
    """The table with a border before the place where texts begin in most of its whole rows, behind a bold label."""
    columns = len(table.xs) - 1
    whole = [c for c in table.cells if c.words and c.slab.col_span == columns and c.slab.row_span == 1 and not c.tables]
    if columns < _COLUMNS or len(whole) < _ROWS:
        return table
    starts = {id(c): x for c in whole if (x := _text_start(c)) is not None}
    place, _ = max(Counter(map(round, starts.values())).items(), key=lambda item: item[1], default=(0, 0))
    own = [c for c in whole if id(c) in starts and -_SAME < starts[id(c)] - place < _INDENT]
    border = min([starts[id(c)] for c in own], default=0.0) - PAD
    if len(own) < max(_ROWS, _MOST * len(whole)) or any(w.x0 < border < w.x1 for c in own for w in c.words):
        return table
    col = bisect_right(table.xs, border) - 1
    cells: list[TableCell] = []
    for cell in table.cells:
        slab = cell.slab
        if any(cell is c for c in own):
            cells += _parted(cell, border, col, columns)
        elif slab.col > col:
            cells.append(replace(cell, slab=replace(slab, col=slab.col + 1)))
        else:
            more = slab.col + slab.col_span > col
            cells.append(replace(cell, slab=replace(slab, col_span=slab.col_span + more)))
    evidence = [*table.evidence, "texts behind bold labels begin at one place"]
    return replace(table, xs=[*table.xs[: col + 1], border, *table.xs[col + 1 :]], cells=cells, evidence=evidence)


def _text_start(cell: TableCell) -> float | None:
    """Where the text behind a bold label begins; None where there is no label."""
    runs = cut(cell.in_lines()[0], NEAR_GAP).runs
    if len(runs) < 2 or not all(w.style.bold for w in runs[0].words) or all(w.style.bold for w in runs[1].words):
        return None
    return runs[1].x0


def _parted(cell: TableCell, border: float, col: int, columns: int) -> list[TableCell]:
    """The label and the text of a row over all columns."""
    slab, (x0, top, x1, bottom) = cell.slab, cell.box
    label = Slab(slab.row, 0, 1, col + 1, slab.open_top, slab.open_bottom)
    text = Slab(slab.row, col + 1, 1, columns - col, slab.open_top, slab.open_bottom)
    before = [w for w in cell.words if w.x1 <= border]
    behind = [w for w in cell.words if w.x1 > border]
    return [
        TableCell(label, (x0, top, border, bottom), before, fill=cell.fill),
        TableCell(text, (border, top, x1, bottom), behind, fill=cell.fill),
    ]
