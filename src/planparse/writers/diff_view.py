"""A diff laid out for reading: by objective, each record once with all its changes, in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from planparse.model.change import Change, Kind, ObjectiveLine, PlanDiff, RecordKind, RecordRef
from planparse.model.plan import Number, Value
from planparse.writers.terminal import plain

Side = Literal["previous", "current"]

BLANK = "(blank)"
NOTHING = "(none)"

_WORDS: dict[Kind, str] = {
    "added": "new",
    "status_changed": "status changed",
    "detail_changed": "detail changed",
    "codes_renumbered": "codes renumbered",
}
_FIELDS = {"corporate_priority": "corporate priority"}
_VALUES = ("actual", "target", "comparator")
_UNITS = {"percent": " points", "days": " days", "weeks": " weeks"}


@dataclass(frozen=True, slots=True)
class Places:
    """Where records stand in the two sources, in words, by record id: ``page 4, row 3``."""

    previous: Mapping[str, str] = field(default_factory=dict)
    current: Mapping[str, str] = field(default_factory=dict)

    def of(self, previous: RecordRef | None, current: RecordRef | None) -> tuple[str, str]:
        """The place on each side, empty where it is not known."""
        return (
            self.previous.get(previous.id, "") if previous else "",
            self.current.get(current.id, "") if current else "",
        )


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to tell: a change, or the same change in several years."""

    change: Change
    periods: tuple[str, ...]

    @property
    def label(self) -> str:
        """The year or column of a value, where a part came from, or the name of a field that its kind does not say."""
        change = self.change
        if change.kind in ("split", "merged") and change.previous:
            return f"from {change.previous.printed_code or change.previous.text or change.previous.id}"
        if self.periods:
            return ", ".join(self.periods)
        if change.field in _VALUES and change.kind != "years_changed":
            value = change.after if isinstance(change.after, Value) else change.before
            return value.label if isinstance(value, Value) else ""
        if change.kind in ("detail_changed", "typography", "years_changed"):
            return _FIELDS.get(change.field or "", change.field or "")
        return ""

    @property
    def was(self) -> str:
        return "" if self.change.kind == "codes_renumbered" else _said(self.change, self.change.before)

    @property
    def now(self) -> str:
        before, after = self.change.before, self.change.after
        if self.change.kind == "codes_renumbered" and isinstance(before, tuple) and isinstance(after, tuple):
            return ", ".join(f"{b or NOTHING} -> {a or NOTHING}" for b, a in zip(before, after, strict=True))
        return _said(self.change, after)

    @property
    def remark(self) -> str:
        """The signed difference and whether more is asked, where both are known."""
        change = self.change
        words = [signed(change.delta, change.before)] if change.delta is not None else []
        if change.direction:
            words.append(change.direction.replace("_", " "))
        return ", ".join(words)


@dataclass(frozen=True, slots=True)
class RecordView:
    """One record with all that changed in it."""

    record: RecordKind
    previous: RecordRef | None
    current: RecordRef | None
    lines: tuple[Line, ...]

    @property
    def name(self) -> str:
        """Its code as printed now, else what kind of record it is."""
        side = self.current or self.previous
        return (side.printed_code or side.code if side else None) or self.record

    @property
    def text(self) -> str:
        side = self.current or self.previous
        return (side.text if side else None) or ""


@dataclass(frozen=True, slots=True)
class Section:
    """An objective with its changed records; ``objective`` is None for what concerns the whole plan."""

    objective: ObjectiveLine | None
    records: tuple[RecordView, ...]

    @property
    def heading(self) -> str:
        if self.objective is None:
            return "The plan as a whole"
        words = [self.objective.code, self.objective.title]
        return "  ".join(word for word in words if word) or self.objective.current or self.objective.previous or ""


def printable(diff: PlanDiff) -> PlanDiff:
    """The same with every text fit for a terminal: on one line, without control characters."""
    return PlanDiff.model_validate(_printable(diff.model_dump(by_alias=True)))


def _printable(node: object) -> object:
    if isinstance(node, str):
        return plain(node)
    if isinstance(node, dict):
        return {key: _printable(value) for key, value in node.items()}
    return [_printable(value) for value in node] if isinstance(node, list | tuple) else node


def kind_words(change: Change) -> str:
    """The kind in words: ``target withdrawn``."""
    return _WORDS.get(change.kind, change.kind.replace("_", " "))


def sections(diff: PlanDiff, changes: Iterable[Change] | None = None) -> list[Section]:
    """The changes by objective, in the order of the diff; sections without a change are left out."""
    lines = diff.summary.objectives
    now = {line.current: at for at, line in reversed([*enumerate(lines)]) if line.current is not None}
    then = {line.previous: at for at, line in reversed([*enumerate(lines)]) if line.previous is not None}
    grouped: dict[int, list[Change]] = {}
    for change in diff.changes if changes is None else changes:
        at = -1
        if change.current is not None:
            at = now.get(change.current.objective or "", -1)
        elif change.previous is not None:
            at = then.get(change.previous.objective or "", -1)
        grouped.setdefault(at, []).append(change)
    return [Section(lines[at] if at >= 0 else None, _records(grouped[at])) for at in sorted(grouped)]


def _records(changes: list[Change]) -> tuple[RecordView, ...]:
    groups: dict[tuple[str, str | None, str | None], list[Change]] = {}
    for change in changes:
        key = (change.record, _id(change.previous), _id(change.current))
        groups.setdefault(key, []).append(change)
    return tuple(
        RecordView(group[0].record, group[0].previous, group[0].current, _lines(group)) for group in groups.values()
    )


def _id(ref: RecordRef | None) -> str | None:
    return ref.id if ref else None


def _lines(changes: list[Change]) -> tuple[Line, ...]:
    """Neighbouring values that say the same on both sides are one line: a note that spans the years."""
    out: list[Line] = []
    for change in changes:
        periods = (change.period,) if change.period else ()
        last = out[-1] if out else None
        if last and periods and last.periods and _same(last.change, change):
            out[-1] = Line(last.change, last.periods + periods)
        else:
            out.append(Line(change, periods))
    return tuple(out)


def _same(a: Change, b: Change) -> bool:
    return (a.kind, a.field, _said(a, a.before), _said(a, a.after)) == (
        b.kind,
        b.field,
        _said(b, b.before),
        _said(b, b.after),
    )


def _said(change: Change, value: Value | str | tuple[str, ...] | None) -> str:
    if isinstance(value, Value):
        return value.text or BLANK
    if isinstance(value, tuple):
        return ", ".join(value)
    if value:
        return value
    if change.field in _VALUES:
        return BLANK
    return "" if change.kind in ("added", "removed", "split", "merged") else NOTHING


def signed(delta: Number, before: Value | str | tuple[str, ...] | None) -> str:
    """``+5 points``, ``-0.1``: a difference of percentages is told in points."""
    unit = _UNITS.get((before.unit if isinstance(before, Value) else None) or "", "")
    return f"{delta:+}{unit.removesuffix('s') if abs(delta) == 1 else unit}"
