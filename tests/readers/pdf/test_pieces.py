"""Tables whose row rules are drawn cell by cell, with no rules between the columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from planparse.model.document import Paragraph
from tests.readers.pdf.paper import Paper, Sheet
from tests.readers.pdf.reading import document, grids, paragraphs, spans, texts

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
            for n, line in enumerate(cell.split("\n") if cell else []):
                sheet.text(x + 2.5, y + 13 + 11 * n, line, size=9)
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
