"""Rows of figures in one drawn row are rows, where a text and figures in several columns stand in each; a list of
figures beside one text is a cell of its row."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, texts

XS = [50.0, 250, 330, 410, 490]
HEAD = ["Measure", "2023/24", "2024/25", "2025/26"]
NOTE = "No target is set before the new\nsystem is in place, which will be\nlate in the year"
ROWS = [
    ["1.1: Lamps mended", "52%", "54%", "n/a"],
    ["1.2: Trees planted", "210", "To be agreed", "230"],
    ["1.3: Bins lost", "7", "6", "5"],
]


def stacked(*lines: Sequence[str], engine: str = "pdfium") -> list[list[str]]:
    """The rows between two drawn ones with a long text each, of one drawn row with these lines."""
    sheet = (paper := Paper()).sheet()
    end = 150 + 14.0 * len(lines)
    sheet.grid(XS, [80, 100, 140, end, end + 40])
    for base, cells in ((93, HEAD), (112, ["Roads swept in all of\nthe old town", NOTE]), (end + 12, ["Pools", NOTE])):
        for x, cell in zip(XS, cells, strict=False):
            for k, text in enumerate(cell.split("\n")):
                sheet.text(x + 4, base + 11 * k, text, size=6 if cell is NOTE else 9)
    for n, row in enumerate(lines):
        for x, text in zip(XS, row, strict=False):
            sheet.text(x + 4, 153 + 14 * n, text, size=9)
    (grid,) = grids(document(paper, engine))
    found = texts(grid)
    assert found[0] == HEAD
    assert found[-1][0] == "Pools"
    return found[2:-1]


def test_rows_of_a_text_and_figures_are_parted(engine: str) -> None:
    assert stacked(*ROWS, engine=engine) == ROWS


def test_a_text_of_two_lines_is_of_the_row_that_it_begins() -> None:
    lines = [*ROWS[:2], ["of all kinds", "", "", ""], ROWS[2]]
    assert stacked(*lines) == [ROWS[0], ["1.2: Trees planted of all kinds", *ROWS[1][1:]], ROWS[2]]


@pytest.mark.parametrize(
    "columns",
    [
        [("Lamps mended", "in the north", "and the south"), ("52%", "54%", "55%"), ("Smith",), ("May",)],
        [("Lamps mended", "in the north", "and the south"), ("52%", "54%", "55%"), ("all", "most", "some"), ("May",)],
        [("Lamps mended", "in the north", "and the south"), ("52%", "", ""), ("54%", "", ""), ("55%",)],
    ],
    ids=["figures in one column", "and words in another", "figures beside the first line"],
)
def test_other_lines_are_one_row(columns: Sequence[Sequence[str]]) -> None:
    lines = [[own[n] if n < len(own) else "" for own in columns] for n in range(3)]
    assert len(stacked(*lines)) == 1
