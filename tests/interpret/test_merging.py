"""An indicator whose actuals stand in one table and whose targets stand in another is one indicator."""

from __future__ import annotations

import pytest

from planparse.model.plan import Plan
from tests.interpret.test_layouts import numbers, plan_of, table

ACTUALS = ("Ref|Measure|2015/16 actual|Lead|Comment", "AB 1|Visits|1|Coach|Good", "AB 2|Swims|2|Coach|Bad")
TARGETS = ("Ref|Measure|2016/17 target|Lead|Comment", "AB 1|Visits|3|Coach|Better", "AB 2|Swims|4|Clerk|Worse")


def read(*second: str, between: str = "") -> Plan:
    return plan_of("<h2>Swim more</h2>", table(*ACTUALS), between, table(*second))


def test_actuals_in_one_table_and_targets_in_another_are_of_one_indicator() -> None:
    visits, swims = read(*TARGETS).indicators
    assert (numbers(visits, "actuals"), numbers(visits, "targets")) == ({"2015/16": 1}, {"2016/17": 3})
    assert (numbers(swims, "actuals"), numbers(swims, "targets")) == ({"2015/16": 2}, {"2016/17": 4})


def test_it_has_the_texts_of_both_and_the_fields_of_the_first() -> None:
    visits, swims = read(*TARGETS).indicators
    assert (visits.notes, visits.lead) == (("Good", "Better"), "Coach")
    assert swims.lead == "Coach"


@pytest.mark.parametrize(
    "second",
    [
        ("Ref|Measure|2016/17 target", "AB 1|Dives|3"),
        ("Ref|Measure|2016/17 target", "AB 3|Visits|3"),
        ("Ref|Measure|2015/16 actual|2016/17 target", "AB 1|Visits|0|3"),
    ],
    ids=["another measure", "another code", "an actual of the same year"],
)
def test_other_indicators_are_two(second: tuple[str, ...]) -> None:
    assert len(read(*second).indicators) == 3


@pytest.mark.parametrize(
    "second",
    [
        ("Ref|Measure|2014/15 actual|2016/17 target", "AB 1|Visits|0|3"),
        ("Ref|Measure|2014/15 actual", "AB 1|Visits|0"),
    ],
    ids=["with targets", "alone"],
)
def test_actuals_of_another_year_are_of_the_same_indicator(second: tuple[str, ...]) -> None:
    visits, _ = read(*second).indicators
    assert numbers(visits, "actuals") == {"2015/16": 1, "2014/15": 0}


def test_those_of_two_objectives_are_two() -> None:
    plan = read(*TARGETS, between="<h2>Run more</h2>")
    assert [(o.title, len(o.indicators)) for o in plan.objectives] == [("Swim more", 2), ("Run more", 2)]


FIRST, SECOND = table(*ACTUALS[:2]), table(*TARGETS[:2])


def values(*third: str) -> list[tuple[str | None, dict[str | None, object], dict[str | None, object]]]:
    """The code and the values of each indicator of a table of actuals, one of targets and a third one."""
    plan = plan_of("<h2>Swim more</h2>", FIRST, SECOND, table(*third))
    return [(i.code, numbers(i, "actuals"), numbers(i, "targets")) for i in plan.indicators]


@pytest.mark.parametrize(
    ("third", "actuals", "targets"),
    [
        (("Ref|Measure|2017/18 target", "AB 1|Visits|5"), {}, {"2017/18": 5}),
        (("Ref|Measure|2014/15 actual", "AB 1|Visits|0"), {"2014/15": 0}, {}),
        (("Ref|Measure|2014/15 actual|2017/18 target", "AB 1|Visits|0|5"), {"2014/15": 0}, {"2017/18": 5}),
    ],
    ids=["targets", "actuals", "both"],
)
def test_values_of_other_periods_beside_the_same_code_are_of_the_same_indicator(
    third: tuple[str, ...], actuals: dict[str, int], targets: dict[str, int]
) -> None:
    assert values(*third) == [("AB 1", {"2015/16": 1, **actuals}, {"2016/17": 3, **targets})]


@pytest.mark.parametrize(
    "third",
    [
        ("Ref|Measure|2015/16 actual|2017/18 target", "AB 1|Visits|9|5"),
        ("Ref|Measure|2017/18 target", "AB 1|Dives|5"),
        ("Ref|Measure|2017/18 target", "AB 3|Visits|5"),
        ("Measure|2017/18 target", "Visits|5"),
        ("Ref|Measure|Latest|2017/18 target", "AB 1|Visits|9|5"),
    ],
    ids=["the same period", "another measure", "another code", "no code", "a value of no period"],
)
def test_other_values_are_of_another_indicator(third: tuple[str, ...]) -> None:
    first, other = values(*third)
    assert first == ("AB 1", {"2015/16": 1}, {"2016/17": 3})
    assert other[2]["2017/18"] == 5


def test_without_codes_values_of_other_periods_are_of_two_indicators() -> None:
    rows = [table(f"Measure|{name}", "Visits|1") for name in ("2015/16 actual", "2016/17 target", "2017/18 target")]
    assert len(plan_of("<h2>Swim more</h2>", *rows).indicators) == 2
