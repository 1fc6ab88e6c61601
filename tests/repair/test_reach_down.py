"""A cell that spans rows on both pages is one cell again, though the rows beside it are whole."""

from __future__ import annotations

import pytest

from planparse.model.document import Grid, Seam
from tests.repair.alone import rejoin
from tests.repair.grids import PLACEHOLDERS, document, grid, reaching, texts, unit_numbers

Placed = list[tuple[str, int, int]]


def labels(block: Grid) -> Placed:
    """The cells of the first column, each with its row and its rows, after the pass."""
    found, _ = rejoin(document(block), PLACEHOLDERS)
    (mended,) = found.blocks
    assert isinstance(mended, Grid)
    return [(c.text, c.row, c.row_span) for c in mended.cells if c.col == 0]


def test_a_label_cut_by_the_break_goes_on_beside_whole_rows() -> None:
    before = document(grid("North_|AB 1: Visits|1", "^and East|AB 2: Swims|2", seams=(1,)))
    found, (repair,) = rejoin(before, PLACEHOLDERS)
    (block,) = found.blocks
    assert isinstance(block, Grid)
    assert [(c.text, c.row, c.row_span) for c in block.cells if c.col == 0] == [("North and East", 0, 2)]
    assert texts(block) == ["North and East|AB 1: Visits|1", "|AB 2: Swims|2"]
    assert (repair.kind, repair.before) == ("rejoined", ("North", "and East"))
    assert not block.seams
    assert unit_numbers(found) == unit_numbers(before)


@pytest.mark.parametrize(
    ("upper", "lower", "placed"),
    [
        ("North_", "^East", [("North East", 0, 2)]),
        ("North_", "East", [("North East", 0, 2)]),
        ("North_", "", [("North", 0, 2)]),
        ("North_", "^", [("North", 0, 2)]),
        ("Near the wood_", "^land", [("Near the woodland", 0, 2)]),
        ("North_", "^AB 9 East", [("North AB 9 East", 0, 2)]),
        ("North_", "AB 9 East", [("North", 0, 1), ("AB 9 East", 1, 1)]),
        ("North_", "b. East", [("North", 0, 1), ("b. East", 1, 1)]),
        ("North", "East", [("North", 0, 1), ("East", 1, 1)]),
        ("North", "^East", [("North", 0, 1), ("East", 1, 1)]),
        ("_", "^East", [("East", 0, 2)]),
    ],
    ids=[
        "cut on both pages",
        "cut at its bottom",
        "nothing below",
        "an open blank below",
        "a broken word",
        "a code without a border above it",
        "a code below a border",
        "an item below a border",
        "no border missing",
        "a border missing at the top alone",
        "a label that moved on whole",
    ],
)
def test_a_border_that_is_missing_at_the_break(upper: str, lower: str, placed: Placed) -> None:
    rows = (f"{upper}|AB 1: Visits|1", f"{lower}|AB 2: Swims|2", "South|AB 3: Woodland|3")
    assert labels(grid(*rows, seams=(1,)))[:-1] == placed


def test_a_label_that_the_document_has_elsewhere_too_is_no_rest_of_the_one_above() -> None:
    block = grid("Risk_|First|High", "Officer|A Smith|May", "Risk|First|Low", "Officer|B Jones|June", seams=(1,))
    assert labels(block) == [("Risk", 0, 1), ("Officer", 1, 1), ("Risk", 2, 1), ("Officer", 3, 1)]


def test_where_every_cell_of_the_row_is_cut_the_row_is_torn_and_no_cell_reaches_down() -> None:
    before = document(grid("North_|AB 1: Visits_|1_", "^East|^to pools|^", seams=(1,)))
    found, (repair,) = rejoin(before, PLACEHOLDERS)
    assert texts(found.blocks[0]) == ["North East|AB 1: Visits to pools|1"]
    assert repair.detail == "row torn by a page break rejoined"


def test_a_cell_of_another_width_is_not_the_rest() -> None:
    block = grid("North_|AB 1: Visits|1", "^East>2|2", seams=(1,))
    assert labels(block) == [("North", 0, 1), ("East", 1, 1)]


AREAS = ("North of the|AB 1: Visits|1", "|AB 2: Swims|2", "railway line|AB 3: Rows|3", "South|AB 4: Lets|4")


def areas(*rows: str, tall: str = "North of the") -> Grid:
    return reaching(grid(*rows, seams=(2,)), tall, 2)


def test_a_text_that_goes_on_is_joined_in_a_column_of_tall_cells_though_borders_are_drawn() -> None:
    assert labels(areas(*AREAS)) == [("North of the railway line", 0, 3), ("South", 3, 1)]


def test_a_word_that_the_break_went_through_stays_one() -> None:
    rows = ("Near the rail|AB 1: Visits|1", "|AB 2: Swims|2", "way line|AB 3: Railway|3")
    assert labels(areas(*rows, tall="Near the rail")) == [("Near the railway line", 0, 3)]


def test_a_text_with_a_capital_is_another_label() -> None:
    rows = (*AREAS[:2], "Railway line|AB 3: Rows|3", AREAS[3])
    assert [text for text, *_ in labels(areas(*rows))] == ["North of the", "Railway line", "South"]


def test_where_no_cell_of_the_column_is_tall_the_text_is_a_label_of_its_own() -> None:
    rows = ("East|AB 0: Lets|9", "North of the|AB 2: Swims|2", "railway line|AB 3: Rows|3")
    assert [text for text, *_ in labels(grid(*rows, seams=(2,)))] == ["East", "North of the", "railway line"]


def test_in_a_torn_row_the_label_is_joined_with_the_rest_of_the_row() -> None:
    rows = ("North of the|AB 1: Visits|1", "|AB 2: Swims in|2", "railway line|the borough|", "South|AB 4: Lets|4")
    found, repairs = rejoin(document(areas(*rows)), PLACEHOLDERS)
    assert texts(found.blocks[0])[:2] == ["North of the railway line|AB 1: Visits|1", "|AB 2: Swims in the borough|2"]
    assert [r.detail for r in repairs] == ["row torn by a page break rejoined"]


def test_a_placeholder_is_no_rest_of_the_text_above() -> None:
    rows = (*AREAS[:2], "n/a|AB 3: Rows|3", AREAS[3])
    assert [text for text, *_ in labels(areas(*rows))] == ["North of the", "n/a", "South"]


def test_the_seams_below_stay_where_they_are_for_no_row_is_gone() -> None:
    block = reaching(grid(*AREAS, seams=(2, 3)), "North of the", 2)
    found, _ = rejoin(document(block), PLACEHOLDERS)
    assert isinstance(found.blocks[0], Grid)
    assert found.blocks[0].seams == (Seam(3, "page"),)


def test_a_label_over_three_pages_is_joined_twice() -> None:
    rows = ("North_|AB 1: Visits|1", "^and_|AB 2: Swims|2", "^East|AB 3: Rows|3")
    assert labels(grid(*rows, seams=(1, 2))) == [("North and East", 0, 3)]


def test_reaching_down_is_idempotent() -> None:
    once, _ = rejoin(document(areas(*AREAS)), PLACEHOLDERS)
    assert rejoin(once, PLACEHOLDERS) == (once, [])


NAMED = ("Area_|Measure_|Targets>2", "||Half|Whole", "North|Visits|1|2", "East|Swims|3|4")


def named(*rows: str) -> list[str]:
    """The rows after the pass, the first two names of a header two rows high before it, which ends a page."""
    first, second = (text.strip("_") for text in rows[0].split("|")[:2])
    block = reaching(reaching(grid(*rows, seams=(2,)), first, 2), second, 2)
    found, _ = rejoin(document(block), PLACEHOLDERS)
    return texts(found.blocks[0])


@pytest.mark.parametrize("label", ["North", "^North", "AB1", "^AB1"])
def test_a_header_two_rows_high_at_a_pages_end_is_not_joined_with_the_row_below(label: str) -> None:
    rows = (*NAMED[:2], f"{label}|Visits|1|2", NAMED[3])
    assert named(*rows)[:3] == ["Area|Measure|Targets", "||Half|Whole", f"{label.strip('^')}|Visits|1|2"]


@pytest.mark.parametrize("values", ["1|some", "some|more"], ids=["one value", "no value"])
def test_names_over_a_row_without_several_values_may_go_on(values: str) -> None:
    assert named(*NAMED[:2], f"North|Visits|{values}", NAMED[3])[0] == "Area North|Measure Visits|Targets"


def test_a_label_torn_over_a_row_of_values_is_no_name_of_a_header() -> None:
    rows = ("Area|Measure|Half|Whole", "North of the_|Visits|some|more", "^river|Swims|3|4")
    assert labels(grid(*rows, seams=(2,))) == [("Area", 0, 1), ("North of the river", 1, 2)]
    valued = ("Area|Measure|Half|Whole", "North_|Visits|1|2", "^East|Swims|3|4")
    assert labels(grid(*valued, seams=(2,))) == [("Area", 0, 1), ("North East", 1, 2)]
    two = (valued[0], "North_|Visits||", valued[2])
    assert labels(grid(*two, seams=(2,))) == [("Area", 0, 1), ("North East", 1, 2)]


DATED = ("North of the|Dig a pond|31/03/2016", "|Mend the path|30/04/2016", "railway line|Open the gate|31/05/2016")


@pytest.mark.parametrize("date", ["31/05/2016", "31 May 2016", "May 2016", "2016-05-31"])
def test_a_row_with_a_date_of_its_own_is_no_rest_of_the_one_above(date: str) -> None:
    rows = (*DATED[:2], DATED[2].replace("31/05/2016", date), "South|Fill it|30/06/2016")
    upper = [row.replace("30/04/2016", date) for row in rows]
    found, _ = rejoin(document(areas(*upper)), PLACEHOLDERS)
    assert texts(found.blocks[0]) == [
        f"North of the railway line|Dig a pond|{rows[0][-10:]}",
        f"|Mend the path|{date}",
        f"|Open the gate|{date}",
        "South|Fill it|30/06/2016",
    ]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("|Mend the path|30 April", "railway line|to the gate|2016"),
        ("|Mend the path|30/04/2016", "railway line|to the gate|31/05/2016"),
        ("|Mend the path and|30/04/2016", "railway line|Open the gate|31/05/2016"),
        ("|Mend the path_|30/04/2016_", "^railway line|^Open the gate|^31/05/2016"),
    ],
    ids=["a date parted", "a text that goes on", "a text that asks for more", "no border at the break"],
)
def test_a_row_with_the_rest_of_another_text_is_torn_whatever_its_dates(above: str, below: str) -> None:
    tall = "North of the_" if above.endswith("_") else "North of the"
    rows = (DATED[0].replace("North of the", tall), above, below, "South|Fill it|30/06/2016")
    found, _ = rejoin(document(areas(*rows)), PLACEHOLDERS)
    assert len(texts(found.blocks[0])) == len(rows) - 1


def test_a_label_that_the_document_has_whole_elsewhere_goes_on_with_a_capital_too() -> None:
    rows = (*AREAS[:2], "Railway line|AB 3: Rows|3", AREAS[3])
    found, _ = rejoin(document(areas(*rows), grid("North of the Railway line|AB 5: Boats|5")), PLACEHOLDERS)
    assert texts(found.blocks[0])[0] == "North of the Railway line|AB 1: Visits|1"
    other, _ = rejoin(document(areas(*rows), grid("North of the railway|AB 5: Boats|5")), PLACEHOLDERS)
    assert texts(other.blocks[0])[2] == rows[2]
