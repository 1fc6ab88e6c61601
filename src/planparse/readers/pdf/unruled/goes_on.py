"""What goes on at the top of a page with the table of the page before, made a table or a part of one."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from planparse.readers.pdf.page import Page, Rule
from planparse.readers.pdf.paragraphs.reading_order import Group
from planparse.readers.pdf.ruled.lattice import Slab
from planparse.readers.pdf.ruled.tables import LABELLED, Borders, Table, TableCell
from planparse.readers.pdf.unruled.aligned import aligned_table
from planparse.readers.pdf.unruled.carried import (
    APART,
    NEXT,
    carried_lines,
    clear_of,
    is_rest_of_row,
    is_tail,
    is_wide_tail,
    stands_over_header,
)
from planparse.readers.pdf.unruled.hints import hints_of
from planparse.readers.pdf.unruled.known import Headers
from planparse.readers.pdf.unruled.regions import Region
from planparse.readers.pdf.words.lines import Line
from planparse.readers.pdf.words.runs import NEAR_GAP

_NEAR = 1.2
"""Heights of a letter from the end of a text to the row below it."""
_LEVEL = 1.5
"""Points by which the lines of a text may begin beside each other."""
_FEW = 2
"""Borders of a table of one row."""
_MANY = 7
"""Borders that show by their number that they are the same ones, wherever in the white they were found."""
_SAME = 4.0
"""Points by which the border of a column may differ from page to page."""


def begin_with_tail(region: Region, lines: list[Line], before: Borders, rules: list[Rule]) -> None:
    """Adds what stands above the region's first rule, where all of it goes on with the table of the page before."""
    as_wide = _as_wide(rules, before)
    own = carried_lines(lines, before, as_wide) if as_wide else []
    if region.box is None or not own:
        return
    first, top = region.lines[0], region.box[1]
    above = [line for line in own if line.base < top]
    if not above or not any(abs(at - top) < 1 for at in as_wide):
        return
    if stands_over_header(above, [first]):
        return
    if not any(above[-1].base < line.base < first.base for line in lines):
        within = [at for at in as_wide if above[0].base < at < first.top]
        region.lines, region.horizontals = above + region.lines, within + region.horizontals
        region.box = (region.box[0], above[0].top - 1, *region.box[2:])


def _as_wide(rules: list[Rule], before: Borders) -> list[float]:
    """The places of the rules that are as long as the table before is wide, or leave out its first column."""
    starts = before[:1] if len(before) <= LABELLED else before[:2]
    return [r.at for r in rules if any(abs(r.start - x) <= 3 for x in starts) and abs(r.end - before[-1]) <= 3]


def carried(group: Group, before: Borders, rules: list[Rule], headers: Headers) -> list[Line]:
    """The lines above the first table that go on with the table of the page before, its header among them where that
    comes again over them."""
    own = carried_lines(group.lines, before, _as_wide(rules, before))
    over = [line for line in group.lines if own and line.base < own[0].base]
    if over and over[-1].bold and headers.know(over[-1]) and own[0].top - over[-1].bottom < APART * own[0].size:
        own = [over[-1], *own]
    first = _first(group)
    if not own or first is None:
        return own
    heads = all(line.bold for line in own) and _has_bold_header(first)
    if heads or own[-1].bottom > first.ys[0]:
        return []
    step = first.ys[0] - own[-1].bottom
    near = step < own[-1].size or (step < APART * own[-1].size and _has_columns(first, before))
    return [] if near and is_tail(own, before) else own


def _first(group: Group) -> Table | None:
    return min(group.tables, key=lambda t: t.ys[0], default=None)


def put_tail(group: Group, before: Borders) -> None:
    """Puts the end of a text of the page before in a row of its own: it stands in a column of the first table, right
    over it, or under a header that comes again."""
    first = _first(group)
    if first is None:
        return
    if not _has_columns(first, before):
        return
    top, bottom, xs = first.ys[0], first.ys[-1], tuple(first.xs)
    own: list[Line] = []
    above = [line for line in group.lines if line.base < top]
    if above and top - above[-1].bottom <= _step(above):
        parts = [above[n:] for n in range(len(above))]
        own = next((part for part in parts if is_tail(part, xs) or is_wide_tail(part, xs)), [])
        if own:
            put_row(first, [*own, *_take_rest(first, own[-1])], own[0].top - 1, over=True)
    elif len(first.ys) == 2 and _has_bold_header(first):
        below = [line for line in group.lines if line.base > bottom]
        near = bool(below) and below[0].top - bottom <= below[0].size
        parts = [below[:n] for n in range(len(below), 0, -1)]
        own = next((part for part in parts if is_tail(part, xs)), []) if near else []
        if own:
            put_row(first, own, own[-1].bottom + 1, over=False)
    group.lines = [line for line in group.lines if all(line is not other for other in own)]


def _take_rest(table: Table, above: Line) -> list[Line]:
    """Takes the first row off a table that is but the last lines of the text over it, which are short enough to stand
    in its columns; gives back these lines."""
    own = [cell for cell in table.cells if cell.slab.row == 0 and (cell.words or cell.slab.row_span > 1)]
    lines = own[0].in_lines() if len(own) == 1 and own[0].words and own[0].slab.row_span == 1 else []
    if not lines or own[0].slab.col == 0 or len(table.ys) <= _FEW:
        return []
    near = all(b.base - a.base < NEXT * b.size for a, b in pairwise([above, *lines]))
    if not near or any(abs(line.x0 - above.x0) >= _LEVEL for line in lines):
        return []
    table.cells = [cell for cell in table.cells if cell.slab.row > 0]
    for cell in table.cells:
        cell.slab.row -= 1
    table.ys = table.ys[1:]
    return lines


def _step(lines: list[Line]) -> float:
    """How far below lines what goes on with them may stand: as far as they stand apart, or a little."""
    step = lines[-1].base - lines[-2].base if len(lines) > 1 else 0.0
    return max(_NEAR * lines[-1].size, step if step < NEXT * lines[-1].size else 0.0)


def _has_columns(table: Table, before: Borders) -> bool:
    """Whether a table has the columns of the one before, but for its labels. A border in the white lies anywhere
    between the columns beside it: one of this table, or one of that where it has many and here they are drawn."""
    xs = next((own for own in (before, before[1:]) if len(own) == len(table.xs)), None)
    if xs is None:
        return False
    if not table.soft and (len(xs) < _MANY or xs is not before):
        return all(abs(a - b) <= _SAME for a, b in zip(xs, table.xs, strict=True))
    outer = abs(xs[0] - table.xs[0]) <= _SAME and abs(xs[-1] - table.xs[-1]) <= _SAME
    return outer and all(a < x < b for a, b, x in zip(table.xs[:-2], table.xs[2:], xs[1:-1], strict=True))


def put_row(table: Table, lines: list[Line], y: float, *, over: bool) -> None:
    """Adds a row of one text, up or down to ``y``; one that runs over the border of its column has all columns from
    there on."""
    col = min(max(bisect_right(table.xs, lines[0].x0) - 1, 0), len(table.xs) - 2)
    words = [w for line in lines for w in line.words]
    row = 0 if over else len(table.ys) - 1
    y0, y1 = (y, table.ys[0]) if over else (table.ys[-1], y)
    for cell in table.cells if over else ():
        cell.slab.row += 1
    cells = [
        TableCell(Slab(row, k, 1, 1), (x0, y0, x1, y1), words if k == col else [])
        for k, (x0, x1) in enumerate(pairwise(table.xs))
    ]
    if max(line.x1 for line in lines) > table.xs[col + 1]:
        cells[col:] = [TableCell(Slab(row, col, 1, len(cells) - col), (table.xs[col], y0, table.xs[-1], y1), words)]
    table.cells = [*cells, *table.cells] if over else [*table.cells, *cells]
    table.ys = [y0, *table.ys] if over else [*table.ys, y1]


def _has_bold_header(table: Table) -> bool:
    return all(w.style.bold for cell in table.cells if cell.slab.row == 0 for w in cell.words)


def carry_on(page: Page, group: Group, before: Borders, rules: list[Rule], headers: Headers) -> bool:
    """Makes these lines a table, where there are any; says whether it did."""
    own = carried(group, before, rules, headers)
    if not own:
        return False
    box = (before[0], own[0].top - 1, before[-1], own[-1].bottom + 1)
    within = [at for at in _as_wide(rules, before) if own[0].base < at < own[-1].top]
    hints = hints_of(page, own, Region(own, box, within))
    soft = not hints.verticals
    hints.verticals = clear_of(own, before)
    if is_rest_of_row(own, before):
        hints.rows = [(box[1], box[3])]
    table = aligned_table(own, hints, NEAR_GAP)
    if table is None or len(table.xs) != len(before):
        return False
    table.evidence.append("in the columns of the table that ended the page before")
    table.goes_on, table.soft = True, soft
    group.tables.append(table)
    chosen = {id(line) for line in own}
    group.lines = [line for line in group.lines if id(line) not in chosen]
    return True
