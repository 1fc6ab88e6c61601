"""How the rest of the document spells a text: evidence that two halves belong together, and how."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import chain

from planparse.model.document import Cell, Element, Grid, walk_cells
from planparse.repair.shape import folded
from planparse.text import squash

_WORD = re.compile(r"[^\W\d_]+")
_DIGIT, _DIGITS = re.compile(r"\d"), re.compile(r"\d+")
_LABELLED = 10
"""Letters; a shorter text with a figure may be a code or a value."""
_CODE = 16
"""Letters; a longer text is no code."""
_TYPESET = "\u2010"
HYPHENS = "-" + _TYPESET
"""At the end of a text; programs that break words draw the second one."""
_BROKEN = re.compile(rf"[^\W\d_]{_TYPESET}$")
_LAST = re.compile(r"[^\W\d_]+$")


class Spelling:
    """Looks texts up in the whole document; counted once, when first asked."""

    def __init__(self, elements: Sequence[Element]) -> None:
        self.elements = elements
        self.grid: Grid | None = None
        """The table that ``shapes`` are of."""
        self.shapes: dict[int, Counter[str]] = {}

    @cached_property
    def _counts(self) -> tuple[Counter[str], Counter[str]]:
        cells, words = Counter[str](), Counter[str]()
        for block in self.elements:
            texts = [c.text for c in walk_cells(block)] if isinstance(block, Grid) else [block.text]
            if isinstance(block, Grid):
                cells.update(map(squash, texts))
            words.update(chain.from_iterable(map(_WORD.findall, map(str.casefold, texts))))
        return cells, words

    @property
    def cells(self) -> Counter[str]:
        """The texts of all cells, squashed."""
        return self._counts[0]

    @cached_property
    def numbered(self) -> Counter[str]:
        """The texts of cells that have words and figures, whatever these are: "Objective AB 2" as "Objective AB 1"."""
        out = Counter[str]()
        for key, count in self.cells.items():
            pattern = _DIGITS.sub("0", key)
            if pattern != key and len(pattern) > _LABELLED:
                out[pattern] += count
        return out

    @property
    def words(self) -> Counter[str]:
        return self._counts[1]

    def is_broken_word(self, upper: str, lower: str) -> bool:
        """Whether the last word of one and the first of the other are one word elsewhere in the document, or a hyphen
        that hardly anybody types stands between them."""
        upper = upper.casefold().rstrip()
        if _BROKEN.search(upper) and lower[:1].islower():
            return True
        left, right = _LAST.search(upper.rstrip(HYPHENS)), _WORD.match(lower.casefold())
        if not left or not right or left[0] + right[0] not in self.words:
            return False
        return self.words[left[0]] <= 1 or self.words[right[0]] <= 1

    def is_whole(self, grid: Grid, upper: Cell, lower: Cell) -> bool:
        """Whether both texts together are a cell elsewhere, or look like most of the column, and neither alone does."""
        gap = "" if folded(upper).endswith(tuple(HYPHENS)) else " "
        together = f"{folded(upper)}{gap}{folded(lower)}"
        key = squash(together)
        if len(key) <= 60 and (self.cells[key] or self.numbered[_DIGITS.sub("0", key)]):
            return True
        if 2 < len(key) <= 60 and self.cells[squash(f"{folded(upper)}{folded(lower)}")]:
            return True  # broken within a word
        shapes = self._column(grid, upper.col)
        common, count = shapes.most_common(1)[0] if shapes else ("", 0)
        alike = count >= 3 and count * 2 > sum(shapes.values())
        return alike and shape(together) == common and common not in (shape(folded(upper)), shape(folded(lower)))

    def is_cut(self, grid: Grid, upper: Cell, lower: Cell) -> bool:
        """Whether two texts without a blank between are letters and figures as other cells of their column, and neither
        alone is: "AB0" over "12" in a column of AB001 to AB020."""
        one, two = folded(upper), folded(lower)
        if not 2 < len(one + two) <= _CODE or " " in two:
            return False
        key = _like(one + two)
        if not ("A" in key and "0" in key):
            return False
        at_seams = {n for seam in grid.seams for n in (seam.row - 1, seam.row)}
        others = [_like(folded(c)) for c in grid.cells if c.col == upper.col and c.row not in at_seams]
        numbered = {like for like in others if "0" in like}
        return others.count(key) > 1 and not {_like(one), _like(two), _like(f"{one} {two}")} & numbered

    def _column(self, grid: Grid, col: int) -> Counter[str]:
        if grid is not self.grid:
            self.grid, self.shapes = grid, {}
        if col not in self.shapes:
            texts = [folded(c) for c in grid.cells if c.col == col and not c.is_blank]
            self.shapes[col] = Counter(shape(t) for t in texts if len(t) <= 24)
        return self.shapes[col]


def _like(text: str) -> str:
    """Each figure as 0, each letter as A: "ACW LI09" is "AAA AA00"."""
    return re.sub(r"[^\W\d_]", "A", _DIGIT.sub("0", text))


def shape(text: str) -> str:
    """The kinds of characters in a row, each run as one: "ACW LI09" is "A A9".

    >>> shape("ACW LI09"), shape("1.1.3.KR")
    ('A A9', '9.9.9.A')
    """
    text = re.sub(r"\d+", "9", text)
    text = re.sub(r"[^\W\d_a-z]+", "A", text)
    return re.sub(r"[^\W\d_A-Z]+", "a", text)
