"""Which texts name an objective, and the records of a part that its bands give to objectives named later."""

from __future__ import annotations

import pytest

from planparse.interpret.draft import ObjectiveDraft, Text
from planparse.model.plan import Plan
from tests.interpret.test_layouts import plan_of, table

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


@pytest.mark.parametrize(
    ("rows", "objectives"),
    [
        (BANDS, ("Swim more",)),
        (BANDS[:2], ("Swim more", "Run more")),
        (("AB 9|Rides|1|2", *BANDS), ("Swim more", "Run more")),
    ],
    ids=["a band of none", "one band", "a record under no band"],
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
