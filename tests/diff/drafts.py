"""Small plans built by code."""

from __future__ import annotations

import re
from typing import Any

from planparse.model.plan import SCHEMA_VERSION, Plan

YEARS = ("2016/17", "2017/18", "2018/19")
Raw = dict[str, Any]


def value(text: str, period: str | None = None, label: str | None = None) -> Raw:
    """A value as the interpreter would read it: a number with its unit, tbc, blank, n/a or a note."""
    status, number, unit = "note", None, None
    found = re.fullmatch(r"(£)?(-?[\d,]+(?:\.\d+)?)\s*(%[\s%]*|days)?\*?", text)
    if not text:
        status = "blank"
    elif text.lower() in ("tbc", "tba", "to be confirmed"):
        status = "tbc"
    elif text.lower() in ("n/a", "-"):
        status = "not_applicable"
    elif found:
        status = "number"
        figure = float(found[2].replace(",", ""))
        number = int(figure) if figure.is_integer() else figure
        unit = "gbp" if found[1] else {"%": "percent", "d": "days"}.get((found[3] or " ")[0])
    return {
        "label": label or period or "Latest performance",
        "period": period,
        "text": text,
        "status": status,
        "number": number,
        "unit": unit,
        "qualifier": None,
    }


def indicator(code: str | None, measure: str, latest: str = "tbc", *targets: str, **fields: Any) -> Raw:
    """An indicator with the targets of the first years of ``YEARS``."""
    return {
        "id": fields.pop("id", code or "x"),
        "code": code,
        "printed_code": fields.pop("printed_code", code),
        "scheme": None,
        "measure": measure,
        "group": None,
        "unit": None,
        "direction": None,
        "frequency": None,
        "lead": None,
        "rag": None,
        "trend": None,
        "actuals": [value(latest)],
        "targets": [value(text, year) for text, year in zip(targets, YEARS, strict=False)],
        "comparators": [],
        "notes": [],
        "extra": {},
    } | fields


def milestone(ref: str | None, text: str, due: str | None = None, **fields: Any) -> Raw:
    return {
        "id": fields.pop("id", "m"),
        "ref": ref,
        "text": text,
        "period": "2016/17",
        "due": due,
        "lead": None,
        "status": None,
        "extra": {},
    } | fields


def objective(code: str | None, title: str | None, **fields: Any) -> Raw:
    return {
        "id": code or "objective",
        "code": code,
        "printed_code": code,
        "title": title,
        "corporate_priority": None,
        "headings": [],
        "lead": None,
        "key_developments": [],
        "emerging_issues": [],
        "milestones": [],
        "indicators": [],
        "extra": {},
    } | fields


def plan(*objectives: Raw, **fields: Any) -> Plan:
    """A plan of these objectives; ids are made unique in document order."""
    raw = {
        "schema_version": SCHEMA_VERSION,
        "title": "DRAFT Business Plan 2016-19",
        "status": "draft",
        "organisation": None,
        "directorate": None,
        "period": {"label": "2016-19", "start": "2016-04-01", "end": "2019-03-31"},
        "objectives": list(objectives),
    } | fields
    return Plan.model_validate(with_ids(raw))


def with_ids(raw: Raw) -> Raw:
    """The same with ids as the interpreter gives them: from the code, a second one with ``-2``."""
    taken: dict[str, int] = {}

    def fresh(base: str) -> str:
        base = re.sub(r"[^A-Za-z0-9_-]", "", base)
        base = base if base[:1].isalpha() else f"r{base}"
        taken[base] = taken.get(base, 0) + 1
        return base if taken[base] == 1 else f"{base}-{taken[base]}"

    objectives = []
    for o in raw["objectives"]:
        oid = fresh(o["code"] or "objective")
        objectives.append(
            o
            | {
                "id": oid,
                "milestones": [m | {"id": fresh(f"{oid}-m")} for m in o["milestones"]],
                "indicators": [i | {"id": fresh(i["code"] or f"{oid}-i")} for i in o["indicators"]],
            }
        )
    return raw | {"objectives": objectives}
