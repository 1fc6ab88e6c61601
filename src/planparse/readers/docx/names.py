"""Names of the elements and attributes of WordprocessingML, and how its small values are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
V = "{urn:schemas-microsoft-com:vml}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
XML = "{http://www.w3.org/XML/1998/namespace}"

VAL = W + "val"
ID = W + "id"
STYLE_ID = W + "styleId"
REL_ID = R + "id"

P, PPR, RUN, RPR, T = W + "p", W + "pPr", W + "r", W + "rPr", W + "t"
TBL, TBLPR, TR, TRPR, TC, TCPR = W + "tbl", W + "tblPr", W + "tr", W + "trPr", W + "tc", W + "tcPr"
SDT, SDTPR, SDT_CONTENT = W + "sdt", W + "sdtPr", W + "sdtContent"
CUSTOM_XML, SMART_TAG, HYPERLINK, FLD_SIMPLE = W + "customXml", W + "smartTag", W + "hyperlink", W + "fldSimple"
INS, DEL, MOVE_FROM, MOVE_TO = W + "ins", W + "del", W + "moveFrom", W + "moveTo"
ALTERNATE, CHOICE, FALLBACK = MC + "AlternateContent", MC + "Choice", MC + "Fallback"
TXBX = W + "txbxContent"
ALT_CHUNK = W + "altChunk"
COMMENT_START, COMMENT_REF = W + "commentRangeStart", W + "commentReference"
FOOTNOTE_REF, ENDNOTE_REF = W + "footnoteReference", W + "endnoteReference"
FLD_CHAR = W + "fldChar"
SECTPR = W + "sectPr"

_FALSE = frozenset({"0", "false", "off", "none"})


def switched(element: Element | None) -> bool | None:
    """The value of an on/off property; None where the property is not there."""
    if element is None:
        return None
    value = element.get(VAL)
    return True if value is None else value.lower() not in _FALSE


def number(value: str | None) -> int | None:
    """A whole number of an attribute; None for anything else, and for numbers that no document needs."""
    if value is None:
        return None
    value = value.strip()
    digits = value[1:] if value[:1] in ("-", "+") else value
    return int(value) if digits.isascii() and digits.isdigit() and len(digits) <= 10 else None


def leading(owner: Element, tag: str) -> Element | None:
    """The properties of an element: they stand first in it. (Looking only there is four times faster than ``find``.)"""
    if len(owner):
        first = owner[0]
        if first.tag == tag:
            return first
    return None


def child_number(parent: Element | None, tag: str) -> int | None:
    """The ``w:val`` of a child as a whole number."""
    if parent is None:
        return None
    child = parent.find(tag)
    return None if child is None else number(child.get(VAL))


def child_value(parent: Element | None, tag: str) -> str | None:
    """The ``w:val`` of a child."""
    if parent is None:
        return None
    child = parent.find(tag)
    return None if child is None else child.get(VAL)
