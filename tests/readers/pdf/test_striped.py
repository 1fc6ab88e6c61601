"""Tables of two columns without a line, every other row painted cell by cell below a bold header."""

from __future__ import annotations

import pytest

from tests.readers.pdf.paper import Paper, Sheet, text_width
from tests.readers.pdf.reading import document, grids, paragraphs, texts

LEFT, MIDDLE, RIGHT = 50.0, 300.0, 550.0
PALE, OTHER = "0.97 0.95 0.98", "0.9 0.95 0.9"
HEAD = ("What", "When")
ROWS = [("Open the depot", "June 2025"), ("Let the contract", "Autumn 2025"), ("Mend the lanes", "2 May 2026")]


def row(sheet: Sheet, top: float, cells: tuple[str, str], *, bold: bool = False) -> None:
    sheet.text(LEFT + 6, top + 14, cells[0], size=10, bold=bold)
    sheet.text(RIGHT - 6 - text_width(cells[1], 10, bold), top + 14, cells[1], size=10, bold=bold)


def stripe(sheet: Sheet, top: float, bottom: float, *, second: str = PALE) -> None:
    sheet.box(LEFT, top, MIDDLE, bottom, colour=PALE)
    sheet.box(MIDDLE, top, RIGHT, bottom, colour=second)


def striped(*, bold: bool = True, second: str = PALE, first_painted: bool = False) -> Paper:
    sheet = (paper := Paper()).sheet()
    sheet.text(LEFT, 80, "Steps", size=13, bold=True)
    row(sheet, 90, HEAD, bold=bold)
    for n, cells in enumerate(ROWS):
        if n % 2 != first_painted:
            stripe(sheet, 112 + 22 * n, 134 + 22 * n, second=second)
        row(sheet, 112 + 22 * n, cells)
    sheet.text(LEFT, 210, "The board looks at this in the spring of each year.", size=10)
    return paper


@pytest.mark.parametrize("first_painted", [False, True])
def test_painted_cells_show_the_columns_of_the_rows_over_and_under_them(first_painted: bool, engine: str) -> None:
    doc = document(striped(first_painted=first_painted), engine)
    (grid,) = grids(doc)
    assert texts(grid) == [list(HEAD), *map(list, ROWS)]
    assert paragraphs(doc) == ["Steps", "The board looks at this in the spring of each year."]


def test_an_entry_in_the_middle_beside_two_lines_is_of_their_row() -> None:
    sheet = (paper := Paper()).sheet()
    row(sheet, 90, HEAD, bold=True)
    sheet.text(LEFT + 6, 124, "Let contracts for the second", size=10)
    sheet.text(RIGHT - 6 - text_width("Spring 2025", 10), 131, "Spring 2025", size=10)
    sheet.text(LEFT + 6, 138, "round of camps", size=10)
    stripe(sheet, 146, 168)
    row(sheet, 146, ROWS[0])
    (grid,) = grids(document(paper))
    second = ["Let contracts for the second round of camps", "Spring 2025"]
    assert texts(grid) == [list(HEAD), second, list(ROWS[0])]


@pytest.mark.parametrize("kind", ["no bold header", "two colours"])
def test_other_painted_rows_are_none(kind: str) -> None:
    paper = striped(bold=kind != "no bold header", second=OTHER if kind == "two colours" else PALE)
    assert [len(texts(grid)) for grid in grids(document(paper))] != [len(ROWS) + 1]


def test_a_bold_label_in_each_row_makes_it_a_form() -> None:
    sheet = (paper := Paper()).sheet()
    for n, cells in enumerate([("Owner", "Head of Parks"), ("Status", "On track"), ("Budget", "Small")]):
        if n % 2:
            stripe(sheet, 90 + 22 * n, 112 + 22 * n)
        sheet.text(LEFT + 6, 104 + 22 * n, cells[0], size=10, bold=True)
        sheet.text(MIDDLE + 6, 104 + 22 * n, cells[1], size=10)
    assert not any("between rules" in why for grid in grids(document(paper)) for why in grid.evidence)
