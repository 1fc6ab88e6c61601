"""A row or two at the top of a page that go on with the table of the page before."""

from __future__ import annotations

import pytest

from planparse.model.document import Grid, Paragraph
from tests.readers.pdf.paper import Paper, Sheet
from tests.readers.pdf.reading import document, grids, texts

XS = [50, 120, 330, 400, 470]
ROWS = [
    ["ID", "Indicator", "2016/17", "2017/18", "2018/19"],
    ["AB1", "Calls answered in twenty seconds", "81%", "82%", "83%"],
    ["AB2", "Visits to the pool", "4,500", "4,600", "4,700"],
    ["AB3", "Letters answered on time", "91%", "tbc", "93%"],
]
LAST = ["AB4", "Potholes mended", "12", "14", "16"]


def row(sheet: Sheet, y: float, cells: list[str]) -> None:
    for x, text in zip(XS, cells, strict=True):
        sheet.text(x, y, text)


def begun() -> Paper:
    """A page that ends with a table that has rules below its rows only."""
    paper = Paper()
    sheet = paper.sheet()
    sheet.text(50, 60, "Calls and visits", size=14, bold=True)
    for n, cells in enumerate(ROWS):
        row(sheet, 720 + 20 * n, cells)
        sheet.line(50, 725 + 20 * n, 530, 725 + 20 * n)
    return paper


@pytest.mark.parametrize("head", ["", "Service Plan 2016"])
def test_a_lone_row_goes_on_in_the_columns_of_the_page_before(head: str, engine: str) -> None:
    paper = begun()
    sheet = paper.sheet()
    if head:
        sheet.text(50, 40, head)
    row(sheet, 70, LAST)
    sheet.text(50, 140, "Nothing else is planned for the year that the plan covers.")
    first, second = grids(document(paper, engine))
    assert texts(first) == ROWS
    assert texts(second) == [LAST]
    assert len(second.edges) == len(first.edges)
    assert "the page before" in second.evidence[0]


@pytest.mark.parametrize(
    "cells",
    [
        ["Contact", "Email", "Telephone", "", ""],
        ["", "Printed on paper that reaches over the border of a column", "12", "", ""],
    ],
    ids=["no value", "over a border"],
)
def test_a_line_of_something_else_does_not(cells: list[str], engine: str) -> None:
    paper = begun()
    row(paper.sheet(), 70, cells)
    doc = document(paper, engine)
    assert len(grids(doc)) == 1
    assert isinstance(doc.blocks[-1], Paragraph)


def test_a_lone_row_on_a_first_page_is_text(engine: str) -> None:
    paper = Paper()
    row(paper.sheet(), 70, LAST)
    assert not [b for b in document(paper, engine).blocks if isinstance(b, Grid)]
