"""Columns that say what they are by what was met before: those of placeholders are what the same name is over other
tables, those of objectives' names are of objectives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planparse.interpret.draft import Column, ObjectiveDraft
from planparse.interpret.header_rows import VALUE_ROLES, Slots
from planparse.interpret.headers import Schema
from planparse.interpret.values import parse_value
from planparse.model.vocabulary import Vocabulary
from planparse.text import fold

_OTHER = frozenset({"unknown", "extra", "actual", "progress"})
"""Roles of a first column that its header or its words alone gave it."""


class KnownColumns:
    """The columns of values that were met so far, by what stands over them."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._roles: dict[str, str] = {}

    def settled(self, schema: Schema, slots: Slots) -> Schema:
        """The schema, its unsettled columns of placeholders with the role that the same name has had before."""
        columns = tuple(self._settled(c, schema, slots) for c in schema.columns)
        self._roles |= {c.label: c.role for c in columns if c.role in VALUE_ROLES and c.label}
        return replace(schema, columns=columns) if columns != schema.columns else schema

    def _settled(self, column: Column, schema: Schema, slots: Slots) -> Column:
        role = self._roles.get(column.label)
        if role is None or column.role not in ("unknown", "extra"):
            return column
        texts = [fold(cell.text) for line in slots[schema.end_row :] if (cell := line[column.index]) is not None]
        states = {parse_value(text, self._vocabulary).status for text in texts if text}
        if not states or states & {"number", "note"}:
            return column
        why = (*column.why, f"placeholders below the name of a column that is {role} in another table")
        return replace(column, role=role, why=why, doubt=None)


def named_before(schema: Schema, slots: Slots, objectives: Sequence[ObjectiveDraft]) -> Schema:
    """The schema, its first column that of the objectives where each text in it is the title of one met before, and
    another column holds actions."""
    if schema.kind != "actions" or schema.of("objective"):
        return schema
    first = schema.columns[0]
    if first.index or first.period or first.role not in _OTHER:
        return schema
    texts = {fold(cell.text) for line in slots[schema.end_row :] if (cell := line[0]) is not None and not cell.is_blank}
    titles = [o for o in objectives if o.title is not None] if texts else []
    if not texts or not all(any(o.is_named(text) for o in titles) for text in texts):
        return schema
    why = (*first.why, "each of its cells names an objective met before")
    return replace(schema, columns=(replace(first, role="objective", why=why, doubt=None), *schema.columns[1:]))
