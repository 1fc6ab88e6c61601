"""Measures as bands over rows of periods and values, in a table of two columns."""

from __future__ import annotations

import pytest

from planparse.interpret import load_vocabulary
from planparse.interpret.year_bands import year_bands
from tests.interpret.test_layouts import numbers, plan_of, table
from tests.repair.grids import grid, texts

WORDS = load_vocabulary()
HEADER = "Measure and year|Result or target"
FIRST = ("AB1 Visits to pools>2", "2023/24 (actual)|10", "2024/25 (target)|20")
SECOND = ("AB2 Visits to parks>2", "2023/24 (actual)|30", "2024/25 (target)|tbc")


def bands(*rows: str) -> list[list[str]]:
    return [texts(own) for own in year_bands(grid(*rows), WORDS)]


@pytest.mark.parametrize("header", [(HEADER,), ()], ids=["with a header", "without"])
def test_each_band_is_a_row_under_its_own_periods(header: tuple[str, ...]) -> None:
    assert bands(*header, *FIRST, *SECOND) == [
        ["Measure|2023/24 (actual)|2024/25 (target)", "AB1 Visits to pools|10|20"],
        ["Measure|2023/24 (actual)|2024/25 (target)", "AB2 Visits to parks|30|tbc"],
    ]


def test_the_header_keeps_its_places() -> None:
    first, second = year_bands(grid(HEADER, *FIRST, *SECOND), WORDS)
    assert [place.column for place in first.cells[0].places] == [0, 1]
    assert not second.cells[0].places


def test_periods_may_stand_alone() -> None:
    assert len(bands("Pools>2", "2023/24|1", "2024/25|2", "Parks>2", "2023/24|3", "2024/25|4")) == 2


@pytest.mark.parametrize(
    "rows",
    [
        FIRST,
        (*FIRST, "AB2 Visits to parks>2", "2023/24 (actual)|30"),
        (*FIRST, *SECOND, "We counted again in May>2"),
        (*FIRST, "AB2 Visits to parks>2", "2023/24 (actual)|30", "Lead officer|Head of Parks"),
        (*FIRST, "AB2 Visits to parks>2", "2023/24 (actual)|30", "2023/24 (actual)|40"),
        ("2022/23 (actual)|5", *FIRST, *SECOND),
        ("Pools>3", "2023/24|1|2", "2024/25|2|3", "Parks>3", "2023/24|3|4", "2024/25|4|5"),
    ],
    ids=[
        "one band",
        "one period",
        "a band without a row",
        "another label",
        "a period twice",
        "a row over the first band",
        "three columns",
    ],
)
def test_other_grids_are_none(rows: tuple[str, ...]) -> None:
    assert bands(*rows) == []


def test_a_plan_of_such_measures() -> None:
    plan = plan_of(
        "<h2>Outcome 1: Warm homes</h2>",
        table(
            "Measure and year|Result or target",
            "AB1 Homes with a heat pump +2",
            "2014/15 (actual result)|10",
            "2015/16 (estimated actual)|12",
            "2016/17 (target)|20",
            "AB2 Homes with a warm roof +2",
            "2014/15 (actual result)|n/a",
            "2015/16 (estimated actual)|30",
            "2016/17 (target)|tbc",
        ),
    )
    (objective,) = plan.objectives
    one, two = objective.indicators
    assert [(i.code, i.measure) for i in (one, two)] == [
        ("AB1", "Homes with a heat pump"),
        ("AB2", "Homes with a warm roof"),
    ]
    assert (numbers(one, "actuals"), numbers(one, "targets")) == ({"2014/15": 10, "2015/16": 12}, {"2016/17": 20})
    assert (numbers(two, "actuals"), numbers(two, "targets")) == (
        {"2014/15": "not_applicable", "2015/16": 30},
        {"2016/17": "tbc"},
    )
