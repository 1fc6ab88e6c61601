"""The rest of a torn row alone under the header that comes again at a page's begin."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from planparse.pipeline import read
from tests.readers.pdf.paper import Paper, text_width
from tests.readers.pdf.reading import document, grids, paragraphs, texts

XS = [50.0, 120, 330, 400]
MOVED = [70.0, 140, 350, 420]
"""Where the columns begin on the next page."""
HEAD = ["Ref", "Action", "Lead", "Due date"]
ROWS = [
    ["A1", "Open the pool", "Coach", "May 2016"],
    ["A2", "Heat the pool in the north of the town and", "Clerk", "June 2016"],
]
NEXT = [["B1", "Mow the track", "Coach", "May 2017"], ["B2", "Light the track", "Clerk", "June 2017"]]
REST = ["keep it warm in winter", "and in spring"]


def torn(
    rest: Sequence[str] = REST, *, x: float = 140, off: float = 0, head: Sequence[str] = HEAD, bold: bool = True
) -> Paper:
    """A table at a page's end; on the next page its header, and lines under that: those behind the first ``off``."""
    sheet = (paper := Paper()).sheet()
    sheet.text(50, 40, "Service Plan 2016-19", size=20, bold=True).text(50, 62, "Swim more", size=14, bold=True)
    for n, row in enumerate([HEAD, *ROWS]):
        for place, text in zip(XS, row, strict=True):
            sheet.text(place, 700 + 17 * n, text, size=9, bold=not n)
    sheet = paper.sheet()
    for place, text in zip(MOVED, head, strict=True):
        sheet.text(place, 60, text, size=9, bold=bold)
    for n, text in enumerate(rest):
        sheet.text(x + off * bool(n), 76 + 11 * n, text, size=9)
    return paper


def test_the_rest_stands_in_its_column_under_the_header(engine: str) -> None:
    first, second = grids(document(torn(), engine))
    assert texts(first) == [HEAD, *ROWS]
    assert texts(second) == [HEAD, ["", " ".join(REST), "", ""]]


def test_it_goes_on_with_the_row_on_the_page_before() -> None:
    found = [(m.ref, m.text, m.lead) for m in read(torn().bytes(), name="plan.pdf").milestones]
    assert found == [("A1", ROWS[0][1], "Coach"), ("A2", " ".join([ROWS[1][1], *REST]), "Clerk")]


def test_what_stands_below_it_under_another_heading_is_not_of_it() -> None:
    paper = torn()
    sheet = paper.sheets[1].text(50, 120, "Run more", size=14, bold=True)
    for n, row in enumerate([HEAD, *NEXT]):
        for x, text in zip(MOVED, row, strict=True):
            sheet.text(x, 140 + 16 * n, text, size=9, bold=not n)
    assert [texts(grid)[1:] for grid in grids(document(paper))] == [ROWS, [["", " ".join(REST), "", ""]], NEXT]
    found = [(o.title, [m.ref for m in o.milestones]) for o in read(paper.bytes(), name="plan.pdf").objectives]
    assert found[-1] == ("Run more", ["B1", "B2"])


def test_a_text_across_the_page_below_it_is_not_of_it() -> None:
    paper = torn()
    paper.sheets[1].text(50, 130, "Nothing else is planned for any of the years that this plan of ours covers.", size=9)
    doc = document(paper)
    assert texts(grids(doc)[-1]) == [HEAD, ["", " ".join(REST), "", ""]]
    assert paragraphs(doc)[-1].startswith("Nothing else")


@pytest.mark.parametrize(
    "paper",
    [
        torn([text.capitalize() for text in REST]),
        torn(x=70),
        torn(x=170),
        torn(off=20),
        torn(head=["No", "Task", "Who", "When"]),
        torn(bold=False),
    ],
    ids=["a sentence", "in the first column", "in no column", "not level", "another header", "a plain header"],
)
def test_other_lines_under_a_header_are_no_rest_of_a_row(paper: Paper) -> None:
    found = grids(document(paper))
    assert texts(found[0]) == [HEAD, *ROWS]
    assert not any("the rest of a torn row" in why for grid in found for why in grid.evidence)


def test_a_bold_line_under_a_header_is_no_rest_of_a_row() -> None:
    paper = torn([])
    paper.sheets[1].text(140, 76, "keep it warm", size=9, bold=True).text(140, 87, "in winter", size=9, bold=True)
    assert not any("the rest of a torn row" in why for grid in grids(document(paper)) for why in grid.evidence)


def noted(x: float, *, titled: bool = True) -> Paper:
    """A table of values that end at the right of their columns, with a note in its last row, whose rest stands at ``x``
    on the next page, under the header that comes again."""
    ends, names = [260.0, 330, 400, 470], ["2025/26", "2026/27", "2027/28", "2028/29"]
    paper = Paper()
    for page, top in enumerate((640, 60)):
        sheet = paper.sheet()
        for end, title in zip(ends[1::2], ("Outturn", "Targets"), strict=True) if titled else ():
            sheet.text(end - text_width(title, 9, True), top, title, size=9, bold=True)
        sheet.text(50, top + 12, "Measure", size=9, bold=True)
        for end, name in zip(ends, names, strict=True):
            sheet.text(end - text_width(name, 9, True), top + 12, name, size=9, bold=True)
        for n in range(0 if page else 4):
            sheet.text(50, top + 28 + 16 * n, f"Roads swept in ward {n}", size=9)
            for end in ends if n < 3 else ends[:2]:
                sheet.text(end - text_width("80", 9), top + 28 + 16 * n, "80", size=9)
    paper.sheets[0].text(352, 716, "To be set when all of the", size=9)
    paper.sheets[1].text(x, 88, "wards were asked", size=9)
    return paper


@pytest.mark.parametrize("titled", [True, False])
def test_the_rest_of_a_note_begins_where_the_note_did(titled: bool, engine: str) -> None:
    _, rest = grids(document(noted(352, titled=titled), engine))
    assert "".join(texts(rest)[-1]) == "wards were asked"
    assert texts(rest)[-2][-4:] == (["2025/26", "2026/27", "2027/28", "2028/29"])


def test_a_text_that_begins_where_none_did_is_no_rest_of_a_note() -> None:
    found = grids(document(noted(362)))
    assert not any("the rest of a torn row" in why for grid in found for why in grid.evidence)


def led_by_texts(rest: str, codes: bool = False) -> Paper:
    """A table of measures, or of codes, at a page's end; on the next page its header, and a line under it."""
    head, paper = ["Code" if codes else "Measure", "2025/26", "2026/27"], Paper()
    names = ["AB 1", "AB 2", "AB 3"] if codes else ["Roads swept", "Lamps lit", "Residents who feel safe in their"]
    for top, rows in ((690, [[name, "80%", "90%"] for name in names]), (60, [])):
        sheet = paper.sheet()
        for n, row in enumerate([head, *rows]):
            for x, text in zip((50, 300, 400), row, strict=True):
                sheet.text(x, top + 17 * n, text, size=9, bold=not n)
    sheet.text(50, 76, rest, size=9).text(50, 120, "Run more", size=14, bold=True)
    return paper


def test_the_rest_of_a_text_in_the_first_column_stands_in_it(engine: str) -> None:
    *_, rest = grids(document(led_by_texts("neighbourhood"), engine))
    assert texts(rest) == [["Measure", "2025/26", "2026/27"], ["neighbourhood", "", ""]]


@pytest.mark.parametrize(
    "paper",
    [led_by_texts("Neighbourhood"), led_by_texts("neighbourhood", codes=True)],
    ids=["a text of its own", "below codes, which do not wrap"],
)
def test_another_line_under_the_first_name_is_no_rest_of_a_row(paper: Paper) -> None:
    assert not any("the rest of a torn row" in why for grid in grids(document(paper)) for why in grid.evidence)
