"""A table beside one label whose columns are not ruled, and its rows maybe: it becomes that cell's own.

Indicators | Code   Indicator                  2024/25   2025/26
           |----------------------------------------------------
           | RD1    Potholes filled in time    84%       85%
           |----------------------------------------------------
           | RD2    Lamps lit                  97%       98%
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from planparse.readers.pdf.labelled.nested import fit, nested_table
from planparse.readers.pdf.page import Page, Rule
from planparse.readers.pdf.ruled.lattice import Slab
from planparse.readers.pdf.ruled.parting import in_columns
from planparse.readers.pdf.ruled.tables import LABELLED, Borders, Table, TableCell
from planparse.readers.pdf.unruled.aligned import aligned_table
from planparse.readers.pdf.unruled.carried import entries
from planparse.readers.pdf.unruled.hints import hints_of
from planparse.readers.pdf.unruled.judge import reason
from planparse.readers.pdf.unruled.known import Headers
from planparse.readers.pdf.unruled.regions import Region, level_rules
from planparse.readers.pdf.words.lines import make_lines
from planparse.readers.pdf.words.runs import NEAR_GAP, cut, is_value

_FEWEST = 2
"""Rows of such a table."""
_MANY = 3
"""Texts side by side in a row of such a table."""
_WORDS = 12
"""Words that such a table has at least."""
_HALF = 0.3
"""Share of the lines of a cell with several texts; others go on with one of them."""
_MOST = 0.6
"""Share of the rows that have so many."""


def with_inner(page: Page, table: Table, headers: Headers) -> Table:
    """The table; where the cell beside a label holds a table that no rules part, or only rules between its rows, it is
    that cell's own."""
    return _with_inner_rows(page, _with_inner_tables(page, table, headers), headers)


def _with_inner_tables(page: Page, table: Table, headers: Headers) -> Table:
    if len(table.xs) != LABELLED or table.settled:
        return table
    beside = [c for c in table.cells if c.slab.col == 1 and c.words]
    plain = sum(not _is_row(c) for c in beside)
    goes_on = table.goes_on and len(table.ys) == 2
    if not goes_on and plain < max(2, len(beside) - 1):
        return table
    rules: list[Rule] | None = None
    blank = {c.slab.row for c in table.cells if c.slab.col == 0 and not c.words}
    for cell in table.cells:
        rest = bool(headers.inner) and cell.slab.row in blank  # below labels that come again on each page
        fewest = 1 if rest else _FEWEST
        if cell.slab.col != 1 or cell.tables or len(cell.words) < _WORDS or not _has_rows(cell, fewest):
            continue
        rules = level_rules(page.horizontals, page.fills) if rules is None else rules
        own = [r for r in rules if cell.box[1] + 1 < r.at < cell.box[3] - 1]
        before = headers.inner if cell.slab.open_top or table.goes_on or rest else ()
        inner = nested_table(page, cell.in_lines(), cell.box, own, (0.0, *before) if before else None, headers)
        if inner is not None and len(inner.xs) > LABELLED:
            inner.evidence.append("rows beside a label, in the columns that their words show")
            headers.learn(cell.in_lines()[0], inner)
            fit(inner, cell.box)
            headers.inner = tuple(inner.xs)
            cell.tables, cell.words, cell.lines = [inner], [], None
    return table


def _has_rows(cell: TableCell, fewest: int) -> bool:
    """Whether about half of the lines of a cell, ``fewest`` of them at least, have several texts side by side, figures
    among them."""
    lines = cell.in_lines()
    if len(lines) < fewest or any(w.style.angle for w in cell.words):
        return False
    runs = [cut(line, NEAR_GAP).runs for line in lines]
    several = [own for own in runs if len(own) >= _MANY]
    return len(several) >= max(fewest, _HALF * len(lines)) and any(is_value(r.text) for own in several for r in own)


def _with_inner_rows(page: Page, table: Table, headers: Headers) -> Table:
    cells = [c for c in table.cells if c.slab.row_span >= _FEWEST and c.slab.col == 0]
    labels = [c for c in cells if c.words or (c.slab.open_top and headers.inner)]
    if not labels or len(labels) == len(table.cells):
        return table
    made: dict[int, TableCell] = {}
    gone: set[int] = set()
    for label in labels:
        for own in _columns_beside(table, label):
            if own[0].slab.col_span > 1 and all(in_columns(c, table.xs) for c in own if c.words):
                continue  # other rows, the header say, show their columns
            inner = _inner(page, own, headers.inner if own[0].slab.open_top else ())
            if inner is not None:
                first, last = own[0].slab, own[-1].slab
                slab = Slab(first.row, first.col, last.row + last.row_span - first.row, first.col_span)
                slab.open_top, slab.open_bottom = first.open_top, last.open_bottom
                box = (*own[0].box[:3], own[-1].box[3])
                headers.inner = tuple(inner.xs)
                made[id(own[0])] = TableCell(slab, box, fill=own[0].fill, tables=[inner])
                gone.update(id(cell) for cell in own[1:])
    if not made:
        return table
    return replace(table, cells=[made.get(id(c), c) for c in table.cells if id(c) not in gone])


def _columns_beside(table: Table, label: TableCell) -> list[list[TableCell]]:
    """The cells beside a label that stand over each other and are as wide as each other, top to bottom: each one row,
    but for a header with a rule under its titles, which makes it two."""
    rows = range(label.slab.row, label.slab.row + label.slab.row_span)
    beside = [c for c in table.cells if c is not label and c.slab.row in rows]
    beside = [c for c in beside if c.slab.row_span == 1 or _is_alone(c, beside)]
    beside.sort(key=lambda c: (c.slab.col, c.slab.row))
    found = [list(own) for _, own in groupby(beside, key=lambda c: (c.slab.col, c.slab.col_span))]
    return [own for own in found if len([c for c in own if c.words]) >= _FEWEST]


def _is_alone(header: TableCell, beside: list[TableCell]) -> bool:
    """Whether a bold cell of two rows is the first beside a label, and no other stands beside it."""
    first, end = header.slab.row, header.slab.row + header.slab.row_span
    others = [c.slab for c in beside if c is not header]
    return (
        header.slab.row_span == _FEWEST
        and all(slab.row >= end for slab in others)
        and first == min([first, *(slab.row for slab in others)])
        and bool(header.words)
        and all(word.style.bold for word in header.words)
    )


def _inner(page: Page, own: list[TableCell], before: Borders) -> Table | None:
    """The table that stands in these cells, if their words stand in columns: in those ``before``, where they go on."""
    filled = [c for c in own if c.words]
    if (
        not (before or _is_row(filled[0]))
        or any(c.tables for c in own)
        or any(w.style.angle for c in filled for w in c.words)
    ):
        return None
    if sum(map(_is_row, filled)) < (_MOST * len(filled) if before else max(_FEWEST, _MOST * len(filled))):
        return None
    words = [w for c in filled for w in c.words]
    box = (*own[0].box[:3], filled[-1].box[3])
    lines = make_lines(words)
    hints = hints_of(page, lines, Region(lines, box, [c.box[3] for c in filled[:-1]]))
    if before and all(entries(line, before, spanning=True) is not None for line in lines):
        hints.verticals, hints.complete = list(before[1:-1]), True
    found = aligned_table(lines, hints, NEAR_GAP)
    if found is None or reason(found, True) is None:
        return None
    found.evidence.append("ruled rows beside one label, in the columns that their words show")
    return found


def _is_row(cell: TableCell) -> bool:
    return len(cell.words) >= _MANY and len(cut(cell.in_lines()[0], NEAR_GAP).runs) >= _MANY
