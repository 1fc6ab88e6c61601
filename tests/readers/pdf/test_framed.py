"""A table in a box that the page's end cuts is read without the box; other borders beside it are columns of its own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from tests.readers.pdf.paper import Paper, Sheet
from tests.readers.pdf.reading import document, grids, paragraphs, texts

ROWS = [["Measure", "Now", "Later"], ["Roads swept", "40%", "50%"], ["Lamps lit", "4", "5"]]
SAID = ["How we do it", "We do all of it in the year that begins."]
END = 800.0
LEFT, RIGHT = 50.0, 545.0
LABELS = ["Actions", "Performance"]


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


HEAD, STEPS = ["Action", "Target date"], [["Mend the lanes", "31 March 2026"], ["Open the depot", "30 June 2026"]]
FIGURES = [["Ref", "Measure", "Now", "Later"], ["AB1", "Roads swept", "40%", "50%"], ["AB2", "Lamps lit", "4", "5"]]


def striped(sheet: Sheet, xs: Sequence[float], top: float, head: Sequence[str], rows: Sequence[Sequence[str]]) -> float:
    """Bold names over rows of which the first is painted, and the third; gives back where they end."""
    for x, name in zip(xs, head, strict=False):
        sheet.text(x + 5, top + 12, name, size=8, bold=True)
    top += 18
    for n, row in enumerate(rows):
        for x0, x1 in pairwise(xs) if n % 2 == 0 else ():
            sheet.box(x0, top, x1, top + 20, colour="0.93 0.96 0.94")
        for x, cell in zip(xs, row, strict=False):
            sheet.text(x + 5, top + 14, cell, size=11)
        top += 20
    return top


def card(sheet: Sheet, top: float, title: str, *, pad: float = 15, ruled: bool = False) -> float:
    """A framed card with a painted title over two striped tables, ``pad`` of white beside them; gives back where it
    ends. ``ruled``: with a rule below the title."""
    left, right = LEFT, RIGHT
    sheet.box(left, top, right, top + 30, colour="0.04 0.43 0.31")
    sheet.text(left + 15, top + 20, title, size=13, bold=True, grey=1)
    sheet.text(left + pad, top + 50, "Actions", bold=True)
    end = striped(sheet, [left + pad, 400, right - pad], top + 56, HEAD, STEPS)
    sheet.text(left + pad, end + 18, "Performance", bold=True)
    end = striped(sheet, [left + pad, 110, 340, 440, right - pad], end + 24, FIGURES[0], FIGURES[1:])
    sheet.grid([left, right], [top, *([top + 30] if ruled else []), end + 12])
    return end + 12


@pytest.mark.parametrize("pad", [8.0, 15.0, 30.0])
@pytest.mark.parametrize("ruled", [False, True])
def test_striped_tables_in_framed_cards_are_tables_below_their_labels(pad: float, ruled: bool, engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    end = card(sheet, 60, "AB1 Keep the roads", pad=pad, ruled=ruled)
    card(sheet, end + 20, "AB2 Keep the parks", pad=pad, ruled=ruled)
    doc = document(paper, engine)
    assert [texts(grid) for grid in grids(doc)] == [[HEAD, *STEPS], FIGURES] * 2
    assert paragraphs(doc) == [t for n, own in ((1, "roads"), (2, "parks")) for t in (f"AB{n} Keep the {own}", *LABELS)]


def test_a_card_that_goes_on_over_the_page_is_open_there(engine: str) -> None:
    paper = Paper()
    for top, head, rows in ((600.0, HEAD, STEPS * 5), (40.0, *FIGURES[:1], FIGURES[1:])):
        sheet = paper.sheet()
        inner = [110.0, 340, 440] if head != HEAD else [400.0]
        end = striped(sheet, [LEFT + 15, *inner, RIGHT - 15], top + 6, head, rows) + 4
        sheet.line(LEFT, top, LEFT, end).line(RIGHT, top, RIGHT, end)
        sheet.line(LEFT, top if head == HEAD else end, RIGHT, top if head == HEAD else end)
    assert [texts(grid) for grid in grids(document(paper, engine))] == [[HEAD, *STEPS * 5], FIGURES]


def test_rules_through_a_card_as_wide_as_its_stripes_are_rows_of_a_table() -> None:
    sheet = (paper := Paper()).sheet()
    rows = [["Roads", "38.2"], ["Parks", "12.4"], ["Pools", "4.1"]]
    for top in (100.0, 140.0):
        sheet.box(LEFT, top, 300, top + 20, colour="0.9 0.9 0.9").box(300, top, RIGHT, top + 20, colour="0.9 0.9 0.9")
    sheet.cells([LEFT, 300], [100.0, 120, 140], rows).grid([LEFT, RIGHT], [100.0, 120, 140, 160])
    (grid,) = grids(document(paper))
    assert [" ".join(row).split() for row in texts(grid)] == rows


def after_a_table(*, stripes: bool) -> list[list[list[str]]]:
    """The tables of a page that begins with a box as wide as the table that ended the page before."""
    sheet = (paper := Paper()).sheet()
    sheet.grid(
        [LEFT, 300, RIGHT], [700.0, 730, 760, 790], [["Division", "Budget"], ["Roads", "38.2"], ["Parks", "12.4"]]
    )
    if stripes:
        card(paper.sheet(), 60, "AB1 Keep the roads")
    else:
        paper.sheet().grid([LEFT, RIGHT], [60, 120], [["All of it is for the year that begins."]])
    return [texts(grid) for grid in grids(document(paper))][1:]


def test_a_box_around_striped_tables_is_no_row_of_the_table_before() -> None:
    assert after_a_table(stripes=True) == [[HEAD, *STEPS], FIGURES]


def test_a_box_of_text_as_wide_as_the_table_before_may_be() -> None:
    assert after_a_table(stripes=False) == [[["All of it is for the year that begins."]]]
