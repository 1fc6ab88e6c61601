"""Tables across both columns of text: under a painted header, and under a bold one that stands on a rule."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.readers.pdf.paper import Paper, Sheet
from tests.readers.pdf.reading import document, grids, paragraphs, texts

LEFT = [f"Left text number {n} of the plan goes on and on over the year" for n in range(14)]
RIGHT = [f"Right text number {n} of the plan goes on and on over the year" for n in range(14)]
XS = [50.0, 180, 320, 440, 550]
HEAD = ["Aim", "Action", "Where", "When"]
ROWS = [[f"Roads {n}", "Sweep them all", f"The ward {n}", "May 2024"] for n in range(4)]


def columns(sheet: Sheet) -> Sheet:
    for n, line in enumerate(LEFT):
        sheet.text(50, 120 + 17 * n, line, size=9)
    for n, line in enumerate(RIGHT):
        sheet.text(310, 126 + 17 * n, line, size=9)
    return sheet


def rows(sheet: Sheet, top: float) -> None:
    for n, row in enumerate(ROWS):
        for x, text in zip(XS, row, strict=False):
            sheet.text(x + 4, top + 12 + 16 * n, text, size=9)


def painted(*, colour: str = "0.85 0.85 0.85", cells: int = 4) -> Paper:
    """A table below two columns of text, its header painted cell by cell."""
    sheet = columns((paper := Paper()).sheet())
    for x0, x1 in list(pairwise(XS))[:cells]:
        sheet.box(x0, 400, x1 - 1, 418, colour=colour)
    for x, name in zip(XS, HEAD, strict=False):
        sheet.text(x + 4, 412, name, size=9, bold=True)
    rows(sheet, 418)
    return paper


def on_rule(*, bold: bool = True, at: float = 417, end: float = 550) -> Paper:
    """A table below two columns of text, its header on a rule and nothing below that."""
    sheet = columns((paper := Paper()).sheet())
    for x, name in zip(XS, HEAD, strict=False):
        sheet.text(x + 4, 412, name, size=9, bold=bold)
    sheet.line(50, at, end, at)
    rows(sheet, 418)
    return paper


def whole(paper: Paper, engine: str = "pdfium") -> bool:
    """Whether one grid has all of the table."""
    return [texts(grid) for grid in grids(document(paper, engine))] == [[HEAD, *ROWS]]


def test_a_table_under_a_painted_header_goes_across(engine: str) -> None:
    assert whole(painted(), engine)


def test_the_columns_of_text_over_it_are_read_one_after_the_other(engine: str) -> None:
    found = " ".join(paragraphs(document(painted(), engine)))
    assert found.index(LEFT[-1]) < found.index(RIGHT[0])
    assert "Roads" not in found


def header_across(paper: Paper, engine: str = "pdfium") -> bool:
    """Whether the names of the header are all read together."""
    doc = document(paper, engine)
    found = [row for grid in grids(doc) for row in texts(grid)] + [text.split() for text in paragraphs(doc)]
    return any([name for name in own if name in HEAD] == HEAD for own in found)


def test_a_bold_header_on_a_rule_goes_across(engine: str) -> None:
    assert header_across(on_rule(), engine)


@pytest.mark.parametrize(
    ("bold", "at", "end"),
    [(False, 417, 550), (True, 430, 550), (True, 417, 290)],
    ids=["not bold", "far over the rule", "over one column"],
)
def test_other_names_do_not(bold: bool, at: float, end: float) -> None:
    assert not header_across(on_rule(bold=bold, at=at, end=end))
