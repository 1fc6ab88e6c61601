"""Titles over several years that end where the last one of these does."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from planparse.readers.pdf.unruled.flush_titles import year_ends
from tests.readers.pdf.paper import Paper, text_width
from tests.readers.pdf.reading import document, grids, spans, texts

ENDS = [300.0, 360, 420, 480, 540]
"""Where the texts of the columns end."""
YEARS = ["2023/24", "2024/25", "2025/26", "2026/27", "2027/28"]
ROWS = [["Roads swept", "80", "81", "82", "83", "84"], ["Lamps lit", "8", "9", "10", "11", "12"]]


def page(titles: Sequence[tuple[str, int]], *, ruled: bool = False, years: Sequence[str] = YEARS) -> Paper:
    """A table without a line, or with rules between its rows alone; each title ends with the column of its number."""
    sheet = (paper := Paper()).sheet()

    def at_the_right(y: float, entries: Sequence[tuple[str, float]], *, bold: bool = False) -> None:
        for text, end in entries:
            sheet.text(end - text_width(text, 10, bold), y, text, bold=bold)

    at_the_right(100, [(title, ENDS[n]) for title, n in titles], bold=True)
    sheet.text(54, 116, "Measure", bold=True)
    at_the_right(116, list(zip(years, ENDS, strict=True)), bold=True)
    for n, (measure, *values) in enumerate(ROWS):
        sheet.text(54, 136 + 20 * n, measure)
        at_the_right(136 + 20 * n, list(zip(values, ENDS, strict=True)))
    for y in (86, 122, 142, 162) if ruled else ():
        sheet.line(50, y, 545, y)
    return paper


@pytest.mark.parametrize("ruled", [False, True])
@pytest.mark.parametrize("actuals", [1, 2])
def test_each_is_of_the_years_that_end_with_its_own(ruled: bool, actuals: int, engine: str) -> None:
    (grid,) = grids(document(page([("Outturn", actuals), ("Targets", 4)], ruled=ruled), engine))
    found = spans(grid)
    assert found["Outturn"] == (1, actuals + 1)
    assert found["Targets"] == (1, 4 - actuals)
    assert texts(grid)[-2:] == ROWS


def test_the_latest_year_may_stand_first(engine: str) -> None:
    (grid,) = grids(document(page([("Targets", 2), ("Results", 4)], years=YEARS[::-1]), engine))
    assert (spans(grid)["Targets"], spans(grid)["Results"]) == ((1, 3), (1, 2))


def test_a_title_over_the_first_year_is_not_of_the_years_before_the_next_one() -> None:
    assert year_ends([300, 540], ENDS) == []


def test_a_lone_title_over_the_last_year_may_be_of_that_alone() -> None:
    assert year_ends([540], ENDS) == []


def test_the_last_title_ends_with_the_last_year() -> None:
    assert year_ends([360, 480], ENDS) == []
    assert year_ends([360, 539.5], ENDS) == [1, 4]
    assert year_ends([360, 536], ENDS) == []


def test_each_title_ends_with_a_year() -> None:
    assert year_ends([330, 420, 540], ENDS) == []
    assert year_ends([360, 420, 540], ENDS) == [1, 2, 4]
