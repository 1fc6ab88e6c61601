"""Headers of two rows over striped rows without a line: a title stands in the middle over its periods."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from planparse.pipeline import read
from tests.readers.pdf.paper import Paper, Sheet, text_width
from tests.readers.pdf.reading import document, grids, spans, texts

XS = [54.0, 110, 250, 310, 370, 430, 490]
NAMES = ["Ref", "Measure", "Baseline"]
QUARTERS = ["Q1", "Q2", "Q3", "Year end"]
YEARS = ["2023/24", "2024/25", "2025/26", "2026/27"]
ROWS = [
    ["R1", "Roads swept", "40%", "41%", "42%", "43%", "44%"],
    ["R2", "Lamps lit", "8", "9", "10", "11", "12"],
    ["R3", "Bins mended", "80", "70", "60", "50", "40"],
    ["R4", "Letters sent", "5", "6", "7", "8", "9"],
]
END = 546.0
PITCH = 24.0
PALE = "0.93 0.93 0.95"


def striped(
    periods: Sequence[str],
    *,
    x: float = 426.0,
    step: float = PITCH,
    baseline: float = XS[2],
    rows: int = 4,
    first: int = 0,
) -> Paper:
    """Every other row is painted; the header is not, and its second row stands ``step`` below the first."""
    title, xs = "Targets", [*XS[:2], baseline, *XS[3:]]
    sheet = (paper := Paper()).sheet()
    sheet.text(54, 60, "Roads and lamps", size=14, bold=True)
    top = 100.0
    for left, name in zip(xs, NAMES, strict=False):
        sheet.text(left, top - step, name, bold=True)
    sheet.text(x - text_width(title, 10, True) / 2, top - step, title, bold=True)
    for left, period in zip(xs[len(NAMES) :], periods, strict=True):
        sheet.text(left, top, period, bold=True)
    for n, row in enumerate(ROWS[:rows]):
        y = top + PITCH * (n + 1)
        if n % 2 == first:
            sheet.box(50, y - 15, END, y - 15 + PITCH, colour=PALE)
        for left, text in zip(xs, row, strict=True):
            sheet.text(left, y, text)
    return paper


@pytest.mark.parametrize("periods", [YEARS, QUARTERS], ids=["years", "quarters"])
def test_a_title_as_far_above_its_periods_as_the_rows_are_apart(periods: list[str], engine: str) -> None:
    (grid,) = grids(document(striped(periods), engine))
    assert [[cell for cell in row if cell] for row in texts(grid)] == [[*NAMES, "Targets"], periods, *ROWS]
    assert spans(grid)["Targets"] == (1, 4)


@pytest.mark.parametrize("first", [0, 1], ids=["below the header", "below a white row"])
def test_a_header_over_two_rows_of_which_one_is_painted(first: int, engine: str) -> None:
    (grid,) = grids(document(striped(YEARS, rows=2, first=first), engine))
    assert [[cell for cell in row if cell] for row in texts(grid)] == [[*NAMES, "Targets"], YEARS, *ROWS[:2]]


def test_a_heading_as_far_above_is_none_of_the_header(engine: str) -> None:
    paper = striped(YEARS, step=12)
    paper.sheets[0].text(54, 100 - 12 - PITCH, "The roads of the borough", bold=True)
    (grid,) = grids(document(paper, engine))
    assert not any("borough" in cell for row in texts(grid) for cell in row)


@pytest.mark.parametrize("baseline", [XS[2], 180.0], ids=["near", "far"])
def test_the_periods_left_of_a_title_are_under_it(baseline: float, engine: str) -> None:
    """They have nothing above them, and the title stands in the middle over all; wherever the white gap before them."""
    (grid,) = grids(document(striped(YEARS, step=18, baseline=baseline), engine))
    assert spans(grid)["Targets"] == (1, 4)


def test_a_title_over_titles_over_periods_is_a_header_of_three_rows(engine: str) -> None:
    sheet = (paper := Paper()).sheet()

    def centred(text: str, middle: float, y: float, *, bold: bool = False) -> None:
        sheet.text(middle - text_width(text, 10, bold) / 2, y, text, bold=bold)

    middles = [x + 20 for x in XS[3:]]
    for left, name in zip(XS, NAMES, strict=False):
        sheet.text(left, 70, name, bold=True)
    for title, middle, y in (("Performance", 420, 70), ("Results", 360, 84), ("Targets", 480, 84)):
        centred(title, middle, y, bold=True)
    for middle, period in zip(middles, YEARS, strict=True):
        centred(period, middle, 98, bold=True)
    for y in (56, 103, *(127 + PITCH * n for n in range(4))):
        sheet.line(50, y, END, y)
    for n, row in enumerate(ROWS):
        for left, text in zip(XS, row[:3], strict=False):
            sheet.text(left, 119 + PITCH * n, text)
        for middle, text in zip(middles, row[3:], strict=True):
            centred(text, middle, 119 + PITCH * n)
    (grid,) = grids(document(paper, engine))
    assert texts(grid)[:3] == [[*NAMES, "Performance"], ["Results", "Targets"], YEARS]
    assert spans(grid) == dict.fromkeys(NAMES, (3, 1)) | {
        "Performance": (1, 4),
        "Results": (1, 2),
        "Targets": (1, 2),
    }


VALUES = ["Planned", "Reached", "Planned", "Reached"]
PAIRS = [54.0, 200, 250, 330, 380]


def paired(titles: Sequence[str], *, ruled: bool = False, name: str = "the council") -> Paper:
    """Two titles in the middle over two names each, beside a name of two lines; ``ruled``: with rules between rows."""
    sheet = (paper := Paper()).sheet()
    sheet.text(PAIRS[0], 90, "Measure of" if name else "", size=9, bold=True)
    for middle, title in zip((245, 375), titles, strict=True):
        sheet.text(middle - text_width(title, 9, True) / 2, 90, title, size=9, bold=True)
    for x, text in zip(PAIRS, [name or "Measure", *VALUES], strict=True):
        sheet.text(x, 102, text, size=9, bold=True)
    for n, (_, label, *figures) in enumerate(ROWS):
        for x, text in zip(PAIRS, [label, *figures], strict=False):
            sheet.text(x, 126 + 18 * n, text, size=9)
    for y in (78, 110, *(132 + 18 * n for n in range(4))) if ruled else ():
        sheet.line(50, y, 430, y)
    return paper


@pytest.mark.parametrize("ruled", [False, True])
def test_years_over_two_values_each_span_these(ruled: bool, engine: str) -> None:
    (grid,) = grids(document(paired(YEARS[:2], ruled=ruled), engine))
    assert spans(grid) == {"Measure of the council": (2, 1), YEARS[0]: (1, 2), YEARS[1]: (1, 2)}
    assert texts(grid)[:2] == [["Measure of the council", *YEARS[:2]], VALUES]


@pytest.mark.parametrize("ruled", [False, True])
def test_other_words_over_two_values_leave_the_lines_of_a_name_apart(ruled: bool) -> None:
    (grid,) = grids(document(paired(["North", "South"], ruled=ruled)))
    assert texts(grid)[:2] == [["Measure of", "North", "South"], ["the council", *VALUES]]


def test_years_over_two_values_beside_a_name_of_one_line_are_a_row_of_their_own() -> None:
    (grid,) = grids(document(paired(YEARS[:2], name="")))
    assert texts(grid)[:2] == [["", *YEARS[:2]], ["Measure", *VALUES]]


PITCHED = [200.0 + 44 * n for n in range(6)]
"""The middles of two actuals, three targets and the average of others, all as far from each other."""


@pytest.mark.parametrize("first", ["", "Others'"])
def test_a_title_does_not_span_what_the_one_beside_it_does(first: str, engine: str) -> None:
    """In the middle over its own three it is in the middle over five too; the fifth may have a name of two lines."""
    sheet = (paper := Paper()).sheet()
    sheet.text(54, 102, "Measure", size=8, bold=True)
    head = [(PITCHED[0] + 22, 91, "Actual"), (PITCHED[3], 91, "Target"), (PITCHED[5], 94.5, first)]
    names = ["2015/16", "2016/17", "2017/18", "2018/19", "2019/20", "average"]
    head += [(x, 102, name) for x, name in zip(PITCHED, names, strict=True)]
    for x, base, text in head:
        sheet.text(x - text_width(text, 8, True) / 2, base, text, size=8, bold=True)
    for n, (_, label, *_) in enumerate(ROWS):
        sheet.text(54, 122 + 18 * n, label, size=8)
        for k, x in enumerate(PITCHED):
            sheet.text(x - 8, 122 + 18 * n, f"{40 + 6 * n + k}%", size=8)
    (grid,) = grids(document(paper, engine))
    spanned = {text: size for text, size in spans(grid).items() if size[1] > 1}
    assert spanned == {"Actual": (1, 2), "Target": (1, 3)}


ENDS = [347.0, 415.0, 483.0, 551.0]
"""Where the texts of the columns of figures end."""
NOTED = [
    ["RP 001", "Homes let", "62", "60", "58", "57"],
    ["RP 002", "Streets swept each day in the north of town", "55%", "54%", "53%", "52%"],
    ["RP 003", "Lamps lit", "81", "82", "83", "84"],
    ["RP 004", "Bins mended", "55%", "54%"],
]
LAST = ["RP 005", "Letters sent", "3,812", "3,846", "3,881", "3,916"]
TORN = [
    "Reported for information only as the",
    "result depends",
    "on many others and on the courts",
    "here and elsewhere.",
]


def right_aligned(title: str = "Targets", middle: float = 453.0) -> Paper:
    """Names end with the figures, the title stands in the middle of the cells of its years, and the last note goes on
    over the page, where one more row stands below it."""
    paper = Paper()

    def header(sheet: Sheet, top: float) -> None:
        sheet.text(middle - text_width(title, 8, True) / 2, top, title, size=8, bold=True)
        for base, names in ((top + 6, ["Latest"]), (top + 18, ["performance", *YEARS[:3]])):
            for end, name in zip(ENDS, names, strict=False):
                sheet.text(end - text_width(name, 8, True), base, name, size=8, bold=True)
        sheet.text(56, top + 18, "Ref", size=8, bold=True).text(104, top + 18, "Measure", size=8, bold=True)

    def row(sheet: Sheet, base: float, texts: Sequence[str]) -> None:
        sheet.text(56, base, texts[0], size=8).text(104, base, texts[1], size=8)
        for end, value in zip(ENDS, texts[2:], strict=False):
            sheet.text(end - text_width(value, 8), base, value, size=8)

    sheet = paper.sheet()
    sheet.text(50, 60, "Roads and lamps", size=14, bold=True)
    header(sheet, 660)
    for n, texts_of in enumerate(NOTED):
        row(sheet, 700 + 24 * n, texts_of)
    for n, text in enumerate(TORN[:2]):
        sheet.text(424, 767 + 11 * n, text, size=8)
    sheet = paper.sheet()
    header(sheet, 60)
    for n, text in enumerate(TORN[2:]):
        sheet.text(424, 94 + 11 * n, text, size=8)
    row(sheet, 126, LAST)
    return paper


def test_the_first_line_of_a_name_is_of_its_column_though_it_stands_in_the_middle_of_several(engine: str) -> None:
    first, second = grids(document(right_aligned(), engine))
    for grid in (first, second):
        assert [cell for cell in texts(grid)[0] if cell] == ["Ref", "Measure", "Latest performance", "Targets"]
        assert spans(grid)["Targets"] == (1, 3)
    assert texts(second)[-1] == LAST


def test_the_row_below_the_rest_of_a_note_is_read() -> None:
    found = read(right_aligned().bytes(), name="plan.pdf").indicators
    assert [(i.printed_code, [a.text for a in i.actuals], [t.text for t in i.targets]) for i in found][2:] == [
        ("RP 003", ["81"], ["82", "83", "84"]),
        ("RP 004", ["55%"], ["54%", " ".join(TORN), " ".join(TORN)]),
        ("RP 005", ["3,812"], ["3,846", "3,881", "3,916"]),
    ]
