"""Lists side by side, each under a heading of its own, are read one after the other."""

from __future__ import annotations

import pytest

from tests.readers.pdf.paper import Paper, Sheet
from tests.readers.pdf.reading import document, paragraphs

LEFT = ["A new pool was opened in May", "The old one was closed", "Some trees were planted"]
RIGHT = ["Fewer people swim in the winter", "The pipes are old"]


def lists(sheet: Sheet, left: str, right: str, mark: str) -> None:
    sheet.text(50, 100, left, bold=True).text(310, 100, right, bold=True)
    for x, texts in ((50, LEFT), (310, RIGHT)):
        for n, text in enumerate(texts):
            sheet.text(x, 116 + 14 * n, mark, size=9).text(x + 12, 116 + 14 * n, text, size=9)
    sheet.text(
        50, 200, "What comes next is a sentence that goes on for the whole of the page, to its other end.", size=9
    )


def test_the_left_list_comes_before_the_heading_of_the_right_one(engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    lists(sheet, "Key developments", "Emerging issues", "•")
    assert paragraphs(document(paper, engine))[:7] == ["Key developments", *LEFT, "Emerging issues", *RIGHT]


@pytest.mark.parametrize(("left", "right"), [("Key developments", "£1.2m in 2017"), ("in the north", "in the south")])
def test_figures_and_ends_of_sentences_are_no_headings(left: str, right: str) -> None:
    sheet = (paper := Paper()).sheet()
    lists(sheet, left, right, "•")
    assert paragraphs(document(paper))[:4] != [left, *LEFT]
