"""Lines of a dump that keeps its layout: words with their positions, pages, running heads."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from planparse.text import BULLETS

LONGEST = 1_500
"""Characters; a longer line is no line of a page and stays a paragraph."""

_WORD = re.compile(r"\S+")
_PART = re.compile(r"\S+(?: \S+)*")
_LABEL = re.compile(rf"(?:[{BULLETS}]|[-*–]|\(?(?:\d{{1,2}}|[A-Za-z]|[ivx]{{1,4}})[.)])")
_PAGE = re.compile(r"(?:\W*page)?\W*\d{1,4}\W*(?:(?:of|/)\W*\d{1,4}\W*)?", re.I)
_INDENT = 6
"""Blanks that may part a list label from its text."""
_EDGE = 3
"""Lines at the top or foot of a page that may be its running head or number."""


@dataclass(frozen=True)
class Line:
    """One line as it stands; ``number`` counts the newlines before it."""

    number: int
    text: str
    page: int

    @cached_property
    def is_blank(self) -> bool:
        return not self.text or self.text.isspace()

    @cached_property
    def parts(self) -> tuple[tuple[int, int], ...]:
        """Start and end of each text with no two blanks in it; a list label belongs to the text after it."""
        out: list[tuple[int, int]] = []
        for m in _PART.finditer(self.text) if len(self.text) <= LONGEST else ():
            if out and m.start() - out[-1][1] <= _INDENT and self._is_label(*out[-1], first=len(out) == 1):
                out[-1] = (out[-1][0], m.end())
            else:
                out.append((m.start(), m.end()))
        return tuple(out)

    def _is_label(self, start: int, end: int, first: bool) -> bool:
        """A dash is a label where a line begins; in a column it stands for no value."""
        return _LABEL.fullmatch(self.text, start, end) is not None and (first or self.text[start:end] not in "-–")

    @cached_property
    def ink(self) -> int:
        """A bit for each position that holds a word; the blanks after a list label count as ink."""
        bits = 0
        for start, end in self.parts:
            words = [m.span() for m in _WORD.finditer(self.text, start, end)]
            if len(words) > 1 and self._is_label(*words[0], first=start == self.parts[0][0]):
                words[:2] = [(start, words[1][1])]
            for a, b in words:
                bits |= mask(a, b)
        return bits

    @cached_property
    def solid(self) -> int:
        """As ``ink``, with single blanks filled."""
        return sum(mask(start, end) for start, end in self.parts)

    @property
    def is_split(self) -> bool:
        """Whether two texts or more stand in it, with two blanks or more between them."""
        return len(self.parts) > 1

    def texts(self) -> list[str]:
        return [self.text[a:b] for a, b in self.parts]

    @property
    def is_long(self) -> bool:
        return len(self.text) > LONGEST


def mask(start: int, end: int) -> int:
    return ((1 << (end - start)) - 1) << start


def pages_of(text: str) -> list[list[Line]]:
    """The lines of each page. A form feed begins a page, also in the midst of a line."""
    pages: list[list[Line]] = [[]]
    for number, raw in enumerate(text.split("\n")):
        for count, piece in enumerate(raw.split("\f")):
            if count:
                pages.append([])
            pages[-1].append(Line(number, piece.rstrip(), len(pages) - 1))
    return pages


def running_lines(pages: list[list[Line]]) -> set[int]:
    """Ids of the lines that are running heads or page numbers.

    They stand at the edge of a page, parted from the rest by a blank line, and come again
    on other pages with other figures at most, or are a page number and nothing else.
    """
    edges = [(line, side) for page in pages for side in (0, 1) for line in _edge(page, side)]
    full = sum(any(not line.is_blank for line in page) for page in pages)
    seen = Counter((side, _shape(line)) for line, side in edges)
    least = max(2, (full + 1) // 3)
    found: set[int] = set()
    for line, side in edges:
        numbered = len(pages) > 1 and _PAGE.fullmatch(line.text.strip()) is not None
        if numbered or seen[side, _shape(line)] >= least:
            found.add(id(line))
    return found


def _edge(page: list[Line], side: int) -> list[Line]:
    """The lines before the first gap from the top (0) or the foot (1) of a page; none where they are of a table."""
    out: list[Line] = []
    for line in reversed(page) if side else page:
        if not line.is_blank:
            out.append(line)
            if len(out) > _EDGE or len(line.parts) > 2:
                return []
        elif out:
            return out
    return []


def _shape(line: Line) -> str:
    return re.sub(r"\d+", "0", " ".join(line.text.split()))
