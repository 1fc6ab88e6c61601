"""Painted rows without a line, with a measure of several lines and its values beside their middle."""

from __future__ import annotations

import pytest

from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, spans, texts

XS = [54.0, 300, 370, 440]
HEADER = ["Measure", "2024/25", "2025/26", "2026/27"]
PALE = "0.93 0.93 0.95"
HIGH, LEADING = 34.0, 12.0


def page(rows: list[tuple[list[str], list[str]]]) -> Paper:
    """Rows of a measure, line by line, and values; every other one is painted, the first one among them."""
    sheet = (paper := Paper()).sheet()
    for x, name in zip(XS, HEADER, strict=True):
        sheet.text(x, 100, name, bold=True)
    for n, (lines, values) in enumerate(rows):
        middle = 130 + HIGH * n
        if n % 2 == 0:
            sheet.box(50, middle - HIGH / 2, 520, middle + HIGH / 2, colour=PALE)
        for k, text in enumerate(lines):
            sheet.text(XS[0], middle + 3 + (k - (len(lines) - 1) / 2) * LEADING, text)
        for x, text in zip(XS[1:], values, strict=False):
            sheet.text(x, middle + 3, text)
    return paper


def test_its_lines_are_one_cell_beside_the_values(engine: str) -> None:
    rows = [
        (["Roads swept at least once a week", "in the centre"], ["80%", "82%", "84%"]),
        (["Lamps lit"], ["8", "9", "10"]),
        (["Letters sent within", "five days of the day", "on which they came in"], ["", "70%", "to follow"]),
    ]
    (grid,) = grids(document(page(rows), engine))
    assert texts(grid) == [HEADER, *([" ".join(lines), *values] for lines, values in rows)]


def test_a_text_alone_in_its_painted_row_is_a_band(engine: str) -> None:
    rows = [
        (["The roads and the lamps of the borough", "and of its parks"], []),
        (["Roads swept"], ["80%", "82%", "84%"]),
        (["Lamps lit"], ["8", "9", "10"]),
    ]
    (grid,) = grids(document(page(rows), engine))
    assert texts(grid)[2:] == [["Roads swept", "80%", "82%", "84%"], ["Lamps lit", "8", "9", "10"]]
    assert spans(grid)["The roads and the lamps of the borough and of its parks"] == (1, 4)


def at_the_end(first: float, *, step: float = 6.0) -> Paper:
    """A table painted cell by cell, every other row, with a white row under its only painted one at a page's end: its
    values, and a line of its note, stand ``step`` points above and below those of its measure."""
    sheet = (paper := Paper()).sheet()
    for x, name in zip(XS, HEADER, strict=True):
        sheet.text(x, 690, name, bold=True)
    for x0, x1 in zip([50, 290, 360, 430], [290, 360, 430, 530], strict=True):
        sheet.box(x0, 697, x1, 725, colour=PALE)
    for x, text in zip(XS, ["Roads swept", "80%", "82%", "84%"], strict=True):
        sheet.text(x, 714, text)
    sheet.text(XS[0], first, "Lamps lit in the").text(XS[3], first, "To be set")
    for x, text in zip(XS[1:3], ["8", "9"], strict=True):
        sheet.text(x, first + step, text)
    sheet.text(XS[0], first + 2 * step, "parks of the town").text(XS[3], first + 2 * step, "when the")
    return paper


ROWS = [HEADER, ["Roads swept", "80%", "82%", "84%"]]
LAST = ["Lamps lit in the parks of the town", "8", "9", "To be set when the"]


@pytest.mark.parametrize("first", [739.0, 743.0])
def test_a_white_row_at_the_pages_end_is_one_row(first: float, engine: str) -> None:
    (grid,) = grids(document(at_the_end(first), engine))
    assert texts(grid) == [*ROWS, LAST]


def test_lines_as_far_apart_as_rows_are_more_than_one() -> None:
    (grid,) = grids(document(at_the_end(741, step=14)))
    assert LAST not in texts(grid)
    assert ROWS[1] in texts(grid)
