"""The end of a text over several columns above rows that go on, and columns whose borders stand in the white."""

from __future__ import annotations

from typing import Any

import pytest

from planparse.readers.pdf.paragraphs.reading_order import Group
from planparse.readers.pdf.ruled.tables import Table
from planparse.readers.pdf.unruled.carried import _hangs, clear_of, is_wide_tail
from planparse.readers.pdf.unruled.goes_on import _has_columns, put_row, put_tail
from planparse.readers.pdf.words.lines import Line
from tests.readers.pdf.drawn import drawn, rows_of
from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, spans, texts
from tests.readers.pdf.test_filled_columns import line

XS = (48.0, 117.0, 327.0, 397.0, 467.0, 540.0)
WIDE = "of all the roads of our town and of the lanes in the wards that we look after"
"""As long as from the second column into the fourth."""


def tail(*entries: tuple[float, str], step: float = 12, base: float = 60) -> list[Line]:
    return [line(entry, base=base + step * n) for n, entry in enumerate(entries)]


@pytest.mark.parametrize("own", [[(120, WIDE)], [(120, WIDE), (120, "and elsewhere")], [(330, WIDE[:30])]])
def test_the_end_of_a_text_over_several_columns(own: list[tuple[float, str]]) -> None:
    assert is_wide_tail(tail(*own), XS)


@pytest.mark.parametrize(
    ("own", "how"),
    [
        ([(120, WIDE.capitalize())], {}),
        ([(120, WIDE[:20])], {}),
        ([(51, WIDE)], {}),
        ([(160, WIDE)], {}),
        ([(120, f"{WIDE} in each of the years")], {}),
        ([(120, WIDE), (150, "and elsewhere")], {}),
        ([(120, WIDE), (120, "and elsewhere")], {"step": 40}),
    ],
    ids=["a sentence", "in its column", "in the first column", "in no column", "too long", "not level", "far apart"],
)
def test_other_lines_are_none(own: list[tuple[float, str]], how: dict[str, Any]) -> None:
    assert not is_wide_tail(tail(*own, **how), XS)


def test_lines_of_several_texts_are_none() -> None:
    assert not is_wide_tail([line((120, WIDE[:50]), (500, "5"))], XS)


def table(*, soft: bool = False, xs: tuple[float, ...] = XS) -> Table:
    rows = [[[(112 + 20 * n, text)] for text in ("AB5", "Books lent", "5", "6", "7")][: len(xs) - 1] for n in range(2)]
    found = drawn(xs, (100, 120, 140), *rows)
    found.soft = soft
    return found


@pytest.mark.parametrize(
    ("soft", "xs", "same"),
    [
        (False, (48, 117, 327, 397, 467, 540), True),
        (False, (48, 117, 330, 397, 467, 540), True),
        (False, (48, 117, 300, 397, 467, 540), False),
        (True, (48, 117, 300, 397, 467, 540), True),
        (True, (48, 60, 330, 440, 450, 540), True),
        (True, (48, 117, 400, 420, 467, 540), False),
        (True, (40, 117, 327, 397, 467, 540), False),
        (True, (48, 117, 327, 397, 467, 550), False),
        (True, (48, 117, 327, 397, 540), False),
        (True, (20, 48, 117, 327, 397, 467, 540), True),
    ],
    ids=[
        "drawn alike",
        "drawn a little off",
        "drawn elsewhere",
        "elsewhere in the white",
        "each of them",
        "in another column",
        "begins elsewhere",
        "ends elsewhere",
        "fewer columns",
        "labels left of them",
    ],
)
def test_borders_in_the_white_may_lie_anywhere_between_their_columns(
    soft: bool, xs: tuple[float, ...], same: bool
) -> None:
    assert _has_columns(table(soft=soft), xs) is same


MANY = (48.0, 117.0, 180.0, 240.0, 300.0, 360.0, 420.0, 540.0)


@pytest.mark.parametrize(
    ("xs", "before", "same"),
    [
        (MANY, (48, 117, 191, 240, 311, 360, 431, 540), True),
        (MANY, (48, 117, 191, 240, 311, 425, 431, 540), False),
        (MANY, (48, 117, 191, 240, 311, 360, 431, 550), False),
        (MANY, (20, 48, 117, 191, 240, 311, 360, 431, 540), False),
        (XS, (48, 117, 338, 397, 467, 540), False),
    ],
    ids=["many", "in another column", "ends elsewhere", "labels left of them", "few"],
)
def test_many_borders_that_were_found_in_the_white_may_be_drawn_a_little_off_on_the_next_page(
    xs: tuple[float, ...], before: tuple[float, ...], same: bool
) -> None:
    drawn_there = Table(list(xs), [100.0, 120.0], [], [])
    assert _has_columns(drawn_there, before) is same


@pytest.mark.parametrize("soft", [True, False], ids=["in the white", "drawn"])
def test_a_wide_tail_right_over_the_rows_is_a_row_over_their_columns(soft: bool) -> None:
    own = table(soft=soft)
    group = Group(tail((120, WIDE), base=92), [own])
    put_tail(group, XS)
    assert group.lines == []
    assert rows_of(own)[0] == ["", WIDE]
    assert [cell.slab.col_span for cell in own.cells[:2]] == [1, 4]


@pytest.mark.parametrize(
    ("base", "step", "taken"),
    [(92, 12, True), (86, 12, True), (74, 12, False), (82, 16, True), (82, 12, False)],
    ids=["right over them", "a little higher", "far above", "as far as its lines stand apart", "a little further"],
)
def test_it_stands_no_further_above_them_than_its_lines_do(base: float, step: float, taken: bool) -> None:
    own = table()
    lines = tail((120, WIDE), (120, "and elsewhere"), step=step, base=base - step)
    put_tail(Group(lines, [own]), XS)
    assert len(own.ys) == (4 if taken else 3)


@pytest.mark.parametrize(
    ("x", "text", "spans"),
    [(120, "of the town", [1, 1, 1, 1, 1]), (120, WIDE, [1, 4]), (51, WIDE, [5]), (330, WIDE[:30], [1, 1, 3])],
    ids=["in its column", "over others", "over the first", "from the third on"],
)
@pytest.mark.parametrize("over", [True, False])
def test_a_text_over_the_border_of_its_column_has_all_columns_from_there_on(
    x: float, text: str, spans: list[int], over: bool
) -> None:
    own = table()
    put_row(own, [line((x, text), base=92 if over else 152)], 80 if over else 160, over=over)
    row = 0 if over else 2
    assert [cell.slab.col_span for cell in own.cells if cell.slab.row == row] == spans
    assert "".join(rows_of(own)[row]) == text
    assert len(own.ys) == 4


ABOVE = line((50, "AB5"), (200, "Lent to all in the town"), base=60)
"""A row whose second text is centred over 266."""


@pytest.mark.parametrize(
    ("x", "text", "hangs"),
    [(200, "and in it", True), (242, "and in it", True), (260, "and in it", False), (90, "and in it", False)],
    ids=["begins there", "under its middle", "elsewhere", "in the first column"],
)
def test_a_note_goes_on_under_its_begin_or_its_middle(x: float, text: str, hangs: bool) -> None:
    first = ABOVE.words[1]
    middle = (first.x0 + ABOVE.words[-1].x1) / 2
    own = line((x, text), base=72)
    if x == 242:
        own = line((middle - (own.x1 - own.x0) / 2, text), base=72)
    assert _hangs(own, ABOVE, XS) is hangs


def test_a_note_far_below_or_of_two_texts_does_not() -> None:
    assert not _hangs(line((200, "and in it"), base=90), ABOVE, XS)
    assert not _hangs(line((200, "and"), (300, "in it"), base=72), ABOVE, XS)


def test_a_text_with_a_note_centred_under_it_moves_no_border() -> None:
    """It stands over a border as the note does."""
    over = line((290, "Lent to all in"), base=60)
    middle = over.x0 + over.x1
    note = line(((middle - 113) / 2, "to the end of this year"), base=72)
    note = line(((middle - (note.x1 - note.x0)) / 2, "to the end of this year"), base=72)
    assert clear_of([line((51, "AB5"), (290, "Lent to all in"), base=60), note], XS) == list(XS[1:-1])
    other = line((200, "x"), base=72)
    assert clear_of([line((51, "AB5"), (290, "Lent to all in"), base=60), other], XS) != list(XS[1:-1])


ROWS = [
    ["ID", "Indicator", "2016/17", "2017/18", "2018/19"],
    ["AB1", "Calls answered", "81%", "82%", "83%"],
    ["AB2", "Visits to the pool", "4,500", "4,600", "4,700"],
    ["AB3", "Letters answered", "91%", "tbc", "93%"],
]
PLACES = [50, 120, 330, 400, 470]


def two_pages(text: str) -> Paper:
    """A table at a page's end, and on the next page a line of text over a row that goes on."""
    first, second = (paper := Paper()).sheet(), paper.sheet()
    for n, cells in enumerate(ROWS):
        for x, cell in zip(PLACES, cells, strict=True):
            first.text(x, 720 + 20 * n, cell)
        first.line(50, 725 + 20 * n, 530, 725 + 20 * n)
    second.text(120, 60, text)
    for x, cell in zip(PLACES, ["AB4", "Potholes mended", "12", "14", "16"], strict=True):
        second.text(x, 74, cell)
    second.text(50, 140, "Nothing else is planned for the year that the plan covers.")
    return paper


def test_a_wide_tail_over_a_row_that_goes_on_is_of_the_table(engine: str) -> None:
    first, second = grids(document(two_pages(WIDE[:60]), engine))
    assert texts(first) == ROWS
    assert texts(second) == [["", WIDE[:60].strip()], ["AB4", "Potholes mended", "12", "14", "16"]]
    assert spans(second) == {WIDE[:60].strip(): (1, 4)}


def test_a_sentence_over_it_is_not() -> None:
    (_, second) = grids(document(two_pages(WIDE[:60].capitalize())))
    assert texts(second) == [["AB4", "Potholes mended", "12", "14", "16"]]


def beginning_with(*row: str, base: float = 112) -> Table:
    """A table with this row over the two of ``table``."""
    cells = [[(base, text)] if text else [] for text in row]
    rows = [[[(132 + 20 * n, text)] for text in ("AB5", "Books lent", "5", "6", "7")] for n in range(2)]
    return drawn(XS, (100, 120, 140, 160), cells, *rows)


def test_a_short_last_line_of_a_wide_tail_is_no_row_of_the_table_below() -> None:
    own = beginning_with("", "and elsewhere", "", "", "")
    put_tail(Group(tail((120, WIDE), base=98), [own]), XS)
    assert rows_of(own)[0] == ["", f"{WIDE} and elsewhere"]
    assert [row[0] for row in rows_of(own)[1:]] == ["AB5", "AB5"]
    assert len(own.ys) == 4


@pytest.mark.parametrize(
    ("row", "base"),
    [
        (("", "", "and elsewhere", "", ""), 112),
        (("", "and elsewhere", "", "5", ""), 112),
        (("and elsewhere", "", "", "", ""), 112),
        (("", "and elsewhere", "", "", ""), 119),
    ],
    ids=["in another column", "beside a value", "in the first column", "further below"],
)
def test_another_row_below_a_wide_tail_stays(row: tuple[str, ...], base: float) -> None:
    own = beginning_with(*row, base=base)
    put_tail(Group(tail((120, WIDE), base=98), [own]), XS)
    assert rows_of(own)[0] == ["", WIDE]
    assert rows_of(own)[1] == list(row)
