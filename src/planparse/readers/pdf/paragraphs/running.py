"""Running titles and feet that stand alike on the pages so far: set aside before tables are looked for in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from planparse.readers.pdf.page import WHITE, Page, Word
from planparse.readers.pdf.words.lines import Line, make_lines

_MARGIN = 0.12
"""Share of the page's height within which they stand."""
_CLEAR = 1.3
"""Sizes of letters from its baseline to that of the next line, at least."""
_SPACE = 1.0
"""Sizes of letters between two words of one text, at most."""
_LINES, _OFF = 3, 1.2
"""Steps between the outermost lines, and times as wide as the others is the first one of them, of several texts."""
_NEAR = 2.0
"""Points from the side of the page's text, or from its middle."""
_PAGES = 3
"""Pages one after the other that show it, where the first page has no such line."""
_NUMBER = re.compile(r"\d+")
_PAGE = re.compile(r"\bpage #", re.IGNORECASE)
_base = attrgetter("base")


class _End(NamedTuple):
    """The first or the last line of a page."""

    page: int
    words: str
    """Its text without numbers."""
    numbers: tuple[int, ...]
    x0: float
    base: float
    size: float

    def is_like(self, other: _End) -> bool:
        """Whether these are the same words at one place, the same numbers or such as count the pages among them."""
        if self.words != other.words or any(abs(a - b) > 1 for a, b in zip(self[3:], other[3:], strict=True)):
            return False
        shift = self.page - other.page
        return all(a - b in (0, shift) for a, b in zip(self.numbers, other.numbers, strict=True))


@dataclass(slots=True)
class _Seen:
    last: _End | None = None
    pages: int = 0
    """On how many pages, up to the last one, it stood."""

    def add(self, end: _End | None) -> None:
        alike = end is not None and self.last is not None and end.is_like(self.last)
        self.last, self.pages = end, self.pages + 1 if alike else 1


class Running:
    """What the pages so far begin and end with. Give it each page in turn."""

    def __init__(self) -> None:
        self._pages = 0
        self._head, self._foot = _Seen(), _Seen()

    def take(self, page: Page, words: list[Word]) -> tuple[list[Word], list[Line], list[Line]]:
        """The words without the page's running title and foot, and the lines of these two."""
        self._pages += 1
        head = self._end(page, words, self._head, upper=True)
        foot = self._end(page, words, self._foot, upper=False)
        gone = {id(word) for line in (*head, *foot) for word in line.words}
        return [word for word in words if id(word) not in gone] if gone else words, head, foot

    def _end(self, page: Page, words: list[Word], seen: _Seen, *, upper: bool) -> list[Line]:
        """The line at one end of the page, where it stands on the others too."""
        found = _outermost(page, words, upper=upper)
        seen.add(_key(page, found) if found else None)
        apart = [w for a, w in pairwise(found) if w.x0 - a.x1 > _SPACE * w.style.size]
        least = self._pages if apart else min(self._pages, _PAGES)  # two texts or more may be names of columns
        if not found or self._pages < 2 or seen.pages < least:
            return []
        told = seen.last is not None and _PAGE.search(seen.last.words)
        return make_lines(found) if not apart or told or _stands_off(words, upper=upper) else []


def _outermost(page: Page, words: list[Word], *, upper: bool) -> list[Word]:
    """The words of the first or the last line of a page, where it is plain and clear of the others, at a side of them
    or in the middle of the page, and neither on a filled area nor inside a rule that may end a table."""
    if not words:
        return []
    end = min(words, key=_base) if upper else max(words, key=_base)
    size, base = end.style.size, end.base
    if not (base < _MARGIN * page.height if upper else base > (1 - _MARGIN) * page.height):
        return []
    reach = base + _CLEAR * size if upper else base - _CLEAR * size
    near = [w for w in words if (w.base < reach if upper else w.base > reach)]
    if any(abs(w.base - base) > 1 or w.style.bold or w.style.angle != 0 or w.style.size != size for w in near):
        return []
    line = sorted(near, key=lambda w: w.x0)
    if not _is_beside(page, line, words):
        return []
    if any(
        (y < base if upper else y > base) and x0 < line[-1].x1 and x1 > line[0].x0 for y, x0, x1 in page.horizontals
    ):
        return []
    x, y = end.x0 + 1, base - 1
    if any(f.x0 <= x <= f.x1 and f.top <= y <= f.bottom and f.colour != WHITE for f in page.fills):
        return []
    return line


def _stands_off(words: list[Word], *, upper: bool) -> bool:
    """Whether the outermost line is further from the next one than lines are from each other: else it may be a row."""
    bases = sorted({round(w.base) for w in words}, reverse=not upper)
    steps = [abs(b - a) for a, b in pairwise(bases[: _LINES + 1])]
    return len(steps) < _LINES or steps[0] > _OFF * max(steps[1:])


def _is_beside(page: Page, line: list[Word], words: list[Word]) -> bool:
    """Whether a line stands at the left or the right end of the page's text, or in the middle of the page."""
    x0, x1 = line[0].x0, line[-1].x1
    left, right = min(w.x0 for w in words), max(w.x1 for w in words)
    return min(abs(x0 - left), abs(x1 - right), abs(x0 + x1 - page.width) / 2) <= _NEAR


def _key(page: Page, line: list[Word]) -> _End:
    text, first = " ".join(w.text for w in line), line[0]
    numbers = tuple(map(int, _NUMBER.findall(text)))
    return _End(page.number, _NUMBER.sub("#", text), numbers, first.x0, first.base, first.style.size)
