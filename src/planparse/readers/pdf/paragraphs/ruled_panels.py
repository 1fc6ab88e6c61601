"""Panels that stand side by side, each between level rules of its own width that the other has not."""

from __future__ import annotations

from itertools import pairwise

from planparse.model.provenance import BBox
from planparse.readers.pdf.page import Page, Word
from planparse.readers.pdf.ruled.rules import join_rules

_WIDE, _WIDEST = 80.0, 0.7
"""Points, and share of the page's width, between which a panel is wide."""
_GUTTER = 5.0
"""Points of white between two panels."""
_RULES = 3
"""Rules that show a panel."""
_MOST = 200
"""Rules on a page; with more of them it is a drawing."""
_SAME = 1.5
"""Points by which the rules of one panel may differ."""
_SHARED = 0.5
"""Share of the rules of a panel that may stand level with those of the other: the rows of one table are level."""


def ruled_rows(page: Page, words: list[Word], taken: list[BBox]) -> list[list[BBox]]:
    """The rows of such panels, left to right; ``taken`` are the tables that were found."""
    rules = join_rules(page.horizontals) if words else []
    if not 2 * _RULES <= len(rules) <= _MOST:
        return []
    groups: list[tuple[float, float, list[float]]] = []
    for rule in sorted(rules, key=lambda r: r.at):
        x0, x1 = rule.start, rule.end
        if not _WIDE < x1 - x0 < _WIDEST * page.width:
            continue
        if any(b[0] < (x0 + x1) / 2 < b[2] and b[1] - _SAME < rule.at < b[3] + _SAME for b in taken):
            continue
        own = next((g for g in groups if abs(g[0] - x0) < _SAME and abs(g[1] - x1) < _SAME), None)
        if own is None:
            groups.append((x0, x1, [rule.at]))
        else:
            own[2].append(rule.at)
    panels = [panel for x0, x1, levels in groups for panel in _filled(x0, x1, levels, words)]
    rows: list[list[tuple[BBox, list[float]]]] = []
    for panel in sorted(panels, key=lambda p: p[0][0]):
        row = next((row for row in rows if _stands_beside(panel, row[-1], words)), None)
        if row is None:
            rows.append([panel])
        else:
            row.append(panel)
    out = [[box for box, _ in row] for row in rows if len(row) > 1]
    return out if all(not _meet(a, b) for n, a in enumerate(out) for b in out[n + 1 :]) else []


def _filled(x0: float, x1: float, levels: list[float], words: list[Word]) -> list[tuple[BBox, list[float]]]:
    """The panels between rules below each other: where no words stand between two rules one ends."""
    own = [w for w in words if x0 - 1 <= w.x0 and w.x1 <= x1 + 1]
    runs = [[levels[0]]]
    for above, at in pairwise(levels):
        if not any(above < (w.top + w.bottom) / 2 < at for w in own):
            runs.append([])
        runs[-1].append(at)
    return [((x0, run[0] - 1, x1, run[-1] + 1), run) for run in runs if len(run) >= _RULES]


def _stands_beside(panel: tuple[BBox, list[float]], last: tuple[BBox, list[float]], words: list[Word]) -> bool:
    """Whether a panel stands right of the last one of a row."""
    (box, levels), (left, others) = panel, last
    return box[0] - left[2] > _GUTTER and _are_apart(left, others, box, levels) and _is_white(left, box, words)


def _are_apart(a: BBox, levels: list[float], b: BBox, others: list[float]) -> bool:
    """Whether two panels begin beside each other, and most of their rules are not level."""
    level = sum(any(abs(at - other) < _SAME for other in others) for at in levels)
    beside = min(a[3], b[3]) - max(a[1], b[1]) > _SHARED * min(a[3] - a[1], b[3] - b[1])
    return beside and level <= _SHARED * min(len(levels), len(others))


def _is_white(a: BBox, b: BBox, words: list[Word]) -> bool:
    """Whether no word lies over the white between two panels, level with either."""
    top, bottom = min(a[1], b[1]), max(a[3], b[3])
    return not any(w.x0 < b[0] - 1 and w.x1 > a[2] + 1 for w in words if top < (w.top + w.bottom) / 2 < bottom)


def _meet(a: list[BBox], b: list[BBox]) -> bool:
    return a[0][1] < b[0][3] and b[0][1] < a[0][3]
