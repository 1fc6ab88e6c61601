"""The part of a trace that speaks of one record."""

from __future__ import annotations

from pathlib import Path

import pytest

from planparse.pipeline import extract
from planparse.writers.trace_slice import confidences, of_record, of_unused

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.mark.parametrize("form", ["txt", "pdf"])
def test_confidences_are_those_of_the_trace(form: str) -> None:
    found = extract(SAMPLES / f"halton-2016-19.{form}")
    for record, confidence, why in confidences(found.plan, found.trace):
        assert (confidence, why) == found.trace.confidence(record)


def test_a_slice_says_of_its_record_what_the_whole_says() -> None:
    found = extract(SAMPLES / "halton-2016-19.txt")
    for record in found.plan.records():
        plan, trace = of_record(found.plan, found.trace, record)
        assert trace.confidence(record.id) == found.trace.confidence(record.id)
        assert trace.places(record.id) == found.trace.places(record.id)
        assert plan.find(record.id) is not None


def test_the_unused_slice_has_no_records() -> None:
    trace = of_unused(extract(SAMPLES / "halton-2016-19.pdf").trace)
    assert {u.use.kind for u in trace.units} == {"furniture"}
    assert trace.sources == ()
