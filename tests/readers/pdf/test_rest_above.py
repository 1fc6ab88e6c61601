"""The rest of a torn row above the first code of a page's first table has a row of its own; lines above a code that
stands in the middle of its row do not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planparse.readers.pdf.ruled.rest_above import with_rest_apart
from planparse.readers.pdf.ruled.tables import Table
from tests.readers.pdf.drawn import Lines, drawn, rows_of, style
from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, texts

XS = (50.0, 110, 300, 400)
CODE: Lines = [(134, "AB2")]
REST = (112.0, "of the old square")
TEXT: Lines = [(134, "Mend the lamps"), (145, "of all lanes"), (156, "in the town")]
LEAD: Lines = [(134, "A Smith")]
APART = [["", REST[1], ""], ["AB2", "Mend the lamps of all lanes in the town", "A Smith"]]


def first(*cells: Lines, below: tuple[Lines, ...] = ()) -> Table:
    """A table of the row, and of one below it."""
    return drawn(XS[: len(cells) + 1], (100, 160, 200), cells, below or [[] for _ in cells])


def parted(*cells: Lines, below: tuple[Lines, ...] = ()) -> list[list[str]] | None:
    """The rows that the first one becomes; None where it stays one."""
    table = first(*cells, below=below)
    found = with_rest_apart(table)
    return None if found is table else rows_of(found)[:-1]


def test_lines_over_the_first_code_are_a_row() -> None:
    assert parted(CODE, [REST, *TEXT], LEAD) == APART


def test_so_they_are_in_several_columns() -> None:
    """One of them goes on with a text; the other one may be anything."""
    xs, rows = (*XS, 460.0), (CODE, [REST, *TEXT], [(112, "Clerk"), *LEAD], [(134, "May")])
    assert rows_of(with_rest_apart(drawn(xs, (100, 160), rows))) == [
        ["", REST[1], "Clerk", ""],
        [*APART[1], "May"],
    ]


def test_below_a_header_too() -> None:
    table = drawn(XS, (80, 100, 160), [[(92, name)] for name in ("Ref", "Action", "Lead")], (CODE, [REST, *TEXT], LEAD))
    assert rows_of(with_rest_apart(table)) == [["Ref", "Action", "Lead"], *APART]


def test_below_other_rows_a_code_is_not_the_first() -> None:
    head: list[Lines] = [[(92, name)] for name in ("Ref", "Action", "Lead")]
    band: list[Lines] = [[(72, "Streets")], [], []]
    table = drawn(XS, (60, 80, 100, 160), band, head, (CODE, [REST, *TEXT], LEAD))
    assert with_rest_apart(table) is table


@pytest.mark.parametrize(
    "cells",
    [
        (CODE, [(112, "Of the old square"), *TEXT], LEAD),
        (CODE, TEXT, LEAD),
        (CODE, [REST, *TEXT], [(112, "A Smith"), (134, "B Jones")]),
        (CODE, [REST, (123, "and more"), *TEXT[1:]], LEAD),
        (CODE, [REST, (134, "and mend the lamps"), *TEXT[1:]], LEAD),
        (CODE, [REST, TEXT[0], TEXT[1]], LEAD),
        (CODE, [REST, TEXT[0]], LEAD),
        ([(134, "Streets")], [REST, *TEXT], LEAD),
        (CODE, [REST, *TEXT]),
    ],
    ids=[
        "a capital",
        "nothing above the code",
        "all texts begin above it",
        "no text beside the code",
        "one text over all lines",
        "a code in the middle",
        "a code at the end",
        "no code",
        "two cells",
    ],
)
def test_other_lines_stay_in_their_row(cells: tuple[Lines, ...]) -> None:
    assert parted(*cells) is None


@pytest.mark.parametrize(
    ("base", "count"), [(174, 2), (185, 1)], ids=["beside the first line", "beside the second line"]
)
def test_a_code_in_the_middle_is_below_a_rest_where_the_other_codes_stand_at_the_top(base: float, count: int) -> None:
    below: tuple[Lines, ...] = ([(base, "AB3")], [(174, "Plant trees"), (185, "in the park")], [(base, "B Jones")])
    found = parted(CODE, [REST, *TEXT[:2]], LEAD, below=below)
    assert (found == [APART[0], ["AB2", "Mend the lamps of all lanes", "A Smith"]]) is (count == 2)
    assert (found is None) is (count == 1)


def test_rows_of_one_line_say_nothing_of_where_codes_stand() -> None:
    below: tuple[Lines, ...] = ([(174, "AB3")], [(174, "Plant trees")], [(174, "B Jones")])
    assert parted(CODE, [REST, *TEXT[:2]], LEAD, below=below) is None


def test_a_row_with_a_cell_that_spans_others_stays_whole() -> None:
    table = first(CODE, [REST, *TEXT], LEAD)
    lead = table.cells[2]
    lead.slab = replace(lead.slab, row_span=2)
    assert with_rest_apart(table) is table


@pytest.mark.parametrize(
    ("rest", "named", "count"),
    [
        ([112.0], [80.0, 92], 2),
        ([108.0, 119], [80.0, 92], 2),
        ([121.0], [80.0, 92], 1),
        ([112.0], [72.0, 92], 1),
        ([112.0], [92.0], 1),
    ],
    ids=["apart", "two lines", "as near as those", "those as far", "no text of several lines"],
)
def test_a_rest_stands_further_over_the_code_than_lines_of_one_text_do(
    rest: list[float], named: list[float], count: int
) -> None:
    """The rows have a line each, and only the header shows how far such lines stand."""
    text = [*zip(rest, ("of the old", "square"), strict=False), (134, "Mend the lamps")]
    names = list(zip(named, ("What we", "do"), strict=False))
    table = drawn(XS, (60, 100, 160), [[(92, "Ref")], names, [(92, "Lead")]], (CODE, text, LEAD))
    found = rows_of(with_rest_apart(table))[1:]
    assert len(found) == count
    assert found[-1][:2] == ["AB2", "Mend the lamps"] or count == 1


def over_value(above: tuple[float, str], value: str) -> list[list[str]] | None:
    """The first row of a table, of which nothing but a line over the last cell stands higher than the code."""
    return parted(CODE, [(134, "Lamps mended")], [above, (134, value)])


def test_a_word_over_a_value_is_a_rest_though_the_code_stands_at_the_end() -> None:
    assert over_value((112, "quartile"), "461") == [["", "", "quartile"], ["AB2", "Lamps mended", "461"]]


@pytest.mark.parametrize(
    ("above", "value"),
    [((112, "quartile"), "of all lamps"), ((122, "at least"), "461"), ((112, "Least"), "461")],
    ids=["over words", "as near as lines of one text", "a capital"],
)
def test_other_lines_over_the_code_stay_with_it(above: tuple[float, str], value: str) -> None:
    assert over_value(above, value) is None


def test_a_header_may_have_two_rows() -> None:
    bold = style(bold=True)
    head: list[list[Lines]] = [[[(72, "Ref")], [], []], [[], [(92, "Action")], [(92, "Lead")]]]
    table = drawn(XS, (60, 80, 100, 160), *head, (CODE, [REST, *TEXT], LEAD))
    for cell in table.cells[:6]:
        cell.words = [replace(w, style=bold) for w in cell.words]
    assert rows_of(with_rest_apart(table))[2:] == APART


BODY = ["AB2", "Mend the lamps\nof all lanes\nin the town", "A Smith"]


def two_pages(rest: str, *, before: bool = True, top: float = 50, engine: str = "pdfium") -> list[list[list[str]]]:
    """A table that goes on over the page, where its first cell has the rest of the last row above another text."""
    paper = Paper()
    if before:
        paper.sheet(height=400).grid(
            XS,
            [330, 350, 390],
            [["Ref", "What we do", "Lead"], ["AB1", "Sweep all the streets\nand the lanes", "C Brown"]],
        )
    sheet = paper.sheet(height=400)
    sheet.grid(XS, [top, top + 60])
    sheet.text(114, top + 12, rest, size=9)
    for x, cell in zip(XS, BODY, strict=False):
        for n, line in enumerate(cell.split("\n")):
            sheet.text(x + 4, top + 28 + 10.8 * n, line, size=9)
    return [texts(grid) for grid in grids(document(paper, engine))]


def test_the_rest_of_a_row_that_a_pages_end_tore_is_read_so(engine: str) -> None:
    found = two_pages("of the old square", engine=engine)[-1]
    assert found == [["", "of the old square", ""], ["AB2", BODY[1].replace("\n", " "), "A Smith"]]


@pytest.mark.parametrize(
    "how", [{"before": False}, {"top": 250}], ids=["no table on the page before", "far down the page"]
)
def test_a_table_that_does_not_go_on_has_no_rest(how: dict[str, object]) -> None:
    assert len(two_pages("of the old square", **how)[-1]) == 1  # type: ignore[arg-type]


def test_a_text_in_capitals_above_the_code_is_none() -> None:
    assert len(two_pages("Of the old square")[-1]) == 1
