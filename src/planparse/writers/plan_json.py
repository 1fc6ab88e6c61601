"""``plan.json``."""

from __future__ import annotations

from collections.abc import Iterator

from planparse.model.plan import SCHEMA_VERSION, Plan, Record

SCHEMA_ID = f"urn:planparse:plan:{SCHEMA_VERSION.partition('.')[0]}"
_LISTS = ("objectives", "milestones", "indicators")
"""The fields that hold records."""
_FEW = 64
"""Records of an objective that are written in one go."""


def plan_json(plan: Plan) -> str:
    """The text of ``plan.json``: two-space indent, LF, a final newline."""
    return plan.to_json()


def plan_json_pieces(plan: Plan) -> Iterator[str]:
    """The same text record by record, for a plan of any size."""
    yield from _pieces(plan, "")
    yield "\n"


def _pieces(record: Record, indent: str) -> Iterator[str]:
    """A record without the records in it, and each of these where it stands: only pydantic knows how to write one.
    An objective with few of them is written whole."""
    names = [name for name in _LISTS if name in type(record).model_fields and getattr(record, name)]
    if not isinstance(record, Plan) and sum(len(getattr(record, name)) for name in names) <= _FEW:
        names = []
    alone = record.model_copy(update=dict.fromkeys(names, ())) if names else record
    text = alone.model_dump_json(indent=2).replace("\n", "\n" + indent)
    for name in names:
        key = f'\n{indent}  "{name}": ['
        before, _, text = text.partition(key + "]")
        yield before + key
        comma = ""
        for member in getattr(record, name):
            yield f"{comma}\n{indent}    "
            yield from _pieces(member, indent + "    ")
            comma = ","
        yield f"\n{indent}  ]"
    yield text


def json_schema() -> str:
    """The JSON Schema (2020-12) of ``plan.json``, as shipped in ``schemas/plan.schema.json``."""
    import json

    schema = Plan.model_json_schema(mode="serialization")
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA_ID}
    return json.dumps({**head, **schema}, indent=2, ensure_ascii=False) + "\n"
