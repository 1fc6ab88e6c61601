"""Names that come again under several titles have a column each, with values or without; other lines show none."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from planparse.readers.pdf.unruled.columns import find_columns
from planparse.readers.pdf.unruled.repeated_names import between_names
from tests.readers.pdf.test_columns import Entry, row

TITLES: list[Entry] = [("Measure", 50, 90), ("Q1", 165, 185), ("Q2", 265, 285)]
NAMES: list[Entry] = [("Target", 130, 160), ("Actual", 190, 220), ("Target", 230, 260), ("Actual", 290, 320)]
VALUES: list[Entry] = [("Roads", 50, 75), ("40%", 140, 160), ("45%", 200, 220), ("47%", 240, 260)]
GAPS = [(160, 190), (220, 230), (260, 290)]


def gaps(*rows: Sequence[Entry]) -> list[tuple[float, float]]:
    return [(round(x0), round(x1)) for x0, x1 in between_names([row(r, n) for n, r in enumerate(rows)])]


def test_names_under_titles_have_a_column_each() -> None:
    assert gaps(TITLES, NAMES, VALUES) == GAPS
    borders = find_columns([row(r, n) for n, r in enumerate((TITLES, NAMES, VALUES, VALUES))], [])
    assert [sum(x0 <= b <= x1 for b in borders) for x0, x1 in GAPS] == [1, 1, 1]
    assert len(borders) == 4


def test_years_over_the_names_and_a_name_behind_them_change_nothing() -> None:
    years: list[Entry] = [("(2024/25)", 50, 90), *NAMES, ("Target", 340, 370)]
    assert gaps([*TITLES, ("Annual", 340, 370)], years, VALUES) == GAPS


def test_a_value_wider_than_its_name_moves_the_border_and_a_note_does_not() -> None:
    wide: list[Entry] = [("Roads", 50, 75), ("£1,400,000", 125, 170), ("45%", 200, 220)]
    note: list[Entry] = [("Lamps", 50, 75), ("We set no target this year", 130, 250)]
    assert gaps(TITLES, NAMES, wide, note) == [(170, 190), *GAPS[1:]]


@pytest.mark.parametrize(
    "rows",
    [
        ([("Measure", 50, 90)], NAMES, VALUES),
        ([("Measure", 50, 90), ("Year", 215, 235)], NAMES, VALUES),
        ([("Measure", 50, 90), ("Q1", 165, 185), ("Q1", 265, 285)], NAMES, VALUES),
        (TITLES, [*NAMES[:2], ("Plan", 230, 260), ("Result", 290, 320)], VALUES),
        (TITLES, [("Target", 160, 190), ("Target", 260, 290)], VALUES),
        (TITLES, VALUES, NAMES),
    ],
    ids=["no titles", "one title over all", "one title twice", "other names", "one name each", "below values"],
)
def test_other_lines_show_no_such_columns(rows: Sequence[Sequence[Entry]]) -> None:
    assert gaps(*rows) == []


def test_a_value_over_all_of_the_white_leaves_none() -> None:
    across: list[Entry] = [("Roads", 50, 75), ("£1,400,000,000", 135, 210)]
    assert gaps(TITLES, NAMES, across) == GAPS[1:]
