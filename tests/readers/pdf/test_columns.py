"""Columns that the fullest lines show stay columns where other lines lay a note over them."""

from __future__ import annotations

from collections.abc import Sequence

from planparse.readers.pdf.columns import find_columns
from planparse.readers.pdf.lines import make_lines
from planparse.readers.pdf.page import Word, make_style
from planparse.readers.pdf.runs import Row, cut

STYLE = make_style(size=10, bold=False, direction=0, invisible=False, white=False, font="", unmapped=False)
Entry = tuple[str, float, float]
"""Text, and where it begins and ends; its words share the room."""
HEAD: list[Entry] = [("Measure", 50, 90), ("Lead", 150, 180), ("Actual", 220, 250), ("Target", 290, 320)]
FULL: list[Entry] = [("Roads", 50, 90), ("Smith", 150, 180), ("40%", 220, 240), ("45%", 290, 310)]
NOTE: list[Entry] = [("Lamps", 50, 90), ("still without a lead", 150, 245), ("9", 290, 310)]


def row(entries: Sequence[Entry], n: int) -> Row:
    words = []
    for text, x0, x1 in entries:
        parts = text.split()
        step = (x1 - x0 + 3) / len(parts)
        base = 100.0 + 14 * n
        words += [
            Word(part, x0 + k * step, base - 8, x0 + (k + 1) * step - 3, base + 2, base, STYLE)
            for k, part in enumerate(parts)
        ]
    (line,) = make_lines(words)
    return cut(line, 0.8)


def borders(*rows: Sequence[Entry]) -> int:
    """How many borders the lines show."""
    return len(find_columns([row(entries, n) for n, entries in enumerate(rows)], []))


def test_a_note_over_two_columns_leaves_them_two() -> None:
    assert borders(HEAD, FULL, FULL, NOTE, FULL, NOTE) == 3


def test_columns_that_few_lines_show_are_none() -> None:
    assert borders(HEAD, *3 * [FULL], *4 * [NOTE]) == 3
    assert borders(HEAD, *3 * [FULL], *5 * [NOTE]) == 2


def test_a_value_over_the_gap_is_no_note() -> None:
    value: list[Entry] = [("Lamps", 50, 90), ("£1,000,000", 150, 245), ("9", 290, 310)]
    assert borders(HEAD, FULL, FULL, value, FULL, value) == 2


def test_a_text_that_begins_elsewhere_is_no_note() -> None:
    moved: list[Entry] = [("Lamps", 50, 90), ("still without a lead", 160, 245), ("9", 290, 310)]
    assert borders(HEAD, FULL, FULL, moved, FULL, moved) == 2


def test_a_gap_with_an_empty_column_beside_it_is_none() -> None:
    """The header has no entry on one side of the gap."""
    head: list[Entry] = [("Measure", 50, 90), ("Lead", 150, 180), ("Target", 290, 320)]
    assert borders(head, FULL, FULL, NOTE, FULL, NOTE) == 2


def test_the_border_stands_behind_an_entry_that_fills_its_column() -> None:
    filled: list[Entry] = [("Lamps", 50, 90), ("Marlowe-Green", 150, 214), ("8%", 220, 240), ("9", 290, 310)]
    found = find_columns([row(r, n) for n, r in enumerate((HEAD, FULL, FULL, filled, FULL))], [])
    assert len(found) == 3
    assert 214 <= found[1] <= 220
