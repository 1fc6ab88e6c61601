"""The changed fields of one pair of records."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from planparse.diff.polarity import challenge
from planparse.diff.values import FIELDS, Pair, ValueField, difference, value_kind
from planparse.diff.words import same_but_typography, word_changes
from planparse.diff.years import Columns, Window
from planparse.model.change import KINDS, Change, Kind, Match, RecordKind, RecordRef
from planparse.model.plan import Indicator, Milestone, Objective, Value
from planparse.text import squash


@dataclass(frozen=True, slots=True)
class Subject:
    """The record that a change speaks of, on both sides."""

    record: RecordKind
    previous: RecordRef | None
    current: RecordRef | None
    match: Match | None

    def change(
        self,
        kind: Kind,
        field: str | None = None,
        before: Value | str | tuple[str, ...] | None = None,
        after: Value | str | tuple[str, ...] | None = None,
    ) -> Change:
        words = None
        if kind in ("reworded", "retitled") and isinstance(before, str) and isinstance(after, str):
            words = word_changes(before, after)
        return Change(
            kind=kind,
            level=KINDS[kind],
            record=self.record,
            previous=self.previous,
            current=self.current,
            field=field,
            period=None,
            before=before,
            after=after,
            delta=None,
            direction=None,
            words=words,
            match=self.match,
        )

    def text(self, kind: Kind, field: str, before: str | None, after: str | None) -> Iterator[Change]:
        """At most one change: of ``kind``, or only typography."""
        before, after = before or None, after or None
        if before != after:
            same = before is not None and after is not None and same_but_typography(before, after)
            yield self.change("typography" if same else kind, field, before, after)

    def code(self, before: str | None, after: str | None, told: bool) -> Iterator[Change]:
        """A printed code that changed; ``told`` where it was said once for the whole plan."""
        if before == after:
            return
        if _squeezed(before) == _squeezed(after):
            yield self.change("typography", "code", before, after)
        elif not told:
            yield self.change("recoded", "code", before, after)

    def extras(self, before: dict[str, str], after: dict[str, str]) -> Iterator[Change]:
        """Cells without a field of their own, by label."""
        old, new = {squash(k): v for k, v in before.items()}, {squash(k): v for k, v in after.items()}
        labels = {squash(label): label for label in (*before, *after)}
        for key, label in labels.items():
            yield from self.text("detail_changed", label, old.get(key), new.get(key))


def _squeezed(code: str | None) -> str:
    return re.sub(r"[\s:.]+", "", code or "").upper()


def objective_changes(s: Subject, old: Objective, new: Objective, renumbered: bool) -> Iterator[Change]:
    yield from s.code(old.printed_code, new.printed_code, renumbered)
    yield from s.text("retitled", "title", old.title, new.title)
    yield from s.text("priority_changed", "corporate_priority", old.corporate_priority, new.corporate_priority)
    yield from s.text("detail_changed", "headings", " > ".join(old.headings), " > ".join(new.headings))
    yield from s.text("detail_changed", "lead", old.lead, new.lead)
    yield from s.extras(old.extra, new.extra)


def milestone_changes(s: Subject, old: Milestone, new: Milestone) -> Iterator[Change]:
    yield from s.text("reworded", "text", old.text, new.text)
    yield from s.text("deadline_changed", "due", old.due, new.due)
    yield from s.text("period_changed", "period", old.period, new.period)
    yield from s.text("detail_changed", "lead", old.lead, new.lead)
    yield from s.text("status_changed", "status", old.status, new.status)
    yield from s.extras(old.extra, new.extra)
    if squash(old.ref or "") != squash(new.ref or ""):
        yield s.change("relabelled", "ref", old.ref, new.ref)


def indicator_changes(
    s: Subject,
    old: Indicator,
    new: Indicator,
    columns: Columns,
    windows: dict[ValueField, Window],
    renumbered: bool,
    moved: bool,
) -> Iterator[Change]:
    yield from s.code(old.printed_code, new.printed_code, renumbered)
    yield from s.text("reworded", "measure", old.measure, new.measure)
    values = [c for field in FIELDS for p in columns[field] for c in _value(s, field, p, windows[field], (old, new))]
    yield from values
    reworded = not same_but_typography(old.measure, new.measure)
    if old.unit and new.unit and not values and not reworded:
        # The unit of a column of its own; one that was read off texts changes with them.
        yield from s.text("unit_changed", "unit", old.unit, new.unit)
    yield from s.text("note_changed", "notes", "\n".join(old.notes), "\n".join(new.notes))
    if not reworded:
        yield from s.text("detail_changed", "direction", old.direction, new.direction)
    if not moved:
        yield from s.text("detail_changed", "group", old.group, new.group)
    yield from s.text("detail_changed", "frequency", old.frequency, new.frequency)
    yield from s.text("detail_changed", "lead", old.lead, new.lead)
    yield from s.text("detail_changed", "rag", old.rag, new.rag)
    yield from s.text("detail_changed", "trend", old.trend, new.trend)
    yield from s.extras(old.extra, new.extra)


def _value(
    s: Subject, field: ValueField, pair: Pair, window: Window, sides: tuple[Indicator, Indicator]
) -> Iterator[Change]:
    before, after = pair
    kind = None if window.explains(pair) else value_kind(field, before, after)
    if kind is None:
        return
    periods = {value.period for value in pair if value is not None}
    delta = difference(before, after)
    yield s.change(kind, field, before, after).model_copy(
        update={
            "period": periods.pop() if len(periods) == 1 else None,
            "delta": delta or None,
            "direction": challenge(*sides, delta) if field == "target" else None,
        }
    )
