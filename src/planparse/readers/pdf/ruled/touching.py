"""Tables that stand on each other without a gap, parted where their borders change.

Two tables that touch look like one. They are two where hardly a column goes on over the rule between them and the
outer edge of each is no border of the other. An empty corner, or a row drawn a little wider than the others, parts
nothing.
"""

from __future__ import annotations

import itertools
from operator import attrgetter

from planparse.readers.pdf.page import Rule
from planparse.readers.pdf.ruled.rules import REACH, Frame

_SAME = 2.5
"""Points; borders that are nearer than this are one."""
_at = attrgetter("at")


def parted(frame: Frame) -> list[Frame]:
    """The frame, in several where tables touch."""
    horizontals, verticals = frame.horizontals, frame.verticals
    if len(horizontals) < 4 or len(verticals) < 5:
        return [frame]
    right, left = max([h.end for h in horizontals]), min([h.start for h in horizontals])
    if not [h for h in horizontals if h.end < right - 2 * _SAME or h.start > left + 2 * _SAME]:
        return [frame]
    seams = [float("-inf")]
    first, last = min(verticals, key=_at), max(verticals, key=_at)
    for y in sorted(h.at for h in horizontals):
        if _crosses(first, y) and _crosses(last, y):
            continue  # both outer edges go on
        if _changes([v for v in verticals if v.end > seams[-1] + REACH], y):
            seams.append(y)
    if len(seams) == 1:
        return [frame]
    return [_between(frame, top, bottom) for top, bottom in itertools.pairwise([*seams, float("inf")])]


def _between(frame: Frame, top: float, bottom: float) -> Frame:
    """The part of the frame that stands between two heights."""
    own = [v for v in frame.verticals if min(v.end, bottom) - max(v.start, top) > 2 * REACH]
    sides = [Rule(v.at, max(v.start, top), min(v.end, bottom)) for v in own]
    inner = [h for h in frame.horizontals if top < h.at < bottom]
    x0 = min([v.at for v in sides] + [h.start for h in inner])
    x1 = max([v.at for v in sides] + [h.end for h in inner])
    level = [h for h in frame.horizontals if top <= h.at <= bottom]
    rules = [Rule(h.at, max(h.start, x0), min(h.end, x1)) for h in level]
    return Frame([r for r in rules if r.end > r.start], sides)


def _crosses(vertical: Rule, y: float) -> bool:
    return vertical.start < y - 2 * REACH and vertical.end > y + 2 * REACH


def _changes(verticals: list[Rule], y: float) -> bool:
    """Whether the columns over the rule at ``y`` have next to nothing to do with those under it."""
    upper = sorted(v.at for v in verticals if v.start < y - 2 * REACH)
    lower = sorted(v.at for v in verticals if v.end > y + 2 * REACH)
    if len(upper) < 3 or len(lower) < 3:
        return False
    ends = [_among(a, b) for a, b in ((upper[-1], lower), (lower[-1], upper))]
    starts = [_among(a, b) for a, b in ((upper[0], lower), (lower[0], upper))]
    if (any(ends) and any(starts)) or any(ends) != all(ends) or any(starts) != all(starts):
        return False
    return sum(_among(x, lower) for x in upper[1:]) <= (len(upper) - 1) / 3


def _among(x: float, borders: list[float]) -> bool:
    return any(abs(x - b) <= _SAME for b in borders)
