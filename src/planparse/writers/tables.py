"""The grids of a document, as read or as repaired, for ``planparse tables``.

A nested table is a table of its own, right after the one in which it stands. Rows and columns count from zero;
pages count from one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TypedDict

from planparse.model.document import Cell, Document, Grid
from planparse.model.provenance import BBox
from planparse.writers.plan_csv import csv_text
from planparse.writers.text_table import text_table


class CellJson(TypedDict):
    row: int
    col: int
    row_span: int
    col_span: int
    text: str
    bbox: BBox | None
    """(x0, top, x1, bottom) in points from the top left of the page on which the cell begins."""


class TableJson(TypedDict):
    page: int | None
    """On which the table begins; null where the format has no pages."""
    cells: list[CellJson]


def grids(document: Document) -> Iterator[Grid]:
    """Every grid in document order, a nested one right after its parent."""
    waiting = [block for block in reversed(document.blocks) if isinstance(block, Grid)]
    while waiting:
        grid = waiting.pop()
        yield grid
        waiting += reversed([nested for cell in grid.cells for nested in cell.tables])


def tables_json(document: Document) -> str:
    """``{"tables": [{"page", "cells": [{"row", "col", "row_span", "col_span", "text", "bbox"}]}]}``, a cell a line."""
    out = []
    for grid in grids(document):
        cells = ",\n        ".join(json.dumps(_cell(c), ensure_ascii=False, allow_nan=False) for c in grid.cells)
        body = f"[\n        {cells}\n      ]" if cells else "[]"
        out.append(f'    {{\n      "page": {json.dumps(_page(grid))},\n      "cells": {body}\n    }}')
    return '{\n  "tables": [' + ("\n" + ",\n".join(out) + "\n  " if out else "") + "]\n}\n"


def tables_csv(document: Document, *, spreadsheet_safe: bool = False) -> str:
    """One row a cell: table (from one), page, row, col, row_span, col_span, text."""
    rows = (
        (n, _page(grid), c.row, c.col, c.row_span, c.col_span, c.text)
        for n, grid in enumerate(grids(document), 1)
        for c in grid.cells
    )
    header = ("table", "page", "row", "col", "row_span", "col_span", "text")
    return csv_text(header, rows, spreadsheet_safe=spreadsheet_safe)


def tables_text(document: Document, columns: int = 100) -> str:
    """Each grid as a table; a cell's text stands in its first slot, the other slots that it covers hold a mark."""
    out: list[str] = []
    for n, grid in enumerate(grids(document), 1):
        page = _page(grid)
        where = f", page {page}" if page is not None else ""
        out.append(f"Table {n}{where}: {grid.n_rows} rows, {grid.n_cols} columns")
        out += text_table((), _slot_texts(grid), max(columns, 40), indent=2)
        out.append("")
    return "\n".join(out[:-1] or ["no tables"]) + "\n"


def tables_html(document: Document) -> str:
    """One page without links or scripts; spans as spans, all text escaped."""
    from html import escape

    out = [
        '<!DOCTYPE html>\n<html lang="en">\n<meta charset="utf-8">\n<title>Tables</title>\n'
        "<style>table{border-collapse:collapse;margin:1em 0}td,th{border:1px solid #888;padding:.2em .5em;"
        "vertical-align:top;white-space:pre-line;text-align:left}caption{text-align:left;font-weight:bold}</style>\n"
    ]
    for n, grid in enumerate(grids(document), 1):
        page = _page(grid)
        out.append(f"<table>\n<caption>Table {n}{f', page {page}' if page is not None else ''}</caption>\n")
        for row in grid.rows():
            cells = "".join(f"<{_open(c)}>{escape(c.text)}</{_tag(c)}>" for c in row)
            out.append(f"<tr>{cells}</tr>\n")
        out.append("</table>\n")
    return "".join([*out, "</html>\n"])


def _tag(cell: Cell) -> str:
    return "th" if cell.is_header else "td"


def _open(cell: Cell) -> str:
    spans = f' rowspan="{cell.row_span}"' if cell.row_span > 1 else ""
    return _tag(cell) + spans + (f' colspan="{cell.col_span}"' if cell.col_span > 1 else "")


def _slot_texts(grid: Grid) -> list[list[str]]:
    texts = [[""] * grid.n_cols for _ in range(grid.n_rows)]
    for r, line in enumerate(grid.slots()):
        for c, cell in enumerate(line):
            if cell is not None:
                texts[r][c] = cell.text if (cell.row, cell.col) == (r, c) else "<" if cell.row == r else "^"
    return texts


def _cell(cell: Cell) -> CellJson:
    return {
        "row": cell.row,
        "col": cell.col,
        "row_span": cell.row_span,
        "col_span": cell.col_span,
        "text": cell.text,
        "bbox": _box(cell),
    }


def _box(cell: Cell) -> BBox | None:
    placed = [p for p in cell.places if p.bbox is not None]
    boxes = [p.bbox for p in placed if p.page == placed[0].page and p.bbox is not None]
    if not boxes:
        return None
    x0, top, x1, bottom = zip(*boxes, strict=True)
    return min(x0), min(top), max(x1), max(bottom)


def _page(grid: Grid) -> int | None:
    """From one."""
    if grid.page is not None:
        return grid.page + 1
    pages = (p.page for c in grid.cells for p in c.places if p.page is not None)
    first = next(pages, None)
    return None if first is None else first + 1
