"""Labels of an objective's block beside, above and over their texts; texts that look like labels or values are none."""

from __future__ import annotations

import pytest

from planparse.model.plan import Objective
from tests.interpret.test_layouts import plan_of, table

INDICATORS = table("Ref|Measure|2015/16 actual|2016/17 target", "AB 1|Visits|1|2", "AB 2|Swims|3|4")


def block(*rows: str) -> Objective:
    return plan_of("<h2>Objective 1: Swim more</h2>", table(*rows), INDICATORS).objectives[0]


def test_labels_side_by_side_over_their_texts() -> None:
    found = block("Key developments|Emerging issues", "New pool|Less rain")
    assert (found.key_developments, found.emerging_issues) == (("New pool",), ("Less rain",))


def test_they_may_be_wide_as_long_as_the_texts_below_are() -> None:
    found = block("Key developments +2|Emerging issues", "New pool +2|Less rain")
    assert (found.key_developments, found.emerging_issues) == (("New pool",), ("Less rain",))


@pytest.mark.parametrize(
    "rows",
    [
        ("Key developments|Emerging issues +2", "New pool +2|Less rain"),
        ("Key developments|Emerging issues", "New pool|"),
        ("Key developments|Strange things", "New pool|Less rain"),
        ("Key developments|Emerging issues", "Milestones|Less rain"),
    ],
    ids=["texts of another width", "one text", "one label unknown", "labels below"],
)
def test_other_labels_side_by_side_are_a_label_and_its_text(rows: tuple[str, ...]) -> None:
    found = block(*rows)
    assert found.emerging_issues != ("Less rain",)


def test_a_label_as_wide_as_the_table_stands_over_the_texts_below_it() -> None:
    found = block("Key developments +2", "New pool +2", "New team +2", "Emerging issues +2", "Less rain +2")
    assert (found.key_developments, found.emerging_issues) == (("New pool", "New team"), ("Less rain",))


def test_a_label_beside_its_text_does_not_take_the_wide_text_below() -> None:
    found = block("Key developments|New pool", "Page two of the table +2", "Emerging issues|Less rain")
    assert (found.key_developments, found.emerging_issues) == (("New pool",), ("Less rain",))


def test_milestones_of_a_label_with_a_period_are_of_that_period() -> None:
    rows = ("Key Milestones 2016/17 ↓3|Action|Lead officer|Due date", "Dig|Coach|May 2016", "Fill|Coach|June 2016")
    assert [(m.text, m.period) for m in block(*rows).milestones] == [("Dig", "2016/17"), ("Fill", "2016/17")]
    rows = ("Key Milestones ↓3|Action|Lead officer|Due date", "Dig|Coach|May 2016", "Fill|Coach|June 2016")
    assert [m.period for m in block(*rows).milestones] == [None, None]


def test_a_list_of_linked_indicators_names_codes_and_a_text_without_figures_is_none() -> None:
    found = block("Key developments|New pool", "Linked indicators|See the table in the annex")
    assert found.extra == {"Linked indicators": "See the table in the annex"}
    assert block("Key developments|New pool", "Linked indicators|AB 1").extra == {}


@pytest.mark.parametrize(
    ("label", "code", "title"),
    [
        ("Service Objective HT1: Keep people warm", "HT1", "Keep people warm"),
        ("Service Objective: HT1: Keep people warm", "HT1", "Keep people warm"),
        ("Service Objective homes: Keep people warm", None, None),
    ],
)
def test_the_code_and_the_title_may_stand_in_the_label(label: str, code: str | None, title: str | None) -> None:
    plan = plan_of(table(f"{label} +2", "Key developments|New pool", "Emerging issues|Less rain"), INDICATORS)
    assert (plan.objectives[0].code, plan.objectives[0].title) == (code, title)


def test_a_code_behind_the_label_is_the_code_and_the_text_beside_it_the_title() -> None:
    found = plan_of(table("Service Objective: HT 1|Keep people warm", "Key developments|New pool")).objectives[0]
    assert (found.code, found.title) == ("HT 1", "Keep people warm")


HEAD = "Ref|Measure|2015/16 actual|2016/17 target"


def test_a_heading_row_is_one_though_a_longer_code_begins_as_its_own() -> None:
    plan = plan_of(table(HEAD, "HT1: Warm homes +4", "HT1.1|Lets|1|2", "HT1.2|Sales|3|4", "HT2: Dry homes +4"))
    assert plan.objectives[0].code == "HT1"


def test_a_comment_that_begins_with_the_code_of_a_row_is_no_heading() -> None:
    plan = plan_of("<h2>Swim more</h2>", table(HEAD, "HT1|Lets|1|2", "HT1: Warm weather +4", "HT2|Sales|3|4"))
    assert [o.title for o in plan.objectives] == ["Swim more"]
    assert plan.indicators[0].notes == ("HT1: Warm weather",)


def actions(*rows: str, first: str = "HT1: Warm homes", second: str = "HT2: Dry homes") -> list[tuple[str | None, int]]:
    """The objectives of a plan and how many milestones each has, where a column names the objective of each row."""
    blocks = [table(f"Objective|{title}", "Key developments|New pool") for title in (first, second)]
    acts = table("Objective|Action|Lead|Due date", *rows)
    return [(o.code or o.title, len(o.milestones)) for o in plan_of(*blocks, acts).objectives]


def test_a_code_in_the_objective_column_is_that_of_an_objective_above() -> None:
    rows = ("HT2|Dig|Coach|May 2016", "HT 1|Fill|Coach|June 2016", "HT2|Open|Coach|July 2016")
    assert actions(*rows) == [("HT1", 1), ("HT2", 2)]


def test_a_code_of_no_objective_or_of_two_is_a_title() -> None:
    rows = ("HT3|Dig|Coach|May 2016", "HT1|Fill|Coach|June 2016")
    assert actions(*rows) == [("HT1", 1), ("HT2", 0), ("HT3", 1)]
    assert ("HT1", 1) not in actions(*rows, second="HT1: Dry homes")[:2]


def test_the_rows_below_a_code_go_on_with_its_objective() -> None:
    assert actions("HT1|Dig|Coach|May 2016", "|Fill|Coach|June 2016") == [("HT1", 2), ("HT2", 0)]
