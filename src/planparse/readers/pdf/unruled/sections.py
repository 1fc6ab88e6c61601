"""A table in which its own header comes again, with headings over it: one table for each header.

The headings become lines of the page again, so that their size says what they are.
"""

from __future__ import annotations

from dataclasses import replace

from planparse.readers.pdf.ruled.lattice import Slab
from planparse.readers.pdf.ruled.tables import Table, TableCell
from planparse.readers.pdf.words.lines import Line, make_lines, words_text
from planparse.readers.pdf.words.runs import is_value, is_year

_HEADERS = 4
"""Rows that a header may have."""


def sections(table: Table) -> tuple[list[Table], list[Line]]:
    """The tables of the sections, and the headings between them."""
    rows: list[list[TableCell]] = [[] for _ in table.ys[1:]]
    for cell in table.cells:
        rows[cell.slab.row].append(cell)
    texts = [_texts(row) for row in rows]
    first = next((n for n, row in enumerate(texts) if any(is_value(t) and not is_year(t) for t in row)), len(texts))
    header = {text for text in texts[: min(first, _HEADERS)] if len(text) > 1}
    cuts: list[tuple[int, int]] = []
    n = first
    while n < len(rows):
        if texts[n] in header:
            top = n
            while top > first and (texts[top - 1] in header or _is_title(texts[top - 1], texts[:first])):
                top -= 1
            heading = top
            while heading > first and len(texts[heading - 1]) == 1:
                heading -= 1
            if (cuts[-1][1] if cuts else 0) < heading < top:
                cuts.append((heading, top))
            while n + 1 < len(rows) and texts[n + 1] in header:
                n += 1
        n += 1
    if not cuts:
        return [table], []
    headings = [w for a, b in cuts for row in rows[a:b] for cell in row for w in cell.words]
    starts = [0, *(b for _, b in cuts)]
    ends = [*(a for a, _ in cuts), len(rows)]
    tables = [_between(table, a, b) for a, b in zip(starts, ends, strict=True) if b > a]
    return tables, make_lines(headings) if headings else []


def _texts(row: list[TableCell]) -> tuple[str, ...]:
    return tuple(words_text(cell.words).replace(" ", "") for cell in row if cell.words)


def _is_title(texts: tuple[str, ...], header: list[tuple[str, ...]]) -> bool:
    """Whether a row of one text is a title over some of the columns in the first header too."""
    return len(texts) == 1 and texts in header


def _between(table: Table, top: int, bottom: int) -> Table:
    cells = []
    for cell in table.cells:
        slab = cell.slab
        if top <= slab.row < bottom:
            own = Slab(slab.row - top, slab.col, min(slab.row_span, bottom - slab.row), slab.col_span)
            own.open_top, own.open_bottom = slab.open_top, slab.open_bottom
            cells.append(replace(cell, slab=own))
    ys = table.ys[top : bottom + 1]
    return Table(table.xs, ys, cells, list(table.evidence), table.settled, table.soft, table.guessed)
