"""A painted header that comes again over one row, or over the rest of one, at a page's top; rows torn at its end."""

from __future__ import annotations

from itertools import pairwise

from tests.readers.pdf.paper import Paper, Sheet, text_width
from tests.readers.pdf.reading import document, grids, texts
from tests.readers.pdf.test_painted_heads import EXPECTED, GREEN, GREY, HEAD, XS, head, rows


def entries(sheet: Sheet, base: float, *names: str) -> None:
    for x, name in zip(XS, names, strict=False):
        if name:
            sheet.text(x + 2, base, name, size=9)


def high_head(sheet: Sheet, top: float) -> None:
    """A header whose names stand in the middle beside one of two lines."""
    for x0, x1, name in zip(XS, XS[1:], HEAD, strict=False):
        sheet.box(x0, top, x1 - 1, top + 28, colour=GREY)
        words = name.split()
        for n, word in enumerate(words):
            sheet.text(x0 + 2, top + 17 + 11 * n - 5.5 * (len(words) - 1), word, size=9, bold=True)


def begun() -> Paper:
    """A page that ends with such a table."""
    sheet = (paper := Paper()).sheet()
    high_head(sheet, 600)
    rows(sheet, 628)
    return paper


def test_one_row_whose_entries_stand_beside_each_other_on_several_lines_is_under_its_header(engine: str) -> None:
    sheet = (paper := begun()).sheet()
    high_head(sheet, 60)
    entries(sheet, 98, "", "Rooms at the inn that", "", "")
    entries(sheet, 103.5, "1.1.4.KR", "", "12,345,678 hrs", "13 days")
    entries(sheet, 109, "", "were let", "", "")
    sheet.text(50, 140, "Increase the supply of homes for all", size=14, bold=True)
    row = ["1.1.4.KR", "Rooms at the inn that were let", "12,345,678 hrs", "13 days"]
    assert texts(grids(document(paper, engine))[-1]) == [HEAD, row]


def test_a_column_without_a_text_makes_it_no_row() -> None:
    sheet = (paper := Paper()).sheet()
    head(sheet, 60, bold=False)
    entries(sheet, 87, "", "Rooms at the inn that", "", "")
    entries(sheet, 92, "1.1.4.KR", "", "12 days", "")
    assert not [grid for grid in grids(document(paper)) if grid.n_cols == len(HEAD)]


def test_the_rest_of_a_row_stands_alone_under_a_header_that_was_met() -> None:
    sheet = (paper := begun()).sheet()
    high_head(sheet, 60)
    entries(sheet, 98, "of all", "", "", "")
    entries(sheet, 109, "of it", "", "", "")
    sheet.text(50, 140, "Increase the supply of homes for all", size=14, bold=True)
    first, last = grids(document(paper))
    assert texts(first) == EXPECTED
    assert texts(last) == [HEAD, ["of all of it", "", "", ""]]


def test_a_text_that_moved_on_whole_stands_under_such_a_header_too() -> None:
    sheet = (paper := begun()).sheet()
    high_head(sheet, 60)
    entries(sheet, 98, "", "Rooms let at the inn", "", "")
    assert texts(grids(document(paper))[-1]) == [HEAD, ["", "Rooms let at the inn", "", ""]]


def test_a_row_around_its_middle_begins_where_no_line_of_a_text_stands_further_apart() -> None:
    """The rest of a torn row over the first whole one: with it, and a line of the next row, that were a row too."""
    sheet = (paper := begun()).sheet()
    head(sheet, 60)
    entries(sheet, 87, "", "left", "", "")
    top = 100.5
    wholes = [
        "Rooms at the inn that were let",
        "Beds in all of them left",
        "Baths in those rooms made",
        "Nights at one or more inns",
    ]
    for code, text in enumerate(wholes, 4):
        words = text.split()
        lines = [words[0], *words[1:4], " ".join(words[4:])] if code == 7 else [*words[:3], " ".join(words[3:])]
        for n, line in enumerate(lines):
            entries(sheet, top + 11 * n, "", line, "", "")
        entries(sheet, top + 5.5 * (len(lines) - 1), f"1.1.{code}.KR", "", "12", "13")
        top += 46.5
    found = texts(grids(document(paper))[-1])
    assert found[1] == ["", "left", "", ""]
    assert [row[1] for row in found[2:]] == wholes


def test_the_second_line_of_the_last_row_has_its_texts_in_the_middle_too() -> None:
    sheet = (paper := Paper()).sheet()
    head(sheet, 700)
    entries(sheet, 727, "Baths", "", "12", "13 days")
    entries(sheet, 738, "inns let", "", "", "")
    for base, text in ((727, "Aim to"), (738, "maximise")):
        sheet.text((XS[1] + XS[2] - text_width(text, 9)) / 2, base, text, size=9)
    row = ["Baths inns let", "Aim to maximise", "12", "13 days"]
    assert texts(grids(document(paper))[0])[1:] == [row]


def test_a_row_with_a_blank_stands_under_a_header_that_was_met() -> None:
    sheet = (paper := begun()).sheet()
    high_head(sheet, 60)
    entries(sheet, 98, "1.1.4.KR", "Rooms let at the inn", "12,345,678 hrs", "")
    sheet.text(50, 140, "Increase the supply of homes for all", size=14, bold=True)
    assert texts(grids(document(paper))[-1])[1:] == [["1.1.4.KR", "Rooms let at the inn", "12,345,678 hrs", ""]]


def test_a_note_of_the_row_before_may_stand_between_a_header_and_its_rows() -> None:
    sheet = (paper := begun()).sheet()
    high_head(sheet, 60)
    entries(sheet, 98, "This was looked at but no more was done about it.")
    entries(sheet, 115, "1.1.4.KR", "Rooms let at the inn", "12 days", "13 days")
    entries(sheet, 130, "1.1.5.KR", "Beds let at the inn", "14 days", "15 days")
    found = texts(grids(document(paper))[-1])
    assert found[1][0] == "This was looked at but no more was done about it."
    assert found[2:] == [
        ["1.1.4.KR", "Rooms let at the inn", "12 days", "13 days"],
        ["1.1.5.KR", "Beds let at the inn", "14 days", "15 days"],
    ]


def test_an_entry_in_a_painted_cell_is_one_however_near_the_one_before_stands() -> None:
    sheet = (paper := Paper()).sheet()
    high_head(sheet, 60)
    sheet.box(XS[3], 89, XS[4] - 1, 103, colour=GREEN)
    sheet.text(XS[3] - text_width("12,345,678 hrs", 9), 99, "12,345,678 hrs", size=9)
    sheet.text(XS[3] + 4.2, 99, "Green", size=9)
    entries(sheet, 99, "1.1.4.KR", "Rooms let at the inn")
    assert texts(grids(document(paper))[-1])[1:] == [["1.1.4.KR", "Rooms let at the inn", "12,345,678 hrs", "Green"]]


def test_lines_close_to_each_other_with_one_line_of_values_and_one_code_are_a_row() -> None:
    sheet = (paper := Paper()).sheet()
    head(sheet, 700)
    for base, *names in (
        (727, "AB 7"),
        (738, "Trips", "", "", "Head"),
        (749, "on", "", "12 days", "of"),
        (760, "foot", "", "", "trips"),
    ):
        entries(sheet, base, *names)
    sheet.text(XS[1] + 2, 749, "Monthly", size=9)
    assert texts(grids(document(paper))[0])[1:] == [["AB 7 Trips on foot", "Monthly", "12 days", "Head of trips"]]


def test_a_broken_year_is_a_part_of_its_name_and_the_header_belongs_to_rules_below_it(engine: str) -> None:
    """The rows have a rule below each, drawn cell by cell."""
    sheet = (paper := Paper()).sheet()
    for x0, x1, name in zip(XS, XS[1:], ("Ref", "Measure", "Q1\n2020/2\n1", "Q2\n2020/2\n1"), strict=False):
        sheet.box(x0, 60, x1, 100, colour=GREY)
        for n, word in enumerate(name.split("\n")):
            sheet.text(x0 + 2, 71 + 11 * n, word, size=9, bold=True)
    for n, code in enumerate(("AB00\n1", "AB00\n2", "AB00\n3")):
        y = 112 + 30 * n
        for k, part in enumerate(code.split("\n")):
            entries(sheet, y + 11 * k, part)
        entries(sheet, y + 5.5, "", "Rooms at the inn", f"{n + 1}7", f"{n + 2}9")
        for x0, x1 in pairwise(XS):
            sheet.line(x0, y + 17, x1, y + 17)
    (grid,) = grids(document(paper, engine))
    rows = [[cell.replace("\n", "").replace(" ", "") for cell in row] for row in texts(grid)]
    assert rows[0] == ["Ref", "Measure", "Q12020/21", "Q22020/21"]
    assert [row[0] for row in rows[1:]] == ["AB001", "AB002", "AB003"]
