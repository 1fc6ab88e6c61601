"""Panels that stand side by side are read one after the other, from the left to the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from planparse.model.document import Grid
from planparse.readers.pdf.page import Fill, Page, Rule, Word, make_style
from planparse.readers.pdf.paragraphs.panels import zones
from planparse.readers.pdf.ruled.tables import Table
from tests.readers.pdf.paper import Paper, Sheet
from tests.readers.pdf.reading import document, grids, paragraphs, texts

LEFT = ["Our streets", "We sweep the roads", "each week and mend", "what is broken"]
RIGHT = ["Our people", "We hold fairs in the", "hall and on the green", "for young and old"]
TITLE = "A title over both of them that runs on from side to side"
NOTE = "A note under both of them that runs on over the whole of the page"
STYLE = make_style(size=10, bold=False, direction=0, invisible=False, white=False, font="", unmapped=False)
A, B = (50.0, 90.0, 220.0, 160.0), (250.0, 90.0, 420.0, 160.0)
Box = tuple[float, float, float, float]


def box(sheet: Sheet, x0: float, top: float, x1: float, bottom: float, how: str) -> None:
    if how == "painted":
        sheet.box(x0, top, x1, bottom, colour="0.9 0.9 0.95")
        return
    corner = 6 if how == "rounded" else 0
    for y in (top, bottom):
        sheet.line(x0 + corner, y, x1 - corner, y)
    for x in (x0, x1):
        sheet.line(x, top + corner, x, bottom - corner)


@pytest.mark.parametrize("how", ["painted", "framed", "rounded"])
def test_boxes_side_by_side(how: str, engine: str) -> None:
    paper = Paper()
    sheet = paper.sheet().text(50, 60, TITLE).text(50, 200, NOTE)
    for place, lines in ((A, LEFT), (B, RIGHT)):
        box(sheet, *place, how)
        for n, line in enumerate(lines):
            sheet.text(place[0] + 8, 104 + 14 * n, line)
    doc = document(paper, engine)
    assert " ".join(paragraphs(doc)) == " ".join([TITLE, *LEFT, *RIGHT, NOTE])
    assert grids(doc) == []


def test_tables_side_by_side_have_their_headings_over_them() -> None:
    paper = Paper()
    sheet = paper.sheet().text(50, 60, TITLE).text(50, 200, NOTE)
    for x, heading, value in ((50.0, "Streets", "4"), (250.0, "People", "8")):
        sheet.text(x, 100, heading, bold=True)
        sheet.grid([x, x + 90, x + 150], [110, 128, 146, 164], [["Measure", "2024"], ["Done", value], ["Due", "9"]])
    blocks = document(paper).blocks
    assert [texts(b)[1][1] if isinstance(b, Grid) else b.text for b in blocks] == [
        TITLE, "Streets", "4", "People", "8", NOTE,
    ]  # fmt: skip


def words(lines: Sequence[str], x: float, base: float = 104, step: float = 14) -> list[Word]:
    out = []
    for n, line in enumerate(lines):
        at, y = x, base + step * n
        for text in line.split():
            out.append(Word(text, at, y - 8, at + 4 * len(text), y + 2, y, STYLE))
            at += 4 * len(text) + 3
    return out


def read(
    *boxes: Box, left: Sequence[str] = LEFT, right: Sequence[str] = RIGHT, tables: Sequence[Table] = ()
) -> list[str]:
    """The text of each zone of a page with painted boxes."""
    page = Page(0, 595, 842, fills=[Fill(*place, "#ddddee") for place in boxes])
    own = words([TITLE], 50, 60) + words(left, 58) + words(right, 258) + words([NOTE], 50, 200)
    return [" ".join(w.text for w in zone.words) for zone in zones(page, own, list(tables))]


APART = [TITLE, " ".join(LEFT), " ".join(RIGHT), NOTE]
ONE = [" ".join(APART)]


def test_zones_stand_over_in_and_under_the_panels() -> None:
    assert read(A, B) == APART
    assert read(B, A) == APART


def test_one_box_or_boxes_over_each_other_are_one_zone() -> None:
    assert read(A) == ONE
    assert len(read(A, (250.0, 140.0, 420.0, 215.0), right=2 * RIGHT)) == 1
    assert len(read(A, (250.0, 120.0, 420.0, 215.0), right=2 * RIGHT)) > 1


def test_boxes_with_hardly_any_white_between_them_are_cells() -> None:
    assert read(A, (224.0, 90.0, 420.0, 160.0)) == ONE
    assert read(A, (226.0, 90.0, 420.0, 160.0)) == APART


def test_white_narrow_and_wide_boxes_are_no_panels() -> None:
    page = Page(0, 595, 842, fills=[Fill(*A, "#ffffff"), Fill(*B, "#ffffff")])
    assert len(zones(page, words(LEFT, 58) + words(RIGHT, 258), [])) == 1
    assert read(A, (250.0, 90.0, 329.0, 160.0)) == ONE
    assert read((-250.0, 90.0, 220.0, 160.0), B) == ONE


def test_two_lines_are_a_badge() -> None:
    assert read(A, B, right=RIGHT[:2]) == [" ".join([TITLE, *LEFT, *RIGHT[:2], NOTE])]
    assert read(A, B, right=RIGHT[:3])[2] == " ".join(RIGHT[:3])


def test_boxes_of_a_table_are_no_panels() -> None:
    assert read(A, B, tables=[Table([240.0, 300, 430], [80.0, 120, 170], [], [])]) == ONE


def test_a_frame_that_is_not_closed_is_no_panel() -> None:
    """Two uprights alone, or level rules that end elsewhere."""
    own = words(LEFT, 58) + words(RIGHT, 258)
    sides = [Rule(x, 90, 160) for x in (50, 220, 250, 420)]
    level = [Rule(y, x0, x1) for y in (90, 160) for x0, x1 in ((50, 220), (250, 420))]
    for own_level, count in ((level, 2), ([], 1), (level[:2], 1), ([r._replace(end=r.end + 20) for r in level], 1)):
        page = Page(0, 595, 842, verticals=list(sides), horizontals=list(own_level))
        assert len(zones(page, own, [])) == count


def headed(*headings: tuple[str, float], gap: float = 20.0) -> int:
    """Zones of two tables side by side with these headings over them."""
    tables = [Table([x, x + 80, x + 150], [100.0, 120, 140], [], []) for x in (50.0, 200 + gap)]
    own = [w for text, x in headings for w in words([text], x, 92)]
    return len(zones(Page(0, 595, 842), own, tables))


def test_headings_that_share_a_line_part_tables_side_by_side() -> None:
    assert headed(("Streets", 50), ("People", 220)) == 2
    assert headed(("Streets", 50)) == 1
    assert headed(("Streets", 50), ("A heading over two of them", 150)) == 1
    assert headed(("Streets", 50), ("People", 220), gap=4) == 1


LOW_A, LOW_B = (50.0, 90.0, 220.0, 130.0), (250.0, 90.0, 420.0, 130.0)
BOLD = make_style(size=10, bold=True, direction=0, invisible=False, white=False, font="", unmapped=False)


def low(*boxes: Box, bold: Sequence[int] = (0,), count: int = 2) -> int:
    """Zones of a page with painted boxes of two lines, of which these are bold."""
    page = Page(0, 595, 842, fills=[Fill(*place, "#ddddee") for place in boxes])
    own = [w for lines, x in ((LEFT, 58), (RIGHT, 258)) for w in words(lines[:count], x)]
    bases = [104 + 14 * n for n in bold]
    own = [replace(w, style=BOLD) if w.base in bases else w for w in own]
    return len(zones(page, own + words([NOTE], 50, 200), []))


def test_boxes_alike_of_a_bold_line_over_a_plain_one_are_panels() -> None:
    assert low(LOW_A, LOW_B) == 3


@pytest.mark.parametrize("bold", [(), (1,), (0, 1)], ids=["plain", "the second one bold", "both bold"])
def test_boxes_of_two_other_lines_are_badges(bold: Sequence[int]) -> None:
    assert low(LOW_A, LOW_B, bold=bold) == 1


@pytest.mark.parametrize(
    "other",
    [(250.0, 86.0, 420.0, 130.0), (250.0, 90.0, 420.0, 133.0), (250.0, 90.0, 400.0, 130.0)],
    ids=["begins higher", "ends lower", "narrower"],
)
def test_boxes_of_two_lines_that_are_not_alike_are_badges(other: Box) -> None:
    assert low(LOW_A, other) == 1
    assert low(LOW_A, LOW_B, count=1) == 1


HIGH, WIDER = (50.0, 90.0, 220.0, 160.0), (250.0, 90.0, 450.0, 160.0)


def beside_panel(other: Box, heading: Sequence[int] = (0,), bold: Sequence[int] = (0,), count: int = 2) -> int:
    """Zones of a page with a painted box of four lines, some of them bold, and another one beside it, set lower."""
    page = Page(0, 595, 842, fills=[Fill(*place, "#ddddee") for place in (HIGH, other)])
    own = []
    for lines, x, marked in ((LEFT, 58, heading), (RIGHT[:count], 258, bold)):
        for n, line in enumerate(lines):
            style = BOLD if n in marked else STYLE
            own += [replace(w, style=style) for w in words([line], x, (104 if x == 58 else 124) + 14 * n)]
    return len(zones(page, own + words([NOTE], 50, 200), []))


def test_a_heading_over_one_line_in_a_box_level_with_a_panel_makes_a_panel_of_any_width() -> None:
    assert beside_panel(WIDER) == 3
    assert beside_panel(B) == 3


def test_boxes_level_with_two_alike_are_panels() -> None:
    third = (450.0, 90.0, 590.0, 130.0)
    page = Page(0, 650, 842, fills=[Fill(*place, "#ddddee") for place in (LOW_A, LOW_B, third)])
    own = [w for lines, x in ((LEFT, 58), (RIGHT, 258), (LEFT, 458)) for w in words(lines[:2], x)]
    own = [replace(w, style=BOLD) if w.base == 104 else w for w in own]
    assert len(zones(page, own, [])) == 3


@pytest.mark.parametrize(
    ("other", "heading", "bold", "count"),
    [
        ((250.0, 90.0, 450.0, 150.0), (0,), (0,), 2),
        ((250.0, 86.0, 450.0, 160.0), (0,), (0,), 2),
        (WIDER, (0,), (), 2),
        (WIDER, (), (0,), 2),
        (WIDER, (0,), (0,), 1),
    ],
    ids=["ends higher", "begins higher", "no heading in it", "no heading in the other one", "a heading alone"],
)
def test_boxes_of_two_lines_that_are_not_level_with_a_headed_panel_are_badges(
    other: Box, heading: Sequence[int], bold: Sequence[int], count: int
) -> None:
    assert beside_panel(other, heading, bold, count) == 1
