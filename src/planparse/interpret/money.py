"""Tables of money and posts: rows with figures by year, as indicators have, which measure nothing."""

from __future__ import annotations

from collections.abc import Iterable

from planparse.interpret.header_rows import VALUE_ROLES, Slots
from planparse.interpret.header_words import role_of
from planparse.interpret.headers import Schema
from planparse.interpret.periods import without_periods
from planparse.interpret.vocabulary import phrase_key
from planparse.model.vocabulary import Vocabulary
from planparse.text import fold

_FIGURES = 5
"""Figures of an amount that is more than a measure's value mostly has."""


def is_of_money(schema: Schema, slots: Slots, headings: Iterable[str], vocabulary: Vocabulary) -> bool:
    """Whether a table is one of posts, as the name of its first column says, or of money: a heading over it says so, no
    word calls its first column a measure, and half of its figures or more are large amounts."""
    measure = schema.of("measure")
    if measure is not None and phrase_key(measure.label) in vocabulary.staff:
        return True
    keys = [f" {phrase_key(text)} " for text in headings]
    if not any(f" {phrase} " in key for key in keys for phrase in vocabulary.money):
        return False
    if measure is None or (measure.label and role_of(without_periods(measure.label), vocabulary) is not None):
        return False
    columns = [c.index for c in schema.columns if c.role in VALUE_ROLES]
    cells = [line[c] for line in slots[schema.end_row :] for c in columns]
    texts = [fold(cell.text) for cell in cells if cell is not None and not cell.is_blank]
    amounts = sum(sum(map(str.isdigit, text)) >= _FIGURES for text in texts)
    return bool(texts) and 2 * amounts >= len(texts)
