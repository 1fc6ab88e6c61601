"""The order of a Word file: body, notes, headers and footers, comments, title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.model.document import AsideKind, Document, Grid, Paragraph, walk_cells
from planparse.model.options import ReadOptions
from planparse.readers.docx.names import ID, REL_ID, SECTPR, W, switched
from planparse.readers.docx.numbering import Numbering
from planparse.readers.docx.package import Package
from planparse.readers.docx.revisions import View
from planparse.readers.docx.runs import all_text
from planparse.readers.docx.source import Source
from planparse.readers.docx.story import Story
from planparse.readers.docx.styles import Styles
from planparse.text import clean

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TITLE = "{http://purl.org/dc/elements/1.1/}title"


def read_package(package: Package, options: ReadOptions) -> Document:
    """The Document of an opened Word file."""
    styles = Styles(_part(package, "styles"))
    numbering = Numbering(_part(package, "numbering"), styles)
    source = Source(package, styles, numbering, View(options.revisions), options.limits)
    source.comments = _comments(_part(package, "comments"))
    blocks: list[Paragraph | Grid] = []
    body = package.document.find(W + "body")
    if body is not None:
        blocks.extend(Story(source, body, package.main).blocks())
    for kind in ("footnote", "endnote"):
        blocks.extend(_notes(package, source, kind))
    _furniture(package, source)
    for comment in source.comments.values():
        source.note("info", "comment", comment)
    return Document("docx", tuple(blocks), tuple(source.asides), tuple(source.notes), _title(package))


def _part(package: Package, kind: str) -> Element | None:
    name = package.related(kind)
    return None if name is None else package.part(name)


def _title(package: Package) -> str | None:
    for kind, name in package.relations("").values():
        if kind == "core-properties":
            root = package.part(name)
            found = None if root is None else root.findtext(_TITLE)
            return clean(found or "").strip() or None
    return None


def _comments(root: Element | None) -> dict[str, str]:
    out: dict[str, str] = {}
    for comment in [] if root is None else root.iterchildren(W + "comment"):
        author = " ".join((comment.get(W + "author") or "").split()) or "an unnamed author"
        date = (comment.get(W + "date") or "")[:10]
        text = " ".join(clean(all_text(comment)).split())
        out[comment.get(ID) or ""] = f"{author}, {date}: {text}" if date else f"{author}: {text}"
    return out


def _notes(package: Package, source: Source, kind: str) -> list[Paragraph | Grid]:
    """Footnotes or endnotes in the order of their marks; one without a mark is not shown and goes aside."""
    file = package.related(kind + "s")
    root = None if file is None else package.part(file)
    if file is None or root is None:
        return []
    elements = {e.get(ID) or "": e for e in root.iterchildren(W + kind) if e.get(W + "type") in (None, "normal")}
    blocks: list[Paragraph | Grid] = []
    shown = 0
    for reference, anchor in list(source.references.items()):
        if reference[0] != kind or (element := elements.pop(reference[1], None)) is None:
            continue
        shown += 1
        blocks.extend(Story(source, element, file, kind).blocks())
        text = " ".join(all_text(element).split())
        source.note("info", kind, f"{kind} {shown}: {text}", *([] if anchor is None else [anchor]))
    for element in elements.values():
        _put_aside(Story(source, element, file, kind), "hidden", f"{kind} without a mark in the text")
    return blocks


def _furniture(package: Package, source: Source) -> None:
    """Headers and footers of every section, each part once."""
    kinds: dict[str, tuple[str, bool]] = {}
    settings = _part(package, "settings")
    even = settings is not None and bool(switched(settings.find(W + "evenAndOddHeaders")))
    for section in package.document.iter(SECTPR):
        shown = {"first": bool(switched(section.find(W + "titlePg"))), "even": even}
        for part in ("header", "footer"):
            for reference in section.iterchildren(f"{W}{part}Reference"):
                file = package.target(reference.get(REL_ID), package.main)
                if file is not None:
                    used = kinds.get(file, (part, False))[1]
                    kinds[file] = (part, used or shown.get(reference.get(W + "type") or "default", True))
    for file, (part, used) in kinds.items():
        root = package.part(file)
        if root is not None:
            story = Story(source, root, file, part)
            if used:
                _put_aside(story, "furniture", f"{part} of the page")
            else:
                _put_aside(story, "hidden", f"{part} that is switched off")


def _put_aside(story: Story, kind: AsideKind, reason: str) -> None:
    for block in story.blocks():
        if isinstance(block, Grid):
            for cell in walk_cells(block):
                if cell.text.strip():
                    story.source.aside(kind, cell.text, cell.places[0], reason)
        else:
            story.source.aside(kind, block.text, block.places[0], reason)
