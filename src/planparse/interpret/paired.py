"""Tables whose rows hold an action and, beside it, a measure that need not have to do with it.

Objective | Action | By when | Lead | Measure | Baseline | Target
"""

from __future__ import annotations

from dataclasses import replace

from planparse.interpret.draft import Column
from planparse.interpret.header_rows import VALUE_ROLES, Slots
from planparse.interpret.header_words import role_of
from planparse.interpret.headers import Schema
from planparse.interpret.values import is_words
from planparse.model.vocabulary import Vocabulary
from planparse.text import fold

_BEFORE = frozenset({"code", "unknown"})
"""What may stand left of a measure, or of an action, and belong to it; and a second code, which is extra so far."""


def paired(schema: Schema, slots: Slots, vocabulary: Vocabulary) -> tuple[Schema, Schema] | None:
    """The columns of the measures and those of the actions, where these stand on either side and both are dated or
    valued; None where a row is one record. A column of objectives belongs to both."""
    measure, action = schema.of("measure"), schema.of("action")
    if schema.kind == "other" or measure is None or action is None or schema.of("due") is None:
        return None
    objectives = schema.all_of("objective")
    own = [c for c in schema.columns if c.role != "objective"]
    sides = _between(own, measure) or _beside(own, measure, action, vocabulary)
    measures, actions = sides
    if action in measures or not _has(actions, "due") or _has(measures, "due") or _has(actions, *VALUE_ROLES):
        return None
    values = [c for c in measures if c.role in VALUE_ROLES]
    if not values or not _are_figures(values, slots[schema.end_row :], vocabulary):
        return None
    return (
        replace(schema, columns=(*objectives, *measures), kind="indicators"),
        replace(schema, columns=(*objectives, *actions), kind="actions"),
    )


def _between(own: list[Column], measure: Column) -> tuple[list[Column], list[Column]] | None:
    """The measure with the values right of it, and the columns at both sides of them: the action, and by when it is
    due; None where they stand elsewhere."""
    start = own.index(measure)
    end = start + 1
    while end < len(own) and own[end].role in (*VALUE_ROLES, "unit", "direction"):
        end += 1
    before, after = own[:start], own[end:]
    return (own[start:end], before + after) if _has(before, "action") and _has(after, "due") else None


def _beside(
    own: list[Column], measure: Column, action: Column, vocabulary: Vocabulary
) -> tuple[list[Column], list[Column]]:
    """The columns of the measure and those of the action, each with what stands right of it, and its code."""
    later = max(own.index(measure), own.index(action))
    while later and (own[later - 1].role in _BEFORE or _names_code(own[later - 1], vocabulary)):
        later -= 1
    sides = own[:later], [_as_code(c) if _names_code(c, vocabulary) else c for c in own[later:]]
    return sides if measure in sides[0] else sides[::-1]


def _names_code(column: Column, vocabulary: Vocabulary) -> bool:
    found = role_of(column.label, vocabulary) if column.role == "extra" else None
    return found is not None and found[0] == "code"


def _as_code(column: Column) -> Column:
    return replace(column, role="code", why=(*column.why, "the code of the records at this side"))


def _has(columns: list[Column], *roles: str) -> bool:
    return any(c.role in roles for c in columns)


def _are_figures(columns: list[Column], rows: Slots, vocabulary: Vocabulary) -> bool:
    """Whether most of the texts in these columns are values, not words."""
    cells = [row[c.index] for row in rows for c in columns]
    texts = [fold(cell.text) for cell in cells if cell is not None and not cell.is_blank]
    return bool(texts) and 2 * sum(not is_words(t, vocabulary) for t in texts) > len(texts)
