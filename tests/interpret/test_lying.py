"""A table with a column for each measure and a row for each year is turned; any other stays as it is."""

from __future__ import annotations

import pytest

from planparse.interpret import load_vocabulary
from planparse.interpret.lying import upright
from tests.interpret.test_layouts import numbers, plan_of, table
from tests.repair.grids import grid, texts

WORDS = load_vocabulary()
ROWS = ("Actual 2015/16|1|2", "Target 2016/17|3|4")


@pytest.mark.parametrize("corner", ["", "Measure"])
def test_a_table_on_its_side_is_turned(corner: str) -> None:
    turned = upright(grid(f"{corner}|Visits|Swims", *ROWS), WORDS)
    assert texts(turned) == ["Measure|Actual 2015/16|Target 2016/17", "Visits|1|3", "Swims|2|4"]
    assert turned.evidence


@pytest.mark.parametrize(
    "rows",
    [
        ("Measure|Actual 2015/16|Target 2016/17", "Visits|1|3", "Swims|2|4"),
        ("|Visits|Swims", "Actual|1|2", "Target|3|4"),
        ("|Visits|Swims", ROWS[0], "Total|3|4"),
        ("|Visits|Swims", "Actual 2015/16|see note|see note", "Target 2016/17|see note|4"),
        ("|2015/16|2016/17", *ROWS),
        ("|Measure|Lead", *ROWS),
        ("Target|Visits|Swims", *ROWS),
        ("|Visits", "Actual 2015/16|1", "Target 2016/17|3"),
        ("|Visits|Swims", ROWS[0]),
    ],
    ids=[
        "upright",
        "no years",
        "a row of another name",
        "words",
        "years over the columns",
        "names of columns over them",
        "values in the corner",
        "one measure",
        "one row",
    ],
)
def test_another_table_stays_as_it_is(rows: tuple[str, ...]) -> None:
    other = grid(*rows)
    assert upright(other, WORDS) is other


BARE = ("2015/16|1|2", "2016/17 target|3|4")


@pytest.mark.parametrize("corner", ["", "Year", "Financial year"])
def test_a_row_may_be_a_bare_year_beside_one_with_a_word(corner: str) -> None:
    turned = upright(grid(f"{corner}|Visits|Swims", *BARE, "2017/18 (estimate)|5|6"), WORDS)
    assert texts(turned) == ["Measure|2015/16|2016/17 target|2017/18 (estimate)", "Visits|1|3|5", "Swims|2|4|6"]


def test_the_name_of_the_years_keeps_its_place() -> None:
    lying = grid("Year|Visits|Swims", *BARE)
    corner = upright(lying, WORDS).cells[0]
    assert (corner.text, corner.places) == ("Measure", lying.cells[0].places)


@pytest.mark.parametrize(
    "rows",
    [
        ("Year|Visits|Swims", "2015/16|1|2", "2016/17|3|4"),
        ("Pool|Visits|Swims", *BARE),
        ("Year|Visits|Swims", BARE[1], "2015/16 in the old pool|1|2"),
        ("Year|Visits|Swims", *BARE, "Later|5|6"),
    ],
    ids=["bare years alone", "another name of the rows", "more than a word beside a year", "a row without a year"],
)
def test_rows_of_other_names_are_not_turned(rows: tuple[str, ...]) -> None:
    other = grid(*rows)
    assert upright(other, WORDS) is other


def test_each_column_of_a_table_on_its_side_is_an_indicator() -> None:
    plan = plan_of("<h2>Swim more</h2>", table("|Days open|Coaches trained", *ROWS, "Target 2017/18|5|tbc"))
    days, coaches = plan.indicators
    assert (days.measure, coaches.measure) == ("Days open", "Coaches trained")
    assert (numbers(days, "actuals"), numbers(days, "targets")) == ({"2015/16": 1}, {"2016/17": 3, "2017/18": 5})
    assert numbers(coaches, "targets") == {"2016/17": 4, "2017/18": "tbc"}
