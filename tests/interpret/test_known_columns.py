"""Columns of placeholders, which another table with such a column settles, and of names met before."""

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


RESULTS = table(
    "Result|Measure|2014/15 Actual|2016/17 Target",
    "Safe roads ↓2|Injuries|5|4",
    "Speeders|8|7",
    "Clean water|Spills|3|2",
)


def milestones(*rows: str) -> list[tuple[str | None, list[str]]]:
    """The milestones of each objective, where a table of results stands above these rows."""
    plan = plan_of("<h2>A safe county</h2>", RESULTS, "<h3>Milestones</h3>", table("Result|Milestones", *rows))
    return [(o.title, [m.text for m in o.milestones]) for o in plan.objectives]


def test_a_column_of_names_of_objectives_met_before_gives_the_rows_to_them() -> None:
    assert milestones("Safe roads|Mend the bridge", "Clean water|Dredge the pool") == [
        ("Safe roads", ["Mend the bridge"]),
        ("Clean water", ["Dredge the pool"]),
    ]


def test_a_column_with_another_text_does_not() -> None:
    found = milestones("Safe roads|Mend the bridge", "Not on track|Dredge the pool")
    assert found[:2] == [("Safe roads", []), ("Clean water", [])]
