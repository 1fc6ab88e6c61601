"""Cells that are boxes of their own, with rounded corners and white between them, are the cells of one table."""

from __future__ import annotations

import pytest

from planparse.readers.pdf.engines.pdfium import PdfiumSource
from tests.readers.pdf.paper import Paper, Sheet
from tests.readers.pdf.reading import document, grids, paragraphs, spans, texts

XS = [50, 120, 300, 380, 460]
ROWS = [
    ["Code", "Measure", "2016/17", "2017/18"],
    ["AB1", "Visits to pools", "12", "13"],
    ["AB2", "Loans of books", "77", "78"],
    ["AB3", "Trees planted", "5", "6"],
]


def rounded(sheet: Sheet, x0: float, top: float, x1: float, bottom: float, r: float = 5, paint: str = "S") -> None:
    y0, y1 = sheet.height - bottom, sheet.height - top
    k = 0.45 * r
    sheet.raw(
        f"q 0.7 0.8 0.95 rg 0.5 w {x0 + r} {y0} m {x1 - r} {y0} l {x1 - k} {y0} {x1} {y0 + k} {x1} {y0 + r} c "
        f"{x1} {y1 - r} l {x1} {y1 - k} {x1 - k} {y1} {x1 - r} {y1} c {x0 + r} {y1} l "
        f"{x0 + k} {y1} {x0} {y1 - k} {x0} {y1 - r} c {x0} {y0 + r} l {x0} {y0 + k} {x0 + k} {y0} {x0 + r} {y0} c h "
        f"{paint} Q"
    )


@pytest.mark.parametrize("gap", [2, 4, 6])
def test_rounded_boxes_side_by_side_are_a_table(gap: float, engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    for r, row in enumerate(ROWS):
        for c, text in enumerate(row):
            rounded(sheet, XS[c], 100 + 30 * r, XS[c + 1] - gap, 130 + 30 * r - gap)
            sheet.text(XS[c] + 6, 117 + 30 * r, text, size=9)
    (grid,) = grids(document(paper, engine))
    assert texts(grid) == ROWS


def test_a_box_over_several_columns_spans_them(engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    for r, row in enumerate([*ROWS, ["AB4", "Parks", "To be set later"]]):
        ends = [*XS[1:4], XS[-1]] if len(row) == 4 else [*XS[1:3], XS[-1]]
        for x0, x1, text in zip(XS, ends, row, strict=False):
            rounded(sheet, x0, 100 + 30 * r, x1 - 3, 127 + 30 * r)
            sheet.text(x0 + 6, 117 + 30 * r, text, size=9)
    (grid,) = grids(document(paper, engine))
    assert spans(grid) == {"To be set later": (1, 2)}


def test_two_panels_of_text_are_no_table(engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    for x, name in ((50, "Changes"), (310, "Worries")):
        rounded(sheet, x, 100, x + 240, 190)
        for n in range(4):
            sheet.text(x + 10, 120 + 16 * n, f"{name} of the year, number {n}", size=9)
    found = paragraphs(document(paper, engine))
    assert not grids(document(paper, engine))
    assert " ".join(found).index("Changes of the year, number 3") < " ".join(found).index(
        "Worries of the year, number 0"
    )


def test_a_painted_box_with_round_corners_is_no_drawing_over_the_table_in_it() -> None:
    sheet = (paper := Paper()).sheet()
    rounded(sheet, 45, 90, 470, 190, paint="f")
    sheet.cells(XS, [100, 120, 140, 160], ROWS)
    assert PdfiumSource(paper.bytes()).page(0).drawings == []
    (grid,) = grids(document(paper))
    assert texts(grid) == ROWS


def test_a_painted_shape_that_stands_aslant_is_one() -> None:
    sheet = (paper := Paper()).sheet()
    sheet.raw("q 0.7 0.8 0.95 rg 45 700 m 250 760 l 470 700 l 400 650 l 100 650 l h f Q")
    assert PdfiumSource(paper.bytes()).page(0).drawings != []
