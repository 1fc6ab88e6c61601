"""The parts of a Word file and the relationships between them.

Only the parts that hold text are read. Relationships that point outside the
file are kept as facts and never followed; XML is read without entities, and a
part with a document type is refused.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from planparse.errors import InputRefused
from planparse.model.options import Limits
from planparse.readers.docx.archive import Archive
from planparse.readers.docx.names import W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)
"""Strict Open XML has its own namespaces for the same elements."""


class Package:
    """A Word file: ``document`` is the root of its main part, ``main`` that part's name."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._archive = Archive(data, limits)
        self._relations: dict[str, dict[str, tuple[str, str]]] = {}
        self.main = self._find_main()
        root = self.part(self.main)
        if root is None or root.tag != W + "document":
            raise InputRefused("not a Word document: its main part is of another kind; give a .docx file")
        self.document: Element = root

    def part(self, name: str) -> Element | None:
        """The root of an XML part; None where the file has no such part."""
        return parse_xml(self._archive.read(name), name) if name in self._archive else None

    def related(self, kind: str, source: str | None = None) -> str | None:
        """The name of the first part of this kind (the last word of the relationship's type), if it is there."""
        for its_kind, target in self.relations(source or self.main).values():
            if its_kind == kind and target in self._archive:
                return target
        return None

    def target(self, relation: str | None, source: str) -> str | None:
        """The part that a relationship id points to, if it is in the file."""
        found = self.relations(source).get(relation or "")
        return found[1] if found and found[1] in self._archive else None

    def relations(self, source: str) -> dict[str, tuple[str, str]]:
        """Relationship id -> (last word of its type, part name); external ones have an empty name."""
        if source not in self._relations:
            self._relations[source] = self._read_relations(source)
        return self._relations[source]

    def _read_relations(self, source: str) -> dict[str, tuple[str, str]]:
        folder, name = posixpath.split(source)
        root = self.part(posixpath.join(folder, "_rels", name + ".rels"))
        out: dict[str, tuple[str, str]] = {}
        for item in [] if root is None else root.iter(_RELS):
            target = unquote(item.get("Target") or "").replace("\\", "/")
            inside = (item.get("TargetMode") or "").lower() != "external"
            path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/") if inside and target else ""
            out[item.get("Id") or ""] = ((item.get("Type") or "").rpartition("/")[2], path)
        return out

    def _find_main(self) -> str:
        for kind, target in self.relations("").values():
            if kind == "officeDocument" and target in self._archive:
                return target
        if "word/document.xml" in self._archive:
            return "word/document.xml"
        raise InputRefused("not a Word file: the archive has no document in it; give a .docx file")


def parse_xml(data: bytes, name: str) -> Element:
    """XML without entities, without network, without a document type."""
    from lxml import etree

    if b"<!DOCTYPE" in data:
        raise _with_doctype(name)
    if b"http://purl.oclc.org/ooxml/" in data:
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as cause:
        if isinstance(cause, etree.XMLSyntaxError) and getattr(cause, "code", 0) == etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from cause
        if "depth" in str(cause):
            raise InputRefused(f"the part {name} is nested too deeply to be a real document") from cause
        raise InputRefused(
            f"damaged Word file: {name} is not well-formed; open it in Word and save it again"
        ) from cause
    if root.getroottree().docinfo.internalDTD is not None:
        raise _with_doctype(name)
    return root


def _with_doctype(name: str) -> InputRefused:
    return InputRefused(f"the part {name} has a document type, which Word never writes; save the file again with Word")
