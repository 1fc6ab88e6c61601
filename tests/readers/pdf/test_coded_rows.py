"""Rows of a code and one text below the last rule of a table belong to it, where codes of their kind stand in it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, texts

XS = (50, 110, 290, 370)
TABLE = [
    ["Ref", "Measure", "2023/24", "2024/25"],
    ["AB1", "Visits to pools", "90", "80"],
    ["AB2", "Runs on tracks", "70", "60"],
    ["1.1", "Swims in the lake", "50", "40"],
    ["1.2", "Walks in the park", "30", "20"],
]
STEPS = [["1.3", "Open the depot"], ["1.4", "Mend the lanes"]]
LONG = [["1.3", "Open the new depot in the spring and keep it open the whole year"], ["", "for all of the town"]]
PROSE = "This is what the board of our town wants to see done before the end of the year"


def read(
    steps: Sequence[Sequence[str]], engine: str = "pdfium", *, gap: float = 20, x: float = 110, bold: bool = False
) -> list[list[str]]:
    """The rows of a table, with such lines ``gap`` below its last rule, their texts beginning at ``x``; of these those
    without a code stand close to the line above."""
    paper = Paper()
    sheet = paper.sheet().text(50, 60, PROSE)
    for n, row in enumerate(TABLE):
        for start, text in zip(XS, row, strict=True):
            sheet.text(start, 100 + 20 * n, text, size=9, bold=n == 0)
    sheet.line(50, 105, 420, 105).line(50, 185, 420, 185)
    y = 180 + gap
    for n, (code, text) in enumerate(steps):
        y += (20 if code else 11) if n else 0
        sheet.text(50, y, code, size=9).text(x, y, text, size=9, bold=bold and not code)
    sheet.text(50, y + 60, PROSE)
    (grid,) = grids(document(paper, engine))
    return texts(grid)


def test_rows_of_a_code_and_one_text_go_on_with_the_table(engine: str) -> None:
    assert read(STEPS, engine) == [*TABLE, *([*row, "", ""] for row in STEPS)]


def test_their_texts_may_lie_over_columns_and_go_on_below(engine: str) -> None:
    assert read(LONG, engine) == [*TABLE, ["1.3", f"{LONG[0][1]} {LONG[1][1]}", ""]]


def test_a_bold_line_below_them_is_none_of_theirs() -> None:
    assert read(LONG, bold=True) == [*TABLE, [*LONG[0], ""]]


@pytest.mark.parametrize(
    ("steps", "gap", "x"),
    [
        ([["CD-1", "Open the depot"], ["CD-2", "Mend the lanes"]], 20, 110),
        ([["Aims", "Open the depot"], ["Also", "Mend the lanes"]], 20, 110),
        ([["", "Open the depot"], ["", "Mend the lanes"]], 20, 110),
        (STEPS, 40, 110),
        (STEPS, 20, 125),
    ],
    ids=["codes of another kind", "words", "no codes", "far below", "the texts begin elsewhere"],
)
def test_other_lines_below_the_last_rule_do_not(steps: list[list[str]], gap: float, x: float) -> None:
    assert read(steps, gap=gap, x=x) == TABLE


def test_each_of_several_that_lie_over_columns_is_a_row(engine: str) -> None:
    steps = [LONG[0], LONG[1], ["1.4", "Mend the lanes of the old town and then those out to the lake"]]
    assert read(steps, engine)[len(TABLE) :] == [["1.3", f"{LONG[0][1]} {LONG[1][1]}", ""], [*steps[2], ""]]
    assert read([LONG[0], steps[2]], engine)[len(TABLE) :] == [[*LONG[0], ""], [*steps[2], ""]]
