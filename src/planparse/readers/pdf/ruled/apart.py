"""Ruled tables a few points apart, which the reach of their rules makes one, parted where a white strip shows.

Cells drawn as boxes of their own have such strips between all rows. So a strip parts only where none of the column
rules over it goes on under it: the outer ones of tables of one width aside.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left

from planparse.readers.pdf.page import Rule
from planparse.readers.pdf.ruled.rules import REACH, SNAP, Frame

_LEAST, _MOST = 0.8, 5.0
"""Points; as high as a strip is. A lower one is where two rules of one table miss each other."""
_DOUBLE = 4.0
"""Points from the side of a table to that of its cells, where these are drawn as boxes within it."""
_ON = 1.0
"""Points by which an upright goes on over the middle of a strip at least; the sides of two tables may meet there."""
_NEAR = 2.0
"""Points within which the column rules of one table end."""


def apart(frame: Frame, drawn: list[Rule]) -> list[Frame]:
    """The frame, in several where tables stand close to each other; ``drawn`` are the uprights as they are drawn."""
    verticals = frame.verticals
    if frame.pieced or len(verticals) < 4 or len(frame.horizontals) < 4:
        return [frame]
    left, right = min([v.at for v in verticals]), max([v.at for v in verticals])
    inner = [v for v in verticals if left + _DOUBLE < v.at < right - _DOUBLE]
    last = max([v.end for v in inner], default=0.0)
    ends = sorted({v.end for v in inner if v.end < last - 2 * REACH})
    if not ends:
        return [frame]
    starts = sorted([v.start for v in inner])
    cuts: list[float] = []
    for end in ends:
        n = bisect_left(starts, end + _LEAST)
        if n < len(starts) and starts[n] - end <= _MOST and _parts(inner, end, starts[n]):
            middle = (end + starts[n]) / 2
            over = [v for v in drawn if v.start < middle - _ON and v.end > middle + _ON]
            if not [v for v in over if left - SNAP < v.at < right + SNAP]:
                cuts.append(_border(frame, end, starts[n]))
    if not cuts:
        return [frame]
    return [_between(frame, *edges) for edges in itertools.pairwise([float("-inf"), *cuts, float("inf")])]


def _parts(inner: list[Rule], end: float, start: float) -> bool:
    """Whether none of these goes on over the strip, as one rule or as one of the same column."""
    if [v for v in inner if v.start < start - _LEAST and v.end > end + _LEAST]:
        return False
    upper = [v.at for v in inner if abs(v.end - end) <= _NEAR]
    lower = [v.at for v in inner if abs(v.start - start) <= _NEAR]
    return not [a for a in upper for b in lower if abs(a - b) <= 2 * SNAP]


def _border(frame: Frame, end: float, start: float) -> float:
    """Where to cut: through the rule that both tables share since theirs were taken for one, or between the two."""
    level = [h.at for h in frame.horizontals if end - _NEAR <= h.at <= start + _NEAR]
    return level[0] if len(level) == 1 else (end + start) / 2


def _between(frame: Frame, top: float, bottom: float) -> Frame:
    """The part of the frame that stands between two heights."""
    sides = [Rule(v.at, max(v.start, top), min(v.end, bottom)) for v in frame.verticals]
    sides = [v for v in sides if v.end - v.start > 2 * REACH]
    if not sides:
        return Frame()
    inner = [h for h in frame.horizontals if top < h.at < bottom]  # the one at a cut may be as long as the other's
    x0 = min([v.at for v in sides] + [h.start for h in inner])
    x1 = max([v.at for v in sides] + [h.end for h in inner])
    level = [Rule(h.at, max(h.start, x0), min(h.end, x1)) for h in frame.horizontals if top <= h.at <= bottom]
    return Frame([h for h in level if h.end > h.start], sides)
