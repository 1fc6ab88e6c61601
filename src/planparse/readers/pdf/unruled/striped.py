"""Tables of two columns, with no line but every other row painted, cell by cell, below a bold header.

Two columns of texts may be much else: here the painted cells show where the columns end, and the header what they are.
"""

from __future__ import annotations

from bisect import bisect_left

from planparse.readers.pdf.page import Fill
from planparse.readers.pdf.unruled.column_cuts import cut_at, starts_at
from planparse.readers.pdf.unruled.painted_heads import borders_of, painted_rows
from planparse.readers.pdf.unruled.regions import Region
from planparse.readers.pdf.words.lines import Line
from planparse.readers.pdf.words.runs import NEAR_GAP, Run, is_foot, is_value

_COLUMNS = 2
_MOST = 100
"""Stripes of a page that are looked at."""
_LEAST = 3
"""Texts in the second column, its name among them."""
_GAP = 4.0
"""Points by which a line may run over the end of a row."""
_NEAR = 3.2
"""Heights of a letter between two rows, with the white over and under them."""
_LARGE = 1.3
"""Times the size of a row, or of the header where that is larger; what is larger is a heading."""


def striped_regions(fills: list[Fill], lines: list[Line]) -> list[Region]:
    """The regions of such tables, top to bottom; their lines are cut into runs at the columns."""
    out: list[Region] = []
    end = 0.0
    stripes = [row for row in painted_rows(fills, _COLUMNS) if len(row) == _COLUMNS and row[0].colour == row[1].colour]
    for row in stripes[:_MOST]:
        if row[0].top < end:
            continue
        region = _region(row, lines, end, stripes)
        if region is not None:
            out.append(region)
            end = region.lines[-1].base
    return out


def _region(row: list[Fill], lines: list[Line], begin: float, stripes: list[list[Fill]]) -> Region | None:
    """The table that has this row, below ``begin``; None without a header over it or with one column in each row."""
    borders, left, right = borders_of(row), row[0].x0, row[1].x1
    first = bisect_left(lines, row[0].top, key=lambda line: line.base)
    own = [line for line in lines if left - 1 <= line.x0 and line.x1 <= right + _GAP]
    starts = starts_at(own, borders)

    def runs_of(line: Line, near: Line | None) -> list[Run]:
        if near is not None and abs(line.base - near.base) > _NEAR * max(line.size, near.size):
            return []
        inside = left - 1 <= line.x0 and line.x1 <= right + _GAP
        return cut_at(line, borders, starts) if inside else []

    above: list[tuple[Line, list[Run]]] = []
    for line in reversed(lines[:first]):
        runs = runs_of(line, above[-1][0] if above else None) if line.base > begin else []
        above.append((line, runs))
        if not runs or line.bold:
            break
    if not above or not _is_header(*above[-1]):
        return None
    size = max([above[-1][0].size, *(line.size for line in own if row[0].top < line.base < row[0].bottom)])
    below: list[tuple[Line, list[Run]]] = []
    for line in lines[first:]:
        runs = runs_of(line, (below or above[:1])[-1][0])
        if not runs or line.bold or line.size > _LARGE * size or is_foot(line, size):
            break
        below.append((line, runs))
    cuts = [*reversed(above), *below]
    beside = [line for line, runs in cuts if runs[-1].x0 > borders[0] - 1]
    if not below or len(beside) < _LEAST:
        return None
    for line, runs in cuts:
        line.cuts[NEAR_GAP] = runs
    box = (left, cuts[0][0].top - 1, right, cuts[-1][0].bottom + 1)
    same = [s for s in stripes if box[1] < s[0].top < box[3] and abs(s[0].x1 - row[0].x1) < 1]
    rows = [(s[0].top, s[0].bottom) for s in same]
    box = (*box[:3], max(box[3], rows[-1][1]))
    level = sorted({y for span in rows for y in span if box[1] + _GAP < y < box[3] - _GAP})
    head = (cuts[0][0].bottom + cuts[1][0].top) / 2
    if not level or level[0] - head > _GAP:
        level.insert(0, head)
    return Region([line for line, _ in cuts], box, level, columns=borders, rows=rows)


def _is_header(line: Line, runs: list[Run]) -> bool:
    return line.bold and len(runs) == _COLUMNS and not any(is_value(run.text) for run in runs)
