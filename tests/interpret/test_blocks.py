"""Labels of an objective's block beside, above and over their texts; texts that look like labels or values are none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planparse.interpret import interpret, load_vocabulary
from planparse.interpret.blocks import _dated
from planparse.interpret.row_heads import labelled_texts
from planparse.model.document import Block, Cell
from planparse.model.plan import Objective
from planparse.model.provenance import Place
from tests.interpret.test_layouts import plan_of, table
from tests.repair.grids import document, grid, paragraph

INDICATORS = table("Ref|Measure|2015/16 actual|2016/17 target", "AB 1|Visits|1|2", "AB 2|Swims|3|4")


def block(*rows: str) -> Objective:
    return plan_of("<h2>Objective 1: Swim more</h2>", table(*rows), INDICATORS).objectives[0]


def test_labels_side_by_side_over_their_texts() -> None:
    found = block("Key developments|Emerging issues", "New pool|Less rain")
    assert (found.key_developments, found.emerging_issues) == (("New pool",), ("Less rain",))


def test_they_may_be_wide_as_long_as_the_texts_below_are() -> None:
    found = block("Key developments +2|Emerging issues", "New pool +2|Less rain")
    assert (found.key_developments, found.emerging_issues) == (("New pool",), ("Less rain",))


@pytest.mark.parametrize(
    "rows",
    [
        ("Key developments|Emerging issues +2", "New pool +2|Less rain"),
        ("Key developments|Emerging issues", "New pool|"),
        ("Key developments|Strange things", "New pool|Less rain"),
        ("Key developments|Emerging issues", "Milestones|Less rain"),
    ],
    ids=["texts of another width", "one text", "one label unknown", "labels below"],
)
def test_other_labels_side_by_side_are_a_label_and_its_text(rows: tuple[str, ...]) -> None:
    found = block(*rows)
    assert found.emerging_issues != ("Less rain",)


def test_a_label_as_wide_as_the_table_stands_over_the_texts_below_it() -> None:
    found = block("Key developments +2", "New pool +2", "New team +2", "Emerging issues +2", "Less rain +2")
    assert (found.key_developments, found.emerging_issues) == (("New pool", "New team"), ("Less rain",))


def test_a_label_beside_its_text_does_not_take_the_wide_text_below() -> None:
    found = block("Key developments|New pool", "Page two of the table +2", "Emerging issues|Less rain")
    assert (found.key_developments, found.emerging_issues) == (("New pool",), ("Less rain",))


def test_milestones_of_a_label_with_a_period_are_of_that_period() -> None:
    rows = ("Key Milestones 2016/17 ↓3|Action|Lead officer|Due date", "Dig|Coach|May 2016", "Fill|Coach|June 2016")
    assert [(m.text, m.period) for m in block(*rows).milestones] == [("Dig", "2016/17"), ("Fill", "2016/17")]
    rows = ("Key Milestones ↓3|Action|Lead officer|Due date", "Dig|Coach|May 2016", "Fill|Coach|June 2016")
    assert [m.period for m in block(*rows).milestones] == [None, None]


LIST = ("Action|Lead|Resources", "Dig it|Coach|Ten days", "Fill it|Clerk|A boiler")
MEASURES = ("Measure|Actual 2015/16|Target 2016/17", "AB1 Visits|5|6", "AB2 Swims|7|8")


@pytest.mark.parametrize("above", [(), MEASURES], ids=["first", "below another table"])
@pytest.mark.parametrize(("label", "period"), [("Key milestones 2016/17", "2016/17"), ("Key milestones", None)])
def test_a_label_with_a_year_over_a_list_of_actions_dates_them(
    above: tuple[str, ...], label: str, period: str | None
) -> None:
    found = block(*above, f"{label} +3", *LIST)
    assert [(m.text, m.period) for m in found.milestones] == [("Dig it", period), ("Fill it", period)]


def test_each_such_label_dates_the_list_below_it() -> None:
    found = block("Key milestones 2016/17 +3", *LIST, "Key milestones 2017/18 +3", LIST[0], "Light it|Coach|Lamps")
    assert [m.period for m in found.milestones] == ["2016/17", "2016/17", "2017/18"]


def test_rows_that_go_on_below_another_label_are_of_its_year() -> None:
    rows = ("Action|Lead|Resources", "Dig it|Coach|Ten days", "Key milestones 2017/18 +3", "Light it|Coach|Lamps")
    found = block("Objective: AB 1|Swim more +2", "Key milestones 2016/17 +3", *rows)
    assert [m.period for m in found.milestones] == ["2016/17", "2017/18"]


def test_the_year_of_a_part_holds_below_labels_of_other_things() -> None:
    rows = ("Key developments|A pool was dug +2", *LIST)
    plan = plan_of("<h2>Objective 1: Swim more</h2><h3>Milestones 2025/26</h3>", table(*rows))
    assert [m.period for o in plan.objectives for m in o.milestones] == ["2025/26", "2025/26"]


def test_a_label_with_a_year_over_measures_dates_none_of_them() -> None:
    found = block("Key milestones 2018/19 +3", *MEASURES)
    assert found.milestones == ()
    assert {v.period for i in found.indicators for v in i.targets} == {"2016/17"}


def test_a_list_of_linked_indicators_names_codes_and_a_text_without_figures_is_none() -> None:
    found = block("Key developments|New pool", "Linked indicators|See the table in the annex")
    assert found.extra == {"Linked indicators": "See the table in the annex"}
    assert block("Key developments|New pool", "Linked indicators|AB 1").extra == {}


@pytest.mark.parametrize(
    ("label", "code", "title"),
    [
        ("Service Objective HT1: Keep people warm", "HT1", "Keep people warm"),
        ("Service Objective: HT1: Keep people warm", "HT1", "Keep people warm"),
        ("Service Objective homes: Keep people warm", None, None),
    ],
)
def test_the_code_and_the_title_may_stand_in_the_label(label: str, code: str | None, title: str | None) -> None:
    plan = plan_of(table(f"{label} +2", "Key developments|New pool", "Emerging issues|Less rain"), INDICATORS)
    assert (plan.objectives[0].code, plan.objectives[0].title) == (code, title)


def test_a_code_behind_the_label_is_the_code_and_the_text_beside_it_the_title() -> None:
    found = plan_of(table("Service Objective: HT 1|Keep people warm", "Key developments|New pool")).objectives[0]
    assert (found.code, found.title) == ("HT 1", "Keep people warm")


HEAD = "Ref|Measure|2015/16 actual|2016/17 target"


def test_a_heading_row_is_one_though_a_longer_code_begins_as_its_own() -> None:
    plan = plan_of(table(HEAD, "HT1: Warm homes +4", "HT1.1|Lets|1|2", "HT1.2|Sales|3|4", "HT2: Dry homes +4"))
    assert plan.objectives[0].code == "HT1"


def test_a_comment_that_begins_with_the_code_of_a_row_is_no_heading() -> None:
    plan = plan_of("<h2>Swim more</h2>", table(HEAD, "HT1|Lets|1|2", "HT1: Warm weather +4", "HT2|Sales|3|4"))
    assert [o.title for o in plan.objectives] == ["Swim more"]
    assert plan.indicators[0].notes == ("HT1: Warm weather",)


def actions(*rows: str, first: str = "HT1: Warm homes", second: str = "HT2: Dry homes") -> list[tuple[str | None, int]]:
    """The objectives of a plan and how many milestones each has, where a column names the objective of each row."""
    blocks = [table(f"Objective|{title}", "Key developments|New pool") for title in (first, second)]
    acts = table("Objective|Action|Lead|Due date", *rows)
    return [(o.code or o.title, len(o.milestones)) for o in plan_of(*blocks, acts).objectives]


def test_a_code_in_the_objective_column_is_that_of_an_objective_above() -> None:
    rows = ("HT2|Dig|Coach|May 2016", "HT 1|Fill|Coach|June 2016", "HT2|Open|Coach|July 2016")
    assert actions(*rows) == [("HT1", 1), ("HT2", 2)]


def test_a_code_of_no_objective_or_of_two_is_a_title() -> None:
    rows = ("HT3|Dig|Coach|May 2016", "HT1|Fill|Coach|June 2016")
    assert actions(*rows) == [("HT1", 1), ("HT2", 0), ("HT3", 1)]
    assert ("HT1", 1) not in actions(*rows, second="HT1: Dry homes")[:2]


def test_the_rows_below_a_code_go_on_with_its_objective() -> None:
    assert actions("HT1|Dig|Coach|May 2016", "|Fill|Coach|June 2016") == [("HT1", 2), ("HT2", 0)]


FIRST, SECOND = ("Objective|Swim more", "Key developments|New pool"), ("Objective|Read more", "Key developments|Books")


def priorities(*rows: str) -> list[tuple[str | None, str | None]]:
    return [(o.title, o.corporate_priority) for o in plan_of(table(*rows)).objectives]


def test_a_priority_right_over_an_objective_begins_a_block_though_the_first_block_began_with_its_objective() -> None:
    found = priorities(*FIRST, "Corporate priority|Learning", *SECOND)
    assert found == [("Swim more", None), ("Read more", "Learning")]


@pytest.mark.parametrize("place", [1, 2], ids=["below the title", "below the developments"])
def test_a_priority_over_another_label_is_of_the_block_that_waits_for_it(place: int) -> None:
    rows = [*FIRST, "Emerging issues|Less rain"]
    rows.insert(place, "Corporate priority|Health")
    assert priorities(*rows, *SECOND) == [("Swim more", "Health"), ("Read more", None)]


def test_an_aim_of_an_unknown_owner_right_over_an_objective_is_its_priority() -> None:
    found = priorities("Norland priority|Health", *FIRST, "Norland priority|Learning", *SECOND)
    assert found == [("Swim more", "Health"), ("Read more", "Learning")]


@pytest.mark.parametrize(
    "rows",
    [
        ("Norland values|Health", *FIRST),
        ("Norland priority|Lead officer|Coach", *FIRST),
        ("How Norland came to this priority|Health", *FIRST),
        ("Norland priority|Health", "Lead officer|Coach", *FIRST),
        (*FIRST, "Norland priority|Health"),
    ],
    ids=["no aim", "other cells beside it", "a sentence", "over another label", "over nothing"],
)
def test_other_unknown_labels_name_no_priority(rows: tuple[str, ...]) -> None:
    assert [priority for _, priority in priorities(*rows)] == [None]


def listed(*rows: str) -> list[tuple[str | None, tuple[str, ...], tuple[str, ...]]]:
    found = plan_of(table(*rows), "<h2>Ride more often</h2>", INDICATORS).objectives
    return [(o.title, o.key_developments, o.emerging_issues) for o in found][:-1]


def test_a_list_of_priorities_has_an_objective_in_each_row() -> None:
    rows = ("Priority|Key developments|Emerging issues", "Health|New pool|Less rain", "Homes|New flats|Cost")
    assert listed(*rows) == [("Health", ("New pool",), ("Less rain",)), ("Homes", ("New flats",), ("Cost",))]


@pytest.mark.parametrize("head", ["Priority|Key developments|Odd things", "Priority|Lead officer|Partners"])
def test_a_list_with_a_column_of_an_unknown_name_or_without_developments_and_issues_is_none(head: str) -> None:
    assert listed(head, "Health|New pool|Less rain", "Homes|New flats|Cost") == []


def test_beside_a_column_of_objectives_that_of_priorities_stays_one() -> None:
    plan = plan_of(table("Priority|Objective|Key developments", "Health|Swim more|Pool", "Homes|Build more|Flats"))
    assert [(o.title, o.corporate_priority) for o in plan.objectives] == [
        ("Swim more", "Health"),
        ("Build more", "Homes"),
    ]


@pytest.mark.parametrize(
    "head", ["What we want ↓2|Milestones +2", "Objective ↓2|Planned milestones +2", "Objective ↓2|Milestones +2"]
)
def test_milestones_over_quarters_beside_objectives_are_due_in_these(head: str) -> None:
    plan = plan_of(table(head, "Q1 2016/17|Q2 2016/17", "Swim more|Dig it|Fill it", "Run more||Open it"))
    assert [(o.title, [(m.text, m.due) for m in o.milestones]) for o in plan.objectives] == [
        ("Swim more", [("Dig it", "2016-06"), ("Fill it", "2016-09")]),
        ("Run more", [("Open it", "2016-09")]),
    ]


def test_milestones_over_other_words_make_no_timetable() -> None:
    rows = ("What we want ↓2|Milestones +2", "First|Then", "Swim more|Dig it|Fill it", "Run more||Open it")
    plan = plan_of(table(*rows), "<h2>Ride more often</h2>", INDICATORS)
    assert plan.milestones == ()


PRIORITY = ("Corporate priority|Health", "Key developments|New pool")


def under(heading: str, *rows: str, above: str = "") -> list[tuple[str | None, str | None, tuple[str, ...]]]:
    """The objectives of a plan with this block under a heading, and another heading over indicators."""
    other = "<h3>Objective 2: Run more</h3>", INDICATORS
    plan = plan_of("<h2>Our work</h2>", f"<h3>{heading}</h3>", above, table(*rows), *other)
    assert plan.objectives[-1].title == "Objective 2: Run more"
    return [(o.title, o.corporate_priority, o.key_developments) for o in plan.objectives[:-1]]


def test_a_priority_under_the_heading_of_an_objective_is_that_objectives() -> None:
    expected = [("Objective 1: Swim more", "Health", ("New pool",))]
    assert under("Objective 1: Swim more", *PRIORITY) == expected
    assert under("Objective 1: Swim more", *PRIORITY, above=f"{INDICATORS}<p>And so on.</p>") == expected


@pytest.mark.parametrize(
    ("heading", "rows", "expected"),
    [
        ("Swim more", PRIORITY, (None, "Health", ("New pool",))),
        (
            "Objective 1: Swim more",
            (PRIORITY[0], "Objective|Ride more", PRIORITY[1]),
            ("Ride more", "Health", ("New pool",)),
        ),
        (
            "Objective 1: Swim more",
            (PRIORITY[0], PRIORITY[1], "Objective|Ride more"),
            (None, "Health", ("New pool",)),
        ),
    ],
    ids=["a heading that names none", "an objective below it", "an objective further down"],
)
def test_another_priority_begins_a_block_of_its_own(
    heading: str, rows: tuple[str, ...], expected: tuple[str | None, str | None, tuple[str, ...]]
) -> None:
    assert under(heading, *rows)[0] == expected


def test_a_priority_below_another_label_is_no_priority_of_the_heading() -> None:
    found = under("Objective 1: Swim more", PRIORITY[1], PRIORITY[0], "Emerging issues|Less rain")
    assert found[0] == ("Objective 1: Swim more", None, ("New pool",))


def test_the_objective_of_the_heading_takes_no_second_priority() -> None:
    first = table("Corporate priority|Homes", "Key developments|New flats")
    found = under("Objective 1: Swim more", *PRIORITY, above=f"{first}<p>And so on.</p>")
    assert found[0] == ("Objective 1: Swim more", "Homes", ("New flats",))


def test_labels_with_their_texts_side_by_side() -> None:
    found = block("Priority: Health|Lead: Coach")
    assert (found.title, found.corporate_priority, found.lead) == ("Objective 1: Swim more", "Health", "Coach")


def test_they_may_stand_over_the_labels_of_a_block() -> None:
    rows = ("Objective: Swim more often in the lake|Lead: Coach", "Key developments|New pool")
    (found,) = plan_of(table(*rows), INDICATORS).objectives
    assert (found.title, found.lead) == ("Swim more often in the lake", "Coach")
    assert found.key_developments == ("New pool",)


@pytest.mark.parametrize(
    ("row", "code", "title"),
    [("Objective: Swim more|Lead: Coach", None, "Swim more"), ("Objective: AB 1|Lead: Coach", "AB 1", None)],
)
def test_a_short_objective_beside_them_is_a_title_and_no_code(row: str, code: str | None, title: str | None) -> None:
    (found,) = plan_of(table(row, "Key developments|New pool"), INDICATORS).objectives
    assert (found.code, found.title, found.lead) == (code, title, "Coach")


def test_a_priority_under_an_objective_goes_before_that_of_a_heading_above() -> None:
    over = "<h2>Priority: Homes</h2><h3>Objective 1: Swim more</h3>", table(*PRIORITY)
    plan = plan_of(*over, "<h3>Objective 2: Run more</h3>", INDICATORS)
    assert [(o.title, o.corporate_priority, o.key_developments) for o in plan.objectives] == [
        ("Objective 1: Swim more", "Health", ("New pool",)),
        ("Objective 2: Run more", "Homes", ()),
    ]


def beside(row: str) -> list[tuple[str, str]]:
    found = labelled_texts(list(grid(row).cells), load_vocabulary())
    return [(label.role, label.rest) for label, _ in found]


def test_each_cell_of_such_a_row_holds_a_label_and_its_text() -> None:
    assert beside("Priority: Health|Objective: Swim more|Lead: Coach") == [
        ("priority", "Health"),
        ("objective", "Swim more"),
        ("lead", "Coach"),
    ]


@pytest.mark.parametrize(
    "row",
    [
        "Priority: Health>2",
        "Priority: Health|Weather: Fine",
        "Priority: Health|Weather: Fine|Lead: Coach",
        "Priority: Health|Coach",
        "Priority: Health|Lead:",
        "Priority: Health|Lead officer|Coach",
        "Priority: Health|Objective AB 1",
        "Priority: Health|Key developments: New pool",
        "Priority: Health||Lead: Coach",
    ],
    ids=[
        "one cell",
        "a label of nothing",
        "a label of nothing between two",
        "a text",
        "a label without a text",
        "a label beside its text",
        "no colon",
        "a list",
        "a blank",
    ],
)
def test_other_rows_hold_no_labels_with_their_texts(row: str) -> None:
    assert beside(row) == []


def test_lines_about_an_objective_below_its_name_beside_its_measures() -> None:
    rows = (
        "Objective|Ref|Measure|2015/16 actual|2016/17 target",
        "<p>Swim more</p><p>Lead: Head of Pools</p><p>Priority: A fit town</p>|AB 1|Visits|1|2",
        "<p>Read more</p><p>Books: the old and the new</p>|AB 2|Loans|3|4",
    )
    one, two = plan_of(table(*rows)).objectives
    assert (one.title, one.lead, one.corporate_priority) == ("Swim more", "Head of Pools", "A fit town")
    assert (two.title, two.lead) == ("Read more Books: the old and the new", None)


def test_another_lead_beside_the_measures_is_kept() -> None:
    head = "Objective|Ref|Measure|2015/16 actual|2016/17 target"
    name = "<p>Swim more</p><p>Lead: {}</p>"
    plan = plan_of(
        table(head, f"{name.format('Head of Pools')}|AB 1|Visits|1|2"),
        table(head, f"{name.format('Head of Parks')}|AB 2|Swims|3|4"),
    )
    (objective,) = plan.objectives
    assert (objective.lead, objective.extra) == ("Head of Pools", {"Lead": "Head of Parks"})


BOX = table("Outcome|Swim more", "Lead|Head of Pools", "Key developments|New pool")


@pytest.mark.parametrize(("heading", "code"), [("Outcome SW1", "SW1"), ("Outcome 1", None)])
def test_a_box_names_the_objective_of_the_heading_that_gives_but_its_code(heading: str, code: str | None) -> None:
    plan = plan_of(
        f"<h2>{heading}</h2>",
        BOX,
        "<h3>How we will measure it</h3>",
        INDICATORS,
        f"<h2>{heading.replace('1', '2')}</h2>",
        BOX.replace("Swim more", "Read more"),
        "<h3>How we will measure it</h3>",
        INDICATORS.replace("AB", "CD"),
    )
    assert [(o.code, o.title, o.lead, len(o.indicators)) for o in plan.objectives] == [
        (code, "Swim more", "Head of Pools", 2),
        (code and "SW2", "Read more", "Head of Pools", 2),
    ]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("SW1: Swim more", [("SW1", "Swim more", 2)]),
        ("SW1", [("SW1", None, 2)]),
        ("SW2", [("SW2", None, 0), (None, "Outcome SW1", 2)]),
    ],
    ids=["its code and title", "its code", "another code"],
)
def test_a_code_in_the_box_goes_before_that_of_the_heading(name: str, found: list[tuple[object, ...]]) -> None:
    box = BOX.replace("Swim more", name)
    plan = plan_of("<h2>Outcome SW1</h2>", box, "<h3>How we will measure it</h3>", INDICATORS)
    assert [(o.code, o.title, len(o.indicators)) for o in plan.objectives] == found


def test_below_a_heading_with_a_title_the_box_is_another_objective() -> None:
    plan = plan_of("<h2>Outcome 1: Be well</h2>", BOX, "<h3>How we will measure it</h3>", INDICATORS)
    assert [(o.title, len(o.indicators)) for o in plan.objectives] == [("Swim more", 0), ("Outcome 1: Be well", 2)]


def test_a_goal_over_a_table_is_the_objective_where_nothing_else_names_one() -> None:
    goal = "Strategic goal PL: Swim more"
    head = "Ref|Measure|2015/16 actual|2016/17 target"

    def plan(*above: str) -> list[tuple[str | None, str | None]]:
        found = plan_of(
            *above,
            table(f"{goal} +4", head, "AB 1|Visits|1|2"),
            table(f"{goal.replace('PL:', 'LB:')} +4", head, "CD 1|Loans|1|2"),
        )
        return [(o.title, o.corporate_priority) for o in found.objectives]

    assert plan() == [(goal, None), (goal.replace("PL:", "LB:"), None)]
    assert plan("<h2>Objective 1: Be well</h2>")[0] == ("Objective 1: Be well", "PL: Swim more")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Dig the pool\tMarch 2017", ("Dig the pool", "March 2017")),
        ("Dig the pool March 2017", ("Dig the pool March 2017", None)),
        ("Dig the pool\tand fill it", ("Dig the pool\tand fill it", None)),
        ("Dig\tas the board has said in March 2017", ("Dig\tas the board has said in March 2017", None)),
        ("\tMarch 2017", ("\tMarch 2017", None)),
    ],
    ids=["a date", "no tab", "no date", "a date among words", "a date alone"],
)
def test_a_date_behind_a_tab_is_that_of_the_paragraph(text: str, found: tuple[str, str | None]) -> None:
    cell = Cell(0, 1, 1, 1, (Block("Fill it"), Block(text)), (Place(1, "cell", row=0, column=1),))
    last, due = list(_dated(cell))[-1]
    assert (last.blocks[-1].text, due.text if due else None) == found


def test_milestones_with_a_date_behind_a_tab_are_due_then_and_keep_their_text() -> None:
    rows = grid("Key developments|Open a pool\tMay 2017", "Key milestones|Dig it\tMarch 2017", "Lead officer|Coach")
    doc = document(replace(paragraph("Objective 1: Swim more"), heading=2), rows)
    (found,) = interpret(doc, load_vocabulary()).plan.objectives
    assert [(m.text, m.due) for m in found.milestones] == [("Dig it", "2017-03")]
    assert found.key_developments == ("Open a pool May 2017",)


def dated(label: str, *cell: str) -> list[tuple[str, str | None]]:
    """The milestones of a cell beside a label, with their periods."""
    plan = plan_of(table("Service Objective: AB 1|Swim more", f"{label}|{''.join(cell)}"))
    return [(m.text, m.period) for m in plan.objectives[0].milestones]


OPEN, CLOSE = "<ul><li>Open it</li><li>Heat it</li></ul>", "<ul><li>Close it</li></ul>"


@pytest.mark.parametrize("label", ["Key Milestones", "Action", "Milestones (15/16)"])
def test_a_period_over_items_is_theirs(label: str) -> None:
    found = dated(label, "<p>2016/17</p>", OPEN, "<p>2017/18</p>", CLOSE)
    assert found == [("Open it", "2016/17"), ("Heat it", "2016/17"), ("Close it", "2017/18")]


def test_items_above_the_first_period_are_of_that_of_the_label() -> None:
    found = dated("Milestones (15/16)", OPEN, "<p>2017/18</p>", CLOSE)
    assert found == [("Open it", "2015/16"), ("Heat it", "2015/16"), ("Close it", "2017/18")]


def test_words_with_a_period_are_none_over_items() -> None:
    found = dated("Key Milestones", "<p>By 2016/17</p>", OPEN)
    assert found == [("By 2016/17", None), ("Open it", None), ("Heat it", None)]


STAFF = ("Team|Posts (FTE)|Vacancies", "Pools|18.5|2.0", "Development|6.0|{}")


@pytest.mark.parametrize("last", ["0", "n/a", ""], ids=["figures", "a figure and a placeholder", "a figure alone"])
def test_a_name_like_a_label_beside_figures_is_no_label(last: str) -> None:
    staff = table(*(row.format(last) for row in STAFF))
    plan = plan_of("<h2>2. Our people</h2>", staff, "<h2>Objective 1: Swim more</h2>", INDICATORS)
    assert [(o.title, o.key_developments) for o in plan.objectives] == [("Objective 1: Swim more", ())]


@pytest.mark.parametrize("text", ["6.0 km of road", "2016/17", "3 teams became one"])
def test_a_label_beside_words_or_a_period_is_one(text: str) -> None:
    assert block(f"Key developments|{text}", "Emerging issues|Less rain").key_developments == (text,)
