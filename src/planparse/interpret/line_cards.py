"""Lines that are a card of labels and values: "Due date: March 2024" below a heading, or a measure and its values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from planparse.interpret.cards import ACTION, LONGEST_MEASURE
from planparse.interpret.coded_titles import with_codes
from planparse.interpret.codes import is_code
from planparse.interpret.details import named_parts
from planparse.interpret.header_rows import VALUE_ROLES, value_role
from planparse.interpret.labels import Label, match_label
from planparse.interpret.lines import heading_text
from planparse.interpret.periods import without_periods
from planparse.interpret.strips import with_strips
from planparse.interpret.told import with_told
from planparse.interpret.told_cards import told_details
from planparse.interpret.values import is_words
from planparse.interpret.vocabulary import phrase_key
from planparse.model.document import Block, Cell, Element, Grid, Paragraph
from planparse.model.vocabulary import Vocabulary
from planparse.text import fold

_ENDS = re.compile(r"[.;,:]\s*$")
_NAMELESS = Label("measure", "Measure")
"""The label that a line over values stands for."""
_Named = tuple[Label, str, Paragraph]
"""A label in a line, what it says, and the line."""


def with_cards(elements: Sequence[Element], vocabulary: Vocabulary) -> Iterator[Element]:
    """The document with the lines "Label: value" that follow a heading, or name a measure and its values, made into a
    table of two columns. What stands right over a line of values is their measure."""
    elements = list(with_told(list(with_strips(with_codes(elements, vocabulary), vocabulary)), vocabulary))
    labels = [_labels_of(elements, n, vocabulary) for n in range(len(elements))]
    measures = _over_values(elements, labels)
    headed = False
    lines: list[_Named] = []

    def gathered() -> Iterator[Element]:
        roles = [label.role for label, _, _ in lines]
        dated = headed and len(lines) > 1 and ("due" in roles or "status" in roles)
        if dated or (roles[:1] == ["measure"] and not VALUE_ROLES.isdisjoint(roles)):
            yield _grid(lines)
        else:
            yield from {id(paragraph): paragraph for _, _, paragraph in lines}.values()
        lines.clear()

    for n, (element, found) in enumerate(zip(elements, labels, strict=True)):
        if found:
            if found[0][0].role == "measure" and not any(known.role == "measure" for known, _, _ in lines):
                yield from gathered()
            lines += found
            continue
        yield from gathered()
        if isinstance(element, Paragraph) and n in measures:
            lines.append((_NAMELESS, heading_text(element), element))
            continue
        headed = isinstance(element, Paragraph) and element.heading is not None
        yield element
    yield from gathered()


def _labels_of(elements: Sequence[Element], n: int, vocabulary: Vocabulary) -> list[_Named]:
    element = elements[n]
    if not isinstance(element, Paragraph) or element.heading is not None or element.marker is not None:
        return []
    details = told_details(elements, n, vocabulary)
    told = [(label, text, element) for name, text in details if (label := _line_label(name, vocabulary)) is not None]
    if details and len(told) == len(details):
        return told
    return [(label, value, element) for label, value in _line_labels(fold(element.text), vocabulary)]


def _over_values(elements: Sequence[Element], labels: list[list[_Named]]) -> set[int]:
    """The paragraphs that stand each right over a line of several values; headings where all of their level do."""
    found: set[int] = set()
    levels: dict[int, list[int]] = {}
    for n, element in enumerate(elements):
        if not isinstance(element, Paragraph) or labels[n]:
            continue
        roles = [label.role for label, _, _ in labels[n + 1]] if n + 1 < len(labels) else []
        over = len(roles) > 1 and VALUE_ROLES.issuperset(roles) and not _ENDS.search(element.text)
        if element.heading is not None:
            levels.setdefault(element.heading, []).append(n if over else -1)
        elif over and len(element.text) <= LONGEST_MEASURE:
            found.add(n)
    return found.union(*(own for own in levels.values() if len(own) > 1 and min(own) >= 0))


def _line_labels(text: str, vocabulary: Vocabulary) -> list[tuple[Label, str]]:
    """The labels of a line and what they say: one, "Label: value", as a card has them, or several that name values."""
    parts = named_parts(text)
    found = [(Label(role, name), value) for name, value in parts if (role := value_role(name, vocabulary))]
    if parts and len(found) == len(parts) and not any(is_words(value, vocabulary) for _, value in found):
        return found
    head, colon, value = text.partition(":")
    label = _line_label(head, vocabulary) if colon else None
    if label is None:
        return []
    return [(label, f"{label.rest} {value.strip()}" if label.rest and label.role == "measure" else value.strip())]


def _line_label(head: str, vocabulary: Vocabulary) -> Label | None:
    role = vocabulary.columns.get(phrase_key(without_periods(head)))
    if role == "measure" or role in VALUE_ROLES:
        return Label(role, head)
    name, _, code = head.rpartition(" ")
    if is_code(code) and vocabulary.columns.get(phrase_key(name)) == "measure":
        return Label("measure", name, rest=code)
    label = match_label(head, vocabulary)
    return label if label is not None and label.role in (*ACTION, "extra") else None


def _grid(lines: list[_Named]) -> Grid:
    cells: list[Cell] = []
    for row, (label, value, paragraph) in enumerate(lines):
        cells.append(Cell(row, 0, 1, 1, (Block(label.printed),), ()))
        cells.append(Cell(row, 1, 1, 1, (Block(value),), paragraph.places, marks=paragraph.marks))
    return Grid(tuple(cells), len(lines), 2, evidence=("lines of labels and values",))
