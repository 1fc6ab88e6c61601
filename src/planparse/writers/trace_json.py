"""The trace as JSON, schema ``planparse.trace/1``.

Keys: ``schema``, ``format``, ``counts``, ``records``, ``columns``, ``repairs``, ``remarks``, ``notes``, ``units``.
In a place, pages count from one, tables, rows, columns and lines from zero; ``where`` says it in words, all from one.
Boxes are (x0, top, x1, bottom) in points from the top left of the page. The members of each list stand one a line.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import get_args

from planparse.model.plan import Plan
from planparse.model.provenance import Place, Provenance, describe
from planparse.model.trace import FieldSource, Trace, UnitClass

Json = dict[str, object]

SCHEMA = "planparse.trace/1"


def trace_json(trace: Trace, plan: Plan) -> str:
    """The whole trace of one plan. Two traces of the same bytes give the same text."""
    return "".join(trace_json_lines(trace, plan))


def trace_json_lines(trace: Trace, plan: Plan) -> Iterator[str]:
    """The same line by line, for a trace of any size."""
    counts = trace.count()
    named = {kind: counts.get(kind, 0) for kind in get_args(UnitClass)}
    head = {"schema": SCHEMA, "format": trace.format, "counts": named}
    yield "{\n" + ",\n".join(f'  "{key}": {json.dumps(value)}' for key, value in head.items())
    parts: dict[str, Iterable[Json]] = {
        "records": _records(trace, plan),
        "columns": _columns(trace),
        "repairs": (
            {"kind": r.kind, "detail": r.detail, "before": r.before, "places": _places(r.places)} for r in trace.repairs
        ),
        "remarks": (
            {"level": r.level, "code": r.code, "message": r.message, "records": r.records, "places": _places(r.places)}
            for r in trace.remarks
        ),
        "notes": (
            {"level": n.level, "code": n.code, "message": n.message, "places": _places(n.places)} for n in trace.notes
        ),
        "units": (
            {"place": _place(u.place), "text": u.text, "use": u.use.kind, "detail": u.use.detail} for u in trace.units
        ),
    }
    for key, members in parts.items():
        yield f',\n  "{key}": ['
        yield from _listed(members)
        yield "]"
    yield "\n}\n"


def _listed(members: Iterable[Json]) -> Iterator[str]:
    comma = ""
    for member in members:
        yield f"{comma}\n    {json.dumps(member, ensure_ascii=False, allow_nan=False)}"
        comma = ","
    if comma:
        yield "\n  "


def _place(place: Place) -> Json:
    return {
        "unit": place.unit,
        "where": describe(place),
        "kind": place.kind,
        "part": place.part,
        "page": None if place.page is None else place.page + 1,
        "bbox": place.bbox,
        "table": place.table,
        "row": place.row,
        "column": place.column,
        "line": place.line,
    }


def _places(places: Provenance) -> list[Json]:
    return [_place(p) for p in places]


def _columns(trace: Trace) -> Iterator[Json]:
    for c in trace.columns:
        yield {
            "table": c.table,
            "column": c.column,
            "role": c.role,
            "label": c.label,
            "period": c.period,
            "why": c.why,
            "places": _places(c.places),
        }


def _records(trace: Trace, plan: Plan) -> Iterator[Json]:
    """The plan itself and every record with an id, each with its confidence and the places of its fields."""
    sources: dict[str, list[FieldSource]] = {}
    for source in trace.sources:
        sources.setdefault(source.record, []).append(source)
    slices = _Slices(trace)
    for record in ("plan", *(r.id for r in plan.records())):
        fields = sources.get(record, [])
        confidence, why = slices.of(record, fields).confidence(record)
        yield {
            "id": record,
            "confidence": confidence,
            "why": why,
            "fields": [{"field": s.field, "places": _places(s.places)} for s in fields],
        }


class _Slices:
    """The part of a trace that speaks of one record, found without going through the whole trace for each."""

    def __init__(self, trace: Trace) -> None:
        self.trace = trace
        self.remarks: dict[str, list[int]] = {}
        self.notes: dict[int, list[int]] = {}
        self.repairs: dict[int, list[int]] = {}
        for n, remark in enumerate(trace.remarks):
            for record in remark.records:
                self.remarks.setdefault(record, []).append(n)
        for n, note in enumerate(trace.notes):
            for place in note.places:
                self.notes.setdefault(place.unit, []).append(n)
        for n, repair in enumerate(trace.repairs):
            for place in repair.places:
                self.repairs.setdefault(place.unit, []).append(n)

    def of(self, record: str, sources: list[FieldSource]) -> Trace:
        units = {p.unit for s in sources for p in s.places}
        trace = self.trace
        return replace(
            trace,
            units=(),
            sources=tuple(sources),
            remarks=tuple(trace.remarks[n] for n in self.remarks.get(record, ())),
            notes=tuple(trace.notes[n] for n in sorted({n for u in units for n in self.notes.get(u, ())})),
            repairs=tuple(trace.repairs[n] for n in sorted({n for u in units for n in self.repairs.get(u, ())})),
        )
