"""Rows that stand some columns off are moved back; rows that only look odd are not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from planparse.model.document import Document, Grid
from planparse.repair import realign
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
