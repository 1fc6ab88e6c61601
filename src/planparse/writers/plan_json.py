"""``plan.json``."""

from __future__ import annotations

from planparse.model.plan import SCHEMA_VERSION, Plan

SCHEMA_ID = f"urn:planparse:plan:{SCHEMA_VERSION.partition('.')[0]}"


def plan_json(plan: Plan) -> str:
    """The text of ``plan.json``: two-space indent, LF, a final newline."""
    return plan.to_json()


def json_schema() -> str:
    """The JSON Schema (2020-12) of ``plan.json``, as shipped in ``schemas/plan.schema.json``."""
    import json

    schema = Plan.model_json_schema(mode="serialization")
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA_ID}
    return json.dumps({**head, **schema}, indent=2, ensure_ascii=False) + "\n"
