"""What changed between two drafts: the records of ``diff.json``, schema ``planparse.diff/1``.

The order of the fields is the order of the keys; each key is always present.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import ConfigDict, Field

from planparse.model.plan import Number, Record, RecordId, Value

SCHEMA = "planparse.diff/1"

Level = Literal["substantive", "editorial", "cosmetic"]
RecordKind = Literal["plan", "objective", "statement", "milestone", "indicator"]
Challenge = Literal["more_challenging", "less_challenging"]
MatchStatus = Literal["certain", "likely", "check"]
WordOp = Literal["=", "-", "+"]
Doubt = Literal["unsure", "possible_replacement"]
Kind = Literal[
    "added",
    "removed",
    "split",
    "merged",
    "target_changed",
    "target_set",
    "target_withdrawn",
    "actual_changed",
    "actual_set",
    "actual_withdrawn",
    "comparator_changed",
    "comparator_set",
    "comparator_withdrawn",
    "unit_changed",
    "deadline_changed",
    "note_changed",
    "moved",
    "recoded",
    "codes_renumbered",
    "reworded",
    "retitled",
    "priority_changed",
    "years_changed",
    "period_changed",
    "status_changed",
    "detail_changed",
    "typography",
    "reordered",
    "relabelled",
]

LEVELS: tuple[Level, ...] = ("substantive", "editorial", "cosmetic")
"""Strongest first."""

KINDS: dict[Kind, Level] = {
    "added": "substantive",
    "removed": "substantive",
    "split": "substantive",
    "merged": "substantive",
    "target_changed": "substantive",
    "target_set": "substantive",
    "target_withdrawn": "substantive",
    "actual_changed": "substantive",
    "actual_set": "substantive",
    "actual_withdrawn": "substantive",
    "comparator_changed": "substantive",
    "comparator_set": "substantive",
    "comparator_withdrawn": "substantive",
    "unit_changed": "substantive",
    "deadline_changed": "substantive",
    "note_changed": "substantive",
    "moved": "editorial",
    "recoded": "editorial",
    "codes_renumbered": "editorial",
    "reworded": "editorial",
    "retitled": "editorial",
    "priority_changed": "editorial",
    "years_changed": "editorial",
    "period_changed": "editorial",
    "status_changed": "editorial",
    "detail_changed": "editorial",
    "typography": "cosmetic",
    "reordered": "cosmetic",
    "relabelled": "cosmetic",
}
"""The closed list of kinds, each with its level, in the order in which people want to read them."""


class Draft(Record):
    """One side of the comparison."""

    title: str | None
    period: str | None = Field(description="label of the financial years as printed, else first and last day")


class RecordRef(Record):
    """A record as it stands on one side."""

    id: RecordId
    code: str | None
    printed_code: str | None
    objective: str | None = Field(description="code of its objective, else the title")
    text: str | None = Field(description="its measure, title or text")


class Match(Record):
    """How sure the pairing of the two sides is."""

    status: MatchStatus
    score: float = Field(description="0 to 1; 1 where the pairing is exact or given")


class Change(Record):
    """One changed field of one record, or a record that came or went."""

    kind: Kind
    level: Level
    record: RecordKind
    previous: RecordRef | None
    current: RecordRef | None
    field: str | None = Field(description="target, actual, measure, title, code, due, ...; null for added and removed")
    period: str | None = Field(description="canonical period of a value")
    before: Value | str | tuple[str, ...] | None
    after: Value | str | tuple[str, ...] | None
    delta: Number | None = Field(description="after minus before, where both are numbers of one unit")
    direction: Challenge | None = Field(description="only where the plan itself says which way is better")
    words: tuple[tuple[WordOp, str], ...] | None = Field(description="the text cut into kept, gone and new words")
    match: Match | None = Field(description="null where only one side has the record")

    @property
    def side(self) -> RecordRef | None:
        """The record as it stands now, else as it stood; None for the plan itself."""
        return self.current or self.previous


class Confirmation(Record):
    """A pairing that a person should look at."""

    doubt: Doubt = Field(description="unsure: paired, but not safely; possible_replacement: not paired, but alike")
    record: RecordKind
    previous: RecordRef
    current: RecordRef
    score: float
    runner_up: float = Field(description="score of the next best pairing of either record; 0 where there is none")
    pair: str = Field(description="what to give to --pair to settle it")


class Tally(Record):
    """How many records of one kind there are and what became of them.

    ``previous`` is ``paired + removed + split + merged_from`` and
    ``current`` is ``paired + added + split_into + merged``.
    """

    previous: int
    current: int
    paired: int
    added: int
    removed: int
    split: int = Field(description="previous records that became several")
    split_into: int = Field(description="the current records that they became")
    merged: int = Field(description="current records that were several")
    merged_from: int = Field(description="the previous records that they were")


class ObjectiveLine(Record):
    """One objective of either side, and how much changed in it."""

    previous: str | None = Field(description="its code or title as the changes name it; null where it is new")
    current: str | None = Field(description="the same on the current side; null where it is gone")
    code: str | None
    title: str | None
    substantive: int
    editorial: int
    cosmetic: int


class Summary(Record):
    sentence: str = Field(description="the whole comparison in one sentence")
    substantive: int
    editorial: int
    cosmetic: int
    kinds: dict[Kind, int] = Field(description="changes of each kind that occurs")
    records: dict[RecordKind, Tally] = Field(description="objective, statement, milestone, indicator")
    objectives: tuple[ObjectiveLine, ...] = Field(description="all objectives, in the order of the changes")


class PlanDiff(Record):
    """All changes between two drafts, in document order of the current one; removed records where they stood."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False, populate_by_name=True)

    schema_name: Literal["planparse.diff/1"] = Field(default="planparse.diff/1", alias="schema")
    previous: Draft
    current: Draft
    summary: Summary
    changes: tuple[Change, ...]
    confirm: tuple[Confirmation, ...]

    def at(self, level: Level) -> Iterator[Change]:
        """The changes at this level and the stronger ones."""
        wanted = LEVELS[: LEVELS.index(level) + 1]
        return (change for change in self.changes if change.level in wanted)

    def to_json(self) -> str:
        """The text of ``diff.json``: two-space indent, LF, a final newline."""
        import json

        return json.dumps(self.model_dump(by_alias=True), indent=2, ensure_ascii=False, allow_nan=False) + "\n"

    @classmethod
    def from_json(cls, text: str | bytes) -> PlanDiff:
        """The diff that ``to_json`` wrote. Raises ``InputRefused`` where the text is not a diff.json."""
        from pydantic import ValidationError

        from planparse.errors import InputRefused

        try:
            return cls.model_validate_json(text)
        except ValidationError as error:
            first = error.errors()[0]
            where = "/".join(str(part) for part in first["loc"]) or "the top"
            raise InputRefused(f"not a diff.json: at {where}: {first['msg']}") from error


def json_schema() -> str:
    """The JSON Schema of ``diff.json`` as shipped in ``schemas/diff.schema.json``."""
    import json

    schema = PlanDiff.model_json_schema(by_alias=True, mode="serialization")
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
