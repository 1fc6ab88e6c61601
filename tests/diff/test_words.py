from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse.diff.words import bare, same_but_typography, word_changes

LINES = st.text(alphabet="ab cd,.%-’é", max_size=24)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Re-offending rate – 16–18s", "re-offending rate - 16-18s"),
        ("“Good” or better.", '"good" or better'),
        ("1,200 homes", "1200 homes"),
        ("Health & well-being", "Health and wellbeing"),
        ("out comes", "outcomes"),
    ],
)
def test_typography_only(before: str, after: str) -> None:
    assert same_but_typography(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("6.2%", "62%"),
        ("placements (3+)", "placements (3)"),
        ("aged 16-18", "aged 1618"),
        ("£5", "5"),
        ("-5", "5"),
        ("within 2 4 hours", "within 24 hours"),
        ("by 2016/17", "by 201617"),
        ("< 5", "5"),
    ],
)
def test_figures_and_signs_are_no_typography(before: str, after: str) -> None:
    assert not same_but_typography(before, after)


def test_letters_of_other_scripts_count() -> None:
    assert not same_but_typography("हिन्दी", "हन्द")
    assert bare("Llŷn") != bare("Llun")


def test_below_half_in_common_both_are_whole() -> None:
    assert word_changes("Visits to museums", "Share of adults who swim weekly") == (
        ("-", "Visits to museums"),
        ("+", "Share of adults who swim weekly"),
    )


def test_a_few_common_words_are_not_woven_in() -> None:
    words = word_changes("Visits to the museum by schools", "Share of visits that end in the new cafe by noon")
    assert [op for op, _ in words] == ["-", "+"]


def test_a_long_text_is_not_woven() -> None:
    words = word_changes("a " * 900, "a " * 899 + "b")
    assert [op for op, _ in words] == ["-", "+"]


@given(LINES, LINES)
def test_pieces_give_back_both_texts(before: str, after: str) -> None:
    words = word_changes(before, after)
    assert "".join(text for op, text in words if op != "+") == before
    assert "".join(text for op, text in words if op != "-") == after
    assert all(a[0] != b[0] for a, b in itertools.pairwise(words))


@given(LINES, LINES)
def test_the_other_way_round_is_the_mirror(before: str, after: str) -> None:
    turn = {"-": "+", "+": "-", "=": "="}
    there, back = word_changes(before, after), word_changes(after, before)
    assert sorted(there) == sorted((turn[op], text) for op, text in back)
