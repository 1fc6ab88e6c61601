"""A title that begins plain and goes on in bold may have a rest in the next line."""

from __future__ import annotations

import pytest

from planparse.model.document import Paragraph
from tests.readers.pdf.paper import Paper, text_width
from tests.readers.pdf.reading import document

TEXT = "The lanes of the town are swept in each of the weeks of the year, as they were before, by all of us."


def heads(bold: str, second: str, *, name: str = "Objective:", size: float = 14, engine: str = "pdfium") -> list[str]:
    """The paragraphs but running text: ``name`` with a bold text beside it, over a bold line."""
    sheet = (paper := Paper()).sheet()
    for n in range(5):
        sheet.text(50, 80 + 11 * n, TEXT, size=9)
    sheet.text(50, 160, name, size=size)
    sheet.text(50 + text_width(name, size) + 4, 160, bold, size=size, bold=True)
    sheet.text(50, 178, second, size=size, bold=True)
    for n in range(5):
        sheet.text(50, 210 + 11 * n, TEXT, size=9)
    return [b.text for b in document(paper, engine).blocks if isinstance(b, Paragraph) and TEXT not in b.text]


LONG = "Homes for all who live here and for those"
"""With the name before it, as long as the lines of running text."""


@pytest.mark.parametrize(
    ("bold", "second"),
    [(LONG, "householders near by"), ("Homes for the people of the towns of", "Northborough")],
    ids=["a small letter", "behind a small word"],
)
def test_a_bold_line_that_plainly_goes_on_is_the_rest_of_the_title(bold: str, second: str, engine: str) -> None:
    assert heads(bold, second, engine=engine) == [f"Objective: {bold} {second}"]


@pytest.mark.parametrize(
    ("bold", "second"),
    [(LONG, "Key developments"), ("Homes", "for sale")],
    ids=["a capital", "room for its first word"],
)
def test_another_bold_line_is_a_text_of_its_own(bold: str, second: str) -> None:
    assert heads(bold, second) == [f"Objective: {bold}", second]
