"""How the rest of the document spells a text: evidence that two halves belong together, and how."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property

from planparse.model.document import Cell, Document, Grid, Paragraph, walk_cells
from planparse.repair.shape import folded
from planparse.text import squash

_WORD = re.compile(r"[^\W\d_]+")
_LAST = re.compile(r"[^\W\d_]+$")


class Spelling:
    """Looks texts up in the whole document; counted once, when first asked."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.shapes: dict[tuple[int, int], Counter[str]] = {}

    @cached_property
    def cells(self) -> Counter[str]:
        """The texts of all cells, squashed."""
        return Counter(squash(c.text) for g in self.document.blocks if isinstance(g, Grid) for c in walk_cells(g))

    @cached_property
    def words(self) -> Counter[str]:
        texts = [c.text for g in self.document.blocks if isinstance(g, Grid) for c in walk_cells(g)]
        texts += [b.text for b in self.document.blocks if isinstance(b, Paragraph)]
        return Counter(word for text in texts for word in _WORD.findall(text.casefold()))

    def is_broken_word(self, upper: str, lower: str) -> bool:
        """Whether the last word of one and the first of the other are one word elsewhere in the document."""
        left, right = _LAST.search(upper.casefold().rstrip()), _WORD.match(lower.casefold())
        if not left or not right or left[0] + right[0] not in self.words:
            return False
        return self.words[left[0]] <= 1 or self.words[right[0]] <= 1

    def is_whole(self, grid: Grid, upper: Cell, lower: Cell) -> bool:
        """Whether both texts together are a cell elsewhere, or look like most of the column, and neither alone does."""
        gap = "" if folded(upper).endswith("-") else " "
        together = f"{folded(upper)}{gap}{folded(lower)}"
        key = squash(together)
        if len(key) <= 60 and self.cells[key]:
            return True
        shapes = self._column(grid, upper.col)
        common, count = shapes.most_common(1)[0] if shapes else ("", 0)
        alike = count >= 3 and count * 2 > sum(shapes.values())
        return alike and shape(together) == common and common not in (shape(folded(upper)), shape(folded(lower)))

    def _column(self, grid: Grid, col: int) -> Counter[str]:
        key = (id(grid), col)
        if key not in self.shapes:
            texts = [folded(c) for c in grid.cells if c.col == col and not c.is_blank]
            self.shapes[key] = Counter(shape(t) for t in texts if len(t) <= 24)
        return self.shapes[key]


def shape(text: str) -> str:
    """The kinds of characters in a row, each run as one: "ACW LI09" is "A A9".

    >>> shape("ACW LI09"), shape("1.1.3.KR")
    ('A A9', '9.9.9.A')
    """
    text = re.sub(r"\d+", "9", text)
    text = re.sub(r"[^\W\d_a-z]+", "A", text)
    return re.sub(r"[^\W\d_A-Z]+", "a", text)
