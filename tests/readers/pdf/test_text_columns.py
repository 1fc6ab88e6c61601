"""A page set in two columns is read column by column; the columns of a table are none of a page."""

from __future__ import annotations

from typing import Any

import pytest

from tests.readers.pdf.paper import Paper, Sheet, text_width
from tests.readers.pdf.reading import document, grids, paragraphs, texts

LEFT = [f"Left text number {n} of the plan goes on and on over the year" for n in range(14)]
RIGHT = [f"Right text number {n} of the plan goes on and on over the year" for n in range(14)]
SAID = "They go over both of the columns of the page and on to the end of it, as all of us can see"


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


def report(left: list[str], right: list[str]) -> Paper:
    """Texts beside each other, each line level with one of the other, and over them a table in each column, with a sum
    in the left one alone."""
    sheet = (paper := Paper()).sheet()
    for x, name, end, lines in ((50, "Visits", 7, left), (310, "Loans", 5, right)):
        rows = [("Measure", "2016", "2017"), *((f"{name} {n}", f"{n + 11}%", f"{n + 21}%") for n in range(end))]
        for n, row in enumerate(rows):
            for dx, text in zip((4, 120, 180), row, strict=True):
                sheet.text(x + dx, 112 + 14 * n, text, size=9, bold=n == 0)
        for n in {0, 1, len(rows)} | ({len(rows) - 1} if end > 5 else set()):
            sheet.line(x, 101 + 14 * n, x + 230, 101 + 14 * n)
        for n, line in enumerate(lines):
            sheet.text(x, 300 + 14 * n, line, size=9)
    return paper


def test_running_text_below_tables_in_both_columns_shows_that_they_are_two(engine: str) -> None:
    one, two = grids(document(report(LEFT, RIGHT), engine))
    assert texts(one)[-1] == ["Visits 6", "17%", "27%"]
    assert texts(two)[-1] == ["Loans 4", "15%", "25%"]


def test_lines_too_short_to_be_running_text_do_not(engine: str) -> None:
    found = grids(document(report([t[:29] for t in LEFT], [t[:29] for t in RIGHT]), engine))
    assert not any(texts(grid)[-1] == ["Visits 6", "17%", "27%"] for grid in found)


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


def across(sheet: Sheet, names: list[str]) -> None:
    """A table over both columns, with names over its first rule."""
    rows = [names, *([f"Roads {n}", "Sweep them all", f"The ward {n}", "May 2024"] for n in range(3))]
    for n, row in enumerate(rows):
        for x, text in zip((54, 180, 310, 430), row, strict=True):
            sheet.text(x, 412 + 18 * n, text, size=9, bold=n == 0)
        sheet.line(50, 418 + 18 * n, 550, 418 + 18 * n)


def test_the_header_over_the_first_rule_of_a_table_goes_across_with_it(engine: str) -> None:
    names = ["Aim", "Action", "Where", "When"]
    across(columns((paper := Paper()).sheet(), LEFT, RIGHT), names)
    (grid,) = grids(document(paper, engine))
    assert texts(grid)[0] == names


@pytest.mark.parametrize(("bold", "goes_across"), [(True, True), (False, False)])
def test_a_heading_over_such_a_table_goes_across_too(bold: bool, goes_across: bool, engine: str) -> None:
    names = ["Aim", "Action", "Where", "When"]
    columns(sheet := (paper := Paper()).sheet(), LEFT, RIGHT)
    across(sheet.text(50, 385, "Our actions", size=9, bold=bold), names)
    found = paragraphs(document(paper, engine))
    assert (found[-1] == "Our actions") is goes_across


def test_a_header_of_two_lines_goes_across_with_it(engine: str) -> None:
    columns(sheet := (paper := Paper()).sheet(), LEFT, RIGHT)
    across(sheet, ["", "Action", "Where", "When"])
    for x, text in zip((54, 180, 310), ("Aim", "Of the plan", "Of the year"), strict=True):
        sheet.text(x, 395, text, size=9, bold=True)
    found = document(paper, engine)
    (grid,) = grids(found)
    assert {"Aim", "plan", "year", "When"} <= set(" ".join(text for row in texts(grid) for text in row).split())
    assert [text for text in paragraphs(found) if "Of the" in text] == []


def test_two_texts_there_are_the_ends_of_the_columns(engine: str) -> None:
    across(columns((paper := Paper()).sheet(), LEFT, RIGHT), ["Aim", "", "Where", ""])
    found = paragraphs(document(paper, engine))
    assert [text for text in found if text in ("Aim", "Where")] == ["Aim", "Where"]
    assert found.index("Aim") < found.index(next(text for text in found if RIGHT[0] in text))


@pytest.mark.parametrize(("foot", "last"), [("7", True), ("Town plan", False)])
def test_the_number_of_the_page_at_its_foot_is_in_no_column(foot: str, last: bool, engine: str) -> None:
    sheet = (paper := Paper()).sheet(height=420)
    columns(sheet, LEFT, RIGHT).text(50, 400, foot, size=9)
    assert (paragraphs(document(paper, engine))[-1] == foot) is last


@pytest.mark.parametrize(("first", "count", "apart"), [(True, 4, True), (True, 2, False), (False, 4, False)])
def test_a_few_lines_stand_in_the_columns_of_the_page_before(first: bool, count: int, apart: bool, engine: str) -> None:
    paper = Paper()
    if first:
        columns(paper.sheet(), LEFT, RIGHT)
    columns(paper.sheet(), LEFT[:count], RIGHT[:count])
    found = " ".join(paragraphs(document(paper, engine)))
    assert (found.rindex(LEFT[count - 1]) < found.rindex(RIGHT[0])) is apart


BAR = (420.0, 0.0, 595.0, 842.0)


def beside_bar(box: tuple[float, float, float, float], engine: str) -> str:
    """The first paragraph of a text that ends right before a painted bar with notes in it."""
    sheet = (paper := Paper()).sheet().box(*box, colour="0.9 0.93 0.9")
    for n, text in enumerate(LEFT):
        sheet.text(416 - text_width(text, 9), 100 + 14 * n, text, size=9).text(424, 100 + 14 * n, f"Note {n}", size=9)
    return paragraphs(document(paper, engine))[0]


def test_a_painted_bar_at_the_side_of_a_page_parts_what_stands_in_it(engine: str) -> None:
    assert "Note" not in beside_bar(BAR, engine)


@pytest.mark.parametrize(
    "box",
    [(420.0, 0.0, 595.0, 600.0), (420.0, 0.0, 500.0, 842.0), (400.0, 0.0, 595.0, 842.0)],
    ids=["too short", "not at the side", "under the text"],
)
def test_other_painted_areas_part_nothing(box: tuple[float, float, float, float], engine: str) -> None:
    assert "Note" in beside_bar(box, engine)


def heading_below(
    *, bold: bool = True, size: float = 9, x: float = 50, gap: float = 30, near: float = 14, wide: bool = True
) -> Paper:
    """Two columns; a line ``gap`` points below them, and ``near`` points below that a text over both or of one."""
    sheet = columns((paper := Paper()).sheet(), LEFT, RIGHT)
    y = 126 + 17 * (len(RIGHT) - 1) + gap
    sheet.text(x, y, "Our aims", size=size, bold=bold)
    for n in range(3):
        text = f"This text {n} goes over both of the columns of the page and on to the end of it, as all can see"
        sheet.text(50, y + near + 12 * n, text if wide else text[:40], size=9)
    return paper


@pytest.mark.parametrize(("bold", "size"), [(True, 9), (False, 12)], ids=["bold", "large"])
def test_a_heading_below_both_columns_goes_with_the_text_under_it(bold: bool, size: float, engine: str) -> None:
    found = paragraphs(document(heading_below(bold=bold, size=size), engine))
    assert found[-2] == "Our aims"
    assert found[-1].startswith("This text 0")
    assert RIGHT[-1] in found[-3]


@pytest.mark.parametrize(
    "how",
    [{"bold": False}, {"gap": 14}, {"near": 40}, {"wide": False}],
    ids=["plain", "close to the column", "far above the text", "over a text of one column"],
)
def test_another_line_there_is_the_end_of_the_left_column(how: dict[str, Any], engine: str) -> None:
    found = " ".join(paragraphs(document(heading_below(**how), engine)))
    assert found.index("Our aims") < found.index(RIGHT[0])


def section_below(*, bold: bool = True, gap: float = 30, step: float = 12, last: str = SAID) -> str:
    """All that a page says with two columns, and ``gap`` points below them a heading with three lines of text, of which
    the ``last`` one alone may go over both."""
    sheet = columns((paper := Paper()).sheet(), LEFT, RIGHT)
    y = 126 + 17 * (len(RIGHT) - 1) + gap
    sheet.text(50, y, "Our aims", size=9, bold=bold)
    for n, text in enumerate(("These are the aims", "of all of our work.", last)):
        sheet.text(50, y + 14 + step * n, text, size=9)
    return " ".join(paragraphs(document(paper)))


def test_a_section_of_which_only_a_further_line_goes_across_is_read_after_both_columns() -> None:
    assert section_below().endswith(f"{RIGHT[-1]} Our aims These are the aims of all of our work. {SAID}")


@pytest.mark.parametrize(
    "how",
    [{"bold": False}, {"gap": 14}, {"step": 20}, {"last": "They are long"}],
    ids=["no heading", "close to the column", "far above the line", "no line goes across"],
)
def test_other_lines_under_the_left_column_are_of_it(how: dict[str, Any]) -> None:
    found = section_below(**how)
    assert found.index("of all of our work.") < found.index(RIGHT[0])
