"""Cells that are drawn as boxes of their own, with white between them: the boxes of one table make one frame.

Each is taken as wide and as high as to the middle of the white around it, so that neighbours share their borders.
"""

from __future__ import annotations

from bisect import bisect_left
from statistics import median

from planparse.model.provenance import BBox
from planparse.readers.pdf.page import Rule
from planparse.readers.pdf.ruled.rules import Frame

_APART = 6.5
"""Points of white between two cells at most; panels of text stand further apart."""
_FEWEST = 4
"""Boxes of such a table."""
_MOST = 5000
_SHARED = 0.5
"""Share of the side of the smaller of two neighbours that faces the other."""


def with_boxes(frames: list[Frame]) -> list[Frame]:
    """The frames, those of boxes that stand beside and over each other made one."""
    single = [f for f in frames if len(f.horizontals) == len(f.verticals) == 2]
    if not _FEWEST <= len(single) <= _MOST:
        return frames
    boxes = sorted(((_box(f), n) for n, f in enumerate(single)), key=lambda found: found[0][1])
    gone: set[int] = set()
    made: list[Frame] = []
    for group in _groups([box for box, _ in boxes]):
        own = [boxes[k] for k in group]
        if len(own) >= _FEWEST and len({round(b[0]) for b, _ in own}) > 1 and len({round(b[1]) for b, _ in own}) > 1:
            made.append(_frame([box for box, _ in own]))
            gone.update(id(single[n]) for _, n in own)
    return [f for f in frames if id(f) not in gone] + made if made else frames


def _box(frame: Frame) -> BBox:
    left, right = sorted(v.at for v in frame.verticals)
    top, bottom = sorted(h.at for h in frame.horizontals)
    return left, top, right, bottom


def _groups(boxes: list[BBox]) -> list[list[int]]:
    """The numbers of the boxes that hang together; ``boxes`` are sorted by their upper sides."""
    parent = list(range(len(boxes)))

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    tops = [box[1] for box in boxes]
    for n, (_, top, _, bottom) in enumerate(boxes):
        for k in range(bisect_left(tops, top - 1), bisect_left(tops, bottom + _APART)):
            if k != n and _are_near(boxes[n], boxes[k]):
                parent[root(n)] = root(k)
    out: dict[int, list[int]] = {}
    for n in range(len(boxes)):
        out.setdefault(root(n), []).append(n)
    return list(out.values())


def _are_near(a: BBox, b: BBox) -> bool:
    """Whether two boxes stand beside or over each other with a little white between them."""
    across, down = max(a[0], b[0]) - min(a[2], b[2]), max(a[1], b[1]) - min(a[3], b[3])
    if 0 < across <= _APART:
        return -down > _SHARED * min(a[3] - a[1], b[3] - b[1])
    return 0 < down <= _APART and -across > _SHARED * min(a[2] - a[0], b[2] - b[0])


def _frame(boxes: list[BBox]) -> Frame:
    across = [min((b[0] - a[2] for b in boxes if 0 < b[0] - a[2] <= _APART), default=None) for a in boxes[:_FEWEST]]
    down = [min((b[1] - a[3] for b in boxes if 0 < b[1] - a[3] <= _APART), default=None) for a in boxes[:_FEWEST]]
    x = median([gap for gap in across if gap is not None] or [0.0]) / 2
    y = median([gap for gap in down if gap is not None] or [0.0]) / 2
    frame = Frame()
    for left, top, right, bottom in boxes:
        frame.horizontals += [Rule(at, left - x, right + x) for at in (top - y, bottom + y)]
        frame.verticals += [Rule(at, top - y, bottom + y) for at in (left - x, right + x)]
    return frame
