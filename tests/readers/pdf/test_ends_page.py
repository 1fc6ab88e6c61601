"""A table goes on on the next page where it ends far down its page, or has only the page's foot below it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, texts
from tests.readers.pdf.test_carried import LAST, ROWS, row

FEET = ["Page 1", "Plan of the town"]
TEXT = ["We read the plan", "again in spring", "and in the autumn"]


def goes_on(y: float, below: Sequence[str], *, at: float = 780, engine: str = "pdfium") -> bool:
    """Whether a row that begins the next page is one of a table that begins at ``y``, over lines of text."""
    paper = Paper()
    sheet = paper.sheet().text(50, 60, "Calls and visits", size=14, bold=True)
    for n, cells in enumerate(ROWS):
        row(sheet, y + 20 * n, cells)
        sheet.line(50, y + 5 + 20 * n, 530, y + 5 + 20 * n)
    for n, text in enumerate(below):
        sheet.text(50, at + 14 * n, text, size=8)
    below_it = paper.sheet()
    row(below_it, 70, LAST)
    below_it.text(50, 140, "Nothing else is planned for the year that the plan covers.")
    first, *others = (texts(grid) for grid in grids(document(paper, engine)))
    assert first == ROWS
    assert others in ([], [[LAST]])
    return bool(others)


@pytest.mark.parametrize("below", [[], FEET[:1], FEET], ids=["nothing", "a line", "two lines"])
@pytest.mark.parametrize("y", [150, 300, 640])
def test_over_the_foot_of_its_page_it_does(y: float, below: Sequence[str], engine: str) -> None:
    assert goes_on(y, below, engine=engine)


def test_higher_up_over_lines_of_text_it_does_not(engine: str) -> None:
    assert not goes_on(200, TEXT, at=400, engine=engine)


def test_far_down_it_does_over_such_lines_too() -> None:
    assert goes_on(640, TEXT, at=740)
