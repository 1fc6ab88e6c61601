"""A column of labels at the left of rows painted cell by cell, which is not painted and has rules under its cells.

-------------------------------------------
 Objective   | Ref | Measure      | Target     <- rules as wide as the table
-------------------------------------------
 Swim more   |#####|##############|########
             | A2  | Swims        | 3,200      <- paint, in every other row, from the second column on
-------------------------------------------
 Run more    |#####|##############|########
-------------------------------------------
"""

from __future__ import annotations

from itertools import pairwise

from planparse.readers.pdf.page import Rule, Word
from planparse.readers.pdf.ruled.pieced import PIECE, SAME
from planparse.readers.pdf.ruled.rules import SNAP, Frame, join_rules

_RULES = 3
"""Rules as wide as the table, at least: under its header, between two labels and at its end."""
_ENDS = 3.0
"""Points by which the rules may end right of the paint."""
_OVER = 6.0
"""Points from the first text of the header up to a rule over it."""


def with_labels_beside(frames: list[Frame], rules: list[Rule], words: list[Word]) -> list[Frame]:
    """The frames of painted rows, each with the column at its left that such rules show."""
    drawn = join_rules(list(rules)) if frames and len(rules) >= _RULES else []
    return [_with_labels(frame, drawn, words) for frame in frames] if len(drawn) >= _RULES else frames


def _with_labels(frame: Frame, drawn: list[Rule], words: list[Word]) -> Frame:
    left, right = min(h.start for h in frame.horizontals), max(h.end for h in frame.horizontals)
    top, bottom = min(v.start for v in frame.verticals), max(h.at for h in frame.horizontals)
    wide = [r for r in drawn if r.start < left - PIECE and abs(r.end - right) <= _ENDS]
    wide = sorted(r for r in wide if top - _OVER <= r.at <= bottom + SNAP)
    inner = [r for r in wide if r.at > top + SNAP]
    if len(inner) < _RULES or abs(inner[-1].at - bottom) > SNAP:
        return frame
    start, levels = min(r.start for r in wide), [r.at for r in inner]
    if max(r.start for r in wide) - start > SAME or not _has_labels([top, *levels], start, left, words):
        return frame
    kept = [h for h in frame.horizontals if all(abs(h.at - y) > SNAP for y in levels)]
    sides = [Rule(x, top, bottom) for x in (start, left)]
    uprights = [v for v in frame.verticals if abs(v.at - left) > SAME]
    return Frame([*kept, *(Rule(y, start, right) for y in levels)], [*uprights, *sides], pieced=True)


def _has_labels(levels: list[float], start: float, left: float, words: list[Word]) -> bool:
    """Whether a text stands between every two of these rules in the column from ``start`` to ``left``, and none lies
    over its border."""
    own = [w for w in words if w.style.angle == 0 and levels[0] < w.base < levels[-1] and w.x0 < left]
    if any(w.x1 > left or w.x0 < start - SAME for w in own):
        return False
    return all(any(a < w.base < b for w in own) for a, b in pairwise(levels))
