"""A title over the names of values is a measure; details of it, as its owner, may stand beside the values."""

from __future__ import annotations

import pytest

from planparse.interpret import load_vocabulary
from planparse.interpret.cards import card_tables
from planparse.model.document import Block, Cell
from planparse.model.provenance import Place
from tests.interpret.test_layouts import numbers, plan_of, table
from tests.repair.grids import grid, texts

WORDS = load_vocabulary()
HEADING = Cell(0, 0, 1, 1, (Block("Swim more"),), (Place(99, "paragraph"),))
TITLE, NAMES, VALUES = "Visits to pools>4", "Baseline 2014/15|Latest|Target 2016/17|Owner", "1|2|3|Coach"


def turned(*rows: str, heading: Cell | None = None) -> list[list[str]] | None:
    cards = card_tables(grid(*rows), WORDS, heading)
    return [texts(card) for card in cards] if cards is not None else None


@pytest.mark.parametrize("name", ["Owner", "Unit", "Frequency", "RAG"])
def test_a_detail_may_stand_beside_the_values(name: str) -> None:
    names = NAMES.replace("Owner", name)
    assert turned(TITLE, names, VALUES) == [[f"Measure|{names}", "Visits to pools|1|2|3|Coach"]]


def test_each_title_over_such_names_begins_a_card() -> None:
    cards = turned(TITLE, NAMES, VALUES, TITLE.replace("Visits", "Ways"), NAMES, VALUES)
    assert cards is not None
    assert [card[1].split("|")[0] for card in cards] == ["Visits to pools", "Ways to pools"]


@pytest.mark.parametrize(
    "names",
    [
        "Latest|Owner|Unit|RAG",
        "Latest|Target 2016/17|Objective|Owner",
        "Measure|Latest|Target 2016/17|Owner",
        "Latest|Target 2016/17|Weather|Owner",
    ],
    ids=["one value", "an objective", "a measure", "a name of nothing"],
)
def test_other_names_below_a_title_make_no_card(names: str) -> None:
    assert turned(TITLE, names, VALUES) is None


def test_a_heading_over_a_table_is_no_title_of_such_a_card() -> None:
    plain = NAMES.replace("|Owner", ""), VALUES.replace("|Coach", "")
    assert turned(*plain, heading=HEADING) == [[f"Measure|{plain[0]}", f"Swim more|{plain[1]}"]]
    assert turned(NAMES, VALUES, heading=HEADING) is None


def test_the_owner_of_a_card_is_that_of_its_indicator() -> None:
    rows = ("AB 1: Visits to pools +4", NAMES, VALUES)
    more = ("AB 2: Ways to pools +4", NAMES, "4|5|6|Clerk")
    visits, ways = plan_of("<h2>Swim more</h2>", table(*rows, *more)).indicators
    assert [(i.code, i.lead) for i in (visits, ways)] == [("AB 1", "Coach"), ("AB 2", "Clerk")]
    assert numbers(ways, "targets") == {"2016/17": 6}


def test_where_the_data_come_from_may_stand_beside_the_values_below_a_heading() -> None:
    names, values = NAMES.replace("Owner", "Data source"), VALUES.replace("Coach", "Survey")
    assert turned(names, values, heading=HEADING) == [[f"Measure|{names}", f"Swim more|{values}"]]
