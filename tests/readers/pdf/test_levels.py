"""The items of lists say how large running text is, where that of tables is smaller."""

from __future__ import annotations

import pytest

from planparse.readers.pdf.paragraphs.headings import Levels
from planparse.readers.pdf.paragraphs.prose import Prose

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
