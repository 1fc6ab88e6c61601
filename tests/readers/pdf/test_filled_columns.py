"""Texts that fill their column end where entries of other lines begin."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from planparse.readers.pdf.page import Word, make_style
from planparse.readers.pdf.unruled.aligned import aligned_table
from planparse.readers.pdf.unruled.carried import clear_of
from planparse.readers.pdf.unruled.hints import Hints
from planparse.readers.pdf.words.lines import Line, make_lines, words_text
from planparse.readers.pdf.words.runs import NEAR_GAP, Row, cut, parted_at, starts_of, values_parted
from tests.readers.pdf.paper import Paper, text_width
from tests.readers.pdf.reading import document, grids, texts

Entry = tuple[float, str]


def line(*entries: Entry, base: float = 100, bold: bool = False, blank: float = 3) -> Line:
    """Texts of words 5 points wide a letter, ``blank`` points apart, of size 10."""
    style = make_style(size=10, bold=bold, direction=0, invisible=False, white=False, font="", unmapped=False)
    words = []
    for start, text in entries:
        x = start
        for part in text.split():
            words.append(Word(part, x, base - 8, x + 5 * len(part), base + 2, base, style))
            x += 5 * len(part) + blank
    (found,) = make_lines(words)
    return found


def row(*entries: Entry, base: float = 100, bold: bool = False, blank: float = 3) -> Row:
    return cut(line(*entries, base=base, bold=bold, blank=blank), 0.8)


def parted(whole: Row, *places: int) -> list[str]:
    return [run.text for run in parted_at(whole, set(places)).runs]


FULL = row((50, "Sweep the roads"), (128, "40%"), (200, "45%"))
"""The first text ends 7 points before the second column, less than the gap of two runs."""


def test_a_text_is_parted_where_an_entry_begins_behind_wide_white() -> None:
    assert [run.text for run in FULL.runs] == ["Sweep the roads 40%", "45%"]
    assert parted(FULL, 128) == ["Sweep the roads", "40%", "45%"]


def test_it_is_not_parted_elsewhere() -> None:
    assert parted(FULL, 73, 200) == ["Sweep the roads 40%", "45%"]
    assert parted_at(FULL, set()) is FULL


def test_the_white_is_wider_than_that_between_the_words_of_the_text() -> None:
    wide = row((50, "Sweep the roads"), (135, "40%"), blank=6)
    assert wide.runs[0].text == "Sweep the roads 40%"
    assert parted(wide, 135) == ["Sweep the roads 40%"]


@pytest.mark.parametrize("label", ["•", "a.", "1."])
def test_the_label_of_an_item_is_not_parted_from_it(label: str) -> None:
    end = 101 + 5 * len(label)
    own = row((50, "Sweep the"), (101, label), (end + 7, "roads of it"))
    assert len(own.runs) == 1
    assert parted(own, end + 7) == [own.runs[0].text]


def test_several_entries_begin_at_a_place() -> None:
    own = [row((50, "Roads"), (131, "40%"), base=100 + 12 * n) for n in range(2)]
    assert 131 in starts_of(own)
    assert 131 not in starts_of([own[0], row((50, "Lamps"), (150, "8"), base=112)])


def test_the_begin_of_the_first_column_is_no_such_place() -> None:
    assert not {49, 50, 51} & starts_of([row((50, "Roads"), (131, "40%"), base=100 + 12 * n) for n in range(3)])


def test_entries_a_point_apart_begin_at_one_place() -> None:
    assert {131, 132} <= starts_of([row((50, "Roads"), (131, "4")), row((50, "Lamps"), (132, "8"), base=112)])


def measures(gap: float, engine: str = "pdfium") -> list[list[list[str]]]:
    """Measures, each with its figure beside it; one of them ends ``gap`` points before its figure."""
    sheet = (paper := Paper()).sheet()
    full = "Trees planted along the roads"
    at = 50 + text_width(full, 9) + gap
    rows = [["Measure", "Now"], ["Roads swept", "40%"], ["Lamps lit", "8"], [full, "12"], ["Homes built", "7"]]
    for n, (name, figure) in enumerate(rows):
        sheet.text(50, 112 + 16 * n, name, size=9, bold=n == 0).text(at, 112 + 16 * n, figure, size=9, bold=n == 0)
    return [texts(grid) for grid in grids(document(paper, engine))]


def test_a_text_that_fills_its_column_has_its_figure_beside_it(engine: str) -> None:
    """Between them there is less white than between columns."""
    ((*_, full, last),) = measures(6, engine)
    assert full == ["Trees planted along the roads", "12"]
    assert last == ["Homes built", "7"]


def test_behind_a_blank_there_begins_no_column() -> None:
    assert ["Trees planted along the roads", "12"] not in [row for grid in measures(2.5) for row in grid]


def columns(*own: Line, drawn: Sequence[float] = ()) -> list[list[str]]:
    """The texts in each column of a table, of which some borders are drawn."""
    table = aligned_table(list(own), Hints(verticals=list(drawn)), NEAR_GAP)
    if table is None:
        return []
    out: list[list[str]] = [[] for _ in table.xs[1:]]
    for cell in table.cells:
        if cell.words and cell.slab.col_span == 1:
            out[cell.slab.col].append(words_text(cell.words))
    return out


NUMBERS = [("40%", "45%"), ("8", "9"), ("4", "5"), ("7", "6"), ("3", "2")]


def test_a_column_of_which_each_text_stands_close_to_the_next_one_has_texts() -> None:
    """The lead stands 5 points before the first figure in each row, less than the gap of two runs; a border is drawn
    there."""
    leads = ["A Smith", "B Jones", "C Brown", "D Green", "E White"]
    own = [line((50, "Measure"), (150, "Leader"), (188, "Now"), (250, "Next"), base=100)]
    for n, (lead, (now, next_one)) in enumerate(zip(leads, NUMBERS, strict=True)):
        own.append(line((50, f"Roads {n}"), (150, lead), (188, now), (250, next_one), base=114 + 14 * n))
    found = columns(*own, drawn=[185.5])
    assert found[1:3] == [["Leader", *leads], ["Now", *(now for now, _ in NUMBERS)]]
    assert found[0] == ["Measure", *(f"Roads {n}" for n in range(5))]


NOTE = "To be set by the board"


def below(*names: Entry, bold: bool = True, note: str = NOTE) -> list[list[str]]:
    """The columns below names: two figures stand beside each other in two rows, notes over both in others."""
    own = [line((50, "Measure"), *names, base=100, bold=bold, blank=4)]
    for n in range(6):
        entries = [(200.0, note)] if n % 3 else [(200.0, "40%"), (260.0, "45%")]
        own.append(line((50, f"Roads {n}"), *entries, base=114 + 14 * n))
    return columns(*own)


def test_bold_names_that_stand_close_are_of_two_columns() -> None:
    """They are nearer to each other than two runs are, and notes lie over the white between the figures."""
    found = below((200, "Lastyear"), (244, "Nextyear"))
    assert [column[0] for column in found] == ["Measure", "Lastyear", "Nextyear"]
    assert [column[1:] for column in found[1:]] == [["40%", "40%"], ["45%", "45%"]]


def test_names_that_are_not_bold_or_one_name_over_both_are_of_one() -> None:
    assert len(below((200, "Lastyear"), (244, "Nextyear"), bold=False)) == 2
    assert len(below((205, "Lastyearandnext"))) == 2


def test_short_texts_over_both_are_no_notes() -> None:
    assert len(below((200, "Lastyear"), (244, "Nextyear"), note="To be setbytheboard")) == 2


BEFORE = (50.0, 120.0, 180.0, 300.0, 400.0)


def test_borders_are_moved_past_no_other() -> None:
    """The first one has been moved right, past a longer text, into the white that the second one would be moved to."""
    own = [line((60, "Sweeptheroadsofus")), line((170, "Mendthelampsofus"), (310, "C"), base=114)]
    found = clear_of(own, BEFORE)
    assert found == sorted(set(found))
    assert found[0] == 157.5


def test_a_border_is_moved_left_of_a_wider_text_where_none_is_in_its_way() -> None:
    wide = ((170, "Mendthelampsofus"), (310, "C"))
    assert clear_of([line((55, "Sweeptheroad"), *wide)], BEFORE) == [120.0, 142.5, 300.0]
    assert clear_of([line((55, "A"), *wide)], BEFORE) == [120.0, 280.0, 300.0]


def test_past_a_text_over_the_next_border_too_a_border_is_not_moved() -> None:
    assert clear_of([line((60, "Sweeptheroadsofus"), (200, "C"))], BEFORE) == [172.5, 180.0, 300.0]
    assert clear_of([line((60, "Sweeptheroadsofusinallwar"), (320, "C"))], BEFORE) == [120.0, 252.5, 300.0]


REFS: list[Entry] = [(50, "Ref"), (90, "Action"), (300, "Lead")]


def stretched(*, begin: str = "Walk all", end: str = "thewayhome", head: Sequence[Entry] = REFS) -> list[list[str]]:
    """The columns of short actions, but one of two pieces with wide white between them."""
    own = [line(*head)]
    for n, (action, lead) in enumerate((("Sweep", "A Smith"), ("Mend all", "B Jones"), ("Light it", "C Brown")), 1):
        own.append(line((50, f"A{n}"), (90, action), (300, lead), base=100 + 14 * n))
    return columns(*own, line((50, "A4"), (90, begin), (190, end), (300, "D Green"), base=156))


def test_a_text_stretched_to_its_column_is_one() -> None:
    assert stretched() == [
        ["Ref", "A1", "A2", "A3", "A4"],
        ["Action", "Sweep", "Mend all", "Light it", "Walk all thewayhome"],
        ["Lead", "A Smith", "B Jones", "C Brown", "D Green"],
    ]


@pytest.mark.parametrize(
    "how",
    [
        {"end": "45%"},
        {"begin": "12"},
        {"head": [*REFS[:2], (190, "How"), REFS[2]]},
        {"head": [REFS[0], REFS[2]]},
    ],
    ids=["a value", "behind a value", "a name for each", "a name less"],
)
def test_what_may_be_an_entry_of_its_own_has_a_column(how: dict[str, Any]) -> None:
    assert [how.get("end", "thewayhome")] in [column[-1:] for column in stretched(**how)]
    assert len(stretched(**how)) == 4


LEVEL, TAKEN = 205.0, ["40%", "1,045", "9"]
"""Where the figures of a column end, and some of these; its border is drawn at 220."""


def beside(
    word: str = "everyone",
    *,
    gap: float = 5,
    off: float = 0,
    ends: Sequence[float] = (0, 0, 0),
    drawn: Sequence[float] = (150, 220),
) -> list[list[str]]:
    """The columns of rows of a figure and a place right of it. In the last row the place begins ``gap`` points behind
    the figure, left of the border, and the figure ends ``off`` points further right than those of the other rows, which
    end so much further left as ``ends`` says."""

    def figure(text: str, end: float) -> Entry:
        return end - 5 * len(text), text

    own = [
        line((54, f"Roads {n}"), figure(text, LEVEL - left), (230, f"ward {n}"), base=100 + 18 * n)
        for n, (text, left) in enumerate(zip(TAKEN, ends, strict=True))
    ]
    own.append(line((54, "Halls"), figure("55%", LEVEL + off), (LEVEL + off + gap, word), base=154))
    return columns(*own, drawn=drawn)


def test_a_figure_that_ends_level_with_its_column_is_parted_from_a_place_that_lies_over_the_border() -> None:
    assert beside()[1:] == [[*TAKEN, "55%"], ["ward 0", "ward 1", "ward 2", "everyone"]]


@pytest.mark.parametrize(
    "how",
    [{"gap": 3}, {"off": 1}, {"ends": (0, 4, 4)}, {"ends": (0, 0, 4), "off": 0.6}],
    ids=["a blank between them", "ends elsewhere", "figures that end at several places", "not quite level"],
)
def test_another_figure_is_one_text_with_what_stands_right_behind_it(how: dict[str, Any]) -> None:
    assert beside(**how)[1:] == [TAKEN, ["ward 0", "ward 1", "ward 2"]]


def test_so_is_one_before_a_word_that_ends_left_of_the_border() -> None:
    assert beside("a")[1:] == [[*TAKEN, "55% a"], ["ward 0", "ward 1", "ward 2"]]


def valued(*fourth: Entry) -> list[list[str]]:
    rows = [row((50, "Lamps"), (150, f"4{n}%"), (200, f"5{n}%"), base=100 + 12 * n) for n in range(3)]
    return [[run.text for run in own.runs] for own in values_parted([*rows, row(*fourth, base=136)])]


def test_a_value_is_parted_from_what_nearly_touches_it_where_values_begin() -> None:
    assert valued((50, "Sweep the roads of"), (150, "£1,205.18"), (200, "£1"))[-1] == [
        "Sweep the roads of", "£1,205.18", "£1"
    ]  # fmt: skip


@pytest.mark.parametrize(
    "entry", [(150, "roads"), (154, "40%")], ids=["a word that begins there", "a value that begins elsewhere"]
)
def test_nothing_else_is(entry: Entry) -> None:
    assert valued((50, "Sweep all of the town"), entry)[-1] == [f"Sweep all of the town {entry[1]}"]


def test_a_note_with_a_number_where_values_begin_is_one_text() -> None:
    assert valued((50, "Lamps"), (110, "until at"), (150, "20% of"))[-1] == ["Lamps", "until at 20% of"]


def test_a_year_is_parted_from_the_year_before_it() -> None:
    (years,) = values_parted([row((50, "2017/18 2018/19 2019/20"))])
    assert [run.text for run in years.runs] == ["2017/18", "2018/19", "2019/20"]
