"""The JSON Schema that ships is the one of the models, and plans hold to it."""

from __future__ import annotations

import json
from importlib.resources import files

import jsonschema
import pytest

from planparse.model.plan import Plan
from planparse.writers.plan_json import json_schema, plan_json, plan_json_pieces
from tests.roads import plan


def shipped() -> str:
    return files("planparse").joinpath("schemas/plan.schema.json").read_text("utf-8")


def test_the_shipped_schema_has_not_drifted() -> None:
    assert shipped() == json_schema(), "run make schema"


def test_the_schema_is_a_schema_and_says_what_it_is() -> None:
    schema = json.loads(shipped())
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == "urn:planparse:plan:1"
    assert schema["additionalProperties"] is False


@pytest.mark.parametrize("source", [plan(), Plan.empty()], ids=["plan", "empty"])
def test_plans_hold_to_the_schema(source: Plan) -> None:
    jsonschema.validate(json.loads(plan_json(source)), json.loads(shipped()))


def test_a_wrong_plan_does_not() -> None:
    wrong = json.loads(plan_json(plan()))
    wrong["objectives"][0]["indicators"][0]["targets"][0]["status"] = "maybe"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(wrong, json.loads(shipped()))


def test_json_is_as_the_record_model_says_and_comes_back() -> None:
    text = plan_json(plan())
    assert text.startswith('{\n  "schema_version": "1.0.0",\n  "title": ')
    assert text.endswith("}\n")
    assert '"number": 80,' in text
    assert '"number": 85.5,' in text
    assert Plan.from_json(text) == plan()


@pytest.mark.parametrize("times", [1, 50], ids=["a few records", "many"])
def test_written_piece_by_piece_it_is_the_same_text(times: int) -> None:
    roads, empty = plan().objectives
    grown = roads.model_copy(update={"indicators": roads.indicators * times})
    whole = plan().model_copy(update={"objectives": (grown, empty)})
    pieces = list(plan_json_pieces(whole))
    assert "".join(pieces) == plan_json(whole)
    assert (max(map(len, pieces)) > 0.5 * len(plan_json(whole))) is (times == 1), "many are never one text"
