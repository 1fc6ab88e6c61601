"""A column that holds nothing but the colours of a status is one, though no text shows it."""

from __future__ import annotations

from typing import Any

import pytest

from planparse.model.document import Grid
from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, texts

XS = [50.0, 110, 300]
NAMES = ["Ref", "Action", "Lead"]
ROWS = [[f"A{n}", f"Mend the {name} of the town", "A Smith"] for n, name in enumerate(("lamps", "roads", "halls"))]
GREEN, RED, AMBER, WHITE = "0.2 0.6 0.2", "0.8 0.2 0.2", "1 0.8 0", "1 1 1"


def table(
    colours: list[str],
    *,
    rows: list[list[str]] = ROWS,
    paint: tuple[float, float] = (380, 420),
    beside: str = "",
    engine: str = "pdfium",
) -> Grid:
    """Rows between rules, each with an area of its own colour right of the lead, some with a text in it."""
    sheet = (paper := Paper()).sheet()
    for n, colour in enumerate(colours, 1):
        if colour:
            sheet.box(paint[0], 88 + 18 * n, paint[1], 106 + 18 * n, colour=colour)
    for n, row in enumerate([NAMES, *rows]):
        sheet.line(46, 88 + 18 * n, 420, 88 + 18 * n)
        for x, text in zip(XS, row, strict=True):
            sheet.text(x, 100 + 18 * n, text, size=9, bold=not n)
        if n and beside:
            sheet.text(384, 100 + 18 * n, beside, size=9)
    end = 106 + 18 * len(rows)
    sheet.line(46, end, 420, end)
    (grid,) = grids(document(paper, engine))
    return grid


def test_the_colours_of_a_status_have_a_column(engine: str) -> None:
    grid = table([GREEN, RED, AMBER], engine=engine)
    assert texts(grid) == [[*row, ""] for row in (NAMES, *ROWS)]
    assert [cell.fill for cell in grid.cells if cell.col == 3] == [None, "#339933", "#cc3333", "#ffcc00"]
    assert grid.edges is not None
    assert grid.edges[3:] == (380, 420)


def test_some_rows_may_have_none(engine: str) -> None:
    grid = table([GREEN, "", RED], engine=engine)
    assert [cell.fill for cell in grid.cells if cell.col == 3] == [None, "#339933", None, "#cc3333"]


@pytest.mark.parametrize(
    "how",
    [
        {"colours": [GREEN, GREEN, GREEN]},
        {"colours": [GREEN, RED], "rows": 2 * ROWS},
        {"colours": [WHITE, GREEN, WHITE]},
        {"colours": [GREEN, RED, AMBER], "paint": (380, 386)},
        {"colours": [GREEN, RED, AMBER], "paint": (290, 420)},
    ],
    ids=["one colour", "a few rows", "white", "a thin bar", "under a text"],
)
def test_other_paint_is_no_column(how: dict[str, Any]) -> None:
    grid = table(**how)
    assert texts(grid) == [NAMES, *how.get("rows", ROWS)]


def test_a_painted_column_with_texts_is_one_column() -> None:
    grid = table([GREEN, RED, AMBER], beside="ok")
    assert texts(grid) == [[*NAMES, ""], *([*row, "ok"] for row in ROWS)]
