"""Tables without a line whose entries all stand at the foot of their rows, as spreadsheets print them.

    Ref    Measure                    2025/26   2026/27
           Visits to the museum and
    M1     the gallery                    371       352
    M2     Books lent                    4512      4600

A code and the values stand beside the last line of a text, so that what its other lines go on with is below them: else
they would be taken as the end of the row above.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from planparse.readers.pdf.page import Rule
from planparse.readers.pdf.unruled.regions import Region
from planparse.readers.pdf.words.lines import Line
from planparse.readers.pdf.words.runs import NEAR_GAP, Run, cut, is_code, is_value, is_year

_NAMES = 4
"""Names of columns in a header at least."""
_ROWS, _COMPLETE = 3, 2
"""Rows with a code, and of them those with an entry in each column, at least."""
_ENTRIES = 3
"""Texts of a row's last line at least."""
_OVER = 2
"""Lines that stand over the last ones of their rows, in the whole table, at least."""
_STEP = 1.5
"""Heights of a letter from one line of a text to the next."""
_APART = 1.25
"""Times the widest step between the lines of a row that is the step to it from the row above."""
_LEVEL = 1.5
"""Points by which texts that begin at one place may differ."""
_LARGE = 1.12
"""Times the size of the header; a heading is larger."""
_BLANK = 0.2
"""Heights of a letter between two words at least."""


def bottom_regions(lines: list[Line], rules: Sequence[Rule] = ()) -> list[Region]:
    """The regions of such tables, top to bottom; none of the ``rules`` is among their rows."""
    out: list[Region] = []
    end = float("-inf")
    for n, line in enumerate(lines):
        if not line.bold or len(line.words) < _NAMES or line.base <= end:
            continue
        names = cut(line, NEAR_GAP).runs
        if len(names) < _NAMES or any(is_value(name.text) and not is_year(name.text) for name in names):
            continue
        rows = _rows(lines, n, names)
        region = _region(lines, n, rows) if rows else None
        if region is not None and not any(line.base < r.at < region.lines[-1].base for r in rules):
            out.append(region)
            end = region.lines[-1].base
    return out


def _rows(lines: list[Line], n: int, names: list[Run]) -> list[list[Line]]:
    """The rows below a header, and the bands between them; none where something tells that entries do not stand at the
    foot of their rows, or nothing that they do."""
    left, size = names[0].x0, lines[n].size
    out: list[list[Line]] = []
    over: list[Line] = []
    codes: list[str] = []
    last = lines[n]
    for line in lines[n + 1 :]:
        runs = cut(line, NEAR_GAP).runs
        at_left = abs(line.x0 - left) < _LEVEL
        if at_left and not line.bold and is_code(runs[0].text) and len(runs) >= _ENTRIES:
            if over and not _ends_at_foot(last, over, line):
                return []
            out.append([*over, line])
            codes.append(runs[0].text)
        elif at_left and line.bold and len(runs) == 1 and not over and line.size < _LARGE * size:
            out.append([line])
        elif line.bold or line.size > _LARGE * size or line.x0 < names[1].x0 - _LEVEL:
            break
        else:
            over.append(line)
            continue
        over, last = [], line
    while out and out[-1][0].bold:
        out.pop()  # a heading below it, or a band over rows of the next page
    if not out or (over and over[0].base - last.base < _STEP * size):
        return []
    above = sum(len(row) - 1 for row in out)
    return out if len(codes) == len(set(codes)) >= _ROWS and above >= _OVER else []


def _ends_at_foot(last: Line, over: list[Line], foot: Line) -> bool:
    """Whether lines go on in the one below them, not with the one above: as near to each other as those of a text, and
    further from that; and one text, which ends in no figure, goes through all of them."""
    steps = [b.base - a.base for a, b in pairwise([*over, foot])]
    if max(steps) > _STEP * foot.size or over[0].base - last.base < _APART * max(steps):
        return False
    return any(_goes_through(run, [*over[1:], foot]) for run in cut(over[0], NEAR_GAP).runs)


def _goes_through(first: Run, below: list[Line]) -> bool:
    """Whether a text goes on in each line below, and each line of it is so full that the next word had no room."""
    text = [first]
    for line in below:
        run = next((run for run in cut(line, NEAR_GAP).runs if abs(run.x0 - first.x0) < _LEVEL), None)
        if run is None:
            return False
        text.append(run)
    end = max(run.x1 for run in text)
    return not is_value(text[-1].text) and all(
        above.x1 + _BLANK * run.words[0].style.size + run.words[0].x1 - run.words[0].x0 > end
        for above, run in pairwise(text)
    )


def _region(lines: list[Line], n: int, rows: list[list[Line]]) -> Region | None:
    """The header with what stands over its names, and the rows; None where too few rows have an entry under each name,
    or these leave no white between two columns."""
    names = cut(lines[n], NEAR_GAP).runs
    feet = [cut(row[-1], NEAR_GAP).runs for row in rows if not row[-1].bold]
    complete = [runs for runs in feet if len(runs) == len(names)]
    if len(complete) < _COMPLETE:
        return None
    borders: list[float] = []
    columns = list(zip(names, *complete, strict=True))
    for column, following in pairwise(columns):
        end, start = max(run.x1 for run in column), min(run.x0 for run in following)
        if end >= start:
            return None
        start = min([start, *(run.x0 for runs in feet for run in runs if end < run.x0 < start)])
        borders.append((end + start) / 2)
    header = [lines[n]]
    for line in reversed(lines[:n]):
        runs = cut(line, NEAR_GAP).runs
        caption = runs[0].x0 < borders[0] < runs[0].x1
        if not line.bold or caption or line.size > _LARGE * lines[n].size:
            break
        if header[0].base - line.base > _STEP * line.size:
            break
        header.insert(0, line)
    whole = [*header, *(line for row in rows for line in row)]
    left, right = min(line.x0 for line in whole) - 2, max(line.x1 for line in whole) + 2
    edges = [(above[-1].bottom + below[0].top) / 2 for above, below in pairwise([header, *rows])]
    box = (left, whole[0].top - 1, right, whole[-1].bottom + 1)
    spans = list(pairwise([*edges, box[3]]))
    told = "entries at the foot of their rows: "
    return Region(whole, box, edges, columns=borders, rows=spans, told=told)
