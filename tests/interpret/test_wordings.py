"""Wordings and arrangements that other councils use, each with what must not be read so."""

from __future__ import annotations

import pytest

from planparse.pipeline import extract
from tests.interpret.test_layouts import numbers, page, plan_of, table

INDICATORS = ("Indicator|2015/16 Actual|2016/17 Target", "AB 1: Visits|5|6")


@pytest.mark.parametrize("card", ["Key action:", "Milestone", "Project title", "Activity"])
def test_cards_whatever_the_action_is_called(card: str) -> None:
    plan = plan_of(
        "<h2>Active lives</h2>",
        table(f"{card}|Open pools", "Directorate:|Delivery", "Deadline:|December 2016", "Status:|Green"),
        table(f"{card}|Close roads", "Directorate:|Place", "Deadline:|Jan-17", "Status:|Red"),
    )
    assert [(m.text, m.due, m.status) for m in plan.milestones] == [
        ("Open pools", "2016-12", "Green"),
        ("Close roads", "2017-01", "Red"),
    ]


def test_a_block_with_milestones_of_a_year_is_no_card() -> None:
    plan = plan_of(
        table(
            "Service Objective: AB 1|Swim more",
            "Key Milestone(s) (16/17)|<ul><li>Open pools by June 2016</li><li>Sell tickets</li></ul>",
            "Responsible Officer|Coach",
        )
    )
    (objective,) = plan.objectives
    assert (objective.code, objective.lead) == ("AB 1", "Coach")
    assert [(m.text, m.period) for m in objective.milestones] == [
        ("Open pools by June 2016", "2016/17"),
        ("Sell tickets", "2016/17"),
    ]


def test_cards_of_objectives_with_the_priority_below_the_title() -> None:
    def card(code: str, title: str, priority: str) -> str:
        return table(
            f"Objective|{code}: {title}",
            f"Corporate priority|{priority}",
            "Lead officer|Coach",
            "Milestones|<ul><li>Open it</li></ul>",
        )

    plan = plan_of(card("OB1", "Swim more", "Health"), card("OB2", "Read more", "Learning"))
    assert [(o.code, o.title, o.corporate_priority, len(o.milestones)) for o in plan.objectives] == [
        ("OB1", "Swim more", "Health", 1),
        ("OB2", "Read more", "Learning", 1),
    ]


def test_aim_is_an_objective_or_a_direction_as_its_cells_say() -> None:
    grid = plan_of(
        table("Aim|Action|Lead|Timeframe", "Swim more|Open pools|Coach|May 2016", "Read more|Lend|Clerk|June 2016")
    )
    assert [(o.title, o.milestones[0].due) for o in grid.objectives] == [
        ("Swim more", "2016-05"),
        ("Read more", "2016-06"),
    ]
    wide = plan_of("<h2>Swim</h2>", table("Indicator|Aim|2015/16 Actual|2016/17 Target", "Visits|Aim to maximise|5|6"))
    assert wide.indicators[0].direction == "increase"


def test_an_expected_outcome_beside_actions_is_no_actual() -> None:
    plan = plan_of(
        table(
            "Priority|No.|Task|Expected outcome|Action owner|Target date",
            "Health|1.1|Open pools|95% take up|Coach|May 2016",
            "Homes|2.1|Let homes|Fewer complaints|Clerk|Q3 2016/17",
        )
    )
    assert [o.title for o in plan.objectives] == ["Health", "Homes"]
    assert [(m.ref, m.text, m.due) for m in plan.milestones] == [
        ("1.1", "Open pools", "2016-05"),
        ("2.1", "Let homes", "2016-12"),
    ]
    assert plan.indicators == ()


def test_a_column_of_dates_without_a_known_word_is_the_deadline() -> None:
    plan = plan_of("<h2>Swim</h2>", table("Action|Lead|Finish", "Open pools|Coach|May 2016", "Sell|Clerk|June 2016"))
    assert [m.due for m in plan.milestones] == ["2016-05", "2016-06"]


def test_decimals_under_an_unknown_word_are_no_codes() -> None:
    plan = plan_of(
        "<h2>Swim</h2>", table("Indicator|Reading|2015/16 Actual|2016/17 Target", "Visits|5.7|5|6", "Swims|3.9|5|6")
    )
    assert [i.code for i in plan.indicators] == [None, None]


def test_a_header_over_two_grid_columns_is_one_column() -> None:
    plan = plan_of(
        "<h2>Swim</h2>",
        table("Indicator|2015/16 Actual +2|2016/17 Target", "AB 1: Visits|5 +2|6", "AB 2: Swims|7 +2|8"),
    )
    assert [len(i.actuals) for i in plan.indicators] == [1, 1]


def test_a_header_over_two_columns_that_hold_two_values_is_two() -> None:
    plan = plan_of("<h2>Swim</h2>", table("Indicator|2015/16 Actual +2|2016/17 Target", "AB 1: Visits|5|7|6"))
    assert [v.number for v in plan.indicators[0].actuals] == [5, 7]


def test_financial_years_with_their_letters() -> None:
    plan = plan_of("<h2>Swim</h2>", table("Indicator|FY15/16 Actual|FY16/17 Target", "AB 1: Visits|5|6"))
    assert numbers(plan.indicators[0], "targets") == {"2016/17": 6}


def test_unmarked_headings_above_a_sentence_and_a_table() -> None:
    text = (
        "Service Plan 2016-19\n\n1. Priority: Health\n\n1.1 Objective: Swim more\n\nThese tell us how we do.\n\n"
        "Indicator\t2015/16 Actual\t2016/17 Target\nAB 1: Visits\t5\t6\nAB 2: Swims\t5\t6\n\n"
        "1.2 Objective: Read more\n\nSo do these.\n\n"
        "Indicator\t2015/16 Actual\t2016/17 Target\nAB 3: Books\t5\t6\nAB 4: Loans\t5\t6\n"
    )
    plan = extract(text.encode(), name="plan.txt").plan
    assert [(o.title, len(o.indicators)) for o in plan.objectives] == [
        ("1.1 Objective: Swim more", 2),
        ("1.2 Objective: Read more", 2),
    ]
    assert plan.title == "Service Plan 2016-19"


def test_the_first_line_with_the_years_is_the_title_not_the_first_heading() -> None:
    body = f"<p>Business Plan 2016-19</p><h1>Swim more</h1>{table(*INDICATORS)}<h1>Read more</h1>{table(*INDICATORS)}"
    plan = extract(body.encode(), name="plan.html").plan
    assert plan.title == "Business Plan 2016-19"
    assert [o.title for o in plan.objectives] == ["Swim more", "Read more"]


def test_a_name_above_the_heading_is_not_the_title() -> None:
    body = f"<p>Our Borough</p><h1>Business Plan 2016-19</h1><h2>Swim more</h2>{table(*INDICATORS)}"
    assert extract(body.encode(), name="plan.html").plan.title == "Business Plan 2016-19"


def test_page_numbers_and_captions_are_no_objective() -> None:
    one = table(*INDICATORS)
    body = f"<p>Plan 2016-19</p><p>Swim more</p><p>Table 1: Measures</p>{one}<p>Page 1</p>{one}"
    assert [o.title for o in extract(body.encode(), name="plan.html").plan.objectives] == ["Swim more"]


def test_the_trace_accounts_for_the_numbers_of_actions() -> None:
    found = extract(
        page("<h2>Swim</h2>", table("Ref|Action|Lead|Due date", "1.1|Open pools|Coach|May 2016")), name="plan.html"
    )
    assert [u.text for u in found.trace.units if u.use.kind == "unused"] == []


def test_a_row_of_actions_that_stands_one_column_off_is_said_and_not_read() -> None:
    lines = (
        "Objective\tRef\tAction\tLead\tDue date",
        "Swim more\t1.1\tOpen the pools again\tCoach\tMay 2016",
        "Swim more\t1.2\tSell tickets for the pools\tClerk\tJune 2016",
        "1.3\tTeach the children to swim\tCoach\tJuly 2016\t",
    )
    found = extract(("Action Plan 2016-19\n\n" + "\n".join(lines) + "\n").encode(), name="plan.txt")
    assert [m.ref for m in found.plan.milestones] == ["1.1", "1.2"]
    assert [r.code for r in found.trace.remarks] == ["row-not-understood"]


def test_a_first_row_of_placeholders_is_no_header() -> None:
    plan = plan_of("<h2>Swim</h2>", table("Indicator|Baseline|2016/17 Target", "AB 1: Visits since 2008|-|New measure"))
    assert [(v.status, v.text) for v in plan.indicators[0].targets] == [("note", "New measure")]


def test_deliverables_with_actuals_and_targets_are_measures() -> None:
    plan = plan_of(
        "<h2>Swim</h2>", table("Key deliverable|2015/16 Actual|2016/17 Target|Owner", "Pools opened|5|6|Coach")
    )
    assert [i.measure for i in plan.indicators] == ["Pools opened"]
    assert plan.milestones == ()


@pytest.mark.parametrize(
    "name", ["Year-end forecast 2025-26", "Year end forecast 2025/26", "Full-year forecast 2025/26"]
)
def test_the_forecast_of_a_years_end_is_an_actual(name: str) -> None:
    rows = (f"Ref|Measure|{name}|Target 2026-27", "AB 1|Visits|1|2", "AB 2|Swims|3|4")
    visits, swims = plan_of("<h2>Swim more</h2>", table(*rows, header=1), title="Service Plan 2026-29").indicators
    assert (numbers(visits, "actuals"), numbers(visits, "targets")) == ({"2025/26": 1}, {"2026/27": 2})
    assert (numbers(swims, "actuals"), numbers(swims, "targets")) == ({"2025/26": 3}, {"2026/27": 4})


CHANGES = "<ul><li>Less rain</li><li>More heat</li></ul>"
MEASURES = table("Ref|Measure|Actual 2015/16|Target 2016/17", "AB 1|Visits|5|6")
CHANGING = ["What is changing", "What's changing", "Changes ahead", "Issues ahead", "Issues for the year ahead"]


@pytest.mark.parametrize("name", CHANGING)
def test_what_is_changing_is_an_issue(name: str) -> None:
    plan = plan_of("<h2>Objective 1: Swim more</h2>", f"<h3>{name}</h3>", CHANGES, "<h3>Measures</h3>", MEASURES)
    (objective,) = plan.objectives
    assert (objective.emerging_issues, objective.extra) == (("Less rain", "More heat"), {})
    rows = ("Objective: SO1|Swim more", f"{name}|{CHANGES}", "Milestones|<ul><li>Dig it</li></ul>")
    (card,) = plan_of(table(*rows)).objectives
    assert (card.emerging_issues, card.extra) == (("Less rain", "More heat"), {})


@pytest.mark.parametrize("name", ["What is changing in the team", "Changing", "Changes"])
def test_other_changes_are_none(name: str) -> None:
    plan = plan_of("<h2>Objective 1: Swim more</h2>", f"<h3>{name}</h3>", CHANGES, "<h3>Measures</h3>", MEASURES)
    assert not any(o.emerging_issues for o in plan.objectives)


def test_developments_for_the_year_ahead_are_no_issues() -> None:
    name = "<h3>Developments for the year ahead</h3>"
    (objective,) = plan_of("<h2>Objective 1: Swim more</h2>", name, CHANGES, "<h3>Measures</h3>", MEASURES).objectives
    assert (objective.key_developments, objective.emerging_issues) == (("Less rain", "More heat"), ())


def test_key_targets_head_a_table_of_measures() -> None:
    (objective,) = plan_of("<h2>Objective 1: Swim more</h2>", "<h3>Key targets</h3>", MEASURES).objectives
    assert (objective.title, [i.code for i in objective.indicators]) == ("Objective 1: Swim more", ["AB 1"])


def test_key_targets_beside_a_text_are_that_text() -> None:
    rows = ("Objective: SO1|Swim more", "Key targets|Ninety visits a day", "Key milestones|<ul><li>Dig it</li></ul>")
    (objective,) = plan_of(table(*rows)).objectives
    assert objective.extra == {"Key targets": "Ninety visits a day"}
    assert (objective.indicators, [m.text for m in objective.milestones]) == ((), ["Dig it"])
