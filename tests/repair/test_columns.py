"""Rows of action grids that stand a column off: codes and dates say where they belong."""

from __future__ import annotations

import pytest

from planparse.pipeline import extract
from tests.repair.alone import realign
from tests.repair.grids import PLACEHOLDERS, document, grid, texts

CODED = (
    "Objective|Ref|Action|Lead officer|Due date",
    "SO1: Be fair to all|1.1|Publish the statement|Head of Law|31 March 2017",
    "|1.2|Train the members|Clerk|Q2 2016/17",
    "|1.3|Review the code|Clerk|Mar-17",
    "SO2: Be open to all|2.1|Open the books|Treasurer|tbc",
    "|2.2|Print the minutes|Clerk|2016/17",
)
UNCODED = (
    "Priority|What we will do|Success measure|Who|Due",
    "Be fair to all|Publish the statement|Fewer complaints|Head of Law|31/03/2017",
    "|Train the members|Fewer complaints|Clerk|12/06/2016",
    "|Review the code||Clerk|Mar-17",
    "Be open to all|Open the books|Trust|Treasurer|May 2016",
    "|Print the minutes|Trust|Clerk|June 2016",
)


def realigned(*rows: str) -> list[str]:
    return texts(realign(document(grid(*rows, spans_known=False)), PLACEHOLDERS)[0].blocks[0])


@pytest.mark.parametrize(
    ("table", "row", "whole"),
    [
        (CODED, "2.3|Film the meetings|Clerk|4 May 2017|", "|2.3|Film the meetings|Clerk|4 May 2017"),
        (CODED, "2.3|Film the meetings|Clerk|tbc", "|2.3|Film the meetings|Clerk|tbc"),
        (CODED, "2.3|Film the meetings|Clerk||", "|2.3|Film the meetings|Clerk|"),
        (UNCODED, "Film the meetings|Trust|Clerk|04/05/2017|", "|Film the meetings|Trust|Clerk|04/05/2017"),
    ],
    ids=["code and date", "without the spare cell", "code alone", "date alone"],
)
def test_a_row_one_column_left_is_moved_right(table: tuple[str, ...], row: str, whole: str) -> None:
    assert realigned(*table, row) == [*table, whole]
    assert realigned(*table[:2], row, *table[2:])[2] == whole


@pytest.mark.parametrize(
    ("table", "row"),
    [
        (CODED, "SO3: Be quick|2.3|Film the meetings|Clerk|4 May 2017"),
        (CODED, "SO3: Be quick|Film the meetings|Clerk|4 May 2017|"),
        (CODED, "|2.3|Film the meetings|4 May 2017|Clerk"),
        (CODED, "2.3|Film the meetings|Clerk|4 May 2017|see above"),
        (UNCODED, "Be quick|Film the meetings|Trust|Clerk|"),
        (UNCODED, "Film the meetings|Trust||Clerk|"),
        (UNCODED, "Total|5|6"),
    ],
    ids=["whole", "lost its code", "swapped", "no free column", "no date", "nothing to go by", "total"],
)
def test_near_misses_stay(table: tuple[str, ...], row: str) -> None:
    assert texts(grid(*table, row)) == realigned(*table, row)


def test_a_table_whose_first_column_is_always_filled_is_left_alone() -> None:
    rows = ("Ref|Action|Lead|Due|Next", *(f"1.{n}|Do it well|Clerk|May 2016|June 2016" for n in range(5)))
    odd = "2.1|May 2016|June 2016||"
    assert realigned(*rows, odd) == [*rows, odd]


def test_too_few_rows_say_nothing() -> None:
    rows = (*CODED[:3], "2.3|Film the meetings|Clerk|4 May 2017|")
    assert realigned(*rows) == list(rows)


def dump(*rows: str) -> bytes:
    return "\n".join(["Action Plan 2016-19", "", *(row.replace("|", "\t") for row in rows)]).encode()


def test_the_milestone_lands_under_the_objective_above_it() -> None:
    plan = extract(dump(*CODED, "2.3|Film the meetings|Clerk|4 May 2017|"), name="plan.txt").plan
    last = plan.objectives[-1].milestones[-1]
    assert (last.ref, last.text, last.lead, last.due) == ("2.3", "Film the meetings", "Clerk", "2017-05-04")
    assert [o.code for o in plan.objectives] == ["SO1", "SO2"]


def test_a_row_that_could_not_be_put_back_is_said_and_not_guessed() -> None:
    """Too few rows for a majority: what stands left of a blank for dates is a date, so the objective would be wrong."""
    rows = (*UNCODED[:3], "Film the meetings|Trust|Clerk|04/05/2017|")
    found = extract(dump(*rows), name="plan.txt")
    assert [o.title for o in found.plan.objectives] == ["Be fair to all"]
    assert [m.text for m in found.plan.milestones] == ["Publish the statement", "Train the members"]
    assert [r.code for r in found.trace.remarks if r.level == "warning"] == ["row-not-understood"]
