"""What became of each source unit, where each field stands, and the remarks made on the way."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from sys import intern

from planparse.interpret.draft import Column
from planparse.model.document import Cell
from planparse.model.provenance import Provenance
from planparse.model.shelf import Shelf
from planparse.model.trace import FieldSource, Remark, UnitClass, Use


class Uses:
    """What became of each source unit, in a number a unit: there are some hundred on a page."""

    def __init__(self, sources: Shelf[FieldSource]) -> None:
        self._sources = sources
        self._numbers = array("i")
        """For each unit: zero, the number of its use from one, or that of its source from one with a minus."""
        self._uses: dict[Use, int] = {}
        self._by_number: list[Use] = []

    def add(self, places: Provenance, use: Use) -> None:
        """Classes the units; the first class that a unit gets stays."""
        if use not in self._uses:
            self._by_number.append(use)
            self._uses[use] = len(self._by_number)
        self._note(places, self._uses[use])

    def add_source(self, places: Provenance) -> None:
        """The units are used in the record and field of the last source."""
        self._note(places, -len(self._sources))

    def _note(self, places: Provenance, number: int) -> None:
        numbers = self._numbers
        for place in places:
            if place.unit >= len(numbers):
                numbers.extend([0] * (place.unit + 1 - len(numbers)))
            if not numbers[place.unit]:
                numbers[place.unit] = number

    def get(self, unit: int) -> Use | None:
        number = self._numbers[unit] if unit < len(self._numbers) else 0
        if number < 0:
            source = self._sources[-number - 1]
            return Use("record", f"{source.record} {source.field}")
        return self._by_number[number - 1] if number else None

    def kind(self, unit: int) -> UnitClass | None:
        """The class alone, which takes no look at the sources."""
        number = self._numbers[unit] if unit < len(self._numbers) else 0
        if number < 0:
            return "record"
        return self._by_number[number - 1].kind if number else None


class Ledger:
    """What is written down while records are gathered and built."""

    def __init__(self) -> None:
        self.sources: Shelf[FieldSource] = Shelf()
        self.uses = Uses(self.sources)
        self.columns: Shelf[Column] = Shelf(size=64)
        self.remarks: list[Remark] = []

    def use(self, places: Provenance, use: Use) -> None:
        """Classes the units; the first class that a unit gets stays."""
        self.uses.add(places, use)

    def source(self, record: str, field: str, places: Provenance) -> None:
        """Says where a field of a record stands; its units are used there."""
        self.sources.append(FieldSource(record, intern(field), places))
        self.uses.add_source(places)

    def label(self, cells: Iterable[Cell], detail: str) -> None:
        for cell in cells:
            self.use(cell.places, Use("label", detail))

    def header(self, cells: Iterable[Cell], detail: str = "column header") -> None:
        for cell in cells:
            self.use(cell.places, Use("header", detail))
