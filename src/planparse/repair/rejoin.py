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
from planparse.repair.cut_figures import completes
from planparse.repair.shape import (
    begin_codes_of_one_series,
    begins_code,
    begins_list,
    folded,
    is_tail,
    is_value,
)
from planparse.repair.spelling import HYPHENS, Spelling
from planparse.repair.torn import Evidence, Pair
from planparse.text import fold, is_unfinished, squash

_HYPHENATED = re.compile(rf"\S[{HYPHENS}]$")
"""A dash between blanks parts two words, and goes on with a blank."""
_WORD_HYPHEN = re.compile(rf"(?<=[^\W\d_])[{HYPHENS}]$")


def rejoin(grid: Grid, spelling: Spelling, placeholders: Container[str], repairs: Repairs) -> Grid:
    """Joins the halves of torn rows. ``spelling`` is of the whole document; ``placeholders`` stand for a value."""
    return _Mender(grid, placeholders, spelling).mended(repairs) if grid.seams else grid


class _Mender:
    """Works through the seams of one grid, from the last to the first, so that a row torn twice is joined twice."""

    def __init__(self, grid: Grid, placeholders: Container[str], spelling: Spelling) -> None:
        self.grid, self.placeholders, self.spelling = grid, placeholders, spelling
        self.changed: dict[int, Cell] = {}
        self.evidence = Evidence(grid, placeholders, spelling, self.changed)
        self.slots, self.rows = self.evidence.slots, self.evidence.rows
        self.gone: set[int] = set()
        self.mended_rows: set[int] = set()
        self.whole: dict[int, Cell] = {}
        """The first half for each second half, by identity."""

    def mended(self, repairs: Repairs) -> Grid:
        torn: set[int] = set()
        for seam in reversed(self.grid.seams):
            inside = 0 < seam.row < self.grid.n_rows
            if inside:
                self.reach_down(seam.row, repairs)
            pairs = self.pairs(seam.row) if inside else []
            fresh = self.below_spanner(pairs)
            halves = [(u, lower) for u, lower in pairs if id(lower) not in fresh]
            if halves and self.evidence.is_torn(halves, seam.row):
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
        named = [c for c in above.values() if not c.is_blank]
        is_head = len(named) > 2 and self.evidence.are_names_over_values(named, self.rows[row])
        closed = any(not c.is_blank and not c.open_top for c in self.rows[row])
        for cell in self.rows[row]:
            upper, lower = self.slots[row - 1][cell.col], self.evidence.now(cell)
            if upper is None or id(upper) not in above or upper.col_span != cell.col_span:
                continue
            if upper.is_blank:
                if id(upper) in cut and cell.open_top and closed and not lower.is_blank and not upper.tables:
                    self.join_cell(upper, cell, repairs)  # the text of a label moved on whole
                    self.mended_rows.add(row)
                continue
            if upper.tables or cell.tables or begin_codes_of_one_series(upper.text, lower.text):
                continue
            new = lower.blocks and (begins_list(lower.blocks[0]) or begins_code(lower.text))
            new = new or (not lower.is_blank and self.spelling.cells[squash(lower.text)] > 1)  # a label met elsewhere
            drawn = id(upper) in cut and is_whole and (lower.open_top or not new)
            if is_head and not lower.is_blank and not is_tail(folded(lower)):
                continue
            spelled = not lower.is_blank and self.spelling.cells[squash(f"{upper.text} {lower.text}")] > 0
            goes_on = is_tail(folded(lower)) or spelled
            goes_on = goes_on and not any(is_value(folded(c), self.placeholders) for c in (upper, lower))
            if drawn or (goes_on and self.evidence.spans_rows(cell) and self.is_whole_row(row)):
                self.join_cell(upper, cell, repairs)
                self.mended_rows.add(row)

    def reach_on(self, row: int, repairs: Repairs) -> None:
        """Joins the rest of a label beside the row below the rest of a torn one."""
        for cell in self.rows[row] if row < self.grid.n_rows else ():
            above = self.slots[row - 1][cell.col]
            upper = self.whole.get(id(above)) if above is not None else None
            if upper is None and above is not None and above.is_blank and row > 1:
                upper = self.slots[row - 2][cell.col]  # it began with the row that is torn
            if upper is None or upper.col_span != cell.col_span or not is_tail(folded(cell)):
                continue
            others = [folded(self.evidence.now(c)) for c in self.rows[row] if c is not cell]
            begins = any(begins_code(text) or is_value(text, self.placeholders) for text in others)
            if self.evidence.spans_rows(cell) and begins and not is_value(folded(cell), self.placeholders):
                self.join_cell(upper, cell, repairs)

    def join_cell(self, upper: Cell, cell: Cell, repairs: Repairs) -> None:
        lower = self.evidence.now(cell)
        self.changed[id(upper)] = joined(self.evidence.now(upper), lower, self.is_broken(upper, lower))
        self.gone.add(id(cell))
        message = "cell torn by a page break rejoined"
        repairs.append(Repair("rejoined", message, upper.places + lower.places, (upper.text, lower.text)))

    def is_broken(self, upper: Cell, lower: Cell) -> bool:
        """Whether the break went through a word, a number or a code."""
        if completes(folded(upper), folded(lower)) or self.spelling.is_broken_word(upper.text, lower.text):
            return True
        return self.spelling.is_cut(self.grid, upper, lower)

    def is_whole_row(self, row: int) -> bool:
        """Whether a row has a code, a value or a date of its own, below another one."""
        for cell in self.rows[row]:
            upper, text = self.slots[row - 1][cell.col], folded(self.evidence.now(cell))
            if upper is None or upper.is_blank or completes(folded(upper), text):
                continue
            if is_value(text, self.placeholders) or begins_code(text):
                return True
        return self.evidence.is_dated_row(row)

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
            if self.evidence.now(cell).is_blank:
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
            return near[0] if is_tail(folded(cell)) or self.evidence.is_no_label(row, cell, near[0]) else above
        return above

    def join(self, pairs: list[Pair], row: int, fresh: set[int], repairs: Repairs) -> None:
        filled = [(u, lower) for u, lower in pairs if not self.evidence.now(lower).is_blank]
        cut = bool(filled) and self.evidence.are_cut_figures(filled, row)
        places = tuple(p for u, lower in filled for p in u.places + self.evidence.now(lower).places)
        before = tuple(c.text for u, lower in filled for c in (u, self.evidence.now(lower)))
        repairs.append(Repair("rejoined", "row torn by a page break rejoined", places, before))
        for upper, lower in pairs:
            low = self.evidence.now(lower)
            broken = cut or self.is_broken(upper, low)
            self.changed[id(upper)] = joined(self.evidence.now(upper), low, broken)
            self.gone.add(id(lower))
            self.whole[id(lower)] = upper
            if upper.is_blank and low.end_col > upper.end_col:
                self.span_columns(upper, low.end_col, row)
        if fresh:
            self.span_blanks(row)
        else:
            self.keep_blanks(row)

    def span_columns(self, upper: Cell, end: int, row: int) -> None:
        """A blank that the rest below it fills spans the blanks at its right that this spans."""
        beside = {id(c): c for c in self.slots[row - 1][upper.end_col : end] if c is not None}
        blank = all(self.evidence.now(c).is_blank and c.row == upper.row for c in beside.values())
        if blank and max((c.end_col for c in beside.values()), default=0) == end:
            now = self.evidence.now(upper)
            places = tuple(p for c in beside.values() for p in c.places)
            self.changed[id(upper)] = replace(now, col_span=end - upper.col, places=now.places + places)
            self.gone.update(beside)

    def span_blanks(self, row: int) -> None:
        """The row stays: a blank below a cell is the rest of that cell, which reaches down beside the others."""
        for cell in self.rows[row]:
            above = self.slots[row - 1][cell.col]
            if id(cell) in self.gone or not cell.is_blank or above is None or above.col_span != cell.col_span:
                continue
            if above.end_row == row and not above.is_blank:
                self.changed[id(above)] = joined(self.evidence.now(above), self.evidence.now(cell))
                self.gone.add(id(cell))

    def keep_blanks(self, row: int) -> None:
        """The blank cells of the second half keep their place in the source with a cell of the first."""
        blanks = [c for c in self.rows[row] if id(c) not in self.gone and c.row_span == 1]
        above = self.rows[row - 1] or [c for c in self.slots[row - 1] if c is not None]
        above = [c for c in above if id(c) not in self.gone]
        if blanks and above:
            last = above[-1]
            spare = tuple(p for c in blanks for p in self.evidence.now(c).places)
            self.changed[id(last)] = replace(self.evidence.now(last), places=self.evidence.now(last).places + spare)
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
            now = self.evidence.now(cell)
            top, end = cell.row - up[cell.row], now.end_row - up[min(now.end_row, self.grid.n_rows)]
            if top == now.row and end == now.end_row:
                cells.append(now)
            elif end > top:
                cells.append(now.lifted(top, end - top))
        seams = tuple(Seam(s.row - up[s.row], s.kind) for s in self.grid.seams if s.row not in self.mended_rows)
        cells.sort(key=lambda c: (c.row, c.col))
        return replace(self.grid, cells=tuple(cells), n_rows=self.grid.n_rows - len(torn), seams=seams)


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
        text = first.text.rstrip()
        gap = "" if broken_word or _HYPHENATED.search(text) else " "
        if broken_word and rest.text.lstrip()[:1].islower():
            text = _WORD_HYPHEN.sub("", text)
        block = replace(first, text=f"{text}{gap}{rest.text.lstrip()}")
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
    plain = bool(above) and len(above) + len(below) > 2 and not any(begins_list(b) for b in upper + lower)
    return plain and all(t[:1].isupper() for t in above + below) and not is_unfinished(fold(above[-1]))
