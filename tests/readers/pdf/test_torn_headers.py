"""A header of two lines of which the page's end tears off the second one, and one painted over several columns."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from planparse.readers.pdf.page import Word, make_style
from planparse.readers.pdf.unruled.foot import foot_lines
from planparse.readers.pdf.words.lines import Line, make_lines
from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, spans, texts

XS = [50.0, 150, 220, 290, 360, 430]
HILL, BAY = "Wards-of-the-hills", "Wards-of-the-coast"
"""Each of one word that is wider than a column."""
TITLES = ["Measure", HILL, "", BAY]
NAMES = ["", "North", "South", "East", "West"]
ROWS = [["Roads swept", "40%", "45%", "50%", "55%"], ["Lamps lit", "8", "9", "10", "11"]]
PROSE = "A text of the plan that says what is to be done in the years to come"


def lines(*rows: Sequence[str], bold: bool = True) -> list[Line]:
    """Texts of words 4 points wide a letter."""
    style = make_style(size=9, bold=bold, direction=0, invisible=False, white=False, font="", unmapped=False)
    words = []
    for n, row in enumerate(rows):
        base = 700.0 + 14 * n
        for start, cell in zip(XS, row, strict=False):
            x = start + 3
            for text in cell.split():
                words.append(Word(text, x, base - 7, x + 4 * len(text), base + 2, base, style))
                x += 4 * len(text) + 3
    return make_lines(words)


def foot(*rows: Sequence[str], torn: bool, bold: bool = True) -> list[str]:
    return [line.text for line in foot_lines(lines(*rows, bold=bold), tuple(XS), torn)]


def test_titles_at_the_very_end_are_a_row_where_the_next_page_begins_with_the_rest_of_a_header() -> None:
    assert foot(TITLES, torn=True) == [" ".join(("Measure", HILL, BAY))]
    assert foot(TITLES, torn=False) == []


def test_titles_that_are_not_bold_are_none() -> None:
    assert foot(TITLES, torn=True, bold=False) == []


def test_one_title_or_an_entry_over_the_first_border_is_none() -> None:
    assert foot(["Measure", HILL], torn=True) == []
    assert foot(["Measure of the year and of the town", "", HILL, BAY], torn=True) == []


def torn(
    rest: Sequence[str] = NAMES, *, bold: bool = True, body: Sequence[Sequence[str]] = ROWS, painted: bool = False
) -> Paper:
    """A page that ends with titles over several columns; the next one begins with the names of these."""
    first, second = (paper := Paper()).sheet(height=400), paper.sheet(height=400)
    first.text(50, 60, PROSE)
    if painted:
        for x0, x1 in ((50, 150), (150, 290), (290, 430)):
            first.box(x0, 358, x1, 376, colour="0.85 0.85 0.85")
    for x, title in zip(XS, TITLES, strict=False):
        first.text(x + 4, 370, title, size=9, bold=True)
    for y in (50, 70, 90, 110):
        second.line(50, y, 430, y)
    for x in XS:
        second.line(x, 50, x, 110)
    for x, name in zip(XS, rest, strict=False):
        second.text(x + 4, 63, name, size=9, bold=bold)
    second.cells(XS, [70, 90], body)
    return paper


@pytest.mark.parametrize("painted", [False, True])
def test_the_titles_are_the_header_of_the_table_that_the_next_page_goes_on_with(painted: bool, engine: str) -> None:
    first, *_ = grids(document(torn(painted=painted), engine))
    assert [[cell for cell in row if cell] for row in texts(first)] == [[title for title in TITLES if title]]
    assert first.n_cols == 5


def test_a_title_painted_over_two_columns_spans_them() -> None:
    first, *_ = grids(document(torn(painted=True)))
    assert spans(first) == {HILL: (1, 2), BAY: (1, 2)}


def rows_at_end(paper: Paper) -> bool:
    return len(grids(document(paper))) > 1


def test_where_the_next_page_begins_with_no_rest_of_a_header_they_are_none() -> None:
    assert not rows_at_end(torn(bold=False))
    assert not rows_at_end(torn(["Names", *NAMES[1:]]))
