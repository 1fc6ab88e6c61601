"""Layouts of plans as councils print them, each as a small page, read end to end."""

from __future__ import annotations

import pytest

from planparse.errors import InputRefused
from planparse.model.plan import Indicator, Plan
from planparse.pipeline import read


def table(*rows: str, header: int = 0) -> str:
    """A table from rows whose cells are parted by bars; ``+N`` at the end of a cell spans N columns, ``vN`` N rows."""
    out = []
    for number, row in enumerate(rows):
        cells = []
        for cell in row.split("|"):
            text, _, span = cell.strip().partition(" +")
            text, _, down = text.partition(" ↓")
            attributes = (f' colspan="{span}"' if span else "") + (f' rowspan="{down}"' if down else "")
            tag = "th" if number < header else "td"
            cells.append(f"<{tag}{attributes}>{text}</{tag}>")
        out.append("<tr>" + "".join(cells) + "</tr>")
    return "<table>" + "".join(out) + "</table>"


def page(*parts: str, title: str = "Service Plan 2016-19") -> bytes:
    return f"<!DOCTYPE html><html><body><h1>{title}</h1>{''.join(parts)}</body></html>".encode()


def plan_of(*parts: str, title: str = "Service Plan 2016-19") -> Plan:
    return read(page(*parts, title=title), name="case.html")


def numbers(indicator: Indicator, kind: str) -> dict[str | None, object]:
    return {v.period: v.number if v.status == "number" else v.status for v in getattr(indicator, kind)}


def test_other_years_block_with_two_milestone_labels_and_risk() -> None:
    plan = plan_of(
        table(
            "Corporate Priority:|A Healthy Town +3",
            "Key Area of Focus:|Area 2 +3",
            "Service Objective: ABC 1|Keep people well +3",
            "Key Milestone(s) (13/14)|<ul><li>Open the centre by June 2013</li></ul> +3",
            "Key Milestone(s) (14/15)|<ul><li>Extend the centre</li></ul> +3",
            "Risk Assessment ↓2|Initial|High +2",
            "Residual|Low +2",
            "Responsible Officer|Team Leader +3",
            "Linked Indicators|ABC LI1, ABC LI2 +3",
        ),
        "<h2>Departmental performance indicators</h2>",
        table(
            "Ref|Description|12/13 Actual|13/14 Target|13/14 Actual|14/15 Target",
            "ABC LI1|People seen|10|11|12|13",
            "ABC LI2|People helped|20%|21%|tbc|22%",
        ),
    )
    (objective,) = plan.objectives
    assert (objective.code, objective.title, objective.lead) == ("ABC 1", "Keep people well", "Team Leader")
    assert objective.corporate_priority == "A Healthy Town"
    assert objective.extra == {
        "Key Area of Focus": "Area 2",
        "Risk Assessment / Initial": "High",
        "Risk Assessment / Residual": "Low",
    }
    assert [(m.period, m.due) for m in objective.milestones] == [("2013/14", "2013-06"), ("2014/15", None)]
    assert [i.code for i in objective.indicators] == ["ABC LI1", "ABC LI2"]
    assert numbers(objective.indicators[0], "actuals") == {"2012/13": 10, "2013/14": 12}
    assert numbers(objective.indicators[1], "targets") == {"2013/14": 21, "2014/15": 22}


def test_wide_table_under_headings_with_commentary_and_sub_measures() -> None:
    head = "Indicator|Frequency|Good Performance|2015/16 Out-turn|2016/17 Target|2017/18 Target|Responsible Officer"
    plan = plan_of(
        "<h2>Priority: Clean</h2><h3>Outcome: Tidy streets</h3>",
        table(
            head,
            "WST 001 Bags collected|Annual|Aim to maximise|5|6|7|A Person",
            "Numbers have fallen in each of the last four years because of the weather. +7",
            "WST 002 a) Fines|Annual ↓2|Aim to minimise ↓2|1.0%|2.0%|3.0%|B Person ↓2",
            "b) Warnings|4.0%|5.0%|tbc",
            header=1,
        ),
        "<h3>Outcome: Green parks</h3>",
        table(head, "WST 003 Flags|Quarterly|Aim to maintain|£1,112.44*|New PI|N/A|C Person", header=1),
    )
    streets, parks = plan.objectives
    assert (streets.title, streets.headings) == ("Outcome: Tidy streets", ("Priority: Clean",))
    assert parks.headings == ("Priority: Clean",)
    bags, fines, warnings = streets.indicators
    assert bags.notes == ("Numbers have fallen in each of the last four years because of the weather.",)
    assert (bags.frequency, bags.direction, bags.lead) == ("Annual", "increase", "A Person")
    assert (fines.code, warnings.code) == ("WST 002a", "WST 002b")
    assert numbers(warnings, "targets") == {"2016/17": 5, "2017/18": "tbc"}
    assert warnings.lead == "B Person"
    (flags,) = parks.indicators
    assert numbers(flags, "actuals") == {"2015/16": 1112.44}
    assert [v.status for v in flags.targets] == ["note", "not_applicable"]


@pytest.mark.parametrize(
    "head",
    [
        "Indicator|Description|Directorate|Last period|This period|Target|Status|Trend",
        "Ref|Indicator description|Directorate|Last quarter|This quarter|Target|RAG status|Direction of travel",
        "PI ref|Measure|Service|Previous quarter|Current quarter|Annual target|RAG|DoT",
    ],
)
def test_quarterly_monitoring_whatever_the_wording(head: str) -> None:
    plan = plan_of(
        "<h2>Homes for all</h2>",
        table(
            head,
            "1.1.1.KR|Homes built|Place|10,966|11,000|12,000|Green|Better",
            "1.1.2.KR|Days empty|Place|9 days|8 days|n/a|Red|Worse",
        ),
        title="Performance Report: Quarter 2 2024/25",
    )
    (objective,) = plan.objectives
    first, second = objective.indicators
    assert (first.code, first.measure, first.rag, first.trend) == ("1.1.1.KR", "Homes built", "Green", "Better")
    assert [v.number for v in first.actuals] == [10966, 11000]
    assert [v.text for v in second.targets] == ["n/a"]
    assert plan.status is None


def test_bare_quarters_beside_a_target_are_actuals() -> None:
    plan = plan_of(
        "<h2>Homes</h2>",
        table("Indicator|Q2 2018/19|Q3 2018/19|Target 2018/19|RAG", "PI 1: Homes built|1|2|3|Amber"),
    )
    (one,) = plan.indicators
    assert numbers(one, "actuals") == {"2018/19 Q2": 1, "2018/19 Q3": 2}
    assert numbers(one, "targets") == {"2018/19": 3}


@pytest.mark.parametrize(("last", "count"), [("Q4 2018/19", 4), ("Q3 2018/19 note", 3)], ids=["to come", "of another"])
def test_a_quarter_still_to_come_is_a_blank_actual(last: str, count: int) -> None:
    plan = plan_of(
        "<h2>Homes</h2>",
        table(f"Indicator|2017/18 outturn|Q2 2018/19|Q3 2018/19|{last}|Target 2018/19", "PI 1: Homes built|5|1|2||3"),
    )
    (one,) = plan.indicators
    assert [v.status for v in one.actuals] == ["number", "number", "number", "blank"][:count]


def test_bands_note_numbers_and_years_in_descending_order() -> None:
    plan = plan_of(
        "<h2>Advice</h2>",
        table(
            "Service standards|Notes|2017–2018 Target|2016–2017 Target|2015–2016 Actual",
            "Effectiveness measures +5",
            "Clients satisfied||90%|88%|86%",
            "Efficiency measure +5",
            "Cost for each client|1|$147|tbc|$131.18",
        ),
    )
    first, second = plan.indicators
    assert (first.group, second.group) == ("Effectiveness measures", "Efficiency measure")
    assert list(numbers(first, "targets").items()) == [("2017/18", 90), ("2016/17", 88)]
    assert second.code is None
    assert second.targets[0].unit == "usd"


def test_target_expected_and_actual_of_one_year_side_by_side() -> None:
    plan = plan_of(
        "<h2>Outputs</h2>",
        table(
            "Measures|Unit of measure|2017-18 Target|2016-17 Expected Outcome|2016-17 Target|2015-16 Actual",
            "Visits|number|500|480|470|460",
        ),
    )
    (visits,) = plan.indicators
    assert numbers(visits, "targets") == {"2017/18": 500, "2016/17": 470}
    assert numbers(visits, "actuals") == {"2016/17": 480, "2015/16": 460}


def test_action_grid_with_objective_over_rows() -> None:
    plan = plan_of(
        table(
            "Objective|Ref|Action|Lead officer|Due date|Progress",
            "SO1: Be fair ↓3|1.1|Publish the statement|Head of Law|31 March 2017|On track",
            "1.2|Train the members|Clerk|Q2 2016/17|Delayed",
            "1.3|Review the code|Clerk|Mar-17|",
            "SO2: Be open|2.1|Open the books|Treasurer|when ready|Not started",
        ),
    )
    fair, opened = plan.objectives
    assert (fair.code, fair.title) == ("SO1", "Be fair")
    assert [(m.ref, m.due, m.status) for m in fair.milestones] == [
        ("1.1", "2017-03-31", "On track"),
        ("1.2", "2016-09", "Delayed"),
        ("1.3", "2017-03", None),
    ]
    assert (opened.milestones[0].due, opened.milestones[0].extra) == (None, {"due": "when ready"})


def test_cards_of_actions() -> None:
    card = ["Action", "{0}", "Directorate", "Delivery", "Due date", "31 March 2017", "Status", "Green"]
    cards = [
        table(*(f"{card[i]}|{card[i + 1].format(name)}" for i in range(0, 8, 2)))
        for name in ("Increase sport", "Open pools")
    ]
    plan = plan_of("<h2>Active lives</h2>", *cards)
    (objective,) = plan.objectives
    assert [m.text for m in objective.milestones] == ["Increase sport", "Open pools"]
    assert objective.milestones[0].due == "2017-03-31"
    assert objective.milestones[0].status == "Green"
    assert objective.milestones[0].extra == {"Directorate": "Delivery"}


def test_cards_of_indicators() -> None:
    plan = plan_of(
        "<h2>Active lives</h2>",
        table("Indicator|AL 1: Swims", "Baseline|50", "Target 2016/17|60", "Lead officer|Coach"),
    )
    (swims,) = plan.indicators
    assert (swims.code, swims.lead, numbers(swims, "targets")) == ("AL 1", "Coach", {"2016/17": 60})


def test_flat_register_with_the_goal_in_each_row() -> None:
    plan = plan_of(
        table(
            "Reference|Goal|Indicators|Baseline|Year 1 (16/17) target|Year 2 (17/18) target|Lead officer",
            "1.1.1.KR|Read more|Visits to libraries|220,000|250,000|285,000|Librarian",
            "1.1.2.KR|Read more|Books lent|1|2|3|Librarian",
            "1.2.1.KR|Swim more|Visits to pools|4|5|tbc|Coach",
        ),
    )
    assert [(o.title, len(o.indicators)) for o in plan.objectives] == [("Read more", 2), ("Swim more", 1)]
    assert numbers(plan.indicators[0], "targets") == {"2016/17": 250000, "2017/18": 285000}


DECOYS = {
    "budget": table("Budget heading (£000)|2016/17|2017/18|2018/19", "Employees|4,597|4,147|6,925", "Premises|1|2|3"),
    "budget with a target word": table(
        "Service|Budget 2016/17|Actual 2016/17|Savings target", "Libraries|5|6|7", "Pools|1|2|3"
    ),
    "staffing": table("Team|FTE|Vacancies|Agency", "Delivery|15.8|3|1", "Policy|34.5|4|0"),
    "counts by status": table(
        "Corporate objective|Number of indicators|On target|Not on target|Not reported", "Healthy|7|4|3|0", "TOTAL||||"
    ),
    "risks": table("Risk|Likelihood|Impact|Score", "Loss of key staff|3|4|12"),
    "terms": table("Term|Meaning", "FTE|Full time equivalent", "tbc|To be confirmed"),
    "contents": table("Section|Page", "Introduction|2", "Objectives and indicators|11"),
    "document control": table("Version|Date|Author|Changes made", "0.1|1 May 2016|A Person|First draft"),
    "mock table": table(
        "Indicator|How often reported|Good performance|Last result|Target|Officer",
        "Name of the measure|Annual or quarterly|Whether high is better|Most recent figure|What we aim for|Who",
    ),
}


@pytest.mark.parametrize("name", DECOYS)
def test_a_table_that_is_not_the_plan_gives_no_record(name: str) -> None:
    real = table("Indicator|Latest performance|2016/17 Target", "AB 1: Visits|5|6")
    plan = plan_of(
        "<h2>Money and people</h2>", DECOYS[name], "<h2>Swim more</h2>", real, "<h2>The end</h2>", DECOYS[name]
    )
    assert [i.measure for i in plan.indicators] == ["Visits"]
    assert [o.title for o in plan.objectives] == ["Swim more"]
    assert plan.milestones == ()


@pytest.mark.parametrize("name", DECOYS)
def test_a_document_with_no_plan_in_it_is_refused(name: str) -> None:
    with pytest.raises(InputRefused, match="no plan in it"):
        plan_of("<p>Some words.</p>", DECOYS[name], title="Annual report")


def test_spanner_rows_over_years() -> None:
    plan = plan_of(
        "<h2>Swim more</h2>",
        table(
            "Ref ↓2|Measure ↓2|Actual +2|Target +3|Owner ↓2",
            "14/15|15/16|16/17|17/18|18/19",
            "AB1|Visits|1|2|3|4|5|Coach",
        ),
    )
    (one,) = plan.indicators
    assert numbers(one, "actuals") == {"2014/15": 1, "2015/16": 2}
    assert numbers(one, "targets") == {"2016/17": 3, "2017/18": 4, "2018/19": 5}
    assert one.targets[0].label == "Target / 16/17"


def test_years_over_target_and_actual() -> None:
    plan = plan_of(
        "<h2>Swim more</h2>",
        table(
            "Indicator ↓2|2015/16 +2|2016/17 +2",
            "Target|Actual|Target|Actual",
            "AB1: Visits|1|2|3|tbc",
            "AB2: Swims|1|2|3|4",
        ),
    )
    assert numbers(plan.indicators[0], "targets") == {"2015/16": 1, "2016/17": 3}
    assert numbers(plan.indicators[0], "actuals") == {"2015/16": 2, "2016/17": "tbc"}


def test_years_over_target_and_actual_where_no_cell_spans() -> None:
    plan = plan_of(
        table(
            "PI no.|Indicator|2013-14||2014-15||2015-16",
            "||Target|Actual|Target|Actual|Target",
            "AB1|Calls answered|46%|44%|47%|45%|48%",
        )
    )
    assert numbers(plan.indicators[0], "targets") == {"2013/14": 46, "2014/15": 47, "2015/16": 48}
    assert numbers(plan.indicators[0], "actuals") == {"2013/14": 44, "2014/15": 45}


def test_a_year_of_a_header_that_a_narrow_column_broke_over_two_rows() -> None:
    plan = plan_of(
        table("PI no.|Indicator|2013-14 +2|2014-", "||Target|Actual|15 Target", "AB1|Calls answered|46%|44%|47%")
    )
    assert numbers(plan.indicators[0], "targets") == {"2013/14": 46, "2014/15": 47}
    assert [v.label for v in plan.indicators[0].targets] == ["2013-14 / Target", "2014-15 Target"]


def test_a_blank_header_beside_a_year_over_words_with_a_year_of_their_own_is_not_of_that_year() -> None:
    plan = plan_of(
        table(
            "Indicator|2013-14||2015-16",
            "|Actual|Outturn 2014-15|Target",
            "Calls answered|46%|44%|47%",
        )
    )
    assert numbers(plan.indicators[0], "actuals") == {"2013/14": 46, "2014/15": 44}


def test_first_columns_named_in_the_lower_row_of_a_header() -> None:
    plan = plan_of(
        table(
            "||2013-14 +2|2014-15",
            "ID|Performance measures|Target|Actual|Target",
            "AB001|Calls answered|46%|44%|47%",
            "AB002|Visits|12|14|13",
        )
    )
    assert [(i.code, i.measure) for i in plan.indicators] == [("AB001", "Calls answered"), ("AB002", "Visits")]


def test_an_unnamed_column_of_figures_may_wait_for_some_of_them() -> None:
    plan = plan_of(
        table(
            "ID|Indicator|Halfway house|Current quarter|Target",
            "AB001|Calls answered|63%|60%|58%",
            "AB002|Letters answered|n/a|85%|86%",
            "AB003|Visits|tbc|43|tbc",
        )
    )
    assert [[v.text for v in i.actuals] for i in plan.indicators] == [["63%", "60%"], ["n/a", "85%"], ["tbc", "43"]]


def test_a_note_over_some_of_the_targets() -> None:
    plan = plan_of(
        "<h2>Swim more</h2>",
        table(
            "Indicator|Latest performance|Target 2016/17|Target 2017/18|Target 2018/19",
            "AB1: Visits|5|6|Will be set as part of the budget process each year. +2",
            "AB2: Swims|5|6|7|8",
        ),
    )
    assert [v.status for v in plan.indicators[0].targets] == ["number", "note", "note"]


def test_columns_named_by_year_alone_are_marked_unsure() -> None:
    from planparse.pipeline import extract

    body = page(
        "<h2>Swim more</h2>",
        table("Performance indicator|2014/15|2015/16|2016/17|2017/18", "AB1: Visits|1|2|3|4", "AB2: Swims|1|2|3|4"),
    )
    found = extract(body, name="case.html")
    (one, _) = found.plan.indicators
    assert numbers(one, "actuals") == {"2014/15": 1, "2015/16": 2}
    assert numbers(one, "targets") == {"2016/17": 3, "2017/18": 4}
    assert found.trace.confidence(one.id)[0] == "unsure"


def test_benchmark_columns_are_comparators() -> None:
    plan = plan_of(
        "<h2>Swim more</h2>",
        table(
            "PI|2015/16 Actual|National average 2015/16|Top quartile|2016/17 Target",
            "BV 1a Visits|1|2|3|4",
            "BV 1b Swims|1|2|3|4",
        ),
    )
    assert [v.number for v in plan.indicators[0].comparators] == [2, 3]
    assert [i.code for i in plan.indicators] == ["BV 1a", "BV 1b"]


def test_a_blank_row_between_the_rows_of_a_header() -> None:
    plan = plan_of(
        "<h2>Swim more</h2>",
        table(
            "Measure|Latest performance|Targets +2", "|||", "||2016/17|2017/18", "AB1: Visits|1|2|3", "AB2: Swims|4|5|6"
        ),
    )
    assert [numbers(i, "targets") for i in plan.indicators] == [
        {"2016/17": 2, "2017/18": 3},
        {"2016/17": 5, "2017/18": 6},
    ]


def test_names_that_reach_down_beside_titles_of_unknown_words_are_one_header_with_them() -> None:
    plan = plan_of(
        "<h2>Homes</h2>",
        table(
            "Ref ↓3|Indicator ↓3|Outturn 2013/14 ↓3|Targets 2014/15 +3|Owner ↓3",
            "First half +2|Whole",
            "Q1|Q2|Year",
            "AB1|Homes built|1|2|3|4|A Smith",
        ),
    )
    (one,) = plan.indicators
    assert (one.code, one.measure, one.lead) == ("AB1", "Homes built", "A Smith")
    assert numbers(one, "actuals") == {"2013/14": 1}
    assert numbers(one, "targets") == {"2014/15 Q1": 2, "2014/15 Q2": 3, "2014/15": 4}


def test_a_row_whose_cells_begin_with_words_of_headers_is_a_row() -> None:
    plan = plan_of(
        table(
            "Objective|Action|Deadline|Owner|Resources",
            "Swim more|Open the pools|May 2016|A Smith|Within budget",
            "|Finish the changing rooms|Ongoing|Head of Sport|Officer time",
            "|Sell the tickets on line|June 2016|B Jones|Within budget",
        )
    )
    assert [m.text for m in plan.milestones] == [
        "Open the pools",
        "Finish the changing rooms",
        "Sell the tickets on line",
    ]


def test_columns_named_by_the_year_by_which_something_is_due_are_targets_over_values() -> None:
    plan = plan_of(
        "<h2>Objective 1: Keep everyone safe at home</h2>",
        table("Ref|Measure|2014/15|By 2016/17|By 2017/18", "AB1|Visits|1|2|tbc", "AB2|Loans|3|4|5", header=1),
    )
    assert numbers(plan.indicators[1], "actuals") == {"2014/15": 3}
    assert numbers(plan.indicators[1], "targets") == {"2016/17": 4, "2017/18": 5}


PAGE = ("|Swim more|Read more", "Key developments|A pool was dug|A library was built", "Milestones|Heat it|Fill it")


def on_a_page(*rows: str) -> list[tuple[str | None, list[str], list[str]]]:
    return [
        (o.title, list(o.key_developments), [m.text for m in o.milestones])
        for o in plan_of(table(*rows), "<h2>Scorecard</h2>", table(*SCORES)).objectives
    ]


SCORES = (
    "Ref|Measure|2015/16 Actual|2016/17 Target",
    "Swim more +4",
    "AB 1|Visits|1|2",
    "Read more +4",
    "CD 1|Loans|3|4",
)


def test_a_plan_on_a_page_has_a_column_for_each_objective() -> None:
    assert on_a_page(*PAGE) == [
        ("Swim more", ["A pool was dug"], ["Heat it"]),
        ("Read more", ["A library was built"], ["Fill it"]),
    ]


def test_one_list_alone_or_a_label_over_a_column_makes_no_such_page() -> None:
    assert ("Swim more", ["A pool was dug"], []) not in on_a_page(*PAGE[:2])
    named = on_a_page("|Measure|Read more", *PAGE[1:])
    assert "Measure" not in [title for title, *_ in named]
