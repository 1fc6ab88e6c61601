"""Columns that the fullest lines show stay columns where other lines lay a note over them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from planparse.readers.pdf.page import Word, make_style
from planparse.readers.pdf.unruled.columns import columns_of, find_columns
from planparse.readers.pdf.words.lines import make_lines
from planparse.readers.pdf.words.runs import Row, cut

STYLE = make_style(size=10, bold=False, direction=0, invisible=False, white=False, font="", unmapped=False)
Entry = tuple[str, float, float]
"""Text, and where it begins and ends; its words share the room."""
HEAD: list[Entry] = [("Measure", 50, 90), ("Lead", 150, 180), ("Actual", 220, 250), ("Target", 290, 320)]
FULL: list[Entry] = [("Roads", 50, 90), ("Smith", 150, 180), ("40%", 220, 240), ("45%", 290, 310)]
NOTE: list[Entry] = [("Lamps", 50, 90), ("still without a lead", 150, 245), ("9", 290, 310)]


def row(entries: Sequence[Entry], n: float) -> Row:
    words = []
    for text, x0, x1 in entries:
        parts = text.split()
        step = (x1 - x0 + 3) / len(parts)
        base = 100.0 + 14 * n
        words += [
            Word(part, x0 + k * step, base - 8, x0 + (k + 1) * step - 3, base + 2, base, STYLE)
            for k, part in enumerate(parts)
        ]
    (line,) = make_lines(words)
    return cut(line, 0.8)


def borders(*rows: Sequence[Entry]) -> int:
    """How many borders the lines show."""
    return len(find_columns([row(entries, n) for n, entries in enumerate(rows)], []))


def test_a_note_over_two_columns_leaves_them_two() -> None:
    assert borders(HEAD, FULL, FULL, NOTE, FULL, NOTE) == 3


def test_columns_that_few_lines_show_are_none() -> None:
    assert borders(HEAD, *3 * [FULL], *4 * [NOTE]) == 3
    assert borders(HEAD, *3 * [FULL], *5 * [NOTE]) == 2


def test_a_value_over_the_gap_is_no_note() -> None:
    value: list[Entry] = [("Lamps", 50, 90), ("£1,000,000", 150, 245), ("9", 290, 310)]
    assert borders(HEAD, FULL, FULL, value, FULL, value) == 2


def test_a_text_that_begins_elsewhere_is_no_note() -> None:
    moved: list[Entry] = [("Lamps", 50, 90), ("still without a lead", 160, 245), ("9", 290, 310)]
    assert borders(HEAD, FULL, FULL, moved, FULL, moved) == 2


def test_a_gap_with_an_empty_column_beside_it_is_none() -> None:
    """The header has no entry on one side of the gap."""
    head: list[Entry] = [("Measure", 50, 90), ("Lead", 150, 180), ("Target", 290, 320)]
    assert borders(head, FULL, FULL, NOTE, FULL, NOTE) == 2


def test_the_border_stands_behind_an_entry_that_fills_its_column() -> None:
    filled: list[Entry] = [("Lamps", 50, 90), ("Marlowe-Green", 150, 214), ("8%", 220, 240), ("9", 290, 310)]
    found = find_columns([row(r, n) for n, r in enumerate((HEAD, FULL, FULL, filled, FULL))], [])
    assert len(found) == 3
    assert 214 <= found[1] <= 220


def found(*rows: Sequence[Entry]) -> list[float]:
    return find_columns([row(entries, n) for n, entries in enumerate(rows)], [])


YEARS: list[Entry] = [("Measure", 50, 90), ("2024/25", 150, 190), ("2025/26", 220, 260), ("2026/27", 290, 330)]
FIGURES: list[Entry] = [("Roads", 50, 90), ("40%", 150, 170), ("45%", 220, 240), ("50%", 290, 310)]
TEXT: list[Entry] = [("Issues", 50, 90), ("We sweep all of the roads in the spring", 150, 330)]


def test_figures_show_the_columns_below_texts_that_lie_over_them() -> None:
    assert borders(*8 * [TEXT], *3 * [FIGURES]) == 3
    assert borders(*8 * [TEXT], *2 * [FIGURES]) == 1


def test_texts_that_begin_where_no_figure_does_have_columns_of_their_own() -> None:
    moved: list[Entry] = [("Issues", 50, 90), ("We sweep all of the roads in the spring", 160, 330)]
    assert borders(*8 * [moved], *3 * [FIGURES]) == 1


def test_values_beside_labels_are_no_texts_over_figures() -> None:
    value: list[Entry] = [("Issues", 50, 90), ("£1,000,000", 150, 330)]
    assert borders(*8 * [value], *3 * [FIGURES]) == 1
    assert borders(*9 * [TEXT], value, *3 * [FIGURES]) == 3, "a text may go on with a figure"


def test_years_side_by_side_have_a_column_each_whatever_lies_over_them() -> None:
    notes: list[Entry] = [("Lamps", 50, 90), ("to be set when the survey is done in spring", 150, 330)]
    assert borders(YEARS, *5 * [notes]) == 3


def test_other_headers_side_by_side_over_notes_are_no_columns() -> None:
    names: list[Entry] = [("Measure", 50, 90), ("North", 150, 190), ("South", 220, 260), ("East", 290, 330)]
    notes: list[Entry] = [("Lamps", 50, 90), ("to be set when the survey is done in spring", 150, 330)]
    assert borders(names, *5 * [notes]) == 1


CLOSE: list[Entry] = [("Ref", 20, 35), ("Measure", 50, 90), ("2023/24 2024/25 2025/26 2026/27 2027/28", 150, 347)]
"""Five years with 3 points of white between them, less than between the names of columns."""
ENDS = (187, 227, 267, 307, 347)
CODED: list[Entry] = [("AB1", 20, 40), ("Roads", 50, 90)]
OVER_ALL: list[Entry] = [*CODED, ("40%", 170, 187), ("41%", 210, 227), ("not to be set before the survey", 236, 347)]
"""The note begins where no value does, left of all of the first column."""


def ending(*widths: float) -> list[Entry]:
    """A line of values that end where the years do; a width of 0 leaves one out."""
    return [*CODED, *(("40%", end - width, end) for end, width in zip(ENDS, widths, strict=True) if width)]


def test_years_that_nearly_touch_have_a_column_each_over_values_and_a_note() -> None:
    rows = (ending(17, 17, 13, 17, 8), ending(17, 8, 17, 13, 17), OVER_ALL, ending(13, 17, 8, 8, 13))
    assert borders(CLOSE, *rows) == 6


@pytest.mark.parametrize(
    "rows",
    [
        [ending(17, 17, 13, 17, 8), OVER_ALL],
        [ending(17, 17, 0, 17, 8), OVER_ALL, ending(17, 8, 17, 13, 0), OVER_ALL, ending(13, 17, 8, 0, 13)],
    ],
    ids=["values below them once", "values below others"],
)
def test_they_have_none_unless_several_lines_have_values_below_each(rows: list[list[Entry]]) -> None:
    assert borders(CLOSE, *rows) == 4


def under(header: Sequence[Entry], *entries: Sequence[Entry]) -> list[float]:
    """The borders that so many lines show that the white between them counts, whatever their header lies over."""
    return found(header, *(4 * list(entries)))


ROADS: list[list[Entry]] = [
    [("Roads of the town", 50, 150), (text, 320 - width, 320)] for text, width in (("40%", 20), ("1,045", 28), ("9", 6))
]


def test_a_year_inside_the_gap_before_figures_that_end_level_begins_their_column() -> None:
    (border,) = under([("Measure", 50, 90), ("2024/25", 200, 240)], *ROADS)
    assert 150 < border < 200
    (border,) = under([("Measure", 50, 90), ("North", 200, 240)], *ROADS)
    assert border == 221


def test_a_year_before_figures_that_begin_level_leaves_the_border_in_the_middle() -> None:
    level: list[list[Entry]] = [[("Roads of the town", 50, 150), ("40%", x, 320)] for x in (292, 293.7, 293.8)]
    assert under([("Measure", 50, 90), ("2024/25", 200, 240)], *level) == [221]


def test_a_header_that_ends_near_its_figures_is_of_their_column() -> None:
    (border,) = under([("Measure", 50, 90), ("Target for the year", 200, 285)], *ROADS)
    assert 150 < border < 200
    assert under([("Measure", 50, 90), ("Target for the year", 180, 255)], *ROADS) == [221]


def test_a_header_that_begins_right_behind_the_texts_is_of_their_column() -> None:
    (border,) = under([("What", 50, 90), ("we do in the town", 152, 260)], *ROADS)
    assert 260 < border < 292
    assert under([("What", 50, 90), ("we do in the town", 160, 268)], *ROADS) == [221]


ASIDE: list[Entry] = [("Measure", 50, 90), ("Result", 150, 180), ("Target", 250, 280)]
BELOW: list[Entry] = [("Roads", 50, 90), ("40%", 200, 220), ("45%", 300, 320)]


def test_a_header_left_of_its_figures_has_one_column_with_them() -> None:
    wrapped: list[Entry] = [("in all", 50, 85), ("about", 196, 220)]
    assert borders(ASIDE, *3 * [BELOW]) == 2
    assert borders(ASIDE, BELOW, wrapped, BELOW, wrapped, BELOW) == 2


def test_a_line_in_the_columns_of_the_header_keeps_them_apart() -> None:
    lower: list[Entry] = [("in all", 50, 85), ("about", 150, 176)]
    assert borders(ASIDE, BELOW, lower, BELOW, BELOW) == 4


def test_a_border_that_is_drawn_near_a_gap_is_its_own() -> None:
    """The texts of a column may run a little over it."""
    lines = [row(entries, n) for n, entries in enumerate(3 * [FIGURES])]
    own = find_columns(lines, [])
    for near, far in ((87.0, 85.0), (153.0, 155.0)):
        assert find_columns(lines, [near]) == [near, *own[1:]]
        assert find_columns(lines, [far]) == sorted([far, *own])


def few(value: str) -> int:
    """Borders that three lines show; the last has an entry that nearly touches the text before it."""
    head: list[Entry] = [("Measure of all", 50, 120), ("Latest", 200, 230), ("Targets", 250, 285)]
    years: list[Entry] = [("result", 200, 230), ("2024/25", 250, 285), ("2025/26", 310, 345)]
    text = "Share of homes with a garden"
    return borders(head, years, [(text, 50, 195), (value, 200, 220), ("9", 250, 256), ("8", 310, 316)])


def test_in_few_lines_a_value_under_a_name_has_its_column_however_near_the_text_stands() -> None:
    assert few("58%") == 3


def test_a_word_there_is_one_of_the_text() -> None:
    assert few("here") == 2


def coded(off: float) -> int:
    """Borders of rows of a code and a lead, with a text of two lines between them that begins ``off`` lines above them
    and ends as far below."""
    lines = [row([("Ref", 50, 65), ("Lead", 300, 325)], 0)]
    for n in range(3, 12, 3):
        lines.append(row([("Sweep all of the", 100, 220)], n - off))
        lines.append(row([(f"A{n}", 50, 62), ("Smith", 300, 330)], n))
        lines.append(row([("roads of the town", 100, 210)], n + off))
    return len(find_columns(lines, []))


def test_texts_of_two_lines_in_the_middle_of_their_row_have_a_column() -> None:
    """Each of their lines stands half a line above or below the code beside them."""
    assert coded(0.43) == 2


def test_a_text_a_whole_line_above_and_below_is_beside_nothing() -> None:
    assert coded(0.9) == 1


def test_a_line_half_a_line_off_that_lies_over_the_white_between_two_texts_leaves_it_white() -> None:
    """What touches one of the texts beside it is no column of its own."""
    lines = [row([("Ref", 50, 65), ("Lead", 300, 325)], 0)]
    for n in range(3, 12, 3):
        lines += [row([("Sweep all of the roads", 55, 310)], n - 0.43), row([("A1", 50, 62), ("Smith", 300, 330)], n)]
    assert len(find_columns(lines, [])) == 1


LEANING: list[Entry] = [("Measure", 50, 90), ("Result", 150, 180), ("Target", 249, 299), ("Later", 310, 350)]
"""A name that nearly touches the values of the next column."""
VALUED: list[Entry] = [("Roads", 50, 90), ("4%", 140, 156), ("5%", 220, 236), ("6%", 300, 316)]
INNER: list[Entry] = [("Roads", 50, 90), *VALUED[2:]]


def test_a_header_and_lines_of_values_of_as_many_entries_show_their_columns_by_the_order() -> None:
    assert found(LEANING, VALUED, VALUED) == [115, 200, 299.5]


def test_the_first_entry_may_stand_in_other_lines() -> None:
    """The labels have two lines, half a line above and below the values."""
    lines = [row(LEANING, 0)]
    for n in (2, 4):
        lines += [row([("Roads", 50, 90)], n - 0.4), row(VALUED[1:], n), row([("swept", 50, 90)], n + 0.4)]
    assert find_columns(lines, []) == [115, 200, 299.5]


NO_ORDER = [115, 200, 242.5]
"""The name stands in the column of the values that it leans on."""


def test_of_the_lines_of_values_more_than_half_have_as_many_entries() -> None:
    assert found(LEANING, VALUED, VALUED, INNER) == [115, 200, 299.5]
    assert found(LEANING, VALUED, VALUED, INNER, INNER) == NO_ORDER


@pytest.mark.parametrize(
    ("lines", "columns"),
    [
        ([LEANING, VALUED], NO_ORDER),
        ([LEANING[1:], *3 * [VALUED[1:]]], NO_ORDER[1:]),
        ([[LEANING[0], ("4%", 150, 180), ("5%", 249, 299), LEANING[3]], VALUED, VALUED], NO_ORDER),
        ([[*LEANING[:2], ("Target", 249, 301), LEANING[3]], VALUED, VALUED], NO_ORDER),
        ([LEANING, VALUED, VALUED, [("Lamps", 50, 90), ("to be told", 250, 316)]], NO_ORDER),
        ([LEANING, *2 * [[("Roads", 50, 90), *VALUED[2:]]]], [120, 242.5]),
    ],
    ids=[
        "one line of values",
        "three entries",
        "values in the first line",
        "over the next values",
        "a note over the border",
        "an entry less behind the first",
    ],
)
def test_other_lines_show_no_columns_by_their_order(lines: list[list[Entry]], columns: list[float]) -> None:
    assert found(*lines) == columns


def test_borders_that_are_drawn_go_before_the_order() -> None:
    lines = [row(entries, n) for n, entries in enumerate((LEANING, VALUED, VALUED))]
    assert find_columns(lines, [242.0]) == [115, 200, 242]


LATER: list[Entry] = [("Lead", 150, 180), ("Actual", 220, 250), ("Target", 290, 320), ("Due", 360, 380)]
VALUES: list[Entry] = [("Smith", 150, 180), ("40%", 220, 240), ("45%", 290, 310), ("May", 360, 380)]


def beside(*first: str) -> list[float]:
    """Borders of a header and two rows of four entries, with these texts each in a line of its own left of them."""
    alone = [row([(text, 50, 90)], n - 0.4) for n, text in enumerate(first)]
    rows = [*alone, *(row(entries, n) for n, entries in enumerate((LATER, VALUES, VALUES)))]
    return find_columns(sorted(rows, key=lambda own: own.line.base), [])


def test_a_first_column_whose_entries_all_stand_in_lines_of_their_own() -> None:
    assert beside("Measure", "Roads", "Lamps") == [120, 200, 270, 340]


def test_fewer_texts_left_of_the_entries_are_none() -> None:
    assert beside("Measure", "Roads") == [200, 270, 340]


@pytest.mark.parametrize(
    ("text", "end", "last"),
    [
        ("set when all wards have been asked", 330.0, 2),
        ("set when all wards have", 300.0, 1),
        ("set when all were asked", 322.0, 1),
        ("set when asked", 330.0, 1),
    ],
    ids=["its last word stands there", "it ends before the border", "its last word lies over the border", "a title"],
)
def test_a_note_whose_last_word_stands_left_of_the_figures_of_a_column_lies_over_it(
    text: str, end: float, last: int
) -> None:
    (run,) = row([(text, 154, end)], 0).runs
    assert columns_of(run, [50, 150, 225, 303, 400], [(50, 140), (154, 200), (240, 290), (370, 390)]) == (1, last + 1)
