"""A table in a box that the page's end cuts: the two share a border there, so that the sides of the box look like
columns of the table."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from planparse.readers.pdf.page import Word
from planparse.readers.pdf.ruled.lattice import Lattice

_NARROW = 0.12
"""Share of the width of the box that its sides have at most."""


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
