"""What goes on with a row: lines of small letters, the rest of a torn one beside a label or a unit in brackets, codes
among lines that stand close."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from planparse.model.document import Grid
from planparse.readers.pdf.page import Word, make_style
from planparse.readers.pdf.unruled.carried import is_tail
from planparse.readers.pdf.unruled.placed import Placed, mark_ends
from planparse.readers.pdf.unruled.rows import group_rows
from planparse.readers.pdf.words.lines import Line, make_lines
from planparse.readers.pdf.words.runs import cut
from tests.readers.pdf.paper import Paper, Sheet
from tests.readers.pdf.reading import document, grids, texts

STYLE = make_style(size=10, bold=False, direction=0, invisible=False, white=False, font="", unmapped=False)
XS = [50.0, 150, 300, 400]


def line(base: float, *cells: str) -> Line:
    """Words 5 points wide a letter in columns, blank where there is none."""
    words = []
    for start, text in zip(XS, cells, strict=False):
        x = start + 3
        for part in text.split():
            words.append(Word(part, x, base - 8, x + 5 * len(part), base + 2, base, STYLE))
            x += 5 * len(part) + 3
    (found,) = make_lines(words)
    return found


def rows(*own: tuple[float, Sequence[str]]) -> list[int]:
    """How many lines each row has; each line stands so far below the one before."""
    placed, base = [], 100.0
    for step, cells in own:
        base += step
        whole = cut(line(base, *cells), 0.8)
        cols = [n for n, text in enumerate(cells) if text]
        placed.append(Placed(whole, [(col, col, run) for col, run in zip(cols, whole.runs, strict=True)]))
    mark_ends(placed)
    return [len(group) for group in group_rows(placed, [])]


def wrapped(begin: str) -> list[int]:
    """The rows of texts that stand level with each other, the second line of which begins so."""
    first, second = ["Sweep the roads", "A Smith of the roads"], [begin, "team of the town"]
    return rows(
        (0, first), (12, second), (12, ["Mend the lamps", "B Jones of the lamps"]), (12, ["Paint it", "C Brown"])
    )


def test_a_line_in_small_letters_begins_no_row() -> None:
    assert wrapped("and the parks") == [2, 1, 1]


def test_a_line_that_begins_with_a_capital_does() -> None:
    assert wrapped("Visit the parks") == [1, 1, 1, 1]


CODED = [
    (0, ["P1", "Sweep the roads", "A Smith"]),
    (12, ["", "and the parks"]),
    (12, ["P2", "Mend the lamps", "B Jones"]),
]
FIGURES = [(30, ["P3", "Lamps lit", "40%", "45%"]), (30, ["P4", "Roads swept", "8", "9"])]


def test_rows_begin_at_codes_among_lines_that_stand_close() -> None:
    """Other rows stand further apart, and have figures."""
    assert rows(*CODED, (12, ["", "of the town"]), *FIGURES) == [2, 2, 1, 1]


def test_lines_without_codes_that_stand_close_are_one_row() -> None:
    names = [(step, ["All" if n == 2 else cells[0], *cells[1:]]) for n, (step, cells) in enumerate(CODED)]
    assert rows(*names, (12, ["", "of the town"]), *FIGURES)[0] == 4


def tail(text: str, column: int = 1) -> bool:
    """Whether a line goes on with a text of the table of the page before."""
    return is_tail([line(100, *[""] * column, text)], (*XS, 500.0))


@pytest.mark.parametrize("text", ["(in days)", "(per thousand people)", "and the parks"])
def test_a_remark_in_brackets_goes_on_with_a_text(text: str) -> None:
    assert tail(text)


@pytest.mark.parametrize("text", ["(45)", "(In days", "Days", "(in days) All"])
def test_other_texts_do_not(text: str) -> None:
    assert not tail(text)


PLACES = [50.0, 130, 250, 330, 410]
HEAD = ["Theme", "Action", "Lead", "When"]
BLUE = "0.9 0.92 0.95"


def painted(sheet: Sheet, top: float, places: Sequence[float], cells: Sequence[str], *, colour: str = BLUE) -> float:
    """A row 17 points high, painted cell by cell."""
    for (x0, x1), cell in zip(pairwise(places), cells, strict=True):
        sheet.box(x0, top, x1, top + 17, colour=colour)
        sheet.text(x0 + 3, top + 12, cell, size=9)
    return top + 17


WORKS = [["Sweep", "A Smith", "May"], ["Mend", "B Jones", "June"], ["Paint", "C Brown", "July"]]


def body(sheet: Sheet, top: float, places: Sequence[float]) -> float:
    """Rows of which every other one is painted."""
    for n, cells in enumerate(WORKS):
        if n % 2 == 0:
            painted(sheet, top, places, cells)
        for x, cell in zip(places, cells if n % 2 else (), strict=False):
            sheet.text(x + 3, top + 12, cell, size=9)
        top += 17
    return top


def over_pages(off: float) -> Grid:
    """The second part of a table whose rows are painted beside a label that is not; it begins with the rest of a torn
    row, ``off`` points further right than it should."""
    first, second = (paper := Paper()).sheet(height=400), paper.sheet(height=400)
    y = painted(first, 250, PLACES, HEAD, colour="0.5 0.6 0.4")
    body(first.text(53, y + 12, "Roads", size=9), y, PLACES[1:])
    places = [x + off for x in PLACES[1:]]
    body(second.text(places[0] + 3, 52, "with care and", size=9), 60, places)
    _, grid = grids(document(paper))
    return grid


def test_the_rest_of_a_row_over_painted_ones_beside_a_label_has_a_border_over_it() -> None:
    """The rules of the page before begin with the label, those of this page beside it."""
    grid = over_pages(0)
    assert texts(grid) == [["with care and", "", ""], *WORKS]
    assert "5 horizontal" in grid.evidence[0]


def test_over_painted_rows_elsewhere_it_is_no_row() -> None:
    assert texts(over_pages(40)) == WORKS
