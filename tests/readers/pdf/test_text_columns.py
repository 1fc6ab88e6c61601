"""A page set in two columns is read column by column; the columns of a table are none of a page."""

from __future__ import annotations

from tests.readers.pdf.paper import Paper, Sheet
from tests.readers.pdf.reading import document, grids, paragraphs, texts

LEFT = [f"Left text number {n} of the plan goes on and on over the year" for n in range(14)]
RIGHT = [f"Right text number {n} of the plan goes on and on over the year" for n in range(14)]


def columns(sheet: Sheet, left: list[str], right: list[str], top: float = 120) -> Sheet:
    for n, line in enumerate(left):
        sheet.text(50, top + 17 * n, line, size=9)
    for n, line in enumerate(right):
        sheet.text(310, top + 6 + 17 * n, line, size=9)
    return sheet


def test_the_left_column_comes_before_the_right_one(engine: str) -> None:
    paper = Paper()
    columns(paper.sheet().text(50, 80, "A title that goes over both of the columns of the page", size=18), LEFT, RIGHT)
    found = " ".join(paragraphs(document(paper, engine)))
    assert found.startswith("A title that goes over both")
    assert found.index(LEFT[-1]) < found.index(RIGHT[0])


def test_the_last_line_of_a_title_over_both_columns_is_part_of_it(engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    sheet.text(50, 60, "A title that goes over both of the columns of the page", size=18)
    columns(sheet.text(50, 82, "and of the whole plan", size=18), LEFT, RIGHT)
    first = paragraphs(document(paper, engine))[0]
    assert first == "A title that goes over both of the columns of the page and of the whole plan"


def table(sheet: Sheet, x: float, top: float, name: str) -> None:
    """A table with rules between its rows alone, as wide as a column."""
    rows = [("Measure", "2016/17", "2017/18"), *((f"{name} {n}", f"{n + 11}%", f"{n + 21}%") for n in range(8))]
    for n, row in enumerate(rows):
        sheet.line(x, top + 18 * n, x + 230, top + 18 * n)
        for dx, text in zip((4, 120, 180), row, strict=True):
            sheet.text(x + dx, top + 12 + 18 * n, text, size=9, bold=n == 0)
    sheet.line(x, top + 18 * len(rows), x + 230, top + 18 * len(rows))


def test_tables_in_both_columns_are_two(engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    columns(sheet, LEFT, RIGHT)
    table(sheet, 50, 400, "Visits")
    table(sheet, 310, 400, "Loans")
    one, two = grids(document(paper, engine))
    assert texts(one)[1] == ["Visits 0", "11%", "21%"]
    assert texts(two)[-1] == ["Loans 7", "18%", "28%"]


def test_a_table_with_a_wide_white_column_is_one(engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    rows = [["Action of the year", "What comes of it"], *([a, b] for a, b in zip(LEFT, RIGHT, strict=True))]
    for n, (left, right) in enumerate(rows):
        sheet.line(50, 106 + 17 * n, 550, 106 + 17 * n)
        sheet.text(54, 118 + 17 * n, left, size=9, bold=n == 0).text(310, 118 + 17 * n, right, size=9, bold=n == 0)
    sheet.line(50, 106 + 17 * len(rows), 550, 106 + 17 * len(rows))
    found = " ".join(text for grid in grids(document(paper, engine)) for row in texts(grid) for text in row)
    found += " ".join(paragraphs(document(paper, engine)))
    assert found.index(RIGHT[0]) < found.index(LEFT[-1])
