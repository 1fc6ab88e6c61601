"""The text of one paragraph: runs, breaks, symbols, links, notes and tracked changes inside a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.readers.docx.drawings import DRAWINGS, branch, look_into
from planparse.readers.docx.fields import Fields, form_value
from planparse.readers.docx.names import (
    ALTERNATE,
    COMMENT_REF,
    COMMENT_START,
    DEL,
    ENDNOTE_REF,
    FLD_CHAR,
    FOOTNOTE_REF,
    ID,
    INS,
    MOVE_FROM,
    MOVE_TO,
    PPR,
    RPR,
    RUN,
    SDT,
    SDT_CONTENT,
    SDTPR,
    VAL,
    M,
    T,
    W,
    switched,
)
from planparse.readers.docx.pieces import Piece
from planparse.readers.docx.revisions import View, change
from planparse.readers.docx.scope import Scope
from planparse.readers.docx.styles import PLAIN, PLAIN_PARAGRAPH, ParagraphLook, RunLook, Styles, run_look
from planparse.readers.docx.symbols import in_symbols, is_symbol_font, symbol

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_DEL_TEXT, _SYM, _CHAR, _FONT = W + "delText", W + "sym", W + "char", W + "font"
_TEXTS = frozenset({T, _DEL_TEXT})
_FIXED = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
    W + "softHyphen": "",
}
_RUN_STYLE = W + "rStyle"
_SKIPPED = frozenset({PPR, RPR, SDTPR, W + "sdtEndPr", W + "smartTagPr", W + "customXmlPr", W + "instrText",
                      W + "delInstrText", W + "fldData", W + "rubyPr", W + "bookmarkStart", W + "bookmarkEnd",
                      W + "proofErr", M + "ctrlPr"})  # fmt: skip
_REVISED = frozenset({INS, DEL, MOVE_FROM, MOVE_TO})
_REFERENCES = {FOOTNOTE_REF: "footnote", ENDNOTE_REF: "endnote"}
_MATH_TEXT = M + "t"
_MATH_SIGNS = {M + "den": "/", M + "sup": "^"}
_BREAKS = (W + "p", W + "tc", W + "tab", W + "br")


def all_text(element: Element) -> str:
    """Every word under an element, deleted ones too, on one line."""
    found = [(e.text or "") if e.tag in _TEXTS else " " for e in element.iter(T, _DEL_TEXT, *_BREAKS)]
    return "".join(found).strip()


def is_placeholder(sdt: Element) -> bool:
    """The content control shows its prompt ("Click here to enter text"), not a text of the plan."""
    properties = sdt.find(SDTPR)
    return properties is not None and bool(switched(properties.find(W + "showingPlcHdr")))


class Line:
    """Gathers the pieces of one paragraph (or of several that a deleted mark joins)."""

    __slots__ = ("_bold", "_fields", "_hidden", "_paragraph", "_styles", "_view", "pieces", "scope")

    def __init__(self, styles: Styles, view: View, fields: Fields, scope: Scope) -> None:
        self.pieces: list[Piece] = []
        self.scope = scope
        self._styles, self._view, self._fields = styles, view, fields
        self._paragraph = PLAIN_PARAGRAPH
        self._bold = False
        self._hidden: list[str] = []

    def read(self, paragraph: Element, look: ParagraphLook, bold: bool) -> None:
        """Adds the text of a paragraph. ``bold`` is what the table's style adds."""
        self._paragraph, self._bold = look, bold
        self._walk(paragraph)
        if self._hidden:
            self.scope.hidden.append(("".join(self._hidden), "hidden text"))
            self._hidden = []

    def is_blank(self) -> bool:
        return not any(text.strip() for text, _ in self.pieces)

    def _walk(self, parent: Element) -> None:
        for child in parent:
            tag = child.tag
            if tag == RUN:
                self._run(child, child)
            elif tag in _SKIPPED:
                continue
            elif tag in _REVISED:
                self._revised(child)
            elif tag == SDT:
                self._control(child)
            elif tag == ALTERNATE:
                if (chosen := branch(child)) is not None:
                    self._walk(chosen)
            elif tag == COMMENT_START:
                self.scope.comments[child.get(ID) or ""] = None
            elif tag == _MATH_TEXT:
                self._add(child.text or "", PLAIN)
            elif len(child):
                if tag in _MATH_SIGNS:
                    self._add(_MATH_SIGNS[tag], PLAIN)
                self._walk(child)

    def _revised(self, element: Element) -> None:
        kept = element.tag in self._view.kept
        text = all_text(element)
        made = change(element, text, kept)
        if text:
            self.scope.changes.append(made)
        if kept:
            self._walk(element)
        elif text:
            self.scope.hidden.append((text, made.reason))

    def _control(self, sdt: Element) -> None:
        content = sdt.find(SDT_CONTENT)
        if content is None:
            return
        if is_placeholder(sdt):
            self.scope.hidden.append((all_text(content), "placeholder of an empty content control"))
        else:
            self._walk(content)

    def _run(self, run: Element, parent: Element) -> None:
        """The content of a run; ``parent`` is the run itself or a branch of alternate content in it."""
        look: RunLook | None = None
        for child in parent:
            tag = child.tag
            if tag == RPR:
                continue
            if tag in _TEXTS:
                if child.text:
                    look = look or self._look(run)
                    self._add(child.text.replace("\n", " "), look)
            elif tag in _FIXED:
                look = look or self._look(run)
                self._add(_FIXED[tag], look)
            elif tag == FLD_CHAR:
                if value := form_value(child):
                    self._add(value, self._look(run))
                self._fields.meet(child)
            elif tag == _SYM:
                self._symbol(child, look or self._look(run))
            elif tag == ALTERNATE:
                if (chosen := branch(child)) is not None:
                    self._run(run, chosen)
            else:
                self._other(child)

    def _other(self, child: Element) -> None:
        tag, scope = child.tag, self.scope
        if tag in _REFERENCES:
            scope.references.append((_REFERENCES[tag], child.get(ID) or ""))
        elif tag == COMMENT_REF:
            scope.comments[child.get(ID) or ""] = None
        elif tag in DRAWINGS:
            look_into(child, scope)
        elif tag not in _SKIPPED and len(child):
            self._walk(child)

    def _symbol(self, item: Element, look: RunLook) -> None:
        try:
            code = int((item.get(_CHAR) or "")[:8], 16)
        except ValueError:
            return
        if 0 < code < 0xD800 or 0xE000 <= code <= 0xFFFF:
            font = item.get(_FONT)
            found = symbol(code, font)
            if found is None:
                self.scope.marks.append(f"a symbol of the font {font or 'Symbol'} is not known")
            self._add(found or chr(code), look)

    def _look(self, run: Element) -> RunLook:
        rpr = self._view.properties(run, RPR)
        style = None
        direct = PLAIN
        if rpr is not None and len(rpr):
            direct = run_look(rpr)
            if (named := rpr.find(_RUN_STYLE)) is not None:
                style = named.get(VAL)
        return self._styles.run(self._paragraph, style, direct, self._bold)

    def _add(self, text: str, look: RunLook) -> None:
        if self._fields.in_instruction:
            return
        if look.font is not None and is_symbol_font(look.font):
            text = in_symbols(text, look.font)
        if look.hidden:
            self._hidden.append(text)
        else:
            self.pieces.append((text.upper() if look.caps else text, look))
