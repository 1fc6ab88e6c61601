from __future__ import annotations

import json
from importlib.resources import files

import pytest
from jsonschema import Draft202012Validator

from planparse.errors import InputRefused
from planparse.model.change import KINDS, PlanDiff, json_schema
from planparse.writers.diff_json import to_json
from tests.diff.example import example

SCHEMA = files("planparse").joinpath("schemas/diff.schema.json")


def test_the_shipped_schema_is_that_of_the_model() -> None:
    assert SCHEMA.read_text("utf-8") == json_schema()


def test_the_output_fits_the_schema() -> None:
    Draft202012Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(json.loads(to_json(example())))


def test_keys_stand_in_order() -> None:
    found = json.loads(to_json(example()))
    assert list(found) == ["schema", "previous", "current", "summary", "changes", "confirm"]
    assert found["schema"] == "planparse.diff/1"
    assert list(found["changes"][0]) == [
        "kind", "level", "record", "previous", "current", "field", "period", "before", "after", "delta", "direction",
        "words", "match",
    ]  # fmt: skip
    assert list(next(c for c in found["changes"] if c["current"])["current"]) == [
        "id", "code", "printed_code", "objective", "text",
    ]  # fmt: skip


def test_years_are_values_never_keys() -> None:
    def keys(node: object) -> set[str]:
        if isinstance(node, dict):
            return set(node).union(*(keys(v) for v in node.values()))
        return set().union(*(keys(v) for v in node)) if isinstance(node, list) else set()

    assert not {key for key in keys(json.loads(to_json(example()))) if "/" in key}


def test_kinds_have_their_level() -> None:
    found = example()
    assert all(c.level == KINDS[c.kind] for c in found.changes)
    assert sum(found.summary.kinds.values()) == len(found.changes)


def test_there_and_back() -> None:
    assert PlanDiff.from_json(to_json(example())) == example()
    with pytest.raises(InputRefused, match=r"not a diff\.json"):
        PlanDiff.from_json("{}")
