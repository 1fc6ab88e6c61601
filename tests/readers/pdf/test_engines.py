"""The second engine: asked by name, and for pages on which the first one loses text."""

from __future__ import annotations

import pytest

from planparse.readers.pdf.engines import pdfium_text
from planparse.readers.pdf.page import Page
from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, texts

XS, YS = [50, 150, 250], [100, 120, 140]
ROWS = [["Measure", "Target"], ["PI 1", "88%"]]


def sample() -> Paper:
    paper = Paper("A plan")
    sheet = paper.sheet().text(50, 60, "DRAFT Business Plan 2016-19", size=16, bold=True)
    sheet.box(50, 100, 250, 120, colour="0.8 0.8 0.8").grid(XS, YS, ROWS)
    sheet.text(50, 180, "•").text(70, 180, "an item of a list").text(50, 200, "Words after the table.")
    paper.sheet(rotate=90).grid(XS, YS, ROWS)
    return paper


def test_both_engines_give_the_same_document() -> None:
    first, second = document(sample()), document(sample(), "pdfplumber")
    assert first.blocks == second.blocks
    assert first.title == second.title == "A plan"
    assert first.sizes == second.sizes


def test_a_page_whose_text_pdfium_loses_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def lose(self: pdfium_text.PageText, page: Page) -> int:
        return 0

    monkeypatch.setattr(pdfium_text.PageText, "read", lose)
    doc = document(sample())
    assert texts(grids(doc)[0]) == ROWS
    assert [(n.level, n.code) for n in doc.notes] == [("warning", "second-opinion")] * 2
    assert "pdfplumber" in doc.notes[0].message


def test_a_page_without_text_is_not_asked_about_again(monkeypatch: pytest.MonkeyPatch) -> None:
    import pdfplumber

    monkeypatch.setattr(pdfplumber, "open", None)
    paper = sample()
    paper.sheet().line(50, 50, 90, 50)
    assert document(paper).notes == ()
