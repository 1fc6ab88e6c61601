"""Headers: quarters of the plan's own year, and a blank row between a header and its rows."""

from __future__ import annotations

import pytest

from planparse.interpret.header_rows import is_year_in_two
from planparse.model.plan import Indicator
from tests.interpret.test_layouts import numbers, plan_of, table

QUARTERS = "Measure|Target Q1|Actual Q1|Annual target"
ROWS = ("AB 1: Visits|1|2|9", "AB 2: Swims|3|4|9")


def first(*rows: str, title: str = "Monitoring report 2016/17") -> Indicator:
    return plan_of("<h2>Swim more</h2>", table(*rows), title=title).indicators[0]


def test_quarters_without_a_year_are_of_the_year_in_the_title_and_what_is_for_the_year_too() -> None:
    found = first(QUARTERS, *ROWS)
    assert numbers(found, "targets") == {"2016/17 Q1": 1, "2016/17": 9}
    assert numbers(found, "actuals") == {"2016/17 Q1": 2}


@pytest.mark.parametrize("title", ["Service Plan 2016-19", "Plan 2016/17 to 2017/18", "Service Plan"])
def test_where_the_title_does_not_name_one_year_they_have_none(title: str) -> None:
    found = first(QUARTERS, *ROWS, title=title)
    assert {v.period for v in (*found.targets, *found.actuals)} <= {None}


def test_a_year_in_the_header_is_not_changed() -> None:
    found = first("Measure|Target Q1 2014/15|Actual Q1|2015/16 target", *ROWS)
    assert numbers(found, "targets") == {"2014/15 Q1": 1, "2015/16": 9}
    assert numbers(found, "actuals") == {"2016/17 Q1": 2}


def test_without_quarters_the_title_dates_no_column() -> None:
    found = first("Measure|Actual|Annual target", "AB 1: Visits|1|2", "AB 2: Swims|3|4")
    assert (numbers(found, "targets"), numbers(found, "actuals")) == ({None: 2}, {None: 1})


def test_a_header_that_names_two_quarters_is_of_none() -> None:
    found = first("Measure|Target Q1|Actual Q1 to Q2", "AB 1: Visits|1|2", "AB 2: Swims|3|4")
    assert (numbers(found, "targets"), numbers(found, "actuals")) == ({"2016/17 Q1": 1}, {None: 2})


@pytest.mark.parametrize("blank", [(), ("|||",), ("|||", "|||")], ids=["none", "one", "two"])
def test_blank_rows_below_a_header_beside_a_stub(blank: tuple[str, ...]) -> None:
    plan = plan_of(
        table(
            "Service Objective: HT 1|Keep people warm +3",
            "Indicators|Measure|2015/16 actual|2016/17 target",
            *blank,
            "|AB 1: Visits|1|2",
            "|AB 2: Swims|3|4",
        )
    )
    (objective,) = plan.objectives
    assert [(i.code, numbers(i, "targets")) for i in objective.indicators] == [
        ("AB 1", {"2016/17": 2}),
        ("AB 2", {"2016/17": 4}),
    ]


@pytest.mark.parametrize("blank", [(), ("|||",)], ids=["none", "one"])
def test_a_first_column_with_codes_is_no_stub_though_a_blank_row_stands_above_them(blank: tuple[str, ...]) -> None:
    rows = ("Indicators|Measure|2015/16 actual|2016/17 target", *blank, "AB 1|Visits|1|2", "AB 2|Swims|3|4")
    plan = plan_of("<h2>Swim more</h2>", table(*rows))
    assert [(i.code, i.measure) for i in plan.indicators] == [("AB 1", "Visits"), ("AB 2", "Swims")]


@pytest.mark.parametrize("words", ["Number of KPIs|On target|Off target", "Number of actions|Target met|Target missed"])
def test_a_count_of_what_is_on_target_is_no_table_of_the_plan(words: str) -> None:
    plan = plan_of(
        "<h2>Swim more</h2>",
        table(f"Service|{words}", "Pools|9|8|1", "Parks|7|6|1"),
        table("Measure|2015/16 actual|2016/17 target", *(r.rpartition("|")[0] for r in ROWS)),
    )
    assert [i.code for i in plan.indicators] == ["AB 1", "AB 2"]


@pytest.mark.parametrize(
    ("upper", "lower", "whole"),
    [
        ("2015/20", "16", True),
        ("2015-20", "16", True),
        ("2015/20", "17", False),
        ("2015/20", "16%", False),
        ("2015/16", "16", False),
        ("Target 2015/20", "16", False),
    ],
)
def test_which_years_a_narrow_cell_broke(upper: str, lower: str, whole: bool) -> None:
    assert is_year_in_two(upper, lower) == whole


def test_years_that_narrow_cells_broke_date_their_columns() -> None:
    found = first("Measure|2015/20|2016/20|2018/19", "|16|17|", *ROWS)
    assert numbers(found, "actuals") == {"2015/16": 1}
    assert numbers(found, "targets") == {"2016/17": 2, "2018/19": 9}


def test_figures_below_whole_years_are_values() -> None:
    """The first of them is no end of the year above it, so the row is one of the table."""
    found = first("Measure|2015/16|2016/17|2018/19", "AB 1: Visits|16|17|9", *ROWS[1:])
    assert numbers(found, "actuals") == {"2015/16": 16}
    assert numbers(found, "targets") == {"2016/17": 17, "2018/19": 9}


def test_columns_of_the_first_years_of_the_plan_are_targets() -> None:
    rows = ("Ref|Measure|Baseline|Year 1|Year 2", "AB 1|Visits|1|2|3", "AB 2|Swims|4|5|6")
    indicator = plan_of("<h2>Swim more</h2>", table(*rows)).objectives[0].indicators[0]
    assert [(v.label, v.number) for v in indicator.targets] == [("Year 1", 2), ("Year 2", 3)]


TALL = ("Ref ↓3|Indicator ↓3|Outturn 2013/14 ↓3|Targets 2014/15 +3|{}", "First half +2|Whole{}", "Q1|Q2|Year{}")


@pytest.mark.parametrize("blanks", [("Owner ↓3", "", ""), ("", "|", "|")], ids=["none", "a blank at each row"])
def test_blanks_beside_names_that_reach_down_are_of_no_height(blanks: tuple[str, str, str]) -> None:
    rows = [row.format(blank) for row, blank in zip(TALL, blanks, strict=True)]
    found = first(*rows, "AB1|Homes built|1|2|3|4|A Smith")
    assert (found.code, numbers(found, "actuals")) == ("AB1", {"2013/14": 1})
    assert numbers(found, "targets") == {"2014/15 Q1": 2, "2014/15 Q2": 3, "2014/15": 4}


AMONG = ("Measure|2015/16 actual|2016/17 target|Lead|Due date", "Visits|1|2|Coach|", "Swims|3|4|Coach|")


@pytest.mark.parametrize(
    "rows",
    [
        (
            "Action|Lead|Due date",
            "Dig it|Coach|May 2016",
            "Task group set up|Head of pools|2016/17",
            "Fill it|Clerk|July 2016",
        ),
        (*AMONG[:2], "Action plan for the pools +3|Coach|May 2016", AMONG[2]),
    ],
    ids=["among actions", "among indicators"],
)
def test_a_row_with_words_of_a_header_and_a_date_is_no_header(rows: tuple[str, ...]) -> None:
    plan = plan_of("<h2>Swim more</h2>", table(*rows))
    assert len(plan.milestones) + len(plan.indicators) == 3


def test_a_row_of_two_whole_names_and_a_date_is_one() -> None:
    plan = plan_of("<h2>Swim more</h2>", table(*AMONG[:2], "Action +3|Lead|By May 2016", "Fill it +3|Clerk|"))
    assert ([i.measure for i in plan.indicators], [m.text for m in plan.milestones]) == (["Visits"], ["Fill it"])


@pytest.mark.parametrize(
    ("words", "period"),
    [("Q1 target", "2026/27 Q1"), ("Target for quarter 1", "2026/27 Q1"), ("Q1 to Q2 target", "2026/27")],
)
def test_a_quarter_beside_a_word_for_values_is_of_the_year_over_it(words: str, period: str) -> None:
    found = first("Measure ↓2|2026/27 +2|2027/28", f"{words}|Actual|Target", "Visits|1|2|3", title="Plan")
    assert numbers(found, "targets") == {period: 1, "2027/28": 3}


def test_a_year_of_its_own_goes_before_the_one_over_it() -> None:
    found = first("Measure ↓2|2026/27 +2", "Q1 2025/26 actual|Q1 target", "Visits|1|2", title="Plan")
    assert (numbers(found, "actuals"), numbers(found, "targets")) == ({"2025/26 Q1": 1}, {"2026/27 Q1": 2})


def columns_of(header: str, *rows: str) -> list[tuple[list[str | None], list[str | None]]]:
    plan = plan_of("<h2>Swim more</h2>", table(header, *rows, header=1))
    return [([v.period for v in i.actuals], [v.period for v in i.targets]) for i in plan.indicators]


def test_milestones_and_standards_with_a_year_are_targets_over_figures() -> None:
    assert (
        columns_of(
            "No|Indicator|Baseline (2014)|Milestone 2015|Milestone 2016|Target 2017",
            "1.1|Visits|9|8|7|6",
            "1.2|Runs|1|2|3|4",
        )
        == [(["2014"], ["2015", "2016", "2017"])] * 2
    )
    assert (
        columns_of("Measure|2014/15 Actual|Standard 2015/16", "Visits|9|8", "Runs|1|2")
        == [(["2014/15"], ["2015/16"])] * 2
    )


def test_a_column_of_results_in_words_before_the_measure_is_of_objectives() -> None:
    plan = plan_of(
        table(
            "Departmental result|Indicator|2014/15 result|2015/16 target",
            "Waters are clean ↓2|Visits|9|8",
            "Swims|1|2",
            "Parks are open|Runs|3|4",
            header=1,
        )
    )
    assert [(o.title, [i.measure for i in o.indicators]) for o in plan.objectives] == [
        ("Waters are clean", ["Visits", "Swims"]),
        ("Parks are open", ["Runs"]),
    ]


def test_of_two_columns_above_the_measure_the_objective_goes_before_the_outcome() -> None:
    plan = plan_of(
        table(
            "Objective|Outcome|Measure|2014/15 Actual|2015/16 Target",
            "Clean water|Fewer people fall ill from the water of rivers|Visits|9|8",
            "Open parks|More people of every age walk on most days|Runs|3|4",
            header=1,
        )
    )
    assert [o.title for o in plan.objectives] == ["Clean water", "Open parks"]
    assert plan.indicators[0].extra == {"Outcome": "Fewer people fall ill from the water of rivers"}


def test_words_beside_a_column_of_codes_that_is_called_kpi_are_the_measures() -> None:
    plan = plan_of(
        "<h2>Swim more</h2>",
        table("KPI|What we look at|2014/15 Actual|2015/16 Target", "A1|Visits|9|8", "A2|Runs|3|4", header=1),
    )
    assert [(i.code, i.measure) for i in plan.indicators] == [("A1", "Visits"), ("A2", "Runs")]
