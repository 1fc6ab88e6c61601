"""A table in a box that the page's end cuts is read without the box; other borders beside it are columns of its own."""

from __future__ import annotations

import pytest

from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, paragraphs, texts

ROWS = [["Measure", "Now", "Later"], ["Roads swept", "40%", "50%"], ["Lamps lit", "4", "5"]]
SAID = ["How we do it", "We do all of it in the year that begins."]
END = 800.0


def framed(
    *,
    sides: tuple[float, float] = (20, 20),
    white: float = 0,
    beside: str = "",
    spanned: bool = False,
    bar: bool = False,
    rows: int = 3,
) -> Paper:
    """A table below a text in a box that ends ``white`` points below it. ``beside``: a text in a side of the box;
    ``spanned``: a rule goes on from the table to the box; ``bar``: another one parts the text; ``rows``: how many of
    the table there are."""
    sheet = (paper := Paper()).sheet()
    xs = [100.0, 200, 340, 480]
    left, right = xs[0] - sides[0], xs[-1] + sides[1]
    sheet.grid([left, right], [100, END])
    sheet.grid(xs, [700.0, 730, 760, END - white][3 - rows :], ROWS[:rows])
    sheet.text(100, 130, SAID[0]).text(100, 150, SAID[1])
    if beside:
        sheet.text(left + 3, 750, beside, size=7)
    if spanned:
        sheet.line(left, 730, xs[0], 730)
    if bar:
        sheet.line(left, 400, right, 400)
        sheet.text(100, 430, "And why we do it")
    return paper


def test_a_table_in_a_box_that_ends_with_it_is_read_alone(engine: str) -> None:
    doc = document(framed(), engine)
    assert [texts(grid) for grid in grids(doc)] == [ROWS]
    assert paragraphs(doc) == SAID


def test_a_rule_through_the_box_over_the_table_is_one_of_the_box() -> None:
    doc = document(framed(bar=True))
    assert [texts(grid) for grid in grids(doc)] == [ROWS]
    assert paragraphs(doc) == [*SAID, "And why we do it"]


def test_a_box_that_ends_below_the_table_is_none_of_its_borders() -> None:
    doc = document(framed(white=20))
    assert [texts(grid) for grid in grids(doc)] == [ROWS]
    assert paragraphs(doc) == SAID


@pytest.mark.parametrize("sides", [(80.0, 20.0), (20.0, 80.0)], ids=["at the left", "at the right"])
def test_wide_cells_beside_rows_are_columns(sides: tuple[float, float]) -> None:
    (grid,) = grids(document(framed(sides=sides)))
    assert texts(grid) == [["\n".join(SAID)], ["", *ROWS[0], ""], *ROWS[1:]]


def test_a_text_beside_the_rows_makes_it_a_column() -> None:
    (grid,) = grids(document(framed(beside="We")))
    assert texts(grid) == [["\n".join(SAID)], ["We", *ROWS[0], ""], *ROWS[1:]]


def test_so_does_a_rule_of_the_rows() -> None:
    (grid,) = grids(document(framed(spanned=True)))
    assert texts(grid) == [["\n".join(SAID)], ["", *ROWS[0], ""], ["", *ROWS[1]], ROWS[2]]


def test_two_rows_in_a_box_are_read_alone() -> None:
    doc = document(framed(rows=2))
    assert [texts(grid) for grid in grids(doc)] == [ROWS[:2]]
    assert paragraphs(doc) == SAID


def test_one_row_below_a_text_has_no_box_around_it(engine: str) -> None:
    """Blank cells at its ends look as the sides of a box would."""
    (grid,) = grids(document(framed(rows=1), engine))
    assert texts(grid) == [["\n".join(SAID)], ["", *ROWS[0], ""]]
