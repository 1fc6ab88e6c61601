"""Lists in a cell of actions: where the row says nothing else, each item is an action of its own."""

from __future__ import annotations

import pytest

from tests.interpret.test_layouts import plan_of, table

TWO = "<ul><li>Mend the bridge by May 2017</li><li>Light the lanes</li></ul>"
ONE = "<ul><li>Dredge the pool</li></ul>"
WHOLE = "Mend the bridge by May 2017 Light the lanes"


def actions(head: str, *rows: str) -> list[tuple[str | None, list[str]]]:
    return [(o.title, [m.text for m in o.milestones]) for o in plan_of(table(head, *rows)).objectives]


def test_each_item_of_a_list_beside_an_objective_is_an_action() -> None:
    assert actions("Objective|Actions", f"Safe roads|{TWO}", f"Clean water|{ONE}") == [
        ("Safe roads", ["Mend the bridge by May 2017", "Light the lanes"]),
        ("Clean water", ["Dredge the pool"]),
    ]


def test_each_has_the_date_that_it_names() -> None:
    plan = plan_of(table("Objective|Actions", f"Safe roads|{TWO}", f"Clean water|{ONE}"))
    assert [m.due for m in plan.objectives[0].milestones] == ["2017-05", None]


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("Objective|Action|Due date", f"Safe roads|{TWO}|May 2017"),
        ("Objective|Actions", "Safe roads|<p>Mend the bridge by May 2017</p><p>Light the lanes</p>"),
    ],
    ids=["a date of the whole", "no list"],
)
def test_another_cell_is_one_action(head: str, row: str) -> None:
    further = "|".join(["Clean water", ONE, "June 2017"][: head.count("|") + 1])
    assert actions(head, row, further)[0] == ("Safe roads", [WHOLE])


@pytest.mark.parametrize("head", ["Objective|Milestones", "Outcome|Key actions"])
def test_actions_beside_the_objectives_alone_are_a_plan(head: str) -> None:
    rows = ("Safe roads|Mend the bridge", "Clean water|Dredge the pool")
    assert actions(head, *rows) == [("Safe roads", ["Mend the bridge"]), ("Clean water", ["Dredge the pool"])]


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        ("Objective|Actions", ("Safe roads|12", "Clean water|7")),
        ("Objective|Activity|Population", ("Safe roads|Mend the bridge|8,000", "Clean water|Dredge it|9,000")),
    ],
    ids=["counts", "another column"],
)
def test_other_tables_with_such_columns_are_none(head: str, rows: tuple[str, ...]) -> None:
    measures = table("Objective|Measure|2015/16 actual|2016/17 target", "Safe roads|Injuries|1|2")
    (objective,) = plan_of(measures, "<h3>Work</h3>", table(head, *rows)).objectives
    assert not objective.milestones
