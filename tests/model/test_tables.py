"""The tables of a plan: their columns, their rows, and the frames with their types."""

from __future__ import annotations

from datetime import datetime

import pandas
import pytest

from planparse.model.plan import Plan
from planparse.model.tables import TABLES, rows_of, to_frames, value_columns
from tests.roads import plan

COLUMNS = {
    "plan": "schema_version title status organisation directorate period_label period_start period_end",
    "objectives": "objective_id position code printed_code title corporate_priority headings lead",
    "statements": "objective_id kind position text",
    "milestones": "milestone_id objective_id position ref text period due lead status",
    "indicators": "indicator_id objective_id position code printed_code scheme measure group unit direction "
    "frequency lead rag trend notes",
    "measurements": "indicator_id kind position label period period_start period_end text status number unit qualifier",
    "extras": "record_id label text",
}
"""As the record model says."""


def test_columns_are_those_of_the_record_model() -> None:
    assert {t.name: " ".join(t.header) for t in TABLES} == COLUMNS


def test_rows_fill_each_column() -> None:
    for table, row in rows_of(plan()):
        assert len(row) == len(table.columns), table.name


def test_rows() -> None:
    rows = {t.name: [row for table, row in rows_of(plan()) if table is t] for t in TABLES}
    assert rows["objectives"][0] == (
        "RD01",
        1,
        "RD01",
        "RD01",
        "Keep roads open",
        "Safer streets",
        "Places > Roads",
        None,
    )
    assert rows["statements"][:3] == [
        ("RD01", "key_development", 1, "New depot"),
        ("RD01", "key_development", 2, "Winter"),
        ("RD01", "emerging_issue", 1, "Cost of salt"),
    ]
    assert rows["indicators"][0][-1] == "First note\nSecond note"
    assert [r[:7] for r in rows["measurements"][:4]] == [
        ("RD001", "actual", 1, "Latest", None, None, None),
        ("RD001", "target", 1, "Target / 2020/21", "2020/21", "2020-04-01", "2021-03-31"),
        ("RD001", "target", 2, "Target / 2021/22", "2021/22", "2021-04-01", "2022-03-31"),
        ("RD001", "comparator", 1, "England", "2013", "2013-01-01", "2013-12-31"),
    ]
    assert rows["extras"] == [("RD01", "Budget", "none"), ("RD001", "Risk", "High")]


@pytest.mark.parametrize("source", [plan(), Plan.empty()], ids=["plan", "empty"])
def test_frames_have_the_right_types(source: Plan) -> None:
    frames = source.to_frames()
    assert list(frames) == list(COLUMNS)
    types = {f"{name}.{column}": str(t) for name, frame in frames.items() for column, t in frame.dtypes.items()}
    for key, found in types.items():
        wanted = "string"
        if key.endswith(".position"):
            wanted = "Int64"
        elif key.endswith(("_start", "_end")):
            wanted = "datetime64[ns]"
        elif key.endswith(".number"):
            wanted = "Float64"
        assert found == wanted, key


def test_frames_hold_values_and_gaps() -> None:
    frames = to_frames(plan())
    measured = frames["measurements"]
    assert measured["number"].tolist()[:2] == [80.0, 85.5]
    assert measured["number"].isna().tolist() == [False, False, True, True, False]
    assert measured["period_start"][1] == pandas.Timestamp(datetime(2020, 4, 1))
    assert measured["period_start"].isna()[0]
    assert frames["plan"]["period_end"][0] == pandas.Timestamp(datetime(2022, 3, 31))
    assert frames["objectives"]["lead"].isna().all()


def test_value_columns_keep_each_value_under_its_own_label() -> None:
    header, rows = value_columns(plan().objectives[0])
    assert header == ["Code", "Measure", "Latest", "Target / 2020/21", "Target / 2021/22", "England"]
    assert rows[1] == ["RD002", "Days to mend a hole", "", "8", "", ""]


def test_two_columns_with_one_label_stay_two() -> None:
    first = plan().objectives[0]
    twice = first.indicators[1].model_copy(update={"targets": first.indicators[1].targets * 2})
    header, rows = value_columns(first.model_copy(update={"indicators": (twice,)}))
    assert header == ["Code", "Measure", "Target / 2020/21", "Target / 2020/21"]
    assert rows == [["RD002", "Days to mend a hole", "8", "8"]]


def test_notebook_view_escapes_every_text() -> None:
    html = plan(measure="<script>alert(1)</script>", title='"><img src=x>')._repr_html_()
    assert "<script" not in html
    assert "<img" not in html
    assert "&lt;script&gt;" in html
    assert "2 indicators" in html
