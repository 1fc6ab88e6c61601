"""Uprights through a table that is ruled between its rows only: they set some columns apart from others.

Ref    Metric                    Baseline |   Q1     Q2     Q3     Q4
------------------------------------------|---------------------------
UEC1   Handovers in 30 minutes   81.2%    |   85%    88%    90%    92%

Several do so where the row rules are drawn cell by cell and show more columns than they: so stand the sides of a cell
that is painted with the status of its row.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from planparse.readers.pdf.page import Rule, Word
from planparse.readers.pdf.ruled.pieced import PIECE, SAME, pieced_rules
from planparse.readers.pdf.ruled.rules import JOIN, SNAP, Frame
from planparse.readers.pdf.words.lines import Line, make_lines
from planparse.readers.pdf.words.runs import NEAR_GAP, cut

_INSIDE = 20.0
"""Points from an end of the row rules; an upright that is nearer to it bounds the table."""
_COLUMNS = 2
"""Texts of a row on both sides of it at least; one alone at its left would be a label."""
_MOST = 0.6
"""Share of the rows that have so many."""
_MORE = 2
"""Places without an upright where the pieces of all row rules meet between two texts of a row, at least."""


def without_dividers(found: list[Frame], words: list[Word], drawn: Sequence[Rule] = ()) -> list[Frame]:
    """The frames, those of row rules and such uprights as lone rules again. ``drawn`` are the row rules in pieces."""
    out: list[Frame] = []
    for frame in found:
        if _has_divider(frame, words) or _has_more_columns(frame, words, drawn):
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
    several = [any(_stand_on_both_sides(line, x) for line in row) for row in _rows(frame, left, right, words)]
    return bool(several) and sum(several) >= _MOST * len(several)


def _has_more_columns(frame: Frame, words: list[Word], drawn: Sequence[Rule]) -> bool:
    """Whether all row rules are drawn cell by cell, and their pieces meet also between the uprights, at places that
    part the texts of most rows. A page's end may leave but the first rule."""
    if not frame.horizontals or not frame.verticals or len(drawn) < (1 + _MORE) * len(frame.horizontals):
        return False
    left, right = min(h.start for h in frame.horizontals), max(h.end for h in frame.horizontals)
    pieced = pieced_rules(frame.horizontals, list(drawn))
    if len(pieced) < len(frame.horizontals) or any(rule.whole for rule in pieced):
        return False
    uprights = [v.at for v in frame.verticals]
    bare = [
        x
        for x in max((rule.ends for rule in pieced), key=len)
        if left + PIECE < x < right - PIECE
        and not any(abs(x - at) <= JOIN for at in uprights)
        and all(any(abs(x - end) <= SAME for end in rule.ends) for rule in pieced)
    ]
    if len(bare) < _MORE:
        return False
    rows = _rows(frame, left, right, words)
    more = [sum(any(_parts(line, x, uprights) for line in row) for x in bare) >= _MORE for row in rows]
    return bool(more) and sum(more) >= _MOST * len(more)


def _rows(frame: Frame, left: float, right: float, words: list[Word]) -> list[list[Line]]:
    """The lines between each two rules and down to the end of the uprights, where there are some."""
    levels = sorted([*(h.at for h in frame.horizontals), max(v.end for v in frame.verticals)])
    own = [w for w in words if left <= w.x0 and w.x1 <= right and levels[0] < w.base < levels[-1] and not w.style.angle]
    lines = make_lines(own) if own else []
    rows = [[line for line in lines if a < line.base < b] for a, b in pairwise(levels)]
    return [row for row in rows if row]


def _parts(line: Line, x: float, uprights: list[float]) -> bool:
    """Whether a place stands between two texts of a line that no upright parts."""
    pairs = ((a, b) for a, b in pairwise(cut(line, NEAR_GAP).runs) if a.x1 <= x <= b.x0)
    return any(not any(a.x1 <= at <= b.x0 for at in uprights) for a, b in pairs)


def _stand_on_both_sides(line: Line, x: float) -> bool:
    runs = cut(line, NEAR_GAP).runs
    left = sum(run.x1 < x for run in runs)
    return left >= _COLUMNS and len(runs) - left >= _COLUMNS
