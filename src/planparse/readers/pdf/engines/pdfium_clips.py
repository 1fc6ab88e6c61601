"""What a piece of text or a shape is clipped to: nothing of it is seen outside of that."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import c_float, c_int, c_void_p
from typing import Any

from planparse.model.provenance import BBox
from planparse.readers.pdf.engines.pdfium import bulk
from planparse.readers.pdf.engines.pdfium_room import pointer, pointers, quick, room

_MOST_CLIPS = 8
_LEGIBLE = 0.2
"""Of the height of a line: less of it says nothing."""
_RECTANGLE = range(2, 7)
"""Segments of a clip path that is taken as the rectangle around it."""


def clip_area(item: Any) -> BBox | None:
    """Left, bottom, right and top of the area that an object may be seen in, as it counts itself; None where all of it
    may be seen. Right is left, or top is bottom, where nothing is. ``item`` is a pointer to it."""
    clip = quick("FPDFPageObj_GetClipPath", c_void_p)(item)
    return _area(clip) if clip else None


def are_clipped_away(items: list[Any]) -> list[bool]:
    """Whether nothing can be read of each of these objects, for it lies outside of its area. ``items`` are pointers."""
    clips = list(map(quick("FPDFPageObj_GetClipPath", c_void_p), items))
    counts = map(bulk("FPDFClipPath_CountPaths", c_int, c_void_p), clips)
    return [n > 0 and _is_outside(*pair) for n, *pair in zip(counts, items, clips, strict=True)]


def _is_outside(item: Any, clip: int) -> bool:
    area = _area(clip)
    if area is None:
        return False
    left, bottom, right, top = room(c_float, 4, 4).ask(quick("FPDFPageObj_GetBounds"), [item])[0]
    seen = min(top, area[3]) - max(bottom, area[1])
    return bool(min(right, area[2]) <= max(left, area[0]) or seen < _LEGIBLE * (top - bottom))


def _area(clip: int) -> BBox | None:
    path, found = pointer(clip), None
    for n in range(min(quick("FPDFClipPath_CountPaths")(path), _MOST_CLIPS)):
        size = quick("FPDFClipPath_CountPathSegments")(path, n)
        if size not in _RECTANGLE:
            continue
        get = quick("FPDFClipPath_GetPathSegment", c_void_p)
        points = list(segment_ends(pointers([get(path, n, k) for k in range(size)])))
        xs, ys = [x for x, _ in points], [y for _, y in points]
        left, bottom, right, top = found or (min(xs), min(ys), max(xs), max(ys))
        found = max(left, min(xs)), max(bottom, min(ys)), min(right, max(xs)), min(top, max(ys))
    if found is None:
        return None
    left, bottom, right, top = found
    return left, bottom, max(left, right), max(bottom, top)


def segment_ends(segments: list[Any]) -> Iterator[tuple[float, float]]:
    """Where each of these segments ends."""
    numbers = room(c_float, 2, 2).ask(quick("FPDFPathSegment_GetPoint"), segments)[0]
    return zip(numbers[::2], numbers[1::2], strict=True)
