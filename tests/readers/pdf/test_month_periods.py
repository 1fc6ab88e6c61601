"""Months with a year are periods under a title that begins over the first of them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.readers.pdf.paper import Paper, text_width
from tests.readers.pdf.reading import document, grids, spans, texts

XS = [50.0, 220, 300, 380, 460]
PALE = "0.93 0.93 0.95"
ROWS = [[f"Roads mended {n}", "51%", "52%", "53%", "54%"] for n in range(4)]


def titled(periods: Sequence[str]) -> Paper:
    """A painted header: a title over the first of these, names of two lines beside it, the periods a little lower."""
    sheet = (paper := Paper()).sheet()
    sheet.box(45, 100, 520, 150, colour=PALE)
    for x, text in zip(XS, ("Performance", "Actual", "Targets"), strict=False):
        sheet.text(x, 112, text, size=9, bold=True)
    sheet.text(50, 123, "indicator", size=9, bold=True).text(220, 123, "outturn", size=9, bold=True)
    for x, text in zip(XS[2:], periods, strict=True):
        sheet.text(x, 129, text, size=9, bold=True)
    for n, row in enumerate(ROWS):
        y = 166.0 + 30.8 * n
        if n % 2:
            sheet.box(45, y - 13, 520, y + 7, colour=PALE)
        for k, (x, text) in enumerate(zip(XS, row, strict=True)):
            sheet.text(x + ((44 - text_width(text, 9)) / 2 if k else 0), y, text, size=9)
    return paper


@pytest.mark.parametrize(
    "periods",
    [["Mar 2025", "Mar 2026", "Mar 2027"], ["June 25", "Sept 25", "March 26"], ["Q1 2025", "Q2 2025", "Q3 2025"]],
    ids=["of several years", "of one year", "quarters"],
)
def test_a_title_over_months_spans_them(periods: list[str], engine: str) -> None:
    (grid,) = grids(document(titled(periods), engine))
    assert spans(grid)["Targets"] == (1, 3)
    assert texts(grid) == [["Performance indicator", "Actual outturn", "Targets"], periods, *ROWS]


@pytest.mark.parametrize(
    "names", [["March", "June", "Sept"], ["North", "South", "East"]], ids=["without a year", "other names"]
)
def test_a_text_over_other_names_is_no_title(names: list[str]) -> None:
    (grid,) = grids(document(titled(names)))
    assert "Targets" not in spans(grid)
