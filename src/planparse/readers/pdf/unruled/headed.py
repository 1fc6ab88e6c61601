"""Tables in which rules part the columns but not the rows: they are drawn cell by cell, and meet where two columns do.

One stands under the header, as a rule, and one under the last row or none at all. What follows a header is the table
as long as it stands in these columns: rows, and bands of one text between them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from planparse.readers.pdf.page import Fill, Rule
from planparse.readers.pdf.ruled.chains import PAST, Chain, chains_of, lies_over
from planparse.readers.pdf.ruled.pieced import alike, pieced_rules
from planparse.readers.pdf.ruled.rules import join_rules
from planparse.readers.pdf.unruled.regions import Region
from planparse.readers.pdf.words.lines import Line
from planparse.readers.pdf.words.runs import NEAR_GAP, cut, is_foot

_COLUMNS = 3
"""Columns that such a table has at least."""
_STEP = 1.7
"""Heights of a letter from one line of a header to the next."""
_WRAP = 1.45
"""Heights of a letter from one line of a name to the next."""
_NEAR = 3.6
"""Heights of a letter between two rows, with the white over and under them."""
_OVER = 4
"""Lines of a text over the other entries of its row, which stand in its middle, at most."""
_LARGE = 1.3
"""Times the size of the rows; a band is no larger."""
_TITLE = 1.12
"""Times the size of the header's lowest line; a line over it that is larger is a heading."""
_SAME = 4.0
"""Points by which the border of a column may differ from page to page."""
_HEADS = 2
"""Lines of running heads over the first row of a page, and of feet below its last one."""
_WIDE = 0.9
"""Share of the table's width; a shorter rule stands under a title over some columns."""
_MOST = 500
"""Pieces of rules on a page; with more of them it is a drawing."""


def headed_regions(
    raw: list[Rule], lines: list[Line], fills: list[Fill], before: Sequence[float] | None = None
) -> list[Region]:
    """The regions of such rules, top to bottom, with their columns; ``raw`` are the rules that no other table has,
    ``before`` the column borders of the table that ended the page before, whose header may not be repeated."""
    if not _COLUMNS <= len(raw) <= _MOST:
        return []
    pieced = pieced_rules(join_rules(list(raw)), raw)
    if all(p.whole for p in pieced):
        return []
    chains: list[Chain] = []
    for rules in alike(pieced):
        if not all(r.whole for r in rules):
            left, right = min(r.rule.start for r in rules) - 4, max(r.rule.end for r in rules) + 4
            chains += chains_of(rules, [x for x in lines if left < x.x0 and x.x1 < right], [], fills)
    chains.sort(key=lambda c: c.rules[0].rule.at)
    out: list[Region] = []
    for n, chain in enumerate(chains):
        last = chain.rules[-1].rule.at
        end = min([_begin(c) for c in chains[n + 1 :] if c.rules[0].rule.at > last], default=float("inf"))
        region = _region(chain, end, before)
        if region is not None:
            out.append(region)
    return out


def _begin(chain: Chain) -> float:
    """Where a table begins: at its first rule, or at the header that stands on it, one name over each column."""
    borders = chain.borders()
    header = _header(chain, borders)
    named = len({col for line in header for col in _columns(line, borders)}) > len(borders)
    return header[0].top if named else chain.rules[0].rule.at


def _region(chain: Chain, end: float, before: Sequence[float] | None) -> Region | None:
    """The header over the first rules and the rows under them; ``end`` is where the next table begins."""
    x0, x1 = min(r.rule.start for r in chain.rules), max(r.rule.end for r in chain.rules)
    borders = chain.borders()
    inside = [line for band in chain.bands for line in band]
    if len(borders) < _COLUMNS - 1 or any(_breaks(line, borders) for line in inside):
        return None
    header = _header(chain, borders)
    wide = [r.rule.at for r in chain.rules if r.rule.end - r.rule.start > _WIDE * (x1 - x0)]
    several = [line for line in inside if len(_columns(line, borders)) > 1]
    under = _rows(chain.below, chain.rules[-1].rule.at, borders, end)
    if len(several) > 1 and wide and under and len(_columns(under[0], borders)) < 2:
        under = []  # a heading below the table
    rows = inside + under
    top = wide[0] if wide else chain.rules[0].rule.at
    filled = {k for line in [*header, *inside] if line.base < top for k in _columns(line, borders)}
    named = len(filled) > len(borders) and all(line.bold for line in header)
    at_top = not header and len(chain.above) <= _HEADS
    goes_on = at_top and before is not None and all(any(abs(x - b) <= _SAME for b in before) for x in borders)
    least = 1 if named else 2
    if named and not rows and len(chain.below) <= _HEADS and end == float("inf"):
        return Region(header, (x0, header[0].top - 2, x1, top + 2), [], columns=borders, header_alone=True)
    if (len(filled) < 2 and not goes_on) or sum(len(_columns(x, borders)) > 1 for x in rows) < least:
        return None
    partly = [r.rule for r in chain.rules if r.rule.at not in wide]
    bottom = rows[-1].bottom + 2 if under else max([chain.rules[-1].rule.at, rows[-1].bottom + 1])
    years = [r.at for r in partly if not wide or r.at < wide[0]]
    later = [r.at for r in partly if wide and r.at > wide[0]]
    level = [at for at in sorted([*years[-1:], *wide, *later]) if at < rows[-1].base]
    lines = header + rows
    return Region(lines, (x0, lines[0].top - 2, x1, bottom), level, columns=borders, titles=partly)


def _breaks(line: Line, borders: list[float]) -> bool:
    """Whether one of several texts of a line lies over a border."""
    return len(cut(line, NEAR_GAP).runs) > 1 and any(lies_over(line, x) for x in borders)


def _header(chain: Chain, borders: list[float]) -> list[Line]:
    """The lines that stand on the first rule, close to it and to each other."""
    rule = chain.rules[0].rule
    out: list[Line] = []
    bottom, step = rule.at, 1.2
    for line in reversed([x for x in chain.above if x.base < rule.at]):
        over = [r for r in cut(line, NEAR_GAP).runs if any(r.x0 + PAST < x < r.x1 - PAST for x in borders)]
        titles = all(r.x0 > borders[0] - PAST for r in over)
        on_rule = bool(out) or all(rule.start - 4 < r.x0 and r.x1 < rule.end + 4 for r in over)
        if bottom - line.bottom > step * line.size or not (titles and on_rule):
            break  # only titles over some of the columns may lie over their borders
        if out and (line.size > _TITLE * out[0].size or _is_heading(line, out[0], borders)):
            break
        out.insert(0, line)
        bottom, step = line.base, _STEP
    return out


def _is_heading(line: Line, below: Line, borders: list[float]) -> bool:
    """Whether a line over a header is no part of it: one text over the first column, well over its name."""
    return below.base - line.base > _WRAP * line.size and _columns(line, borders) == {0} <= _columns(below, borders)


def _rows(below: list[Line], rule: float, borders: list[float], end: float) -> list[Line]:
    """The lines that go on in the columns, without headings and other single texts at the end."""
    out: list[Line] = []
    size = 0.0
    bottom = rule
    for n, line in enumerate(below):
        several = len(cut(line, NEAR_GAP).runs) > 1
        if line.base > end or line.top - bottom > _NEAR * line.size or (size and line.size > _LARGE * size):
            break
        if is_foot(line, size) and n == len(below) - 1:
            break
        begins = several or out or line.x0 < borders[0] - PAST or _begins_row(below[n : n + 2 * _OVER], borders)
        if _breaks(line, borders) or not begins:
            break
        if several:
            size = max(size, line.size)
        out.append(line)
        bottom = line.bottom
    while out and len(_columns(out[-1], borders)) < 2 and not _wraps(out, borders):
        out.pop()
    return out


def _begins_row(lines: list[Line], borders: list[float]) -> bool:
    """Whether the first of these lines, in one column, begins a row whose other entries stand at its foot, one line
    below, or in its middle, with as many lines of the text below them as over them."""
    near = [b.base - a.base < 1.5 * a.size for a, b in pairwise(lines)]
    lone = [len(cut(line, NEAR_GAP).runs) == 1 for line in lines]
    over = lone.index(False) if False in lone else len(lines)
    if over == len(lines) or not all(near[:over]) or any(lies_over(x, at) for x in lines[:over] for at in borders):
        return False
    return over == 1 or (all(lone[over + 1 : 2 * over + 1]) and all(near[over : 2 * over]) and len(lone) > 2 * over)


def _wraps(rows: list[Line], borders: list[float]) -> bool:
    """Whether the last line goes on with a row above it, maybe over other lines of its: close to each other and each in
    one column."""
    for line, above in pairwise(reversed(rows)):
        if any(lies_over(line, x) for x in borders) or line.base - above.base >= 1.5 * line.size:
            return False
        if line.style.size != above.style.size:
            return False
        if len(_columns(above, borders)) > 1:
            return True
    return False


def _columns(line: Line, borders: list[float]) -> set[int]:
    return {bisect_left(borders, (run.x0 + run.x1) / 2) for run in cut(line, NEAR_GAP).runs}
