"""The gaps between the painted cells of a table are its rules."""

from __future__ import annotations

from collections.abc import Sequence

from planparse.readers.pdf.page import Fill, Page, Word, make_style
from planparse.readers.pdf.ruled.gaps import add_gaps
from tests.readers.pdf.paper import Paper, Sheet
from tests.readers.pdf.reading import document, grids, texts

XS = [50.0, 190, 260, 330]
ROWS = [
    ["Measure", "2023", "2024"],
    ["Roads swept", "40%", "45%"],
    ["Lamps lit", "8", "9"],
    ["Rent paid", "98%", "99%"],
]
HIGH = 60
STYLE = make_style(size=9, bold=False, direction=0, invisible=False, white=False, font="", unmapped=False)


def areas(
    rows: Sequence[Sequence[str]] = ROWS, *, gap: float = 0.6, top: float = 100, xs: Sequence[float] = XS
) -> list[Fill]:
    """The painted cells; the last one of a short row is as wide as what is left."""
    out, half = [], gap / 2
    for r, row in enumerate(rows):
        y = top + HIGH * r
        for c in range(len(row)):
            end = xs[c + 1] if c + 1 < len(row) else xs[-1]
            out.append(Fill(xs[c] + half, y + half, end - half, y + HIGH - half, "#ddddee"))
    return out


def drawn(sheet: Sheet, rows: Sequence[Sequence[str]]) -> Sheet:
    for x0, y0, x1, y1, _ in areas(rows):
        sheet.box(x0, y0, x1, y1, colour="0.87 0.87 0.93")
    return sheet.cells(XS, [100 + HIGH * r for r in range(len(rows) + 1)], rows)


def words(rows: Sequence[Sequence[str]] = ROWS, *, top: float = 100, xs: Sequence[float] = XS) -> list[Word]:
    return [
        Word(cell, xs[c] + 4, top + HIGH * r + 4, xs[c] + 44, top + HIGH * r + 13, top + HIGH * r + 12, STYLE)
        for r, row in enumerate(rows)
        for c, cell in enumerate(row)
        if cell
    ]


def ruled(fills: list[Fill], own: list[Word], before: tuple[float, ...] | None = None) -> set[float]:
    """The places of the uprights that the gaps give."""
    page = Page(0, 595, 842, words=own, fills=fills)
    add_gaps(page, own, before)
    assert bool(page.horizontals) == bool(page.verticals)
    return {round(rule.at, 1) for rule in page.verticals}


def test_wrapped_text_stays_in_the_painted_cells(engine: str) -> None:
    rows = [*ROWS[:3], ["Rent paid in\nfull", "98%", ""]]
    paper = Paper()
    drawn(paper.sheet(), rows)
    (grid,) = grids(document(paper, engine))
    assert texts(grid) == [[cell.replace("\n", " ") for cell in row] for row in rows]


def test_the_edges_of_the_cells_are_the_rules() -> None:
    assert ruled(areas(), words()) == {50.3, 189.7, 190.3, 259.7, 260.3, 329.7}


def test_areas_that_touch_or_stand_far_apart_have_no_gaps() -> None:
    assert ruled(areas(gap=0.1), words()) == set()
    assert ruled(areas(gap=5), words()) == set()


def test_two_rows_or_five_cells_are_too_few() -> None:
    assert ruled(areas(ROWS[:2]), words(ROWS[:2])) == set()
    assert ruled(areas(ROWS[:3]), words(ROWS[:3])) != set()
    few = [["Measure", "2023"], ["Lamps"], ["Roads", "8"]]
    assert ruled(areas(few), words(few)) == set()
    few[1].append("7")
    assert ruled(areas(few), words(few)) != set()


def test_boxes_that_leave_much_of_the_table_white_are_none() -> None:
    """The last cell of each row but one is missing."""
    fills = [f for n, f in enumerate(areas()) if n % 3 < 2 or n == 2]
    assert ruled(fills, words()) == set()


def test_a_pattern_without_text_is_no_table() -> None:
    assert ruled(areas(), words()[:5]) == set()
    assert ruled(areas(), words()[:6]) != set()


def test_a_row_that_is_not_painted_leaves_the_rules_to_others() -> None:
    """The header stands on white paper, or the last row does: the painted cells are not all of the table."""
    header = words([["Measure", "2022", "2023"]], top=72)
    assert ruled(areas(), words() + header) == set()
    last = words([["Total", "7", "9"]], top=340)
    assert ruled(areas(), words() + last) == set()
    title = words([["Streets"]], top=72)
    assert ruled(areas(), words() + title) != set()
    far = words([["Measure", "2022", "2023"]], top=30)
    assert ruled(areas(), words() + far) != set()


def test_a_paragraph_painted_as_its_cell_is_no_cell() -> None:
    fills = [
        f for cell in areas() for f in (cell, Fill(cell.x0 + 3, cell.top + 3, cell.x1 - 3, cell.bottom - 3, "#ddddee"))
    ]
    assert ruled(fills, words()) == ruled(areas(), words())


def test_rows_of_one_cell_go_with_a_table_as_wide() -> None:
    one = [["Aim 1"], ["Aim 2"], ["Aim 3"]]
    notes = areas(one, top=400)
    page = Page(0, 595, 842, words=words(), fills=areas() + notes)
    add_gaps(page, page.words + words(one, top=400))
    assert max(rule.at for rule in page.horizontals) == notes[-1].bottom
    assert ruled(notes, words(one, top=400)) == set()
    other = areas(one, top=400, xs=[50, 90, 130, 300])
    page = Page(0, 595, 842, words=words(), fills=areas() + other)
    add_gaps(page, page.words)
    assert max(rule.at for rule in page.horizontals) < 400


def test_the_last_row_alone_at_a_pages_begin_goes_on_with_the_table_before() -> None:
    row = [["Rent paid", "98%", "99%"]]
    badges = [Fill(x, 700, x + 30, 740, "#ddddee") for x in (60, 160, 260)]
    fills, own = areas(row) + badges, words(row)
    assert ruled(fills, own, before=tuple(XS)) == {50.3, 189.7, 190.3, 259.7, 260.3, 329.7}
    assert ruled(fills, own) == set()
    assert ruled(fills, own, before=(50, 120, 330)) == set()
    assert ruled(fills, own, before=(50, 190, 260, 330, 400)) == set()
    assert ruled(fills, own + words([["Lights"]], top=75), before=tuple(XS)) == set()
    assert ruled(fills, own + words([["A running title"]], top=40), before=tuple(XS)) != set()
