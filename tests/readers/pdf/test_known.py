"""A table of few rows has the columns of another one with the same header, on its page or on one before."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pytest

from tests.readers.pdf.paper import Paper, Sheet, text_width
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


CLOSE = XS[4] + text_width("Target", 9) + 5
"""Where the status begins so close to the target that only what is drawn parts the two names."""
TWO = [FIRST[0], FIRST[3]]
BLANK = [["R5", "Pools", "6", "7", "", "Green"], ["R6", "Parks", "16", "17", "", "Red"]]


def close(sheet: Sheet, y: float, entries: Sequence[Sequence[str]], moved: float = 0) -> None:
    for n, cells in enumerate(entries):
        for x, text in zip([*XS[:5], CLOSE], cells, strict=True):
            sheet.text(x + moved, y + 18 * n, text, size=9)


def next_page(
    *, y: float = 60, moved: float = 0, between: bool = False, engine: str = "pdfium"
) -> list[list[list[str]]]:
    """The tables of two pages. The first page has two rows under a rule that is drawn column by column; the second the
    same header between plain rules, at ``y`` and ``moved`` to the right. ``between``: another table ends the first."""
    sheet = (paper := Paper()).sheet().text(50, 560, "Sport", size=13, bold=True)
    top = 600 if between else 740
    close(sheet, top, [HEAD, *TWO])
    for a, b in pairwise([46, 86, 296, 356, 416, CLOSE - 2.5, 480]):
        sheet.line(a, top + 5, b, top + 5)
    if between:
        sheet.text(50, 690, "Parks", size=13, bold=True)
        others = [["Ref", "Measure", "2023", "2024"], ["P1", "Trees planted", "5", "6"], ["P2", "Lawns mown", "7", "8"]]
        for n, cells in enumerate(others):
            for x, text in zip(XS, cells, strict=False):
                sheet.text(x, 730 + 18 * n, text, size=9)
            sheet.line(46, 735 + 18 * n, 480, 735 + 18 * n)
    below = paper.sheet()
    close(below, y, [HEAD, *BLANK], moved)
    for at in (y - 13, y + 5, y + 41):
        below.line(46 + moved, at, 480 + moved, at)
    return [texts(grid) for grid in grids(document(paper, engine))]


@pytest.mark.parametrize("y", [60, 400], ids=["at the top", "down the page"])
def test_the_table_before_lends_its_columns_however_few_rows_it_has(engine: str, y: float) -> None:
    assert next_page(engine=engine, y=y) == [[HEAD, *TWO], [HEAD, *BLANK]]


@pytest.mark.parametrize("how", [{"moved": 30}, {"between": True}], ids=["elsewhere", "not the latest table"])
def test_a_table_of_few_rows_lends_them_to_no_other(how: dict[str, Any]) -> None:
    found = next_page(**how)
    assert found[0] == [HEAD, *TWO]
    assert found[-1][0] == [*HEAD[:4], "Target Status"]


def test_a_header_of_two_bold_names_is_known_again(engine: str) -> None:
    """One row below it is enough, the second time."""
    steps = [["Open the pool", "May 2025"], ["Heat the pool", "June 2025"], ["Clean the pool", "July 2025"]]
    sheet = (paper := Paper()).sheet()
    for y, own in ((100, steps), (250, [["Convert the vans to run on power", "By March 2026"]])):
        sheet.text(50, y - 30, "What we promise", size=13, bold=True)
        for n, row in enumerate([["We will", "Timescale"], *own]):
            sheet.text(50, y + 18 * n, row[0], size=9, bold=not n).text(400, y + 18 * n, row[1], size=9, bold=not n)
    _, second = grids(document(paper, engine))
    assert texts(second) == [["We will", "Timescale"], ["Convert the vans to run on power", "By March 2026"]]
