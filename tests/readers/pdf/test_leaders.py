"""Leaders that are drawn in a list of contents rule no rows: each is a word of dots in its line. Those of a table are
left out."""

from __future__ import annotations

import pytest

from planparse.readers.pdf.page import Page, Rule, Word, make_style
from planparse.readers.pdf.words.leaders import add_leaders
from tests.readers.pdf.paper import Paper, text_width
from tests.readers.pdf.reading import document, grids, paragraphs, texts

STYLE = make_style(size=10, bold=False, direction=0, invisible=False, white=False, font="", unmapped=False)
ENTRIES = ["Introduction", "Our aims", "Money", "What we did"]


def word(text: str, x: float, base: float) -> Word:
    return Word(text, x, base - 8, x + 60, base + 2, base, STYLE)


def contents(*, numbers: str = "2479", down: float = 0.0, start: float = 113, end: float = 390) -> Page:
    """Entries that end at 110, page numbers that begin at 400, and a rule ``down`` below each baseline."""
    page = Page(0, 595, 842)
    for n, (entry, number) in enumerate(zip(ENTRIES, numbers, strict=False)):
        base = 100.0 + 20 * n
        page.words += [word(entry, 50, base), word(number, 400, base)]
        page.horizontals.append(Rule(base + down, start, end))
    return page


def dots(page: Page) -> list[tuple[float, float, float]]:
    """Where the words of dots stand."""
    add_leaders(page)
    return [(w.x0, w.x1, w.base) for w in page.words if w.text == "...."]


def test_drawn_leaders_make_no_table(engine: str) -> None:
    paper = Paper()
    sheet = paper.sheet()
    for n, entry in enumerate(ENTRIES):
        sheet.text(50, 100 + 20 * n, entry).text(500, 100 + 20 * n, str(2 + 3 * n))
        sheet.line(53 + text_width(entry, 10), 99 + 20 * n, 495, 99 + 20 * n, dash="[1 2] 0 d")
    doc = document(paper, engine)
    assert grids(doc) == []
    text = " ".join(paragraphs(doc)).replace(".", " ")
    assert text.split() == " ".join(f"{entry} {2 + 3 * n}" for n, entry in enumerate(ENTRIES)).split()


def test_each_leader_is_a_word_before_its_number() -> None:
    page = contents()
    assert dots(page) == [(113, 390, 100 + 20 * n) for n in range(4)]
    assert [w.text for w in page.words[:3]] == ["Introduction", "....", "2"]
    assert page.horizontals == []


def test_a_leader_in_pieces_goes_as_a_whole_and_other_rules_stay() -> None:
    page = contents()
    page.horizontals = [Rule(100 + 20 * n, a, a + 28) for n in range(4) for a in range(113, 390, 28)]
    page.horizontals.append(Rule(400, 50, 300))
    assert len(dots(page)) == 4
    assert page.horizontals == [Rule(400, 50, 300)]


def test_roman_numbers_are_page_numbers_and_words_are_not() -> None:
    assert len(dots(contents(numbers="ivxI"))) == 4
    assert dots(contents(numbers="abcd")) == []


def test_rules_under_the_rows_of_a_table_stay() -> None:
    page = contents(down=5)
    assert dots(page) == []
    assert len(page.horizontals) == 4


def test_rules_above_the_letters_stay() -> None:
    assert dots(contents(down=-5)) == []


def test_a_rule_that_runs_under_the_entry_or_the_number_is_no_leader() -> None:
    assert dots(contents(start=50)) == []
    assert dots(contents(end=440)) == []


def test_a_rule_far_from_the_entry_or_the_number_is_no_leader() -> None:
    assert dots(contents(start=150)) == []
    assert dots(contents(end=350)) == []


def test_one_entry_is_no_list() -> None:
    assert dots(contents(numbers="2")) == []
    assert len(dots(contents(numbers="24"))) == 2


def test_a_short_dash_is_no_leader() -> None:
    page = contents(start=375)
    for entry in page.words[::2]:
        entry.x1 = 372
    assert dots(page) == []


ROWS = [
    ("Mining", "1,204", "38.1"),
    ("Fishing and forests", "962", "4.0"),
    ("Trade", "-", "12.7"),
    ("Total", "2,615", "9.3"),
]


def led(rows: list[tuple[str, ...]], dots: str) -> Paper:
    """Rows whose names are led to the numbers behind them, below a header, with no line drawn."""
    paper = Paper()
    sheet = paper.sheet()
    for x, name in zip((50, 330, 420), ("Industry", "Jobs", "Share"), strict=False):
        sheet.text(x, 100, name)
    for n, (entry, *numbers) in enumerate(rows):
        text = entry
        while text_width(text + dots, 10) < 240:
            text += dots
        sheet.text(50, 120 + 20 * n, text)
        for x, number in zip((330, 420), numbers, strict=False):
            sheet.text(x, 120 + 20 * n, number)
    return paper


@pytest.mark.parametrize("dots", [".", " .", "…"])
def test_the_leaders_of_a_table_part_its_columns_and_are_left_out(engine: str, dots: str) -> None:
    (grid,) = grids(document(led(ROWS, dots), engine))
    assert texts(grid) == [["Industry", "Jobs", "Share"], *map(list, ROWS)]


def test_typed_leaders_of_a_list_of_contents_stay() -> None:
    doc = document(led([(entry, str(2 + 3 * n)) for n, entry in enumerate(ENTRIES)], "."))
    assert grids(doc) == []
    assert sum("....." in text for text in paragraphs(doc)) > 0
