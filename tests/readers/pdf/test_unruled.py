"""Tables without column borders: wide headers, titles over periods, torn and broken entries, labels, shaded rows."""

from __future__ import annotations

import pytest

from tests.readers.pdf.paper import Paper, Sheet, text_width
from tests.readers.pdf.reading import document, grids, paragraphs, spans, texts

XS = [50, 220, 300, 380, 460]
PALE, GREEN = "0.93 0.93 0.95", "0.88 0.94 0.85"


def cells(sheet: Sheet, y: float, row: list[str], xs: list[float] = XS, *, bold: bool = False) -> float:
    """Writes a row at a baseline, cells centred but for the first; gives back the baseline below it."""
    for n, text in enumerate(row):
        for k, line in enumerate(text.split("\n")):
            off = 0 if n == 0 else (44 - text_width(line, 9, bold)) / 2
            sheet.text(xs[n] + off, y + 10.8 * k, line, size=9, bold=bold)
    return y + 10.8 * max(text.count("\n") for text in row) + 20


def test_a_header_wider_than_the_figures_below_it(engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    sheet.box(45, 106, 560, 142, colour="0.85 0.89 0.95")
    xs = [50, 250, 330, 390, 450, 510]
    for x, text in zip(xs, ["Indicator", "Outturn 2011-12", "Targets 2012-13"], strict=False):
        sheet.text(x, 120, text, size=9, bold=True)
    for x, text in zip(xs[2:], ["Q1", "Q2", "Q3", "Q4"], strict=True):
        sheet.text(x, 136, text, size=9, bold=True)
    rows = [[f"Measure of service {n}", "3.6:1", *[f"{n}.{k}:1" for k in range(4)]] for n in range(5)]
    for n, row in enumerate(rows):
        for x, text in zip(xs, row, strict=True):
            sheet.text(x, 154 + 16 * n, text, size=9)
    (grid,) = grids(document(paper, engine))
    assert grid.n_cols == 6
    assert texts(grid)[-5:] == rows
    assert texts(grid)[0][:2] == ["Indicator", "Outturn 2011-12"]


def _titled(paper: Paper, periods: list[str], title: str = "Targets") -> None:
    sheet = paper.sheet()
    sheet.box(45, 100, 520, 150, colour=PALE)
    for x, text in ((50, "Performance"), (220, "Actual"), (300, title)):
        sheet.text(x, 112, text, size=9, bold=True)
    sheet.text(50, 123, "indicator", size=9, bold=True)
    sheet.text(220, 123, "2024/25", size=9, bold=True)
    for x, text in zip(XS[2:], periods, strict=True):
        for k, line in enumerate(text.split("\n")):
            sheet.text(x, 129 + 10.8 * k, line, size=9, bold=True)
    y = 166.0
    for n in range(4):
        if n % 2:
            sheet.box(45, y - 13, 520, y + 7, colour=PALE)
        y = cells(sheet, y, [f"Roads mended {n}", "51%", "52%", "53%", "54%"])


@pytest.mark.parametrize("dash", ["-\n", "\u2013\n"])
def test_a_title_over_periods_beside_wrapped_headers(engine: str, dash: str) -> None:
    _titled(paper := Paper(), [f"20{n}{dash}{n + 1}" for n in (25, 26, 27)])
    (grid,) = grids(document(paper, engine))
    mark = dash[0]
    assert [[text.replace("\n", "") for text in row] for row in texts(grid)[:2]] == [
        ["Performance indicator", "Actual 2024/25", "Targets"],
        [f"20{n}{mark}{n + 1}" for n in (25, 26, 27)],
    ]
    assert spans(grid)["Targets"] == (1, 3)
    assert texts(grid)[2] == ["Roads mended 0", "51%", "52%", "53%", "54%"]


def test_headers_that_stand_low_are_not_under_the_one_beside_them(engine: str) -> None:
    _titled(paper := Paper(), ["measured", "Owner", "Partner"], "Date")
    (grid,) = grids(document(paper, engine))
    assert "Date" not in spans(grid)


def test_entries_that_end_in_the_figures_of_the_next_line(engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    y = cells(sheet, 120, ["Measure", "2016", "2017", "2018", "2019"], bold=True)
    y = cells(sheet, y, ["Calls for\nhelp", "45", "12.5 per\n1,000", "46", "47"])
    y = cells(sheet, y, ["Grant paid to\neach farmer", "\u00a326,8\n92", "\u00a327,1\n04", "n/a", "\u00a329,\n628"])
    cells(sheet, y, ["Roads", "1", "2", "3", "4"])
    (grid,) = grids(document(paper, engine))
    assert grid.n_rows == 4
    assert texts(grid)[1] == ["Calls for help", "45", "12.5 per 1,000", "46", "47"]
    values = ["".join(text.split()) for text in texts(grid)[2][1:]]
    assert values == ["\u00a326,892", "\u00a327,104", "n/a", "\u00a329,628"]


def test_figures_that_would_make_no_groups_of_three_are_a_row(engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    y = cells(sheet, 120, ["Measure", "2016", "2017", "2018", "2019"], bold=True)
    y = cells(sheet, y, ["Rate of\nof these women", "26,8\n9,2", "27,1\n9,4", "27,3\n9,6", "28,0\n9,9"])
    cells(sheet, y, ["Roads", "1", "2", "3", "4"])
    (grid,) = grids(document(paper, engine))
    assert ["26,8", "27,1", "27,3", "28,0"] in [row[1:] for row in texts(grid)]


def test_a_header_at_the_left_of_figures_at_the_right(engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    for x, text in ((50, "Measure"), (250, "24/25 Result"), (370, "25/26 Target")):
        sheet.text(x, 120, text, size=9, bold=True)
    rows = [[f"Roads mended {n}", f"5{n}%", f"6{n}%"] for n in range(4)]
    for n, (label, *values) in enumerate(rows):
        sheet.text(50, 138 + 18 * n, label, size=9)
        for right, text in zip((345, 465), values, strict=True):
            sheet.text(right - text_width(text, 9), 138 + 18 * n, text, size=9)
    (grid,) = grids(document(paper, engine))
    assert texts(grid) == [["Measure", "24/25 Result", "25/26 Target"], *rows]


CARD = [["Owner", "H Tremayne"], ["Issues", "The network ages\nFrost in spring"], ["Partners", "The county council"]]


def _card(sheet: Sheet, *, bold: bool) -> None:
    y = 120.0
    for label, text in CARD:
        sheet.text(50, y, label, size=9, bold=bold)
        for k, line in enumerate(text.split("\n")):
            sheet.text(150, y + 10.8 * k, line, size=9)
        y += 18 + 10.8 * text.count("\n")


def test_bold_labels_with_text_beside_them(engine: str) -> None:
    _card((paper := Paper()).sheet(), bold=True)
    (grid,) = grids(document(paper, engine))
    assert [row[0] for row in texts(grid)] == ["Owner", "Issues", "Partners"]


def test_short_lines_beside_each_other_are_no_table(engine: str) -> None:
    _card((paper := Paper()).sheet(), bold=False)
    assert not grids(document(paper, engine))


def test_tables_of_other_columns_between_two_far_rules(engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    sheet.line(45, 100, 500, 100)
    _card(sheet, bold=True)
    y = 210.0
    for row in (["Measure of performance here", "2016", "2017"], ["Residential roads mended well", "51%", "52%"]) * 2:
        y = cells(sheet, y, row, [50, 300, 400])
    sheet.line(45, 300, 500, 300)
    first, second = grids(document(paper, engine))
    assert (first.n_cols, second.n_cols) == (2, 3)


def _bands(paper: Paper, tail: str = "") -> None:
    sheet = paper.sheet(height=330)
    sheet.text(50, 40, "Plan", size=14, bold=True)
    for x, text in zip(XS, ["Measure", "Actual", "Actual", "Targets"], strict=False):
        sheet.text(x, 62, text, size=9, bold=True)
    for x, text in zip(XS[1:3], ["2015/16", "2016/17"], strict=True):
        sheet.text(x, 73, text, size=9, bold=True)
    for x, text in zip(XS[3:], ["2017/18", "2018/19"], strict=True):
        sheet.text(x, 84, text, size=9, bold=True)
    y = 108.0
    for n in range(3):
        sheet.box(45, y - 14, 520, y + 8, colour=GREEN)
        sheet.text(50, y, f"Objective {n + 1}: Keep all roads open and safe for those who use them", size=9, bold=True)
        y += 22
        for k in range(2):
            last = tail.split("|")[0] if tail and n == 2 and k else "54%"
            y = cells(sheet, y, [f"Roads mended {n}{k}", "51%", "52%", "53%", last])
    if tail:
        sheet = paper.sheet(height=330)
        sheet.text(XS[4], 50, tail.split("|")[1], size=9)
        for n in range(4):
            cells(sheet, 72 + 20 * n, [f"Homes built {n}", "61%", "62%", "63%", "64%"])


def test_shaded_rows_over_the_whole_width_with_a_header_above_the_first(engine: str) -> None:
    _bands(paper := Paper())
    (grid,) = grids(document(paper, engine))
    assert texts(grid)[:2] == [["Measure", "Actual 2015/16", "Actual 2016/17", "Targets"], ["2017/18", "2018/19"]]
    assert len([row for row in texts(grid) if row[0].startswith("Objective")]) == 3
    assert texts(grid)[-1] == ["Roads mended 21", "51%", "52%", "53%", "54%"]


def test_the_next_page_has_the_columns_of_the_page_before(engine: str) -> None:
    _bands(paper := Paper(), "To be|confirmed")
    first, second = grids(document(paper, engine))
    assert texts(second)[0][-1] == "confirmed"
    assert first.edges == second.edges


def test_labels_in_a_shaded_column_beside_shaded_rows(engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    rows = [("Objective", ["R01 Keep the roads open"]), ("Issues", ["Frost", "Costs", "Rain", "Wind"])]
    rows += [("Tasks", ["1. Buy salt"]), ("", ["2. Train all the drivers by March"]), ("Owner", ["H Tremayne"])]
    y = 100.0
    for n, (label, lines) in enumerate(rows):
        bottom = y + 8 + 11 * len(lines)
        sheet.box(45, y, 520, bottom, colour=PALE if n % 2 else "1 1 1")
        sheet.box(45, y, 160, bottom, colour="0.85 0.89 0.95")
        sheet.text(60, y + 12, label, size=9, bold=True)
        for k, line in enumerate(lines):
            sheet.text(170, y + 12 + 11 * k, line, size=9)
        y = bottom
    (grid,) = grids(document(paper, engine))
    assert [row[0] for row in texts(grid)] == ["Objective", "Issues", "Tasks", "", "Owner"]


def test_a_number_over_its_unit_in_a_narrow_cell(engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    rows = [["Measure", "2016"], ["Time to answer", "11.7\nmins"], ["Time to mend", "12\ndays"]]
    sheet.grid([50, 150, 180], [100, 130, 160, 190], rows)
    (grid,) = grids(document(paper, engine))
    assert [row[1] for row in texts(grid)] == ["2016", "11.7 mins", "12 days"]


def test_prose_in_two_columns_contents_and_addresses_are_no_tables(engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    for n in range(8):
        sheet.text(50, 100 + 12 * n, "The council has set out what it means to", size=9)
        sheet.text(320, 100 + 12 * n, "do in the next years and how it will pay", size=9)
    for n in range(4):
        sheet.text(50, 250 + 14 * n, f"Chapter {n} of the plan . . . . . . . . . . . . . . . .", size=9)
        sheet.text(400, 250 + 14 * n, str(n + 3), size=9)
    for n, line in enumerate(["The Town Hall", "12 High Street", "Northmere", "NM1 2AB"]):
        sheet.text(50, 400 + 12 * n, line, size=9)
        sheet.text(320, 400 + 12 * n, ["Mayor", "Telephone", "Opening hours", "By letter"][n], size=9)
    doc = document(paper, engine)
    assert not grids(doc)
    assert paragraphs(doc)


def test_a_title_at_the_left_over_several_years_on_white_paper(engine: str) -> None:
    """The headers begin where their columns do, the figures end there; only a row of one cell is painted."""
    left = [50.0, 230, 310, 390, 470]
    sheet = (paper := Paper()).sheet()
    for x, title in zip(left, ["Measures", "Result", "Targets"], strict=False):
        sheet.text(x + 4, 100, title, size=9, bold=True)
    for x, year in zip(left[2:], ["2024/25", "2025/26", "2026/27"], strict=True):
        sheet.text(x + 4, 117, year, size=9, bold=True)
    sheet.box(46, 122, 550, 139, colour="0.88 0.94 0.85").text(54, 134, "Objective 1: Homes", size=9, bold=True)
    rows = [["Homes let", "9", "8", "7", "6"], ["Calls met", "4%", "To be confirmed", "54", "To be confirmed"]]
    for n, row in enumerate([*rows, ["Rent paid", "1", "2", "3", "4"]]):
        sheet.text(54, 151 + 17 * n, row[0], size=9)
        for x, text in zip(left[1:], row[1:], strict=True):
            sheet.text(x + 76 - text_width(text, 9), 151 + 17 * n, text, size=9)
    sheet.box(46, 190, 550, 207, colour="0.88 0.94 0.85").text(54, 202, "Objective 2: Calls", size=9, bold=True)
    (grid,) = grids(document(paper, engine))
    assert spans(grid)["Targets"] == (1, 3)
    assert texts(grid)[1] == ["2024/25", "2025/26", "2026/27"]
    assert texts(grid)[3:5] == rows


def test_a_note_between_rows_under_a_painted_header_is_a_row(engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    xs = [50.0, 250, 330, 410]
    rows = [["Measure", "2024", "2025", "2026"], ["Homes let", "9", "8", "7"], ["Calls met", "5", "6", "4"]]
    sheet.box(46, 100, 480, 116, colour="0.9 0.9 0.9")
    for n, row in enumerate([*rows, ["Note: counts before the merger are estimates."], ["Rent paid", "1", "2", "3"]]):
        for x, text in zip(xs, row, strict=False):
            sheet.text(x, 111 + 17.5 * n, text, size=8, bold=n == 0)
    (grid,) = grids(document(paper, engine))
    assert [row[0] for row in texts(grid)][2:] == [
        "Calls met",
        "Note: counts before the merger are estimates.",
        "Rent paid",
    ]


COMMENT = ["Two posts were empty for", "most of the year. Both", "are filled now, and all", "are trained by spring."]


def test_a_row_beside_a_long_comment_is_a_row(engine: str) -> None:
    xs, tops = [50, 200, 260, 320], [80, 100, 168, 236]
    sheet = (paper := Paper()).sheet()
    for y in (*tops, 304):
        sheet.line(46, y, 500, y)
    for x, name in zip(xs, ["Measure", "2023/24", "2024/25", "Comment"], strict=True):
        sheet.text(x, 94, name, bold=True)
    for top, name in zip(tops[1:], ["Roads swept", "Lamps lit", "Bins mended"], strict=True):
        for x, text in zip(xs, [name, "40%", "41%", ""], strict=True):
            sheet.text(x, top + 14, text)
        for k, line in enumerate(COMMENT):
            sheet.text(xs[-1], top + 14 + 12 * k, line)
    (grid,) = grids(document(paper, engine))
    assert [row[0] for row in texts(grid)] == ["Measure", "Roads swept", "Lamps lit", "Bins mended"]
    assert {row[3] for row in texts(grid)[1:]} == {" ".join(COMMENT)}


@pytest.mark.parametrize(("count", "last"), [(3, "Roads 2"), (2, "Source")], ids=["several rows", "few rows"])
def test_the_rule_below_several_rows_ends_their_table(count: int, last: str) -> None:
    """Below a row or two it is one between rows, of which the page's end cut off the last."""
    sheet = (paper := Paper()).sheet()
    end = 124 + 14 * count
    for y in (100, 118, end):
        sheet.line(50, y, 460, y)
    cells(sheet, 112, ["Measure", "2016", "2017"], bold=True)
    for n in range(count):
        cells(sheet, 130 + 14 * n, [f"Roads {n}", f"{n + 11}%", f"{n + 21}%"])
    cells(sheet, end + 12, ["Source", "The council"])
    assert texts(grids(document(paper))[0])[-1][0] == last
