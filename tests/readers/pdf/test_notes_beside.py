"""A note over several columns that begins right behind a figure is parted from it where figures end at one place."""

from __future__ import annotations

import pytest

from planparse.readers.pdf.unruled.aligned import aligned_table
from planparse.readers.pdf.unruled.hints import Hints
from planparse.readers.pdf.words.lines import make_lines
from planparse.readers.pdf.words.runs import NEAR_GAP
from tests.readers.pdf.drawn import words

XS = [50.0, 150, 220, 300, 380]
ROWS = (
    ("Roads", "40", "45", "50"),
    ("Lamps", "8", "9", "10"),
    ("Bins", "75%", "80%", "90%"),
    ("Parks", "200", "1", "2"),
)
NOTE = "No target is set for the time being"


def row_of(figure: str, note: str, *, end: float = 200, gap: float = 5) -> list[str]:
    """The texts of a row with a note behind a figure, below rows whose figures end at the right of their columns."""
    found = []
    for n, (name, *figures) in enumerate(ROWS):
        found += words(54, 100 + 20 * n, name)
        for text, x1 in zip(figures, (200, 280, 360), strict=True):
            found += words(x1 - 4 * len(text), 100 + 20 * n, text)
    found += words(54, 180, "Pools") + words(end - 4 * len(figure), 180, figure) + words(end + gap, 180, note)
    table = aligned_table(make_lines(found), Hints((50, 88, 380, 190), XS[1:-1], [], [], True), NEAR_GAP)
    assert table is not None
    return [" ".join(w.text for w in cell.words) for cell in table.cells if cell.slab.row == len(ROWS)]


def test_a_note_that_goes_over_the_border_behind_a_figure_is_a_text_of_its_own() -> None:
    assert row_of("91", NOTE) == ["Pools", "91", NOTE]


@pytest.mark.parametrize(
    ("end", "gap", "note"),
    [(195.0, 5.0, NOTE), (200.0, 3.0, NOTE), (200.0, 5.0, "No")],
    ids=["the figure ends elsewhere", "no more white than between words", "it ends before the border"],
)
def test_any_other_text_behind_a_figure_is_one_with_it(end: float, gap: float, note: str) -> None:
    assert f"91 {note}" in row_of("91", note, end=end, gap=gap)
