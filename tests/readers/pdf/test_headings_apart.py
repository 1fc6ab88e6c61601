"""Two bold lines further apart than those of the running text are two headings."""

from __future__ import annotations

import math

import pytest

from planparse.model.document import Paragraph
from planparse.readers.pdf.page import Word, make_style
from planparse.readers.pdf.paragraphs.text_blocks import Steps
from planparse.readers.pdf.words.lines import Line, make_lines
from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document

TEXT = "The lanes of the town are swept in each of the weeks of the year, as they were before, by all of us."
NAMES = ("Swim more", "Key developments")


def heads(first: str, second: str, *, apart: float, size: float = 9, lines: int = 5, step: float = 11) -> list[str]:
    """The paragraphs below so many lines of running text but it, that are two bold lines so far ``apart``."""
    sheet = (paper := Paper()).sheet()
    for n in range(lines):
        sheet.text(50, 80 + step * n, TEXT, size=9)
    top = 110 + step * lines
    sheet.text(50, top, first, size=size, bold=True).text(50, top + apart, second, size=size, bold=True)
    for n in range(lines):
        sheet.text(50, top + apart + 20 + step * n, TEXT, size=9)
    return [b.text for b in document(paper).blocks if isinstance(b, Paragraph) and TEXT not in b.text]


def test_two_bold_lines_further_apart_than_running_text_are_two_headings() -> None:
    assert heads(*NAMES, apart=17) == list(NAMES)


def test_so_are_two_of_which_the_first_fills_its_line() -> None:
    name = "Objective 1: Make the town a better place for all of the people who live in it and near it, or come"
    assert heads(name, NAMES[1], apart=17) == [name, NAMES[1]]


def test_so_are_two_larger_ones() -> None:
    assert heads(*NAMES, apart=25, size=14) == list(NAMES)


LONGER = ("Objective 1: Swim more", "Key developments")


def test_so_are_two_a_little_further_apart_of_which_the_first_had_room_for_the_second() -> None:
    assert heads(*LONGER, apart=13.8) == list(LONGER)


@pytest.mark.parametrize("apart", [11.0, 12.5])
def test_two_hardly_further_apart_than_running_text_stay_one_with_all_that_room(apart: float) -> None:
    assert heads(*LONGER, apart=apart) == [" ".join(LONGER)]


def test_two_a_little_further_apart_stay_one_where_the_first_had_room_for_a_word_of_the_second_alone() -> None:
    first, second = "Objective 1: Make the town a better place for all of the young people", "North Park and all of it"
    assert heads(first, second, apart=13.8) == [f"{first} {second}"]
    assert heads(first, second, apart=17) == [first, second]


@pytest.mark.parametrize(
    ("second", "apart", "size", "step"),
    [
        ("North Park and of all others", 11.0, 9.0, 11.0),
        ("North Park and of all others", 13.0, 9.0, 11.0),
        ("North Park and of all others", 18.0, 14.0, 11.0),
        ("North Park and of all others", 16.0, 9.0, 16.0),
        ("all who live in it", 17.0, 9.0, 11.0),
    ],
    ids=["as close", "a little further", "larger letters as close", "running text set wide", "in small letters"],
)
def test_the_lines_of_one_heading_stay_one(second: str, apart: float, size: float, step: float) -> None:
    first = "Objective 1: Make the town a better place for the people of"
    assert heads(first, second, apart=apart, size=size, step=step) == [f"{first} {second}"]


def test_without_running_text_two_such_lines_stay_one() -> None:
    first = "Objective 1: Make the town a better place for the people of"
    assert heads(first, "North Park and of all others", apart=15, lines=0) == [f"{first} North Park and of all others"]


STYLE = make_style(size=10, bold=False, direction=0, invisible=False, white=False, font="", unmapped=False)


def plain(*bases: float) -> list[Line]:
    """Lines of running text on these baselines."""
    return make_lines([Word("swept", 50, y - 8, 75, y + 2, y, STYLE) for y in bases])


def test_the_distance_of_running_text_is_the_one_that_most_lines_have() -> None:
    steps = Steps()
    steps.see(plain(100, 112, 124))
    assert steps.usual == math.inf  # too few lines
    steps.see(plain(100, 112, 130, 142))
    assert steps.usual == 1.2


def test_it_is_that_of_lines_that_go_on_in_small_letters_where_paragraphs_are_short() -> None:
    capital = [Word("Swept", 50, y - 8, 75, y + 2, y, STYLE) for y in (100, 116, 132, 148, 164)]
    steps = Steps()
    steps.see([*make_lines(capital), *plain(176, 188)])
    assert steps.usual == 1.6  # too few of those
    steps.see(plain(200, 212))
    assert steps.usual == 1.2


def test_bold_lines_and_those_that_begin_elsewhere_show_no_distance() -> None:
    steps = Steps()
    bold = make_style(size=10, bold=True, direction=0, invisible=False, white=False, font="", unmapped=False)
    steps.see(make_lines([Word("swept", 50, y - 8, 75, y + 2, y, bold) for y in (100, 112, 124, 136)]))
    steps.see(make_lines([Word("swept", 50 + y, y - 8, 75 + y, y + 2, y, STYLE) for y in (100, 112, 124, 136)]))
    assert steps.usual == math.inf


def test_a_heading_may_end_in_a_word_that_a_text_can_end_in() -> None:
    first = "Objective 1: Get the work done in good time"
    assert heads(first, NAMES[1], apart=17) == [first, NAMES[1]]


FULL = "Objective 1: Make the town a better place for all of the people who live in it and near it"


@pytest.mark.parametrize("end", [" or of", ", all", " or,", " and"])
def test_a_heading_that_plainly_goes_on_is_one_with_the_line_below_it(end: str) -> None:
    assert heads(f"{FULL}{end}", "North Park", apart=17) == [f"{FULL}{end} North Park"]


def test_so_is_one_of_which_the_second_line_is_long_and_the_first_full() -> None:
    first, second = f"{FULL}, or come", "North Park and South Park and all of the others"
    assert heads(first, second, apart=17) == [f"{first} {second}"]


def test_so_is_an_item_with_a_bullet() -> None:
    assert heads("• Make the town better", "North Park", apart=17) == ["Make the town better North Park"]


def test_so_is_a_short_line_that_ends_in_a_small_word() -> None:
    assert heads("A better place for", "North Park", apart=17) == ["A better place for North Park"]
