"""Units over several columns each, beside each other above the figures."""

from __future__ import annotations

import pytest

from tests.readers.pdf.paper import Paper, text_width
from tests.readers.pdf.reading import document, grids

ENDS = [140.0, 200, 260, 320, 380]


def units(middles: tuple[float, float], engine: str) -> list[tuple[str, int, int]]:
    """Text, first column and columns of these units, around two places over columns of figures that all end level."""
    sheet = (paper := Paper()).sheet()
    sheet.line(50, 90, 390, 90).text(54, 102, "State")
    for end, year in zip(ENDS, (2009, 2010, 2011, 2012, 2009), strict=True):
        sheet.text(end - text_width(str(year), 10), 102, str(year))
    sheet.line(50, 107, 390, 107)
    for text, middle in zip(("1,000 acres in all", "Bushels"), middles, strict=True):
        sheet.text(middle - text_width(text, 10) / 2, 119, text)
    for n, name in enumerate(("Iowa", "Ohio", "Utah", "Texas")):
        sheet.text(54, 132 + 13 * n, name)
        for k, end in enumerate(ENDS):
            value = f"{n + k + 1},{n + 4}5{k}"
            sheet.text(end - text_width(value, 10), 132 + 13 * n, value)
    sheet.line(50, 178, 390, 178)
    (grid,) = grids(document(paper, engine))
    return [(t, c.col, c.col_span) for c in grid.cells if (t := " ".join(b.text for b in c.blocks)) in UNITS]


UNITS = {"1,000 acres in all", "Bushels"}


def test_each_spans_the_columns_in_whose_middle_it_stands(engine: str) -> None:
    assert units((216, 363), engine) == [("1,000 acres in all", 1, 4), ("Bushels", 5, 1)]


@pytest.mark.parametrize("middles", [(200, 363), (216, 342)])
def test_one_that_stands_elsewhere_spans_what_it_touches(middles: tuple[float, float], engine: str) -> None:
    assert ("1,000 acres in all", 1, 4) not in units(middles, engine)
