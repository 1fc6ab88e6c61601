"""Rows between rules alone, below a header with borders: a code stands so near to its name that nothing parts them but
the header's border."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tests.readers.pdf.paper import Paper, text_width
from tests.readers.pdf.reading import document, grids, spans, texts

XS = [50.0, 74, 240, 300, 334, 394, 454]
HEADER = ["Ref", "Indicator", "Actual", "Status", "2025/26", "2026/27"]
ROWS = [
    ["N1a", "Sites in good condition", "71.3%", "Amber", "74.0%", "74.9%"],
    ["N1b", "Peat restored (hectares)", "1,840", "Green", "2,360", "2,620"],
    ["N1c", "Rivers that are clean", "43%", "Red", "46%", "tbc"],
]


def page(rows: Sequence[Sequence[str]] = ROWS, *, near: bool = False, note: str = "") -> Paper:
    """Figures end right before the words of the status; ``near``: each code ends a blank's width before its name;
    ``note``: in place of the last two values of the last row."""
    sheet = (paper := Paper()).sheet()
    sheet.grid(XS, [100, 120], [HEADER], size=8, pad=2)
    for n, row in enumerate(rows):
        y = 120 + 20 * n
        code = XS[1] - 0.5 - text_width(row[0], 9) if near else XS[0] + 6
        sheet.text(code, y + 14, row[0], size=9).text(XS[1] + 2, y + 14, row[1], size=9)
        for k, text in enumerate(row[2:], 2):
            x = XS[k] + 4 if k == 3 else XS[k + 1] - 2 - text_width(text, 9)
            if not (note and k > 3 and n == len(rows) - 1):
                sheet.text(x, y + 14, text, size=9)
        for a, b in pairwise(XS):
            sheet.line(a, y + 20, b, y + 20)
    if note:
        sheet.text(XS[4] + 2, 120 + 20 * len(rows) - 6, note, size=9)
    return paper


def test_codes_and_names_stand_in_columns_of_their_own(engine: str) -> None:
    (grid,) = grids(document(page(), engine))
    assert texts(grid) == [HEADER, *ROWS]
    assert not spans(grid)


def test_words_no_further_apart_than_those_of_one_text_are_not_parted_at_a_border(engine: str) -> None:
    (grid,) = grids(document(page(near=True), engine))
    assert texts(grid)[1][0].startswith(" ".join(ROWS[0][:2]))


def test_a_note_over_several_columns_is_not_parted_at_their_border() -> None:
    (grid,) = grids(document(page(note="To be agreed next year")))
    assert texts(grid)[-1] == [*ROWS[-1][:4], "To be agreed next year"]
    assert spans(grid) == {"To be agreed next year": (1, 2)}
