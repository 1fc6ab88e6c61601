"""Fields: the result is text, the instruction never is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.readers.docx.names import FLD_CHAR, VAL, W, child_number, switched

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TYPE = W + "fldCharType"


class Fields:
    """Complex fields (begin, instruction, separate, result, end), which may run over several paragraphs.

    A field that is never ended is taken for no field: its text is kept rather than lost.
    """

    def __init__(self, root: Element, dropped: frozenset[str]) -> None:
        """``dropped`` are the tags of the tracked changes that are left out."""
        self._ended: set[Element] = set()
        self._open: list[bool] = []
        """True while the instruction of a field goes on, innermost last."""
        self._instructions = 0
        begun: list[Element] = []
        for item in root.iter(FLD_CHAR):
            kind = item.get(_TYPE)
            if any(above.tag in dropped for above in item.iterancestors()):
                continue
            if kind == "begin":
                begun.append(item)
            elif kind == "end" and begun:
                self._ended.add(begun.pop())

    @property
    def in_instruction(self) -> bool:
        return self._instructions > 0

    def meet(self, item: Element) -> None:
        kind = item.get(_TYPE)
        if kind == "begin":
            if item in self._ended:
                self._open.append(True)
                self._instructions += 1
        elif self._open and kind in ("separate", "end"):
            self._instructions -= self._open.pop()
            if kind == "separate":
                self._open.append(False)


def form_value(item: Element) -> str:
    """What an old form field shows that is no text of the file: the chosen line of a list, a ticked box."""
    data = item.find(W + "ffData")
    if data is None or item.get(_TYPE) != "begin":
        return ""
    choices, box = data.find(W + "ddList"), data.find(W + "checkBox")
    if choices is not None:
        entries = [entry.get(VAL) or "" for entry in choices.iterchildren(W + "listEntry")]
        chosen = child_number(choices, W + "result")
        chosen = (child_number(choices, W + "default") or 0) if chosen is None else chosen
        return entries[chosen] if 0 <= chosen < len(entries) else ""
    if box is not None:
        ticked = switched(box.find(W + "checked"))
        ticked = switched(box.find(W + "default")) if ticked is None else ticked
        return "☒" if ticked else "☐"
    return ""
