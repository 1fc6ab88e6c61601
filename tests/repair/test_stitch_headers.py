"""A header of two rows that stands in one on the next page, and first rows that are no header for their number."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planparse.model.document import Grid
from tests.repair.alone import stitch
from tests.repair.grids import PLACEHOLDERS, document, grid, texts

TOP, NAMES = "Ref|Measure|Actual|Target", "||last year|next year"
ONE = "Ref|Measure|Actual last year|Target next year"


def stitched(*blocks: Grid) -> list[list[str]]:
    found, _ = stitch(document(*blocks), PLACEHOLDERS)
    return [texts(b) for b in found.blocks if isinstance(b, Grid)]


FIRST = (TOP, NAMES, "AB 1|Visits|1|2", "AB 2|Swims|3|4")


def test_a_header_of_two_rows_that_stands_in_one_is_the_same_header() -> None:
    found = document(grid(*FIRST), grid(ONE, "AB 3|Runs|5|6"))
    joined, repairs = stitch(found, PLACEHOLDERS)
    assert [texts(b) for b in joined.blocks] == [[*FIRST, "AB 3|Runs|5|6"]]
    assert [r.kind for r in repairs] == ["dropped_header", "stitched"]
    assert [a.text for a in joined.asides] == ONE.split("|")


@pytest.mark.parametrize(
    "rows",
    [
        ("Ref|Measure|Actual last year|Target this year", "AB 3|Runs|5|6"),
        ("Ref|Measure|Actual|Target next year", "AB 3|Runs|5|6"),
    ],
    ids=["another word", "a word less"],
)
def test_another_header_of_one_row_begins_another_table(rows: tuple[str, ...]) -> None:
    assert stitched(grid(*FIRST), grid(*rows)) == [list(FIRST), list(rows)]


def test_a_header_with_nothing_below_it_is_not_set_aside() -> None:
    found, _ = stitch(document(grid(*FIRST), grid(ONE)), PLACEHOLDERS)
    assert not found.asides


def test_two_rows_of_two_names_are_too_few_to_know_them_in_one() -> None:
    first, second = grid("Priority|Pools", "Aim|Swim"), grid("Priority Aim|Pools Swim", "Ways|Run")
    found, _ = stitch(document(first, second), PLACEHOLDERS)
    assert not found.asides


ACTIONS = ("No|Action|Lead|Spent", "1.1|Dig the pool|Coach|5", "1.2|Line the pool|Clerk|6")


@pytest.mark.parametrize(("number", "tables"), [("1.3", 1), ("H1.3", 1), ("Pool", 2)])
def test_a_row_that_begins_with_a_number_is_no_header(number: str, tables: int) -> None:
    rest = (f"{number}|Fill the pool|Guard|Nothing", "1.4|Heat the pool|Coach|7", "1.5|Open the pool|Coach|8")
    assert len(stitched(grid(*ACTIONS), grid(*rest))) == tables


def test_a_repeated_header_may_lack_the_last_line_of_a_name() -> None:
    rows = "Ref|Measure|Actual|Target for the year", "AB 1|Visits|1|2"
    assert stitched(grid(*rows), grid("Ref|Measure|Actual|Target", "AB 2|Swims|3|4")) == [[*rows, "AB 2|Swims|3|4"]]


@pytest.mark.parametrize("head", ["Ref|Measure|Act|Target", "Ref|Measure|Actual|Aim for the year", "Measure|Target"])
def test_one_with_other_names_or_less_of_two_begins_another_table(head: str) -> None:
    rows = ("Ref|Measure|Actual|Target for the year", "AB 1|Visits|1|2")
    row = "AB 2|Swims|3|4" if head.count("|") > 1 else "Swims|4"
    assert stitched(grid(*rows), grid(head, row)) == [list(rows), [head, row]]


LABELLED = "Indicators|Measure|Actual|Target"


@pytest.mark.parametrize(
    ("below", "kept"), [("Aim|Run more>3", 2), ("Note|Counted by hand>3", 1)], ids=["what tables begin with", "a note"]
)
def test_a_header_at_a_page_s_begin_is_not_repeated_where_another_block_began_below_it(below: str, kept: int) -> None:
    """Each block has the header of its own, with the label of its part beside it."""
    one = grid("Aim|Swim more>3", "Actions|Open the pool>3", page=0)
    two = grid(LABELLED, "|AB 1: Visits|1|2", "|AB 2: Swims|3|4", below, "Actions|Open the hall>3", page=1)
    three = grid(LABELLED, "|AB 3: Runs|5|6", page=2)
    rows = [row for table in stitched(one, two, three) for row in table]
    assert rows.count(LABELLED) == kept


@pytest.mark.parametrize(
    ("second", "kept"),
    [
        (("|Actual|Target", "Measure|2016|2017", "AB 3: Runs|5|6"), 1),
        (("|Actual|Target", "Measure|2016|2018", "AB 3: Runs|5|6"), 2),
        (("|Actual|Target", "Measure|2016|2017"), 2),
    ],
    ids=["the same names", "another year", "nothing below it"],
)
def test_a_header_of_two_rows_cut_into_other_cells_is_repeated(second: tuple[str, ...], kept: int) -> None:
    first = ("Measure|Actual|Target", "|2016|2017", "AB 1: Visits|1|2", "AB 2: Swims|3|4")
    rows = [row for table in stitched(grid(*first), grid(*second)) for row in table]
    assert sum("Actual" in row for row in rows) == kept


def test_labels_with_the_same_texts_are_no_header_of_two_rows() -> None:
    found, _ = stitch(
        document(grid("Priority|Pools", "Aim|Swim", "Ways|Run"), grid("Pools|Priority", "Swim|Aim", "Ways|Row")),
        PLACEHOLDERS,
    )
    assert not found.asides


def bold(table: Grid, rows: int) -> Grid:
    """The table with so many first rows in bold."""
    cells = (
        c if c.row >= rows else replace(c, blocks=tuple(replace(b, bold=True) for b in c.blocks)) for c in table.cells
    )
    return replace(table, cells=tuple(cells))


@pytest.mark.parametrize(("over", "tables"), [("(2025/26)", 1), ("Pools", 2), ("2025/26", 2)])
def test_a_text_in_brackets_over_names_is_the_rest_of_a_label_and_no_title(over: str, tables: int) -> None:
    first = grid("Aim|Swim more>3", "Milestones|Open the pool>3")
    second = bold(grid(f"{over}|>3", "Indicators|Measure|Actual|Target", "|Visits|1|2"), 2)
    assert len(stitched(first, second)) == tables


@pytest.mark.parametrize(("names", "tables"), [("|Target|Actual|Target", 1), ("Aim|Target|Actual|Target", 2)])
def test_titles_at_a_pages_end_are_the_header_of_the_names_on_the_next_one(names: str, tables: int) -> None:
    titles = grid("Measure|2016/17|2017/18", page=0, edges=(50.0, 200.0, 400.0, 500.0))
    rest = grid(names, "Visits|1|2|3", page=1, edges=(50.0, 200.0, 300.0, 400.0, 500.0))
    assert len(stitched(titles, rest)) == tables
