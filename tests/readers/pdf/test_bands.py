"""Shaded rows: at a page's end, with the rows that they stand over on the next one, and the cells that they have."""

from __future__ import annotations

import pytest

from tests.readers.pdf.paper import Paper, text_width
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


def shaded(*lines: tuple[tuple[float, str], ...]) -> Paper:
    """A header, a white row, a shaded one of these lines, and two rows more."""
    paper = Paper()
    sheet = paper.sheet()
    sheet.box(50, 100, 450, 118, colour="0.7 0.8 0.9").box(50, 136, 450, 140 + 11 * len(lines), colour="0.9 0.9 0.9")
    rows = [[(54, "Code"), (130, "Measure"), (330, "Actual"), (400, "Target")]]
    rows.append([(54, "QX 01"), (130, "Streets swept"), (330, "41%"), (400, "43%")])
    rows += [[(54, f"QX 0{n}"), (130, "Bins emptied"), (330, "61%"), (400, "65%")] for n in (3, 4)]
    end = 140 + 11 * len(lines)
    sheet.box(50, end + 18, 450, end + 36, colour="0.9 0.9 0.9")
    for base, row in zip((112, 130, end + 12, end + 30), rows, strict=True):
        for x, text in row:
            sheet.text(x, base, text, size=9)
    for n, line in enumerate(lines):
        for x, text in line:
            sheet.text(x, 147 + 11 * n, text, size=9)
    return paper


def test_the_third_line_of_a_cell_in_a_shaded_row_goes_on_in_its_column(engine: str) -> None:
    first = ((54, "QX 02"), (130, "Household waste sent for"), (330, "1"), (400, "2"))
    paper = shaded(first, ((130, "reuse or composting in the"),), ((130, "whole of the borough"),))
    assert texts(grids(document(paper, engine))[0])[2] == [
        "QX 02",
        "Household waste sent for reuse or composting in the whole of the borough",
        "1",
        "2",
    ]


def test_a_text_alone_in_a_shaded_row_spans_it_only_from_its_edge_or_in_its_middle(engine: str) -> None:
    def last(x: float) -> list[str]:
        return texts(grids(document(shaded(((x, "Waste and streets"),)), engine))[0])[2]

    assert last(54) == ["Waste and streets"]
    assert last(215) == ["Waste and streets"]
    assert last(130) == ["", "Waste and streets", "", ""]


def test_a_line_that_ends_where_the_one_above_it_does_goes_on_with_that(engine: str) -> None:
    first = ((54, "QX 02"), (130, "Waste"), (330, "41%"), (415, "2026/27"))
    end = 415 + text_width("2026/27", 9)
    paper = shaded(first, ((end - text_width("so far", 9), "so far"),))
    assert texts(grids(document(paper, engine))[0])[2] == ["QX 02", "Waste", "41%", "2026/27 so far"]


QUARTERS = ["Quarter 1", "Quarter 2", "Quarter 3"]


def under(names: list[str], *, top: float = 80, bold: bool = True, colour: str = BLUE, shift: float = 0) -> Paper:
    """A ruled table of one row right below a shaded band with the names of its columns."""
    xs = [50.0, 200, 350, 500]
    sheet = (paper := Paper()).sheet()
    sheet.box(50, top, 500, 100, colour=colour)
    for x, name in zip(xs, names, strict=False):
        sheet.text(x + 40 + shift, 94, name, size=9, bold=bold)
    sheet.grid(xs, [100, 130], [["Plant the trees", "Sign the code", "Open the bridge"]])
    return paper


def test_names_in_a_shaded_band_over_a_ruled_table_are_its_header(engine: str) -> None:
    (grid,) = grids(document(under(QUARTERS), engine))
    assert texts(grid) == [QUARTERS, ["Plant the trees", "Sign the code", "Open the bridge"]]


def test_so_are_bold_ones_without_paint_over_a_table_that_begins_with_plain_text(engine: str) -> None:
    (grid,) = grids(document(under(QUARTERS, colour="1 1 1"), engine))
    assert texts(grid) == [QUARTERS, ["Plant the trees", "Sign the code", "Open the bridge"]]


@pytest.mark.parametrize(
    "paper",
    [
        under(["Milestones"]),
        under(QUARTERS, bold=False),
        under(QUARTERS, top=40),
        under(QUARTERS, shift=80),
    ],
    ids=["a title", "plain", "a high panel", "over the borders"],
)
def test_other_texts_over_it_are_not(paper: Paper) -> None:
    assert QUARTERS not in [row for grid in grids(document(paper)) for row in texts(grid)]
