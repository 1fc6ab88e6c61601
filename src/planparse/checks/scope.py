"""What a rule looks at: a plan, its trace, and the look-ups that rules share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from planparse.model.finding import Quote
from planparse.model.plan import Indicator, Milestone, Objective, Plan, Value
from planparse.model.provenance import Provenance
from planparse.model.trace import SourceUnit, Trace

AnyRecord = Objective | Milestone | Indicator


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that a rule found, before it gets its severity and fingerprint."""

    message: str
    quotes: tuple[Quote, ...]
    key: str = ""
    """What tells two hits of one rule on the same records apart: a period or a field, not a number that may change."""


@dataclass(frozen=True, slots=True)
class CodeParts:
    """A code taken apart: ``ABC 021a`` is prefix ``ABC``, digits ``021``, rest ``a``."""

    prefix: str
    digits: str
    rest: str


_CODE = re.compile(r"(?P<prefix>[A-Za-z][A-Za-z&/ .-]*?)[ -]?(?P<digits>\d{1,6})(?P<rest>[A-Za-z]?)")


def code_parts(code: str) -> CodeParts | None:
    """The parts of a code of letters and one number; None for any other code.

    >>> code_parts("ABC021a"), code_parts("1.1.3.KR")
    (CodeParts(prefix='ABC', digits='021', rest='a'), None)
    """
    m = _CODE.fullmatch(code)
    return CodeParts(m["prefix"].strip(" -./"), m["digits"], m["rest"]) if m else None


def bare(text: str) -> str:
    """A key for comparing: only letters and digits, case-folded, words parted by one blank."""
    return " ".join(re.findall(r"[^\W_]+|%", text.casefold()))


class Scope:
    """One plan under review. ``trace`` is None where the plan came from a plan.json."""

    def __init__(self, plan: Plan, trace: Trace | None = None) -> None:
        self.plan, self.trace = plan, trace

    @cached_property
    def objective_of(self) -> dict[str, Objective]:
        """The objective of each record, by id; an objective is its own."""
        out: dict[str, Objective] = {}
        for objective in self.plan.objectives:
            out[objective.id] = objective
            out |= {record.id: objective for record in objective.milestones}
            out |= {record.id: objective for record in objective.indicators}
        return out

    @cached_property
    def order(self) -> dict[str, int]:
        """Position of each record in the document, by id."""
        return {record.id: n for n, record in enumerate(self.plan.records())}

    @cached_property
    def coded(self) -> int:
        """How many indicators carry a code."""
        return sum(i.printed_code is not None for i in self.plan.indicators)

    @cached_property
    def _first_holders(self) -> dict[str, str]:
        """The id of the first indicator with each code."""
        out: dict[str, str] = {}
        for indicator in self.plan.indicators:
            if indicator.code:
                out.setdefault(bare(indicator.code), indicator.id)
        return out

    @cached_property
    def _places(self) -> dict[tuple[str, str], Provenance]:
        out: dict[tuple[str, str], Provenance] = {}
        for source in self.trace.sources if self.trace else ():
            out.setdefault((source.record, source.field), source.places)
        return out

    @cached_property
    def units(self) -> dict[int, SourceUnit]:
        """The source units by number; empty without a trace."""
        return {u.place.unit: u for u in self.trace.units} if self.trace else {}

    def quote(self, record: str | None, field: str, text: str) -> Quote:
        """A printed text of a record with its places, as far as the trace knows them."""
        return Quote(record, field, text, self._places.get((record or "plan", field), ()))

    def has(self, record: str, field: str) -> bool:
        """Whether the trace knows a source of this field."""
        return (record, field) in self._places

    def measure(self, indicator: Indicator) -> Quote:
        """The quote of an indicator's measure, with its code in front as printed."""
        code = indicator.printed_code
        return self.quote(indicator.id, "measure", f"{code}: {indicator.measure}" if code else indicator.measure)

    def identity(self, record: str) -> str:
        """What makes a record the same from draft to draft: its code, else its words; both for a second holder."""
        found = self._by_id.get(record)
        if found is None:
            return record
        if isinstance(found, Indicator):
            if found.code and self._first_holders[bare(found.code)] == record:
                return found.code
            return f"{found.printed_code or ''} {bare(found.measure)}"
        if isinstance(found, Milestone):
            return bare(found.text)
        return found.code or bare(found.title or "") or found.id

    def record(self, key: str) -> AnyRecord | None:
        """The record of this id."""
        return self._by_id.get(key)

    @cached_property
    def _by_id(self) -> dict[str, AnyRecord]:
        return {record.id: record for record in self.plan.records()}

    def texts(self) -> Iterator[Quote]:
        """Every printed text of the plan, each with its record and field; codes and columns' labels are left out."""
        plan = self.plan
        for field, text in (("title", plan.title), ("organisation", plan.organisation)):
            if text:
                yield self.quote(None, field, text)
        for objective in plan.objectives:
            yield from self._objective_texts(objective)
            for milestone in objective.milestones:
                yield self.quote(milestone.id, "text", milestone.text)
                for field, text in (("lead", milestone.lead), ("status", milestone.status)):
                    if text:
                        yield self.quote(milestone.id, field, text)
                yield from self._extra(milestone)
            for indicator in objective.indicators:
                yield self.quote(indicator.id, "measure", indicator.measure)
                for kind, values in value_groups(indicator):
                    for n, value in enumerate(values):
                        if value.text:
                            yield self.quote(indicator.id, f"{kind}/{n}", value.text)
                for n, note in enumerate(indicator.notes):
                    yield self.quote(indicator.id, f"notes/{n}", note)
                yield from self._extra(indicator)

    def _objective_texts(self, objective: Objective) -> Iterator[Quote]:
        for field, text in (
            ("title", objective.title),
            ("corporate_priority", objective.corporate_priority),
            ("lead", objective.lead),
        ):
            if text:
                yield self.quote(objective.id, field, text)
        for field, texts in (
            ("key_developments", objective.key_developments),
            ("emerging_issues", objective.emerging_issues),
        ):
            for n, text in enumerate(texts):
                yield self.quote(objective.id, f"{field}/{n}", text)
        yield from self._extra(objective)

    def _extra(self, record: AnyRecord) -> Iterator[Quote]:
        for name, text in record.extra.items():
            yield self.quote(record.id, f"extra/{name}", text)


def value_groups(indicator: Indicator) -> tuple[tuple[str, tuple[Value, ...]], ...]:
    """The values of an indicator under the names of their fields."""
    return (("actuals", indicator.actuals), ("targets", indicator.targets), ("comparators", indicator.comparators))
