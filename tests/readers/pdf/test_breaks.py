"""Row borders that only the column borders show: they break where a text goes across, or their pieces meet."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from planparse.readers.pdf.page import Rule
from planparse.readers.pdf.ruled.breaks import with_breaks
from planparse.readers.pdf.ruled.rules import Frame
from tests.readers.pdf.paper import Paper, Sheet
from tests.readers.pdf.reading import document, grids, spans, texts

XS = [50, 110, 300, 370, 440]
YS = [100, 120, 140, 174, 194, 214, 248]
ROWS = [
    ["Ref", "Measure", "2015/16", "2016/17"],
    ["AB01: Swim more"],
    ["AB1", "Visits to pools of all\nkinds in the town", "9", "8"],
    ["AB2", "Warm days", "7", "6"],
    ["AB02: Run more"],
    ["AB3", "Runs on tracks\nof all kinds", "5", "4"],
]
"""Rows of one text go across all columns."""


def filled(sheet: Sheet) -> Sheet:
    return sheet.cells(XS, YS, ROWS)


def frame(sheet: Sheet, *, foot: bool = True) -> None:
    """The lines at the sides, round the header and under the table."""
    for y in (YS[0], YS[1], *([YS[-1]] if foot else [])):
        sheet.line(XS[0], y, XS[-1], y)
    for x in (XS[0], XS[-1]):
        sheet.line(x, YS[0], x, YS[-1])


def expected() -> list[list[str]]:
    return [[text.replace("\n", " ") for text in row] for row in ROWS]


def test_columns_that_break_at_bands_show_where_these_stand(engine: str) -> None:
    paper = Paper()
    sheet = filled(paper.sheet())
    frame(sheet)
    for x in XS[1:-1]:
        for top, bottom in ((100, 120), (140, 194), (214, 248)):
            sheet.line(x, top, x, bottom)
    (grid,) = grids(document(paper, engine))
    found = texts(grid)
    assert found[1] == ["AB01: Swim more"]
    assert ["AB02: Run more"] in found
    assert spans(grid) == {"AB01: Swim more": (1, 4), "AB02: Run more": (1, 4)}


@pytest.mark.parametrize("foot", [True, False])
def test_pieces_that_meet_in_both_sides_show_all_rows(foot: bool, engine: str) -> None:
    paper = Paper()
    sheet = filled(paper.sheet())
    frame(sheet, foot=foot)
    for number, (top, bottom) in enumerate(pairwise(YS)):
        for x in XS if len(ROWS[number]) > 1 else (XS[0], XS[-1]):
            sheet.line(x, top, x, bottom)
    (grid,) = grids(document(paper, engine))
    assert texts(grid) == expected()
    assert spans(grid) == {"AB01: Swim more": (1, 4), "AB02: Run more": (1, 4)}


def test_a_label_beside_several_rows_is_one_cell_though_its_border_is_in_pieces(engine: str) -> None:
    rows = [["Aim", "Measure", "2015/16"], ["Swim more", "Visits", "9"], ["", "Warm days", "7"], ["Run", "Runs", "5"]]
    xs, ys = [50, 150, 300, 370], [100, 120, 140, 160, 180]
    paper = Paper()
    sheet = paper.sheet().cells(xs, ys, rows)
    for y in (100, 120, 180):
        sheet.line(xs[0], y, xs[-1], y)
    for x in xs:
        for top, bottom in pairwise(ys):
            sheet.line(x, top, x, bottom)
    (grid,) = grids(document(paper, engine))
    assert texts(grid) == [
        ["Aim", "Measure", "2015/16"],
        ["Swim more", "Visits", "9"],
        ["Warm days", "7"],
        ["Run", "Runs", "5"],
    ]
    assert spans(grid) == {"Swim more": (2, 1)}


def test_pieces_that_end_within_lines_say_nothing() -> None:
    sides = [Rule(x, 0.0, 100.0) for x in (0.0, 50.0, 100.0)]
    frames = [Frame([Rule(0.0, 0.0, 100.0), Rule(100.0, 0.0, 100.0)], sides)]
    drawn = [Rule(x, top, top + 25.0) for x in (0.0, 50.0, 100.0) for top in (0.0, 25.0, 50.0, 75.0)]
    assert [round(h.at) for h in with_breaks(frames, drawn, [])[0].horizontals] == [0, 25, 50, 75, 100]
    assert with_breaks(frames, sides, [])[0].horizontals == frames[0].horizontals


def test_a_note_over_columns_parts_the_rows_of_the_whole_table(engine: str) -> None:
    note = "No target while the measure\nis under review"
    rows = [
        ["Ref", "Measure", "2015/16", "2016/17"],
        ["AB1", "Visits", note],
        ["AB2", "Runs", "7", "6"],
        ["AB3", "Swims", note],
    ]
    xs, ys = [50, 100, 250, 330, 410], [100, 120, 154, 174, 208]
    paper = Paper()
    sheet = paper.sheet().cells(xs, ys, rows)
    for y in (100, 120, 208):
        sheet.line(xs[0], y, xs[-1], y)
    for x in (xs[0], xs[1], xs[2], xs[4]):
        sheet.line(x, 100, x, 208)
    sheet.line(xs[3], 100, xs[3], 120).line(xs[3], 154, xs[3], 174)
    sheet.line(240, 300, 240, 330)  # no part of it
    (grid,) = grids(document(paper, engine))
    told = note.replace("\n", " ")
    assert texts(grid) == [
        ["Ref", "Measure", "2015/16", "2016/17"],
        ["AB1", "Visits", told],
        ["AB2", "Runs", "7", "6"],
        ["AB3", "Swims", told],
    ]


def test_a_table_without_lines_at_its_sides_has_rows_from_one_side_to_the_other(engine: str) -> None:
    rows = [["Ref", "Measure", "2015/16"], ["AB1", "Visits to pools", "9"], ["AB2", "Runs", "8"], ["AB3", "Rows", "7"]]
    xs, ys = [50, 110, 300, 370], [100, 120, 140, 160, 180]
    paper = Paper()
    sheet = paper.sheet().cells(xs, ys, rows)
    for y in (100, 120, 180):
        sheet.line(xs[0], y, xs[-1], y)
    for x in xs[1:-1]:
        for top, bottom in pairwise(ys):
            sheet.line(x, top, x, bottom)
    (grid,) = grids(document(paper, engine))
    assert texts(grid) == rows


HEADER = ["Ref", "Measure", "2015/16", "2016/17"]
FIRST = ["AB1", "Visits to pools of all\nkinds in the town", "9", "8"]


def headed(sheet: Sheet, header: Sequence[str], *, bold: bool, first: Sequence[str] = FIRST) -> Sheet:
    """A header and one row in a frame, a rule between them over the last two columns alone."""
    for y in (100, 120, 160):
        sheet.line(XS[2] if y == 120 else XS[0], y, XS[-1], y)
    for x in XS:
        sheet.line(x, 100, x, 160)
    for x, name in zip(XS, header, strict=False):
        for n, line in enumerate(name.split("\n")):
            sheet.text(x + 4, 112 + 11 * n, line, size=9, bold=bold)
    return sheet.cells(XS, [122], [first])


def test_a_bold_header_over_a_plain_row_ends_at_the_rule_under_some_of_its_names(engine: str) -> None:
    paper = Paper()
    headed(paper.sheet(), HEADER, bold=True)
    (grid,) = grids(document(paper, engine))
    assert texts(grid) == [HEADER, [text.replace("\n", " ") for text in FIRST]]


@pytest.mark.parametrize(
    ("header", "bold"),
    [(HEADER, False), (["Ref", "Measure\nof the year", "2015/16", "2016/17"], True)],
    ids=["plain", "a name goes on below"],
)
def test_other_names_over_a_rule_under_some_of_them_are_parted_from_no_row(header: list[str], bold: bool) -> None:
    paper = Paper()
    headed(paper.sheet(), header, bold=bold)
    (grid,) = grids(document(paper))
    assert texts(grid)[0][:2] != header[:2]


def test_words_above_and_below_a_table_are_no_part_of_its_header(engine: str) -> None:
    """The first column has no text in the row, and a bold one below the table."""
    paper = Paper()
    sheet = headed(paper.sheet(), HEADER, bold=True, first=["", *FIRST[1:]])
    sheet.text(54, 190, "Pools", size=11, bold=True)
    (grid,) = grids(document(paper, engine))
    assert texts(grid) == [HEADER, ["", *(text.replace("\n", " ") for text in FIRST[1:])]]


@pytest.mark.parametrize("lower", [0, 8], ids=["begin level", "one begins lower"])
def test_a_rule_over_some_columns_goes_on_where_pieces_meet_and_the_texts_below_begin_level(
    lower: float, engine: str
) -> None:
    rows = [["Ref", "Measure", "2015/16"], ["AB1", "Visits", "9"], ["AB2", "Runs", "8"], ["AB3", "Rows", "7"]]
    xs, ys = [50, 110, 300, 370], [100, 120, 150, 170, 190]
    paper = Paper()
    sheet = paper.sheet()
    for n, row in enumerate(rows):
        for c, (x, text) in enumerate(zip(xs, row, strict=False)):
            sheet.text(x + 4, ys[n] + 12 + (lower if n == 1 and c == 0 else 0), text, size=9)
    for y in (100, 120, 190):
        sheet.line(xs[1] if y == 120 else xs[0], y, xs[-1], y)
    for x in xs:
        for top, bottom in pairwise(ys):
            sheet.line(x, top, x, bottom)
    (grid,) = grids(document(paper, engine))
    assert (texts(grid) == rows) is (lower == 0)


TORN = [["Ref", "Measure", "2015/16"], ["AB1", "Visits", "9"], ["AB2", "Warm days of the", "7"]]


def torn(last: list[str], *, parted: bool, engine: str) -> int:
    """How many rows a table at a page's end has of which the borders are drawn anew below the last of these rows, with
    ``last`` beside them; ``parted``: rules stand between the rows."""
    xs, ys = [50, 110, 300, 370], [700, 720, 740, 760, 775]
    sheet = (paper := Paper()).sheet().cells(xs, ys, [*TORN, last])
    for y in ys[:3] if parted else ys[:1]:
        sheet.line(xs[0], y, xs[-1], y)
    for top, bottom in pairwise(ys):
        for x in xs:
            sheet.line(x, top, x, bottom)
    (grid,) = grids(document(paper, engine))
    return grid.n_rows


def test_borders_drawn_anew_below_the_text_of_a_row_that_the_page_tears_begin_no_row(engine: str) -> None:
    assert torn(["", "", ""], parted=True, engine=engine) == len(TORN)


def test_borders_drawn_anew_over_a_text_begin_a_row(engine: str) -> None:
    assert torn(["AB3", "", ""], parted=True, engine=engine) == len(TORN) + 1


def test_a_blank_row_is_one_where_pieces_of_the_borders_show_all_rows(engine: str) -> None:
    assert torn(["", "", ""], parted=False, engine=engine) == len(TORN) + 1
