"""A header painted cell by cell whose borders are drawn only beside the first row that its higher cells span."""

from __future__ import annotations

import pytest

from planparse.readers.pdf.page import WHITE, Fill, Rule
from planparse.readers.pdf.ruled.edges import with_whole_uprights
from planparse.readers.pdf.ruled.rules import Frame
from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, texts

XS = [50.0, 150, 250, 350, 450]
CELLS = [(50, 100, 150, 132), (150, 100, 250, 132), (250, 100, 450, 116), (250, 116, 350, 132), (350, 116, 450, 132)]


def test_a_cell_that_spans_two_rows_of_such_a_header_is_one(engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    for x0, top, x1, bottom in CELLS:
        sheet.box(x0, top, x1, bottom, colour="0.85 0.85 0.95")
    for y in (100, 132, 148, 164):
        sheet.line(50, y, 450, y)
    sheet.line(250, 116, 450, 116).line(350, 116, 350, 164)
    for x in (50, 150, 250, 450):
        sheet.line(x, 100, x, 116).line(x, 132, x, 164)
    sheet.text(55, 111, "Facility", size=9).text(155, 111, "Claims", size=9).text(155, 127, "reviewed", size=9)
    sheet.text(300, 111, "Claims with errors", size=9).text(270, 127, "Number", size=9).text(
        370, 127, "Percent", size=9
    )
    for n, row in enumerate((("Facility A", "60", "17", "28.3"), ("Facility B", "60", "9", "15.0"))):
        for x, text in zip(XS, row, strict=False):
            sheet.text(x + 5, 143 + 16 * n, text, size=9)
    (grid,) = grids(document(paper, engine))
    assert texts(grid)[0][1].split() == ["Claims", "reviewed"]
    assert [(c.row_span, c.col_span) for c in grid.cells[:3]] == [(2, 1), (2, 1), (1, 2)]


def pieces(fills: list[Fill]) -> int:
    """How many pieces an upright has that is left out from 116 to 132."""
    level = [Rule(y, 50, 250) for y in (100, 132, 164)]
    own = Frame(level, [Rule(50, 100, 164), Rule(150, 100, 116), Rule(150, 132, 164), Rule(250, 100, 164)])
    (found,) = with_whole_uprights([own], fills)
    return sum(rule.at == 150 for rule in found.verticals)


def test_the_edge_of_paint_goes_on_with_an_upright() -> None:
    assert pieces([Fill(50, 100, 150, 132, "#dddddd"), Fill(150, 100, 250, 132, "#dddddd")]) == 1


@pytest.mark.parametrize(
    "fills",
    [
        [],
        [Fill(50, 100, 150, 132, WHITE)],
        [Fill(50, 100, 250, 132, "#dddddd")],
        [Fill(50, 100, 150, 132, "#dddddd"), Fill(50, 116, 250, 132, "#cccccc"), Fill(50, 90, 250, 140, "#eeeeee")],
        [Fill(50, 116, 150, 132, "#dddddd")],
    ],
    ids=["none", "white", "across", "in paint across", "of a row of its own"],
)
def test_other_paint_does_not(fills: list[Fill]) -> None:
    assert pieces(fills) == 2
