"""Rows and lines that name what stands below them: labels, headings within a table, lines under a heading."""

from __future__ import annotations

import pytest

from planparse.model.plan import Objective, Plan
from planparse.pipeline import extract
from tests.interpret.test_layouts import page, plan_of, table

INDICATORS = "Ref|Measure|2015/16 actual|2016/17 target"
MEASURES = table(INDICATORS, "AB 1|Visits|1|2", "AB 2|Swims|3|4")


def codes(plan: Plan) -> list[tuple[str | None, list[str | None]]]:
    return [(o.title, [i.code for i in o.indicators]) for o in plan.objectives]


def block(*rows: str) -> Objective:
    return plan_of("<h2>Objective 1: Swim more</h2>", table(*rows), MEASURES).objectives[0]


def test_a_period_in_the_row_below_its_label_is_a_part_of_it() -> None:
    rows = ("Key developments|New pool", "Key Milestones|Dig", "2016/17|Fill", "Key Milestones|Heat", "(2017/18)|Open")
    assert [(m.text, m.period) for m in block(*rows).milestones] == [
        ("Dig", "2016/17"),
        ("Fill", "2016/17"),
        ("Heat", "2017/18"),
        ("Open", "2017/18"),
    ]


@pytest.mark.parametrize(
    "row",
    ["2016/17 and after|Fill", "Later|Fill", "|Fill"],
    ids=["more words", "no period", "blank"],
)
def test_other_words_below_a_label_do_not_date_it(row: str) -> None:
    found = block("Key developments|New pool", "Key Milestones|Dig", row)
    assert found.milestones[0].period is None


def test_a_label_with_its_own_period_takes_no_other() -> None:
    found = block("Key developments|New pool", "Key Milestones (2015/16)|Dig", "2016/17|Fill")
    assert found.milestones[0].period == "2015/16"


def test_a_label_over_several_figures_heads_a_table_that_is_none_of_the_plan() -> None:
    plan = plan_of("<h2>Swim more</h2>", MEASURES, "<h2>Money</h2>", table("Priority|Staff|Rent", "Pools|40|50"))
    assert codes(plan) == [("Swim more", ["AB 1", "AB 2"])]


@pytest.mark.parametrize(
    ("below", "developments"),
    [("Pools|40|50", ()), ("Pools|Coach|50", ("Staff", "Rent"))],
    ids=["two figures", "one figure"],
)
def test_names_over_two_figures_are_no_values_of_a_label(below: str, developments: tuple[str, ...]) -> None:
    found = plan_of("<h2>Swim more</h2>", MEASURES, table("Key developments|Staff|Rent", below)).objectives[0]
    assert found.key_developments == developments


def test_the_label_of_a_table_below_each_block_leaves_the_block_in_force() -> None:
    parts = []
    for n, title in enumerate(("Swim more", "Run more"), 1):
        parts += [
            table(f"Objective|{title}", "Key developments|New place"),
            "<h2>Performance indicators</h2>",
            table(INDICATORS, f"AB {n}|Visits|1|2"),
        ]
    assert codes(plan_of(*parts)) == [("Swim more", ["AB 1"]), ("Run more", ["AB 2"])]
    assert codes(plan_of(*parts[:3])) != [("Swim more", ["AB 1"])]


def test_a_heading_that_repeats_and_is_no_such_label_ends_the_block() -> None:
    parts = []
    for n, title in enumerate(("Swim more", "Run more"), 1):
        parts += [
            table(f"Objective|{title}", "Key developments|New place"),
            "<h2>About the town</h2>",
            table(INDICATORS, f"AB {n}|Visits|1|2"),
        ]
    assert ("Swim more", ["AB 1"]) not in codes(plan_of(*parts))


@pytest.mark.parametrize(
    ("line", "priority", "lead"),
    [
        ("Corporate priority: A healthy town", "A healthy town", None),
        ("Lead officer: Coach", None, "Coach"),
        ("Partners: The school", None, None),
        ("We work for a healthy town", None, None),
    ],
)
def test_a_line_below_the_heading_of_an_objective(line: str, priority: str | None, lead: str | None) -> None:
    plan = plan_of("<h2>Objective 1: Swim more</h2>", f"<p>{line}</p>", MEASURES)
    (found,) = plan.objectives
    assert (found.corporate_priority, found.lead, found.extra) == (priority, lead, {})


def test_several_lines_follow_each_other_and_a_text_ends_them() -> None:
    lines = ["<p>Corporate priority: A healthy town</p>", "<p>Lead officer: Coach</p>"]
    (found,) = plan_of("<h2>Objective 1: Swim more</h2>", *lines, MEASURES).objectives
    assert (found.corporate_priority, found.lead) == ("A healthy town", "Coach")
    (found,) = plan_of("<h2>Objective 1: Swim more</h2>", "<p>We swim.</p>", lines[1], MEASURES).objectives
    assert found.lead is None


def test_a_line_below_another_heading_is_text() -> None:
    (found,) = plan_of("<h2>Swim more</h2>", "<p>Corporate priority: A healthy town</p>", MEASURES).objectives
    assert found.corporate_priority is None


FIRST, SECOND = "AB 1|Visits|1|2", "CD 1|Runs|3|4"


def test_a_text_in_the_first_column_above_a_header_is_a_heading() -> None:
    plan = plan_of("<h2>Plan</h2>", table("Swim more +4", INDICATORS, FIRST, "Run more|||", INDICATORS, SECOND))
    assert codes(plan) == [("Swim more", ["AB 1"]), ("Run more", ["CD 1"])]


@pytest.mark.parametrize(
    "rows",
    [
        ("Run more||and faster|", INDICATORS, SECOND),
        ("|Run more||", INDICATORS, SECOND),
        ("Run more|||", SECOND),
    ],
    ids=["two texts", "another column", "no header below"],
)
def test_other_rows_above_are_no_heading(rows: tuple[str, ...]) -> None:
    plan = plan_of("<h2>Plan</h2>", table("Swim more +4", INDICATORS, FIRST, *rows))
    assert "Run more" not in [o.title for o in plan.objectives]


def last_row(text: str) -> Plan:
    """A table that ends with a text as wide as it, some words, and another table."""
    first = table(INDICATORS, FIRST, f"{text} +4")
    return plan_of("<h2>Objective 1: Swim more</h2>", first, "<p>We run.</p>", table(INDICATORS, SECOND))


def test_an_objective_in_the_last_row_is_the_heading_of_the_next_table() -> None:
    plan = last_row("Objective 2: Run more")
    assert codes(plan) == [("Objective 1: Swim more", ["AB 1"]), ("Objective 2: Run more", ["CD 1"])]


@pytest.mark.parametrize("text", ["The pool was shut in the spring", "Objective 2: Run more was met."])
def test_a_remark_in_the_last_row_is_none(text: str) -> None:
    assert codes(last_row(text)) == [("Objective 1: Swim more", ["AB 1", "CD 1"])]


ACTIONS = table(
    "Action|Outcome|Lead|Deadline",
    "Survey the drains|Fewer floods|A Smith|May 2017",
    "Mend the gates|Dry homes|B Jones|June 2017",
)


def actions(plan: Plan) -> list[tuple[str | None, list[str]]]:
    return [(o.title, [m.text for m in o.milestones]) for o in plan.objectives]


def test_right_below_an_objectives_heading_a_column_of_outcomes_names_no_objectives() -> None:
    heading = "HI1 Manage the flood risk"
    assert actions(plan_of(f"<h2>{heading}</h2>", ACTIONS)) == [(heading, ["Survey the drains", "Mend the gates"])]


@pytest.mark.parametrize(
    "above", ["<h2>Our work</h2>", "<h2>HI1 Manage the flood risk</h2><p>The county pays for half of it.</p>"]
)
def test_elsewhere_a_column_of_outcomes_names_them(above: str) -> None:
    own = [("Fewer floods", ["Survey the drains"]), ("Dry homes", ["Mend the gates"])]
    assert actions(plan_of(above, ACTIONS)) == own


def test_a_column_that_says_objective_names_them_below_a_heading_too() -> None:
    rows = ACTIONS.replace("Outcome", "Objective")
    found = actions(plan_of("<h2>HI1 Manage the flood risk</h2>", rows))
    assert [title for title, _ in found] == ["Fewer floods", "Dry homes"]


BANDED = (INDICATORS, "{} Swim more +4", "AB 1|Visits|1|2", "{} Read more +4", "CD 1|Loans|3|4")


@pytest.mark.parametrize("name", ["Aim 1 –", "Priority 2 -", "Theme:", "Outcome 3 —"])
def test_a_band_that_names_a_priority_or_an_objective_is_a_heading(name: str) -> None:
    rows = [row.format(name) for row in BANDED]
    found = plan_of("<h2>Measures</h2>", table(*rows))
    assert [[i.code for i in o.indicators] for o in found.objectives] == [["AB 1"], ["CD 1"]]


def test_a_dash_alone_makes_no_heading_of_a_band() -> None:
    rows = [row.format("In the year –") for row in BANDED]
    assert len(plan_of("<h2>Our scorecard</h2>", table(*rows)).objectives) == 1


@pytest.mark.parametrize(("heading", "titles"), [("How we will know", ["Swim more", "Read more"]), ("Safe", ["Safe"])])
def test_under_the_heading_of_a_list_of_measures_alone_the_bands_are_the_objectives(
    heading: str, titles: list[str]
) -> None:
    rows = [row.format("").replace(" Swim", "Swim").replace(" Read", "Read") for row in BANDED]
    assert [o.title for o in plan_of(f"<h2>{heading}</h2>", table(*rows)).objectives] == titles


BLOCK = ("Corporate priority|AB1: Swim more", "Key developments|New pool")


def test_where_no_label_names_an_objective_the_priorities_are_the_objectives() -> None:
    (found,) = plan_of(table(*BLOCK, "Emerging issues|Cost")).objectives
    assert (found.code, found.title, found.corporate_priority) == ("AB1", "Swim more", None)


def test_where_one_label_does_they_stay_priorities() -> None:
    two = ("Corporate priority|Health", "Objective|CD1: Read more", "Key developments|New books")
    found = plan_of(table(*BLOCK), table(*two)).objectives
    assert [(o.title, o.corporate_priority) for o in found][-1] == ("Read more", "Health")
    assert found[0].title is None


BELOW = ("AB 5|Rides|5|6", "AB 6|Walks|7|8", "AB 7|Runs|tbc|9")


def test_a_table_without_a_header_below_a_heading_has_the_columns_of_the_one_before() -> None:
    plan = plan_of("<h2>Swim more</h2>", MEASURES, "<h2>Ride more</h2>", table(*BELOW))
    assert codes(plan) == [("Swim more", ["AB 1", "AB 2"]), ("Ride more", ["AB 5", "AB 6", "AB 7"])]
    values = [(v.period, v.number) for v in plan.objectives[1].indicators[0].targets]
    assert values == [("2016/17", 6)]


@pytest.mark.parametrize(
    "rows",
    [
        ("Pools|open daily|see note|see note", "Baths|closed|see note|see note"),
        ("Office|Staff|40|50", "Depot|Staff|30|20"),
        ("AB 5|Rides|5", "AB 6|Walks|7"),
    ],
    ids=["notes", "no codes", "fewer columns"],
)
def test_other_rows_without_a_header_are_not_read_by_the_columns_of_the_one_before(rows: tuple[str, ...]) -> None:
    plan = plan_of("<h2>Swim more</h2>", MEASURES, "<h2>Ride more</h2>", table(*rows))
    assert codes(plan) == [("Swim more", ["AB 1", "AB 2"])]


def test_the_columns_of_a_table_before_a_text_are_none_of_the_one_below_it() -> None:
    plan = plan_of("<h2>Swim more</h2>", MEASURES, "<h2>Ride more</h2><p>This is how we ride.</p>", table(*BELOW))
    assert codes(plan) == [("Swim more", ["AB 1", "AB 2"])]


def test_columns_that_only_another_table_of_the_grid_parts_are_one() -> None:
    indicators = ("Ref|Measure|2015/16 actual +2|2016/17 target", "AB 1|Visits|1 +2|2")
    actions = ("Ref|Action +2|Deadline +2", "a|Open the pool +2|June 2016 +2")
    (objective,) = plan_of("<h2>Swim more</h2>", table(*indicators, *actions)).objectives
    (indicator,) = objective.indicators
    assert [(v.period, v.number) for v in (*indicator.actuals, *indicator.targets)] == [("2015/16", 1), ("2016/17", 2)]
    assert [(m.ref, m.text, m.due) for m in objective.milestones] == [("a", "Open the pool", "2016-06")]


def test_bands_are_the_objectives_of_a_plan_that_names_none() -> None:
    bands = (
        "Ref|Action|Deadline",
        "Swim more +3",
        "a|Open the pool|June 2016",
        "Ride more +3",
        "b|Mark the lanes|May 2016",
    )
    plan = plan_of(table(*bands))
    assert [(o.title, [(m.ref, m.text) for m in o.milestones]) for o in plan.objectives] == [
        ("Swim more", [("a", "Open the pool")]),
        ("Ride more", [("b", "Mark the lanes")]),
    ]
    assert plan_of("<h2>Sport</h2>", table(*bands)).objectives[0].title == "Sport"


def test_indicators_under_bands_below_a_heading_keep_them_as_groups() -> None:
    rows = (INDICATORS, "Swim more +4", "AB 1|Visits|1|2", "Ride more +4", "AB 2|Rides|3|4")
    alone, headed = plan_of(table(*rows)), plan_of("<h2>Sport</h2>", table(*rows))
    assert codes(alone) == [("Swim more", ["AB 1"]), ("Ride more", ["AB 2"])]
    assert codes(headed) == [("Sport", ["AB 1", "AB 2"])]
    assert [i.group for i in headed.objectives[0].indicators] == ["Swim more", "Ride more"]


@pytest.mark.parametrize(
    ("heading", "priority"),
    [("Corporate priority: Health", "Health"), ("Priority 2: Health", "Health"), ("Our work: Health", None)],
)
def test_a_heading_names_the_priority_of_the_blocks_below_it(heading: str, priority: str | None) -> None:
    blocks = [table(f"Objective|{title}", "Key developments|New place") for title in ("Swim more", "Run more")]
    found = plan_of(f"<h2>{heading}</h2>", *blocks).objectives
    assert [(o.title, o.corporate_priority) for o in found] == [("Swim more", priority), ("Run more", priority)]


def test_a_block_with_a_priority_of_its_own_keeps_it() -> None:
    own = table("Corporate priority|Sport", "Objective|Swim more", "Key developments|New pool")
    (found,) = plan_of("<h2>Corporate priority: Health</h2>", own).objectives
    assert found.corporate_priority == "Sport"


def test_labels_inside_a_table_do_not_end_it() -> None:
    rows = (
        *("Ref|Measure|Actual 2015/16|Target 2016/17", "Aim A. Swim more +4", "Key developments|New pool +3"),
        *("A1|Swimmers|5|6", "A2|Divers|7|8", "Aim B. Run more +4", "Emerging issues|Less rain +3", "B1|Runners|1|2"),
    )
    plan = plan_of(table(*rows, header=1))
    assert [(o.title, o.key_developments, o.emerging_issues) for o in plan.objectives] == [
        ("Aim A. Swim more", ("New pool",), ()),
        ("Aim B. Run more", (), ("Less rain",)),
    ]
    assert [[i.code for i in o.indicators] for o in plan.objectives] == [["A1", "A2"], ["B1"]]


@pytest.mark.parametrize("mark", ["|", "-", "–"])
def test_a_row_over_a_block_names_its_objective(mark: str) -> None:
    bar = mark.replace("|", "&#124;")
    blocks = [
        table(f"Strategic aim {n} {bar} {title} +2", "Key developments|New pool", "Emerging issues|Less rain")
        for n, title in enumerate(("Swim more", "Run more"), 1)
    ]
    plan = plan_of("<h2>How to read this plan</h2>", *blocks)
    assert [o.title for o in plan.objectives] == [
        f"Strategic aim 1 {mark} Swim more",
        f"Strategic aim 2 {mark} Run more",
    ]


LABELS = "Key developments +2|Emerging issues +2"
OUTCOMES = (
    *("Outcome 1: Swim more +4", LABELS, "New pool +2|Less rain +2"),
    *("Measure|2014/15 actual|2015/16 actual|2016/17 target", "Swimmers|5|6|7"),
    *("Outcome 2: Run more +4", LABELS, "New track +2|More rain +2"),
    *("Measure|2014/15 actual|2015/16 actual|2016/17 target", "Runners|1|2|3"),
)


def test_labels_side_by_side_below_a_table_begin_a_block() -> None:
    found = plan_of(table(*OUTCOMES)).objectives
    assert [(o.title, o.key_developments, o.emerging_issues) for o in found] == [
        ("Outcome 1: Swim more", ("New pool",), ("Less rain",)),
        ("Outcome 2: Run more", ("New track",), ("More rain",)),
    ]
    assert [[i.measure for i in o.indicators] for o in found] == [["Swimmers"], ["Runners"]]


def test_a_blank_under_the_name_of_a_column_of_objectives_makes_it_no_label() -> None:
    rows = ("Objective|Action|By when|Lead", "|Dig it|May 2016|Coach", "Run more|Mark it|June 2016|Clerk")
    found = plan_of("<h2>Swim more</h2>", table(*rows)).objectives
    assert [(o.title, [m.text for m in o.milestones]) for o in found] == [
        ("Swim more", ["Dig it"]),
        ("Run more", ["Mark it"]),
    ]


@pytest.mark.parametrize(("spanned", "codes"), [(True, ["objective-unsure"]), (False, [])])
def test_a_blank_cell_below_an_objective_that_spans_its_rows_is_said(spanned: bool, codes: list[str]) -> None:
    first = ("Swim more ↓2|Dig it|May 2016|Coach", "Fill it|June 2016|Coach")
    rows = first if spanned else ("Swim more|Dig it|May 2016|Coach", "|Fill it|June 2016|Coach")
    actions = table("Objective|Action|By when|Lead", *rows, "|Mark it|June 2016|Clerk", header=1)
    found = extract(page(actions), name="case.html")
    assert [m.text for m in found.plan.objectives[0].milestones] == ["Dig it", "Fill it", "Mark it"]
    assert [r.code for r in found.trace.remarks] == codes


def test_a_band_with_nothing_but_the_code_of_an_objective_is_that_one() -> None:
    blocks = [
        table(f"Service Objective AB{n}: {title} +2", f"Key developments|{title} was begun", header=1)
        for n, title in ((1, "Swim more"), (2, "Run more"))
    ]
    rows = "Ref|Measure|2014/15 Actual|2016/17 Target", "Service Objective AB1 +4", "NI 1|Visits|1|2"
    more = "Service Objective AB2 +4", "NI 2|Runs|3|4", "Service Objective AB3 +4", "NI 3|Walks|5|6"
    plan = plan_of(*blocks, "<h2>Indicators</h2>", table(*rows, *more, header=1))
    assert [[i.measure for i in o.indicators] for o in plan.objectives] == [["Visits"], ["Runs"], ["Walks"]]
    assert [len(o.key_developments) for o in plan.objectives] == [1, 1, 0]


@pytest.mark.parametrize("name", ["Outcome", "Outcome / success measure"])
def test_below_bands_that_name_objectives_an_outcome_is_what_comes_of_an_action(name: str) -> None:
    rows = "Priority 1: Swim more +4", "1.1|Open the pool|May 2016|Fewer wait", "1.2|Mend it|June 2016|More come"
    plan = plan_of("<h2>Delivery plan</h2>", table(f"Ref|Action|By when|{name}", *rows, header=1))
    (objective,) = plan.objectives
    assert [m.extra for m in objective.milestones] == [{name: "Fewer wait"}, {name: "More come"}]


PART = "<h2>Objective 1: Swim more</h2><h3>Milestones</h3>"


def due(*lines: str) -> list[tuple[str, str | None]]:
    return [(m.text, m.due) for m in plan_of(f"{PART}{''.join(lines)}").objectives[0].milestones]


def test_dates_in_bold_over_milestones_are_of_those_below_them() -> None:
    lines = "<p><b>June 2016</b></p><p>Dig it</p><p>Fill it</p>", "<p><b>March 2017</b></p><p>Heat it</p>"
    assert due(*lines) == [("Dig it", "2016-06"), ("Fill it", "2016-06"), ("Heat it", "2017-03")]


def test_a_date_in_plain_letters_or_other_words_in_bold_are_none() -> None:
    assert due("<p>June 2016</p><p>Dig it</p>")[-1] == ("Dig it", None)
    assert due("<p><b>Our summer</b></p><p>Dig it</p>") == [("Our summer", None), ("Dig it", None)]


def test_the_date_ends_with_its_part() -> None:
    first = f"{PART}<p><b>June 2016</b></p><p>Dig it</p>"
    second = first.replace("Objective 1: Swim", "Objective 2: Run").replace("<p><b>June 2016</b></p>", "")
    objectives = plan_of(first, second).objectives
    assert [[m.due for m in o.milestones] for o in objectives] == [["2016-06"], [None]]


def test_of_developments_a_date_in_bold_is_one() -> None:
    dated = f"{PART.replace('Milestones', 'Key developments')}<p><b>June 2016</b></p><p>New pool</p>"
    assert plan_of(dated, "<h2>Measures</h2>", MEASURES).objectives[0].key_developments == ("June 2016", "New pool")
