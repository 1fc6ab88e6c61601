"""Borders drawn as a ring, one filled path of two rectangles: they are rules, and nothing is painted between them."""

from __future__ import annotations

from itertools import pairwise
from math import cos, pi, sin

import pytest

from planparse.readers.pdf.engines.pdfium import PdfiumSource
from planparse.readers.pdf.engines.plumber import PlumberSource
from planparse.readers.pdf.engines.shapes import add_ring, is_faint
from planparse.readers.pdf.page import Page, Rule
from tests.readers.pdf.paper import Paper, Sheet
from tests.readers.pdf.reading import document, grids, paragraphs, texts

XS = [50.0, 200.0, 270.0, 340.0]
ROWS = [["Measure", "Actual", "Target"], ["Roads swept", "40%", "45%"], ["Lamps lit", "8", "9"]]


def ring(
    sheet: Sheet, x0: float, top: float, x1: float, bottom: float, *, inset: float = 0.7, fill: str = "f*"
) -> None:
    high = sheet.height
    outer = f"{x0} {high - bottom} {x1 - x0} {bottom - top} re"
    inner = f"{x0 + inset} {high - bottom + inset} {x1 - x0 - 2 * inset} {bottom - top - 2 * inset} re"
    sheet.raw(f"q 0 0 0 rg {inner} {outer} {fill} Q")


def drawn(**how: object) -> Paper:
    sheet = (paper := Paper()).sheet()
    for r in range(len(ROWS)):
        for x0, x1 in pairwise(XS):
            ring(sheet, x0, 100 + 20 * r, x1, 120 + 20 * r, **how)  # type: ignore[arg-type]
    sheet.cells(XS, [100, 120, 140], ROWS)
    return paper


def test_cells_with_a_ring_each_are_a_ruled_table(engine: str) -> None:
    (grid,) = grids(document(drawn(), engine))
    assert texts(grid) == ROWS
    assert grid.evidence[0].startswith("ruled")
    assert {cell.fill for cell in grid.cells} == {None}


def test_two_rectangles_both_filled_are_painted_areas() -> None:
    (grid,) = grids(document(drawn(fill="f")))
    assert {cell.fill for cell in grid.cells} == {"#000000"}


@pytest.mark.parametrize(
    ("one", "other", "is_ring"),
    [
        ((0, 0, 100, 20), (1, 1, 99, 19), True),
        ((1, 1, 99, 19), (0, 0, 100, 20), True),
        ((0, 0, 100, 20), (10, 5, 90, 15), False),
        ((0, 0, 100, 20), (50, 1, 150, 19), False),
        ((0, 0, 100, 20), (0, 0, 100, 20), False),
    ],
    ids=["inner last", "inner first", "a frame", "beside", "the same"],
)
def test_one_in_the_other_and_near_to_it(
    one: tuple[float, float, float, float], other: tuple[float, float, float, float], is_ring: bool
) -> None:
    page = Page(0, 595, 842)
    assert add_ring(one, other, page) is is_ring
    assert bool(page.horizontals) is is_ring


def test_a_side_that_is_not_drawn_gives_no_rule() -> None:
    page = Page(0, 595, 842)
    assert add_ring((0, 0, 100, 20), (1, 1, 99, 20), page)
    assert page.horizontals == [Rule(0.5, 0.5, 99.5)]
    assert len(page.verticals) == 2


def test_a_cell_painted_twice_covers_no_more_than_once(engine: str) -> None:
    """A block of stripes, each painted twice, is no grid whose white rows are missing."""
    sheet = (paper := Paper()).sheet()
    for r, row in enumerate([*ROWS, ["Trees planted", "4", "5"], ["Paths laid", "6", "7"]]):
        if r % 2:
            for x0, x1 in [*pairwise(XS)] * 2:
                sheet.box(x0, 100 + 20 * r, x1 - 0.3, 120 + 20 * r, colour="0.9 0.9 0.95")
        sheet.cells(XS, [100 + 20 * r], [row])
    (grid,) = grids(document(paper, engine))
    assert [row[0] for row in texts(grid)] == ["Measure", "Roads swept", "Lamps lit", "Trees planted", "Paths laid"]


def test_white_letters_on_a_box_drawn_side_by_side_are_seen(engine: str) -> None:
    """A path of four lines that is closed twice, filled and stroked."""
    sheet = (paper := Paper()).sheet()
    high = sheet.height
    sides = f"50 {high - 90} m 150 {high - 90} l 150 {high - 140} l 50 {high - 140} l h"
    sheet.raw(f"q 0 0.3 0.4 rg 0 0.3 0.4 RG {sides} b Q")
    sheet.text(60, 120, "1", size=20, grey=1).text(200, 120, "Keep the roads clean", size=14)
    found = document(paper, engine)
    assert not [aside for aside in found.asides if aside.kind == "hidden"]
    assert any("1" in text.split() for text in paragraphs(found))


def filled(curve: str, pieces: int, *, high: int = 120) -> Page:
    """A page with one filled path of pieces that begin 2 points apart, each with this curve or line on it."""
    path = " ".join(
        f"{50 + 2 * n} 600 m {50 + 2 * n} {600 + high} l {curve.format(x=52 + 2 * n)}" for n in range(pieces)
    )
    paper = Paper()
    paper.sheet().text(50, 300, "words").raw(f"q 0 0 0 rg {path} f Q")
    return PdfiumSource(paper.bytes()).page(0)


def test_a_filled_path_of_many_curves_is_a_picture() -> None:
    page = filled("{x} 720 {x} 660 {x} 600 c", 100)
    assert (page.fills, page.horizontals, page.verticals) == ([], [], [])
    assert [round(y) for box in page.drawings for y in box] == [50, 122, 250, 242]


def test_a_picture_over_most_of_the_page_hides_no_table() -> None:
    sheet = (paper := Paper()).sheet()
    leaf = " ".join(f"{n} 0 m {3 * n} 840 {2 * n} 400 590 {4 * n} c" for n in range(1, 140))
    sheet.raw(f"q 0.9 0.9 0.9 rg {leaf} f Q").cells(XS, [100, 120, 140], ROWS)
    assert PdfiumSource(paper.bytes()).page(0).drawings == []


@pytest.mark.parametrize(("curve", "pieces"), [("{x} 700 l {x} 600 l", 100), ("{x} 720 {x} 660 {x} 600 c", 20)])
def test_a_path_of_lines_or_of_few_curves_is_looked_at_piece_by_piece(curve: str, pieces: int) -> None:
    page = filled(curve, pieces)
    assert len(page.verticals) == pieces
    assert page.drawings == []


def badge(points: int, colour: str) -> Paper:
    """White words on a filled disc of many curves with a frayed edge."""
    sheet = (paper := Paper()).sheet().text(50, 300, "The plan of the town for the year")
    places = [
        (130 + r * cos(2 * pi * n / points), sheet.height - 110 + r * sin(2 * pi * n / points))
        for n in range(points)
        for r in ((45 if n % 2 else 38),)
    ]
    curves = " ".join(f"{x:.2f} {y:.2f} {x:.2f} {y:.2f} {x:.2f} {y:.2f} c" for x, y in [*places[1:], places[0]])
    sheet.raw(f"q {colour} rg {places[0][0]:.2f} {places[0][1]:.2f} m {curves} f Q")
    sheet.text(110, 114, "Priority", size=12, grey=1)
    return paper


@pytest.mark.parametrize("points", [24, 240], ids=["a badge", "a picture"])
@pytest.mark.parametrize(("colour", "seen"), [("0 0.3 0.4", True), ("1 1 1", False)], ids=["painted", "white"])
def test_white_words_on_a_painted_shape_of_curves_are_seen(points: int, colour: str, seen: bool) -> None:
    doc = document(badge(points, colour))
    assert ("Priority" in paragraphs(doc)) is seen
    assert [aside.kind for aside in doc.asides] == ([] if seen else ["hidden"])


@pytest.mark.parametrize(("colour", "seen"), [("0 0.3 0.4", True), ("1 1 1", False)], ids=["painted", "white"])
def test_white_words_on_a_small_badge_of_curves_are_seen_by_the_second_engine_too(colour: str, seen: bool) -> None:
    doc = document(badge(24, colour), "pdfplumber")
    assert ("Priority" in paragraphs(doc)) is seen
    assert [aside.kind for aside in doc.asides] == ([] if seen else ["hidden"])


def rounded(sheet: Sheet, x0: float, top: float, x1: float, bottom: float, corner: float = 3) -> str:
    """The path of a box with rounded corners."""
    low, high = sheet.height - bottom, sheet.height - top
    return (
        f"{x0 + corner} {high} m {x1 - corner} {high} l {x1} {high} {x1} {high} {x1} {high - corner} c "
        f"{x1} {low + corner} l {x1} {low} {x1} {low} {x1 - corner} {low} c "
        f"{x0 + corner} {low} l {x0} {low} {x0} {low} {x0} {low + corner} c "
        f"{x0} {high - corner} l {x0} {high} {x0} {high} {x0 + corner} {high} c "
    )


@pytest.mark.parametrize(("inset", "seen"), [(1, True), (8, False)], ids=["an outline", "a shape"])
def test_a_white_outline_around_white_words_paints_nothing_behind_them(inset: float, seen: bool) -> None:
    """Its two boxes are one path, the inner of which is left out: one far within the other is no outline."""
    sheet = (paper := Paper()).sheet().box(50, 100, 450, 132, colour="0 0.3 0.4")
    paths = rounded(sheet, 58, 106, 122, 126) + rounded(sheet, 58 + inset, 106 + inset, 122 - inset, 126 - inset)
    sheet.raw(f"q 1 1 1 rg {paths} f* Q").text(70, 120, "SAFE", grey=1).text(50, 300, "The plan of the town")
    doc = document(paper, "pdfplumber")
    assert any("SAFE" in text.split() for text in paragraphs(doc)) is seen


@pytest.mark.parametrize(
    ("colour", "faint"),
    [(None, True), ("#d0d0d0", True), ("#b0b8b0", True), ("#808080", False), ("#d0d0e8", False)],
    ids=["nothing", "light grey", "nearly grey", "dark grey", "light blue"],
)
def test_a_light_grey_is_faint(colour: str | None, faint: bool) -> None:
    assert is_faint(colour) is faint


@pytest.mark.parametrize("source", [PdfiumSource, PlumberSource])
@pytest.mark.parametrize(
    ("colour", "paint", "drawn"),
    [("0.85 0.85 0.85", "f", False), ("0.2 0.5 0.3", "f", True), ("0.85 0.85 0.85", "b", True)],
    ids=["a watermark", "a chart", "with an outline"],
)
def test_the_letters_of_a_watermark_are_no_drawing(
    source: type[PdfiumSource | PlumberSource], colour: str, paint: str, drawn: bool
) -> None:
    sheet = (paper := Paper()).sheet().cells(XS, [100, 120, 140], ROWS)
    letter = "60 740 m 180 690 l 300 740 l 280 670 l 180 650 l 80 670 l h"
    sheet.raw(f"q {colour} rg {letter} {paint} Q")
    assert bool(source(paper.bytes()).page(0).drawings) is drawn
