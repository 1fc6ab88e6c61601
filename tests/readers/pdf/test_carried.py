"""A row or two at the top of a page that go on with the table of the page before."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Any

import pytest

from planparse.model.document import Grid, Paragraph
from planparse.readers.pdf.finder import _with_following
from planparse.readers.pdf.page import Page, Rule, Word, make_style
from planparse.readers.pdf.paragraphs.reading_order import Group
from planparse.readers.pdf.ruled.lattice import Slab
from planparse.readers.pdf.ruled.tables import PAD, Table, TableCell
from planparse.readers.pdf.unruled.aligned import aligned_table
from planparse.readers.pdf.unruled.carried import carried_lines, clear_of, following_lines, is_rest_of_row
from planparse.readers.pdf.unruled.goes_on import carried
from planparse.readers.pdf.unruled.hints import hints_of
from planparse.readers.pdf.unruled.known import Headers
from planparse.readers.pdf.unruled.regions import Region
from planparse.readers.pdf.words.lines import Line, make_lines
from planparse.readers.pdf.words.runs import NEAR_GAP
from tests.readers.pdf.paper import Paper, Sheet
from tests.readers.pdf.reading import document, grids, paragraphs, texts
from tests.readers.pdf.test_filled_columns import line

XS = [50, 120, 330, 400, 470]
ROWS = [
    ["ID", "Indicator", "2016/17", "2017/18", "2018/19"],
    ["AB1", "Calls answered in twenty seconds", "81%", "82%", "83%"],
    ["AB2", "Visits to the pool", "4,500", "4,600", "4,700"],
    ["AB3", "Letters answered on time", "91%", "tbc", "93%"],
]
LAST = ["AB4", "Potholes mended", "12", "14", "16"]


def row(sheet: Sheet, y: float, cells: list[str]) -> None:
    for x, text in zip(XS, cells, strict=True):
        sheet.text(x, y, text)


def begun() -> Paper:
    """A page that ends with a table that has rules below its rows only."""
    paper = Paper()
    sheet = paper.sheet()
    sheet.text(50, 60, "Calls and visits", size=14, bold=True)
    for n, cells in enumerate(ROWS):
        row(sheet, 720 + 20 * n, cells)
        sheet.line(50, 725 + 20 * n, 530, 725 + 20 * n)
    return paper


@pytest.mark.parametrize("head", ["", "Service Plan 2016"])
def test_a_lone_row_goes_on_in_the_columns_of_the_page_before(head: str, engine: str) -> None:
    paper = begun()
    sheet = paper.sheet()
    if head:
        sheet.text(50, 40, head)
    row(sheet, 70, LAST)
    sheet.text(50, 140, "Nothing else is planned for the year that the plan covers.")
    first, second = grids(document(paper, engine))
    assert texts(first) == ROWS
    assert texts(second) == [LAST]
    assert len(second.edges) == len(first.edges)
    assert "the page before" in second.evidence[0]


@pytest.mark.parametrize(
    "cells",
    [
        ["Contact", "Email", "Telephone", "", ""],
        ["", "Printed on paper that reaches over the border of a column", "12", "", ""],
    ],
    ids=["no value", "over a border"],
)
def test_a_line_of_something_else_does_not(cells: list[str], engine: str) -> None:
    paper = begun()
    row(paper.sheet(), 70, cells)
    doc = document(paper, engine)
    assert len(grids(doc)) == 1
    assert isinstance(doc.blocks[-1], Paragraph)


def test_a_lone_row_on_a_first_page_is_text(engine: str) -> None:
    paper = Paper()
    row(paper.sheet(), 70, LAST)
    assert not [b for b in document(paper, engine).blocks if isinstance(b, Grid)]


NEXT = ["ID", "Visits", "2016/17", "2017/18", "2018/19"]


def test_a_heading_over_the_bold_header_of_another_table_is_no_row(engine: str) -> None:
    paper = begun()
    sheet = paper.sheet()
    sheet.text(50, 60, "Pools", bold=True)
    for n, cells in enumerate((NEXT, LAST)):
        for x, text in zip(XS, cells, strict=True):
            sheet.text(x, 78 + 18 * n, text, bold=n == 0)
    doc = document(paper, engine)
    assert not any("Pools" in cell for grid in grids(doc) for row in texts(grid) for cell in row)
    assert "Pools" in paragraphs(doc)


def lines(*rows: list[str], bold: int = 0) -> list[Line]:
    """Rows 18 points apart in these columns, the first of them bold."""
    words = []
    for n, cells in enumerate(rows):
        style = make_style(size=10, bold=n < bold, direction=0, invisible=False, white=False, font="", unmapped=False)
        for x, cell in zip(XS, cells, strict=True):
            if cell:
                words.append(Word(cell, x, 52 + 18 * n, x + 5 * len(cell), 62 + 18 * n, 60 + 18 * n, style))
    return make_lines(words)


LAST_STYLE = make_style(size=10, bold=False, direction=0, invisible=False, white=False, font="", unmapped=False)
BEFORE = (48.0, 117, 327, 397, 467, 540)
ALONE = ["", "Pools", "", "", ""]


@pytest.mark.parametrize(
    ("rows", "bold", "count"),
    [
        ([ALONE, LAST], 0, 2),
        ([ALONE, NEXT, LAST], 2, 0),
        ([ALONE, LAST], 1, 2),
        ([NEXT, LAST], 2, 2),
        ([ALONE, ALONE, LAST], 0, 2),
    ],
    ids=["plain", "a bold header below", "a plain row below", "no heading", "running heads above"],
)
def test_which_lines_at_a_pages_top_go_on(rows: list[list[str]], bold: int, count: int) -> None:
    assert len(carried_lines(lines(*rows, bold=bold), BEFORE, [])) == count


def test_the_rest_of_a_torn_row_may_have_several_lines() -> None:
    rest = [Line([Word("x", 50, 20, 90, 30, base, LAST_STYLE)], 50, 90, base, LAST_STYLE) for base in (36.0, 48.0)]
    assert len(carried_lines([*rest, *lines(LAST)], BEFORE, [])) == 3


@pytest.mark.parametrize(
    ("bold", "header", "top", "count"),
    [(1, 1, 70, 0), (0, 1, 70, 1), (1, 0, 70, 1), (0, 1, 55, 0)],
    ids=["heading", "plain line", "plain header", "below the table's begin"],
)
def test_a_bold_line_on_the_rule_of_a_table_with_a_bold_header_is_its_heading(
    bold: int, header: int, top: float, count: int
) -> None:
    own = lines(ALONE, bold=bold)
    cells = [
        TableCell(Slab(n, 0, 1, 1), (48, top + 18 * n, 540, top + 18 * n + 18), lines(NEXT, bold=header - n)[0].words)
        for n in range(2)
    ]
    table = Table([48, 540], [top, top + 18, top + 36], cells, [])
    assert len(carried(Group(own, [table]), BEFORE, [Rule(66, 48, 540)], Headers())) == count


def ended(second: Paper, *, drawn: bool) -> Paper:
    """A page that ends with a table, with borders around its cells or with rules below its rows only."""
    paper = Paper() if drawn else begun()
    if drawn:
        paper.sheet().grid([*XS, 530], [707 + 20 * n for n in range(5)], ROWS, size=10)
    paper.sheets += second.sheets
    return paper


def running(*, table: bool) -> Paper:
    """A page with a running head over its own rule, and white paper and a table below it, or one row and a rule."""
    sheet = (paper := Paper()).sheet()
    sheet.text(54, 40, "Streets").text(404, 40, "2016/17").line(50, 46, 530, 46)
    for y in (90, 110, 130) if table else (66,):
        sheet.line(50, y, 530, y)
    for n, cells in enumerate((ROWS[0], LAST) if table else (LAST,)):
        row(sheet, (104 if table else 60) + 20 * n, cells)
    return paper


def last(paper: Paper, engine: str) -> list[list[str]]:
    return texts(grids(document(paper, engine))[-1])


@pytest.mark.parametrize("table", [True, False])
def test_no_row_goes_on_with_a_table_that_is_drawn_on_all_sides(table: bool, engine: str) -> None:
    doc = document(ended(running(table=table), drawn=True), engine)
    assert [texts(grid) for grid in grids(doc)] == [ROWS, *([[ROWS[0], LAST]] if table else [])]
    assert "Streets 2016/17" in paragraphs(doc)


def test_a_running_head_with_white_paper_below_its_rule_is_no_row(engine: str) -> None:
    assert last(ended(running(table=True), drawn=False), engine) == [ROWS[0], LAST]


def test_a_row_with_the_next_one_below_its_rule_goes_on(engine: str) -> None:
    assert last(ended(running(table=False), drawn=False), engine) == [["Streets", "", "", "2016/17", ""], LAST]


NOTE = "Counted once a year: the first year is used to set a baseline for those that follow"


def unruled(last: list[str], *, note: str = NOTE, size: float = 10, bold: bool = False) -> Paper:
    """Two pages of rows without rules; the second begins with a row, a note far below it and a row far below that."""
    paper = Paper()
    sheet = paper.sheet()
    for n, cells in enumerate(ROWS):
        row(sheet, 720 + 20 * n, cells)
    sheet = paper.sheet()
    row(sheet, 60, LAST)
    sheet.text(50, 88, note, size=size, bold=bold)
    row(sheet, 116, last)
    sheet.text(50, 190, "Nothing else is planned.")
    return paper


TO_BE_SET = ["AB5", "Books lent", "15", "To be set when counted", ""]


@pytest.mark.parametrize("last", [["AB5", "Books lent", "15", "17", "18 or 19, as fixed"], TO_BE_SET])
def test_rows_go_on_past_a_note_over_columns_and_wide_gaps(last: list[str], engine: str) -> None:
    first, second = grids(document(unruled(last), engine))
    assert texts(first) == ROWS
    assert [[cell for cell in row if cell] for row in texts(second)] == [LAST, [NOTE], [c for c in last if c]]
    assert len(second.edges) == len(first.edges)


def test_a_border_moves_right_past_a_text_that_is_longer_than_those_of_the_page_before() -> None:
    before = (48.0, 100.0, 160.0, 390.0, 460.0, 520.0)
    own = lines(["AB5", "Books lent out", "15", "17", "18"])
    end = max(word.x1 for word in own[0].words if word.x0 < XS[2])
    assert 160 < end < XS[2]
    assert clear_of(own, before) == [100.0, (end + XS[2]) / 2, 390.0, 460.0]
    assert clear_of(own, (*before[:2], end + 1, *before[3:])) == [100.0, end + 1, 390.0, 460.0]


@pytest.mark.parametrize(("size", "bold"), [(12, False), (10, True)], ids=["larger", "bold"])
def test_rows_below_a_heading_are_another_table(size: float, bold: bool, engine: str) -> None:
    doc = document(unruled(TO_BE_SET, note="Libraries and the books that they lend out", size=size, bold=bold), engine)
    assert texts(grids(doc)[1]) == [LAST]
    assert any("Libraries" in text for text in paragraphs(doc))


@pytest.mark.parametrize("again", [False, True], ids=["rows", "a header and its rows"])
def test_rows_below_a_note_on_the_same_page_go_on_with_the_table(again: bool, engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    for n, cells in enumerate(ROWS):
        row(sheet, 100 + 15 * n, cells)
    sheet.line(50, 104, 530, 104)
    sheet.text(
        50, 165, "The measures above are those that partners outside of the council answer for, wholly or in part,"
    )
    sheet.text(50, 177, "so that a range was looked at and not taken up.")
    for n, cells in enumerate([ROWS[0], LAST, TO_BE_SET] if again else [LAST, TO_BE_SET]):
        row(sheet, 197 + 20 * n, cells)
    first, *others = grids(document(paper, engine))
    if again:
        assert texts(first) == ROWS
    else:
        assert not others
        assert [[cell for cell in row if cell] for row in texts(first)][-2:] == [LAST, [c for c in TO_BE_SET if c]]


BLOCK = [
    ("Aim", ["Every lane is swept once in each week of the year"]),
    ("Developments", ["Bins on every corner of the square", "A new depot behind the hall"]),
    ("Issues", ["Wet leaves in the autumn of the year"]),
    ("Milestones", ["a. Buy a sweeper by June", "b. Train the drivers by July", "c. Open the depot by May"]),
    ("Lead", ["Head of Streets"]),
]


def blocks(sheet: Sheet, y: float, entries: Sequence[tuple[str, Sequence[str]]]) -> None:
    """Labels with their texts beside them, no rule; the texts of one are 20 points apart."""
    for label, own in entries:
        sheet.text(50, y, label, bold=True)
        for text in own:
            sheet.text(160, y, text)
            y += 20


@pytest.mark.parametrize("cut", [1, 2, 3])
@pytest.mark.parametrize("head", ["", "Business Plan"])
def test_texts_beside_labels_go_on_over_the_page(cut: int, head: str, engine: str) -> None:
    paper = Paper()
    label, own = BLOCK[3]
    blocks(paper.sheet().text(290, 820, "Page 1"), 660, [*BLOCK[:3], (label, own[:cut])])
    sheet = paper.sheet().text(290, 820, "Page 2")
    if head:
        sheet.text(300, 40, head)
    blocks(sheet, 70, [*([("", own[cut:])] if own[cut:] else []), BLOCK[4]])
    sheet.text(50, 200, "Nothing else is planned for the year that the plan covers in all of its parts.")
    found = [row for grid in grids(document(paper, engine)) for row in texts(grid)]
    assert [row[0] for row in found if row[0]] == [name for name, _ in BLOCK]
    whole = " ".join(text.split(". ")[-1] for _, own in BLOCK for text in own)  # list labels are no part of a text
    assert " ".join(row[1] for row in found).replace("\n", " ") == whole


def test_labels_at_a_pages_foot_begin_the_table_of_the_next_page(engine: str) -> None:
    paper = Paper()
    sheet = paper.sheet().text(50, 600, "The plan is read again in the spring of each year by all who wrote it.")
    blocks(sheet, 760, BLOCK[:1])
    blocks(paper.sheet(), 70, BLOCK[1:])
    first, second = grids(document(paper, engine))
    assert [row[0] for grid in (first, second) for row in texts(grid) if row[0]] == [name for name, _ in BLOCK]
    assert "the next page" in first.evidence[-1]


def test_a_row_below_a_painted_one_goes_on_too(engine: str) -> None:
    """The lower edge of the painted rest of a row is no end of the table."""
    before = [["P1", "Sweep roads", "5", "6"], ["P2", "Mend lamps", "7", "8"]]
    xs = [50.0, 120.0, 280.0, 340.0, 400.0]
    paper = Paper()
    first, second = paper.sheet(height=400), paper.sheet(height=400)
    for n, cells in enumerate([["Ref", "Action", "Actual", "Target"], *before, ["P3", "Plant the trees", "9", "10"]]):
        if n % 2:
            for x0, x1 in itertools.pairwise(xs):
                first.box(x0, 318 + 16 * n, x1, 334 + 16 * n, colour="0.9 0.9 0.95")
        for x, cell in zip(xs, cells, strict=False):
            first.text(x + 3, 329 + 16 * n, cell, size=9, bold=n == 0)
    for x0, x1 in itertools.pairwise(xs):
        second.box(x0, 50, x1, 66, colour="0.9 0.9 0.95")
    second.text(123, 61, "of the square", size=9)
    for x, cell in zip(xs, ["P4", "Light the path", "11", "12"], strict=False):
        second.text(x + 3, 77, cell, size=9)
    rows = [row for grid in grids(document(paper, engine)) for row in texts(grid)]
    assert rows[-2:] == [["", "of the square", "", ""], ["P4", "Light the path", "11", "12"]]


def test_the_rest_of_a_torn_text_stands_under_a_header_that_comes_again(engine: str) -> None:
    xs = [50.0, 120.0, 280.0, 340.0, 400.0]
    head = ["Ref", "Action", "Actual", "Target"]
    paper = Paper()
    first, second = paper.sheet(height=400), paper.sheet(height=400)
    first.grid(xs, [310, 330, 350], [])
    for x in xs:
        first.line(x, 350, x, 374)
    for n, cells in enumerate([head, ["P1", "Sweep roads", "5", "6"], ["P2", "Mend the lamps", "7", "8"]]):
        for x, cell in zip(xs, cells, strict=False):
            first.text(x + 4, 323 + 20 * n, cell, size=9, bold=n == 0)
    second.grid(xs, [50, 70], [])
    for x, cell in zip(xs, head, strict=False):
        second.text(x + 4, 63, cell, size=9, bold=True)
    second.text(124, 80, "of the square", size=9)
    second.text(50, 120, "What we shall do next year in the town and in all of its wards", size=9)
    found = grids(document(paper, engine))
    assert texts(found[-1]) == [head, ["", "of the square", "", ""]]


@pytest.mark.parametrize(
    ("rest", "count"),
    [
        (["", "by the council", "and kept", "", ""], 1),
        (["", "By the council", "And kept", "", ""], 0),
    ],
    ids=["tails", "no tails"],
)
def test_the_ends_of_several_texts_alone_go_on(rest: list[str], count: int) -> None:
    (line,) = lines(rest)
    assert len(carried_lines([line], BEFORE, [])) == count


def test_a_row_in_which_only_a_value_is_in_small_letters_is_no_end_of_one() -> None:
    own = [line((50, "AB9"), (120, "Calls taken"), (330, value), base=100) for value in ("tbc", "n/a", "both")]
    assert [is_rest_of_row([row], BEFORE) for row in own] == [False, False, True]


NARROW = (48.0, 100.0, 160.0, 390.0, 460.0, 520.0)


def test_a_row_with_a_text_longer_than_its_column_on_the_page_before_goes_on() -> None:
    assert len(carried_lines(lines(["AB5", "Books lent out", "15", "17", "18"]), NARROW, [])) == 1


def test_a_text_alone_is_longer_than_no_column() -> None:
    """It is a heading and no end of a text, though the next column is free."""
    assert carried_lines(lines(["of the north ward", "", "", "", ""]), BEFORE, []) == []
    assert len(carried_lines(lines(["of the north", "", "", "", ""]), BEFORE, [])) == 1


@pytest.mark.parametrize(
    ("text", "rules", "count"),
    [("of the square", (66, 102), 2), ("Of the square", (66, 102), 1), ("of the square", (66,), 1)],
    ids=["the end of a text", "a text", "no rule below it"],
)
def test_between_rules_the_end_of_a_torn_row_stands_under_a_header_that_comes_again(
    text: str, rules: Sequence[float], count: int
) -> None:
    """It is the end of a list item, further right than the other texts of its column."""
    head, rest = lines(NEXT, [""] * 5, ["", text, "", "", ""])
    rest.words[0].x0 += 20
    assert len(carried_lines([head, rest], BEFORE, list(rules))) == count


def test_a_running_head_over_a_header_that_comes_again_is_no_rest_of_a_row(engine: str) -> None:
    head, rows = ["Measure", "Now", "By 2027"], [["Visits to pools", "9", "8"], ["Runs on tracks and in all", "7", "6"]]
    xs = [50.0, 250.0, 330.0, 410.0]
    paper = Paper()
    for number, cells in enumerate(([head, *rows], [head, ["parks of the town", "", ""]])):
        sheet = paper.sheet(height=400)
        top = 320 if number == 0 else 60
        sheet.text(50, 50, "National Library", size=9)
        for n, row_ in enumerate(cells):
            sheet.line(xs[0], top + 20 * n, xs[-1], top + 20 * n)
            for x, cell in zip(xs, row_, strict=False):
                sheet.text(x + 3, top + 13 + 20 * n, cell, size=9, bold=n == 0)
        sheet.line(xs[0], top + 20 * len(cells), xs[-1], top + 20 * len(cells))
    found = grids(document(paper, engine))
    assert [texts(grid) for grid in found] == [[head, *rows], [head, ["parks of the town", "", ""]]]


@pytest.mark.parametrize(
    ("first", "size", "goes_on"),
    [("How well the town is kept", 10, True), ("How well the town is kept", 12, False), ("", 10, False)],
    ids=["like a band above", "larger than it", "no band above"],
)
def test_rows_below_a_bold_line_on_the_same_page_go_on_where_it_looks_like_a_band(
    first: str, size: float, goes_on: bool, engine: str
) -> None:
    sheet = (paper := Paper()).sheet()
    row(sheet, 100, ROWS[0])
    sheet.line(50, 104, 530, 104)
    if first:
        sheet.text(50, 120, first, bold=True)
    for n, cells in enumerate(ROWS[1:]):
        row(sheet, 140 + 20 * n, cells)
    sheet.line(50, 185, 530, 185)
    sheet.text(50, 200, "How soon the work is done", size=size, bold=True)
    for n, cells in enumerate([LAST, ["AB5", *LAST[1:]]]):
        row(sheet, 220 + 20 * n, cells)
    found = texts(grids(document(paper, engine))[0])
    assert (found[-3:] == [["How soon the work is done"], LAST, ["AB5", *LAST[1:]]]) is goes_on
    assert (found[-1] == ROWS[-1]) is not goes_on


@pytest.mark.parametrize(("right", "border"), [(40, 358), (12, 436)], ids=["right of it", "left of it"])
def test_a_border_moves_past_a_text_to_the_side_where_less_of_it_stands(right: float, border: float) -> None:
    before = (48.0, 100.0, 160.0, 390.0, 460.0, 520.0)
    (own,) = lines(["AB5", "Books", "15", "17", "18"])
    own.words[3].x0, own.words[3].x1 = 390 - 14, 390 + right
    assert clear_of([own], before) == [100, 160, border, 460]


@pytest.mark.parametrize(
    ("blank", "border"), [(5, 460), (2, (410 + 449) / 2)], ids=["texts of two columns", "words of one text"]
)
def test_a_border_stays_between_texts_that_stand_close_at_both_sides_of_it(blank: int, border: float) -> None:
    """A value at the right of its column and the next text at the left of its own: no text lies over the border."""
    before = (48.0, 100.0, 160.0, 390.0, 460.0, 540.0)
    values = line((50, "AB5"), (110, "Books"), (330, "15"), (400, "16"), (450 - blank / 2, "17"))
    (own,) = make_lines([*values.words, *line((460 + blank / 2, "Head of Pools")).words])
    assert clear_of([own], before)[-1] == border


@pytest.mark.parametrize(
    ("cells", "goes_on"),
    [
        (["AB5", "Books lent", "Smith", "Not set before the year", ""], True),
        (["AB5", "Books lent", "", "Not set before the year", ""], False),
        (["", "Books lent", "Smith", "Not set before the year", ""], False),
        (["AB5", "Books lent", "Smith", "Not set", ""], False),
    ],
    ids=["all columns", "a blank beside it", "no code", "a column without a text"],
)
def test_a_row_with_a_note_in_place_of_its_values_goes_on_where_it_leaves_no_column_free(
    cells: list[str], goes_on: bool
) -> None:
    last, row_ = lines(LAST, cells)
    assert (following_lines([row_], last, BEFORE, set()) == [row_]) is goes_on


@pytest.mark.parametrize("ruled", [True, False], ids=["a rule between them", "none"])
def test_rules_between_the_rows_below_a_table_part_them(ruled: bool) -> None:
    """The figures stand beside the last line of each text; without a rule the first one goes on with what is above."""
    upper, lower = ["", "Potholes mended in", "", "", ""], ["", "Books lent to", "", "", ""]
    last = ["AB5", "all", "15", "17", "18"]
    found = lines(*ROWS, upper, ["AB4", "the town", *LAST[2:]], lower, last)
    own, below = found[: len(ROWS)], found[len(ROWS) :]
    sides = [Rule(line.base + 4, XS[0] - 2, 540) for line in (own[0], own[-1])]
    page = Page(1, 595, 842, horizontals=[*sides, *([Rule(below[1].base + 5, XS[0] - 2, 540)] if ruled else [])])
    region = Region(own, (XS[0] - 2, own[0].top - 2, 540, own[-1].base + 4), [rule.at for rule in sides])
    table = aligned_table(own, hints_of(page, own, region), NEAR_GAP)
    assert table is not None
    whole, more = _with_following(page, region, table, own, found, [])
    assert more == below
    texts = [" ".join(word.text for word in cell.words) for cell in whole.cells if cell.slab.col == 1][-2:]
    assert (texts == ["Potholes mended in the town", "Books lent to all"]) is ruled


SAID = "We do all that we can for the town and for all of its people"


@pytest.mark.parametrize("texts", [[(120, "of the pools")], [(120, "of the pools"), (400, "of us")]])
@pytest.mark.parametrize(("step", "goes_on"), [(11, False), (15, False), (16, True), (30, True)])
def test_below_another_line_the_rest_of_a_torn_row_stands_clear_of_it(
    texts: list[tuple[float, str]], step: float, goes_on: bool
) -> None:
    above, rest = line((50, SAID), base=60), line(*texts, base=60 + step)
    assert carried_lines([above, rest], BEFORE, []) == [rest] * goes_on
    assert carried_lines([rest], BEFORE, []) == [rest]


def test_a_row_with_values_may_stand_close_to_another_line() -> None:
    above = line((50, SAID), base=60)
    last = line((50, "AB5"), (120, "Books"), (330, "15"), (400, "17"), (470, "18"), base=71)
    assert carried_lines([above, last], BEFORE, []) == [last]


@pytest.mark.parametrize(("step", "count"), [(12, 1), (24, 2)])
def test_the_second_line_of_a_text_at_a_pages_top_is_no_row(step: float, count: int, engine: str) -> None:
    paper = begun()
    sheet = paper.sheet()
    sheet.text(50, 60, "This is what we do for the pools of our town, and for all who swim there").text(
        120, 60 + step, "in winter"
    )
    sheet.text(50, 160, "Nothing else is planned for the year that the plan covers.")
    found = [texts(grid) for grid in grids(document(paper, engine))]
    assert found == [ROWS, [["", "in winter", "", "", ""]]][:count]


WORDS = ["AB5", "Mend the lamps", "Coach", "Clerk", "Soon"]


def inset(*points: float) -> tuple[float, ...]:
    """The borders before these columns, each so far left of where its texts begin."""
    return (*(x - PAD - by for x, by in zip(XS, points, strict=True)), 540.0)


@pytest.mark.parametrize("by", [0.0, 3.0, 6.0])
def test_a_row_of_words_at_a_pages_top_begins_as_far_from_each_border(by: float) -> None:
    assert len(carried_lines(lines(WORDS), inset(*[by] * 5), [])) == 1
    assert len(carried_lines(lines(WORDS), inset(by + 5, *[by] * 4), [])) == 1


@pytest.mark.parametrize(
    ("row", "borders"),
    [
        (WORDS, inset(3, 3, 5, 3, 3)),
        (WORDS, inset(3, 3, 3, 3, 0.5)),
        (WORDS, inset(*[9.0] * 5)),
        ([*WORDS[:4], ""], inset(*[3.0] * 5)),
    ],
    ids=["one further", "one closer", "too far", "not all columns"],
)
def test_other_words_at_a_pages_top_are_no_row(row: list[str], borders: tuple[float, ...]) -> None:
    assert carried_lines(lines(row), borders, []) == []


CENTRED = ((50, "ID"), (170, "What we count and"), (290, "where"), (400, "2017/18"), (470, "2018/19"))
"""A header of which a name stands over a border of the rows below it."""


def under_header(*, known: bool = True, bold: bool = True, step: float = 18) -> tuple[list[Line], Headers]:
    """A header and two rows at a page's begin, and what headers were met before."""
    above = line(*CENTRED, base=60, bold=bold)
    rows = [line(*zip(XS, cells, strict=True), base=60 + step + 18 * n) for n, cells in enumerate((LAST, TO_BE_SET))]
    headers = Headers()
    if known:
        headers.learn(above, Table(list(BEFORE), [40.0, 66, 84, 102, 120, 138], [], []))
    return [above, *rows], headers


def goes_on(own: list[Line], headers: Headers) -> list[Line]:
    return carried(Group(own, []), BEFORE, [], headers)


def test_a_header_that_is_known_comes_again_over_rows_that_go_on() -> None:
    own, headers = under_header()
    assert carried_lines(own, BEFORE, []) == own[1:]
    assert goes_on(own, headers) == own


@pytest.mark.parametrize(
    "how", [{"known": False}, {"bold": False}, {"step": 50}], ids=["not known", "plain", "far above them"]
)
def test_other_lines_over_rows_that_go_on_are_not_of_them(how: dict[str, Any]) -> None:
    own, headers = under_header(**how)
    assert own[0] not in goes_on(own, headers)


def test_a_line_between_a_known_header_and_the_rows_parts_them() -> None:
    (above, *rows), headers = under_header(step=40)
    between = line((50, SAID), base=78)
    assert above not in goes_on([above, between, *rows], headers)


def test_a_header_with_nothing_that_goes_on_below_it_is_no_part_of_the_table_before() -> None:
    (above, *_), headers = under_header()
    assert goes_on([above, line((50, SAID), base=78)], headers) == []
