"""Columns that are actions by what stands beside them: targets in words with a date, and the one that is called so."""

from __future__ import annotations

import pytest

from planparse.model.plan import Plan
from tests.interpret.test_layouts import plan_of, table

OTHER = table("Ref|Measure|2015/16 actual|2016/17 target", "AB 1|Visits|1|2", "AB 2|Swims|3|4")


def read(*rows: str) -> Plan:
    return plan_of("<h2>Swim more</h2>", table(*rows, header=1), OTHER)


def test_targets_in_words_with_dates_are_actions() -> None:
    plan = read("Target|Due date|Lead", "Open the pool|May 2016|Coach", "Heat the pool|June 2016|Clerk")
    assert [(m.text, m.due, m.lead) for m in plan.milestones] == [
        ("Open the pool", "2016-05", "Coach"),
        ("Heat the pool", "2016-06", "Clerk"),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        ("Target|Due date|Lead", "5 pools|May 2016|Coach", "85%|June 2016|Clerk"),
        ("Target|Due date|Lead", "Open the pool|May 2016|Coach", "Warmth|June 2016|Clerk"),
        ("Target|Due date|Lead", "Open the pool|When we can|Coach", "Heat the pool|Later|Clerk"),
        ("Target|Place|Lead", "Open the pool|North|Coach", "Heat the pool|South|Clerk"),
        ("Target 2016/17|Due date|Lead", "Open the pool|May 2016|Coach", "Heat the pool|June 2016|Clerk"),
        ("Target|Target|Due date", "Open the pool|Close it|May 2016", "Heat the pool|Cool it|June 2016"),
        ("Target|Actual|Due date", "Open the pool|It is open|May 2016", "Heat the pool|It is cold|June 2016"),
        ("Measure|Target|Due date", "Pools|Open the pool|May 2016", "Warmth|Heat the pool|June 2016"),
    ],
    ids=["values", "one word", "no dates", "no column of dates", "of a year", "two targets", "an actual", "a measure"],
)
def test_other_targets_are_no_actions(rows: tuple[str, ...]) -> None:
    assert "Open the pool" not in [m.text for m in read(*rows).milestones]


def test_of_two_columns_of_actions_the_one_that_is_called_so() -> None:
    plan = read(
        "Action|What we will do to get there|Due date",
        "Open it|Dig the ground, lay the pipes and let the water in|May 2016",
        "Heat it|Buy the oil and light the fire under the boiler|June 2016",
    )
    assert [m.text for m in plan.milestones] == ["Open it", "Heat it"]
    assert [len(m.extra) for m in plan.milestones] == [1, 1]


def test_where_both_are_called_so_the_one_of_the_longer_texts() -> None:
    rows = ("Action|Activity|Due date", "Open it|Dig the ground and lay pipes|May 2016", "Heat it|Buy oil|June 2016")
    assert [m.text for m in read(*rows).milestones] == ["Dig the ground and lay pipes", "Buy oil"]


GRADED = "Measure|2015/16 actual|2016/17 target"


def measures(*rows: str) -> list[str]:
    return [i.measure for i in read(GRADED, *rows).indicators][:-2]


@pytest.mark.parametrize(
    "rows",
    [
        ("Grade of pools|G1|G2", "Grade of parks|V1|G1"),
        ("Grade of pools|G1|Good", "Grade of parks|Fairly good|Very good"),
    ],
    ids=["all of them", "a quarter of them"],
)
def test_grades_are_values(rows: tuple[str, ...]) -> None:
    assert measures(*rows) == ["Grade of pools", "Grade of parks"]


@pytest.mark.parametrize(
    "rows",
    [
        ("Grade of pools|Good|Very good", "Grade of parks|Poor|Fairly good"),
        ("Grade of pools|Gold|Gold", "Grade of parks|Tin|Gold"),
        ("Grade of pools|G1|Good", "Grade of parks|Poor|Good", "Grade of roads|Poor|Good"),
    ],
    ids=["words", "one word each", "a grade among many words"],
)
def test_words_are_none(rows: tuple[str, ...]) -> None:
    assert measures(*rows) == []
