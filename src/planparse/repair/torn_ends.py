"""Whether a page's end tore the last row of a fragment: what is drawn there, and the names of a header cut in two."""

from __future__ import annotations

from collections.abc import Container

from planparse.model.document import Grid
from planparse.repair.fitting import TOLERANCE
from planparse.repair.shape import folded, is_value, is_year

_MANY = 3
"""Names of a header that may be cut in two."""


def is_torn_row(last: Grid, grid: Grid) -> bool:
    """Whether no border ends the last row, and none begins the first one of the fragment in several columns."""
    ends = [cell for cell in last.slots()[-1] if cell is not None]
    begins = [cell for cell in grid.cells if cell.row == 0 and cell.open_top]
    return bool(ends) and all(cell.open_bottom for cell in ends) and len(begins) > 1


def is_cut_header(last: Grid, grid: Grid, placeholders: Container[str]) -> bool:
    """Whether the last row has but names, and the first one of the fragment the names below the last of them, over a
    row of values: a page's end has cut a header in two."""
    above = [cell for cell in last.rows()[-1] if not cell.is_blank]
    first, *rows = grid.rows()
    names = [cell for cell in first if not cell.is_blank]
    if len(above) < _MANY or len(names) < 2 or not rows or not last.edges or not grid.edges:
        return False
    if any(is_value(folded(cell), placeholders) and not is_year(folded(cell)) for cell in (*above, *names)):
        return False
    within = grid.edges[names[0].col] > last.edges[above[-1].col] - TOLERANCE
    return within and sum(is_value(folded(cell), placeholders) for cell in rows[0]) > 1
