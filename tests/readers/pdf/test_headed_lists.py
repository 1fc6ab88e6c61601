"""Lists side by side, each under a heading of its own, are read one after the other."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.readers.pdf.paper import Paper, Sheet
from tests.readers.pdf.reading import document, grids, paragraphs

LEFT = ["A new pool was opened in May", "The old one was closed", "Some trees were planted"]
RIGHT = ["Fewer people swim in the winter", "The pipes are old"]


def lists(sheet: Sheet, left: str, right: str, mark: str, *, lower: float = 0) -> None:
    """``lower``: points by which the right one stands lower."""
    sheet.text(50, 100, left, bold=True).text(310, 100 + lower, right, bold=True)
    for x, y, texts in ((50, 116.0, LEFT), (310, 116 + lower, RIGHT)):
        for n, text in enumerate(texts):
            sheet.text(x, y + 14 * n, mark, size=9).text(x + 12, y + 14 * n, text, size=9)
    sheet.text(
        50, 200, "What comes next is a sentence that goes on for the whole of the page, to its other end.", size=9
    )


def test_the_left_list_comes_before_the_heading_of_the_right_one(engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    lists(sheet, "Key developments", "Emerging issues", "•")
    assert paragraphs(document(paper, engine))[:7] == ["Key developments", *LEFT, "Emerging issues", *RIGHT]


@pytest.mark.parametrize(("left", "right"), [("Key developments", "£1.2m in 2017"), ("in the north", "in the south")])
def test_figures_and_ends_of_sentences_are_no_headings(left: str, right: str) -> None:
    sheet = (paper := Paper()).sheet()
    lists(sheet, left, right, "•")
    assert paragraphs(document(paper))[:4] != [left, *LEFT]


def test_a_bold_heading_may_lack_its_capital_beside_one_that_has_it(engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    lists(sheet, "Key developments", "emerging issues", "•")
    assert paragraphs(document(paper, engine))[:7] == ["Key developments", *LEFT, "emerging issues", *RIGHT]


def test_plain_text_without_a_capital_is_no_heading_beside_one() -> None:
    sheet = (paper := Paper()).sheet()
    sheet.text(50, 100, "Key developments").text(310, 100, "emerging issues")
    for x, texts in ((50, LEFT), (310, RIGHT)):
        for n, text in enumerate(texts):
            sheet.text(x, 116 + 14 * n, "•", size=9).text(x + 12, 116 + 14 * n, text, size=9)
    assert paragraphs(document(paper))[:4] != ["Key developments", *LEFT]


@pytest.mark.parametrize(("lower", "apart"), [(4, True), (9, True), (13, False)])
def test_one_heading_may_stand_a_little_lower_than_the_other(lower: float, apart: bool) -> None:
    sheet = (paper := Paper()).sheet()
    lists(sheet, "Key developments", "Emerging issues", "•", lower=lower)
    found = paragraphs(document(paper))[:7]
    assert (found == ["Key developments", *LEFT, "Emerging issues", *RIGHT]) is apart


@pytest.mark.parametrize(("right", "apart"), [("Issues in 2018", True), ("Issues 1 and 2", False)])
def test_a_heading_may_name_a_year(right: str, apart: bool) -> None:
    sheet = (paper := Paper()).sheet()
    lists(sheet, "Changes in 2017", right, "•")
    assert (paragraphs(document(paper))[:5] == ["Changes in 2017", *LEFT, right]) is apart


def test_another_heading_of_the_same_style_ends_the_lists(engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    for top, names in ((100, ["Key developments", "Emerging issues"]), (148, ["Other things", "Last words"])):
        for x, name in zip((50, 310), names, strict=True):
            sheet.text(x, top, name)
            for n in range(2):
                sheet.text(x, top + 16 + 14 * n, "•", size=9).text(x + 12, top + 16 + 14 * n, f"{name} {n}", size=9)
    found = paragraphs(document(paper, engine))
    assert [text for text in found if text[-1].isalpha()] == [
        "Key developments",
        "Emerging issues",
        "Other things",
        "Last words",
    ]


@pytest.mark.parametrize("ruled", [True, False])
def test_lists_with_rules_across_them_are_the_cells_of_a_table(ruled: bool) -> None:
    sheet = (paper := Paper()).sheet()
    for n, (left, right) in enumerate(
        [("Open the pool", "Visits"), ("Build a track", "Runs"), ("Plant trees", "Trees")]
    ):
        top = 100 + 40 * n
        for x, word, text in ((50, "What we will do", left), (310, "How we measure it", right)):
            sheet.text(x, 95, word, bold=True) if not n else None
            for k in range(2):
                sheet.text(x, top + 12 + 14 * k, "•", size=9).text(
                    x + 12, top + 12 + 14 * k, f"{text} {'ab'[k]}", size=9
                )
        if ruled:
            sheet.line(50, top, 545, top)
    if ruled:
        sheet.line(50, 220, 545, 220)
    found = grids(document(paper))
    assert bool(found) is ruled
    if ruled:
        assert (found[0].n_cols, found[0].cells[0].text) == (2, "What we will do")


NORTH = ["The pool was opened in the spring and", "all of the lanes were mended before the", "winter came."]
SOUTH = [
    "Fewer people swim in the cold months,",
    "so the hall is heated for longer than it",
    "was in the years before.",
]


def texts_below(sheet: Sheet, left: list[str], right: list[str], *, bold: bool = True, lower: float = 0) -> None:
    """Running text side by side, each under a heading; the right one stands ``lower`` points lower."""
    sheet.text(50, 100, "What was done", bold=bold).text(310, 100, "What comes next", bold=bold)
    for x, y, lines in ((50, 116.0, left), (310, 116 + lower, right)):
        for n, line in enumerate(lines):
            sheet.text(x, y + 12 * n, line, size=9)
    sheet.text(
        50, 200, "What comes last is a sentence that goes on for the whole of the page, to its other end.", size=9
    )


@pytest.mark.parametrize("lower", [0, 5], ids=["level", "one a little lower"])
def test_running_text_side_by_side_under_bold_headings_is_read_heading_by_heading(lower: float, engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    texts_below(sheet, NORTH, SOUTH, lower=lower)
    found = paragraphs(document(paper, engine))
    assert found[:4] == ["What was done", " ".join(NORTH), "What comes next", " ".join(SOUTH)]


ROWS = [
    ("The pool is open in the spring", "Visits of all people in the year"),
    ("The lanes of the town are mended", "Lanes that are in good repair"),
    ("The hall of the town is heated", "Days on which the hall is open"),
]


@pytest.mark.parametrize("step", [33, 40])
def test_rows_that_begin_beside_each_other_are_not_parted(engine: str, step: int) -> None:
    sheet = (paper := Paper()).sheet()
    sheet.text(50, 100, "What we will do", bold=True).text(310, 100, "How we measure it", bold=True)
    for n, row in enumerate(ROWS):
        for x, text in zip((50, 310), row, strict=True):
            sheet.text(x, 120 + step * n, text, size=9).text(x, 131 + step * n, "as it was before", size=9)
    assert not {"What we will do", "How we measure it"} & set(paragraphs(document(paper, engine)))


@pytest.mark.parametrize(
    ("left", "bold"),
    [(["Pool"], True), ([NORTH[0], "18,000"], True), (NORTH, False)],
    ids=["one word", "a value", "plain headings"],
)
def test_other_texts_side_by_side_are_read_line_by_line(left: list[str], bold: bool) -> None:
    sheet = (paper := Paper()).sheet()
    texts_below(sheet, left, SOUTH, bold=bold)
    assert paragraphs(document(paper))[0] == "What was done What comes next"


@pytest.mark.parametrize("dash", ["-", "–", "—"])
def test_a_dash_right_before_a_word_marks_an_item_under_plain_headings_too(dash: str, engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    sheet.text(50, 100, "Key developments").text(310, 100, "Emerging issues")
    for x, texts in ((50, LEFT), (310, RIGHT)):
        for n, text in enumerate(texts):
            sheet.text(x + 8, 116 + 14 * n, f"{dash} {text}", size=9)
    assert paragraphs(document(paper, engine)) == ["Key developments", *LEFT, "Emerging issues", *RIGHT]


@pytest.mark.parametrize(("gap", "text"), [(30.0, "are told later"), (5.0, "12 of these")], ids=["far", "a figure"])
def test_another_dash_is_a_value_that_is_left_out(gap: float, text: str) -> None:
    sheet = (paper := Paper()).sheet()
    sheet.text(50, 100, "Key developments").text(310, 100, "Emerging issues")
    for n in range(3):
        for x in (50, 310):
            sheet.text(x, 116 + 14 * n, "–", size=9).text(x + 5 + gap, 116 + 14 * n, text, size=9)
    assert paragraphs(document(paper))[:2] != ["Key developments", text]


@pytest.mark.parametrize("header", [True, False])
def test_the_border_of_a_table_right_below_is_no_rule_under_the_lists(header: bool) -> None:
    """The rule alone, in pieces that meet between the lists, makes columns of them."""
    sheet = (paper := Paper()).sheet()
    lists(sheet, "Key developments", "Emerging issues", "•")
    xs = [50.0, 300, 400, 500]
    for y in (152, 172, 192) if header else (152,):
        for a, b in pairwise(xs):
            sheet.line(a, y, b, y)
    if header:
        for x in xs:
            sheet.line(x, 152, x, 192)
        sheet.cells(xs, [152, 172], [["Measure", "2017", "2018"], ["Swims", "8", "9"]])
    found = paragraphs(document(paper))
    assert (found[:4] == ["Key developments", *LEFT]) is header
