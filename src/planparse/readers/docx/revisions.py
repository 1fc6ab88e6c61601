"""Tracked changes: what stands in the document once all are accepted, or all are rejected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planparse.model.options import Revisions
from planparse.readers.docx.names import DEL, INS, MOVE_FROM, MOVE_TO, PPR, RPR, VAL, W, leading

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

CODES = {
    INS: "tracked-insertion",
    DEL: "tracked-deletion",
    MOVE_FROM: "tracked-move",
    MOVE_TO: "tracked-move",
    W + "cellIns": "tracked-insertion",
    W + "cellDel": "tracked-deletion",
}
CELL_MERGE = W + "cellMerge"
_VERBS = {"tracked-insertion": "inserted", "tracked-deletion": "deleted", "tracked-move": "moved"}


@dataclass(frozen=True, slots=True)
class Change:
    """One tracked change: ``text`` is what it put in or took out, ``kept`` whether that stands in the view read."""

    code: str
    author: str
    date: str
    text: str
    kept: bool

    @property
    def reason(self) -> str:
        return f"{_VERBS[self.code]} by {self.author}" + (f", {self.date}" if self.date else "")

    @property
    def message(self) -> str:
        state = "" if self.kept else " (left out)"
        return f"{self.reason}{state}: {self.text}" if self.text else f"{self.reason}{state}"


class View:
    """One of the two ways to read tracked changes."""

    def __init__(self, revisions: Revisions) -> None:
        self._final = revisions == "final"
        new, old = {INS, MOVE_TO, W + "cellIns"}, {DEL, MOVE_FROM, W + "cellDel"}
        self.kept = frozenset(new if self._final else old)
        self.dropped = frozenset(old if self._final else new)

    def properties(self, owner: Element, tag: str) -> Element | None:
        """The ``w:pPr`` (``w:rPr``, ``w:tcPr`` ...) of an element as this view has it."""
        found = leading(owner, tag)
        if self._final or found is None:
            return found
        before = found.find(f"{tag}Change/{tag}")
        return found if before is None else before

    def dropping(self, properties: Element | None) -> Element | None:
        """The change in a paragraph mark's, row's or cell's properties that takes it out of this view."""
        if properties is not None:
            for child in properties:
                if child.tag in self.dropped:
                    return child
        return None

    def mark(self, paragraph: Element) -> Element | None:
        """The change that takes a paragraph's mark away, so that the next paragraph joins on."""
        ppr = leading(paragraph, PPR)
        return None if ppr is None else self.dropping(ppr.find(RPR))

    def numbered(self, numpr: Element) -> bool:
        """False for numbering that was put in by a change which this view rejects."""
        return self._final or numpr.find(INS) is None

    def merge(self, element: Element) -> str | None:
        """``restart`` or ``continue`` for the ``w:vMerge`` or ``w:cellMerge`` of a cell; None for no merge."""
        if element.tag == CELL_MERGE:
            value = element.get(W + ("vMerge" if self._final else "vMergeOrig"))
            return {"rest": "restart", "cont": "continue"}.get(value or "")
        return "restart" if element.get(VAL) == "restart" else "continue"


def change(element: Element, text: str, kept: bool) -> Change:
    """The Change that an element of a revision stands for."""
    author = " ".join((element.get(W + "author") or "").split()) or "an unnamed author"
    return Change(CODES[element.tag], author, (element.get(W + "date") or "")[:10], " ".join(text.split()), kept)
