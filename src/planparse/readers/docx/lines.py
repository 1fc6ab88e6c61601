"""A line at its end: its text, and what the paragraph whose mark ends it makes of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planparse.readers.docx.names import RPR
from planparse.readers.docx.pieces import joined, struck
from planparse.readers.docx.runs import Line
from planparse.readers.docx.styles import ParagraphLook, heading_level, run_look
from planparse.text import clean

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


@dataclass(frozen=True, slots=True)
class Ended:
    """A line with the properties of the paragraph whose mark ends it."""

    line: Line
    ppr: Element | None
    look: ParagraphLook
    mark_gone: bool

    def text(self) -> str:
        """The clean text; marks of notes and struck words are told to the scope."""
        pieces, scope = self.line.pieces, self.line.scope
        if not pieces:
            return ""
        text, left_out = joined(pieces)
        for mark in left_out:
            scope.remarks.append(("note-mark", f"the raised mark '{mark}' is not part of the text"))
        if words := struck(pieces):
            scope.marks.append(f"struck through: {clean(words)}")
        return clean(text).strip()

    def heading(self) -> int | None:
        """The paragraph's own outline level, else that of its style; a title stays a title."""
        own = heading_level(self.ppr)
        level = self.look.heading if own is None or self.look.heading == 0 else own
        return None if level is not None and level > 9 else level

    def is_not_there(self) -> bool:
        """Blank, with a mark that is deleted or hidden: Word does not count it in a list."""
        if not self.line.is_blank():
            return False
        if self.mark_gone:
            return True
        own = run_look(None if self.ppr is None else self.ppr.find(RPR)).hidden
        return bool(self.look.look.hidden if own is None else own)
