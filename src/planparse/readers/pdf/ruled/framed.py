"""A table in a box. Where the page's end cuts both, they share a border there, so that the sides of the box look like
columns of the table; and a box around a striped table looks like one cell."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import takewhile

from planparse.model.provenance import BBox
from planparse.readers.pdf.page import WHITE, Fill, Word
from planparse.readers.pdf.ruled.edges import is_row, stands_off
from planparse.readers.pdf.ruled.lattice import Lattice
from planparse.readers.pdf.ruled.rules import Frame

_NARROW = 0.12
"""Share of the width of the box that its sides have at most."""
_HALF = 0.5
"""Share of the width of the box that a painted row in it covers at least."""


def is_panel(frame: Frame, fills: list[Fill]) -> bool:
    """Whether a box, without an upright in it, stands around rows that are painted cell by cell, with white beside them
    at both of its sides. The page's end may leave it open."""
    if len(frame.verticals) != 2 or not frame.horizontals:
        return False
    left, right = sorted(v.at for v in frame.verticals)
    ends = [y for v in frame.verticals for y in (v.start, v.end)] + [h.at for h in frame.horizontals]
    return is_around((left, min(ends), right, max(ends)), fills)


def is_around(box: BBox, fills: list[Fill]) -> bool:
    """Whether there are such rows in a box: it is a panel around their table, and holds no rows or cells."""
    left, top, right, bottom = box
    rows: defaultdict[tuple[int, int], list[Fill]] = defaultdict(list)
    for fill in fills:
        if fill.colour != WHITE and left < fill.x0 and fill.x1 < right and top < fill.top and fill.bottom < bottom:
            rows[round(fill.top), round(fill.bottom)].append(fill)
    several = [sorted(cells) for cells in rows.values() if len(cells) > 1]
    return any(is_row(cells, left, right, _HALF) and stands_off(cells, left, right) for cells in several)


def unframed(found: Lattice, words: list[Word]) -> Lattice:
    """The table alone, where these are the borders of one and of the box around it; what else stands in the box is
    left out."""
    rows, cols = len(found.where), len(found.where[0])
    if cols < 4:
        return found
    left, right = found.slabs[found.where[-1][0]], found.slabs[found.where[-1][-1]]
    top = left.row
    if left.col_span != 1 or right.col_span != 1 or right.row != top or left.row_span == 1:
        return found
    if any(len(set(line)) > 1 for line in found.where[:top]):
        return found
    xs, ys = found.xs, found.ys
    if max(xs[1] - xs[0], xs[-1] - xs[-2]) > _NARROW * (xs[-1] - xs[0]):
        return found
    inner = [line[1:-1] for line in found.where[top:]]
    begin = len([*takewhile(_is_one, inner)])
    end = rows - top - len([*takewhile(_is_one, reversed(inner))])
    if begin >= end or any(_is_beside(word, found, ys[top]) for word in words):
        return found
    shift = top + begin
    lines = found.where[shift : top + end]
    number = {n: k for k, n in enumerate(dict.fromkeys(n for line in lines for n in line[1:-1]))}
    own = [replace(found.slabs[n], row=found.slabs[n].row - shift, col=found.slabs[n].col - 1) for n in number]
    where = [[number[n] for n in line[1:-1]] for line in lines]
    return Lattice(xs[1:-1], ys[shift : top + end + 1], own, where, found.pieced)


def _is_one(line: list[int]) -> bool:
    return len(set(line)) == 1


def _is_beside(word: Word, found: Lattice, top: float) -> bool:
    """Whether a word stands in one of the sides of the box."""
    x, xs = (word.x0 + word.x1) / 2, found.xs
    return top < word.base < found.ys[-1] and (xs[0] < x < xs[1] or xs[-2] < x < xs[-1])
