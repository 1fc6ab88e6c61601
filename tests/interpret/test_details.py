"""A column of an action plan may say several things in each cell, each behind its name."""

from __future__ import annotations

import pytest

from planparse.interpret import load_vocabulary
from planparse.interpret.details import details_of
from tests.interpret.test_layouts import plan_of, table


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Lead: Coach. By: May 2016", {"lead": "Coach", "due": "May 2016"}),
        ("Due date: May 2016; Owner: Head of Sport", {"due": "May 2016", "lead": "Head of Sport"}),
        ("Due date: 3 May 2016 Status: Late", {"due": "3 May 2016", "rag": "Late"}),
        ("Due: 2016/17 Lead: Coach", {"due": "2016/17", "lead": "Coach"}),
        ("Due: May 2016 2016/17 Progress: Late", {"due": "May 2016", "progress": "Late"}),
        ("Lead: Coach", None),
        ("Lead: Coach. Cost: 5", None),
        ("Coach. By: May 2016", None),
        ("Lead: Coach. Lead: Keeper", None),
    ],
)
def test_names_and_what_they_name(text: str, said: dict[str, str] | None) -> None:
    assert details_of(text, load_vocabulary()) == said


def test_each_action_takes_what_its_cell_says() -> None:
    rows = ("What we will do|Who and when", "Dig it|Lead: Coach. By: May 2016", "Fill it|Lead: Keeper. By: June 2016")
    plan = plan_of("<h2>Objective 1: Swim more</h2>", table(*rows, header=1))
    assert [(m.text, m.lead, m.due) for m in plan.objectives[0].milestones] == [
        ("Dig it", "Coach", "2016-05"),
        ("Fill it", "Keeper", "2016-06"),
    ]


def test_a_cell_that_names_nothing_is_kept() -> None:
    rows = (
        *("What we will do|Who and when", "Dig it|Lead: Coach. By: May 2016"),
        *("Fill it|Lead: Keeper. By: June 2016", "Heat it|Lead: Coach. By: July 2016", "Open it|The mayor"),
    )
    plan = plan_of("<h2>Objective 1: Swim more</h2>", table(*rows, header=1))
    assert plan.objectives[0].milestones[3].extra == {"Who and when": "The mayor"}
