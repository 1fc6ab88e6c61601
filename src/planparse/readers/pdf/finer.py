"""Ruled tables whose cells hold rows or columns that are not ruled: read again by the alignment of their words."""

from __future__ import annotations

from bisect import bisect_right

from planparse.readers.pdf.aligned import aligned_table
from planparse.readers.pdf.hints import hints_of
from planparse.readers.pdf.judge import reason
from planparse.readers.pdf.lines import make_lines
from planparse.readers.pdf.page import Page
from planparse.readers.pdf.regions import NEAR_GAP, Region, free_regions
from planparse.readers.pdf.runs import cut, is_value
from planparse.readers.pdf.tables import Table, TableCell


def finer(page: Page, table: Table) -> Table | None:
    """The table read by alignment, where that is how most of its rows are set; else None."""
    rows: list[list[TableCell]] = [[] for _ in table.ys[1:]]
    for cell in table.cells:
        if cell.words:
            rows[cell.slab.row].append(cell)
    total = sum(len(c.words) for row in rows for c in row)
    tabular = sum(len(c.words) for row in rows if _tabular(row, table.xs) for c in row)
    if tabular <= 0.5 * total:
        return None
    lines = make_lines([w for row in rows for c in row for w in c.words])
    hints = hints_of(page, lines, Region(lines, table.bbox, table.ys[1:-1]))
    crossings = [sum(1 for line in lines for r in cut(line, NEAR_GAP).runs if r.x0 + 1 < x < r.x1 - 1) for x in table.xs]
    hints.verticals = [x for x, n in zip(table.xs, crossings, strict=True) if n <= 0.1 * len(lines)]
    found = aligned_table(lines, hints, NEAR_GAP)
    if found is None or reason(found, True) is None:
        return None
    found.evidence = [*table.evidence, "cells divided by the alignment of their words"]
    return found


def _tabular(row: list[TableCell], xs: list[float]) -> bool:
    return any(_divided(cell, xs) for cell in row) or _stacked(row)


def _divided(cell: TableCell, xs: list[float]) -> bool:
    """Whether the words of one cell stand in columns: those of the table's other rows, or columns of their own."""
    if len(cell.words) < 2 or any(w.style.angle != 0 for w in cell.words):
        return False
    lines = make_lines(cell.words)
    inner = xs[cell.slab.col + 1 : cell.slab.col + cell.slab.col_span]
    runs = [cut(line, NEAR_GAP).runs for line in lines]
    if inner and all(not (r.x0 + 1 < x < r.x1 - 1) for x in inner for line in runs for r in line):
        columns = {bisect_right(inner, (r.x0 + r.x1) / 2) for line in runs for r in line}
        if len(columns) > 1 and all(len(line) > 1 for line in runs):
            return True
    if len(lines) < 3:
        return False
    return any(len(region.lines) > 0.6 * len(lines) for region in free_regions(lines))


def _stacked(row: list[TableCell]) -> bool:
    """Whether the cells of one ruled row hold several rows: lines side by side, figures in one column at least."""
    if len(row) < 2 or any(c.slab.row_span > 1 for c in row):
        return False
    counted = [(make_lines(c.words), c) for c in row if not any(w.style.angle != 0 for w in c.words)]
    if len(counted) < 2 or len(counted[0][0]) < 3:
        return False
    first = [line.base for line in counted[0][0]]
    for lines, _ in counted[1:]:
        level = sum(1 for line in lines if any(abs(line.base - b) < 0.4 * line.size for b in first))
        figures = sum(1 for line in lines if is_value(line.text))
        if len(lines) >= 3 and level >= 0.8 * len(lines) >= 0.56 * len(first) and figures >= 0.6 * len(lines):
            return True
    return False
