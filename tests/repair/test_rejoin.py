"""A row torn at a seam is one row again; rows that merely stand at a seam stay two."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse.model.document import Block, Grid
from tests.repair.alone import rejoin
from tests.repair.grids import PLACEHOLDERS, document, grid, reaching, texts, unit_numbers

HEAD = "|Measure|Actual|Target"


def rejoined(*rows: str, seam: int) -> list[str]:
    found, _ = rejoin(document(grid(*rows, seams=(seam,))), PLACEHOLDERS)
    return texts(found.blocks[0])


@pytest.mark.parametrize(
    ("upper", "lower", "whole"),
    [
        (
            "|AB 1: Care leavers in|1%|2%",
            "|Education or Training||",
            "|AB 1: Care leavers in Education or Training|1%|2%",
        ),
        ("|AB 1: Care leavers|1%|2%", "|in education||", "|AB 1: Care leavers in education|1%|2%"),
        ("|AB 1: Level 3|1%|2%", "qualification at 19|||", "|AB 1: Level 3 qualification at 19|1%|2%"),
        ("|AB 1: Level 3|1%|2%", "|Qualification at 19||", "|AB 1: Level 3 Qualification at 19|1%|2%"),
        ("|AB 1: Visits_|1_|2_", "|^Homes|^|^", "|AB 1: Visits Homes|1|2"),
        ("Open it|Head of|16 November|On track", "|Housing|2016|", "Open it|Head of Housing|16 November 2016|On track"),
        (
            "|AB 1: Visits|The number is small.>2",
            "||It is not published.>2",
            "|AB 1: Visits|The number is small. It is not published.",
        ),
        (
            "|Report the outcome to the||",
            "H12|scrutiny committee|Lead|May 2025",
            "H12|Report the outcome to the scrutiny committee|Lead|May 2025",
        ),
        ("Key|AB 1: a well-|1|2", "Milestones|known pool||", "Key Milestones|AB 1: a well-known pool|1|2"),
    ],
)
def test_a_torn_row_is_joined(upper: str, lower: str, whole: str) -> None:
    head = "Key Milestones|x|y|z" if upper.startswith("Key") else HEAD
    assert rejoined(head, upper, lower, seam=2)[1:] == [whole]


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("|AB 1: Visits|1|2", "|AB 2: Swims|3|4"),
        ("|Report the outcome||", "H12|Scrutiny committee|Lead|May 2025"),
        ("|AB 1: Visits|1|2", "|AB 2: Swims||"),
        ("|Visits|1|2", "|Efficiency>3"),
        ("Milestones|a. Open the pool by June 2016>3", "|b. Close the pool by July 2016>3"),
        ("Priority|Health>3", "Objective|Swim more>3"),
        ("|AB 1: Visits in|1|2", "|the borough|3|4"),
    ],
    ids=[
        "two indicators",
        "a row of its own",
        "blank values at a page's top",
        "band",
        "milestones",
        "label rows",
        "values on both sides",
    ],
)
def test_near_misses_stay_two_rows(upper: str, lower: str) -> None:
    assert len(rejoined(HEAD, upper, lower, seam=2)) == 3


def test_the_same_rows_without_a_seam_stay() -> None:
    rows = (HEAD, "|AB 1: Care leavers in|1%|2%", "|Education||")
    found, repairs = rejoin(document(grid(*rows)), PLACEHOLDERS)
    assert texts(found.blocks[0]) == list(rows)
    assert not repairs


def test_a_header_at_the_end_of_a_page_is_not_joined_with_the_first_row() -> None:
    rows = ("Ref|Measure in the|Last quarter|This quarter", "1.1.1.KR|Homes let|8|9")
    assert rejoined(*rows, seam=1) == list(rows)


@pytest.mark.parametrize("label", ["b", "b)", "ii"])
def test_a_letter_alone_is_the_label_of_the_next_row_and_no_tail(label: str) -> None:
    rows = ["a|Agree the new contract with both neighbouring councils|June 2015", f"{label}|Replace the rest|2016"]
    assert rejoined(*rows, seam=1) == rows
    assert rejoined("Ref|Milestone|By when", rows[1], seam=1) == ["Ref|Milestone|By when", rows[1]]


def test_a_row_with_values_of_its_own_can_have_a_value_torn_off_its_sign() -> None:
    above = ("AB-11|Trees|1%|2%", "AB-12|Visits|1%|2%", "AB-13|Swims|1%|2%", "AB-14|Lets|1%|2%")
    whole = rejoined("Ref|Measure|Actual|Target", *above, "AB-|Cut waste in|20%|≤", "15|the borough||53%", seam=6)
    assert whole[-1] == "AB-15|Cut waste in the borough|20%|≤ 53%"


def test_a_cell_that_moved_on_whole_fills_its_blank() -> None:
    rows = ("Ref_|Measure_|Actual_", "AB 9_|_|42_", "|Carbon of the council's buildings|")
    assert rejoined(*rows, seam=2)[1:] == ["AB 9|Carbon of the council's buildings|42"]


def test_cells_that_moved_on_whole_fill_their_blanks() -> None:
    rows = (HEAD, "_|_|42_|_", "AB 9|Carbon of the council's buildings||43")
    assert rejoined(*rows, seam=2)[1:] == ["AB 9|Carbon of the council's buildings|42|43"]


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("Streets kept clean_|_|_|_", "|AB 9: Carbon of the buildings|42|43"),
        ("_|AB 8: Homes let_|_|42_", "|AB 9: Carbon of the buildings|43|"),
    ],
    ids=["a label alone", "a text below a text"],
)
def test_a_row_of_its_own_fills_no_blanks(upper: str, lower: str) -> None:
    assert len(rejoined(HEAD, upper, lower, seam=2)) == 3


def test_a_blank_without_an_open_border_is_not_filled() -> None:
    rows = (HEAD, "|AB 9||42", "||Figures for the last quarter are provisional|")
    assert len(rejoined(*rows, seam=2)) == 3


def test_items_without_marks_stay_items() -> None:
    rows = grid("Developments_|One_", "^|^Three opened", seams=(1,))
    cells = tuple(
        replace(c, blocks=(Block("One opened"), Block("Two opened"))) if c.text == "One" else c for c in rows.cells
    )
    found, _ = rejoin(document(replace(rows, cells=cells)), PLACEHOLDERS)
    assert isinstance(found.blocks[0], Grid)
    assert [b.text for b in found.blocks[0].cells[1].blocks] == ["One opened", "Two opened", "Three opened"]


WORDS = st.lists(
    st.sampled_from(["visits", "to", "pools", "in", "the", "borough", "by", "young", "people", "aged", "ten"]),
    min_size=4,
    max_size=9,
)


@given(WORDS, st.integers(1, 8), st.booleans())
def test_tear_then_rejoin_gives_back_the_row(words: list[str], at: int, in_stub: bool) -> None:
    at = min(at, len(words) - 1)
    upper, lower = " ".join(words[:at]), " ".join(words[at:])
    tail = f"{lower}|||" if in_stub else f"|{lower}||"
    found = rejoined(HEAD, f"|AB 1: {upper}|1%|2%", tail, "|AB 2: Homes let|3%|4%", seam=2)
    assert found == [HEAD, f"|AB 1: {' '.join(words)}|1%|2%", "|AB 2: Homes let|3%|4%"]


@given(WORDS, st.integers(1, 8))
def test_rejoin_is_idempotent_and_loses_no_unit(words: list[str], at: int) -> None:
    at = min(at, len(words) - 1)
    rows = (HEAD, f"|AB 1: {' '.join(words[:at])}|1%|2%", f"|{' '.join(words[at:])}||")
    before = document(grid(*rows, seams=(2,)))
    once, _ = rejoin(before, PLACEHOLDERS)
    twice, again = rejoin(once, PLACEHOLDERS)
    assert twice == once
    assert not again
    assert unit_numbers(once) == unit_numbers(before)


CODED = ("Measures|Measure|Actual|Target", "|AB 1: Parks holding a Green|1%|2%")
NEXT = ("|AB 2: Homes let|3%|4%",)


def test_a_lone_tail_with_a_capital_among_coded_rows_is_joined_though_it_stands_with_the_labels() -> None:
    assert rejoined(*CODED, "Flag award|||", *NEXT, seam=2)[1] == "|AB 1: Parks holding a Green Flag award|1%|2%"


@pytest.mark.parametrize(
    ("lone", "after"),
    [
        ("Issues:|||", NEXT),
        ("AB 9 Visits|||", NEXT),
        ("Measures|||", NEXT),
        ("Flag award|||", ("Objective|Swim more||",)),
        ("Flag award|||", ("|Homes let|3%|4%",)),
        ("Flag award|||", ("|AB 2: Homes let||",)),
        ("Flag award|||", ()),
    ],
    ids=["label", "code", "met twice", "label below", "no code below", "no value below", "nothing below"],
)
def test_a_lone_text_that_may_be_a_label_stays(lone: str, after: tuple[str, ...]) -> None:
    assert rejoined(*CODED, lone, *after, seam=2) == [*CODED, lone, *after]


def test_the_halves_of_one_cell_are_joined_beside_a_row_of_its_own_and_a_blank_goes_on() -> None:
    """Several cells below one are a row of their own; a blank beside them is the rest of what stands above it."""
    rows = ("Key Mile-|Swim more by>2|Coach", "stones|a. Open it|b. Close it|")
    found, _ = rejoin(document(grid(*rows, seams=(1,))), PLACEHOLDERS)
    (block,) = found.blocks
    assert isinstance(block, Grid)
    assert {c.text: (c.row, c.row_span) for c in block.cells} == {
        "Key Mile-stones": (0, 2),
        "Swim more by": (0, 1),
        "Coach": (0, 2),
        "a. Open it": (1, 1),
        "b. Close it": (1, 1),
    }


def test_a_cell_that_spans_the_torn_row_shrinks_with_it() -> None:
    rows = grid("Area|Measure|Actual", "North|AB 1: Visits in|1", "|the borough|", "|AB 2: Swims|2", seams=(2,))
    cells = [c for c in rows.cells if c.col > 0 or c.row < 2]
    cells = [replace(c, row_span=3) if c.text == "North" else c for c in cells]
    found, _ = rejoin(document(replace(rows, cells=tuple(cells))), PLACEHOLDERS)
    (block,) = found.blocks
    assert isinstance(block, Grid)
    assert [(c.text, c.row, c.row_span) for c in block.cells if c.col < 2 and c.row] == [
        ("North", 1, 2),
        ("AB 1: Visits in the borough", 1, 1),
        ("AB 2: Swims", 2, 1),
    ]
    assert not block.seams


def test_a_row_torn_twice_is_joined_twice_and_the_next_seam_moves_up() -> None:
    rows = (HEAD, "|AB 1: Visits to|1|2", "|pools and||", "|lidos||", "|AB 2: Swims|3|4")
    found, repairs = rejoin(document(grid(*rows, seams=(2, 3, 4))), PLACEHOLDERS)
    assert texts(found.blocks[0]) == [HEAD, "|AB 1: Visits to pools and lidos|1|2", "|AB 2: Swims|3|4"]
    assert isinstance(found.blocks[0], Grid)
    assert [s.row for s in found.blocks[0].seams] == [2]
    assert [r.kind for r in repairs] == ["rejoined", "rejoined"]


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [
        ("a. Open the pool in the park", "Close the lido", "a. Open the pool in the park Close the lido"),
        ("Open the pool in the park", "Close the lido", None),
    ],
    ids=["an item in a list of items", "no list"],
)
def test_what_follows_a_list_item_without_a_label_of_its_own_goes_on_with_it(
    above: str, below: str, whole: str | None
) -> None:
    first = "a. Buy a broom" if whole else "Buy a broom"
    rows = (f"Milestones|{first}", f"|{above}", f"|{below}")
    assert rejoined(*rows, seam=2) == ([rows[0], f"|{whole}"] if whole else list(rows))


def test_a_header_that_stands_in_another_table_too_is_not_joined_with_the_row_below() -> None:
    header = "Actions for|Lead|When"
    other = grid(header, "Open it|Coach|May 2016")
    first = grid("Plan||", header, "close it|Coach|June 2016", seams=(2,))
    found, _ = rejoin(document(other, first), PLACEHOLDERS)
    assert texts(found.blocks[1])[1:] == [header, "close it|Coach|June 2016"]


@pytest.mark.parametrize(("spelled", "gap"), [("partnership", ""), ("partner ship", " ")])
def test_a_word_that_the_break_went_through_is_whole_where_the_document_spells_it_so(spelled: str, gap: str) -> None:
    rows = (HEAD, "|AB 1: Visits by partner|1|2", "|ship boards||", f"|AB 2: Meetings of the {spelled}|3|4")
    assert rejoined(*rows, seam=2)[1] == f"|AB 1: Visits by partner{gap}ship boards|1|2"


def test_the_blank_cells_of_the_second_half_keep_their_places() -> None:
    before = document(grid(HEAD, "|AB 1: Visits in|1|2", "|the borough||", seams=(2,)))
    found, _ = rejoin(before, PLACEHOLDERS)
    (block,) = found.blocks
    assert isinstance(block, Grid)
    assert len(block.cells[-1].places) == 4
    assert unit_numbers(found) == unit_numbers(before)


WHITE = "|AB 9: Carbon of the buildings|42|43"


def test_where_only_the_white_of_a_row_came_before_the_break_it_is_no_row() -> None:
    assert rejoined(HEAD, "|AB 8: Homes|1|2", "_|_|_|_", WHITE, seam=3) == [HEAD, "|AB 8: Homes|1|2", WHITE]


def test_the_white_beside_a_label_that_reaches_down_is_no_row() -> None:
    rows = reaching(grid(HEAD, "North|AB 8: Homes|1|2", "|_|_|_", WHITE, seams=(3,)), "North", 2)
    found, _ = rejoin(document(rows), PLACEHOLDERS)
    assert len(texts(found.blocks[0])) == 3


@pytest.mark.parametrize("white", ["|||", "_|_|_|", "_|Note_|_|_"], ids=["closed", "one closed", "a text"])
def test_a_row_that_is_not_all_white_stays(white: str) -> None:
    assert len(rejoined(HEAD, white, WHITE, seam=2)) == 3


NAMES = "Measure|Result|Target|Lead"
CODED_ROW = "AB 1 Visits|1|2|Coach"


def test_a_header_torn_by_the_pages_end_is_one_header() -> None:
    rows = (NAMES, "|Last year|Next year|", CODED_ROW)
    assert rejoined(*rows, seam=1) == ["Measure|Result Last year|Target Next year|Lead", CODED_ROW]


@pytest.mark.parametrize(
    ("rows", "seam"),
    [
        (("AB 9|Result|Target|Lead", "|Last year|Next year|", CODED_ROW), 1),
        ((NAMES, "|Last year||", CODED_ROW), 1),
        ((NAMES, "Name|Last year|Next year|Officer", CODED_ROW), 1),
        ((NAMES, "|Last year|7|", CODED_ROW), 1),
        ((NAMES, "|Last year|Next year|", "Visits|Some|More|Coach"), 1),
        ((NAMES, "|Last year|Next year|"), 1),
        (("Visits and swims|||", NAMES, "|Last year|Next year|", CODED_ROW), 2),
        (("Result|Target||", "Last year|Next year||", CODED_ROW), 1),
    ],
    ids=[
        "a code",
        "one name",
        "names under all",
        "a value among them",
        "no value below",
        "nothing below",
        "not the first row",
        "two names",
    ],
)
def test_names_under_names_that_may_be_a_row_stay(rows: tuple[str, ...], seam: int) -> None:
    assert rejoined(*rows, seam=seam) == list(rows)


@pytest.mark.parametrize(
    ("upper", "whole"),
    [
        ("Homes let -", "Homes let - and lived in"),
        ("Homes let –", "Homes let – and lived in"),
        ("Homes let-", "Homes let-and lived in"),
    ],
)
def test_a_dash_between_words_keeps_its_blank_and_a_hyphen_has_none(upper: str, whole: str) -> None:
    assert rejoined(HEAD, f"|AB 1: {upper}|1|2", "|and lived in||", seam=2)[1] == f"|AB 1: {whole}|1|2"


def test_what_follows_a_list_item_and_is_met_again_is_a_label() -> None:
    rows = ("Milestones|a. Buy a broom", "|b. Open the pool in the park", "|Close the lido", "|Close the lido")
    assert rejoined(*rows, seam=2) == list(rows)
    assert len(rejoined(*rows[:3], seam=2)) == 2


def test_a_value_is_not_of_the_blank_below_the_break() -> None:
    """Though cells of its column span rows elsewhere: the header's do."""
    rows = ("|Measure|Actual|Target", "|of visits|x|16/17", "|AB 1: Visits|45%|47%", "|AB 2: Swims||48%")
    block = reaching(grid(*rows, seams=(3,)), "Actual", 2)
    assert list(rejoin(document(block), PLACEHOLDERS)[1]) == []


PARTED = ("Roads swept|1|2", "Lamps lit|3|4", "|5|6", "Bins mended||", "Pools open|7|8")


def test_values_above_a_break_and_their_name_below_it_are_one_row() -> None:
    assert rejoined("Measure|Actual|Target", *PARTED, seam=4)[3:] == ["Bins mended|5|6", "Pools open|7|8"]


def test_a_code_may_stand_with_the_values_of_a_name_below_the_break() -> None:
    rows = (
        "Ref|Measure|Actual|Target",
        "AB1|Roads swept|1|2",
        "AB2|Lamps lit|3|4",
        "AB3||5|6",
        "|Bins mended||",
        "AB4|Pools|7|8",
    )
    assert rejoined(*rows, seam=4)[3] == "AB3|Bins mended|5|6"


def test_so_they_are_at_each_of_several_breaks() -> None:
    rows = ("Measure|Actual|Target", *PARTED, *PARTED)
    found, _ = rejoin(document(grid(*rows, seams=(4, 9))), PLACEHOLDERS)
    assert texts(found.blocks[0]).count("Bins mended|5|6") == 2


@pytest.mark.parametrize(
    "rows",
    [
        (*PARTED[:2], "|5|", *PARTED[3:]),
        (*PARTED[:2], "|5|6", "Bins mended|7|", PARTED[4]),
        (*PARTED[:4], "|7|8"),
        (PARTED[0], *PARTED[2:4], "Pools"),
    ],
    ids=["one value", "a value below", "others without a name", "hardly another row"],
)
def test_values_above_a_break_that_may_be_a_row_stay(rows: tuple[str, ...]) -> None:
    seam = next(n for n, row in enumerate(rows) if row.startswith("Bins")) + 1
    assert len(rejoined("Measure|Actual|Target", *rows, seam=seam)) == len(rows) + 1


LABELLED = ("Aim|Ref|Action", "AIM 1: Cut waste|1.1|Open it", "|1.2|Buy a van", "AIM 2: Make it simple to|2.1|Hold a")


def test_a_label_goes_on_beside_the_row_below_the_rest_of_a_torn_one() -> None:
    rows = [*LABELLED, "reach the council by||fair", "and be answered|2.2|Open a hub"]
    table = reaching(grid(*rows, seams=(4,)), "AIM 1: Cut waste", 2)
    found, repairs = rejoin(document(table), PLACEHOLDERS)
    assert texts(found.blocks[0])[3:] == [
        "AIM 2: Make it simple to reach the council by and be answered|2.1|Hold a fair",
        "|2.2|Open a hub",
    ]
    assert [r.kind for r in repairs] == ["rejoined", "rejoined"]


@pytest.mark.parametrize("label", ["AIM 3: Plant trees", "Trees", "12%"])
def test_another_label_there_stays(label: str) -> None:
    rows = [*LABELLED, "reach the council by||fair", f"{label}|3.1|Open a hub"]
    table = reaching(grid(*rows, seams=(4,)), "AIM 1: Cut waste", 2)
    found, _ = rejoin(document(table), PLACEHOLDERS)
    assert texts(found.blocks[0])[-1] == f"{label}|3.1|Open a hub"


@pytest.mark.parametrize("labels", [False, True], ids=["in the header alone", "and below it"])
def test_a_name_as_high_as_a_header_is_no_label_that_spans_rows(labels: bool) -> None:
    """Below the rest of a torn note, a unit is the row's own, unless units do span rows."""
    rows = ["Ref|Unit|Targets>2", "||One|Two", "A1|hours|1|2", "A2||3|4", "A3|%|5|Told", "|||only later", "A4|days|7|8"]
    table = reaching(reaching(grid(*rows, seams=(5,)), "Ref", 2), "Unit", 2)
    table = reaching(table, "hours", 2) if labels else table
    found, _ = rejoin(document(table), PLACEHOLDERS)
    assert texts(found.blocks[0])[-2:] == (
        ["A3|% days|5|Told only later", "A4||7|8"] if labels else ["A3|%|5|Told only later", "A4|days|7|8"]
    )


def test_values_that_moved_on_with_the_rest_of_their_text_are_of_its_row() -> None:
    upper, lower = "AB 1: Homes in use on the||", "last night of the year|1|2"
    assert rejoined("Measure|Actual|Target", upper, lower, "AB 2: Swims|3|4", seam=2) == [
        "Measure|Actual|Target",
        "AB 1: Homes in use on the last night of the year|1|2",
        "AB 2: Swims|3|4",
    ]


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("AB 1: Homes in use on the||", "AB 9: last night of the year|1|2"),
        ("AB 1: Homes in use||", "Last year|1|2"),
        ("AB 1: Homes in use on the|9|", "last night of the year|1|2"),
    ],
    ids=["another code", "a text that begins", "values above too"],
)
def test_other_rows_of_values_stay(upper: str, lower: str) -> None:
    assert len(rejoined("Measure|Actual|Target", upper, lower, "AB 2: Swims|3|4", seam=2)) == 4


UNFINISHED, NUMBERED = "|Homes that we will have kept in use within||", "AB1|12 months of the move|1|2"


@pytest.mark.parametrize(
    ("upper", "lower", "whole"),
    [
        (UNFINISHED, NUMBERED, True),
        ("|Homes that we will have kept in use||", NUMBERED, False),
        ("|Homes that we will have kept in use within|9|", NUMBERED, False),
        (UNFINISHED, "AB1|AB2: Homes|1|2", False),
    ],
    ids=["a text that goes on", "one that may be whole", "a value above too", "a code below"],
)
def test_an_unfinished_text_alone_above_a_break_goes_on_in_the_row_below(upper: str, lower: str, whole: bool) -> None:
    rows = ("Ref|Measure|Actual|Target", upper, lower, "AB3|Swims|3|4")
    found = rejoined(*rows, seam=2)
    assert found == (
        [rows[0], "AB1|Homes that we will have kept in use within 12 months of the move|1|2", rows[3]]
        if whole
        else list(rows)
    )


def test_a_text_that_moved_on_whole_is_of_the_row_without_a_label() -> None:
    rows = (
        "Measure|How often|Actual|Target",
        "AB 1: Visits|Monthly|1|2",
        "AB 2: Swims|Yearly|3|4",
        "|Monthly|5|6",
        "AB 3: Homes in use with the help of the council|||",
        "AB 4: Pools|Yearly|7|8",
    )
    assert rejoined(*rows, seam=4)[3] == "AB 3: Homes in use with the help of the council|Monthly|5|6"


LED = ("Ref|Measure|Lead|Actual|Target", "AB1|Roads swept|A Smith|1|2", "AB2|Lamps lit|B Jones|3|4")
TORN = ("AB3|Bins mended||5|6", "||C Brown||")


def test_values_and_a_name_above_a_break_and_a_text_that_all_other_rows_have_below_it_are_one_row() -> None:
    assert rejoined(*LED, *TORN, "AB4|Pools open|D Green|7|8", seam=4)[3] == "AB3|Bins mended|C Brown|5|6"


def test_below_a_blank_of_a_column_that_is_blank_elsewhere_too_a_text_is_a_row() -> None:
    rows = (*LED, *TORN, "AB4|Pools open||7|8")
    assert rejoined(*rows, seam=4) == list(rows)


def test_names_that_end_a_page_over_a_row_of_values_are_a_header() -> None:
    """The first of them is whole, the others are cut off by the page's end, as far as the drawing tells."""
    rows = ("Ref|Measure_|Quarter one_|Quarter two_", "AB 1|Homes let|8|9")
    assert rejoined(*rows, seam=1) == [row.replace("_", "") for row in rows]


def test_names_over_one_value_may_be_the_first_half_of_a_row() -> None:
    rows = ("AB 1|Homes in the_|Lead officers_|Each quarter_", "|north ward|and members|9")
    assert rejoined(*rows, seam=1)[0] == "AB 1|Homes in the north ward|Lead officers and members|Each quarter 9"


def test_two_labels_that_stand_elsewhere_too_are_two_rows_whatever_the_borders_at_the_break() -> None:
    rows = ("Priority:|Parks", "Objective:|Keep them open", "Priority:_|Roads_", "^Objective:|^Keep them safe")
    assert rejoined(*rows, seam=3)[2:] == ["Priority:|Roads", "Objective:|Keep them safe"]


def test_codes_of_one_series_begin_two_cells_whatever_the_borders_at_the_break() -> None:
    rows = ("Ref|Action", "AB 1_|Open the pool_", "^AB 2|^Close the lido")
    assert rejoined(*rows, seam=2)[1:] == ["AB 1|Open the pool", "AB 2|Close the lido"]


def test_so_they_do_beside_rows_that_are_whole() -> None:
    rows = ("Objective|Ref|Actual", "CD1: Parks_|AB 1|40%", "^CD2: Roads|AB 2|50%")
    assert rejoined(*rows, seam=2)[1:] == ["CD1: Parks|AB 1|40%", "CD2: Roads|AB 2|50%"]


@pytest.mark.parametrize(
    ("upper", "lower", "spelled", "whole"),
    [
        ("Visits by partner-", "ship boards", "partnership", "Visits by partnership boards"),
        ("Visits by partner\u2010", "ship boards", "partnership", "Visits by partnership boards"),
        ("Visits by partner\u2010", "ship boards", "council", "Visits by partnership boards"),
        ("Visits by partner-", "ship boards", "council", "Visits by partner-ship boards"),
        ("Visits to a well-", "known pool", "council", "Visits to a well-known pool"),
        (
            "Visits to pools in Upper\u2010",
            "Lee and Old Lee",
            "council",
            "Visits to pools in Upper\u2010Lee and Old Lee",
        ),
        ("Visits by Partner-", "Ship boards", "partnership", "Visits by Partner-Ship boards"),
        ("Pools of level 3\u2010", "star or more", "council", "Pools of level 3\u2010star or more"),
    ],
    ids=[
        "a word met elsewhere",
        "a typeset hyphen",
        "a word met nowhere",
        "a typed hyphen in it",
        "two words",
        "a capital below",
        "a capital below a typed hyphen",
        "a figure above",
    ],
)
def test_the_hyphen_of_a_word_that_the_break_went_through_is_gone(
    upper: str, lower: str, spelled: str, whole: str
) -> None:
    rows = (HEAD, f"|AB 1: {upper}|1|2", f"|{lower}||", f"|AB 2: Meetings of the {spelled}|3|4")
    assert rejoined(*rows, seam=2)[1] == f"|AB 1: {whole}|1|2"


def test_the_hyphen_of_a_word_in_a_cell_that_goes_on_beside_whole_rows_is_gone() -> None:
    rows = ("Key Mile\u2010|Swim more by>2|Coach", "stones|a. Open it|b. Close it|")
    found, _ = rejoin(document(grid(*rows, seams=(1,))), PLACEHOLDERS)
    assert isinstance(found.blocks[0], Grid)
    assert found.blocks[0].cells[0].text == "Key Milestones"


VISITS = "AB 1|Visits to|1,000,0|2,000,0"


@pytest.mark.parametrize(
    ("upper", "lower", "whole"),
    [
        (VISITS, "|pools|00|00", "AB 1|Visits to pools|1,000,000|2,000,000"),
        ("AB 1|Visits to|1,000,0|2,000", "|pools|00|", "AB 1|Visits to pools|1,000,000|2,000"),
        ("AB 1|Visits to|£1,20|£2,", "|pools|5|000", "AB 1|Visits to pools|£1,205|£2,000"),
    ],
    ids=["both", "one of them", "cut elsewhere"],
)
def test_figures_torn_within_a_group_of_three_are_one_number_again(upper: str, lower: str, whole: str) -> None:
    found = rejoined("Ref|Measure|Actual|Target", upper, lower, "AB 2|Runs|3|4", seam=2)
    assert found[1:] == [whole, "AB 2|Runs|3|4"]


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("AB 1|Visits to|1,200|2,000", "|pools|00|00"),
        ("AB 1|Visits to|1,2|2,000", "|Swims|50|60"),
        ("AB 1|Visits to|1,20|2,3", "|pools|50|000"),
        ("AB 1|Visits to|12|20", "|pools|000|000"),
        ("AB 1|Visits|1,2|2,0", "AB 2|Swims|50|60"),
        ("AB 1|Visits to|1,2|2,0", "|pools|5%|6%"),
    ],
    ids=["whole numbers", "one of them whole", "too many figures", "no comma", "a code below", "percentages"],
)
def test_figures_below_those_of_which_they_are_no_rest_stay(upper: str, lower: str) -> None:
    found = rejoined("Ref|Measure|Actual|Target", upper, lower, "AB 3|Runs|3|4", seam=2)
    assert found[1:] == [upper, lower, "AB 3|Runs|3|4"]
