"""List bullets that are drawn as shapes, as browsers print them: each becomes a word in front of its line."""

from __future__ import annotations

from bisect import bisect_right

from planparse.model.provenance import BBox
from planparse.readers.pdf.page import Page, Word

_LEAST, _MOST = 1.2, 6.0
"""Points; a corner of a border is smaller, a traffic light larger."""
_TALLEST = 0.55
"""Heights of a letter."""
_LOW, _HIGH = 0.1, 0.65
"""How far above the baseline the middle of a bullet stands, in heights of a letter."""
_FAR = 2.5
"""Heights of a letter between a bullet and its line."""
_MANY = 400
"""More of them on a page are the dots of a chart or of dotted lines."""


def is_dot(x0: float, top: float, x1: float, bottom: float) -> bool:
    """Whether a shape with this box is as small and as wide as high as a bullet is."""
    wide, high = x1 - x0, bottom - top
    return _LEAST <= wide <= _MOST and _LEAST <= high <= _MOST and abs(wide - high) <= 0.2 * high


def add_bullets(page: Page) -> None:
    """Puts a word "•" before each line that a dot stands in front of."""
    if not 0 < len(page.dots) <= _MANY:
        return
    words = sorted([w for w in page.words if w.style.angle == 0], key=lambda w: w.base)
    bases = [w.base for w in words]
    found: dict[int, list[Word]] = {}
    for dot in page.dots:
        middle = (dot[1] + dot[3]) / 2
        level = words[bisect_right(bases, middle) : bisect_right(bases, middle + 60)]
        first = min([w for w in level if _leads(dot, middle, w)], key=lambda w: w.x0, default=None)
        if first is not None and _is_alone(dot, first, level, page.dots):
            size = first.style.size
            bullet = Word(
                "•", dot[0], first.base - 0.8 * size, dot[2], first.base + 0.2 * size, first.base, first.style
            )
            found.setdefault(id(first), []).append(bullet)
    if found:
        page.words = [w for word in page.words for w in (*_one(found.get(id(word), [])), word)]


def _leads(dot: BBox, middle: float, word: Word) -> bool:
    """Whether the dot stands where the bullet of a line that begins with this word would."""
    size = word.style.size
    return (
        dot[3] - dot[1] <= _TALLEST * size
        and _LOW * size <= word.base - middle <= _HIGH * size
        and 0 <= word.x0 - dot[2] <= _FAR * size
    )


def _is_alone(dot: BBox, first: Word, level: list[Word], dots: list[BBox]) -> bool:
    """Whether no text stands close before the dot, and no other dot beside, above or below it as in a dotted line."""
    near = 0.9 * first.style.size
    if [w for w in level if abs(w.base - first.base) < 1 and -1 < dot[0] - w.x1 < near]:
        return False
    return not [d for d in dots if d is not dot and abs(d[0] - dot[0]) < near and abs(d[1] - dot[1]) < near]


def _one(bullets: list[Word]) -> list[Word]:
    return bullets if len(bullets) == 1 else []
