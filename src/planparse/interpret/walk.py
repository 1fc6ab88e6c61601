"""The walk through a document: headings, blocks of labels, and the tables between them, which ``tables`` reads.

A state that is carried from block to block: the headings in force, the objective in force, the label in force.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TypeGuard

from planparse.interpret.aim_codes import settle_aim_codes
from planparse.interpret.blocks import BlockState, as_cell
from planparse.interpret.codes import is_code
from planparse.interpret.dates import parse_due
from planparse.interpret.details import named_parts
from planparse.interpret.draft import ObjectiveDraft, Text
from planparse.interpret.headings import Headings
from planparse.interpret.labels import Label, match_label, match_part
from planparse.interpret.ledger import Ledger
from planparse.interpret.line_cards import with_cards
from planparse.interpret.linking import linked_codes
from planparse.interpret.merging import merge
from planparse.interpret.naming import with_titles
from planparse.interpret.periods import Years
from planparse.interpret.sections import Part, Sections
from planparse.interpret.tables import Tables
from planparse.model.document import Block, Document, Paragraph
from planparse.model.trace import Use
from planparse.model.vocabulary import Vocabulary
from planparse.text import fold, squash

_LONGEST_LABEL = 60


class Walk:
    """Gathers objective drafts from a repaired document."""

    def __init__(self, document: Document, vocabulary: Vocabulary, ledger: Ledger, years: Years) -> None:
        self.document, self.vocabulary, self.ledger = document, vocabulary, ledger
        self.headings = Headings(document, vocabulary)
        self.sections = Sections(document, self.headings, vocabulary)
        self.block = BlockState(self.headings, ledger)
        self.part: Part | None = None
        """The part of a section in force."""
        self.due: Paragraph | None = None
        """The line over milestones of the part that says by when they are due."""
        self.heading: Paragraph | None = None
        """The one that the element before is."""
        self.named = False
        """The element before names an objective, or is a line about it."""
        self.above: tuple[list[Label], Paragraph] | None = None
        """The element before, where it is such a line, which may stand above the heading."""
        self.over_headings = _over_headings(document)
        self.tables = Tables(self.block, self.headings, vocabulary, ledger, years)
        self.repeated = Counter(
            squash(b.text) for b in document.blocks if isinstance(b, Paragraph) and len(b.text) < _LONGEST_LABEL
        )

    def run(self) -> list[ObjectiveDraft]:
        for block in with_cards(self.document.blocks, self.vocabulary):
            if isinstance(block, Paragraph):
                self.heading = None
                self.paragraph(block)
                self.tables.line = fold(block.text)
            else:
                part = self.part.label if self.part is not None else None
                self.tables.read(block.at_hand(), self.heading, part, named=self.named)
                self.heading, self.named, self.above = None, False, None
                self.tables.line = ""
        settle_aim_codes(self.block.objectives, self.ledger)
        self.block.take_codes()
        objectives = with_titles(self.block.objectives, self.headings)
        for draft in objectives:
            draft.priority = draft.priority or self.headings.priority(draft.headings)
            merge(draft)
        return objectives

    def paragraph(self, paragraph: Paragraph) -> None:
        unit = paragraph.places[0].unit
        named, self.named = self.named, False
        above, self.above = self.above, None
        part = self.sections.parts.get(unit)
        if self.headings.goes_on(paragraph):
            self.ledger.use(paragraph.places, Use("label", "heading"))
        elif part is not None:
            self._begin_part(part, paragraph)
        elif unit in self.sections.owners:
            self.headings.take_owner(paragraph)
            self._leave()
            self.named = True
            if above is not None:
                self._add_line(*above)
        elif (linked := self._linked(paragraph)) is not None:
            self._add_line([linked], paragraph)
        elif self.part is not None and unit in self.part.held:
            over = self.due or self.part.when
            when = Text(fold(over.text), over.places) if over is not None else None
            if self.part.label.role == "milestones" and paragraph.bold and parse_due(fold(paragraph.text)):
                self.due = paragraph  # of those below it, up to the next such line
                self.ledger.use(paragraph.places, Use("label", "due"))
            else:
                self.block.values(self.part.label, [as_cell(paragraph)], when)
        elif named and (labels := self._labels(paragraph)):
            self._add_line(labels, paragraph)
            self.named = True
        elif self.headings.take_caption(paragraph):
            self._leave()
            self.ledger.use(paragraph.places, Use("label", "heading"))
        elif (own := self._own_part(paragraph)) is not None:
            self.ledger.use(paragraph.places, Use("label", own.role))
            self.block.label = own
            self.tables.leave()
        elif unit in self.over_headings and (labels := self._labels(paragraph)):
            self.above = labels, paragraph
        elif self.headings.take(paragraph):
            self._leave()
            self.heading = paragraph
            self.named = self.headings.names_objective(fold(paragraph.text))
            if above is not None:
                self._add_line(*above)

    def _add_line(self, labels: list[Label], paragraph: Paragraph) -> None:
        for label in labels:
            self.ledger.use(paragraph.places, Use("label", label.role))
            self.block.values(label, [replace(as_cell(paragraph), blocks=(Block(label.rest),))])

    def _own_part(self, paragraph: Paragraph) -> Label | None:
        """The label of a table that belongs to the objective of the block above: it stands below each such block."""
        current = self.block.current
        if current is None or current.from_heading or self.repeated[squash(paragraph.text)] < 2:
            return None
        label = match_part(paragraph.text, self.vocabulary)
        return label if label is not None and label.role in ("indicators", "milestones") and not label.rest else None

    def _linked(self, paragraph: Paragraph) -> Label | None:
        """The label of a line that lists the codes of an objective's indicators, which stand elsewhere: "Linked
        measures: AB 1, AB 4"."""
        label = match_label(paragraph.text, self.vocabulary) if ":" in paragraph.text else None
        if label is None or label.role != "indicators" or not label.rest:
            return None
        codes = list(linked_codes(label.rest))
        return label if codes and all(map(is_code, codes)) else None

    def _labels(self, paragraph: Paragraph) -> list[Label]:
        """The labels of a line below an objective's heading, "Corporate priority: A healthy place Lead: Head of Parks",
        say; none where it is no such line."""
        text = fold(paragraph.text)
        whole = match_label(text, self.vocabulary) if ":" in text else None
        parts = [match_label(f"{name}: {rest}", self.vocabulary) for name, rest in named_parts(text)]
        several = [label for label in parts if _is_of_line(label)]
        return several if len(several) == len(parts) > 1 else [whole] if whole and _is_of_line(whole) else []

    def _leave(self) -> None:
        self.block.leave()
        self.tables.leave()
        self.part = self.due = None

    def _begin_part(self, part: Part, paragraph: Paragraph) -> None:
        """Of a part that holds a list for each objective, its owner's heading is the label too."""
        if part.owner is paragraph:
            self.headings.take_owner(paragraph)
        else:
            self.headings.go_back_to(part.owner)
        self._leave()
        self.part = part
        self.ledger.use(paragraph.places, Use("label", part.label.role))


def _is_of_line(label: Label | None) -> TypeGuard[Label]:
    return label is not None and bool(label.rest) and label.role in ("priority", "lead")


def _over_headings(document: Document) -> set[int]:
    """Units of the lines right above headings that the source marks."""
    pairs = pairwise(document.blocks)
    return {
        a.places[0].unit
        for a, b in pairs
        if isinstance(a, Paragraph) and isinstance(b, Paragraph) and a.heading is None is not b.heading and a.places
    }
