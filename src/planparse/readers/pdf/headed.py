"""Tables with one rule, under their header, that is drawn cell by cell: its pieces meet where two columns do.

What follows below is the table as long as it stands in these columns: rows, and bands of one text between them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from planparse.readers.pdf.chains import PAST, Pieced, lies_over, pieced_rules
from planparse.readers.pdf.lines import Line
from planparse.readers.pdf.page import Rule
from planparse.readers.pdf.regions import NEAR_GAP, Region
from planparse.readers.pdf.rules import join_rules
from planparse.readers.pdf.runs import cut

_COLUMNS = 3
"""Columns that such a table has at least."""
_STEP = 1.7
"""Heights of a letter from one line of a header to the next."""
_NEAR = 3.6
"""Heights of a letter between two rows, with the white over and under them."""
_LARGE = 1.3
"""Times the size of the rows; a band is no larger."""
_MOST = 500
"""Pieces of rules on a page; with more of them it is a drawing."""


def headed_regions(raw: list[Rule], lines: list[Line]) -> list[Region]:
    """The regions under such rules, top to bottom, with their columns; ``raw`` are the rules that no other table has."""
    if not _COLUMNS <= len(raw) <= _MOST:
        return []
    pieced = [p for p in pieced_rules(join_rules(list(raw)), raw) if len(p.ends) > _COLUMNS]
    out = []
    for n, rule in enumerate(pieced):
        inside = [x for x in lines if x.x0 > rule.ends[0] - 4 and x.x1 < rule.ends[-1] + 4]
        below = next((p.rule.at for p in pieced[n + 1 :] if not p.beside(rule)), float("inf"))
        region = _region(rule, inside, below)
        if region is not None:
            out.append(region)
    return out


def _region(rule: Pieced, lines: list[Line], end: float) -> Region | None:
    """The header on the rule and the rows under it; ``end`` is the place of the next such rule."""
    first = bisect_right([x.base for x in lines], rule.rule.at)
    header = _header(lines[:first], rule)
    rows = _rows(lines[first:], rule, end) if header else []
    if len(rows) < 2 or sum(len(_columns(x, rule)) > 1 for x in rows) < 2:
        return None
    box = (rule.ends[0], header[0].top - 2, rule.ends[-1], rows[-1].bottom + 2)
    return Region(header + rows, box, [rule.rule.at], columns=rule.ends[1:-1])


def _header(above: list[Line], rule: Pieced) -> list[Line]:
    out: list[Line] = []
    bottom, step = rule.rule.at, 1.2
    for line in reversed(above):
        if bottom - line.bottom > step * line.size or any(lies_over(line, x) for x in rule.ends[1:-1]):
            break
        out.insert(0, line)
        bottom, step = line.base, _STEP
    filled = {k for line in out for k in _columns(line, rule)}
    return out if len(filled) >= max(2, (len(rule.ends) - 1) / 2) else []


def _rows(below: list[Line], rule: Pieced, end: float) -> list[Line]:
    """The lines that go on in the columns, without headings and other single texts at the end."""
    out: list[Line] = []
    size = 0.0
    bottom = rule.rule.at
    for line in below:
        several = len(cut(line, NEAR_GAP).runs) > 1
        if line.base > end or line.top - bottom > _NEAR * line.size or (size and line.size > _LARGE * size):
            break
        if several and any(lies_over(line, x) for x in rule.ends[1:-1]):
            break
        if not several and not out:
            band = line.x0 < rule.ends[1] - PAST
            if not band:
                break
        if several:
            size = max(size, line.size)
        out.append(line)
        bottom = line.bottom
    while out and len(_columns(out[-1], rule)) < 2 and not _wraps(out, rule):
        out.pop()
    return out


def _wraps(rows: list[Line], rule: Pieced) -> bool:
    """Whether the last line goes on with the row above it: close to it and in a column of it."""
    if len(rows) < 2:
        return False
    line, above = rows[-1], rows[-2]
    inside = not any(lies_over(line, x) for x in rule.ends[1:-1])
    return inside and line.base - above.base < 1.5 * line.size and line.style.size == above.style.size


def _columns(line: Line, rule: Pieced) -> set[int]:
    return {bisect_left(rule.ends, (run.x0 + run.x1) / 2) for run in cut(line, NEAR_GAP).runs}
