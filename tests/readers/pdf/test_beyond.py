"""Values right of a table's border, beside rows that stand a column off, are of the table; other texts are not."""

from __future__ import annotations

import pytest

from planparse.readers.pdf.page import Word
from planparse.readers.pdf.ruled.beyond import with_beyond
from tests.readers.pdf.drawn import Lines, drawn, rows_of, words
from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, paragraphs, texts

XS = (50.0, 90, 250, 320, 370)
ROWS = [["AB1", "Roads swept", "4", "5"], ["AB2", "Lamps mended", "6", "7"]]
OFF = ["", "AB3", "Trees planted", "8"]


def beyond(
    *outside: tuple[float, str], off: list[str] = OFF, columns: int = 4, x: float = 374
) -> tuple[list[list[str]], list[Word]]:
    """The rows of a table of which the last one stands off, with these texts right of it, and what is left."""
    rows: list[list[Lines]] = [
        [[(112 + 20 * n, text)] if text else [] for text in row[:columns]] for n, row in enumerate([*ROWS, off])
    ]
    xs = [*XS[:columns], XS[-1]]
    table = drawn(xs, (100, 120, 140, 160), *rows)
    found, left = with_beyond(table, [word for base, text in outside for word in words(x, base, text)])
    assert (found is table) is (len(found.xs) == len(xs))
    return rows_of(found), left


def test_a_value_beside_a_row_that_begins_with_a_blank_is_its_last_cell() -> None:
    assert beyond((152, "9")) == ([*ROWS, [*OFF, "9"]], [])


@pytest.mark.parametrize("value", ["9.5%", "tbc", "n/a", "1,250", "-"])
def test_values_of_many_kinds(value: str) -> None:
    assert beyond((152, value))[0][-1] == [*OFF, value]


def test_what_stands_above_or_below_the_table_is_left() -> None:
    found, left = beyond((90, "Draft"), (152, "9"), (190, "12"))
    assert found[-1] == [*OFF, "9"]
    assert [word.text for word in left] == ["Draft", "12"]


@pytest.mark.parametrize(
    ("outside", "how"),
    [
        ([(132, "9")], {}),
        ([(152, "see the note")], {}),
        ([(152, "9"), (132, "see the note")], {}),
        ([(149, "9"), (158, "10")], {}),
        ([(152, "9")], {"off": ["AB3", "Trees planted", "8", ""]}),
        ([(152, "9")], {"off": ["", "AB3", "Trees planted", ""]}),
        ([(152, "9")], {"columns": 2}),
        ([(152, "9")], {"x": 20}),
        ([], {}),
    ],
    ids=[
        "beside a row in its columns",
        "words",
        "words elsewhere beside it",
        "two values beside a row",
        "a row that begins with a code",
        "a row with few texts",
        "two columns",
        "left of the table",
        "nothing",
    ],
)
def test_what_else_stands_beside_a_table_stays_outside(
    outside: list[tuple[float, str]], how: dict[str, object]
) -> None:
    found, left = beyond(*outside, **how)  # type: ignore[arg-type]
    assert all(len(row) == how.get("columns", 4) for row in found)
    assert " ".join(word.text for word in left) == " ".join(text for _, text in outside)


def test_such_a_row_is_read_whole(engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    sheet.grid(XS, [100, 120, 140, 160, 180], [["Ref", "Measure", "2024", "2025"], *ROWS, OFF])
    sheet.text(374, 172, "9", size=9)
    (grid,) = grids(doc := document(paper, engine))
    assert texts(grid)[-1] == [*OFF, "9"]
    assert not paragraphs(doc)
    assert any("beyond its border" in text for text in grid.evidence)


def test_a_note_beside_it_stays_a_paragraph(engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    sheet.grid(XS, [100, 120, 140, 160, 180], [["Ref", "Measure", "2024", "2025"], *ROWS, OFF])
    sheet.text(380, 172, "Not yet agreed", size=9)
    (grid,) = grids(doc := document(paper, engine))
    assert texts(grid)[-1] == OFF
    assert paragraphs(doc) == ["Not yet agreed"]
