"""Borders that only paint shows in a ruled table: a header painted cell by cell, with no line under it or within it."""

from __future__ import annotations

import itertools
from collections import defaultdict

from planparse.readers.pdf.page import WHITE, Fill, Rule
from planparse.readers.pdf.ruled.rules import JOIN, REACH, SHORT, Frame

_NEAR = 3.0
"""Points; a border drawn as near to the edge of an area is that edge."""
_WIDE = 0.9
"""Share of the table's width that the painted cells of a row cover."""
_MOST = 500
"""Painted areas in a table; with more of them the rows of its body are painted too, and ruled."""


def with_edges(frame: Frame, fills: list[Fill]) -> Frame:
    """The frame with rules at the edges of its rows that are painted from side to side, and between their cells."""
    if not frame.horizontals or not frame.verticals:
        return frame
    left, right = min(v.at for v in frame.verticals), max(v.at for v in frame.verticals)
    left, right = min(left, *(h.start for h in frame.horizontals)), max(right, *(h.end for h in frame.horizontals))
    top, bottom = frame.horizontals[0].at, max(h.at for h in frame.horizontals)
    top, bottom = min(top, *(v.start for v in frame.verticals)), max(bottom, *(v.end for v in frame.verticals))
    rows: dict[tuple[int, int], list[Fill]] = defaultdict(list)
    for fill in fills:
        if fill.colour == WHITE:
            continue
        if left - JOIN < fill.x0 and fill.x1 < right + JOIN and top - JOIN < fill.top and fill.bottom < bottom + JOIN:
            rows[round(fill.top), round(fill.bottom)].append(fill)
    if not rows or sum(map(len, rows.values())) > _MOST:
        return frame
    if all(len(cells) == 1 for cells in rows.values()) and not any(
        left + SHORT < v.at < right - SHORT for v in frame.verticals
    ):
        return frame  # a box of text, painted line by line
    level, upright = list(frame.horizontals), list(frame.verticals)
    for cells in rows.values():
        cells.sort()
        if cells[0].bottom - cells[0].top > SHORT and _is_row(cells, left, right):
            _add(cells, level, upright)
    if len(level) == len(frame.horizontals) and len(upright) == len(frame.verticals):
        return frame
    return Frame(sorted(level), sorted(upright), frame.pieced)


def _is_row(cells: list[Fill], left: float, right: float) -> bool:
    """Whether the areas stand side by side, touch each other and cover the width."""
    if any(abs(b.x0 - a.x1) > JOIN for a, b in itertools.pairwise(cells)):
        return False
    return cells[-1].x1 - cells[0].x0 > _WIDE * (right - left)


def _add(cells: list[Fill], level: list[Rule], upright: list[Rule]) -> None:
    top, bottom, x0, x1 = cells[0].top, cells[0].bottom, cells[0].x0, cells[-1].x1
    for y in (top, bottom):
        if not any(abs(rule.at - y) <= _NEAR and rule.start < x1 and x0 < rule.end for rule in level):
            level.append(Rule(y, x0, x1))
    for cell in cells[1:]:
        if not any(
            abs(rule.at - cell.x0) <= _NEAR and min(rule.end, bottom) - max(rule.start, top) > REACH for rule in upright
        ):
            upright.append(Rule(cell.x0, top, bottom))
