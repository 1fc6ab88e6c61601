"""Ruling lines and filled areas of a page from PDFium's page objects, form XObjects included."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import addressof, c_float, c_int, c_uint, c_ulong, c_void_p
from itertools import pairwise, repeat
from typing import Any

from planparse.model.provenance import BBox
from planparse.readers.pdf.engines.pdfium import bulk
from planparse.readers.pdf.engines.pdfium_clips import clip_area, segment_ends
from planparse.readers.pdf.engines.pdfium_room import pointer, pointers, quick, room
from planparse.readers.pdf.engines.pdfium_view import View
from planparse.readers.pdf.engines.shapes import add_box, add_ring, is_faint, is_rounded
from planparse.readers.pdf.page import WHITE, Fill, Page, Rule
from planparse.readers.pdf.words.bullets import is_dot

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]

_TEXT, _PATH, _IMAGE, _SHADING, _FORM = 1, 2, 3, 4, 5
_DRAWN = frozenset({_PATH, _IMAGE, _SHADING})
_ALTERNATE = 1
"""How a path is filled: by the even-odd rule."""
_BEZIER, _MOVE = 1, 2
"""Kinds of segments."""
_RING = 10
"""Segments of two rectangles."""
_THIN = 4.0
"""Points; PDFium's bounds of a line are up to twice its width."""
_SIDE = 20.0
"""Points; a longer straight piece of a curved line is the side of a box with round corners."""
_MAX_SEGMENTS = 24_000
"""Segments looked at on a page one by one; drawings beyond that are pictures, not tables."""
_PICTURE = 200
"""Segments; a filled path of more of them with curves among them is a picture, such as a coat of arms."""
_PROBES, _AT_ONCE = 4, 8
"""Places of a path where it is told whether there are curves, and the segments looked at there."""
_MAX_DEPTH = 12
_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


class PagePaths:
    """Collects the rules and fills of one page."""

    def __init__(self, view: View, page: Page) -> None:
        self.view = view
        self.page = page
        self.segments = 0
        self.texts: list[list[int]] = []
        """The text objects of the page and of each form XObject."""

    def walk(self, holder: int, matrix: Matrix | None, depth: int) -> None:
        """Reads the objects of a page (no ``matrix``) or of a form XObject."""
        if matrix is None:
            count = bulk("FPDFPage_CountObjects", c_int, c_void_p)(holder)
            get, address = quick("FPDFPage_GetObject", c_void_p), pointer(holder)
        else:
            count = bulk("FPDFFormObj_CountObjects", c_int, c_void_p)(holder)
            get, address = bulk("FPDFFormObj_GetObject", c_void_p, c_void_p, c_ulong), holder
        if count <= 0:
            return
        objects = list(map(get, repeat(address), range(count)))
        kinds = list(map(bulk("FPDFPageObj_GetType", c_int, c_void_p), objects))
        self.texts.append([item for item, kind in zip(objects, kinds, strict=True) if kind == _TEXT])
        drawn = [(o, kind) for o, kind in zip(objects, kinds, strict=True) if kind in _DRAWN]
        if drawn:
            self._drawn(pointers([o for o, _ in drawn]), [kind for _, kind in drawn], matrix)
        if depth < _MAX_DEPTH and _FORM in kinds:
            for item, kind in zip(objects, kinds, strict=True):
                if kind == _FORM:
                    self.walk(item, _times(_matrix(pointer(item)), matrix or _IDENTITY), depth + 1)

    def _drawn(self, items: list[Any], kinds: list[int], matrix: Matrix | None) -> None:
        bounds = room(c_float, 4, 4).ask(quick("FPDFPageObj_GetBounds"), items)[0]
        modes = room(c_int, 2, 2).ask(quick("FPDFPath_GetDrawMode"), items)[0]
        box = self.view.box
        columns = (bounds[k::4] for k in range(4))
        found = zip(items, kinds, *columns, modes[::2], modes[1::2], strict=True)
        for item, kind, left, bottom, right, top, fill, stroke in found:
            if matrix is not None:
                left, bottom, right, top = _moved(matrix, left, bottom, right, top)
            shown = box(left, bottom, right, top)
            if kind == _IMAGE:
                self.page.images.append(shown)
            elif kind == _SHADING:
                self.page.shades.append(shown)
            elif fill or stroke:
                if is_dot(*shown) and (stroke or self._colour(item) not in (None, WHITE)):
                    self.page.dots.append(shown)
                if not self._thin(*shown, bool(stroke and not fill)):
                    self._path(item, shown, fill, bool(stroke), matrix)

    def _path(self, item: Any, box: BBox, fill: int, stroke: bool, matrix: Matrix | None) -> None:
        count = quick("FPDFPath_CountSegments")(item)
        clipped = self._clip(item, box, matrix) if fill and not stroke else box
        if fill and not stroke and (count in (4, 5) or clipped != box):
            if self._thin(*clipped):
                return
            if count in (4, 5):
                self._fill(item, clipped)
                return
        if fill and not stroke and count > _PICTURE and _is_curved(item, count):
            if (box[2] - box[0]) * (box[3] - box[1]) < 0.5 * self.page.width * self.page.height:
                self.page.drawings.append(box)
            if self._colour(item) not in (None, WHITE):
                self.page.shades.append(box)
            return
        self.segments += count
        if self.segments > _MAX_SEGMENTS:
            return
        found = _subpaths(item, count, _times(_matrix(item), matrix or _IDENTITY))
        outlines = [([self.view.point(x, y) for x, y in points], curved) for points, curved in found]
        if fill == _ALTERNATE and not stroke and len(outlines) == 2:
            one, other = (_extent(points) for points, _ in outlines)
            if count <= _RING and add_ring(one, other, self.page):
                return
        for shown, curved in outlines:
            self._outline(item, shown, curved, bool(fill), stroke)

    def _thin(self, x0: float, y0: float, x1: float, y1: float, stroke: bool = False) -> bool:
        """Notes a path that is so thin that it can only be a line; says whether it was one. The bounds of a stroke
        reach half its thickness past both ends."""
        wide, high = x1 - x0, y1 - y0
        if high <= _THIN and high <= wide:
            past = high / 2 if stroke else 0.0
            self.page.horizontals.append(Rule((y0 + y1) / 2, x0 + past, x1 - past))
        if wide <= _THIN and wide <= high:
            past = wide / 2 if stroke else 0.0
            self.page.verticals.append(Rule((x0 + x1) / 2, y0 + past, y1 - past))
        return wide <= _THIN or high <= _THIN

    def _outline(self, item: Any, points: list[Point], curved: bool, fill: bool, stroke: bool) -> None:
        x0, y0, x1, y1 = _extent(points)
        pairs = list(pairwise(points))
        thin = fill and min(x1 - x0, y1 - y0) <= _THIN and self._thin(x0, y0, x1, y1)
        rounded = curved and is_rounded(points)
        if fill and not thin and (len(points) <= 20 or rounded):
            self._fill(item, (x0, y0, x1, y1))
        elif fill and not thin and self._colour(item) not in (None, WHITE):
            self.page.shades.append((x0, y0, x1, y1))  # a badge, say, behind white text
        if rounded and stroke:
            add_box((x0, y0, x1, y1), self.page)
            return
        aslant = sum(1 for (a, b), (c, d) in pairs if abs(a - c) > 1 and abs(b - d) > 1)
        if (
            aslant > 2
            and not rounded
            and x1 - x0 > 50
            and y1 - y0 > 20
            and (stroke or not is_faint(self._colour(item)))
        ):
            self.page.drawings.append((x0, y0, x1, y1))
        if stroke:
            least = _SIDE if curved and len(points) > 20 else 1
            for (ax, ay), (bx, by) in pairs:
                if abs(ay - by) <= 1 and least < abs(ax - bx):
                    self.page.horizontals.append(Rule((ay + by) / 2, min(ax, bx), max(ax, bx)))
                elif abs(ax - bx) <= 1 and least < abs(ay - by):
                    self.page.verticals.append(Rule((ax + bx) / 2, min(ay, by), max(ay, by)))

    def _fill(self, item: Any, box: BBox) -> None:
        colour = self._colour(item)
        if colour is not None:
            self.page.fills.append(Fill(*box, colour))

    @staticmethod
    def _colour(item: Any) -> str | None:
        """What a shape is filled with; None where nothing is seen of it."""
        red, green, blue, alpha = room(c_uint, 4, 4).ask(quick("FPDFPageObj_GetFillColor"), [item])[0]
        return f"#{red:02x}{green:02x}{blue:02x}" if alpha > 0 else None

    def _clip(self, item: Any, box: BBox, matrix: Matrix | None) -> BBox:
        """The part of ``box`` inside the object's clip path, taken as a rectangle."""
        area = clip_area(item)
        if area is None:
            return box
        if matrix is not None:
            area = _moved(matrix, *area)
        x0, y0, x1, y1 = (
            near(*pair) for near, *pair in zip((max, max, min, min), box, self.view.box(*area), strict=True)
        )
        return (x0, y0, max(x0, x1), max(y0, y1))


def _is_curved(item: Any, count: int) -> bool:
    """Whether a path of many segments has curves all along it; lines have none."""
    starts = range(0, count - _AT_ONCE, count // _PROBES)
    places = [start + n for start in starts for n in range(_AT_ONCE)]
    segments = pointers(map(quick("FPDFPath_GetPathSegment", c_void_p), repeat(item), places))
    kinds = list(map(quick("FPDFPathSegment_GetType"), segments))
    return 4 * kinds.count(_BEZIER) > len(kinds)


def _extent(points: list[Point]) -> BBox:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def read_paths(handle: Any, view: View, page: Page) -> list[list[int]]:
    """Puts the rules, fills and images of the open page ``handle`` into ``page``; gives the addresses of the text
    objects of the page and of each form XObject."""
    paths = PagePaths(view, page)
    paths.walk(addressof(handle.contents), None, 0)  # ``cast`` would leave a cycle behind
    return paths.texts


def _matrix(item: Any) -> Matrix:
    a, b, c, d, e, f = room(c_float, 6, 1).ask(quick("FPDFPageObj_GetMatrix"), [item])[0]
    return a, b, c, d, e, f


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _apply(matrix: Matrix, x: float, y: float) -> Point:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _moved(matrix: Matrix, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
    ax, ay = _apply(matrix, left, bottom)
    bx, by = _apply(matrix, right, top)
    return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def _subpaths(item: Any, count: int, matrix: Matrix) -> Iterator[tuple[list[Point], bool]]:
    """The corners of each subpath (closed ones end where they began) and whether it has curves."""
    segments = pointers(map(quick("FPDFPath_GetPathSegment", c_void_p), repeat(item), range(count)))
    kinds = map(quick("FPDFPathSegment_GetType"), segments)
    closed = map(quick("FPDFPathSegment_GetClose"), segments)
    points: list[Point] = []
    curved = False
    for kind, (x, y), closes in zip(kinds, segment_ends(segments), closed, strict=True):
        if kind == _MOVE and points:
            yield points, curved
            points, curved = [], False
        points.append(_apply(matrix, x, y))
        curved = curved or kind == _BEZIER
        if closes and points[0] != points[-1]:
            points.append(points[0])
    if points:
        yield points, curved
