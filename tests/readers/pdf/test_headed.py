"""A rule drawn cell by cell under a header parts the columns of all rows below it, where no other rules do."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from planparse.readers.pdf.page import Fill, Rule, Word, make_style
from planparse.readers.pdf.ruled.outer_rows import _are_painted_apart
from planparse.readers.pdf.unruled.headed import headed_regions
from planparse.readers.pdf.unruled.regions import Region
from planparse.readers.pdf.words.lines import Line, make_lines
from tests.readers.pdf.paper import Paper, Sheet
from tests.readers.pdf.reading import document, grids, paragraphs, texts

XS = [50.0, 90, 230, 300, 370]
HEAD = ["Ref", "Action", "Lead", "When"]
ROWS = [["P1", "Sweep the roads", "A Smith", "the whole year"], ["P2", "Mend the lamps", "B Jones", "by May"]]
RULE = [Rule(116, a, b) for a, b in pairwise(XS)]


def drawn(sheet: Sheet, rows: Sequence[Sequence[str]], top: float, *, bold: bool = False) -> float:
    """Rows 16 points high; gives back where they end."""
    for n, row in enumerate(rows):
        for x, cell in zip(XS, row, strict=False):
            sheet.text(x + 3, top + 12 + 16 * n, cell, size=9, bold=bold)
    return top + 16 * len(rows)


def lines(rows: Sequence[Sequence[str]] = ROWS, *, top: float = 116, size: float = 9, bold: bool = False) -> list[Line]:
    """Texts of words 4 points wide a letter, in rows 16 points high."""
    style = make_style(size=size, bold=bold, direction=0, invisible=False, white=False, font="", unmapped=False)
    words = []
    for n, row in enumerate(rows):
        for start, cell in zip(XS, row, strict=False):
            x, base = start + 3, top + 12 + 16 * n
            for text in cell.split():
                words.append(Word(text, x, base - 0.8 * size, x + 4 * len(text), base + 0.2 * size, base, style))
                x += 4 * len(text) + 3
    return make_lines(words) if words else []


HEADER = lines([HEAD], top=100)


def region(own: Sequence[Line], raw: Sequence[Rule] = RULE) -> Region | None:
    found = headed_regions(list(raw), sorted(own, key=lambda line: line.base), [])
    assert len(found) < 2
    return found[0] if found else None


def rows_of(found: Region | None) -> list[str]:
    return [line.text for line in found.lines] if found else []


def test_two_rows_of_text_under_a_header(engine: str) -> None:
    paper = Paper()
    sheet = paper.sheet()
    y = drawn(sheet, [HEAD], 100, bold=True)
    for a, b in pairwise(XS):
        sheet.line(a, y, b, y)
    y = drawn(sheet, ROWS, y)
    sheet.text(50, y + 40, "The dates are provisional until the board has seen them in the autumn.", size=9)
    doc = document(paper, engine)
    (grid,) = grids(doc)
    assert texts(grid) == [HEAD, *ROWS]
    assert paragraphs(doc) == ["The dates are provisional until the board has seen them in the autumn."]


def test_the_columns_are_where_the_pieces_meet() -> None:
    found = region([*HEADER, *lines()])
    assert found is not None
    assert found.columns == XS[1:-1]
    assert rows_of(found) == ["Ref Action Lead When", *[" ".join(row) for row in ROWS]]


def test_a_rule_in_one_piece_or_two_shows_no_columns() -> None:
    assert region([*HEADER, *lines()], [Rule(116, 50, 370)] * 3) is None
    assert region([*HEADER, *lines()], [Rule(116, 50, 230), Rule(116, 230, 370)]) is None
    assert region([*HEADER, *lines()], [Rule(116, 50, 90), Rule(116, 90, 230), Rule(116, 230, 370)]) is not None


def test_one_row_or_a_rule_without_a_header_is_no_table() -> None:
    assert region([*HEADER, *lines(ROWS[:1])]) is None
    assert region(lines()) is None
    assert region([*lines([["Actions"]], top=100), *lines()]) is None


def test_a_band_of_one_text_stands_between_rows_and_not_under_them() -> None:
    band = ["The parks and the open spaces of our town"]
    body = lines([ROWS[0], band, ROWS[1]])
    assert len(rows_of(region([*HEADER, *body]))) == 4
    body = lines([*ROWS, band])
    assert rows_of(region([*HEADER, *body]))[-1] == " ".join(ROWS[1])


def test_texts_over_the_borders_end_the_table() -> None:
    """What follows has other columns."""
    other = ["B7", "A text that runs on over two columns of it", "", "June"]
    body = lines([*ROWS, other, *ROWS])
    assert len(rows_of(region([*HEADER, *body]))) == 3


def test_rows_far_below_or_larger_end_the_table() -> None:
    assert len(rows_of(region([*HEADER, *lines(), *lines(ROWS, top=190)]))) == 3
    assert len(rows_of(region([*HEADER, *lines(), *lines(ROWS, top=150, size=13)]))) == 3
    assert len(rows_of(region([*HEADER, *lines(), *lines(ROWS, top=150)]))) == 5


def test_the_rules_of_the_next_table_end_this_one() -> None:
    below = lines([HEAD, *ROWS], top=170)
    second = [Rule(186, a, b) for a, b in pairwise([50, 80, 230, 290, 370])]
    found = headed_regions([*RULE, *second], [*HEADER, *lines(), *below], [])
    assert [one.columns for one in found] == [XS[1:-1], [80, 230, 290]]
    assert rows_of(found[0])[:3] == rows_of(found[1])
    assert " ".join(ROWS[0]) not in rows_of(found[0])[3:]


def test_a_title_over_some_columns_belongs_to_the_header() -> None:
    title = lines([["", "", "Who and when it is"]], top=88)
    found = region([*title, *HEADER, *lines()])
    assert rows_of(found)[0] == "Who and when it is"


def test_a_heading_over_the_header_stays_outside() -> None:
    heading = lines([["The streets and squares of our town"]], top=84)
    assert rows_of(region([*heading, *HEADER, *lines()]))[0] == "Ref Action Lead When"
    larger = lines([["", "", "Who and when it is"]], top=86, size=12)
    assert rows_of(region([*larger, *HEADER, *lines()]))[0] == "Ref Action Lead When"


def test_a_line_alone_begins_a_row_whose_entries_stand_at_its_foot() -> None:
    """The text of the action is two lines, the other entries stand beside the second."""
    own = lines([["", "Sweep the square each"]]) + lines([["P1", "week", "A Smith", "May"]], top=127)
    own += lines(ROWS, top=143)
    assert rows_of(region([*HEADER, *own]))[1:3] == ["Sweep the square each", "P1 week A Smith May"]


def test_a_line_alone_far_above_the_rows_or_over_a_border_begins_none() -> None:
    rest = lines(ROWS, top=146)
    assert region([*HEADER, *lines([["", "Sweep the square each"]]), *rest]) is None
    wide = lines([["", "Sweep the square each week of the year and all"]])
    assert region([*HEADER, *wide, *lines(ROWS, top=127)]) is None


def test_a_line_above_another_that_is_alone_begins_none() -> None:
    own = lines([["", "Sweep the square"]]) + lines([["", "each week"]], top=127) + lines(ROWS, top=138)
    assert region([*HEADER, *own]) is None


def around(rows: Sequence[Sequence[str]], *, step: float = 16) -> list[list[str]]:
    """The table whose header has such a rule over it and under it, its rows ``step`` apart."""
    sheet = (paper := Paper()).sheet()
    sheet.text(50, 60, "Streets", size=14, bold=True)
    for y in (100, 116):
        for a, b in pairwise(XS):
            sheet.line(a, y, b, y)
    drawn(sheet, [HEAD], 100, bold=True)
    for n, row in enumerate(rows):
        drawn(sheet, [row], 116 + step * n)
    return [row for grid in grids(document(paper)) for row in texts(grid)]


def test_rules_around_a_header_alone_leave_the_rows_below_theirs() -> None:
    rows = [*ROWS, ["P3", "Paint the hall", "C Brown", "in June"], ["P4", "Fit new doors", "A Smith", "in July"]]
    assert around(rows) == [HEAD, *rows]


def test_a_header_with_names_on_several_heights_ends_the_table_above_it(engine: str) -> None:
    """No line of it has a name in every column: those of one line stand in the middle beside those of two."""
    sheet = (paper := Paper()).sheet()
    xs = [50.0, 170.0, 240.0, 310.0, 380.0]

    def table(y: float, rows: Sequence[Sequence[str]]) -> float:
        for x, name in zip(xs, ("Measure", "Lead"), strict=False):
            sheet.text(x + 3, y + 6, name, size=9, bold=True)
        for x, name in zip(xs[2:], ("Actual", "Target"), strict=False):
            sheet.text(x + 3, y, name, size=9, bold=True).text(x + 3, y + 11, "2024/25", size=9, bold=True)
        for a, b in pairwise(xs):
            sheet.line(a, y + 16, b, y + 16)
        for n, row in enumerate(rows):
            for x, cell in zip(xs, row, strict=False):
                sheet.text(x + 3, y + 28 + 14 * n, cell, size=9)
        return y + 28 + 14 * len(rows)

    first = [["Roads swept", "A Smith", "40%", "45%"], ["Lamps lit", "B Jones", "8", "9"]]
    second = [["Trees planted", "C Brown", "4", "5"], ["Paths laid", "A Smith", "6", "7"]]
    end = table(100, first)
    sheet.text(50, end + 14, "Keep the parks of the town", size=10, bold=True)
    table(end + 34, second)
    found = grids(document(paper, engine))
    assert [texts(grid)[-2:] for grid in found] == [first, second]


def test_rows_around_another_table_are_two_tables(engine: str) -> None:
    """The rule under each header is as long as the other, and a block of labels stands between the rows of the two."""
    sheet = (paper := Paper()).sheet()
    xs = [50.0, 200.0, 300.0, 400.0]
    head = ["Measure", "Actual", "Target"]
    tops = (100.0, 260.0)
    for top, name in zip(tops, ("Roads", "Parks"), strict=True):
        for n, row in enumerate(
            [head, *([f"{name} in the wards of the town {k}", f"{k}%", f"{k + 2}%"] for k in range(3))]
        ):
            for x, cell in zip(xs, row, strict=False):
                sheet.text(x + 3, top + 12 + 16 * n, cell, size=9, bold=n == 0)
        for a, b in pairwise(xs):
            sheet.line(a, top + 17, b, top + 17)
    labels = [
        ("Priority:", "Health"),
        ("Objective:", "Keep the parks of the town"),
        ("Lead:", "A Smith"),
        ("Risk:", "Low"),
    ]
    for n, (label, text) in enumerate(labels):
        sheet.text(50, 186 + 16 * n, label, size=9, bold=True).text(130, 186 + 16 * n, text, size=9)
    found = grids(document(paper, engine))
    assert [texts(grid)[0][0] for grid in found] == ["Measure", "Priority:", "Measure"]


@pytest.mark.parametrize(("step", "begins"), [(10, True), (15, False)])
def test_a_text_may_begin_several_lines_over_the_other_entries_of_its_row(step: float, begins: bool) -> None:
    own = [["", "Ask all who"], ["", "use the bridge"], ROWS[0], ["", "or the ferry"], ["", "in the year"]]
    under = [line for n, row in enumerate(own) for line in lines([row], top=116 + step * n)]
    found = region([*HEADER, *under, *lines([ROWS[1]], top=116 + 5 * step + 8)])
    texts = [line.text for line in [*HEADER, *under[: len(own)]]]
    assert rows_of(found)[:6] == (texts if begins else [])


@pytest.mark.parametrize("several", [True, False])
def test_painted_cells_one_under_the_other_are_those_of_several_rows(several: bool) -> None:
    """Under a header at the page's end, where the last rule could have all that is left of the page as one row."""
    own = lines(ROWS)
    middle = [132.0] if several else []
    cells = [Fill(300, top, 370, bottom, "00b050") for top, bottom in pairwise([116.0, *middle, 148.0])]
    cells.append(Fill(50, 100, 370, 116, "000000"))
    assert _are_painted_apart(own, cells) is several


@pytest.mark.parametrize("x", [302, 52])
def test_a_column_painted_cell_under_cell_shows_the_rows(x: float, engine: str) -> None:
    """Names begin over the figures of their rows; painted cells in the first column may be of several rows."""
    paper = Paper()
    sheet = paper.sheet()
    for start, name in zip(XS, ["Ref", "Action", "2024/25", "Status"], strict=False):
        sheet.text(start + 3, 192, name, size=9, bold=True)
    for a, b in pairwise(XS):
        sheet.line(a, 200, b, 200)
    for n, value in enumerate(["51", "60", "72"]):
        top = 200 + 36 * n
        sheet.box(x, top, x + 36, top + 36, colour="0 0.7 0")
        for start, text in zip(XS, [f"P{n + 1}", "", value, "Green"], strict=False):
            sheet.text(start + 3, top + 20, text, size=9)
        sheet.text(93, top + 15, "Sweep the roads", size=9).text(93, top + 25, "on the hill", size=9)
    (grid,) = grids(document(paper, engine))
    rows = [[f"P{n + 1}", "Sweep the roads on the hill", value, "Green"] for n, value in enumerate(["51", "60", "72"])]
    assert (texts(grid)[1:] == rows) is (x == 302)
