"""Runs of lines that are a table, and its columns: white corridors from the first line to the last.

A run is built from its foot upwards, since values stand in clean columns and the
headers above them may reach over several.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from planparse.readers.text.lines import Line, mask

PERIOD = re.compile(r"(?:19|20)?\d\d ?[/–-] ?\d{2,4}\b|\b(?:19|20)\d\d\b|\bQ[1-4]\b|\b(?:Quarter|Year|Yr) \d\b", re.I)
_NUMBER = re.compile(r"[<>≤≥=~±+-]*\s*[£$€]?\s*\d")
_DATE = re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (?:19|20)\d\d", re.I)
_PLACEHOLDER = re.compile(r"(?:tb[ca]|n/?a|[-–—]|nil|none)\W*", re.I)
_LEADERS = re.compile(r"(?:\. ?){4,}|…{2,}|_{4,}")
_WITNESSES = 200
"""Lines that are asked where their texts end and begin; a longer table shows nothing new."""
_MOST = 60
"""Columns; a line of more texts is no row of a page."""
_WAITING = 4
"""Lines of one text that may follow each other between the rows of a table."""


def is_value(text: str) -> bool:
    """A figure, a date, or a sign for none; a period is none of these."""
    if PERIOD.match(text):
        return False
    return bool(_NUMBER.match(text) or _DATE.fullmatch(text) or _PLACEHOLDER.fullmatch(text))


def holes(bits: int) -> Iterator[tuple[int, int]]:
    """Start and end of each run of zeros between the first and the last one."""
    at = 0
    while bits:
        zeros = (bits & -bits).bit_length() - 1
        if at:
            yield at, at + zeros
        bits >>= zeros
        ones = (~bits & (bits + 1)).bit_length() - 1
        at += zeros + ones
        bits >>= ones


def shown_by(white: list[tuple[int, int]], gaps: Counter[tuple[int, int]]) -> list[tuple[int, int]]:
    """The corridors among positions without ink: gaps of two blanks or more show them.

    A gap over one of them shows that one; a gap over several, none of them shown, the widest, and of equals the
    one where its right text begins. One that is a single position wide needs two lines.
    """
    starts = [a for a, _ in white]
    ends = [b for _, b in white]
    shown = Counter[int]()
    wide: list[tuple[range, int, int]] = []
    for (end, start), count in gaps.items():
        over = range(bisect_left(starts, end), bisect_right(ends, start))
        if len(over) == 1:
            shown[over[0]] += count
        elif over:
            wide.append((over, start, count))
    sure = {at for at, (a, b) in enumerate(white) if shown[at] > (b - a < 2)}
    for over, start, count in wide:
        if not sure.intersection(over):
            best = max((ends[at] - starts[at], ends[at] == start, at) for at in over)[2]
            shown[best] += count
    return [(a, b) for at, (a, b) in enumerate(white) if shown[at] > (b - a < 2)]


@dataclass
class Run:
    """Lines of one table from top to foot."""

    lines: list[Line]
    columns: list[tuple[int, int]]
    """Start and end of each; between two of them is a corridor that no line but bands and spanners enters."""
    bands: set[int]
    """Numbers in ``lines`` of one text that crosses the columns."""
    spanners: set[int]
    """Numbers in ``lines`` of header lines with a text over several columns."""

    def cells(self, index: int) -> list[str]:
        """The text of each column in one line; a text over several columns stands in the first of them."""
        line = self.lines[index]
        out = [""] * len(self.columns)
        if index in self.bands:
            out[0] = line.text.strip()
        elif index in self.spanners:
            for start, end in line.parts:
                col = next((c for c, (_, b) in enumerate(self.columns) if start < b), len(out) - 1)
                out[col] = f"{out[col]} {line.text[start:end]}".strip()
        else:
            cuts = [0, *(a for a, _ in self.columns[1:]), len(line.text)]
            out = [line.text[a:b].strip() for a, b in pairwise(cuts)]
        return out


def is_cut(run: Run, index: int) -> bool:
    """Whether a corridor cuts a phrase of the line: it runs over columns, and its pieces are no cells."""
    line = run.lines[index]
    if index in run.bands or index in run.spanners:
        return False
    for (_, a), (b, _) in pairwise(run.columns):
        rest = line.text[a:].lstrip()
        at = len(line.text) - len(rest)
        over = any(start < a and at < end for start, end in line.parts)
        if over and at <= b + 1 and rest[:1].islower() and not is_value(rest.split("  ", 1)[0]):
            return True
    return False


class Growth:
    """A run under construction, from its foot upwards; ``lines`` are in that order."""

    def __init__(self, line: Line, below: list[Line]) -> None:
        self.lines: list[Line] = []
        self.bands: set[int] = set()
        self.spanners: set[int] = set()
        self.pending: list[Line] = []
        self.below = below
        self.ink = 0
        self.gaps: Counter[tuple[int, int]] = Counter()  # end and start of texts with two blanks or more between
        self._corridors: tuple[tuple[int, int], list[tuple[int, int]]] = ((0, 0), [])
        self.splits = self.valued = 0
        self.add(line)

    def add(self, line: Line) -> None:
        for waiting in self.pending:
            if self.crosses(waiting):
                self.bands.add(waiting.number)
            else:
                self.ink |= waiting.ink
            self.lines.append(waiting)
        self.pending = []
        self.lines.append(line)
        self.ink |= line.ink
        self.splits += 1
        self.valued += any(is_value(text) for text in line.texts()[1:])
        if self.splits <= _WITNESSES:
            self.gaps.update((left[1], right[0]) for left, right in pairwise(line.parts))

    def corridors(self) -> list[tuple[int, int]]:
        """Positions without ink over all lines that are more than chance: see ``shown_by``."""
        state = (self.ink, min(self.splits, _WITNESSES))
        if self._corridors[0] != state:
            found = shown_by(list(holes(self.ink)), self.gaps)
            self._corridors = (state, found)
        return self._corridors[1]

    def crosses(self, line: Line) -> bool:
        """Whether the line would close a corridor."""
        ink = line.ink if line.is_split else line.solid
        return any(not mask(a, b) & ~ink for a, b in self.corridors())

    def is_other(self, line: Line) -> bool:
        """Whether a text of the line stands alone in a corridor, though other lines part the two: other columns."""
        if self.splits < 2 or (not self.pending and self.lines[-1].number == line.number + 1):
            return False
        white = self.corridors()
        if len(line.parts) == len(white) + 1:
            return False
        return any(a < start and end < b for start, end in line.parts for a, b in white)

    def is_topped(self) -> bool:
        """Whether the uppermost line reads as a header over values: no more of this table stands above it."""
        top = self.lines[-1].texts()
        if not self.valued or any(is_value(text) for text in top) or top[0][:1].islower():
            return False
        return 2 * len(top) > len(self.corridors()) or any(PERIOD.search(text) for text in top)

    def admits(self, line: Line) -> bool:
        """Whether a header line over the top has texts that reach over several columns."""
        if self.pending or self.lines[-1].number != line.number + 1 or not self.is_topped():
            return False
        return not any(is_value(text) for text in line.texts()) and len(self.spanners) < 2

    def heads(self, line: Line) -> bool:
        """Whether the line and those that wait below it are the upper lines of the header on top."""
        near = line.number + len(self.pending) + 1 == self.lines[-1].number
        return near and not any(is_value(t) for t in line.texts()) and not any(self.crosses(w) for w in self.pending)

    def span(self, line: Line) -> None:
        self.lines.append(line)
        self.spanners.add(line.number)

    def run(self) -> Run | None:
        """The finished run; None where it is no table. Lines that do not belong to it are left out."""
        white = self.corridors()
        if self.splits < 2 or not white:
            return None
        first = white[0][1]
        while self.pending and self.lines[-1].number == (line := self.pending[0]).number + 1:
            if line.parts[0][0] < first and not self.lines[-1].text.strip()[:1].islower():
                break
            if self.crosses(line):
                self.spanners.add(line.number)
            else:
                self.ink |= line.ink
            self.lines.append(self.pending.pop(0))
        lines = self.lines[::-1]
        for line in self.below:
            goes_on = line.parts[0][0] >= first or line.text.strip()[:1].islower()
            if lines[-1].number + 1 != line.number or not goes_on or self.crosses(line):
                break
            self.ink |= line.ink
            lines.append(line)
        return self.shaped(lines)

    def shaped(self, lines: list[Line]) -> Run:
        white = self.corridors()
        ends = [a for a, _ in white] + [self.ink.bit_length()]
        starts = [(self.ink & -self.ink).bit_length() - 1] + [b for _, b in white]
        numbers = range(len(lines))
        bands = {i for i in numbers if lines[i].number in self.bands}
        spanners = {i for i in numbers if lines[i].number in self.spanners}
        return Run(lines, list(zip(starts, ends, strict=True)), bands, spanners)


def runs_of(lines: list[Line]) -> list[Run]:
    """The runs among the lines of one page (running heads left out), from top to foot."""
    found: list[Run] = []
    growth: Growth | None = None
    below: list[Line] = []  # lines under the next run, nearest first
    blanks = 0

    def close() -> None:
        nonlocal growth
        if growth is not None and (run := growth.run()) is not None:
            found.append(run)
        growth = None

    for line in reversed(lines):
        if line.is_blank:
            blanks += 1
            continue
        if not 0 < len(line.parts) <= _MOST or _LEADERS.search(line.text):
            close()
            below = []
            blanks = 0
            continue
        if growth is not None and (blanks > 1 or (blanks and growth.is_topped() and not growth.pending)):
            close()
            below = []
        if growth is not None and not _grow(growth, line):
            below = growth.pending[::-1]
            close()
        if growth is None:
            if line.is_split:
                growth = Growth(line, below if not blanks else [])
                below = []
            else:
                below = [line, *below] if not blanks else [line]
                del below[4:]
        blanks = 0
    close()
    return found[::-1]


def _grow(growth: Growth, line: Line) -> bool:
    """Takes the line into the run, or leaves it waiting; False where the run ends below it."""
    if not line.is_split:
        growth.pending.append(line)
        return len(growth.pending) <= _WAITING
    if growth.crosses(line):
        if not growth.admits(line):
            return False
        growth.span(line)
        return True
    if growth.spanners or growth.is_other(line):
        return False
    if growth.pending and growth.is_topped() and not growth.heads(line):
        return False
    growth.add(line)
    return True
