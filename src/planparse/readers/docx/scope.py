"""What is met on the way through one unit (a cell or a paragraph) besides its text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planparse.readers.docx.revisions import Change

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


@dataclass(slots=True)
class Scope:
    """Collected while a unit is read, turned into notes and asides once its Place is known."""

    changes: list[Change] = field(default_factory=list)
    comments: dict[str, None] = field(default_factory=dict)
    """Ids of the comments anchored here, in order."""
    references: list[tuple[str, str]] = field(default_factory=list)
    """(``footnote`` or ``endnote``, id)."""
    hidden: list[tuple[str, str]] = field(default_factory=list)
    """(text, reason) of what is left out."""
    boxes: list[Element] = field(default_factory=list)
    """Text boxes, painted letters and diagrams anchored here."""
    remarks: list[tuple[str, str]] = field(default_factory=list)
    """(code, message) of oddities without loss."""
    losses: list[tuple[str, str]] = field(default_factory=list)
    """(code, message) of content that cannot be read."""
    marks: list[str] = field(default_factory=list)
    """Doubts about the text, one phrase each."""

    def absorb(self, other: Scope) -> None:
        """Takes over what another scope has collected."""
        self.changes += other.changes
        self.comments |= other.comments
        self.references += other.references
        self.hidden += other.hidden
        self.boxes += other.boxes
        self.remarks += other.remarks
        self.losses += other.losses
        self.marks += other.marks

    def taken(self) -> Scope:
        """What was collected so far, leaving this one empty."""
        out = Scope()
        if not self.is_empty():
            out.absorb(self)
            for name in self.__slots__:
                getattr(self, name).clear()
        return out

    def is_empty(self) -> bool:
        return not (
            self.changes
            or self.comments
            or self.references
            or self.hidden
            or self.boxes
            or self.remarks
            or self.losses
            or self.marks
        )
