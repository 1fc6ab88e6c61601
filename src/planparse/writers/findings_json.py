"""Findings as JSON, schema ``planparse.findings/1``.

Keys: ``schema`` and ``files``; a file has ``file``, ``counts`` (``error``, ``warning``, ``note``), ``findings`` and
``resolved`` (null without ``--since``). A finding has ``rule``, ``name``, ``severity``, ``message``, ``objective``,
``records``, ``quotes`` (``record``, ``field``, ``text``, ``places``) and ``fingerprint``. In a place, pages count from
one, tables, rows, columns and lines from zero; ``where`` says it in words, all from one.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from planparse.model.finding import SEVERITIES, Finding
from planparse.model.provenance import Place, describe
from planparse.writers.findings_view import Reviewed

SCHEMA = "planparse.findings/1"


def to_json(files: Sequence[Reviewed]) -> str:
    """Two-space indent, LF, a final newline; two runs give the same text."""
    report = {"schema": SCHEMA, "files": [_file(reviewed) for reviewed in files]}
    return json.dumps(report, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def _file(reviewed: Reviewed) -> dict[str, object]:
    severities = [f.severity for f in reviewed.findings]
    return {
        "file": reviewed.file,
        "counts": {s: severities.count(s) for s in SEVERITIES},
        "findings": [finding_json(f) for f in reviewed.findings],
        "resolved": None if reviewed.resolved is None else [finding_json(f) for f in reviewed.resolved],
    }


def finding_json(finding: Finding) -> dict[str, object]:
    """One finding as plain data."""
    return {
        "rule": finding.rule,
        "name": finding.name,
        "severity": finding.severity,
        "message": finding.message,
        "objective": finding.objective,
        "records": list(finding.records),
        "quotes": [
            {"record": q.record, "field": q.field, "text": q.text, "places": [place_json(p) for p in q.places]}
            for q in finding.quotes
        ],
        "fingerprint": finding.fingerprint,
    }


def place_json(place: Place) -> dict[str, object]:
    """One place; what the format does not know is null."""
    return {
        "where": describe(place),
        "part": place.part,
        "page": None if place.page is None else place.page + 1,
        "bbox": None if place.bbox is None else list(place.bbox),
        "table": place.table,
        "row": place.row,
        "column": place.column,
        "line": place.line,
    }
