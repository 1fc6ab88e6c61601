"""Column borders without row rules that break where a text goes across them are column borders all the way down."""

from __future__ import annotations

from collections.abc import Sequence

from planparse.readers.pdf.page import Page, Rule
from planparse.readers.pdf.unruled.hints import hints_of
from planparse.readers.pdf.unruled.regions import Region
from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, spans, texts
from tests.readers.pdf.test_filled_columns import line

XS = [50.0, 90, 220, 280, 340, 366, 430, 490]
HEAD = ["Ref", "Measure", "2022/23", "2023/24", "Trend", "2025/26", "2026/27"]
ROWS = [
    ["", "Clean water for all the towns of the county"],
    ["W1", "Spills in a year", "15", "", "up", "16", "17"],
    ["W2", "Spills in a day", "27", "26", "up", "No target is set in these years"],
    ["W3", "Leaks in a day", "59", "", "up", "61", "62"],
    ["", "Good service to each one of our customers"],
    ["W4", "Calls answered", "35", "", "up", "32", "31"],
]


def test_borders_that_break_at_bands_and_notes_part_the_columns(engine: str) -> None:
    """Values stand at the right of a column of which most cells are blank, close to the next one."""
    sheet = (paper := Paper()).sheet()
    for n, row in enumerate([HEAD, *ROWS]):
        top = 100 + 18.0 * n
        broken = {0: (), 1: XS[1:-1], 3: XS[6:-1], 5: XS[1:-1]}.get(n, ())
        for x in XS[1:-1]:
            if x not in broken:
                sheet.line(x, top, x, top + 18)
        if len(row) == 2:
            sheet.text(XS[0] + 3, top + 12, row[1], size=8, bold=True)
            continue
        for k, text in enumerate(row):
            right = k > 1 and text and " " not in text
            x = XS[k + 1] - 3 - 4.45 * len(text) if right else XS[k] + 3
            sheet.text(x, top + 12, text, size=8, bold=n == 0)
    (grid,) = grids(document(paper, engine))
    found = texts(grid)
    assert found[0] == HEAD
    assert found[2] == ROWS[1]
    assert found[4] == ROWS[3]
    assert spans(grid)["No target is set in these years"] == (1, 2)


LINES = [
    line((54, "W1"), (94, "Spills"), (230, "15"), base=110),
    line((54, "W2"), (94, "Leaks"), (230, "27"), base=128),
    line((54, "Good service to all of our customers here"), base=146),
    line((54, "W3"), (94, "Calls"), (230, "35"), base=164),
]


def verticals(*pieces: Sequence[float]) -> list[float]:
    """The column borders of these lines where a border at 200 is drawn from each place to another one."""
    page = Page(0, 595, 842, verticals=[Rule(200, top, bottom) for top, bottom in pieces])
    return hints_of(page, LINES, Region(LINES, None, [])).verticals


def test_a_border_may_break_where_no_line_has_texts_at_both_sides() -> None:
    assert verticals((102, 115), (120, 133), (156, 169)) == [200]
    assert verticals((102, 133), (156, 169)) == [200]


def test_a_border_that_leaves_texts_beside_each_other_unparted_is_none() -> None:
    assert verticals((102, 115), (156, 169)) == []
    assert verticals((102, 115), (120, 133)) == []


def test_one_short_piece_is_no_border() -> None:
    assert verticals((102, 133)) == []
