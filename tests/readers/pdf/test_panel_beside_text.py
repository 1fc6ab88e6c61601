"""A text with one painted panel beside it is read first, then the panel, then what stands below both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from planparse.readers.pdf.page import Fill, Page
from planparse.readers.pdf.paragraphs.panels import zones
from planparse.readers.pdf.ruled.tables import Table
from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, paragraphs
from tests.readers.pdf.test_panels import Box, words

TEXT = ["We sweep the roads of the", "town each week and mend", "what is broken in them as", "soon as we hear of it"]
NOTES = ["Our people hold fairs", "in the hall and on the", "green for young and old"]
TITLE = "A title over both of them that runs on from side to side of the page"
LAST = "A note under both of them that runs on over the whole of the page"
BESIDE: Box = (300.0, 90.0, 460.0, 160.0)


def read(
    *boxes: Box, text: Sequence[str] = TEXT, at: float = 50, base: float = 110, tables: Sequence[Table] = ()
) -> list[str]:
    """The text of each zone of a page with painted boxes, notes in the first one, a text beside it."""
    page = Page(0, 595, 842, fills=[Fill(*box, "#ddddee") for box in boxes])
    own = words([TITLE], 50, 60) + words(text, at, 104) + words(NOTES, boxes[0][0] + 8, base) + words([LAST], 50, 200)
    return [" ".join(word.text for word in zone.words) for zone in zones(page, own, list(tables))]


APART = [" ".join([TITLE, *TEXT]), " ".join(NOTES), LAST]


def test_a_panel_is_read_after_the_text_beside_it(engine: str) -> None:
    sheet = (paper := Paper()).sheet().text(50, 60, TITLE).text(50, 200, LAST)
    sheet.box(*BESIDE, colour="0.9 0.9 0.95")
    for n, line in enumerate(TEXT):
        sheet.text(50, 104 + 14 * n, line)
    for n, line in enumerate(NOTES):
        sheet.text(308, 111 + 14 * n, line)
    found = " ".join(paragraphs(document(paper, engine)))
    assert found == " ".join([TITLE, *TEXT, *NOTES, LAST])


def test_the_text_the_panel_and_what_stands_below_are_zones() -> None:
    assert read(BESIDE) == APART


def test_the_panel_may_stand_left_of_the_text() -> None:
    assert read((50.0, 90.0, 210.0, 160.0), at=260) == APART


def test_lines_that_are_level_with_those_of_the_panel_are_a_table() -> None:
    assert len(read(BESIDE, base=104)) == 1


@pytest.mark.parametrize(
    ("box", "text", "at"),
    [
        ((300.0, 90.0, 400.0, 160.0), TEXT, 50.0),
        (BESIDE, TEXT[:2], 50.0),
        (BESIDE, [], 50.0),
        (BESIDE, TEXT, 240.0),
    ],
    ids=["narrow", "beside a few lines", "beside nothing", "under the text"],
)
def test_another_painted_area_is_no_panel(box: Box, text: Sequence[str], at: float) -> None:
    assert len(read(box, text=text, at=at)) == 1


def test_text_on_both_sides_goes_on_over_the_panel() -> None:
    page = Page(0, 595, 842, fills=[Fill(*BESIDE, "#ddddee")])
    own = words(TEXT, 50, 104) + words(NOTES, 308, 110) + words(TEXT, 480, 104)
    assert len(zones(page, own, [])) == 1


def test_a_table_below_the_panel_is_read_after_it() -> None:
    below = Table([50.0, 200, 450], [220.0, 240, 260], [], [])
    page = Page(0, 595, 842, fills=[Fill(*BESIDE, "#ddddee")])
    found = zones(page, words(TEXT, 50, 104) + words(NOTES, 308, 110) + words([LAST], 50, 200), [below])
    assert [zone.tables for zone in found] == [[], [], [below]]


def test_a_box_over_a_table_is_no_panel() -> None:
    inside = Table([310.0, 380, 450], [100.0, 120, 140], [], [])
    assert len(read(BESIDE, tables=[inside])) == 1


@pytest.mark.parametrize("painted", [True, False])
def test_a_panel_with_a_list_beside_another_list_is_a_panel(painted: bool) -> None:
    """The heading of the one is a little lower than that of the other; the title is in the zone of the text."""
    lists = [["Streets", "• Sweep the roads", "• Mend the lamps"], ["People", "• Hold a fair", "• Paint the hall"]]
    own = words([TITLE], 50, 60) + words(lists[0], 50, 104) + words(lists[1], 308, 110) + words([LAST], 50, 200)
    page = Page(0, 595, 842, fills=[Fill(*BESIDE, "#ddddee")] if painted else [])
    found = [" ".join(word.text for word in zone.words) for zone in zones(page, own, [])]
    first = [TITLE, " ".join(lists[0])]
    assert found == [*([" ".join(first)] if painted else first), " ".join(lists[1]), LAST]


LISTS = (["Streets", "• Sweep the roads", "• Mend the lamps"], ["People", "• Hold a fair", "• Paint the hall"])


def test_lists_side_by_side_below_a_panel_are_read_each() -> None:
    page = Page(0, 595, 842, fills=[Fill(*BESIDE, "#ddddee")])
    lists = [w for own, x in zip(LISTS, (50, 308), strict=True) for w in words(own, x, 220)]
    for word in lists:
        word.style = replace(word.style, bold=word.text in ("Streets", "People"))
    own = words([TITLE], 50, 60) + words(TEXT, 50, 104) + words(NOTES, 308, 110) + lists
    texts = [" ".join(word.text for word in zone.words) for zone in zones(page, own, [])]
    assert texts[-2:] == [" ".join(own) for own in LISTS]


LOWER: Box = (300.0, 290.0, 460.0, 360.0)
BETWEEN = "A note between both of them that runs on over the whole page"


def two(boxes: Sequence[Box], *bases: float, text: Sequence[str] = TEXT) -> list[str]:
    """The text of each zone of a page with notes at these places, each beside a text."""
    page = Page(0, 595, 842, fills=[Fill(*box, "#ddddee") for box in boxes])
    own = words([BETWEEN], 50, 220) + words([LAST], 50, 420)
    for top, base in zip((104, 304), bases, strict=True):
        own += words(text, 50, top) + words(NOTES, 308, base)
    return [" ".join(word.text for word in zone.words) for zone in zones(page, own, [])]


def test_of_several_panels_each_is_read_after_the_text_beside_it() -> None:
    first, notes = " ".join(TEXT), " ".join(NOTES)
    assert two([BESIDE, LOWER], 110, 310) == [first, notes, f"{BETWEEN} {first}", notes, LAST]
    assert two([LOWER, BESIDE], 110, 310) == [first, notes, f"{BETWEEN} {first}", notes, LAST]


def test_a_panel_below_a_box_that_is_level_with_its_text_is_one() -> None:
    found = two([BESIDE, LOWER], 104, 310)
    assert " ".join(NOTES) in found
    assert len(found) == 3


def test_boxes_that_are_all_level_with_the_text_are_cells() -> None:
    assert len(two([BESIDE, LOWER], 104, 304)) == 1


def test_boxes_beside_fewer_lines_are_cells() -> None:
    assert len(two([BESIDE, LOWER], 110, 310, text=TEXT[:2])) == 1
