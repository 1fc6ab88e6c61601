"""A status that is only a colour: which colours have a name, and in which cells they say something."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planparse.interpret import Interpretation, load_vocabulary
from planparse.interpret.colours import colour_name
from planparse.model.document import Block, Grid
from tests.interpret.test_layouts import plan_of, table
from tests.interpret.test_rows import found
from tests.repair.grids import grid

WORDS = load_vocabulary()
RED, AMBER, GREEN, GREY = "#d64545", "#ffeb9c", "#4caf50", "#d9d9d9"
FILLS = {"red": RED, "amber": AMBER, "green": GREEN, "grey": GREY, "purple": "#800080", "sky": "#dceaf7"}
HEAD = "Ref|Measure|2015/16 actual|2016/17 target|RAG"
ACTIONS = "Action|Lead|Due date|RAG"


def painted(*rows: str) -> Grid:
    """A grid in which ``~red`` at the end of a cell is its colour."""
    cells = []
    plain = grid(*rows)
    for cell in plain.cells:
        text, _, name = cell.text.partition("~")
        cells.append(replace(cell, blocks=(Block(text.strip()),) if text.strip() else (), fill=FILLS.get(name)))
    return replace(plain, cells=tuple(cells))


def statuses(*rows: str) -> list[str | None]:
    plan = found(painted(*rows)).plan
    return [i.rag for i in plan.indicators] + [m.status for m in plan.milestones]


def doubts(read: Interpretation) -> list[tuple[tuple[str, ...], str]]:
    return [(r.records, r.message) for r in read.remarks if (r.level, r.code) == ("doubt", "unsure")]


@pytest.mark.parametrize(
    ("fill", "name"),
    [
        ("#ff0000", "Red"),
        (RED, "Red"),
        ("#ff6666", "Red"),
        ("#d6454f", "Red"),
        (AMBER, "Amber"),
        ("#ffb347", "Amber"),
        (GREEN, "Green"),
        ("#c6efce", "Green"),
        ("#0a5c0a", "Green"),
        ("#fffb00", "Yellow"),
        ("#1f6fb5", "Blue"),
    ],
)
def test_a_colour_has_the_name_of_the_known_one_that_it_is_nearest_to(fill: str, name: str) -> None:
    assert colour_name(fill, WORDS) == name


@pytest.mark.parametrize(
    "fill",
    ["#000000", "#1a0000", "#808080", GREY, "#ffffff", "#fff5f5", "#800080"],
    ids=["black", "nearly black", "grey", "light grey", "white", "a breath of red", "purple"],
)
def test_grey_black_pale_and_far_colours_have_no_name(fill: str) -> None:
    assert colour_name(fill, WORDS) is None


def test_a_colour_that_a_user_names_is_found() -> None:
    mine = replace(WORDS, colours={**WORDS.colours, "#800080": "Late"})
    assert (colour_name("#8a0f8a", mine), colour_name("#8a0f8a", WORDS)) == ("Late", None)


@pytest.mark.parametrize("name", ["RAG", "Status", "Progress", "RAG rating"])
def test_the_colour_of_a_blank_status_cell_is_the_status_of_its_indicator(name: str) -> None:
    rows = ("AB 1|Visits|1|2|~red", "AB 2|Swims|3|4|~amber", "AB 3|Runs|5|6|~green")
    assert statuses(HEAD.replace("RAG", name), *rows) == ["Red", "Amber", "Green"]


@pytest.mark.parametrize("name", ["RAG", "Status", "Progress"])
def test_the_colour_of_a_blank_status_cell_is_the_status_of_its_action(name: str) -> None:
    rows = ("Dig it|Coach|May 2016|~red", "Fill it|Clerk|June 2016|~green")
    assert statuses(ACTIONS.replace("RAG", name), *rows) == ["Red", "Green"]


@pytest.mark.parametrize(
    ("head", "row"), [(HEAD, "AB {n}|Visits to {n} pools|1|2|{status}"), (ACTIONS, "Dig {n}|Coach|May 2016|{status}")]
)
@pytest.mark.parametrize(
    ("status", "expected"),
    [("~grey", None), ("~purple", None), ("~sky", None), ("", None), ("Amber~red", "Amber"), ("Amber", "Amber")],
    ids=["grey", "no status colour", "a shade", "no colour", "a text over a colour", "a text"],
)
def test_grey_is_no_status_and_a_text_goes_before_a_colour(
    head: str, row: str, status: str, expected: str | None
) -> None:
    read = found(painted(head, row.format(n=1, status=status), row.format(n=2, status="~green")))
    records = [*read.plan.indicators, *read.plan.milestones]
    assert statuses(head, row.format(n=1, status=status), row.format(n=2, status="~green")) == [expected, "Green"]
    assert [of for of, _ in doubts(read)] == [(records[1].id,)]


@pytest.mark.parametrize(
    "row",
    ["AB 1~green|Visits~green|1~green|2~green|~green", "AB 1|Visits|1|2~green|~green", "AB 1~green|Visits|1|2|~green"],
    ids=["the whole row", "the cell beside it", "the first cell"],
)
def test_a_colour_that_other_cells_of_its_row_have_is_no_status(row: str) -> None:
    assert statuses(HEAD, row, "AB 2|Swims~sky|3|4~red|~green") == [None, "Green"]


def test_nor_is_it_one_of_an_action() -> None:
    rows = ("Dig it~green|Coach~green|May 2016~green|~green", "Fill it~sky|Clerk~sky|June 2016~sky|~green")
    assert statuses(ACTIONS, *rows) == [None, "Green"]


@pytest.mark.parametrize("name", ["Weather", "Lead", "Trend", "Comments"])
def test_the_colour_of_another_column_says_nothing(name: str) -> None:
    read = found(painted(HEAD.replace("RAG", name), "AB 1|Visits|1|2|~red", "AB 2|Swims|3|4|~green"))
    assert [(i.rag, i.lead, i.trend, i.notes, i.extra) for i in read.plan.indicators] == [
        (None, None, None, (), {})
    ] * 2
    assert doubts(read) == []


def test_nor_does_that_of_another_column_beside_an_action() -> None:
    read = found(painted(ACTIONS, "Dig it|~red|~amber|", "Fill it|Clerk|June 2016|Green"))
    assert [(m.lead, m.due, m.status) for m in read.plan.milestones] == [
        (None, None, None),
        ("Clerk", "2016-06", "Green"),
    ]
    assert doubts(read) == []


def test_the_colour_of_a_blank_value_is_no_status() -> None:
    assert statuses(HEAD, "AB 1|Visits|~red|2|", "AB 2|Swims|3|~green|Amber") == [None, "Amber"]


@pytest.mark.parametrize(
    ("row", "expected", "unsure"),
    [
        ("~red|On track", "On track", 0),
        ("On track|~red", "On track", 0),
        ("~red|~green", "Red", 1),
        ("~green|~green", "Green", 1),
        ("|~green", "Green", 1),
    ],
)
def test_of_two_status_columns_words_go_before_a_colour(row: str, expected: str, unsure: int) -> None:
    for head, rest in ((HEAD, "AB 1|Visits|1|2"), (ACTIONS, "Dig it|Coach|May 2016")):
        read = found(painted(f"{head}|Status", f"{rest}|{row}"))
        assert [*(i.rag for i in read.plan.indicators), *(m.status for m in read.plan.milestones)] == [expected]
        assert len(doubts(read)) == unsure


def test_a_status_by_colour_is_marked_unsure_with_its_record() -> None:
    read = found(painted(HEAD, "AB 1|Visits|1|2|~red", "AB 2|Swims|3|4|Green"))
    assert doubts(read) == [((read.plan.indicators[0].id,), "status 'Red' read from the colour of its cell")]
    read = found(painted(ACTIONS, "Dig it|Coach|May 2016|Green", "Fill it|Clerk|June 2016|~amber"))
    assert doubts(read) == [((read.plan.milestones[1].id,), "status 'Amber' read from the colour of its cell")]


def test_each_of_the_actions_in_a_cell_has_its_colour_and_the_doubt() -> None:
    rows = painted(ACTIONS, "both|Coach|May 2016|~red", "Open it|Clerk|June 2016|Green")
    both = Block("Dig it", marker="1."), Block("Fill it", marker="2.")
    read = found(replace(rows, cells=tuple(replace(c, blocks=both) if c.text == "both" else c for c in rows.cells)))
    assert [(m.text, m.status) for m in read.plan.milestones] == [
        ("Dig it", "Red"),
        ("Fill it", "Red"),
        ("Open it", "Green"),
    ]
    assert [of for of, _ in doubts(read)] == [(m.id,) for m in read.plan.milestones[:2]]


def test_the_colours_of_a_page_are_read_too() -> None:
    rows = table(HEAD, "AB 1|Visits|1|2|first", "AB 2|Swims|3|4|second")
    for text, fill in (("first", RED), ("second", GREY)):
        rows = rows.replace(f"<td>{text}</td>", f'<td style="background-color: {fill}"></td>')
    assert [i.rag for i in plan_of("<h2>Swim more</h2>", rows).indicators] == ["Red", None]
