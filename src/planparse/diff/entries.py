"""The records of a plan laid out for pairing: one flat list for each kind of record."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, Literal, TypeVar

from planparse.diff.words import bare
from planparse.model.change import RecordRef
from planparse.model.plan import Indicator, Milestone, Objective, Plan, Value

StatementKind = Literal["key_development", "emerging_issue"]
Home = tuple[str, int]
"""An objective named so that both sides of a pair have the same name."""
NOWHERE: Home = ("", 0)
"""Where objectives stand: they have no home but the plan."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A bullet of an objective. It has no id of its own in the plan."""

    id: str
    kind: StatementKind
    text: str


AnyRecord = Objective | Statement | Milestone | Indicator
R = TypeVar("R", bound=AnyRecord, covariant=True)


@dataclass(frozen=True)
class Entry(Generic[R]):
    """One record of one side, with what pairing goes by."""

    record: R
    position: int
    """Among all records of this kind in the plan."""
    objective: int
    """Position of the objective that it stands under; its own for an objective."""
    rank: int
    """Among the records of this kind in its objective."""
    home: Home
    text: str
    facts: tuple[str, ...] = ()
    """What it says besides its text: figures with their years, a milestone's dates, an objective's records."""

    @property
    def printed_code(self) -> str:
        return (self.record.printed_code or "") if isinstance(self.record, Indicator | Objective) else ""

    @cached_property
    def code(self) -> str:
        """The normalised code squeezed and in capitals; empty where there is none."""
        if isinstance(self.record, Indicator | Objective):
            return re.sub(r"[\s:.]+", "", self.record.code or self.record.printed_code or "").upper()
        return ""

    @cached_property
    def key(self) -> str:
        return bare(self.text)


def objective_name(objective: Objective) -> str:
    return objective.code or objective.title or objective.id


def reference(entry: Entry[AnyRecord], objective: Objective) -> RecordRef:
    """The record as a diff names it."""
    record = entry.record
    coded = record if isinstance(record, Indicator | Objective) else None
    return RecordRef(
        id=record.id,
        code=coded.code if coded else None,
        printed_code=coded.printed_code if coded else None,
        objective=objective_name(objective),
        text=record.title if isinstance(record, Objective) else entry.text,
    )


def objectives(plan: Plan) -> list[Entry[Objective]]:
    return [
        Entry(o, at, at, at, NOWHERE, o.title or "", tuple(dict.fromkeys(_children(o))))
        for at, o in enumerate(plan.objectives)
    ]


def _children(objective: Objective) -> Iterator[str]:
    """What an objective is known by when its title changes: the texts of its records."""
    yield from (bare(i.measure) for i in objective.indicators)
    yield from (bare(m.text) for m in objective.milestones)
    yield from (bare(text) for text in (*objective.key_developments, *objective.emerging_issues))


def indicators(plan: Plan, homes: list[Home]) -> list[Entry[Indicator]]:
    def entry(i: Indicator, position: int, at: int, rank: int) -> Entry[Indicator]:
        return Entry(i, position, at, rank, homes[at], i.measure, tuple(_figures(i)))

    return _spread(plan, lambda o: o.indicators, entry)


def milestones(plan: Plan, homes: list[Home]) -> list[Entry[Milestone]]:
    def entry(m: Milestone, position: int, at: int, rank: int) -> Entry[Milestone]:
        facts = tuple(f"{name} {value}" for name, value in (("due", m.due), ("period", m.period)) if value)
        return Entry(m, position, at, rank, homes[at], m.text, facts)

    return _spread(plan, lambda o: o.milestones, entry)


def statements(plan: Plan, homes: list[Home], kind: StatementKind) -> list[Entry[Statement]]:
    def of(objective: Objective) -> tuple[Statement, ...]:
        texts = objective.key_developments if kind == "key_development" else objective.emerging_issues
        name = kind.replace("_", "-")
        return tuple(Statement(f"{objective.id}-{name}-{n}", kind, text) for n, text in enumerate(texts, 1))

    def entry(s: Statement, position: int, at: int, rank: int) -> Entry[Statement]:
        return Entry(s, position, at, rank, homes[at], s.text)

    return _spread(plan, of, entry)


T = TypeVar("T", Statement, Milestone, Indicator)


def _spread(
    plan: Plan, of: Callable[[Objective], tuple[T, ...]], entry: Callable[[T, int, int, int], Entry[T]]
) -> list[Entry[T]]:
    out: list[Entry[T]] = []
    for at, objective in enumerate(plan.objectives):
        for rank, record in enumerate(of(objective)):
            out.append(entry(record, len(out), at, rank))
    return out


def _figures(indicator: Indicator) -> Iterator[str]:
    for name, values in (("actual", indicator.actuals), ("target", indicator.targets)):
        for value in values:
            if value.status in ("number", "note", "unparsed"):
                yield f"{name} {value.period or ''} {_plain(value)}"


def _plain(value: Value) -> str:
    return repr(float(value.number)) if value.number is not None else bare(value.text)
