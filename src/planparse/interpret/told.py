"""Indicators told in the items of a list, each with its values: a table without borders.

- Days to pay suppliers: 52 days in 2022/23; target 45 days in 2024/25
- Vacant posts: 31 in 2022/23; target 20 in 2024/25
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from planparse.interpret.header_rows import value_role
from planparse.interpret.periods import find_periods, without_periods
from planparse.interpret.values import parse_value
from planparse.model.document import Block, Cell, Element, Grid, Paragraph
from planparse.model.vocabulary import Vocabulary
from planparse.text import fold

_PARTS = re.compile(r"\s*[;,]\s+")
_BEFORE_PERIOD = re.compile(r"\s+(?:in|by|for|at|of)$", re.IGNORECASE)
_FEW = 2
"""Items with the same values, and values of each of them, at least."""
_LONGEST = 220
"""Letters of a measure."""


class Told(NamedTuple):
    """A value, what it is, and the period behind it as printed."""

    role: str
    value: str
    period: str


def told_values(text: str, vocabulary: Vocabulary) -> tuple[str, list[Told]]:
    """The measure of an item and its values; none where the item says anything else.

    >>> from planparse.interpret.vocabulary import load_vocabulary
    >>> measure, values = told_values("Vacant posts: 31 in 2022/23; target 20 in 2024/25", load_vocabulary())
    >>> measure, [(v.role, v.value, v.period) for v in values]
    ('Vacant posts', [('actual', '31', '2022/23'), ('target', '20', '2024/25')])
    """
    measure, colon, rest = text.partition(": ")
    if not colon or len(measure) > _LONGEST:
        return measure, []
    found = [_told(part, vocabulary) for part in _PARTS.split(rest.rstrip("."))]
    values = [value for value in found if value is not None]
    return measure, values if len(values) == len(found) and "target" in {v.role for v in values} else []


def _told(part: str, vocabulary: Vocabulary) -> Told | None:
    periods = find_periods(part)
    if len(periods) != 1:
        return None
    words = _BEFORE_PERIOD.sub("", without_periods(part)).split()
    for n in range(len(words) - 1, -1, -1):
        name, value = " ".join(words[:n]), " ".join(words[n:])
        role = value_role(name, vocabulary) if name else "actual"
        if role is not None and parse_value(value, vocabulary).status == "number":
            return Told(role, value, part[periods[0].start : periods[0].end])
    return None


def with_told(elements: Sequence[Element], vocabulary: Vocabulary) -> Iterator[Element]:
    """The document with such items, several in a row that tell of the same periods, made into a table."""

    def named(element: Element) -> tuple[tuple[str, str], ...]:
        if not isinstance(element, Paragraph) or element.heading is not None:
            return ()
        values = told_values(fold(element.text), vocabulary)[1]
        return tuple((v.role, v.period) for v in values) if len(values) >= _FEW else ()

    for names, run in groupby(elements, named):
        own = list(run)
        if names and len(own) >= _FEW:
            yield _table([p for p in own if isinstance(p, Paragraph)], vocabulary)
        else:
            yield from own


def _table(items: list[Paragraph], vocabulary: Vocabulary) -> Grid:
    told = [told_values(fold(item.text), vocabulary) for item in items]
    heads = ["Measure", *(f"{v.role.capitalize()} {v.period}" for v in told[0][1])]
    cells = [Cell(0, n, 1, 1, (Block(text),), ()) for n, text in enumerate(heads)]
    for row, (item, (measure, values)) in enumerate(zip(items, told, strict=True), 1):
        texts = [measure, *(v.value for v in values)]
        cells += [Cell(row, n, 1, 1, (Block(text),), item.places, marks=item.marks) for n, text in enumerate(texts)]
    return Grid(tuple(cells), len(items) + 1, len(heads), evidence=("a list of measures with their values",))
