"""Measures told in the items of a list, each with its values and the years of these."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planparse.interpret import load_vocabulary
from planparse.interpret.told import Told, told_values, with_told
from planparse.model.document import Grid, Paragraph
from planparse.model.provenance import Place
from tests.interpret.test_layouts import numbers, plan_of
from tests.repair.grids import texts

WORDS = load_vocabulary()
VISITS = "Visits to pools: 31 in 2022/23; target 40 in 2024/25"
DAYS = "Days to mend a slide: 9 days in 2022/23; target 5 days in 2024/25"


def items(*lines: str, heading: int | None = None) -> list[Paragraph]:
    places = [(Place(unit, "paragraph"),) for unit, _ in enumerate(lines)]
    return [Paragraph(text, own, heading=heading, marker="•") for text, own in zip(lines, places, strict=True)]


def tables(*lines: str) -> list[list[str]]:
    return [texts(e) for e in with_told(items(*lines), WORDS) if isinstance(e, Grid)]


def test_items_that_tell_of_the_same_years_are_a_table() -> None:
    head = "Measure|Actual 2022/23|Target 2024/25"
    assert tables(VISITS, DAYS) == [[head, "Visits to pools|31|40", "Days to mend a slide|9 days|5 days"]]


def test_the_items_keep_their_places() -> None:
    lines = items(VISITS, DAYS)
    (made,) = with_told(lines, WORDS)
    assert isinstance(made, Grid)
    assert [{c.places for c in made.cells if c.row == n} for n in (1, 2)] == [{line.places} for line in lines]


@pytest.mark.parametrize("rest", ["31 in 2022/23, target 40 for 2024/25", "31 in 2022/23; target of 40 by 2024/25."])
def test_the_values_of_an_item(rest: str) -> None:
    told = [Told("actual", "31", "2022/23"), Told("target", "40", "2024/25")]
    assert told_values(f"Visits: {rest}", WORDS) == ("Visits", told)


@pytest.mark.parametrize(
    "text",
    [
        "Visits 31 in 2022/23; target 40 in 2024/25",
        "Visits: 31 in 2022/23; 40 in 2024/25",
        "Visits: 31; target 40 in 2024/25",
        "Visits: 31 in 2022/23; target 40 in 2024/25; and more later",
        "Visits: more in 2022/23; target 40 in 2024/25",
        "Visits: 31 in 2022/23; target 40 in 2024/25 2025/26",
        f"{'Visits ' * 40}: 31 in 2022/23; target 40 in 2024/25",
    ],
    ids=["no colon", "no target", "no year", "other words", "no number", "two years", "a long text"],
)
def test_an_item_that_says_anything_else_tells_no_values(text: str) -> None:
    assert told_values(text, WORDS)[1] == []
    assert tables(text, text) == []


@pytest.mark.parametrize(
    "lines",
    [
        (VISITS,),
        (VISITS, DAYS.replace("2024/25", "2025/26")),
        (VISITS, "We count all that swim.", DAYS),
        ("Visits: target 40 in 2024/25", "Swims: target 50 in 2024/25"),
    ],
    ids=["one item", "other years", "a text between", "one value each"],
)
def test_what_makes_no_table(lines: tuple[str, ...]) -> None:
    assert list(with_told(items(*lines), WORDS)) == items(*lines)


def test_headings_make_no_table() -> None:
    lines = items(VISITS, DAYS, heading=3)
    assert list(with_told(lines, WORDS)) == lines
    mixed = [lines[0], replace(lines[1], heading=None)]
    assert list(with_told(mixed, WORDS)) == mixed


def test_such_a_list_gives_the_indicators_of_its_heading() -> None:
    listed = f"<ul><li>{VISITS}</li><li>{DAYS}</li></ul>"
    (objective,) = plan_of("<h2>Objective 1: Swim more</h2>", listed, title="Service Plan 2023-25").objectives
    visits, days = objective.indicators
    assert (visits.measure, numbers(visits, "actuals"), numbers(visits, "targets")) == (
        "Visits to pools",
        {"2022/23": 31},
        {"2024/25": 40},
    )
    assert (days.measure, numbers(days, "targets")) == ("Days to mend a slide", {"2024/25": 5})
