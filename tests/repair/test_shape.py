"""What a text looks like to the passes: unfinished where its last word asks for more."""

from __future__ import annotations

import pytest

from planparse.repair.shape import is_number, is_value
from planparse.text import is_unfinished
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


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2024 Actual", False),
        ("2024 ACTUAL", False),
        ("2025 TARGET", False),
        ("2025 Target", False),
        ("2000 MW", True),
        ("2000 GWH", True),
        ("2024 homes", True),
        ("3000 ACTUAL", True),
        ("2024", True),
        ("45%", True),
    ],
)
def test_a_year_with_a_word_in_capitals_is_the_name_of_a_column(text: str, value: bool) -> None:
    assert is_value(text, PLACEHOLDERS) is value


@pytest.mark.parametrize("names", ["2024 Actual|2025 Target", "2024 ACTUAL|2025 TARGET"])
def test_a_header_of_such_names_at_a_pages_end_is_no_row_torn_there(names: str) -> None:
    rows = [f"Measure of the|{names}", "pool visits|45%|50%"]
    found, _ = rejoin(document(grid("Ours||", *rows, seams=(2,))), PLACEHOLDERS)
    assert texts(found.blocks[0]) == ["Ours||", *rows]
