"""Cells that are panels of their own, lists of measures without values, and lists inside tables of other columns."""

from __future__ import annotations

import pytest

from planparse.pipeline import extract
from tests.interpret.test_layouts import numbers, page, plan_of, table

INNER = table("Ref|Measure|2015/16 Actual|2016/17 Target", "AB1|Visits|1|2", header=1)


def panel(*inside: str) -> str:
    head, foot = "<tr><td colspan=2>Objective 1: Swim more</td></tr>", "<tr><td>Site</td><td>The pool</td></tr>"
    return f"<table>{head}<tr><td colspan=2>{''.join(inside)}{INNER}</td></tr>{foot}</table>"


def test_labels_over_their_texts_in_one_cell_are_read() -> None:
    plan = plan_of(
        panel(
            "<p>Lead: Head of Pools</p>",
            "<p><b>Steps we will take</b></p><ul><li>Open the pool by June 2016</li><li>Mend the roof</li></ul>",
            "<p><b>What else we know</b></p><p>The roof is old.</p>",
            "<p><b>How we will measure it</b></p>",
        )
    )
    (objective,) = plan.objectives
    assert (objective.title, objective.lead) == ("Objective 1: Swim more", "Head of Pools")
    assert [(m.text, m.due) for m in objective.milestones] == [
        ("Open the pool by June 2016", "2016-06"),
        ("Mend the roof", None),
    ]
    assert objective.extra == {"What else we know": "The roof is old.", "Site": "The pool"}
    assert [i.code for i in objective.indicators] == ["AB1"]


def test_a_text_in_front_of_the_labels_is_no_panel_and_is_said() -> None:
    found = extract(page(panel("<p>Why it counts.</p>", "<p><b>Steps</b></p><ul><li>Open</li></ul>")), name="a.html")
    assert found.plan.milestones == ()
    assert "Why it counts." in "".join(u.text for u in found.trace.units if u.use.kind == "unused")


@pytest.mark.parametrize(
    ("items", "measures", "kept"),
    [
        (("People who swim", "Visits"), ["People who swim", "Visits"], False),
        (("We will have opened the pool.",), [], True),
        (("AB 1", "AB 2"), [], False),
    ],
    ids=["phrases", "sentences", "codes"],
)
def test_a_list_of_phrases_below_the_label_for_measures_is_of_measures(
    items: tuple[str, ...], measures: list[str], kept: bool
) -> None:
    listed = "".join(f"<li>{item}</li>" for item in items)
    plan = plan_of(
        "<h2>Objective 1: Swim more</h2><h3>Key milestones</h3><ul><li>Open it</li></ul>",
        f"<h3>How we will measure it</h3><ul>{listed}</ul>",
        "<h2>Objective 2: Run more</h2><h3>Key milestones</h3><ul><li>Close it</li></ul>",
        f"<h3>How we will measure it</h3><ul>{listed}</ul>",
    )
    first = plan.objectives[0]
    assert [(i.measure, i.actuals, i.targets) for i in first.indicators] == [(m, (), ()) for m in measures]
    assert bool(first.extra) == kept


def test_a_table_of_lists_of_actions_and_measures_is_a_list_of_objectives() -> None:
    def listed(*items: str) -> str:
        return "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"

    plan = plan_of(
        table(
            "Objective|What we will do|How we will measure it",
            f"Swim more|{listed('Open the pool', 'Heat it by May 2016')}|{listed('Visits to pools', 'Warm days')}",
            f"Run more|{listed('Build a track', 'Light it')}|{listed('Runs each week', 'Runners under 16')}",
            header=1,
        )
    )
    assert [(o.title, [m.text for m in o.milestones], [i.measure for i in o.indicators]) for o in plan.objectives] == [
        ("Swim more", ["Open the pool", "Heat it by May 2016"], ["Visits to pools", "Warm days"]),
        ("Run more", ["Build a track", "Light it"], ["Runs each week", "Runners under 16"]),
    ]


def test_numbered_milestones_between_the_rows_of_a_table_of_measures() -> None:
    plan = plan_of(
        table(
            "Ref|Measure|2015/16 Actual|2016/17 Target",
            "AB01: Swim more +4",
            "Milestones 2016/17 +4",
            "1.1|Open the pool by May 2016 +3",
            "1.2|Heat it||",
            "Performance indicators +4",
            "AB1|Visits|1|2",
            "AB02: Run more +4",
            "Milestones 2016/17 +4",
            "2.1|Build a track +3",
            "Performance indicators +4",
            "AB2|Runs|3|4",
            header=1,
        )
    )
    assert [
        (o.code, [(m.ref, m.text, m.period) for m in o.milestones], [i.code for i in o.indicators])
        for o in plan.objectives
    ] == [
        ("AB01", [("1.1", "Open the pool by May 2016", "2016/17"), ("1.2", "Heat it", "2016/17")], ["AB1"]),
        ("AB02", [("2.1", "Build a track", "2016/17")], ["AB2"]),
    ]


def test_rows_of_actions_and_measures_are_told_by_the_column_that_says_so() -> None:
    plan = plan_of(
        "<h2>Swim more</h2>",
        table(
            "No.|Type|Description|Target or completion date|Owner",
            "1.1|Action|Open the pool|31 May 2016|Head of Pools",
            "1.2|Measure|Visits to pools|66%|Head of Pools",
            "1.3|Measure|Warm days|200|Head of Pools",
            header=1,
        ),
    )
    (objective,) = plan.objectives
    assert [(m.ref, m.text, m.due, m.lead) for m in objective.milestones] == [
        ("1.1", "Open the pool", "2016-05-31", "Head of Pools")
    ]
    assert [(i.code, numbers(i, "targets")) for i in objective.indicators] == [
        ("1.2", {None: 66}),
        ("1.3", {None: 200}),
    ]


FORM = (
    "Objective no. +2|AB1 +2|Priority|A green town +2",
    "Service objective +2|Swim more +2|Lead|Head of Pools +2",
    "PI|Performance indicator +2|Out-turn 14/15|Out-turn 15/16|Target 16/17|Target 17/18",
    "AB1a|Visits +2|1|2|3|4",
)


def test_labels_side_by_side_have_each_the_text_behind_it() -> None:
    again = tuple(row.replace("AB1", "AB2").replace("Swim", "Run").replace("Pools", "Parks") for row in FORM)
    plan = plan_of(table(*FORM, *again))
    assert [
        (o.code, o.title, o.corporate_priority, o.lead, [i.code for i in o.indicators]) for o in plan.objectives
    ] == [
        ("AB1", "Swim more", "A green town", "Head of Pools", ["AB1a"]),
        ("AB2", "Run more", "A green town", "Head of Parks", ["AB2a"]),
    ]


def test_milestones_by_objective_and_year() -> None:
    plan = plan_of(
        table(
            "Aim|2016/17|2017/18",
            "Swim more|<ul><li>Open the pool</li><li>Heat it</li></ul>|Light it",
            "Run more|Build a track|Plant trees beside it",
            header=1,
        )
    )
    assert [(o.title, [(m.text, m.period) for m in o.milestones]) for o in plan.objectives] == [
        ("Swim more", [("Open the pool", "2016/17"), ("Heat it", "2016/17"), ("Light it", "2017/18")]),
        ("Run more", [("Build a track", "2016/17"), ("Plant trees beside it", "2017/18")]),
    ]


def beside(*cells: str) -> str:
    row = "".join(f"<td>{cell}</td>" for cell in cells)
    return f"<h2>Objective 1: Swim more</h2><table><tr>{row}</tr></table>{INNER}"


TOLD = "<p><b>Key developments</b></p><ul><li>A pool was dug</li><li>It was filled</li></ul>"


def test_panels_side_by_side_are_read_each() -> None:
    (objective,) = plan_of(beside(TOLD, "<p><b>Lead officer</b></p><p>Head of Pools</p>")).objectives
    assert objective.key_developments == ("A pool was dug", "It was filled")
    assert (objective.title, objective.lead) == ("Objective 1: Swim more", "Head of Pools")
    assert [i.code for i in objective.indicators] == ["AB1"]


def test_a_text_beside_a_panel_makes_no_row_of_panels() -> None:
    (objective,) = plan_of(beside(TOLD, "<p>Water costs more.</p>")).objectives
    assert objective.key_developments == ()
