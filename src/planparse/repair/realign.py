"""Realign: a row that stands k columns off is moved back.

Dumps lose the first cell of a row when the label's span ended too early, and whole
fragments lose their label column. A row is shifted when it does not fit the columns
as most rows of such tables use them (a value where text stands, no text where text
stands), and when moved right by k columns, all of which are free at its end, it does.
In a grid of actions, which has no columns of values, codes and dates decide (``columns``).
A row that a blank cell at its begin moved right goes back left where its code shows it.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from planparse.model.document import Cell, Grid
from planparse.model.provenance import Provenance
from planparse.model.trace import Repair, Repairs
from planparse.repair.columns import columns_of
from planparse.repair.profiles import Profile, Profiles
from planparse.repair.shape import folded, is_code, is_tail, is_value

_STARTS = 2
"""Cells that a row begins with: a code and a text."""
_FEWEST = 2
"""Rows that show where codes and texts stand."""
_MOST = 2
"""Columns that a row may be off. More has not been seen and would be a guess."""


def realign(grid: Grid, profiles: Profiles, repairs: Repairs) -> Grid:
    """Moves shifted rows back. ``profiles`` are of the whole document."""
    rows, profile, placeholders = grid.rows(), profiles.of(grid.n_cols), profiles.placeholders
    shifts = [_shift(row, grid.n_cols, profile, placeholders) if profile else 0 for row in rows]
    columns = columns_of(grid, placeholders) if not any(shifts) else None
    if columns is not None:
        shifts = [columns.shift(row, _MOST, placeholders) for row in rows]
    if not any(shifts):
        return _moved_left(grid, rows, repairs, placeholders)
    for seam in grid.seams:
        if seam.row < len(rows) and not shifts[seam.row] and _is_rest(rows[seam.row], rows[seam.row - 1]):
            shifts[seam.row] = shifts[seam.row - 1]
    covered = _covered(grid)
    cells: list[Cell] = []
    for number, row in enumerate(rows):
        k = shifts[number]
        if k and any((number, c) in covered for c in range(row[0].col, row[0].col + k)):
            k = 0
        if not k:
            cells += row
            continue
        moved, spare = _moved(row, k, grid.n_cols)
        cells += moved
        detail = f"row moved right by {k} column{'s' * (k > 1)}"
        places = tuple(p for c in row for p in c.places)
        repairs.append(Repair("realigned", detail, places, tuple(c.text for c in row)))
        if spare and moved:
            # The spare blank cells at the row's end keep their place in the source with the last cell.
            cells[-1] = replace(cells[-1], places=cells[-1].places + spare)
    return replace(grid, cells=tuple(cells))


def _moved_left(grid: Grid, rows: list[list[Cell]], repairs: Repairs, placeholders: Container[str]) -> Grid:
    """The grid with the rows moved left by one column that have a blank where all others have a code, and that beside
    it; a last column that holds nothing else then goes. What a page's end left of such a row goes with it."""
    shifted = _standing_right(rows, placeholders)
    if not shifted:
        return grid
    for seam in grid.seams:
        columns = {c.col for c in rows[seam.row - 1] if not c.is_blank}
        own = {c.col for c in rows[seam.row] if not c.is_blank}
        if seam.row - 1 in shifted and own and own <= columns:
            shifted.add(seam.row)
    cells: list[Cell] = []
    for number, row in enumerate(rows):
        if number not in shifted:
            cells += row
            continue
        blank, *others = row
        moved = [replace(c, col=c.col - 1) for c in others]
        cells += [replace(moved[0], places=blank.places + moved[0].places), *moved[1:]]
        places = tuple(p for c in row for p in c.places)
        repairs.append(Repair("realigned", "row moved left by 1 column", places, tuple(c.text for c in row)))
    width, edges = grid.n_cols, grid.edges
    if all(c.end_col < width for c in cells):
        width, edges = width - 1, edges[:-1] if edges else None
    return replace(grid, cells=tuple(cells), n_cols=width, edges=edges)


def _standing_right(rows: list[list[Cell]], placeholders: Container[str]) -> set[int]:
    """The rows that begin with a blank, a code and a text, where the others begin with a code and a text."""
    blank = [n for n, row in enumerate(rows) if len(row) > _STARTS and row[0].is_blank and is_code(folded(row[1]))]
    out = set()
    for number in blank:
        own = rows[number][: _STARTS + 1]
        text = folded(own[2])
        alone = all(c.col == n and c.col_span == c.row_span == 1 for n, c in enumerate(own))
        if alone and text and not is_value(text, placeholders) and not is_code(text):
            out.add(number)
    if not out:
        return out
    starts = [[folded(c) for c in row[:_STARTS]] for row in rows if len(row) >= _STARTS and not row[0].col]
    coded = sum(is_code(first) and bool(second) and not is_code(second) for first, second in starts)
    return out if coded >= max(_FEWEST, 2 * len(out)) else set()


def _is_rest(row: list[Cell], above: list[Cell]) -> bool:
    """Whether a row holds but what a page's end left of texts of the one above it, in their columns."""
    own = [c for c in row if not c.is_blank]
    columns = {c.col for c in above if not c.is_blank}
    return bool(own) and all(c.col in columns and (c.open_top or is_tail(folded(c))) for c in own)


def _covered(grid: Grid) -> set[tuple[int, int]]:
    """Slots that a cell from a row above reaches into."""
    return {
        (r, c)
        for cell in grid.cells
        if cell.row_span > 1
        for r in range(cell.row + 1, cell.end_row)
        for c in range(cell.col, cell.end_col)
    }


def _shift(row: list[Cell], width: int, profile: Profile, placeholders: Container[str]) -> int:
    """How many columns the row stands too far left; 0 where it fits or nothing fits better."""
    filled = [(c, folded(c)) for c in row if not c.is_blank]
    kinds = [(c, text, is_value(text, placeholders)) for c, text in filled]
    if len(kinds) < 2 or kinds[0][2] or not any(value for _, _, value in kinds) or kinds[0][0].col >= profile.text:
        return 0
    if _fit(kinds, 0, width, profile):
        return 0
    return next((k for k in range(1, _MOST + 1) if _fit(kinds, k, width, profile)), 0)


def _fit(kinds: list[tuple[Cell, str, bool]], k: int, width: int, profile: Profile) -> bool:
    """Whether the row, moved right by ``k``, has its text where text stands and values where values stand."""
    last = kinds[-1][0]
    if last.end_col + k > width:
        return False
    if not any(c.col + k == profile.text and not value for c, _, value in kinds):
        return False
    for cell, text, value in kinds:
        col = cell.col + k
        if value and col not in profile.values:
            return False
        if not value and col in profile.values and not (cell is last and len(text) > 24):
            return False
    return True


def _moved(row: list[Cell], k: int, width: int) -> tuple[list[Cell], Provenance]:
    moved = [replace(c, col=c.col + k) for c in row if c.end_col + k <= width]
    spare = tuple(p for c in row if c.end_col + k > width for p in c.places)
    return moved, spare
