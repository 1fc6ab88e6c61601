"""Texts of the first column that go on beside the next row: a label over two lines beside rows of one."""

from __future__ import annotations

from collections import Counter

from planparse.readers.pdf.ruled.tables import Table, TableCell
from planparse.readers.pdf.words.runs import is_value

_STEP = 1.5
"""Heights of a letter from one line of a text to the next."""
_SAME = 1.0
"""Points by which the lines of a text may begin beside each other."""
_OTHERS = 2
"""Texts of a row behind the first column at least."""


def with_whole_labels(table: Table) -> Table:
    """The table with such a text in the cell of the first row, and white beside the others: it goes on in small
    letters, in the same type and close below, beside a row with texts and figures of its own."""
    first = {c.slab.row: c for c in table.cells if c.slab.col == 0 and c.words}
    if not any(c.words[0].text[0].islower() for c in first.values()):
        return table
    others = [c for c in table.cells if c.slab.col and c.words]
    filled = Counter(c.slab.row for c in others)
    valued = {c.slab.row for c in others if any(is_value(line.text) for line in c.in_lines())}
    label: TableCell | None = None
    last = -1
    for row in sorted(first):
        own, follows, last = first[row], row == last + 1, row
        if label is not None and follows and row in valued and filled[row] >= _OTHERS and _goes_on(label, own):
            label.words, own.words = label.words + own.words, []
            label.box = (*label.box[:3], own.box[3])
            label.lines = own.lines = None
        else:
            label = own
    return table


def _goes_on(label: TableCell, own: TableCell) -> bool:
    above, below = label.in_lines()[-1], own.in_lines()[0]
    single = all(c.slab.row_span == c.slab.col_span == 1 for c in (label, own))
    near = below.base - above.base < _STEP * below.size and abs(above.x0 - below.x0) < _SAME
    return single and near and below.text[0].islower() and above.style is below.style
