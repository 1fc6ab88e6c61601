"""Sentences that each fill a line, further apart than lines of running text, are paragraphs of their own."""

from __future__ import annotations

import pytest

from planparse.model.document import Paragraph
from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document

TEXT = "The lanes of the town are swept in each of the weeks of the year, as they were before, by all of us."
ONE = "The wet winter has left the lanes of the whole of the town in a state in which none were ever before."
TWO = "All of the costs of the sand and of the stones remain well above the level assumed in the whole plan."
GOES_ON = ONE.rstrip(".") + " and"


def paragraphs(*lines: str, apart: float, running: int = 5, step: float = 11) -> list[str]:
    """The paragraphs below so many lines of running text but it, that are lines so far ``apart``."""
    sheet = (paper := Paper()).sheet()
    for n in range(running):
        sheet.text(50, 80 + step * n, TEXT, size=9)
    top = 120 + step * running
    sheet.text(50, top - 15, "Emerging issues", size=9, bold=True)
    for n, line in enumerate(lines):
        sheet.text(50, top + apart * n, line, size=9)
    found = [b.text for b in document(paper).blocks if isinstance(b, Paragraph)]
    return found[found.index("Emerging issues") + 1 :]


def test_sentences_apart_that_each_fill_a_line_are_paragraphs() -> None:
    assert paragraphs(ONE, TWO, apart=17) == [ONE, TWO]
    assert paragraphs(ONE, TWO, ONE, apart=17) == [ONE, TWO, ONE]


@pytest.mark.parametrize(
    ("lines", "apart", "running", "step"),
    [
        ((ONE, TWO), 11.0, 5, 11.0),
        ((ONE, TWO), 14.0, 5, 11.0),
        ((ONE, TWO), 17.0, 5, 16.0),
        ((ONE, TWO), 17.0, 0, 11.0),
        ((ONE, TWO[0].lower() + TWO[1:]), 17.0, 5, 11.0),
        ((ONE, GOES_ON, TWO[0].lower() + TWO[1:]), 17.0, 5, 11.0),
    ],
    ids=[
        "as close",
        "a little further",
        "running text set wide",
        "no running text",
        "in small letters",
        "a text set wide",
    ],
)
def test_other_lines_go_on(lines: tuple[str, ...], apart: float, running: int, step: float) -> None:
    assert paragraphs(*lines, apart=apart, running=running, step=step) == [" ".join(lines)]
