"""Tables with no rules at all, whose rows are painted cell by cell, every other one white."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pytest

from planparse.model.document import Document
from planparse.readers.pdf.page import Fill, Rule, Word
from planparse.readers.pdf.ruled.painted import painted_cells, with_header
from planparse.readers.pdf.ruled.rules import frames
from planparse.readers.pdf.words.lines import make_lines
from tests.readers.pdf.paper import Paper, Sheet
from tests.readers.pdf.reading import document, grids, paragraphs, spans, texts
from tests.readers.pdf.test_running import words

XS = [50.0, 150, 190, 330, 410, 480]
HEAD = ["Objective", "No.", "Activity", "Lead", "When"]
ROWS = [
    ["OB1 Mend\nthe roads\nand paths", "1.1", "Replace the lamps on all\nmain streets", "A Smith", "May 2024"],
    ["", "1.2", "Open the depot", "Deputy Chief\nExecutive", "June 2024"],
    ["", "1.3", "Patch the lanes", "B Jones", "July 2024"],
]


def flat(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    return [[cell.replace("\n", " ") for cell in row] for row in rows]


def write(sheet: Sheet, top: float, row: Sequence[str], xs: Sequence[float], *, bold: bool = False) -> float:
    """The texts of a row; gives back its height."""
    for x, cell in zip(xs, row, strict=False):
        for n, line in enumerate(cell.split("\n") if cell else []):
            sheet.text(x + 3, top + 12 + 11 * n, line, size=9, bold=bold)
    return 6 + 11 * max(cell.count("\n") + 1 for cell in row)


def paint(sheet: Sheet, top: float, bottom: float, xs: Sequence[float], colour: str = "0.9 0.92 0.95") -> None:
    for x0, x1 in pairwise(xs):
        sheet.box(x0, top, x1, bottom, colour=colour)


def striped(
    sheet: Sheet, rows: Sequence[Sequence[str]], xs: Sequence[float], top: float = 100, *, first: int = 0, left: int = 0
) -> float:
    """Rows, every other one painted from ``first`` on, but for ``left`` columns; the first row is the header."""
    for n, row in enumerate(rows):
        height = 6 + 11 * max((cell.count("\n") + 1 for cell in row[left if n else 0 :]), default=1)
        if n % 2 == first:
            paint(sheet, top, top + height, xs[left if n else 0 :])
        write(sheet, top, row, xs, bold=n == 0)
        top += height
    return top


def test_a_white_cell_over_several_painted_rows(engine: str) -> None:
    paper = Paper()
    striped(paper.sheet(), [HEAD, *ROWS, ["", "1.4", "Sweep the squares", "B Jones", "TBC"]], XS, left=1)
    (grid,) = grids(document(paper, engine))
    rows = flat([HEAD, *ROWS])
    assert texts(grid)[:4] == [rows[0], rows[1], *[row[1:] for row in rows[2:]]]
    assert spans(grid) == {"OB1 Mend the roads and paths": (4, 1)}


def test_a_header_on_white_paper_and_a_last_row_on_it() -> None:
    rows = [["Budget", "Out", "In"], ["Staff", "4,100", "880"], ["Premises", "1,600", "90"], ["Total", "5,700", "970"]]
    paper = Paper()
    sheet = paper.sheet()
    xs = [50.0, 200, 280, 360]
    top = 100.0
    for n, row in enumerate(rows):
        if n == 2:
            paint(sheet, top, top + 16, xs)
        if n == 4:
            paint(sheet, top, top + 16, xs)
        write(sheet, top, row, xs, bold=n == 0)
        top += 16
    paint(sheet, top, top + 16, xs)
    write(sheet, top, ["Reserves", "12", "14"], xs)
    (grid,) = grids(document(paper))
    assert texts(grid) == [*rows, ["Reserves", "12", "14"]]


def test_a_title_over_some_columns_of_a_painted_header(engine: str) -> None:
    xs = [50.0, 250, 320, 390, 460]
    paper = Paper()
    sheet = paper.sheet()
    sheet.box(50, 100, 250, 134, colour="0.9 0.9 0.9").box(250, 100, 320, 134, colour="0.9 0.9 0.9")
    sheet.box(320, 100, 460, 117, colour="0.9 0.9 0.9")
    paint(sheet, 117, 134, xs[2:], "0.9 0.9 0.9")
    write(sheet, 100, ["Measure", "2023/24", "Targets"], xs, bold=True)
    write(sheet, 117, ["", "", "2024/25", "2025/26"], xs, bold=True)
    body = [["Homes let", "40%", "41%", "42%"], ["Calls met", "8", "9", "n/a"], ["Rent paid", "98%", "", "99%"]]
    for n, row in enumerate(body):
        if n == 1:
            paint(sheet, 151, 168, xs)
        write(sheet, 134 + 17 * n, row, xs)
    (grid,) = grids(document(paper, engine))
    assert texts(grid) == [["Measure", "2023/24", "Targets"], ["2024/25", "2025/26"], *body]
    assert spans(grid) == {"Measure": (2, 1), "2023/24": (2, 1), "Targets": (1, 2)}


def test_labels_painted_down_the_side_and_lists_beside_them() -> None:
    xs = [50.0, 160, 480]
    rows = [["Lead", "Director"], ["News", "• New depot\n• Old depot shut"], ["Risks", "• Frost\n• Floods"]]
    paper = Paper()
    sheet = paper.sheet()
    top = 100.0
    for n, row in enumerate([*rows, ["Actions", "1. Buy salt\n2. Dig ditches\n3. Clear drains"]]):
        height = write(sheet, top, [row[0], ""], xs, bold=True)
        height = 6 + 11 * (row[1].count("\n") + 1)
        sheet.box(50, top, 160, top + height, colour="0.9 0.9 0.9")
        if n % 2:
            sheet.box(160, top, 480, top + height, colour="0.93 0.95 0.97")
        write(sheet, top, row, xs)
        top += height
    (grid,) = grids(document(paper))
    assert [row[0] for row in texts(grid)] == ["Lead", "News", "Risks", "Actions"]
    assert grid.n_cols == 2


def test_rows_under_a_painted_header_alone_stay_rows() -> None:
    rows = [[f"{n}.{k}", f"Do the work {n} {k}", "A Smith", "May 2024"] for n in (1, 2) for k in (1, 2, 3)]
    xs = [50.0, 90, 260, 340, 420]
    paper = Paper()
    sheet = paper.sheet()
    for n, head in enumerate((100, 200)):
        paint(sheet, head, head + 17, xs)
        write(sheet, head, ["No.", "Activity", "Lead", "When"], xs, bold=True)
        for k in range(3):
            write(sheet, head + 17 * (k + 1), rows[3 * n + k], xs)
    found = [row for grid in grids(document(paper)) for row in texts(grid)]
    assert [row for row in found if row[0] != "No."] == rows


def test_rows_painted_whole_are_not_cells() -> None:
    """The header is painted cell by cell, the rows below it in one piece each."""
    xs = [50.0, 200, 280, 360]
    rows = [["Homes let", "40%", "41%"], ["Calls met", "8", "9"], ["Rent paid", "98%", "99%"], ["Repairs", "7", "6"]]
    paper = Paper()
    sheet = paper.sheet()
    paint(sheet, 100, 117, xs)
    write(sheet, 100, ["Measure", "2024", "2025"], xs, bold=True)
    for n, row in enumerate(rows):
        if n % 2:
            sheet.box(50, 117 + 17 * n, 360, 134 + 17 * n, colour="0.9 0.9 0.9")
            sheet.box(280, 117 + 17 * n, 360, 134 + 17 * n, colour="1 0.6 0")
        write(sheet, 117 + 17 * n, row, xs)
    doc = document(paper)
    (grid,) = grids(doc)
    assert texts(grid) == [["Measure", "2024", "2025"], *rows]
    assert paragraphs(doc) == []


def test_areas_that_do_not_touch_or_have_rules_are_no_painted_cells() -> None:
    beside = [Fill(50, 100, 150, 116, "#eeeeee"), Fill(150, 100, 250, 116, "#eeeeee")]
    assert painted_cells(beside, [], [], 842) == beside
    assert painted_cells([beside[0], Fill(180, 100, 250, 116, "#eeeeee")], [], [], 842) == []
    assert painted_cells(beside, [Rule(116, 50, 250)], frames([], []), 842) == []


def test_the_first_stripe_under_the_rule_of_a_header_is_painted_as_the_others_are() -> None:
    stripes = [Fill(x, 100 + 40 * n, x + 100, 120 + 40 * n, "#eeeeee") for n in range(3) for x in (50, 150)]
    assert painted_cells(stripes, [Rule(100, 50, 250)], frames([], []), 842) == stripes
    header = [Fill(x, 80, x + 100, 100, "#333333") for x in (50, 150)]
    assert painted_cells(header + stripes[2:], [Rule(100, 50, 250)], frames([], []), 842) == stripes[2:]


NARROW = [50.0, 200, 280, 360]
LAST = ["", "1.4", "Sweep the squares", "B Jones", "TBC"]


def boxed(off: float, *, inner: bool = False) -> dict[str, tuple[int, int]]:
    """The cells that span of a table painted cell by cell in a box ``off`` points around it."""
    sheet = (paper := Paper()).sheet()
    foot = striped(sheet, [HEAD, *ROWS, LAST], XS, left=1)
    sheet.grid([50 - off, *([150] if inner else []), 480 + off], [100 - off, foot + off])
    return {text: span for grid in grids(document(paper)) for text, span in spans(grid).items()}


def test_a_frame_around_painted_cells_hides_none_of_them() -> None:
    assert boxed(0) == boxed(2) == {"OB1 Mend the roads and paths": (4, 1)}


def test_a_frame_with_rules_of_its_own_is_another_table() -> None:
    assert boxed(2, inner=True) != boxed(2)


def test_rows_over_a_painted_cell_that_spans_keep_their_borders() -> None:
    """A white row stands between a painted one and a painted title over two of its columns."""
    rows = [["Measure", "2024", "2025"], ["Homes let", "40%", "41%"], ["Calls met", "8", "9"]]
    sheet = (paper := Paper()).sheet()
    paint(sheet, 100, 117, NARROW)
    write(sheet, 100, rows[0], NARROW, bold=True)
    write(sheet, 117, rows[1], NARROW)
    paint(sheet, 134, 151, NARROW[:2])
    sheet.box(200, 134, 360, 151, colour="0.9 0.92 0.95")
    write(sheet, 134, ["Rent paid", "is not yet known"], NARROW)
    write(sheet, 151, rows[2], NARROW)
    paint(sheet, 168, 185, NARROW)
    write(sheet, 168, ["Repairs", "7", "6"], NARROW)
    (grid,) = grids(document(paper))
    assert texts(grid) == [*rows[:2], ["Rent paid", "is not yet known"], rows[2], ["Repairs", "7", "6"]]
    assert spans(grid) == {"is not yet known": (1, 2)}


def titled(years: Sequence[str], *, bold: bool = True, gap: float = 13) -> list[list[str]]:
    """What stands over the rows of a painted table: titles, and ``gap`` points below them a bold row of years."""
    sheet = (paper := Paper()).sheet()
    for x, title in zip((53, 203, 283), ("Measure", "Actual", "Target"), strict=True):
        sheet.text(x, 100, title, size=9, bold=bold)
    write(sheet, 88 + gap, ["", *years], NARROW, bold=True)
    rows = [["Homes let", "40%", "41%"], ["Calls met", "8", "9"], ["Rent paid", "98%", "99%"], ["Repairs", "7", "6"]]
    for n, row in enumerate([*rows, ["Voids", "3", "2"]]):
        top = 105 + gap + 17 * n
        if n % 2 == 0:
            paint(sheet, top, top + 17, NARROW)
        write(sheet, top, row, NARROW)
    (grid,) = grids(document(paper))
    return texts(grid)[:-5]


def test_bold_titles_over_the_bold_years_of_painted_rows_are_of_the_header() -> None:
    assert titled(["2024", "2025"]) == [["Measure", "Actual", "Target"], ["", "2024", "2025"]]


def test_other_lines_over_painted_rows_make_no_second_row_of_the_header() -> None:
    assert len(titled(["North", "South"])) == 1
    assert len(titled(["2024", "2025"], bold=False)) == 1
    assert titled(["2024", "2025"], gap=40) == [["", "2024", "2025"]]


FOUR = [50.0, 90, 260, 340, 420]
TITLES = ["No.", "Activity", "Lead", "When"]


def acts(objective: int, *texts: str) -> list[list[str]]:
    return [[f"{objective}.{n}", text, "A Smith", "May 2024"] for n, text in enumerate(texts, 1)]


def under_painted_head(sheet: Sheet, rows: Sequence[Sequence[str]], top: float) -> float:
    """A header painted cell by cell, and rows of which every other one is, from the second on."""
    paint(sheet, top, top + 17, FOUR, "0.5 0.6 0.4")
    top += write(sheet, top, TITLES, FOUR, bold=True)
    for n, row in enumerate(rows):
        height = 6 + 11 * max(cell.count("\n") + 1 for cell in row)
        if n % 2:
            paint(sheet, top, top + height, FOUR)
        write(sheet, top, row, FOUR)
        top += height
    return top


def test_a_heading_over_the_painted_header_of_another_table_parts_the_two(engine: str) -> None:
    first = acts(1, "Open the depot", "Patch all of\nthe lanes", "Sweep the\nsquares and parks")
    second = acts(2, "Mend the roads", "Wash all of\nthe signs", "Move the\nstalls")
    sheet = (paper := Paper()).sheet()
    foot = under_painted_head(sheet, first, 100)
    sheet.text(50, foot + 24, "Keep the streets clean", size=12, bold=True)
    under_painted_head(sheet, second, foot + 32)
    doc = document(paper, engine)
    assert [texts(grid) for grid in grids(doc)] == [[TITLES, *flat(first)], [TITLES, *flat(second)]]
    assert paragraphs(doc) == ["Keep the streets clean"]


def test_the_rest_of_a_torn_row_alone_under_a_painted_header_stays_in_its_column(engine: str) -> None:
    first = acts(1, "Open the depot", "Patch the lanes", "Sweep the squares and")
    second = acts(2, "Mend the roads", "Wash the signs", "Move the stalls")
    paper = Paper()
    under_painted_head(paper.sheet(), first, 740)
    sheet = paper.sheet()
    foot = under_painted_head(sheet, [["", "then the parks", "", ""]], 60)
    sheet.text(50, foot + 24, "Keep the streets clean", size=12, bold=True)
    under_painted_head(sheet, second, foot + 32)
    found = [texts(grid) for grid in grids(document(paper, engine))]
    assert found[1] == [TITLES, ["", "then the parks", "", ""]]
    assert found[2] == [TITLES, *second]


def test_the_last_line_of_a_header_over_a_cell_that_alone_is_painted() -> None:
    """The first row has a painted status, and the row of quarters over it no paint."""
    xs = [50.0, 90, 260, 320, 380, 420]
    rows = [[f"R{n}", name, f"{n}%", f"{n + 1}%", ""] for n, name in enumerate(("Homes", "Calls", "Rent", "Voids"), 1)]
    sheet = (paper := Paper()).sheet()
    write(sheet, 100, ["Ref", "Measure", "", "", "RAG"], xs, bold=True)
    sheet.text(308, 112, "2024/25", size=9, bold=True)
    write(sheet, 115, ["", "", "Q1", "Q2", ""], xs, bold=True)
    for n, row in enumerate(rows):
        top = 132 + 17 * n
        if n % 2:
            paint(sheet, top, top + 17, xs[:-1])
        sheet.box(380, top, 420, top + 17, colour="0.9 0.2 0.2")
        write(sheet, top, row, xs)
    (grid,) = grids(document(paper))
    assert texts(grid)[1:] == [["", "", "Q1", "Q2", ""], *rows]
    assert spans(grid) == {"2024/25": (1, 2)}


def test_a_row_or_two_at_the_pages_end_under_a_header_that_is_known() -> None:
    """The last one is not painted, so that nothing is drawn of its table."""
    sheet = (paper := Paper()).sheet()
    first = acts(1, "Open the depot", "Patch the lanes", "Sweep the squares", "Dig the drains", "Grit the hills")
    for n, row in enumerate([TITLES, *first]):
        if n and n % 2 == 0:
            paint(sheet, 100 + 17 * n, 117 + 17 * n, FOUR)
        write(sheet, 100 + 17 * n, row, FOUR, bold=not n)
    sheet.text(50, 240, "Keep the streets clean", size=12, bold=True)
    (last,) = acts(2, "Mend the roads")
    write(sheet, 252, TITLES, FOUR, bold=True)
    write(sheet, 269, last, FOUR)
    found = [texts(grid) for grid in grids(document(paper))]
    assert found == [[TITLES, *first], [TITLES, last]]


def test_the_paint_of_a_label_that_ends_within_a_row_is_no_border() -> None:
    """What is left of a label at the top of a page is painted less far down than the rows beside it."""
    rows = [
        ["", "1.3", "Patch the lanes\nand the yards", "A Smith", "May 2024"],
        ["", "1.4", "Sweep the squares\nand the parks", "A Smith", "May 2024"],
        ["OB2 Plant trees", "2.1", "Dig the holes", "A Smith", "May 2024"],
        ["", "2.2", "Buy the stakes", "A Smith", "May 2024"],
        ["", "2.3", "Water the roots", "A Smith", "May 2024"],
    ]
    sheet = (paper := Paper()).sheet()
    top = 100.0
    tops = [top := top + write(sheet, top, row, XS) for row in rows]
    sheet.box(50, 100, 150, tops[0] + 14, colour="0.9 0.92 0.95")
    sheet.box(50, tops[1], 150, tops[-1], colour="0.9 0.92 0.95")
    for first, last in ((100, tops[0]), (tops[1], tops[2]), (tops[3], tops[4])):
        paint(sheet, first, last, XS[1:])
    (grid,) = grids(document(paper))
    assert texts(grid) == flat([rows[0], rows[1][1:], rows[2], rows[3][1:], rows[4][1:]])
    assert spans(grid) == {"": (2, 1), "OB2 Plant trees": (3, 1)}


def test_one_row_under_a_painted_header_that_stands_elsewhere_too(engine: str) -> None:
    """The codes stand close to the texts, so that a row alone would not show where these begin."""
    xs = [50.0, 74, 260, 320, 380]
    names = ["Code", "Measure", "2024/25", "2025/26"]
    rows = [[f"AT{n}", f"Homes let in week {n}", f"{n}0%", f"{n}1%"] for n in range(11, 15)]
    sheet = (paper := Paper()).sheet()
    for top, own in ((100, rows[:3]), (240, rows[3:])):
        paint(sheet, top, top + 17, xs)
        write(sheet, top, names, xs)
        for n, row in enumerate(own, 1):
            write(sheet, top + 17 * n, row, xs)
    assert [texts(grid) for grid in grids(document(paper, engine))] == [[names, *rows[:3]], [names, *rows[3:]]]


@pytest.mark.parametrize("top", [100, 40], ids=["its first row", "a table over it"])
def test_what_is_drawn_of_a_table_that_is_painted_whole_is_none_of_its_own(top: float, engine: str) -> None:
    """Rules go round the row that begins at ``top``; every row from 100 on is painted."""
    xs, ys = [50, 110, 300, 370], [100, 120, 140, 160, 180]
    rows = [["Ref", "Measure", "2015/16"], ["AB1", "Visits", "9"], ["AB2", "Runs", "8"], ["AB3", "Rows", "7"]]
    sheet = (paper := Paper()).sheet()
    for n, (above, below) in enumerate(pairwise(ys)):
        for start, end in pairwise(xs):
            sheet.box(start, above, end, below, colour="0.8 0.9 0.8" if n % 2 else "0.9 0.8 0.8")
    sheet.cells(xs, ys, rows).grid(xs, [top, top + 20], [] if top == 100 else [["Key", "What it is", "Since"]])
    found = [texts(grid) for grid in grids(document(paper, engine))]
    assert found == ([rows] if top == 100 else [[["Key", "What it is", "Since"]], rows])


NAMES = ["Measure", "Now", "North", "South"]
FIRST, SECOND = ["Homes let", "40%", "41%", "42%"], ["Lamps lit", "4", "5", "6"]


def named(
    names: Sequence[str] = NAMES, *, size: float = 9, bold: bool = True, columns: int = 4, gap: float = 20
) -> Document:
    """One painted row, ``gap`` points below names, over a white one."""
    xs = [50.0, 200, 280, 360, 440][: columns + 1]
    sheet = (paper := Paper()).sheet()
    for x, name in zip(xs, names[:columns], strict=False):
        sheet.text(x + 3, 112, name, size=size, bold=bold)
    paint(sheet, 100 + gap, 117 + gap, xs)
    write(sheet, 100 + gap, FIRST[:columns], xs)
    write(sheet, 117 + gap, SECOND[:columns], xs)
    return document(paper)


@pytest.mark.parametrize("size", [9, 8, 7, 6])
def test_one_painted_row_below_bold_names_shows_the_columns_of_its_table(size: float) -> None:
    doc = named(size=size)
    (grid,) = grids(doc)
    assert texts(grid) == [NAMES, FIRST, SECOND]
    assert paragraphs(doc) == []


def test_most_of_its_columns_have_one() -> None:
    (grid,) = grids(named([*NAMES[:3], ""]))
    assert texts(grid) == [[*NAMES[:3], ""], FIRST, SECOND]


@pytest.mark.parametrize(
    ("names", "changed"),
    [
        (NAMES, {"size": 5}),
        (NAMES, {"bold": False}),
        (NAMES, {"columns": 3}),
        (NAMES, {"gap": 130}),
        ([*NAMES[:2], "", ""], {}),
        (["Measure", "Now that it is north", "", "South"], {}),
    ],
    ids=["much smaller", "plain", "three columns", "far above", "two of four", "over a border"],
)
def test_what_else_stands_over_one_painted_row_is_text(names: list[str], changed: dict[str, Any]) -> None:
    doc = named(names, **changed)
    columns = changed.get("columns", 4)
    assert [texts(grid) for grid in grids(doc)] == [[FIRST[:columns], SECOND[:columns]]]
    assert paragraphs(doc) == [" ".join(name for name in names[:columns] if name)]


def header_of(*sizes: float, bold: bool = True, step: float = 15) -> list[str]:
    """The lines of names in letters of these sizes, ``step`` apart, that are the header over a row of size 10."""
    base, row = 100 + step * len(sizes), []
    for x, text in zip(NARROW, FIRST, strict=False):
        row += words(x + 3, base, text, size=10)
    over: list[Word] = []
    for n, size in enumerate(sizes):
        for x, name in zip(NARROW, NAMES, strict=False):
            over += words(x + 3, 100 + step * n, f"{name}{n}", size=size, bold=bold)
    upper = make_lines(row)
    heads, rest = with_header(upper, make_lines(over), NARROW[1:-1], 20)
    assert rest == upper
    return [line.words[0].text for head in heads for line in head]


@pytest.mark.parametrize(
    ("sizes", "found"),
    [
        ((10,), ["Measure0"]),
        ((7,), ["Measure0"]),
        ((6.5,), ["Measure0"]),
        ((6,), []),
        ((11,), ["Measure0"]),
        ((12,), []),
        ((7, 7), ["Measure0", "Measure1"]),
        ((6.5, 7), ["Measure0", "Measure1"]),
        ((5.5, 7), ["Measure1"]),
        ((10, 7), ["Measure1"]),
    ],
)
def test_the_letters_of_a_header_may_be_smaller_than_those_of_its_row(sizes: Sequence[float], found: list[str]) -> None:
    assert header_of(*sizes) == found


def test_plain_or_distant_lines_are_no_header() -> None:
    assert header_of(7, bold=False) == []
    assert header_of(7, step=23) == []


def with_parts(second: Sequence[str]) -> Paper:
    """Rows of which every other one is painted; that of A2 has two parts, the second one white beside painted cells
    that go down over both."""
    xs = [50.0, 90, 220, 260, 310, 360, 410]
    sheet = (paper := Paper()).sheet()
    paint(sheet, 100, 117, xs, "0.7 0.7 0.7")
    write(sheet, 100, ["Ref", "Indicator", "Unit", "North", "South", "West"], xs, bold=True)
    write(sheet, 117, ["A1", "Roads swept", "%", "41", "42", "43"], xs)
    for n, (x0, x1) in enumerate(pairwise(xs)):
        sheet.box(x0, 134, x1, 168 if n in (0, 2) else 151, colour="0.9 0.9 0.9")
    write(sheet, 134, ["A2", "a) Lamps lit", "%", "51", "52", "53"], xs)
    write(sheet, 151, ["", "b) Lamps mended", "", *second], xs)
    paint(sheet, 168, 185, xs)
    write(sheet, 168, ["A3", "Trees planted", "No.", "61", "62", "63"], xs)
    write(sheet, 185, ["A4", "Trees cut", "No.", "71", "72", "73"], xs)
    return paper


def test_white_cells_of_a_row_beside_painted_ones_that_go_down_over_it_are_parted(engine: str) -> None:
    (grid,) = grids(document(with_parts(["54", "55", "56"]), engine))
    assert texts(grid)[3] == ["b) Lamps mended", "54", "55", "56"]
    assert spans(grid) == {"A2": (2, 1), "%": (2, 1)}


def test_a_text_over_the_white_cells_of_such_a_row_spans_them(engine: str) -> None:
    (grid,) = grids(document(with_parts(["54", "There is no count of these"]), engine))
    assert texts(grid)[3] == ["b) Lamps mended", "54", "There is no count of these"]
    assert spans(grid)["There is no count of these"] == (1, 2)


def below_painted_part(label: float, over: str) -> Paper:
    """Rows of which every other one is painted: the first one has two parts, of which the second is painted but for the
    cells that go down over both. ``over`` is the first label; the second one stands ``label`` points below the top of
    the white row under them."""
    xs = [50.0, 90, 220, 260, 310, 360, 410]
    sheet = (paper := Paper()).sheet()
    paint(sheet, 100, 117, xs, "0.7 0.7 0.7")
    write(sheet, 100, ["Ref", "Indicator", "Unit", "North", "South", "West"], xs, bold=True)
    write(sheet, 117, [over, "a) Lamps lit", "%", "51", "52", "53"], xs)
    for x0, x1 in (xs[1:3], *pairwise(xs[3:])):
        sheet.box(x0, 134, x1, 151, colour="0.9 0.9 0.9")
    write(sheet, 134, ["", "b) Lamps mended", "", "54", "55", "56"], xs)
    write(sheet, 151, ["", "Trees planted", "No.", "61", "62", "63"], xs)
    sheet.text(53, 151 + label, "A2", size=9)
    paint(sheet, 168, 185, xs)
    write(sheet, 168, ["A3", "Trees cut", "No.", "71", "72", "73"], xs)
    return paper


PARTS = [
    ["A1", "a) Lamps lit", "%", "51", "52", "53"],
    ["b) Lamps mended", "54", "55", "56"],
    ["A2", "Trees planted", "No.", "61", "62", "63"],
    ["A3", "Trees cut", "No.", "71", "72", "73"],
]


@pytest.mark.parametrize("over", ["A1", ""])
def test_a_white_cell_level_with_the_row_below_a_painted_part_is_of_that_row(over: str, engine: str) -> None:
    (grid,) = grids(document(below_painted_part(12, over), engine))
    assert texts(grid)[1:] == [[over, *PARTS[0][1:]], *PARTS[1:]]


def test_a_white_cell_between_such_rows_goes_down_over_both(engine: str) -> None:
    (grid,) = grids(document(below_painted_part(2, ""), engine))
    assert spans(grid) == {"A2": (3, 1), "%": (2, 1)}


def test_a_painted_part_at_a_pages_begin_parts_the_cells_at_both_sides_of_a_white_one(engine: str) -> None:
    """The name left of the white cell is painted in one piece, the values right of it in several."""
    xs = [50.0, 90, 220, 260, 310, 360, 410]
    sheet = (paper := Paper()).sheet()
    head = ["Ref", "Indicator", "Unit", "North", "South", "West"]
    for n, row in enumerate([head, *([f"A{n}", "Roads swept", "%", "41", "42", "43"] for n in range(4))]):
        if n % 2 == 0:
            paint(sheet, 680 + 17 * n, 697 + 17 * n, xs, "0.9 0.9 0.9")
        write(sheet, 680 + 17 * n, row, xs, bold=n == 0)
    write(sheet, 765, ["A4", "a) Lamps lit of", "%", "51", "52", "53"], xs)
    sheet = paper.sheet()
    write(sheet, 50, ["", "the town"], xs)
    for x0, x1 in (xs[1:3], *pairwise(xs[3:])):
        sheet.box(x0, 67, x1, 84, colour="0.9 0.9 0.9")
    write(sheet, 67, ["", "b) Lamps mended", "", "54", "55", "56"], xs)
    write(sheet, 84, PARTS[2], xs)
    paint(sheet, 101, 118, xs)
    write(sheet, 101, PARTS[3], xs)
    write(sheet, 118, ["A5", "Trees sold", "No.", "81", "82", "83"], xs)
    _, grid = grids(document(paper, engine))
    assert [row[-4:] for row in texts(grid)][1:3] == [["b) Lamps mended", "54", "55", "56"], ["No.", "61", "62", "63"]]
    assert texts(grid)[0][1] == "the town"
    assert texts(grid)[2:4] == PARTS[2:]


@pytest.mark.parametrize(
    ("xs", "step", "found"),
    [
        (NARROW[1:3], 24, True),
        (NARROW[1:2], 24, False),
        (NARROW[:2], 24, False),
        (NARROW[1:3], 26, False),
    ],
    ids=["two titles", "one", "over the first column", "further up than a row"],
)
def test_titles_over_the_names_of_columns_stand_as_far_above_them_as_rows_do(
    xs: Sequence[float], step: float, found: bool
) -> None:
    """A text alone, or one over the first column, stands as near as lines of one text to be of the header."""
    row = [w for x, text in zip(NARROW, FIRST, strict=False) for w in words(x + 3, 120, text, size=10)]
    over = [w for x, name in zip(NARROW, NAMES, strict=False) for w in words(x + 3, 100, name, size=10, bold=True)]
    over += [w for x in xs for w in words(x + 3, 100 - step, "Old", size=10, bold=True)]
    heads, _ = with_header(make_lines(row), make_lines(over), NARROW[1:-1], 24)
    assert len(heads) == 1 + found
