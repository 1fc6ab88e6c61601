"""Baselines and styles of the words that PDFium gives."""

from __future__ import annotations

import pytest

from planparse.readers.pdf.page import Page
from planparse.readers.pdf.pdfium import PdfiumSource
from tests.readers.pdf.paper import Paper

LONG = "A text of many words that runs from one side of the page to the other"


def page_of(paper: Paper) -> Page:
    return PdfiumSource(paper.bytes()).page(0)


def test_the_words_of_a_level_text_share_its_baseline() -> None:
    paper = Paper()
    paper.sheet().text(50, 100, LONG).text(50, 120, "Another one")
    assert {round(word.base, 2) for word in page_of(paper).words} == {100, 120}


def test_each_word_of_a_text_that_runs_slightly_aslant_has_its_own_baseline() -> None:
    paper = Paper()
    paper.sheet().text(50, 100, LONG, turn=1)
    words = page_of(paper).words
    assert {word.style.angle for word in words} == {0}
    steps = [word.base - 100 + 0.01745 * (word.x0 - 50) for word in words]
    assert steps == pytest.approx([0] * len(words), abs=0.1)
    assert words[-1].base < 96


def test_the_styles_of_a_page_are_those_of_its_words() -> None:
    paper = Paper()
    paper.sheet().text(50, 100, "Plain").text(50, 120, "Bold", bold=True).text(300, 300, "Up", turn=90)
    page = page_of(paper)
    assert set(page.styles) == {word.style for word in page.words}
    assert len(page.styles) == 3
    assert not page.level


def test_a_page_of_words_made_elsewhere_has_their_styles() -> None:
    paper = Paper()
    paper.sheet().text(50, 100, LONG)
    made = page_of(paper)
    assert Page(0, 595, 842, words=made.words).styles == [made.words[0].style]
    assert Page(0, 595, 842, words=made.words).level
