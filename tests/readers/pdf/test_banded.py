"""Tables of the same columns of which only the first has a header are one table, the lines between them its bands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from planparse.model.document import Document
from planparse.readers.pdf.paragraphs.reading_order import Group
from planparse.readers.pdf.ruled.tables import Table
from planparse.readers.pdf.unruled.aligned import aligned_table
from planparse.readers.pdf.unruled.banded import join_bands
from planparse.readers.pdf.unruled.hints import Hints
from planparse.readers.pdf.unruled.known import Headers
from planparse.readers.pdf.words.lines import Line
from tests.readers.pdf.drawn import drawn, rows_of, style
from tests.readers.pdf.paper import Paper, Sheet, text_width
from tests.readers.pdf.reading import document, grids, paragraphs, spans, texts
from tests.readers.pdf.test_filled_columns import line

XS = [50.0, 90, 250, 330, 420]
HEAD = ["Ref", "Action", "Lead", "When"]
BANDS = ["L1: Keep the streets of the town in good order", "L2: Get the people of the town together more"]
STREETS = [["L1.1", "Open the depot", "A Smith", "May 2024"], ["L1.2", "Mend the lanes", "B Jones", "June 2024"]]
PEOPLE = [["L2.1", "Hold a fair", "A Smith", "June 2024"], ["L2.2", "Paint the hall", "B Jones", "May 2025"]]
TITLE = "What the board wants to see done in the town"
WHOLE = [HEAD, [BANDS[0]], *STREETS, [BANDS[1]], *PEOPLE]


def table(sheet: Sheet, rows: Sequence[Sequence[str]], top: float, *, xs: Sequence[float] = XS, bold: int = 0) -> float:
    """A ruled table, the first rows bold; gives back where it ends."""
    sheet.grid(xs, [top + 18 * n for n in range(len(rows) + 1)], () if bold else rows)
    for n, row in enumerate(rows if bold else ()):
        for x, cell in zip(xs, row, strict=False):
            sheet.text(x + 4, top + 12 + 18 * n, cell, size=9, bold=n < bold)
    return top + 18 * len(rows)


def header(sheet: Sheet, *, bold: bool = True) -> float:
    for x, cell in zip(XS, HEAD, strict=False):
        sheet.text(x + 4, 112, cell, size=9, bold=bold)
    return 118


def band(sheet: Sheet, text: str, top: float, *, x: float = 54) -> float:
    sheet.text(x, top + 14, text, size=10)
    return top + 20


def test_a_header_bands_and_tables_are_one_table(engine: str) -> None:
    sheet = (paper := Paper()).sheet().text(50, 50, TITLE)
    y = band(sheet, BANDS[0], header(sheet))
    y = band(sheet, BANDS[1], table(sheet, STREETS, y))
    table(sheet, PEOPLE, y)
    doc = document(paper, engine)
    (grid,) = grids(doc)
    assert texts(grid) == WHOLE
    assert spans(grid) == dict.fromkeys(BANDS, (1, 4))
    assert paragraphs(doc) == [TITLE]


def test_a_header_with_a_rule_under_it_need_not_be_bold() -> None:
    for ruled in (True, False):
        sheet = (paper := Paper()).sheet().text(50, 50, TITLE)
        y = header(sheet, bold=False)
        if ruled:
            sheet.line(50, y, 420, y)
        table(sheet, STREETS, band(sheet, BANDS[0], y))
        assert texts(grids(document(paper))[0]) == (WHOLE[:4] if ruled else STREETS)


def test_the_band_over_a_table_with_its_own_header_is_a_heading_and_so_is_what_looks_like_it() -> None:
    paper = Paper()
    sheet = paper.sheet().text(50, 50, TITLE)
    y = table(sheet, [HEAD, *STREETS], band(sheet, BANDS[0], 100), bold=1)
    table(sheet, PEOPLE, band(sheet, BANDS[1], y))
    doc = document(paper)
    assert [texts(grid) for grid in grids(doc)] == [[HEAD, *STREETS], PEOPLE]
    assert paragraphs(doc) == [TITLE, *BANDS]


def test_a_larger_bold_line_over_rows_of_the_same_columns_is_a_heading() -> None:
    sheet = (paper := Paper()).sheet().text(50, 50, TITLE)
    y = table(sheet, [HEAD, *STREETS], 100, bold=1)
    sheet.text(54, y + 16, BANDS[1], size=12, bold=True)
    table(sheet, PEOPLE, y + 22)
    doc = document(paper)
    assert [texts(grid) for grid in grids(doc)] == [[HEAD, *STREETS], PEOPLE]
    assert paragraphs(doc) == [TITLE, BANDS[1]]


def test_a_table_with_a_header_of_its_own_is_another_one() -> None:
    """It is bold, or the first one's again."""
    for own, bold in ((["Code", "Task", "Owner", "By"], 1), (HEAD, 0)):
        sheet = (paper := Paper()).sheet().text(50, 50, TITLE)
        y = table(sheet, [HEAD, *STREETS], 100, bold=1)
        table(sheet, [own, *PEOPLE], band(sheet, BANDS[1], y), bold=bold)
        doc = document(paper)
        assert [texts(grid) for grid in grids(doc)] == [[HEAD, *STREETS], [own, *PEOPLE]]
        assert paragraphs(doc) == [TITLE, BANDS[1]]


def test_tables_without_any_header_stay_apart() -> None:
    sheet = (paper := Paper()).sheet().text(50, 50, TITLE)
    y = table(sheet, STREETS, band(sheet, BANDS[0], 100))
    table(sheet, PEOPLE, band(sheet, BANDS[1], y))
    doc = document(paper)
    assert [texts(grid) for grid in grids(doc)] == [STREETS, PEOPLE]
    assert paragraphs(doc) == [TITLE, *BANDS]


def test_a_table_of_other_columns_is_another_one() -> None:
    for xs in ([50.0, 90, 210, 330, 420], [50.0, 90, 250, 330, 450]):
        sheet = (paper := Paper()).sheet().text(50, 50, TITLE)
        y = table(sheet, [HEAD, *STREETS], 100, bold=1)
        table(sheet, PEOPLE, band(sheet, BANDS[1], y), xs=xs)
        assert [texts(grid) for grid in grids(document(paper))] == [[HEAD, *STREETS], PEOPLE]


def test_what_stands_elsewhere_or_far_away_is_no_band() -> None:
    for x, gap in ((110.0, 0), (54.0, 40)):
        sheet = (paper := Paper()).sheet().text(50, 50, TITLE)
        y = table(sheet, [HEAD, *STREETS], 100, bold=1)
        table(sheet, PEOPLE, band(sheet, BANDS[1], y + gap, x=x))
        doc = document(paper)
        assert [texts(grid) for grid in grids(doc)] == [[HEAD, *STREETS], PEOPLE]
        assert paragraphs(doc) == [TITLE, BANDS[1]]


def test_more_than_two_lines_are_running_text() -> None:
    lines = [*BANDS, "This is what the board wants of us in the year"]
    for count in (2, 3):
        sheet = (paper := Paper()).sheet().text(50, 50, TITLE)
        y = table(sheet, [HEAD, *STREETS], 100, bold=1)
        for row in lines[:count]:
            y = band(sheet, row, y)
        table(sheet, PEOPLE, y)
        assert len(grids(document(paper))) == count - 1


def test_a_header_that_lies_over_two_columns_is_none_of_these() -> None:
    sheet = (paper := Paper()).sheet().text(50, 50, TITLE)
    for x, cell in zip((54, 94, 300), ("Ref", "Action", "Lead and deputy"), strict=True):
        sheet.text(x, 112, cell, size=9, bold=True)
    table(sheet, STREETS, band(sheet, BANDS[0], 118))
    assert texts(grids(document(paper))[0]) == STREETS


def test_tables_of_two_columns_are_left() -> None:
    rows = [["Objective", "Lead"], ["Open the depot", "A Smith"], ["Mend the lanes", "B Jones"]]
    sheet = (paper := Paper()).sheet().text(50, 50, TITLE)
    y = table(sheet, rows, 100, xs=[50, 250, 420], bold=1)
    table(sheet, rows[1:], band(sheet, BANDS[1], y), xs=[50, 250, 420])
    assert len(grids(document(paper))) == 2


def loose(shift: float = 0, *, end: float = 420) -> list[list[list[str]]]:
    """Two parts whose columns nothing draws, rules between their rows, a band between them; the texts of the second
    are shorter, and the last two columns stand ``shift`` points further right."""
    sheet = (paper := Paper()).sheet().text(50, 50, TITLE)
    y = 100.0
    for n, (rows, right) in enumerate((([HEAD, *STREETS], 420.0), (SHORT, end))):
        if n:
            y = band(sheet, BANDS[1], y)
        for k in range(len(rows) + 1):
            sheet.line(50, y + 18 * k, right, y + 18 * k)
        for k, row in enumerate(rows):
            for c, (x, cell) in enumerate(zip(XS, row, strict=False)):
                sheet.text(x + 4 + (shift if n and c > 1 else 0), y + 12 + 18 * k, cell, size=9, bold=not n and not k)
        y += 18 * len(rows)
    return [texts(grid) for grid in grids(document(paper))]


SHORT = [["L2.1", "Run", "B Jones", "May"], ["L2.2", "Ride", "A Smith", "June"]]


def test_parts_whose_texts_stand_in_the_same_columns_are_one_table() -> None:
    """The white between them is wider in one part, so their borders stand elsewhere."""
    assert loose() == [[HEAD, *STREETS, [BANDS[1]], *SHORT]]


def test_parts_that_stand_elsewhere_or_end_elsewhere_are_two() -> None:
    assert len(loose(shift=-60)) == 2
    assert len(loose(end=450)) == 2


@pytest.mark.parametrize(
    ("first", "one"),
    [("L2: Get the people of the town together more often and keep them all there", True), ("L2", False)],
)
def test_a_band_of_two_lines_is_one_row_where_the_first_is_full(first: str, one: bool, engine: str) -> None:
    sheet = (paper := Paper()).sheet().text(50, 50, TITLE)
    y = table(sheet, STREETS, band(sheet, BANDS[0], header(sheet)))
    second = "there, whatever the weather is"
    sheet.text(54, y + 14, first, size=11).text(54, y + 27, second, size=11)
    table(sheet, PEOPLE, y + 33)
    (grid,) = grids(document(paper, engine))
    assert texts(grid)[4:-2] == ([[f"{first} {second}"]] if one else [[first], [second]])


FREE = (50, 110, 290, 370)
YEARS = ["Ref", "Measure", "2023/24", "2024/25"]
FIGURES = [["1.2", "Visits to pools", "90", "80"], ["1.3", "Runs on tracks", "70", "60"], ["1.4", "Swims", "50", "40"]]
OTHERS = [["2.2", "Walks in parks", "30", "20"], ["2.3", "Rows on lakes", "10", "9"], ["2.4", "Homes let", "7", "6"]]
WIDE = "Hold a fair for all of the people of the town and for all who want to come"
LOWER = "to the square in the middle of it"
AFTER = "Nothing else is planned for the year that the plan covers, as the board of the town says"


def lay(sheet: Sheet, rows: Sequence[Sequence[str]], top: float, *, bold: bool = False, shift: float = 0) -> float:
    """Rows of which nothing is drawn, bands in bold if ``bold`` says so; what has no code stands close to the line
    above. The text beside the code "1.1" begins ``shift`` points further right. Gives back where the last row stands.
    """
    y = top - 20
    for row in rows:
        y += 20 if row[0] else 11
        for x, text in zip(FREE, row, strict=False):
            strong = row is YEARS or (bold and len(row) == 1)
            sheet.text(x + (shift if row[0] == "1.1" and x > 50 else 0), y, text, size=9, bold=strong)
    return y


@pytest.mark.parametrize(("shift", "one"), [(0, True), (15, False)], ids=["level", "begins elsewhere"])
def test_bands_and_rows_with_a_code_above_the_first_figures_belong_to_the_table(
    shift: float, one: bool, engine: str
) -> None:
    coded = [["1.1", WIDE], ["", LOWER]]
    sheet = (paper := Paper()).sheet().text(50, 50, TITLE)
    y = lay(sheet, [YEARS, [BANDS[0]], *coded, [BANDS[1]], ["1.2", WIDE], *FIGURES], 100, shift=shift)
    sheet.text(50, y + 50, AFTER)
    (grid,) = grids(document(paper, engine))
    rows = [YEARS, [BANDS[0]], ["1.1", f"{WIDE} {LOWER}"], [BANDS[1]], ["1.2", WIDE], *FIGURES]
    assert (texts(grid) == rows) is one
    assert (spans(grid) == {f"{WIDE} {LOWER}": (1, 3), WIDE: (1, 3), BANDS[0]: (1, 4), BANDS[1]: (1, 4)}) is one


def followed(band: str, *, bold: bool, rows: list[list[str]] = OTHERS) -> Paper:
    """A table with a bold band in it at the end of a page; over the rows that the next page begins with is a line."""
    paper = Paper()
    lay(paper.sheet().text(50, 50, TITLE), [YEARS, [BANDS[0]], *FIGURES], 680, bold=True)
    sheet = paper.sheet()
    y = lay(sheet, [[band], ["2.1", WIDE], *rows], 60, bold=bold)
    sheet.text(50, y + 50, AFTER)
    return paper


def test_a_band_like_those_met_belongs_to_the_rows_on_the_next_page(engine: str) -> None:
    doc = document(followed(BANDS[1], bold=True), engine)
    assert [texts(grid) for grid in grids(doc)][1] == [[BANDS[1]], ["2.1", WIDE], *OTHERS]
    assert grids(doc)[1].evidence[-1].startswith("bands between its rows")


def test_so_it_does_where_one_row_alone_goes_on(engine: str) -> None:
    doc = document(followed(BANDS[1], bold=True, rows=OTHERS[:1]), engine)
    assert [texts(grid) for grid in grids(doc)][1] == [[BANDS[1]], ["2.1", WIDE], *OTHERS[:1]]
    assert BANDS[1] not in paragraphs(doc)


def test_a_line_unlike_the_bands_over_rows_that_go_on_is_a_running_head(engine: str) -> None:
    doc = document(followed("Plan of the town council", bold=False), engine)
    assert [texts(grid) for grid in grids(doc)][1] == [["2.1", WIDE], *OTHERS]
    assert "Plan of the town council" in paragraphs(doc)


@pytest.mark.parametrize("size", [12, 9], ids=["larger", "of their size"])
def test_a_header_over_the_heading_of_the_first_of_several_tables_is_that_of_all(size: float, engine: str) -> None:
    sheet = (paper := Paper()).sheet().text(50, 50, TITLE)
    y = header(sheet)
    for heading, rows in (("Streets", STREETS), ("People", PEOPLE)):
        sheet.text(54, y + 16, heading, size=size, bold=True)
        y = table(sheet, rows, y + 24)
    (grid,) = grids(document(paper, engine))
    assert texts(grid) == [HEAD, ["Streets"], *STREETS, ["People"], *PEOPLE]


def test_headings_over_tables_are_none_of_their_bands_where_no_header_stands_over_the_first() -> None:
    sheet = (paper := Paper()).sheet().text(50, 50, TITLE)
    y = 100.0
    for heading, rows in (("Streets", STREETS), ("People", PEOPLE)):
        sheet.text(54, y + 16, heading, size=12, bold=True)
        y = table(sheet, rows, y + 24)
    doc = document(paper)
    assert [texts(grid) for grid in grids(doc)] == [STREETS, PEOPLE]
    assert paragraphs(doc) == [TITLE, "Streets", "People"]


DATED = ["Measure", "2022/23", "2023/24", "2024/25", "2025/26"]
NORTH = [["Homes let", *(f"1{n} days" for n in range(4))], ["Rents", *(f"2{n} days" for n in range(4))]]
NORTH.append(["Calls", *(f"3{n} days" for n in range(4))])
SOUTH = [[name, *row[:0:-1]] for name, row in zip(("Lanes", "Lamps", "Trees"), NORTH, strict=True)]
STARTS = (50.0, 200, 270, 340, 410)
OVER = ((215.0, "Outturn"), (355.0, "Targets"))


def under(
    names: Sequence[str], titles: Sequence[tuple[float, str]] = (), starts: Sequence[float] = STARTS
) -> tuple[Paper, list[list[str]]]:
    """Names of columns over the heading of the first of two tables of which nothing is drawn; titles over the names.
    With it the rows of the two, their headings among them."""
    sheet = (paper := Paper()).sheet().text(50, 50, TITLE)
    for x, title in titles:
        sheet.text(x, 100, title, size=9, bold=True)
    for x, name in zip(starts, names, strict=True):
        sheet.text(x, 114, name, size=9, bold=True)
    y = 134.0
    for heading, rows in (("North", NORTH), ("South", SOUTH)):
        sheet.text(50, y, heading, size=12, bold=True)
        for n, row in enumerate(rows, 1):
            for x, text in zip(STARTS, row, strict=True):
                sheet.text(x, y + 18 * n, text, size=9)
        y += 18 * len(rows) + 24
    sheet.text(50, y + 50, AFTER)
    return paper, [["North"], *NORTH, ["South"], *SOUTH]


def test_titles_over_the_years_of_such_a_header_span_them(engine: str) -> None:
    paper, rows = under(DATED, OVER)
    (grid,) = grids(document(paper, engine))
    assert texts(grid) == [["Measure", "Outturn", "Targets"], DATED[1:], *rows]
    assert spans(grid) == {"Measure": (2, 1), "Outturn": (1, 2), "Targets": (1, 2), "North": (1, 5), "South": (1, 5)}


@pytest.mark.parametrize(
    ("titles", "first"),
    [
        (((200, "Outturn"), (270, "Outturn"), (340, "Target"), (410, "Hope")), "Outturn 2022/23"),
        (((215, "In 2023"), (355, "Targets")), "In 2023 2022/23"),
    ],
    ids=["each over a year of its own", "one has a year itself"],
)
def test_other_words_over_the_years_go_on_in_their_names(titles: Sequence[tuple[float, str]], first: str) -> None:
    paper, rows = under(DATED, titles)
    found = texts(grids(document(paper))[0])
    assert found[0][1] == first
    assert found[1:] == rows


WORDS = ["What is measured here", "So far this year", "Last year", "Next year", "Later on"]


@pytest.mark.parametrize(("left", "one"), [(10.0, True), (0.0, False)], ids=["a little", "by much"])
def test_a_name_may_be_wider_than_the_texts_in_its_column(left: float, one: bool, engine: str) -> None:
    """Its column is as wide as it then; it begins ``left`` points left of them."""
    starts = (50, STARTS[1] - left, *STARTS[2:])
    paper, rows = under(WORDS, starts=starts)
    grid = grids(document(paper, engine))[0]
    assert (texts(grid) == [WORDS, *rows]) is one
    if one:
        assert grid.edges is not None
        assert grid.edges[1] < starts[1]
        assert starts[1] + text_width(WORDS[1], 9, bold=True) < grid.edges[2]


def test_the_last_name_may_be_as_wide_as_it_is(engine: str) -> None:
    names = [*WORDS[:-1], "In the years after that"]
    paper, rows = under(names, starts=(50, STARTS[1] - 10, *STARTS[2:]))
    grid = grids(document(paper, engine))[0]
    assert texts(grid) == [names, *rows]
    assert grid.edges is not None
    assert STARTS[-1] + text_width(names[-1], 9, bold=True) < grid.edges[-1]


@pytest.mark.parametrize("x", [XS[1], XS[2]], ids=["of the second column", "of the third one"])
def test_the_first_line_of_the_longest_name_of_such_a_header_is_of_it(x: float, engine: str) -> None:
    sheet = (paper := Paper()).sheet().text(50, 50, TITLE)
    y = header(sheet)
    sheet.text(x + 4, 101, "Planned", size=9, bold=True)
    table(sheet, STREETS, band(sheet, BANDS[0], y))
    doc = document(paper, engine)
    (grid,) = grids(doc)
    names = [f"Planned {name}" if at == x else name for at, name in zip(XS, HEAD, strict=False)]
    assert [[" ".join(cell.split()) for cell in row] for row in texts(grid)] == [names, *WHOLE[1:4]]
    assert paragraphs(doc) == [TITLE]


@pytest.mark.parametrize(
    ("text", "x", "y", "bold"),
    [
        ("Planned", XS[0], 101, True),
        ("Planned", XS[2], 90, True),
        ("Planned", XS[2], 101, False),
        ("Planned in the year that now begins", XS[1] + 60, 101, True),
    ],
    ids=["over the first column", "further above", "plain", "over two columns"],
)
def test_another_line_over_the_header_is_none_of_it(text: str, x: float, y: float, bold: bool) -> None:
    sheet = (paper := Paper()).sheet().text(50, 50, TITLE)
    end = header(sheet)
    sheet.text(x + 4, y, text, size=9, bold=bold)
    table(sheet, STREETS, band(sheet, BANDS[0], end))
    doc = document(paper)
    assert texts(grids(doc)[0]) == WHOLE[:4]
    assert paragraphs(doc) == [TITLE, text]


def over_a_band(*, bold: bool = True, last: str = "When", end: float = 420, gap: float = 0) -> Document:
    """A ruled header of two rows, a title over the last two names, down to ``end``; ``gap`` points below it the bands
    and the tables."""
    sheet = (paper := Paper()).sheet().text(50, 50, TITLE)
    for y in (100, 136):
        sheet.line(50, y, end, y)
    for x in (50, 90, 250, end):
        sheet.line(x, 100, x, 136)
    sheet.line(250, 118, end, 118).line(330, 118, 330, 136)
    sheet.text(254, 112, "Who and when", size=9, bold=bold)
    for x, name in zip(XS, [*HEAD[:3], last], strict=False):
        sheet.text(x + 4, 130, name, size=9, bold=bold)
    y = table(sheet, STREETS, band(sheet, BANDS[0], 136 + gap))
    table(sheet, PEOPLE, band(sheet, BANDS[1], y))
    return document(paper)


@pytest.mark.parametrize("last", ["When", "2024"])
def test_a_header_that_is_a_table_of_its_own_over_a_band_is_that_of_the_tables_below(last: str) -> None:
    doc = over_a_band(last=last)
    (grid,) = grids(doc)
    upper, lower = [*HEAD[:2], "Who and when"], [HEAD[2], last]
    assert [[cell for cell in row if cell] for row in texts(grid)] == [upper, lower, *WHOLE[1:]]
    assert [spans(grid)[name] for name in upper] == [(2, 1), (2, 1), (1, 2)]
    assert paragraphs(doc) == [TITLE]


@pytest.mark.parametrize(
    "how",
    [{"bold": False}, {"last": "45%"}, {"end": 450}, {"gap": 30}],
    ids=["plain", "with a value", "wider", "far above"],
)
def test_another_table_over_a_band_stays_one(how: dict[str, Any]) -> None:
    doc = over_a_band(**how)
    assert [texts(grid)[-1] for grid in grids(doc)[1:]] == [STREETS[-1], PEOPLE[-1]]
    assert len(grids(doc)) == 3
    assert paragraphs(doc) == [TITLE, *BANDS]


def unruled() -> Table:
    """The rows of ``STREETS`` at the top of a page, with white between their columns."""
    own = [
        line(*((x + 4, text) for x, text in zip(XS, row, strict=False)), base=60.0 + 18 * n)
        for n, row in enumerate(STREETS)
    ]
    found = aligned_table(own, Hints((XS[0], 48, XS[-1], 84), XS[1:-1], complete=True), 1)
    assert found is not None
    found.soft = True
    return found


def begins(*lines: Line, before: Sequence[float] | None = XS, soft: bool = True) -> bool:
    """Whether a table below these lines goes on with one of the page before that had these columns."""
    own = unruled()
    own.soft = soft
    join_bands(Group(list(lines), [own]), [], Headers(), tuple(before) if before else None)
    return own.goes_on


def test_a_table_with_nothing_over_it_in_the_columns_of_that_on_the_page_before_goes_on() -> None:
    assert begins()


def test_so_does_one_below_its_running_head() -> None:
    assert begins(line((300, "Plan"), base=30.0))


@pytest.mark.parametrize(
    "how",
    [{"before": None}, {"before": [50.0, 90, 120, 330, 420]}, {"before": [50.0, 90, 420]}, {"soft": False}],
    ids=["no table before", "other columns", "fewer columns", "drawn columns"],
)
def test_another_table_with_nothing_over_it_does_not(how: dict[str, Any]) -> None:
    assert not begins(**how)


def below_header(text: str, *, goes_on: bool = True, row: bool = False) -> int:
    """Over how many columns a text goes that stands below a header, or below a ``row`` too, and over ``STREETS``."""
    head = drawn(XS, (10, 20, 30), [[(18, name)] for name in HEAD], [[(28, "L1.0" if row else "")], [], [], []])
    for cell in head.cells[:4]:
        cell.words = [replace(w, style=style(bold=True)) for w in cell.words]
    head.cells = head.cells if row else head.cells[:4]
    head.ys, head.goes_on = head.ys if row else [10.0, 30.0], goes_on
    group = Group([line((54, text), base=42.0)], [head, unruled()])
    join_bands(group, [], Headers(), tuple(XS))
    (whole,) = group.tables
    own = next(n for n, cells in enumerate(rows_of(whole)) if text in cells)
    return next(c.slab.col_span for c in whole.cells if c.slab.row == own and c.words)


def test_a_figure_below_a_header_that_comes_again_is_the_rest_of_a_code() -> None:
    assert below_header("014") == 1


@pytest.mark.parametrize(
    ("text", "how"),
    [("2024", {}), ("Lamps", {}), ("0140140140", {}), ("014", {"goes_on": False}), ("014", {"row": True})],
    ids=["a year", "a word", "over the next column", "no table before", "below a row"],
)
def test_other_texts_there_are_bands(text: str, how: dict[str, Any]) -> None:
    assert below_header(text, **how) == 4


@pytest.mark.parametrize(("own", "one"), [("", True), ("Number", False)], ids=["alone", "over another name"])
def test_the_name_of_the_first_column_may_stand_beside_the_middle_of_titles(own: str, one: bool) -> None:
    paper, rows = under([own, *DATED[1:]], OVER)
    paper.sheets[-1].text(50, 107, "Measure", size=9, bold=True)
    (grid, *_) = grids(document(paper))
    assert (texts(grid) == [["Measure", "Outturn", "Targets"], DATED[1:], *rows]) is one


def apart(white: float = 8, *, xs: Sequence[float] = XS, head: bool = True, note: str = "") -> list[list[list[str]]]:
    """Two drawn tables, white between them."""
    sheet = (paper := Paper()).sheet().text(50, 50, TITLE)
    y = table(sheet, [HEAD, *STREETS] if head else STREETS, 100, bold=int(head))
    if note:
        sheet.text(54, y + 14, note, size=10)
    table(sheet, PEOPLE, y + white, xs=xs)
    return [texts(grid) for grid in grids(document(paper))]


@pytest.mark.parametrize("white", [3, 8, 11])
def test_groups_of_rows_that_a_strip_of_white_parts_are_one_table(white: float) -> None:
    assert apart(white) == [[HEAD, *STREETS, *PEOPLE]]


@pytest.mark.parametrize(
    "how",
    [{"white": 14}, {"white": 30}, {"xs": [50.0, 92, 250, 330, 420]}, {"xs": [50.0, 90, 250, 420]}, {"head": False}],
    ids=["wide white", "wider", "a border a little off", "fewer columns", "no header"],
)
def test_other_tables_below_white_are_others(how: dict[str, Any]) -> None:
    assert len(apart(**how)) == 2


def test_a_table_with_its_header_again_below_white_is_another() -> None:
    sheet = (paper := Paper()).sheet().text(50, 50, TITLE)
    y = table(sheet, [HEAD, *STREETS], 100, bold=1)
    table(sheet, [HEAD, *PEOPLE], y + 8, bold=1)
    assert [texts(grid) for grid in grids(document(paper))] == [[HEAD, *STREETS], [HEAD, *PEOPLE]]
