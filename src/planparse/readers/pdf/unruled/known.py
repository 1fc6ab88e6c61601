"""The headers and the labels met so far: a table of few rows has the columns of another one with the same header."""

from __future__ import annotations

from planparse.readers.pdf.ruled.tables import Borders, Table
from planparse.readers.pdf.unruled.carried import entries
from planparse.readers.pdf.words.lines import Line

_ROWS = 4
"""Rows, the header among them, of a table that shows its columns."""
_COLUMNS = 3
_SAME = 1.0
"""Points by which the same header may stand elsewhere."""
_OVER = 0.2
"""Share of the lines that may lie over a border: notes and bands do."""


class Headers:
    """First lines of tables with the borders of their columns, and labels with the places of their column and of the
    texts beside them."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[float, float, Borders]] = {}
        self._labels: dict[str, tuple[float, float]] = {}

    def learn_label(self, label: Line, left: float, text: float) -> None:
        """Keeps the first line of a label, where labels begin, and where the texts beside them do."""
        self._labels.setdefault(label.text, (left, text))

    def beside(self, label: str, x0: float) -> float | None:
        """Where texts beside this label begin that stands at ``x0``; None where it was not met there."""
        left, text = self._labels.get(label, (x0 + 2 * _SAME, 0.0))
        return text if abs(x0 - left) <= _SAME else None

    def learn(self, first: Line, table: Table) -> None:
        """Keeps the columns of a table whose first line this is."""
        if len(table.ys) > _ROWS and len(table.xs) > _COLUMNS:
            self._known.setdefault(first.text, (first.x0, first.x1, table.borders))

    def columns(self, lines: list[Line]) -> Borders:
        """The borders for these lines, the first of which is the header; none where it is not known there or the lines
        do not stand in its columns."""
        first = lines[0]
        x0, x1, borders = self._known.get(first.text, (0.0, 0.0, ()))
        if not borders or abs(first.x0 - x0) > _SAME or abs(first.x1 - x1) > _SAME:
            return ()
        over = sum(entries(line, borders, spanning=True) is None for line in lines)
        return borders if over <= _OVER * len(lines) else ()
