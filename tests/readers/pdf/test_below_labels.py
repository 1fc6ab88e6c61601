"""A table as wide as a block of labels below its last label, and a title over the years of a header without a line."""

from __future__ import annotations

import pytest

from tests.readers.pdf.paper import Paper, Sheet, text_width
from tests.readers.pdf.reading import document, grids, paragraphs, spans, texts

LEFT, TEXT = 50.0, 150.0
XS = (LEFT, 290.0, 360.0, 420.0, 480.0)
SIDES = [
    ("Corporate Priority:", ["A town that is easy to get about in"]),
    ("Service Objective:", ["RD01: Keep the roads and the bridges safe"]),
    ("Key Developments:", ["• The depot has moved", "• Two teams are one"]),
    ("Key Milestones:", ["a. Publish the map by March 2018", "b. Replace lamps"]),
]
NAMES = ["Proposed measures", "Latest", "2017/18", "2018/19", "2019/20"]
ROWS = [
    ["RD011: Potholes mended in five days", "84%", "85%", "86%", "87%"],
    ["RD012: Lamps out", "1,104", "1,090", "1,080", "1,070"],
    ["RD013: Salt used on the lanes", "7.5", "7.4", "7.3", "7.2"],
]
YEARS = 415.0
"""The middle over the years of ``NAMES``."""


def block(sheet: Sheet, y: float) -> float:
    for label, lines in SIDES:
        sheet.text(LEFT, y, label, size=9, bold=True)
        for line in lines:
            sheet.text(TEXT, y, line, size=9)
            y += 13
        y += 5
    return y


def table(sheet: Sheet, y: float, title: str = "Targets", *, middle: float = YEARS, bold: bool = True) -> None:
    """The names of the second column stand in two lines, the title a little higher than the first of these."""
    if title:
        sheet.text(middle - text_width(title, 9) / 2, y, title, size=9, bold=bold)
    sheet.text(XS[1], y + 6, "The", size=9, bold=True)
    for n, row in enumerate([NAMES, *ROWS]):
        for x, text in zip(XS, row, strict=True):
            centre = (60 - text_width(text, 9)) / 2 if x > XS[1] else 0
            sheet.text(x + centre - (35 if x > XS[1] else 0), y + 18 + 17 * n, text, size=9, bold=not n)


def page(title: str = "Targets", **options: object) -> Paper:
    sheet = (paper := Paper()).sheet()
    y = block(sheet, 100)
    sheet.text(LEFT, y, "Linked Indicators:", size=9, bold=True)
    table(sheet, y + 17, title, **options)  # type: ignore[arg-type]
    return paper


def test_the_last_label_is_a_line_over_a_table_that_begins_left_of_the_texts(engine: str) -> None:
    doc = document(page(), engine)
    labels, measures = grids(doc)
    assert [row[0] for row in texts(labels) if row[0]] == [label for label, _ in SIDES]
    assert "Publish the map by March 2018" in " ".join(text for row in texts(labels) for text in row)
    assert paragraphs(doc) == ["Linked Indicators:"]
    assert texts(measures) == [["Proposed measures", "The Latest", "Targets"], NAMES[2:], *ROWS]
    assert spans(measures)["Targets"] == (1, 3)


def test_a_label_without_a_text_among_others_is_one() -> None:
    sheet = (paper := Paper()).sheet()
    y = block(sheet, 100)
    sheet.text(LEFT, y, "Partners:", size=9, bold=True)
    block(sheet, y + 18)
    (labels,) = grids(document(paper))
    assert "Partners:" in [row[0] for row in texts(labels)]


@pytest.mark.parametrize("indent", [0.0, 8.0])
def test_a_text_below_the_line_of_its_label_stays_beside_it(indent: float) -> None:
    sheet = (paper := Paper()).sheet()
    y = block(sheet, 100)
    sheet.text(LEFT, y, "Partners:", size=9, bold=True).text(TEXT + indent, y + 12, "Clubs of the town", size=9)
    (labels,) = grids(document(paper))
    assert texts(labels)[-1] == ["Partners:", "Clubs of the town"]


@pytest.mark.parametrize(
    ("title", "middle"), [("Targets", 440.0), ("Targets", 390.0)], ids=["right of it", "left of it"]
)
def test_a_line_off_the_middle_over_the_years_is_no_title(title: str, middle: float) -> None:
    measures = grids(document(page(title, middle=middle)))[-1]
    assert title not in spans(measures)


def test_a_plain_line_over_a_bold_header_is_no_title() -> None:
    measures = grids(document(page(bold=False)))[-1]
    assert "Targets" not in [text for row in texts(measures) for text in row]


def test_without_a_title_the_name_has_two_lines_all_the_same() -> None:
    assert texts(grids(document(page("")))[-1]) == [["Proposed measures", "The Latest", *NAMES[2:]], *ROWS]
