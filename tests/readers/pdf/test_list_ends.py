"""What stands right below a list, or right below the heading of a part, and is none of it."""

from __future__ import annotations

import pytest

from planparse.model.document import Paragraph
from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document

TEXT = "The lanes of the town are swept in each of the weeks of the year, as they were before, by all of us."
CODES = "Linked measures: AB 1, AB 2"


def texts(*lines: tuple[float, str], bold: bool = False) -> list[str]:
    """The paragraphs of these lines, each with its left end, below one of running text."""
    sheet = (paper := Paper()).sheet()
    sheet.text(50, 80, TEXT, size=9)
    for n, (x, text) in enumerate(lines):
        sheet.text(x, 110 + 12 * n, text, size=9, bold=bold)
    return [b.text for b in document(paper).blocks if isinstance(b, Paragraph) and b.text != TEXT]


def test_a_line_below_a_list_whose_last_item_is_the_longest() -> None:
    found = texts((50, "a) Swim"), (50, "b) Run and swim by 1 May 2016"), (50, CODES))
    assert found == ["a) Swim", "b) Run and swim by 1 May 2016", CODES]


def test_so_is_one_further_left_than_the_labels() -> None:
    found = texts((60, "1) Swim"), (60, "2) Run and swim by 1 May 2016, and more"), (50, CODES))
    assert found == ["1) Swim", "2) Run and swim by 1 May 2016, and more", CODES]


def test_so_is_one_below_bullets() -> None:
    found = texts((60, "• Swim"), (60, "• Run and swim by 1 May 2016, and more"), (50, CODES))
    assert found == ["Swim", "Run and swim by 1 May 2016, and more", CODES]


@pytest.mark.parametrize(
    ("x", "last", "line"),
    [
        (50, "b) Run and swim by 1 May 2016 in", "the Park: its lakes"),
        (62, "b) Run and swim by 1 May 2016 in", "North Park"),
        (
            50,
            "b) Run and swim by 1 May 2016 in each of the weeks of the year, as they did then, in all of the",
            "North",
        ),
    ],
    ids=["a small letter", "below the text", "no room for its first word"],
)
def test_an_item_goes_on_in_such_a_line(x: float, last: str, line: str) -> None:
    assert texts((50, "a) Swim"), (50, last), (x, line)) == ["a) Swim", f"{last} {line}"]


def test_an_item_alone_goes_on_too() -> None:
    assert texts((50, "b) Run and swim with all of"), (50, "North Park")) == ["b) Run and swim with all of North Park"]


def test_nor_does_it_in_a_line_further_left_that_begins_with_a_capital() -> None:
    """It may be the last of its list, at a page's begin."""
    assert texts((64, "5. Run and swim with all of us"), (50, CODES)) == ["Run and swim with all of us", CODES]
    found = texts((54, "5. Run and swim with all of"), (50, "North Park"))
    assert found == ["Run and swim with all of North Park"]


@pytest.mark.parametrize(
    ("x", "step", "parted"),
    [(51, 15, True), (51, 12, False), (54, 15, False)],
    ids=["further down than lines of one text", "as near as they", "no further left"],
)
def test_a_little_left_of_an_item_alone_a_line_is_none_of_it_where_it_stands_further_down(
    x: float, step: float, parted: bool
) -> None:
    sheet = (paper := Paper()).sheet()
    for n in range(5):
        sheet.text(50, 60 + 12 * n, TEXT, size=9)
    for left, base, text in ((54, 140, "5. Run and swim with all of us"), (x, 140 + step, CODES)):
        sheet.text(left, base, text, size=9)
    found = [b.text for b in document(paper).blocks if isinstance(b, Paragraph)][1:]
    assert found == (["Run and swim with all of us", CODES] if parted else [f"Run and swim with all of us {CODES}"])


def test_further_left_than_several_labels_no_item_goes_on_however_full_it_is(engine: str) -> None:
    full = "Swim in each of the weeks of the year, as they did in the years before, in all of the lakes"
    sheet = (paper := Paper()).sheet()
    for n, (x, text) in enumerate([(64, f"1. {full}"), (64, f"2. {full}"), (50, CODES)]):
        sheet.text(x, 110 + 12 * n, text, size=9)
    assert [b.text for b in document(paper, engine).blocks if isinstance(b, Paragraph)][-1] == CODES


def test_the_first_heading_below_the_one_over_it_is_a_heading_of_its_own() -> None:
    found = texts((50, "3.1 Make the town a better place for all"), (50, "3.1.1 Key milestones"), bold=True)
    assert found == ["3.1 Make the town a better place for all", "3.1.1 Key milestones"]


@pytest.mark.parametrize("line", ["3.2.1 Key milestones", "3.1.1 per cent more of it", "3.1.1"])
def test_a_heading_goes_on_with_another_number(line: str) -> None:
    first = "3.1 Make the town a better place for all"
    assert texts((50, first), (50, line), bold=True) == [f"{first} {line}"]
