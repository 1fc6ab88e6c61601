"""Tables of which only the header is painted, cell by cell: its cells are the columns of what stands under them.

So style sheets print a table without borders. Entries may nearly touch over a column border there; what tells them
apart is that they begin where others of their column do.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from planparse.model.provenance import BBox
from planparse.readers.pdf.page import WHITE, Fill, Rule
from planparse.readers.pdf.paragraphs.footnotes import is_footnote
from planparse.readers.pdf.unruled.column_cuts import add_start, column_at, cut_at, cut_beside_note, starts_at
from planparse.readers.pdf.unruled.known import Headers
from planparse.readers.pdf.unruled.regions import Region
from planparse.readers.pdf.words.lines import Line
from planparse.readers.pdf.words.runs import NEAR_GAP, Run, Span, cut, is_foot, is_value, is_year

_COLUMNS = 3
"""Columns that such a table has at least."""
_ROWS = 2
"""Rows of a table whose header may be none."""
_GAP = 4.0
"""Points between two painted cells."""
_NEAR = 3.6
"""Heights of a letter between two rows, with the white over and under them."""
_STEP = 1.5
"""The same between two lines of one text."""
_FAR = float("inf")
_SAME = 0.5
"""Points by which such steps may differ."""
_LARGE = 1.3
"""Times the size of the header; what is larger is a heading."""


def painted_regions(
    fills: list[Fill], lines: list[Line], rules: Sequence[Rule] = (), headers: Headers | None = None
) -> list[Region]:
    """The regions under such headers, top to bottom; their lines are cut into runs at the columns. ``rules`` part the
    rows that they go over from end to end. ``headers`` are those met so far, where a table may go on with one of them
    that comes again: nothing but the rest of a torn row may stand below it."""
    found = [(row, own) for row in painted_rows(fills) if (own := _names(row, lines))]
    heads = [(row, own) for row, own in found if _is_header(row, own, found)]
    texts = Counter(_text(header) for _, header in heads)
    out: list[Region] = []
    for n, (row, header) in enumerate(heads):
        end = min([_end(row, fills), *(other[0].top for other, _ in heads[n + 1 :] if _is_over(row, other))])
        own = [line for line in lines if header[-1].base < line.base < end]
        sure = texts[_text(header)] > 1 or all(line.bold for line in header)
        known = headers is not None and headers.know(header[0])
        region = _region(row, header, own, fills, rules, 0 if known else 1 if sure else _ROWS)
        if region is not None:
            out.append(region)
    return out


def painted_rows(fills: list[Fill], least: int = _COLUMNS) -> list[list[Fill]]:
    """The rows of ``least`` painted cells or more that stand side by side, top to bottom."""
    rows: dict[tuple[int, int], list[Fill]] = {}
    for fill in fills:
        if fill.colour != WHITE:
            rows.setdefault((round(fill.top), round(fill.bottom)), []).append(fill)
    out: list[list[Fill]] = []
    for _, row in sorted(rows.items()):
        row.sort()
        if len(row) >= least and all(-1 <= b.x0 - a.x1 <= _GAP for a, b in pairwise(row)):
            out.append(row)
    return out


def _is_over(row: list[Fill], other: list[Fill]) -> bool:
    return other[0].top > row[0].top and other[0].x0 < row[-1].x1 and row[0].x0 < other[-1].x1


def _end(row: list[Fill], fills: list[Fill]) -> float:
    """Where the first cell below is that is painted like the header but does not keep to its columns: that of another
    header."""
    left, right = {round(cell.x0) for cell in row}, {round(cell.x1) for cell in row}
    starts = {x + step for x in left for step in (-1, 0, 1)}
    ends = {x + step for x in right for step in (-1, 0, 1)}
    others = [
        fill.top
        for fill in fills
        if fill.colour == row[0].colour
        and fill.top > row[0].bottom
        and fill.x0 < row[-1].x1
        and row[0].x0 < fill.x1
        and not (round(fill.x0) in starts and round(fill.x1) in ends)
        and not (fill.x0 <= row[0].x0 and row[-1].x1 <= fill.x1)  # a band over all columns
    ]
    return min(others, default=float("inf"))


def _names(row: list[Fill], lines: list[Line]) -> list[Line]:
    """The lines in these cells, a text in each; none where one lies over two of them."""
    top, bottom, left, right = row[0].top, row[0].bottom, row[0].x0, row[-1].x1
    own = [x for x in lines if top < x.base < bottom and left - 1 <= x.x0 and x.x1 <= right + _GAP]
    borders = borders_of(row)
    named: set[int] = set()
    for line in own:
        for word in line.words:
            if column_at(word, borders) < 0:
                return []
            named.add(column_at(word, borders))
    return own if len(named) == len(row) else []


def _is_header(row: list[Fill], own: list[Line], found: list[tuple[list[Fill], list[Line]]]) -> bool:
    """Whether the texts are bold and no values, or no other ones stand in cells painted at the same places: a stripe
    would be painted like many others."""
    borders = borders_of(row)
    names: dict[int, list[str]] = {}
    for word in (word for line in own for word in line.words):
        names.setdefault(column_at(word, borders), []).append(word.text)
    if any(is_value(text) and not is_year(text) for text in map(" ".join, names.values())):
        return False
    if all(line.bold for line in own):
        return True
    sides = [(round(fill.x0), round(fill.x1)) for fill in row]
    text = _text(own)
    return all(
        _text(lines) == text for fills, lines in found if [(round(fill.x0), round(fill.x1)) for fill in fills] == sides
    )


def borders_of(row: list[Fill]) -> list[float]:
    """The inner column borders, in the middle of the gaps."""
    return [(a.x1 + b.x0) / 2 for a, b in pairwise(row)]


def _text(lines: list[Line]) -> str:
    return "\n".join([line.text for line in lines])


def _region(
    row: list[Fill], header: list[Line], below: list[Line], fills: list[Fill], rules: Sequence[Rule], least: int
) -> Region | None:
    """The header and the rows under it: ``least`` rows with several texts, or one row with a text in each column; where
    none need have several, the rest of one."""
    borders = borders_of(row)
    left, right = row[0].x0, row[-1].x1
    starts = starts_at([*header, *below], borders)
    for line in header:
        for col, x in {column_at(word, borders): word.x0 for word in reversed(line.words)}.items():
            add_start(starts, col, x)
    bases = [line.base for line in below]
    for cell in _painted_cells(row, fills):  # its colour parts an entry from the one before, however near
        for line in below[bisect_right(bases, cell.top) : bisect_right(bases, cell.bottom)]:
            first = next((w.x0 for w in line.words if cell.x0 - 1 < w.x0 < cell.x1), None)
            if first is not None:
                add_start(starts, bisect_right(borders, first), first)
    cuts: list[tuple[Line, list[Run]]] = []
    drawn = [r.at for r in rules if r.start < left + _GAP and r.end > right - _GAP and row[0].bottom < r.at]
    bottom = row[0].bottom
    several = 0
    for line in below:
        if line.top - bottom > _NEAR * line.size or line.size > _LARGE * header[0].size or is_footnote(line):
            break
        if cuts and is_foot(line, cuts[-1][0].size):
            break
        runs: list[Run] = []
        if left - 1 <= line.x0 and line.x1 <= right + _GAP:
            runs = cut_at(line, borders, starts)
            if not runs:
                near = bool(cuts) and (
                    line.base - cuts[-1][0].base < _STEP * line.size
                    or (bool(drawn) and _are_in_one(cuts[-1][0], line, _drawn_rows(row, cuts, drawn)))
                )
                runs = cut_beside_note(line, borders, starts, cuts[-1][1] if near else [])
        if not runs and not several and _is_note(line, header):
            runs = [Run(list(line.words))]
        if not runs:
            break
        several += len(runs) > 1
        cuts.append((line, runs))
        bottom = max(bottom, line.bottom)
    rest = _rest(cuts) if not least and not several else []
    if cuts and not rest and len(cuts[-1][1]) < 2:
        whole = _painted_rows(row, fills, (left, row[0].top, right, _FAR)) + _drawn_rows(row, cuts, drawn)
        step = _step_within([line for line, _ in cuts], whole)
        while cuts and len(cuts[-1][1]) < 2 and not _wraps(cuts, step):
            cuts.pop()
    filled = {column_at(run.words[0], borders) for _, runs in cuts for run in runs}
    if rest:
        cuts = rest
    elif several < max(least, 1) or (least and several < _ROWS and len(filled) < len(row)):
        return None
    for line in header:
        cuts.append((line, cut_at(line, borders, starts, parted=True)))
    for line, runs in cuts:
        line.cuts[NEAR_GAP] = runs
    lines = sorted([line for line, _ in cuts], key=lambda x: x.base)
    box = (left, row[0].top, right, lines[-1].bottom + 1)
    rows = _painted_rows(row, fills, box)
    level = [row[0].bottom]
    for y in sorted([*(y for span in rows for y in span), *drawn]):
        if y - level[-1] > _GAP and y < box[3] - _GAP:
            level.append(y)
    return Region(lines, box, level, columns=borders, rows=rows, rest_alone=bool(rest))


def _is_note(line: Line, header: list[Line]) -> bool:
    """Whether a line that goes over the columns, right under the header, is a note of the page before: one plain text
    that begins where the first column does."""
    level = abs(line.x0 - min(own.x0 for own in header)) < 1
    return level and not line.bold and len(cut(line, NEAR_GAP).runs) == 1


def _rest(cuts: list[tuple[Line, list[Run]]]) -> list[tuple[Line, list[Run]]]:
    """The first lines, where they are close to each other and hold but a text in one column: what a page's end left of
    a row."""
    out = cuts[:1]
    for (above, _), (line, runs) in pairwise(cuts):
        if line.base - above.base > _STEP * line.size or abs(line.x0 - above.x0) > 1 or len(runs) > 1:
            break
        out.append((line, runs))
    return out if out and len(cuts[0][1]) == 1 else []


def _wraps(cuts: list[tuple[Line, list[Run]]], step: float) -> bool:
    """Whether the last line goes on with a row: close to lines of its, the first of which has several texts. ``step``
    is how far lines of one text stand apart in this table, where that is known."""
    for (line, _), (above, runs) in pairwise(reversed(cuts)):
        if line.base - above.base > max(_STEP * line.size, step) or line.bold:
            return False
        if len(runs) > 1:
            return True
    return False


def _drawn_rows(row: list[Fill], cuts: list[tuple[Line, list[Run]]], drawn: list[float]) -> list[Span]:
    """Top and bottom of what stands between two rules that follow each other, where this is one row: a line in it has a
    text in most columns, and no other one."""
    full = [line.base for line, runs in cuts if 2 * len(runs) > len(row)]
    return [
        (top, bottom)
        for top, bottom in pairwise(sorted([row[0].bottom, *drawn]))
        if sum(top < base < bottom for base in full) == 1
    ]


def _are_in_one(above: Line, below: Line, rows: list[Span]) -> bool:
    """Whether two lines stand in one of these rows."""
    return any(top < above.base and below.base < bottom for top, bottom in rows)


def _step_within(lines: list[Line], rows: list[Span]) -> float:
    """The widest step between two lines in one of these rows; 0 where none has two."""
    spans = sorted(set(rows))
    pairs = [below.base - above.base for above, below in pairwise(lines) if _are_in_one(above, below, spans)]
    return max(pairs, default=0.0) + (_SAME if pairs else 0.0)


def _painted_rows(row: list[Fill], fills: list[Fill], box: BBox) -> list[Span]:
    """Top and bottom of the rows that have such a painted cell."""
    return [(fill.top, fill.bottom) for fill in _painted_cells(row, fills) if fill.top < box[3]]


def _painted_cells(row: list[Fill], fills: list[Fill]) -> list[Fill]:
    """The painted cells below the header that are as wide as the one of it over them."""
    return [
        fill
        for fill in fills
        if fill.colour != WHITE
        and row[0].bottom - 1 < fill.top
        and any(abs(fill.x0 - cell.x0) < 1 and abs(fill.x1 - cell.x1) < 1 for cell in row)
    ]
