"""Headings below two columns of text are of what comes next across the page; bold lines within a column are of it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from planparse.readers.pdf.page import Word, make_style
from planparse.readers.pdf.paragraphs.reading_order import reading_groups
from planparse.readers.pdf.words.lines import make_lines
from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, paragraphs

ACROSS = "The lanes of the town are swept in each of the weeks of the year, as they were before, by all of us."
LEFT = ["We sweep the roads of the town each week and", "mend what is broken in them as soon as", "we hear of it."]
RIGHT = ["Our people hold fairs in the hall of the town", "and on the green behind it when it is dry,", "for all."]
HEADS = ["Swim more", "Performance indicators"]


def page(left: Sequence[str], right: Sequence[str], *heads: tuple[float, str], lower: int = 0) -> list[str]:
    """The paragraphs of two columns between texts across the page, with bold lines at these places left."""
    sheet = (paper := Paper()).sheet().text(50, 60, ACROSS, size=9)
    for n, text in enumerate(left):
        sheet.text(50, 90 + 12 * n, text, size=9)
    for n, text in enumerate(right):
        sheet.text(320, 90 + 12 * (n + lower), text, size=9)
    for base, text in heads:
        sheet.text(50, base, text, size=9, bold=True)
    sheet.text(50, 260, ACROSS, size=9)
    return paragraphs(document(paper))


def test_headings_below_two_columns_come_before_what_stands_below_them(engine: str) -> None:
    found = page(LEFT * 3, RIGHT * 3, (224, HEADS[0]), (246, HEADS[1]))
    assert found[-3:] == [*HEADS, ACROSS]
    assert " ".join(found[1:-3]) == " ".join([*LEFT * 3, *RIGHT * 3])


def test_a_bold_line_beside_the_right_column_is_of_the_left_one() -> None:
    found = " ".join(page(LEFT * 3, RIGHT * 3, (212, HEADS[0]), lower=3))
    assert found == " ".join([ACROSS, *LEFT * 3, HEADS[0], *RIGHT * 3, ACROSS])


Entry = tuple[float, str, float, bool]


def groups(*entries: Entry) -> list[list[str]]:
    """The groups of a page of two columns of level lines, and texts at these places, on these baselines, bold
    or plain: each the texts of its lines, those that are bold between stars."""
    words: list[Word] = []
    level = [(x, "some words of our town", 100 + 14.0 * n, False) for n in range(12) for x in (50.0, 320.0)]
    for start, text, base, bold in [*level, *entries]:
        style = make_style(size=10, bold=bold, direction=0, invisible=False, white=False, font="", unmapped=False)
        x = start
        for part in text.split():
            words.append(Word(part, x, base - 8, x + 8 * len(part), base + 2, base, style))
            x += 8 * len(part) + 3
    lines = make_lines(sorted(words, key=lambda word: (word.base, word.x0)))
    return [[f"*{x.text}*" if x.bold else x.text for x in group.lines] for group in reading_groups(lines, [])]


ALL = (50.0, "some words that go on and on from side to side of the page", 330.0, False)
COLUMN = ["some words of our town"] * 12


def test_headings_that_stand_below_all_of_the_right_column_go_across() -> None:
    found = groups((50.0, "Swim more", 280.0, True), (50.0, "Measures", 300.0, True), ALL)
    assert found == [COLUMN, COLUMN, ["*Swim more*", "*Measures*", ALL[1]]]


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([(50.0, "Swim more", 280.0, False), ALL], [[*COLUMN, "Swim more"], COLUMN, [ALL[1]]]),
        ([(50.0, "Swim more", 280.0, True)], [[*COLUMN, "*Swim more*"], COLUMN]),
        ([(50.0, "Swim more", 86.0, True), ALL], [["*Swim more*", *COLUMN], COLUMN, [ALL[1]]]),
        (
            [(50.0, "Swim more", 280.0, True), (320.0, "Run more", 294.0, False), ALL],
            [[*COLUMN, "*Swim more*"], [*COLUMN, "Run more"], [ALL[1]]],
        ),
        ([(320.0, "Run more", 280.0, True), ALL], [COLUMN, [*COLUMN, "*Run more*"], [ALL[1]]]),
        (
            [(50.0, "Swim more", 280.0, True), (50.0, "as we did", 294.0, False), ALL],
            [[*COLUMN, "*Swim more*", "as we did"], COLUMN, [ALL[1]]],
        ),
    ],
    ids=["plain", "nothing across below", "over them", "beside the right column", "on the right", "text below it"],
)
def test_other_lines_are_of_their_column(entries: list[Entry], expected: list[list[str]]) -> None:
    assert groups(*entries) == expected


def test_the_parts_of_a_line_keep_their_own_style() -> None:
    found = groups((50.0, "Swim more", 86.0, True), (320.0, "some of us", 86.0, False))
    assert [group[0] for group in found] == ["*Swim more*", "some of us"]
    found = groups((50.0, "some of us", 86.0, False), (320.0, "Run more", 86.0, True))
    assert [group[0] for group in found] == ["some of us", "*Run more*"]
