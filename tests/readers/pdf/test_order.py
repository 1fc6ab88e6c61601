"""The words of a page that is drawn in no order are put line by line; those of other pages are left as they come."""

from __future__ import annotations

import random

import pytest

from planparse.readers.pdf.page import Page, Word, make_style
from planparse.readers.pdf.words.order import put_in_order
from tests.readers.pdf.drawn import words
from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, paragraphs

LINES = [
    "This is what the board of our town",
    "wants to see done before the end",
    "of the year and in the years to come",
    "for all who live here and visit us",
]


def page(shuffled: int, *, turned: bool = False) -> Page:
    """Words of four lines, the last ones of them drawn from the foot of the page up and down."""
    own = [word for n, text in enumerate(LINES) for word in words(50, 100 + 14 * n, text)]
    odd = own[:: len(own) // shuffled][:shuffled] if shuffled else []
    rest = [word for word in own if word not in odd]
    drawn: list[Word] = []
    for n, word in enumerate(odd):
        drawn += [rest[-1 - n], word]
    drawn += [word for word in rest if word not in drawn]
    if turned:
        style = make_style(size=9, bold=False, direction=90, invisible=False, white=False, font="", unmapped=False)
        drawn.insert(0, Word("Up", 20, 300, 30, 320, 25, style))
    return Page(1, 595, 842, words=drawn)


def test_words_in_no_order_are_put_line_by_line() -> None:
    own = page(12)
    put_in_order(own)
    assert " ".join(word.text for word in own.words) == " ".join(LINES)
    assert own.glued


def test_turned_words_come_behind_the_others() -> None:
    own = page(12, turned=True)
    put_in_order(own)
    assert [word.text for word in own.words][-2:] == ["us", "Up"]


@pytest.mark.parametrize("shuffled", [0, 2])
def test_words_that_come_in_order_but_for_a_few_are_left(shuffled: int) -> None:
    own = page(shuffled)
    before = list(own.words)
    put_in_order(own)
    assert own.words == before
    assert not own.glued


def test_columns_one_after_the_other_are_in_order() -> None:
    """The step to the head of the second column is one among many."""
    left = [word for n, text in enumerate(LINES) for word in words(50, 100 + 14 * n, text)]
    right = [word for n, text in enumerate(LINES) for word in words(320, 100 + 14 * n, text)]
    own = Page(1, 595, 842, words=[*left, *right])
    put_in_order(own)
    assert own.words == [*left, *right]


@pytest.mark.parametrize("drawn", [[], ["one"]])
def test_a_page_of_no_word_or_one_is_left(drawn: list[str]) -> None:
    own = Page(1, 595, 842, words=[word for text in drawn for word in words(50, 100, text)])
    put_in_order(own)
    assert [word.text for word in own.words] == drawn


def test_such_a_page_is_read_as_one_drawn_in_order(engine: str) -> None:
    entries = [(50.0 + 60 * k, 100.0 + 14 * n, f"word{n}{k}") for n in range(6) for k in range(6)]
    sheet = (paper := Paper()).sheet()
    random.Random(1).shuffle(entries)
    for x, y, text in entries:
        sheet.text(x, y, text)
    found = " ".join(paragraphs(document(paper, engine))).split()
    assert found == sorted(found)
    assert len(found) == 36
