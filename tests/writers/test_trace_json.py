"""The trace as JSON: it holds everything, in one shape, and is the same each time."""

from __future__ import annotations

import json

import pytest

from planparse.pipeline import Extraction, extract
from planparse.writers.trace_json import trace_json
from tests.roads import DUMP


@pytest.fixture(scope="module")
def found() -> Extraction:
    return extract(DUMP.encode(), name="roads.txt")


def test_every_unit_once_and_the_counts_add_up(found: Extraction) -> None:
    trace = json.loads(trace_json(found.trace, found.plan))
    assert trace["schema"] == "planparse.trace/1"
    assert trace["format"] == "text"
    assert sum(trace["counts"].values()) == len(trace["units"])
    units = [u["place"]["unit"] for u in trace["units"]]
    assert sorted(set(units)) == units
    assert {u["use"] for u in trace["units"]} <= set(trace["counts"])


def test_each_record_leads_to_its_places(found: Extraction) -> None:
    trace = json.loads(trace_json(found.trace, found.plan))
    assert [r["id"] for r in trace["records"]] == ["plan", *(r.id for r in found.plan.records())]
    texts = {u["place"]["unit"]: u["text"] for u in trace["units"]}
    record = next(r for r in trace["records"] if r["id"] == "RD001")
    fields = {f["field"]: f["places"] for f in record["fields"]}
    assert "roads inspected" in texts[fields["measure"][0]["unit"]]
    assert texts[fields["targets/0"][0]["unit"]] == "85%"
    assert fields["targets/0"][0]["line"] == 8
    assert "line 9" in fields["targets/0"][0]["where"]
    assert record["confidence"] == "clean"


def test_confidence_is_that_of_the_whole_trace(found: Extraction) -> None:
    for record in json.loads(trace_json(found.trace, found.plan))["records"]:
        assert (record["confidence"], tuple(record["why"])) == found.trace.confidence(record["id"])


def test_columns_say_why(found: Extraction) -> None:
    columns = json.loads(trace_json(found.trace, found.plan))["columns"]
    targets = [c for c in columns if c["role"] == "target"]
    assert [c["period"] for c in targets] == ["2020/21", "2021/22"]
    assert all(c["why"] for c in targets)


def test_repairs_say_what_stood_there_before() -> None:
    shifted = DUMP.replace("\tRD002: Days", "RD002: Days")
    found = extract(shifted.encode(), name="roads.txt")
    trace = json.loads(trace_json(found.trace, found.plan))
    repair = next(r for r in trace["repairs"] if r["kind"] == "realigned")
    assert any("RD002" in text for text in repair["before"])
    assert next(r for r in trace["records"] if r["id"] == "RD002")["confidence"] == "repaired"


def test_two_runs_give_the_same_bytes(found: Extraction) -> None:
    again = extract(DUMP.encode(), name="roads.txt")
    assert trace_json(found.trace, found.plan) == trace_json(again.trace, again.plan)
