"""What changed: all changes of two matched plans, in document order of the current one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from planparse.diff.align import Alignment, Pairing
from planparse.diff.entries import Entry, Home, R, reference
from planparse.diff.fields import Subject, indicator_changes, milestone_changes, objective_changes
from planparse.diff.matching import Matched
from planparse.diff.order import reordered
from planparse.diff.spots import PLAN, Gaps, Homes, Section, Spot, current_spot
from planparse.diff.values import FIELDS, ValueField
from planparse.diff.years import Columns, Window, columns, name, window
from planparse.model.change import Change, RecordKind, RecordRef
from planparse.model.plan import Indicator, Plan

_FEW = 2
"""From so many indicators on, a column that all of an objective lost or got is told once for the objective."""
_WHOLE_PLAN = Subject("plan", None, None, None)


def compare(previous: Plan, current: Plan, matched: Matched) -> tuple[Change, ...]:
    """All changes, each told once."""
    telling = _Telling(previous, current, matched)
    telling.tell(PLAN, plan_changes(previous, current))
    a = matched.objectives
    telling.renumbered(a, "objective")
    telling.renumbered(matched.indicators, "indicator")
    telling.records(a, "objective", "objective", lambda s, p: objective_changes(s, *_sides(p), a.renumbered))
    telling.records(matched.developments, "key_development", "statement", _reworded)
    telling.records(matched.issues, "emerging_issue", "statement", _reworded)
    telling.records(matched.milestones, "milestone", "milestone", lambda s, p: milestone_changes(s, *_sides(p)))
    telling.indicators(matched.indicators)
    return tuple(change for _, change in sorted(telling.told, key=lambda item: item[0]))


def plan_changes(old: Plan, new: Plan) -> Iterator[Change]:
    s = _WHOLE_PLAN
    yield from s.text("retitled", "title", old.title, new.title)
    yield from s.text("status_changed", "status", old.status, new.status)
    yield from s.text("detail_changed", "organisation", old.organisation, new.organisation)
    if not (_within(old.directorate, old.title) and _within(new.directorate, new.title)):
        yield from s.text("detail_changed", "directorate", old.directorate, new.directorate)
    before, after = old.period, new.period
    labels = before.label if before else None, after.label if after else None
    if (before and (before.start, before.end)) != (after and (after.start, after.end)):
        yield s.change("period_changed", "period", *labels)
    elif labels[0] != labels[1]:
        yield s.change("typography", "period", *labels)


def _within(part: str | None, title: str | None) -> bool:
    """Whether the title says it too, so that a change is told with the title."""
    return part is not None and title is not None and part in title


def _sides(pair: Pairing[R]) -> tuple[R, R]:
    return pair.previous.record, pair.current.record


def _reworded(s: Subject, pair: Pairing[R]) -> Iterator[Change]:
    return s.text("reworded", "text", pair.previous.text, pair.current.text)


def values_line(entry: Entry[R]) -> str | None:
    """The figures and notes of an indicator in one line: ``Latest: 60% | 2016/17: tbc``. None for other records."""
    record = entry.record
    if not isinstance(record, Indicator):
        return None
    parts = [f"{name(value)}: {value.text or '(blank)'}" for value in (*record.actuals, *record.targets)]
    return " | ".join([*parts, *record.notes]) or None


class _Telling:
    """Collects changes, each with the spot at which it is told."""

    def __init__(self, previous: Plan, current: Plan, matched: Matched) -> None:
        self.previous = previous
        self.current = current
        self.matched = matched
        self.homes = Homes(matched.objectives)
        self.told: list[tuple[Spot, Change]] = []

    def tell(self, spot: Spot, changes: Iterator[Change] | Sequence[Change]) -> None:
        self.told += [(spot, change) for change in changes]

    def _old(self, entry: Entry[R]) -> RecordRef:
        return reference(entry, self.previous.objectives[entry.objective])

    def _new(self, entry: Entry[R]) -> RecordRef:
        return reference(entry, self.current.objectives[entry.objective])

    def renumbered(self, a: Alignment[R], record: RecordKind) -> None:
        """The codes before and after, once and side by side."""
        if a.renumbered:
            pairs = [p for p in a.pairs if p.previous.code != p.current.code]
            before = tuple(p.previous.printed_code for p in pairs)
            after = tuple(p.current.printed_code for p in pairs)
            self.tell(PLAN, [Subject(record, None, None, None).change("codes_renumbered", "code", before, after)])

    def records(
        self,
        a: Alignment[R],
        section: Section,
        record: RecordKind,
        changes_of: Callable[[Subject, Pairing[R]], Iterator[Change]],
    ) -> None:
        """All changes of one kind of record."""
        shuffled = {p.current.position for p in reordered(a.pairs)}
        for pair in a.pairs:
            p, c = pair.previous, pair.current
            old, new = self._old(p), self._new(c)
            s = Subject(record, old, new, pair.match)
            spot = current_spot(c, section)
            if p.home != c.home:
                self.tell(spot, [s.change("moved", "objective", old.objective, new.objective)])
            self.tell(spot, changes_of(s, pair))
            if c.position in shuffled:
                self.tell(spot, [s.change("reordered", "order", str(p.rank + 1), str(c.rank + 1))])
        for c in a.added:
            s = Subject(record, None, self._new(c), None)
            self.tell(current_spot(c, section), [s.change("added", None, None, values_line(c))])
        gaps = Gaps(a, self.homes, section)
        for p in a.removed:
            s = Subject(record, self._old(p), None, None)
            self.tell(gaps.spot(p), [s.change("removed", None, values_line(p), None)])
        self._splits(a, section, record)

    def _splits(self, a: Alignment[R], section: Section, record: RecordKind) -> None:
        """One change for each part of a record that became several, or that several became."""
        for whole, parts in a.splits:
            for part in parts:
                s = Subject(record, self._old(whole), self._new(part), None)
                change = s.change("split", None, values_line(whole), values_line(part))
                self.tell(current_spot(part, section), [change])
        for parts, whole in a.merges:
            for part in parts:
                s = Subject(record, self._old(part), self._new(whole), None)
                change = s.change("merged", None, values_line(part), values_line(whole))
                self.tell(current_spot(whole, section), [change])

    def indicators(self, a: Alignment[Indicator]) -> None:
        """Indicators, their values compared in the years that both drafts have."""
        rows = {p.current.position: columns(*_sides(p)) for p in a.pairs}
        whole = {f: window(list(rows.values()), f) for f in FIELDS}
        self.tell(PLAN, list(_years(_WHOLE_PLAN, whole)))
        homes: dict[Home, list[Pairing[Indicator]]] = {}
        for pair in a.pairs:
            if pair.previous.home == pair.current.home:
                homes.setdefault(pair.current.home, []).append(pair)
        local = {home: self._local(pairs, rows, whole) for home, pairs in homes.items() if len(pairs) >= _FEW}

        def changes_of(s: Subject, pair: Pairing[Indicator]) -> Iterator[Change]:
            stayed = pair.previous.home == pair.current.home
            windows = local.get(pair.current.home, whole) if stayed else whole
            row = rows[pair.current.position]
            return indicator_changes(s, *_sides(pair), row, windows, a.renumbered, moved=not stayed)

        self.records(a, "indicator", "indicator", changes_of)

    def _local(
        self, pairs: Sequence[Pairing[Indicator]], rows: dict[int, Columns], whole: dict[ValueField, Window]
    ) -> dict[ValueField, Window]:
        """The columns of one objective that went or came, told there unless the window of the whole plan says so."""
        windows = {f: window([rows[p.current.position] for p in pairs], f) for f in FIELDS}
        at = pairs[0].current.objective
        pair = next(p for p in self.matched.objectives.pairs if p.current.position == at)
        s = Subject("objective", self._old(pair.previous), self._new(pair.current), pair.match)
        spot = current_spot(pair.current, "objective")
        self.tell(spot, list(_years(s, {f: windows[f].beyond(whole[f]) for f in FIELDS})))
        return windows


def _years(s: Subject, windows: dict[ValueField, Window]) -> Iterator[Change]:
    for f, w in windows.items():
        if w.gone or w.came:
            yield s.change("years_changed", f, w.gone, w.came)
