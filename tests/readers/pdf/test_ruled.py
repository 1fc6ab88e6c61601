"""Tables drawn with rules."""

from __future__ import annotations

import itertools

import pytest

from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, paragraphs, spans, texts

XS, YS = [50, 150, 250, 350], [100, 120, 140, 160]
ROWS = [["Measure", "Target", "2016/17"], ["PI 1", "", "88%"], ["PI 2", "tbc", "6.2"]]


@pytest.mark.parametrize("style", ["stroke", "thin", "dashed", "double", "pieces"])
def test_every_way_to_draw_a_rule_gives_the_same_table(style: str, engine: str) -> None:
    paper = Paper()
    paper.sheet().grid(XS, YS, ROWS, style=style)
    (grid,) = grids(document(paper, engine))
    assert texts(grid) == ROWS
    assert (grid.n_rows, grid.n_cols) == (3, 3)
    assert grid.edges is not None
    assert [round(e) for e in grid.edges] == XS
    assert grid.evidence


def test_a_stroked_box_around_each_cell(engine: str) -> None:
    paper = Paper()
    sheet = paper.sheet().cells(XS, YS, ROWS)
    for top, bottom in itertools.pairwise(YS):
        for x0, x1 in itertools.pairwise(XS):
            sheet.box(x0, top, x1, bottom, paint="S")
    assert texts(grids(document(paper, engine))[0]) == ROWS


def test_merged_cells_are_spans_and_their_text_stands_once(engine: str) -> None:
    paper = Paper()
    sheet = paper.sheet()
    for y, x0 in ((100, 50), (120, 150), (140, 150), (160, 50)):
        sheet.line(x0, y, 350, y)
    for x, y0 in ((50, 100), (150, 100), (250, 120), (350, 100)):
        sheet.line(x, y0, x, 160)
    sheet.text(54, 112, "label").text(154, 112, "over two").text(154, 132, "a").text(254, 132, "b")
    sheet.text(154, 152, "c").text(254, 152, "d")
    (grid,) = grids(document(paper, engine))
    assert spans(grid) == {"label": (3, 1), "over two": (1, 2)}
    assert sorted(c.text for c in grid.cells) == ["a", "b", "c", "d", "label", "over two"]


def test_a_table_cut_by_the_page_is_open_below(engine: str) -> None:
    paper = Paper()
    sheet = paper.sheet()
    for y in (700, 740):
        sheet.line(50, y, 350, y)
    for x in (50, 150, 350):
        sheet.line(x, 700, x, 790)
    sheet.text(54, 715, "PI 1").text(154, 715, "88%").text(54, 760, "PI 2 with a tail").text(154, 760, "90%")
    (grid,) = grids(document(paper, engine))
    assert [[c.open_bottom for c in row] for row in grid.rows()] == [[False, False], [True, True]]
    assert not any(c.open_top for c in grid.cells)


def test_a_table_that_goes_on_from_the_page_before_is_open_above() -> None:
    paper = Paper()
    sheet = paper.sheet()
    for y in (90, 120):
        sheet.line(50, y, 350, y)
    for x in (50, 150, 350):
        sheet.line(x, 60, x, 120)
    sheet.text(54, 80, "tail of it").text(54, 105, "PI 3").text(154, 105, "1")
    (grid,) = grids(document(paper))
    assert [c.open_top for c in grid.cells] == [True, True, False, False]


def test_two_tables_on_a_page_are_two_grids() -> None:
    paper = Paper()
    paper.sheet().grid(XS, YS, ROWS).grid(XS, [200, 220, 240], [["x", "y", "z"], ["1", "2", "3"]])
    assert [g.n_rows for g in grids(document(paper))] == [3, 2]


def test_a_table_drawn_inside_a_cell_is_that_cells_own(engine: str) -> None:
    paper = Paper()
    sheet = paper.sheet().grid([50, 150, 400], [100, 120, 200], [["Aim", "Grow"], ["Indicators", ""]])
    sheet.grid([160, 250, 390], [130, 150, 170], [["PI 1", "88%"], ["PI 2", "tbc"]])
    (grid,) = grids(document(paper, engine))
    holder = grid.cells[3]
    assert [texts(t) for t in holder.tables] == [[["PI 1", "88%"], ["PI 2", "tbc"]]]
    assert holder.blocks == ()


def test_text_over_a_border_is_parted_there_only_where_its_letters_leave_a_gap(engine: str) -> None:
    paper = Paper()
    sheet = paper.sheet().grid(XS, [100, 120, 140], [["a", "", "c"], ["d", "e", "f"]])
    # One string over two cells, with the gap made inside it.
    sheet.raw("q BT /F 9 Tf 54 710 Td [<383825> -9000 <3930>] TJ ET Q")
    sheet.text(120, 112, "Overflowing", size=9)
    (grid,) = grids(document(paper, engine))
    found = texts(grid)
    assert "Overflowing" in found[0][0]
    assert all("flowing" not in t for t in found[0][1:])


def test_a_lone_box_around_a_paragraph_is_no_table() -> None:
    paper = Paper()
    paper.sheet().box(50, 100, 350, 150, paint="S").text(60, 120, "A word of caution to the reader.")
    doc = document(paper)
    assert grids(doc) == []
    assert paragraphs(doc) == ["A word of caution to the reader."]


def test_underlines_and_a_rule_under_the_title_are_no_table() -> None:
    paper = Paper()
    sheet = paper.sheet().text(50, 80, "Business Plan 2016-19", size=16).line(50, 84, 545, 84)
    sheet.text(50, 110, "The first underlined words of a paragraph that").line(65, 112, 140, 112)
    sheet.text(50, 122, "goes on over two lines of text.")
    assert grids(document(paper)) == []


def test_the_grid_of_a_chart_is_no_table() -> None:
    paper = Paper()
    sheet = paper.sheet().grid([100 + 40 * k for k in range(9)], [100 + 20 * k for k in range(8)])
    for k in range(8):
        sheet.text(80, 103 + 20 * k, str(100 - 10 * k), size=7)
    sheet.text(150, 118, "CDS spread", size=7).text(110, 250, "Jan", size=7)
    assert grids(document(paper)) == []


def test_fill_of_a_cell_and_white_text_on_it(engine: str) -> None:
    paper = Paper()
    sheet = paper.sheet().box(50, 100, 350, 120, colour="0 0 0.5").box(250, 120, 350, 140, colour="1 0 0")
    sheet.grid(XS, YS, [["", "", ""], *ROWS[1:]])
    sheet.text(54, 112, "Measure", size=9, grey=1)
    (grid,) = grids(document(paper, engine))
    assert grid.cells[0].text == "Measure"
    assert grid.cells[0].fill == "#000080"
    assert grid.cells[5].fill == "#ff0000"
    assert grid.cells[3].fill is None


def test_rules_inside_a_form_xobject(engine: str) -> None:
    plain, formed = Paper(), Paper()
    plain.sheet().grid(XS, YS, ROWS)
    inner = Paper().sheet().grid(XS, YS, ROWS)
    formed.sheet().form("\n".join(inner.parts))
    assert texts(grids(document(formed, engine))[0]) == texts(grids(document(plain, engine))[0])


def test_a_scaled_form_xobject() -> None:
    paper = Paper()
    inner = Paper().sheet().grid(XS, YS, ROWS)
    paper.sheet().form("\n".join(inner.parts), "0.8 0 0 0.8 20 30")
    (grid,) = grids(document(paper))
    assert texts(grid) == ROWS
    assert grid.edges is not None
    assert [round(e) for e in grid.edges] == [60, 140, 220, 300]


def test_a_lone_cell_at_the_top_goes_on_with_the_table_of_the_page_before() -> None:
    paper = Paper()
    paper.sheet().grid(XS, [700, 740, 780], ROWS[:2])
    sheet = paper.sheet().box(50, 60, 350, 90, paint="S").text(54, 75, "The rest of a note over all columns.")
    sheet.box(80, 300, 300, 350, paint="S").text(90, 320, "A box of another width is text.")
    doc = document(paper)
    assert [(g.n_rows, g.n_cols) for g in grids(doc)] == [(2, 3), (1, 1)]
    assert texts(grids(doc)[1]) == [["The rest of a note over all columns."]]
    assert paragraphs(doc) == ["A box of another width is text."]


def test_row_rules_go_on_with_a_frame_only_where_the_text_stands_in_its_columns() -> None:
    paper = Paper()
    sheet = paper.sheet().grid(XS, [100, 120, 140], ROWS[:2])
    sheet.line(50, 190, 350, 190).text(50, 165, "A paragraph that runs on below the table, over its columns")
    (grid,) = grids(document(paper))
    assert grid.n_rows == 2


def torn(columns: list[float]) -> list[tuple[int, int]]:
    """Shapes of the grids of two pages: a table to the end of the first, a row of one entry at the top of the next."""
    paper = Paper()
    paper.sheet().grid([50, 150, 250, 350], [700, 740, 780], [["a", "b", "c"], ["d", "e", "f"]])
    sheet = paper.sheet()
    sheet.line(columns[0], 75, columns[-1], 75)
    for x in columns:
        sheet.line(x, 45, x, 75)
    sheet.text(columns[1] + 4, 60, "its end").text(50, 110, "A paragraph goes on from here.")
    return [(g.n_rows, g.n_cols) for g in grids(document(paper))]


def test_the_torn_end_of_a_row_is_a_grid_where_its_borders_are_those_of_the_table_before() -> None:
    assert torn([50, 150, 250, 350]) == [(2, 3), (1, 3)]
    assert torn([50, 120, 250, 350]) == [(2, 3)]
    assert torn([50, 150, 250, 390]) == [(2, 3)]


def test_a_page_of_lines_beyond_number_keeps_its_text_and_says_so() -> None:
    paper = Paper()
    sheet = paper.sheet(3100, 3100)
    for n in range(520):
        at = 10 + 5.5 * n
        sheet.line(10, at, 2900, at).line(at, 10, at, 2900)
    sheet.text(3000, 3000, "Ward boundaries")
    doc = document(paper)
    assert not grids(doc)
    assert "Ward boundaries" in paragraphs(doc)
    assert [(n.level, n.code) for n in doc.notes] == [("doubt", "page-crowded")]
