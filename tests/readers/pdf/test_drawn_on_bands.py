"""Rules drawn on the painted band of a header: borders of the columns below it, or frames around names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from planparse.readers.pdf.page import Fill, Page, Rule
from planparse.readers.pdf.unruled.hints import hints_of
from planparse.readers.pdf.unruled.regions import Region
from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, texts
from tests.readers.pdf.test_filled_columns import line

ROWS = [["Ref", "Measure", "Actual", "Target"], ["AB1", "Roads swept", "4", "5"], ["AB2", "Lamps lit", "8", "9"]]
XS = [53.0, 113, 253, 333]
BORDERS = [110.0, 250, 330]
BAND = Fill(50, 100, 410, 120, "#cccccc")


def borders(at: Sequence[float] = BORDERS, *, end: float = 120, band: Fill = BAND) -> list[float]:
    """The column borders of the rows where rules at these places are drawn on paint and down to ``end``."""
    own = [line(*zip(XS, row, strict=True), base=114 + 20 * n) for n, row in enumerate(ROWS)]
    page = Page(1, 595, 842, verticals=[Rule(x, 100, end) for x in at], fills=[band])
    return hints_of(page, own, Region(own, (50, 100, 410, 162), [])).verticals


def test_borders_drawn_on_a_painted_header_are_those_of_the_columns_below_it() -> None:
    assert borders() == BORDERS


@pytest.mark.parametrize(
    "how",
    [{"end": 128}, {"band": BAND._replace(x1=330)}, {"at": BORDERS[:1]}, {"at": [110.0, 130, 330]}],
    ids=["longer rules", "a narrower band", "one border", "under texts"],
)
def test_other_rules_there_show_none(how: dict[str, Any]) -> None:
    assert borders(**how) == []


def framed(*, over: float = 0, colour: str = "0.8 0.8 0.8") -> list[list[list[str]]]:
    """A header on a painted band over rows without rules, and a frame, open at its top, around all of its names but the
    first; the band begins ``over`` points above it."""
    sheet = (paper := Paper()).sheet()
    if colour:
        sheet.box(50, 100 - over, 410, 120, colour=colour)
    sheet.line(110, 120, 410, 120)
    for x in (*BORDERS, 410):
        sheet.line(x, 100, x, 120)
    for n, row in enumerate(ROWS):
        for x, text in zip(XS, row, strict=True):
            sheet.text(x, 114 + 20 * n, text, size=9, bold=not n)
    return [texts(grid) for grid in grids(document(paper))]


def test_a_frame_drawn_on_a_painted_band_as_high_as_it_is_no_table() -> None:
    assert framed() == [ROWS]


@pytest.mark.parametrize("how", [{"over": 8}, {"colour": ""}], ids=["a higher band", "no paint"])
def test_another_frame_is_one(how: dict[str, Any]) -> None:
    assert framed(**how)[0] == [ROWS[0][1:]]
