"""A title in the middle over years that no rule parts from it is a cell over them; other lines over a year are not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from planparse.readers.pdf.unruled.titles import with_titles
from tests.readers.pdf.drawn import Lines, words
from tests.readers.pdf.drawn import drawn as made
from tests.readers.pdf.paper import Paper, Sheet, text_width
from tests.readers.pdf.reading import document, grids, spans, texts

XS = [50.0, 200, 270, 340, 410]
YEARS = ["2023/24", "2024/25", "2025/26", "2026/27"]
ROWS = [["Roads swept", "40%", "45%", "50%"], ["Lamps lit", "8", "9", "10"]]


def centred(sheet: Sheet, x: float, base: float, text: str) -> None:
    sheet.text(x - text_width(text, 9) / 2, base, text, size=9)


def drawn(title: str = "Targets", *, x: float = 305, years: Sequence[str] = YEARS[1:], second: float = 0) -> Paper:
    """A ruled table of measures and three years, the title in the middle over the years but where ``x`` says other."""
    sheet = (paper := Paper()).sheet()
    sheet.grid(XS, [100, 130, 150, 170], [])
    sheet.text(54, 123, "Measure", size=9)
    centred(sheet, x, 111, title)
    if second:
        centred(sheet, second, 111, "Actuals")
    for left, year in zip(XS[1:-1], years, strict=True):
        centred(sheet, left + 35, 124, year)
    sheet.cells(XS, [130, 150], ROWS)
    return paper


def header(paper: Paper, engine: str = "pdfium") -> list[list[str]]:
    """The rows above the first measure."""
    (grid,) = grids(document(paper, engine))
    return texts(grid)[: grid.n_rows - len(ROWS)]


def test_a_title_in_the_middle_over_three_years_spans_them(engine: str) -> None:
    paper = drawn()
    (grid,) = grids(document(paper, engine))
    assert texts(grid) == [["Measure", "Targets"], YEARS[1:], *ROWS]
    assert spans(grid) == {"Measure": (2, 1), "Targets": (1, 3)}


@pytest.mark.parametrize("x", [235.0, 260.0], ids=["over the first year", "between"])
def test_a_title_off_the_middle_is_of_its_own_year(x: float) -> None:
    assert len(header(drawn(x=x))) == 1


def test_a_date_over_the_years_is_no_title() -> None:
    assert len(header(drawn("May 2024"))) == 1


def test_two_titles_are_each_of_their_own_year() -> None:
    (only,) = header(drawn(second=375))
    assert only[1:] == ["2024/25", "Targets 2025/26", "Actuals 2026/27"]


def test_words_below_the_title_are_no_years() -> None:
    assert len(header(drawn(years=["North", "South", "East"]))) == 1


def test_the_year_of_another_line_is_not_below_the_title() -> None:
    """The years that stand higher are headers of their own."""
    sheet = (paper := Paper()).sheet()
    sheet.grid(XS, [100, 130, 150, 170], [])
    sheet.text(54, 123, "Measure", size=9)
    for n, (left, year) in enumerate(zip(XS[1:-1], YEARS[1:], strict=True)):
        centred(sheet, left + 35, 124 if n == 1 else 117, year)
    centred(sheet, 305, 111, "Targets")
    sheet.cells(XS, [130, 150], ROWS)
    assert len(header(paper)) == 1


def test_a_column_without_a_year_between_them_parts_the_years() -> None:
    assert len(header(drawn(years=["2024/25", "to come", "2026/27"]))) == 1


def test_the_title_spans_the_years_alone_and_no_name_beside_them() -> None:
    """In the middle over the two years it stands between their cells, nearer to the first."""
    sheet = (paper := Paper()).sheet()
    sheet.grid([50, 200, 270, 300, 370], [100, 130, 150, 170], [])
    for x, text in ((54, "Measure"), (204, "Owner"), (274, "2025"), (317, "2026/27")):
        sheet.text(x, 124, text, size=9)
    sheet.text(304, 111, "Targets", size=9)
    sheet.cells([50, 200, 270, 300], [130, 150], ROWS)
    (grid,) = grids(document(paper))
    assert texts(grid)[:2] == [["Measure", "Owner", "Targets"], ["2025", "2026/27"]]


def test_a_block_may_stand_over_the_header() -> None:
    sheet = (paper := Paper()).sheet()
    sheet.grid(XS, [80, 100, 130, 150, 170], [["Lead", "A Smith", "", "", ""]])
    sheet.text(54, 123, "Measure", size=9)
    centred(sheet, 305, 111, "Targets")
    for left, year in zip(XS[1:-1], YEARS[1:], strict=True):
        centred(sheet, left + 35, 124, year)
    sheet.cells(XS, [130, 150], ROWS)
    (grid,) = grids(document(paper))
    assert texts(grid)[1:] == [["Measure", "Targets"], YEARS[1:], *ROWS]


def celled(title: str = "Target", *, x: float, years: Sequence[str] = YEARS[1:]) -> Paper:
    """Row rules drawn cell by cell and no uprights; the title has a row of its own over the years."""
    xs = [50.0, 200, *(260 + 60.0 * n for n in range(len(years)))]
    sheet = (paper := Paper()).sheet()
    for y in (100, 118, 136, 154, 172):
        for a, b in pairwise(xs):
            sheet.line(a, y, b, y)
    sheet.text(54, 131, "Measure", size=9)
    centred(sheet, x, 112, title)
    for left, year in zip(xs[1:], years, strict=False):
        centred(sheet, left + 30, 130, year)
    sheet.cells(xs, [136, 154], [["Roads swept", *("4%" for _ in years)], ["Lamps lit", *("8" for _ in years)]])
    return paper


@pytest.mark.parametrize(
    ("x", "years"),
    [(290.0, YEARS[1:]), (320.0, YEARS), (320.0, ["Q1", "Q2", "Q3", "Year end"])],
    ids=["in a column", "over a border", "over quarters"],
)
def test_a_title_in_the_middle_between_blanks_spans_the_years(x: float, years: list[str], engine: str) -> None:
    (grid,) = grids(document(celled(x=x, years=years), engine))
    assert texts(grid)[:2] == [["", "Target"], ["Measure", *years]]
    assert spans(grid) == {"Target": (1, len(years))}


@pytest.mark.parametrize(
    ("title", "x", "years"),
    [
        ("Target", 230.0, YEARS[1:]),
        ("Target", 275.0, YEARS[1:]),
        ("May 2024", 290.0, YEARS[1:]),
        ("Target", 290.0, ["2024/25", "31%", "2026/27"]),
    ],
    ids=["over the first year", "off the middle", "a date", "a value below"],
)
def test_other_titles_between_blanks_keep_their_column(title: str, x: float, years: list[str]) -> None:
    (grid,) = grids(document(celled(title, x=x, years=years)))
    assert spans(grid) == {}
    assert [cell for cell in texts(grid)[0] if cell] == [title]


@pytest.mark.parametrize(("number", "columns"), [("(Year {})", 4), ("Year {}", 1)], ids=["in brackets", "bare"])
def test_years_with_their_number_below_them_are_spanned_where_no_values_follow(number: str, columns: int) -> None:
    """A page may end below the header."""
    years = [[(130 + 12 * k, part) for k, part in enumerate([year, number.format(n)])] for n, year in enumerate(YEARS)]
    titles: list[Lines] = [[], [], [(112, "Target")], [], []]
    band: list[Lines] = [[(161, "All roads")], [], [], [], []]
    xs = [50, 200, 260, 320, 380, 440]
    table = made(xs, [100, 118, 148, 166], titles, [[(131, "Measure")], *years], band)
    table.cells[2].words = words(320 - 2 * len("Target"), 112, "Target")
    found = with_titles(replace(table, settled=True))
    assert [cell.slab.col_span for cell in found.cells if [w.text for w in cell.words] == ["Target"]] == [columns]


def beside(x: float) -> Paper:
    """A ruled table with a name over the first of four years, the title at ``x``."""
    xs = [50.0, 200, 260, 320, 380, 440]
    sheet = (paper := Paper()).sheet()
    sheet.grid(xs, [100, 130, 150, 170], [])
    sheet.text(54, 123, "Measure", size=9)
    centred(sheet, 230, 111, "Baseline")
    centred(sheet, x, 111, "Target")
    for left, year in zip(xs[1:], YEARS, strict=False):
        centred(sheet, left + 30, 124, year)
    sheet.cells(xs, [130, 150], [["Roads swept", "4%", "5%", "6%", "7%"], ["Lamps lit", "8", "9", "10", "11"]])
    return paper


def test_a_name_over_one_year_stands_beside_a_title_over_three() -> None:
    (grid,) = grids(document(beside(350)))
    assert texts(grid)[:2] == [["Measure", "Baseline 2023/24", "Target"], YEARS[1:]]
    assert spans(grid) == {"Measure": (2, 1), "Baseline 2023/24": (2, 1), "Target": (1, 3)}


@pytest.mark.parametrize("x", [290.0, 335.0], ids=["over the first of them", "off the middle"])
def test_beside_a_name_a_title_off_the_middle_spans_nothing(x: float) -> None:
    assert spans(grids(document(beside(x)))[0]) == {}


def at_the_left(name: float, *, year: float = 124) -> Paper:
    """A title that begins with the first of its years; the name beside them stands at ``name``."""
    sheet = (paper := Paper()).sheet()
    sheet.grid(XS, [100, 130, 150, 170], [])
    sheet.text(54, name, "Measure", size=9)
    sheet.text(204, 111, "Targets", size=9)
    for left, text in zip(XS[1:-1], YEARS[1:], strict=True):
        sheet.text(left + 4, year, text, size=9)
    sheet.cells(XS, [130, 150], ROWS)
    return paper


def test_a_title_at_the_left_spans_the_years_where_names_stand_at_the_top(engine: str) -> None:
    (grid,) = grids(document(at_the_left(111), engine))
    assert texts(grid)[:2] == [["Measure", "Targets"], YEARS[1:]]
    assert spans(grid)["Targets"] == (1, 3)


def test_where_names_stand_as_low_as_the_years_it_is_of_its_own() -> None:
    assert len(header(at_the_left(124))) == 1


FIGURES = [["Roads swept", "4%", "45%", "50%"], ["Lamps lit", "8", "9", "10"], ["Visits", "1,200", "1,300", "1,400"]]


def ended(
    title: str = "Targets",
    *,
    over: int = 3,
    second: bool = False,
    centre: bool = False,
    names: Sequence[str] = YEARS[1:],
    rows: Sequence[Sequence[str]] = FIGURES,
) -> list[list[str]]:
    """A table whose texts end at the right of their columns but the first, with a title of lines over one of these;
    ``second``: a name over the first of them; ``centre``: all stand in the middle."""
    sheet = (paper := Paper()).sheet()
    for n in range(len(rows) + 3):
        for a, b in pairwise(XS):
            sheet.line(a, 100 + 22 * n, b, 100 + 22 * n)

    def put(column: int, base: float, text: str) -> None:
        end = XS[column + 1] - 4
        centred(sheet, end - (31 if centre else text_width(text, 9) / 2), base, text)

    for n, line in enumerate(title.split("\n")):
        put(over, 109 + 10 * n, line)
    if second:
        put(1, 109, "Actual")
    for n, row in enumerate([["Measure", *names], *rows]):
        sheet.text(54, 135 + 22 * n, row[0], size=9)
        for column, text in enumerate(row[1:], 1):
            put(column, 135 + 22 * n, text)
    (grid,) = grids(document(paper))
    assert texts(grid)[1:] == [["Measure", *names], *map(list, rows)]
    return [texts(grid)[0], [f"{text} {span}" for text, span in spans(grid).items()]]


@pytest.mark.parametrize("title", ["Targets", "What we\naim at"])
def test_a_title_at_the_right_of_its_column_spans_the_blanks_at_its_left(title: str) -> None:
    whole = title.replace("\n", " ")
    assert ended(title) == [["", whole], [f"{whole} (1, 3)"]]


def test_it_spans_them_as_far_as_the_next_name() -> None:
    assert ended(second=True) == [["", "Actual", "Targets"], ["Targets (1, 2)"]]


@pytest.mark.parametrize("title", ["May 2024", "by May\n2024"], ids=["one line", "two lines"])
def test_a_title_with_a_date_at_the_right_spans_no_years(title: str) -> None:
    """It says when one of the columns was filled in."""
    assert ended(title) == [["", "", "", title], []]


def test_over_names_it_may_have_one() -> None:
    assert ended("May 2024", names=["North", "South", "East"]) == [["", "May 2024"], ["May 2024 (1, 3)"]]


def test_it_spans_no_blank_at_its_right() -> None:
    assert ended(over=2) == [["", "Targets", ""], ["Targets (1, 2)"]]


@pytest.mark.parametrize(
    "changed",
    [
        {"centre": True},
        {"names": ["2024/25", "31%", "2026/27"]},
        {"rows": FIGURES[:1]},
        {"title": "2026/27", "rows": [[row[0], *YEARS[1:]] for row in FIGURES]},
    ],
    ids=["all in the middle", "a value among the years", "few texts", "all begin at one place"],
)
def test_where_texts_do_not_show_that_they_end_at_the_right_it_spans_nothing(changed: dict[str, Any]) -> None:
    title = changed.get("title", "Targets")
    assert ended(**changed) == [["", "", "", title], []]


def test_each_of_two_titles_spans_the_years_that_it_stands_over() -> None:
    sheet = (paper := Paper()).sheet()
    xs = [*XS, 480.0]
    sheet.grid(xs, [100, 130, 150, 170], [])
    sheet.text(54, 123, "Measure", size=9)
    centred(sheet, 270, 111, "Actual")
    centred(sheet, 410, 111, "Target")
    for left, year in zip(xs[1:-1], YEARS, strict=True):
        centred(sheet, left + 35, 124, year)
    sheet.cells(xs, [130, 150], [["Roads swept", "40%", "45%", "50%", "51%"], ["Lamps lit", "8", "9", "10", "11"]])
    (grid,) = grids(document(paper))
    assert texts(grid)[:2] == [["Measure", "Actual", "Target"], YEARS]
    assert spans(grid) == {"Measure": (2, 1), "Actual": (1, 2), "Target": (1, 2)}


@pytest.mark.parametrize("years", [YEARS[:2], ["2023/24", "Now"]], ids=["years", "a name"])
def test_a_cell_of_two_columns_with_a_title_over_their_years_is_parted(years: Sequence[str]) -> None:
    """No line is drawn under or beside the title."""
    sheet = (paper := Paper()).sheet()
    xs = XS[:4]
    for x0, x1 in pairwise([50.0, 200.0, 340.0]):
        sheet.box(x0, 100, x1, 130, paint="s")
    sheet.grid(xs, [130, 150, 170], [["Roads swept", "40%", "45%"], ["Lamps lit", "8", "9"]])
    sheet.text(54, 123, "Measure", size=9)
    centred(sheet, 270, 111, "Outcome")
    for left, year in zip(xs[1:-1], years, strict=True):
        centred(sheet, left + 35, 124, year)
    head = header(paper)
    assert head == (
        [["Measure", "Outcome"], list(years)] if years[1] == "2024/25" else [["Measure", f"Outcome\n{' '.join(years)}"]]
    )


BLOCK = [50.0, 130, 300, 360, 420]


def below_plans(plan: str, x: float, over: str = "Open the pool", over_x: float = 134) -> list[tuple[int, int]]:
    """Where the text above a header stands, one more over it: its first column and how many it spans."""
    texts_of = [
        [[], [(112, over)], [], []],
        [[], [(132, plan)], [], []],
        [[(152, "Code")], [(152, "Measure")], [(152, "Latest")], [(152, "Target")]],
        [[(172, "AB 1")], [(172, "Swims")], [(172, "41%")], [(172, "43%")]],
    ]
    table = replace(made(BLOCK, [100, 120, 140, 160, 180], *texts_of), settled=True)
    for row, text, begin in ((0, over, over_x), (1, plan, x)):
        cell = next(c for c in table.cells if c.slab.row == row and c.slab.col == 1)
        cell.words = words(begin, 112 + 20 * row, text)
    found = with_titles(table)
    return [(c.slab.col, c.slab.col_span) for c in found.cells if c.slab.row == 1 and c.words]


def width(text: str) -> float:
    own = words(0, 0, text)
    return own[-1].x1 - own[0].x0


PLAN = "Train more of the guards for it"
IN_MIDDLE = (BLOCK[0] + BLOCK[3]) / 2 - width(PLAN) / 2


def test_a_text_in_the_middle_over_names_spans_the_blanks_beside_it() -> None:
    assert below_plans(PLAN, IN_MIDDLE) == [(0, 3)]


def test_one_that_begins_below_the_text_over_it_is_in_the_middle_by_chance() -> None:
    assert below_plans(PLAN, IN_MIDDLE, over_x=IN_MIDDLE) == [(1, 1)]


def test_one_as_long_as_that_spans_them_all_the_same() -> None:
    assert below_plans(PLAN, IN_MIDDLE, over=PLAN, over_x=IN_MIDDLE) == [(0, 3)]


def test_an_item_of_a_list_is_no_title() -> None:
    item = f"• {PLAN}"
    assert below_plans(item, (BLOCK[0] + BLOCK[3]) / 2 - width(item) / 2) == [(1, 1)]
