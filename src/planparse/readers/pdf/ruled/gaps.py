"""Rules that are not drawn: the gaps between the painted cells of a table, through which what lies below is seen.

So style sheets make grids: cells on a dark ground, some tenths of a point apart, or coloured ones on white paper.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import chain

from planparse.readers.pdf.page import Fill, Page, Rule, Word
from planparse.readers.pdf.ruled.rules import SHORT
from planparse.readers.pdf.words.lines import make_lines
from planparse.readers.pdf.words.runs import NEAR_GAP, cut

_LEAST, _WIDEST = 0.2, 4.0
"""Points; a narrower gap is none, a wider one parts two boxes."""
_CELLS, _ROWS, _COLUMNS = 6, 3, 2
"""Cells, rows and columns that such a table has at least."""
_COVERED = 0.85
"""Share of the table that its cells paint."""
_ROW = 2.6
"""Heights of a letter from the painted cells to the line of a row that is not painted."""
_MARGIN = 0.09
"""Share of the page's height that its running titles may take."""
_MOST = 3_000
"""Painted areas on a page; with more of them it is a drawing."""


def add_gaps(page: Page, words: list[Word], before: tuple[float, ...] | None = None) -> bool:
    """Adds the edges of painted cells that have a gap between them to the rules of the page; says whether there are.

    ``words`` are seen; ``before`` are the column borders of the table that ended the page before, if it is such a one.
    """
    if not _CELLS <= len(page.fills) <= _MOST:
        return False
    cells: list[Fill] = []
    for fill in page.fills:
        if min(fill.x1 - fill.x0, fill.bottom - fill.top) > SHORT and not (cells and _is_part(fill, cells[-1])):
            cells.append(fill)
    blocks = _blocks(cells) if len(cells) >= _CELLS else []
    tables = [block for block in blocks if _is_table(block, words)]
    sides = {_sides(block) for block in tables}
    tables += [block for block in blocks if len(block) >= _ROWS and _sides(block) in sides and block not in tables]
    first = min(blocks, key=lambda block: min(f.top for f in block), default=[])
    if before and first not in tables and len(first) > 1 and _goes_on(first, before, words, _MARGIN * page.height):
        tables.append(first)
    for x0, top, x1, bottom, _ in chain.from_iterable(tables):
        page.horizontals += [Rule(top, x0, x1), Rule(bottom, x0, x1)]
        page.verticals += [Rule(x0, top, bottom), Rule(x1, top, bottom)]
    return bool(tables)


def _sides(block: list[Fill]) -> tuple[int, int]:
    """Where a block begins and ends; one as wide as a table is a part of such a table, were all its rows one cell."""
    return round(min([f.x0 for f in block])), round(max([f.x1 for f in block]))


def _goes_on(block: list[Fill], before: tuple[float, ...], words: list[Word], margin: float) -> bool:
    """Whether a block at the page's begin, below no more than its margin, has the columns of the table before."""
    edges = sorted({x for fill in block for x in (fill.x0, fill.x1)})
    top, bottom = min([f.top for f in block]), max([f.bottom for f in block])
    apart = [w for w in words if margin < w.bottom < top and w.x1 > edges[0] and w.x0 < edges[-1]]
    known = all(any(abs(x - b) <= _WIDEST for b in before) for x in edges)
    whole = abs(edges[0] - before[0]) <= 1 and abs(edges[-1] - before[-1]) <= 1
    return known and whole and not apart and any(top < w.base < bottom for w in words)


def _is_part(fill: Fill, cell: Fill) -> bool:
    """Whether a paragraph is painted as the cell is in which it stands."""
    x0, top, x1, bottom, colour = cell
    inside = x0 - 1 < fill.x0 and fill.x1 < x1 + 1 and top - 1 < fill.top and fill.bottom < bottom + 1
    return inside and fill.colour == colour


def _is_table(block: list[Fill], words: list[Word]) -> bool:
    """Whether the areas cover a table, all rows of it, and have texts in them."""
    rows, columns = {round(f.top) for f in block}, {round(f.x0) for f in block}
    if len(block) < _CELLS or len(rows) < _ROWS or len(columns) < _COLUMNS:
        return False
    left, right = min([f.x0 for f in block]), max([f.x1 for f in block])
    top, bottom = min([f.top for f in block]), max([f.bottom for f in block])
    if sum([(f.x1 - f.x0) * (f.bottom - f.top) for f in block]) < _COVERED * (right - left) * (bottom - top):
        return False
    own = [w for w in words if left <= w.x0 and w.x1 <= right]
    if sum(top < w.base < bottom for w in own) < 0.5 * len(block):
        return False
    starts = sorted(columns)
    for edge, step in ((top, -1), (bottom, 1)):
        beside = [w for w in own if 0 < step * ((w.top + w.bottom) / 2 - edge) < _ROW * w.style.size]
        runs = [run for line in (make_lines(beside) if beside else ()) for run in cut(line, NEAR_GAP).runs]
        if len({bisect_right(starts, run.x0) for run in runs}) >= min(3, len(columns)):
            return False  # a row that is not painted
    return True


def _blocks(cells: list[Fill]) -> list[list[Fill]]:
    """The areas that hang together over such gaps."""
    parent = list(range(len(cells)))

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    for along in (False, True):
        sides = [(f.top, f.bottom, f.x0, f.x1) if along else (f.x0, f.x1, f.top, f.bottom) for f in cells]
        order = sorted(range(len(cells)), key=lambda n: sides[n][0])
        starts = [sides[n][0] for n in order]
        for n, (_, end, low, high) in enumerate(sides):
            least = _LEAST if along else -_LEAST
            for m in order[bisect_right(starts, end + least) : bisect_left(starts, end + _WIDEST)]:
                _, _, other_low, other_high = sides[m]
                common = min(high, other_high) - max(low, other_low)
                if common > 0.5 * min(high - low, other_high - other_low):
                    parent[root(m)] = root(n)
    blocks: dict[int, list[Fill]] = {}
    for n, cell in enumerate(cells):
        blocks.setdefault(root(n), []).append(cell)
    return list(blocks.values())
