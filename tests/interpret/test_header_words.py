"""What the words of a header say: beside which words another thing begins, and lines of names alone."""

from __future__ import annotations

import pytest

from planparse.interpret import load_vocabulary
from planparse.interpret.header_words import are_names_alone, role_of

WORDS = load_vocabulary()


@pytest.mark.parametrize(
    "text", ["Changes since last target", "Costs against target", "Swims compared with baseline", "Rise from baseline"]
)
def test_what_stands_behind_since_or_against_names_no_column(text: str) -> None:
    assert role_of(text, WORDS) is None


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Actual against plan", "actual"),
        ("Target since May", "target"),
        ("Performance against target", "actual"),
        ("The new target", "target"),
        ("Visits to target", "target"),
    ],
)
def test_what_stands_in_front_of_it_does(text: str, role: str) -> None:
    found = role_of(text, WORDS)
    assert found is not None
    assert found[0] == role


@pytest.mark.parametrize(
    "text", ["Ref Measure Target", "Measure Lead officer Due date", "Code Indicator 2015/16 Actual Target"]
)
def test_a_line_of_the_names_of_three_columns(text: str) -> None:
    assert are_names_alone(text, WORDS)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2015/16",
        "Measure Target",
        "Ref Measure Target Weather",
        "Ref, measure and target",
        "Key performance measures",
    ],
)
def test_fewer_names_or_other_words_beside_them_are_no_such_line(text: str) -> None:
    assert not are_names_alone(text, WORDS)
