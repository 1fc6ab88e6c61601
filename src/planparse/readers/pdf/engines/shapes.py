"""Borders drawn as shapes: a ring, which is one filled path of two rectangles, the inner of which is left out (even-odd
rule), or a box with rounded corners."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from planparse.model.provenance import BBox
from planparse.readers.pdf.page import Page, Rule

_LIGHT, _GREY = 0xB0, 0x10
"""Least of the parts of a light colour, and the difference between the parts of a grey."""
_THICK = 4.0
"""Points; a thicker frame is a shape."""
_PIECE = 2.0
"""Points; pieces of a rounded corner are shorter than a straight piece."""
_CORNER = 14.0
"""Points that a rounded corner takes of a side at most."""
_STRAIGHT = 0.5
"""Share of a box's outline that is straight."""
_LEAST = 0.01
"""Points; a thinner side is not drawn."""


def is_ring(one: BBox, other: BBox) -> bool:
    """Whether one of two boxes stands in the other, near to its sides."""
    outer, inner = _in_order(one, other)
    within = outer[0] <= inner[0] < inner[2] <= outer[2] and outer[1] <= inner[1] < inner[3] <= outer[3]
    return within and _LEAST < max(abs(a - b) for a, b in zip(outer, inner, strict=True)) <= _THICK


def add_ring(one: BBox, other: BBox, page: Page) -> bool:
    """Adds the sides of the ring between two boxes, one in the other, to the rules of the page; says whether it is
    one."""
    if not is_ring(one, other):
        return False
    outer, inner = _in_order(one, other)
    left, top, right, bottom = (abs(a - b) for a, b in zip(outer, inner, strict=True))
    x0, y0, x1, y1 = ((a + b) / 2 for a, b in zip(outer, inner, strict=True))
    page.horizontals += [Rule(y, x0, x1) for y, wide in ((y0, top), (y1, bottom)) if wide > _LEAST]
    page.verticals += [Rule(x, y0, y1) for x, wide in ((x0, left), (x1, right)) if wide > _LEAST]
    return True


def _in_order(one: BBox, other: BBox) -> tuple[BBox, BBox]:
    """The wider one first."""
    return (one, other) if one[2] - one[0] >= other[2] - other[0] else (other, one)


def is_faint(colour: str | None) -> bool:
    """Whether a fill is a light grey, as the letters of a watermark are that is drawn as a shape; a chart's is none."""
    if colour is None:
        return True
    channels = [int(colour[k : k + 2], 16) for k in (1, 3, 5)]
    return min(channels) >= _LIGHT and max(channels) - min(channels) < _GREY


def is_rounded(points: Sequence[tuple[float, float]]) -> bool:
    """Whether an outline is a box with rounded corners: straight, level or upright, but for its corners."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    left, top, right, bottom = min(xs), min(ys), max(xs), max(ys)
    if len(points) < 8 or min(right - left, bottom - top) < 2 * _PIECE:
        return False
    straight = [
        abs(a - c) + abs(b - d)
        for (a, b), (c, d) in pairwise(points)
        if min(abs(a - c), abs(b - d)) < 0.1 and max(abs(a - c), abs(b - d)) > _PIECE
    ]
    if sum(straight) < _STRAIGHT * 2 * (right - left + bottom - top):
        return False
    return all(
        min(x - left, right - x, y - top, bottom - y) < 0.1
        or (min(x - left, right - x) + min(y - top, bottom - y)) < _CORNER
        for x, y in points
    )


def add_box(box: BBox, page: Page) -> None:
    """Adds the four sides of a box to the rules of the page."""
    x0, top, x1, bottom = box
    page.horizontals += [Rule(top, x0, x1), Rule(bottom, x0, x1)]
    page.verticals += [Rule(x0, top, bottom), Rule(x1, top, bottom)]
