"""A table of few rows has the columns of another one with the same header, on its page or on one before."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.readers.pdf.paper import Paper, Sheet
from tests.readers.pdf.reading import document, grids, texts

XS = [50.0, 90, 300, 360, 420, 463]
HEAD = ["Ref", "Measure", "Last year", "This year", "Target", "Status"]
FIRST = [
    ["R1", "Roads that are swept in a week", "40%", "41%", "45%", "Green"],
    ["R2", "Lamps that are lit all night", "8", "9", "To be set", "Amber"],
    ["R3", "Bins that are mended in a month", "4,560", "4,600", "4,700", "Green"],
    ["R4", "Letters answered on time", "91%", "92%", "95%", "Red"],
]
FEW = [["R5", "Pools", "6", "7", "8", "Green"], ["R6", "Parks", "16", "17", "18", "Red"]]


def rows(sheet: Sheet, y: float, entries: Sequence[Sequence[str]], *, moved: float = 0) -> None:
    """No rule; figures end at the right of their column, next to the status."""
    for n, cells in enumerate(entries):
        for k, (x, text) in enumerate(zip(XS, cells, strict=True)):
            at = x + 34 - 5 * len(text) if k == 4 and text[0].isdigit() else x
            sheet.text(at + moved, y + 18 * n, text, size=9)


@pytest.mark.parametrize("apart", [False, True], ids=["one page", "two pages"])
def test_few_rows_have_the_columns_under_the_same_header(apart: bool, engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    rows(sheet, 100, [HEAD, *FIRST])
    below = paper.sheet() if apart else sheet
    below.text(50, 250, "Sport", size=13, bold=True)
    rows(below, 280, [HEAD, *FEW])
    first, second = grids(document(paper, engine))
    assert texts(first) == [HEAD, *FIRST]
    assert texts(second) == [HEAD, *FEW]


def test_a_header_that_stands_elsewhere_is_another_one() -> None:
    sheet = (paper := Paper()).sheet()
    rows(sheet, 100, [HEAD, *FIRST])
    sheet.text(50, 250, "Sport", size=13, bold=True)
    rows(sheet, 280, [HEAD, *FEW], moved=30)
    first, second = grids(document(paper))
    assert first.edges
    assert second.edges
    assert second.edges != first.edges


def test_one_row_below_a_header_that_stands_higher_on_the_page_has_its_columns(engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    rows(sheet, 100, [HEAD, *FIRST])
    sheet.text(50, 250, "Sport", size=13, bold=True)
    rows(sheet, 280, [HEAD, *FEW[:1]])
    assert texts(grids(document(paper, engine))[1]) == [HEAD, FEW[0]]
