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


def printed(shift: float, down: float = 0.0, *, again: str = "Our plan", grey: float = 0, n: int = 2) -> list[str]:
    """The words of a page with a text drawn several times."""
    paper = Paper()
    sheet = paper.sheet().text(50, 100, "Our plan")
    for k in range(1, n):
        sheet.text(50 + k * shift, 100 + k * down, again, grey=grey)
    return [word.text for word in page_of(paper).words]


@pytest.mark.parametrize(("shift", "down"), [(0.3, 0.0), (0.0, 0.4), (-0.8, 0.3), (0.0, 0.0)])
def test_words_drawn_again_on_themselves_are_read_once(shift: float, down: float) -> None:
    assert printed(shift, down) == ["Our", "plan"]
    assert printed(shift, down, n=4) == ["Our", "plan"]


@pytest.mark.parametrize(("shift", "down"), [(4.0, 0.0), (0.0, 4.0), (60.0, 0.0)])
def test_words_that_come_again_beside_themselves_are_kept(shift: float, down: float) -> None:
    assert sorted(printed(shift, down)) == ["Our", "Our", "plan", "plan"]


def test_another_word_on_the_same_place_is_kept() -> None:
    assert sorted(printed(0.3, again="A draft")) == ["A", "Our", "draft", "plan"]


def test_white_letters_do_not_take_the_place_of_those_that_are_seen() -> None:
    """A shadow: which of them is seen is settled later."""
    assert printed(0.3, grey=1).count("plan") == 2


def test_the_word_that_is_kept_is_the_first_one() -> None:
    paper = Paper()
    paper.sheet().text(50, 100, "Our plan").text(50.4, 100, "Our plan").text(50, 130, "Another one")
    words = page_of(paper).words
    assert [word.text for word in words] == ["Our", "plan", "Another", "one"]
    assert words[0].x0 == pytest.approx(50, abs=0.01)
