"""Text without a use is said where it stands in the row of a record or looks like an indicator; other text is not."""

from __future__ import annotations

import pytest

from planparse.interpret.ledger import Ledger
from planparse.interpret.leftovers import remark_leftovers
from planparse.interpret.vocabulary import load_vocabulary
from planparse.model.document import Block, Cell, Document, Grid
from planparse.model.plan import Plan
from planparse.model.provenance import Place
from planparse.model.trace import Use
from planparse.pipeline import extract
from tests.interpret.test_layouts import page, table


@pytest.mark.parametrize(
    ("row_of_stray", "use", "warned"),
    [(0, None, True), (1, None, False), (0, Use("label", "band"), False), (0, Use("unused", "total row"), False)],
)
def test_only_beside_a_record(row_of_stray: int, use: Use | None, warned: bool) -> None:
    record = Cell(0, 0, 1, 1, (Block("AB1: Visits"),), (Place(0, "cell"),))
    stray = Cell(row_of_stray, 1, 1, 1, (Block("and more"),), (Place(1, "cell"),))
    ledger = Ledger()
    ledger.use(record.places, Use("record", "AB1 measure"))
    if use:
        ledger.use(stray.places, use)
    remark_leftovers(Document("html", (Grid((record, stray), 2, 2),)), ledger, Plan.empty(), load_vocabulary())
    assert [r.places for r in ledger.remarks] == ([stray.places] if warned else [])


def test_a_field_of_a_record_counts_as_well_as_any_use_and_a_table_in_a_cell_is_not_said() -> None:
    record = Cell(0, 0, 1, 1, (Block("AB1: Visits"),), (Place(0, "cell"),))
    stray = Cell(0, 1, 1, 1, (Block("and more"),), (Place(1, "cell"),))
    nested = Cell(0, 2, 1, 1, (), (Place(2, "cell"),), tables=(Grid((), 0, 0),))
    blank = Cell(0, 3, 1, 1, (), (Place(3, "cell"),))
    ledger = Ledger()
    ledger.source("AB1", "measure", record.places)
    remark_leftovers(
        Document("html", (Grid((record, stray, nested, blank), 1, 4),)), ledger, Plan.empty(), load_vocabulary()
    )
    assert [r.places for r in ledger.remarks] == [stray.places]


PLAN = table("Indicator|2015/16 Actual|2016/17 Target", "AB 1: Visits|1|2", "AB 2: Swims|3|4")


def lost(*parts: str) -> list[str]:
    found = extract(page("<h2>Swim</h2>", PLAN, *parts), name="plan.html")
    return [r.code for r in found.trace.remarks if r.level == "warning"]


@pytest.mark.parametrize(
    "part",
    ["<p>And then</p>" + table("AB 3: Runs|5|6|7|8|9"), "<p>AB 3: Runs 5% 6%</p>"],
    ids=["a row of another table", "a line"],
)
def test_what_looks_like_an_indicator_of_the_plan_and_is_none_is_said(part: str) -> None:
    assert lost(part) == ["indicator-not-read"]


@pytest.mark.parametrize(
    "part",
    ["<p>AB 2 Swims rose from 3 to 4</p>", "<p>CD 3: Runs 5% 6%</p>", "<p>AB 3 comes next, in year 5</p>"],
    ids=["one that was read", "of another set", "one number"],
)
def test_other_lines_are_not(part: str) -> None:
    assert lost(part) == []


@pytest.mark.parametrize(
    "part",
    ["<p>Lead: Coach Due date: May 2016</p>", table("2|Lead: Coach|Due date: May 2016", "3|Lead: Guard|")],
    ids=["a line", "cells of a row"],
)
def test_what_tells_when_an_action_is_due_and_whose_it_is_and_is_of_none_is_said(part: str) -> None:
    assert lost("<h2>And then</h2><p>We dig</p>", part) == ["action-not-read"]


@pytest.mark.parametrize(
    "part",
    ["<p>Due date: May 2016</p>", "<p>Lead: Coach Status: Green</p>", "<p>Note: Lead: Coach Due date: May 2016</p>"],
    ids=["a date alone", "no date", "other words too"],
)
def test_other_details_are_not(part: str) -> None:
    assert lost("<p>And then</p>", part) == []


NAMES = "<p>2015/16 actual 2016/17 target 2017/18 target</p>"


def test_values_below_the_names_of_as_many_that_are_of_no_record_are_said() -> None:
    assert lost("<p>Runs</p>", NAMES, "<p>6% 10% tbc</p>") == ["indicator-not-read"]


@pytest.mark.parametrize(
    "parts",
    [
        (NAMES, "<p>6% 10%</p>"),
        (NAMES, "<p>6% of all runs</p>"),
        (NAMES, "<p>tbc tbc tbc</p>"),
        ("<p>Our three figures</p>", "<p>6% 10% 28%</p>"),
        (NAMES, "<p>Runs</p>", "<p>6% 10% 28%</p>"),
    ],
    ids=["fewer values", "a text", "no figure", "other words over them", "not right below"],
)
def test_other_lines_of_values_are_not(parts: tuple[str, ...]) -> None:
    assert lost(*parts) == []
