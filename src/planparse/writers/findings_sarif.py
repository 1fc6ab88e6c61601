"""Findings as SARIF 2.1.0, for code scanning and editors.

A file of lines gets regions; a PDF or Word file is binary and must have none, so its places stand in ``properties``
and in the logical location. Nothing in it depends on the day or the machine.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import PurePath
from urllib.parse import quote as percent_encoded

from planparse.model.finding import Finding, Quote, Rule
from planparse.writers.findings_json import place_json
from planparse.writers.findings_view import Reviewed, quoted, where

Json = dict[str, object]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_FINGERPRINT = "planparse/v1"


def to_sarif(files: Sequence[Reviewed], rules: Sequence[Rule], version: str) -> str:
    """One run over all files. ``rules`` are those that could fire, ``version`` is planparse's own."""
    index = {rule.code: n for n, rule in enumerate(rules)}
    run: Json = {
        "tool": {"driver": {"name": "planparse", "version": version, "rules": [_rule(r) for r in rules]}},
        "columnKind": "unicodeCodePoints",
        "artifacts": [_artifact(reviewed) for reviewed in files],
        "results": [
            _result(finding, reviewed, n, index[finding.rule], state)
            for n, reviewed in enumerate(files)
            for finding, state in _states(reviewed)
        ],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def _states(reviewed: Reviewed) -> list[tuple[Finding, str | None]]:
    if reviewed.resolved is None:
        return [(f, None) for f in reviewed.findings]
    return [*((f, "new") for f in reviewed.findings), *((f, "absent") for f in reviewed.resolved)]


def _rule(rule: Rule) -> Json:
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.why},
        "defaultConfiguration": {"level": rule.severity},
    }


def _artifact(reviewed: Reviewed) -> Json:
    artifact: Json = {"location": {"uri": uri(reviewed.file)}}
    if reviewed.digest:
        artifact["hashes"] = {"sha-256": reviewed.digest}
    return artifact


def uri(file: str) -> str:
    """A file's name as a URI reference: relative names stay relative.

    >>> uri("plans/business plan.pdf")
    'plans/business%20plan.pdf'
    """
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else percent_encoded(path.as_posix())


def _result(finding: Finding, reviewed: Reviewed, artifact: int, rule: int, state: str | None) -> Json:
    main, *others = finding.quotes or (Quote(None, "", ""),)
    result: Json = {
        "ruleId": finding.rule,
        "ruleIndex": rule,
        "level": finding.severity,
        "message": {"text": _message(finding)},
        "locations": [_location(main, reviewed, artifact)],
        "partialFingerprints": {_FINGERPRINT: finding.fingerprint},
        "properties": {"records": list(finding.records), "objective": finding.objective},
    }
    if others:
        result["relatedLocations"] = [
            {"id": n, **_location(q, reviewed, artifact), "message": {"text": quoted(q)}}
            for n, q in enumerate(others, 1)
        ]
    if state:
        result["baselineState"] = state
    return result


def _message(finding: Finding) -> str:
    quotes = "; ".join(f"{quoted(q)}{f' at {where(q.places)}' if q.places else ''}" for q in finding.quotes)
    return f"{finding.message}: {quotes}" if quotes else finding.message


def _location(quote: Quote, reviewed: Reviewed, artifact: int) -> Json:
    physical: Json = {"artifactLocation": {"uri": uri(reviewed.file), "index": artifact}}
    line = reviewed.line_of(quote)
    if line is not None:
        physical["region"] = {"startLine": line}
    location: Json = {"physicalLocation": physical}
    if quote.record:
        location["logicalLocations"] = [{"fullyQualifiedName": f"{quote.record}/{quote.field}", "kind": "member"}]
    if quote.places:
        location["properties"] = {"places": [place_json(p) for p in quote.places]}
    return location
