"""Boxes side by side: the rows in which parts of a page stand beside each other."""

from __future__ import annotations

from planparse.model.provenance import BBox


def meet(a: BBox, b: BBox) -> bool:
    """Whether two boxes share some place."""
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def rows_meet(a: list[BBox], b: list[BBox]) -> bool:
    """Whether two rows are level somewhere."""
    tops = [min(box[1] for box in row) for row in (a, b)]
    return max(tops) < min(max(box[3] for box in row) for row in (a, b))
