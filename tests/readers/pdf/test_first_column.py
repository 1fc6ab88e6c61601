"""A first column that has no cells of its own: left of the drawn ones, or one cell beside all rows."""

from __future__ import annotations

import pytest

from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, texts

XS = [110.0, 310, 370, 430, 490]
YS = [100.0, 124, 148, 172, 196]
NAMES = ["Measure", "Latest", "2025/26", "2026/27"]
ROWS = [["Roads swept", "40%", "45%", "50%"], ["Lamps lit", "8", "9", "10"], ["Bins emptied", "4", "5", "6"]]
CODES = ["Code", "AB1", "AB2", "AB3"]


def beside(codes: list[str], *, x: float = 60, shift: float = 0) -> Paper:
    """A ruled table with these texts left of its rows, ``shift`` points below the lines of these."""
    sheet = (paper := Paper()).sheet()
    sheet.grid(XS, YS, [NAMES, *ROWS])
    for top, code in zip(YS, codes, strict=False):
        sheet.text(x, top + 12 + shift, code, size=9)
    return paper


def test_texts_left_of_each_row_are_the_first_column(engine: str) -> None:
    (grid,) = grids(document(beside(CODES), engine))
    assert texts(grid) == [[code, *row] for code, row in zip(CODES, [NAMES, *ROWS], strict=True)]


def test_one_of_four_rows_may_have_none(engine: str) -> None:
    (grid,) = grids(document(beside(["", *CODES[1:]]), engine))
    assert texts(grid)[0] == ["", *NAMES]


@pytest.mark.parametrize(
    "paper",
    [beside(["", "", "AB2", "AB3"]), beside(CODES, shift=9), beside(["Indicators"])],
    ids=["half of the rows", "between the lines", "a label"],
)
def test_other_texts_left_of_it_are_none(paper: Paper) -> None:
    assert all(row[:2] != ["AB3", "Bins emptied"] for grid in grids(document(paper)) for row in texts(grid))


def test_a_first_cell_beside_all_rows_with_an_entry_for_each_is_parted(engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    sheet.grid(XS, YS, [NAMES, *ROWS])
    for y in (YS[0], YS[1], YS[-1]):
        sheet.line(60, y, XS[0], y)
    sheet.line(60, YS[0], 60, YS[-1])
    for top, code in zip(YS, CODES, strict=False):
        sheet.text(64, top + 12, code, size=9)
    (grid,) = grids(document(paper, engine))
    assert texts(grid) == [[code, *row] for code, row in zip(CODES, [NAMES, *ROWS], strict=True)]
