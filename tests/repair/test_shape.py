"""What a text looks like to the passes: unfinished where its last word asks for more."""

from __future__ import annotations

import pytest

from planparse.repair.shape import is_number, is_unfinished
from tests.repair.alone import rejoin
from tests.repair.grids import PLACEHOLDERS, document, grid, texts

ROWS = ("Action|Lead|Due date", "Open it|Coach|May 2016", "{}|Clerk|June 2016", "Ten days||", "Close it|Coach|May 2017")


def rejoined(text: str) -> list[str]:
    """The rows where a page ends behind this action."""
    found, _ = rejoin(document(grid(*(row.format(text) for row in ROWS), seams=(3,))), PLACEHOLDERS)
    return texts(found.blocks[0])


@pytest.mark.parametrize(
    "text",
    [
        "Answer letters in less than",
        "Hold talks during",
        "Look after those",
        "Judge the plan against",
        "Mend what they were",
        "Work towards",
        "Meet people whose",
        "Ask whether it should",
    ],
)
def test_a_row_goes_on_below_the_pages_end_behind_a_word_that_asks_for_more(text: str) -> None:
    assert is_unfinished(text)
    assert rejoined(text)[2:] == [f"{text} Ten days|Clerk|June 2016", ROWS[-1]]


@pytest.mark.parametrize(
    "text", ["Open the pool", "Go further", "Plan for all of them", "Sing in Athan", "Buy a suchard"]
)
def test_behind_another_word_the_next_row_is_one_of_its_own(text: str) -> None:
    assert not is_unfinished(text)
    assert rejoined(text)[2:] == [f"{text}|Clerk|June 2016", *ROWS[3:]]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("H1.2", True),
        ("3.1", True),
        ("3.1.2", True),
        ("AB 3.1a", True),
        ("3.1.", True),
        ("3", False),
        ("AB 3", False),
        ("3.1 Visits", False),
        ("2016", False),
        ("", False),
    ],
)
def test_a_number_within_that_of_an_objective(text: str, number: bool) -> None:
    assert is_number(text) is number
