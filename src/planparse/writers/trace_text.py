"""The trace for people: one record with all its places, the whole document in short, or what was not used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planparse.errors import UsageError
from planparse.model.document import Note
from planparse.model.plan import Indicator, Milestone, Objective, Plan, Value
from planparse.model.provenance import Place, describe
from planparse.model.trace import ColumnSource, FieldSource, Remark, Repair, Trace
from planparse.writers.terminal import plain
from planparse.writers.trace_slice import confidences

AnyRecord = Objective | Milestone | Indicator

_VALUES = {"actuals": "actual", "targets": "target", "comparators": "comparator"}
_LONGEST = 160


def find_record(plan: Plan, key: str) -> AnyRecord:
    """The record of this id or code. Raises ``UsageError`` where there is none."""
    record = plan.find(key)
    if record is None:
        from difflib import get_close_matches

        near = get_close_matches(key.upper(), [r.id for r in plan.records()], 1, 0.6)
        hint = f"did you mean {near[0]}?" if near else "without a record the trace lists them"
        raise UsageError(f"no record {key}; {hint}")
    return record


def record_text(plan: Plan, trace: Trace, record: AnyRecord) -> str:
    """Where each field of one record stands, why its columns are what they are taken for, and what was mended."""
    confidence, why = trace.confidence(record.id)
    out = [f"{record.id}  {plain(_title(record))}"]
    parent = next((o for o in plan.objectives if record in (*o.milestones, *o.indicators)), None)
    if parent is not None:
        out.append(f"under {parent.id}: {plain(parent.title or '')}".rstrip(": "))
    out += [f"{confidence}{': ' + '; '.join(plain(w) for w in why) if why else ''}", ""]
    texts = {u.place.unit: u.text for u in trace.units}
    columns = _columns(trace)
    for source in trace.sources:
        if source.record == record.id:
            out += _field(record, source, texts, columns)
    touching = repairs_of(trace, record.id)
    if touching:
        out += ["", "mended:"]
        out += [line for repair in touching for line in _repair(repair)]
    remarks = [r for r in trace.remarks if record.id in r.records]
    if remarks:
        out += ["", "remarks:", *(f"  {r.level} {r.code}: {plain(r.message)}" for r in remarks)]
    notes = [n for n in trace.notes if {p.unit for p in n.places} & {p.unit for p in trace.places(record.id)}]
    if notes:
        out += ["", "notes of the reader:", *(f"  {n.level} {n.code}: {plain(n.message)}" for n in notes)]
    return "\n".join(out) + "\n"


def _title(record: AnyRecord) -> str:
    if isinstance(record, Objective):
        return record.title or ""
    return record.text if isinstance(record, Milestone) else record.measure


def repairs_of(trace: Trace, record: str) -> list[Repair]:
    """The repairs that touched a place of a record, in the order in which the passes ran."""
    mine = {p.unit for p in trace.places(record)}
    return [r for r in trace.repairs if mine & {p.unit for p in r.places}]


def _field(record: AnyRecord, source: FieldSource, texts: dict[int, str], columns: _Columns) -> Iterator[str]:
    value = _value(record, source.field)
    column = columns.of(source, value)
    label = source.field if value is None else f"{source.field} ({value.label})"
    yield f"{plain(label)}"
    shown = False
    for place in source.places:
        text = texts.get(place.unit, "")
        if text.strip() or not shown:
            yield f"  {located(place)}"
            yield f"    {_quoted(text)}"
            shown = True
    if value is not None:
        number = "" if value.number is None else f" {value.number}{f' {value.unit}' if value.unit else ''}"
        yield f"  read as {value.status}{number}"
    if column is not None:
        what = f"{column.role}{f' of {column.period}' if column.period else ''}"
        yield f"  {what}, because: {plain('; '.join(column.why))}"


def _value(record: AnyRecord, field: str) -> Value | None:
    """The value that a field such as ``targets/0`` names."""
    kind, _, number = field.partition("/")
    if not isinstance(record, Indicator) or kind not in _VALUES or not number.isdigit():
        return None
    values: tuple[Value, ...] = getattr(record, kind)
    return values[int(number)] if int(number) < len(values) else None


class _Columns:
    """The columns of the document, to be found by table and meaning: a shifted row stands under another number."""

    def __init__(self, columns: Iterable[ColumnSource]) -> None:
        self.by_role: dict[tuple[str, str | None], list[ColumnSource]] = {}
        for column in columns:
            self.by_role.setdefault((column.role, column.label), []).append(column)
            self.by_role.setdefault((column.role, None), []).append(column)

    def of(self, source: FieldSource, value: Value | None) -> ColumnSource | None:
        """The column under which a field stands: of the nearest table above it."""
        name = source.field.partition("/")[0]
        role, label = (_VALUES[name], value.label) if value is not None else (name, None)
        tables = [p.table for p in source.places if p.table is not None]
        fitting = [
            c for c in self.by_role.get((role, label), []) if c.table is not None and tables and c.table <= tables[0]
        ]
        return max(fitting, key=lambda c: c.table or 0) if fitting else None


def _columns(trace: Trace) -> _Columns:
    return _Columns(trace.columns)


def _repair(repair: Repair) -> Iterator[str]:
    yield f"  {repair.kind}: {plain(repair.detail)}"
    rows = dict.fromkeys(describe(_row(p)) for p in repair.places)
    yield f"    at {'; '.join(rows)}"
    if repair.before:
        yield f"    before: {plain(' | '.join(_short(text) for text in repair.before))}"


def _row(place: Place) -> Place:
    from dataclasses import replace

    return replace(place, column=None)


def located(place: Place) -> str:
    """A place in words with its box in points."""
    box = f", box {', '.join(f'{x:g}' for x in place.bbox)}" if place.bbox else ""
    return describe(place) + box


def _quoted(text: str) -> str:
    return f'"{plain(_short(text))}"' if text.strip() else "blank"


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"


def summary_text(plan: Plan, trace: Trace, heads: tuple[str, ...] = ()) -> str:
    """The whole document in short: ``heads``, the repairs, and every record that is not clean."""
    out = list(heads)
    if trace.repairs:
        out += ["", "mended:", *(line for repair in trace.repairs for line in _repair(repair))]
    doubtful = list(confidences(plan, trace))
    unclean = [(record, confidence, why) for record, confidence, why in doubtful if confidence != "clean"]
    clean = len(doubtful) - len(unclean)
    out += ["", f"{clean} of {len(doubtful)} records are clean"]
    out += [f"  {record}  {confidence}: {plain('; '.join(why))}" for record, confidence, why in unclean]
    said: list[Note | Remark] = [n for n in trace.notes if n.level != "info"]
    said += [r for r in trace.remarks if r.level != "info"]
    if said:
        out += ["", "doubts and warnings:"]
        out += [f"  {n.level}: {plain(n.message)}{f' ({describe(n.places[0])})' if n.places else ''}" for n in said]
    return "\n".join(out) + "\n"


def unused_text(trace: Trace) -> str:
    """What did not become a record, label or header: each place with its text, in reading order."""
    groups = (("unused", "not used"), ("hidden", "hidden or kept out"), ("furniture", "page furniture"))
    out: list[str] = []
    for kind, title in groups:
        units = [u for u in trace.units if u.use.kind == kind]
        if not units:
            continue
        out += [*([""] if out else []), f"{title}: {len(units)}"]
        for unit in units:
            reason = f" ({plain(unit.use.detail)})" if unit.use.detail else ""
            out += [f"  {located(unit.place)}{reason}", f"    {_quoted(unit.text)}"]
    return "\n".join(out or ["everything was used"]) + "\n"
