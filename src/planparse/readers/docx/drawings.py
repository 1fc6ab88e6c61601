"""Drawings: the text boxes in them are read, charts and embedded objects are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.readers.docx.names import ALTERNATE, CHOICE, FALLBACK, TXBX, V, W
from planparse.readers.docx.scope import Scope

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from planparse.readers.docx.package import Package

_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_CHARTS = frozenset(
    {
        "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart",
        "{http://schemas.microsoft.com/office/drawing/2014/chartex}chart",
    }
)
_PICTURES = frozenset({_DRAWING + "blip", V + "imagedata"})
_OBJECTS = frozenset({"{urn:schemas-microsoft-com:office:office}OLEObject", W + "objectEmbed", W + "objectLink"})
_PAINTED = V + "textpath"
_DIAGRAM_PARTS = _DIAGRAM + "relIds"

DRAWINGS = frozenset({W + "drawing", W + "pict", W + "object", TXBX})


def branch(alternate: Element) -> Element | None:
    """The one branch of alternate content that is read: the first choice, else the fallback."""
    found = alternate.find(CHOICE)
    return found if found is not None else alternate.find(FALLBACK)


def look_into(drawing: Element, scope: Scope) -> None:
    """Adds the text boxes of a drawing to the scope, outer ones first, and tells what cannot be read."""
    stack = [drawing]
    while stack:
        element = stack.pop()
        tag = element.tag
        if tag in (TXBX, _DIAGRAM_PARTS) or (tag == _PAINTED and element.get("string")):
            scope.boxes.append(element)
        elif tag == ALTERNATE:
            if (chosen := branch(element)) is not None:
                stack.append(chosen)
        else:
            if tag in _CHARTS:
                scope.losses.append(("chart", "a chart is not read"))
            elif tag in _OBJECTS:
                scope.losses.append(("embedded-object", "an embedded object, such as a sheet, is not read"))
            elif tag in _PICTURES:
                scope.remarks.append(("picture", "a picture is not read"))
            stack.extend(reversed(element))


def texts(box: Element, package: Package, file: str) -> Iterator[str] | None:
    """The lines of a box that holds no Word text: painted letters (a watermark) or a diagram. None for a text box."""
    if box.tag == _PAINTED:
        return iter([box.get("string") or ""])
    if box.tag == _DIAGRAM_PARTS:
        return _diagram(box, package, file)
    return None


def _diagram(box: Element, package: Package, file: str) -> Iterator[str]:
    name = package.target(box.get(_RELATION + "dm"), file)
    root = None if name is None else package.part(name)
    if root is not None:
        for paragraph in root.iter(_DRAWING + "p"):
            yield "".join(t.text or "" for t in paragraph.iter(_DRAWING + "t"))
