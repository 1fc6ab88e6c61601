"""Drafts -> Plan, with the places of every field."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal, get_args

from planparse.interpret.codes import split_code
from planparse.interpret.coding import Coded, settle_codes
from planparse.interpret.dates import find_due, parse_due
from planparse.interpret.draft import IndicatorDraft, MilestoneDraft, ObjectiveDraft, Text, ValueDraft
from planparse.interpret.ids import Ids
from planparse.interpret.ledger import Ledger
from planparse.interpret.letter_codes import letter_codes, split_letters
from planparse.interpret.objective_codes import bare_shape, code_series, is_set_apart, plain_code, split_objective
from planparse.interpret.periods import quarter_of
from planparse.interpret.title import Front
from planparse.interpret.values import Parsed, parse_value
from planparse.model.plan import (
    SCHEMA_VERSION,
    Direction,
    Indicator,
    Milestone,
    Objective,
    Plan,
    Value,
)
from planparse.model.provenance import Provenance
from planparse.model.shelf import Shelf
from planparse.model.trace import FieldSource, Remark, Repair
from planparse.model.vocabulary import Vocabulary
from planparse.text import squash

_YEAR = re.compile(r"\d{4}(?:/\d\d)?")
"""A period of one year."""


class Builder:
    """Builds the plan; the ledger and ``repairs`` grow as it goes."""

    def __init__(self, vocabulary: Vocabulary, ledger: Ledger) -> None:
        self.vocabulary, self.ledger = vocabulary, ledger
        self.ids = Ids()
        self.uncoded = 0
        self.series: frozenset[str] = frozenset()
        self.letters: frozenset[str] = frozenset()
        self.ref_shape: str | None = None
        self.repairs: list[Repair] = []

    def plan(self, front: Front, drafts: list[ObjectiveDraft]) -> Plan:
        """The whole plan. The list of drafts is empty after that: each goes when its record is made."""
        if front.title:
            self._source("plan", "title", front.title.places)
        if front.organisation:
            self._source("plan", "organisation", front.organisation.places)
        coded = settle_codes([named for d in drafts for named in d.indicators.named()], self.vocabulary)
        self.series = code_series(drafts, self.vocabulary)
        self.letters = letter_codes(drafts)
        self.ref_shape = ref_shape(drafts)
        drafts.reverse()
        objectives = (self._objective(drafts.pop(), coded, n) for n in range(len(drafts)))
        return Plan(
            schema_version=SCHEMA_VERSION,
            title=front.title.text if front.title else None,
            status=front.status,
            organisation=front.organisation.text if front.organisation else None,
            directorate=front.directorate,
            period=front.period,
            objectives=Shelf(objectives, size=4),
        )

    def _source(self, record: str, field: str, places: Provenance) -> None:
        if places:
            self.ledger.source(record, field, places)

    def _objective(self, draft: ObjectiveDraft, coded: Iterator[Coded], number: int) -> Objective:
        title, split = draft.title, None
        if title and draft.code is None:
            split = split_objective(title.text, self.vocabulary)
            plain = plain_code(title.text, self.vocabulary)
            lettered = split_letters(title.text) if self.letters else None
            if plain is not None and plain.printed in self.series:
                split = plain
            elif lettered is not None and lettered.printed in self.letters:
                split = lettered
            elif split and draft.from_heading and not is_set_apart(split.printed, title.text):
                split = None
        printed = draft.code.text.rstrip(" :") if draft.code else split.printed if split else None
        record = self.ids.take(printed or f"O{number + 1}", "O")
        developments, issues = tuple(draft.developments), tuple(draft.issues)
        self._objective_sources(record, draft, developments, issues)
        base = printed or record
        milestones = tuple(self._milestone(m, base, n) for n, m in enumerate(draft.milestones, 1))
        self.uncoded = 0
        indicators = tuple(self._indicator(i, next(coded), record) for i in draft.indicators)
        return Objective(
            id=record,
            code=printed,
            printed_code=printed,
            title=(split.rest if split else title.text) or None if title else None,
            corporate_priority=draft.priority.text if draft.priority else None,
            headings=tuple(h.text for h in draft.headings),
            lead=draft.lead.text if draft.lead else None,
            key_developments=tuple(t.text for t in developments if t.text),
            emerging_issues=tuple(t.text for t in issues if t.text),
            milestones=milestones,
            indicators=indicators,
            extra={name: text.text for name, text in draft.extra.items()},
        )

    def _objective_sources(
        self, record: str, draft: ObjectiveDraft, developments: tuple[Text, ...], issues: tuple[Text, ...]
    ) -> None:
        single = {"title": draft.title, "code": draft.code, "corporate_priority": draft.priority, "lead": draft.lead}
        single |= {f"extra/{name}": text for name, text in draft.extra.items()}
        several = {
            "headings": draft.headings,
            "key_developments": developments,
            "emerging_issues": issues,
            "linked": draft.linked,
        }
        single |= {f"{field}/{i}": text for field, texts in several.items() for i, text in enumerate(texts)}
        for field, text in single.items():
            if text:
                self._source(record, field, text.places)

    def _milestone(self, draft: MilestoneDraft, base: str, number: int) -> Milestone:
        split = split_code(draft.text.text) if self.ref_shape and draft.ref is None else None
        rest = _without_ref(draft.text.text, draft.ref) if draft.ref else None
        if rest:
            draft = replace(draft, text=Text(rest, draft.text.places))
        elif split is not None and bare_shape(split.printed) == self.ref_shape:
            places = draft.text.places
            draft = replace(draft, ref=split.printed, code=Text(split.printed, places), text=Text(split.rest, places))
        record = self.ids.take(f"{base}-{draft.ref}" if draft.ref else f"{base}-m{number}", "M")
        parts = (
            ("text", draft.text),
            ("ref", draft.code),
            ("due", draft.due),
            ("lead", draft.lead),
            ("status", draft.status),
        )
        for field, text in parts:
            if text:
                self._source(record, field, text.places)
        for name, text in draft.extra.items():
            self._source(record, f"extra/{name}", text.places)
        self._doubts(record, draft.doubts, draft.text.places)
        due = _due(draft)
        extra = {name: text.text for name, text in draft.extra.items()}
        if draft.due and due is None:
            extra["due"] = draft.due.text
        return Milestone(
            id=record,
            ref=draft.ref,
            text=draft.text.text,
            period=draft.period,
            due=due,
            lead=draft.lead.text if draft.lead else None,
            status=draft.status.text if draft.status else None,
            extra=extra,
        )

    def _indicator(self, draft: IndicatorDraft, coded: Coded, objective: str) -> Indicator:
        self.uncoded += coded.code is None
        record = self.ids.take(coded.code or f"{objective}-i{self.uncoded}")
        self._source(record, "measure", draft.measure.places)
        if draft.code:
            self._source(record, "code", draft.code.places)
        self._code_remarks(record, draft, coded)
        kinds: dict[str, list[Value]] = {"actual": [], "target": [], "comparator": []}
        for value in draft.values:
            self._value(record, value, kinds)
        self._details(record, draft)
        fields = {k: t.text for k, t in draft.fields.items()}
        values = [v for vs in kinds.values() for v in vs]
        return Indicator(
            id=record,
            code=coded.code,
            printed_code=coded.printed,
            scheme=coded.scheme,
            measure=coded.measure,
            group=draft.group.text if draft.group else None,
            unit=self._unit(fields.get("unit"), coded.measure, values),
            direction=self._direction(fields.get("direction"), coded.measure),
            frequency=fields.get("frequency"),
            lead=fields.get("lead"),
            rag=fields.get("rag"),
            trend=fields.get("trend"),
            actuals=tuple(kinds["actual"]),
            targets=tuple(kinds["target"]),
            comparators=tuple(kinds["comparator"]),
            notes=tuple(n.text for n in draft.notes),
            extra={k: t.text for k, t in draft.extra.items()},
        )

    def _code_remarks(self, record: str, draft: IndicatorDraft, coded: Coded) -> None:
        places = draft.measure.places
        if coded.glued:
            what = f"code '{coded.printed}' split from the text that it was glued to"
            self.repairs.append(Repair("unglued", what, places, (draft.measure.text,)))
            self._remark("info", "code-glued", what, record, places)
        if coded.code and coded.code != coded.printed and not _bare(coded.code).startswith(_bare(coded.printed)):
            what = f"code '{coded.printed}' read as '{coded.code}', as the scheme and the sequence say"
            self.repairs.append(Repair("recoded", what, places, (coded.printed or "",)))
            self._remark("info", "code-corrected", what, record, places)
        self._doubts(record, [*draft.doubts, *([coded.doubt] if coded.doubt else [])], places)

    def _doubts(self, record: str, doubts: list[str], places: Provenance) -> None:
        for doubt in dict.fromkeys(doubts):
            self._remark("doubt", "unsure", doubt, record, places)

    def _remark(
        self, level: Literal["info", "doubt"], code: str, message: str, record: str, places: Provenance
    ) -> None:
        self.ledger.remarks.append(Remark(level, code, message, (record,), places))

    def _value(self, record: str, draft: ValueDraft, kinds: dict[str, list[Value]]) -> None:
        parsed: Parsed = parse_value(draft.text.text, self.vocabulary)
        values = kinds[draft.column.role]
        self._source(record, f"{draft.column.role}s/{len(values)}", draft.text.places)
        values.append(
            Value(
                label=draft.column.label,
                period=draft.column.period,
                text=draft.text.text,
                status=parsed.status,
                number=parsed.number,
                unit=parsed.unit,
                qualifier=parsed.qualifier,
            )
        )

    def _details(self, record: str, draft: IndicatorDraft) -> None:
        if draft.group:
            self.ledger.sources.append(FieldSource(record, "group", draft.group.places))  # its use is another one
        for name, text in draft.fields.items():
            self._source(record, name, text.places)
        for i, note in enumerate(draft.notes):
            self._source(record, f"notes/{i}", note.places)
        for name, text in draft.extra.items():
            self._source(record, f"extra/{name}", text.places)

    def _unit(self, column: str | None, measure: str, values: list[Value]) -> str | None:
        """The unit that all numbers share; where they print none, the one that the measure begins with."""
        if column:
            return self.vocabulary.units.get(column.casefold().strip(" ."))
        units = Counter(v.unit for v in values if v.status == "number")
        if units:
            return next(iter(units)) if len(units) == 1 and None not in units else self._measure_unit(measure, units)
        return self._measure_unit(measure, units)

    def _measure_unit(self, measure: str, units: Counter[str | None]) -> str | None:
        key = squash(measure[len(self._direction_words(measure)) :])
        key = re.sub(r"^(?:in |of |the )+", "", key)
        found = {u for p, u in self.vocabulary.measure_units.items() if key.startswith(p)}
        unit = found.pop() if len(found) == 1 else None
        return unit if not units or set(units) <= {None, unit} else None

    def _direction_words(self, measure: str) -> str:
        """The phrase at the beginning of a measure that says its direction; empty where none does."""
        words = measure.casefold().split(" ")
        phrases = (" ".join(words[:n]) for n in range(len(words) - 1, 0, -1))
        return next((phrase for phrase in phrases if phrase in self.vocabulary.direction_words), "")

    def _direction(self, column: str | None, measure: str) -> Direction | None:
        if column is not None:
            found = self.vocabulary.directions.get(squash(column))
        else:
            found = self.vocabulary.direction_words.get(self._direction_words(measure))
        return next((d for d in get_args(Direction) if d == found), None)


def _bare(code: str | None) -> str:
    """A code without blanks."""
    return re.sub(r"\s", "", code or "")


def _due(draft: MilestoneDraft) -> str | None:
    """When a milestone is due; a quarter alone is one of the year that the milestone is of."""
    if draft.due is None:
        return find_due(draft.text.text)
    quarter = quarter_of(draft.due.text) if draft.period and _YEAR.fullmatch(draft.period) else None
    return parse_due(f"Q{quarter} {draft.period}" if quarter else draft.due.text)


def _without_ref(text: str, ref: str) -> str | None:
    """The text behind the ref printed before it once more; None where it is not.

    A mark parts them, or a blank where the ref cannot be a word of the text, as "A" and "2" can.
    """
    if not text.startswith(ref):
        return None
    rest = text[len(ref) :]
    marked = re.match(r"\s*[:–—]\s*|\s+-\s*", rest)
    if marked is None and (len(ref) == 1 or ref.isdigit() or not rest[:1].isspace()):
        return None
    return rest[marked.end() :] if marked else rest.lstrip()


def ref_shape(drafts: list[ObjectiveDraft]) -> str | None:
    """The shape of what most milestones begin with, where they have no other ref: "M1", "M2"."""
    texts = [m.text.text for d in drafts for m in d.milestones if m.ref is None]
    splits = [s for t in texts if (s := split_code(t)) and s.rest and not s.glued]
    shapes = Counter(bare_shape(s.printed) for s in splits)
    shape, count = shapes.most_common(1)[0] if shapes else ("", 0)
    return shape if count > 1 and 2 * count > len(texts) else None
