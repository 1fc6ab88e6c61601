"""Bands set in the middle of a table: a text alone on its line, over a row with a label and figures, which would stand
in the column that happens to be in the middle."""

from __future__ import annotations

from itertools import pairwise

from planparse.model.provenance import BBox
from planparse.readers.pdf.unruled.placed import Placed

_SEVERAL = 2
"""Bands that show that they are set in the middle."""
_LEVEL = 1.5
"""Points by which the middle of a band may be beside that of the table, and of the other bands."""
_STEP = 2.2
"""Heights of a letter from a band to the row below it at most."""
_COLUMNS = 4
"""Columns of such a table at least: of fewer the middle may be one of them."""


def span_centred(placed: list[Placed], columns: int, box: BBox | None) -> None:
    """Lets the bands span all columns, where there are several and each stands in the middle of the table: of what is
    drawn around it, or of its texts."""
    if columns < _COLUMNS:
        return
    alone = [above for above, below in pairwise(placed) if _is_over(above, below)]
    if len(alone) < _SEVERAL:
        return
    ends = [(line.row.line.x0, line.row.line.x1) for line in placed]
    middles = [(min(x0 for x0, _ in ends) + max(x1 for _, x1 in ends)) / 2]
    if box is not None:
        middles.append((box[0] + box[2]) / 2)
    for middle in middles:
        own = [line for line in alone if abs((line.row.line.x0 + line.row.line.x1) / 2 - middle) < _LEVEL]
        if len(own) >= _SEVERAL and len({line.row.line.text for line in own}) == len(own):
            for line in own:
                line.runs = [(0, columns - 1, line.row.runs[0])]
            return


def _is_over(line: Placed, below: Placed) -> bool:
    """Whether a line is one text right of the first column that does not go on from above, over a row."""
    if len(line.row.runs) != 1 or not line.runs or line.runs[0][0] == 0 or line.has_figures():
        return False
    near = below.base - line.base < _STEP * line.row.line.size
    begins = not line.row.line.text[0].islower()
    return begins and near and below.first is not None and below.has_figures()
