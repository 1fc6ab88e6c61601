"""Fragments of a table are joined; tables that merely follow each other are not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse.model.document import Block, Grid, Paragraph
from planparse.model.provenance import Place
from tests.repair.alone import stitch
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


@pytest.mark.parametrize("head", [HEAD, "Indicator|Actual|Due"])
def test_under_its_header_a_fragment_has_the_columns_of_the_first_page(head: str) -> None:
    """Where no border is drawn, the longest text of a page places it."""
    first = grid(HEAD, "AB 1 Visits|1|2", page=0, edges=(0.0, 100.0, 200.0, 300.0))
    second = grid(head, "AB 2 Swims|3|4", page=1, edges=(0.0, 160.0, 240.0, 300.0))
    (found, *others) = stitched(first, second)
    assert (found == [HEAD, "AB 1 Visits|1|2", "AB 2 Swims|3|4"] and not others) == (head == HEAD)


def test_a_header_whose_words_break_at_another_place_is_the_same_header() -> None:
    assert len(stitched(grid(HEAD, "AB 1 Visits|1|2"), grid("Indicato r|Actual|Target", "AB 2 Swims|3|4"))) == 1


def test_a_row_of_calendar_years_below_a_header_is_repeated_with_it() -> None:
    top, years = "Indicator|Actual|Target", "|2024|2025"
    assert stitched(grid(top, years, "AB 1 Visits|1|2"), grid(top, years, "AB 2 Swims|3|4")) == [
        [top, years, "AB 1 Visits|1|2", "AB 2 Swims|3|4"]
    ]


def test_a_header_cell_that_reaches_into_the_rows_below_leaves_a_blank() -> None:
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


def test_columns_are_matched_by_their_borders() -> None:
    """The second page stands 50 points further right and misses the border between the last two columns."""
    first = grid(HEAD, "AB 1 Visits|1|2", page=0, edges=(0.0, 100.0, 200.0, 300.0))
    second = grid("AB 2 Swims|3", page=1, edges=(50.0, 151.0, 350.0))
    found, _ = stitch(document(first, second), PLACEHOLDERS)
    (joined,) = found.blocks
    assert isinstance(joined, Grid)
    assert [(c.text, c.col, c.col_span) for c in joined.cells if c.row == 2] == [("AB 2 Swims", 0, 1), ("3", 1, 2)]
    assert [s.kind for s in joined.seams] == ["page"]
    assert joined.edges == (0.0, 100.0, 200.0, 300.0)


@pytest.mark.parametrize(("width", "tables"), [(300.0, 1), (307.0, 1), (312.0, 2), (250.0, 2)])
def test_a_fragment_of_another_breadth_is_another_table(width: float, tables: int) -> None:
    first = grid(HEAD, "AB 1 Visits|1|2", page=0, edges=(0.0, 100.0, 200.0, 300.0))
    second = grid("AB 2 Swims|3|4", page=1, edges=(0.0, 100.0, 200.0, width))
    assert len(stitched(first, second)) == tables


@pytest.mark.parametrize(("begin", "tables"), [(250.0, 1), (256.0, 2)])
def test_columns_that_begin_at_the_same_places_may_end_with_a_longer_text(begin: float, tables: int) -> None:
    first = grid(HEAD + "|Lead", "AB 1 Visits|1|2|A Smith", page=0, edges=(0.0, 100.0, 200.0, 250.0, 300.0))
    second = grid("AB 2 Swims|3|4|B Jones", page=1, edges=(0.0, 100.0, 200.0, begin, 312.0))
    assert len(stitched(first, second)) == tables


@pytest.mark.parametrize(
    ("rows", "tables"), [(("AB 2 Swims|3|4",), 1), (("AB 2 Swims|3",), 1), (("AB 2 Swims",), 1), (("A|B|C|D",), 2)]
)
def test_in_a_dump_a_fragment_may_lack_up_to_two_columns(rows: tuple[str, ...], tables: int) -> None:
    first = grid(HEAD, "AB 1 Visits|1|2", spans_known=False)
    assert len(stitched(first, grid(*rows, spans_known=False))) == tables
    wider = grid(f"{HEAD}|Lead", "AB 1 Visits|1|2|Coach", spans_known=False)
    assert len(stitched(wider, grid("AB 2 Swims", spans_known=False))) == 2


def test_a_seam_names_the_gap_and_the_first_row_behind_it() -> None:
    found, repairs = stitch(document(grid(HEAD, "AB 1 Visits|1|2"), grid("AB 2 Swims|3|4", "AB 3|5|6")), PLACEHOLDERS)
    (joined,) = found.blocks
    assert isinstance(joined, Grid)
    assert [(s.row, s.kind) for s in joined.seams] == [(2, "gap")]
    assert [(r.detail, len(r.places)) for r in repairs] == [("joined to the table before it, at a gap break", 3)]


@pytest.mark.parametrize(("bold", "tables"), [(True, 2), (False, 1)])
def test_a_first_row_all_in_bold_is_a_header_where_no_value_is_below(bold: bool, tables: int) -> None:
    first = grid("Action|Lead|Note", "Open it|Coach|In May")
    second = grid("Risk|Owner|Answer", "Rain falls|Coach|Umbrella")
    cells = tuple(
        replace(c, blocks=tuple(replace(b, bold=bold) for b in c.blocks)) if c.row == 0 else c for c in second.cells
    )
    assert len(stitched(first, replace(second, cells=cells))) == tables


def test_a_repeated_header_that_reaches_down_leaves_a_blank_over_the_rows_that_stay() -> None:
    head = ("Objective|Action|Due", "Be fair|Publish it|May 2016")
    second = grid("Objective|Action|Due", "|Train them|June 2016", "|Judge them|July 2016")
    cells = tuple(replace(c, row_span=3) if c.row == c.col == 0 else c for c in second.cells if c.col or not c.row)
    found, _ = stitch(document(grid(*head), replace(second, cells=cells)), PLACEHOLDERS)
    (joined,) = found.blocks
    assert isinstance(joined, Grid)
    assert [(c.row, c.row_span, c.text) for c in joined.cells if c.col == 0][2:] == [(2, 2, "")]


EDGES = (0.0, 100.0, 200.0, 300.0)
BANDED = grid(HEAD, "Quantity>3", "AB 1 Visits|1|2", "Quality>3", "AB 2 Swims|3|4", page=0, edges=EDGES)


def between(text: str, *, x1: float = 200, page: int = 0, heading: int | None = None) -> Paragraph:
    return Paragraph(text, (Place(0, "paragraph", page=page, bbox=(4, 700, x1, 710)),), heading)


@pytest.mark.parametrize("head", [(), (HEAD,)], ids=["no header", "the header again"])
def test_a_band_at_a_pages_foot_is_a_row(head: tuple[str, ...]) -> None:
    rest = grid(*head, "AB 3 Runs|5|6", page=1, edges=EDGES)
    assert stitched(BANDED, between("Quality", heading=3), rest) == [[*texts(BANDED), "Quality", "AB 3 Runs|5|6"]]


@pytest.mark.parametrize("page", [0, 1])
def test_a_note_at_a_pages_foot_or_top_is_a_row_where_the_table_goes_on_below_it(page: int) -> None:
    note = "The first year is used to set a baseline."
    rest = grid("AB 3 Runs|5|6", page=1, edges=EDGES)
    assert stitched(BANDED, between(note, page=page), rest) == [[*texts(BANDED), note, "AB 3 Runs|5|6"]]
    again = grid(HEAD, "AB 3 Runs|5|6", page=1, edges=EDGES)
    assert len(stitched(BANDED, between(note, page=page), again)) == 2


@pytest.mark.parametrize(
    "paragraphs",
    [
        [between("Homes", heading=2)],
        [between("Homes")],
        [between("The plan is read again in spring.", x1=400)],
        [between("The plan is read again.")] * 4,
    ],
    ids=["a heading", "no sentence", "wider than the table", "running text"],
)
def test_other_text_parts_two_tables(paragraphs: list[Paragraph]) -> None:
    blocks = [BANDED, *paragraphs, grid("AB 3 Runs|5|6", page=1, edges=EDGES)]
    found, _ = stitch(document(*blocks), PLACEHOLDERS)
    assert [type(b) for b in found.blocks] == [type(b) for b in blocks]


@pytest.mark.parametrize(
    ("head", "width", "tables"), [(HEAD, 315.0, 1), (HEAD, 330.0, 2), ("Name|Actual|Target", 315.0, 2)]
)
def test_under_the_same_header_a_fragment_may_be_some_points_wider(head: str, width: float, tables: int) -> None:
    first = grid(HEAD, "AB 1 Visits|1|2", page=0, edges=(0.0, 100.0, 200.0, 300.0))
    second = grid(head, "AB 2 Swims|3|4", page=1, edges=(0.0, 100.0, 200.0, width))
    assert len(stitched(first, second)) == tables


WIDE = (0.0, 50.0, 200.0, 280.0, 360.0, 500.0)
PLAN = grid(f"Ref|{HEAD}|Lead", "AB 1|Visits|1|2|Coach", page=0, edges=WIDE)


@pytest.mark.parametrize(
    ("rows", "edges"),
    [
        (
            ("$ million|2025|2026|2027|2028|2029", "Staff|5|6|7|8|9"),
            (0, 120, 240, 300, 330, 420, 500),
        ),
        (("Staff|5|6|7|8|9",), (0, 120, 240, 300, 330, 420, 500)),
        (("Staff|5|6|7",), (0, 120, 240, 320, 500)),
        (("Staff|5|6|7|8|9",), (0, 50, 120, 150, 230, 430, 500)),
    ],
    ids=["a header of its own", "one more column", "one column less", "one border in common"],
)
def test_a_fragment_as_wide_with_other_columns_is_another_table(rows: tuple[str, ...], edges: tuple[int, ...]) -> None:
    found = stitched(PLAN, grid(*rows, page=1, edges=tuple(map(float, edges))))
    assert found == [texts(PLAN), list(rows)]


@pytest.mark.parametrize(
    ("row", "edges"),
    [
        ("AB 2|Swims|3|4", (0, 50, 200, 280, 500)),
        ("AB 2|Swims|3|4|Clerk|May", (0, 50, 200, 280, 360, 430, 500)),
        ("AB 2|Swims|3|4|Clerk", (0, 65, 215, 295, 375, 500)),
        ("AB 2|Swims|3|4|Clerk|May", (0, 65, 215, 295, 375, 430, 500)),
    ],
    ids=["one border less", "one border more", "moved by its text", "moved, and one more"],
)
def test_a_fragment_with_most_of_the_borders_goes_on_with_the_table(row: str, edges: tuple[int, ...]) -> None:
    assert len(stitched(PLAN, grid(row, page=1, edges=tuple(map(float, edges))))) == 1


def test_two_borders_are_too_few_to_show_another_table() -> None:
    first = grid(HEAD, "AB 1 Visits|1|2", page=0, edges=(0.0, 200.0, 280.0, 500.0))
    assert len(stitched(first, grid("Staff|5|6|7", page=1, edges=(0.0, 120.0, 150.0, 400.0, 500.0)))) == 1


def lined(block: Grid, row: int, *lines: str) -> Grid:
    """The grid with these lines as the paragraphs of the text in a row."""
    cells = (replace(c, blocks=tuple(map(Block, lines))) if (c.row, c.col) == (row, 1) else c for c in block.cells)
    return replace(block, cells=tuple(cells))


@pytest.mark.parametrize(
    ("title", "joined"),
    [("AB1: Swim more", True), ("AB2: Read more", False)],
    ids=["the same objective", "another one"],
)
def test_the_rest_of_a_torn_row_below_repeated_labels_is_a_row_of_its_own(title: str, joined: bool) -> None:
    first = grid("Priority|A fit town", "Objective|AB1: Swim more", "Developments|A new pool")
    second = grid("Priority|A fit town", "Objective|", "Issues|Less rain")
    found = stitched(first, lined(second, 1, title, "A new team"))
    whole = [
        "Priority|A fit town",
        "Objective|AB1: Swim more",
        "Developments|A new pool",
        "|A new team",
        "Issues|Less rain",
    ]
    assert found == (
        [whole] if joined else [texts(first), [*texts(second)[:1], f"Objective|{title} A new team", "Issues|Less rain"]]
    )


CARD = ("Open the pool>2", "Lead|Coach", "Due|May 2016")


def test_a_card_under_its_own_title_is_no_part_of_the_one_before_it() -> None:
    found = stitched(grid(*CARD), grid("Heat the pool>2", "Lead|Clerk", "Due|June 2016"))
    assert [rows[0] for rows in found] == ["Open the pool", "Heat the pool"]


def test_it_is_not_where_its_values_are_those_of_the_one_before_it() -> None:
    assert len(stitched(grid(*CARD), grid("Heat the pool>2", *CARD[1:]))) == 2


@pytest.mark.parametrize(
    "rows",
    [
        ("Cost|5", "Due|June 2016"),
        ("How it goes>2", "Cost|5", "Status|On track"),
        ("The pool is mended in the winter>2",),
        ("How it goes>2", "What comes next>2", "Cost|5"),
    ],
    ids=["no title", "another label", "a text alone", "another text below it"],
)
def test_the_rest_of_a_card_goes_on_with_it(rows: tuple[str, ...]) -> None:
    assert len(stitched(grid(*CARD), grid(*rows))) == 1


CARDS = ("Open the pool|", "Lead|Coach", "Due|May 2016")


@pytest.mark.parametrize("title", ["Heat the pool|", "Heat the pool>2"])
def test_the_labels_of_a_card_go_on_below_its_title_which_ends_the_page(title: str) -> None:
    assert stitched(grid(*CARDS, title), grid("Lead|Coach", "Due|June 2016")) == [
        [*CARDS, title.replace(">2", ""), "Lead|Coach", "Due|June 2016"]
    ]


@pytest.mark.parametrize(
    "first",
    [CARDS, (*CARDS, "|and her clerk"), (*CARDS[1:], "Heat the pool|")],
    ids=["no title ends it", "a text beside a blank", "no title before"],
)
def test_labels_that_come_again_below_no_title_begin_another_table(first: tuple[str, ...]) -> None:
    assert len(stitched(grid(*first), grid("Lead|Coach", "Due|June 2016"))) == 2


def test_a_header_repeated_below_a_band_that_ends_the_page_is_set_aside() -> None:
    found = stitched(grid("Parks>2", "Action|Due", "Dig|May", "Pools>2"), grid("Action|Due", "Swim|June"))
    assert found == [["Parks", "Action|Due", "Dig|May", "Pools", "Swim|June"]]


def test_a_band_over_measures_of_the_same_name_begins_no_card() -> None:
    first = grid("Indicator|Actual|Target", "Parks>3", "Visits|1|2", "Runs|3|4")
    assert len(stitched(first, grid("Pools>3", "Visits|5|6", "Swims|7|8"))) == 1


def test_the_rest_of_a_torn_cell_of_a_card_goes_on_with_its_row() -> None:
    first = grid("Open the pool>2", "Lead|Coach", "Partners|The mayor_")
    assert len(stitched(first, grid("^|^and her clerk", "Due|May 2016"))) == 1
    assert len(stitched(grid("|Open the pool", *CARD[1:]), grid("^|^and her clerk", "Lead|Clerk", "Due|May 2016"))) == 1
    assert len(stitched(grid(*CARD), grid("^|^and her clerk", "Lead|Clerk", "Due|May 2016"))) == 1


FORM, VALUED = (0.0, 100.0, 300.0), (0.0, 40.0, 200.0, 250.0, 300.0)


@pytest.mark.parametrize(
    ("rows", "edges", "tables"),
    [
        (("Aim B|Run more", "Key developments|New track"), FORM, 3),
        (("Aim B|Run more", "Other news|New track"), FORM, 2),
        (("Aim B|Run more", "Key developments|New track"), (0.0, 40.0, 300.0), 2),
    ],
    ids=["a form begins", "other labels", "in the columns of the table before it"],
)
def test_a_form_that_begins_as_another_did_is_no_rest_of_the_table_before_it(
    rows: tuple[str, ...], edges: tuple[float, ...], tables: int
) -> None:
    form = grid("Aim A|Swim more", "Key developments|New pool", page=0, edges=FORM)
    values = grid("No.|Measure|Actual|Target", "A1|Visits|1|2", page=0, edges=VALUED)
    assert len(stitched(form, values, grid(*rows, page=1, edges=edges))) == tables
