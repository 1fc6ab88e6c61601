"""A table at a page's top has the borders of the one before it, though a column is blank, where its texts fit."""

from __future__ import annotations

import pytest

from planparse.readers.pdf.page import Word, make_style
from planparse.readers.pdf.unruled.borders import _as_before
from planparse.readers.pdf.words.lines import make_lines
from planparse.readers.pdf.words.runs import Row, cut
from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, texts

STYLE = make_style(size=9, bold=False, direction=0, invisible=False, white=False, font="", unmapped=False)
BEFORE = (50.0, 200, 270, 340, 410)


def row(n: int, *entries: tuple[float, float]) -> Row:
    """A line of words, each with its begin and end."""
    base = 100 + 14 * n
    words = [Word("x", x0, base - 7, x1, base + 2, base, STYLE) for x0, x1 in entries]
    (line,) = make_lines(words)
    return cut(line, 0.8)


TWO = [row(n, (54, 120), (280, 300)) for n in range(3)]
THREE = [row(n, (54, 120), (210, 240), (350, 370)) for n in range(3)]


@pytest.mark.parametrize(
    ("rows", "xs"),
    [
        (TWO, [50.0, 200, 410]),
        (THREE, [50.0, 165, 295, 410]),
        (THREE, [50.0, 165, 250, 300, 410]),
        (
            [row(0, (54, 120), (204, 220), (280, 330)), row(1, (54, 120), (250, 266), (300, 330))],
            [50.0, 165, 235, 275, 338, 410],
        ),
    ],
    ids=["two columns blank", "one column blank", "as many", "a name at the left, a value at the right"],
)
def test_the_borders_of_the_table_before_stand_in_the_white(rows: list[Row], xs: list[float]) -> None:
    assert _as_before(xs, rows, BEFORE) == list(BEFORE)


@pytest.mark.parametrize(
    ("rows", "before"),
    [
        ([*TWO, row(3, (54, 120), (260, 300))], BEFORE),
        ([*TWO, row(3, (40, 120), (280, 300))], BEFORE),
        ([*TWO, row(3, (54, 120), (280, 430))], BEFORE),
        (TWO, (50.0, 410.0)),
        (TWO, (50.0, 90, 110, 410)),
    ],
    ids=["a text over a border", "begins before it", "ends behind it", "fewer columns", "borders elsewhere"],
)
def test_elsewhere_the_tables_own_borders_stay(rows: list[Row], before: tuple[float, ...]) -> None:
    assert _as_before([50.0, 190, 410], rows, before) == [50.0, 190, 410]


def test_a_column_without_any_text_on_the_second_page_is_a_column() -> None:
    paper = Paper()
    columns = [50, 200, 270, 340]
    names, pages = (
        ["Measure", "2024", "2025", "Lead"],
        [["Roads", "40%", "45%", "A Smith"], ["Lamps", "8", "", "B Jones"]],
    )
    for top, row_of in ((640, pages[0]), (40, pages[1])):
        sheet = paper.sheet()
        rows = [names, *[row_of] * 7] if top > 100 else [row_of] * 4
        for n, cells in enumerate(rows):
            sheet.line(48, top + 20 * n, 420, top + 20 * n)
            for x, text in zip(columns, cells, strict=True):
                sheet.text(x, top + 14 + 20 * n, text, size=9)
        sheet.line(48, top + 20 * len(rows), 420, top + 20 * len(rows))
    first, second = grids(document(paper))
    assert (first.n_cols, second.n_cols) == (4, 4)
    assert texts(second)[0] == pages[1]


def test_a_border_that_a_longer_text_moves_leaves_the_others_and_the_ends() -> None:
    rows = [row(n, (54, 205), (215, 240), (280, 300), (350, 370)) for n in range(3)]
    assert _as_before([52.0, 210, 260, 325, 372], rows, BEFORE) == [50.0, 210, 270, 340, 410]


NOTE = ((280, 300), (303, 320), (323, 340), (343, 360), (363, 380), (383, 400))


@pytest.mark.parametrize(("end", "border"), [(190, 200), (225, (225 + 240) / 2)], ids=["as they were", "moved"])
def test_notes_lie_over_borders_that_part_the_texts_of_some_row(end: float, border: float) -> None:
    rows = [row(0, (54, end), (240, 262), *NOTE), row(1, (54, 120), (250, 262), (300, 320), (360, 380))]
    own = [50.0, (max(end, 200) + 240) / 2, 271, 410]
    assert _as_before(own, rows, BEFORE) == [50, border, 270, 340, 410]
