"""What the next page does not draw again is no reason for another table: a label beside the rows, a header's rest."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planparse.model.document import Block, Grid, Paragraph
from planparse.model.provenance import BBox, Place
from tests.repair.alone import stitch
from tests.repair.grids import PLACEHOLDERS, document, grid, reaching, texts, unit_numbers

EDGES = (0.0, 60.0, 160.0, 210.0, 260.0)
ROWS = ("Indicators|AB 1 Visits|1|2", "|AB 2 Swims|3|4")
NEXT = ("AB 3 Rows|5|6", "AB 4 Dives|7|8")


def beside_label(*rows: str, reach: int = 2) -> Grid:
    return reaching(grid(*rows, page=0, edges=EDGES), "Indicators", reach)


def stitched(*blocks: Grid) -> list[list[str]]:
    found, _ = stitch(document(*blocks), PLACEHOLDERS)
    return [texts(b) for b in found.blocks]


def test_a_label_that_is_not_drawn_again_leaves_a_blank_that_goes_on_from_it() -> None:
    before = document(beside_label(*ROWS), grid(*NEXT, page=1, edges=EDGES[1:]))
    found, _ = stitch(before, PLACEHOLDERS)
    (joined,) = found.blocks
    assert isinstance(joined, Grid)
    assert (joined.n_cols, joined.edges) == (4, EDGES)
    assert [(c.text, c.col) for c in joined.cells if c.row == 2] == [("", 0), ("AB 3 Rows", 1), ("5", 2), ("6", 3)]
    (blank,) = (c for c in joined.cells if c.row == 2 and c.col == 0)
    assert (blank.row_span, blank.open_top) == (2, True)
    assert unit_numbers(found) == unit_numbers(before)


def test_two_columns_of_labels_may_be_missing() -> None:
    edges = (0.0, 30.0, *EDGES[1:])
    first = grid("Key|Indicators|AB 1 Visits|1|2", "||AB 2 Swims|3|4", page=0, edges=edges)
    first = reaching(reaching(first, "Key", 2), "Indicators", 2)
    assert len(stitched(first, grid(*NEXT, page=1, edges=EDGES[1:]))) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (grid(*ROWS, page=0, edges=EDGES), grid(*NEXT, page=1, edges=EDGES[1:])),
        (beside_label(*ROWS, "Other|AB 9 Lets|9|9"), grid(*NEXT, page=1, edges=EDGES[1:])),
        (beside_label(*ROWS), grid(*NEXT, page=2, edges=EDGES[1:])),
        (beside_label(*ROWS), grid(*NEXT, page=1, edges=(60.0, 150.0, 210.0, 260.0))),
        (beside_label(*ROWS), grid(*NEXT, page=1, edges=EDGES[:4])),
        (beside_label(*ROWS), grid("AB 3 Rows|5|6|7", page=1, edges=(60.0, 160.0, 180.0, 210.0, 260.0))),
    ],
    ids=[
        "a label of one row",
        "another row after the label's",
        "a page between",
        "another border",
        "the last column is missing",
        "as many columns",
    ],
)
def test_a_narrower_table_that_lacks_something_else_is_another_table(first: Grid, second: Grid) -> None:
    assert len(stitched(first, second)) == 2


def test_a_single_column_at_the_right_is_not_the_rest_of_a_table() -> None:
    first = reaching(grid("Indicators|AB 1 Visits", "|AB 2 Swims", page=0, edges=(0.0, 60.0, 260.0)), "Indicators", 2)
    assert len(stitched(first, grid("AB 3 Rows", page=1, edges=(60.0, 260.0)))) == 2


HEADED = ("Indicators|Measure|Actual|Target", "|AB 1 Visits|1|2")


def test_a_header_repeated_without_the_label_beside_it_is_set_aside() -> None:
    second = grid("Measure|Actual|Target", "AB 2 Swims|3|4", page=1, edges=EDGES[1:])
    found, repairs = stitch(document(beside_label(*HEADED), second), PLACEHOLDERS)
    (joined,) = found.blocks
    assert texts(joined) == ["Indicators|Measure|Actual|Target", "|AB 1 Visits|1|2", "|AB 2 Swims|3|4"]
    assert [r.kind for r in repairs] == ["dropped_header", "stitched"]
    assert [a.text for a in found.asides if a.text] == ["Measure", "Actual", "Target"]


def test_so_is_one_beside_a_blank() -> None:
    first = reaching(grid(*HEADED), "Indicators", 2)
    assert stitched(first, grid("|Measure|Actual|Target", "|AB 2 Swims|3|4"))[0][2:] == ["|AB 2 Swims|3|4"]


def test_where_the_first_name_is_of_the_header_itself_the_others_alone_are_another_header() -> None:
    assert len(stitched(grid(*HEADED), grid("|Measure|Actual|Target", "|AB 2 Swims|3|4"))) == 2


def test_a_header_of_other_names_beside_the_label_is_another_table() -> None:
    second = grid("Risk|Likelihood|Impact", "Rain falls|3|4", page=1, edges=EDGES[1:])
    assert len(stitched(beside_label(*HEADED), second)) == 2


TORN = "Measure|Result|Target|Lead"
REST = ("Of the service|Last year|Next year|", "AB 1 Visits|1|2|Coach")


def test_the_rest_of_a_header_that_the_pages_end_tore_is_no_header_of_its_own() -> None:
    assert stitched(grid(TORN), grid(*REST)) == [[TORN, *REST]]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ((TORN, "AB 0 Rows|1|2|Coach"), REST),
        ((TORN,), ("Risk|Likelihood|Impact|Owner", "Rain falls|1|2|Coach")),
        (("AB 0 Rows|1|2|Coach",), REST),
    ],
    ids=["rows came before the break", "as many names", "values before the break"],
)
def test_a_full_header_is_not_the_rest_of_another(first: tuple[str, ...], second: tuple[str, ...]) -> None:
    assert len(stitched(grid(*first), grid(*second))) == 2


BLOCK = ("Priority|Health", "Objective: AB 1|Swim more")


def test_in_a_table_of_two_columns_the_same_label_with_another_value_begins_a_block() -> None:
    doc, _ = stitch(document(grid(*BLOCK), grid("Priority|Health", "Objective: AB 2|Read more")), PLACEHOLDERS)
    assert not doc.asides


def test_a_repeated_header_of_two_columns_is_set_aside_where_another_row_is_below() -> None:
    first, second = grid("Action|Due date", "Open it|May 2016"), grid("Action|Due date", "Close it|June 2016")
    doc, _ = stitch(document(first, second), PLACEHOLDERS)
    assert [texts(b) for b in doc.blocks] == [["Action|Due date", "Open it|May 2016", "Close it|June 2016"]]
    assert [a.text for a in doc.asides] == ["Action", "Due date"]


LABELLED = ("Priority|Health|Ref|CP1", "Objective|Swim more||", "Lead|Coach||")


@pytest.mark.parametrize(
    ("below", "tables"),
    [("Objective|Run more||", 2), ("Objective|Swim more||", 1), ("Budget|Run more||", 1), ("Objective|5|6|7", 1)],
)
def test_several_labels_with_their_values_come_again_over_another_value_of_the_label_below(
    below: str, tables: int
) -> None:
    second = grid(LABELLED[0], below, "Lead|Clerk||", page=1, edges=EDGES)
    assert len(stitched(grid(*LABELLED, page=0, edges=EDGES), second)) == tables


def test_a_label_as_wide_as_the_missing_columns_is_one_cell() -> None:
    edges = (0.0, 30.0, *EDGES[1:])
    wide = grid("Indicators>2|AB 1 Visits|1|2", ">2|AB 2 Swims|3|4", page=0, edges=edges)
    found, _ = stitch(document(reaching(wide, "Indicators", 2), grid(*NEXT, page=1, edges=EDGES[1:])), PLACEHOLDERS)
    (joined,) = found.blocks
    assert isinstance(joined, Grid)
    assert [(c.col, c.col_span) for c in joined.cells if c.row == 2][:2] == [(0, 2), (2, 1)]


def test_stitch_is_idempotent_where_labels_are_missing() -> None:
    before = document(beside_label(*ROWS), grid(*NEXT, page=1, edges=EDGES[1:]))
    once, _ = stitch(before, PLACEHOLDERS)
    assert stitch(once, PLACEHOLDERS) == (once, [])


def test_a_label_beside_the_first_row_of_a_torn_header_is_not_drawn_again() -> None:
    first = grid("Aim|Swim more>3", "Indicators|Measure|Latest|Targets", page=0, edges=EDGES)
    second = grid("|Year|2017", "AB 3 Rows|5|6", page=1, edges=EDGES[1:])
    assert len(stitched(first, second)) == 1


def test_a_table_beside_a_label_may_end_a_little_before_the_texts_do() -> None:
    assert len(stitched(beside_label(*ROWS), grid(*NEXT, page=1, edges=(*EDGES[1:-1], EDGES[-1] - 15)))) == 1
    assert len(stitched(beside_label(*ROWS), grid(*NEXT, page=1, edges=(*EDGES[1:-1], EDGES[-1] - 30)))) == 2


@pytest.mark.parametrize("other", ["Issues|Frost", "|Frost|1"])
def test_labels_go_on_where_no_border_at_the_right_is_drawn(other: str) -> None:
    edges = (0.0, 60.0, 200.0)
    second = grid(other, page=1, edges=(0.0, 61.0, 260.0) if other.startswith("I") else (0.0, 61.0, 160.0, 260.0))
    found, _ = stitch(document(grid("Aim|Swim more", page=0, edges=edges), second), PLACEHOLDERS)
    (joined,) = found.blocks
    assert isinstance(joined, Grid)
    assert joined.n_cols == other.count("|") + 1


def test_the_header_of_the_last_block_is_the_one_that_is_repeated() -> None:
    """A label that stands above the first header comes again below it, but not below the second."""
    block = ("Aim|Swim more>3", *HEADED)
    second = grid("Measure|Actual|Target", "AB 2 Swims|3|4", page=1, edges=EDGES[1:])
    first = grid(*block, *block, page=0, edges=EDGES)
    cells = [c.moved(c.row, c.col, c.col_span) for c in first.cells]
    spanning = [replace(c, row_span=2) if c.text == "Indicators" else c for c in cells if c.text or c.col]
    found, _ = stitch(document(replace(first, cells=tuple(spanning)), second), PLACEHOLDERS)
    assert len(found.blocks) == 1
    assert [a.text for a in found.asides if a.text] == ["Measure", "Actual", "Target"]


def test_a_nested_fragment_lacks_the_frame_on_both_sides() -> None:
    """The label, the white before the nested table and that behind it were not drawn again."""
    first = grid("Indicators||AB 1 Visits|1|2|", "||AB 2 Swims|3|4|", page=0, edges=(0.0, 55.0, *EDGES[1:], 265.0))
    first = reaching(first, "Indicators", 2)
    blank = next(c for c in first.cells if c.col == 1)
    cells = tuple(replace(c, row_span=2) if c is blank else c for c in first.cells if (c.row, c.col) != (1, 1))
    (found,) = stitched(replace(first, cells=cells), grid(*NEXT, page=1, edges=EDGES[1:]))
    assert found[2:] == ["|AB 3 Rows|5|6|", "|AB 4 Dives|7|8|"]


@pytest.mark.parametrize(
    ("second", "rows"),
    [
        (("Priority|Green", "Objective|AB2 Run", "|more of it", "Issues|None"), 7),
        (("Priority|Green", "Objective|AB3 Row", "Issues|None"), 5),
        (("Issues|Old pipes", "Objective|AB2 Run"), 7),
    ],
    ids=["the last block again", "another block of the same priority", "a text that came before"],
)
def test_a_block_comes_again_by_the_label_that_blocks_begin_with(second: tuple[str, ...], rows: int) -> None:
    edges = (0.0, 60.0, 260.0)
    first = grid(
        "Priority|Blue",
        "Objective|AB1 Swim",
        "Issues|Old pipes",
        "Priority|Green",
        "Objective|AB2 Run",
        page=0,
        edges=edges,
    )
    found = stitched(first, grid(*second, page=1, edges=edges))
    assert len(found[0]) == rows


def upright(box: BBox = (-20, 100, -8, 300), page: int = 0) -> Paragraph:
    """A label whose letters run up in this box."""
    return Paragraph("Swim more", (Place(0, "paragraph", page=page, bbox=box),))


def parted_by(label: Paragraph) -> list[str]:
    """The blocks of two fragments with this label between them."""
    first, second = grid(*ROWS, page=0, edges=EDGES), grid("|AB 3 Rows|5|6", page=1, edges=EDGES)
    found, _ = stitch(document(first, label, second), PLACEHOLDERS)
    return [b.text if isinstance(b, Paragraph) else f"{b.n_rows} rows" for b in found.blocks]


@pytest.mark.parametrize("box", [(-20, 100, -8, 300), (262, 100, 274, 300)], ids=["left", "right"])
def test_a_label_that_runs_up_beside_a_table_does_not_part_it(box: BBox) -> None:
    assert parted_by(upright(box)) == ["3 rows", "Swim more"]


@pytest.mark.parametrize(
    "label",
    [upright((-80, 100, -8, 112)), upright((20, 100, 32, 300)), upright(page=1)],
    ids=["level", "within the table", "on the next page"],
)
def test_another_text_between_the_fragments_does(label: Paragraph) -> None:
    assert parted_by(label) == ["2 rows", "Swim more", "1 rows"]


LABELS = ("Priority|Safe streets>3", "Aim|Clean and tidy>3")
BODY = ("Ref|Measure|Actual|Target", "AB 1|Visits|1|2")


def with_rest(*rows: str, rest: str = "and all that is new", at: str = "Clean and tidy") -> Grid:
    """A fragment with one more paragraph in the cell that has this text."""
    found = grid(*rows)
    cells = tuple(replace(c, blocks=(*c.blocks, Block(rest))) if c.text == at else c for c in found.cells)
    return replace(found, cells=cells)


def joined(first: Grid, second: Grid) -> list[list[str]]:
    found, _ = stitch(document(first, second), PLACEHOLDERS)
    return [texts(block) for block in found.blocks]


def test_the_rest_of_a_row_below_labels_that_come_again_has_a_row_of_its_own() -> None:
    """In a table of more than two columns, whose labels have a text over the others beside them."""
    (found,) = joined(grid(*LABELS, *BODY), with_rest(*LABELS, "AB 2|Swims|3|4"))
    whole = [row.replace(">3", "") for row in (*LABELS, *BODY)]
    assert found == [*whole, "|and all that is new", "AB 2|Swims|3|4"]


@pytest.mark.parametrize(
    "second",
    [
        with_rest("Priority|Safe streets>3", "Goal|Clean and tidy>3", "AB 2|Swims|3|4"),
        with_rest("Priority|Safe streets>3", "Aim|Clean>3", "AB 2|Swims|3|4", at="Clean"),
        with_rest("Priority|Safe streets>3", "Aim|Clean and tidy|x>2", "AB 2|Swims|3|4"),
        grid(*LABELS, "AB 2|Swims|3|4"),
    ],
    ids=["another label", "another text", "texts beside it", "no rest"],
)
def test_below_other_labels_nothing_is_parted(second: Grid) -> None:
    found = joined(grid(*LABELS, *BODY), second)
    assert not any(row == "|and all that is new" for rows in found for row in rows)


LAST = "Key milestones|a. Open the pool||"


def test_a_row_without_a_border_on_either_page_goes_on_though_tables_began_so_before() -> None:
    names = "Indicators|Measure|Actual|Target"
    first = grid(names, "|AB 1 Visits|1|2", page=0, edges=EDGES)
    second = grid(LAST, "_|Measure_|_|Target_", page=2, edges=EDGES)
    third = grid("^Indicators|^|^Actual|2016/17", "|AB 2 Swims|3|4", page=3, edges=EDGES)
    assert len(stitched(first, second, third)) == 2
    closed = grid(LAST, "|Measure||Target", page=2, edges=EDGES)
    assert len(stitched(first, closed, third)) == 3


def test_the_years_below_the_last_name_of_a_header_are_of_it_beside_blanks_that_are_not_drawn() -> None:
    edges = (0.0, 60.0, 160.0, 260.0)
    first = grid("Key milestones|a. Open the pool>2", "Indicators|Measure|Targets_", page=0, edges=edges)
    second = grid("^|2016/17|2017/18", "AB 1 Visits|1|2", page=1, edges=(60.0, 160.0, 210.0, 260.0))
    ((_, head, years, row),) = stitched(first, second)
    assert (head, years, row) == ("Indicators|Measure|Targets", "||2016/17|2017/18", "|AB 1 Visits|1|2")


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("Indicators|Measure|9", ("|2016/17|2017/18", "AB 1 Visits|1|2")),
        ("Indicators|Measure|Targets", ("Risk|Low|High", "Rain|1|2")),
    ],
    ids=["a value above", "names of all columns"],
)
def test_other_names_begin_a_table(upper: str, lower: tuple[str, str]) -> None:
    first = grid("Key milestones|a. Open the pool>2", upper, page=0, edges=(0.0, 60.0, 160.0, 260.0))
    assert len(stitched(first, grid(*lower, page=1, edges=(60.0, 160.0, 210.0, 260.0)))) == 2
