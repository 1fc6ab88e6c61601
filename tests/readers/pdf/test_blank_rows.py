"""A border with nothing but white below it, which would cross all other cells, makes no row."""

from __future__ import annotations

from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, texts

XS = [50.0, 150, 210, 280, 350]
YS = [100.0, 120, 140, 160]
ROWS = [["Homes let", "Target", "50", "60"], ["", "Actual", "44", ""]]


def sheet_of(corner: str) -> Paper:
    """A header whose second cell, maybe blank, has a border through its middle."""
    sheet = (paper := Paper()).sheet()
    for n, y in enumerate(YS):
        sheet.line(150 if n == 2 else 50, y, 350, y)
    for x in XS:
        sheet.line(x, YS[0], x, YS[-1])
    sheet.line(150, 110, 210, 110)
    for x, text in zip(XS, ["Measure", "", "2024/25", "2025/26"], strict=False):
        sheet.text(x + 3, 113, text, size=8)
    sheet.text(153, 107, corner, size=6)
    for y, row in zip(YS[1:], ROWS, strict=False):
        for x, text in zip(XS, row, strict=False):
            sheet.text(x + 3, y + 13, text, size=8)
    return paper


def test_a_border_in_a_blank_cell_makes_no_row(engine: str) -> None:
    (grid,) = grids(document(sheet_of(""), engine))
    assert texts(grid)[0] == ["Measure", "", "2024/25", "2025/26"]
    assert grid.n_rows == 3


def test_one_below_a_text_makes_none_either(engine: str) -> None:
    (grid,) = grids(document(sheet_of("Kind"), engine))
    assert texts(grid)[0] == ["Measure", "Kind", "2024/25", "2025/26"]
    assert grid.n_rows == 3
