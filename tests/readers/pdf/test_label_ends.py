"""A label of the first column over two lines, beside rows of one line each."""

from __future__ import annotations

import pytest

from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, texts

PLACES = [50.0, 180, 230, 400, 460]
NAMES = ["Objective", "Ref", "Measure", "2024/25", "2025/26"]
ROWS = [
    ["Prepare young people", "P1", "Care leavers in work", "12%", "13%"],
    ["for work and", "P2", "Homes for them", "427", "439"],
    ["adult life", "P3", "Grants paid to them", "7", "8"],
    ["", "P4", "Courses begun", "81%", "83%"],
    ["Clean streets", "P5", "Roads swept", "84%", "86%"],
    ["", "P6", "Bins emptied", "91", "92"],
]


def drawn(second: str, *, bold: bool = True) -> Paper:
    sheet = (paper := Paper()).sheet()
    for n, row in enumerate([NAMES, ROWS[0], [second, *ROWS[1][1:]], *ROWS[2:]]):
        for x, text in zip(PLACES, row, strict=True):
            sheet.text(x, 100 + 11 * n, text, size=9, bold=not n or (x == PLACES[0] and (bold or n != 2)))
    return paper


def test_it_is_one_text_beside_the_first_of_them(engine: str) -> None:
    (grid,) = grids(document(drawn("for work and"), engine))
    assert texts(grid) == [NAMES, ["Prepare young people for work and adult life", *ROWS[0][1:]]] + [
        ["" if n < 3 else row[0], *row[1:]] for n, row in enumerate(ROWS[1:])
    ]


@pytest.mark.parametrize(
    "paper", [drawn("Jobs and homes"), drawn("for work and", bold=False)], ids=["a large letter", "another type"]
)
def test_another_text_is_not(paper: Paper) -> None:
    (grid,) = grids(document(paper))
    assert texts(grid)[1][0] == "Prepare young people"
