"""Lists and texts side by side that go on over a page: each is read to its end before the next one begins."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from planparse.readers.pdf.paragraphs.sides import Side, in_order
from tests.readers.pdf.paper import Paper, Sheet
from tests.readers.pdf.reading import document, paragraphs

HEADS = ("Key developments", "Emerging issues")
XS = (50, 310)
LEFT = ["The pool was opened in the spring.", "All lanes of the town were mended by", "the winter."]
RIGHT = ["Fewer people swim in the cold."]
BELOW = "What comes next is a sentence that goes on for the whole of the page, to its other end."


def heads(sheet: Sheet, top: float) -> None:
    for x, name in zip(XS, HEADS, strict=True):
        sheet.text(x, top, name, bold=True)


def items(sheet: Sheet, x: float, top: float, texts: Sequence[str], mark: str = "") -> None:
    for n, text in enumerate(texts):
        sheet.text(x, top + 14 * n, mark, size=9) if mark else None
        sheet.text(x + 12 * bool(mark), top + 14 * n, text, size=9)


def torn(*rest: Sequence[str], mark: str = "", top: float = 60, at: Sequence[float] = XS) -> list[str]:
    """Lists at a page's end and what stands at the next one's begin, ``at`` these places, over a sentence."""
    sheet = (paper := Paper()).sheet()
    sheet.text(50, 60, "Swim more often", size=14, bold=True)
    heads(sheet, 740)
    items(sheet, XS[0], 756, [LEFT[0]], mark)
    items(sheet, XS[1], 756, RIGHT, mark)
    sheet = paper.sheet()
    for x, texts in zip(at, rest, strict=False):
        items(sheet, x, top, texts, mark)
    sheet.text(50, top + 80, BELOW, size=9)
    return paragraphs(document(paper))[1:]


def test_texts_go_on_in_their_columns() -> None:
    assert torn(LEFT[1:], ["The pipes are old."]) == [
        HEADS[0],
        LEFT[0],
        " ".join(LEFT[1:]),
        HEADS[1],
        RIGHT[0],
        "The pipes are old.",
        BELOW,
    ]


def test_the_right_one_may_go_on_alone() -> None:
    assert torn([], ["The pipes are old."]) == [HEADS[0], LEFT[0], HEADS[1], RIGHT[0], "The pipes are old.", BELOW]


def test_items_go_on_in_their_columns() -> None:
    left, right = ["Trees were planted", "Paths were laid", "Lamps were lit"], ["The pipes are old", "Walls are thin"]
    assert torn(left, right, mark="•") == [HEADS[0], LEFT[0], *left, HEADS[1], RIGHT[0], *right, BELOW]


def test_texts_elsewhere_do_not_go_on_with_them() -> None:
    found = torn(["All lanes are mended now."], ["The pipes are old."], at=(50, 250))
    assert found[:4] == [HEADS[0], LEFT[0], HEADS[1], RIGHT[0]]
    assert found[4:] == ["All lanes are mended now. The pipes are old.", BELOW]


def test_a_line_at_the_left_alone_may_be_any_text() -> None:
    assert torn(["All lanes are mended now."]) == [
        HEADS[0],
        LEFT[0],
        HEADS[1],
        RIGHT[0],
        "All lanes are mended now.",
        BELOW,
    ]


def test_sentences_of_one_line_under_bold_headings_are_read_heading_by_heading(engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    heads(sheet, 100)
    items(sheet, 50, 116, LEFT[:1])
    items(sheet, 310, 116, RIGHT)
    sheet.text(50, 150, BELOW, size=9)
    assert paragraphs(document(paper, engine)) == [HEADS[0], LEFT[0], HEADS[1], RIGHT[0], BELOW]


@pytest.mark.parametrize(
    ("left", "right"),
    [(["The pool is open in May"], RIGHT), ([*LEFT[:1], LEFT[0]], [*RIGHT, RIGHT[0]])],
    ids=["no sentence", "rows"],
)
def test_other_texts_of_one_line_are_not(left: list[str], right: list[str]) -> None:
    sheet = (paper := Paper()).sheet()
    heads(sheet, 100)
    items(sheet, 50, 116, left)
    items(sheet, 310, 116, right)
    sheet.text(50, 170, BELOW, size=9)
    assert HEADS[0] not in paragraphs(document(paper))


def test_two_sentences_further_apart_than_lines_are_two_texts() -> None:
    sheet = (paper := Paper()).sheet()
    heads(sheet, 100)
    items(sheet, 50, 116, LEFT[:1])
    sheet.text(310, 116, RIGHT[0], size=9).text(310, 132, "The pipes are old.", size=9)
    sheet.text(50, 170, f"{BELOW} It says nothing of them.", size=9)
    assert paragraphs(document(paper))[3:5] == [RIGHT[0], "The pipes are old."]


Piece = tuple[int, str, Side | None]


def piece(page: int, text: str, column: int, *, row: int = 0, rest: bool = False, start: float = 0) -> Piece:
    return page, text, Side(row, column, start or 50 + 200 * column, rest)


def read(*pages: list[Piece]) -> list[list[str]]:
    return [[text for _, text, _ in found] for found in in_order(pages, len(pages))]


def test_lists_may_go_on_over_several_pages() -> None:
    first = [(1, "title", None), piece(1, "a", 0, row=2), piece(1, "b", 1, row=2)]
    second = [piece(2, "a2", 0, rest=True), piece(2, "b2", 1, rest=True)]
    third = [piece(3, "a3", 0, rest=True), piece(3, "b3", 1, rest=True), (3, "end", None)]
    assert read(first, second, third) == [["title"], [], ["a", "a2", "a3", "b", "b2", "b3", "end"]]


@pytest.mark.parametrize(
    "lead",
    [
        [piece(2, "c", 0), piece(2, "d", 1)],
        [piece(2, "c", 0, rest=True, start=120), piece(2, "d", 1, rest=True)],
        [(2, "c", None), piece(2, "d", 1, row=1, rest=True)],
    ],
    ids=["under headings", "elsewhere", "below another text"],
)
def test_other_lists_on_the_next_page_come_behind_them(lead: list[Piece]) -> None:
    assert read([piece(1, "a", 0), piece(1, "b", 1)], lead) == [[], ["a", "b", "c", "d"]]


def test_the_row_above_the_last_one_stays_where_it_is() -> None:
    rows = [piece(1, "a", 0), piece(1, "b", 1), piece(1, "c", 0, row=1), piece(1, "d", 1, row=1)]
    assert read(rows, [piece(2, "c2", 0, rest=True)]) == [["a", "b"], ["c", "c2", "d"]]
    assert read(rows) == [["a", "b", "c", "d"]]
