"""A few numbers between the lines of a chart are no table; names or years over them show one."""

from __future__ import annotations

import pytest

from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids

CHART = [["", "6.2", "10.7", "11.6", "12.3"], ["10", "8.1", "9.1", "4.4", ""]]


def tables(rows: list[list[str]], engine: str) -> int:
    sheet = (paper := Paper()).sheet()
    sheet.text(50, 60, "Payments by type of service over the years")
    for n, row in enumerate(rows):
        sheet.line(50, 100 + 20 * n, 400, 100 + 20 * n)
        for k, text in enumerate(row):
            if text:
                sheet.text(54 + 70 * k, 114 + 20 * n, text)
    sheet.line(50, 100 + 20 * len(rows), 400, 100 + 20 * len(rows))
    return len(grids(document(paper, engine)))


def test_numbers_alone_with_blanks_among_them_are_none(engine: str) -> None:
    assert tables(CHART, engine) == 0


@pytest.mark.parametrize(
    "rows",
    [
        [["Visits", *CHART[0][1:]], CHART[1]],
        [["2022", "2023", "2024", "2025", ""], ["10", "8.1", "9", "8", "7"]],
        [["11", "12", "10.7", "11.6", "12.3"], ["10", "8.1", "4", "5", "6"]],
    ],
    ids=["a name", "years", "no blank"],
)
def test_with_a_name_or_years_or_no_blank_they_may_be_one(rows: list[list[str]], engine: str) -> None:
    assert tables(rows, engine) == 1
