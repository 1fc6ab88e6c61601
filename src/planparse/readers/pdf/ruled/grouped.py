"""Ruled tables whose column borders are drawn between groups of columns alone.

Code   Indicator    |      Actual        |      Target
                    | 2023/24   2024/25  | 2025/26   2026/27
-----------------------------------------------------------
F1     House fires  | 371       352      | 340       330
"""

from __future__ import annotations

from collections import Counter

from planparse.readers.pdf.page import Word
from planparse.readers.pdf.ruled.tables import TableCell
from planparse.readers.pdf.words.runs import NEAR_GAP, is_label

_MOST, _COLUMNS = 0.6, 2
"""Share of the cells of a column, and such columns, at least."""
_ROWS = 3
"""Cells with several texts that a column has at least."""
_LEVEL = 1.0
"""Points by which texts on one line may stand higher or lower."""


def has_more_columns(rows: list[list[TableCell]]) -> bool:
    """Whether two texts or more stand side by side in most cells of several columns: borders are drawn between groups
    of columns alone."""
    several: Counter[int] = Counter()
    for row in rows:
        for cell in row:
            if len(cell.words) > 1 and _has_gap(cell.words):
                several[cell.slab.col] += 1
    more = {col for col, count in several.items() if count >= _ROWS}
    if len(more) < _COLUMNS:
        return False
    cells = Counter(cell.slab.col for row in rows for cell in row)
    return sum(several[col] > _MOST * cells[col] for col in more) >= _COLUMNS


def _has_gap(words: list[Word]) -> bool:
    """Whether a word of the first line stands further behind the one before it than words of one text do."""
    before = words[0]
    limit = NEAR_GAP * before.style.size
    for word in words[1:]:
        if abs(word.base - before.base) > _LEVEL:
            return False
        if word.x0 - before.x1 > limit:
            return not is_label(before.text)
        before = word
    return False
