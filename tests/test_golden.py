"""The sample in its four forms gives one golden set, to the byte."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from planparse.pipeline import Extraction, extract
from planparse.writers.plan_csv import plan_csv

ROOT = Path(__file__).parents[1]
GOLDEN = ROOT / "golden" / "halton-2016-19"
FORMS = ("txt", "html", "docx", "pdf")


@pytest.fixture(scope="module", params=FORMS)
def extraction(request: pytest.FixtureRequest) -> Extraction:
    return extract(ROOT / "samples" / f"halton-2016-19.{request.param}")


def test_plan_json_is_the_golden_one(extraction: Extraction) -> None:
    assert extraction.plan.to_json() == (GOLDEN / "plan.json").read_text("utf-8")


def test_each_csv_table_is_the_golden_one(extraction: Extraction) -> None:
    written = {name: text.encode() for name, text in plan_csv(extraction.plan).items()}
    golden = {path.name: path.read_bytes() for path in GOLDEN.glob("*.csv")}
    assert written == golden


def test_every_word_of_the_source_is_accounted_for(extraction: Extraction) -> None:
    count = extraction.trace.count()
    assert count.get("unused", 0) == 0
    assert sum(count.values()) == len(extraction.trace.units)


def test_every_record_has_its_places(extraction: Extraction) -> None:
    for record in extraction.plan.records():
        assert extraction.trace.places(record.id), record.id


def test_the_golden_set_holds_what_the_document_holds() -> None:
    plan = json.loads((GOLDEN / "plan.json").read_text("utf-8"))
    objectives = plan["objectives"]
    assert [len(o["indicators"]) for o in objectives] == [4, 7, 3, 17, 9, 18, 4]
    assert [len(o["milestones"]) for o in objectives] == [6, 4, 3, 5, 6, 1, 2]
    assert sum(len(o["key_developments"]) for o in objectives) == 20
    assert sum(len(o["emerging_issues"]) for o in objectives) == 17


@pytest.mark.parametrize(
    ("form", "torn", "shifted"),
    [
        ("txt", {"PED017", "PED050"}, 13),
        ("html", {"PED017", "PED050"}, 13),
        ("pdf", {"PED024", "PED053"}, 0),
        ("docx", set(), 0),
    ],
)
def test_what_was_mended_is_recorded(form: str, torn: set[str], shifted: int) -> None:
    found = extract(ROOT / "samples" / f"halton-2016-19.{form}")
    rejoined = {p.unit for r in found.trace.repairs if r.kind == "rejoined" for p in r.places}
    named = {i.id for i in found.plan.indicators if rejoined & {p.unit for p in found.trace.places(i.id)}}
    assert named == torn
    moved = {p.unit for r in found.trace.repairs if r.kind == "realigned" for p in r.places}
    assert sum(bool(moved & {p.unit for p in found.trace.places(i.id)}) for i in found.plan.indicators) == shifted
