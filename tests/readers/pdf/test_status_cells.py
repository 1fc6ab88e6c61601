"""Cells of one strong colour each are parted where no rule parts them; pale paint and stripes part nothing."""

from __future__ import annotations

import pytest

from planparse.model.document import Grid
from planparse.readers.pdf.page import Fill, Word, make_style
from planparse.readers.pdf.ruled.lattice import Slab
from planparse.readers.pdf.ruled.status_cells import with_status_cells
from planparse.readers.pdf.ruled.tables import Table, TableCell
from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, spans, texts

XS, YS = [50.0, 200, 300, 340], [100.0, 120, 140, 160, 180]
ROWS = [["Action", "Lead", "Status"], ["Mend lamps", "A Smith"], ["Sweep lanes", "B Jones"], ["Paint halls", "C Brown"]]
GREEN, RED, PALE = "#339933", "#cc3333", "#e6f2e6"
STRONG, OTHER, STRIPE, DARK = "0.2 0.6 0.2", "0.8 0.2 0.2", "0.9 0.95 0.9", "0.1 0.2 0.1"


def column(colours: list[str], engine: str = "pdfium") -> Grid:
    """A ruled table whose last column has no rule below its header, painted row by row in these colours."""
    sheet = (paper := Paper()).sheet()
    for n, colour in enumerate(colours, 1):
        if colour:
            sheet.box(300.5, YS[n], 339.5, YS[n + 1], colour=colour)
    for x in XS:
        sheet.line(x, YS[0], x, YS[-1])
    for y in YS:
        sheet.line(XS[0], y, XS[-1] if y in (YS[0], YS[1], YS[-1]) else XS[2], y)
    sheet.cells(XS, YS, ROWS)
    (grid,) = grids(document(paper, engine))
    return grid


def test_a_blank_cell_beside_several_rows_is_parted_by_their_colours(engine: str) -> None:
    grid = column([STRONG, OTHER, STRONG], engine)
    assert texts(grid) == [ROWS[0], *([*row, ""] for row in ROWS[1:])]
    assert [cell.fill for cell in grid.cells if cell.col == 2] == [None, GREEN, RED, GREEN]
    assert grid.evidence[-1].startswith("cells of one colour")


def test_a_row_between_them_may_have_no_colour(engine: str) -> None:
    grid = column([STRONG, "", OTHER], engine)
    assert [cell.fill for cell in grid.cells if cell.col == 2] == [None, GREEN, None, RED]


@pytest.mark.parametrize(
    "colours", [[STRIPE, "", STRIPE], [DARK, DARK, DARK], ["", "", ""]], ids=["pale", "dark", "none"]
)
def test_other_paint_parts_nothing(colours: list[str]) -> None:
    assert spans(column(colours)) == {"": (3, 1)}


STYLE = make_style(size=9, bold=False, direction=0, invisible=False, white=False, font="", unmapped=False)


def words(text: str, x: float, y: float) -> list[Word]:
    """Words 4 points wide a letter."""
    out = []
    for part in text.split():
        out.append(Word(part, x, y - 7, x + 4 * len(part), y + 2, y, STYLE))
        x += 4 * len(part) + 3
    return out


def parted(slab: Slab, text: str, *fills: Fill) -> list[tuple[int, int, int, int, str, str | None]]:
    """What becomes of a cell of a table of these borders that begins with its text: row, column, rows, columns, text
    and colour."""
    box = (XS[slab.col], YS[slab.row], XS[slab.col + slab.col_span], YS[slab.row + slab.row_span])
    cell = TableCell(slab, box, words(text, 204, box[1] + 12))
    found = with_status_cells(Table(XS, YS, [cell], []), list(fills)).cells
    return [
        (c.slab.row, c.slab.col, c.slab.row_span, c.slab.col_span, " ".join(w.text for w in c.words), c.fill)
        for c in found
    ]


TALL = Slab(1, 2, 2, 1)
UPPER, LOWER = Fill(300, 120, 340, 140, GREEN), Fill(300, 140, 340, 160, RED)


def test_the_parts_of_a_blank_cell_are_one_row_each() -> None:
    assert parted(TALL, "", UPPER, LOWER) == [(1, 2, 1, 1, "", GREEN), (2, 2, 1, 1, "", RED)]
    assert parted(TALL, "", LOWER) == [(1, 2, 1, 1, "", None), (2, 2, 1, 1, "", RED)]


def test_only_the_outer_parts_of_a_torn_cell_are_open() -> None:
    cell = TableCell(Slab(0, 2, 3, 1, True, True), (300, 100, 340, 160), [])
    found = with_status_cells(Table(XS, YS, [cell], []), [UPPER]).cells
    assert [(c.slab.open_top, c.slab.open_bottom) for c in found] == [(True, False), (False, False), (False, True)]


@pytest.mark.parametrize(
    ("text", "fill"),
    [
        ("ongoing", UPPER),
        ("", UPPER._replace(colour=PALE)),
        ("", UPPER._replace(bottom=160)),
        ("", UPPER._replace(x1=330)),
        ("", UPPER._replace(x0=200)),
    ],
    ids=["a text", "pale", "painted over both rows", "narrower", "wider"],
)
def test_another_cell_over_several_rows_stays_whole(text: str, fill: Fill) -> None:
    assert parted(TALL, text, fill) == [(1, 2, 2, 1, text, None)]


WIDE = Slab(1, 1, 1, 2)


def test_a_cell_over_two_columns_is_parted_from_a_status_at_its_end() -> None:
    assert parted(WIDE, "Sweep lanes", UPPER) == [(1, 1, 1, 1, "Sweep lanes", None), (1, 2, 1, 1, "", GREEN)]


def test_a_cell_over_two_columns_is_parted_from_a_status_at_its_begin() -> None:
    first = Fill(50, 120, 200, 140, RED)
    assert parted(Slab(1, 0, 1, 2), "Sweep lanes", first) == [(1, 0, 1, 1, "", RED), (1, 1, 1, 1, "Sweep lanes", None)]


@pytest.mark.parametrize(
    ("text", "fill"),
    [
        ("", UPPER),
        ("Sweep lanes and squares each week", UPPER),
        ("Sweep lanes", UPPER._replace(colour=PALE)),
        ("Sweep lanes", UPPER._replace(x0=200)),
        ("Sweep lanes", UPPER._replace(bottom=130)),
    ],
    ids=["blank", "the text lies over it", "pale", "painted over both columns", "half as high"],
)
def test_another_cell_over_several_columns_stays_whole(text: str, fill: Fill) -> None:
    assert parted(WIDE, text, fill) == [(1, 1, 1, 2, text, None)]


@pytest.mark.parametrize(("colour", "is_parted"), [(STRONG, True), (STRIPE, False)], ids=["strong", "pale"])
def test_a_status_beside_a_text_that_no_rule_parts_from_it(colour: str, is_parted: bool, engine: str) -> None:
    xs = [50.0, 90, 250, 290]
    sheet = (paper := Paper()).sheet().box(250.3, 120.3, 289.7, 139.7, colour=colour)
    for y in YS[:4]:
        sheet.line(50, y, 290, y)
    for x in xs:
        for top in (100, 120, 140) if x != 250 else (100, 140):
            sheet.line(x, top, x, top + 20)
    sheet.cells(xs, YS, [["Ref", "Action", "Status"], ["A1", "Sweep all of the lanes"], ["A2", "Mend lamps", "late"]])
    (grid,) = grids(document(paper, engine))
    assert spans(grid) == ({} if is_parted else {"Sweep all of the lanes": (1, 2)})
    assert [cell.fill for cell in grid.cells if cell.row == 1][2:] == ([GREEN] if is_parted else [])
