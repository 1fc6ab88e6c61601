"""The block in force: the objective that labels and tables fill, and the label whose values come next."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from planparse.interpret.codes import is_code
from planparse.interpret.continued import continued_name
from planparse.interpret.dates import parse_due
from planparse.interpret.draft import IndicatorDraft, MilestoneDraft, ObjectiveDraft, Text, cell_text
from planparse.interpret.headings import Headings
from planparse.interpret.items import are_measures, cell_items
from planparse.interpret.labels import Label, match_label
from planparse.interpret.ledger import Ledger
from planparse.interpret.periods import is_bare_period, parse_period
from planparse.interpret.rows import RowReader
from planparse.model.document import Block, Cell, Paragraph
from planparse.model.trace import Remark, Use
from planparse.text import fold

_SENTENCE = 3
"""Words of a heading that says what is to be done, rather than what stands below it."""
_DATE = 4
"""Words of a date: "by 31 March 2026"."""
_TOLD = 3
"""Paragraphs of running text that a heading is of, rather than of the table behind them."""
OPENERS = frozenset({"priority", "objective"})


class BlockState:
    """Gathers objectives. ``label`` is the label in force, ``current`` the objective in force."""

    def __init__(self, headings: Headings, ledger: Ledger) -> None:
        self.headings, self.ledger = headings, ledger
        self.objectives: list[ObjectiveDraft] = []
        self.current: ObjectiveDraft | None = None
        self.label: Label | None = None
        self.opener: str | None = None
        """The label that begins a block in this document: ``priority`` or ``objective``, whichever came first."""
        self.is_titled = False
        """No label of the table in force names an objective: the heading over it does, where it is one."""
        self.titled: ObjectiveDraft | None = None
        """The objective of such a heading, whose priority a label names."""

    def leave(self) -> None:
        """A heading ends the block."""
        self.current = None
        self.label = None

    def take_label(self, label: Label, stub: Cell, *, over: str | None = None) -> None:
        """``over`` is the role of the label in the next row, where it has one."""
        self.ledger.use(stub.places, Use("label", label.role))
        self.label = label
        if label.role in OPENERS:
            self._open_block(label.role, over)

    def _open_block(self, role: str, over: str | None) -> None:
        """A priority or an objective begins a new block unless the one in force still waits for it."""
        waiting = self.current
        if role == "priority" and self.is_titled and self._is_of_heading(waiting):
            if self.titled is None or self.titled is not waiting:
                self.titled = self.objective(role)
                self.titled.priority = None  # a heading over that of the objective may name another one
            return
        self.opener = self.opener or role
        if waiting is not None and not waiting.from_heading and self._waits(waiting, role, over):
            return
        self.current = self._add(ObjectiveDraft(headings=self.headings.above()))

    def _is_of_heading(self, waiting: ObjectiveDraft | None) -> bool:
        """Whether a priority is that of the objective which the nearest heading names."""
        if waiting is not None and waiting is not self.titled and (not waiting.from_heading or waiting.priority):
            return False
        title = self.headings.as_objective()[0]
        return title is not None and self.headings.names_objective(title.text)

    def is_goal(self, label: Label) -> bool:
        """Whether a label with a code and a text is an objective, which nothing above it names: "Strategic goal A:
        Clean streets"."""
        code, _, text = label.rest.partition(":")
        above = self.headings.as_objective()[0]
        return is_code(code) and bool(text.strip()) and not (above and self.headings.names_objective(above.text))

    def _add(self, objective: ObjectiveDraft) -> ObjectiveDraft:
        if self.objectives:
            self.objectives[-1].close()
        self.objectives.append(objective)
        return objective

    def _waits(self, waiting: ObjectiveDraft, role: str, over: str | None) -> bool:
        if role == "priority" and self.opener == "objective":
            return waiting.priority is None and not (over == "objective" and waiting.has_content())
        if waiting.has_content():
            return False
        return (waiting.title if role == "objective" else waiting.priority or waiting.title) is None

    def objective(self, part: str) -> ObjectiveDraft:
        """The objective in force, to which a part such as "indicators" is added; the nearest heading where there is
        none."""
        if self.current is None:
            title, above, priority = self.headings.as_objective()
            found = next((o for o in self.objectives if o.from_heading and o.title == title), None)
            found = found or self._named_below(title) or (self.named(title, part) if title is not None else None)
            if found is None:
                told = self.headings.told >= _TOLD
                found = ObjectiveDraft(title, priority=priority, headings=above, from_heading=True, is_told=told)
                self._add(found)
            self.current = found
        return self.current

    def _named_below(self, heading: Text | None) -> ObjectiveDraft | None:
        """The one objective that a label names below a heading which gives but its number: "Outcome 1"."""
        code = self.headings.code_alone(heading.text) if heading is not None else None
        if heading is None or code is None:
            return None
        below = [o for o in self.objectives if not o.from_heading and o.headings[-1:] == (heading,)]
        other = any(c.isalpha() for c in code) and any(o.bare_code() not in ("", code) for o in below)
        return below[0] if len(below) == 1 and not other else None

    def take_codes(self) -> None:
        """Gives an objective without a code that of the heading right above it, where that gives nothing else and no
        other objective stands below it."""
        below = Counter(o.headings[-1] for o in self.objectives if o.headings and not o.from_heading)
        for objective in self.objectives:
            heading = objective.headings[-1] if objective.headings and objective.title else None
            if heading is None or objective.from_heading or below[heading] > 1 or objective.bare_code():
                continue
            code = self.headings.code_alone(heading.text)
            if code is not None and any(c.isalpha() for c in code):
                objective.code = Text(code, heading.places)

    def named(self, text: Text, part: str) -> ObjectiveDraft | None:
        """The objective that this text names, met before in another part of the document, where it lacks this one or
        is said to go on; "Key measures" names none."""
        going_on = self._going_on(text)
        if going_on is not None:
            return going_on
        if not self.headings.names_objective(text.text) and len(text.text.split()) < _SENTENCE:
            return None
        code = self.headings.code_alone(text.text)
        known = (o for o in self.objectives if o.is_named(text.text) or (code and self._has_code(o, code)))
        found = next((o for o in known if o.lacks(part)), None)
        if found is not None and found.title is not None and not set(text.places) <= set(found.title.places):
            found.title = Text(found.title.text, found.title.places + text.places)
        return found

    def _going_on(self, text: Text) -> ObjectiveDraft | None:
        """The objective that a text says is gone on with, the last one of that name: "Swim more (continued)"."""
        name = continued_name(text.text, self.headings.vocabulary)
        found = next((o for o in reversed(self.objectives) if o.is_named(name)), None) if name else None
        if found is not None and found.title is not None and not set(text.places) <= set(found.title.places):
            found.title = Text(found.title.text, found.title.places + text.places)
        return found

    def _has_code(self, objective: ObjectiveDraft, code: str) -> bool:
        """Whether an objective has this code: "AB1: Clean streets", "Service objective AB1: Clean streets"."""
        head = objective.title.text.partition(":")[0] if objective.title else ""
        return objective.bare_code() == code or self.headings.code_alone(head) == code

    def coded(self, text: Text, code: str) -> ObjectiveDraft:
        """A new objective that a row of a table names, its code in front; a bare number is a part of the title."""
        lettered = any(c.isalpha() for c in code)
        title = text.text[len(code) :].lstrip(" .):") if lettered else text.text
        own = Text(code, text.places) if lettered else None
        return self._add(ObjectiveDraft(Text(title, text.places), own, headings=self.headings.above()))

    def label_values(self, stub: Cell, rest: list[Cell], label: Label) -> None:
        """The filled cells at the right of a label, in the label's own row."""
        objective = self.objective(label.role)
        is_coded = 0 < len(label.rest) < 24 and ":" not in label.rest and (bool(rest) or is_code(label.rest))
        if is_coded and label.role == "objective" and objective.code is None:
            objective.code = Text(label.rest, stub.places)
        elif label.rest and not rest:
            number = label.rest.partition(":")[0]  # "Outcome 1: Swim more", "Aim A: Swim more"
            numbered = label.role == "objective" and (number.isdigit() or len(number) == 1)
            self.values(label, [replace(stub, blocks=(Block(fold(stub.text) if numbered else label.rest),))])
        self.values(label, rest)

    def take_ref(self, label: Label, stub: Cell, cell: Cell | None, *, is_own: bool = False) -> None:
        """Takes the code, if it is one, behind its name in the row of an aim; ``is_own`` where that is the
        objective's, and not a priority."""
        self.ledger.label([stub], "ref")
        objective = self.objective("objective")
        if cell is None:
            return
        if label.role == "ref" and is_own and objective.code is None:
            objective.code = cell_text(cell)
            return
        self._extra(objective, label.printed, [cell])
        if label.role == "ref" and not is_own and objective.ref is None:
            objective.ref = objective.extra[label.printed]

    def values(
        self, label: Label, cells: list[Cell], when: Text | None = None, extra: Mapping[str, Text] | None = None
    ) -> None:
        """``when`` says by when what the cells hold is due, ``extra`` what else is said of milestones."""
        objective = self.objective(label.role)
        if label.role == "extra" and len(cells) > 1:
            name = f"{label.printed} / {fold(cells[0].text).rstrip(' :')}"
            self.ledger.label(cells[:1], "extra")
            self._extra(objective, name, cells[1:])
            return
        if label.role == "objective" and len(cells) == 2 and objective.title is None:
            objective.code, objective.title = cell_text(cells[0]), cell_text(cells[1])
            return
        for cell in cells:
            self._value(objective, label, cell, when, extra or {})

    def _extra(self, objective: ObjectiveDraft, name: str, cells: list[Cell]) -> None:
        for cell in cells:
            text = cell_text(cell)
            if not text:
                continue
            known = objective.extra.get(name)
            objective.extra[name] = Text(f"{known.text} {text.text}", known.places + text.places) if known else text

    def _value(
        self, objective: ObjectiveDraft, label: Label, cell: Cell, when: Text | None, extra: Mapping[str, Text]
    ) -> None:
        text = cell_text(cell)
        if not text:
            return
        if label.role == "priority":
            objective.priority = joined(objective.priority, text)
        elif label.role == "objective" and objective.code is None and is_code(text.text):
            objective.code = text
        elif label.role == "objective":
            objective.title = joined(objective.title, text)
        elif label.role == "lead":
            objective.lead = joined(objective.lead, text)
        elif label.role in ("developments", "issues"):
            target = objective.developments if label.role == "developments" else objective.issues
            target.extend(Text(item.text, cell.places) for item in cell_items(cell))
        elif label.role in ("milestones", "action"):
            for part, due in _dated(cell):
                period, items = label.period, cell_items(part)
                for n, item in enumerate(items, 1):
                    if n < len(items) and is_bare_period(item.text):
                        period = parse_period(item.text)  # of the items below it
                        continue
                    own = Text(item.text, cell.places)
                    draft = MilestoneDraft(own, item.ref, period=period, due=due or when, extra=dict(extra))
                    objective.milestones.append(draft)
        elif label.role == "indicators" and are_measures(items := cell_items(cell)):
            objective.indicators.extend(IndicatorDraft(Text(item.text, cell.places), []) for item in items)
        elif label.role == "indicators" and any(c.isdigit() for c in text.text):
            objective.linked.append(text)
        else:
            self._extra(objective, label.printed, [cell])

    def for_row(self, reader: RowReader, row: int) -> ObjectiveDraft:
        """The objective that a row belongs to: its own objective column, else the one in force."""
        column = reader.schema.of("objective")
        cell = reader.at(row, column)
        if cell is None or cell.is_blank:
            objective = reader.objective or self.objective(reader.schema.part)
            if reader.beside is None and cell is not None and reader.is_parted(row, column):
                name = objective.title.text if objective.title else ""
                message = f"no objective stands beside a row, though the one above ends over it; taken for that: {name}"
                self.ledger.remarks.append(Remark("warning", "objective-unsure", message, (), cell.places))
            return objective
        text, labels = self._parted(cell)
        before = reader.objective or (self.objectives[-1] if self.objectives else None)
        if before is not None and before.title and text.text[:1].islower() and _is_page_after(before.title, text):
            before.title = joined(before.title, text)  # the rest of a name that a page's end tore
            reader.objective = before
        else:
            reader.objective = self.by_name(text)
        code = reader.at(row, reader.schema.of("objective_code"))
        if code is not None and not code.is_blank and reader.objective.code is None:
            reader.objective.code = cell_text(code)
        _take_labels(reader.objective, labels, cell)
        return reader.objective

    def by_cell(self, cell: Cell) -> ObjectiveDraft:
        """The objective that a cell names, with what the lines below its name say of it."""
        text, labels = self._parted(cell)
        objective = self.by_name(text)
        _take_labels(objective, labels, cell)
        return objective

    def _parted(self, cell: Cell) -> tuple[Text, list[Label]]:
        """The name of an objective and the labels of the lines below it in its cell: "Lead: Head of Parks"."""
        first, *others = cell.blocks
        labels = [
            label if ":" in b.text and (label := match_label(b.text, self.headings.vocabulary)) and label.rest else None
            for b in others
        ]
        found = [label for label in labels if label is not None and label.role in ("lead", "priority")]
        names = [b for b, label in zip(others, labels, strict=True) if label not in found]
        return cell_text(replace(cell, blocks=(first, *names))), found

    def by_name(self, text: Text) -> ObjectiveDraft:
        """The objective whose title or code a cell of a table gives, met before or new."""
        known = next((o for o in self.objectives if o.is_named(text.text)), None)
        if known is None and (going_on := self._going_on(text)) is not None:
            return going_on
        if known is None and is_code(text.text):
            coded = [o for o in self.objectives if o.bare_code() == re.sub(r"\s+", "", text.text)]
            if len(coded) == 1:
                self.ledger.use(text.places, Use("label", "objective"))
                return coded[0]
        if known is None:
            known = self._add(ObjectiveDraft(title=text, headings=self.headings.above()))
        elif known.title and not set(text.places) <= set(known.title.places):
            known.title = Text(text.text, known.title.places + text.places)
        return known


def _take_labels(objective: ObjectiveDraft, labels: list[Label], cell: Cell) -> None:
    """Gives an objective the lead and the priority that lines of a cell name; a second one is kept beside it."""
    for label in labels:
        own = Text(label.rest, cell.places)
        if getattr(objective, label.role) is None:
            setattr(objective, label.role, own)
        elif getattr(objective, label.role).text != own.text:
            objective.extra.setdefault(label.printed, own)


def _is_page_after(text: Text, other: Text) -> bool:
    """Whether a text stands on the page after the one where another ends."""
    pages = [place.page for place in (*text.places[-1:], *other.places[:1])]
    return len(pages) == 2 and pages[0] is not None and pages[1] == pages[0] + 1


def _dated(cell: Cell) -> Iterator[tuple[Cell, Text | None]]:
    """The cell, in its paragraphs where a date stands behind a tab in one: each with that date, if it has one."""
    if not any("\t" in block.text for block in cell.blocks):
        yield cell, None
        return
    for block in cell.blocks:
        text, _, date = block.text.rpartition("\t")
        due = Text(fold(date), cell.places) if text and len(date.split()) <= _DATE and parse_due(date) else None
        yield replace(cell, blocks=(replace(block, text=text) if due else block,)), due


def joined(before: Text | None, text: Text) -> Text:
    return Text(f"{before.text} {text.text}", before.places + text.places) if before else text


def as_cell(paragraph: Paragraph) -> Cell:
    """A paragraph as a block's cell would hold it."""
    block = Block(paragraph.text, paragraph.marker, paragraph.level, paragraph.bold)
    return Cell(0, 0, 1, 1, (block,), paragraph.places, marks=paragraph.marks)
