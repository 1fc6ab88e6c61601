"""Rejoin: a row that a page break tore is one row again.

Only at a seam, and only on evidence: a border that is missing at the break, a text
that plainly goes on, or a coded row with values followed by a row without either.
The halves must be complementary: no value on both sides of a column.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container
from dataclasses import replace
from functools import cached_property

from planparse.model.document import Block, Cell, Document, Grid, Paragraph, Seam, walk_cells
from planparse.model.trace import Repair
from planparse.repair.shape import begins_item, begins_with_code, folded, is_tail, is_unfinished, is_value

Pair = tuple[Cell, Cell]
_WORD = re.compile(r"[^\W\d_]+")


def rejoin(document: Document, placeholders: Container[str]) -> tuple[Document, list[Repair]]:
    """Joins the halves of torn rows. ``placeholders``: words that stand for a value."""
    repairs: list[Repair] = []
    words = _Words(document)
    blocks: list[Paragraph | Grid] = [
        _rejoined(b, placeholders, words, repairs) if isinstance(b, Grid) and b.seams else b for b in document.blocks
    ]
    return replace(document, blocks=tuple(blocks)), repairs


class _Words:
    """The words of the document: they tell whether a break went through a word or between two."""

    def __init__(self, document: Document) -> None:
        self.document = document

    @cached_property
    def known(self) -> Counter[str]:
        grids = [b for b in self.document.blocks if isinstance(b, Grid)]
        texts = [c.text for g in grids for c in walk_cells(g)]
        texts += [b.text for b in self.document.blocks if isinstance(b, Paragraph)]
        return Counter(word for text in texts for word in _WORD.findall(text.casefold()))

    def broken(self, upper: str, lower: str) -> bool:
        """Whether the last word of one and the first of the other are one word, as the rest of the document spells it."""
        left, right = re.search(r"[^\W\d_]+$", upper.casefold()), _WORD.match(lower.casefold())
        if not left or not right:
            return False
        whole = self.known[left[0] + right[0]]
        return whole > 0 and (self.known[left[0]] <= 1 or self.known[right[0]] <= 1)


def _rejoined(grid: Grid, placeholders: Container[str], words: _Words, repairs: list[Repair]) -> Grid:
    slots = grid.slots()
    rows = grid.rows()
    torn: dict[int, list[Pair]] = {}
    for seam in grid.seams:
        pairs = _halves(slots, rows, seam.row) if 0 < seam.row < grid.n_rows else None
        if pairs and _is_torn(pairs, rows, seam.row, placeholders):
            torn[seam.row] = pairs
    if not torn:
        return grid
    changed: dict[int, Cell] = {}
    gone: set[int] = set()
    for row, pairs in torn.items():
        for upper, lower in pairs:
            upper = changed.get(id(upper), upper)
            changed[id(upper)] = changed[_origin(changed, upper)] = joined(upper, lower, words.broken(upper.text, lower.text))
            gone.add(id(lower))
        places = tuple(p for pair in pairs for c in pair for p in c.places)
        before = tuple(c.text for pair in pairs for c in pair)
        repairs.append(Repair("rejoined", "row torn by a page break rejoined", places, before))
        _keep_blank_places(rows[row], rows[row - 1], changed, gone)
    return _without_rows(grid, set(torn), changed, gone)


def _origin(changed: dict[int, Cell], cell: Cell) -> int:
    return next((key for key, value in changed.items() if value is cell), id(cell))


def _keep_blank_places(lower: list[Cell], upper: list[Cell], changed: dict[int, Cell], gone: set[int]) -> None:
    """The blank cells of the second half keep their place in the source with a cell of the first."""
    spare = tuple(p for c in lower if id(c) not in gone and c.row_span == 1 for p in c.places)
    if spare and upper:
        last = upper[-1]
        now = changed.get(id(last), last)
        changed[id(last)] = replace(now, places=now.places + spare)
    gone.update(id(c) for c in lower if c.row_span == 1)


def _halves(slots: list[list[Cell | None]], rows: list[list[Cell]], row: int) -> list[Pair] | None:
    """Each filled cell of the row with the cell above it; None where one has nothing above."""
    pairs: list[Pair] = []
    for cell in rows[row]:
        if cell.is_blank:
            continue
        above = slots[row - 1][cell.col] if cell.col < len(slots[row - 1]) else None
        if above is None or above.end_row != row or cell.row_span > 1 or cell.tables or above.tables:
            return None
        pairs.append((above, cell))
    return pairs or None


def _is_torn(pairs: list[Pair], rows: list[list[Cell]], row: int, placeholders: Container[str]) -> bool:
    values = [
        is_value(folded(lower), placeholders) and (upper.is_blank or is_value(folded(upper), placeholders))
        for upper, lower in pairs
    ]
    if any(begins_item(lower) for _, lower in pairs) or any(
        value and not upper.is_blank for (upper, _), value in zip(pairs, values, strict=True)
    ):
        return False
    texts = [(upper, lower) for (upper, lower), value in zip(pairs, values, strict=True) if not value]
    if not texts or all(upper.is_blank for upper, _ in texts):
        return False
    if any(upper.open_bottom and lower.open_top for upper, lower in texts if not upper.is_blank):
        return True
    if any(upper.is_blank for upper, _ in texts):
        return False
    if any(is_unfinished(folded(upper)) or is_tail(folded(lower)) for upper, lower in texts):
        return True
    return _lacks_what_rows_have(pairs, texts, rows, row, placeholders)


def _lacks_what_rows_have(
    pairs: list[Pair], texts: list[Pair], rows: list[list[Cell]], row: int, placeholders: Container[str]
) -> bool:
    """The row above is coded and has values, or begins a list item; this one has neither, though its cells are there."""
    upper, lower = texts[0]
    if len(texts) != 1 or (upper.col, upper.col_span) != (lower.col, lower.col_span):
        return False
    above = [c for c in rows[row - 1] if c is not upper]
    if begins_with_code(folded(upper)):
        blank = sum(c.is_blank for c in rows[row])
        return blank > 0 and len(pairs) == 1 and any(is_value(folded(c), placeholders) for c in above)
    return begins_item(upper) and row > 1 and any(begins_item(c) and c.col == upper.col for c in rows[row - 2])


def joined(upper: Cell, lower: Cell, broken_word: bool = False) -> Cell:
    """One cell with the text and the places of both; the last paragraph of one goes on in the first of the other.

    ``broken_word``: the break went through a word, so no blank comes between.
    """
    if upper.is_blank:
        return replace(upper, blocks=lower.blocks, places=upper.places + lower.places, marks=upper.marks + lower.marks)
    if lower.is_blank:
        return replace(upper, places=upper.places + lower.places)
    first, rest = upper.blocks[-1], lower.blocks[0]
    gap = "" if broken_word or first.text.rstrip().endswith("-") else " "
    text = f"{first.text.rstrip()}{gap}{rest.text.lstrip()}"
    block = Block(text, first.marker, first.level, first.bold)
    return replace(
        upper,
        blocks=(*upper.blocks[:-1], block, *lower.blocks[1:]),
        places=upper.places + lower.places,
        marks=upper.marks + lower.marks,
        open_bottom=lower.open_bottom,
    )


def _without_rows(grid: Grid, torn: set[int], changed: dict[int, Cell], gone: set[int]) -> Grid:
    """The grid without the second halves; cells that span them shrink, rows below move up."""
    up = [0] * (grid.n_rows + 1)
    for row in range(grid.n_rows):
        up[row + 1] = up[row] + (row in torn)
    cells = []
    for cell in grid.cells:
        if id(cell) in gone:
            continue
        now = changed.get(id(cell), cell)
        top, end = cell.row - up[cell.row], cell.end_row - up[min(cell.end_row, grid.n_rows)]
        if end > top:
            cells.append(replace(now, row=top, row_span=end - top))
    seams = tuple(Seam(s.row - up[s.row], s.kind) for s in grid.seams if s.row not in torn)
    cells.sort(key=lambda c: (c.row, c.col))
    return replace(grid, cells=tuple(cells), n_rows=grid.n_rows - len(torn), seams=seams)
