"""Rows at the foot of a page that stand in the columns of the table which begins the next page are a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from planparse.readers.pdf.page import Word, make_style
from planparse.readers.pdf.unruled.foot import foot_lines
from planparse.readers.pdf.words.lines import Line, make_lines
from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, paragraphs, texts

XS = (50.0, 120, 200, 280, 360)
HEAD = ["Ref", "Action", "Lead", "When"]
ROW = ["P1", "Sweep roads", "A Smith", "by May"]
BODY = [["P2", "Mend lamps", "B Jones", "in June"], ["P3", "Plant trees", "C Brown", "in July"]]
PROSE = ["This is what the board of our town wants to see done before the end of the year"]
FOOT = ["", "Plan of the town and of its people, page 4"]
TITLE = ["", "", "Who it is and when it is"]
STYLE = make_style(size=9, bold=False, direction=0, invisible=False, white=False, font="", unmapped=False)


def lines(rows: Sequence[Sequence[str]], *, step: float = 14, gap: float = 0) -> list[Line]:
    """Texts of words 4 points wide a letter; ``gap`` stands over the last one."""
    words = []
    for n, row in enumerate(rows):
        base = 700 + step * n + (gap if n == len(rows) - 1 else 0)
        for start, cell in zip(XS, row, strict=False):
            x = start + 3
            for text in cell.split():
                words.append(Word(text, x, base - 7, x + 4 * len(text), base + 2, base, STYLE))
                x += 4 * len(text) + 3
    return make_lines(words)


def foot(*rows: Sequence[str], gap: float = 0) -> list[str]:
    return [line.text for line in foot_lines(lines(rows, gap=gap), XS)]


def joined(*rows: Sequence[str]) -> list[str]:
    return [" ".join(text for text in row if text) for row in rows]


def test_a_header_alone_at_a_pages_foot_is_a_row_of_the_table(engine: str) -> None:
    paper = Paper()
    first, second = paper.sheet(height=400), paper.sheet(height=400)
    first.text(50, 60, "A text of the plan that says what is to be done in the years to come")
    for x, cell in zip(XS, HEAD, strict=False):
        first.text(x + 4, 370, cell, size=9, bold=True)
    second.grid(XS, [50, 70, 90], BODY)
    doc = document(paper, engine)
    assert [texts(grid) for grid in grids(doc)] == [[HEAD], BODY]
    assert len(paragraphs(doc)) == 1


def test_the_lines_in_the_columns_down_to_the_last_one() -> None:
    assert foot(PROSE, HEAD, ROW) == joined(HEAD, ROW)
    assert foot(PROSE) == []


def test_a_foot_of_the_page_below_them_is_passed_over() -> None:
    assert foot(PROSE, HEAD, ROW, FOOT, gap=30) == joined(HEAD, ROW)
    assert foot(HEAD, ROW, PROSE, PROSE, PROSE) == []


def test_the_first_line_is_that_of_a_row() -> None:
    """A line of one text over them belongs to what stands above."""
    assert foot(["Aims"], HEAD, ROW) == joined(HEAD, ROW)
    assert foot(HEAD, ["", "each week"]) == joined(HEAD, ["each week"])


def test_what_stands_far_above_is_no_row() -> None:
    assert foot(HEAD, ROW, gap=30) == joined(ROW)


def test_titles_over_several_columns_beside_an_entry_of_the_first() -> None:
    titled = ["Code", "What", TITLE[2]]
    assert foot(PROSE, titled, ROW) == joined(titled, ROW)


def test_one_title_or_an_entry_over_the_first_border_is_no_header_line() -> None:
    assert foot(TITLE, ROW) == joined(ROW)
    assert foot(["Code", "", TITLE[2]], ROW) == joined(ROW)
    assert foot(["Code of each action", "", "Lead", "When"], ROW) == joined(ROW)


def test_a_title_at_the_very_end_is_no_row() -> None:
    assert foot(["Code", "What", TITLE[2]]) == []


STRONG = make_style(size=9, bold=True, direction=0, invisible=False, white=False, font="", unmapped=False)


def strong(*rows: Sequence[str], step: float = 18) -> list[Line]:
    """Bold lines, but for those of ``ROW``."""
    out = lines(rows, step=step)
    for line in out:
        if line.text.split()[0] != ROW[0]:
            line.style = STRONG
            for word in line.words:
                word.style = STRONG
    return out


LOWER = ["", "", "first", "last"]


def test_a_band_under_a_header_waits_for_the_rows_of_the_next_page() -> None:
    """The lower line of the header has nothing in the column of the band."""
    found = foot_lines(strong(HEAD, LOWER, ["Quality"]), XS)
    assert [line.text for line in found] == joined(HEAD, LOWER, ["Quality"])


def test_a_text_over_several_columns_is_no_band() -> None:
    found = foot_lines(strong(HEAD, LOWER, ["Quality of all that we do for the town"]), XS)
    assert [line.text for line in found] == joined(HEAD, LOWER)


def test_the_first_texts_of_a_torn_row_under_a_header_begin_with_their_columns() -> None:
    found = foot_lines(strong(HEAD, LOWER, ["P1", "Sweep"]), XS)
    assert [line.text for line in found] == joined(HEAD, LOWER, ["P1", "Sweep"])


def test_running_feet_that_the_next_page_has_too_are_no_row(engine: str) -> None:
    """The name of the body and the number of the page stand where the first column and the last one do."""
    paper = Paper()
    for n, rows in enumerate(([HEAD, ROW], BODY), 1):
        sheet = paper.sheet(height=400)
        sheet.grid(XS, [330, 350, 370] if n == 1 else [40, 60, 80], rows)
        sheet.text(54, 390, "Town Council", size=8).text(300, 390, f"Page {n}", size=8)
    assert [texts(grid) for grid in grids(document(paper, engine))] == [[HEAD, ROW], BODY]


def test_the_end_of_a_text_over_a_table_that_goes_on_is_a_row_of_it(engine: str) -> None:
    paper = Paper()
    first, second = paper.sheet(height=400), paper.sheet(height=400)
    first.text(50, 60, "A text of the plan that says what is to be done in the years to come")
    for x, name, entry in zip(XS, HEAD, ROW, strict=False):
        first.text(x + 4, 350, name, size=9, bold=True).text(x + 4, 370, entry, size=9)
    second.text(124, 44, "with care", size=9)
    second.grid(XS, [50, 70, 90], BODY)
    assert [texts(grid) for grid in grids(document(paper, engine))] == [[HEAD, ROW], [["", "with care", "", ""], *BODY]]


YEARS = ["Measure", "2023/24", "2024/25", "2025/26"]
FIGURES = [[name, *"123"] for name in ("Homes", "Calls", "Rent", "Voids", "Jobs", "Roads")]


def banded(last: str, *, size: float = 9) -> list[list[list[str]]]:
    """A table with a band, and a bold line under it at the page's end; the next page begins with its header."""
    paper = Paper()
    first = [YEARS, ["Quality"], *FIGURES[:2]]
    second = [YEARS, *FIGURES[2:]]
    for top, rows in ((640, first), (60, second)):
        sheet = paper.sheet()
        for n, row in enumerate(rows):
            for x, cell in zip(XS, row, strict=False):
                sheet.text(x + 3, top + 16 * n, cell, size=9, bold=len(row) == 1 or row is YEARS)
        sheet.line(50, top + 5, 360, top + 5)
        if rows is first:
            sheet.text(53, top + 64, last, size=size, bold=True)
    return [texts(grid) for grid in grids(document(paper))]


def test_a_band_that_ends_a_page_belongs_to_the_table_over_it() -> None:
    assert banded("Timeliness")[0][-1] == ["Timeliness", "", "", ""]


def test_a_line_that_looks_like_no_band_of_the_table_is_none() -> None:
    assert banded("Timeliness", size=12)[0][-1] == FIGURES[1]


@pytest.mark.parametrize(("right", "count"), [(0, 3), (12, 2)], ids=["begins there", "begins elsewhere"])
def test_under_a_header_a_row_may_have_begun_in_its_first_column_alone(right: float, count: int) -> None:
    own = strong(HEAD, LOWER, ["P1"])
    own[-1].words[0].x0 += right
    assert len(foot_lines(own, XS)) == count


@pytest.mark.parametrize(("name", "again"), [("Target", True), ("Latest", False)])
def test_a_table_that_is_but_the_header_of_the_next_page_has_the_columns_of_that(name: str, again: bool) -> None:
    """Its first name stands in the middle of its column, further right than the texts under it."""
    paper = Paper()
    first, second = paper.sheet(height=400), paper.sheet(height=400)
    first.text(50, 60, "A text of the plan that says what is to be done in the years to come")
    for y in (340, 356, 372):
        first.line(50, y, 360, y)
    for base, row in ((352, YEARS), (367, ["", "Actual", "Actual", name])):
        for x, cell in zip(XS, row, strict=False):
            first.text(x + 9, base, cell, size=9, bold=True)
    header = [
        "Measure",
        *(f"{year}\n{own}" for year, own in zip(YEARS[1:], ("Actual", "Actual", "Target"), strict=True)),
    ]
    second.grid(XS, [50, 80, 100, 120], [header, *FIGURES[:2]])
    assert ("the next page" in grids(document(paper))[0].evidence[0]) is again


@pytest.mark.parametrize(("marks", "labels"), [("•••", False), (["P1", "P2", "P3"], True)], ids=["bullets", "words"])
def test_bullets_at_a_pages_foot_are_no_labels_beside_texts(marks: Sequence[str], labels: bool, engine: str) -> None:
    """The next page begins with a table whose first column is as narrow as they are."""
    narrow, text = (50.0, 70, *XS[2:]), "Sweep the roads of the town each week"
    paper = Paper()
    first, second = paper.sheet(height=400), paper.sheet(height=400)
    first.text(50, 60, "A text of the plan that says what is to be done in the years to come")
    for base, mark in zip((330, 344, 358), marks, strict=True):
        first.text(54, base, mark, size=9).text(74, base, text, size=9)
    second.grid(narrow, [50, 70, 90], BODY)
    doc = document(paper, engine)
    assert [texts(grid) for grid in grids(doc)] == ([[[mark, text] for mark in marks]] if labels else []) + [BODY]
    assert paragraphs(doc)[1:] == ([] if labels else [text] * 3)


@pytest.mark.parametrize(("right", "count"), [(10, 3), (40, 1)], ids=["hangs", "stands too far in"])
def test_an_item_beside_a_label_may_hang_further_in_than_it_begins(right: float, count: int) -> None:
    own = lines([["Aims", "• Sweep the roads"], ["", "of the town"], ["", "• Mend the lamps"]])
    for word in own[1].words:
        word.x0, word.x1 = word.x0 + right, word.x1 + right
    assert len(foot_lines(own, (*XS[:2], XS[-1]))) == count


WELL, SOON = ["How well the work is done"], "How soon the work is done"


def ended(bands: Sequence[str], *, header: bool, bold: bool = True) -> list[list[str]]:
    """The last rows of a table with a bold band, lines below it at the page's end; the next page goes on with it."""
    paper = Paper()
    for top, rows in ((640, [YEARS, WELL, *FIGURES[:3]]), (60, [*([YEARS] if header else []), *FIGURES[3:]])):
        sheet = paper.sheet()
        if top > 60:
            sheet.text(50, 60, PROSE[0])
        for n, row in enumerate(rows):
            for x, cell in zip(XS, row, strict=False):
                sheet.text(x + 3, top + 16 * n, cell, size=9, bold=len(row) == 1 or row is YEARS)
        for n, band in enumerate(bands if top > 60 else ()):
            sheet.text(53, top + 78 + 14 * n, band, size=9, bold=bold)
    first = texts(grids(document(paper))[0])
    assert first[:5] == [YEARS, WELL, *FIGURES[:3]]
    return first[5:]


@pytest.mark.parametrize("header", [False, True], ids=["rows", "its header again"])
def test_bands_that_end_a_page_belong_to_the_table_that_goes_on(header: bool) -> None:
    assert ended(["Timeliness"], header=header) == [["Timeliness", "", "", ""]]
    assert ended([SOON, "Timeliness"], header=header) == [[SOON], ["Timeliness", "", "", ""]]


def test_lines_of_which_one_looks_like_no_band_are_none() -> None:
    assert ended([SOON, "Timeliness"], header=False, bold=False) == []
    assert ended([SOON, "Timeliness", "Costs", "Also"], header=False) == []


WIDE = [
    "How well all of the work is done",
    "In the north of the town and its lanes",
    "In the offices",
    "In the town hall",
]


def begun(
    bands: Sequence[str] = WIDE[:1], *, again: Sequence[str] = YEARS, bold: bool = True
) -> tuple[list[list[str]], list[str]]:
    """The rows of a table of which a page has the header, bands and the first row alone, and what else it says; the
    next page begins with the header ``again``. ``bold``: the bands are."""
    sheet = (paper := Paper()).sheet().text(50, 60, PROSE[0])
    rows = [YEARS, *([band] for band in bands), FIGURES[0]]
    for n, row in enumerate(rows):
        for x, cell in zip(XS, row, strict=False):
            strong = not n or (bold and len(row) == 1)
            sheet.text(x + 3, 802 - 16 * (len(rows) - n), cell, size=9, bold=strong)
    below = paper.sheet().line(50, 65, 360, 65)
    for n, row in enumerate([again, *FIGURES[1:]]):
        for x, cell in zip(XS, row, strict=False):
            below.text(x + 3, 60 + 16 * n, cell, size=9, bold=not n)
    doc = document(paper)
    first, second = (texts(grid) for grid in grids(doc))
    assert second == [again, *FIGURES[1:]]
    return first, paragraphs(doc)[1:]


@pytest.mark.parametrize("count", [1, 2, 3])
def test_the_header_over_bands_and_a_row_at_a_pages_end_is_that_of_the_next_page(count: int) -> None:
    assert begun(WIDE[:count]) == ([YEARS, *([band] for band in WIDE[:count]), FIGURES[0]], [])


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ({"again": [*YEARS[:3], "2026/27"]}, [*YEARS, WIDE[0]]),
        ({"bold": False}, [*YEARS, WIDE[0]]),
        ({"bands": WIDE}, [*YEARS, *WIDE]),
    ],
    ids=["another header on the next page", "a plain line", "more lines than bands have"],
)
def test_other_lines_over_such_a_row_are_no_header(how: dict[str, Any], said: list[str]) -> None:
    rows, others = begun(**how)
    assert rows == [FIGURES[0]]
    assert " ".join(others) == " ".join(said)


def over_header(begin: Sequence[str] = ("", "", "", "By"), *, bold: bool = True, gap: float = 11) -> list[list[str]]:
    """The rows at a page's end of a bold header, with a line ``gap`` points over it, and one row; the next page goes on
    with them."""
    paper = Paper()
    first, second = paper.sheet(height=400), paper.sheet(height=400)
    first.text(50, 60, "A text of the plan that says what is to be done in the years to come")
    for base, row, strong in ((355 - gap, begin, bold), (355, HEAD, True), (371, ROW, False)):
        for x, cell in zip(XS, row, strict=False):
            first.text(x + 4, base, cell, size=9, bold=strong)
    second.grid(XS, [50, 70, 90], BODY)
    above, below = (texts(grid) for grid in grids(document(paper)))
    assert below == BODY
    return [[cell.replace("\n", " ") for cell in row] for row in above]


def test_a_line_over_a_header_at_a_pages_end_that_begins_a_name_belongs_to_it() -> None:
    assert over_header() == [[*HEAD[:3], "By When"], ROW]


@pytest.mark.parametrize(
    "how",
    [{"bold": False}, {"gap": 20}, {"begin": TITLE}, {"begin": ["Our aims"]}],
    ids=["plain", "further above", "over a border", "a caption"],
)
def test_another_line_over_it_does_not(how: dict[str, Any]) -> None:
    assert over_header(**how) == [HEAD, ROW]


@pytest.mark.parametrize(
    ("size", "bold", "one"),
    [(12, True, False), (9, True, True), (12, False, True)],
    ids=["a heading", "as large as the table", "plain"],
)
def test_a_table_below_its_own_heading_has_no_rows_on_the_page_before(size: float, bold: bool, one: bool) -> None:
    paper = Paper()
    first, second = paper.sheet(height=400), paper.sheet(height=400)
    first.text(50, 60, "A text of the plan that says what is to be done in the years to come")
    for x, cell in zip(XS, HEAD, strict=False):
        first.text(x + 4, 370, cell, size=9, bold=True)
    second.text(54, 40, "What is done in the year", size=size, bold=bold).grid(XS, [50, 70, 90], BODY)
    found = [texts(grid) for grid in grids(document(paper))]
    assert (found[0] == [HEAD]) is one
    assert found[-1] == BODY


def first_line(
    begin: str = "Mend the",
    rest: str = "lamps of all lanes",
    *,
    more: str = "",
    x: float = 124,
    size: float = 9,
    bold: bool = False,
    gap: float = 0,
    row: Sequence[str] = ("P2", "", "B Jones", "in June"),
    engine: str = "pdfium",
) -> tuple[list[list[str]], list[str]]:
    """The rows of a drawn table with a line below it at the page's end, and what else the document says; on the next
    page the header and a row, of which ``rest`` is the second cell."""
    paper = Paper()
    first, second = paper.sheet(height=400), paper.sheet(height=400)
    first.grid(XS, [310, 330, 350], [HEAD, ROW])
    for n, text in enumerate((begin, more)):
        first.text(x, 362 + gap + 11 * n, text, size=size, bold=bold)
    second.grid(XS, [50, 70, 90, 110], [HEAD, [row[0], rest, *row[2:]], BODY[1]])
    doc = document(paper, engine)
    above, below = (texts(grid) for grid in grids(doc))
    assert below == [HEAD, [row[0], rest, *row[2:]], BODY[1]]
    return above, paragraphs(doc)


def test_the_first_line_of_a_row_that_a_pages_end_tore_is_of_the_table(engine: str) -> None:
    assert first_line(engine=engine) == ([HEAD, ROW, ["", "Mend the", "", ""]], [])


def test_so_are_two_of_them() -> None:
    assert first_line(more="old iron") == ([HEAD, ROW, ["", "Mend the old iron", "", ""]], [])


@pytest.mark.parametrize(
    "how",
    [
        {"rest": "Lamps of all lanes"},
        {"x": 54},
        {"x": 131},
        {"size": 11},
        {"bold": True},
        {"gap": 20},
        {"begin": "Mend all of the lamps in the town and"},
        {"row": ("P2", "", "", "")},
        {"row": ("", "", "B Jones", "in June")},
    ],
    ids=[
        "a text on the next page",
        "in the first column",
        "not where the column begins",
        "larger",
        "bold",
        "far below",
        "longer than the column",
        "little else in the row",
        "a row without a code",
    ],
)
def test_another_line_below_the_table_is_not(how: dict[str, Any]) -> None:
    assert first_line(**how) == ([HEAD, ROW], [how.get("begin", "Mend the")])


@pytest.mark.parametrize(
    ("row", "taken"),
    [
        (["of the lanes", "12%", "14%", "16%"], True),
        (["of the lanes", "A Smith", "by hand", "in May"], False),
        (["Of the lanes", "12%", "14%", "16%"], False),
        (["of the lanes", "12%", "", ""], False),
    ],
    ids=["its rest beside values", "beside words", "another name", "little else in the row"],
)
@pytest.mark.parametrize("cut", [False, True], ids=["the same cells", "a name over both rows of the header"])
def test_the_first_line_of_a_name_is_of_the_table_where_its_rest_has_the_values(
    row: list[str], taken: bool, cut: bool
) -> None:
    """The values of a row stand in its middle, below the page's end; the header comes again over them."""
    names = ["Measure", "Actual", "Aims", "Later"]
    years = ["", "2024", "2025", "2026"]
    first, second = (paper := Paper()).sheet(height=400), paper.sheet(height=400)
    first.grid(XS, [290, 310, 330, 350], [names, years, ["Roads", "1%", "2%", "3%"]])
    first.text(54, 362, "Lamps on all", size=9)
    second.grid(
        XS, [50, 70, 90, 110], [["", *names[1:]] if cut else names, [names[0], *years[1:]] if cut else years, row]
    )
    above, _ = (texts(grid) for grid in grids(document(paper)))
    assert (above[-1][0] == "Lamps on all") is taken
