"""The values of one indicator under their names, as on a card, are a table of two rows."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, texts

XS = (50, 150, 250)
NAMES = ["2023/24 Actual", "2024/25 Target", "2025/26 Target"]
VALUES = ["n/a", "45%", "Set a"]
PROSE = "This is what the board of our town wants to see done before the end of the year"


def strip(*rows: Sequence[tuple[int, str]], engine: str = "pdfium", step: float = 11) -> list[list[list[str]]]:
    """Names, values below them in bold, and further lines of texts, each with the number of its column."""
    sheet = (paper := Paper()).sheet().text(50, 60, PROSE).text(50, 100, "AB1 Roads swept", bold=True)
    for x, name, value in zip(XS, NAMES, VALUES, strict=True):
        sheet.text(x, 120, name, size=7).text(x, 133, value, size=9, bold=True)
    for n, row in enumerate(rows):
        for k, text in row:
            sheet.text(XS[k], 133 + step * (n + 1), text, size=9, bold=True)
    sheet.text(50, 300, PROSE)
    return [texts(grid) for grid in grids(document(paper, engine))]


def test_values_under_their_names(engine: str) -> None:
    assert strip(engine=engine) == [[NAMES, VALUES]]


def test_a_value_may_go_on_below_itself(engine: str) -> None:
    assert strip([(2, "baseline")], engine=engine) == [[NAMES, [*VALUES[:2], "Set a baseline"]]]
    assert strip([(2, "new")], [(2, "baseline")]) == [[NAMES, [*VALUES[:2], "Set a new baseline"]]]


@pytest.mark.parametrize(
    ("row", "step"),
    [([(2, "baseline")], 30), ([(1, "and more")], 11), ([(2, "46%")], 11)],
    ids=["far", "a figure", "value"],
)
def test_other_texts_below_are_no_part_of_them(row: list[tuple[int, str]], step: float) -> None:
    assert strip(row, step=step) == [[NAMES, VALUES]]
