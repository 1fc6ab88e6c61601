"""Ruled tables whose column borders are drawn between groups of columns alone.

Code   Indicator    |      Actual        |      Target
                    | 2023/24   2024/25  | 2025/26   2026/27
-----------------------------------------------------------
F1     House fires  | 371       352      | 340       330
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from planparse.readers.pdf.ruled.tables import TableCell
from planparse.readers.pdf.words.runs import NEAR_GAP, cut, is_label, is_value, is_year

_MOST, _COLUMNS = 0.6, 2
"""Share of the cells of a column, and such columns, at least."""
_ROWS = 3
"""Cells with several texts that a column has at least."""


def has_more_columns(rows: list[list[TableCell]]) -> bool:
    """Whether two texts or more stand side by side in most cells of several columns, or of one where those behind the
    first are values: borders are drawn between groups of columns alone."""
    several: Counter[int] = Counter()
    for row in rows:
        for cell in row:
            if len(cell.words) > 1 and _has_gap(cell):
                several[cell.slab.col] += 1
    more = {col for col, count in several.items() if count >= _COLUMNS}
    if not more:
        return False
    cells = Counter(cell.slab.col for row in rows for cell in row)
    most = [col for col in more if several[col] > _MOST * cells[col]]
    if sum(several[col] >= _ROWS for col in most) >= _COLUMNS:
        return True
    found = [[c for row in rows[1:] for c in row if c.slab.col == col and _has_gap(c)] for col in most]  # no header
    return any(len(own) >= _COLUMNS and all(map(_is_valued, own)) for own in found)


def _is_valued(cell: TableCell) -> bool:
    """Whether values stand side by side on the first line of a cell, or behind a text."""
    texts = [run.text for run in cut(cell.in_lines()[0], NEAR_GAP).runs]
    return len(texts) > _COLUMNS and all(is_value(text) or is_year(text) for text in texts[1:])


def holds_figures(rows: list[list[TableCell]]) -> bool:
    """Whether in a column all cells but the first have one line each, of as many figures or years side by side, two at
    least: the rule that shows it stands under a title over several."""
    columns: dict[int, list[TableCell]] = {}
    for row in rows[1:]:
        for cell in row:
            columns.setdefault(cell.slab.col, []).append(cell)
    return any(map(_are_figures, columns.values()))


def _are_figures(cells: list[TableCell]) -> bool:
    if len(cells) < _COLUMNS or any(cell.slab.col_span > 1 for cell in cells):
        return False
    lines = [cell.in_lines() for cell in cells]
    if any(len(own) > 1 for own in lines):
        return False
    texts = [[run.text for run in cut(own[0], NEAR_GAP).runs] for own in lines]
    count = len(texts[0])
    return count > 1 and all(len(own) == count and all(is_value(t) or is_year(t) for t in own) for own in texts)


def _has_gap(cell: TableCell) -> bool:
    """Whether a word of the first line stands further behind the one before it than words of one text do."""
    first = cell.in_lines()[0]
    limit = NEAR_GAP * first.size
    return any(b.x0 - a.x1 > limit and not is_label(a.text) for a, b in pairwise(first.words))
