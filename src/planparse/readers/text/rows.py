"""Lines of a run to rows: which lines are one row, wrapped in its cells.

Every way to part the lines into rows is weighed by what wrapping does: a cell's lines
follow each other, a word stands on the next line because it had no room, a text that
goes on begins with a small letter. The lightest way wins; where even that has a plain
fault, the table is left alone.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from planparse.readers.text.columns import is_value
from planparse.text import BULLETS

Mode = Literal["top", "middle", "bottom"]
_MODES: tuple[Mode, ...] = ("top", "middle", "bottom")
FAULT = 6.0
"""What a plain fault weighs."""
_TALLEST = 24
"""Lines of one row; a taller one is rather columns of prose."""
_CODE = re.compile(r"[A-Z]{1,5} ?\d{1,4}[a-z]?\b|[A-Z]{2,5}\d|\d{1,2}\.\d{1,2}\b")
_ITEM = re.compile(rf"(?:[{BULLETS}]|[-*–] |\(?(?:\d{{1,2}}|[a-z])[.)] )")
_FIRST = re.compile(r"\(?(?:1|a|i)[.)] ")
_OPEN = re.compile(
    r"(?:[-–/,&]|\b(?:and|or|of|the|to|in|for|by|with|at|on|a|an|be|not|per|each|their|its|our|from|as|that|who|than))$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Row:
    """Numbers of the lines that each column's text stands on."""

    lines: tuple[int, ...]
    columns: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Labels:
    """What the whole document shows of labels that may be wrapped."""

    one: frozenset[tuple[str, str]] = frozenset()
    """Two lines that follow each other wherever the first one stands, though other labels stand apart: one label."""
    whole: frozenset[str] = frozenset()
    """A line of a label below which, somewhere, no label follows or another one: it ends there."""


class Weigher:
    """Weighs the ways to part body lines into rows. ``cells``: the text of each column in each line."""

    def __init__(self, cells: list[list[str]], gaps: set[int], floating: bool, labels: Labels) -> None:
        self.cells, self.gaps = cells, gaps
        self.labels = labels if len(cells[0]) == 2 else Labels()
        self.first = 1 if floating else 0
        width = len(cells[0])
        self.columns = range(self.first, width)
        self.room = [max(len(row[c]) for row in cells) for c in range(width)]
        starts = [[row[c] for row in cells if row[c]] for c in range(width)]
        self.worded = [sum(t[0].islower() for t in s) < 0.9 * len(s) and not _mostly_values(s) for s in starts]
        counts = [len(s) for s in starts]
        self.key = max(self.columns, key=lambda c: (self.worded[c], counts[c] if c < self.first + 2 else 0, -c))
        # Whether a cell's line goes on in the next line, weighed once.
        self.joins = [
            [
                self._join(c, cells[i - 1][c], cells[i][c]) if i and cells[i - 1][c] and cells[i][c] else 0.0
                for c in range(width)
            ]
            for i in range(len(cells))
        ]

    def _join(self, col: int, upper: str, lower: str) -> float:
        if _is_rest(lower) or (col == 0 and (upper, lower) in self.labels.one):
            return 0.0
        if _ITEM.match(lower):
            return FAULT if col == 0 else 0.0
        if _CODE.match(lower) and (col == self.first or _CODE.match(upper)):
            return FAULT
        if is_open(upper):
            return 0.2
        if is_value(lower) and is_value(upper):
            return FAULT
        if has_room(upper, lower, self.room[col]):
            return FAULT
        return 2.0 if col == self.first else 1.0

    def best(self, mode: Mode) -> tuple[float, list[range]]:
        """The lightest way to part all lines, and its weight."""
        count = len(self.cells)
        least = [0.0] + [float("inf")] * count
        back = [0] * (count + 1)
        for start in range(count):
            if least[start] == float("inf"):
                continue
            joined = 0.0
            for end in range(start + 1, min(count, start + _TALLEST) + 1):
                if end - start > 1:
                    joined += sum(self.joins[end - 1][c] for c in self.columns)
                    joined += FAULT / 2 if end - 1 in self.gaps else 0.0
                    if joined > 3 * FAULT:
                        break
                weight = least[start] + joined + self._row(start, end, mode)
                if weight < least[end]:
                    least[end], back[end] = weight, start
        rows: list[range] = []
        at = count
        while at:
            rows.append(range(back[at], at))
            at = back[at]
        return least[count], rows[::-1]

    def _row(self, start: int, end: int, mode: Mode) -> float:
        above = self.cells[start - 1][0] if start else ""
        weight = FAULT if (above, self.cells[start][0]) in self.labels.one and not self.first else 0.0
        filled = 0
        for c in self.columns:
            on = [i for i in range(start, end) if self.cells[i][c]]
            if not on:
                continue
            filled += 1
            text = self.cells[on[0]][c]
            if start and self.worded[c] and _is_rest(text):  # the first row may be the rest of one on the page before
                weight += FAULT
            missing = on[-1] - on[0] + 1 - len(on)
            # An even number of lines beside one line: that one stands between them.
            if missing and not (mode == "middle" and missing == 1 and self._is_parted(c, on)):
                weight += FAULT
            over, under = on[0] - start, end - 1 - on[-1]
            off = {"top": over, "bottom": under, "middle": max(0, abs(over - under) - 1)}[mode]
            weight += FAULT * bool(off)
            if mode == "middle":
                weight += 0.1 * abs(over - under)
        if not filled:
            return weight + FAULT
        if not any(self.cells[i][self.key] for i in range(start, end)):
            weight += FAULT if len(self.columns) > 1 else 0
        if filled == 1 and len(self.columns) > 2:
            alone = self.cells[start][self.key]  # a band; they begin with a capital
            weight += 0.5 if alone[:1].isupper() or not start else FAULT
        return weight

    def _is_parted(self, col: int, on: list[int]) -> bool:
        """Whether the column is blank only in the midst of these lines, where others are not."""
        middle = (on[0] + on[-1]) // 2
        return len(on) % 2 == 0 and not self.cells[middle][col] and any(self.cells[middle])


def is_open(text: str) -> bool:
    """Whether a line ends in the midst of a phrase: with a hyphen, a comma or a word such as "and"."""
    return _OPEN.search(text) is not None


def has_room(upper: str, lower: str, room: int) -> bool:
    """Whether the first word of the lower line would have had room in the upper one: then it does not go on there."""
    return len(upper) + 1 + len(lower.split(" ", 1)[0]) <= 0.9 * room - 1


def _is_rest(text: str) -> bool:
    """Whether a text can only be the rest of one: a small letter or a bracket begins it."""
    return (text[0].islower() or text[0] in "()&") and not is_value(text)


def _mostly_values(texts: list[str]) -> bool:
    return sum(is_value(t) for t in texts) * 2 > len(texts)


def rows_of(cells: list[list[str]], gaps: set[int], labels: Labels) -> list[Row] | None:
    """The rows of body lines. ``gaps``: lines with a blank line above. None where no way is free of faults."""
    if not cells:
        return []
    ways: list[tuple[float, int, bool, list[list[int]]]] = []
    for floating in (False, True) if len(cells[0]) > 2 else (False,):
        # Beside a first column that reaches over rows, a line with nothing else says nothing about rows.
        kept = [i for i, row in enumerate(cells) if not floating or any(row[1:])]
        if not kept:
            continue
        gapped = {n for n, i in enumerate(kept) if n and any(j in gaps for j in range(kept[n - 1] + 1, i + 1))}
        weigher = Weigher([cells[i] for i in kept], gapped, floating, labels)
        for rank, mode in enumerate(_MODES):
            weight, parts = weigher.best(mode)
            ways.append((weight + 0.3 * rank, rank, floating, [[kept[n] for n in part] for part in parts]))
        if min(ways)[0] < FAULT:
            break
    weight, _, floating, parted = min(ways)
    if weight >= FAULT or _is_doubtful(cells, parted, labels):
        return None
    rows = [Row(tuple(r), tuple(tuple(i for i in r if cells[i][c]) for c in range(len(cells[0])))) for r in parted]
    return _with_stubs(rows, cells, gaps) if floating else rows


def _is_doubtful(cells: list[list[str]], parted: list[list[int]], labels: Labels) -> bool:
    """Whether labels may be one or two, or lists stand beside labels that are set in the midst of them."""
    if len(cells[0]) == 2:
        return _has_open_labels(cells, labels)
    filled = [{c for i in part for c, text in enumerate(cells[i]) if text} for part in parted]
    return 5 * sum(len(columns) == 1 and 0 not in columns for columns in filled) > len(parted)


def _has_open_labels(cells: list[list[str]], labels: Labels) -> bool:
    """Whether two lines of labels could be one label as well as two: nothing beside them or in them decides."""
    room = [max(len(row[c]) for row in cells) for c in (0, 1)]
    for upper, lower in pairwise(cells):
        if not (upper[0] and lower[1]) or not lower[0][:1].isupper() or (upper[0], lower[0]) in labels.one:
            continue
        if upper[0] in labels.whole or has_room(upper[0], lower[0], room[0]) or _CODE.match(lower[0]):
            continue
        if _FIRST.match(lower[1]):
            continue
        listed = bool(_ITEM.match(upper[1])), bool(_ITEM.match(lower[1]))
        if listed == (True, True) or (listed == (False, False) and not _begins(upper[1], lower[1], room[1])):
            return True
    return False


def _begins(upper: str, lower: str, room: int) -> bool:
    """Whether the lower of two texts is one of its own."""
    return is_value(lower) or (not lower[:1].islower() and has_room(upper, lower, room))


def labels_of(runs: list[list[list[str]]]) -> Labels:
    """``runs``: the cells of the lines of each run. One label takes three places of evidence."""
    after: dict[str, Counter[str]] = {}
    for cells in runs:
        for upper, lower in zip(cells, [*cells[1:], [""]], strict=True):
            if upper[0]:
                after.setdefault(upper[0], Counter())[lower[0]] += 1
    one = {(a, next(iter(c))) for a, c in after.items() if len(c) == 1 and "" not in c and c.total() > 2}
    whole = {a for a, c in after.items() if len(c) > 1}
    return Labels(frozenset(one), frozenset(whole))


def _with_stubs(rows: list[Row], cells: list[list[str]], gaps: set[int]) -> list[Row] | None:
    """Gives each text of a first column that reaches over rows to the row that it begins beside."""
    room = max(len(row[0]) for row in cells)
    stubs: list[list[int]] = []
    for i, row in enumerate(cells):
        if not row[0]:
            continue
        near = stubs and stubs[-1][-1] == i - 1 and i not in gaps
        if stubs and row[0][0].islower():
            stubs[-1].append(i)
        elif near and not _CODE.match(row[0]) and not has_room(cells[i - 1][0], row[0], room):
            return None  # one text or two
        else:
            stubs.append([i])
    if not stubs:
        return None
    owner: dict[int, tuple[int, ...]] = {}
    at = 0
    for stub in stubs:
        beside = [i for i in stub if any(cells[i][1:])]
        while at < len(rows) and rows[at].lines[-1] < (beside[0] if beside else stub[0]):
            at += 1
        if at == len(rows) or at in owner:
            return None
        owner[at] = tuple(stub)
    if 0 not in owner:
        return None  # centred over its rows: whose rows they are cannot be told
    return [Row(row.lines, (owner.get(n, ()), *row.columns[1:])) for n, row in enumerate(rows)]
