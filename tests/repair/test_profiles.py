"""The columns of values and the one of the text beside them, from all tables of a width together."""

from __future__ import annotations

import pytest

from planparse.repair.profiles import Profile, Profiles
from tests.repair.grids import PLACEHOLDERS, grid

ROWS = ("|AB 1: Visits|1|2", "|AB 2: Swims|3|tbc", "|AB 3: Homes|5%|6%")


def profile(*tables: tuple[str, ...], width: int = 4) -> Profile | None:
    profiles = Profiles(PLACEHOLDERS)
    for rows in tables:
        profiles.add(grid(*rows))
    return profiles.of(width)


def test_values_stand_where_most_rows_have_them_and_texts_before() -> None:
    assert profile(ROWS) == Profile(frozenset({2, 3}), 1)


def test_tables_of_one_width_count_together_and_others_do_not() -> None:
    assert profile(ROWS[:1], ROWS[1:], ("AB 4: Rows|1|2",)) == Profile(frozenset({2, 3}), 1)
    assert profile(ROWS, width=3) is None


def test_years_in_a_header_say_where_values_stand() -> None:
    head = ("|Measure|2015/16 actual|16/17", "Objective|Swim more||")
    assert profile(head) == Profile(frozenset({2, 3}), 1)


@pytest.mark.parametrize(
    "head",
    ["|Measure|2015/16 actual|Target", "|Measure|Actual 15|Target 16", "||2016/17|In 2015/16 and in the years before"],
    ids=["one year", "no years", "a year in a long text"],
)
def test_one_year_or_none_says_nothing(head: str) -> None:
    assert profile((head, "Objective|Swim more||")) is None


def test_a_label_with_its_text_says_where_texts_stand() -> None:
    rows = ("Objective|Swim more||", "Issues|Less rain||", "Priority|Health||", "Lead|Coach||")
    assert profile((*ROWS, *rows)) == Profile(frozenset({2, 3}), 1)
    assert profile((*ROWS, *(f"|{r[:-1]}" for r in rows))) == Profile(frozenset({2, 3}), 1), "they begin at no label"


def test_a_label_alone_or_one_beside_a_value_does_not() -> None:
    years = "|Measure|2015/16|2016/17"
    assert profile((years, "Objective|||", "Visits|7||")) is None


def test_a_row_with_a_single_value_may_be_anything() -> None:
    assert profile(("|AB 1: Visits|1|", "|AB 2: Swims|3|", "|AB 3: Homes|5|")) is None


def test_a_value_over_several_columns_does_not_count() -> None:
    assert profile(("|AB 1: Visits|1|2>2", "|AB 2: Swims|3|4>2"), width=5) is None


def test_a_column_that_few_rows_reach_into_is_none_of_values() -> None:
    shifted = ("AB 9: Rows|7|8|",)
    assert profile((*ROWS, *ROWS, *shifted)) == Profile(frozenset({2, 3}), 1)
    few = [f"|Visits|{n}|{n}" for n in range(9)]
    wide = [f"{row}|" for row in few] + ["|Visits|1|2|3"] * 2
    assert profile(tuple(wide), width=5) == Profile(frozenset({2, 3}), 1)
    assert profile((*wide, "|Visits|1|2|3"), width=5) == Profile(frozenset({2, 3, 4}), 1)


def test_tables_whose_text_stands_first_need_no_profile() -> None:
    """Where the text is in the first column already, no row can stand too far left."""
    assert profile(("AB 1: Visits|1|2", "AB 2: Swims|3|4"), width=3) is None


def test_only_what_the_vocabulary_calls_a_placeholder_stands_for_a_value() -> None:
    rows = ("|AB 1: Visits|1|too dry", "|AB 2: Swims|3|too dry")
    assert profile(rows) is None
    profiles = Profiles({"too dry"})
    profiles.add(grid(*rows))
    assert profiles.of(4) == Profile(frozenset({2, 3}), 1)
