"""Styles: what a paragraph or run looks like once its chain of styles is followed.

Only what a reader of plans needs: heading level, list, bold, size, hidden,
raised, struck, capitals, and the fill of tables.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from planparse.readers.docx.names import PPR, RPR, STYLE_ID, TBLPR, VAL, W, child_number, child_value, number, switched

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_HEADING = re.compile(r"heading (\d)\b", re.I)
_CONTENTS = re.compile(r"toc (?:\d|heading)\b", re.I)
_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")
_CHAIN = 50
"""Styles followed along ``basedOn``; Word itself stops before."""


@dataclass(frozen=True, slots=True)
class RunLook:
    """Run properties; None is "not said here"."""

    bold: bool | None = None
    hidden: bool | None = None
    caps: bool | None = None
    struck: bool | None = None
    raised: bool | None = None
    size: float | None = None
    font: str | None = None

    def over(self, below: RunLook) -> RunLook:
        """These properties where they say something, else those below."""
        said = {f.name: value for f in fields(self) if (value := getattr(self, f.name)) is not None}
        return replace(below, **said) if said else below


PLAIN = RunLook()


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """What a paragraph style gives to its paragraphs."""

    style: str | None = None
    look: RunLook = PLAIN
    heading: int | None = None
    list_id: int | None = None
    list_level: int | None = None
    is_contents: bool = False


PLAIN_PARAGRAPH = ParagraphLook()


@dataclass(frozen=True, slots=True)
class TableLook:
    fill: str | None = None
    first_row_fill: str | None = None
    first_row_bold: bool = False
    bold: bool = False


def run_look(rpr: Element | None) -> RunLook:
    """The direct properties of a ``w:rPr``."""
    if rpr is None or not len(rpr):
        return PLAIN
    bold = hidden = caps = struck = raised = size = font = None
    for child in rpr:
        tag = child.tag
        if tag == _B:
            bold = switched(child)
        elif tag == _SZ:
            half_points = number(child.get(VAL))
            size = half_points / 2 if half_points else None
        elif tag == _FONTS:
            font = child.get(_ASCII) or child.get(_HANSI)
        elif tag == _VANISH:
            hidden = switched(child)
        elif tag == _CAPS:
            caps = switched(child)
        elif tag in (_STRIKE, _DSTRIKE):
            struck = bool(struck) or switched(child)
        elif tag == _VERT:
            raised = child.get(VAL) == "superscript"
        elif tag == _POSITION and raised is None:
            raised = (number(child.get(VAL)) or 0) >= _RAISED or None
    return RunLook(bold, hidden, caps, struck, raised, size, font)


_B, _SZ, _FONTS, _VANISH, _CAPS = W + "b", W + "sz", W + "rFonts", W + "vanish", W + "caps"
_STRIKE, _DSTRIKE, _VERT, _ASCII, _HANSI = W + "strike", W + "dstrike", W + "vertAlign", W + "ascii", W + "hAnsi"
_POSITION = W + "position"
_RAISED = 4
"""Half points above the line from which text looks like a superscript."""


class Styles:
    """The styles part, each style resolved once and kept."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[tuple[str, str], Element] = {}
        self._default: dict[str, str] = {}
        self._paragraphs: dict[str | None, ParagraphLook] = {}
        self._characters: dict[str, RunLook] = {}
        self._tables: dict[str | None, TableLook] = {}
        self._runs: dict[tuple[str | None, str | None, RunLook, bool], RunLook] = {}
        self.base = PLAIN
        if root is None:
            return
        self.base = run_look(root.find(f"{W}docDefaults/{W}rPrDefault/{RPR}"))
        for style in root.iterchildren(W + "style"):
            kind, name = style.get(W + "type") or "paragraph", style.get(STYLE_ID) or ""
            self._elements[kind, name] = style
            if switched_attribute(style.get(W + "default")):
                self._default[kind] = name

    def paragraph(self, name: str | None) -> ParagraphLook:
        """The look of a paragraph style; None is the default style, as is a name that no style has."""
        found = self._paragraphs.get(name)
        if found is None:
            known = (
                name if name is not None and ("paragraph", name) in self._elements else self._default.get("paragraph")
            )
            found = self._paragraphs[name] = self._paragraph(known)
        return found

    def run(self, paragraph: ParagraphLook, character: str | None, direct: RunLook, bold: bool = False) -> RunLook:
        """The look of a run. ``bold`` is what a table style adds.

        Bold, hidden and capitals of a paragraph style and a character style
        cancel each other (ISO/IEC 29500-1, 17.7.3); direct formatting wins.
        """
        key = (paragraph.style, character, direct, bold)
        found = self._runs.get(key)
        if found is None:
            found = self._runs[key] = self._run(paragraph.look, self._character(character), direct, bold)
        return found

    def table(self, name: str | None) -> TableLook:
        found = self._tables.get(name)
        if found is None:
            found = self._tables[name] = self._table(name if name is not None else self._default.get("table"))
        return found

    def list_of(self, name: str) -> int | None:
        """The list of a numbering style."""
        style = self._elements.get(("numbering", name))
        return None if style is None else child_number(style.find(f"{PPR}/{W}numPr"), W + "numId")

    def _run(self, paragraph: RunLook, character: RunLook, direct: RunLook, bold: bool) -> RunLook:
        both = direct.over(character).over(paragraph).over(self.base)
        base = self.base
        return RunLook(
            _toggled(direct.bold, character.bold, paragraph.bold, base.bold or bold),
            _toggled(direct.hidden, character.hidden, paragraph.hidden, base.hidden),
            _toggled(direct.caps, character.caps, paragraph.caps, base.caps),
            _toggled(direct.struck, character.struck, paragraph.struck, base.struck),
            bool(both.raised),
            both.size,
            both.font,
        )

    def _chain(self, kind: str, name: str | None) -> list[Element]:
        """A style and those that it is based on, nearest first."""
        out: list[Element] = []
        seen: set[str] = set()
        while name is not None and name not in seen and len(out) < _CHAIN:
            style = self._elements.get((kind, name))
            if style is None:
                break
            seen.add(name)
            out.append(style)
            name = child_value(style, W + "basedOn")
        return out

    def _paragraph(self, name: str | None) -> ParagraphLook:
        look, heading, list_id, level, contents = PLAIN, None, None, None, False
        for position, style in enumerate(self._chain("paragraph", name)):
            look = look.over(run_look(style.find(RPR)))
            ppr = style.find(PPR)
            if heading is None:
                heading = _heading(style, ppr)
            if ppr is not None and (numpr := ppr.find(W + "numPr")) is not None:
                list_id = child_number(numpr, W + "numId") if list_id is None else list_id
                level = child_number(numpr, W + "ilvl") if level is None else level
            contents = contents or (position == 0 and bool(_CONTENTS.match(_name(style))))
        return ParagraphLook(name, look, heading if heading != _BODY else None, list_id, level, contents)

    def _character(self, name: str | None) -> RunLook:
        if name is None:
            return PLAIN
        found = self._characters.get(name)
        if found is None:
            found = PLAIN
            for style in self._chain("character", name):
                found = found.over(run_look(style.find(RPR)))
            self._characters[name] = found
        return found

    def _table(self, name: str | None) -> TableLook:
        fill = first = None
        bold = first_bold = False
        for style in self._chain("table", name):
            for pr in (style.find(W + "tcPr"), style.find(TBLPR)):
                fill = fill or fill_of(pr)
            bold = bold or bool(run_look(style.find(RPR)).bold)
            for condition in style.iterchildren(W + "tblStylePr"):
                if condition.get(W + "type") == "firstRow":
                    first = first or fill_of(condition.find(W + "tcPr"))
                    first_bold = first_bold or bool(run_look(condition.find(RPR)).bold)
        return TableLook(fill, first, first_bold, bold)


def _toggled(direct: bool | None, character: bool | None, paragraph: bool | None, below: bool | None) -> bool:
    if direct is not None:
        return direct
    return bool(below) or bool(paragraph) != bool(character)


_BODY = 10
"""Outline level 9 counted as a heading: body text."""


def heading_level(ppr: Element | None) -> int | None:
    """Heading level that an outline level in ``w:pPr`` gives: 1 is the outermost, 10 means body text."""
    level = child_number(ppr, W + "outlineLvl")
    return None if level is None or not 0 <= level <= 9 else level + 1


def _heading(style: Element, ppr: Element | None) -> int | None:
    name = _name(style)
    if name.casefold() == "title":
        return 0
    by_name = _HEADING.match(name)
    return int(by_name[1]) if by_name else heading_level(ppr)


def _name(style: Element) -> str:
    return child_value(style, W + "name") or style.get(STYLE_ID) or ""


def switched_attribute(value: str | None) -> bool:
    return value is not None and value.lower() in ("1", "true", "on")


def fill_of(properties: Element | None) -> str | None:
    """The background that properties of a table or a cell give."""
    found = None if properties is None else properties.find(W + "shd")
    return None if found is None else shade(found)


def shade(element: Element) -> str | None:
    """A ``w:shd`` as ``#rrggbb``; None for white, automatic and none."""
    colour = element.get(W + "color" if element.get(VAL) == "solid" else W + "fill") or ""
    if not _COLOUR.fullmatch(colour) or colour.lower() == "ffffff":
        return None
    return "#" + colour.lower()
