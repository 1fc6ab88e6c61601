"""Several titles over one rule, each of which begins with a column, share the columns under the rule."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from planparse.model.document import Grid
from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, spans, texts

XS = [50.0, 190, 260, 330, 400]
END = 480.0
NAMES = ["Measure", "North", "South", "East", "West"]
ROWS = [["Roads swept", "40%", "45%", "50%", "55%"], ["Lamps lit", "8", "9", "10", "11"]]
TITLES = [(190.0, "Wards of the hill"), (330.0, "Wards of the bay")]


def drawn(titles: Sequence[tuple[float, str]], *, names: Sequence[str] = NAMES) -> Paper:
    """Rules around a table, under its names and between its rows; one stands under all of the titles."""
    sheet = (paper := Paper()).sheet()
    for y in (86, 122, 140, 158):
        sheet.line(48, y, END, y)
    for x, title in titles:
        sheet.text(x, 99, title, size=9)
    for left, name in zip(XS, names, strict=True):
        sheet.text(left, 116, name, size=9)
    sheet.line(184, 103, END, 103)
    sheet.cells([left - 4 for left in XS], [122, 140], ROWS)
    return paper


def only(paper: Paper, engine: str = "pdfium") -> Grid:
    (grid,) = grids(document(paper, engine))
    return grid


def test_each_title_spans_the_columns_up_to_the_next_one(engine: str) -> None:
    grid = only(drawn(TITLES), engine)
    assert spans(grid) == {"Wards of the hill": (1, 2), "Wards of the bay": (1, 2)}
    assert [[cell for cell in row if cell] for row in texts(grid)] == [[t for _, t in TITLES], NAMES, *ROWS]


def test_the_last_title_spans_the_columns_to_the_end_of_the_rule(engine: str) -> None:
    grid = only(drawn([(190, "Hill"), (260, "Wards of the bay")]), engine)
    assert spans(grid) == {"Wards of the bay": (1, 3)}


def test_names_of_years_are_no_figures() -> None:
    years = ["Measure", "2023", "2024", "2025", "2026"]
    assert spans(only(drawn(TITLES, names=years))) == {"Wards of the hill": (1, 2), "Wards of the bay": (1, 2)}


@pytest.mark.parametrize("off", [6, 8, 20])
def test_titles_that_begin_where_no_name_does_do_not_share_the_rule(off: float) -> None:
    assert len(spans(only(drawn([(x + off, title) for x, title in TITLES])))) < 2


def test_over_figures_stands_no_title() -> None:
    figures = ["Roads mended", "1", "2", "3", "4"]
    assert not spans(only(drawn([(190, "Hill"), (330, "Bay")], names=figures)))


@pytest.mark.parametrize("title", ["Hill", "Wards of the hill"])
def test_one_title_is_of_the_whole_rule_or_of_its_column(title: str) -> None:
    assert spans(only(drawn([(190, title)]))) == {title: (1, 4)}
