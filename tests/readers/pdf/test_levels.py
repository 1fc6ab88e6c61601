"""The items of lists say how large running text is, where that of tables is smaller."""

from __future__ import annotations

from typing import Any

import pytest

from planparse.model.document import Paragraph
from planparse.readers.pdf.paragraphs.headings import Levels
from planparse.readers.pdf.paragraphs.prose import Prose
from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document

BOX = (50.0, 100.0, 200.0, 110.0)


def prose(text: str, size: float, *, marker: str | None = None, bold: bool = False) -> Prose:
    return Prose(text, marker, size, bold, BOX)


def levels(items: int, *, bold: bool = False) -> list[int | None]:
    """The levels of a title, of a text as large as so many items of lists, and of a bold text of the body's size."""
    texts = [prose("Our streets", 16), prose("We sweep the roads", 11), prose("In the year", 9, bold=True)]
    listed = [prose(f"Mend lane {n}", 11, marker="•", bold=bold) for n in range(items)]
    found = Levels([*texts, *listed], 9)
    return [found.of(text) for text in texts]


def test_text_as_large_as_the_items_of_lists_is_no_heading() -> None:
    assert levels(4) == [1, None, None]


@pytest.mark.parametrize(("items", "bold"), [(3, False), (4, True)], ids=["a few", "bold"])
def test_other_items_say_nothing(items: int, bold: bool) -> None:
    assert levels(items, bold=bold) == [1, 2, 3]


MARKS = ["1.", "2.", "3.", "4.", "5.", "6."]


def numbered(marks: list[str], *, between: bool = False, bold: bool = False, odd: float = 11) -> int | None:
    """The level of the last of such items in larger letters than those of the body; ``odd``: those of each second."""
    listed: list[Prose] = []
    for n, mark in enumerate(marks):
        listed.append(prose(f"Mend lane {n}", odd if n % 2 == 0 else 11, marker=mark, bold=bold))
        listed += [prose("We sweep it each week", 9)] * between
    return Levels([prose("Our streets", 16), *listed], 9).of(listed[-1 - between])


@pytest.mark.parametrize("marks", [MARKS, [mark.replace(".", ")") for mark in MARKS]], ids=["stops", "brackets"])
def test_plain_items_that_are_numbered_one_after_the_other_are_no_headings(marks: list[str]) -> None:
    assert numbered(marks) is None


@pytest.mark.parametrize(
    ("marks", "how"),
    [
        (MARKS, {"between": True}),
        (MARKS, {"bold": True}),
        (MARKS, {"odd": 12.0}),
        (MARKS[:3], {}),
        (["1.", "3.", "5.", "7.", "9.", "11."], {}),
    ],
    ids=["with texts between them", "bold", "of other sizes", "a few", "with gaps"],
)
def test_other_numbered_lines_are_headings(marks: list[str], how: dict[str, Any]) -> None:
    assert numbered(marks, **how) is not None


def headed(count: int, *, between: bool) -> list[int | None]:
    """The levels of the numbered lines on a page whose table has smaller letters, maybe with texts between them."""
    sheet, y = (paper := Paper()).sheet().text(50, 60, "Swim more", size=18, bold=True), 90
    for n in range(count):
        sheet.text(50, y, f"{n + 1}. Mend the lane of ward {n + 1}", size=11)
        y += 20
        if between:
            sheet.text(50, y, "We sweep the lanes of the town in each of the weeks of the year.", size=8)
            y += 20
    rows = [["Ref", "Measure"], *([f"AB{n}", "Lanes of the town that are swept"] for n in range(16))]
    sheet.grid([50, 120, 330], [y + 20 * n for n in range(18)], rows, size=8)
    return [b.heading for b in document(paper).blocks if isinstance(b, Paragraph) and b.marker]


def test_a_numbered_list_above_a_table_in_smaller_letters_has_no_headings() -> None:
    assert headed(6, between=False) == [None] * 6


def test_numbered_headings_above_their_texts_stay_headings() -> None:
    assert headed(5, between=True) == [2] * 5
