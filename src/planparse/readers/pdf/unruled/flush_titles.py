"""Titles over several years that end where the last one of these does: "Targets" right above "2026/27".

              Outturn                     Targets
    2023/24   2024/25   2025/26 ...       2026/27

Nothing stands over the first year, and a title over the last one: each title is of the years that end with its own.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby, pairwise

from planparse.readers.pdf.ruled.lattice import Slab
from planparse.readers.pdf.ruled.tables import Table, TableCell
from planparse.readers.pdf.words.lines import words_text
from planparse.readers.pdf.words.runs import is_year

_FLUSH = 1.0
"""Points by which texts that end at one place may differ."""
_ROWS = 30
"""Rows of a table in which headers are looked for: a block may stand over its own."""


def with_flush_titles(table: Table) -> Table:
    """The table with such titles over all of their years. No border may be drawn between these titles."""
    rows: dict[int, list[TableCell]] = {}
    for cell in table.cells:
        if cell.slab.row <= _ROWS and cell.words:
            rows.setdefault(cell.slab.row, []).append(cell)
    for row, cells in rows.items():
        for years in _runs(cells) if row else ():
            titles = [c for c in rows.get(row - 1, []) if _stands_over(c, years)]
            ends = _ends(titles, years)
            if ends:
                table = _spanning(table, titles, years, ends)
    return table


def _runs(cells: list[TableCell]) -> list[list[TableCell]]:
    """The years of a row that stand side by side, each in a column of its own."""
    years = [c for c in cells if c.slab.col_span == 1 and is_year(words_text(c.words))]
    years.sort(key=lambda c: c.slab.col)
    found = groupby(enumerate(years), key=lambda pair: pair[1].slab.col - pair[0])
    return [[cell for _, cell in run] for _, run in found]


def _stands_over(title: TableCell, years: list[TableCell]) -> bool:
    return years[0].slab.col <= title.slab.col + title.slab.col_span - 1 and title.slab.col <= years[-1].slab.col


def _ends(titles: list[TableCell], years: list[TableCell]) -> list[int]:
    """Which year each of two titles or more ends with, where the last one does with the last year and none begins with
    the first one; none where they stand otherwise."""
    if any(c.slab.row_span > 1 or is_year(words_text(c.words)) for c in titles):
        return []
    return year_ends([_right(c) for c in titles], [_right(c) for c in years])


def year_ends(titles: list[float], years: list[float]) -> list[int]:
    """The same of texts that end at these places, from left to right."""
    ends = [n for end in titles for n, year in enumerate(years) if abs(year - end) < _FLUSH]
    whole = len(ends) == len(titles) > 1 and ends[0] > 0 and ends[-1] == len(years) - 1
    return ends if whole and all(a < b for a, b in pairwise(ends)) else []


def _right(cell: TableCell) -> float:
    return max(w.x1 for w in cell.words)


def _spanning(table: Table, titles: list[TableCell], years: list[TableCell], ends: list[int]) -> Table:
    first, last, row = years[0].slab.col, years[-1].slab.col, titles[0].slab.row
    cells = [c for c in table.cells if c.slab.row != row or not first <= c.slab.col <= last]
    start = first
    for title, end in zip(titles, ends, strict=True):
        col = first + end
        box = (table.xs[start], title.box[1], table.xs[col + 1], title.box[3])
        cells.append(replace(title, slab=Slab(row, start, 1, col - start + 1), box=box, lines=None))
        start = col + 1
    cells.sort(key=lambda c: (c.slab.row, c.slab.col))
    return replace(table, cells=cells, evidence=[*table.evidence, "titles that end with the last of their years"])
