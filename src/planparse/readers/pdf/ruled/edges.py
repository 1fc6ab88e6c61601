"""Borders that only paint shows in a ruled table: a header painted cell by cell, with no line under it or within it, or
one that stands over all lines of the table."""

from __future__ import annotations

import itertools
from collections import defaultdict

from planparse.model.provenance import BBox
from planparse.readers.pdf.page import WHITE, Fill, Rule
from planparse.readers.pdf.ruled.rules import JOIN, REACH, SHORT, Frame

_NEAR = 3.0
"""Points; a border drawn as near to the edge of an area is that edge."""
_WIDE = 0.9
"""Share of the table's width that the painted cells of a row cover."""
_ROWS, _NARROW = 2, 0.5
"""Rules across a table of one row, and share of its width that a column of labels has at most."""
_LABELS = 3
"""Painted labels, one below the other, at least."""
_MOST = 500
"""Painted areas in a table; with more of them the rows of its body are painted too, and ruled."""


def with_whole_uprights(frames: list[Frame], fills: list[Fill]) -> list[Frame]:
    """The frames, with what is left out of their uprights beside a painted cell along whose edge they go on: it spans
    rows of a header, and is drawn but beside the first of them."""
    painted = [fill for fill in fills if fill.colour != WHITE and fill.bottom - fill.top > SHORT]
    if not painted or len(painted) > _MOST:
        return frames
    out = []
    for frame in frames:
        whole: list[Rule] = []
        for rule in sorted(frame.verticals):
            if whole and _goes_on_beside(whole[-1], rule, painted):
                whole[-1] = Rule(whole[-1].at, whole[-1].start, rule.end)
            else:
                whole.append(rule)
        torn = len(whole) < len(frame.verticals)
        out.append(Frame(frame.horizontals, whole, frame.pieced) if torn else frame)
    return out


def _goes_on_beside(above: Rule, below: Rule, painted: list[Fill]) -> bool:
    """Whether two pieces of an upright are of one, with the edge of painted cells between them and no paint across."""
    if below.at - above.at > 1 or below.start - above.end <= _NEAR:
        return False
    beside = [
        fill
        for fill in painted
        if fill.top < above.end - _NEAR
        and fill.bottom > below.start - _NEAR
        and fill.x0 <= above.at + _NEAR
        and fill.x1 >= above.at - _NEAR
    ]
    return bool(beside) and all(min(abs(f.x0 - above.at), abs(f.x1 - above.at)) <= _NEAR for f in beside)


def with_edges(frame: Frame, fills: list[Fill]) -> Frame:
    """The frame with rules at the edges of its rows that are painted from side to side, and between their cells."""
    if not frame.horizontals or not frame.verticals:
        return frame
    left, right = min(v.at for v in frame.verticals), max(v.at for v in frame.verticals)
    left, right = min(left, *(h.start for h in frame.horizontals)), max(right, *(h.end for h in frame.horizontals))
    top, bottom = frame.horizontals[0].at, max(h.at for h in frame.horizontals)
    top, bottom = min(top, *(v.start for v in frame.verticals)), max(bottom, *(v.end for v in frame.verticals))
    beside = _label_edges(frame, fills, left, right) or _column_edges(frame, fills, (left, top, right, bottom))
    beside = beside or _edges_of_labels(frame, fills, left, right)
    if beside:
        frame = Frame(frame.horizontals, sorted([*frame.verticals, *beside]), frame.pieced)
    header = _header_over(fills, left, right, top) or _header_within(fills, (left, top, right, bottom))
    if header:
        level, upright = list(frame.horizontals), list(frame.verticals)
        for cell in header:
            _add([cell], level, upright)
            upright += [Rule(x, cell.top, cell.bottom) for x in (cell.x0, cell.x1)]
        frame, top = Frame(sorted(level), sorted(upright), frame.pieced), min(cell.top for cell in header)
    rows: dict[tuple[int, int], list[Fill]] = defaultdict(list)
    for fill in fills:
        if fill.colour == WHITE:
            continue
        if left - JOIN < fill.x0 and fill.x1 < right + JOIN and top - JOIN < fill.top and fill.bottom < bottom + JOIN:
            rows[round(fill.top), round(fill.bottom)].append(fill)
    if not rows or sum(map(len, rows.values())) > _MOST:
        return frame
    if not any(left + SHORT < v.at < right - SHORT for v in frame.verticals):
        rows = {span: cells for span, cells in rows.items() if not stands_off(cells, left, right)}
        if all(len(cells) == 1 for cells in rows.values()):
            return frame  # a box of text, painted line by line, or one around a table
    level, upright = list(frame.horizontals), list(frame.verticals)
    for cells in rows.values():
        cells.sort()
        if cells[0].bottom - cells[0].top > SHORT and is_row(cells, left, right):
            _add(cells, level, upright)
    if len(level) == len(frame.horizontals) and len(upright) == len(frame.verticals):
        return frame
    return Frame(sorted(level), sorted(upright), frame.pieced)


def _label_edges(frame: Frame, fills: list[Fill], left: float, right: float) -> list[Rule]:
    """The right edges of painted labels at the left of a table, where rules between the rows beside one begin there."""
    out = []
    for fill in fills:
        if fill.colour == WHITE or abs(fill.x0 - left) > JOIN or not left + SHORT < fill.x1 < right - SHORT:
            continue
        starts = [h for h in frame.horizontals if abs(h.start - fill.x1) <= JOIN and fill.top < h.at < fill.bottom]
        drawn = any(
            abs(v.at - fill.x1) <= _NEAR and v.start < fill.bottom and fill.top < v.end for v in frame.verticals
        )
        if starts and not drawn:
            out.append(Rule(fill.x1, fill.top, fill.bottom))
    return out


def _column_edges(frame: Frame, fills: list[Fill], box: BBox) -> list[Rule]:
    """The right edge of a column of labels that is painted from the top of a table to its end, between rows that go
    across, where no upright is drawn within."""
    left, top, right, bottom = box
    across = [h for h in frame.horizontals if h.start < left + JOIN and h.end > right - JOIN]
    if len(across) < _ROWS or any(left + SHORT < v.at < right - SHORT for v in frame.verticals):
        return []
    for fill in fills:
        high = abs(fill.top - top) <= _NEAR and abs(fill.bottom - bottom) <= _NEAR
        if high and fill.colour != WHITE and abs(fill.x0 - left) <= JOIN and fill.x1 - left < _NARROW * (right - left):
            return [Rule(fill.x1, top, bottom)]
    return []


def _edges_of_labels(frame: Frame, fills: list[Fill], left: float, right: float) -> list[Rule]:
    """The right edges of painted cells at the left of rows as high as they, one below the other, where no upright is
    drawn within these rows."""
    level = [h.at for h in frame.horizontals if h.start < left + JOIN and h.end > right - JOIN]
    columns: dict[int, list[Fill]] = defaultdict(list)
    for fill in fills:
        narrow = abs(fill.x0 - left) <= JOIN and left + SHORT < fill.x1 < left + _NARROW * (right - left)
        if fill.colour == WHITE or not narrow or fill.bottom - fill.top <= SHORT:
            continue
        if all(any(abs(y - at) <= _NEAR for at in level) for y in (fill.top, fill.bottom)):
            columns[round(fill.x1)].append(fill)
    found = max(columns.values(), key=len, default=[])
    if len(found) < _LABELS:
        return []
    drawn = [v for v in frame.verticals if left + SHORT < v.at < right - SHORT]
    if any(v.start < fill.bottom - SHORT and fill.top + SHORT < v.end for v in drawn for fill in found):
        return []
    return [Rule(fill.x1, fill.top, fill.bottom) for fill in found]


def _header_over(fills: list[Fill], left: float, right: float, top: float) -> list[Fill]:
    """The painted cells right above the first line of a table that cover its width and no more; none where there is but
    one, a title."""
    near = [
        f
        for f in fills
        if f.colour != WHITE
        and left - JOIN < f.x0
        and f.x1 < right + JOIN
        and f.bottom < top + _NEAR
        and f.bottom - f.top > SHORT
    ]
    lowest = sorted(f for f in near if f.bottom > top - _NEAR)
    if len(lowest) < 2 or len(near) > _MOST or not is_row(lowest, left, right):
        return []
    highest = min(f.top for f in lowest)
    cells = [f for f in near if f.top > highest - JOIN]
    area = _area(cells)
    whole = (lowest[-1].x1 - lowest[0].x0) * (max(f.bottom for f in cells) - highest)
    return cells if abs(area - whole) < (1 - _WIDE) * whole else []


def _header_within(fills: list[Fill], box: BBox) -> list[Fill]:
    """The painted cells that fill the upper end of a table from side to side, some of them in two rows: a header with
    names under titles. None where each row is painted from side to side."""
    left, top, right, bottom = box
    near = [
        f
        for f in fills
        if f.colour != WHITE
        and left - JOIN < f.x0
        and f.x1 < right + JOIN
        and top - _NEAR < f.top
        and f.bottom < bottom - _NEAR
        and f.bottom - f.top > SHORT
    ]
    if len(near) > _MOST:
        return []
    ends = sorted({round(f.bottom, 1) for f in near if f.top < top + _NEAR})
    for end in ends:
        lowest = sorted(f for f in near if abs(f.bottom - end) < _NEAR)
        cells = [f for f in near if f.bottom < end + _NEAR]
        several = any(f.top > top + SHORT for f in lowest) and any(f.top < top + _NEAR for f in lowest)
        if several and is_row(lowest, left, right) and _area(cells) > _WIDE * (right - left) * (end - top):
            return cells
    return []


def _area(cells: list[Fill]) -> float:
    return sum((f.x1 - f.x0) * (f.bottom - f.top) for f in cells)


def is_row(cells: list[Fill], left: float, right: float, share: float = _WIDE) -> bool:
    """Whether the areas stand side by side, touch each other and cover this share of the width."""
    if any(abs(b.x0 - a.x1) > JOIN for a, b in itertools.pairwise(cells)):
        return False
    return cells[-1].x1 - cells[0].x0 > share * (right - left)


def stands_off(cells: list[Fill], left: float, right: float) -> bool:
    """Whether there is white between painted cells and both sides of a box: they are of a table within it, not its
    own."""
    return min(f.x0 for f in cells) > left + SHORT and max(f.x1 for f in cells) < right - SHORT


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
