"""A bold text that runs on over a border of its row is one; two texts beside each other stay two."""

from __future__ import annotations

from typing import Any

import pytest

from tests.readers.pdf.paper import Paper, text_width
from tests.readers.pdf.reading import document, grids, spans, texts

HEAD, LAST = ["Measure", "2025/26", "2026/27"], ["Visits", "1", "2"]
BORDERS = [50.0, 200, 300, 400]
FIRST, SECOND = "Keep the streets", "safe and clean"


def band(
    first: str = FIRST,
    second: str = SECOND,
    *,
    gap: float = 2.5,
    bold: tuple[bool, bool] = (True, True),
    columns: int = 3,
    at: int = 1,
    lower: float = 0,
) -> Paper:
    """A table in whose second row one border is drawn, with a text that ends at it and another right behind it."""
    sheet = (paper := Paper()).sheet()
    xs = BORDERS[: columns + 1]
    for y in (100, 120, 140, 160):
        sheet.line(xs[0], y, xs[-1], y)
    for n, x in enumerate(xs):
        for top in (100, 120, 140):
            if top != 120 or n in (0, at, columns):
                sheet.line(x, top, x, top + 20)
    for x, name, value in zip(xs, HEAD, LAST, strict=False):
        sheet.text(x + 4, 113, name, size=9, bold=True).text(x + 4, 153, value, size=9)
    end = xs[at] - 0.5
    sheet.text(end - text_width(first, 9, bold[0]), 133, first, size=9, bold=bold[0])
    sheet.text(end + gap, 133 + lower, second, size=9, bold=bold[1])
    return paper


@pytest.mark.parametrize("at", [1, 2])
def test_a_bold_text_over_a_border_of_its_row_is_one(at: int, engine: str) -> None:
    (grid,) = grids(document(band(at=at), engine))
    assert texts(grid) == [HEAD, [f"{FIRST} {SECOND}"], LAST]
    assert spans(grid) == {f"{FIRST} {SECOND}": (1, 3)}


@pytest.mark.parametrize(
    "how",
    [
        {"first": "Streets", "second": "Parks"},
        {"gap": 4.0},
        {"columns": 2},
        {"bold": (False, False)},
        {"bold": (True, False)},
        {"lower": 2.0},
    ],
    ids=["two names", "a wide gap", "two columns", "plain", "one of them plain", "not level"],
)
def test_other_texts_at_a_border_are_two(how: dict[str, Any], engine: str) -> None:
    (grid,) = grids(document(band(**how), engine))
    columns = how.get("columns", 3)
    expected = [how.get("first", FIRST), how.get("second", SECOND)]
    assert texts(grid) == [HEAD[:columns], expected, LAST[:columns]]


def test_a_row_with_a_third_text_is_left_as_it_is(engine: str) -> None:
    paper = band()
    paper.sheets[0].line(300, 120, 300, 140).text(304, 133, "5", size=9)
    assert texts(grids(document(paper, engine))[0])[1] == [FIRST, SECOND, "5"]
