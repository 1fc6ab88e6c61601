"""Row borders that only the column borders show: in a table without row rules these break where a text goes across them,
and where each row draws its own piece of them the pieces meet at the ends of the rows."""

from __future__ import annotations

from collections import defaultdict

from planparse.readers.pdf.page import Rule, Word
from planparse.readers.pdf.ruled.rules import JOIN, SNAP, Frame

_LEAST = 8.0
"""Points; a break that is shorter holds no line of text."""
_KNOWN = 4.0
"""Points from a rule at which a break ends with it."""
_FEW = 2
"""Breaks of the borders within a table at least."""
_MOST = 400
"""Pieces of the borders of one table; with more of them it is a drawing."""


def with_breaks(found: list[Frame], drawn: list[Rule], words: list[Word]) -> list[Frame]:
    """The frames, each with a rule at both ends of each break, as wide as the cell that goes across there, and where
    pieces of its sides meet. The pieces of column borders that touch no rule are of the frame around them. ``drawn``
    are all uprights as they are drawn; a piece that ends within a line of ``words`` says nothing."""
    loose = [v for f in found if not f.horizontals for v in f.verticals]
    if not loose and not any(len(f.verticals) > 2 for f in found):
        return found
    out = []
    for frame in found:
        if frame.horizontals and len(frame.verticals) > 1:
            x0, x1 = min(v.at for v in frame.verticals), max(v.at for v in frame.verticals)
            top, bottom = min(v.start for v in frame.verticals), max(v.end for v in frame.verticals)
            own = [v for v in loose if x0 < v.at < x1 and top - JOIN < v.start and v.end < bottom + JOIN]
            if own:
                loose = [v for v in loose if v not in own]
                frame = Frame(frame.horizontals, sorted([*frame.verticals, *own]), frame.pieced)
            out.append(_broken(frame, drawn, words))
        elif frame.horizontals:
            out.append(frame)
    return [*out, *(Frame([], [v]) for v in loose)]


def _broken(frame: Frame, drawn: list[Rule], words: list[Word]) -> Frame:
    sides = _columns(frame.verticals)
    if frame.pieced or not frame.horizontals or len(sides) < 3 or len(frame.verticals) > _MOST:
        return frame
    left, right = min(sides), max(sides)
    top, bottom = min(v.start for v in frame.verticals), max(v.end for v in frame.verticals)
    meetings = [y for y in _meetings(drawn, left) & _meetings(drawn, right) if top < y < bottom]
    meetings = [y for y in meetings if not any(abs(h.at - y) < _KNOWN for h in frame.horizontals)]
    own = [w for w in words if left < w.x0 and w.x1 < right] if meetings else []
    added = set[Rule]()
    if not any(w.top + 1 < y < w.bottom - 1 for y in meetings for w in own):
        added = {Rule(y, left, right) for y in meetings}
    gaps = {x: _gaps(sides[x], top, bottom) for x in sorted(sides)[1:-1]}
    if sum(top < a and b < bottom for found in gaps.values() for a, b in found) < _FEW:
        gaps = {}
    ends = [
        (x, y, y + inside) for x, found in gaps.items() for gap in found for y, inside in zip(gap, (2, -2), strict=True)
    ]
    for x, y, within in ends:
        x0 = max(other for other in sides if other < x and _covers(sides[other], within, other not in gaps))
        x1 = min(other for other in sides if other > x and _covers(sides[other], within, other not in gaps))
        if top < y < bottom and not _is_drawn([*frame.horizontals, *added], y, x0, x1):
            added.add(Rule(y, x0, x1))
    return Frame(sorted([*frame.horizontals, *added]), frame.verticals) if added else frame


def _columns(verticals: list[Rule]) -> dict[float, list[Rule]]:
    """The pieces of each column border, top to bottom."""
    out: dict[float, list[Rule]] = defaultdict(list)
    at = None
    for rule in sorted(verticals):
        at = rule.at if at is None or rule.at - at > SNAP else at
        out[at].append(rule)
    for pieces in out.values():
        pieces.sort(key=lambda r: r.start)
    return out


def _meetings(drawn: list[Rule], x: float) -> set[int]:
    """Where one piece of the border at ``x`` ends and the next one begins, in whole points."""
    pieces = sorted((r.start, r.end) for r in drawn if abs(r.at - x) <= SNAP)
    starts = {round(start) for start, _ in pieces}
    return {y for _, end in pieces for y in (round(end),) if y in starts or y + 1 in starts}


def _gaps(pieces: list[Rule], top: float, bottom: float) -> list[tuple[float, float]]:
    """Where a border is not drawn between the ends of the table."""
    ends = [top, *(y for piece in pieces for y in (piece.start, piece.end)), bottom]
    return [(a, b) for a, b in zip(ends[::2], ends[1::2], strict=True) if b - a > _LEAST]


def _covers(pieces: list[Rule], y: float, outer: bool) -> bool:
    return outer or any(piece.start <= y <= piece.end for piece in pieces)


def _is_drawn(rules: list[Rule], at: float, left: float, right: float) -> bool:
    return any(abs(r.at - at) < _KNOWN and r.start < left + JOIN and right - JOIN < r.end for r in rules)
