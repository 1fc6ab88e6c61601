"""Tables of which only the header is painted, cell by cell: its cells are the columns of what stands under them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from tests.readers.pdf.paper import Paper, Sheet, text_width
from tests.readers.pdf.reading import document, grids, paragraphs, spans, texts

XS = [50.0, 90.0, 200.0, 270.0, 330.0]
HEAD = ["Ref", "Indicator", "Last year", "Target"]
GREY = "0.85 0.85 0.85"
GREEN = "0.5 0.8 0.3"
ROWS = [
    (["1.1.1.KR"], ["Cases closed through", "prevention"], ["45%"], ["50%"]),
    (["1.1.2.KR"], ["Homes completed with", "help of the council in", "the year"], ["271"], ["n/a"]),
    (["1.1.3.KR"], ["Average stay"], ["35 days"], ["37 days"]),
]


def head(sheet: Sheet, top: float, names: Sequence[str] = HEAD, *, bold: bool = True) -> None:
    """Painted cells with a gap of a point between them."""
    for x0, x1, name in zip(XS, XS[1:], names, strict=False):
        sheet.box(x0, top, x1 - 1, top + 16, colour=GREY)
        sheet.text(x0 + 2, top + 11, name, size=9, bold=bold)


def rows(sheet: Sheet, top: float, *, middle: bool = False) -> float:
    """The rows, whose codes nearly touch the texts beside them; ``middle``: each entry in the middle of its row."""
    for cells in ROWS:
        high = 11 * max(map(len, cells)) + 4
        for x, lines in zip(XS, cells, strict=False):
            off = (high - 4 - 11 * len(lines)) / 2 if middle else 0
            for n, line in enumerate(lines):
                sheet.text(x + 2, top + off + 11 * (n + 1), line, size=9)
        top += high
    return top


EXPECTED = [HEAD, *([" ".join(lines) for lines in cells] for cells in ROWS)]


@pytest.mark.parametrize("bold", [True, False])
def test_entries_that_nearly_touch_stand_in_the_columns_of_the_painted_header(bold: bool, engine: str) -> None:
    assert text_width("1.1.1.KR", 9) > XS[1] - XS[0] - 6  # no white gap to be seen
    sheet = (paper := Paper()).sheet()
    sheet.text(50, 60, "Prevent homelessness wherever that can be done", bold=True)
    head(sheet, 80, bold=bold)
    rows(sheet, 96)
    (grid,) = grids(document(paper, engine))
    assert texts(grid) == EXPECTED


def test_each_header_has_the_rows_below_it_down_to_a_heading() -> None:
    sheet = (paper := Paper()).sheet()
    head(sheet, 80)
    end = rows(sheet, 96)
    sheet.text(50, end + 22, "Increase the supply of homes for all", size=12, bold=True)
    head(sheet, end + 34)
    rows(sheet, end + 50)
    doc = document(paper)
    assert [texts(grid) for grid in grids(doc)] == [EXPECTED, EXPECTED]
    assert paragraphs(doc) == ["Increase the supply of homes for all"]


def test_a_painted_cell_shows_its_row_from_top_to_bottom() -> None:
    """Entries stand in the middle of their rows, so that a row begins over the line of its figures."""
    sheet = (paper := Paper()).sheet()
    head(sheet, 80)
    top = 97.0
    for cells in ROWS:
        high = 11 * max(map(len, cells)) + 4
        sheet.box(XS[3], top, XS[4] - 1, top + high - 1, colour=GREEN)
        top += high
    rows(sheet, 97, middle=True)
    (grid,) = grids(document(paper))
    assert texts(grid) == EXPECTED
    assert [cell.fill for cell in grid.cells if cell.col == 3][1:] == ["#80cc4d"] * len(ROWS)


def test_stripes_are_no_headers() -> None:
    sheet = (paper := Paper()).sheet()
    for n, (code, text) in enumerate([("A1", "Sweep"), ("A2", "Mend"), ("A3", "Light"), ("A4", "Plant")]):
        if n % 2 == 0:
            for x0, x1 in pairwise(XS):
                sheet.box(x0, 80 + 16 * n, x1, 96 + 16 * n, colour=GREY)
        for x, entry in zip(XS, (code, text, f"{n}5%", f"{n}7%"), strict=False):
            sheet.text(x + 2, 91 + 16 * n, entry, size=9)
    (grid,) = grids(document(paper))
    assert [row[0] for row in texts(grid)] == ["A1", "A2", "A3", "A4"]
    assert "between rules or bands" not in grid.evidence[0]


def test_text_that_lies_over_the_columns_is_no_row_of_theirs() -> None:
    sheet = (paper := Paper()).sheet()
    head(sheet, 80)
    end = rows(sheet, 96)
    sheet.text(50, end + 14, "All of these figures are those of the year before the last one in all cases", size=9)
    doc = document(paper)
    assert texts(grids(doc)[0]) == EXPECTED
    assert len(paragraphs(doc)) == 1


EVEN = [50.0, 150.0, 230.0, 310.0, 390.0]
FIGURES = [["Roads swept", "40%", "45%", "50%"], ["Lamps lit", "8", "9", "10"], ["Trees planted", "5", "6", "7"]]


def two_lines(over: str, names: Sequence[str], *, pieces: bool) -> Paper:
    """A header of names in the middle of their columns, ``over`` the third one another line; it is painted cell by cell
    or in one piece. Rules stand between the rows."""
    sheet = (paper := Paper()).sheet()
    for x0, x1 in pairwise(EVEN) if pieces else [(EVEN[0], EVEN[-1] + 1)]:
        sheet.box(x0, 80, x1 - 1, 110, colour=GREY)
    for k, ((x0, x1), name) in enumerate(zip(pairwise(EVEN), names, strict=True)):
        sheet.text((x0 + x1 - text_width(name, 9, True)) / 2, 104 if k else 98, name, size=9, bold=True)
    sheet.text((EVEN[2] + EVEN[3] - text_width(over, 9, True)) / 2, 92, over, size=9, bold=True)
    for n, row in enumerate(FIGURES):
        for (x0, x1), text in zip(pairwise(EVEN), row, strict=True):
            sheet.text((x0 + x1 - text_width(text, 9)) / 2, 124 + 16 * n, text, size=9)
    return paper


@pytest.mark.parametrize(
    ("over", "names"),
    [
        ("Targets", ["Indicator", "2023/24", "2024/25", "2025/26"]),
        ("Homes of the", ["Indicator", "North", "South", "West"]),
    ],
    ids=["years", "names"],
)
def test_nothing_spans_in_a_header_painted_cell_by_cell(over: str, names: list[str], engine: str) -> None:
    """One name has two lines, of which the first stands in the middle over those of its neighbours too."""
    (grid,) = grids(document(two_lines(over, names, pieces=True), engine))
    assert texts(grid) == [[*names[:2], f"{over} {names[2]}", names[3]], *FIGURES]
    assert not spans(grid)


@pytest.mark.parametrize(
    "names", [["Indicator", "2023/24", "2024/25", "2025/26"], ["Indicator", "North", "South", "West"]]
)
def test_in_a_header_painted_in_one_piece_a_title_spans_its_columns(names: list[str], engine: str) -> None:
    (grid,) = grids(document(two_lines("Targets", names, pieces=False), engine))
    assert spans(grid)["Targets"] == (1, 3)


AFTER = [["1.2", "Some homes", "late", "Coach"], ["1.3", "Many homes", "early", "Clerk"]]


def then(cells: Sequence[tuple[float, float, str]], colour: str) -> list[list[list[str]]]:
    """A table with a painted header, other painted cells right below its rows, and rows below these."""
    sheet = (paper := Paper()).sheet()
    head(sheet, 80)
    top = rows(sheet, 96) + 4
    for x0, x1, text in cells:
        sheet.box(x0, top, x1 - 1, top + 16, colour=colour)
        sheet.text(x0 + 2, top + 11, text, size=9, bold=True)
    for n, row in enumerate(AFTER):
        for x, text in zip(XS, row, strict=False):
            sheet.text(x + 2, top + 28 + 12 * n, text, size=9)
    return [texts(grid) for grid in grids(document(paper))]


def test_a_cell_painted_like_the_header_in_other_columns_ends_its_table() -> None:
    (found,) = then([(50, 180, "Notes"), (180, 330, "")], GREY)
    assert found == EXPECTED


@pytest.mark.parametrize(
    ("cells", "colour"),
    [([(50.0, 330.0, "Notes")], GREY), ([(50.0, 200.0, "Notes")], GREY), ([(50.0, 180.0, "Notes")], GREEN)],
    ids=["over all columns", "over two of them", "of another colour"],
)
def test_a_painted_band_that_keeps_to_the_columns_is_within_it(
    cells: list[tuple[float, float, str]], colour: str
) -> None:
    (found,) = then(cells, colour)
    assert found[: len(EXPECTED)] == EXPECTED
    assert found[-2:] == AFTER


@pytest.mark.parametrize("end", [329, 250], ids=["across", "over some columns"])
def test_rules_across_such_a_table_part_its_rows(end: float) -> None:
    """Without them a row that has no code of its own is more of the one above."""
    sheet = (paper := Paper()).sheet()
    head(sheet, 80)
    body = [
        ["1.1", "Cases closed", "Coach", "May"],
        ["", "Homes kept", "Clerk", "June"],
        ["1.2", "Stay in homes", "Mayor", "July"],
    ]
    for n, row in enumerate(body):
        for x, text in zip(XS, row, strict=False):
            sheet.text(x + 2, 107 + 16 * n, text, size=9)
        sheet.line(50, 112 + 16 * n, end, 112 + 16 * n)
    (grid,) = grids(document(paper))
    assert (texts(grid) == [HEAD, *body]) is (end == 329)


@pytest.mark.parametrize("wider", [3.0, 6.0])
def test_a_band_a_little_wider_than_the_table_is_within_it(wider: float) -> None:
    sheet = (paper := Paper()).sheet()
    head(sheet, 80)
    top = rows(sheet, 96) + 4
    sheet.box(50 - wider, top, 329 + wider, top + 16, colour=GREY).text(52, top + 11, "Notes", size=9, bold=True)
    for n, row in enumerate(AFTER):
        for x, text in zip(XS, row, strict=False):
            sheet.text(x + 2, top + 28 + 12 * n, text, size=9)
    (grid,) = grids(document(paper))
    assert texts(grid)[: len(EXPECTED)] == EXPECTED
    assert texts(grid)[-2:] == AFTER


def spaced(last: float, *, painted: bool) -> list[str]:
    """The last row of a table whose lines of one text stand 15 points apart: the first row is ``painted``, and under
    the last one, which is white, stands a line ``last`` points below the one over it."""
    sheet = (paper := Paper()).sheet()
    head(sheet, 80)
    if painted:
        for x0, x1 in pairwise(XS):
            sheet.box(x0, 98, x1 - 1, 98 + 32, colour="0.95 0.95 0.95")
    for code, top, step in (("AB1", 98, 15), ("AB2", 130, last)):
        sheet.cells(XS, [top, top + 14], [[code, "Checks of homes", "4", "5"]])
        sheet.text(XS[1] + 4, top + 12 + step, "carried out", size=9)
    (grid,) = grids(document(paper))
    return texts(grid)[-1]


WHOLE, SHORT = ["AB2", "Checks of homes carried out", "4", "5"], ["AB2", "Checks of homes", "4", "5"]


@pytest.mark.parametrize(
    ("last", "painted", "row"),
    [(15, True, WHOLE), (22, True, SHORT), (15, False, SHORT)],
    ids=["as far as in a painted cell", "further", "no painted cell shows how far"],
)
def test_the_last_line_of_a_row_stands_no_further_than_lines_in_painted_cells(
    last: float, painted: bool, row: list[str]
) -> None:
    assert spaced(last, painted=painted) == row


def ruled(rules: Sequence[float], last: str = "carried out") -> list[list[str]]:
    """The rows of a table with rules across at these heights; under each of two rows, 15 points further down, stands a
    line in one column."""
    sheet = (paper := Paper()).sheet()
    head(sheet, 80)
    for y in rules:
        sheet.line(50, y, 329, y)
    for code, top, more in (("AB1", 98, "of tenants"), ("AB2", 130, last)):
        sheet.cells(XS, [top, top + 14], [[code, "Checks of homes", "4", "5"]])
        sheet.text(XS[1] + 4, top + 27, more, size=9)
    return texts(grids(document(paper))[0])[1:]


def test_the_last_line_over_the_rule_that_ends_its_row_is_of_it() -> None:
    assert ruled([97, 129, 161]) == [["AB1", "Checks of homes of tenants", "4", "5"], WHOLE]


@pytest.mark.parametrize("rules", [[97, 145], [97, 129, 145, 161], [161]], ids=["below", "between", "two rows"])
def test_where_rules_do_not_hold_it_together_with_its_row_it_is_not(rules: Sequence[float]) -> None:
    assert WHOLE not in ruled(rules)


@pytest.mark.parametrize("rule", [160, 128], ids=["below the note", "over its row"])
def test_a_note_over_several_columns_goes_on_as_far_as_the_rule_under_its_row(rule: float) -> None:
    sheet = (paper := Paper()).sheet()
    head(sheet, 80)
    for y in (97, 112, rule):
        sheet.line(50, y, 329, y)
    sheet.cells(
        XS,
        [98, 112, 126],
        [["AB1", "Checks of homes", "4", "5"], ["AB2", "Visits made", "none of them is yet known", ""]],
    )
    sheet.text(XS[2] + 4, 139, "to us or to any partner", size=9)
    cells = texts(grids(document(paper))[0])[-1]
    assert ("none of them is yet known to us or to any partner" in cells) is (rule == 160)
