"""Milestones in a table whose columns are the years: each is due in its column's."""

from __future__ import annotations

import pytest

from tests.interpret.test_layouts import plan_of, table

OWNED = ("<h2>Objective 1: Swim more</h2>", "<h3>Milestones</h3>")


def milestones(*rows: str) -> list[tuple[str, str | None]]:
    indicators = table("Ref|Measure|Actual 2015/16|Target 2016/17", "AB 1|Swimmers|5|6")
    plan = plan_of(*OWNED, table(*rows), "<h3>Performance indicators</h3>", indicators)
    assert [i.code for o in plan.objectives for i in o.indicators] == ["AB 1"]
    return [(m.text, m.period) for o in plan.objectives for m in o.milestones]


def test_milestones_below_their_years() -> None:
    assert milestones("2016/17|2017/18", "Dig it|Heat it", "Fill it|") == [
        ("Dig it", "2016/17"),
        ("Fill it", "2016/17"),
        ("Heat it", "2017/18"),
    ]


def test_one_over_several_years_is_of_none() -> None:
    assert milestones("2016/17|2017/18", "Dig it|Heat it", "Keep it clean +2") == [
        ("Dig it", "2016/17"),
        ("Keep it clean", None),
        ("Heat it", "2017/18"),
    ]


@pytest.mark.parametrize("rows", [("2016/17|2017/18", "5|6"), ("2016/17|Later", "Dig it|Heat it")])
def test_figures_and_other_names_make_no_such_table(rows: tuple[str, ...]) -> None:
    assert milestones(*rows) == []
