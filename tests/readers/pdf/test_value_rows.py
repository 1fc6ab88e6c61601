"""Values under their names in one cell below that of a title stand in columns."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, spans, texts

PROSE = "This is what the board of our town wants to see done before the end of the year"
NAMES = ["2023/24 actual", "2024/25 target", "2025/26 target"]
VALUES = ["45%", "46%", "tbc"]
TITLE = "AB1 Roads swept"


def read(*cells: Sequence[Sequence[str]], step: float = 72, engine: str = "pdfium") -> list[list[list[str]]]:
    """The tables of a page with a frame of these cells below each other, each with lines of texts side by side."""
    sheet = (paper := Paper()).sheet().text(50, 60, PROSE)
    ys = [100.0]
    for lines in cells:
        for n, line in enumerate(lines):
            for k, text in enumerate(line):
                sheet.text(56 + step * k, ys[-1] + 12 + 14 * n, text, size=11 if n else 7)
        ys.append(ys[-1] + 8 + 14 * len(lines))
    sheet.grid([50, 290], ys).text(50, 400, PROSE)
    return [texts(grid) for grid in grids(document(paper, engine))]


@pytest.mark.parametrize("step", [72, 56], ids=["far", "near"])
def test_values_in_the_cell_below_a_title_stand_in_columns(step: float, engine: str) -> None:
    assert read([[TITLE]], [NAMES, VALUES], step=step, engine=engine) == [[[TITLE], NAMES, VALUES]]


def test_several_cards_in_one_frame(engine: str) -> None:
    found = read([[TITLE]], [NAMES, VALUES], [["AB2 Bins emptied"]], [NAMES, ["8", "9", "10"]], engine=engine)
    assert found == [[[TITLE], NAMES, VALUES, ["AB2 Bins emptied"], NAMES, ["8", "9", "10"]]]


def test_their_title_is_as_wide_as_they_are() -> None:
    sheet = (paper := Paper()).sheet()
    sheet.grid([50, 290], [100, 120, 156]).text(56, 112, TITLE, size=7)
    for k, (name, value) in enumerate(zip(NAMES, VALUES, strict=True)):
        sheet.text(56 + 72 * k, 132, name, size=7).text(56 + 72 * k, 146, value, size=11)
    (grid,) = grids(document(paper))
    assert spans(grid) == {TITLE: (1, 3)}


@pytest.mark.parametrize(
    "cells",
    [
        ([[TITLE]], [NAMES, ["low", "lower", "high"]]),
        ([[TITLE]], [NAMES, VALUES[:2]]),
        ([[TITLE]], [NAMES, VALUES, ["More of it"]]),
        ([[TITLE]], [NAMES, VALUES], [["AB2 Bins emptied"]]),
        ([[TITLE]], [NAMES, VALUES], [["AB2 Bins emptied"]], [NAMES[:2], ["8", "9"]]),
        ([NAMES, VALUES], [[TITLE]]),
    ],
    ids=["no figure", "a value less", "a line more", "a title without values", "other columns", "values first"],
)
def test_other_cells_stay_whole(cells: tuple[Sequence[Sequence[str]], ...], engine: str) -> None:
    found = read(*cells, engine=engine)
    assert [len(row) for grid in found for row in grid] == [1] * len(cells)
