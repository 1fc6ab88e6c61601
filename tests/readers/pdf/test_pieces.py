"""Tables whose row rules are drawn cell by cell, with no rules between the columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pytest

from planparse.model.document import Document, Paragraph
from planparse.readers.pdf.page import Page, Rule
from planparse.readers.pdf.ruled.chains import Chain, chains_of, lies_over
from planparse.readers.pdf.ruled.outer_rows import row_below
from planparse.readers.pdf.ruled.pieced import Pieced
from planparse.readers.pdf.ruled.pieces import _bears, _has_figures, _prolonged
from planparse.readers.pdf.ruled.uprights import is_spanned
from tests.readers.pdf.paper import Paper, Sheet, text_width
from tests.readers.pdf.reading import document, grids, paragraphs, spans, texts
from tests.readers.pdf.test_filled_columns import line

HEAD = ["Ref", "Measure", "2015/16", "2016/17"]
ROWS = [
    ["RD1", "Principal roads in need of\nmaintenance", "4.2%", "4%"],
    ["RD2", "Street lights working", "98%", "tbc"],
    ["RD3", "Potholes filled in a day", "", "75%"],
]
XS = [50.0, 78, 220, 280, 340]


def flat(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    return [[cell.replace("\n", " ") for cell in row] for row in rows]


def underlined(sheet: Sheet, rows: Sequence[Sequence[str]], top: float = 100, xs: Sequence[float] = XS) -> float:
    """Rows with a border below each cell; gives back where the last border is."""
    y = top
    for row in rows:
        height = 8 + 11 * max(cell.count("\n") + 1 for cell in row)
        for x, (cell, end) in zip(xs, zip(row, xs[1:], strict=False), strict=False):
            for n, text in enumerate(cell.split("\n") if cell else []):
                sheet.text(x + 2.5, y + 13 + 11 * n, text, size=9)
            sheet.line(x, y + height, end, y + height)
        y += height
    return y


def test_borders_below_the_cells(engine: str) -> None:
    paper = Paper()
    underlined(paper.sheet().text(50, 60, "Roads", size=16, bold=True), [HEAD, *ROWS])
    doc = document(paper, engine)
    (grid,) = grids(doc)
    assert texts(grid) == flat([HEAD, *ROWS])
    assert paragraphs(doc) == ["Roads"]
    assert "pieces" in grid.evidence[0]


def test_a_narrow_gap_parts_two_columns_where_pieces_meet() -> None:
    rows = [["Ref", "Measure", "2016"], ["ABC01", "Roads", "4"], ["ABC02", "Lights", "5"]]
    paper = Paper()
    underlined(paper.sheet(), rows, xs=[50, 83, 140, 200])
    assert texts(grids(document(paper))[0]) == rows


def test_a_heading_between_two_tables_parts_them(engine: str) -> None:
    paper = Paper()
    sheet = paper.sheet()
    y = underlined(sheet, [HEAD, *ROWS])
    sheet.text(50, y + 28, "2. Keep the streets clean and tidy for all", size=13, bold=True)
    underlined(sheet, [HEAD, *ROWS[1:]], top=y + 34)
    doc = document(paper, engine)
    assert [texts(g) for g in grids(doc)] == [flat([HEAD, *ROWS]), flat([HEAD, *ROWS[1:]])]
    assert paragraphs(doc) == ["Keep the streets clean and tidy for all"]


def test_a_row_of_one_text_is_no_heading() -> None:
    rows = [HEAD, ["Roads", "", "", ""], *ROWS[:2], ["Lights", "", "", ""], ROWS[2]]
    paper = Paper()
    underlined(paper.sheet(), rows)
    (grid,) = grids(document(paper))
    assert texts(grid) == flat(rows)


def test_text_across_the_columns_spans_to_the_end_of_the_row() -> None:
    rows = [HEAD, ROWS[0], ["", "The figures are provisional until the autumn", "", ""], ROWS[1]]
    paper = Paper()
    underlined(paper.sheet(), rows)
    (grid,) = grids(document(paper))
    assert spans(grid) == {"The figures are provisional until the autumn": (1, 3)}


def test_a_rule_that_begins_later_leaves_cells_that_span_rows() -> None:
    paper = Paper()
    sheet = paper.sheet()
    body = XS[1:]
    underlined(sheet, [["", "Measure", "Targets", ""]], xs=[XS[0], *body])
    sheet.parts = [p for p in sheet.parts if " l S" not in p]
    for a, b in ((50, 78), (78, 220), (220, 280), (280, 340)):
        sheet.line(a, 100, b, 100)
    sheet.text(52.5, 113, "KPI", size=9)
    for a, b in ((220, 280), (280, 340)):
        sheet.line(a, 119, b, 119)
    rows = [["", "2016", "2017"], ["Roads", "4%", "5%"], ["Lights", "6%", "7%"]]
    y = underlined(sheet, rows, top=119, xs=body)
    sheet.line(50, y, 78, y)
    (grid,) = grids(document(paper))
    assert spans(grid) == {"KPI": (4, 1), "Measure": (2, 1), "Targets": (1, 2)}


def test_a_row_that_the_page_cuts_off_is_open(engine: str) -> None:
    paper = Paper()
    first = paper.sheet(height=400)
    y = underlined(first, [HEAD, *ROWS], top=240)
    first.text(52.5, y + 13, "RD4", size=9).text(80.5, y + 13, "Bridges that are fit for", size=9)
    first.text(222.5, y + 13, "91%", size=9)
    second = paper.sheet(height=400).text(80.5, 53, "heavy lorries", size=9)
    for a, b in pairwise(XS):
        second.line(a, 60, b, 60)
    underlined(second, ROWS[:1], top=60)
    above, below = grids(document(paper, engine))
    assert texts(above)[-1] == ["RD4", "Bridges that are fit for", "91%", ""]
    assert all(c.open_bottom for c in above.rows()[-1])
    assert texts(below) == [["", "heavy lorries", "", ""], *flat(ROWS[:1])]
    assert all(c.open_top for c in below.rows()[0])


def test_text_below_the_table_stays_outside() -> None:
    paper = Paper()
    sheet = paper.sheet()
    y = underlined(sheet, [HEAD, *ROWS])
    sheet.text(50, y + 24, "The figures are provisional until they are audited in the autumn.", size=9)
    doc = document(paper)
    assert grids(doc)[0].n_rows == 4
    assert len([b for b in doc.blocks if isinstance(b, Paragraph)]) == 1


def test_rows_of_figures_between_two_rules_stay_rows(engine: str) -> None:
    paper = Paper()
    sheet = paper.sheet()
    xs = [50, 180, 240, 300]
    rows = [["Measure", "2016", "2017"], ["Roads", "4%", "5%"], ["Lights", "6%", "7%"], ["Bridges", "8%", "9%"]]
    for y in (100, 120, 168):
        for a, b in pairwise(xs):
            sheet.line(a, y, b, y)
    for k, row in enumerate(rows):
        for x, cell in zip(xs, row, strict=False):
            sheet.text(x + 3, 113 + 14 * k + (4 if k else 0), cell, size=9)
    (grid,) = grids(document(paper, engine))
    assert texts(grid) == rows


@pytest.mark.parametrize("pieces", [40, 80])
def test_dashes_are_no_columns(pieces: int) -> None:
    paper = Paper()
    sheet = paper.sheet()
    for y in (100, 120, 140, 160):
        for k in range(pieces):
            step = 400 / pieces
            sheet.line(50 + k * step, y, 50 + (k + 0.7) * step, y)
    for k, row in enumerate([["Measure", "2016"], ["Roads", "4%"], ["Lights", "5%"]]):
        sheet.text(55, 113 + 20 * k, row[0], size=9).text(300, 113 + 20 * k, row[1], size=9)
    assert grids(document(paper))[0].n_cols == 2


def test_two_tables_side_by_side(engine: str) -> None:
    rows = [["Ref", "Measure", "2016"], ["R1", "Roads", "4"], ["R2", "Lights", "5"]]
    paper = Paper()
    sheet = paper.sheet()
    underlined(sheet, rows, xs=[50, 90, 200, 260])
    underlined(sheet, [rows[0], rows[2], rows[1]], xs=[300, 340, 450, 510])
    assert [texts(g) for g in grids(document(paper, engine))] == [rows, [rows[0], rows[2], rows[1]]]


def row(sheet: Sheet, top: float, cells: Sequence[str], xs: Sequence[float], cuts: Sequence[float]) -> float:
    """One row 19 points high, its border below drawn in pieces that meet at ``cuts``."""
    for x, cell in zip(xs, cells, strict=False):
        if cell:
            sheet.text(x + 2.5, top + 13, cell, size=9)
    for a, b in pairwise([xs[0], *cuts, xs[-1]]):
        sheet.line(a, top + 19, b, top + 19)
    return top + 19


def test_a_rule_in_one_piece_is_under_a_cell_of_the_whole_row(engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    y = underlined(sheet, [HEAD])
    y = row(sheet, y, ["Objective 1: Keep the roads in good repair"], XS, [])
    y = underlined(sheet, ROWS[1:], top=y)
    y = row(sheet, y, ["Objective 2: Lights"], XS, [])
    y = underlined(sheet, ROWS[1:], top=y)
    row(sheet, y, ["Objective 3: Keep the bridges open for all"], XS, [])
    (grid,) = grids(document(paper, engine))
    own = [["Objective 1: Keep the roads in good repair"], ["Objective 2: Lights"]]
    last = ["Objective 3: Keep the bridges open for all"]
    assert texts(grid) == [HEAD, own[0], *ROWS[1:], own[1], *ROWS[1:], last]
    assert set(spans(grid).values()) == {(1, 4)}


def test_a_rule_in_one_piece_under_several_texts_parts_columns() -> None:
    sheet = (paper := Paper()).sheet()
    y = underlined(sheet, [HEAD])
    y = row(sheet, y, ROWS[1], XS, [])
    underlined(sheet, ROWS[2:], top=y)
    (grid,) = grids(document(paper))
    assert texts(grid) == [HEAD, *ROWS[1:]]


def test_a_rule_over_the_foot_of_the_page_is_none_of_the_table() -> None:
    sheet = (paper := Paper()).sheet()
    y = underlined(sheet, [HEAD, *ROWS])
    sheet.line(50, y + 30, 340, y + 30).text(50, y + 45, "Roads service", size=7)
    doc = document(paper)
    assert texts(grids(doc)[0]) == flat([HEAD, *ROWS])
    assert paragraphs(doc) == ["Roads service"]


@pytest.mark.parametrize("gap", [3, 8])
@pytest.mark.parametrize("heading", ["", "R02 Keep the lights on"])
def test_tables_of_other_columns_by_turns(engine: str, gap: float, heading: str) -> None:
    sheet = (paper := Paper()).sheet()
    cards = [["Owner", "Head of Roads"], ["Issues", "Frost"], ["Partners", "The county"]]
    y = 100.0
    for n in range(2):
        if n and heading:
            sheet.text(50, y + 16, heading, size=12, bold=True)
            y += 20
        y = underlined(sheet, cards, top=y, xs=[50, 130, 340]) + gap
        y = underlined(sheet, [HEAD, *ROWS[1:]], top=y) + gap
    doc = document(paper, engine)
    assert [texts(g) for g in grids(doc)] == 2 * [cards, [HEAD, *ROWS[1:]]]
    assert paragraphs(doc) == ([heading] if heading else [])


def test_a_note_over_the_columns_of_most_rows_leaves_the_header_in_its_columns(engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    note = "No target is set this year"
    y = underlined(sheet, [["Ref", "Measure", "2016", "Target"]])
    for code, value, last in (("R1", note, ""), ("R2", "", "7"), ("R3", note, "")):
        y = row(sheet, y, [code, "Roads", value, last], XS, XS[1:3] if value else XS[1:-1])
    (grid,) = grids(document(paper, engine))
    assert texts(grid)[:3] == [["Ref", "Measure", "2016", "Target"], ["R1", "Roads", note], ["R2", "Roads", "", "7"]]
    assert spans(grid) == {note: (1, 2)}


@pytest.mark.parametrize(("gap", "tables"), [(5, 2), (0, 1)])
def test_white_paper_over_a_shaded_row_begins_a_table(engine: str, gap: float, tables: int) -> None:
    sheet = (paper := Paper()).sheet()
    rows = [["Objective", "Keep the roads open"], ["Owner", "Head of Roads"], ["Issues", "Frost"]]
    y = 100.0
    for _ in range(2):
        sheet.box(50, y, 130, y + 3 * 19, colour="0.8 0.8 1")
        y = underlined(sheet, rows, top=y, xs=[50, 130, 340]) + gap
    assert len(grids(document(paper, engine))) == tables


def test_the_first_row_of_a_table_may_end_the_page(engine: str) -> None:
    sheet = (paper := Paper()).sheet(height=200)
    rows = [["Objective", "Keep the roads open"], ["Owner", "Head of Roads"], ["Issues", "Frost"]]
    y = underlined(sheet, rows, xs=[50, 130, 340]) + 6
    sheet.box(50, y, 130, y + 19, colour="0.8 0.8 1")
    underlined(sheet, rows[:1], top=y, xs=[50, 130, 340])
    assert [texts(g) for g in grids(document(paper, engine))] == [rows, rows[:1]]


def test_a_header_alone_on_the_rule_over_its_columns() -> None:
    sheet = (paper := Paper()).sheet()
    sheet.text(222.5, 113, "Target", size=9)
    for a, b in pairwise(XS[2:]):
        sheet.line(a, 119, b, 119)
    underlined(sheet, [HEAD, *ROWS[1:]], top=119)
    (grid,) = grids(document(paper))
    assert spans(grid)["Target"] == (1, 2)
    assert grid.n_rows == 4


def test_borders_go_on_as_the_edges_of_painted_cells(engine: str) -> None:
    """The first two columns have borders below their cells, the other two are painted."""
    rows = flat([HEAD, *ROWS])
    sheet = (paper := Paper()).sheet()
    for n, row in enumerate(rows):
        top = 100 + 19 * n
        for k, (a, b) in enumerate(pairwise([50.0, 78, 270, 330, 390])):
            if k < 2:
                sheet.line(a, top + 19, b, top + 19)
            else:
                sheet.box(a, top, b, top + 19, colour="0.9 0.9 0.95")
            sheet.text(a + 2.5, top + 13, row[k], size=9)
    (grid,) = grids(document(paper, engine))
    assert texts(grid) == rows


def prolonged(edge: Rule) -> list[list[float]]:
    """The places where pieces meet of a rule drawn from 50 to 150, and of the edge of painted cells."""
    drawn = Pieced(Rule(100, 50, 150), [50, 90, 150])
    painted = Pieced(edge, [edge.start, 250, edge.end], drawn=False)
    return [one.ends for one in _prolonged([drawn], [painted])]


def test_a_rule_and_an_edge_beside_it_on_one_line_are_one() -> None:
    assert prolonged(Rule(100, 150, 300)) == [[50, 90, 150, 250, 300]]
    assert prolonged(Rule(100.5, 151, 300)) == [[50, 90, 150.5, 250, 300]]


def test_a_rule_and_an_edge_on_other_lines_or_further_along_are_two() -> None:
    assert prolonged(Rule(110, 150, 300)) == [[50, 90, 150], [150, 250, 300]]
    assert prolonged(Rule(100, 170, 300)) == [[50, 90, 150], [170, 250, 300]]
    assert prolonged(Rule(100, 60, 300)) == [[50, 90, 150], [60, 250, 300]]


REST = "policy and publish the responses"


def rest_of(text: str, *, base: float = 47, start: float = XS[0]) -> tuple[list[list[str]], dict[str, tuple[int, int]]]:
    """The last table of two pages: the first ends with a torn row, the second begins with ``text`` over a first rule
    that begins at ``start``."""
    paper = Paper()
    first = paper.sheet(height=400)
    y = underlined(first, [HEAD, *ROWS], top=240)
    first.text(52.5, y + 13, "RD4", size=9).text(80.5, y + 13, "Ask all who use the", size=9)
    first.text(222.5, y + 13, "91%", size=9)
    second = paper.sheet(height=400).text(80.5, base, text, size=9)
    for a, b in pairwise(x for x in XS if x >= start):
        second.line(a, 60, b, 60)
    underlined(second, ROWS[1:], top=60)
    grid = grids(document(paper))[-1]
    return texts(grid), spans(grid)


def test_the_rest_of_a_torn_row_some_way_over_the_first_rule_keeps_its_column() -> None:
    assert rest_of(REST) == ([["", REST, "", ""], *ROWS[1:]], {})
    assert REST not in rest_of(REST, start=XS[1])[1]


def test_the_rest_of_a_torn_row_spans_no_further_than_its_text() -> None:
    text = f"{REST} of all of them"
    assert rest_of(text)[1] == {text: (1, 2)}


def test_a_text_that_may_begin_a_row_is_no_rest() -> None:
    """Some way over the rule it stands outside of the table; on it, across the columns, it has the row."""
    assert rest_of(REST.capitalize()) == (ROWS[1:], {})
    text = f"{REST} of all of them".capitalize()
    assert rest_of(text, base=53)[1] == {text: (1, 3)}
    alone = REST.capitalize()
    assert rest_of(alone, base=53, start=XS[1])[1][alone] == (1, 3)


SIDE = [50.0, 150, 300, 380, 460]


def labelled(starts: Sequence[float]) -> list[dict[str, tuple[int, int]]]:
    """The cells that span of the tables of a page that ends with rows between ``starts``, a label at their left."""
    sheet = (paper := Paper()).sheet(height=300)
    y = underlined(
        sheet, [["Objective", "Action", "Lead", "When"], ["Roads", "Mend them", "A Smith", "May"]], 150, SIDE
    )
    sheet.text(52.5, y + 13, "Keep the parks", size=9)
    underlined(sheet, [["Cut the grass", "B Jones", "June"], ["Plant the beds", "C Brown", "July"]], y, starts)
    return [spans(grid) for grid in grids(document(paper))]


def test_a_label_whose_rule_the_pages_end_cut_off_stands_beside_its_rows() -> None:
    assert labelled(SIDE[1:]) == [{"Keep the parks": (2, 1)}]


@pytest.mark.parametrize("starts", [[170.0, 300, 380, 460], [150.0, 300, 380, 500]], ids=["begin", "end"])
def test_rules_that_begin_or_end_elsewhere_are_of_another_table(starts: list[float]) -> None:
    assert {"Keep the parks": (2, 1)} not in labelled(starts)


def over_the_last_rule(rows: Sequence[Sequence[str]], *, above: float = 0.0) -> list[list[str]]:
    """What stands at a page's begin over the rule that ends its table; only the header had one on the page before."""
    paper = Paper()
    first, second = paper.sheet(height=400), paper.sheet(height=400)
    xs = [50, 180, 240, 300, 360]
    head = ["Measure", "Ref", "2016", "2017"]
    for a, b in pairwise(xs):
        first.line(a, 240, b, 240)
    for n, row in enumerate([head, *(["Roads", f"R{k}", f"{k}%", f"{k + 1}%"] for k in range(8))]):
        for x, cell in zip(xs, row, strict=False):
            first.text(x + 3, 234 + 16 * n + (4 if n else 0), cell, size=9)
    for n, row in enumerate(rows):
        for x, cell in zip(xs, row, strict=False):
            second.text(x + 3, 60 + 14 * n + (above if n else 0), cell, size=9)
    for a, b in pairwise(xs):
        second.line(a, 66 + 14 * (len(rows) - 1) + above, b, 66 + 14 * (len(rows) - 1) + above)
    return texts(grids(document(paper))[-1])[-len(rows) :]


def test_rows_of_figures_over_the_rule_that_ends_their_table_are_rows() -> None:
    rows = [["Lamps", "L1", "4%", "5%"], ["Bridges", "L2", "6%", "7%"], ["Paths", "L3", "8%", "9%"]]
    assert over_the_last_rule(rows) == rows


def test_the_rest_of_a_torn_row_over_a_whole_one_is_a_row() -> None:
    rows = [["of all wards", "", "", ""], ["Bridges", "L2", "6%", "7%"]]
    assert over_the_last_rule(rows, above=6) == rows


def test_rows_of_texts_with_a_number_between_two_rules_stay_rows(engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    xs = [50, 180, 240, 400, 480]
    rows = [["Aim", "Ref", "Action", "Lead"]]
    rows += [[f"Aim {k}", f"1.{k}", f"Sweep the square in ward {k}", "A Smith"] for k in range(4)]
    for y in (100, 120, 190):
        for a, b in pairwise(xs):
            sheet.line(a, y, b, y)
    for n, row in enumerate(rows):
        for x, cell in zip(xs, row, strict=False):
            sheet.text(x + 3, 113 + 16 * n + (4 if n else 0), cell, size=9)
    (grid,) = grids(document(paper, engine))
    assert texts(grid) == rows


def at_the_end(rows: Sequence[Sequence[str]], *, bold: bool = False, step: float = 16) -> list[list[str]]:
    """What the lines below the last rule of a table become, at the end of a page."""
    sheet = (paper := Paper()).sheet(height=400)
    xs = [50.0, 130, 170, 300, 380] if len(rows[0]) > 2 else [50.0, 150, 380]
    table = [["Aim", "No.", "Action", "Lead"], ["Roads", "1.1", "Mend them", "A Smith"]]
    table += [["Lamps", "1.2", "Light them", "B Jones"]]
    y = underlined(sheet, table if len(rows[0]) > 2 else [[row[0], row[2]] for row in table], 230, xs)
    for n, row in enumerate(rows):
        for x, cell in zip(xs, row, strict=False):
            sheet.text(x + 2.5, y + 13 + step * n, cell, size=9, bold=bold)
    return texts(grids(document(paper))[0])[3:]


LABELS = [["Parks", "Cut the grass"], ["Pools", "Clean the water"]]


def test_two_labels_below_the_last_rule_are_two_rows() -> None:
    assert at_the_end(LABELS, bold=True) == LABELS


@pytest.mark.parametrize(("bold", "step"), [(False, 16), (True, 13)], ids=["plain", "close"])
def test_lines_of_plain_text_or_close_to_each_other_there_are_one_row(bold: bool, step: float) -> None:
    assert len(at_the_end(LABELS, bold=bold, step=step)) == 1


@pytest.mark.parametrize(("code", "count"), [("1.4", 2), ("", 1)], ids=["numbered", "one number"])
def test_numbered_lines_below_the_last_rule_are_rows(code: str, count: int) -> None:
    rows = [["Parks", "1.3", "Cut the grass", "C Brown"], ["", code, "Clean the water", "D Green"]]
    assert len(at_the_end(rows)) == count


@pytest.mark.parametrize("bold", [True, False])
def test_what_stands_over_a_painted_header_is_no_row(bold: bool, engine: str) -> None:
    """Where nothing tells the header from the rows, it may be one."""
    sheet = (paper := Paper()).sheet()
    rows = [["Measure", "2016", "2017"], ["Roads", "4%", "5%"], ["Lamps", "6%", "7%"], ["Parks", "8%", "9%"]]
    sheet.text(52.5, 94, "How we did", size=9).text(182.5, 94, "in the year", size=9)
    for n, row in enumerate(rows):
        for x, (a, b) in enumerate(pairwise([50, 180, 240, 300])):
            sheet.box(a, 100 + 19 * n, b, 119 + 19 * n, colour=("0.9 0.92 0.95", "0.8 0.85 0.9")[n % 2])
            sheet.text(a + 2.5, 113 + 19 * n, row[x], size=9, bold=bold and n == 0)
    doc = document(paper, engine)
    assert texts(grids(doc)[0])[-4:] == rows
    assert (paragraphs(doc) == ["How we did in the year"]) is bold


@pytest.mark.parametrize("last", ["(2018/19)", "2018/19"], ids=["in brackets", "bare"])
def test_a_painted_header_of_two_rows_is_that_of_all_rows_below_it(last: str, engine: str) -> None:
    """Its last year, on a line of its own below "Year 1", is no figure."""
    sheet = (paper := Paper()).sheet()
    xs = [50.0, 180, 260, 340, 420]
    for a, b, top, bottom in [(50, 180, 100, 151), (180, 340, 100, 119), (340, 420, 100, 119)]:
        sheet.box(a, top, b, bottom, colour="0.85 0.85 0.85")
    for a, b in pairwise(xs[1:]):
        sheet.box(a, 119, b, 151, colour="0.85 0.85 0.85")
    for x, y, text in [(182.5, 113, "Actual"), (342.5, 113, "Target"), (342.5, 132, "Year 1")]:
        sheet.text(x, y, text, size=9, bold=True)
    for x, text in zip(xs, ["Measure", "2016/17", "2017/18", last], strict=False):
        sheet.text(x + 2.5, 144, text, size=9, bold=True)
    rows = [["Roads", "4%", "5%", "6%"], ["Lamps", "6%", "7%", "5%"], ["Parks", "8%", "9%", "7%"]]
    for n, row in enumerate(rows):
        for x, text in zip(xs, row, strict=False):
            sheet.text(x + 2.5, 165 + 20 * n, text, size=9)
    (grid,) = grids(document(paper, engine))
    assert texts(grid)[-3:] == rows


@pytest.mark.parametrize(("text", "figure"), [("2018/19", False), ("(2018/19)", False), ("(18.5)", True)])
def test_a_year_in_brackets_is_no_figure(text: str, figure: bool) -> None:
    assert _has_figures([line((10, text))]) is figure


NAMES = ["Measure", "2015", "2016", "2017", "2018"]


@pytest.mark.parametrize("bold", [True, False])
def test_titles_over_the_names_of_columns_on_one_rule_are_a_row_of_the_header(bold: bool, engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    xs = [50.0, 180, 240, 300, 360, 420]
    sheet.text(190, 100, "How we did before", size=9, bold=bold).text(310, 100, "What we want now", size=9, bold=bold)
    for x, name in zip(xs, NAMES, strict=False):
        sheet.text(x + 2.5, 112, name, size=9, bold=bold)
    for a, b in pairwise(xs):
        sheet.line(a, 118, b, 118)
    underlined(sheet, [["Roads", "4%", "5%", "6%", "7%"], ["Lamps", "6%", "7%", "5%", "6%"]], 118, xs)
    (grid,) = grids(document(paper, engine))
    assert (texts(grid)[:2] == [["", "How we did before", "What we want now"], NAMES]) is bold


@pytest.mark.parametrize(("off", "columns"), [(0, 4), (12, 3)], ids=["in the middle", "further right"])
def test_a_title_in_the_middle_of_its_rule_spans_all_columns_under_it(off: float, columns: int, engine: str) -> None:
    """It lies over one border alone."""
    sheet = (paper := Paper()).sheet()
    xs = [50.0, 180, 260, 340, 420, 500]
    title = "Targets of the year"
    sheet.text(340 - text_width(title, 9) / 2 + off, 113, title, size=9)
    for a, b in pairwise(xs[1:]):
        sheet.line(a, 119, b, 119)
    names = ["Measure", "North of the hill", "South of the hill", "East", "West"]
    underlined(sheet, [names, ["Roads", "4%", "5%", "6%", "7%"], ["Lamps", "6%", "7%", "5%", "6%"]], 119, xs)
    assert spans(grids(document(paper, engine))[0])[title] == (1, columns)


@pytest.mark.parametrize(("left", "right", "tables"), [(20, 360, 2), (50, 340, 1)], ids=["wider", "as wide"])
def test_a_painted_bar_wider_than_the_table_parts_two(left: float, right: float, tables: int, engine: str) -> None:
    """It is the heading of the panel in which the lower one stands."""
    sheet = (paper := Paper()).sheet()
    y = underlined(sheet, [HEAD, *ROWS[1:]])
    sheet.box(left, y + 6, right, y + 24, colour="0.2 0.4 0.6").text(52.5, y + 19, "Lights", size=9, grey=1)
    underlined(sheet, [HEAD, *ROWS[1:]], top=y + 30)
    doc = document(paper, engine)
    assert len(grids(doc)) == tables
    assert paragraphs(doc) == ["Lights"] * (tables - 1)


def test_a_rule_drawn_whole_by_the_rows_over_and_under_it_parts_them(engine: str) -> None:
    rows = [
        ["Ref", "Measure", "2016/17"],
        ["AB01: Swim more"],
        ["Performance indicators"],
        ["AB1", "Visits", "9"],
        ["AB2", "Runs", "8"],
    ]
    xs = [50, 110, 300, 370]
    paper = Paper()
    sheet = paper.sheet()
    for n, cells in enumerate(rows):
        top = 100 + 18 * n
        for x, cell in zip(xs, cells, strict=False):
            sheet.text(x + 4, top + 12, cell, size=9, bold=len(cells) == 1 or n == 0)
        sides = list(pairwise(xs)) if len(cells) > 1 else [(xs[0], xs[-1])]
        for x0, x1 in sides:
            sheet.line(x0, top, x1, top).line(x0, top + 18, x1, top + 18)
    (grid,) = grids(document(paper, engine))
    assert texts(grid) == rows


WIDE = [50.0, 78, 220, 280, 340, 400]
SERIES = [["Ref", "Measure", "2015/16", "2016/17", "2017/18"], ["RD1", "Roads swept", "4%", "5%", "6%"]]
LAST = ["RD3", "Lanes mended", "6%", "7%", "8%"]
WHOLE = [(column, column + 1) for column in range(5)]
JOINED = [(0, 1), (1, 2), (2, 5)]


def celled(
    rows: Sequence[tuple[Sequence[tuple[int, int]], Sequence[str]]], *, open_: bool = False, left: bool = False
) -> Paper:
    """Rows of cells, each over columns from one to another, with a rule of its own over it and under it; the last row
    has none under it if it is open. The texts of the years stand in the middle of their cells, or at their left."""
    sheet = (paper := Paper()).sheet()
    for n, (columns, cells) in enumerate(rows):
        y = 100.0 + 19 * n
        for (first, end), text in zip(columns, cells, strict=True):
            start, stop = WIDE[first], WIDE[end]
            sheet.line(start, y, stop, y)
            if n < len(rows) - 1 or not open_:
                sheet.line(start, y + 19, stop, y + 19)
            middle = first > 1 and not left
            sheet.text((start + stop - text_width(text, 9)) / 2 if middle else start + 2.5, y + 13, text, size=9)
    return paper


@pytest.mark.parametrize("open_", [False, True], ids=["closed", "open"])
def test_a_cell_drawn_in_one_piece_over_and_under_spans_its_columns(open_: bool, engine: str) -> None:
    """Its text stands over none of their borders."""
    note = ["RD2", "Lamps lit", "tbc"]
    own: list[tuple[Sequence[tuple[int, int]], Sequence[str]]] = [(WHOLE, row) for row in SERIES]
    rows = [*own, (JOINED, note), (WHOLE, LAST), (JOINED, [*note[:2], "n/a"])]
    (grid,) = grids(document(celled(rows, open_=open_), engine))
    assert texts(grid) == [*SERIES, note, LAST, [*note[:2], "n/a"]]
    assert spans(grid) == {"tbc": (1, 3), "n/a": (1, 3)}


def test_a_text_at_the_left_or_in_cells_of_their_own_spans_none() -> None:
    own: list[tuple[Sequence[tuple[int, int]], Sequence[str]]] = [(WHOLE, row) for row in SERIES]
    apart = document(celled([*own, (WHOLE, ["RD2", "Lamps lit", "", "tbc", ""]), (WHOLE, LAST)]))
    left = document(celled([*own, (JOINED, ["RD2", "Lamps lit", "tbc"]), (WHOLE, LAST)], left=True))
    assert [spans(grid) for doc in (apart, left) for grid in grids(doc)] == [{}, {}]


def test_the_piece_under_the_last_cell_is_not_that_of_one_below_it() -> None:
    own: list[tuple[Sequence[tuple[int, int]], Sequence[str]]] = [(WHOLE, row) for row in SERIES]
    rows = [*own, (JOINED, ["RD2", "Lamps lit", "tbc"]), (WHOLE, ["RD4", "Walks", "", "7%", ""])]
    (grid,) = grids(document(celled(rows, open_=True)))
    assert texts(grid)[-1] == ["RD4", "Walks", "", "7%", ""]
    assert spans(grid) == {"tbc": (1, 3)}


@pytest.mark.parametrize("figures", [3, 2])
def test_figures_behind_a_border_in_several_rows_show_it_though_most_texts_lie_over_it(figures: int) -> None:
    rules = [Pieced(Rule(100 + 20 * n, 50, 340), [50, 150, 260, 340]) for n in range(6 + figures)]
    over = [(55, "Label"), (155, "A text that goes on over the next column")]
    rows = [over] * 5 + [[(55, "Label"), (155, "Visits to pools"), (285, "8 days")]] * figures
    bands = [[line(*row, base=115 + 20 * n)] for n, row in enumerate(rows)]
    assert _bears(Chain(rules, bands), 260) == (figures == 3)
    assert _bears(Chain(rules, bands), 150)


@pytest.mark.parametrize(
    ("entries", "spans"),
    [
        ([(55, "AB1"), (155, "Visits to pools")], False),
        ([(55, "AB1"), (55, "and more")], True),
        ([(55, "AB1"), (155, "Visits"), (55, "and all that goes on over the border")], True),
        ([(55, "AB1"), (285, "8 days")], True),
    ],
    ids=["beside it", "at its left", "over it", "in no column beside it"],
)
def test_texts_in_other_lines_at_both_sides_of_a_border_show_that_nothing_spans_it(
    entries: list[tuple[float, str]], spans: bool
) -> None:
    rules = [Pieced(Rule(100, 50, 340), [50, 150, 260, 340]), Pieced(Rule(130, 50, 260), [50, 260])]
    band = [line(entry, base=112 + 12 * n) for n, entry in enumerate(entries)]
    assert is_spanned(Chain(rules, [band]), rules[1], band, [150, 260], 150) is spans


@pytest.mark.parametrize(("step", "count"), [(22, 4), (11, 2)])
def test_lines_far_apart_with_a_text_in_each_column_are_rows(step: int, count: int, engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    xs = (50.0, 110, 260, 340)
    y = underlined(sheet, [["When", "Milestone", "Owner"]], xs=xs)
    for n in range(3):
        for x, text in zip(xs, (f"Year {n + 1}", "Open the pool", "Coach"), strict=False):
            sheet.text(x + 2.5, y + 16 + step * n, text, size=9)
    for a, b in pairwise(xs):
        sheet.line(a, y + 24 + 2 * step, b, y + 24 + 2 * step)
    assert len(texts(grids(document(paper, engine))[0])) == count


LISTED = [["A1", "Mend lamps", "A Smith"], ["A2", "Mend halls", "B Jones"], ["A3", "Mend roads", "C Brown"]]
THREE = [50.0, 110, 300, 400]


def in_pieces(sheet: Sheet, y: float) -> None:
    for a, b in pairwise(THREE):
        sheet.line(a, y, b, y)


def banded(*, step: float = 20, top: bool = True, over: str = "", last: bool = False) -> Document:
    """A header of two lines, ``step`` apart, under a rule in one piece, over rows between rules drawn cell by cell;
    ``last``: another rule in one piece below them."""
    sheet = (paper := Paper()).sheet()
    if over:
        sheet.text(50, 60, over)
    if top:
        sheet.line(50, 100, 400, 100)
    for x, text in zip(THREE, ["Ref", "Action", "Lead"], strict=False):
        sheet.text(x + 3, 112, text, size=9, bold=True)
    sheet.text(113, 112 + step, "(by code)", size=9, bold=True)
    y = 118 + step
    for row in LISTED:
        in_pieces(sheet, y)
        for x, text in zip(THREE, row, strict=False):
            sheet.text(x + 3, y + 12, text, size=9)
        y += 18
    in_pieces(sheet, y)
    if last:
        sheet.line(50, y + 20, 400, y + 20)
    return document(paper)


@pytest.mark.parametrize("over", ["", "Plan of the town"])
@pytest.mark.parametrize("step", [11, 20, 26])
def test_a_rule_in_one_piece_at_the_top_is_the_border_of_the_header(step: float, over: str) -> None:
    doc = banded(step=step, over=over)
    (grid,) = grids(doc)
    assert [[cell.replace("\n", " ") for cell in row] for row in texts(grid)] == [
        ["Ref", "Action (by code)", "Lead"],
        *LISTED,
    ]
    assert paragraphs(doc) == [over] * bool(over)


def test_without_it_lines_far_over_the_rows_are_text() -> None:
    doc = banded(top=False)
    assert [texts(grid) for grid in grids(doc)] == [LISTED]
    assert paragraphs(doc) == ["Ref Action Lead", "(by code)"]


def test_a_rule_in_one_piece_below_the_rows_with_no_text_over_it_is_none_of_them() -> None:
    (grid,) = grids(banded(last=True))
    assert texts(grid)[1:] == LISTED


def cut_off(over: float, under: float, *, at: float = 760, others: Sequence[float] = ()) -> int:
    """How many lines of a row below a header alone are taken: ``over`` and ``under`` are the white at both sides of its
    rule; ``others`` are where lines of a text stand below it."""
    head = line((54, "Ref"), (114, "Action"), (304, "Lead"), base=at - over - 2, bold=True)
    first = at + under + 8
    row = [
        line((54, "A1"), (114, "Mend the lamps of"), (304, "A Smith"), base=first),
        line((114, "all"), base=first + 12),
    ]
    more = [line((54, "We go on with all of it and so does the town"), base=first + 12 + own) for own in others]
    chain = Chain([Pieced(Rule(at, THREE[0], THREE[-1]), THREE)], above=[head], below=[*row, *more])
    return len(row_below(chain, THREE[1:-1], Page(1, 595, 842)))


@pytest.mark.parametrize(("over", "under"), [(3, 6), (8, 9), (9, 10), (20, 11)])
def test_a_row_below_a_header_alone_has_as_much_white_over_it(over: float, under: float) -> None:
    assert cut_off(over, under) == 2


@pytest.mark.parametrize(("over", "under"), [(3, 7), (8, 10), (20, 12)])
def test_with_more_white_over_it_it_is_none(over: float, under: float) -> None:
    assert cut_off(over, under) == 0


AIM = "Aim 2: Keep the halls open"


def with_part(
    *, notes: Sequence[str] = ("Notes", "All of it is new"), bold: bool = True, size: float = 13, x: float = 53
) -> Document:
    """Two tables between rules drawn cell by cell, ``notes`` right below the rows of the first, and a heading in bold
    letters of this size over the second; ``bold``: the first of the notes is."""

    def rows(own: Sequence[Sequence[str]], y: float) -> float:
        for row in own:
            in_pieces(sheet, y)
            for at, text in zip(THREE, row, strict=False):
                sheet.text(at + 3, y + 12, text, size=9)
            y += 18
        in_pieces(sheet, y)
        return y

    sheet = (paper := Paper()).sheet()
    y = rows([["Ref", "Action", "Lead"], *LISTED], 100) + 12
    for n, note in enumerate(notes):
        sheet.text(53, y, note, size=9, bold=bold and not n)
        y += 12
    sheet.text(x, y + 8, AIM, size=size, bold=True)
    rows([["Ref", "Action", "Lead"], *LISTED[:2]], y + 16)
    return document(paper)


def test_a_larger_heading_below_notes_under_a_bold_line_parts_two_tables() -> None:
    doc = with_part()
    head = ["Ref", "Action", "Lead"]
    assert [texts(grid) for grid in grids(doc)] == [[head, *LISTED], [head, *LISTED[:2]]]
    assert paragraphs(doc) == ["Notes", "All of it is new", AIM]


@pytest.mark.parametrize(
    ("how", "row"),
    [
        ({"bold": False}, [f"Notes\nAll of it is new\n{AIM}"]),
        ({"size": 10}, [f"Notes\nAll of it is new\n{AIM}"]),
        ({"x": 113}, ["Notes\nAll of it is new", AIM, ""]),
        ({"notes": ("Notes",)}, [f"Notes\n{AIM}"]),
    ],
    ids=["no bold line", "in letters of one size", "further right", "right below the bold line"],
)
def test_other_lines_between_rules_are_a_row(how: dict[str, Any], row: list[str]) -> None:
    doc = with_part(**how)
    (grid,) = grids(doc)
    head = ["Ref", "Action", "Lead"]
    assert texts(grid) == [head, *LISTED, row, head, *LISTED[:2]]
    assert paragraphs(doc) == []


def first_of(gap: float, *, whole: bool = True) -> tuple[float, list[str]]:
    """Where the first rule of a table stands that has one more ``gap`` points above its others, and what is over it."""
    ends = [50.0, 200.0, 300.0, 400.0]
    rules = [Pieced(Rule(160.0 + 20 * n, 50, 400), ends) for n in range(3)]
    above = Pieced(Rule(160 - gap, 50, 400), [50.0, 400.0] if whole else ends)
    rows = [
        line((54, name), (204, "40%"), (304, "45%"), base=174.0 + 20 * n) for n, name in enumerate(("Roads", "Lamps"))
    ]
    head = line((54, "Measure"), (204, "2023"), (304, "2024"), base=154)
    (chain,) = chains_of([above, *rules], [head, *rows], [], [])
    return chain.rules[0].rule.at, [own.text for own in chain.above]


def test_a_rule_in_one_piece_far_above_a_table_is_that_of_a_heading() -> None:
    assert first_of(60) == (160, ["Measure 2023 2024"])


@pytest.mark.parametrize(("gap", "whole"), [(30, True), (60, False)], ids=["near", "in pieces"])
def test_another_rule_above_a_table_is_its_first(gap: float, whole: bool) -> None:
    assert first_of(gap, whole=whole) == (160 - gap, [])


def test_a_title_over_the_first_header_of_a_page_is_no_rest_of_a_row() -> None:
    paper = Paper()
    first, second = paper.sheet(height=400), paper.sheet(height=400)
    xs, head, rows = [50.0, *XS[2:]], HEAD[1:], [row[1:] for row in ROWS]
    underlined(first, [head, *rows], top=250, xs=xs)
    second.text(52, 60, "Roads that last", size=9, bold=True)
    for x, name, end in zip(xs, head, xs[1:], strict=False):
        second.text(x + 2.5, 78, name, size=9, bold=True).line(x, 66, end, 66).line(x, 84, end, 84)
    underlined(second, rows, top=84, xs=xs)
    doc = document(paper)
    assert paragraphs(doc) == ["Roads that last"]
    assert texts(grids(doc)[-1]) == flat([head, *rows])


@pytest.mark.parametrize(("start", "over"), [(83.4, False), (82.5, True)], ids=["wider", "as wide"])
def test_a_blank_wider_than_those_of_its_line_parts_two_texts_at_a_border(start: float, over: bool) -> None:
    own = line((50, "a b"), (70, "26"), (start, "as it was then"), base=100, blank=2.5)  # "26" ends at 80
    assert lies_over(own, 81) is over
    assert lies_over(own, 90)
