"""Several titles may each stand over years of their own, and one over years that share its cell."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from planparse.model.document import Grid
from tests.readers.pdf.paper import Paper, text_width
from tests.readers.pdf.reading import document, grids, spans, texts

XS = [50.0, 200, 260, 320, 380, 440, 500]
YEARS = ["2022/23", "2023/24", "2024/25", "2025/26", "2026/27"]
ROWS = [["Roads swept", "4%", "5%", "6%", "7%", "8%"], ["Lamps lit", "8", "9", "10", "11", "12"]]


def drawn(*titles: tuple[float, str], years: Sequence[str] = YEARS, borders: Sequence[float] = XS) -> Paper:
    """A ruled table of measures and five years, the titles in the middle at these places over the years. ``borders``:
    where an upright parts the cells of the header."""
    sheet = (paper := Paper()).sheet()
    for y in (100, 130, 150, 170):
        sheet.line(XS[0], y, XS[-1], y)
    for x in XS:
        sheet.line(x, 100 if x in borders else 130, x, 170)
    sheet.text(54, 123, "Measure", size=9)
    for x, title in titles:
        sheet.text(x - text_width(title, 9) / 2, 111, title, size=9)
    for (a, b), year in zip(pairwise(XS[1:]), years, strict=True):
        sheet.text((a + b - text_width(year, 9)) / 2, 124, year, size=9)
    sheet.cells(XS, [130, 150], ROWS)
    return paper


def only(paper: Paper, engine: str = "pdfium") -> Grid:
    (grid,) = grids(document(paper, engine))
    assert texts(grid)[-2:] == ROWS
    return grid


def test_each_of_two_titles_spans_the_years_below_it(engine: str) -> None:
    grid = only(drawn((260, "Actuals"), (410, "Targets")), engine)
    assert texts(grid)[:2] == [["Measure", "Actuals", "Targets"], YEARS]
    assert spans(grid) == {"Measure": (2, 1), "Actuals": (1, 2), "Targets": (1, 3)}


def test_a_year_without_a_title_between_two_spans_both_rows() -> None:
    grid = only(drawn((260, "Actuals"), (440, "Targets")))
    assert texts(grid)[0] == ["Measure", "Actuals", YEARS[2], "Targets"]
    assert spans(grid) == {"Measure": (2, 1), "Actuals": (1, 2), YEARS[2]: (2, 1), "Targets": (1, 2)}


def test_a_title_off_the_middle_beside_another_is_of_its_own_year() -> None:
    grid = only(drawn((260, "Actuals"), (470, "Target")))
    assert texts(grid)[0] == ["Measure", "Actuals", YEARS[2], YEARS[3], f"Target {YEARS[4]}"]
    assert [text for text, (_, columns) in spans(grid).items() if columns > 1] == ["Actuals"]


def test_a_column_without_a_year_has_a_title_over_years_at_either_side() -> None:
    years = [*YEARS[:2], "Trend", *YEARS[3:]]
    grid = only(drawn((260, "Actuals"), (440, "Targets"), years=years))
    assert spans(grid) == {"Measure": (2, 1), "Actuals": (1, 2), "Trend": (2, 1), "Targets": (1, 2)}


def test_a_title_and_its_years_may_share_a_cell_of_several_columns(engine: str) -> None:
    grid = only(drawn((350, "Results"), borders=[50, 200, 500]), engine)
    assert texts(grid)[:2] == [["Measure", "Results"], YEARS]
    assert spans(grid) == {"Measure": (2, 1), "Results": (1, 5)}


def test_two_such_cells_have_a_title_each(engine: str) -> None:
    grid = only(drawn((260, "Actuals"), (410, "Targets"), borders=[50, 200, 320, 500]), engine)
    assert texts(grid)[:2] == [["Measure", "Actuals", "Targets"], YEARS]
    assert spans(grid) == {"Measure": (2, 1), "Actuals": (1, 2), "Targets": (1, 3)}


@pytest.mark.parametrize(
    ("title", "years"),
    [
        ("By May 2025", YEARS),
        ("Results", [*YEARS[:2], "Trend", *YEARS[3:]]),
        ("Results", [*YEARS[:2], "51%", *YEARS[3:]]),
        ("Results", [*YEARS[:2], "", *YEARS[3:]]),
    ],
    ids=["a date over them", "a word among them", "a value among them", "a column without one"],
)
def test_a_cell_of_several_columns_with_other_texts_stays_one(title: str, years: list[str]) -> None:
    grid = only(drawn((350, title), years=years, borders=[50, 200, 500]))
    assert texts(grid)[:-2] == [["Measure", f"{title}\n{' '.join(filter(None, years))}"]]
    assert [columns for _, columns in spans(grid).values()] == [5]


def test_a_title_in_the_middle_over_a_part_of_such_a_cell_does_not_part_it() -> None:
    grid = only(drawn((260, "Actuals"), borders=[50, 200, 440, 500]))
    assert texts(grid)[:-2] == [["Measure", f"Actuals\n{' '.join(YEARS[:4])}", YEARS[4]]]


@pytest.mark.parametrize(
    "years",
    [[*YEARS[:4], "Latest"], ["Baseline", *YEARS[1:]]],
    ids=["behind the years", "before them"],
)
def test_one_name_may_stand_beside_the_years_in_such_a_cell(years: list[str], engine: str) -> None:
    grid = only(drawn((350, "Results"), years=years, borders=[50, 200, 500]), engine)
    assert texts(grid)[:2] == [["Measure", "Results"], years]
    assert spans(grid) == {"Measure": (2, 1), "Results": (1, 5)}


@pytest.mark.parametrize(
    ("title", "years"),
    [
        ("Results", [*YEARS[:4], "51%"]),
        ("Results", [*YEARS[:3], "Mean", "Latest"]),
        ("Results 1", [*YEARS[:4], "Latest"]),
    ],
    ids=["a value", "two names", "a figure in the title"],
)
def test_other_texts_beside_the_years_leave_it_whole(title: str, years: list[str]) -> None:
    grid = only(drawn((350, title), years=years, borders=[50, 200, 500]))
    assert texts(grid)[:-2] == [["Measure", f"{title}\n{' '.join(years)}"]]


def test_a_title_off_the_middle_of_its_years_and_a_name_leaves_it_whole() -> None:
    years = [*YEARS[:4], "Latest"]
    grid = only(drawn((320, "Results"), years=years, borders=[50, 200, 500]))
    assert texts(grid)[:-2] == [["Measure", f"Results\n{' '.join(years)}"]]


QUARTERS = ["Q1", "Q2", "Q3", "Q4", "Year end"]


@pytest.mark.parametrize("title", ["Planned targets 2025/26", "2025/26 by quarter"])
def test_a_title_with_the_year_of_the_quarters_below_it_parts_such_a_cell(title: str, engine: str) -> None:
    grid = only(drawn((350, title), borders=[50, 200, 500], years=QUARTERS), engine)
    assert texts(grid)[:2] == [["Measure", title], QUARTERS]


@pytest.mark.parametrize(
    "years", [["Q1", "Q2", "2025/26", "Q4", "2026/27"], ["Q1", "Q2", "Q3", "South", "Year end"]], ids=["years", "names"]
)
def test_over_quarters_and_other_texts_a_title_with_a_year_leaves_it_whole(years: list[str]) -> None:
    grid = only(drawn((350, "Targets 2025/26"), borders=[50, 200, 500], years=years))
    assert len(texts(grid)) == 3
