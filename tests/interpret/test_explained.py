"""A row below a header that says what stands in the columns is part of the header; a measure with notes is none."""

from __future__ import annotations

import pytest

from planparse.model.document import Grid
from planparse.pipeline import extract
from tests.interpret.test_layouts import page, table
from tests.interpret.test_rows import found
from tests.repair.grids import grid

HEAD = "Indicator|How often|2014/15 Actual|2015/16 Actual|2016/17 Target|2017/18 Target|Lead officer"
TOLD = "Code and name of the measure|When figures come|What happened before>2|What we aim for>2|Who answers for it"
ROW = "Swims|Monthly|5|6|7|8|Coach"


def measures(*rows: str) -> list[str]:
    return [i.measure for i in found(grid(HEAD, *rows)).plan.indicators]


def test_a_row_that_says_what_stands_in_the_columns_is_no_record() -> None:
    assert measures(TOLD, ROW) == ["Swims"]


def test_so_is_one_alone_in_a_table_that_explains_the_others() -> None:
    key, own = table(HEAD, TOLD.replace(">", " +"), header=1), table(HEAD, ROW, header=1)
    read = extract(page(key, "<h2>Objective 1: Swim more</h2>", own), name="case.html")
    (objective,) = read.plan.objectives
    assert [i.measure for i in objective.indicators] == ["Swims"]
    assert not read.trace.remarks


@pytest.mark.parametrize(
    "row",
    [
        "A survey of swimmers|When figures come|What we know is too little>2|What we aim for is not agreed>2|Who knows",
        "The name of the lake|When asked|No figures were kept>2|To be set after the survey>2|Head of Lakes",
        "AB 1: The name of the lake|When asked|What happened before>2|What we aim for>2|Who answers for it",
        "The name of the lake|When asked|What happened before>2|7|8|Who answers for it",
        "The name of the lake|When asked|What happened before>2|What we aim for|TBC|Who answers for it",
        "The name of the lake||What happened before>2|What we aim for>2|Who answers for it",
    ],
    ids=["a measure", "notes", "a code", "figures", "a word in place of a value", "a blank"],
)
def test_a_measure_with_notes_in_place_of_values_is_a_record(row: str) -> None:
    assert len(measures(row, ROW)) == 2


def test_below_a_record_it_is_one_too() -> None:
    assert len(measures(ROW, TOLD)) == 2


def actions(*rows: str) -> list[str]:
    table: Grid = grid("Ref|Action|Lead officer|Due date", *rows)
    return [m.text for o in found(table).plan.objectives for m in o.milestones]


def test_a_list_of_actions_may_have_such_a_row() -> None:
    told = "Which number it has|What we will do|Who is to do it|What time it ends"
    assert actions(told, "1|Open the pool|Coach|May 2016") == ["Open the pool"]


def test_an_action_that_begins_like_a_question_is_one_beside_its_date() -> None:
    row = "1|What we do for swimmers is told to all|Who else but the coach|May 2016"
    assert len(actions(row, "2|Open the pool|Coach|May 2016")) == 2
