"""Two sides of a page, each with labels of its own over a table with rules of its own width, are read one after the
other, each with its labels; what goes over both sides, or may be one table, is not parted."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from planparse.model.document import Document, Grid
from planparse.readers.pdf.page import Fill, Page, Rule, Word
from planparse.readers.pdf.paragraphs.ruled_panels import ruled_rows
from tests.readers.pdf.drawn import style, words
from tests.readers.pdf.paper import Paper, Sheet
from tests.readers.pdf.reading import document, texts

A, B = (45.0, 278.0), (306.0, 797.0)
STEPS = [("Open the second theatre", "for all", "June 2026"), ("Replace the ward system", "of the west", "March 2027")]
NAMES = ["Patients treated in time", "Pressure ulcers", "Would recommend us", "Falls with harm"]
AIM = "Aim 3: A fair place"


def left(
    sheet: Sheet, top: float, items: int = 2, *, rules: Sequence[float] = A, out: float = 0, last: bool = True
) -> float:
    """Lists under labels, and a small table of milestones below them; gives back where it ends."""
    x0, x1 = rules
    y = top
    for label, count in (("Key developments", items), ("Emerging issues", 1)):
        sheet.text(x0 - out, y, label, size=11, bold=True)
        for n in range(count):
            y += 13
            sheet.text(x0 - out, y, f"• {label} have number {n} of the year")
        y += 21
    sheet.text(x0 - out, y, "What we will do", size=11, bold=True)
    sheet.text(x0 + 4, y + 18, "Milestone", bold=True).text(x0 + 135, y + 18, "By", bold=True).line(
        x0, y + 23, x1, y + 23
    )
    y += 23
    for n, (text, rest, due) in enumerate(STEPS):
        sheet.text(x0 + 4, y + 11, text).text(x0 + 135, y + 11, due).text(x0 + 4, y + 23, rest)
        y += 29
        if last or n < len(STEPS) - 1:
            sheet.line(x0, y, x1, y)
    return y


def right(sheet: Sheet, top: float, *, out: float = 0, last: bool = True, label: bool = True) -> float:
    """A table of measures under a label, with a painted header of two lines; gives back where it ends."""
    x0, x1 = B
    columns = (540, 625, 710)
    if label:
        sheet.text(x0 - out, top, "How we will measure it", size=11, bold=True)
    y = top + 7
    for a, b in zip((x0, *columns), (*columns, x1), strict=True):
        sheet.box(a, y, b, y + 32, colour="0.9 0.85 0.96")
    sheet.text(x0 + 4, y + 19, "Measure", bold=True)
    for x, name, year in zip(columns, ("Baseline", "Result", "Target"), (2022, 2025, 2026), strict=True):
        sheet.text(x + 10, y + 13, name, bold=True).text(x + 18, y + 26, str(year), bold=True)
    y += 32
    sheet.line(x0, y, x1, y)
    for n, text in enumerate(NAMES):
        sheet.text(x0 + 4, y + 13, text)
        for k, x in enumerate(columns):
            sheet.text(x + 18, y + 13, f"{10 * n + k + 21}%")
        y += 19.2
        if last or n < len(NAMES) - 1:
            sheet.line(x0, y, x1, y)
    return y


LEFT = ["Key developments", "Emerging issues", "What we will do"]
TABLES = [
    [["Milestone", "By"], *([f"{text} {rest}", due] for text, rest, due in STEPS)],
    [
        ["Measure", "Baseline 2022", "Result 2025", "Target 2026"],
        *([text, *(f"{10 * n + k + 21}%" for k in range(3))] for n, text in enumerate(NAMES)),
    ],
]


def read(doc: Document) -> tuple[list[str], list[list[list[str]]]]:
    """The labels and headings in reading order, with ``#`` for each table, and the tables."""
    kept = [b for b in doc.blocks if isinstance(b, Grid) or "number" not in b.text]
    tables = [texts(b) for b in kept if isinstance(b, Grid)]
    return ["#" if isinstance(b, Grid) else b.text for b in kept], [
        [[cell.replace("\n", " ") for cell in row] for row in table] for table in tables
    ]


def page(paper: Paper) -> Sheet:
    return paper.sheet(842, 595).text(45, 59, AIM, size=19, bold=True)


WHOLE = [AIM, *LEFT, "#", "How we will measure it", "#"]


def test_the_labels_and_the_table_of_a_side_are_read_before_the_other(engine: str) -> None:
    sheet = page(paper := Paper())
    left(sheet, 81)
    right(sheet, 81)
    assert read(document(paper, engine)) == (WHOLE, TABLES)


def test_a_table_far_below_the_end_of_the_one_beside_it_has_its_labels_on_its_side() -> None:
    sheet = page(paper := Paper())
    left(sheet, 81, items=9)
    right(sheet, 81)
    assert read(document(paper)) == (WHOLE, TABLES)


def test_labels_may_stand_a_little_outside_of_the_rules_below_them() -> None:
    sheet = page(paper := Paper())
    left(sheet, 81, out=5.4)
    right(sheet, 81, out=5.4)
    assert read(document(paper)) == (WHOLE, TABLES)


def test_lists_may_be_wider_than_the_table_below_them() -> None:
    sheet = page(paper := Paper())
    left(sheet, 81, rules=(45, 220))
    right(sheet, 81)
    assert read(document(paper)) == (WHOLE, TABLES)


def test_a_table_may_begin_without_a_label_beside_one() -> None:
    sheet = page(paper := Paper())
    left(sheet, 81)
    right(sheet, 75, label=False)
    assert read(document(paper)) == ([n for n in WHOLE if "measure" not in n], TABLES)


def test_the_last_row_may_have_no_rule_under_it() -> None:
    sheet = page(paper := Paper())
    left(sheet, 81, last=False)
    right(sheet, 81, last=False)
    _, (steps, measures) = read(document(paper))
    assert (steps[-2:], measures) == (TABLES[0][1:], TABLES[1])


@pytest.mark.parametrize("name", ["Aim 4: A home", "Aim 4: A home that all of us keep in a good state"])
def test_a_heading_between_two_such_rows_parts_both_sides(name: str) -> None:
    sheet = page(paper := Paper())
    left(sheet, 81)
    right(sheet, 81)
    left(sheet.text(45, 300, name, size=19, bold=True), 322)
    right(sheet, 322)
    assert read(document(paper)) == ([*WHOLE, name, *WHOLE[1:]], [*TABLES, *TABLES])


def test_text_below_both_sides_comes_after_both() -> None:
    sheet = page(paper := Paper())
    end = max(left(sheet, 81), right(sheet, 81))
    sheet.text(45, end + 30, "What comes of it", size=11, bold=True)
    sheet.text(45, end + 44, "All of it is read by the Board each January, and then by the people of the whole city.")
    names, tables = read(document(paper))
    assert (names[: len(WHOLE)], names[len(WHOLE)], tables) == (WHOLE, "What comes of it", TABLES)


LOW, HIGH = (100.0, 130.0, 160.0, 190.0), (100.0, 145.0, 175.0, 205.0)


def side(span: tuple[float, float], levels: Sequence[float], *names: str) -> tuple[list[Rule], list[Word]]:
    """Rules, a text under each but the last, and labels over the first."""
    rules = [Rule(at, *span) for at in levels]
    own = [w for at in levels[:-1] for x in (6, 100) for w in words(span[0] + x, at + 15, "What we do")]
    over = [w for n, name in enumerate(names, 1) for w in words(span[0], levels[0] - 15 * n, name)]
    return rules, [*over, *own]


def found(
    low: Sequence[float] = LOW,
    high: Sequence[float] = HIGH,
    *,
    names: Sequence[str] = (),
    more: Sequence[Word] = (),
    rules: Sequence[Rule] = (),
    fills: Sequence[Fill] = (),
) -> list[list[float]]:
    """From where to where the panels of each row go."""
    (one, own), (two, beside) = side((50, 250), low, *names), side((300, 500), high, *names)
    sheet = Page(1, 595, 842, horizontals=sorted([*one, *two, *rules]), fills=list(fills))
    return [
        [round(y) for box in row for y in (box[1], box[3])] for row in ruled_rows(sheet, [*own, *beside, *more], [])
    ]


def test_a_panel_begins_with_the_texts_over_it() -> None:
    assert found() == [[99, 191, 99, 206]]
    assert found(names=["The label"]) == [[77, 191, 77, 206]]


def test_a_text_over_both_ends_them_and_so_does_one_far_above() -> None:
    over = words(200, 70, "A text that runs over the white between the two of them")
    assert found(names=["The label", "Other", "Third"], more=over) == [[77, 191, 77, 206]]
    assert found(names=["The label"], more=words(300, 45, "Far above")) == [[77, 191, 77, 206]]


def test_what_stands_higher_at_the_left_alone_is_not_of_it() -> None:
    assert found(names=["The label"], more=words(50, 70, "Heading")) == [[77, 191, 77, 206]]


def test_a_small_table_of_two_rules_is_a_panel_and_two_lines_under_texts_are_none() -> None:
    assert found((100, 133)) == [[99, 134, 99, 206]]
    (one, _), (two, beside) = side((50, 250), (100, 133)), side((300, 500), HIGH)
    own = words(56, 115, "What we do")
    assert ruled_rows(Page(1, 595, 842, horizontals=[*one, *two]), [*own, *beside], []) == []


def test_two_small_tables_are_no_panels() -> None:
    assert found((100, 133), (100, 145)) == []


@pytest.mark.parametrize(
    "what",
    [
        {"rules": [Rule(152, 50, 500)]},
        {"fills": [Fill(50, 145, 500, 160, "#dddddd")]},
        {"low": (100, 145, 175, 220)},
    ],
    ids=["a rule over both", "a band over both", "rules that are level"],
)
def test_what_is_drawn_over_both_is_of_one_table(what: dict[str, Sequence[float]]) -> None:
    assert found(**what) == []  # type: ignore[arg-type]


def test_a_page_that_is_painted_as_a_whole_parts_nothing() -> None:
    assert found(fills=[Fill(0, 0, 595, 842, "#eeeeee")]) == found()


def test_a_text_in_large_letters_level_with_rows_at_the_right_is_no_heading_over_both() -> None:
    large = words(56, 147, "95%", style(size=14, bold=True))
    assert found((100, 130, 165, 190), more=large) == [[99, 191, 99, 206]]


def test_many_widths_of_rules_are_a_drawing() -> None:
    many = [Rule(at, 300 + 4 * n, 560) for n in range(13) for at in (400.0 + 5 * n, 600.0 + 5 * n)]
    assert found(rules=many[:8]) == found()
    assert found(rules=many) == []
