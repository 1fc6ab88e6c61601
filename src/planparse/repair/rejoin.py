"""Rejoin: a row that a page break tore is one row again.

Only at a seam, and only on evidence: a border that is missing at the break, a text
that plainly goes on, a whole that the document spells the same way elsewhere, or a
coded row with values followed by a row without either. The halves must be
complementary: no value on both sides of a column.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container
from dataclasses import replace

from planparse.model.document import Block, Cell, Grid, Seam
from planparse.model.trace import Repair, Repairs
from planparse.repair.shape import begins_code, begins_list, folded, is_code, is_tail, is_unfinished, is_value
from planparse.repair.spelling import Spelling
from planparse.text import fold, squash

_SHORT = 12
"""A shorter text could be a value or a label of its own."""

_HYPHENATED = re.compile(r"\S-$")
"""A dash between blanks parts two words, and goes on with a blank."""

_CUT, _REST = re.compile(r"[<>≤≥~]?[£$€]?\d[\d,.]*"), re.compile(r"\d{1,3}%?")
"""A number that a narrow cell may have broken, and what may be left of it."""

Pair = tuple[Cell, Cell]


def rejoin(grid: Grid, spelling: Spelling, placeholders: Container[str], repairs: Repairs) -> Grid:
    """Joins the halves of torn rows. ``spelling`` is of the whole document; ``placeholders`` stand for a value."""
    return _Mender(grid, placeholders, spelling).mended(repairs) if grid.seams else grid


class _Mender:
    """Works through the seams of one grid, from the last to the first, so that a row torn twice is joined twice."""

    def __init__(self, grid: Grid, placeholders: Container[str], spelling: Spelling) -> None:
        self.grid, self.placeholders, self.spelling = grid, placeholders, spelling
        self.slots, self.rows = grid.slots(), grid.rows()
        self.changed: dict[int, Cell] = {}
        self.gone: set[int] = set()
        self.mended_rows: set[int] = set()
        self.whole: dict[int, Cell] = {}
        """The first half for each second half, by identity."""

    def now(self, cell: Cell) -> Cell:
        """The cell as joined so far."""
        return self.changed.get(id(cell), cell)

    def mended(self, repairs: Repairs) -> Grid:
        torn: set[int] = set()
        for seam in reversed(self.grid.seams):
            inside = 0 < seam.row < self.grid.n_rows
            if inside:
                self.reach_down(seam.row, repairs)
            pairs = self.pairs(seam.row) if inside else []
            fresh = self.below_spanner(pairs)
            halves = [(u, lower) for u, lower in pairs if id(lower) not in fresh]
            if halves and self.is_torn(halves, seam.row):
                self.join(halves, seam.row, fresh, repairs)
                self.reach_on(seam.row + 1, repairs)
                self.mended_rows.add(seam.row)
                if not fresh:
                    torn.add(seam.row)
        return self.without(torn) if self.mended_rows else self.grid

    def reach_down(self, row: int, repairs: Repairs) -> None:
        """Joins cells that span rows on both pages, though the rows themselves are whole."""
        above = {id(c): c for c in self.slots[row - 1] if c is not None and c.end_row == row}
        cut = {key for key, c in above.items() if c.open_bottom}
        is_whole = any(key not in cut and not c.is_blank for key, c in above.items())
        for cell in self.rows[row]:
            upper, lower = self.slots[row - 1][cell.col], self.now(cell)
            if upper is None or id(upper) not in above or upper.is_blank or upper.col_span != cell.col_span:
                continue
            new = lower.blocks and (begins_list(lower.blocks[0]) or begins_code(lower.text))
            new = new or (not lower.is_blank and self.spelling.cells[squash(lower.text)] > 1)  # a label met elsewhere
            drawn = id(upper) in cut and is_whole and (lower.open_top or not new)
            goes_on = is_tail(folded(lower)) and not any(is_value(folded(c), self.placeholders) for c in (upper, lower))
            if drawn or (goes_on and self.spans_rows(cell) and self.is_whole_row(row)):
                self.join_cell(upper, cell, repairs)
                self.mended_rows.add(row)

    def reach_on(self, row: int, repairs: Repairs) -> None:
        """Joins the rest of a label beside the row below the rest of a torn one."""
        for cell in self.rows[row] if row < self.grid.n_rows else ():
            above = self.slots[row - 1][cell.col]
            upper = self.whole.get(id(above)) if above is not None else None
            if upper is None or upper.col_span != cell.col_span or not is_tail(folded(cell)):
                continue
            others = [folded(self.now(c)) for c in self.rows[row] if c is not cell]
            begins = any(begins_code(text) or is_value(text, self.placeholders) for text in others)
            if self.spans_rows(cell) and begins and not is_value(folded(cell), self.placeholders):
                self.join_cell(upper, cell, repairs)

    def join_cell(self, upper: Cell, cell: Cell, repairs: Repairs) -> None:
        lower = self.now(cell)
        broken = self.spelling.is_broken_word(upper.text, lower.text)
        self.changed[id(upper)] = joined(self.now(upper), lower, broken)
        self.gone.add(id(cell))
        message = "cell torn by a page break rejoined"
        repairs.append(Repair("rejoined", message, upper.places + lower.places, (upper.text, lower.text)))

    def spans_rows(self, cell: Cell) -> bool:
        """Whether cells of this column span rows."""
        return any(c.row_span > 1 and c.col == cell.col and c.col_span == cell.col_span for c in self.grid.cells)

    def is_whole_row(self, row: int) -> bool:
        """Whether a row has a code or a value of its own, below another one."""
        for cell in self.rows[row]:
            upper, text = self.slots[row - 1][cell.col], folded(self.now(cell))
            if upper is not None and not upper.is_blank and (is_value(text, self.placeholders) or begins_code(text)):
                return True
        return False

    @staticmethod
    def below_spanner(pairs: list[Pair]) -> set[int]:
        """Cells of which several stand below one: a row of their own, not the second halves of one cell."""
        count = Counter(id(upper) for upper, lower in pairs if not lower.is_blank)
        return {id(lower) for upper, lower in pairs if count[id(upper)] > 1}

    def pairs(self, row: int) -> list[Pair]:
        """Each filled cell of the row with the cell above it; empty where one has nothing above."""
        out: list[Pair] = []
        for cell in self.rows[row]:
            above = self.slots[row - 1][cell.col]
            if id(cell) in self.gone:
                continue
            if self.now(cell).is_blank:
                if cell.open_top and above is not None and above.open_bottom and above.end_row == row:
                    out.append((above, cell))
                continue
            if above is None or above.is_blank or (above.row < row - 1 and above.col < cell.col):
                above = self.neighbour(row, cell) if not cell.open_top else above
            if above is None or above.end_row != row or cell.tables or above.tables:
                return []
            out.append((above, cell))
        return out

    def neighbour(self, row: int, cell: Cell) -> Cell | None:
        """For a lone tail that lost its label column: the text just right of it in the row above."""
        above = self.slots[row - 1][cell.col]
        if sum(not c.is_blank for c in self.rows[row]) > 1 or cell.col > 0:
            return above
        near = [c for c in self.rows[row - 1] if cell.col < c.col <= cell.col + 2 and not c.is_blank]
        if near and not is_value(folded(near[0]), self.placeholders):
            return near[0] if is_tail(folded(cell)) or self.is_no_label(row, cell, near[0]) else above
        return above

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
        texts = [(u, lower) for u, lower in filled if not self.is_value_pair(u, lower)]
        for upper, lower in filled:
            if (upper, lower) not in texts and not upper.is_blank:
                return False
        if self.is_header_over_values(texts, row):
            return False
        if self.is_torn_header(texts, row):
            return True
        if is_open:
            return True
        if self.fills_the_blank(filled, row) or self.is_parted(filled, row) or self.has_values_below(filled, row):
            return True
        if self.is_alone_above(filled, row) or self.is_note_alone(filled, row):
            return True
        if not texts or any(u.is_blank for u, _ in texts):
            return False
        whole = [self.spelling.is_whole(self.grid, u, lower) for u, lower in texts]
        if any(whole):
            return True
        if self.is_code_alone(texts, row):
            return True
        for _, lower in texts:
            first = lower.blocks[0] if lower.blocks else Block("")
            if begins_list(first) or begins_code(first.text):
                return False
            if lower.col == 0 and len(filled) > 1 and not is_tail(folded(lower)):
                return False
        if any(is_unfinished(folded(u)) or is_tail(folded(lower)) for u, lower in texts):
            return True
        return self.lacks_what_rows_have(texts, row)

    def is_code_alone(self, texts: list[Pair], row: int) -> bool:
        """One text below a code that stands alone, where other codes have a text in their cell; all else is blank."""
        if len(texts) != 1 or any(not self.now(c).is_blank for c in self.rows[row] if c is not texts[0][1]):
            return False
        upper = texts[0][0]
        return is_code(folded(upper)) and any(c.col == upper.col and _coded(c) for c in self.grid.cells)

    def are_cut_figures(self, filled: list[Pair], row: int) -> bool:
        """Nothing but a few figures in the row, each below a number, and some of these end at their point or comma."""
        first = self.rows[row][0]
        if not self.now(first).is_blank or any(u.is_blank for u, _ in filled):
            return False
        pairs = [(folded(u), folded(lower)) for u, lower in filled]
        cut = [_CUT.fullmatch(upper) and _REST.fullmatch(rest) for upper, rest in pairs]
        return all(cut) and any(upper[-1] in ".," for upper, _ in pairs)

    def is_value_pair(self, upper: Cell, lower: Cell) -> bool:
        """The lower cell is a value, and the upper one is none of which it could be the rest."""
        text = folded(lower)
        if not is_value(text, self.placeholders):
            return False
        return upper.is_blank or is_value(folded(upper), self.placeholders)

    def fills_the_blank(self, filled: list[Pair], row: int) -> bool:
        """Texts below blanks of a row that the page's end left open, as wide as they: cells that moved on whole."""
        above = self.rows[row - 1]
        if len(above) < 3 or not all(c.open_bottom for c in above):
            return False
        if any(u.row != row - 1 or not u.is_blank or (u.col, u.col_span) != (w.col, w.col_span) for u, w in filled):
            return False
        if len(filled) > 1 and not any(is_value(folded(c), self.placeholders) for c in above):
            return False  # a row with a label alone, and the first one below it
        return any(len(lower.text) > _SHORT for _, lower in filled)

    def is_parted(self, filled: list[Pair], row: int) -> bool:
        """Nothing but values and codes above, or no label, and texts below under blanks, where all other rows have
        both."""
        above = [folded(c) for c in self.rows[row - 1] if not c.is_blank]
        values = [text for text in above if is_value(text, self.placeholders)]
        label, lower = self.slots[row - 1][0], filled[0][1]
        bare = label is not None and label.row == row - 1 and label.is_blank and lower.col == 0
        if len(values) < 2 or not (bare or all(is_value(text, self.placeholders) or is_code(text) for text in above)):
            return False
        if any(not u.is_blank or is_value(folded(lower), self.placeholders) for u, lower in filled):
            return False
        columns = {lower.col for _, lower in filled}
        at_seams = {n for seam in self.grid.seams for n in (seam.row - 1, seam.row)}
        others = [cells for n, cells in enumerate(self.rows) if n not in at_seams]
        valued = [cells for cells in others if sum(is_value(folded(c), self.placeholders) for c in cells) > 1]
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
        """One text in the row above, the rest of it below, with all the row's other cells, which the break moved on."""
        over = [(u, lower) for u, lower in filled if not u.is_blank]
        if len(over) != 1 or len(filled) < 2 or any(not c.is_blank for c in self.rows[row - 1] if c is not over[0][0]):
            return False
        upper, lower = over[0]
        return upper.row == row - 1 and is_tail(folded(lower)) and not begins_code(lower.text)

    def is_note_alone(self, filled: list[Pair], row: int) -> bool:
        """A text over several of the columns of values, and nothing else, right under such a one beside a code."""
        upper, lower = filled[0]
        if len(filled) != 1 or not 1 < lower.col_span < self.grid.n_cols or lower.col == 0:
            return False
        if (upper.row, upper.col, upper.col_span) != (row - 1, lower.col, lower.col_span) or upper.is_blank:
            return False
        return any(begins_code(c.text) for c in self.rows[row - 1] if c is not upper)

    def is_header_over_values(self, texts: list[Pair], row: int) -> bool:
        """Words over several values, or a row that stands in another table too: a header at the end of a page."""
        above = [c for c in self.rows[row - 1] if not c.is_blank]
        if any(is_value(folded(c), self.placeholders) for c in above):
            return False
        if sum(is_value(folded(self.now(lower)), self.placeholders) for _, lower in texts) > 1:
            return True
        return len(above) > 2 and all(self.spelling.cells[squash(c.text)] > 1 and not c.open_bottom for c in above)

    def is_torn_header(self, texts: list[Pair], row: int) -> bool:
        """All that came before the break are names of columns, and names alone stand under some of them."""
        named = [c for c in self.rows[row - 1] if not c.is_blank]
        below = self.rows[row + 1] if row + 1 < self.grid.n_rows else []
        if row != 1 or len(named) < 3 or not 1 < len(texts) < len(named) or begins_code(named[0].text):
            return False
        cells = [c for c in (*named, *self.rows[row]) if is_value(folded(c), self.placeholders)]
        return not cells and any(is_value(folded(c), self.placeholders) for c in below)

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

    def join(self, pairs: list[Pair], row: int, fresh: set[int], repairs: Repairs) -> None:
        filled = [(u, lower) for u, lower in pairs if not self.now(lower).is_blank]
        cut = bool(filled) and self.are_cut_figures(filled, row)
        places = tuple(p for u, lower in filled for p in u.places + self.now(lower).places)
        before = tuple(c.text for u, lower in filled for c in (u, self.now(lower)))
        repairs.append(Repair("rejoined", "row torn by a page break rejoined", places, before))
        for upper, lower in pairs:
            low = self.now(lower)
            broken = cut or self.spelling.is_broken_word(upper.text, low.text)
            self.changed[id(upper)] = joined(self.now(upper), low, broken)
            self.gone.add(id(lower))
            self.whole[id(lower)] = upper
        if fresh:
            self.span_blanks(row)
        else:
            self.keep_blanks(row)

    def span_blanks(self, row: int) -> None:
        """The row stays: a blank below a cell is the rest of that cell, which reaches down beside the others."""
        for cell in self.rows[row]:
            above = self.slots[row - 1][cell.col]
            if id(cell) in self.gone or not cell.is_blank or above is None or above.col_span != cell.col_span:
                continue
            if above.end_row == row and not above.is_blank:
                self.changed[id(above)] = joined(self.now(above), self.now(cell))
                self.gone.add(id(cell))

    def keep_blanks(self, row: int) -> None:
        """The blank cells of the second half keep their place in the source with a cell of the first."""
        blanks = [c for c in self.rows[row] if id(c) not in self.gone and c.row_span == 1]
        above = self.rows[row - 1] or [c for c in self.slots[row - 1] if c is not None]
        if blanks and above:
            last = above[-1]
            spare = tuple(p for c in blanks for p in self.now(c).places)
            self.changed[id(last)] = replace(self.now(last), places=self.now(last).places + spare)
            self.gone.update(id(c) for c in blanks)

    def without(self, torn: set[int]) -> Grid:
        """The grid without the second halves; cells that span them shrink, rows below move up."""
        up = [0] * (self.grid.n_rows + 1)
        for row in range(self.grid.n_rows):
            up[row + 1] = up[row] + (row in torn)
        cells = []
        for cell in self.grid.cells:
            if id(cell) in self.gone:
                continue
            now = self.now(cell)
            top, end = cell.row - up[cell.row], now.end_row - up[min(now.end_row, self.grid.n_rows)]
            if top == now.row and end == now.end_row:
                cells.append(now)
            elif end > top:
                cells.append(now.lifted(top, end - top))
        seams = tuple(Seam(s.row - up[s.row], s.kind) for s in self.grid.seams if s.row not in self.mended_rows)
        cells.sort(key=lambda c: (c.row, c.col))
        return replace(self.grid, cells=tuple(cells), n_rows=self.grid.n_rows - len(torn), seams=seams)


def _coded(cell: Cell) -> bool:
    """Whether a paragraph that is a code stands over another one in a cell."""
    return len(cell.blocks) > 1 and is_code(fold(cell.blocks[0].text))


def joined(upper: Cell, lower: Cell, broken_word: bool = False) -> Cell:
    """One cell with the text and the places of both, spanning the rows of both.

    The last paragraph of one goes on in the first of the other unless that begins a list item.
    ``broken_word``: the break went through a word, so no blank comes between.
    """
    blocks: tuple[Block, ...]
    if upper.is_blank or lower.is_blank:
        blocks = lower.blocks if upper.is_blank else upper.blocks
    elif begins_list(lower.blocks[0]) or _is_list(upper.blocks, lower.blocks):
        blocks = upper.blocks + lower.blocks
    else:
        first, rest = upper.blocks[-1], lower.blocks[0]
        gap = "" if broken_word or _HYPHENATED.search(first.text.rstrip()) else " "
        block = replace(first, text=f"{first.text.rstrip()}{gap}{rest.text.lstrip()}")
        blocks = (*upper.blocks[:-1], block, *lower.blocks[1:])
    return replace(
        upper,
        blocks=blocks,
        row_span=lower.end_row - upper.row,
        places=upper.places + lower.places,
        marks=upper.marks + lower.marks,
        open_bottom=lower.open_bottom,
    )


def _is_list(upper: tuple[Block, ...], lower: tuple[Block, ...]) -> bool:
    """Three paragraphs or more without marks, each with a capital: items, of which the seam parted two."""
    above, below = [b.text.strip() for b in upper if b.text.strip()], [b.text.strip() for b in lower if b.text.strip()]
    plain = len(above) + len(below) > 2 and not any(begins_list(b) for b in upper + lower)
    return plain and all(t[:1].isupper() for t in above + below) and not is_unfinished(fold(above[-1]))
