"""Cards of one indicator each, whose values stand under years between rows of labels and texts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planparse.interpret import load_vocabulary
from planparse.interpret.year_cards import year_cards
from tests.interpret.test_layouts import numbers, plan_of, table
from tests.repair.grids import grid, reaching, texts

WORDS = load_vocabulary()
TITLE, YEARS, TARGET, HOW = (
    "Measure SW-01|Visits to pools>3",
    "Year|2024/25|2025/26|2026/27",
    "Target|10|20|30",
    "Methodology|Counted at the door>3",
)


def cards(*rows: str) -> list[list[str]]:
    return [texts(card) for card in year_cards(grid(*rows), WORDS)]


def test_a_card_becomes_a_row_under_a_header_of_two() -> None:
    assert cards(TITLE, YEARS, TARGET, HOW) == [
        [
            "Code|Measure|Methodology|Target",
            "|||2024/25|2025/26|2026/27",
            "SW-01|Visits to pools|Counted at the door|10|20|30",
        ]
    ]


def test_without_a_code_the_label_is_the_name_of_the_measures() -> None:
    first, *_ = cards("Performance measure:|Visits to pools>3", YEARS, TARGET)[0]
    assert first == "Measure|Target"


def test_the_name_of_the_years_may_be_blank() -> None:
    assert len(cards(TITLE, YEARS.removeprefix("Year"), TARGET)) == 1


def test_several_rows_of_values_are_beside_each_other() -> None:
    (card,) = cards(TITLE, YEARS, "Actual|1|2|3", TARGET)
    assert (card[0], card[2]) == ("Code|Measure|Actual|Target", "SW-01|Visits to pools|1|2|3|10|20|30")


def test_each_title_begins_another_card() -> None:
    found = cards(TITLE, YEARS, TARGET, TITLE.replace("01", "02"), YEARS, TARGET, HOW)
    assert [card[-1].split("|")[0] for card in found] == ["SW-01", "SW-02"]


@pytest.mark.parametrize(
    "rows",
    [
        ("Visits to pools>4", YEARS, TARGET),
        ("Objective SW-01|Visits to pools>3", YEARS, TARGET),
        (TITLE, TARGET, HOW),
        (TITLE, YEARS, YEARS, TARGET),
        (TITLE, YEARS, HOW),
        (TITLE, YEARS, TARGET, "Pools|1|2|3"),
        (TITLE, YEARS.replace("2026/27", "Later"), TARGET),
        (TITLE, YEARS.replace("Year", "Place"), TARGET),
        ("Our plan>4", TITLE, YEARS, TARGET),
        (TITLE, YEARS, TARGET, TITLE.replace("01", "02"), HOW),
    ],
    ids=[
        "no label",
        "no label for a measure",
        "no years",
        "years twice",
        "no values",
        "a row of another name",
        "a column without a year",
        "another name of the years",
        "a row over the card",
        "a second card without values",
    ],
)
def test_what_is_no_such_card(rows: tuple[str, ...]) -> None:
    assert cards(*rows) == []


def test_one_year_makes_no_such_card() -> None:
    assert cards("Measure SW-01|Visits to pools", "Year|2024/25", "Target|10") == []


def test_a_tall_cell_or_a_table_in_a_cell_is_in_no_such_card() -> None:
    card = grid(TITLE, YEARS, "Actual|1|2|3", TARGET)
    first, *rest = card.cells
    assert year_cards(card, WORDS)
    assert year_cards(reaching(card, "1", 2), WORDS) == []
    assert year_cards(replace(card, cells=(replace(first, tables=(grid("x"),)), *rest)), WORDS) == []


def test_each_card_is_an_indicator_of_its_heading() -> None:
    rows = ("Measure SW-01|Visits to pools +3", YEARS, "Target|10|20|tbc", "Methodology|Counted at the door +3")
    more = (rows[0].replace("01", "02").replace("Visits", "Ways"), YEARS, "Target|1|2|3")
    (objective,) = plan_of("<h2>Swim more</h2>", table(*rows), table(*more)).objectives
    visits, ways = objective.indicators
    assert [(i.code, i.measure) for i in (visits, ways)] == [("SW-01", "Visits to pools"), ("SW-02", "Ways to pools")]
    assert numbers(visits, "targets") == {"2024/25": 10, "2025/26": 20, "2026/27": "tbc"}
    assert visits.extra == {"Methodology": "Counted at the door"}


def test_a_code_may_stand_alone_beside_the_measure() -> None:
    assert cards("SW-01|Visits to pools>3", YEARS, TARGET)[0][::2] == [
        "Code|Measure|Target",
        "SW-01|Visits to pools|10|20|30",
    ]


def test_the_name_of_the_values_may_be_as_tall_as_the_years_and_they() -> None:
    tall = reaching(grid("SW-01|Visits to pools>3", "Targets|2024/25|2025/26|2026/27", "|10|20|30"), "Targets", 2)
    rows = replace(tall, cells=tuple(c for c in tall.cells if c.row < 2 or c.col))
    assert [texts(card)[-1] for card in year_cards(rows, WORDS)] == ["SW-01|Visits to pools|10|20|30"]
    short = replace(rows, cells=rows.cells[:-1])
    assert year_cards(short, WORDS) == []


UNDER = table("|2010/11|2011/12|2012/13", "Actual|4%|5%|", "Target|6%|7%|8%")


def test_the_heading_above_years_is_the_measure_and_the_objective_of_its_level_stays() -> None:
    first = "<h3>Outcome 1: Swim more</h3><h3>NI 1 Visits</h3>", UNDER, "<h3>NI 2 Swims</h3>", UNDER
    plan = plan_of(*first, "<h3>Outcome 2: Run more</h3><h3>NI 3 Runs</h3>", UNDER)
    assert [[i.printed_code for i in o.indicators] for o in plan.objectives] == [["NI 1", "NI 2"], ["NI 3"]]
    assert numbers(plan.indicators[2], "targets") == {"2010/11": 6, "2011/12": 7, "2012/13": 8}
    assert numbers(plan.indicators[2], "actuals") == {"2010/11": 4, "2011/12": 5, "2012/13": "blank"}


def test_a_heading_that_names_an_objective_is_no_measure() -> None:
    rows = "<h3>NI 1 Visits</h3>", UNDER, "<h3>Outcome 2: Run more</h3>", UNDER
    assert [i.measure for i in plan_of(*rows).indicators] == ["Visits"]


ONE_CELL = "Measure 1.1: Visits to pools>4"


def test_a_title_may_be_one_cell_as_wide_as_the_card() -> None:
    assert cards(ONE_CELL, YEARS, TARGET, HOW) == [
        [
            "Code|Measure|Methodology|Target",
            "|||2024/25|2025/26|2026/27",
            "1.1|Visits to pools|Counted at the door|10|20|30",
        ]
    ]
    assert [
        card[-1].split("|")[0] for card in cards(ONE_CELL, YEARS, TARGET, ONE_CELL.replace("1.1", "1.2"), YEARS, TARGET)
    ] == ["1.1", "1.2"]


@pytest.mark.parametrize(
    "title",
    ["Measure 1.1 Visits to pools>4", "Objective 1.1: Visits to pools>4", "Measure 1.1: Visits to pools>3"],
    ids=["no colon", "no label for a measure", "narrower"],
)
def test_other_titles_in_one_cell_make_no_such_card(title: str) -> None:
    assert cards(title, YEARS, TARGET) == []


def test_a_title_in_one_cell_is_the_measure_of_a_plan() -> None:
    rows = ("Measure 1.1: Visits to pools +4", YEARS, "Target|10|20|tbc")
    (visits,) = plan_of("<h2>Swim more</h2>", table(*rows)).indicators
    assert (visits.code, visits.measure) == ("1.1", "Visits to pools")
    assert numbers(visits, "targets") == {"2024/25": 10, "2025/26": 20, "2026/27": "tbc"}


def test_a_text_alone_right_over_the_years_is_the_measure() -> None:
    rows = ("|2024/25|2025/26|2026/27", TARGET, "Actual|9||")
    cards_of = cards("SW-01 Visits to pools>4", *rows, "Swims>4", *rows)
    assert [card[2] for card in cards_of] == ["SW-01 Visits to pools|10|20|30|9||", "Swims|10|20|30|9||"]


@pytest.mark.parametrize("title", ["Objective: Swim more", "Targets 2024-27", "Target"])
def test_other_texts_over_the_years_are_no_measure(title: str) -> None:
    assert cards(f"{title}>4", "|2024/25|2025/26|2026/27", TARGET, "Actual|9||") == []
