"""A table beside a label whose columns are not ruled is the label's cell's own, and one table over a page break."""

from __future__ import annotations

from pathlib import Path

import pytest

from planparse.model.document import Cell, Grid
from planparse.pipeline import extract
from tests.readers.pdf.paper import Paper, Sheet
from tests.readers.pdf.reading import document, grids, texts

HEAD = ["Measure", "2016/17", "2017/18"]
ROWS = [HEAD, ["AB1: Visits", "11%", "12%"], ["AB2: Loans", "21%", "22%"], ["AB3: Trees", "31%", "32%"]]
STARTS = (166, 340, 440)


def block(sheet: Sheet, top: float, rows: list[list[str]], *, ruled: bool, end: float = 0) -> Sheet:
    """A frame of a label and of rows beside it, from ``top``; with rules between the rows where ``ruled``."""
    bottom = end or top + 22 * len(rows) + 4
    for x in (50, 160, 545):
        sheet.line(x, top, x, bottom)
    sheet.line(50, bottom, 545, bottom)
    for n, row in enumerate(rows):
        for x, text in zip(STARTS, row, strict=True):
            sheet.text(x, top + 14 + 22 * n, text, size=9, bold=row is HEAD)
        if ruled and n:
            sheet.line(160, top + 22 * n, 545, top + 22 * n)
    return sheet


def labelled(sheet: Sheet, top: float) -> Sheet:
    for n, (label, text) in enumerate((("Objective", "AB01: Keep it going"), ("Key Developments", "A new pool"))):
        sheet.line(50, top + 22 * n, 545, top + 22 * n)
        sheet.text(54, top + 14 + 22 * n, label, size=9, bold=True).text(166, top + 14 + 22 * n, text, size=9)
        for x in (50, 160, 545):
            sheet.line(x, top + 22 * n, x, top + 22 * n + 22)
    sheet.line(50, top + 44, 545, top + 44)
    return sheet.text(54, top + 58, "Indicators", size=9, bold=True)


def nested(grid: Grid) -> list[Grid]:
    def own(cell: Cell) -> list[Grid]:
        return list(cell.tables)

    return [table for cell in grid.cells for table in own(cell)]


def test_ruled_rows_beside_a_label_are_its_own_table(engine: str) -> None:
    paper = Paper()
    block(labelled(paper.sheet(), 100), 144, ROWS, ruled=True)
    (grid,) = grids(document(paper, engine))
    (inner,) = nested(grid)
    assert texts(inner) == ROWS


def test_rows_without_any_rule_beside_a_label_are_its_own_table(engine: str) -> None:
    paper = Paper()
    block(labelled(paper.sheet(), 100), 144, ROWS, ruled=False)
    (grid,) = grids(document(paper, engine))
    (inner,) = nested(grid)
    assert texts(inner) == ROWS


def test_a_list_beside_a_label_is_text(engine: str) -> None:
    paper = Paper()
    rows = [["a. Open the new pool by May", "", ""], ["b. Close the old one by June", "", ""]]
    block(labelled(paper.sheet(), 100), 144, rows, ruled=False)
    (grid,) = grids(document(paper, engine))
    assert not nested(grid)


def test_the_table_goes_on_over_the_page_with_a_torn_row(engine: str, tmp_path: Path) -> None:
    paper = Paper()
    torn = [HEAD, *([f"AB{n}: Visits", f"{n + 11}%", f"{n + 12}%"] for n in range(1, 4))]
    sheet = block(labelled(paper.sheet(), 640), 684, torn, ruled=True, end=776)
    assert sheet.height > 776
    rest = [["to the hills", "", ""], ["AB4: Loans", "41%", "42%"], ["AB5: Trees", "51%", "52%"]]
    block(paper.sheet(), 50, rest, ruled=True)
    file = tmp_path / "plan.pdf"
    file.write_bytes(paper.bytes())
    plan = extract(file, pdf_engine="pdfplumber" if engine == "pdfplumber" else "pdfium").plan
    (objective,) = plan.objectives
    assert [i.code for i in objective.indicators] == ["AB1", "AB2", "AB3", "AB4", "AB5"]
    assert [i.measure for i in objective.indicators][2:4] == ["Visits to the hills", "Loans"]
    assert [v.text for v in objective.indicators[3].actuals + objective.indicators[3].targets] == ["41%", "42%"]


def beside(*, headed: bool) -> Paper:
    """Rows ruled but not parted beside a label, below a header with a painted cell for each of their columns."""
    xs = [50.0, 160, 200, 380, 440, 500]
    names = ["Objective", "Ref", "Measure", "Actual", "Target"]
    sheet = (paper := Paper()).sheet()
    for x0, x1, name in zip(xs, xs[1:], names if headed else [], strict=False):
        sheet.box(x0, 100, x1, 120, colour="0.8 0.85 0.95").text(x0 + 4, 114, name, size=9, bold=True)
    labels = ["Swim more", "Read more"]
    for n, label in enumerate(labels):
        top = 120 + 60 * n
        for x in (50, 160):
            sheet.line(x, top, x, top + 60)
        for y in range(3):
            sheet.line(160, top + 20 * y, 500, top + 20 * y)
            cells = [f"{n + 1}.{y + 1}", "Visits in the year", str(5 + y), str(6 + y)]
            for x, cell in zip(xs[1:], cells, strict=False):
                sheet.text(x + 4, top + 14 + 20 * y, cell, size=9)
        sheet.line(50, top, 160, top).text(54, top + 14, label, size=9, bold=True)
    sheet.line(50, 240, 500, 240).line(500, 120, 500, 240)
    return paper


def test_rows_in_the_columns_of_the_header_are_rows_of_the_table(engine: str) -> None:
    (grid,) = grids(document(beside(headed=True), engine))
    assert not nested(grid)
    assert texts(grid)[:3] == [
        ["Objective", "Ref", "Measure", "Actual", "Target"],
        ["Swim more", "1.1", "Visits in the year", "5", "6"],
        ["1.2", "Visits in the year", "6", "7"],
    ]


def test_without_a_header_they_are_tables_of_their_labels(engine: str) -> None:
    (grid,) = grids(document(beside(headed=False), engine))
    assert [len(texts(own)) for own in nested(grid)] == [3, 3]


@pytest.mark.parametrize("label", ["", "Comment"], ids=["no label", "a label"])
def test_one_row_below_labels_that_come_again_has_the_columns_of_the_page_before(label: str) -> None:
    def page(label: str, rows: list[list[str]]) -> None:
        sheet = labelled(paper.sheet(height=300), 100)
        block(sheet, 144, rows, ruled=False, end=200 if len(rows) == 1 else 0)
        if label:
            sheet.text(54, 172, label, size=9, bold=True)

    paper = Paper()
    page("", ROWS)
    sheet = paper.sheet()
    for n, (name, text) in enumerate((("Objective", "AB01: Keep it going"), ("Priority", "A fit town"))):
        sheet.line(50, 100 + 22 * n, 545, 100 + 22 * n)
        sheet.text(54, 114 + 22 * n, name, size=9, bold=True).text(166, 114 + 22 * n, text, size=9)
    sheet.line(50, 144, 545, 144).line(50, 190, 545, 190)
    for x in (50, 160, 545):
        sheet.line(x, 100, x, 190)
    for x, text in zip(STARTS, ["AB4: People who come again", "41%", "42%"], strict=True):
        sheet.text(x, 158, text, size=9)
    sheet.text(STARTS[0], 169, "in the year that they first came to the hall", size=9)
    if label:
        sheet.text(54, 158, label, size=9, bold=True)
    _, second = grids(document(paper))
    assert [texts(own) for own in nested(second)] == (
        [] if label else [[["AB4: People who come again in the year that they first came to the hall", "41%", "42%"]]]
    )


NARROW = (166, 380, 462)


def titled(sheet: Sheet, *, bold: bool) -> list[list[str]]:
    """Rows beside a label, the names over them in two lines; a rule under two of the names parts these from months.
    What stands in the first table beside a label comes back."""
    top = 144
    lines = [["Measure", "Actual", "Our aims"], ["", "results", ""], ["", "Mar 2019", "Mar 2020"]]
    rows = [["AB1: Visits", "11", "12"], ["AB2: Loans", "21", "22"], ["AB3: Trees", "31", "32"]]
    for n, row in enumerate(lines):
        for x, text in zip(NARROW, row, strict=True):
            sheet.text(x, top + 14 + 11 * n + 8 * (n == 2), text, size=9, bold=bold)
    sheet.line(377, top + 31, 545, top + 31)
    for n, row in enumerate(rows):
        sheet.line(160, top + 50 + 22 * n, 545, top + 50 + 22 * n)
        for x, text in zip(NARROW, row, strict=True):
            sheet.text(x, top + 64 + 22 * n, text, size=9)
    bottom = top + 50 + 66
    for x in (50, 160, 545):
        sheet.line(x, top, x, bottom)
    sheet.line(50, bottom, 545, bottom)
    return rows


def test_a_header_with_a_rule_under_some_of_its_names_is_of_the_table_beside_the_label(engine: str) -> None:
    rows = titled(labelled((paper := Paper()).sheet(), 100), bold=True)
    (grid,) = grids(document(paper, engine))
    (inner,) = nested(grid)
    names, months, *others = ([" ".join(text.split()) for text in row if text] for row in texts(inner))
    assert [names, months, *others] == [["Measure", "Actual results", "Our aims"], ["Mar 2019", "Mar 2020"], *rows]


def test_a_plain_cell_of_two_rows_over_the_rows_is_no_header_of_them(engine: str) -> None:
    rows = titled(labelled((paper := Paper()).sheet(), 100), bold=False)
    (grid,) = grids(document(paper, engine))
    (inner,) = nested(grid)
    assert texts(inner) == rows
