"""Runs of lines that are a table, and its columns: white corridors from the first line to the last.

A run is built from its foot upwards, since values stand in clean columns and the
headers above them may reach over several.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from planparse.readers.layout_lines import Line, mask
from planparse.text import BULLETS

PERIOD = re.compile(r"(?:19|20)?\d\d ?[/–-] ?\d{2,4}\b|\b(?:19|20)\d\d\b|\bQ[1-4]\b|\b(?:Quarter|Year|Yr) \d\b", re.I)
_NUMBER = re.compile(r"[<>≤≥=~±+-]*\s*[£$€]?\s*\d")
_PLACEHOLDER = re.compile(r"(?:tb[ca]|n/?a|[-–—]|nil|none)\W*", re.I)
_LEADERS = re.compile(r"(?:\. ?){4,}|…{2,}|_{4,}")
_LABEL = re.compile(rf"(?:[{BULLETS}*–-]|\(?(?:\d{{1,2}}(?:\.\d{{1,2}}){{0,3}}|[a-zA-Z]|[ivxIVX]{{1,4}})[.)]?)")


def is_value(text: str) -> bool:
    """A figure, a date that begins with its day, or a sign for none; a period is none of these."""
    text = text.strip()
    if PERIOD.match(text):
        return False
    return bool(_NUMBER.match(text) or _PLACEHOLDER.fullmatch(text))


@dataclass
class Run:
    """Lines of one table from top to foot. ``bands`` are the numbers of lines in ``lines`` that cross the columns."""

    lines: list[Line]
    bands: frozenset[int]
    spanners: frozenset[int]
    columns: list[tuple[int, int]] = field(default_factory=list)
    """Start and end of each; between two of them is a corridor."""

    def cells(self, line: Line) -> list[str]:
        """The text of each column in one line."""
        edges = [0, *(start for start, _ in self.columns[1:]), len(line.text) + 1]
        cuts = [0] + [_cut(line, a[1], b[0]) for a, b in zip(self.columns, self.columns[1:], strict=False)]
        cuts.append(max(edges[-1], cuts[-1]))
        return [line.text[a:b].strip() for a, b in zip(cuts, cuts[1:], strict=False)]


def _cut(line: Line, left: int, right: int) -> int:
    """Where the line is cut between two columns: anywhere in the corridor, which holds no ink."""
    return right if right > left else left


class Growth:
    """A run under construction, from its foot upwards."""

    def __init__(self, line: Line) -> None:
        self.lines = [line]
        self.pending: list[Line] = []
        self.bands: set[int] = set()
        self.spanners: set[int] = set()
        self.ink = line.ink
        self.seen = [line]
        self.support: dict[int, int] = {}

    def crosses(self, line: Line) -> bool:
        """Whether the line fills a corridor between columns, end to end."""
        solid = line.ink if line.is_split else line.solid
        return any(mask(a, b) & solid == mask(a, b) for a, b in self.corridors()) or self.bridges(line)

    def bridges(self, line: Line) -> bool:
        both = self.ink | (line.ink if line.is_split else line.solid)
        return len(corridors(both)) < len(self.corridors()) and any(
            mask(a, b) & both == mask(a, b) for a, b in self.corridors()
        )

    def corridors(self) -> list[tuple[int, int]]:
        return supported(self.ink, self.seen)
