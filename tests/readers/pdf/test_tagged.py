"""Codes in painted boxes of their own stand in front of the title in the box beside them."""

from __future__ import annotations

import pytest

from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, paragraphs

DARK, PALE = "0.36 0.17 0.53", "0.94 0.9 0.96"
TITLE, ABOUT = "Skills that lead to good work", "Portfolio: Skills"


def boxes(
    code: str = "CA2", *, base: float = 128, second: str = PALE, stacked: bool = False, high: float = 50
) -> Paper:
    """A code in the middle of its box, beside a title over a line about it."""
    sheet = (paper := Paper()).sheet()
    for top in (100.0, 100.0 + high) if stacked else (100.0,):
        sheet.box(50, top, 118, top + high, colour=DARK)
        sheet.box(118, top, 550, top + high, colour=second)
    sheet.text(65, base, code, size=15, bold=True, grey=1)
    sheet.text(130, 120, TITLE, size=14, bold=True).text(130, 136, ABOUT, size=10)
    if stacked:
        sheet.text(130, 170, "Homes for all", size=14, bold=True)
    sheet.text(50, 230, "We have kept the number of measures low so that each one is looked at.", size=10)
    return paper


@pytest.mark.parametrize("base", [120.0, 128.0, 135.0])
def test_the_code_is_in_front_of_the_first_line(base: float, engine: str) -> None:
    assert paragraphs(document(boxes(base=base), engine))[:2] == [f"CA2 {TITLE}", ABOUT]


@pytest.mark.parametrize(
    "paper",
    [boxes("Vision"), boxes(second=DARK), boxes(stacked=True), boxes(high=125)],
    ids=["a word", "one colour", "a column of boxes", "a high panel"],
)
def test_other_texts_stay_where_they_are(paper: Paper) -> None:
    assert f"CA2 {TITLE}" not in paragraphs(document(paper))
