"""The part of the SARIF 2.1.0 schema that planparse writes, as strict as the published one: no other keys."""

from __future__ import annotations

Json = dict[str, object]


def _object(required: list[str], **properties: object) -> Json:
    return {"type": "object", "additionalProperties": False, "required": required, "properties": properties}


def _list(items: object, *, unique: bool = False) -> Json:
    return {"type": "array", "minItems": 0, "uniqueItems": unique, "items": items}


_TEXT = {"type": "string"}
_INDEX = {"type": "integer", "minimum": -1}
_BAG = {"type": "object"}
_MESSAGE = _object(["text"], text=_TEXT)
_URI = {"type": "string", "format": "uri-reference", "pattern": r"^[^\s\\]*$"}
_ARTIFACT_LOCATION = _object([], uri=_URI, index=_INDEX)
_REGION = _object([], startLine={"type": "integer", "minimum": 1})
_PHYSICAL = _object(["artifactLocation"], artifactLocation=_ARTIFACT_LOCATION, region=_REGION)
_LOGICAL = _object([], fullyQualifiedName=_TEXT, kind=_TEXT)
_LOCATION = _object(
    [],
    id={"type": "integer", "minimum": -1},
    physicalLocation=_PHYSICAL,
    logicalLocations=_list(_LOGICAL, unique=True),
    message=_MESSAGE,
    properties=_BAG,
)
_LEVEL = {"enum": ["none", "note", "warning", "error"]}
_RULE = _object(
    ["id"],
    id=_TEXT,
    name=_TEXT,
    shortDescription=_MESSAGE,
    fullDescription=_MESSAGE,
    defaultConfiguration=_object([], level=_LEVEL),
)
_RESULT = _object(
    ["message"],
    ruleId=_TEXT,
    ruleIndex=_INDEX,
    level=_LEVEL,
    message=_MESSAGE,
    locations=_list(_LOCATION),
    relatedLocations=_list(_LOCATION, unique=True),
    partialFingerprints={"type": "object", "additionalProperties": _TEXT},
    baselineState={"enum": ["new", "unchanged", "updated", "absent"]},
    properties=_BAG,
)
_RUN = _object(
    ["tool"],
    tool=_object(["driver"], driver=_object(["name"], name=_TEXT, version=_TEXT, rules=_list(_RULE, unique=True))),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    artifacts=_list(
        _object([], location=_ARTIFACT_LOCATION, hashes={"type": "object", "additionalProperties": _TEXT}), unique=True
    ),
    results=_list(_RESULT),
)
SARIF = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    **_object(["version", "runs"], **{"$schema": _TEXT, "version": {"enum": ["2.1.0"]}, "runs": _list(_RUN)}),
}
