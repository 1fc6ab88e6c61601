"""A note in the middle of blank columns spans them, where no line says where it begins and ends."""

from __future__ import annotations

import pytest

from tests.readers.pdf.paper import Paper, text_width
from tests.readers.pdf.reading import document, grids, texts

XS = [50.0, 220.0, 290.0, 360.0, 430.0, 500.0]
HEAD = ["Measure", "2014/15 Actual", "2015/16 Target", "2016/17 Target", "2017/18 Target"]
ROWS = [["Roads swept", "40%", "45%", "47%", "50%"], ["Lamps lit", "8%", "9%", "10%", "11%"], ["Bins emptied", "70%"]]


def drawn(note: str, middle: float, *, level: bool = True) -> Paper:
    """Rows with rules between them alone, their figures level at the right of their columns."""
    sheet = (paper := Paper()).sheet()
    for n, row in enumerate([HEAD, *ROWS, ["Trees planted", "1%", "2%", "3%", "4%"]]):
        y = 100 + 18 * n
        sheet.line(XS[0], y - 12, XS[-1], y - 12)
        sheet.text(XS[0], y, row[0], size=8, bold=n == 0)
        for k, text in enumerate(row[1:], 1):
            right = XS[k + 1] - 4 - (0 if level or n == 0 else 9 * (n % 2))
            sheet.text(right - text_width(text, 8), y, text, size=8, bold=n == 0)
    sheet.line(XS[0], 100 + 18 * 4 + 6, XS[-1], 100 + 18 * 4 + 6)
    sheet.text(middle - text_width(note, 8) / 2, 100 + 18 * 3, note, size=8)
    return paper


def spans(paper: Paper, engine: str) -> list[tuple[int, int, str]]:
    (grid,) = grids(document(paper, engine))
    assert texts(grid)[0] == HEAD
    return [(c.col, c.col_span, c.text) for c in grid.cells if c.row == 3 and c.col > 1 and not c.is_blank]


def test_a_note_in_the_middle_of_three_columns_spans_them(engine: str) -> None:
    assert spans(drawn("Set in May", (XS[2] + XS[5]) / 2), engine) == [(2, 3, "Set in May")]


@pytest.mark.parametrize(
    ("note", "middle", "level"),
    [("48%", 395, True), ("Set in May", 335, True), ("Set in May", 395, False)],
    ids=["a figure", "off the middle", "no figures end level"],
)
def test_other_texts_stand_in_their_own_column(note: str, middle: float, level: bool, engine: str) -> None:
    ((_, span, text),) = spans(drawn(note, middle, level=level), engine)
    assert (span, text) == (1, note)
