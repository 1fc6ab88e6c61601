"""Cards of labels and values in frames: the few rows of one that a page's end leaves, and the titles of others."""

from __future__ import annotations

from tests.readers.pdf.paper import Paper, Sheet
from tests.readers.pdf.reading import document, grids, texts

XS = [50.0, 200, 400]
HEAD = ["Measure", "AB1 Visits"]
ROW = ["Result 2015/16", "41"]


def begun(*lines: tuple[float, str, str], head: float = 204, step: float = 16) -> list[list[str]]:
    """A frame at the page's end with column borders in its header alone, and these lines below that, each with where
    its second text begins."""
    sheet = (paper := Paper()).sheet()
    sheet.grid(XS, [700, 720])
    sheet.text(54, 714, HEAD[0], size=9, bold=True).text(head, 714, HEAD[1], size=9, bold=True)
    sheet.grid([50, 400], [720, 724 + step * len(lines)])
    for n, (x, label, value) in enumerate(lines):
        sheet.text(54, 734 + step * n, label, size=9, bold=True).text(x, 734 + step * n, value, size=9)
    (grid,) = grids(document(paper))
    return texts(grid)


def test_a_row_alone_below_a_header_whose_texts_begin_where_those_do_has_its_columns() -> None:
    assert begun((204, *ROW)) == [HEAD, ROW]


def test_a_row_whose_texts_begin_elsewhere_stays_whole() -> None:
    assert begun((260, *ROW)) == [HEAD, [" ".join(ROW)]]
    assert begun((204, *ROW), head=300) == [HEAD, [" ".join(ROW)]]


def test_so_do_several_lines_as_far_apart_as_rows_are() -> None:
    rows = [ROW, ["Target 2016/17", "43"]]
    assert begun(*((204, *row) for row in rows)) == [HEAD, *rows]


def test_the_lines_of_one_text_beside_those_of_another_are_one_row() -> None:
    lines = [(204.0, "What we have", "All of the lanes"), (204.0, "done so far", "and the lamps")]
    assert begun(*lines, step=11) == [HEAD, ["What we have done so far", "All of the lanes and the lamps"]]


OTHER = [["Risk", "Likely", "Impact"], ["Fire", "High", "Low"], ["Flood", "Low", "High"]]
CARD = [["Lead officer", "A Smith"], ["Directorate", "Parks"], ["Stage", "Begun"]]


def card(sheet: Sheet, top: float, rows: list[list[str]], x: float = 204) -> float:
    """A card in a frame with rules between its rows alone; gives back where it ends."""
    ys = [top + 20 * n for n in range(len(rows) + 1)]
    sheet.grid([50, 400], ys)
    for n, (label, value) in enumerate(rows):
        sheet.text(54, ys[n] + 14, label, size=9, bold=True).text(x, ys[n] + 14, value, size=9)
    return ys[-1]


def test_a_row_that_goes_on_has_the_columns_of_the_page_before_and_not_those_of_a_table_below() -> None:
    paper = Paper()
    card(paper.sheet(), 720, CARD)
    below = card(sheet := paper.sheet(), 60, [["Due date", "May 2016"]]) + 60
    sheet.grid([50, 280, 340, 400], [below, below + 20, below + 40, below + 60], OTHER)
    assert [texts(grid) for grid in grids(document(paper))] == [CARD, [["Due date", "May 2016"]], OTHER]


TITLE = "3.01.04 Adopt the fine guide"


def after_a_page(title: str, beside: str = "") -> list[str]:
    """The texts of the first row of a card that begins a page after one that another card ended: a title, and what
    stands ``beside`` it where texts do beside the labels."""
    paper = Paper()
    for top in (720, 60):
        sheet = paper.sheet()
        end = top + 20 * len(CARD) + 20
        sheet.grid([50, 400], range(top, end + 1, 20))
        sheet.text(54, top + 14, title, size=9, bold=True).text(204, top + 14, beside, size=9, bold=True)
        for n, (label, text) in enumerate(CARD):
            base = top + 34 + 20 * n
            sheet.text(54, base, label, size=9, bold=True).text(204, base, text, size=9)
    return texts(grids(document(paper))[-1])[0]


def test_a_title_longer_than_the_labels_that_ends_before_the_texts_is_one_text() -> None:
    assert after_a_page(TITLE) == [TITLE]


def test_a_label_and_a_text_in_bold_beside_it_stay_two() -> None:
    assert after_a_page("3.01.04 Adopt", "The fine guide") == ["3.01.04 Adopt", "The fine guide"]


def test_a_frame_around_labels_with_a_blank_beside_one_is_a_block(engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    sheet.box(40, 86, 545, 232, colour="0 0 0", paint="S")
    rows = [("Aim", "Make the town a better place"), ("Lead", ""), ("Key milestones", "Open the hall by May 2016")]
    for n, (label, text) in enumerate([*rows, ("Key developments", "A new bridge has been built")]):
        sheet.text(50, 110 + 36 * n, label, size=9, bold=True).text(200, 110 + 36 * n, text, size=9, bold=n == 0)
        sheet.line(40, 122 + 36 * n, 545, 122 + 36 * n)
    assert any(
        "Make the town a better place" in cell.text for grid in grids(document(paper, engine)) for cell in grid.cells
    )
