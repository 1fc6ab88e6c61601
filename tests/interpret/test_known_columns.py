"""Columns of placeholders, which another table with such a column settles."""

from __future__ import annotations

from tests.interpret.test_layouts import plan_of, table

HEAD = "Ref|Measure|2014/15 Actual|2015/16 Forecast|2016/17 Target"
FIRST = table(HEAD, "AB 1|Swimmers|5|6|7", "AB 2|Runners|8|9|10")


def actuals(cell: str, *before: str) -> list[str]:
    """The results of the measure whose forecast is this, in a table of its own."""
    plan = plan_of(*before, table(HEAD, f"AB 3|Walkers|n/a|{cell}|TBC"))
    return [v.text for o in plan.objectives for i in o.indicators if i.code == "AB 3" for v in i.actuals]


def test_a_column_of_placeholders_is_what_its_name_is_elsewhere() -> None:
    assert actuals("n/a", FIRST) == ["n/a", "n/a"]
    assert actuals("n/a") == ["n/a"]


def test_a_column_of_words_is_not() -> None:
    assert actuals("See the note of the board", FIRST) == ["n/a"]
