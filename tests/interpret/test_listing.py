"""Milestones in a table whose columns are the years: each is due in its column's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planparse.interpret import load_vocabulary
from planparse.interpret.listing import columns_of_texts, rows_of_dates
from tests.interpret.test_layouts import plan_of, table
from tests.repair.grids import grid, reaching

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


def dated(*rows: str) -> list[tuple[str, str | None]]:
    plan = plan_of(*OWNED, table(*rows), table("Ref|Measure|Actual 2015/16|Target 2016/17", "AB 1|Swimmers|5|6"))
    return [(m.text, m.due) for o in plan.objectives for m in o.milestones]


@pytest.mark.parametrize(
    "rows",
    [("May 2016|Dig it", "June 2016|Fill it"), ("Dig it|May 2016", "Fill it|June 2016")],
    ids=["dates first", "dates last"],
)
def test_milestones_beside_their_dates_need_no_header(rows: tuple[str, ...]) -> None:
    assert dated(*rows) == [("Dig it", "2016-05"), ("Fill it", "2016-06")]


@pytest.mark.parametrize(
    "rows",
    [
        ("May 2016|Dig it", "Later|Fill it"),
        ("May 2016|Dig it", "June 2016|"),
        ("May 2016|5", "June 2016|6"),
        ("May 2016|June 2016", "July 2016|August 2016"),
        ("May 2016|Dig it|Coach", "June 2016|Fill it|Clerk"),
        ("May 2016|Dig it", "June 2016>2"),
    ],
    ids=["no date", "no text", "figures", "dates alone", "three columns", "a row of one cell"],
)
def test_other_tables_of_dates_are_no_such_list(rows: tuple[str, ...]) -> None:
    assert rows_of_dates(grid(*rows).slots(), load_vocabulary()) == []


def test_a_date_of_two_rows_makes_no_such_list() -> None:
    rows = grid("May 2016|Dig it", "June 2016|Fill it")
    assert len(rows_of_dates(rows.slots(), load_vocabulary())) == 2
    assert rows_of_dates(reaching(rows, "May 2016", 2).slots(), load_vocabulary()) == []


def test_a_table_in_a_cell_makes_no_such_list() -> None:
    rows = grid("May 2016|Dig it", "June 2016|Fill it")
    first, *rest = rows.cells
    nested = replace(rows, cells=(replace(first, tables=(rows,)), *rest))
    assert rows_of_dates(nested.slots(), load_vocabulary()) == []


def test_such_a_table_counts_only_in_a_part_of_milestones() -> None:
    plan = plan_of(
        "<h2>Objective 1: Swim more</h2><h3>Our history</h3>",
        table("May 2016|Dig it", "June 2016|Fill it"),
        table("Ref|Measure|Actual 2015/16|Target 2016/17", "AB 1|Swimmers|5|6"),
    )
    assert plan.milestones == ()


def test_milestones_below_quarters_are_of_the_plans_year() -> None:
    rows = "Quarter 1|Quarter 2", "Open the pool|<ul><li>Train the staff</li><li>Mend it</li></ul>"
    indicators = table("Measure|Target 2025/26", "Visits|4")
    parts = "<h2>Swim more</h2><h3>Milestones</h3>", table(*rows, header=1), "<h3>Measures</h3>", indicators
    (objective,) = plan_of(*parts, title="Annual Plan 2025/26").objectives
    found = [(m.period, m.text) for m in objective.milestones]
    assert found == [("2025/26 Q1", "Open the pool"), ("2025/26 Q2", "Train the staff"), ("2025/26 Q2", "Mend it")]


def test_developments_and_issues_beside_milestones_are_a_list_of_objectives() -> None:
    plan = plan_of(
        table(
            "Objective|Key developments|Emerging issues|Milestones",
            "SW1 Swim more|New pool|Less rain|Heat it by May 2016",
            "SW2 Read more|New books|Less light|Open late by June 2016",
        ),
        table("Objective|Ref|Measure|Actual 2015/16|Target 2016/17", "SW1|AB 1|Swimmers|5|6", "SW2|AB 2|Loans|7|8"),
    )
    assert [
        (o.code, o.key_developments, o.emerging_issues, [m.due for m in o.milestones]) for o in plan.objectives
    ] == [
        ("SW1", ("New pool",), ("Less rain",), ["2016-05"]),
        ("SW2", ("New books",), ("Less light",), ["2016-06"]),
    ]
    assert [[i.code for i in o.indicators] for o in plan.objectives] == [["AB 1"], ["AB 2"]]


CODED = ("Code|Objective|Key developments|Key milestones|Lead", "SW|Swim more|A pool was dug|Heat it by May 2016|Clerk")


def test_a_list_of_objectives_may_give_their_codes_in_a_column() -> None:
    measures = table("Objective|Ref|Measure|Actual 2015/16|Target 2016/17", "SW|S1|Swimmers|5|6", "RUN|R1|Runners|7|8")
    plan = plan_of(table(*CODED, "RUN|Run more|A path was laid|Light it by June 2016|Coach"), measures)
    assert [
        (o.code, o.title, o.key_developments[0], o.milestones[0].text, o.lead, o.indicators[0].code)
        for o in plan.objectives
    ] == [
        ("SW", "Swim more", "A pool was dug", "Heat it by May 2016", "Clerk", "S1"),
        ("RUN", "Run more", "A path was laid", "Light it by June 2016", "Coach", "R1"),
    ]


@pytest.mark.parametrize("code", ["SW", "", "See below"])
def test_a_column_without_a_code_for_each_row_makes_no_such_list(code: str) -> None:
    rows = grid(*CODED, f"{code}|Run more|A path was laid|Light it by June 2016|Coach")
    assert columns_of_texts(rows.slots(), 0, load_vocabulary()) == []
