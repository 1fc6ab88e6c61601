"""Ruling lines made whole: pieces on one line joined, doubled lines made one, touching lines gathered.

A dashed line, a border drawn cell by cell and a thick line drawn as two thin ones all come out as one rule.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import lru_cache
from operator import attrgetter

from planparse.model.provenance import BBox
from planparse.readers.pdf.page import Rule

SNAP = 2.2
"""Lines nearer than this, in points, are one line drawn twice."""
JOIN = 3.5
"""Pieces with a smaller gap between them are one line."""
SHORT = 6.0
"""A shorter line rules nothing."""
REACH = 3.5
"""Two lines cross where the end of one comes so near to the other."""
MAX_RULES = 500
"""Lone horizontal rules on a page; with more of them it is a drawing."""

_DOT = 3.0
"""Points that a dot is shorter than."""
_DOTS, _FEW_DOTS = 80, 4
"""Dots of a page, and of a line, that make dotted rules."""
_LEVEL = 0.3
"""Points by which the dots of a line may be off."""

_FAR = 20_000.0
"""Points; nothing stands further from the corner of a page (PDF 32000-1, annex C: 14,400)."""

_at = attrgetter("at")
_start = attrgetter("start")


@dataclass(slots=True)
class Frame:
    """Rules that hang together."""

    horizontals: list[Rule] = field(default_factory=list)
    verticals: list[Rule] = field(default_factory=list)
    pieced: bool = False
    """The uprights are not drawn: pieces of the row rules meet there."""


def whole_dots(rules: list[Rule]) -> list[Rule]:
    """The rules, with each dotted one, where there are such, whole: its dots say nothing of the cells at it."""
    dots = [rule for rule in rules if rule.end - rule.start < _DOT] if len(rules) >= _DOTS else []
    if len(dots) < _DOTS:
        return rules
    out = [rule for rule in rules if rule.end - rule.start >= _DOT]
    dots.sort()
    first = last = dots[0]
    count = 0
    for dot in [*dots, Rule(_FAR, 0.0, 0.0)]:
        if abs(dot.at - last.at) > _LEVEL or dot.start - last.end > JOIN:
            if count >= _FEW_DOTS:
                out.append(Rule(first.at, first.start, last.end))
            first, count = dot, 0
        last, count = dot, count + 1
    return out


def join_rules(rules: list[Rule]) -> list[Rule]:
    """The same lines, each once, as long as they are; sorted by position."""
    return list(_whole(tuple(rules)))


@lru_cache(maxsize=4)  # several rooms look at those of one page
def _whole(drawn: tuple[Rule, ...]) -> list[Rule]:
    rules = sorted([r for r in drawn if -_FAR < r.at < _FAR and -_FAR < r.start <= r.end < _FAR], key=_at)
    out: list[Rule] = []
    group: list[Rule] = []
    for rule in rules:
        if group and (rule.at - group[-1].at > SNAP or rule.at - group[0].at > 2 * SNAP):
            out.extend(_joined(group))
            group = []
        group.append(rule)
    out.extend(_joined(group))
    out.sort(key=_at)
    return out


def _joined(group: list[Rule]) -> list[Rule]:
    """Rules on (almost) one line, joined where they touch."""
    if len(group) < 2:
        return [r for r in group if r.end - r.start >= SHORT]
    group.sort(key=_start)
    out: list[Rule] = []
    total, weight, start, end = 0.0, 0.0, group[0].start, group[0].end
    for rule in group:
        if rule.start - end > JOIN:
            if end - start >= SHORT:
                out.append(Rule(total / weight, start, end))
            total, weight, start, end = 0.0, 0.0, rule.start, rule.end
        length = rule.end - rule.start + 0.01
        total += rule.at * length
        weight += length
        end = max(end, rule.end)
    if end - start >= SHORT:
        out.append(Rule(total / weight, start, end))
    return out


def frames(horizontals: list[Rule], verticals: list[Rule]) -> list[Frame]:
    """Joined rules gathered into groups that touch, top to bottom; lone lines are groups of one."""
    parent = list(range(len(horizontals) + len(verticals)))

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    positions = [v.at for v in verticals]
    spans = [(v.start - REACH, v.end + REACH) for v in verticals]
    first = len(horizontals)
    for i, (at, start, end) in enumerate(horizontals):
        top = root(i)
        for j in range(bisect_left(positions, start - REACH), bisect_right(positions, end + REACH)):
            low, high = spans[j]
            if low <= at <= high and parent[first + j] != top:
                parent[root(first + j)] = top
    groups: dict[int, Frame] = {}
    for i, h in enumerate(horizontals):
        groups.setdefault(root(i), Frame()).horizontals.append(h)
    for j, v in enumerate(verticals):
        groups.setdefault(root(first + j), Frame()).verticals.append(v)
    return list(groups.values())


def lies_inside(rule: Rule, boxes: list[BBox]) -> bool:
    """Whether the middle of a level rule lies in one of these boxes, or at its border."""
    middle = (rule.start + rule.end) / 2
    return any(b[1] - 3 <= rule.at <= b[3] + 3 and b[0] <= middle <= b[2] for b in boxes)
