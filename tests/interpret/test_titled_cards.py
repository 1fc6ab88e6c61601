"""A title over the names of values is a measure; details of it, as its owner, may stand beside the values."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planparse.interpret import load_vocabulary
from planparse.interpret.cards import card_tables
from planparse.model.document import Block, Cell, Grid
from planparse.model.provenance import Place
from tests.interpret.test_layouts import numbers, plan_of, table
from tests.repair.grids import grid, reaching, texts

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


BOTH = "Baseline 2014/15; 50%|Latest; 55%|Target 2016/17; 60%"
PARTED = ["Measure|Baseline 2014/15|Latest|Target 2016/17", "Visits to pools|50%|55%|60%"]


def parted(*rows: str) -> Grid:
    """A grid whose cells hold a paragraph for each part between semicolons."""
    plain = grid(*rows)
    blocks = (tuple(Block(part.strip()) for part in cell.text.split(";") if part.strip()) for cell in plain.cells)
    return replace(plain, cells=tuple(replace(c, blocks=own) for c, own in zip(plain.cells, blocks, strict=True)))


def cards(rows: Grid, heading: Cell | None = None) -> list[list[str]] | None:
    found = card_tables(rows, WORDS, heading)
    return [texts(card) for card in found] if found is not None else None


def test_the_name_of_a_value_and_the_value_may_stand_in_one_cell() -> None:
    assert cards(parted("Visits to pools>3", BOTH)) == [PARTED]
    again = parted("Visits to pools>3", BOTH, "Ways to pools>3", BOTH.replace("60%", "tbc"))
    assert cards(again) == [PARTED, [PARTED[0], "Ways to pools|50%|55%|tbc"]]


def test_their_title_may_be_the_heading_above() -> None:
    assert cards(parted(BOTH), HEADING) == [[PARTED[0], "Swim more|50%|55%|60%"]]
    assert cards(parted(BOTH)) is None


@pytest.mark.parametrize(
    "row",
    [
        BOTH.replace("Latest", "Weather"),
        BOTH.replace("Latest", "Owner"),
        BOTH.replace("55%", "55%; 56%"),
        BOTH.replace("; 55%", ""),
        BOTH.replace("50%", "low").replace("55%", "lower").replace("60%", "high"),
    ],
    ids=["a name of nothing", "a name of no value", "two values", "no value", "no number"],
)
def test_other_cells_of_two_paragraphs_make_no_card(row: str) -> None:
    assert cards(parted("Visits to pools>3", row)) is None
    assert cards(parted(row), HEADING) is None


def test_one_such_cell_a_tall_one_or_a_table_in_it_makes_no_card() -> None:
    assert cards(parted("Visits to pools", "Target 2016/17; 60%")) is None
    card = parted("Visits to pools>3", BOTH)
    inner = (replace(c, tables=(grid("x"),)) if c.text.startswith("Latest") else c for c in card.cells)
    assert cards(replace(card, cells=tuple(inner))) is None
    tall = parted("Visits to pools>3", BOTH, "|The pool was shut|")
    assert cards(reaching(tall, "Latest\n55%", 2)) is None


def test_the_values_in_cells_with_their_names_are_those_of_the_indicator() -> None:
    rows = table("AB 1: Visits to pools +3", BOTH), table("AB 2: Ways to pools +3", BOTH.replace("60%", "61%"))
    cells = [row.replace("; ", "</p><p>").replace("<td>", "<td><p>") for row in rows]
    visits, ways = plan_of("<h2>Swim more</h2>", *cells).indicators
    assert [(i.code, i.measure) for i in (visits, ways)] == [("AB 1", "Visits to pools"), ("AB 2", "Ways to pools")]
    assert (numbers(visits, "actuals"), numbers(ways, "targets")) == ({"2014/15": 50, None: 55}, {"2016/17": 61})


def test_a_title_may_be_as_wide_as_its_first_column_alone() -> None:
    assert cards(parted("Visits to pools||", BOTH)) == [PARTED]
    again = parted("Visits to pools||", BOTH, "Ways to pools||", BOTH.replace("60%", "tbc"))
    assert cards(again) == [PARTED, [PARTED[0], "Ways to pools|50%|55%|tbc"]]


@pytest.mark.parametrize(
    "row", ["|Visits to pools|", "Visits|to pools|", "|| "], ids=["elsewhere", "two texts", "none"]
)
def test_other_texts_over_such_cells_are_no_title(row: str) -> None:
    assert cards(parted(row, BOTH)) is None


def test_names_that_come_again_are_those_of_several_cards() -> None:
    again = BOTH.replace("Target 2016/17", "Latest")
    assert cards(parted("Visits to pools>3", again)) is None
