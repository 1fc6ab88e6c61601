"""Tables whose columns or rows are not ruled."""

from __future__ import annotations

import pytest

from tests.readers.pdf.paper import Paper, Sheet, text_width
from tests.readers.pdf.reading import document, grids, paragraphs, spans, texts

HEAD = ["Indicator", "2014/15", "2015/16", "2016/17"]
ROWS = [
    ["Residents satisfied", "81%", "83%", "85%"],
    ["Calls answered in time", "90%", "tbc", "92%"],
    ["Missed collections", "42.3", "40", "38"],
    ["Homes built", "1,112", "1,150", "1,200"],
]
XS = [50, 250, 320, 390]


def write(sheet: Sheet, rows: list[list[str]], *, top: float = 120, pitch: float = 18, right: bool = False) -> Sheet:
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            x = XS[c] + 40 - text_width(text, 9) if right and c else XS[c]
            for n, line in enumerate(text.split("\n")):
                sheet.text(x, top + pitch * r + 10.8 * n, line, size=9)
    return sheet


def test_rules_between_the_rows_only(engine: str) -> None:
    paper = Paper()
    sheet = write(paper.sheet(), [HEAD, *ROWS])
    for k in range(6):
        sheet.line(45, 107 + 18 * k, 450, 107 + 18 * k)
    (grid,) = grids(document(paper, engine))
    assert texts(grid) == [HEAD, *ROWS]


def test_three_rules_as_in_a_book(engine: str) -> None:
    paper = Paper()
    sheet = write(paper.sheet(), [HEAD, *ROWS], pitch=14)
    for y in (107, 124, 180):
        sheet.line(45, y, 450, y)
    (grid,) = grids(document(paper, engine))
    assert texts(grid) == [HEAD, *ROWS]


def test_wrapped_labels_between_rules_stay_in_their_row() -> None:
    rows = [HEAD, ["Residents satisfied with\nthe state of the roads", "81%", "83%", "85%"], *ROWS[1:]]
    paper = Paper()
    sheet = write(paper.sheet(), rows, pitch=26)
    for k in range(6):
        sheet.line(45, 107 + 26 * k, 450, 107 + 26 * k)
    (grid,) = grids(document(paper))
    assert texts(grid)[1] == ["Residents satisfied with the state of the roads", "81%", "83%", "85%"]
    assert grid.n_rows == 5


def test_an_outer_box_only(engine: str) -> None:
    paper = Paper()
    write(paper.sheet(), [HEAD, *ROWS]).box(45, 105, 450, 200, paint="S")
    (grid,) = grids(document(paper, engine))
    assert texts(grid) == [HEAD, *ROWS]


def test_column_rules_without_row_rules(engine: str) -> None:
    paper = Paper()
    sheet = write(paper.sheet(), [HEAD, *ROWS])
    sheet.grid([45, 245, 315, 385, 450], [105, 125, 200])
    (grid,) = grids(document(paper, engine))
    assert texts(grid) == [HEAD, *ROWS]


def test_row_rules_with_column_rules_in_the_header_only(engine: str) -> None:
    paper = Paper()
    sheet = write(paper.sheet(), [HEAD, *ROWS])
    for k in range(6):
        sheet.line(45, 107 + 18 * k, 450, 107 + 18 * k)
    for x in (45, 245, 315, 385, 450):
        sheet.line(x, 107, x, 125)
    (grid,) = grids(document(paper, engine))
    assert texts(grid) == [HEAD, *ROWS]


def test_shaded_bands_only(engine: str) -> None:
    paper = Paper()
    sheet = paper.sheet()
    for k in (0, 2, 4):
        sheet.box(45, 107 + 18 * k, 450, 125 + 18 * k, colour="0.9 0.9 0.9")
    write(sheet, [HEAD, *ROWS])
    (grid,) = grids(document(paper, engine))
    assert texts(grid) == [HEAD, *ROWS]
    assert grid.cells[0].fill == "#e6e6e6"
    assert grid.cells[4].fill is None


def test_no_lines_at_all(engine: str) -> None:
    paper = Paper()
    sheet = paper.sheet().text(50, 60, "Performance indicators", size=14)
    sheet.text(50, 90, "The table shows what was reached and what is aimed at in each of the three years.")
    write(sheet, [HEAD, *ROWS])
    sheet.text(50, 260, "Figures are provisional until they are audited in the autumn of the following year.")
    doc = document(paper, engine)
    (grid,) = grids(doc)
    assert texts(grid) == [HEAD, *ROWS]
    assert len(paragraphs(doc)) == 3
    assert "figures" in grid.evidence[0]


def test_figures_set_to_the_right() -> None:
    paper = Paper()
    write(paper.sheet(), [HEAD, *ROWS], right=True)
    assert texts(grids(document(paper))[0]) == [HEAD, *ROWS]


def test_wrapped_labels_without_lines() -> None:
    rows = [ROWS[0], ["Calls answered within the\ntime that was agreed", "90%", "tbc", "92%"], *ROWS[2:]]
    paper = Paper()
    sheet = paper.sheet()
    y = 120.0
    for row in [HEAD, *rows]:
        for c, text in enumerate(row):
            for n, line in enumerate(text.split("\n")):
                sheet.text(XS[c], y + 11 * n, line, size=9)
        y += 11 * len(row[0].split("\n")) + 4
    (grid,) = grids(document(paper))
    assert texts(grid)[2] == ["Calls answered within the time that was agreed", "90%", "tbc", "92%"]
    assert grid.n_rows == 5


def test_a_band_row_without_lines_is_a_row_of_its_own() -> None:
    paper = Paper()
    sheet = write(paper.sheet(), [HEAD, *ROWS[:2]])
    sheet.text(50, 174, "Efficiency measures", size=9, bold=True)
    write(sheet, ROWS[2:], top=192)
    (grid,) = grids(document(paper))
    assert [row[0].text for row in grid.rows()] == [
        "Indicator",
        "Residents satisfied",
        "Calls answered in time",
        "Efficiency measures",
        "Missed collections",
        "Homes built",
    ]


def test_a_header_over_several_columns_spans_them() -> None:
    paper = Paper()
    sheet = write(paper.sheet(), [["", "", "", ""], HEAD, *ROWS], top=102)
    sheet.box(45, 92, 245, 107, colour="0.8 0.8 0.8").box(245, 92, 450, 107, colour="0.8 0.8 0.8")
    sheet.box(45, 107, 450, 125, colour="0.8 0.8 0.8")
    sheet.text(330, 102, "Targets", size=9)
    for k in range(6):
        sheet.line(45, 107 + 18 * k, 450, 107 + 18 * k)
    sheet.line(45, 92, 450, 92)
    (grid,) = grids(document(paper))
    assert spans(grid).get("Targets") == (1, 3)


def test_two_columns_of_prose_are_no_table(engine: str) -> None:
    paper = Paper()
    sheet = paper.sheet()
    for n in range(9):
        sheet.text(50, 100 + 13 * n, "the council has set out what it wants to")
        sheet.text(310, 100 + 13 * n, "reach in the years to come for all of the")
    assert grids(document(paper, engine)) == []


def test_a_list_with_bullets_between_rules_is_no_table() -> None:
    paper = Paper()
    sheet = paper.sheet().line(45, 90, 450, 90).line(45, 150, 450, 150)
    for n in range(4):
        sheet.text(60, 102 + 12 * n, "•").text(80, 102 + 12 * n, "an item of a list of things to be done")
    assert grids(document(paper)) == []


def test_an_address_and_a_date_side_by_side_are_no_table() -> None:
    paper = Paper()
    sheet = paper.sheet().text(50, 100, "Town Hall").text(400, 100, "12 May 2016")
    sheet.text(50, 112, "High Street").text(400, 112, "Our reference 7")
    sheet.text(50, 150, "The plan is set out below for the members of the board to consider and approve.")
    assert grids(document(paper)) == []


def test_rows_below_the_last_rule_of_the_page_belong_to_the_table(engine: str) -> None:
    paper = Paper()
    sheet = write(paper.sheet(), [HEAD, *ROWS], top=720)
    for k in range(5):
        sheet.line(45, 707 + 18 * k, 450, 707 + 18 * k)
    (grid,) = grids(document(paper, engine))
    assert texts(grid) == [HEAD, *ROWS]
    assert [c.open_bottom for c in grid.cells] == [False] * 16 + [True] * 4


def test_text_below_the_last_rule_is_a_paragraph() -> None:
    paper = Paper()
    sheet = write(paper.sheet(), [HEAD, *ROWS])
    for k in range(6):
        sheet.line(45, 107 + 18 * k, 450, 107 + 18 * k)
    sheet.text(50, 208, "Source: the council's own figures, which are provisional", size=9)
    doc = document(paper)
    assert grids(doc)[0].n_rows == 5
    assert paragraphs(doc) == ["Source: the council's own figures, which are provisional"]


def test_labels_with_colons_and_their_text_without_lines(engine: str) -> None:
    paper = Paper()
    sheet = paper.sheet()
    lines = [
        ("Corporate", "Children and Young People"),
        ("Priority:", ""),
        ("Service", "PED01: Improve provision in all inspected services, with an ambition"),
        ("Objective:", "that all are judged to be good or outstanding"),
        ("Lead:", "Operational Director"),
        ("Emerging", "Early years outcomes and the inspection of the authority in the"),
        ("Issues:", "second year of the plan"),
    ]
    for n, (label, text) in enumerate(lines):
        sheet.text(50, 100 + 12 * n, label, bold=True).text(160, 100 + 12 * n, text)
    (grid,) = grids(document(paper, engine))
    assert texts(grid) == [
        ["Corporate Priority:", "Children and Young People"],
        [
            "Service Objective:",
            "PED01: Improve provision in all inspected services, with an ambition "
            "that all are judged to be good or outstanding",
        ],
        ["Lead:", "Operational Director"],
        ["Emerging Issues:", "Early years outcomes and the inspection of the authority in the second year of the plan"],
    ]


def test_ten_thousand_lines_are_a_drawing() -> None:
    import time

    paper = Paper()
    sheet = paper.sheet().text(50, 50, "A map of the borough")
    for k in range(5000):
        sheet.line(10, 100 + k * 0.14, 20 + k % 500, 100 + k * 0.14).line(
            10 + k * 0.1, 100, 10 + k * 0.1, 110 + k % 700
        )
    data = paper.bytes()
    start = time.process_time()
    assert grids(document(data)) == []
    assert time.process_time() - start < 3


def test_a_header_in_the_middle_over_others_spans_them_without_any_fill() -> None:
    paper = Paper()
    rows = [["Indicator", "2014/15", "2015/16", "2016/17", "2017/18"], *[[*row, "99%"] for row in ROWS]]
    xs = [50, 250, 320, 390, 460]
    sheet = paper.sheet()
    for r, row in enumerate(rows):
        for x, text in zip(xs, row, strict=True):
            sheet.text(x + 20 - text_width(text, 9) / 2 if x > 50 else x, 120 + 18 * r, text, size=9)
    for text, middle in (("Actual", 305.0), ("Targets", 445.0)):
        sheet.text(middle - text_width(text, 9) / 2, 108, text, size=9)
    for y in (98, *(125 + 18 * k for k in range(5))):
        sheet.line(45, y, 510, y)
    (grid,) = grids(document(paper))
    assert spans(grid) == {"Actual": (1, 2), "Targets": (1, 2)}
    assert texts(grid)[1:] == rows


def test_lines_set_close_together_are_one_row_where_rows_stand_apart() -> None:
    paper = Paper()
    sheet = paper.sheet()
    rows = [
        ["Indicator", "Good\nPerformance", "2015/16\nTarget"],
        ["Children subject to a\nsecond plan", "Aim to\nmaximise", "67%"],
        ["Carers receiving an\nassessment", "Aim to\nminimise", "tbc"],
        ["Children in care", "Aim to\nminimise", "53%"],
    ]
    for r, row in enumerate(rows):
        for x, text in zip((50, 250, 330), row, strict=True):
            for n, line in enumerate(text.split("\n")):
                sheet.text(x, 100 + 34 * r + 11 * n, line, size=9)
    (grid,) = grids(document(paper))
    assert texts(grid) == [[t.replace("\n", " ") for t in row] for row in rows]


def test_a_narrow_gap_parts_columns_where_every_line_leaves_it_white() -> None:
    paper = Paper()
    sheet = paper.sheet()
    rows = [
        ["Ref", "Action", "Measure", "Due"],
        ["1.1", "Hold roadshows in each ward and", "Fewer complaints", "May 2016"],
        ["1.2", "Submit applications for the parks", "Work signed off", "June 2016"],
        ["1.3", "Retender the household centre at", "Savings delivered", "July 2016"],
        ["1.4", "Review the charging policy for the", "Report agreed", "May 2017"],
        ["1.5", "Replace collection vehicles in all", "Fewer complaints", "May 2018"],
    ]
    right = 80 + max(text_width(row[1], 9) for row in rows) + 4.2
    for r, row in enumerate(rows):
        for x, text in zip((50, 80, right, 420), row, strict=True):
            sheet.text(x, 120 + 18 * r, text, size=9)
    for k in range(7):
        sheet.line(45, 107 + 18 * k, 510, 107 + 18 * k)
    assert texts(grids(document(paper))[0]) == rows


def test_a_heading_between_two_tables_of_one_width_parts_them() -> None:
    paper = Paper()
    sheet = paper.sheet()
    for top in (120, 260):
        write(sheet, [HEAD, *ROWS], top=top)
        for k in range(6):
            sheet.line(45, top - 13 + 18 * k, 450, top - 13 + 18 * k)
    sheet.text(50, 228, "Priority: Roads", size=13, bold=True)
    doc = document(paper)
    assert [g.n_rows for g in grids(doc)] == [5, 5]
    assert paragraphs(doc) == ["Priority: Roads"]


def test_a_table_in_columns_of_words_is_not_read_as_two_columns_of_text() -> None:
    paper = Paper()
    sheet = paper.sheet()
    for n in range(8):
        sheet.text(50, 100 + 16 * n, f"A long description of the measure {n}", size=9)
        for x, text in ((300, "Homes and"), (370, "582"), (420, "560"), (470, "546")):
            sheet.text(x, 100 + 16 * n, text, size=9)
    (grid,) = grids(document(paper))
    assert grid.n_cols == 5


def test_a_header_with_no_rule_above_it(engine: str) -> None:
    paper = Paper()
    sheet = paper.sheet().text(50, 85, "Performance of the service in the year", size=9)
    write(sheet, [HEAD, *ROWS])
    for k in range(1, 6):
        sheet.line(45, 107 + 18 * k, 450, 107 + 18 * k)
    doc = document(paper, engine)
    (grid,) = grids(doc)
    assert texts(grid) == [HEAD, *ROWS]
    assert paragraphs(doc) == ["Performance of the service in the year"]


def test_a_rule_below_the_header_only(engine: str) -> None:
    paper = Paper()
    sheet = write(paper.sheet(), [HEAD, *ROWS])
    sheet.line(45, 125, 450, 125)
    assert texts(grids(document(paper, engine))[0]) == [HEAD, *ROWS]


def test_two_tables_between_rules_with_a_heading_between_them(engine: str) -> None:
    for first in (0, 1):  # rules above the rows, or below them
        paper = Paper()
        sheet = paper.sheet()
        for top in (120, 240):
            write(sheet, [HEAD, *ROWS], top=top)
            for k in range(5):
                sheet.line(45, top - 13 + 18 * (k + first), 450, top - 13 + 18 * (k + first))
        sheet.text(50, 224, "Keep the streets clean", size=13, bold=True)
        doc = document(paper, engine)
        assert [texts(g) for g in grids(doc)] == [[HEAD, *ROWS], [HEAD, *ROWS]]
        assert paragraphs(doc) == ["Keep the streets clean"]


def test_two_tables_without_lines_with_a_heading_between_them() -> None:
    paper = Paper()
    sheet = write(write(paper.sheet(), [HEAD, *ROWS]), [HEAD, *ROWS], top=236)
    sheet.text(50, 215, "Keep the streets clean", size=12, bold=True)
    doc = document(paper)
    assert [texts(g) for g in grids(doc)] == [[HEAD, *ROWS], [HEAD, *ROWS]]
    assert paragraphs(doc) == ["Keep the streets clean"]


def test_a_band_row_in_the_size_of_the_others_parts_nothing() -> None:
    paper = Paper()
    write(paper.sheet(), [HEAD, *ROWS[:2], ["Housing", "", "", ""], *ROWS[2:]])
    (grid,) = grids(document(paper))
    assert grid.n_rows == 6


def test_a_frame_and_row_rules_without_column_rules(engine: str) -> None:
    paper = Paper()
    sheet = write(paper.sheet(), [HEAD, *ROWS])
    sheet.grid([45, 450], [107 + 18 * k for k in range(6)])
    assert texts(grids(document(paper, engine))[0]) == [HEAD, *ROWS]


def test_a_frame_with_running_text_stays_one_column() -> None:
    paper = Paper()
    sheet = paper.sheet().grid([45, 450], [107 + 18 * k for k in range(5)])
    for k in range(4):
        sheet.text(50, 120 + 18 * k, f"Sentence {k} of a statement that fills most of its row.", size=9)
    (grid,) = grids(document(paper))
    assert grid.n_cols == 1


def test_wrapped_text_in_a_shaded_row_stays_in_its_cell(engine: str) -> None:
    rows = [HEAD, ["Residents satisfied with\nthe state of the roads", "81%", "83%", "85%"], *ROWS[1:]]
    paper = Paper()
    sheet = paper.sheet()
    for k in (1, 3):
        sheet.box(45, 107 + 26 * k, 450, 133 + 26 * k, colour="0.9 0.9 0.9")
    write(sheet, rows, pitch=26)
    (grid,) = grids(document(paper, engine))
    assert texts(grid)[1] == ["Residents satisfied with the state of the roads", "81%", "83%", "85%"]


def test_the_grid_lines_of_a_chart_are_no_table() -> None:
    paper = Paper()
    sheet = paper.sheet()
    for k in range(8):
        sheet.line(45, 107 + 18 * k, 450, 107 + 18 * k)
    for base, words in ((120, ("North", "South", "East")), (228, ("1990", "2000", "2010"))):
        for x, word in zip((60, 200, 340), words, strict=True):
            sheet.text(x, base, word, size=8)
    assert grids(document(paper)) == []


LONG = "Keep the streets clean and the lamps of all roads lit for everyone"


def banded(long: str = LONG, *, bold: bool = True, rows: bool = False) -> dict[str, tuple[int, int]]:
    """The cells that span of a table with two texts alone in their rows, between rules; ``rows`` begin bold."""
    sheet = (paper := Paper()).sheet()
    table = [HEAD, [long], *ROWS[:2], ["Green parks"], *ROWS[2:]]
    for n, own in enumerate(table):
        for x, text in zip(XS, own, strict=False):
            sheet.text(x, 120 + 18 * n, text, size=9, bold=(bold and len(own) == 1) or (rows and x == XS[0]))
        sheet.line(45, 107 + 18 * n, 450, 107 + 18 * n)
    sheet.line(45, 107 + 18 * len(table), 450, 107 + 18 * len(table))
    return spans(grids(document(paper))[0])


def test_bold_texts_alone_in_their_rows_span_the_table_where_one_runs_over_columns() -> None:
    assert banded() == {LONG: (1, 4), "Green parks": (1, 4)}


def test_short_texts_alone_in_their_rows_keep_their_column() -> None:
    assert banded("Clean streets") == {}
    assert banded(bold=False) == {LONG: (1, 4)}
    assert banded(rows=True) == {LONG: (1, 4)}


def test_a_title_in_the_white_between_two_columns_makes_no_third() -> None:
    paper = Paper()
    sheet = paper.sheet()
    middles, rows = (300.0, 400.0), [("2016/17", "2017/18"), ("88%", "89%"), ("6.2", "tbc")]
    for y, (left, texts_) in enumerate(zip(("Measure", "Visits", "Runs"), rows, strict=True)):
        sheet.text(50, 122 + 18 * y, left, size=9)
        for middle, text in zip(middles, texts_, strict=True):
            sheet.text(middle - text_width(text, 9) / 2, 122 + 18 * y, text, size=9)
    sheet.text(350 - text_width("Targets", 9) / 2, 108, "Targets", size=9)
    for y in (96, *(127 + 18 * k for k in range(3))):
        sheet.line(45, y, 450, y)
    (grid,) = grids(document(paper))
    assert grid.n_cols == 3
    assert texts(grid)[1:] == [["Measure", "2016/17", "2017/18"], ["Visits", "88%", "89%"], ["Runs", "6.2", "tbc"]]


@pytest.mark.parametrize(
    ("alone", "wide"),
    [("Roads", False), ("Roads and lanes of the town", True)],
    ids=["in its column", "over its border"],
)
def test_a_plain_text_alone_in_a_row_that_lies_over_the_first_border_has_the_row(
    alone: str, wide: bool, engine: str
) -> None:
    """It reaches no text of the next column."""
    rows = [
        ["Measure", "2022/23", "2023/24", "2024/25"],
        ["Homes let", "10", "20", "30"],
        ["Homes built", "1", "2", "3"],
        [alone],
        ["Lanes mended", "4", "5", "6"],
        ["Lamps lit", "7", "8", "9"],
    ]
    sheet = (paper := Paper()).sheet()
    for n, row in enumerate(rows):
        for x, text in zip((50, 200, 290, 370), row, strict=False):
            sheet.text(x, 100 + 18 * n, text, size=9, bold=not n)
    (grid,) = grids(document(paper, engine))
    assert texts(grid)[3] == ([alone] if wide else [alone, "", "", ""])
    assert [texts(grid)[n] for n in (0, 1, 2, 4, 5)] == [rows[n] for n in (0, 1, 2, 4, 5)]


def broken(upper: str, lower: str, *, drawn: bool) -> str:
    """What stands in the first cell of values, of two lines, the columns nearer to each other than their texts show;
    ``drawn`` says whether the borders are."""
    paper = Paper()
    sheet, x = paper.sheet(), 250 + text_width(upper, 9) + 14
    rows = [HEAD[:3], ["Residents satisfied", f"{upper}\n{lower}", "83%"], ["Calls answered", "90%", "tbc"]]
    for r, row in enumerate(rows):
        for column, text in zip((50, 250, x), row, strict=True):
            for n, line in enumerate(text.split("\n")):
                sheet.text(column, 120 + 36 * r + 10.8 * n, line, size=9)
    for k in range(4):
        sheet.line(45, 107 + 36 * k, 450, 107 + 36 * k)
    for border in (45, 247, x - 3, 450) if drawn else ():
        sheet.line(border, 107, border, 215)
    (grid,) = grids(document(paper))
    return texts(grid)[1][1]


def test_a_word_may_be_broken_before_the_border_that_is_not_drawn() -> None:
    assert broken("indicato", "r", drawn=False) == "indicator"
    assert broken("indicato", "r", drawn=True) == "indicato r"  # the letter had room
    assert broken("Baseline", "year", drawn=False) == "Baseline year"


@pytest.mark.parametrize("figure", ["1,120", "Only"])
def test_a_figure_at_the_right_of_its_column_is_no_part_of_a_note_close_behind_it(figure: str) -> None:
    note = "Set once the count of all homes is done"
    paper = Paper()
    sheet = write(paper.sheet(), [HEAD, *ROWS, ["Homes let", figure, "", ""]], right=True)
    sheet.text(293, 120 + 18 * 5, note, size=9)  # the figure ends at 290, and a blank is as wide as 2.5 points
    for k in range(7):
        sheet.line(45, 107 + 18 * k, 450, 107 + 18 * k)
    (grid,) = grids(document(paper))
    own = [text for text in texts(grid)[-1] if text]
    assert own == ["Homes let", *([figure, note] if figure != "Only" else [f"{figure} {note}"])]
