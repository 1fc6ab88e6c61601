"""Tables of statistics: long labels, labels over rows, headers in other letters, tables under each other."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.readers.pdf.paper import Paper, Sheet, text_width
from tests.readers.pdf.reading import document, grids, texts

NAMES = ["Account", "2000", "2001"]
LONG = "Amounts advanced to the revolving fund for loans, net"


def rows(sheet: Sheet, top: float, *table: Sequence[str], step: float = 12) -> None:
    """Lines of a label at 50 and values that end at 300 and 380."""
    for n, (label, *values) in enumerate(table):
        sheet.text(50, top + step * n, label)
        for end, value in zip((300, 380), values, strict=False):
            sheet.text(end - text_width(value, 10), top + step * n, value)


def ruled(*table: Sequence[str], top: float = 100, title: str = "", size: float = 10) -> Paper:
    """Rules around a table and under its header, and maybe another table under a title, between the same rules."""
    sheet = (paper := Paper()).sheet()
    for y in (top - 12, top + 4, top + 4 + 12 * (len(table) - 1) + 4):
        sheet.line(48, y, 382, y)
    rows(sheet, top, *table)
    if title:
        below = top + 12 * len(table) + 30
        sheet.text(215 - text_width(title, size, bold=True) / 2, below - 20, title, size=size, bold=True)
        for y in (below - 12, below + 4, below + 28):
            sheet.line(48, y, 382, y)
        rows(sheet, below, ["Agency", "North", "South"], ["Mines", "12", "40"], ["Ports", "9", "3"])
    return paper


def table_of(paper: Paper, engine: str = "pdfium") -> list[list[str]]:
    (grid,) = grids(document(paper, engine))
    return [[cell for cell in row if cell] for row in texts(grid)]


@pytest.mark.parametrize("first", [True, False], ids=["right below the header", "between rows"])
def test_a_label_longer_than_its_column_goes_on_beside_its_values(engine: str, first: bool) -> None:
    own = [[LONG], ["of repayments", "15,760", "2,484"]]
    other = [["Claims and relief", "46,007", "83,275"], ["Interest", "12,846", "22,562"]]
    whole = [[f"{LONG} of repayments", "15,760", "2,484"]]
    read = table_of(ruled(NAMES, *(own + other if first else other + own)), engine)
    assert read[1:] == (whole + other if first else other + whole)


def test_a_band_over_rows_that_begin_in_capitals_is_a_row_of_its_own() -> None:
    own = [[LONG], ["Repayments", "15,760", "2,484"], ["Interest", "12,846", "22,562"]]
    assert table_of(ruled(NAMES, *own))[1:] == own


def test_a_title_in_larger_letters_parts_two_tables_between_the_same_rules(engine: str) -> None:
    paper = ruled(NAMES, ["Interest", "12,846", "22,562"], ["Other", "1", "2"], title="Outlays by agency", size=13)
    found = [[row[0] for row in texts(grid)] for grid in grids(document(paper, engine))]
    assert found == [["Account", "Interest", "Other"], ["Agency", "Mines", "Ports"]]


def lettered(font: str, *table: Sequence[str]) -> Paper:
    """A table with nothing drawn, its header in another font."""
    sheet = (paper := Paper()).sheet()
    for n, row in enumerate(table):
        for x, text in zip((50, 200, 330), row, strict=False):
            sheet.text(x, 100 + 14 * n, text, font=None if n else font)
    return paper


PUBLICATIONS = [
    ["Publication", "Frequency", "Price"],
    ["Crop bulletin", "Weekly", "Free"],
    ["Slaughter summary", "Annual", "12.00"],
    ["Farm labour", "Quarterly", "27.50"],
]


def test_a_row_of_words_in_the_letters_of_the_rows_is_no_line_of_the_header(engine: str) -> None:
    assert table_of(lettered("FI", *PUBLICATIONS), engine) == PUBLICATIONS


def test_a_label_over_rows_is_no_line_of_the_header() -> None:
    table = [["Item", "North", "South"], ["Cattle and calves:"], ["Farms", "15,355", "92,827"], ["Number", "30", "55"]]
    other = [["Sheep and lambs:"], ["Farms", "4,744", "31,322"]]
    assert table_of(lettered("F", *table, *other)) == [*table, *other]


CLOSE = [["Mines", "16,992", "95,285", "1.5"], ["Ports", "59,094", "45,978", "2.5"], ["Mills", "(D)", "86,507", "9.0"]]


def close(*table: Sequence[str]) -> Paper:
    """Labels at 50 and three figures set right, the first two of which a mere blank parts."""
    sheet = (paper := Paper()).sheet()
    for n, (label, *values) in enumerate(table):
        sheet.text(50, 100 + 12 * n, label)
        for end, value in zip((230.0, 265.0, 350.0), values, strict=True):
            sheet.text(end - text_width(value, 10), 100 + 12 * n, value)
    return paper


def test_figures_that_a_blank_parts_stand_in_columns_of_their_own(engine: str) -> None:
    rows = [*CLOSE, ["Docks", "40,731", "26,715", "7.5"], ["Farms", "10,731", "20,715", "7.5"]]
    assert table_of(close(*rows), engine) == rows


def test_groups_of_three_digits_stay_with_their_number() -> None:
    sheet = (paper := Paper()).sheet()
    for n, label in enumerate(("Mines", "Ports", "Mills", "Docks")):
        sheet.text(50, 100 + 12 * n, label)
        sheet.text(230, 100 + 12 * n, f"4{n} 285")
        sheet.text(330, 100 + 12 * n, f"{n}.5")
    assert [row[1] for row in table_of(paper)] == ["40 285", "41 285", "42 285", "43 285"]


def test_texts_close_behind_figures_begin_their_column(engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    table = [("State", "Rate", "State", "Rate"), ("Idaho", "10,699", "Maine", "76,017")]
    table += [("Iowa", "14,088", "New York", "40,141"), ("Ohio", "4,155", "Utah", "67,978")]
    for y in (88, 104, 144):
        sheet.line(48, y, 330, y)
    for n, (state, rate, other, last) in enumerate(table):
        for x, text in (
            (50, state),
            (160 - text_width(rate, 10), rate),
            (166, other),
            (320 - text_width(last, 10), last),
        ):
            sheet.text(x, 100 + 13 * n, text)
    assert table_of(paper, engine) == [list(row) for row in table]


def test_a_currency_at_the_other_side_of_its_column_stays_with_its_figure(engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    figures = [("$", "1,540", "$", "2,484"), ("", "3,250", "", "2,562"), ("", "4,810", "", "1,275")]
    for n, row in enumerate([*figures, ("$", "5,203", "$", "9")]):
        sheet.text(50, 100 + 12 * n, f"Port {n + 1}")
        for end, text in zip((190.0, 260.0, 310.0, 380.0), row, strict=True):
            sheet.text(end - text_width(text, 10), 100 + 12 * n, text)
    read = [["Port 1", "$ 1,540", "$ 2,484"], ["Port 2", "3,250", "2,562"], ["Port 3", "4,810", "1,275"]]
    assert table_of(paper, engine) == [*read, ["Port 4", "$ 5,203", "$ 9"]]


def test_names_in_the_middle_over_figures_set_right_are_of_their_columns_below_titles(engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    for y in (88, 117, 170):
        sheet.line(48, y, 542, y)
    for x, title in ((262, "Employed"), (442, "Other")):
        sheet.text(x - text_width(title, 10) / 2, 98, title)
        sheet.line(x - 88, 102, x + 88, 102)
    table = [("Item", "Level", "Rate", "Level", "Rate"), ("Mines", "6,465", "54.2", "31,842", "49.9")]
    table += [("Ports", "28,897", "50.0", "41,961", "45.2"), ("Mills", "64,495", "46.3", "70,668", "64.8")]
    for n, (label, *values) in enumerate(table):
        sheet.text(50, 113 + 14 * n, label)
        for x, value in zip((170, 265, 350, 445), values, strict=True):
            width = text_width(value, 10)
            sheet.text(x + 45 - width / 2 if n == 0 else x + 88 - width, 113 + 14 * n, value)
    (grid,) = grids(document(paper, engine))
    assert grid.n_cols == 5
    assert texts(grid)[-3:] == [list(row) for row in table[1:]]
