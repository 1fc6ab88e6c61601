"""Borders drawn as a ring: one filled path of two rectangles, the inner of which is left out (even-odd rule)."""

from __future__ import annotations

from planparse.model.provenance import BBox
from planparse.readers.pdf.page import Page, Rule

_THICK = 4.0
"""Points; a thicker frame is a shape."""
_LEAST = 0.01
"""Points; a thinner side is not drawn."""


def add_ring(one: BBox, other: BBox, page: Page) -> bool:
    """Adds the sides of the ring between two boxes, one in the other, to the rules of the page; says whether it is
    one."""
    outer, inner = (one, other) if one[2] - one[0] >= other[2] - other[0] else (other, one)
    left, top, right, bottom = (abs(a - b) for a, b in zip(outer, inner, strict=True))
    within = outer[0] <= inner[0] < inner[2] <= outer[2] and outer[1] <= inner[1] < inner[3] <= outer[3]
    if not within or not _LEAST < max(left, top, right, bottom) <= _THICK:
        return False
    x0, y0, x1, y1 = ((a + b) / 2 for a, b in zip(outer, inner, strict=True))
    page.horizontals += [Rule(y, x0, x1) for y, wide in ((y0, top), (y1, bottom)) if wide > _LEAST]
    page.verticals += [Rule(x, y0, y1) for x, wide in ((x0, left), (x1, right)) if wide > _LEAST]
    return True
