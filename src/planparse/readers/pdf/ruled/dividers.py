"""A single upright through a table that is ruled between its rows only: it sets some columns apart from others.

Ref    Metric                    Baseline |   Q1     Q2     Q3     Q4
------------------------------------------|---------------------------
UEC1   Handovers in 30 minutes   81.2%    |   85%    88%    90%    92%
"""

from __future__ import annotations

from itertools import pairwise

from planparse.readers.pdf.page import Word
from planparse.readers.pdf.ruled.rules import SNAP, Frame
from planparse.readers.pdf.words.lines import Line, make_lines
from planparse.readers.pdf.words.runs import NEAR_GAP, cut

_INSIDE = 20.0
"""Points from an end of the row rules; an upright that is nearer to it bounds the table."""
_COLUMNS = 2
"""Texts of a row on both sides of it at least; one alone at its left would be a label."""
_MOST = 0.6
"""Share of the rows that have so many."""


def without_dividers(found: list[Frame], words: list[Word]) -> list[Frame]:
    """The frames, those of row rules and such an upright as lone rules again."""
    out: list[Frame] = []
    for frame in found:
        if _has_divider(frame, words):
            out += [Frame([h]) for h in frame.horizontals]
        else:
            out.append(frame)
    return out


def _has_divider(frame: Frame, words: list[Word]) -> bool:
    if len(frame.horizontals) < 2 or not frame.verticals:
        return False
    x = frame.verticals[0].at
    left, right = min(h.start for h in frame.horizontals), max(h.end for h in frame.horizontals)
    if any(abs(v.at - x) > SNAP for v in frame.verticals) or not left + _INSIDE < x < right - _INSIDE:
        return False
    levels = sorted(h.at for h in frame.horizontals)
    own = [w for w in words if left <= w.x0 and w.x1 <= right and levels[0] < w.base < levels[-1] and not w.style.angle]
    lines = make_lines(own) if own else []
    rows = [[line for line in lines if a < line.base < b] for a, b in pairwise(levels)]
    several = [any(_stand_on_both_sides(line, x) for line in row) for row in rows if row]
    return bool(several) and sum(several) >= _MOST * len(several)


def _stand_on_both_sides(line: Line, x: float) -> bool:
    runs = cut(line, NEAR_GAP).runs
    left = sum(run.x1 < x for run in runs)
    return left >= _COLUMNS and len(runs) - left >= _COLUMNS
