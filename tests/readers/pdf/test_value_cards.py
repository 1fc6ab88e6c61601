"""Cards of values side by side with nothing drawn around each are read one after the other."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from planparse.model.document import Grid
from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, texts

PROSE = "This is what the board of our town wants to see done before the end of the year"
NAMES = ["2023/24 actual", "2024/25 target", "2025/26 target"]
TITLES = ["AB1 Roads swept", "AB2 Bins emptied"]
VALUES = [["45%", "46%", "tbc"], ["8", "9", "10"]]


def read(
    *,
    titles: Sequence[str] = TITLES,
    places: Sequence[float] = (0, 250),
    label: str = "",
    more: str = "",
    others: Sequence[str] = NAMES,
    painted: bool = False,
    engine: str = "pdfium",
) -> list[str | list[list[str]]]:
    """The texts and tables of a page with two cards: their titles at ``places``, perhaps a ``label`` left of the
    values, ``more`` under them and ``others`` as names in the second one."""
    sheet = (paper := Paper()).sheet().text(50, 60, PROSE)
    for n, place in enumerate(places):
        if painted:
            sheet.box(65 + 250 * n, 100, 295 + 250 * n, 124, colour="0.8 0.9 0.9")
        for line, text in enumerate(titles[n].split("\n")):
            sheet.text(70 + place, 110 + 11 * line, text, size=9, bold=True)
        for k, name in enumerate(others if n else NAMES):
            sheet.text(70 + 250 * n + 75 * k, 136, name, size=7)
            sheet.text(70 + 250 * n + 75 * k, 150, VALUES[n][k], size=11)
            if more:
                sheet.text(70 + 250 * n + 75 * k, 164, more, size=11)
    if label:
        sheet.text(20, 150, label, size=11)
    sheet.text(50, 300, PROSE)
    blocks = document(paper, engine).blocks
    return [texts(b) if isinstance(b, Grid) else b.text for b in blocks if b is not blocks[0]][:-1]


WHOLE = [TITLES[0], [NAMES, VALUES[0]], TITLES[1], [NAMES, VALUES[1]]]


@pytest.mark.parametrize("painted", [False, True])
def test_names_that_come_again_under_titles_part_the_cards(painted: bool, engine: str) -> None:
    assert read(painted=painted, engine=engine) == WHOLE


def test_a_title_may_go_on_in_a_line_below(engine: str) -> None:
    found = read(titles=["AB1 Roads swept each\nweek", TITLES[1]], engine=engine)
    assert found == ["AB1 Roads swept each week", *WHOLE[1:]]


@pytest.mark.parametrize(
    "other",
    [
        {"places": (0, 150)},
        {"titles": ["AB1 Roads swept", ""]},
        {"label": "All"},
        {"more": "7%"},
        {"others": ["2023/24 actual", "2024/25 target", "2025/26 ceiling"]},
    ],
    ids=["a title elsewhere", "one title", "a label of a row", "rows of a table", "other names"],
)
def test_other_names_of_values_do_not(other: dict[str, Sequence[str]]) -> None:
    found = read(**other)  # type: ignore[arg-type]
    assert [NAMES, VALUES[0]] not in found
    assert [NAMES, VALUES[1]] not in found


def test_each_year_twice_over_the_rows_of_a_table_parts_nothing(engine: str) -> None:
    sheet = (paper := Paper()).sheet().text(50, 60, PROSE)
    sheet.text(200, 110, "Actual", size=9, bold=True).text(350, 110, "Target", size=9, bold=True)
    for n, row in enumerate((["2023/24", "2024/25"] * 2, ["45%", "46%", "47%", "48%"], ["5", "6", "7", "8"])):
        if n:
            sheet.text(50, 122 + 14 * n, ["Roads swept", "Bins emptied"][n - 1], size=9)
        for k, text in enumerate(row):
            sheet.text(200 + 75 * k, 122 + 14 * n, text, size=9, bold=not n)
    assert [grid.n_cols for grid in grids(document(paper, engine))] == [5]
