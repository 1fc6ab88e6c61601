"""Painted rows without a line, with a measure of several lines and its values beside their middle."""

from __future__ import annotations

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
