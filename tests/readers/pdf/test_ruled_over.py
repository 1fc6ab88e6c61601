"""Column rules that begin under the header of a table whose rows no rule parts, or end there."""

from __future__ import annotations

from tests.readers.pdf.paper import Paper, text_width
from tests.readers.pdf.reading import document, grids, texts

NAMES = ["Region", "Year", "Mean"]
ROWS = [["North", "2004", "11,158"], ["South", "2006", "46,273"], ["West", "2005", "630"], ["Isles", "2004", "2,310"]]


def headed(end: float) -> Paper:
    """A table from 50 to 380 with column rules under its header, over which a rule runs to ``end``."""
    sheet = (paper := Paper()).sheet()
    bottom = 117 + 14 * len(ROWS)
    sheet.line(50, 98, end, 98)
    for y in (115, bottom):
        sheet.line(50, y, 380, y)
    for x in (160, 270):
        sheet.line(x, 115, x, bottom)
    for n, row in enumerate([NAMES, *ROWS]):
        for k, text in enumerate(row):
            x = 54 + 110 * k if k == 0 else 156 + 110 * k - text_width(text, 10)
            sheet.text(x, 110 + 15 * n, text)
    return paper


def test_names_between_the_rules_over_column_rules_are_the_header(engine: str) -> None:
    (grid,) = grids(document(headed(380), engine))
    assert texts(grid) == [NAMES, *ROWS]


def test_names_under_a_shorter_rule_are_not(engine: str) -> None:
    (grid,) = grids(document(headed(300), engine))
    assert texts(grid) == ROWS


def boxed() -> Paper:
    """Boxed names over rows that no rule parts, with a rule under the last one."""
    sheet = (paper := Paper()).sheet()
    for y in (100, 115, 180):
        sheet.line(50, y, 380, y)
    for x in (50, 160, 270, 380):
        sheet.line(x, 100, x, 115)
    for n, row in enumerate([NAMES, *ROWS]):
        for k, text in enumerate(row):
            sheet.text(54 + 110 * k, 111 + 15 * n, text)
    return paper


def test_rows_down_to_a_rule_below_boxed_names_are_of_their_table(engine: str) -> None:
    (grid,) = grids(document(boxed(), engine))
    assert texts(grid) == [NAMES, *ROWS]
