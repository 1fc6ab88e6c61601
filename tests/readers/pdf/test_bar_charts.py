"""The lines behind the bars of a chart are no rules of a table."""

from __future__ import annotations

from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids


def chart(heights: list[float]) -> Paper:
    """Bars over years, with lines and a scale behind them, and text around."""
    sheet = (paper := Paper()).sheet()
    sheet.text(50, 80, "Shares rose in most years of the survey.")
    sheet.line(80, 100, 80, 220)
    for n in range(5):
        sheet.line(80, 220 - 28 * n, 330, 220 - 28 * n)
        sheet.text(60, 222 - 28 * n, str(20 * n))
    for n, height in enumerate(heights):
        sheet.box(95 + 50 * n, 220 - height, 125 + 50 * n, 220, colour="0.2 0.3 0.6")
        sheet.text(100 + 50 * n, 232, str(2000 + n))
        sheet.text(100 + 50 * n, 216 - height, f"{height / 1.4:.1f}")
    sheet.text(50, 260, "The scale shows the share of persons served.")
    return paper


def test_the_lines_behind_bars_are_no_table(engine: str) -> None:
    assert not grids(document(chart([30, 95, 52, 80, 44]), engine))
