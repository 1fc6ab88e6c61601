"""What is drawn over or under a zone of a page is no part of a region in it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from planparse.model.document import Document
from planparse.model.provenance import BBox
from planparse.readers.pdf.page import Fill, Page
from planparse.readers.pdf.paragraphs.panels import Zone, zones
from planparse.readers.pdf.ruled.tables import Table
from planparse.readers.pdf.unruled.region_parts import in_zone
from planparse.readers.pdf.unruled.regions import Region
from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, paragraphs, texts
from tests.readers.pdf.test_panels import LEFT, NOTE, RIGHT, TITLE, A, B, words

ROWS = [["Measure", "Last year", "Target"], ["Visits", "1", "2"], ["Swims", "3", "4"]]


@pytest.mark.parametrize(
    ("box", "level", "found", "left"),
    [
        ((50, 80, 500, 260), [90, 210, 230], (50, 200, 500, 260), [210, 230]),
        ((50, 210, 500, 350), [230, 290, 340], (50, 210, 500, 300), [230, 290]),
        ((50, 210, 500, 260), [220, 230], (50, 210, 500, 260), [220, 230]),
    ],
    ids=["over it", "under it", "within it"],
)
def test_a_region_ends_with_its_zone(box: BBox, level: list[float], found: BBox, left: list[float]) -> None:
    region = in_zone(Region([], box, level), 200, 300)
    assert (region.box, region.horizontals) == (found, left)


def test_a_region_without_a_box_stays_what_it_is() -> None:
    assert in_zone(Region([], None, [10, 250]), 200, 300).horizontals == [10, 250]


def parts() -> list[Zone]:
    """The zones of a page with two panels side by side between a title and a note."""
    page = Page(0, 595, 842, fills=[Fill(*box, "#ddddee") for box in (A, B)])
    own = words([TITLE], 50, 60) + words(LEFT, A[0] + 8, 104) + words(RIGHT, B[0] + 8, 104) + words([NOTE], 50, 200)
    return zones(page, own, [])


def test_zones_over_and_under_panels_end_and_begin_at_them() -> None:
    over, *_, under = parts()
    assert over.extent == (-1, A[1] + 1)
    assert under.extent == (A[3] - 1, float("inf"))


def test_what_is_drawn_over_and_under_a_panel_is_no_part_of_it() -> None:
    _, left, right, _ = parts()
    assert (left.extent, right.extent) == ((A[1] - 1, A[3] + 1), (B[1] - 1, B[3] + 1))


def test_what_stands_in_a_zone_is_of_it_wherever_it_ends() -> None:
    zone = Zone(words([NOTE], 50, 200), [Table([50.0, 90], [120.0, 260], [], [])], top=190, bottom=220)
    assert zone.extent == (119, 261)


def test_a_zone_that_is_the_whole_page_has_all_that_is_drawn_on_it() -> None:
    (zone,) = zones(Page(0, 595, 842), words([TITLE, NOTE], 50, 60), [])
    assert zone.extent == (-1, float("inf"))


def test_rules_over_panels_are_no_rows_of_the_table_below_them(engine: str) -> None:
    sheet = (paper := Paper()).sheet().text(50, 50, TITLE)
    for y in (70, 80):
        sheet.line(50, y, 500, y)
    for place, lines in ((A, LEFT), (B, RIGHT)):
        sheet.box(*place, colour="0.9 0.9 0.95")
        for n, text in enumerate(lines):
            sheet.text(place[0] + 8, 104 + 14 * n, text)
    for n, row in enumerate(ROWS):
        for x, text in zip((50, 300, 400), row, strict=True):
            sheet.text(x, 200 + 18 * n, text, size=9, bold=not n)
        sheet.line(50, 205 + 18 * n, 500, 205 + 18 * n)
    doc = document(paper, engine)
    assert [texts(grid) for grid in grids(doc)] == [ROWS]
    assert " ".join(paragraphs(doc)) == " ".join([TITLE, *LEFT, *RIGHT])


def test_the_rules_of_a_table_over_panels_say_nothing_of_the_one_below_them(engine: str) -> None:
    """Without them half of what stands between the rules is white, as in a chart."""
    sheet = (paper := Paper()).sheet()
    for n in range(5):
        for x, text in zip((50, 300, 400), [["Events", "2023", "2024"], ["Fairs", "5", "6"]][n > 0], strict=True):
            sheet.text(x, 30 + 12 * n, text, size=9, bold=not n)
        sheet.line(50, 33 + 12 * n, 500, 33 + 12 * n)
    for place, lines in ((A, LEFT), (B, RIGHT)):
        sheet.box(*place, colour="0.9 0.9 0.95")
        for n, text in enumerate(lines):
            sheet.text(place[0] + 8, 104 + 14 * n, text)
    for x, text in zip((50, 300, 400), ROWS[0], strict=True):
        sheet.text(x, 200, text, size=9, bold=True)
    sheet.line(50, 204, 500, 204)
    for n, figures in enumerate((("1", "2"), ("3", "4"))):
        y = 215 + 24 * n
        sheet.text(50, y, ("Visits to the pools and the", "Swims in the lanes and the")[n], size=9)
        sheet.text(50, y + 11, "Olympic pool of the town", size=9)
        for x, text in zip((300, 400), figures, strict=True):
            sheet.text(x, y + 11, text, size=9)
        sheet.line(50, y + 14, 500, y + 14)
    assert texts(grids(document(paper, engine))[-1]) == [
        ROWS[0],
        ["Visits to the pools and the\nOlympic pool of the town", "1", "2"],
        ["Swims in the lanes and the\nOlympic pool of the town", "3", "4"],
    ]


NAMES = ["2023/24 actual", "2024/25 target", "2025/26 target", "2026/27 target"]
VALUES = ["45%", "46%", "48%", "tbc"]


def cards(rows: Sequence[Sequence[str]], engine: str) -> Document:
    """Six framed cards, two in a row, each with a painted title over two rows of texts."""
    sheet = (paper := Paper()).sheet().text(50, 50, TITLE)
    for n in range(6):
        x0, top = 50 + 240 * (n % 2), 90 + 80 * (n // 2)
        sheet.box(x0, top, x0 + 220, top + 32, colour="0.8 0.9 0.9").text(
            x0 + 6, top + 14, f"AB{n} Roads swept", size=9
        )
        for y in (top, top + 66):
            sheet.line(x0 + 4, y, x0 + 216, y)
        for x in (x0, x0 + 220):
            sheet.line(x, top + 4, x, top + 62)
        for line, row in enumerate(rows):
            for k, text in enumerate(row):
                sheet.text(x0 + 4 + 54 * k + 10 * line, top + 44 + 14 * line, text, size=7 + 5 * line)
    return document(paper, engine)


def test_the_frames_of_other_cards_say_nothing_of_the_values_in_one(engine: str) -> None:
    found = cards([NAMES, VALUES], engine)
    assert [texts(grid) for grid in grids(found)] == [[NAMES, VALUES]] * 6
    assert paragraphs(found) == [TITLE, *(f"AB{n} Roads swept" for n in range(6))]


def test_cards_of_text_stay_text(engine: str) -> None:
    found = cards([["We sweep the roads each week and"], ["mend the broken"]], engine)
    assert grids(found) == []
    assert len(paragraphs(found)) >= 7
