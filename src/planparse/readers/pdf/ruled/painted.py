"""Cells that shading shows: rows painted cell by cell, every other one white.

Browsers and their kin paint each cell of its own: the areas of a row touch where two columns meet, and the row ends
where they do. The white rows between two painted ones are known by them.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections import Counter

from planparse.readers.pdf.page import WHITE, Fill, Rule
from planparse.readers.pdf.ruled.chains import Chain, lies_over
from planparse.readers.pdf.ruled.pieced import PIECE, SAME, Pieced
from planparse.readers.pdf.ruled.rules import JOIN, REACH, SHORT, SNAP, Frame, join_rules
from planparse.readers.pdf.words.lines import Line, words_text
from planparse.readers.pdf.words.runs import NEAR_GAP, Run, cut, is_date, is_number_label, is_value, is_year

_MOST = 500
"""Rules or tables on a page; with more of them, or many times as many areas, it is a drawing."""
_APART = 1.6
"""Heights of a letter from one line of a header to the next from which on they are two rows."""
_HALF = 0.8
"""Heights of a letter between two lines of one text at least."""
_CELLS = 4
"""Cells of a painted row that stands alone below names."""
_UNDER = 12.0
"""Heights of a letter from the names of its columns down to it at most."""
_BESIDE = 1.5
"""Points by which an entry may begin, or end, beside the name of its column."""
_HIGH = 0.4
"""Share of the page's height; a larger area is a panel."""


def painted_cells(fills: list[Fill], rules: list[Rule], frames: list[Frame], height: float) -> list[Fill]:
    """The areas that may be cells: no rule is drawn in or at them, and some touch side by side.

    A rule may be drawn at one edge of an area that looks like several others without any: the first stripe stands under
    the header, the last one over the end.
    """
    cells = [
        f for f in fills if f.colour != WHITE and f.x1 - f.x0 > PIECE and SHORT < f.bottom - f.top < _HIGH * height
    ]
    starts = {(round(f.top), round(f.x0)) for f in cells}
    if not any((round(f.top), round(f.x1)) in starts for f in cells):
        return []
    drawn = sorted(rules)
    at = [r.at for r in drawn]
    boxes = [
        (min(v.at for v in f.verticals), min(v.start for v in f.verticals), max(v.at for v in f.verticals),
         max(v.end for v in f.verticals))
        for f in frames
        if f.verticals and f.horizontals
    ]  # fmt: skip
    if len(cells) * max(1, len(rules)) > 4_000 * _MOST or len(cells) > 20 * _MOST or len(boxes) > _MOST:
        return []
    found = [(f, _ruled(f, drawn, at)) for f in cells if not _within(f, boxes)]
    bare = Counter(_look(f) for f, ruled in found if ruled == 0)
    return [f for f, ruled in found if ruled == 0 or (ruled == 1 and bare[_look(f)] > 0)]


def _look(fill: Fill) -> tuple[int, int, str]:
    return round(fill.x0), round(fill.x1), fill.colour


def _ruled(fill: Fill, drawn: list[Rule], at: list[float]) -> int:
    """How many of the upper and lower edges have a rule; more than both where one is drawn within the area."""
    edges: set[bool] = set()
    for k in range(bisect_left(at, fill.top - REACH), len(drawn)):
        if at[k] > fill.bottom + REACH:
            break
        if min(drawn[k].end, fill.x1) - max(drawn[k].start, fill.x0) > 0.5 * (fill.x1 - fill.x0):
            if fill.top + REACH < at[k] < fill.bottom - REACH:
                return 3
            edges.add(at[k] > fill.top + REACH)
    return len(edges)


def _within(fill: Fill, boxes: list[tuple[float, float, float, float]]) -> bool:
    x, y = (fill.x0 + fill.x1) / 2, (fill.top + fill.bottom) / 2
    return any(a - JOIN <= x <= c + JOIN and b - JOIN <= y <= d + JOIN for a, b, c, d in boxes)


def edge_rules(cells: list[Fill]) -> list[Pieced]:
    """The upper and lower edges of the cells as rules, with all places where cells begin or end on them."""
    raw = sorted(Rule(y, f.x0, f.x1) for f in cells for y in (f.top, f.bottom))
    at = [r.at for r in raw]
    out: list[Pieced] = []
    rules = join_rules(list(raw))
    for rule in rules if len(rules) <= _MOST else []:
        near = raw[bisect_left(at, rule.at - SNAP) : bisect_right(at, rule.at + SNAP)]
        own = [r for r in near if rule.start - 1 <= r.start and r.end <= rule.end + 1]
        ends: list[float] = []
        for x in sorted(x for r in own for x in (r.start, r.end)):
            if not ends or x - ends[-1] > SAME:
                ends.append(x)
        out.append(Pieced(rule, ends, drawn=False))
    return out


def put_cells(chain: Chain, cells: list[Fill]) -> None:
    """Writes down which cells are painted in each band of the chain."""
    at = [r.rule.at for r in chain.rules]
    left, right = min(r.rule.start for r in chain.rules), max(r.rule.end for r in chain.rules)
    chain.painted = [[] for _ in chain.bands]
    for cell in cells:
        if left - SAME <= cell.x0 and cell.x1 <= right + SAME:
            low, high = bisect_left(at, cell.top - SAME), bisect_right(at, cell.bottom + SAME) - 1
            for own in chain.painted[low : max(low, high)]:
                own.append(cell)


def every_other(chain: Chain) -> bool:
    """Whether each white row of the chain stands beside a row painted cell by cell, so that it is one row.

    After a painted header alone any number of rows may follow.
    """
    several = [_several(own) for own in chain.painted]
    if sum(several) < 2 or any(_striped(band, own) for band, own in zip(chain.bands, chain.painted, strict=True)):
        return False
    step = max([_step(band) for band, own in zip(chain.bands, several, strict=True) if own])
    for k, (band, own) in enumerate(zip(chain.bands, several, strict=True)):
        if own or not band:
            continue
        followed = k + 1 < len(several) and several[k + 1]
        ends = k + 1 == len(several) and k > 1 and several[k - 1]
        if not (followed or ends) or _step(band) > 1.3 * max(step, 1.3 * band[0].size):
            return False
    return True


def is_named(chain: Chain, borders: list[float]) -> bool:
    """Whether the only painted row stands below the bold names of its columns: of four cells or more below those of
    most, else below one for each, with the entry right under it."""
    own = [(band, cells) for band, cells in zip(chain.bands, chain.painted, strict=True) if _several(cells)]
    if len(own) != 1 or _striped(*own[0]) or len(own[0][1]) != len(borders) + 1:
        return False
    names = next((line for line in reversed(chain.above) if line.bold), None)
    if names is None or chain.rules[0].rule.at - names.base > _UNDER * names.size:
        return False
    if len(borders) + 1 < _CELLS:
        return _stand_under(names, *own[0])
    cols = [bisect_left(borders, run.x0 + 1) for run in cut(names, NEAR_GAP).runs]
    apart = len(set(cols)) == len(cols) and not any(lies_over(names, x) for x in borders)
    return apart and 2 * len(cols) > len(borders) + 1


def _stand_under(names: Line, band: list[Line], own: list[Fill]) -> bool:
    """Whether each cell of a painted row, all of one colour, has a name over it and an entry that begins, ends or has
    its middle under it. A figure is one of its row where the name gives its year; else it may be a fact of its own."""
    heads = cut(names, NEAR_GAP).runs
    if len(heads) != len(own) or len({cell.colour for cell in own}) > 1:
        return False
    words = [word for line in band for word in line.words]
    for head, cell in zip(heads, sorted(own), strict=True):
        entry = [word for word in words if cell.x0 - SAME <= word.x0 and word.x1 <= cell.x1 + SAME]
        if not entry:
            return False
        x0, x1 = min(word.x0 for word in entry), max(word.x1 for word in entry)
        if min(abs(head.x0 - x0), abs(head.x1 - x1), abs(head.x0 + head.x1 - x0 - x1) / 2) > _BESIDE:
            return False
        dated = any(is_year(word.text) for word in head.words)
        if not dated and (_is_figure(head.text) or _is_figure(words_text(entry))):
            return False
    return True


def _is_figure(text: str) -> bool:
    return is_value(text) and not is_date(text)


def _striped(band: list[Line], own: list[Fill]) -> bool:
    """Whether one area is painted under several entries: then the rows are painted, not their cells."""
    runs = [run for line in band for run in cut(line, NEAR_GAP).runs if not is_number_label(run.text)]
    return any(_apart([run for run in runs if cell.x0 <= run.x0 and run.x1 <= cell.x1]) for cell in own)


def _apart(runs: list[Run]) -> bool:
    """Whether some of these stand beside each other."""
    sides = sorted((run.x0, run.x1) for run in runs)
    return any(a[1] < b[0] for a, b in itertools.pairwise(sides))


def one_row(lines: list[Line], chain: Chain) -> bool:
    """Whether the lines under the last painted row are one row: no more come before the next one to be painted, or all
    stand half a line apart, as entries in the middle of their cells do."""
    white = any(band and not _several(own) for band, own in zip(chain.bands, chain.painted, strict=True))
    halves = len(lines) > 1 and all(b.base - a.base < _HALF * b.size for a, b in itertools.pairwise(lines))
    return white or halves or sum(len(cut(line, NEAR_GAP).runs) > 1 for line in lines) < 2


def _several(own: list[Fill]) -> bool:
    """Whether the row is painted cell by cell: in several areas, none of which lies over another."""
    sides = sorted({(round(cell.x0), round(cell.x1)) for cell in own})
    return len(sides) > 1 and all(a[1] <= b[0] + SAME for a, b in itertools.pairwise(sides))


def parted_by(own: list[Fill], borders: list[float]) -> list[float] | None:
    """The borders at which the cells of a painted row begin or end; None for a row that is not painted in cells."""
    if not _several(own):
        return None
    ends = [x for cell in own for x in (cell.x0, cell.x1)]
    return [x for x in borders if any(abs(x - e) <= SAME for e in ends)]


def not_painted(own: list[Fill], borders: list[float]) -> list[float]:
    """The borders that stand on white paper beside the painted cells of a row: these may go down over more rows, and
    what is between them is as white as a row that is not painted."""
    return [x for x in borders if not any(cell.x0 - SAME <= x <= cell.x1 + SAME for cell in own)]


def _step(band: list[Line]) -> float:
    """The widest step between two lines."""
    return max([b.base - a.base for a, b in itertools.pairwise(band)], default=0.0)


def _has_years_only(line: Line) -> bool:
    return all(is_year(run.text) for run in cut(line, NEAR_GAP).runs)


def with_header(
    upper: list[Line], above: list[Line], borders: list[float], pitch: float
) -> tuple[list[list[Line]], list[Line]]:
    """The rows of the header that stands over a row, and the row: all of the header is bold and nothing of the row is.

    Or the row is one of years or stands apart, and the header that of the titles over it. ``pitch`` is the distance of
    two rows.
    """
    n = next((k for k, line in enumerate(upper) if not line.bold), len(upper))
    if n == len(upper):
        apart = n > 1 and upper[-1].base - upper[-2].base > _APART * upper[-1].size
        if apart or _has_years_only(upper[-1]):
            n -= 1
        elif len(cut(upper[0], NEAR_GAP).runs) > 1:
            n = 0  # the last line of a header
        else:
            return [], upper
    if n:
        return _in_rows(upper[:n]), upper[n:]
    head: list[Line] = []
    below = upper[0]
    for line in reversed([x for x in above if x.base < upper[0].base]):
        smaller = 0.12 if head else 0.35  # than the row's, the letters of a header may be
        alike = line.bold and -smaller * below.size <= line.size - below.size <= 0.12 * below.size
        most = 2.2 * below.size
        if len(cut(line, NEAR_GAP).runs) > 1 + (not head or line.x0 < borders[0]):
            most = max(most, pitch + 1)  # names, or titles over these
        if not alike or below.base - line.base > most:
            break
        head.insert(0, line)
        below = line
    several = any(len({bisect_left(borders, r.x0 + 1) for r in cut(line, NEAR_GAP).runs}) > 1 for line in head)
    return (_in_rows(head), upper) if several else ([], upper)


def _in_rows(head: list[Line]) -> list[list[Line]]:
    """The lines of a header in its rows."""
    rows = [[head[0]]]
    for above, line in itertools.pairwise(head):
        if line.base - above.base > _APART * line.size:
            rows.append([])
        rows[-1].append(line)
    return rows
