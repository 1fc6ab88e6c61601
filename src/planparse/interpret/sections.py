"""Sections: an objective named by a heading, with its lists and tables under headings or lines of their own.

Objective 1: Keep people well          the owner
Key milestones                         a part: a label that stands in a line of its own
- Open the centre by June              what the part holds
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import cast

from planparse.interpret.codes import split_code
from planparse.interpret.dates import begins_with_due, find_due, parse_due
from planparse.interpret.headings import Headings
from planparse.interpret.labels import Label, find_role, match_label, match_part, without_year
from planparse.interpret.lines import are_values, heading_text, is_figure, may_head
from planparse.interpret.vocabulary import phrase_key
from planparse.model.document import Document, Grid, Paragraph
from planparse.model.vocabulary import Vocabulary
from planparse.text import BULLETS, fold, split_marker

_PARTS = frozenset({"developments", "issues", "milestones", "indicators"})
_DECISIVE = frozenset({"milestones", "indicators"})
_NARRATIVE = frozenset({"developments", "issues"})
"""Parts that several headings have alone where their tables have no label."""
_REST = 5
"""Words that a label in a heading may have behind a colon: "Key developments: what has changed"."""
_SEVERAL = 3
"""Objectives beside which a heading of their rank is none of the last one's."""
_CAPTION = 4
"""Words of a heading that ends with a label."""
_LABELLED, _NEAR = 2, 3
"""Columns of a table of labels, and such tables above a label that are looked at."""
_LONGEST_LABEL = 60
_GLYPHS = frozenset(BULLETS)


@dataclass(frozen=True, slots=True)
class Part:
    """A label in a line of its own, and the heading of the objective that it belongs to."""

    label: Label
    owner: Paragraph
    held: frozenset[int]
    """Units of the paragraphs that are its items."""
    when: Paragraph | None = None
    """The heading over these that says by when they are due: "By the end of June 2025"."""


_NOTE_MARKS = frozenset("*†‡§¶")
"""Marks of a note under a table; a list may have them too."""


@dataclass(slots=True)
class _Section:
    owner: Paragraph
    begins_with_part: bool
    parts: list[tuple[int, Label]] = field(default_factory=list)
    """Index of the block that is a label, and the label."""
    tabled: bool = False
    """A table stands in it."""
    at: int = 0
    """Index of the block that is its heading."""


class Sections:
    """Which headings are objectives with parts, and which lines are those parts, by the unit of the paragraph."""

    def __init__(self, document: Document, headings: Headings, vocabulary: Vocabulary) -> None:
        self.vocabulary, self.headings = vocabulary, headings
        self.blocks = document.blocks
        self.parts: dict[int, Part] = {}
        self.owners: set[int] = set()
        self.named = False
        """Lines above a label name an objective in this document: then no other line stands for one."""
        heads = [b for b in self.blocks if isinstance(b, Paragraph) and b.heading is not None]
        self._heads = Counter(fold(b.text) for b in heads)
        self._objectives = Counter(b.heading for b in heads if headings.names_objective(fold(b.text)))
        """Rank -> headings of it that name an objective."""
        labels = [self._label(i) for i in range(len(self.blocks))]
        found = self._find(labels)
        kinds = Counter(_kind(section) for section in found)
        for section in found:
            if self._is_objective(section, _alike(section, kinds)):
                self.owners.add(section.owner.places[0].unit)
                for index, label in section.parts:
                    block = cast("Paragraph", self.blocks[index])
                    when = block if _is_date(block) else None
                    self.parts[_unit(block)] = Part(label, section.owner, self._held(index, label.role), when)

        self._take_parted()

    def _take_parted(self) -> None:
        """Parts of the whole document with a list for each objective: "3. Milestones" over "A1: ...", "A2: ..."."""
        for i, block in enumerate(self.blocks):
            if not isinstance(block, Paragraph) or block.heading is None or self._is_title(block):
                continue
            label = self._known(fold(block.text)) or match_part(fold(block.text), self.vocabulary)
            if label is None or label.role not in _PARTS or label.rest:
                continue
            owners: list[int] = []
            for k in range(i + 1, len(self.blocks)):
                below = self.blocks[k]
                if isinstance(below, Grid) or (below.heading is not None and below.heading <= block.heading):
                    break
                if below.heading is not None:
                    owners.append(k)
            texts = [heading_text(cast("Paragraph", self.blocks[k])) for k in owners]
            named = all(map(self.headings.names_objective, texts)) or self._are_in_tables(texts)
            lead = [self.blocks[k] for k in range(i + 1, owners[0])] if owners else []
            if len(owners) > 1 and named and len(lead) < 2 and not any(map(_is_item, lead)):
                for k in owners:
                    owner = self.blocks[k]
                    assert isinstance(owner, Paragraph)
                    self.parts[_unit(owner)] = Part(label, owner, self._held(k, label.role))

    def _are_in_tables(self, texts: Sequence[str]) -> bool:
        """Whether each of these is a cell at the left of a table: the objectives whose measures stand beside them."""
        cells = {fold(c.text) for b in self.blocks if isinstance(b, Grid) for c in b.cells if not c.col}
        return cells.issuperset(texts)

    def _find(self, labels: Sequence[Label | None]) -> list[_Section]:
        """Every heading, or line that could be one, with the labels that stand under it."""
        found: list[_Section] = []
        open_: list[_Section] = []
        """Headings in force, outermost first."""
        dated: tuple[int, _Section, Label] | None = None
        """The rank of a heading over milestones, under which others may say by when some are due."""
        for i, block in enumerate(self.blocks):
            if not isinstance(block, Paragraph):
                for section in open_[-1:]:
                    section.tabled = True
                continue
            label = labels[i] or self._caption(open_, block)
            if dated is not None and _is_date(block) and (block.heading or 0) > dated[0]:
                dated[1].parts.append((i, dated[2]))
                continue
            if label is not None or block.heading is not None:
                dated = None
            if label is not None:
                owner = _owner_of(open_, block)
                if owner is not None and self._is_named_between(owner, i):
                    open_ = []  # the label stands below a table that names an objective of its own
                elif owner is not None and self._is_beside(owner, i):
                    open_ = [s for s in open_ if s is not owner]
                elif owner is not None:
                    owner.parts.append((i, label))
                    if label.role == "milestones" and block.heading is not None:
                        dated = block.heading, owner, label
            elif self._may_own(i, labels):
                level = block.heading
                if level is not None:
                    open_ = [s for s in open_ if s.owner.heading is not None and s.owner.heading < level]
                else:
                    open_ = [s for s in open_ if s.owner.heading is not None]
                found.append(_Section(block, i + 1 < len(labels) and labels[i + 1] is not None, at=i))
                open_.append(found[-1])
        return found

    def _is_named_between(self, section: _Section, index: int) -> bool:
        """Whether a table of labels that begins with an objective stands between a section's heading and a label, below
        which a table stands."""
        if index + 1 == len(self.blocks) or not isinstance(self.blocks[index + 1], Grid):
            return False
        grids = [b for b in self.blocks[section.at : index] if isinstance(b, Grid) and b.n_cols == _LABELLED]
        for grid in grids[-_NEAR:]:
            first = next((cell for cell in grid.cells if not cell.is_blank), None)
            label = match_label(fold(first.text), self.vocabulary) if first is not None else None
            if label is not None and label.role == "objective":
                return True
        return False

    def _caption(self, open_: list[_Section], block: Paragraph) -> Label | None:
        """The label that a heading ends with below one that names an objective: "Safety indicators"."""
        if block.heading is None or self._is_title(block):
            return None
        text = fold(block.text)
        words = text.split()
        role = find_role(words[-1], self.vocabulary) if 1 < len(words) <= _CAPTION else None
        above = any(s.owner.heading is not None and s.owner.heading < block.heading for s in open_)
        if role not in _DECISIVE or not above or self.headings.names_objective(text):
            return None
        owner = _owner_of(open_, block)
        named = owner is not None and self.headings.names_objective(fold(owner.owner.text))
        return Label(role, text) if named else None

    def _is_beside(self, section: _Section, index: int) -> bool:
        """Whether a heading that reads as a label has the rank of the section's own, whose parts are of a lower one, or
        a higher rank, once in the document: "Next steps", at its end. So has one with a table, below one, that stands
        once in the document and has the rank of several objectives: "Major projects"."""
        label, own = cast("Paragraph", self.blocks[index]), section.owner.heading
        below = list(takewhile(lambda b: isinstance(b, Grid) or b.heading is None, self.blocks[index + 1 :]))
        if any(isinstance(block, Grid) for block in below):
            among = own is not None and label.heading == own and self._objectives[own] >= _SEVERAL
            tabled = among and section.tabled and not section.begins_with_part
            return tabled and self._heads[fold(label.text)] == 1
        if any(map(_is_item, below)):
            return False
        if own is not None and label.heading is not None and label.heading < own:
            return not self.headings.is_repeated(fold(label.text))
        if own is None or label.heading is None or label.heading > own or section.begins_with_part:
            return False
        ranks = [cast("Paragraph", self.blocks[i]).heading for i, _ in section.parts]
        return any(rank is not None and rank > own for rank in ranks)

    def _label(self, index: int) -> Label | None:
        """The label that a line of its own is: a heading, bold, with a colon, or right above a list or a table."""
        block = self.blocks[index]
        if not isinstance(block, Paragraph) or _is_item(block) or self._is_title(block):
            return None
        text = fold(block.text)
        if not text or len(text) > _LONGEST_LABEL:
            return None
        label = self._known(text) or match_part(text, self.vocabulary)
        if label is not None and label.role == "objective" and not label.rest and self._heads_dated_list(index):
            label = replace(label, role="milestones")
        if label is None or label.role not in _PARTS:
            unknown = block.heading is not None and self.headings.is_repeated(text)
            return Label("extra", text) if unknown and text not in self.headings.captions else None
        if label.rest and (len(label.rest.split()) > _REST or not (block.heading is not None or block.bold)):
            return None
        below = self.blocks[index + 1] if index + 1 < len(self.blocks) else None
        stands_out = block.heading is not None or block.bold or text.endswith(":")
        if label.rest and not (isinstance(below, Grid) or _is_item(below)):
            return None
        dated = label.role == "milestones" and _is_dated_text(below)
        return label if stands_out or isinstance(below, Grid) or _is_item(below) or dated else None

    def _heads_dated_list(self, index: int) -> bool:
        """Whether right below a heading stands a list whose items say by when they are due: "Goals for 2026/27"."""
        block = self.blocks[index]
        below = takewhile(lambda b: isinstance(b, Paragraph) and _is_item(b), self.blocks[index + 1 :])
        items = [b for b in below if isinstance(b, Paragraph)]
        return isinstance(block, Paragraph) and block.heading is not None and bool(items) and all(map(_is_due, items))

    def _known(self, text: str) -> Label | None:
        """The label that a line is where the same words beside a text would say something else: "Progress", or "Risks",
        which several objectives have: once it heads a part of the plan."""
        role = self.vocabulary.headings.get(phrase_key(without_year(text)))
        alone = role == "issues" and self._heads[text] < 2
        return Label(role, text.rstrip(" :")) if role in _PARTS and not alone else None

    def _may_own(self, index: int, labels: Sequence[Label | None]) -> bool:
        block = self.blocks[index]
        assert isinstance(block, Paragraph)
        text = fold(block.text)
        if self._is_title(block) or not text.strip() or is_figure(text) or are_values(text, self.vocabulary):
            return False
        if block.heading is not None:
            return True
        above_label = index + 1 < len(labels) and labels[index + 1] is not None
        if not above_label or not may_head(block):
            return False
        named = self.headings.names_objective(fold(block.text))
        self.named = self.named or named
        told = ":" in block.text  # "Owner: Head of Parks", the end of what stands above the label
        return named or not (self.named or self.headings.marked or told or _is_item(block))

    def _is_title(self, block: Paragraph) -> bool:
        return self.headings.title is not None and block.places == self.headings.title.places

    def _is_objective(self, section: _Section, alike: int) -> bool:
        """Named as one and with a part, or with parts of two kinds of which one can be measured, or with one that can
        and others beside it have too. ``alike`` is how many sections have a heading and parts like this one."""
        roles = {label.role for _, label in section.parts} - {"extra"}
        if not section.parts or self.headings.names_objective(fold(section.owner.text)):
            return bool(section.parts)
        if section.owner.heading is not None and alike > 1 and section.tabled:
            return True
        several = (len(roles) > 1 and not self._is_level(section)) or (section.owner.heading is not None and alike > 1)
        return several and (bool(roles & _DECISIVE) or (roles == _NARRATIVE and alike > 1))

    def _is_level(self, section: _Section) -> bool:
        """Whether its parts have headings of its own rank, below text: each of them may be a section like it."""
        own, ranks = section.owner.heading, [cast("Paragraph", self.blocks[i]).heading for i, _ in section.parts]
        return own is not None and not section.begins_with_part and all(r is not None and r <= own for r in ranks)

    def _held(self, index: int, role: str) -> frozenset[int]:
        """The items below a label, up to the next heading, label or table: the marked paragraphs where there are any,
        else all of them, unless a table follows, to which they are an introduction: of what developments and issues
        tell only a last line with a colon is. A milestone that begins with its date is an item with no mark."""
        run: list[Paragraph] = []
        for i in range(index + 1, len(self.blocks)):
            block = self.blocks[i]
            if isinstance(block, Grid):
                leads = bool(run) and run[-1].text.rstrip().endswith(":")
                series = {_series(p) for p in run if _is_due(p)} - {None} if role == "milestones" else set()
                dated = {_unit(p) for p in run if role == "milestones" and _is_dated_text(p)}
                items = [p for p in run if _is_item(p) or _series(p) in series or _unit(p) in dated]
                run = run[: len(run) - leads] if role in _NARRATIVE else items
                break
            if block.heading is not None or self._label(i) is not None or self._opens_section(i):
                break
            if _mark(block) in _NOTE_MARKS and any(_is_item(p) and _mark(p) not in _NOTE_MARKS for p in run):
                break  # a note below a list of other marks
            run.append(block)
        if any(_is_item(p) for p in run):
            run = [p for p in run if _is_item(p) or (role == "milestones" and _is_dated_text(p))]
        return frozenset(_unit(p) for p in run if p.text.strip())

    def _opens_section(self, index: int) -> bool:
        below = index + 1 < len(self.blocks) and self._label(index + 1) is not None
        block = self.blocks[index]
        return below and isinstance(block, Paragraph) and self.headings.names_objective(fold(block.text))


def _is_date(block: Paragraph) -> bool:
    """Whether a heading says nothing but by when something is due."""
    text = fold(block.text)
    return block.heading is not None and len(text) <= _LONGEST_LABEL and parse_due(text) is not None


def _kind(section: _Section) -> tuple[int | None, frozenset[str]]:
    """The level of a section's heading, and what its parts are."""
    return section.owner.heading, frozenset(label.role for _, label in section.parts) - {"extra"}


def _alike(section: _Section, kinds: Counter[tuple[int | None, frozenset[str]]]) -> int:
    """How many sections have a heading like this one, and its parts, maybe among others beside a table."""
    level, parts = _kind(section)
    if not section.tabled or not parts:
        return kinds[level, parts]
    return sum(count for (other, roles), count in kinds.items() if other == level and roles >= parts)


def _unit(block: Paragraph | Grid) -> int:
    assert isinstance(block, Paragraph)
    return block.places[0].unit


def _is_item(block: Paragraph | Grid | None) -> bool:
    """Whether a paragraph is a list item, marked by the source or by what it begins with."""
    if not isinstance(block, Paragraph):
        return False
    return block.marker is not None or block.text.lstrip()[:1] in _GLYPHS or split_marker(block.text)[0] is not None


def _series(block: Paragraph) -> str | None:
    """The code that a text begins with, without its figures, where a capital stands behind it."""
    coded = split_code(fold(block.text))
    return re.sub(r"\d", "", coded.printed) if coded is not None and coded.rest[:1].isupper() else None


def _is_due(block: Paragraph) -> bool:
    """Whether a text says by when it is due."""
    return find_due(fold(block.text)) is not None


def _is_dated_text(block: Paragraph | Grid | None) -> bool:
    """Whether a paragraph begins with the date by which what it tells is due, and does not lead to what follows."""
    text = fold(block.text) if isinstance(block, Paragraph) else ""
    return begins_with_due(text) and not text.endswith(":")


def _mark(block: Paragraph) -> str:
    return block.marker or block.text.lstrip()[:1]


def _owner_of(open_: list[_Section], label: Paragraph) -> _Section | None:
    """The nearest heading in force that is above the label in rank; one of the same rank where a label follows it."""
    for section in reversed(open_):
        if label.heading is None or section.owner.heading is None or section.owner.heading < label.heading:
            return section
        if section.owner.heading == label.heading and section.begins_with_part:
            return section
    return open_[-1] if open_ else None
