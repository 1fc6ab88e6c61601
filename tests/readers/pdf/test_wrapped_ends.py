"""The last line of a table without rules: the wrapped end of a row, or the text that follows."""

from __future__ import annotations

from collections.abc import Sequence

from planparse.model.document import Grid
from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, paragraphs

XS = (50, 95, 290, 400)
HEAD = ("Ref", "Milestone", "Lead", "Due date")
WRAPPED = (
    ("1.1", "Begin operation of the mobile\npumps", "A Smith", "30/03/2025"),
    ("1.2", "Renew the mains", "B Jones", "28/09/2024"),
    ("1.3", "Agree the plan with neighbouring\ncompanies", "C Brown", "28/03/2025"),
    ("1.4", "Bring the treatment works\nback into supply", "D Green", "13/01/2025"),
)
SHORT = tuple((ref, text.partition("\n")[0], *rest) for ref, text, *rest in WRAPPED)
STEP = 14.1
"""Points; more than one and a half times the size of the letters."""


def read(rows: Sequence[Sequence[str]], last: tuple[float, float, str] | None = None) -> tuple[Grid, list[str]]:
    """The table, and the texts beside it; ``last``: where a line begins, how far below the last one, what it says."""
    sheet = (paper := Paper()).sheet()
    y = 120.0
    for n, row in enumerate((HEAD, *rows)):
        for x, text in zip(XS, row, strict=True):
            for k, line in enumerate(text.split("\n")):
                sheet.text(x, y + STEP * k, line, size=9, bold=not n)
        y += STEP * max(text.count("\n") for text in row) + 17
    if last is not None:
        sheet.text(last[0], y - 17 + last[1], last[2], size=9)
    sheet.text(50, y + 30, "The next part of the plan says what it costs.", size=12, bold=True)
    doc = document(paper)
    (grid,) = grids(doc)
    return grid, paragraphs(doc)[:-1]


def ends(grid: Grid) -> str:
    return grid.rows()[-1][1].text


def test_a_last_line_as_far_below_its_row_as_the_wrapped_lines_of_others_is_of_it() -> None:
    grid, beside = read(WRAPPED)
    assert ends(grid) == "Bring the treatment works back into supply"
    assert not beside


def test_a_line_further_below_the_last_row_is_none_of_it() -> None:
    grid, beside = read((*WRAPPED[:3], SHORT[3]), (XS[1], 22, "back into supply"))
    assert ends(grid) == "Bring the treatment works"
    assert beside == ["back into supply"]


def test_a_line_that_begins_elsewhere_than_the_texts_above_it_is_none_of_the_row() -> None:
    grid, beside = read((*WRAPPED[:3], SHORT[3]), (XS[1] + 60, STEP, "back into supply"))
    assert ends(grid) == "Bring the treatment works"
    assert beside == ["back into supply"]


def test_where_no_other_row_wraps_a_line_so_far_below_the_last_is_none_of_it() -> None:
    grid, beside = read(SHORT, (XS[1], STEP, "back into supply"))
    assert ends(grid) == "Bring the treatment works"
    assert beside == ["back into supply"]
