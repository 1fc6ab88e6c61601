"""Rows of a table that are titles: of an objective or a priority, or over the header below them."""

from __future__ import annotations

from planparse.interpret.codes import split_code
from planparse.interpret.header_rows import Slots, header_height
from planparse.interpret.headings import Headings
from planparse.interpret.row_heads import filled
from planparse.model.document import Cell, Grid
from planparse.model.vocabulary import Vocabulary
from planparse.text import fold


class TitleRows:
    """Tells titles by what the headings of the document say."""

    def __init__(self, headings: Headings, vocabulary: Vocabulary) -> None:
        self.headings, self.vocabulary = headings, vocabulary

    def is_heading(self, grid: Grid, slots: Slots, row: int) -> bool:
        """One text over the whole width that names an objective or a priority, or stands right above a header."""
        cells = {id(c): c for c in slots[row] if c is not None and not c.is_blank}
        if len(cells) != 1:
            return False
        (cell,) = cells.values()
        if grid.n_cols < 3 and cell.col_span < 2:
            return False
        if cell.tables or cell.col or cell.row != row:
            return False
        over = row + 1 < grid.n_rows and header_height(slots, row + 1, 0, self.vocabulary) > 0
        if cell.col_span < grid.n_cols and grid.spans_known:
            return over and (row > 0 or self._names_section(grid, cell))
        return over or self._names_section(grid, cell)

    def is_named_title(self, grid: Grid, slots: Slots, stub: Cell) -> bool:
        """Whether nothing but the title of an objective stands in a row right above a header, at the left of blanks:
        a text that ran on over the borders of its cell, and no title over columns."""
        if not grid.spans_known or stub.row_span > 1 or stub.col_span in (1, grid.n_cols) or stub.tables:
            return False
        if stub.end_row == grid.n_rows or len(filled(slots, stub.row)) > 1 or not self._names_section(grid, stub):
            return False
        return header_height(slots, stub.end_row, 0, self.vocabulary) > 0

    def _names_section(self, grid: Grid, cell: Cell) -> bool:
        """Not the commentary on an indicator, which may begin with the indicator's own code."""
        text = fold(cell.text)
        split = split_code(text)
        if split is not None and (
            not grid.spans_known or any(c is not cell and _begins_with(c, split.printed) for c in grid.cells)
        ):
            return False
        named = self.headings.names_objective(text) or self.headings.names_priority(text)
        return named and not text.endswith(".")


def _begins_with(cell: Cell, code: str) -> bool:
    """Whether the cell begins with this code, not with a longer one: "AB1", not "AB1.1"."""
    text = fold(cell.text)
    split = split_code(text) if text.startswith(code) else None
    return split is not None and split.printed == code
