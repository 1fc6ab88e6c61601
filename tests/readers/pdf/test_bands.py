"""A shaded row that ends a page, with the rows that it stands over on the next one."""

from __future__ import annotations

import pytest

from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, paragraphs, texts

XS = [50, 300, 370, 440]
PALE, GREEN, BLUE = "0.93 0.93 0.95", "0.88 0.94 0.85", "0.7 0.8 1"
LAST = "Quality of the roads"


def page(*, gap: float = 0, right: float = 520, colour: str = GREEN, inner: bool = True) -> Paper:
    """A table with shaded rows over its whole width, where one more stands below its last row of values."""
    paper = Paper()
    sheet = paper.sheet(height=330)
    sheet.text(50, 40, "Plan", size=14, bold=True)
    y = 114.0
    for x, text in zip(XS, ["Measure", "2015/16", "2016/17", "2017/18"], strict=True):
        sheet.text(x, y - 22, text, size=9, bold=True)
    for n in range(3):
        if inner:
            sheet.box(45, y - 14, 520, y + 8, colour=GREEN)
            sheet.text(50, y, f"Cost of the roads {n}", size=9, bold=True)
        y += 22
        sheet.box(45, y - 14, 520, y + 8, colour=PALE)
        for x, text in zip(XS, [f"Roads mended {n}", "51%", "52%", "53%"], strict=True):
            sheet.text(x, y, text, size=9)
        y += 22
    y += gap
    for _ in range(2):  # some producers paint twice
        sheet.box(45, y - 14, right, y + 8, colour=colour)
    sheet.text(50, y, LAST, size=9, bold=True)
    return paper


def test_a_shaded_row_that_ends_a_page_is_one_of_the_table(engine: str) -> None:
    found = document(page(), engine)
    (grid,) = grids(found)
    assert texts(grid)[-1] == [LAST]
    assert (grid.cells[-1].col_span, grid.cells[-1].row) == (4, grid.n_rows - 1)
    assert LAST not in paragraphs(found)


@pytest.mark.parametrize(
    "other",
    [{"gap": 9.0}, {"right": 300.0}, {"colour": BLUE}, {"inner": False}],
    ids=["gap", "width", "colour", "none before"],
)
def test_other_shaded_text_below_a_table_stays_a_paragraph(other: dict[str, object]) -> None:
    found = document(page(**other))  # type: ignore[arg-type]
    assert LAST in paragraphs(found)
