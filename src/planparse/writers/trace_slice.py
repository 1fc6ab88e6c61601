"""The part of a trace that speaks of one record, or of what was not used."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from planparse.model.plan import Indicator, Milestone, Objective, Plan
from planparse.model.provenance import Provenance
from planparse.model.trace import Confidence, FieldSource, Trace


def of_record(plan: Plan, trace: Trace, record: Objective | Milestone | Indicator) -> tuple[Plan, Trace]:
    """A plan with this record alone, and the trace of it: its fields, columns, repairs, remarks, notes and units."""
    mine = {p.unit for p in trace.places(record.id)}
    tables = {p.table for p in trace.places(record.id)}
    parent = next(o for o in plan.objectives if record == o or record in (*o.milestones, *o.indicators))
    empty = parent.model_copy(update={"milestones": (), "indicators": ()})
    if isinstance(record, Milestone):
        empty = empty.model_copy(update={"milestones": (record,)})
    elif isinstance(record, Indicator):
        empty = empty.model_copy(update={"indicators": (record,)})
    small = plan.model_copy(update={"objectives": (empty,)})
    return small, replace(
        trace,
        units=tuple(u for u in trace.units if u.place.unit in mine),
        sources=tuple(s for s in trace.sources if s.record == record.id),
        columns=tuple(c for c in trace.columns if c.table in tables),
        repairs=tuple(r for r in trace.repairs if mine & {p.unit for p in r.places}),
        remarks=tuple(r for r in trace.remarks if record.id in r.records),
        notes=tuple(n for n in trace.notes if mine & {p.unit for p in n.places}),
    )


def of_unused(trace: Trace) -> Trace:
    """Only the units that did not become a record, label or header."""
    return replace(
        trace,
        units=tuple(u for u in trace.units if u.use.kind in ("unused", "hidden", "furniture")),
        sources=(),
        columns=(),
        repairs=(),
        remarks=(),
        notes=(),
    )


def confidences(plan: Plan, trace: Trace) -> Iterator[tuple[str, Confidence, tuple[str, ...]]]:
    """Each record with its confidence and the reasons, in document order; one walk through the trace for all."""
    sources: dict[str, list[FieldSource]] = {}
    for source in trace.sources:
        sources.setdefault(source.record, []).append(source)
    remarks = _by_record(trace)
    notes, repairs = _by_unit([n.places for n in trace.notes]), _by_unit([r.places for r in trace.repairs])
    for record in plan.records():
        mine = sources.get(record.id, [])
        units = {p.unit for s in mine for p in s.places}
        small = replace(
            trace,
            units=(),
            sources=tuple(mine),
            remarks=tuple(trace.remarks[n] for n in remarks.get(record.id, ())),
            notes=tuple(trace.notes[n] for n in sorted({n for u in units for n in notes.get(u, ())})),
            repairs=tuple(trace.repairs[n] for n in sorted({n for u in units for n in repairs.get(u, ())})),
        )
        yield record.id, *small.confidence(record.id)


def _by_record(trace: Trace) -> dict[str, list[int]]:
    out: dict[str, list[int]] = {}
    for n, remark in enumerate(trace.remarks):
        for record in remark.records:
            out.setdefault(record, []).append(n)
    return out


def _by_unit(all_places: list[Provenance]) -> dict[int, list[int]]:
    """Which members of a list speak of each unit."""
    out: dict[int, list[int]] = {}
    for n, places in enumerate(all_places):
        for place in places:
            out.setdefault(place.unit, []).append(n)
    return out
