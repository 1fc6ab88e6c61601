"""What shows that a page break tore a row: the texts of both sides, and what the other rows of the table have.

A border that is missing at the break, a text that plainly goes on, a whole that the document spells the same way
elsewhere, or a coded row with values followed by a row without either.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from functools import cached_property

from planparse.model.document import Block, Cell, Grid
from planparse.repair.cut_figures import completes, may_be_cut
from planparse.repair.shape import (
    begin_codes_of_one_series,
    begins_code,
    begins_list,
    folded,
    is_code,
    is_date,
    is_number,
    is_tail,
    is_value,
    is_year,
)
from planparse.repair.spelling import Spelling
from planparse.text import fold, is_unfinished, squash

_SHORT = 12
"""A shorter text could be a value or a label of its own."""

_LETTERS, _FIGURES = (
    re.compile(r"[A-Z][A-Z&]{0,7}[ ./-]*"),
    re.compile(r"(?:[A-Z]{1,5}[ ./-]?)?\d{1,4}(?:\.\d{1,3})*[a-z]?"),
)
"""A code without its number, and what may be the rest of it."""

Pair = tuple[Cell, Cell]
"""A filled cell below a seam, behind the cell above it."""


class Evidence:
    """What the rows of one grid say about its seams. ``changed`` has the cells that were joined so far, by identity."""

    def __init__(self, grid: Grid, placeholders: Container[str], spelling: Spelling, changed: dict[int, Cell]) -> None:
        self.grid, self.placeholders, self.spelling, self.changed = grid, placeholders, spelling, changed
        self.slots, self.rows = grid.slots(), grid.rows()

    def now(self, cell: Cell) -> Cell:
        """The cell as joined so far."""
        return self.changed.get(id(cell), cell)

    @cached_property
    def rows_away(self) -> list[list[Cell]]:
        """The rows with no seam above or below them, so none of them torn."""
        at_seams = {n for seam in self.grid.seams for n in (seam.row - 1, seam.row)}
        return [cells for n, cells in enumerate(self.rows) if n not in at_seams]

    def is_no_label(self, row: int, lone: Cell, near: Cell) -> bool:
        """A text alone in the column of the labels, met once in the document, between two rows with code and values."""
        if lone.text.rstrip().endswith(":") or self.spelling.cells[squash(lone.text)] > 1 or begins_code(lone.text):
            return False
        below = self.rows[row + 1] if row + 1 < self.grid.n_rows else []
        coded = any(c.col == near.col and begins_code(c.text) for c in below)
        valued = any(is_value(folded(c), self.placeholders) for c in below)
        return coded and valued and begins_code(near.text)

    def is_torn(self, pairs: list[Pair], row: int) -> bool:
        filled = [(u, self.now(lower)) for u, lower in pairs if not self.now(lower).is_blank]
        label, *above = self.slots[row - 1]
        own = above if label is None or label.row < row - 1 else [label, *above]
        if all(c is None or (c.is_blank and c.open_bottom) for c in own):
            return True  # only the white over the texts of the row came before the break
        is_open = all(u.open_bottom and lower.open_top for u, lower in pairs)
        if not filled:
            return is_open and len(pairs) == len(self.rows[row])
        if self.are_cut_figures(filled, row):
            return True
        figures = [
            completes(folded(u), folded(lower))
            for u, lower in filled
            if is_value(folded(lower), self.placeholders)
            and (u.is_blank or is_value(folded(u), self.placeholders))  # else they may be of a code
        ]
        if any(figures) and not all(figures):
            return False
        if any(self.goes_across(lower, row) for _, lower in filled):
            return False
        texts = [(u, lower) for u, lower in filled if not self.is_value_pair(u, lower)]
        for upper, lower in filled:
            if (upper, lower) not in texts and not upper.is_blank:
                return False
        if self.is_header_over_values(texts, row):
            return False
        if self.is_torn_header(texts, row):
            return True
        if self.are_two_labels(*filled[0]) or any(begin_codes_of_one_series(u.text, w.text) for u, w in filled):
            return False
        if is_open:
            return True
        if self.is_dated_row(row):
            return False
        if self.fills_the_blank(filled, row) or self.is_parted(filled, row) or self.has_values_below(filled, row):
            return True
        if self.is_alone_above(filled, row) or self.is_note_alone(filled, row) or self.is_note_for(filled, row):
            return True
        if not texts or any(u.is_blank for u, _ in texts):
            return False
        whole = [self.spelling.is_whole(self.grid, u, lower) for u, lower in texts]
        if any(whole) or any(self.spelling.is_cut(self.grid, u, lower) for u, lower in texts):
            return True
        if self.is_code_alone(texts, row) or self.is_code_torn(*texts[0]):
            return True
        if len(filled) == 1 and _is_heavier(*filled[0]):
            return False  # the name of a group of rows
        if len(texts) == len(filled) and self.lacks_its_name(row):
            return True
        for _, lower in texts:
            first = lower.blocks[0] if lower.blocks else Block("")
            if begins_list(first) or begins_code(first.text):
                return False
            if lower.col == 0 and len(filled) > 1 and not is_tail(folded(lower)):
                return False
        if any(is_unfinished(folded(u)) or is_tail(folded(lower)) for u, lower in texts):
            return True
        return (
            self.ends_as_others(texts, row)
            or self.is_left_open(texts, row)
            or self.lacks_its_number(texts, row)
            or self.lacks_what_rows_have(texts, row)
        )

    def is_dated_row(self, row: int) -> bool:
        """Whether a row has a date of its own below another one, and no text in it goes on but a label beside rows."""
        dated = False
        for cell in self.rows[row]:
            upper, lower = self.slots[row - 1][cell.col], self.now(cell)
            if upper is None or upper.is_blank or lower.is_blank or upper.col_span != cell.col_span:
                continue
            one, two = folded(upper), folded(lower)
            if is_date(one) and is_date(two) and not (upper.open_bottom and cell.open_top):
                dated = True
            elif (is_tail(two) or is_unfinished(one)) and not self.spans_rows(cell):
                return False
        return dated

    def spans_rows(self, cell: Cell) -> bool:
        """Whether cells of this column span rows; a name beside the titles of a header shows nothing."""
        own = (c for c in self.grid.cells if c.col == cell.col and c.col_span == cell.col_span)
        return any(c.row_span > 1 and c.end_row > self.header_end for c in own)

    @cached_property
    def header_end(self) -> int:
        """The row below a header that has titles over several columns, and beside them names as high as it."""
        first = next((row for row in self.rows if len(row) > 1), [])
        tall = [c.end_row for c in first if c.row_span > 1]
        return min(tall) if tall and any(c.col_span > 1 and c.row_span == 1 for c in first) else 0

    def are_two_labels(self, upper: Cell, lower: Cell) -> bool:
        """Whether two texts of the first column are each a cell elsewhere too, and both together none: the open border
        lies on the page's end."""
        one, two = squash(upper.text), squash(lower.text)
        if lower.col or upper.is_blank or one == two or self.spelling.is_whole(self.grid, upper, lower):
            return False
        if self.spelling.is_cut(self.grid, upper, lower):
            return False
        return min(self.spelling.cells[one], self.spelling.cells[two]) > 1

    def goes_across(self, lower: Cell, row: int) -> bool:
        """Whether a text is as wide as the table, under a row of several: a note below that."""
        over = {id(c) for c in self.slots[row - 1] if c is not None and not c.is_blank}
        return lower.col == 0 and lower.col_span == self.grid.n_cols > 2 and len(over) > 2

    def is_code_alone(self, texts: list[Pair], row: int) -> bool:
        """One text below a code that stands alone, where other codes have a text in their cell; all else is blank."""
        if len(texts) != 1 or any(not self.now(c).is_blank for c in self.rows[row] if c is not texts[0][1]):
            return False
        upper = texts[0][0]
        return is_code(folded(upper)) and any(c.col == upper.col and _coded(c) for c in self.grid.cells)

    def is_code_torn(self, upper: Cell, lower: Cell) -> bool:
        """Letters of a code above, its number below, where each row with values away from the breaks begins with a text
        that has a number."""
        if lower.col or not (_LETTERS.fullmatch(folded(upper)) and _FIGURES.fullmatch(folded(lower))):
            return False
        rows = [cells for cells in self.rows_away if cells and not cells[0].col]
        firsts = [cells[0].text for cells in rows if any(is_value(folded(c), self.placeholders) for c in cells[1:])]
        return len(firsts) > 1 and all(any(map(str.isdecimal, text)) for text in firsts)

    def are_cut_figures(self, filled: list[Pair], row: int) -> bool:
        """Nothing but a few figures in the row, each below a number, and some of these end at their point or comma, or
        before the last of what they have to have."""
        first = self.rows[row][0]
        if not self.now(first).is_blank or any(u.is_blank for u, _ in filled):
            return False
        pairs = [(folded(u), folded(lower)) for u, lower in filled]
        cut = all(may_be_cut(upper, rest) for upper, rest in pairs)
        return cut and any(upper[-1] in ".," or completes(upper, rest) for upper, rest in pairs)

    def is_value_pair(self, upper: Cell, lower: Cell) -> bool:
        """The lower cell is a value, and the upper one is none of which it could be the rest."""
        text = folded(lower)
        if not is_value(text, self.placeholders) or completes(folded(upper), text):
            return False
        return upper.is_blank or is_value(folded(upper), self.placeholders)

    def fills_the_blank(self, filled: list[Pair], row: int) -> bool:
        """Texts below blanks of a row that the page's end left open, or beside the rest of other texts, as wide as
        they: cells that moved on whole."""
        above = self.rows[row - 1]
        rest = any(not u.is_blank for u, _ in filled) and not any(
            is_value(folded(w), self.placeholders) for _, w in filled
        )
        if len(above) < 3 or not (rest or all(c.open_bottom for c in above)):
            return False
        if any(u.row != row - 1 or (u.col, u.col_span) != (w.col, w.col_span) for u, w in filled):
            return False
        if any(not u.is_blank and not self.goes_on(u, w) for u, w in filled):
            return False
        if len(filled) > 1 and not any(is_value(folded(c), self.placeholders) for c in above):
            return False  # a row with a label alone, and the first one below it
        return any(u.is_blank and len(lower.text) > _SHORT for u, lower in filled)

    def goes_on(self, upper: Cell, lower: Cell) -> bool:
        """Whether a text plainly is the rest of the one above it."""
        rest = is_tail(folded(lower)) or is_unfinished(folded(upper)) or self.spelling.is_whole(self.grid, upper, lower)
        return rest and not is_value(folded(lower), self.placeholders)

    def is_parted(self, filled: list[Pair], row: int) -> bool:
        """Values above, and texts below under blanks, where all other rows have both."""
        values = [c for c in self.rows[row - 1] if is_value(folded(c), self.placeholders) and not c.is_blank]
        if len(values) < 2 or any(not u.is_blank or is_value(folded(w), self.placeholders) for u, w in filled):
            return False
        columns = {lower.col for _, lower in filled}
        valued = [cells for cells in self.rows_away if sum(is_value(folded(c), self.placeholders) for c in cells) > 1]
        return len(valued) > 1 and all(columns <= {c.col for c in cells if not c.is_blank} for cells in valued)

    def has_values_below(self, filled: list[Pair], row: int) -> bool:
        """A code with the begin of its text and no value above, the rest of the text with values under blanks below."""
        upper, lower = filled[0]
        if not begins_code(upper.text) or not is_tail(folded(lower)) or begins_code(lower.text):
            return False
        if any(is_value(folded(c), self.placeholders) for c in self.rows[row - 1]):
            return False
        values = [u for u, w in filled[1:] if is_value(folded(w), self.placeholders)]
        return bool(values) and all(u.is_blank for u in values)

    def is_alone_above(self, filled: list[Pair], row: int) -> bool:
        """Nothing but texts in the row above, the rest of each below, with all the row's other cells, which the break
        moved on."""
        over = [(u, lower) for u, lower in filled if not u.is_blank]
        uppers = {id(u) for u, _ in over}
        if (
            not over
            or len(filled) == len(over)
            or any(not c.is_blank for c in self.rows[row - 1] if id(c) not in uppers)
        ):
            return False
        return all(
            u.row == row - 1 and (is_tail(folded(w)) or is_unfinished(folded(u))) and not begins_code(w.text)
            for u, w in over
        )

    def is_note_alone(self, filled: list[Pair], row: int) -> bool:
        """A text over several of the columns of values, and nothing else, right under such a one beside a code."""
        upper, lower = filled[0]
        if len(filled) != 1 or not 1 < lower.col_span < self.grid.n_cols or lower.col == 0:
            return False
        if (upper.row, upper.col, upper.col_span) != (row - 1, lower.col, lower.col_span) or upper.is_blank:
            return False
        return any(begins_code(c.text) for c in self.rows[row - 1] if c is not upper)

    def is_note_for(self, filled: list[Pair], row: int) -> bool:
        """A text over several columns, and nothing else, under a row with values that has blanks there."""
        lower = filled[0][1]
        over = self.slots[row - 1][lower.col : lower.end_col]
        if len(filled) != 1 or lower.col == 0 or lower.col_span < 2:
            return False
        if not all(c is not None and c.is_blank and c.row == row - 1 for c in over):
            return False
        return any(is_value(folded(c), self.placeholders) for c in self.rows[row - 1] if not c.is_blank)

    def is_header_over_values(self, texts: list[Pair], row: int) -> bool:
        """Words over several values, or a row that stands in another table too: a header at the end of a page."""
        above = [c for c in self.rows[row - 1] if not c.is_blank]
        if self.are_names_over_values(above, [w for u, w in texts if not completes(folded(u), folded(w))]):
            return True
        if any(is_value(folded(c), self.placeholders) for c in above):
            return False
        if any(self.spelling.is_whole(self.grid, u, w) for u, w in texts):
            return False  # a name that the break cut
        return len(above) > 2 and all(self.spelling.cells[squash(c.text)] > 1 and not c.open_bottom for c in above)

    def are_names_over_values(self, above: Iterable[Cell], below: Iterable[Cell]) -> bool:
        """Whether no text of a row is a value, though a year may be a name, over one with several values."""
        names = [folded(c) for c in above if not c.is_blank]
        if any(is_value(text, self.placeholders) and not is_year(text) for text in names):
            return False
        return sum(is_value(folded(self.now(c)), self.placeholders) for c in below) > 1

    def is_torn_header(self, texts: list[Pair], row: int) -> bool:
        """All that came before the break are names of columns, and names alone stand under some of them."""
        named = [c for c in self.rows[row - 1] if not c.is_blank]
        below = self.rows[row + 1] if row + 1 < self.grid.n_rows else []
        if row != 1 or len(named) < 3 or not 1 < len(texts) < len(named) or begins_code(named[0].text):
            return False
        cells = [c for c in (*named, *self.rows[row]) if is_value(folded(c), self.placeholders)]
        return not cells and any(is_value(folded(c), self.placeholders) for c in below)

    def ends_as_others(self, texts: list[Pair], row: int) -> bool:
        """One word in brackets, and nothing else, that other texts of its column end with, and the one above does not:
        "(provisional)"."""
        upper, lower = texts[0]
        text = folded(lower)
        if text[:1] != "(" or text[-1:] != ")" or upper.row != row - 1 or folded(upper).endswith(text):
            return False
        if len(texts) != 1 or any(not self.now(c).is_blank for c in self.rows[row] if c is not lower):
            return False
        return any(c.col == lower.col and folded(c).endswith(f" {text}") for c in self.grid.cells)

    def is_left_open(self, texts: list[Pair], row: int) -> bool:
        """One text, and nothing else, below one of a row with a code and values that no border ends, as it does others
        of the table: on the next page a header came between. What stands in brackets, as a unit does, goes on with a
        text whatever the borders."""
        upper, lower = texts[0]
        above, text = self.rows[row - 1], folded(lower)
        alone = len(texts) == 1 and all(self.now(c).is_blank for c in self.rows[row] if c is not lower)
        remark = text[:1] == "(" and text[-1:] == ")"
        if not alone or len(above) < 3 or upper.row != row - 1 or not (remark or all(c.open_bottom for c in above)):
            return False
        valued = sum(is_value(folded(c), self.placeholders) for c in above if c is not upper)
        return valued > 0 and any(begins_code(c.text) for c in above if c is not upper)

    def lacks_its_number(self, texts: list[Pair], row: int) -> bool:
        """Nothing but the text of one column, where all rows away from the breaks begin with a number or a code, each
        another one, and so does the one above."""
        lower = texts[0][1]
        if len(texts) != 1 or lower.col == 0 or any(not self.now(c).is_blank for c in self.rows[row] if c is not lower):
            return False
        at_seams = {seam.row for seam in self.grid.seams}
        rows = [cells for n, cells in enumerate(self.rows) if n not in at_seams and cells and not cells[0].col]
        firsts = [folded(cells[0]) for cells in rows[1:] if not cells[0].is_blank and cells[0].col_span == 1]
        numbered = [text for text in firsts if is_number(text) or is_code(text)]
        above = folded(self.rows[row - 1][0]) if self.rows[row - 1] else ""
        return above in numbered and len(numbered) == len(set(numbered)) == len(firsts) > 2

    def lacks_its_name(self, row: int) -> bool:
        """Nothing in the first column, where all rows away from the breaks have a text of several words, each another
        one, and no values."""
        if not self.rows[row] or self.rows[row][0].col or not self.now(self.rows[row][0]).is_blank:
            return False
        at_seams = {seam.row for seam in self.grid.seams}
        rows = [cells for n, cells in enumerate(self.rows) if n and n not in at_seams and cells]
        cells = [c for own in (*rows, self.rows[row - 1], self.rows[row]) for c in own if not c.is_blank]
        if any(is_value(folded(c), self.placeholders) for c in cells):
            return False
        names = [folded(cells[0]) if not cells[0].col and cells[0].col_span == 1 else "" for cells in rows]
        return len(names) == len(set(names)) > 1 and all(" " in name for name in names)

    def lacks_what_rows_have(self, texts: list[Pair], row: int) -> bool:
        """The row above has a code and values, or begins a list item; this one has neither, only the cells for them."""
        upper, lower = texts[0]
        if len(texts) != 1 or (upper.col, upper.col_span) != (lower.col, lower.col_span):
            return len(texts) == 1 and upper.col > lower.col and self.is_no_label(row, lower, upper)
        above = [c for c in self.rows[row - 1] if c is not upper]
        if begins_code(upper.text):
            return any(c.is_blank for c in self.rows[row]) and any(
                is_value(folded(c), self.placeholders) for c in above
            )
        items = [c for c in self.rows[row - 2] if c.col == upper.col] if row > 1 else []
        listed = begins_list(upper.blocks[0]) and any(c.blocks and begins_list(c.blocks[0]) for c in items)
        return listed and self.spelling.cells[squash(lower.text)] < 2  # met again it is a label


def _is_heavier(upper: Cell, lower: Cell) -> bool:
    """Whether a text is bold below a code that is not."""
    if not upper.blocks or not lower.blocks or not is_code(folded(upper)):
        return False
    return lower.blocks[0].bold and not upper.blocks[-1].bold


def _coded(cell: Cell) -> bool:
    """Whether a paragraph that is a code stands over another one in a cell."""
    return len(cell.blocks) > 1 and is_code(fold(cell.blocks[0].text))
