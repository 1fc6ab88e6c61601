"""Tables titled with an objective, below which the headings of its other parts stand: the title becomes their heading.

Priority 1: Keep people well          <- the first row of a table, as wide as it
Indicator  | 2024/25 | Target
Visits     | 3,000   | 3,200
Key developments                      <- a heading below the table
- A new pool was opened
"""

from __future__ import annotations

from dataclasses import replace

from planparse.interpret.headings import Headings
from planparse.interpret.labels import match_label
from planparse.model.document import Cell, Document, Element, Grid, Paragraph
from planparse.model.vocabulary import Vocabulary
from planparse.text import fold

_PARTS = frozenset({"developments", "issues", "milestones"})
_FEW = 2
"""Such tables that show how a plan is set."""


def with_lifted_titles(document: Document, vocabulary: Vocabulary) -> Document:
    """The document, where several tables are set so, with the title of each as a heading over it."""
    headings: Headings | None = None
    titles: dict[int, tuple[Cell, int]] = {}
    for n, (block, below) in enumerate(zip(document.blocks, document.blocks[1:], strict=False)):
        if not isinstance(block, Grid) or not isinstance(below, Paragraph) or below.heading is None:
            continue
        label = match_label(fold(below.text), vocabulary)
        title = _title(block) if label is not None and label.role in _PARTS and not label.rest else None
        if title is None:
            continue
        headings = headings or Headings(document, vocabulary)
        if headings.role(fold(title.text)) is not None:  # a code alone may be that of a measure
            titles[n] = title, max(below.heading - 1, 1)
    if len(titles) < _FEW:
        return document
    blocks: list[Element] = []
    for n, block in enumerate(document.blocks):
        if n in titles and isinstance(block, Grid):
            title, level = titles[n]
            blocks += [Paragraph(fold(title.text), title.places, level, bold=True), _without_title(block)]
        else:
            blocks.append(block)
    return replace(document, blocks=tuple(blocks))


def _title(grid: Grid) -> Cell | None:
    """The text as wide as a table of several columns that stands in its first row."""
    first = next(iter(grid.cells), None)
    if first is None or first.is_blank or first.tables or first.row_span > 1 or grid.n_rows < _FEW:
        return None
    return first if grid.n_cols > _FEW and first.row == first.col == 0 and first.col_span == grid.n_cols else None


def _without_title(grid: Grid) -> Grid:
    cells = tuple(cell.moved(cell.row - 1, cell.col, cell.col_span) for cell in grid.cells if cell.row)
    seams = tuple(replace(seam, row=seam.row - 1) for seam in grid.seams if seam.row > 1)
    return replace(grid, cells=cells, n_rows=grid.n_rows - 1, seams=seams)
