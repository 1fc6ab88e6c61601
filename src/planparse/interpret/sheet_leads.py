"""Lines over a table that a printed sheet draws as rows of it, with a blank row between: the plan's title, its owner.

|  Council plan 2025/26  |         |         |      <- one text, with blanks beside it
|  Borough Council  |    |         |         |
|           |            |         |         |      <- nothing
|  Ref      | Indicator  | 2024/25 | Target  |
"""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from planparse.interpret.labels import match_label
from planparse.model.document import Cell, Document, Grid, Paragraph
from planparse.model.vocabulary import Vocabulary
from planparse.text import fold

_MOST = 4
"""Such lines over one table at most."""
_NARROW = 2
"""Columns of a block of labels and texts, which has no such lines."""


def with_leads_apart(document: Document, vocabulary: Vocabulary) -> Document:
    """The document, where the first thing in it is such a table, with its lines as paragraphs above it. A label among
    them says that they are of the table."""
    first = document.blocks[0] if document.blocks else None
    if not isinstance(first, Grid) or first.n_cols <= _NARROW or not first.spans_known:
        return document
    grid = first.at_hand()
    leads = _leads(grid)
    if not leads or any(match_label(fold(c.text), vocabulary) for c in leads):
        return document
    rest = _without(grid, len(leads))
    lines = [Paragraph(fold(c.text), c.places, bold=all(b.bold for b in c.blocks), marks=c.marks) for c in leads]
    return replace(document, blocks=(*lines, rest, *document.blocks[1:]))


def _leads(grid: Grid) -> list[Cell]:
    """The texts of the rows over the first blank one, where each of these has one at its left and blanks beside it."""
    top = list(takewhile(lambda c: c.row <= _MOST, grid.cells))
    found: list[Cell] = []
    for row in range(min(grid.n_rows - 1, _MOST + 1)):
        own = [cell for cell in top if cell.row == row]
        filled = [cell for cell in own if not cell.is_blank]
        if not filled:
            return found if own else []
        (cell, *others) = filled
        if others or cell.col or cell.tables or len(own) == 1 or any(c.row_span > 1 for c in own):
            return []
        found.append(cell)
    return []


def _without(grid: Grid, count: int) -> Grid:
    """The grid without its first rows."""
    cells = tuple(cell.moved(cell.row - count, cell.col, cell.col_span) for cell in grid.cells if cell.row >= count)
    seams = tuple(replace(seam, row=seam.row - count) for seam in grid.seams if seam.row > count)
    return replace(grid, cells=cells, n_rows=grid.n_rows - count, seams=seams)
