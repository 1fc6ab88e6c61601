"""Panels that stand side by side, each between level rules of its own width that the other has not.

    Key developments                 How we will measure our progress
    - A new pool was opened          Measure        Result 2025   Target 2026
    What we will do                  ----------------------------------------
    Milestone           By           Visits                  51            60
    ----------------------           ----------------------------------------
    Open the new slide  May          Swimmers                12            14
    ----------------------           ----------------------------------------

Rules that span one side alone show that the white between the sides parts them, and so does the text of a side that
stands over its rules: labels, lists, the header of the table.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from planparse.model.provenance import BBox
from planparse.readers.pdf.page import Page, Word
from planparse.readers.pdf.paragraphs.box_rows import rows_meet
from planparse.readers.pdf.paragraphs.ruled_sides import (
    GUTTER,
    SAME,
    Side,
    end_of,
    is_table,
    sides,
    top_of,
    widths,
)
from planparse.readers.pdf.ruled.rules import join_rules

_RULES, _LEAST = 3, 2
"""Rules that show a panel, and those of a small one that is a table: a header and a row."""
_MOST, _WIDTHS = 200, 12
"""Rules on a page, and widths of them; with more of them it is a drawing."""
_SHARED = 0.5
"""Share of the rules of a panel that may stand level with those of the other: the rows of one table are level."""


class _Panel(NamedTuple):
    box: BBox
    """Of its rules, and of the last row that has none under it."""
    levels: list[float]
    """Where its rules are."""
    top: float
    """Where the text over them begins."""
    side: Side


def ruled_rows(page: Page, words: list[Word], taken: list[BBox]) -> list[list[BBox]]:
    """The rows of such panels, left to right; ``taken`` are the tables that were found."""
    rules = join_rules(page.horizontals) if words else []
    if not _RULES + _LEAST <= len(rules) <= _MOST:
        return []
    found = widths(page, rules, taken)
    if not any(a.x1 + GUTTER < b.x0 and max(len(a.levels), len(b.levels)) >= _RULES for a in found for b in found):
        return []
    own = sides(page, words, found, rules) if len(found) <= _WIDTHS else []
    panels = [panel for side in own for panel in _filled(side, words)]
    rows: list[list[_Panel]] = []
    for panel in sorted(panels, key=lambda p: p.box[0]):
        row = next((row for row in rows if _stands_beside(panel, row[-1])), None)
        if row is None:
            rows.append([panel])
        else:
            row.append(panel)
    out = [_boxes(row) for row in rows if len(row) > 1]
    return out if all(not rows_meet(a, b) for n, a in enumerate(out) for b in out[n + 1 :]) else []


def _filled(side: Side, words: list[Word]) -> Iterator[_Panel]:
    """The panels between rules below each other: where no words stand between two rules, or something goes across
    between them, one ends."""
    x0, x1, levels = side.width
    own = [w for w in words if x0 - 1 <= w.x0 and w.x1 <= x1 + 1]
    runs = [[levels[0]]]
    for above, at in pairwise(levels):
        filled = any(above < (w.top + w.bottom) / 2 < at for w in own)
        if not filled or any(above < y < at for y in side.across):
            runs.append([])
        runs[-1].append(at)
    for run in runs:
        end = end_of(run, side)
        small = len(run) == _LEAST and is_table([line for line in side.texts if run[0] < line.base < end])
        if small or len(run) >= _RULES:
            yield _Panel((x0, run[0] - 1, x1, end), run, top_of(run[0], side), side)


def _stands_beside(panel: _Panel, last: _Panel) -> bool:
    """Whether a panel stands right of the last one of a row."""
    return panel.box[0] - last.box[2] > GUTTER and _are_apart(last, panel) and _is_white(last, panel)


def _are_apart(a: _Panel, b: _Panel) -> bool:
    """Whether two panels begin beside each other, and most of their rules are not level."""
    level = sum(any(abs(at - other) < SAME for other in b.levels) for at in a.levels)
    fewest, most = sorted((len(a.levels), len(b.levels)))
    beside = min(a.box[3], b.box[3]) - max(a.top, b.top) > _SHARED * min(a.box[3] - a.top, b.box[3] - b.top)
    return beside and level <= _SHARED * fewest and most >= _RULES


def _is_white(a: _Panel, b: _Panel) -> bool:
    """Whether nothing goes over the white between two panels, level with either."""
    top, bottom = min(_tops([a, b])), max(a.box[3], b.box[3])
    return not any(top < y < bottom for y in (*a.side.across, *b.side.across))


def _tops(row: list[_Panel]) -> list[float]:
    """Where the panels of a row begin. What stands over all others at the left alone may be a heading of them all."""
    first, *others = row
    top = min(panel.top for panel in others)
    return [top if top < first.levels[0] else first.top, *(panel.top for panel in others)]


def _boxes(row: list[_Panel]) -> list[BBox]:
    """The panels with the text over their rules, and that which stands beside those of the others."""
    bottom = max(panel.box[3] for panel in row)
    out: list[BBox] = []
    for panel, top in zip(row, _tops(row), strict=True):
        x0, _, x1, end = panel.box
        own = [line for line in panel.side.texts if top < line.base < bottom]
        x0, x1 = min([x0, *(line.x0 for line in own)]), max([x1, *(line.x1 for line in own)])
        out.append((x0, top, x1, max([end, *(line.bottom for line in own)])))
    return out
