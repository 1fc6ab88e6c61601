"""A title over details that each have their name in front is an action."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planparse.interpret import load_vocabulary
from planparse.interpret.told_cards import told_cards
from planparse.model.document import Block, Grid
from tests.interpret.test_layouts import plan_of, table
from tests.repair.grids import grid, reaching, texts

WORDS = load_vocabulary()
TITLE, DETAILS = "1.1|Open the pool>3", "|Lead: Coach|Due date: May 2016|Status: Green"
CARD = ["Ref|Action|Lead|Due date|Status", "1.1|Open the pool|Coach|May 2016|Green"]
OTHER = ("1.2|Close the lido>3", "|Lead: Guard|Due date: June 2016|Status: Late")


def cards(*rows: str) -> list[list[str]]:
    return [texts(card) for card in told_cards(grid(*rows), WORDS)]


def test_a_title_over_cells_that_name_what_they_say_is_a_card() -> None:
    assert cards(TITLE, DETAILS) == [CARD]
    assert cards(TITLE, DETAILS, *OTHER) == [CARD, [CARD[0], "1.2|Close the lido|Guard|June 2016|Late"]]


def test_the_code_may_be_missing_or_stand_beside_both_lines() -> None:
    assert cards("Open the pool>4", DETAILS) == [["Action|Lead|Due date|Status", "Open the pool|Coach|May 2016|Green"]]
    tall = reaching(grid(TITLE, DETAILS), "1.1", 2)
    assert [texts(card) for card in told_cards(tall, WORDS)] == [CARD]


def test_details_may_take_several_rows_and_say_nothing() -> None:
    rows = (TITLE, "|Lead: Coach|Due date: May 2016|", "|RAG: Green|Status:|")
    assert cards(*rows) == [["Ref|Action|Lead|Due date|RAG|Status", "1.1|Open the pool|Coach|May 2016|Green|"]]


def joined(rows: Grid) -> Grid:
    """The grid with a paragraph for each part between semicolons."""
    blocks = (tuple(Block(part.strip()) for part in cell.text.split(";") if part.strip()) for cell in rows.cells)
    return replace(rows, cells=tuple(replace(c, blocks=own) for c, own in zip(rows.cells, blocks, strict=True)))


def test_the_title_may_be_in_the_cell_of_the_first_detail() -> None:
    row = "1.1|Open the pool; Lead: Coach|Due date: May 2016|Status: Green"
    assert [texts(card) for card in told_cards(joined(grid(row)), WORDS)] == [CARD]
    later = "1.1|Lead: Coach|Open the pool; Due date: May 2016|Status: Green"
    assert told_cards(joined(grid(later)), WORDS) == []


@pytest.mark.parametrize(
    "rows",
    [
        (DETAILS,),
        (TITLE,),
        (TITLE, "|Lead: Coach|Directorate: Parks|Status: Green"),
        (TITLE, "|Due date: May 2016||"),
        (TITLE, "|Lead: Coach|Lead: Guard|"),
        (TITLE, "|We dig|Due date: May 2016|Status: Green"),
        (TITLE, OTHER[0], OTHER[1]),
        (TITLE, DETAILS, "|We will open it.|Soon|"),
        (TITLE, DETAILS, OTHER[0]),
        ("1.1|Objective: Swim more>3", DETAILS),
        ("Next|Open the pool>3", DETAILS),
        ("Ref|Action|Lead|Due date", "1.1|Dig|Coach|May 2016"),
    ],
    ids=[
        "no title",
        "no details",
        "another detail",
        "one detail",
        "no date and no status",
        "a text before the details",
        "a title over a title",
        "another text",
        "a title at the end",
        "an objective",
        "no code beside the title",
        "a header",
    ],
)
def test_other_rows_are_no_cards(rows: tuple[str, ...]) -> None:
    assert cards(*rows) == []


LINES = (
    "<h3>What we will do</h3>"
    "<h4>1.1 Open the pool</h4><p>Lead: Coach Due date: 3 May 2016 Status: Green</p>"
    "<h4>1.2 Close the lido</h4><p>Lead: Guard Due date: June 2016 Status: Late</p>"
)
MEASURES = "<h3>How we will measure it</h3>" + table("Measure|2015/16 actual|2016/17 target", "Visits|1|2", header=1)


def test_a_heading_over_a_line_of_details_is_an_action() -> None:
    (objective,) = plan_of("<h2>Objective 1: Swim more</h2>", LINES, MEASURES).objectives
    assert [(m.ref, m.text, m.lead, m.due, m.status) for m in objective.milestones] == [
        ("1.1", "Open the pool", "Coach", "2016-05-03", "Green"),
        ("1.2", "Close the lido", "Guard", "2016-06", "Late"),
    ]


def test_cards_in_a_table_are_actions_of_the_objective_above() -> None:
    rows = table("1.1|Open the pool +3", DETAILS, "1.2|Close the lido +3", OTHER[1])
    (objective,) = plan_of("<h2>Objective 1: Swim more</h2>", "<h3>What we will do</h3>", rows, MEASURES).objectives
    assert (objective.title, [(m.ref, m.text, m.due) for m in objective.milestones]) == (
        "Objective 1: Swim more",
        [("1.1", "Open the pool", "2016-05"), ("1.2", "Close the lido", "2016-06")],
    )


@pytest.mark.parametrize(
    "below",
    [
        MEASURES.replace("h3", "p"),
        "<h4>Pools</h4>" + MEASURES,
        "<h3>Milestones</h3><ul><li>Dig</li></ul>",
        "<ul><li>Dig</li></ul>",
    ],
    ids=["a table", "a deeper heading", "a label of its own rank", "a list"],
)
def test_a_heading_over_more_than_its_details_is_no_action(below: str) -> None:
    plan = plan_of(
        "<h3>Swim more</h3><p>Lead: Coach Status: Green</p>", below, "<h3>Run more</h3>", MEASURES.replace("h3", "h4")
    )
    assert "Swim more" not in [m.text for m in plan.milestones]
