"""Bars of a chart: painted side by side on one line, as wide as each other and not as high.

The lines behind them are no rules of a table.
"""

from __future__ import annotations

from itertools import pairwise

from planparse.model.provenance import BBox
from planparse.readers.pdf.page import WHITE, Fill, Page

_BARS, _HEIGHTS = 4, 3
"""Bars of a chart, and heights among them, at least."""
_APART = 2.0
"""Points between two bars."""
_OVER = 0.5
"""Share of its highest bar that the lines of a chart reach over it."""
_BESIDE = 40.0
"""Points beside the outer bars where the lines behind them end."""


def take_bar_charts(page: Page) -> None:
    """Takes the lines of bar charts out of a page's rules; the charts are drawings."""
    for x0, top, x1, bottom in _charts(page.fills):
        own = [
            r
            for r in page.horizontals
            if top - 1 < r.at < bottom + 1 and x0 - _BESIDE < r.start < x1 and x0 < r.end < x1 + _BESIDE
        ]
        left, right = min([x0, *(r.start for r in own)]), max([x1, *(r.end for r in own)])
        page.horizontals = [r for r in page.horizontals if all(r is not other for other in own)]
        inside = [
            r for r in page.verticals if left - 1 <= r.at <= right + 1 and top - 1 < r.start and r.end < bottom + 1
        ]
        page.verticals = [r for r in page.verticals if all(r is not other for other in inside)]
        page.drawings.append((left, top, right, bottom))


def _charts(fills: list[Fill]) -> list[BBox]:
    """Where bars stand on one line, with the room for lines over them."""
    rows: dict[tuple[int, int], list[Fill]] = {}
    for fill in fills:
        if fill.colour != WHITE:
            rows.setdefault((round(fill.bottom), round(fill.x1 - fill.x0)), []).append(fill)
    out: list[BBox] = []
    for bars in rows.values():
        if len(bars) < _BARS or len({round(bar.top) for bar in bars}) < _HEIGHTS:
            continue
        bars.sort(key=lambda bar: bar.x0)
        if all(b.x0 - a.x1 > _APART for a, b in pairwise(bars)):
            bottom, highest = bars[0].bottom, min(bar.top for bar in bars)
            out.append((bars[0].x0, highest - _OVER * (bottom - highest), bars[-1].x1, bottom))
    return out
