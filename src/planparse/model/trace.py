"""The trace: where every record stands in the source, what was mended, and what was not used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from planparse.model.document import Note
from planparse.model.provenance import Place, Provenance

UnitClass = Literal["record", "label", "header", "furniture", "hidden", "unused", "blank"]
RepairKind = Literal["stitched", "realigned", "rejoined", "dropped_header", "markup_removed", "unglued", "recoded"]
Confidence = Literal["clean", "repaired", "unsure"]


@dataclass(frozen=True, slots=True)
class Repair:
    """One thing that a pass mended."""

    kind: RepairKind
    detail: str
    places: Provenance
    before: tuple[str, ...] = ()
    """What stood there, a text for each place that it speaks of."""


@dataclass(frozen=True, slots=True)
class FieldSource:
    """Where one field of one record stands."""

    record: str
    field: str
    """A key of the record: ``measure``, ``targets/0``, ``extra/Risk``; a record's own text first."""
    places: Provenance


@dataclass(frozen=True, slots=True)
class Use:
    """What became of one source unit."""

    kind: UnitClass
    detail: str = ""
    """The record and field, the label's role, or the reason."""


@dataclass(frozen=True, slots=True)
class ColumnSource:
    """Why a column is what it is taken for."""

    table: int | None
    column: int
    role: str
    label: str
    period: str | None
    why: tuple[str, ...]
    places: Provenance


@dataclass(frozen=True, slots=True)
class Remark:
    """Something odd about records that the interpreter saw: ``code-glued``, ``column-guessed`` ..."""

    level: Literal["info", "doubt", "warning"]
    code: str
    message: str
    records: tuple[str, ...]
    places: Provenance


@dataclass(frozen=True, slots=True)
class SourceUnit:
    place: Place
    text: str
    use: Use


@dataclass(frozen=True, slots=True)
class Trace:
    format: str
    units: tuple[SourceUnit, ...]
    """Every source unit once, in reading order."""
    sources: tuple[FieldSource, ...]
    columns: tuple[ColumnSource, ...]
    repairs: tuple[Repair, ...]
    remarks: tuple[Remark, ...]
    notes: tuple[Note, ...]

    def count(self) -> dict[UnitClass, int]:
        """How many units are of each class."""
        out: dict[UnitClass, int] = {}
        for unit in self.units:
            out[unit.use.kind] = out.get(unit.use.kind, 0) + 1
        return out

    def places(self, record: str) -> Provenance:
        """All places of a record, each once, in reading order."""
        found = {p.unit: p for s in self.sources if s.record == record for p in s.places}
        return tuple(found[unit] for unit in sorted(found))

    def confidence(self, record: str) -> tuple[Confidence, tuple[str, ...]]:
        """``unsure`` (why), ``repaired`` (how) or ``clean`` for one record."""
        mine = {p.unit for p in self.places(record)}
        doubts = [r.message for r in self.remarks if r.level != "info" and record in r.records]
        doubts += [n.message for n in self.notes if n.level != "info" and mine & {p.unit for p in n.places}]
        if doubts:
            return "unsure", tuple(dict.fromkeys(doubts))
        how = [r.detail for r in self.repairs if mine & {p.unit for p in r.places}]
        return ("repaired", tuple(dict.fromkeys(how))) if how else ("clean", ())
