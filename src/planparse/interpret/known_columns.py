"""Columns that hold nothing but placeholders: what they are, the other tables with such a column say."""

from __future__ import annotations

from dataclasses import replace

from planparse.interpret.draft import Column
from planparse.interpret.header_rows import VALUE_ROLES, Slots
from planparse.interpret.headers import Schema
from planparse.interpret.values import parse_value
from planparse.model.vocabulary import Vocabulary
from planparse.text import fold


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
