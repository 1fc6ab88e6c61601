"""What all stories of one Word file share while it is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from planparse.errors import LimitExceeded
from planparse.model.document import Aside, AsideKind, Note, NoteLevel
from planparse.model.options import Limits
from planparse.model.provenance import Place
from planparse.readers.docx.numbering import Numbering
from planparse.readers.docx.package import Package
from planparse.readers.docx.revisions import View
from planparse.readers.docx.styles import Styles
from planparse.readers.units import Units
from planparse.text import clean


@dataclass(slots=True)
class Source:
    """The parts that are looked up, and the notes, asides and counts that grow."""

    package: Package
    styles: Styles
    numbering: Numbering
    view: View
    limits: Limits
    units: Units = field(default_factory=Units)
    asides: list[Aside] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    comments: dict[str, str] = field(default_factory=dict)
    """Id -> ``AUTHOR, DATE: text``; taken out as their anchors are met."""
    references: dict[tuple[str, str], Place | None] = field(default_factory=dict)
    """(``footnote`` or ``endnote``, id) -> place of its mark, in order."""
    tables: int = 0
    slots: int = 0

    def next_table(self) -> int:
        self.tables += 1
        return self.tables - 1

    def count_slots(self, more: int) -> None:
        self.slots += more
        if self.slots > self.limits.max_cells:
            raise LimitExceeded(f"more than {self.limits.max_cells:,} table cells; raise --max-cells to read it")

    def note(self, level: NoteLevel, code: str, message: str, *places: Place) -> None:
        self.notes.append(Note(level, code, clean(message), places))

    def aside(self, kind: AsideKind, text: str, place: Place, reason: str) -> None:
        self.asides.append(Aside(kind, clean(text).strip(), (place,), reason))
