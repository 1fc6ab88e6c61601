"""The sides of a page: the rules of each width with the texts that stand over and between them, and what goes across.

A heading that is short stands over the left side alone, as its labels do; it is set larger than all at its right.
"""

from __future__ import annotations

import math
from itertools import pairwise
from typing import NamedTuple

from planparse.model.provenance import BBox
from planparse.readers.pdf.page import WHITE, Page, Rule, Word
from planparse.readers.pdf.words.lines import Line, make_lines, parted

_WIDE, _WIDEST = 80.0, 0.7
"""Points, and share of the page's width, between which a side is wide."""
_LEAST = 2
"""Rules of a side."""
GUTTER = 5.0
"""Points of white between two sides."""
SAME = 1.5
"""Points by which the rules of one side may differ."""
OUT = 8.0
"""Points by which a label may begin before the rules below it do: the border of a cell stands before its text."""
_GAP = 0.9
"""Heights of a letter between the texts of two sides at least."""
_STEP, _NEXT = 3.2, 1.6
"""Heights of a letter from a text to the one below it on its side, and from one line of a row to the next."""
_LARGER = 1.12
"""Times the size of all texts at the right; what is set larger is a heading over both sides."""
_BAND = 40.0
"""Points; what is painted over both sides and no higher is a band: a heading or a row."""


class Width(NamedTuple):
    """Where the rules of one width begin and end, and their levels."""

    x0: float
    x1: float
    levels: list[float]


class Side(NamedTuple):
    width: Width
    texts: list[Line]
    """What stands over, between and under its rules."""
    across: list[float]
    """The levels of what goes beyond them: texts, rules, bands, headings."""


def widths(page: Page, rules: list[Rule], taken: list[BBox]) -> list[Width]:
    """The widths of rules outside of tables that may be those of sides."""
    out: list[Width] = []
    for rule in sorted(rules, key=lambda r: r.at):
        x0, x1 = rule.start, rule.end
        if not _WIDE < x1 - x0 < _WIDEST * page.width:
            continue
        if any(b[0] < (x0 + x1) / 2 < b[2] and b[1] - SAME < rule.at < b[3] + SAME for b in taken):
            continue
        own = next((w for w in out if abs(w.x0 - x0) < SAME and abs(w.x1 - x1) < SAME), None)
        if own is None:
            out.append(Width(x0, x1, [rule.at]))
        else:
            own.levels.append(rule.at)
    return [width for width in out if len(width.levels) >= _LEAST]


def sides(page: Page, words: list[Word], found: list[Width], rules: list[Rule]) -> list[Side]:
    """The side of each width."""
    lines = [part for line in make_lines(words) for part in parted(line, _GAP)]
    bands = [f for f in page.fills if f.colour != WHITE and f.bottom - f.top <= _BAND]
    drawn = [*((r.start, r.end, r.at) for r in rules), *((f.x0, f.x1, (f.top + f.bottom) / 2) for f in bands)]
    drawn += [(line.x0, line.x1, line.base) for line in lines]
    out: list[Side] = []
    for width in found:
        start, end, reach = _bounds(width, found)
        own = [line for line in lines if start < line.x0 < end and line.x1 < reach]
        beyond = [at for a, b, at in drawn if a < end and width.x0 < b and not (start < a and b < reach)]
        out.append(Side(width, own, beyond))
    for side in out:
        beside = [other for other in out if other.width.x0 > side.width.x1]
        heads = [line.base for line in _headings(side, beside)]
        for other in (side, *beside):
            other.across.extend(heads)
    return out


def _bounds(width: Width, found: list[Width]) -> tuple[float, float, float]:
    """From where to where the texts of a side begin, and where they end at most: they may be wider than its table."""
    x0, x1, _ = width
    left = max((other.x1 for other in found if other.x1 + GUTTER < x0), default=x0 - 2 * OUT)
    right = min((other.x0 for other in found if other.x0 > x1 + GUTTER), default=None)
    start = max(x0 - OUT, (left + x0) / 2)
    if right is None:
        return start, x1, math.inf
    return start, max(right - OUT, (x1 + right) / 2), max(right - GUTTER, x1 + SAME)


def _headings(side: Side, beside: list[Side]) -> list[Line]:
    """The texts that are headings over a side and those at its right: set larger than all texts there, and level with
    none of them, nor with a rule."""
    texts = [text for other in beside for text in other.texts]
    size = _LARGER * max((text.size for text in texts), default=math.inf)
    large = [line for line in side.texts if line.size > size]
    taken = [(text.top, text.bottom) for text in texts] if large else []
    taken += [(at, at) for other in beside for at in other.width.levels]
    return [line for line in large if not any(top < line.bottom and line.top < end for top, end in taken)]


def is_table(texts: list[Line]) -> bool:
    """Whether some texts of a side stand beside each other."""
    return any(b.base - a.base < 1 for a, b in pairwise(sorted(texts, key=lambda line: line.base)))


def top_of(first: float, side: Side) -> float:
    """Where the text begins that stands over the first rule of a panel, down from the last thing that goes across."""
    top = first - 1
    end = max((y for y in side.across if y < first), default=0.0)
    for line in sorted(side.texts, key=lambda line: line.base, reverse=True):
        if end < line.base < first and line.top < top:
            if top - line.top > _STEP * line.size:
                break
            top = line.top - 1
    return top


def end_of(levels: list[float], side: Side) -> float:
    """Where a panel ends: below its last rule, or where the last row of its table ends, that has none under it.

    This begins as close to the rule above it and at the same place as one of the rows above, with texts beside each
    other.
    """
    end = levels[-1] + 1
    below = [line for line in side.texts if line.base > end and not any(end < y < line.base for y in side.across)]
    first = min(below, key=lambda line: (line.base, line.x0), default=None)
    if first is None or not is_table([line for line in below if line.base - first.base < 1]):
        return end
    rows = [(above, [line for line in side.texts if above < line.base < at]) for above, at in pairwise(levels)]
    starts = [(min(line.base for line in row) - at, min(line.x0 for line in row)) for at, row in rows if row]
    if not any(abs(first.base - levels[-1] - pad) < SAME and abs(first.x0 - x0) < SAME for pad, x0 in starts):
        return end
    base = first.base
    for line in sorted(below, key=lambda line: line.base):
        if line.base - base > _NEXT * line.size:
            break
        base, end = line.base, line.bottom + 1
    return end
