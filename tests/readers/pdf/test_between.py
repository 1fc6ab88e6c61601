"""A header that stands on the first of the rules between which the rows of a table stand."""

from __future__ import annotations

import pytest

from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, paragraphs, texts

ROWS = [["Open the depot", "May 2024"], ["Mend the lanes", "June 2024"], ["Paint the hall", "in the summer"]]
NAMES = ["Action", "By when"]
PROSE = "This is what the board of our town wants to see done before the end of the year"


def ruled(names: list[str], *, bold: bool, gap: float = 0) -> Paper:
    """Rows between rules, names ``gap`` points above the first of these, further right than the texts of their rows."""
    sheet = (paper := Paper()).sheet().text(50, 40, PROSE)
    for x, name in zip((60, 330, 400), names, strict=False):
        sheet.text(x, 100 - gap, name, size=9, bold=bold)
    for n, row in enumerate([[], *ROWS]):
        for x, text in zip((50, 300), row, strict=False):
            sheet.text(x, 100 + 20 * n, text, size=9)
        sheet.line(50, 105 + 20 * n, 420, 105 + 20 * n)
    sheet.text(50, 230, PROSE[8:])
    return paper


def test_two_bold_names_on_a_rule_are_a_header(engine: str) -> None:
    doc = document(ruled(NAMES, bold=True), engine)
    assert [texts(grid) for grid in grids(doc)] == [[NAMES, *ROWS]]


@pytest.mark.parametrize(
    ("names", "bold", "gap"),
    [(NAMES, False, 0), (NAMES[:1], True, 0), (NAMES, True, 30)],
    ids=["plain", "one name", "far above"],
)
def test_other_words_above_a_rule_are_none(names: list[str], bold: bool, gap: float) -> None:
    doc = document(ruled(names, bold=bold, gap=gap))
    assert [texts(grid) for grid in grids(doc)] == [ROWS]
    assert paragraphs(doc)[1] == " ".join(names)
