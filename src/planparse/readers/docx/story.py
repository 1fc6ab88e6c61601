"""A story: the body, a header, a note, a text box. One walk gives its paragraphs and grids in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from planparse.errors import LimitExceeded
from planparse.model.document import Block, Grid, Paragraph
from planparse.model.provenance import Place
from planparse.readers.docx.drawings import branch, texts
from planparse.readers.docx.fields import Fields
from planparse.readers.docx.lines import Ended
from planparse.readers.docx.names import (
    ALT_CHUNK,
    ALTERNATE,
    COMMENT_START,
    CUSTOM_XML,
    ID,
    PPR,
    SDT,
    SDT_CONTENT,
    SMART_TAG,
    TBL,
    TC,
    P,
    W,
    child_number,
    child_value,
)
from planparse.readers.docx.numbering import Counters
from planparse.readers.docx.pieces import is_bold, size
from planparse.readers.docx.revisions import change
from planparse.readers.docx.runs import Line, all_text, is_placeholder
from planparse.readers.docx.scope import Scope
from planparse.readers.docx.source import Source
from planparse.readers.docx.tables import read_table
from planparse.text import clean

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_PLAIN = frozenset({P, TBL, W + "tr", TC, PPR, W + "tcPr", W + "trPr", W + "tblPr", W + "tblGrid"})
_PROMPT = "placeholder of an empty content control"


class Story:
    """Reads the text below ``root``. ``part`` is its name in every Place, ``file`` the part of the package it is in."""

    def __init__(
        self, source: Source, root: Element, file: str, part: str = "body", counters: Counters | None = None
    ) -> None:
        self.source, self.file, self.part = source, file, part
        self._root = root
        self._fields = Fields(root, source.view.dropped)
        self._counters = counters or source.numbering.counters()
        self._box_counters: Counters | None = None
        self._paragraphs = 0
        self._depth = 0
        self._boxes: list[Element] = []
        self._prompts: set[Element] = set()

    def blocks(self) -> Iterator[Paragraph | Grid]:
        """Paragraphs and grids, blank ones left out."""
        for found in self._content(self._root, None):
            if isinstance(found, Ended):
                if (paragraph := self._paragraph(found)) is not None:
                    yield paragraph
            elif (grid := self._grid(found)) is not None:
                yield grid
            yield from self._text_boxes()
        yield from self._text_boxes()

    def cell_content(self, tc: Element, scope: Scope, bold: bool) -> tuple[tuple[Block, ...], tuple[Grid, ...]]:
        """The blocks and nested tables of a cell; everything else that is met goes to its scope.

        A cell that shows nothing but an automatic number (a "No." column) has one block without text.
        """
        if tc in self._prompts:
            scope.hidden.append((all_text(tc), _PROMPT))
            return (), ()
        blocks: list[Block] = []
        tables: list[Grid] = []
        alone: Block | None = None
        for found in self._content(tc, scope, bold):
            if isinstance(found, Ended):
                marker, level = self._label(found)
                if text := found.text():
                    blocks.append(Block(text, marker, level, is_bold(found.line.pieces)))
                elif marker is not None and any(c.isalnum() for c in marker) and alone is None:
                    alone = Block("", marker, level)
            elif (grid := self._grid(found)) is not None:
                tables.append(grid)
        if alone is not None and not blocks and not tables:
            blocks.append(alone)
        return tuple(blocks), tuple(tables)

    def items(self, parent: Element, scope: Scope) -> Iterator[Element]:
        """The children of a container, those inside content controls, custom XML and alternate content too."""
        stack = [iter(parent)]
        while stack:
            for child in stack[-1]:
                if child.tag in _PLAIN:
                    yield child
                elif (inner := self._opened(child, scope)) is not None:
                    stack.append(iter(inner))
                    break
            else:
                stack.pop()

    def cell_place(self, table: int, row: int, column: int) -> Place:
        return self.source.units.cell(table=table, row=row, column=column, part=self.part)

    def settle(self, scope: Scope, *places: Place) -> None:
        """Turns what a unit brought with it into notes and asides, now that its place (if it has one) is known."""
        if scope.is_empty():
            return
        source = self.source
        for text, reason in scope.hidden:
            if text.strip():
                source.aside("hidden", text, self._beside(*places), reason)
        for made in scope.changes:
            source.note("info", made.code, made.message, *places)
        for code, message in scope.remarks:
            source.note("info", code, message, *places)
        for code, message in scope.losses:
            source.note("warning", code, message, *places)
        for mark in scope.marks:
            source.note("doubt", "unsure-text", mark, *places)
        for name in scope.comments:
            if (comment := source.comments.pop(name, None)) is not None:
                source.note("info", "comment", comment, *places)
        for reference in scope.references:
            source.references.setdefault(reference, places[0] if places else None)
        self._boxes.extend(scope.boxes)

    def _beside(self, *places: Place) -> Place:
        """A place of its own for text that stands in a unit but is left out of it."""
        for place in places:
            if place.table is not None and place.row is not None and place.column is not None:
                return self.cell_place(place.table, place.row, place.column)
        return self.source.units.paragraph(part=self.part, line=self._paragraphs)

    def _opened(self, child: Element, scope: Scope) -> Element | None:
        """What to go on into for a child that is no paragraph, table, row or cell."""
        tag, view = child.tag, self.source.view
        if tag == SDT:
            return self._control(child, scope)
        if tag in (CUSTOM_XML, SMART_TAG) or tag in view.kept:
            return child
        if tag == ALTERNATE:
            return branch(child)
        if tag == COMMENT_START:
            scope.comments[child.get(ID) or ""] = None
        elif tag in view.dropped:
            if text := all_text(child):
                made = change(child, text, kept=False)
                scope.changes.append(made)
                scope.hidden.append((text, made.reason))
        elif tag == ALT_CHUNK:
            scope.losses.append(("embedded-file", "a file embedded as altChunk is not read"))
        return None

    def _control(self, sdt: Element, scope: Scope) -> Element | None:
        """The content of a content control; the prompt of an empty one is left out, but its cell stays."""
        content = sdt.find(SDT_CONTENT)
        if content is None or not is_placeholder(sdt):
            return content
        cells = content.findall(TC)
        if cells:
            self._prompts.update(cells)
        elif content.find(P) is not None and content.find(TBL) is None:
            scope.hidden.append((all_text(content), _PROMPT))
            return None
        return content

    def _grid(self, tbl: Element) -> Grid | None:
        most = self.source.limits.max_nesting
        self._depth += 1
        if self._depth > most:
            raise LimitExceeded(f"tables are nested more than {most} deep; raise --max-nesting to read it")
        found = read_table(self, tbl)
        self._depth -= 1
        return found

    def _content(self, container: Element, shared: Scope | None, bold: bool = False) -> Iterator[Ended | Element]:
        """Lines and tables of a container. A paragraph whose mark is deleted joins the next one.

        In a cell all lines share its scope; else each has its own, and what
        stands between them goes to the next one.
        """
        carried: Ended | None = None
        between = shared or Scope()
        for child in self.items(container, between):
            if child.tag == P:
                found = self._ended(child, carried, shared or between.taken(), bold)
                if found.mark_gone:
                    carried = found
                else:
                    carried = None
                    yield found
            elif child.tag == TBL:
                if carried is not None:
                    yield carried
                    carried = None
                yield child
        if carried is not None:
            yield carried
        if shared is None:
            self.settle(between)

    def _ended(self, p: Element, carried: Ended | None, scope: Scope, bold: bool) -> Ended:
        source = self.source
        ppr = source.view.properties(p, PPR)
        look = source.styles.paragraph(child_value(ppr, W + "pStyle"))
        if carried is None:
            line = Line(source.styles, source.view, self._fields, scope)
        else:
            line = carried.line
            if line.scope is not scope:
                line.scope.absorb(scope)
        line.read(p, look, bold)
        return Ended(line, ppr, look, ppr is not None and source.view.mark(p) is not None)

    def _paragraph(self, found: Ended) -> Paragraph | None:
        marker, level = self._label(found)
        text = found.text()
        scope = found.line.scope
        if not text:
            self.settle(scope)
            return None
        place = self.source.units.paragraph(part=self.part, line=self._paragraphs)
        self._paragraphs += 1
        self.settle(scope, place)
        if found.look.is_contents:
            self.source.aside("furniture", text, place, "table of contents")
            return None
        pieces = found.line.pieces
        return Paragraph(
            text, (place,), found.heading(), marker, level, is_bold(pieces), size(pieces), tuple(scope.marks)
        )

    def _label(self, found: Ended) -> tuple[str | None, int]:
        """The label that Word's automatic numbering shows, and the list level; counts the paragraph."""
        ppr, look = found.ppr, found.look
        list_id, level = look.list_id, look.list_level
        numpr = None if ppr is None else ppr.find(W + "numPr")
        if numpr is not None and self.source.view.numbered(numpr):
            own = child_number(numpr, W + "numId")
            own_level = child_number(numpr, W + "ilvl")
            list_id = list_id if own is None else own
            level = own_level if own_level is not None or own is not None else level
        elif list_id is not None:
            linked = self.source.numbering.level_of_style(list_id, look.style)
            level = level if linked is None else linked
        if not list_id or found.is_not_there():
            return None, 0
        level = level or 0
        return self._counters.label(list_id, level), level

    def _text_boxes(self) -> Iterator[Paragraph | Grid]:
        """The text boxes anchored since the last block; one inside another follows it."""
        while self._boxes:
            waiting, self._boxes = self._boxes, []
            for box in waiting:
                part = "textbox" if self.part == "body" else self.part
                painted = texts(box, self.source.package, self.file)
                if painted is None:
                    self._box_counters = self._box_counters or self.source.numbering.counters()
                    yield from Story(self.source, box, self.file, part, self._box_counters).blocks()
                    continue
                for text in painted:
                    if words := clean(text).strip():
                        yield Paragraph(words, (self.source.units.paragraph(part=part, line=self._paragraphs),))
