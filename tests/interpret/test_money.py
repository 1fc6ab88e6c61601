"""Tables of money and posts have figures by year, as measures do, and are none; measures that cost money are."""

from __future__ import annotations

import pytest

from tests.interpret.test_layouts import plan_of, table

INDICATORS = table("Ref|Measure|2015/16 actual|2016/17 target", "AB 1|Visits|1|2", "AB 2|Swims|3|4")
AMOUNTS = ("Staff|100,000|110,000", "Rent|20,000|21,000", "Light|5,000|6,000")


def measured(heading: str, *rows: str, first: str = "", between: str = "") -> list[str]:
    """The measures of a plan with a table of these rows below a heading."""
    plan = plan_of(
        "<h2>AB1: Swim more</h2>",
        INDICATORS,
        f"<h2>{heading}</h2>{between}",
        table(f"{first}|2015/16 actual|2016/17 target", *(rows or AMOUNTS)),
    )
    assert [i.measure for i in plan.indicators[:2]] == ["Visits", "Swims"]
    return [i.measure for i in plan.indicators[2:]]


@pytest.mark.parametrize("heading", ["Budget", "All funds by year", "Posts", "EXPENDITURE", "Revenue budget 2016"])
def test_amounts_under_a_heading_of_money_are_no_measures(heading: str) -> None:
    assert measured(heading) == []


def test_nor_are_they_where_a_caption_stands_between() -> None:
    assert measured("Budget", between="<h3>Table 4: All of the town</h3>") == []


@pytest.mark.parametrize("heading", ["Swim more", "Budgetary control", "AB2: Budget well"])
def test_under_another_heading_they_are(heading: str) -> None:
    """One that names an objective by its code may speak of money."""
    assert measured(heading) == ["Staff", "Rent", "Light"]


@pytest.mark.parametrize("first", ["Measure", "Indicator"])
def test_so_they_are_where_their_column_says_so(first: str) -> None:
    assert measured("Budget", first=first) == ["Staff", "Rent", "Light"]


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        (("Staff in post|100|110", "Bills paid|20%|21%"), ["Staff in post", "Bills paid"]),
        (("Staff|100,000|110", "Bills paid|20%|21%"), ["Staff", "Bills paid"]),
        (("Staff|100,000|110,000", "Bills paid|20%|21%"), []),
        (("Staff|10,00|1,000", "Rent|9,999|8,888"), ["Staff", "Rent"]),
    ],
    ids=["small figures", "few amounts", "half of them", "four digits"],
)
def test_figures_that_are_no_amounts_are_of_measures(rows: tuple[str, ...], names: list[str]) -> None:
    assert measured("Budget", *rows) == names


POSTS = ("Drivers|10|11", "Cleaners|20|21")


@pytest.mark.parametrize("first", ["Workforce group", "Staff category", "GRADE", "Pay band"])
def test_posts_by_kind_are_no_measures_under_any_heading(first: str) -> None:
    assert measured("Swim more", *POSTS, first=first) == []


@pytest.mark.parametrize("first", ["", "Measure", "Performance measure", "Indicator"])
def test_under_another_name_of_their_column_they_are(first: str) -> None:
    assert measured("Swim more", *POSTS, first=first) == ["Drivers", "Cleaners"]


@pytest.mark.parametrize(
    "heading",
    [
        "Performance in the financial year 2016/17",
        "Our financial year",
        "Income from swims",
        "What we plan in resources",
    ],
)
def test_a_heading_that_says_but_a_word_of_a_phrase_is_none_of_money(heading: str) -> None:
    assert measured(heading) == ["Staff", "Rent", "Light"]


@pytest.mark.parametrize("heading", ["Financial summary 2016/17", "Our financial resources", "Income and costs"])
def test_one_that_says_the_whole_phrase_is(heading: str) -> None:
    assert measured(heading) == []
