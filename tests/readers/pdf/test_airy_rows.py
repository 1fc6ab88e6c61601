"""Rows without any line: far apart, or with figures in their middle under a small header; stretched texts."""

from __future__ import annotations

import pytest

from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, texts

PLACES = [50.0, 300, 370, 440]
NAMES = ["Measure", "Outturn", "2025/26", "2026/27"]
ROWS = [
    ["Calls picked up within a minute", "83%", "84%", "86%"],
    ["Letters answered in time", "75%", "77%", "79%"],
    ["Complaints settled at once", "80%", "83%", "86%"],
    ["Customers who say it went well", "12", "14", "15"],
    ["Forms filled in by telephone", "7", "8", "9"],
]


def rows_apart(step: float) -> Paper:
    sheet = (paper := Paper()).sheet()
    for n, row in enumerate([NAMES, *ROWS]):
        for x, text in zip(PLACES, row, strict=True):
            sheet.text(x, 100 + step * n, text, size=9, bold=not n)
    return paper


@pytest.mark.parametrize("step", [14, 28, 32, 45])
def test_rows_may_stand_far_apart_where_all_do(step: float, engine: str) -> None:
    (grid,) = grids(document(rows_apart(step), engine))
    assert texts(grid) == [NAMES, *ROWS]


def test_lines_still_further_apart_are_none() -> None:
    assert all(len(texts(grid)) < len(ROWS) for grid in grids(document(rows_apart(70))))


def test_the_first_row_under_a_smaller_header_has_its_figures_in_the_middle(engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    for x, name in zip(PLACES, NAMES, strict=True):
        sheet.text(x, 100, name, size=7, bold=True)
    for n, (measure, *figures) in enumerate(ROWS):
        words = measure.split()
        sheet.text(PLACES[0], 120 + 34 * n, " ".join(words[:2]), size=9)
        sheet.text(PLACES[0], 131 + 34 * n, " ".join(words[2:]), size=9)
        for x, text in zip(PLACES[1:], figures, strict=True):
            sheet.text(x, 125.5 + 34 * n, text, size=9)
    (grid,) = grids(document(paper, engine))
    assert texts(grid)[1:] == ROWS


def test_a_stretched_text_is_no_column_within_a_drawn_one(engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    rows = [["Ref", *NAMES], *([f"A{n}", *row] for n, row in enumerate(ROWS, 1))]
    for x in (45, 90, 295, 365, 435, 505):
        sheet.line(x, 90, x, 190)
    for n, row in enumerate(rows):
        for x, text in zip([50, 95, *PLACES[1:]], row, strict=True):
            if n in (2, 4) and x == 95:
                first, *rest = text.split()
                sheet.text(95, 100 + 17 * n, first, size=9)
                sheet.text(180, 100 + 17 * n, " ".join(rest), size=9)
            else:
                sheet.text(x, 100 + 17 * n, text, size=9, bold=not n)
    (grid,) = grids(document(paper, engine))
    assert texts(grid) == rows
