"""From rules that touch to the cells between them.

The column borders are the positions of the vertical rules, the row borders those of the horizontal ones. Two
neighbouring slots are one cell where no rule stands between them: merged cells come out as spans. Where lines
end without a crossing line (a table cut by the page's end, or open at its sides) their ends are the border.
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from dataclasses import dataclass

from planparse.errors import LimitExceeded
from planparse.model.shelf import compact
from planparse.readers.pdf.page import Rule
from planparse.readers.pdf.ruled.rules import Frame

Span = tuple[float, float]

_LEAST = 4.0
"""Points; borders that are nearer than this are one border drawn twice."""
_OPEN = 7.0
"""Points by which lines must run past the last crossing line to show a further, open row or column: room for text."""


@compact
@dataclass(slots=True)
class Slab:
    """A cell of a lattice, before it has text. Borders are indices into ``Lattice.xs`` and ``ys``."""

    row: int
    col: int
    row_span: int
    col_span: int
    open_top: bool = False
    open_bottom: bool = False


@dataclass(slots=True)
class Lattice:
    xs: list[float]
    ys: list[float]
    slabs: list[Slab]
    where: list[list[int]]
    """For each slot the index of its slab."""
    pieced: bool = False
    """See ``Frame.pieced``."""

    def slab_at(self, x: float, y: float) -> int | None:
        """The cell in which this point lies."""
        col = bisect_right(self.xs, x) - 1
        row = bisect_right(self.ys, y) - 1
        if 0 <= row < len(self.where) and 0 <= col < len(self.where[0]):
            return self.where[row][col]
        return None

    def box(self, slab: Slab) -> tuple[float, float, float, float]:
        xs, ys = self.xs, self.ys
        return xs[slab.col], ys[slab.row], xs[slab.col + slab.col_span], ys[slab.row + slab.row_span]

    @property
    def bbox(self) -> tuple[float, float, float, float]:
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]


def lattice(frame: Frame, most: int | None = None) -> Lattice | None:
    """The cells of one group of rules; None where it encloses nothing.

    Raises ``LimitExceeded`` where it encloses more than ``most`` slots, before any is made.
    """
    if not frame.horizontals or not frame.verticals:
        return None
    across, down = _borders(frame.verticals, frame.horizontals), _borders(frame.horizontals, frame.verticals)
    if len(across) < 2 or len(down) < 2:
        return None
    if most is not None and (len(across) - 1) * (len(down) - 1) > most:
        told = f"the lines on a page of the PDF make more than {most:,} cells"
        raise LimitExceeded(f"{told}; raise --max-page-cells if it can be trusted")
    xs, ys = [(a + b) / 2 for a, b in across], [(a + b) / 2 for a, b in down]
    beside = _covered(frame.verticals, across, ys)
    below = _covered(frame.horizontals, down, xs)
    out = _merge(xs, ys, beside, below)
    out.pieced = frame.pieced
    return out


def _borders(rules: list[Rule], crossing: list[Rule]) -> list[Span]:
    """Where the borders are, each from its first to its last line: the positions of the rules, and the ends of the
    crossing rules where they run on beyond them."""
    out: list[Span] = []
    for at in sorted([r.at for r in rules]):
        if out and at - out[-1][0] <= _LEAST:
            out[-1] = (out[-1][0], at)
        else:
            out.append((at, at))
    first, last = min([r.start for r in crossing]), max([r.end for r in crossing])
    if not out or out[0][0] - first > _OPEN:
        out.insert(0, (first, first))
    if last - out[-1][1] > _OPEN:
        out.append((last, last))
    return out


def _covered(rules: list[Rule], borders: list[Span], cuts: list[float]) -> list[list[bool]]:
    """``[i][k]``: whether a rule stands at border ``i`` between ``cuts[k]`` and ``cuts[k + 1]``."""
    at = [start for start, _ in borders]
    out = [[False] * (len(cuts) - 1) for _ in at]
    middles = [(a + b) / 2 for a, b in itertools.pairwise(cuts)]
    for rule in rules:
        i = max(0, bisect_right(at, rule.at) - 1)
        line = out[i]
        for k in range(bisect_right(middles, rule.start), bisect_right(middles, rule.end)):
            line[k] = True
    return out


def _merge(xs: list[float], ys: list[float], beside: list[list[bool]], below: list[list[bool]]) -> Lattice:
    n_rows, n_cols = len(ys) - 1, len(xs) - 1
    where = [[-1] * n_cols for _ in range(n_rows)]
    slabs: list[Slab] = []
    for row, line in enumerate(where):
        for col in range(n_cols):
            if line[col] >= 0:
                continue
            right = col + 1
            while right < n_cols and not beside[right][row] and line[right] < 0:
                right += 1
            under = row + 1
            while under < n_rows and True not in below[under][col:right] and _is_free(where, beside, under, col, right):
                under += 1
            if under - row == 1 == right - col:
                line[col] = len(slabs)
            else:
                for r in range(row, under):
                    where[r][col:right] = [len(slabs)] * (right - col)
            open_top = row == 0 and True not in below[row][col:right]
            open_bottom = under == n_rows and True not in below[under][col:right]
            slabs.append(Slab(row, col, under - row, right - col, open_top, open_bottom))
    return Lattice(xs, ys, slabs, where)


def _is_free(where: list[list[int]], beside: list[list[bool]], row: int, col: int, right: int) -> bool:
    """Whether nothing in ``row`` parts the columns ``col`` to ``right``, nor another cell fills them."""
    return max(where[row][col:right]) < 0 and not any(beside[k][row] for k in range(col + 1, right))
