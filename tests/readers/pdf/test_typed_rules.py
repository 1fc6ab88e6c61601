"""Rows of underscores or dashes are rules, where nothing else stands on their line."""

from __future__ import annotations

import pytest

from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, paragraphs, texts

ROWS = [["Measure", "Actual", "Target"], ["Visits to all pools", "38.1", "40.0"], ["Swims", "4.0", "5.5"]]


def typed(mark: str, *, beside: str = "") -> Paper:
    """A header and two rows, with typed rules over, under and between them."""
    paper = Paper()
    sheet = paper.sheet()
    for base in (86, 112, 152):
        sheet.text(50, base, beside + mark * 60)
    for n, row in enumerate(ROWS):
        for x, text in zip((50, 200, 300), row, strict=True):
            sheet.text(x, (100, 126, 142)[n], text)
    return paper


@pytest.mark.parametrize("mark", ["_", "-", "="])
def test_typed_rules_rule_a_table(engine: str, mark: str) -> None:
    doc = document(typed(mark), engine)
    (grid,) = grids(doc)
    assert texts(grid) == ROWS
    assert not any(mark * 4 in text for text in paragraphs(doc))


def test_a_space_to_write_in_stays_a_text() -> None:
    assert any("Name: ____" in text for text in paragraphs(document(typed("_", beside="Name: "))))
