"""Sections: objectives named by headings, with their lists and tables under headings or lines of their own."""

from __future__ import annotations

import pytest

from planparse.errors import InputRefused
from planparse.model.plan import Plan
from planparse.pipeline import read
from tests.interpret.test_layouts import plan_of, table

TABLE = table("Measure|2015/16 result|2016/17 target", "AB001: People seen|10|11", "AB002: People helped|20%|21%")


def text_plan(*lines: str) -> Plan:
    return read("\n".join(lines).encode(), name="case.txt")


def shape(plan: Plan) -> list[tuple[object, ...]]:
    return [
        (o.code, o.title, o.key_developments, o.emerging_issues, [(m.ref, m.text) for m in o.milestones])
        for o in plan.objectives
    ]


def test_parts_under_headings_of_their_own() -> None:
    plan = plan_of(
        "<h2>Priority: A healthy town</h2>",
        "<h3>KW01: Keep people well</h3><p>Why this matters.</p>",
        "<h4>Key developments</h4><ul><li>New centre</li><li>New team</li></ul>",
        "<h4>Emerging issues</h4><p>These are:</p><ul><li>Rising demand</li></ul>",
        "<h4>Milestones</h4><ol type='a'><li>Open the centre by June 2016</li><li>Extend it</li></ol>",
        f"<h4>Linked indicators</h4><p>Read quarterly.</p>{TABLE}",
        "<h3>KW02: Keep people warm</h3>",
        "<h4>Milestones</h4><ol type='a'><li>Insulate homes</li></ol>",
    )
    assert shape(plan) == [
        (
            "KW01",
            "Keep people well",
            ("New centre", "New team"),
            ("Rising demand",),
            [("a", "Open the centre by June 2016"), ("b", "Extend it")],
        ),
        ("KW02", "Keep people warm", (), (), [("a", "Insulate homes")]),
    ]
    assert [i.code for i in plan.objectives[0].indicators] == ["AB001", "AB002"]
    assert plan.objectives[1].headings == ("Priority: A healthy town",)


@pytest.mark.parametrize(
    ("heading", "milestones"),
    [
        ("Key Milestone(s) (16/17)", [("a", "2016/17"), ("b", "2016/17")]),
        ("Key action(s)", [("a", None), ("b", None)]),
        ("Key milestone", []),
        ("Budget(s)", []),
    ],
)
def test_what_may_be_one_or_several_heads_a_list_as_several_do(
    heading: str, milestones: list[tuple[str, str | None]]
) -> None:
    plan = plan_of(
        "<h3>KW01: Keep people well</h3>",
        "<h4>Key developments</h4><ul><li>New centre</li></ul>",
        f"<h4>{heading}</h4><ol type='a'><li>Open the centre</li><li>Extend it</li></ol>",
        f"<h4>Indicators</h4>{TABLE}",
    )
    (objective,) = plan.objectives
    assert [(m.ref, m.period) for m in objective.milestones] == milestones


def test_a_heading_of_another_kind_between_the_parts_does_not_take_them() -> None:
    plan = plan_of(
        "<h2>Objective 1: Keep people well</h2>",
        "<h3>Key developments</h3><ul><li>New centre</li></ul>",
        "<h3>Equality</h3><p>An assessment was made.</p>",
        "<h3>Milestones</h3><ul><li>Open the centre</li></ul>",
    )
    assert shape(plan) == [(None, "Objective 1: Keep people well", ("New centre",), (), [(None, "Open the centre")])]


def test_headings_all_of_one_rank() -> None:
    plan = plan_of(
        "<h2>AB01: Keep people well</h2><h2>Milestones</h2><ul><li>Open the centre</li></ul>",
        f"<h2>Indicators</h2>{TABLE}",
        "<h2>AB02: Keep people warm</h2><h2>Milestones</h2><ul><li>Insulate homes</li></ul>",
    )
    assert [(o.code, len(o.milestones), len(o.indicators)) for o in plan.objectives] == [("AB01", 1, 2), ("AB02", 1, 0)]


def test_lines_of_plain_text() -> None:
    plan = text_plan(
        "Service Plan 2016/17",
        "",
        "AB01: Keep people well",
        "",
        "Key developments",
        "",
        "• New centre",
        "• New team",
        "",
        "Milestones",
        "",
        "a. Open the centre by June 2016",
        "b. Extend it",
        "",
        "Performance indicators",
        "",
        "Measure\t2015/16 result\t2016/17 target",
        "AB001: People seen\t10\t11",
    )
    assert shape(plan) == [
        (
            "AB01",
            "Keep people well",
            ("New centre", "New team"),
            (),
            [("a", "Open the centre by June 2016"), ("b", "Extend it")],
        )
    ]
    assert [i.code for i in plan.objectives[0].indicators] == ["AB001"]


def test_a_chapter_with_issues_is_no_objective() -> None:
    chapter = "<h2>1.2 Our context</h2><h3>Key issues</h3><ul><li>Less money</li></ul>"
    with pytest.raises(InputRefused):
        plan_of(chapter)
    plan = plan_of(chapter, f"<h2>Objective 1: Keep people well</h2>{TABLE}")
    assert [o.title for o in plan.objectives] == ["Objective 1: Keep people well"]
    assert plan.objectives[0].emerging_issues == ()


def test_codes_of_headings_without_a_colon_need_a_series() -> None:
    one, two = (f"<h2>AB0{n} Keep people {w}</h2>{TABLE}" for n, w in ((1, "well"), (2, "warm")))
    assert [(o.code, o.title) for o in plan_of(one, two).objectives] == [
        ("AB01", "Keep people well"),
        ("AB02", "Keep people warm"),
    ]
    assert [(o.code, o.title) for o in plan_of(one).objectives] == [(None, "AB01 Keep people well")]


def test_objective_rows_inside_a_table() -> None:
    plan = plan_of(
        table(
            "Ref|Measure|2015/16 Actual|2016/17 Target",
            "Priority 1: A healthy town +4",
            "Objective KW01: Keep people well +4",
            "AB001|People seen|10|11",
            "AB001: fell because of the weather +4",
            "Timeliness +4",
            "AB002|People helped|12|13",
            "Objective KW02: Keep people warm +4",
            "AB003|Homes insulated|14|15",
        )
    )
    first, second = plan.objectives
    assert (first.code, first.title, first.corporate_priority) == ("KW01", "Keep people well", "A healthy town")
    assert [(i.code, i.group, i.notes) for i in first.indicators] == [
        ("AB001", None, ("AB001: fell because of the weather",)),
        ("AB002", "Timeliness", ()),
    ]
    assert (second.code, second.title, [i.code for i in second.indicators]) == ("KW02", "Keep people warm", ["AB003"])


def test_quarters_below_a_year() -> None:
    plan = plan_of(
        "<h2>Keep people well</h2>",
        table("Indicator ↓2|Outturn 2015/16 ↓2|Targets 2016/17 +4", "Q1|Q2|Quarter 3|Q4", "People seen|9|1|2|3|4"),
    )
    (indicator,) = plan.objectives[0].indicators
    assert [v.period for v in indicator.actuals] == ["2015/16"]
    assert [(v.period, v.number) for v in indicator.targets] == [(f"2016/17 Q{n}", n) for n in (1, 2, 3, 4)]


def test_a_dated_action_above_a_header_is_no_header() -> None:
    plan = plan_of(
        "<h2>Keep people well</h2>",
        table(
            "Action|Target date|Owner|Status|",
            "Open the centre|December 2016|Chief Officer|On track|",
            "KPI ↓2|Current performance ↓2|Target +3",
            "2016/17|2017/18|2018/19",
            "People seen|9|1|2|3",
        ),
    )
    (objective,) = plan.objectives
    assert [(m.text, m.due) for m in objective.milestones] == [("Open the centre", "2016-12")]
    assert [v.period for v in objective.indicators[0].actuals] == [None]


def test_a_spanner_that_no_border_shows_goes_over_the_years() -> None:
    plan = plan_of(
        "<h2>Keep people well</h2>",
        table("Measure|Latest result|Target|", "||2016/17|2017/18", "People seen|9|1|2", "People helped|9|1|2"),
    )
    assert [v.period for v in plan.objectives[0].indicators[0].targets] == ["2016/17", "2017/18"]


def test_years_after_the_actuals_under_a_word_that_is_not_known() -> None:
    rows = ("Measure|2015/16 result|Zeal wanted 2016/17|Zeal wanted 2017/18", "People seen|9|1|2")
    (indicator,) = plan_of("<h2>Keep people well</h2>", table(*rows)).objectives[0].indicators
    assert [(v.period, v.number) for v in indicator.targets] == [("2016/17", 1), ("2017/18", 2)]
    rows = ("Measure|2015/16 result|2016/17 target|Zeal 2017/18", "People seen|9|1|2")
    (indicator,) = plan_of("<h2>Keep people well</h2>", table(*rows)).objectives[0].indicators
    assert [v.period for v in indicator.targets] == ["2016/17"]
    assert indicator.extra == {"Zeal 2017/18": "2"}


@pytest.mark.parametrize("word", ["Goal", "Aim", "Ambition", "Objective"])
def test_a_word_for_an_objective_above_values_is_a_target(word: str) -> None:
    rows = (f"Objective|Measure|2015/16 result|{word} 2016/17", "Keep well|People seen|9%|10%", "Keep well|Helped|-|11")
    (objective,) = plan_of(table(*rows)).objectives
    assert (objective.title, len(objective.indicators)) == ("Keep well", 2)
    assert [(v.period, v.number) for v in objective.indicators[0].targets] == [("2016/17", 10)]


def test_columns_of_years_under_one_word_go_together() -> None:
    rows = ("Measure|2015/16 result|Goal 2016/17|Goal 2017/18", "People seen|9%|10%|Stay in front", "Helped|-|11|tbc")
    (objective,) = plan_of("<h2>Keep well</h2>", table(*rows)).objectives
    assert objective.title == "Keep well"
    assert [(v.period, v.status) for v in objective.indicators[0].targets] == [
        ("2016/17", "number"),
        ("2017/18", "note"),
    ]


def test_figures_before_the_target_are_an_actual_though_no_word_says_so() -> None:
    rows = ("Measure|Quarter just gone|Target|Odd", "People seen|9.1|10|7", "People helped|tbc|11|8", "Homes|2.5|3|9")
    (objective,) = plan_of("<h2>Keep well</h2>", table(*rows)).objectives
    first = objective.indicators[0]
    assert ([v.number for v in first.actuals], [v.number for v in first.targets]) == ([9.1], [10])
    assert first.extra == {"Odd": "7"}
    rows = ("Measure|Where|Target", "People seen|North|10", "People helped|South|11")
    (objective,) = plan_of("<h2>Keep well</h2>", table(*rows)).objectives
    assert objective.indicators[0].actuals == ()
    assert objective.indicators[0].extra == {"Where": "North"}


def test_labels_with_words_behind_and_a_card_with_a_goal_for_each_year() -> None:
    plan = plan_of(
        "<h2>Objective 1: Keep well</h2>",
        "<h3>Issues emerging</h3><ul><li>Less money</li></ul>",
        "<h3>Milestones for the year</h3><ul><li>Open the centre</li></ul>",
        table(
            "Indicator|AB001 People seen", "Led by|Head", "2015/16 performance|9", "2016/17 goal|tbc", "2017/18 goal|11"
        ),
    )
    (objective,) = plan.objectives
    assert (objective.emerging_issues, [m.text for m in objective.milestones]) == (("Less money",), ["Open the centre"])
    (indicator,) = objective.indicators
    assert (indicator.code, indicator.lead) == ("AB001", "Head")
    assert [(v.period, v.status) for v in indicator.targets] == [("2016/17", "tbc"), ("2017/18", "number")]


@pytest.mark.parametrize(("below", "count"), [("* All figures are for the year.", 1), ("• Close the old one", 2)])
def test_a_note_with_a_mark_of_its_own_below_a_list_is_no_item(below: str, count: int) -> None:
    plan = plan_of("<h2>AB1 Swim more</h2>", TABLE, f"<p>Milestones</p><ul><li>Open the pool</li></ul><p>{below}</p>")
    assert len(plan.milestones) == count


def test_headings_of_one_level_with_lists_of_milestones_are_objectives() -> None:
    plan = plan_of(
        "<h2>Keep people well</h2>",
        "<h3>Milestones</h3><ul><li>Open the centre</li></ul>",
        "<h2>Keep people warm</h2>",
        "<h3>Milestones</h3><ul><li>Insulate homes</li></ul>",
    )
    assert [(title, milestones) for _, title, _, _, milestones in shape(plan)] == [
        ("Keep people well", [(None, "Open the centre")]),
        ("Keep people warm", [(None, "Insulate homes")]),
    ]


def test_one_heading_over_a_list_of_milestones_is_no_objective() -> None:
    with pytest.raises(InputRefused, match="no plan in it"):
        plan_of("<h2>How we plan</h2>", "<h3>Milestones</h3><ul><li>Open the centre</li></ul>")


def parts(name: str, *below: str) -> Plan:
    """A plan with a part of this name and a table under each of two headings, and what else stands between them."""
    swim = ("<h2>Swim more</h2>", f"<h3>{name}</h3><p>We swim well.</p>", *below, TABLE)
    run = ("<h2>Run more</h2>", f"<h3>{name}</h3><p>We run well.</p>", *below, TABLE.replace("AB00", "CD00"))
    return plan_of(*swim, *run)


MILESTONES = "<h3>Milestones</h3><ul><li>Open the centre</li></ul>"


def test_the_table_below_a_part_of_an_unknown_name_is_of_the_heading_above() -> None:
    plan = parts("How we work")
    assert [(o.title, [i.code for i in o.indicators]) for o in plan.objectives] == [
        ("Swim more", ["AB001", "AB002"]),
        ("Run more", ["CD001", "CD002"]),
    ]


def test_below_a_single_heading_a_part_of_an_unknown_name_is_an_objective() -> None:
    (found,) = plan_of("<h2>Swim more</h2><h3>How we work</h3><p>We swim well.</p>", TABLE).objectives
    assert (found.title, found.headings) == ("How we work", ("Swim more",))


def test_the_texts_of_a_part_of_an_unknown_name_are_kept_beside_known_parts() -> None:
    plan = parts("How we work", MILESTONES)
    assert [(o.title, o.extra) for o in plan.objectives] == [
        ("Swim more", {"How we work": "We swim well."}),
        ("Run more", {"How we work": "We run well."}),
    ]


@pytest.mark.parametrize(
    ("heading", "found"), [("Progress", True), ("Progress in 2015/16", True), ("Progress meetings", False)]
)
def test_progress_as_a_heading_is_developments(heading: str, found: bool) -> None:
    plan = parts(heading, MILESTONES)
    assert [o.key_developments for o in plan.objectives] == [("We swim well.",) * found, ("We run well.",) * found]


def test_progress_beside_a_text_in_a_block_is_none() -> None:
    (found,) = plan_of(table("Objective|Swim more", "Progress|On track", "Key developments|New pool")).objectives
    assert (found.key_developments, found.extra) == (("New pool",), {"Progress": "On track"})


ISSUES = "<h3>Key issues</h3><ul><li>Less rain</li></ul>"


def test_headings_with_one_narrative_part_and_tables_alike_are_objectives() -> None:
    plan = plan_of("<h2>Swim more</h2>", ISSUES, TABLE, "<h2>Run more</h2>", ISSUES, TABLE)
    assert [(o.title, o.emerging_issues) for o in plan.objectives] == [
        ("Swim more", ("Less rain",)),
        ("Run more", ("Less rain",)),
    ]


@pytest.mark.parametrize(
    "body",
    [
        ("<h2>Swim more</h2>", ISSUES, TABLE, "<h2>Run more</h2>", TABLE),
        ("<h2>Swim more</h2>", ISSUES, "<h2>Run more</h2>", ISSUES, "<h2>Ride more</h2>", TABLE),
    ],
    ids=["one of them alone", "without tables"],
)
def test_other_headings_with_one_narrative_part_are_none(body: tuple[str, ...]) -> None:
    assert {o.emerging_issues for o in plan_of(*body).objectives} == {()}


ACTIONS = table("Action|Lead|By when", "Dig it|Coach|May 2025", "Fill it|Coach|June 2025")


@pytest.mark.parametrize("tag", ["h3", "p"])
@pytest.mark.parametrize(
    ("label", "period"),
    [("Milestones 2025/26", "2025/26"), ("Key milestones (2026)", "2026"), ("Milestones", None)],
)
def test_a_period_over_a_table_of_milestones_is_theirs(tag: str, label: str, period: str | None) -> None:
    plan = plan_of("<h2>Objective 1: Swim more</h2>", f"<{tag}>{label}</{tag}>", ACTIONS)
    assert [(m.text, m.due, m.period) for m in plan.milestones] == [
        ("Dig it", "2025-05", period),
        ("Fill it", "2025-06", period),
    ]


def test_a_column_of_milestones_keeps_the_period_of_its_own() -> None:
    own = ACTIONS.replace("Action", "Milestone 2027/28")
    plan = plan_of("<h2>Objective 1: Swim more</h2><h3>Milestones 2025/26</h3>", own)
    assert {m.period for m in plan.milestones} == {"2027/28"}


def test_the_period_is_not_that_of_the_next_objectives_table() -> None:
    plan = plan_of(
        *("<h2>Objective 1: Swim more</h2><h3>Milestones 2025/26</h3>", ACTIONS),
        *("<h2>Objective 2: Run more</h2>", ACTIONS),
        *("<h2>Objective 3: Ride more</h2><h3>Milestones</h3>", ACTIONS),
    )
    assert [{m.period for m in o.milestones} for o in plan.objectives] == [{"2025/26"}, {None}, {None}]


LISTED = (
    "<h3>SO1 Safe harbour</h3><ul><li>Dig it</li><li>Fill it</li></ul>",
    "<h3>SO2 Clean beach</h3><ul><li>Rake it</li></ul>",
)


@pytest.mark.parametrize(
    ("heading", "period"), [("Milestones 2026", "2026"), ("Key milestones 2026/27", "2026/27"), ("Milestones", None)]
)
def test_a_part_of_the_document_with_a_list_for_each_objective(heading: str, period: str | None) -> None:
    plan = plan_of(f"<h2>{heading}</h2>", *LISTED)
    assert [(o.code, o.title, [(m.text, m.period) for m in o.milestones]) for o in plan.objectives] == [
        ("SO1", "Safe harbour", [("Dig it", period), ("Fill it", period)]),
        ("SO2", "Clean beach", [("Rake it", period)]),
    ]


def test_a_sentence_may_lead_to_the_lists() -> None:
    plan = plan_of("<h2>Milestones 2026</h2><p>We do all of this.</p>", *LISTED)
    assert [[m.text for m in o.milestones] for o in plan.objectives] == [["Dig it", "Fill it"], ["Rake it"]]


def test_two_such_parts_are_of_the_same_objectives() -> None:
    plan = plan_of("<h2>Key developments</h2>", *LISTED, "<h2>Milestones</h2>", *LISTED)
    assert [(o.code, o.key_developments, len(o.milestones)) for o in plan.objectives] == [
        ("SO1", ("Dig it", "Fill it"), 2),
        ("SO2", ("Rake it",), 1),
    ]


@pytest.mark.parametrize(
    "body",
    [
        ("<h2>Milestones 2026</h2>", LISTED[0]),
        ("<h2>Milestones 2026</h2><p>We do all of this.</p><p>And more.</p>", *LISTED),
        ("<h2>Milestones 2026</h2>", LISTED[0], LISTED[1].replace("SO2 Clean beach", "Equality")),
        ("<h2>What we do</h2>", *LISTED),
    ],
    ids=["one heading", "texts between", "a heading that names none", "a part of another kind"],
)
def test_other_headings_over_lists_are_no_such_parts(body: tuple[str, ...]) -> None:
    plan = plan_of("<h2>Objective 9: Keep well</h2>", TABLE, *body)
    assert [o.title for o in plan.objectives] == ["Objective 9: Keep well"]
    assert not {m.text for m in plan.milestones} & {"Dig it", "Fill it", "Rake it"}


def told(label: str, *lines: str) -> list[tuple[str, ...]]:
    """What the paragraphs under a label, right above a table, become: developments, issues and milestones."""
    text = "".join(f"<p>{line}</p>" for line in lines)
    (found,) = plan_of("<h2>Objective 1: Swim more</h2>", f"<h3>{label}</h3>{text}", TABLE).objectives
    return [found.key_developments, found.emerging_issues, tuple(m.text for m in found.milestones)]


TOLD = ("Fewer people swim in winter.", "The pool is old.")


def test_paragraphs_that_tell_something_right_above_a_table_are_developments_or_issues() -> None:
    assert told("Key developments", *TOLD) == [TOLD, (), ()]
    assert told("Emerging issues", *TOLD) == [(), TOLD, ()]


@pytest.mark.parametrize("label", ["Indicators", "Performance measures", "Milestones"])
def test_under_the_name_of_the_table_they_are_an_introduction(label: str) -> None:
    assert told(label, *TOLD) == [(), (), ()]


def test_a_line_that_ends_with_a_colon_leads_to_the_table() -> None:
    assert told("Emerging issues", "This is how we measure it:") == [(), (), ()]
    assert told("Emerging issues", *TOLD, "This is how we measure it:") == [(), TOLD, ()]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("These are the measures:", "Swim more"),
        ("<b>Swim and run:</b>", "Swim and run:"),
        ("Swimming:", "Swimming:"),
        ("Aim 1 of the plan:", "Aim 1 of the plan:"),
    ],
)
def test_a_line_of_several_words_that_leads_to_the_table_is_no_title(line: str, title: str) -> None:
    (found,) = plan_of(f"<h2>Swim more</h2><p>The pools are old.</p><p>{line}</p>", TABLE).objectives
    assert found.title == title


def with_part(last: str, *, lead: str = "<p>We do it well.</p>", tag: str = "h3") -> list[tuple[str | None, int, int]]:
    """Two objectives, each a heading over a lead and a part with a heading of this rank, and what stands behind them:
    how many milestones and indicators each has."""
    part = f"{lead}<{tag}>Milestones</{tag}><ul><li>Dig it</li></ul>"
    plan = plan_of(f"<h2>Objective 1: Swim more</h2>{part}<h2>Objective 2: Run more</h2>{part}", last)
    return [(o.title, len(o.milestones), len(o.indicators)) for o in plan.objectives][:2]


@pytest.mark.parametrize("tag", ["h1", "h2"])
def test_a_heading_of_the_objectives_own_rank_over_text_is_no_part_of_one_whose_parts_are_lower(tag: str) -> None:
    last = f"<{tag}>Next steps</{tag}><p>We report on this plan in the autumn.</p>"
    assert with_part(last) == [("Objective 1: Swim more", 1, 0), ("Objective 2: Run more", 1, 0)]


def test_a_heading_of_that_rank_over_a_table_is_one() -> None:
    last = f"<h2>Performance indicators</h2>{TABLE}"
    assert [(title, milestones) for title, milestones, _ in with_part(last)] == [
        ("Objective 1: Swim more", 1),
        ("Objective 2: Run more", 1),
    ]
    assert with_part(last)[1][2] > 0


@pytest.mark.parametrize(
    ("last", "lead", "tag"),
    [
        ("<h3>Milestones 2016/17</h3><ul><li>Open it</li></ul>", "<p>We do it well.</p>", "h3"),
        ("<p>Milestones 2016/17:</p><ul><li>Open it</li></ul>", "<p>We do it well.</p>", "h3"),
        ("<h2>Milestones 2016/17</h2><ul><li>Open it</li></ul>", "<p>We do it well.</p>", "h2"),
        ("<h2>Milestones 2016/17</h2><ul><li>Open it</li></ul>", "", "h3"),
        ("<h2>Milestones 2016/17</h2><ul><li>Open it</li></ul>", "<p>We do it well.</p>", "h3"),
    ],
    ids=[
        "of a lower rank",
        "no heading",
        "parts of the same rank",
        "begins with a part",
        "of the same rank, over a list",
    ],
)
def test_another_heading_of_a_part_is_one_of_the_objective_above(last: str, lead: str, tag: str) -> None:
    assert with_part(last, lead=lead, tag=tag) == [("Objective 1: Swim more", 1, 0), ("Objective 2: Run more", 2, 0)]


def among(
    count: int, *, lead: str = "<p>We do it.</p>", body: str = TABLE, tag: str = "h2"
) -> list[tuple[object, ...]]:
    """So many objectives, each a heading over a lead, a part and what else is its own, and behind them a table under a
    heading of this tag: the milestones and the measures of the last two objectives."""
    own = [
        f"<h2>Objective {n}: Swim {n}</h2>{lead}<h3>Milestones</h3><ul><li>Dig {n}</li></ul>{body}".replace(
            "AB", f"C{n}"
        )
        for n in range(1, count + 1)
    ]
    plan = plan_of(*own, f"<{tag}>Major projects</{tag}>", ACTIONS)
    return [(o.title, [m.text for m in o.milestones], [i.code for i in o.indicators]) for o in plan.objectives[-2:]]


def test_a_heading_over_a_table_stands_beside_several_objectives_of_its_rank() -> None:
    assert among(3) == [
        ("Objective 3: Swim 3", ["Dig 3"], ["C3001", "C3002"]),
        ("Major projects", ["Dig it", "Fill it"], []),
    ]


@pytest.mark.parametrize(
    ("count", "changed"),
    [(2, {}), (3, {"body": ""}), (3, {"tag": "h3"}), (3, {"lead": ""})],
    ids=["two objectives", "no table in the last one", "a lower rank", "objectives that begin with a part"],
)
def test_another_heading_over_a_table_is_of_the_last_objective(count: int, changed: dict[str, str]) -> None:
    title, milestones, codes = among(count, **changed)[-1]
    assert title == f"Objective {count}: Swim {count}"
    assert milestones == [f"Dig {count}", "Dig it", "Fill it"]
    assert codes == ([] if "body" in changed else [f"C{count}001", f"C{count}002"])


LEVEL = ("<h2>Key developments</h2><ul><li>New pool</li></ul>", "<h2>Milestones</h2><ul><li>Dig it</li></ul>")
TOWN = "<h2>Our town</h2><p>We are here.</p>"


def beside(*body: str) -> list[tuple[object, ...]]:
    plan = plan_of(*body, f"<h2>Objective 9: Keep well</h2>{TABLE}")
    return [(o.title, o.key_developments, [m.text for m in o.milestones]) for o in plan.objectives]


def test_headings_of_one_rank_below_a_text_are_no_parts_of_an_objective_above_them() -> None:
    assert beside(TOWN, *LEVEL) == [("Objective 9: Keep well", (), [])]


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Our town", ("<h2>Our town</h2>", *LEVEL)),
        ("Our town", (TOWN, *(part.replace("h2", "h3") for part in LEVEL))),
        ("Our town", (TOWN, LEVEL[0].replace("h2", "h3"), LEVEL[1])),
        ("Objective 1: Our town", (TOWN.replace("Our", "Objective 1: Our"), *LEVEL)),
    ],
    ids=["no text", "of a lower rank", "one of them of a lower rank", "a name of an objective"],
)
def test_other_headings_of_parts_below_one_are_its_own(title: str, body: tuple[str, ...]) -> None:
    assert beside(*body) == [(title, ("New pool",), ["Dig it"]), ("Objective 9: Keep well", (), [])]


def test_several_headings_with_parts_of_their_rank_are_objectives() -> None:
    found = beside(TOWN, *LEVEL, TOWN.replace("town", "hall"), *LEVEL)
    assert found[:2] == [("Our town", ("New pool",), ["Dig it"]), ("Our hall", ("New pool",), ["Dig it"])]


def above_a_table(*lines: str, label: str = "Milestones") -> Plan:
    """Paragraphs between a label and a table of measures."""
    told = "".join(f"<p>{line}</p>" for line in lines)
    return plan_of("<h2>Objective 1: Keep people well</h2>", f"<h3>{label}</h3>{told}{TABLE}")


def test_coded_texts_with_a_date_are_milestones_above_a_table() -> None:
    (objective,) = above_a_table("M1 Open the centre by June 2016", "M2 Extend it by May 2017").objectives
    assert [(m.ref, m.text, m.due) for m in objective.milestones] == [
        ("M1", "Open the centre by June 2016", "2016-06"),
        ("M2", "Extend it by May 2017", "2017-05"),
    ]
    assert [i.code for i in objective.indicators] == ["AB001", "AB002"]


@pytest.mark.parametrize(
    "line",
    [
        "These are read each quarter.",
        "The figures are those of June 2016.",
        "M1 is what comes first.",
        "AB001 is read in June 2016 for the first time.",
        "2016 is the year in which the centre opens, in June 2016.",
    ],
    ids=["neither", "no code", "no date", "about a measure", "a year"],
)
def test_other_texts_above_a_table_are_an_introduction_to_it(line: str) -> None:
    assert not above_a_table(line).milestones


def test_only_below_a_label_of_milestones() -> None:
    assert not above_a_table("M1 Open the centre by June 2016", label="Linked indicators").milestones


def test_a_remark_about_measures_with_a_date_is_no_milestone() -> None:
    plan = above_a_table("KPI 1 to KPI 3 will be reviewed by June 2016.")
    assert not plan.milestones
    assert [i.code for i in plan.indicators] == ["AB001", "AB002"]


def test_a_coded_text_without_a_date_is_a_milestone_beside_one_that_has_one() -> None:
    plan = above_a_table("M1 Open the centre by June 2016", "M2 Extend it")
    assert [(m.ref, m.text, m.due) for m in plan.milestones] == [
        ("M1", "Open the centre by June 2016", "2016-06"),
        ("M2", "Extend it", None),
    ]


@pytest.mark.parametrize("name", ["Key targets", "Our key targets", "Performance targets", "Headline targets"])
def test_texts_below_targets_are_measures(name: str) -> None:
    items = "<ul><li>Number of people who swim</li><li>Waste that is put to use</li></ul>"
    (objective,) = plan_of(f"<h2>Swim more</h2><h3>{name}</h3>{items}{MILESTONES}", TABLE).objectives
    assert [i.measure for i in objective.indicators][:2] == ["Number of people who swim", "Waste that is put to use"]
    assert [m.text for m in objective.milestones] == ["Open the centre"]


def test_actions_below_targets_are_milestones() -> None:
    actions = table("Action|Lead|Due date", "Mend it|Coach|May 2016", "Buy oil|Clerk|June 2016")
    (objective,) = plan_of("<h2>Swim more</h2><h3>Key targets</h3>", actions, TABLE).objectives
    assert [m.text for m in objective.milestones] == ["Mend it", "Buy oil"]


def test_targets_as_a_chapter_do_not_take_what_is_of_the_objectives_in_it() -> None:
    run = TABLE.replace("AB00", "CD00")
    plan = plan_of("<h2>Performance targets</h2><h3>Swim more</h3>", TABLE, "<h3>Run more</h3>", run)
    assert [(o.title, len(o.indicators)) for o in plan.objectives] == [("Swim more", 2), ("Run more", 2)]


@pytest.mark.parametrize(
    ("first", "second", "refs"),
    [("M1", "M2", ["M1", "M2"]), ("M1.1", "M2.1", ["M1.1", "M2.1"]), ("M-1", "M-2", ["M-1", "M-2"])],
    ids=["numbers", "numbers within numbers", "hyphens"],
)
def test_a_code_of_the_series_of_a_dated_one_is_that_of_a_milestone(first: str, second: str, refs: list[str]) -> None:
    plan = above_a_table(f"{first} Open it by June 2016", f"{second} Extend it")
    assert [(m.ref, m.due) for m in plan.milestones] == [(refs[0], "2016-06"), (refs[1], None)]


@pytest.mark.parametrize("line", ["N2 Extend it", "KPI 1 to KPI 3 are read each year.", "AB1 Is read each year"])
def test_a_code_of_another_series_is_not(line: str) -> None:
    assert [m.due for m in above_a_table("M1 Open it by June 2016", line).milestones] == ["2016-06"]


def test_codes_of_a_series_of_which_none_has_a_date_are_not() -> None:
    assert not above_a_table("M1 Open it", "M2 Extend it").milestones


def under(part: str, *items: str) -> str:
    return f"<h3>{part}</h3><ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"


OPEN = under("Milestones", "Open the pool")


def test_goals_with_dates_are_milestones() -> None:
    plan = plan_of(
        f"<h2>AB1: Swim more</h2>{under('Goals for 2026/27', 'Open it by June 2026', 'Heat it by May 2026')}",
        f"<h2>AB2: Run more</h2>{under('Goals for 2026/27', 'Mend it by June 2026')}",
    )
    assert [[(m.text, m.due, m.period) for m in o.milestones] for o in plan.objectives] == [
        [("Open it by June 2026", "2026-06", "2026/27"), ("Heat it by May 2026", "2026-05", "2026/27")],
        [("Mend it by June 2026", "2026-06", "2026/27")],
    ]


@pytest.mark.parametrize(
    "goals",
    [
        under("Goals for 2026/27", "Open it by June 2026", "Heat it"),
        "<h3>Goals for 2026/27</h3><p>We open it by June 2026</p>",
        under("Goal: be well", "Open it by June 2026"),
    ],
    ids=["one without a date", "no list", "a goal that has a name"],
)
def test_other_goals_are_none(goals: str) -> None:
    plan = plan_of(f"<h2>AB1: Swim more</h2>{OPEN}{goals}", f"<h2>AB2: Run more</h2>{OPEN}{goals}")
    assert {m.text for o in plan.objectives for m in o.milestones} == {"Open the pool"}


def issues(*parts: str) -> list[tuple[str, ...]]:
    return [o.emerging_issues for o in plan_of(*parts).objectives]


def test_risks_that_several_objectives_have_are_issues() -> None:
    first, second = under("Risks", "Rain"), under("Risks", "Ice")
    found = issues(f"<h2>AB1: Swim more</h2>{OPEN}{first}", f"<h2>AB2: Run more</h2>{OPEN}{second}")
    assert found == [("Rain",), ("Ice",)]


@pytest.mark.parametrize("level", [2, 3])
def test_a_heading_over_the_risks_of_the_whole_plan_is_no_part_of_the_last_objective(level: int) -> None:
    risks = under("Risks", "Ice").replace("h3", f"h{level}")
    assert issues(f"<h2>AB1: Swim more</h2>{OPEN}", f"<h2>AB2: Run more</h2>{OPEN}{risks}") == [(), ()]


FIRST = table("Measure|2015/16 result|2016/17 target", "AB001: People seen|10|11", "AB002: People helped|20%|21%")
SECOND = FIRST.replace("AB00", "AB01")
NEWS = under("Key developments", "New pool")


def news(first: str, second: str) -> dict[str | None, tuple[str, ...]]:
    return {o.title: o.key_developments for o in plan_of(first, second).objectives}


def test_a_part_beside_a_table_is_of_an_objective_as_where_another_one_has_more_parts() -> None:
    found = news(f"<h2>Swim more</h2>{NEWS}{FIRST}", f"<h2>Run more</h2>{NEWS}{OPEN}{SECOND}")
    assert found == {"Swim more": ("New pool",), "Run more": ("New pool",)}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (f"<h2>Swim more</h2>{NEWS}", f"<h2>Run more</h2>{NEWS}{OPEN}{SECOND}"),
        (f"<h2>Swim more</h2>{NEWS}{FIRST}", f"<h2>Run more</h2>{under('Emerging issues', 'Ice')}{OPEN}{SECOND}"),
    ],
    ids=["no table", "other parts"],
)
def test_elsewhere_one_part_names_no_objective(first: str, second: str) -> None:
    assert not news(first, second).get("Swim more")


LABELLED = table("Service objective: CD2|Run more", "Lead officer|Coach")
MARKED = "<h3>Milestones</h3><ul><li>Mark the track by June 2016</li></ul>"


def parted_by(between: str) -> list[tuple[str | None, list[str]]]:
    """The milestones of each objective, where a table stands between a heading with one part and another part."""
    first = f"<h2>AB1: Swim more</h2><h3>Key developments</h3><ul><li>New pool</li></ul>{between}"
    return [(o.title, [m.text for m in o.milestones]) for o in plan_of(first, MARKED).objectives]


def test_a_list_below_a_table_that_names_its_objective_stays_with_the_heading() -> None:
    """Nothing would read it otherwise."""
    assert parted_by(LABELLED)[0] == ("Swim more", ["Mark the track by June 2016"])


@pytest.mark.parametrize(
    "between",
    [
        "",
        table("Lead officer|Coach", "Service objective|Run more"),
        table("Service objective|Run more|By May", "Lead officer|Coach|Head"),
    ],
    ids=["none", "a table that begins with another label", "of three columns"],
)
def test_below_another_table_it_is_of_the_heading_above(between: str) -> None:
    assert parted_by(between)[0] == ("Swim more", ["Mark the track by June 2016"])


def test_so_are_the_tables_below_the_name_of_such_a_part() -> None:
    first = f"<h2>AB1: Swim more</h2><h3>Key developments</h3><ul><li>New pool</li></ul>{LABELLED}"
    objectives = plan_of(first, "<p><b>Indicators</b></p>", TABLE).objectives
    assert [(o.title, len(o.indicators)) for o in objectives] == [("Swim more", 0), ("Run more", 2)]


DATED = ("By 30 June 2026 we will: open the pool.", "By May 2027 we will: heat it.")
DUE = [("By 30 June 2026 we will: open the pool.", "2026-06-30"), ("By May 2027 we will: heat it.", "2027-05")]


def dues(plan: Plan) -> list[tuple[str, str | None]]:
    return [(m.text, m.due) for o in plan.objectives for m in o.milestones]


@pytest.mark.parametrize("below", ["", TABLE, f"<h3>Linked indicators</h3>{TABLE}", f"<p>Linked indicators</p>{TABLE}"])
@pytest.mark.parametrize("label", ["<h3>Milestones</h3>", "<p>Milestones</p>"])
def test_paragraphs_that_begin_with_their_date_are_milestones(label: str, below: str) -> None:
    told = "".join(f"<p>{text}</p>" for text in DATED)
    plan = plan_of("<h2>Objective 1: Keep people well</h2>", label, told, below)
    assert dues(plan) == DUE
    assert len(plan.indicators) == (2 if below else 0)


@pytest.mark.parametrize(
    "told",
    [
        "<p>These were agreed in June 2026.</p>",
        "<p>Until June 2026 the pool is closed.</p>",
        "<p>By June 2026 we will do the following:</p>",
    ],
    ids=["a date within", "another word", "a line that leads to others"],
)
def test_other_paragraphs_make_no_plain_line_a_label_and_are_no_milestones_above_a_table(told: str) -> None:
    assert not dues(plan_of("<h2>Objective 1: Keep people well</h2>", "<p>Milestones</p>", told, TABLE))
    assert not dues(plan_of("<h2>Objective 1: Keep people well</h2>", "<h3>Milestones</h3>", told, TABLE))


def test_only_under_the_name_of_milestones() -> None:
    told = "".join(f"<p>{text}</p>" for text in DATED)
    assert not dues(plan_of("<h2>Objective 1: Keep people well</h2>", "<p>Linked indicators</p>", told, TABLE))


def test_they_stand_beside_a_list() -> None:
    told = f"<p>{DATED[0]}</p><ul><li>Plant trees</li></ul><p>{DATED[1]}</p><p>All of this is agreed.</p>"
    plan = plan_of("<h2>Objective 1: Keep people well</h2>", "<h3>Milestones</h3>", told)
    assert dues(plan) == [DUE[0], ("Plant trees", None), DUE[1]]
