"""The part of a trace that speaks of one record, or of what was not used."""

from __future__ import annotations

from dataclasses import replace

from planparse.model.plan import Indicator, Milestone, Objective, Plan
from planparse.model.trace import Trace


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
