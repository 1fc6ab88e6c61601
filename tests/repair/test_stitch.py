"""Fragments of a table are joined; tables that merely follow each other are not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from planparse.model.document import Grid
from planparse.repair import stitch
from tests.repair.grids import PLACEHOLDERS, document, grid, paragraph, texts, unit_numbers

HEAD = "Indicator|Actual|Target"


def stitched(*blocks: object) -> list[list[str]]:
    found, _ = stitch(document(*blocks), PLACEHOLDERS)  # type: ignore[arg-type]
    return [texts(b) for b in found.blocks if isinstance(b, Grid)]


def test_a_fragment_without_a_header_goes_on_with_the_table_before_it() -> None:
    assert stitched(grid(HEAD, "AB 1 Visits|1|2"), grid("AB 2 Swims|3|4")) == [
        [HEAD, "AB 1 Visits|1|2", "AB 2 Swims|3|4"]
    ]


def test_a_repeated_header_is_set_aside_and_kept_in_the_asides() -> None:
    doc = document(grid(HEAD, "AB 1 Visits|1|2"), grid(HEAD, "AB 2 Swims|3|4"))
    found, repairs = stitch(doc, PLACEHOLDERS)
    (joined,) = (b for b in found.blocks if isinstance(b, Grid))
    assert texts(joined) == [HEAD, "AB 1 Visits|1|2", "AB 2 Swims|3|4"]
    assert [s.row for s in joined.seams] == [2]
    assert [a.text for a in found.asides] == ["Indicator", "Actual", "Target"]
    assert [r.kind for r in repairs] == ["dropped_header", "stitched"]


def test_a_header_whose_words_break_at_another_place_is_the_same_header() -> None:
    assert len(stitched(grid(HEAD, "AB 1 Visits|1|2"), grid("Indicato r|Actual|Target", "AB 2 Swims|3|4"))) == 1


def test_a_header_cell_that_reaches_into_the_rows_below_leaves_a_blank() -> None:
    from dataclasses import replace

    first = grid("Objective|Action|Due date", "Be fair|Publish it|May 2016")
    second = grid("Objective|Action|Due date", "|Train them|June 2016")
    head, *rest = second.cells
    tall = replace(second, cells=(replace(head, row_span=2), *(c for c in rest if (c.row, c.col) != (1, 0))))
    found, _ = stitch(document(first, tall), PLACEHOLDERS)
    (joined,) = (b for b in found.blocks if isinstance(b, Grid))
    assert texts(joined)[-1] == "|Train them|June 2016"


def test_text_between_two_tables_parts_them() -> None:
    assert len(stitched(grid(HEAD, "AB 1 Visits|1|2"), paragraph("Homes"), grid("AB 2 Swims|3|4"))) == 2


def test_a_table_with_a_header_of_its_own_is_another_table() -> None:
    other = grid("Risk|Likelihood|Impact", "Loss of staff|3|4")
    assert len(stitched(grid(HEAD, "AB 1 Visits|1|2"), other)) == 2


def test_tables_of_another_width_are_other_tables() -> None:
    assert len(stitched(grid(HEAD, "AB 1 Visits|1|2"), grid("AB 2 Swims|3"))) == 2


def test_pages_that_do_not_follow_each_other_are_not_joined() -> None:
    edges = (0.0, 100.0, 200.0, 300.0)
    first, second = grid(HEAD, "AB 1 Visits|1|2", page=0, edges=edges), grid("AB 2 Swims|3|4", page=2, edges=edges)
    assert len(stitched(first, second)) == 2


def test_a_block_that_begins_with_the_same_label_and_value_is_a_block_of_its_own() -> None:
    """The same priority twice is no repeated header."""
    first = grid("Priority|Health>2", "Objective: A 1|Swim more>2", "Indicators|PI 1|5")
    second = grid("Priority|Health>2", "Objective: A 2|Read more>2", "Indicators|PI 2|6")
    doc, _ = stitch(document(first, second), PLACEHOLDERS)
    assert not doc.asides


def test_a_header_after_the_labels_of_a_new_block_is_that_blocks_own() -> None:
    first = grid(
        "Priority|Health>2", "Indicators|Measure|Target", "|PI 1 Swims|5", "Priority|Homes>2", "Issues|Rents>2", page=0
    )
    second = grid("Indicators|Measure|Target", "|PI 2 Lets|6")
    doc, _ = stitch(document(first, second), PLACEHOLDERS)
    assert not doc.asides


def test_a_band_at_a_pages_top_stays_a_row_of_its_own() -> None:
    first, second = grid(HEAD, "Visits|1|2"), grid("Efficiency>3", "Cost|3|4")
    assert stitched(first, second) == [[HEAD, "Visits|1|2", "Efficiency", "Cost|3|4"]]


ROWS = st.lists(
    st.tuples(st.integers(1, 999), st.sampled_from(["Visits", "Swims", "Homes let"]), st.integers(0, 99)), max_size=12
)


@given(ROWS, st.integers(0, 12), st.booleans())
def test_moving_a_page_break_changes_nothing(rows: list[tuple[int, str, int]], at: int, repeats: bool) -> None:
    """Wherever the break falls, and whether the header is repeated or not, the rows are the same."""
    lines = [f"AB {code:03d} {name}|{value}|{value}" for code, name, value in rows]
    at = min(at, len(lines))
    whole = [[HEAD, *lines]]
    lower = ([HEAD] if repeats and lines[at:] else []) + lines[at:]
    parts = [grid(HEAD, *lines[:at])] + ([grid(*lower)] if lower else [])
    assert stitched(*parts) == whole


@given(ROWS, st.integers(1, 12))
def test_stitch_is_idempotent_and_loses_no_unit(rows: list[tuple[int, str, int]], at: int) -> None:
    lines = [f"AB {code:03d} {name}|{value}|{value}" for code, name, value in rows]
    parts = [grid(HEAD, *lines[:at])] + ([grid(HEAD, *lines[at:])] if lines[at:] else [])
    before = document(*parts)
    once, _ = stitch(before, PLACEHOLDERS)
    twice, again = stitch(once, PLACEHOLDERS)
    assert twice == once
    assert not again
    assert unit_numbers(once) == unit_numbers(before)
