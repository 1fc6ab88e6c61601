"""A painted box with one bold line at a page's top is a heading; other boxes as wide as the table before go on with
it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.readers.pdf.paper import Paper, Sheet
from tests.readers.pdf.reading import document, grids, paragraphs, texts

XS = [50.0, 300, 400, 500]
ROWS = [["Measure", "2015/16", "2016/17"], ["Visits to pools", "1", "2"], ["Swims in lanes", "3", "4"]]
NAME = "Objective 2: Run more"
GREEN = "0.8 0.9 0.8"


def below(
    lines: Sequence[str],
    *,
    colour: str | None = GREEN,
    bold: bool = True,
    xs: Sequence[float] = (50, 500),
    size: float = 12,
) -> Paper:
    """A ruled table at a page's end and a box with these lines at the top of the next."""
    sheet = (paper := Paper()).sheet().text(50, 60, "Swim more", size=14, bold=True)
    sheet.grid(XS, [700, 720, 740, 760], ROWS)
    sheet, end = paper.sheet(), 69 + 11 * len(lines)
    if colour is not None:
        sheet.box(50, 60, 500, end, colour=colour)
    sheet.grid(xs, [60, end])
    for n, text in enumerate(lines):
        sheet.text(54, 73 + 11 * n, text, size=size, bold=bold)
    return paper


def followed(sheet: Sheet, top: float = 110) -> list[list[str]]:
    rows = [ROWS[0], ["Runs", "5", "6"]]
    sheet.grid(XS, [top, top + 20, top + 40], rows)
    return rows


def test_a_painted_box_with_a_bold_line_is_a_heading(engine: str) -> None:
    paper = below([NAME])
    rows = followed(paper.sheets[1])
    doc = document(paper, engine)
    assert [texts(grid) for grid in grids(doc)] == [ROWS, rows]
    assert paragraphs(doc) == ["Swim more", NAME]


@pytest.mark.parametrize(
    "paper",
    [
        below([NAME], colour=None),
        below([NAME], colour="1 1 1"),
        below(["and in the lakes"], bold=False),
        below(["See also the plan", "of the county"]),
        below([NAME], size=9),
    ],
    ids=["not painted", "white", "plain", "two lines", "as small as the rows"],
)
def test_other_boxes_go_on_with_the_table(paper: Paper) -> None:
    assert len(grids(document(paper))) == 2
    assert paragraphs(document(paper)) == ["Swim more"]


@pytest.mark.parametrize("name", ["Total of all", "AB 9 Runs"])
def test_a_painted_bold_row_of_several_cells_goes_on_with_the_table(name: str) -> None:
    paper = below([name], xs=XS)
    for x, text in ((304, "4"), (404, "6")):
        paper.sheets[1].text(x, 73, text, size=9, bold=True)
    followed(paper.sheets[1])
    assert [texts(grid) for grid in grids(document(paper))][1] == [[name, "4", "6"]]


def test_a_painted_band_over_rows_is_of_their_table() -> None:
    paper = below(["Parks"])
    paper.sheets[1].grid(XS, [80, 100, 120], [["Runs", "5", "6"], ["Walks", "7", "8"]])
    assert texts(grids(document(paper))[1]) == [["Parks"], ["Runs", "5", "6"], ["Walks", "7", "8"]]
