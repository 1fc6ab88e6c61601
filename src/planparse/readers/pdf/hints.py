"""What is drawn in the region of a table whose cells are not all ruled."""

from __future__ import annotations

from dataclasses import dataclass, field

from planparse.model.provenance import BBox
from planparse.readers.pdf.lines import Line
from planparse.readers.pdf.page import Fill, Page
from planparse.readers.pdf.regions import Region
from planparse.readers.pdf.rules import join_rules


@dataclass(slots=True)
class Hints:
    box: BBox | None = None
    verticals: list[float] = field(default_factory=list)
    """Column borders that are drawn, all the way down or nearly."""
    horizontals: list[float] = field(default_factory=list)
    """Row borders that are drawn."""
    fills: list[Fill] = field(default_factory=list)
    before: tuple[float, ...] = ()
    """Column borders of the table that ended the page before, where this one may go on with it."""


def hints_of(page: Page, lines: list[Line], region: Region) -> Hints:
    box = region.box
    x0 = box[0] if box else min(line.x0 for line in lines)
    x1 = box[2] if box else max(line.x1 for line in lines)
    top = box[1] if box else lines[0].top
    bottom = box[3] if box else lines[-1].bottom
    verticals = [
        rule.at
        for rule in join_rules(page.verticals)
        if x0 - 3 <= rule.at <= x1 + 3 and min(rule.end, bottom) - max(rule.start, top) > 0.6 * (bottom - top)
    ]
    fills = [f for f in page.fills if f.top < bottom and f.bottom > top and f.x0 < x1 and f.x1 > x0]
    fills = [f for f in fills if not (f.top < top - 20 and f.bottom > bottom + 20)]
    return Hints(box, verticals, region.horizontals, fills)
