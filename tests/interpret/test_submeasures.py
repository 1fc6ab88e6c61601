"""A measure without values over "a) ..." and "b) ..." is no indicator: these are, with its code."""

from __future__ import annotations

from tests.interpret.test_layouts import plan_of, table

HEAD = "Ref|Measure|Actual 2015/16|Target 2016/17"
OWNED = "<h2>Objective 1: Swim more</h2>"


def found(*rows: str) -> list[tuple[str | None, str, str | None]]:
    plan = plan_of(OWNED, table(HEAD, *rows))
    return [(i.code, i.measure, i.group) for o in plan.objectives for i in o.indicators]


def test_sub_measures_have_the_code_and_the_name_of_what_stands_over_them() -> None:
    rows = ("AB 1|Swimmers|5|6", "AB 2|Pools that are:||", "|a) open|7|8", "|b) clean|9|10", "AB 3|Riders|1|2")
    assert found(*rows) == [
        ("AB 1", "Swimmers", None),
        ("AB 2a", "a) open", "Pools that are:"),
        ("AB 2b", "b) clean", "Pools that are:"),
        ("AB 3", "Riders", None),
    ]


def test_nothing_of_the_row_over_them_is_lost() -> None:
    plan = plan_of(OWNED, table(HEAD, "AB 1|Swimmers|5|6", "AB 2|Pools that are:||", "|a) open|7|8"))
    assert [i.code for i in plan.objectives[0].indicators] == ["AB 1", "AB 2a"]
    assert plan.objectives[0].indicators[1].actuals[0].number == 7


def test_a_measure_that_waits_for_its_values_stays_one() -> None:
    assert [code for code, *_ in found("AB 1|Swimmers||", "AB 2|Riders|5|6")] == ["AB 1", "AB 2"]


def test_a_measure_with_values_over_sub_measures_stays_one() -> None:
    assert found("AB 1|Pools|5|6", "|a) open|7|8", "|b) clean|9|10")[0] == ("AB 1", "Pools", None)


def test_sub_measures_without_values_make_no_group() -> None:
    assert [measure for _, measure, _ in found("AB 1|Pools||", "AB 2|a) open||")] == ["Pools", "a) open"]
