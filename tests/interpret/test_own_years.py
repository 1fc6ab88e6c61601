"""A column of years beside a value: each row says of which year its value is."""

from __future__ import annotations

import pytest

from tests.interpret.test_layouts import numbers, plan_of, table

HEAD = ("Measure ↓2|Baseline +2|Aim +2", "Year|Value|Year|Target")
ROWS = ("AB 1 Visits|2014/15|1|2017/18|2", "AB 2 Swims|2015/16|3|2018/19|4")


def periods(*rows: str, header: int = 2) -> list[tuple[dict[str | None, object], dict[str | None, object]]]:
    plan = plan_of("<h2>Swim more</h2>", table(*rows, header=header))
    return [(numbers(i, "actuals"), numbers(i, "targets")) for i in plan.indicators]


def test_the_years_are_those_of_the_values_beside_them() -> None:
    assert periods(*HEAD, *ROWS) == [({"2014/15": 1}, {"2017/18": 2}), ({"2015/16": 3}, {"2018/19": 4})]


def test_such_a_column_may_have_a_word_for_years_at_the_end_of_its_name() -> None:
    head = "Measure|Financial year|Baseline|Target year|Target"
    assert periods(head, *ROWS, header=1) == [({"2014/15": 1}, {"2017/18": 2}), ({"2015/16": 3}, {"2018/19": 4})]


def test_the_label_of_a_value_names_its_year() -> None:
    plan = plan_of("<h2>Swim more</h2>", table(*HEAD, *ROWS, header=2))
    assert plan.indicators[0].targets[0].label.endswith("/ 2017/18")
    assert plan.indicators[0].extra == {}


def test_a_row_without_a_year_has_none() -> None:
    assert periods(*HEAD, *ROWS, "AB 3 Runs||5|2018/19|6")[2] == ({None: 5}, {"2018/19": 6})


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        ("Measure|Place|Baseline|Target", ("AB 1 Visits|2014/15|1|2", "AB 2 Swims|2015/16|3|4")),
        ("Measure|Year|Baseline|Target", ("AB 1 Visits|2014/15|1|2", "AB 2 Swims|the last one|3|4")),
        ("Measure|Year|Lead|Baseline|Target", ("AB 1 Visits|2014/15|Coach|1|2", "AB 2 Swims|2015/16|Coach|3|4")),
    ],
    ids=["another name", "words in a row", "another column between"],
)
def test_another_column_dates_no_values(head: str, rows: tuple[str, ...]) -> None:
    assert [list(actuals) for actuals, _ in periods(head, *rows, header=1)] == [[None], [None]]


def test_a_year_beside_another_column_stays_a_text_of_its_row() -> None:
    rows = ("Measure|Year|Lead|Baseline|Target", "AB 1 Visits|2014/15|Coach|1|2", "AB 2 Swims|2015/16|Coach|3|4")
    plan = plan_of("<h2>Swim more</h2>", table(*rows, header=1))
    assert [i.extra for i in plan.indicators] == [{"Year": "2014/15"}, {"Year": "2015/16"}]


def test_a_value_whose_column_has_a_year_keeps_it() -> None:
    head = "Measure|Year|Baseline 2013/14|Target"
    rows = ("AB 1 Visits|2014/15|1|2", "AB 2 Swims|2015/16|3|4")
    assert [actuals for actuals, _ in periods(head, *rows, header=1)] == [{"2013/14": 1}, {"2013/14": 3}]


@pytest.mark.parametrize("name", ["Value", "Level", "Figure"])
def test_the_title_over_a_value_says_what_it_is(name: str) -> None:
    head = "Measure ↓2|Baseline +2|Target +2", f"Year|{name}|Year|{name}"
    assert periods(*head, *ROWS) == [({"2014/15": 1}, {"2017/18": 2}), ({"2015/16": 3}, {"2018/19": 4})]


def test_a_name_for_the_year_of_a_baseline_is_no_value() -> None:
    head = "Measure|Baseline year|Baseline|Target year|Target"
    assert periods(head, *ROWS, header=1) == [({"2014/15": 1}, {"2017/18": 2}), ({"2015/16": 3}, {"2018/19": 4})]


BLOCK = "Service Objective AB1: Swim more +4", "Key developments|A pool was built +3"


@pytest.mark.parametrize(
    "head", [("Year|Milestone|Completion date|Lead",), (*BLOCK, "Key milestones +2|Completion date|Lead")]
)
def test_the_years_beside_actions_are_their_periods(head: tuple[str, ...]) -> None:
    rows = (
        "2016/17 ↓2|Open the pool|May 2016|Coach",
        "Train the staff|June 2016|Coach",
        "2017/18|Mend it|May 2017|Coach",
    )
    plan = plan_of("<h2>Swim more</h2>", table(*head, *rows, header=len(head)))
    found = [(m.period, m.due, m.text) for o in plan.objectives for m in o.milestones]
    assert found == [
        ("2016/17", "2016-05", "Open the pool"),
        ("2016/17", "2016-06", "Train the staff"),
        ("2017/18", "2017-05", "Mend it"),
    ]


def test_a_year_that_is_said_of_some_actions_only_stays_a_text() -> None:
    rows = "2016/17|Open the pool|May 2016", "the next one|Mend it|May 2017"
    plan = plan_of("<h2>Swim more</h2>", table("Year|Milestone|Completion date", *rows, header=1))
    assert [m.period for m in plan.objectives[0].milestones] == [None, None]


def test_a_text_that_ends_with_a_word_for_years_is_no_name() -> None:
    rows = "Milestone|Due", "Survey all homes not visited for five years|October 2025", "Let the contract|May 2026"
    plan = plan_of("<h2>Swim more</h2>", table(*rows, header=1))
    assert [m.due for m in plan.objectives[0].milestones] == ["2025-10", "2026-05"]


@pytest.mark.parametrize("name", ["Baseline year", "Year"])
def test_the_years_may_stand_behind_their_values(name: str) -> None:
    rows = ("AB 1 Visits|1|2014/15|2", "AB 2 Swims|3|2015/16|4")
    head = f"Measure|Baseline|{name}|Target 2018/19"
    assert periods(head, *rows, header=1) == [({"2014/15": 1}, {"2018/19": 2}), ({"2015/16": 3}, {"2018/19": 4})]
