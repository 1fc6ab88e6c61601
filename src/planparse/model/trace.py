"""The trace: where every record stands in the source, what was mended, and what was not used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from planparse.model.document import Note
from planparse.model.provenance import Place, Provenance
from planparse.model.shelf import Shelf, View, compact

UnitClass = Literal["record", "label", "header", "furniture", "hidden", "unused", "blank"]
RepairKind = Literal["stitched", "realigned", "rejoined", "dropped_header", "markup_removed", "unglued", "recoded"]
Confidence = Literal["clean", "repaired", "unsure"]


@compact
@dataclass(frozen=True, slots=True)
class Repair:
    """One thing that a pass mended."""

    kind: RepairKind
    detail: str
    places: Provenance
    before: tuple[str, ...] = ()
    """What stood there, a text for each place that it speaks of."""


Repairs = list[Repair] | Shelf[Repair]
"""To which each pass adds what it mends."""


@compact
@dataclass(frozen=True, slots=True)
class FieldSource:
    """Where one field of one record stands."""

    record: str
    field: str
    """A key of the record: ``measure``, ``targets/0``, ``extra/Risk``; a record's own text first."""
    places: Provenance


@compact
@dataclass(frozen=True, slots=True)
class Use:
    """What became of one source unit."""

    kind: UnitClass
    detail: str = ""
    """The record and field, the label's role, or the reason."""


@compact
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


@compact
@dataclass(frozen=True, slots=True)
class SourceUnit:
    place: Place
    text: str
    use: Use


class Units(View[SourceUnit]):
    """All units of a document. Their classes can be had without them: whoever counts looks at nothing else."""

    __slots__ = ("kinds",)

    def __init__(self, make: Callable[[], Iterator[SourceUnit]], kinds: Callable[[], Iterator[UnitClass]]) -> None:
        super().__init__(make)
        self.kinds = kinds


@dataclass(frozen=True)
class Trace:
    format: str
    units: Sequence[SourceUnit]
    """Every source unit once, in reading order."""
    sources: Sequence[FieldSource]
    columns: Sequence[ColumnSource]
    repairs: Sequence[Repair]
    remarks: tuple[Remark, ...]
    notes: tuple[Note, ...]

    def count(self) -> dict[UnitClass, int]:
        """How many units are of each class."""
        units = self.units
        return dict(Counter(units.kinds() if isinstance(units, Units) else (unit.use.kind for unit in units)))

    def places(self, record: str) -> Provenance:
        """All places of a record, each once, in reading order."""
        found = self._places.get(record, {})
        return tuple(found[unit] for unit in sorted(found))

    def confidence(self, record: str) -> tuple[Confidence, tuple[str, ...]]:
        """``unsure`` (why), ``repaired`` (how) or ``clean`` for one record."""
        mine = self._places.get(record, {})
        doubts = list(self._doubts.get(record, ()))
        doubts += [m for unit in sorted(mine) for m in self._notes.get(unit, ())]
        if doubts:
            return "unsure", tuple(dict.fromkeys(doubts))
        how = [d for unit in sorted(mine) for d in self._mended.get(unit, ())]
        return ("repaired", tuple(dict.fromkeys(how))) if how else ("clean", ())

    @cached_property
    def _places(self) -> dict[str, dict[int, Place]]:
        found: dict[str, dict[int, Place]] = {}
        for source in self.sources:
            found.setdefault(source.record, {}).update((p.unit, p) for p in source.places)
        return found

    @cached_property
    def _doubts(self) -> dict[str, list[str]]:
        """Record -> what the interpreter was unsure of."""
        found: dict[str, list[str]] = {}
        for remark in self.remarks:
            if remark.level != "info":
                for record in remark.records:
                    found.setdefault(record, []).append(remark.message)
        return found

    @cached_property
    def _notes(self) -> dict[int, list[str]]:
        """Unit -> what the reader was unsure of."""
        return _by_unit((n.places, n.message) for n in self.notes if n.level != "info")

    @cached_property
    def _mended(self) -> dict[int, list[str]]:
        """Unit -> what was mended there; that a table was stitched above a row changes nothing in the row."""
        return _by_unit((r.places, r.detail) for r in self.repairs if r.kind not in ("stitched", "dropped_header"))


def _by_unit(pairs: Iterable[tuple[Provenance, str]]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for places, text in pairs:
        for place in places:
            found.setdefault(place.unit, []).append(text)
    return found
