"""Codes in painted boxes of their own, each at the left of another with a title: they stand in front of its first line.

+-----+--------------------------+
| AB1 | Clean streets            |   <- the code stands in the middle, as high as no line or as the second one
|     | Lead: Head of Parks      |
+-----+--------------------------+
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from planparse.readers.pdf.page import WHITE, Fill, Page, Word
from planparse.readers.pdf.words.runs import is_code

_GAP = 4.0
"""Points between the two boxes."""
_NEAR = 2.0
"""Points between boxes of a stack, which is a column of a table."""
_MOST = 500
"""Painted areas of a page; with more of them it is a drawing, or a table is painted."""
_HIGH = 8
"""Heights of a letter of the title; the boxes are no higher."""


def raise_codes(page: Page, words: list[Word]) -> list[Word]:
    """The words, such codes on the baseline of the title beside them."""
    pairs = _pairs(page.fills) if page.level else []
    moved: dict[int, Word] = {}
    for code, title in pairs:
        own, beside = _within(words, code), _within(words, title)
        if not own or not beside or not is_code(" ".join([w.text for w in own])):
            continue
        base = min(w.base for w in beside)
        size = max(w.style.size for w in beside)
        high = title.bottom - title.top > _HIGH * size
        if high or any(abs(w.base - own[0].base) > 1 for w in own) or own[0].base - base <= 1:
            continue
        up = own[0].base - base
        moved |= {id(w): replace(w, top=w.top - up, bottom=w.bottom - up, base=base) for w in own}
    return [moved.get(id(w), w) for w in words] if moved else words


def _pairs(fills: list[Fill]) -> list[tuple[Fill, Fill]]:
    """Painted boxes of two colours that stand side by side, as high as each other, and in no stack of such."""
    painted = [f for f in fills if f.colour != WHITE]
    if len(painted) > _MOST:
        return []
    rows: dict[tuple[int, int], list[Fill]] = {}
    for fill in painted:
        rows.setdefault((round(fill.top), round(fill.bottom)), []).append(fill)
    out: list[tuple[Fill, Fill]] = []
    for row in rows.values():
        row.sort()
        if len(row) != 2:
            continue
        ((left, right),) = pairwise(row)
        beside = -1 <= right.x0 - left.x1 <= _GAP and left.x1 - left.x0 < right.x1 - right.x0
        if beside and left.colour != right.colour and not any(_is_stacked(left, f) for f in painted):
            out.append((left, right))
    return out


def _is_stacked(fill: Fill, other: Fill) -> bool:
    """Whether another box stands right over or under one."""
    near = abs(other.top - fill.bottom) <= _NEAR or abs(fill.top - other.bottom) <= _NEAR
    return near and abs(other.x0 - fill.x0) <= 1 and abs(other.x1 - fill.x1) <= 1


def _within(words: list[Word], box: Fill) -> list[Word]:
    return [w for w in words if box.x0 <= w.x0 and w.x1 <= box.x1 and box.top <= w.base <= box.bottom]
