"""Lines that run out of a cell which the end of its page has cut belong to that cell."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.readers.pdf.paper import Paper, Sheet
from tests.readers.pdf.reading import document, grids, paragraphs, texts

XS = [50.0, 150, 250, 350]
ROWS = [["Measure", "Target", "Lead"], ["PI 1", "88%", "A Smith"]]


def cut_off(sheet: Sheet, top: float, cells: Sequence[str], *, foot: float = 30, closed: bool = False) -> Sheet:
    """A table whose last row has uprights ``foot`` points high and no rule under it; lines are 11 points apart."""
    sheet.grid(XS, [top, top + 20, top + 40], ROWS)
    for x in XS:
        sheet.line(x, top + 40, x, top + 40 + foot)
    if closed:
        sheet.line(XS[0], top + 40 + foot, XS[-1], top + 40 + foot)
    return sheet.cells(XS, [top + 40], [cells])


def last(sheet_top: float, cells: Sequence[str], *, foot: float = 30, closed: bool = False) -> tuple[list[str], int]:
    """The texts of the last row, and how many paragraphs stand outside of the table."""
    paper = Paper()
    cut_off(paper.sheet(), sheet_top, cells, foot=foot, closed=closed)
    doc = document(paper)
    return texts(grids(doc)[0])[-1], len(paragraphs(doc))


LONG = "Roads that are\nswept each week\nof the year and\nin each street"
WHOLE = LONG.replace("\n", " ")


def test_the_lines_under_a_cut_cell_are_its_own(engine: str) -> None:
    paper = Paper()
    cut_off(paper.sheet(), 700, [LONG, "90%", "B Jones"])
    doc = document(paper, engine)
    assert texts(grids(doc)[0])[-1] == [WHOLE, "90%", "B Jones"]
    assert paragraphs(doc) == []


def test_lines_under_a_closed_row_are_not_the_cells() -> None:
    assert last(700, [LONG, "90%", "B Jones"], closed=True)[0] != [WHOLE, "90%", "B Jones"]


@pytest.mark.parametrize(("gap", "own"), [("\n", True), ("\n\n", False)], ids=["on the border", "below it"])
def test_a_line_on_the_border_below_a_closed_row_is_the_cells(gap: str, own: bool, engine: str) -> None:
    paper = Paper()
    cut_off(paper.sheet(), 700, [f"Roads that are{gap}swept each week", "90%", "B Jones"], foot=16, closed=True)
    doc = document(paper, engine)
    assert texts(grids(doc)[0])[-1][0] == ("Roads that are swept each week" if own else "Roads that are")
    assert len(paragraphs(doc)) == (not own)


def test_a_table_that_ends_high_on_the_page_is_not_cut_by_its_end() -> None:
    assert last(200, [LONG, "90%", "B Jones"])[1] == 1


def test_a_line_apart_from_the_cell_is_a_foot_of_the_page() -> None:
    assert last(680, ["Roads that are\nswept each week\n\n\n\nPage 3 of the plan", "90%", "B Jones"])[1] == 1


def test_a_word_over_a_border_is_none_of_the_cell() -> None:
    assert last(700, ["Roads that are\nswept each week\nwith-a-broom-and-a-handcart", "90%", "B Jones"])[1] == 1


def test_nothing_runs_out_of_an_empty_cell() -> None:
    row, outside = last(700, ["\n\nPlan of the town", "90%", "B Jones"])
    assert (row[0], outside) == ("", 1)


def over(columns: Sequence[float], above: float = 0.0) -> list[str]:
    """The texts of the first row of a page that goes on with the table before it, a line standing over it."""
    paper = Paper()
    cut_off(paper.sheet(), 720, ["Roads", "90%", "B Jones"])
    sheet = paper.sheet()
    for x in columns:
        sheet.line(x, 60, x, 80)
    for y in (80, 100):
        sheet.line(columns[0], y, columns[-1], y)
    for x in columns:
        sheet.line(x, 80, x, 100)
    for x, base, text in ((54, 57 - above, "that are"), (54, 68, "swept"), (154, 68, "or so"), (54, 94, "PI 3")):
        sheet.text(x, base, text, size=9)
    sheet.text(154, 94, "7%", size=9).text(50, 300, "A paragraph goes on from here.")
    found = grids(document(paper))
    return texts(found[1])[0] if len(found) > 1 else []


def test_the_line_over_a_cell_that_goes_on_is_its_own() -> None:
    assert over(XS)[:2] == ["that are swept", "or so"]
    assert over(XS, above=12)[:2] == ["swept", "or so"]
    assert over([50.0, 140, 250, 350])[:2] == ["swept", "or so"]


def footed(foot: str, *, x: float = 54) -> tuple[str, int]:
    """The first text of a cut row above a line at the page's foot, and how many paragraphs stand outside."""
    sheet = (paper := Paper()).sheet()
    cut_off(sheet, 700, [LONG.rpartition("\n")[0], "90%", "B Jones"])
    sheet.text(x, 785, foot, size=9)
    doc = document(paper)
    return texts(grids(doc)[0])[-1][0], len(paragraphs(doc))


def test_a_line_across_the_borders_below_a_cut_row_is_the_foot_of_the_page() -> None:
    """Its words that stand between two borders are none of the cells."""
    above = " ".join(LONG.split("\n")[:3])
    assert footed("in each street") == (WHOLE, 0)
    assert footed("Plan of the town for all the years to come") == (above, 1)
