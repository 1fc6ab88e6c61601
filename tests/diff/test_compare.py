"""What changed, field by field."""

from __future__ import annotations

from typing import Any

import pytest

from planparse.diff import diff
from planparse.model.change import Change
from planparse.model.plan import Plan
from tests.diff.drafts import YEARS, Raw, indicator, milestone, objective, plan, value
from tests.diff.example import current, previous, slid


def changes(before: Raw, after: Raw) -> list[tuple[str, str | None]]:
    found = diff(plan(objective("O1", "Goal") | before), plan(objective("O1", "Goal") | after))
    return [(c.kind, c.field) for c in found.changes]


def of_indicator(**fields: Any) -> list[tuple[str, str | None]]:
    row = indicator("K1", "Lamps lit at dusk", "5", "6")
    return changes({"indicators": [row]}, {"indicators": [row | fields]})


@pytest.mark.parametrize(
    ("fields", "change"),
    [
        ({"lead": "A. Wick"}, ("detail_changed", "lead")),
        ({"rag": "green"}, ("detail_changed", "rag")),
        ({"group": "Effectiveness"}, ("detail_changed", "group")),
        ({"extra": {"Risk": "high"}}, ("detail_changed", "Risk")),
        ({"notes": ["Counted twice"]}, ("note_changed", "notes")),
        ({"printed_code": "K 1:"}, ("typography", "code")),
        ({"printed_code": "KK1"}, ("recoded", "code")),
        ({"measure": "Lamps lit at dawn"}, ("reworded", "measure")),
        ({"measure": "Lamps – lit at dusk."}, ("typography", "measure")),
        ({"direction": "increase"}, ("detail_changed", "direction")),
    ],
)
def test_fields_of_an_indicator(fields: Raw, change: tuple[str, str]) -> None:
    assert of_indicator(**fields) == [change]


def test_a_unit_column_changes_on_its_own() -> None:
    before = indicator("K1", "Lamps lit", "5", "6", unit="count")
    after = before | {"unit": "percent"}
    assert changes({"indicators": [before]}, {"indicators": [after]}) == [("unit_changed", "unit")]
    assert changes({"indicators": [before]}, {"indicators": [before | {"unit": None}]}) == []


@pytest.mark.parametrize(
    ("fields", "change"),
    [
        ({"due": "2018-01"}, ("deadline_changed", "due")),
        ({"period": "2017/18"}, ("period_changed", "period")),
        ({"status": "done"}, ("status_changed", "status")),
        ({"lead": "A. Wick"}, ("detail_changed", "lead")),
        ({"ref": "c"}, ("relabelled", "ref")),
        ({"ref": "A."}, None),
    ],
)
def test_fields_of_a_milestone(fields: Raw, change: tuple[str, str] | None) -> None:
    row = milestone("a", "Open the hall", "2017-01")
    found = changes({"milestones": [row]}, {"milestones": [row | fields]})
    assert found == ([change] if change else [])


@pytest.mark.parametrize(
    ("fields", "change"),
    [
        ({"title": "Another goal"}, ("retitled", "title")),
        ({"corporate_priority": "Lamps"}, ("priority_changed", "corporate_priority")),
        ({"headings": ["Place", "Outcome"]}, ("detail_changed", "headings")),
        ({"lead": "A. Wick"}, ("detail_changed", "lead")),
    ],
)
def test_fields_of_an_objective(fields: Raw, change: tuple[str, str]) -> None:
    assert changes({}, fields) == [change]


def test_fields_of_the_plan() -> None:
    base = plan()
    period = {"label": "2017-20", "start": "2017-04-01", "end": "2020-03-31"}
    found = diff(base, plan(title="Plan 2017-20", status="final", period=period, organisation="Town")).changes
    assert [(c.kind, c.field, c.record) for c in found] == [
        ("retitled", "title", "plan"),
        ("status_changed", "status", "plan"),
        ("detail_changed", "organisation", "plan"),
        ("period_changed", "period", "plan"),
    ]


def test_a_directorate_in_the_title_is_told_with_the_title() -> None:
    before = plan(title="Plan (People Contribution)", directorate="People")
    after = plan(title="Plan (Place Contribution)", directorate="Place")
    assert [c.field for c in diff(before, after).changes] == ["title"]
    before, after = plan(directorate="People"), plan(directorate="Place")
    assert [c.field for c in diff(before, after).changes] == ["directorate"]


def test_the_same_years_printed_otherwise_are_typography() -> None:
    period = {"label": "2016 to 2019", "start": "2016-04-01", "end": "2019-03-31"}
    assert [c.kind for c in diff(plan(), plan(period=period)).changes] == ["typography"]


def test_statements() -> None:
    before = {"key_developments": ["The mill moved", "Funding ends"], "emerging_issues": ["Rain"]}
    after = {
        "key_developments": ["The old mill moved", "Funding ends"],
        "emerging_issues": ["Rain", "Wind from the east"],
    }
    assert changes(before, after) == [("reworded", "text"), ("added", None)]


def test_a_sliding_window_is_said_once_and_shared_years_compared() -> None:
    found = diff(previous(), slid())
    assert [(c.kind, c.record, c.before, c.after) for c in found.changes if c.kind == "years_changed"] == [
        ("years_changed", "plan", ("2016/17",), ("2019/20",))
    ]
    others = [(c.kind, c.period) for c in found.changes if c.kind != "years_changed"]
    assert others == [("target_changed", "2017/18")]
    assert "Target years: -2016/17 +2019/20" in found.summary.sentence


def test_a_column_that_one_objective_lost_is_said_there_once() -> None:
    def two(years: tuple[str, ...]) -> Plan:
        def rows(start: int, columns: tuple[str, ...]) -> list[Raw]:
            return [indicator(f"K{n}", f"Lamps in ward {n}") | {"targets": [value("5", y) for y in columns]}
                    for n in range(start, start + 3)]  # fmt: skip

        return plan(objective("O1", "A", indicators=rows(1, YEARS)), objective("O2", "B", indicators=rows(4, years)))

    found = diff(two(YEARS), two(YEARS[1:]))
    assert [(c.kind, c.record, c.before) for c in found.changes] == [("years_changed", "objective", ("2016/17",))]


def test_a_single_value_in_a_shared_year_is_not_a_window() -> None:
    row, other = indicator("K1", "Lamps", "5", "6", "7"), indicator("K2", "Wicks", "5", "6", "7")
    found = changes({"indicators": [row, other]}, {"indicators": [row | {"targets": row["targets"][:1]}, other]})
    assert found == [("target_withdrawn", "target")]


def test_order_is_that_of_the_current_draft_with_removed_ones_where_they_stood() -> None:
    names = [(c.kind, _name(c)) for c in diff(previous(), current()).at("editorial")]
    order = list(dict.fromkeys(name for _, name in names))
    assert (
        order.index("LX002") < order.index("LX003") < order.index("LX004") < order.index("LX009") < order.index("LX005")
    )


def _name(change: Change) -> str:
    ref = change.current or change.previous
    return (ref.printed_code or ref.text or "") if ref else ""


def test_only_the_record_that_moved_is_reordered() -> None:
    rows = [indicator(f"K{n}", f"Lamps in ward {n}") for n in range(6)]
    found = diff(
        plan(objective("O1", "G", indicators=rows)), plan(objective("O1", "G", indicators=[*rows[1:], rows[0]]))
    )
    assert [(c.kind, c.before, c.after, _name(c)) for c in found.changes] == [("reordered", "1", "6", "K0")]
