"""The grids of a document in four formats."""

from __future__ import annotations

import csv
import io
import json

from planparse.model.document import Block, Cell, Document, Grid
from planparse.model.provenance import BBox, Place
from planparse.writers.tables import tables_csv, tables_html, tables_json, tables_text


def cell(
    row: int,
    col: int,
    text: str,
    *,
    spans: tuple[int, int] = (1, 1),
    places: tuple[Place, ...] = (),
    nested: tuple[Grid, ...] = (),
) -> Cell:
    return Cell(row, col, *spans, (Block(text),), places or (Place(0, "cell"),), tables=nested)


def place(page: int, bbox: BBox | None) -> Place:
    return Place(0, "cell", page=page, bbox=bbox)


INNER = Grid((cell(0, 0, "inside"),), 1, 1)
GRID = Grid(
    (
        cell(
            0,
            0,
            "a <b>",
            spans=(1, 2),
            places=(place(2, (1, 2, 3, 4)), place(2, (0, 3, 2, 9)), place(3, (0, 0, 99, 99))),
        ),
        cell(1, 0, "=x", nested=(INNER,)),
        cell(1, 1, "two\nlines"),
    ),
    2,
    2,
    page=2,
)
DOCUMENT = Document("pdf", (GRID, Grid((cell(0, 0, "last"),), 1, 1)))


def test_json_has_pages_from_one_rows_from_zero_and_boxes() -> None:
    tables = json.loads(tables_json(DOCUMENT))["tables"]
    assert [t["page"] for t in tables] == [3, None, None]
    assert tables[0]["cells"][0] == {
        "row": 0,
        "col": 0,
        "row_span": 1,
        "col_span": 2,
        "text": "a <b>",
        "bbox": [0, 2, 3, 9],
    }
    assert tables[0]["cells"][2]["bbox"] is None


def test_a_nested_table_follows_its_parent() -> None:
    tables = json.loads(tables_json(DOCUMENT))["tables"]
    assert [t["cells"][0]["text"] for t in tables] == ["a <b>", "inside", "last"]


def test_json_without_tables() -> None:
    assert json.loads(tables_json(Document("text", ()))) == {"tables": []}
    assert json.loads(tables_json(Document("text", (Grid((), 0, 0),)))) == {"tables": [{"page": None, "cells": []}]}


def test_csv_has_a_row_for_each_cell() -> None:
    rows = list(csv.reader(io.StringIO(tables_csv(DOCUMENT), newline="")))
    assert rows[0] == ["table", "page", "row", "col", "row_span", "col_span", "text"]
    assert rows[1] == ["1", "3", "0", "0", "1", "2", "a <b>"]
    assert rows[3][-1] == "two\nlines"
    assert rows[4] == ["2", "", "0", "0", "1", "1", "inside"]
    assert "'=x" in tables_csv(DOCUMENT, spreadsheet_safe=True)


def test_text_marks_covered_slots() -> None:
    lines = tables_text(DOCUMENT, 80).splitlines()
    assert lines[0] == "Table 1, page 3: 2 rows, 2 columns"
    assert lines[1].split() == ["a", "<b>", "<"]
    assert tables_text(Document("text", ())) == "no tables\n"


def test_html_is_escaped_and_keeps_spans() -> None:
    html = tables_html(DOCUMENT)
    assert '<td colspan="2">a &lt;b&gt;</td>' in html
    assert "<caption>Table 1, page 3</caption>" in html
    assert "<script" not in html
