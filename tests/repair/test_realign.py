"""Rows that stand some columns off are moved back; rows that only look odd are not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse.model.document import Document, Grid
from planparse.repair import repair
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


ACTIONS = ("Ref|Action|Lead|When", "AB 1|Dig the pool|Coach|Soon", "AB 2|Line the pool|Clerk|Later", "AB 3|Fill it|x|y")
RIGHT = "|AB 4|Heat the pool|Guard|Now"


def left(*rows: str, seams: tuple[int, ...] = (), edges: tuple[float, ...] | None = None) -> tuple[Grid, list[str]]:
    """The grid after the pass, and the repairs that it made."""
    found, repairs = realign(document(grid(*rows, seams=seams, edges=edges)), PLACEHOLDERS)
    block = found.blocks[0]
    assert isinstance(block, Grid)
    return block, [repair.detail for repair in repairs]


def test_a_row_that_a_blank_moved_right_goes_back_left() -> None:
    found, repairs = left(*ACTIONS, RIGHT)
    assert texts(found)[-1] == "AB 4|Heat the pool|Guard|Now"
    assert repairs == ["row moved left by 1 column"]


def test_a_last_column_with_nothing_else_in_it_goes_with_it() -> None:
    edges = (0.0, 50.0, 200.0, 250.0, 300.0, 350.0)
    found, _ = left(*ACTIONS, RIGHT, edges=edges)
    assert (found.n_cols, found.edges) == (4, edges[:-1])


def test_a_last_column_that_holds_something_stays() -> None:
    found, _ = left(f"{ACTIONS[0]}|Note", *(f"{row}|Yes" for row in ACTIONS[1:]), f"{RIGHT}")
    assert found.n_cols == 5
    assert texts(found)[-1] == "AB 4|Heat the pool|Guard|Now|"


def test_the_blank_keeps_its_place_in_the_source() -> None:
    before = document(grid(*ACTIONS, RIGHT))
    found, _ = realign(before, PLACEHOLDERS)
    assert unit_numbers(found) == unit_numbers(before)


@pytest.mark.parametrize(
    "row",
    [
        "x|AB 4|Heat the pool|Guard|Now",
        "|Heat the pool|AB 4|Guard|Now",
        "|AB 4|5|Guard|Now",
        "|AB 4|AB 5|Guard|Now",
        "|AB 4||Guard|Now",
        "|Pools|Heat the pool|Guard|Now",
        "|AB 4>2|Heat the pool|Now",
        "AB 4|Heat the pool|Guard|Now|",
    ],
    ids=[
        "a text for the blank",
        "the code further right",
        "a value beside the code",
        "two codes",
        "a blank beside the code",
        "no code",
        "a code over two columns",
        "a row in its place",
    ],
)
def test_other_rows_are_not_moved_left(row: str) -> None:
    found, repairs = left(*ACTIONS, row)
    assert texts(found)[-1] == row.replace(">2", "")
    assert repairs == []


@pytest.mark.parametrize(("off", "moved"), [(1, True), (2, False)])
def test_most_rows_show_where_codes_stand(off: int, moved: bool) -> None:
    """Two rows in their places for each that stands off."""
    found, repairs = left(*ACTIONS[:3], *[f"|AB {4 + n}|Heat the pool|Guard|Now" for n in range(off)])
    assert bool(repairs) is moved
    assert texts(found)[-1].startswith("AB") is moved


def test_one_row_is_too_few_to_show_it() -> None:
    assert left(*ACTIONS[:2], RIGHT)[1] == []


@pytest.mark.parametrize(
    ("rest", "after"),
    [
        ("||of the old hall||", "|of the old hall||"),
        ("|||| by May", None),
        ("||of the old hall||x", "|of the old hall||x"),
    ],
    ids=["below a text", "below the last one", "two texts"],
)
def test_what_a_pages_end_left_of_such_a_row_goes_with_it(rest: str, after: str | None) -> None:
    found, repairs = left(*ACTIONS, RIGHT, rest, seams=(5,))
    assert len(repairs) == 2
    assert texts(found)[-1] == (after or "|||by May")


@pytest.mark.parametrize(
    ("row", "rest", "seams"),
    [
        ("|AB 4|Heat the pool|Guard|", "||of the old hall||by May", (5,)),
        (RIGHT, "||of the old hall||", ()),
        ("AB 4|Heat the pool|Guard|Now|", "||of the old hall||", (5,)),
    ],
    ids=["under a blank", "on one page", "below a row in its place"],
)
def test_another_row_below_it_stays(row: str, rest: str, seams: tuple[int, ...]) -> None:
    found, _ = left(*ACTIONS, row, rest, seams=seams)
    assert texts(found)[-1].rstrip("|") == rest.rstrip("|")


def test_what_a_pages_end_left_of_a_shifted_row_is_moved_with_it() -> None:
    rows = (*BLOCK, "AB 7: Swims in_|1_|2_|3_|tbc_|", "^the sea|^|^|^|^|")
    found, _ = realign(document(grid(*rows, seams=(len(BLOCK) + 1,), spans_known=False)), PLACEHOLDERS)
    assert texts(found.blocks[0])[-2:] == ["|AB 7: Swims in|1|2|3|tbc", "|the sea||||"]


def test_a_label_below_a_shifted_row_stays() -> None:
    rows = (*BLOCK, "AB 7: Swims|1|2|3|tbc|", "Priority|||||")
    found, _ = realign(document(grid(*rows, seams=(len(BLOCK) + 1,), spans_known=False)), PLACEHOLDERS)
    assert texts(found.blocks[0])[-1] == "Priority|||||"


def test_a_row_that_shows_its_shift_when_its_halves_are_one_is_moved_too() -> None:
    rows = (*BLOCK, "_|1_|2_|3_|tbc_|_", "^AB 7: Swims in the sea|^|^|^|^|^")
    found, _ = repair(document(grid(*rows, seams=(len(BLOCK) + 1,), spans_known=False)), PLACEHOLDERS)
    assert texts(found.blocks[0])[-1] == "|AB 7: Swims in the sea|1|2|3|tbc"
