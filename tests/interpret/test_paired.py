"""A row that holds a dated action and, beside it, a measure with its values is two records."""

from __future__ import annotations

import pytest

from planparse.model.plan import Plan
from tests.interpret.test_layouts import numbers, plan_of, table


def shape(plan: Plan) -> list[tuple[str | None, list[str], list[str]]]:
    return [(o.title, [m.text for m in o.milestones], [i.measure for i in o.indicators]) for o in plan.objectives]


PAIRED = (
    "Objective|Action|By when|Lead|Measure|Baseline|Target 2016/17",
    "Swim more|Dig it|May 2016|Coach|Visits|1|2",
    "Run more|Mark it|June 2016|Clerk|Runs|3|4",
)


def test_an_action_and_a_measure_side_by_side_are_two_records_of_one_objective() -> None:
    plan = plan_of(table(*PAIRED))
    assert shape(plan) == [("Swim more", ["Dig it"], ["Visits"]), ("Run more", ["Mark it"], ["Runs"])]
    (dig, _), (visits, _) = plan.milestones, plan.indicators
    assert (dig.due, dig.lead, dig.extra) == ("2016-05", "Coach", {})
    assert (numbers(visits, "targets"), visits.lead, visits.extra) == ({"2016/17": 2}, None, {})


def test_the_measure_may_stand_first() -> None:
    rows = (
        "Measure|Baseline|Target 2016/17|Action|By when",
        "Visits|1|2|Dig it|May 2016",
        "Swims|3|4|Fill it|May 2017",
    )
    plan = plan_of("<h2>Swim more</h2>", table(*rows))
    assert shape(plan) == [("Swim more", ["Dig it", "Fill it"], ["Visits", "Swims"])]


def test_each_side_has_codes_of_its_own() -> None:
    rows = ("Ref|Measure|Baseline|Target 2016/17|No|Action|By when", "AB 1|Visits|1|2|1.1|Dig it|May 2016")
    plan = plan_of("<h2>Swim more</h2>", table(*rows, "AB 2|Swims|3|4|1.2|Fill it|May 2017"))
    assert [i.code for i in plan.indicators] == ["AB 1", "AB 2"]
    assert [m.ref for m in plan.milestones] == ["1.1", "1.2"]
    assert {len(r.extra) for r in (*plan.indicators, *plan.milestones)} == {0}


def test_one_side_of_a_row_may_be_blank() -> None:
    plan = plan_of(table(*PAIRED[:2], "|Fill it|June 2016|Coach|||", PAIRED[2]))
    assert shape(plan) == [("Swim more", ["Dig it", "Fill it"], ["Visits"]), ("Run more", ["Mark it"], ["Runs"])]


@pytest.mark.parametrize(
    "rows",
    [
        ("Measure|Baseline|Target 2016/17|Improvement action", "Visits|1|2|Dig it", "Swims|3|4|Fill it"),
        (
            "Measure|Baseline|Target 2016/17|By when|Improvement action",
            "Visits|1|2|May 2016|Dig it",
            "Swims|3|4|May 2017|Fill it",
        ),
    ],
    ids=["no date", "the measure is dated"],
)
def test_an_improvement_action_without_a_date_is_of_its_measure(rows: tuple[str, ...]) -> None:
    plan = plan_of("<h2>Swim more</h2>", table(*rows))
    assert shape(plan) == [("Swim more", [], ["Visits", "Swims"])]
    assert [i.extra["Improvement action"] for i in plan.indicators] == ["Dig it", "Fill it"]


def test_a_measure_in_words_is_of_its_action() -> None:
    rows = ("Action|By when|Lead|Measure|Target", "Dig it|May 2016|Coach|Visits|Visits go up")
    plan = plan_of("<h2>Swim more</h2>", table(*rows, "Fill it|May 2017|Coach|Swims|Swims go up"))
    assert shape(plan) == [("Swim more", ["Dig it", "Fill it"], [])]


BETWEEN = (
    "Action|Measure|Baseline|Target 2016/17|By when|Lead",
    "Dig it|Visits|1|2|May 2016|Coach",
    "Fill it|Swims|3|4|May 2017|Clerk",
)


def test_a_measure_may_stand_between_an_action_and_its_date() -> None:
    plan = plan_of("<h2>Swim more</h2>", table(*BETWEEN))
    assert shape(plan) == [("Swim more", ["Dig it", "Fill it"], ["Visits", "Swims"])]
    assert [(m.due, m.lead, m.extra) for m in plan.milestones] == [("2016-05", "Coach", {}), ("2017-05", "Clerk", {})]
    visits, _ = plan.indicators
    assert (numbers(visits, "actuals"), numbers(visits, "targets"), visits.lead) == ({None: 1}, {"2016/17": 2}, None)


def test_unit_and_direction_beside_the_values_are_of_the_measure() -> None:
    head = "Action|Measure|Unit|Baseline|Target 2016/17|By when"
    plan = plan_of(
        "<h2>Swim more</h2>", table(head, "Dig it|Visits|Days|1|2|May 2016", "Fill it|Swims|Days|3|4|May 2017")
    )
    assert [(i.measure, i.unit) for i in plan.indicators] == [("Visits", "days"), ("Swims", "days")]
    assert [m.extra for m in plan.milestones] == [{}, {}]


def test_a_measure_in_words_between_them_is_of_its_action() -> None:
    rows = (
        "Action|Measure|Target|By when",
        "Dig it|Visits|Visits go up|May 2016",
        "Fill it|Swims|Swims go up|May 2017",
    )
    assert shape(plan_of("<h2>Swim more</h2>", table(*rows))) == [("Swim more", ["Dig it", "Fill it"], [])]


def test_without_a_date_behind_the_values_a_row_is_one_record() -> None:
    rows = [row.rpartition("|")[0].rpartition("|")[0] for row in BETWEEN]
    plan = plan_of("<h2>Swim more</h2>", table(*rows))
    assert (plan.milestones, [i.measure for i in plan.indicators]) == ((), ["Visits", "Swims"])
