"""Letters, or pieces of a word, that stand apart by the room that each letter has are one word."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from planparse.model.provenance import BBox
from planparse.readers.pdf.page import Letter, Page, Style, Word, make_style
from planparse.readers.pdf.words.spaced import join_letters, join_touching
from tests.readers.pdf.paper import Paper, text_width
from tests.readers.pdf.reading import document, paragraphs


def style(size: float = 10, font: str = "Plain") -> Style:
    return make_style(size=size, bold=False, direction=0, invisible=False, white=False, font=font, unmapped=False)


BODY, HEAD = style(), style(20, "Head")


def spaced(texts: Sequence[str], gaps: Sequence[float], *, of: Style = HEAD, room: float = 0.0) -> list[Word]:
    """Words with these gaps after them, in heights of a letter; ``room`` stands between their letters."""
    out, x = [], 50.0
    for n, text in enumerate(texts):
        width = (0.5 * len(text) + room * (len(text) - 1)) * of.size
        out.append(Word(text, x, 92, x + width, 102, 100, of))
        x += width + (gaps[n] * of.size if n < len(gaps) else 0)
    return out


def joined(words: list[Word], *, room: float = 0.0) -> list[str]:
    """What the words of a page become; running text of another style stands below them."""
    below = [Word("running", 50, 200 + 12 * n, 90, 210 + 12 * n, 208 + 12 * n, BODY) for n in range(len(words) + 2)]
    page = Page(0, 595, 842, words=words + below)

    def letters(word: Word) -> list[Letter]:
        step = (0.5 + room) * word.style.size
        places: list[BBox] = [
            (word.x0 + n * step, word.top, word.x0 + n * step + 0.5 * word.style.size, word.bottom)
            for n in range(len(word.text))
        ]
        return list(zip(word.text, places, strict=True))

    page.letters = letters
    join_letters(page)
    return [word.text for word in page.words if word.text != "running"]


@pytest.mark.parametrize("room", [0.25, 0.4])
def test_a_spaced_title_is_its_words(engine: str, room: float) -> None:
    paper = Paper()
    sheet = paper.sheet()
    sheet.text(50, 80, "OUR PLAN", size=20, spacing=20 * room)
    for n in range(8):
        sheet.text(50, 120 + 12 * n, "Running text of the plan that says what is to be done in the years to come")
    assert paragraphs(document(paper, engine))[0] == "OUR PLAN"


def test_lone_letters_are_one_word_up_to_a_wider_gap() -> None:
    assert joined(spaced("PLAN", [0.25] * 3)) == ["PLAN"]
    assert joined(spaced("OURPLAN", [0.25, 0.25, 0.6, 0.25, 0.25, 0.25])) == ["OUR", "PLAN"]


def test_lone_letters_in_running_text_are_joined_too() -> None:
    assert joined(spaced("PLAN", [0.25] * 3, of=BODY)) == ["PLAN"]


def test_pieces_whose_own_letters_stand_apart_as_far_are_joined() -> None:
    assert joined(spaced(["PL", "AN"], [0.17], room=0.15), room=0.15) == ["PLAN"]
    assert joined(spaced(["PL", "AN"], [0.17], room=0.02), room=0.02) == ["PL", "AN"]


def test_three_letters_are_initials() -> None:
    assert joined(spaced("ABC", [0.25] * 2)) == ["A", "B", "C"]


def test_letters_as_far_apart_as_columns_are_values() -> None:
    assert joined(spaced("YNYN", [0.7] * 3)) == ["Y", "N", "Y", "N"]
    assert joined(spaced("YNYN", [2.5] * 3)) == ["Y", "N", "Y", "N"]


def test_letters_as_close_as_kerning_puts_them_are_left() -> None:
    assert joined(spaced("YNYN", [0.04] * 3)) == ["Y", "N", "Y", "N"]


def test_figures_that_stand_alone_are_no_letters() -> None:
    assert joined(spaced("1234", [0.25] * 3)) == ["1", "2", "3", "4"]


def test_letters_of_other_lines_or_styles_are_not_joined() -> None:
    words = spaced("PLAN", [0.25] * 3)
    words[2].base += 1
    assert joined(words) == ["P", "L", "A", "N"]
    words = spaced("PLAN", [0.25] * 3)
    words[2].style = style(20, "Other")
    assert joined(words) == ["P", "L", "A", "N"]


def test_the_joined_word_stands_where_its_letters_stood() -> None:
    words = spaced("PLAN", [0.25] * 3)
    words[-1].blank = False
    end = words[-1].x1
    page = Page(0, 595, 842, words=words)
    join_letters(page)
    (word,) = page.words
    assert (word.text, word.x0, word.x1, word.base, word.blank) == ("PLAN", 50, end, 100, False)


def test_a_word_beside_another_one_stays() -> None:
    """A large title of narrow blanks, whose letters have no room of their own."""
    paper = Paper()
    sheet = paper.sheet()
    x = 50.0
    for word in ("Plan", "for", "all"):
        sheet.text(x, 80, word, size=20)
        x += text_width(word, 20) + 3.6
    for n in range(8):
        sheet.text(50, 120 + 12 * n, "Running text of the plan that says what is to be done in the years to come")
    assert paragraphs(document(paper))[0] == "Plan for all"


def test_small_capitals_behind_a_capital(engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    x = 50.0
    for word in ("Linked", "indicators"):
        for n, letter in enumerate(word):
            size = 6.5 if n or word != "Linked" else 9
            sheet.text(x, 100, letter, size=size, bold=True)
            x += text_width(letter, size, True) + 1.6
        x += 4
    assert paragraphs(document(paper, engine)) == ["Linked indicators"]


def touching(gap: float, *, down: float = 0, of: Style = BODY) -> list[str]:
    """What becomes of two words with this gap between them, in heights of a letter."""
    first, second = spaced(["bo", "oks"], [gap], of=BODY)
    second.base += down
    second.style = of
    page = Page(0, 595, 842, words=[first, second])
    join_touching(page)
    return [word.text for word in page.words]


def test_words_that_touch_are_one() -> None:
    assert touching(0) == touching(0.05) == touching(-0.05) == ["books"]


def test_words_apart_or_of_other_lines_or_styles_are_two() -> None:
    assert touching(0.1) == touching(0, down=1) == touching(0, of=HEAD) == ["bo", "oks"]


@pytest.mark.parametrize(("back", "read"), [(278, "We sweep roads."), (0, "We sweep roa ds.")])
def test_a_blank_as_narrow_as_nothing_parts_no_word(back: float, read: str) -> None:
    """Of the engines only pdfplumber tells it by the blank itself."""
    paper = Paper()
    pieces = [text.encode().hex() for text in ("We sweep roa ", "ds.")]
    paper.sheet().raw(f"q 0 g BT /F 10 Tf 50 700 Td [<{pieces[0]}> {back} <{pieces[1]}>] TJ ET Q")
    assert paragraphs(document(paper, "pdfplumber")) == [read]
