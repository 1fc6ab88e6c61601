"""Headers: quarters of the plan's own year, and a blank row between a header and its rows."""

from __future__ import annotations

import pytest

from planparse.interpret.header_rows import _bare, is_year_in_two
from planparse.model.plan import Indicator
from tests.interpret.test_layouts import numbers, plan_of, table
from tests.interpret.test_rows import found as found_in
from tests.repair.grids import grid, reaching

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


def below_titles(years: str) -> list[str | None]:
    """The periods of the values of a table whose years stand in a row below "Actual" and "Targets"."""
    rows = ("Measure ↓2|Actual|Targets +2", years, "AB 1: Visits|1|2|3", "AB 2: Swims|4|5|6")
    plan = plan_of("<h2>Swim more</h2>", table(*rows))
    indicator = next(i for o in plan.objectives for i in o.indicators if i.code == "AB 1")
    return [v.period for v in (*indicator.actuals, *indicator.targets)]


def test_years_with_their_numbers_in_the_plan_are_a_row_of_the_header() -> None:
    assert below_titles("2024-25|2025-26 (Year 1)|2026-27 (Year 2)") == ["2024/25", "2025/26", "2026/27"]


@pytest.mark.parametrize("words", ["(Year one of the new pool)", "(41)", "(Swims)"])
def test_other_words_behind_a_year_stay(words: str) -> None:
    assert _bare(f"2025-26 {words}") == words


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


def dated(header: str) -> list[tuple[str, dict[str, str]]]:
    """The milestones of a table of two columns that has quarters before them."""
    plan = plan_of("<h2>Swim more</h2>", table(*AMONG), table(header, "Q1|Dig it", "Q2|Fill it"))
    assert [i.measure for i in plan.indicators] == ["Visits", "Swims"]
    return [(m.text, m.extra) for m in plan.milestones]


@pytest.mark.parametrize("name", ["Quarter", "Year", "Financial year", "Period"])
def test_a_header_of_two_columns_may_name_a_period(name: str) -> None:
    assert dated(f"{name}|Milestone") == [("Dig it", {"due": "Q1"}), ("Fill it", {"due": "Q2"})]


@pytest.mark.parametrize("header", ["Quarter of our town|Milestone", "Quarter|Colour"])
def test_with_another_word_two_columns_have_no_header(header: str) -> None:
    assert dated(header) == []


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


@pytest.mark.parametrize(
    ("words", "title", "planned"),
    [
        ("Halfway house 2026/27", "Service Plan 2026-29", True),
        ("Halfway house 2025/26", "Service Plan 2026-29", False),
        ("Halfway house 2026/27", "Service Plan 2027-29", False),
        ("Halfway house 2026/27", "Service Plan", False),
        ("Halfway house", "Service Plan 2026-29", False),
        ("Checkpoint 2025/26", "Service Plan", True),
    ],
    ids=["in the plan", "before the plan", "before a later plan", "no years of the plan", "no period", "a known word"],
)
def test_a_column_before_the_target_is_one_too_where_it_lies_in_the_plans_years(
    words: str, title: str, planned: bool
) -> None:
    found = first(f"Measure|2024/25 actual|{words}|2028/29 target", "Visits|1|2|3", "Swims|4|5|6", title=title)
    assert [v.number for v in found.actuals] == ([1] if planned else [1, 2])
    assert [v.number for v in found.targets] == ([2, 3] if planned else [3])


PATH = "Q1 2025/26|Q2 2025/26|Q3 2025/26|Q4 2025/26"


@pytest.mark.parametrize("title", ["Service Plan 2025-28", "Service Plan 2025/26"])
def test_four_quarters_of_the_plans_first_year_behind_an_actual_are_targets(title: str) -> None:
    found = first(f"Measure|Position Feb 2025|{PATH}", "Visits|1|2|3|4|5", "Swims|4|5|6|7|8", title=title)
    assert numbers(found, "actuals") == {"2025-02": 1}
    assert numbers(found, "targets") == {f"2025/26 Q{n}": n + 1 for n in (1, 2, 3, 4)}


@pytest.mark.parametrize(
    ("header", "row", "title"),
    [
        (f"Position Feb 2025|{PATH}", "1|2|3|4|5", "Performance Report 2025/26"),
        (f"Position Feb 2025|{PATH}", "1|2|3|4|5", "Service Plan 2026-29"),
        (f"Position Feb 2025|{PATH}", "1|2|3|4|5", "Service Plan"),
        (f"Position Feb 2025|{PATH}", "1|2|3|4|", "Service Plan 2025-28"),
        (f"Position Feb 2025|{PATH.rpartition('|')[0]}", "1|2|3|4", "Service Plan 2025-28"),
        (f"Position May 2025|{PATH}", "1|2|3|4|5", "Service Plan 2025-28"),
        (f"Position Feb 2025|{PATH}|2025/26 target", "1|2|3|4|5|9", "Service Plan 2025-28"),
    ],
    ids=["a report", "a later plan", "no years", "one without figures", "three", "an actual among them", "a target"],
)
def test_other_quarters_behind_an_actual_are_actuals(header: str, row: str, title: str) -> None:
    found = first(f"Measure|{header}", f"Visits|{row}", f"Swims|{row}", title=title)
    assert [v.number for v in found.actuals][:4] == [1, 2, 3, 4]
    assert [v.number for v in found.targets] == ([9] if "target" in header else [])


BARE = "|Measure|2015/16 actual|2016/17 target"


@pytest.mark.parametrize(("one", "two"), [("1.1", "1.2"), ("1", "2"), ("2.1.1", "2.1.2")])
def test_numbers_without_a_header_left_of_the_measures_are_their_codes(one: str, two: str) -> None:
    plan = plan_of("<h2>Swim more</h2>", table(BARE, f"{one}|Visits|1|2", f"{two}|Swims|3|4"))
    assert [(i.code, i.measure) for i in plan.indicators] == [(one, "Visits"), (two, "Swims")]


@pytest.mark.parametrize(
    "rows",
    [
        (BARE, "1.1|Visits|1|2", "1.1|Swims|3|4"),
        (BARE, "12%|Visits|1|2", "13%|Swims|3|4"),
        (f"Odd{BARE}", "1.1|Visits|1|2", "1.2|Swims|3|4"),
        ("Measure||2015/16 actual|2016/17 target", "Visits|1.1|1|2", "Swims|1.2|3|4"),
    ],
    ids=["a number twice", "no codes", "a header", "right of the measures"],
)
def test_other_figures_beside_measures_are_no_codes(rows: tuple[str, ...]) -> None:
    plan = plan_of("<h2>Swim more</h2>", table(*rows))
    assert [(i.code, i.measure) for i in plan.indicators] == [(None, "Visits"), (None, "Swims")]


RESULTS = "Measure|2014/15 actual|2015/16 actual|2016/17 actual|2017/18 target"


@pytest.mark.parametrize("row", ["Achieved|Achieved|Achieved|Achieved", "Achieved|Achieved|Missed|Achieved"])
def test_a_row_with_one_word_again_and_again_is_a_record(row: str) -> None:
    plan = plan_of(
        "<h2>Swim more</h2>", table(RESULTS, "Visits|1|2|3|4", f"State report published|{row}", "Runs|5|6|7|8")
    )
    assert [i.measure for i in plan.indicators] == ["Visits", "State report published", "Runs"]
    assert [v.text for v in plan.indicators[1].actuals] == row.split("|")[:3]
    assert numbers(plan.indicators[2], "targets") == {"2017/18": 8}


def test_a_name_beside_one_word_again_and_again_makes_it_a_header() -> None:
    found = first("Measure|Target|Target|Target", "Visits|1|2|3", "Runs|5|6|7")
    assert [v.number for v in found.targets] == [1, 2, 3]


def test_below_a_header_of_one_word_a_row_of_years_makes_it_whole() -> None:
    found = first("Measure|Target|Target|Target", "|2016/17|2017/18|2018/19", "Visits|1|2|3", "Runs|5|6|7")
    assert numbers(found, "targets") == {"2016/17": 1, "2017/18": 2, "2018/19": 3}


@pytest.mark.parametrize(
    ("upper", "lower", "actuals"), [("Good", "Performance", 0), ("Good", "Result", 1), ("Yearly", "Performance", 1)]
)
def test_the_lines_of_one_name_in_two_rows_are_one_wording(upper: str, lower: str, actuals: int) -> None:
    """What the first one says alone, as "Latest" does, or with others beside it, is a title over the second."""
    found = first(f"|{upper}|Target|Target", f"Measure|{lower}|2017/18|2018/19", "Visits|High|2|3", "Runs|Low|6|7")
    assert len(found.actuals) == actuals
    assert numbers(found, "targets") == {"2017/18": 2, "2018/19": 3}


def test_a_title_over_several_columns_is_no_part_of_the_names_below_it() -> None:
    found = first("Measure|Good +2|Target", "|Performance|Result|2018/19", "Visits|High|2|3", "Runs|Low|6|7")
    assert len(found.actuals) == 2


@pytest.mark.parametrize("name", ["Level of service", "Levels of service"])
def test_levels_of_service_are_objectives_below_the_heading_of_their_activity(name: str) -> None:
    rows = (f"{name}|Measure|2015/16 actual|2016/17 target", "Pools are open ↓2|Visits|1|2", "Swims|3|4")
    plan = plan_of("<h2>Swimming</h2>", table(*rows, "Pools are clean|Tests|5|6"))
    assert [(o.title, [i.measure for i in o.indicators]) for o in plan.objectives] == [
        ("Pools are open", ["Visits", "Swims"]),
        ("Pools are clean", ["Tests"]),
    ]


OUTPUTS = "Ref|Output|Delivery date"


@pytest.mark.parametrize("header", [OUTPUTS, f"{OUTPUTS}|Lead"])
def test_outputs_with_their_dates_are_milestones(header: str) -> None:
    plan = plan_of(
        "<h2>Swim more</h2>", table(header, "1.1|Pool opened|May 2016|Coach", "1.2|Track laid|June 2016|Clerk")
    )
    assert plan.indicators == ()
    assert [(m.ref, m.text, m.due) for m in plan.milestones] == [
        ("1.1", "Pool opened", "2016-05"),
        ("1.2", "Track laid", "2016-06"),
    ]


def test_outputs_with_values_beside_their_dates_are_indicators() -> None:
    plan = plan_of(
        "<h2>Swim more</h2>", table(f"{OUTPUTS}|2016/17 target", "1.1|Visits|May 2016|3", "1.2|Swims|June 2016|4")
    )
    assert ([i.measure for i in plan.indicators], plan.milestones) == (["Visits", "Swims"], ())


def test_outputs_beside_words_are_no_milestones() -> None:
    outputs = table(OUTPUTS, "1.1|Pool opened|when it is dry", "1.2|Track laid|May 2016")
    plan = plan_of("<h2>Swim more</h2>", table(*AMONG), outputs)
    assert ([i.measure for i in plan.indicators], plan.milestones) == (["Visits", "Swims"], ())


def test_a_table_in_thousands_of_pounds_is_none_of_the_plan() -> None:
    money = table("Programme|£ thousand|2015/16 actual|2016/17 target", "Staff|a|5|6", "Rent|b|7|8")
    plan = plan_of("<h2>Swim more</h2>", table(*AMONG), "<h2>Money</h2>", money)
    assert [i.measure for i in plan.indicators] == ["Visits", "Swims"]


FISCAL = "Measure|FY 2024 actual|FY 2025 estimated|FY 2026|FY 2027"


@pytest.mark.parametrize(
    ("title", "actuals"),
    [("Plan for Fiscal Years 2026-2028", ["2023/24", "2024/25"]), ("Plan of the town", ["2023/24"])],
)
def test_a_year_before_the_plan_is_an_actual_where_others_are_in_the_plan(title: str, actuals: list[str]) -> None:
    (found,) = plan_of(table(FISCAL, "AB1: Roads swept|40%|41%|42%|43%"), title=title).indicators
    assert [v.period for v in found.actuals] == actuals
    assert [v.period for v in (*found.actuals, *found.targets)] == ["2023/24", "2024/25", "2025/26", "2026/27"]


def test_a_band_below_a_header_with_a_blank_corner_is_no_part_of_it() -> None:
    rows = "|Measure|2019-20 baseline|2022-23 milestone", "Aim 1: Swim more +4", "1a|Visits|13%|15%", "1b|Swims|48|60"
    (objective,) = plan_of("<h2>Table of measures</h2>", table(*rows, header=1), title="Plan 2022-25").objectives
    assert objective.title in ("Swim more", "Aim 1: Swim more")
    assert [numbers(i, "targets") for i in objective.indicators] == [{"2022/23": 15}, {"2022/23": 60}]


CORNER = ("|Measure|Target>2", "||2016/17|2017/18")


@pytest.mark.parametrize("codes", [("1a", "1b"), ("AB 1", "AB 2"), ("a", "b")])
@pytest.mark.parametrize("tall", [False, True], ids=["two blanks", "one tall blank"])
def test_codes_below_a_blank_corner_of_two_rows_are_a_column(codes: tuple[str, str], tall: bool) -> None:
    rows = grid(*CORNER, f"{codes[0]}|Visits|1|2", f"{codes[1]}|Swims|3|4")
    rows = reaching(reaching(rows, "", 2), "Measure", 2) if tall else rows
    plan = found_in(rows).plan
    assert [i.printed_code for i in plan.indicators] == list(codes)
    assert [numbers(i, "targets") for i in plan.indicators] == [
        {"2016/17": 1, "2017/18": 2},
        {"2016/17": 3, "2017/18": 4},
    ]


@pytest.mark.parametrize(("one", "two"), [("AB1", "AB2"), ("a)", "b)")])
def test_so_they_and_labels_of_a_list_are_in_a_table_of_actions(one: str, two: str) -> None:
    head = ("|Action|When>2", "||Start date|Due date")
    plan = found_in(grid(*head, f"{one}|Dig|May 2016|June 2016", f"{two}|Fill|May 2016|July 2016")).plan
    assert [(m.ref, m.text) for m in plan.milestones] == [(one.rstrip(")"), "Dig"), (two.rstrip(")"), "Fill")]


@pytest.mark.parametrize(
    "stubs",
    [("North", "South"), ("1a", "1a"), ("1a",), ("1a", ""), ("1a", "South"), ("", "")],
    ids=["words", "a code twice", "one row", "a blank", "a word among them", "nothing"],
)
def test_what_else_stands_below_a_blank_corner_of_two_rows_is_no_code(stubs: tuple[str, ...]) -> None:
    rows = [f"{stub}|Visits to {n} pools|{n}|{n}" for n, stub in enumerate(stubs, 1)]
    plan = found_in(grid(*CORNER, *rows)).plan
    assert [i.printed_code for i in plan.indicators] == [None] * len(stubs)
    assert [numbers(i, "targets")["2017/18"] for i in plan.indicators] == list(range(1, len(stubs) + 1))


SIX = "|2013/14|2014/15|2015/16|2016/17|2017/18|2018/19"
BOTH = ("2013/14", "2014/15", "2015/16"), ("2016/17", "2017/18", "2018/19")


def by_kind(*rows: str) -> tuple[tuple[str | None, ...], tuple[str | None, ...]]:
    """The years of the actuals and of the targets of the first measure."""
    found = plan_of("<h2>Swim more</h2>", table(*rows)).indicators[0]
    return tuple(numbers(found, "actuals")), tuple(numbers(found, "targets"))


@pytest.mark.parametrize("titles", ["|Actual|||Target|", "Actual +3|Target +3"], ids=["alone", "over all of them"])
def test_a_title_in_the_middle_of_its_columns_is_over_all_of_them(titles: str) -> None:
    assert by_kind(f"Measure|{titles}", SIX, "AB 1: Visits|1|2|3|4|5|6", "AB 2: Swims|1|2|3|4|5|6") == BOTH


def test_three_titles_share_their_columns_too() -> None:
    rows = ("AB 1: Visits|1|2|3|4|5|6|7|8|9", "AB 2: Swims|1|2|3|4|5|6|7|8|9")
    years = "|2010/11|2011/12|2012/13" + SIX
    found = plan_of("<h2>Swim more</h2>", table("Measure||Baseline|||Actual|||Target|", years, *rows)).indicators[0]
    assert tuple(numbers(found, "targets")) == BOTH[1]
    assert BOTH[0] == tuple(numbers(found, "actuals"))[-3:]


@pytest.mark.parametrize(
    ("titles", "actuals"),
    [("Actual||Target|||", 2), ("|Actual||Target||", 3), ("Actual||||Target|", 4)],
    ids=["at the left", "in the middle of another number", "shares that leave columns"],
)
def test_titles_that_are_in_the_middle_of_no_share_are_over_what_follows(titles: str, actuals: int) -> None:
    found = by_kind(f"Measure|{titles}", SIX, "AB 1: Visits|1|2|3|4|5|6", "AB 2: Swims|1|2|3|4|5|6")
    assert len(found[0]) == actuals


def under_titles_aside(*rows: str, titles: str = "Ref|Indicator +2|Actual +2|Target") -> list[dict[str | None, object]]:
    found = first(titles, "||2014/15 +2|2015/16|2016/17", *rows)
    return [numbers(found, "actuals"), numbers(found, "targets")]


def test_a_year_and_its_values_under_the_ends_of_two_titles_are_one_column_of_values() -> None:
    rows = ("A1|Visits|9 +2|8|7", "A2|Swims|3 +2|4|5")
    assert under_titles_aside(*rows) == [{"2014/15": 9, "2015/16": 8}, {"2016/17": 7}]
    titles = "Ref|Indicator|Actual|Target +3"
    assert under_titles_aside(*rows, titles=titles) == [{"2014/15": 9}, {"2014/15": 9, "2015/16": 8, "2016/17": 7}]


def test_values_that_stand_in_one_of_the_two_keep_them_apart() -> None:
    rows = ("A1|Visits|6|9|8|7", "A2|Swims|3|4|4|5")
    assert under_titles_aside(*rows) == [{"2014/15": 9, "2015/16": 8}, {"2014/15": 6, "2016/17": 7}]


@pytest.mark.parametrize(("value", "columns"), [("", 2), ("9", 3)], ids=["blank", "with a value"])
def test_a_blank_column_under_a_part_of_a_title_is_none(value: str, columns: int) -> None:
    rows = ("Measure ↓2|Actual +3|Target", "2014/15||2015/16|2016/17", f"Visits|1|{value}|2|3", "Swims|4||5|6")
    (objective,) = plan_of("<h2>Swim more</h2>", table(*rows)).objectives
    assert [len(i.actuals) for i in objective.indicators] == [columns] * 2
