"""Rows that stand some columns off are moved back; rows that only look odd are not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse.model.document import Document, Grid
from tests.repair.alone import realign
from tests.repair.grids import PLACEHOLDERS, document, grid, texts, unit_numbers

BLOCK = (
    "Priority|Health||||",
    "Indicators|Measure|Latest|Targets||",
    "|||2016/17|2017/18|2018/19",
    "|AB 1: Visits to pools|5|6|7|8",
    "|AB 2: Books lent|5%|6%|7%|8%",
    "|AB 3: Homes let|tbc|6|7|8",
    "|AB 4: Jobs found|1|2|3|4",
    "|AB 5: Trees planted|1|2|3|4",
    "|AB 6: Roads mended|1|2|3|4",
)


def realigned(*rows: str) -> list[str]:
    found, _ = realign(document(grid(*rows, spans_known=False)), PLACEHOLDERS)
    return texts(found.blocks[0])


def test_a_row_one_column_left_is_moved_right() -> None:
    shifted = realigned(*BLOCK, "AB 4: Swims in the sea|1|2|3|tbc|")
    assert shifted[-1] == "|AB 4: Swims in the sea|1|2|3|tbc"


def test_a_row_without_the_spare_cell_is_moved_too() -> None:
    assert realigned(*BLOCK, "AB 4: Swims in the sea|1|2|3|tbc")[-1] == "|AB 4: Swims in the sea|1|2|3|tbc"


def test_a_label_with_its_value_stays() -> None:
    assert realigned(*BLOCK, "Priority|Homes||||")[-1] == "Priority|Homes||||"


def test_a_row_that_would_leave_the_table_stays() -> None:
    row = "AB 4: Swims|1|2|3|4|5"
    assert realigned(*BLOCK, row)[-1] == row


def test_a_row_without_a_value_stays() -> None:
    row = "Lead officer|Head of Sport||||"
    assert realigned(*BLOCK, row)[-1] == row


def test_a_narrow_table_without_a_stub_is_left_alone() -> None:
    rows = ("Indicator|Actual|Target", "Visits|1|2", "Swims|3|4")
    assert realigned(*rows) == list(rows)


def test_the_repair_says_how_far() -> None:
    _, repairs = realign(document(grid(*BLOCK, "AB 4: Swims in the sea|1|2|3|tbc|")), PLACEHOLDERS)
    assert [(r.kind, r.detail) for r in repairs] == [("realigned", "row moved right by 1 column")]


VALUES = st.lists(st.sampled_from(["1", "2%", "tbc", "£3.40", "4 days", "1,250"]), min_size=4, max_size=4)


@given(st.lists(st.tuples(VALUES, st.booleans()), min_size=1, max_size=6))
def test_shift_then_realign_gives_back_the_rows(rows: list[tuple[list[str], bool]]) -> None:
    whole = ["|".join(["", f"AB {n + 10}: Swims in the sea", *values]) for n, (values, _) in enumerate(rows)]
    torn = [f"{row[1:]}|" if shifted else row for row, (_, shifted) in zip(whole, rows, strict=True)]
    assert realigned(*BLOCK, *torn)[len(BLOCK) :] == whole


@given(st.lists(VALUES, min_size=1, max_size=5), st.integers(0, 2))
def test_realign_is_idempotent_and_loses_no_unit(rows: list[list[str]], lost: int) -> None:
    lines = ["|".join(["", "AB 9: Swims in the sea", *values])[min(lost, 1) :] for values in rows]
    before: Document = document(grid(*BLOCK, *lines, spans_known=False))
    once, _ = realign(before, PLACEHOLDERS)
    twice, again = realign(once, PLACEHOLDERS)
    assert twice == once
    assert not again
    assert unit_numbers(once) == unit_numbers(before)
    assert isinstance(once.blocks[0], Grid)


@pytest.mark.parametrize(
    "row",
    [
        "AB 4: Swims in the sea|5|6|in words|8",
        "AB 4: Swims in the sea|in words|6|7|8",
        "AB 4: Swims in the sea|5|6|7|see the note in full below the table",
        "Sea|AB 4: Swims|x|1|2",
    ],
    ids=["words among values", "words before values", "a note that fits", "values in one place only"],
)
def test_words_may_stand_among_the_values_only_as_a_note_at_the_end(row: str) -> None:
    moved = row.startswith("AB 4: Swims in the sea|5|6|7|see")
    assert realigned(*BLOCK, row)[-1] == (f"|{row}" if moved else f"{row}|")


@pytest.mark.parametrize(("lost", "first"), [(1, 1), (2, 2), (3, 0)])
def test_a_row_can_be_two_columns_off_and_not_three(lost: int, first: int) -> None:
    wide = grid(*("|" * (lost - 1) + row for row in BLOCK[3:]), "AB 4: Swims in the sea|1|2|3|tbc", spans_known=False)
    block = realign(document(wide), PLACEHOLDERS)[0].blocks[0]
    assert isinstance(block, Grid)
    assert [c.col for c in block.rows()[-1]] == [first + n for n in range(5)]


def test_a_row_beside_a_cell_that_spans_rows_stays_where_the_span_says() -> None:
    """The first cell reaches down: there is no free slot below it."""
    rows = grid(*BLOCK, "Indicators|AB 7: Dives|1|2|3|4", "x|AB 8: Rows|1|2|3|4")
    cells = [c for c in rows.cells if c.row < 10 or c.col > 0]
    cells = [replace(c, row_span=2) if (c.row, c.col) == (9, 0) else c for c in cells]
    cells = [replace(c, col=c.col - 1) if c.row == 10 else c for c in cells]  # over the span, as a bad reader has it
    doc = document(replace(rows, cells=tuple(cells)))
    assert realign(doc, PLACEHOLDERS) == (doc, [])


def test_the_spare_cell_keeps_its_place_in_the_source() -> None:
    doc = document(grid(*BLOCK, "AB 4: Swims in the sea|1|2|3|tbc|"))
    found, _ = realign(doc, PLACEHOLDERS)
    block = found.blocks[0]
    assert isinstance(block, Grid)
    assert len(block.cells[-1].places) == 2
    assert unit_numbers(found) == unit_numbers(doc)
