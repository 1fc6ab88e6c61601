"""Bands in the middle of a table of figures, alone on their lines."""

from __future__ import annotations

import pytest

from tests.readers.pdf.paper import Paper, text_width
from tests.readers.pdf.reading import document, grids, texts

ENDS = [200.0, 270, 340, 410, 480, 550]


def index(bands: list[tuple[str, float]], engine: str) -> list[list[str]]:
    """A table between two rules, with these texts around these places, three rows under each."""
    sheet = (paper := Paper()).sheet()
    sheet.line(50, 90, 550, 90).text(54, 102, "Year", size=9)
    for n, end in enumerate(ENDS):
        name = f"Area {n}"
        sheet.text(end - text_width(name, 9), 102, name, size=9)
    top = 114.0
    for band, middle in bands:
        sheet.text(middle - text_width(band, 9) / 2, top, band, size=9)
        for year in (2009, 2010, 2011):
            top += 11
            sheet.text(54, top, str(year), size=9)
            for n, end in enumerate(ENDS):
                value = f"{100 + 7 * n + year - 2000}.{n}"
                sheet.text(end - text_width(value, 9), top, value, size=9)
        top += 11
    sheet.line(50, top, 550, top)
    (grid,) = grids(document(paper, engine))
    return texts(grid)


def test_texts_in_the_middle_of_the_table_are_bands(engine: str) -> None:
    rows = index([("All items", 300), ("Energy", 300)], engine)
    assert [row for row in rows if "Energy" in row] == [["Energy"]]
    assert [row for row in rows if "All items" in row] == [["All items"]]
    assert len(rows) == 9


@pytest.mark.parametrize("bands", [[("All items", 318), ("Energy", 318)], [("See Energy", 300), ("see Energy", 300)]])
def test_texts_elsewhere_or_in_small_letters_are_none(bands: list[tuple[str, float]], engine: str) -> None:
    rows = index(bands, engine)
    assert [bands[1][0]] not in rows


def test_one_such_text_is_none(engine: str) -> None:
    assert ["Energy"] not in index([("Energy", 300)], engine)
