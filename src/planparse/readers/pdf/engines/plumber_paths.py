"""The lines, boxes and curves of a page as pdfplumber tells them: rules, fills, drawings."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Any

from planparse.model.provenance import BBox
from planparse.readers.pdf.engines.shapes import add_box, add_ring, is_faint, is_ring, is_rounded
from planparse.readers.pdf.page import WHITE, Fill, Page, Rule
from planparse.readers.pdf.words.bullets import is_dot

_LIGHT = 3 * 128
"""Sum of red, green and blue of a colour that text stands on."""
_NARROW = 1.6
"""Points that a border in such a colour is wide at most."""
_NEAR = 0.1
"""Points from a corner of a box to the place where it is drawn."""
_CORNERS = 20
"""Points of an outline; a filled one of more of them is a picture."""
_THIN = 3.0


def box_of(item: dict[str, Any]) -> BBox:
    return float(item["x0"]), float(item["top"]), float(item["x1"]), float(item["bottom"])


def colour_of(value: object) -> str | None:
    """A colour of grey, RGB or CMYK numbers as ``#rrggbb``."""
    numbers = [float(v) for v in value if isinstance(v, (int, float))] if isinstance(value, Sequence) else []
    if isinstance(value, (int, float)):
        numbers = [float(value)]
    if len(numbers) == 1:
        rgb = numbers * 3
    elif len(numbers) == 3:
        rgb = numbers
    elif len(numbers) == 4:
        rgb = [(1 - v) * (1 - numbers[3]) for v in numbers[:3]]
    else:
        return None
    return "#" + "".join(f"{round(255 * min(max(v, 0.0), 1.0)):02x}" for v in rgb)


def read_paths(source: Any, page: Page) -> None:
    page.images = [box_of(image) for image in source.images]
    shapes = [(shape, box_of(shape)) for shape in (*source.rects, *source.curves)]
    page.dots = [box for shape, box in shapes if is_dot(*box) and _is_seen(shape)]
    ring = False
    for rect, following in itertools.pairwise([*source.rects, None]):
        if ring:
            ring = False  # the second rectangle of one
            continue
        ring = following is not None and _is_ring(rect, following) and add_ring(box_of(rect), box_of(following), page)
        if not ring:
            _rect(rect, page)
    for line in source.lines:
        x0, top, x1, bottom = box_of(line)
        _segment((x0, top), (x1, bottom), page)
    ring = False
    for curve, following in itertools.pairwise([*source.curves, None]):
        if ring:
            ring = False
            continue
        ring = following is not None and _is_ring(curve, following) and is_ring(box_of(curve), box_of(following))
        if ring:
            continue  # what is painted ends at its sides
        points = [(float(x), float(y)) for x, y in curve["pts"]]
        pairs = list(itertools.pairwise(points))
        x0, top, x1, bottom = box_of(curve)
        rounded = is_rounded(points)
        if curve["stroke"] and rounded:
            _rect(curve, page)
            continue
        if sum(1 for (a, b), (c, d) in pairs if abs(a - c) > 1 and abs(b - d) > 1) > 2:
            faint = not curve["stroke"] and is_faint(colour_of(curve.get("non_stroking_color")) or "#000000")
            if x1 - x0 > 50 and bottom - top > 20 and not faint and not rounded:
                page.drawings.append((x0, top, x1, bottom))
            if curve["fill"] and not curve["stroke"] and (rounded or len(points) <= _CORNERS):
                _rect(curve, page)  # a disc whose colour is a status
            elif curve["fill"] and colour_of(curve.get("non_stroking_color")) != WHITE:
                page.shades.append((x0, top, x1, bottom))  # a badge, say, behind white text
        elif min(x1 - x0, bottom - top) <= _THIN or (curve["fill"] and not curve["stroke"]):
            _rect(curve, page)
        elif curve["fill"] and all(max(min(x - x0, x1 - x), min(y - top, bottom - y)) < _NEAR for x, y in points):
            _rect(curve, page)
            continue  # with its sides
        if curve["stroke"]:
            for a, b in pairs:
                _segment(a, b, page)


def _is_ring(rect: dict[str, Any], following: dict[str, Any]) -> bool:
    """Whether two rectangles may be of one path, filled by the even-odd rule. Two of a light colour far from each other
    are a painted cell and a painted text in it."""
    if not all(r["fill"] and not r["stroke"] and r.get("evenodd") for r in (rect, following)):
        return False
    colour = colour_of(rect.get("non_stroking_color")) or "#000000"
    light = sum(int(colour[n : n + 2], 16) for n in (1, 3, 5)) > _LIGHT
    return not light or abs(box_of(rect)[0] - box_of(following)[0]) < _NARROW


def _is_seen(shape: dict[str, Any]) -> bool:
    filled = shape["fill"] and colour_of(shape.get("non_stroking_color")) != WHITE
    return bool(filled or shape["stroke"])


def _rect(rect: dict[str, Any], page: Page) -> None:
    x0, top, x1, bottom = box_of(rect)
    if not rect["fill"] and not rect["stroke"]:
        return
    if min(x1 - x0, bottom - top) <= _THIN:
        if bottom - top <= x1 - x0:
            page.horizontals.append(Rule((top + bottom) / 2, x0, x1))
        if x1 - x0 <= bottom - top:
            page.verticals.append(Rule((x0 + x1) / 2, top, bottom))
        return
    if rect["fill"]:
        colour = colour_of(rect.get("non_stroking_color"))
        page.fills.append(Fill(x0, top, x1, bottom, colour or "#000000"))
    if rect["stroke"]:
        add_box((x0, top, x1, bottom), page)


def _segment(start: tuple[float, float], end: tuple[float, float], page: Page) -> None:
    (ax, ay), (bx, by) = start, end
    if abs(ay - by) <= 1 < abs(ax - bx):
        page.horizontals.append(Rule((ay + by) / 2, min(ax, bx), max(ax, bx)))
    elif abs(ax - bx) <= 1 < abs(ay - by):
        page.verticals.append(Rule((ax + bx) / 2, min(ay, by), max(ay, by)))
