"""Where a table begins and ends among rules that are drawn one below the other."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, texts

STARTS = (50.0, 250, 320, 390)
OTHERS = (50.0, 170, 280, 450)
COSTS = ["Cost", "2022/23", "2023/24", "2024/25"]
FIGURES = [["Staff", "100", "110", "120"], ["Rent", "20", "21", "22"], ["Light", "5", "6", "7"]]
SUM = ["All costs", "125", "137", "149"]
STEPS = ["Step", "Lead", "What it needs", "By when"]
TASKS = [["Depot", "A Smith", "A new roof", "May"], ["Lanes", "B Jones", "Stone and sand", "June"]]


def ruled(*parts: tuple[Sequence[float], Sequence[Sequence[str]], bool]) -> Paper:
    """Rows with a rule under each; those of a part begin at the same places, its first one is bold if it says so."""
    sheet = (paper := Paper()).sheet().text(50, 50, "What the town spends, and what it wants to do in the year")
    y = 100.0
    sheet.line(50, y - 15, 520, y - 15)
    for starts, rows, bold in parts:
        for n, row in enumerate(rows):
            for x, text in zip(starts, row, strict=True):
                sheet.text(x, y, text, size=9, bold=bold and not n)
            sheet.line(50, y + 5, 520, y + 5)
            y += 20
    return paper


def test_a_bold_header_of_other_columns_begins_another_table(engine: str) -> None:
    paper = ruled((STARTS, [COSTS, *FIGURES], True), (OTHERS, [STEPS, *TASKS], True))
    assert [texts(grid) for grid in grids(document(paper, engine))] == [[COSTS, *FIGURES], [STEPS, *TASKS]]


@pytest.mark.parametrize(("starts", "bold"), [(OTHERS, False), (STARTS, True)], ids=["plain", "where the others begin"])
def test_a_row_that_is_plain_or_in_the_same_columns_does_not(starts: Sequence[float], bold: bool) -> None:
    paper = ruled((STARTS, [COSTS, *FIGURES], True), (starts, [STEPS, *TASKS], bold))
    assert len(grids(document(paper))) == 1


@pytest.mark.parametrize("starts", [STARTS, (50.0, 244, 314, 384)], ids=["level", "further left"])
def test_a_bold_sum_does_not(starts: Sequence[float], engine: str) -> None:
    """The table goes on from another page, without a header."""
    paper = ruled((STARTS, FIGURES, False), (starts, [SUM, FIGURES[0]], True))
    assert [texts(grid) for grid in grids(document(paper, engine))] == [[*FIGURES, SUM, FIGURES[0]]]
