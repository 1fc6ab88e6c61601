"""Which texts name an objective, and the records of a part that its bands give to objectives named later."""

from __future__ import annotations

import pytest

from planparse.interpret import load_vocabulary
from planparse.interpret.draft import ObjectiveDraft, Text
from planparse.interpret.headings import Headings
from planparse.interpret.naming import with_titles
from planparse.model.plan import Plan
from tests.interpret.test_layouts import plan_of, table
from tests.repair.grids import document, paragraph

HEAD = "Ref|Measure|2015/16 actual|2016/17 target"
BANDS = ("Swim more +4", "AB 1|Visits|1|2", "Run more +4", "AB 2|Runs|3|4")


def scorecard(*rows: str, objectives: tuple[str, ...] = ("Swim more", "Run more")) -> Plan:
    blocks = [table(f"Objective|{title}", "Key developments|New place") for title in objectives]
    return plan_of("<h2>Our scorecard</h2>", table(HEAD, *rows), "<h2>Our objectives</h2>", *blocks)


def codes(plan: Plan) -> list[tuple[str | None, list[str | None]]]:
    return [(o.title, [i.code for i in o.indicators]) for o in plan.objectives]


def test_a_part_with_bands_gives_its_records_to_the_objectives_that_these_name() -> None:
    plan = scorecard(*BANDS)
    assert codes(plan) == [("Swim more", ["AB 1"]), ("Run more", ["AB 2"])]
    assert [i.group for i in plan.indicators] == [None, None]
    assert codes(scorecard(*BANDS[:2])) == [("Swim more", ["AB 1"]), ("Run more", [])], "one band is enough"


@pytest.mark.parametrize(
    ("rows", "objectives"),
    [
        (BANDS, ("Swim more",)),
        (("AB 9|Rides|1|2", *BANDS), ("Swim more", "Run more")),
    ],
    ids=["a band of none", "a record under no band"],
)
def test_another_part_keeps_them(rows: tuple[str, ...], objectives: tuple[str, ...]) -> None:
    plan = scorecard(*rows, objectives=objectives)
    assert plan.objectives[0].title == "Our scorecard"
    assert {len(o.indicators) for o in plan.objectives[1:]} == {0}


def test_headings_with_numbers_are_named_by_bands_without() -> None:
    actions = table("Action|Lead|Due date", "Dig it|Coach|May 2016")
    plan = plan_of(
        *("<h2>Our scorecard</h2>", table(HEAD, *BANDS)),
        *("<h2>1 Swim more</h2>", actions, "<h2>2 Run more</h2>", actions),
    )
    assert codes(plan) == [("1 Swim more", ["AB 1"]), ("2 Run more", ["AB 2"])]


@pytest.mark.parametrize(
    ("title", "name", "same"),
    [
        ("1 Prevent fires", "Prevent fires", True),
        ("Prevent fires", "1. Prevent fires", True),
        ("1.2 Prevent fires", "PREVENT FIRES", True),
        ("AB 1: Prevent fires", "Prevent fires", True),
        ("1 Prevent fires", "Prevent floods", False),
        ("1 Prevent fires", "1. Prevent fires", True),
        ("1.1 How we work", "2.1 How we work", False),
        ("Strategic aim 1: Prevent fires", "Aim 1: Prevent fires", True),
        ("Strategic aim 1 - Prevent fires", "Aim 1. Prevent fires", True),
        ("Strategic aim 1: Prevent fires", "Aim 2: Prevent fires", False),
        ("Strategic aim 1: Prevent fires", "Aim 1: Prevent floods", False),
        ("1,000 fires prevented", "Fires prevented", False),
        ("Prevent 5 fires", "Prevent fires", False),
    ],
)
def test_a_title_is_named_with_or_without_the_number_of_its_heading(title: str, name: str, same: bool) -> None:
    assert ObjectiveDraft(title=Text(title, ())).is_named(name) == same


RUNNING = (
    "<p>We swim in the lake and in the pools of the town, and run round both of them each morning before we ride.</p>"
)
LONG = RUNNING.replace("</p>", " So it has been since the lido was dug.</p>")


def foreword(*rows: str, texts: str = LONG * 3, heading: str = "Foreword", over: str = "") -> Plan:
    """A heading with paragraphs of its own, what stands over the table, and the table of the whole plan."""
    return plan_of(f"<h2>{heading}</h2>", texts, over, table(HEAD, *rows))


def test_bands_below_a_heading_with_text_of_its_own_are_the_objectives() -> None:
    plan = foreword(*BANDS)
    assert codes(plan) == [("Swim more", ["AB 1"]), ("Run more", ["AB 2"])]
    assert [i.group for i in plan.indicators] == [None, None]


def test_so_they_are_over_actions_and_keep_the_priority_of_a_heading_above() -> None:
    rows = ("Swim more +3", "Dig it|Coach|May 2016", "Run more +3", "Fill it|Coach|May 2016")
    plan = plan_of("<h2>Priority: Health</h2><h3>Foreword</h3>", LONG * 3, table("Action|Lead|Due date", *rows))
    assert [(o.title, o.corporate_priority, [m.text for m in o.milestones]) for o in plan.objectives] == [
        ("Swim more", "Health", ["Dig it"]),
        ("Run more", "Health", ["Fill it"]),
    ]


@pytest.mark.parametrize(
    ("rows", "texts", "heading", "over", "title"),
    [
        (BANDS, LONG * 2, "Foreword", "", "Foreword"),
        (BANDS, LONG * 2 + RUNNING, "Foreword", "", "Foreword"),
        (BANDS, LONG * 3, "Objective 1: Be active", "", "Objective 1: Be active"),
        (BANDS, LONG * 3, "Foreword", "<h3>Our scorecard</h3>", "Our scorecard"),
        (BANDS[:2], LONG * 3, "Foreword", "", "Foreword"),
        (("AB 9|Rides|1|2", *BANDS), LONG * 3, "Foreword", "", "Foreword"),
        (BANDS, LONG * 3, "Foreword", table("Emerging issues|Less rain"), "Foreword"),
    ],
    ids=[
        "two paragraphs",
        "the third one short",
        "a heading that names an objective",
        "another heading over the table",
        "one band",
        "a record under no band",
        "content besides records",
    ],
)
def test_other_bands_below_a_heading_are_groups_of_its_objective(
    rows: tuple[str, ...], texts: str, heading: str, over: str, title: str
) -> None:
    plan = foreword(*rows, texts=texts, heading=heading, over=over)
    assert [o.title for o in plan.objectives] == [title]
    assert {i.group for i in plan.indicators} >= {"Swim more"}


def test_what_else_stands_under_the_heading_is_kept_with_it() -> None:
    below = table("Lead officer|Coach", "Risk assessment|High")
    (found,) = plan_of("<h2>Foreword</h2>", LONG * 3, table(HEAD, *BANDS), "<p>More.</p>", below).objectives
    assert (found.title, found.lead, found.extra) == ("Foreword", "Coach", {"Risk assessment": "High"})


def test_beside_another_objective_bands_stay_groups() -> None:
    text = "<h2>Foreword</h2>", LONG * 3
    plan = plan_of(*text, table(HEAD, *BANDS), "<h2>Objective 2: Ride more</h2>", table(HEAD, "AB 3|Rides|5|6"))
    assert codes(plan) == [("Foreword", ["AB 1", "AB 2"]), ("Objective 2: Ride more", ["AB 3"])]


def draft(*headings: str, title: str = "") -> ObjectiveDraft:
    out = ObjectiveDraft(title=Text(title, ()) if title else None)
    out.headings = tuple(Text(text, ()) for text in headings)
    return out


def named(*drafts: ObjectiveDraft) -> list[str | None]:
    headings = Headings(document(paragraph("Our plan")), load_vocabulary())
    return [d.title.text if d.title else None for d in with_titles(list(drafts), headings)]


def test_a_heading_with_a_code_right_above_names_an_objective_that_has_no_title() -> None:
    own = draft("Our town", "AB1: Run more")
    assert named(draft(title="Swim more"), own) == ["Swim more", "AB1: Run more"]
    assert [text.text for text in own.headings] == ["Our town"]


@pytest.mark.parametrize(
    "headings",
    [("Run more",), ("1.2 Run more",), ("Objective: Run more",), ("AB1: Run more", "Our works"), ()],
    ids=["no code", "figures alone", "a word for an objective alone", "further up", "none"],
)
def test_another_heading_does_not(headings: tuple[str, ...]) -> None:
    assert named(draft(title="Swim more"), draft(*headings)) == ["Swim more", None]


def test_nor_does_it_name_one_that_has_a_title_or_a_second_one() -> None:
    assert named(draft(title="Swim more"), draft("AB1: Run more", title="Walk more")) == ["Swim more", "Walk more"]
    heading = Text("AB1: Run more", ())
    first, second = ObjectiveDraft(title=heading), ObjectiveDraft()
    second.headings = (heading,)
    assert named(first, second) == ["AB1: Run more", None]
