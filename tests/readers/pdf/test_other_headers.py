"""The header of another table ends the rows above it: among lines without rules, and on the rule below the rows."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from planparse.readers.pdf.page import Rule, Word, make_style
from planparse.readers.pdf.unruled.free import free_regions
from planparse.readers.pdf.unruled.regions import Region, are_other_names, ruled_regions
from planparse.readers.pdf.words.lines import Line, make_lines
from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, texts

XS = [50.0, 200, 280, 360]
OTHER = [50.0, 180, 255, 330, 400]
HEAD = ["Measure", "Now", "North", "South"]
ROWS = [["Roads swept", "40%", "45%", "50%"], ["Lamps lit", "8", "9", "10"], ["Paths laid", "4", "5", "6"]]
NAMES = ["Project", "Lead", "Begins", "Ends", "Cost"]
WORKS = [
    ["New hall", "A Smith", "May", "June", "40"],
    ["New pool", "B Jones", "June", "July", "50"],
    ["New park", "C Brown", "April", "May", "60"],
]
END = 460.0
Entries = tuple[Sequence[float], Sequence[str], bool]


def plain(xs: Sequence[float], *rows: Sequence[str]) -> list[Entries]:
    return [(xs, row, False) for row in rows]


def strong(xs: Sequence[float], row: Sequence[str]) -> Entries:
    return (xs, row, True)


def lines(own: Sequence[Entries], *, top: float = 100) -> list[Line]:
    """Texts of words 4 points wide a letter, in rows 16 points high."""
    words = []
    for n, (xs, row, bold) in enumerate(own):
        style = make_style(size=9, bold=bold, direction=0, invisible=False, white=False, font="", unmapped=False)
        base = top + 12 + 16 * n
        for start, cell in zip(xs, row, strict=False):
            x = start
            for text in cell.split():
                words.append(Word(text, x, base - 7, x + 4 * len(text), base + 2, base, style))
                x += 4 * len(text) + 3
    return make_lines(words)


def free(*own: Entries) -> list[int]:
    """How many lines each region without rules has."""
    return [len(region.lines) for region in free_regions(lines(own))]


def test_two_tables_without_rules_right_below_each_other(engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    own = [strong(XS, HEAD), *plain(XS, *ROWS), strong(OTHER, NAMES), *plain(OTHER, *WORKS)]
    for n, (xs, row, bold) in enumerate(own):
        for x, cell in zip(xs, row, strict=False):
            sheet.text(x, 112 + 16 * n, cell, size=9, bold=bold)
    found = [texts(grid) for grid in grids(document(paper, engine))]
    assert found == [[HEAD, *ROWS], [NAMES, *WORKS]]


def test_a_bold_header_with_columns_elsewhere_begins_another_table() -> None:
    assert free(strong(XS, HEAD), *plain(XS, *ROWS), strong(OTHER, NAMES), *plain(OTHER, *WORKS)) == [4, 4]
    assert free(*plain(XS, *ROWS), strong(OTHER, NAMES), *plain(OTHER, *WORKS)) == [3, 4]


def test_names_that_are_not_bold_do_not() -> None:
    assert free(strong(XS, HEAD), *plain(XS, *ROWS), *plain(OTHER, NAMES, *WORKS)) == [8]


def test_a_sum_or_a_subtotal_does_not() -> None:
    total = strong(OTHER, ["All of it", "52", "59", "66", "9"])
    assert free(strong(XS, HEAD), *plain(XS, *ROWS), total, *plain(XS, *ROWS)) == [8]


def test_names_of_years_are_no_sum() -> None:
    years, total = (["Project", *names] for names in (("2023", "2024", "2025", "2026"), ("52", "59", "66", "9")))
    head = lines([strong(XS, HEAD)])
    assert are_other_names(lines([strong(OTHER, years)]), head)
    assert not are_other_names(lines([strong(OTHER, total)]), head)


def test_a_bold_row_in_the_same_columns_does_not() -> None:
    assert free(
        strong(XS, HEAD), *plain(XS, *ROWS), strong(XS, ["Parks", "all", "many", "few"]), *plain(XS, *ROWS)
    ) == [8]


def test_the_second_line_of_a_header_does_not() -> None:
    assert free(strong(XS, HEAD), strong(OTHER, NAMES), *plain(OTHER, *WORKS)) == [5]


def test_below_a_row_or_two_without_a_header_a_bold_line_does_not() -> None:
    assert free(*plain(XS, *ROWS[:2]), strong(OTHER, NAMES), *plain(OTHER, *WORKS)) == [6]


def test_it_does_where_it_comes_again_on_the_page() -> None:
    """The rows over the first one are the end of a table that the page before began."""
    other = [strong(OTHER, NAMES), *plain(OTHER, *WORKS)]
    own = [*plain(XS, *ROWS[:2]), *other]
    assert [region.lines[0].text for region in free_regions(lines([*own, *other]))] == [" ".join(NAMES)]
    assert [region.lines[0].text for region in free_regions(lines(own))] == [" ".join(ROWS[0])]


def ruled(last: Entries, *, rows: Sequence[Sequence[str]] = ROWS, gap: float = 0, bold: bool = False) -> list[Region]:
    """A header and a row between rules, more rows of which no rules part, and a line below these that stands on the
    last rule, ``gap`` points over it; rows of another table go on to the last rule of that."""
    own = [strong(XS, HEAD), *plain(XS, ROWS[0]), *((XS, row, bold) for row in rows)]
    body = [*own, last]
    end = 100.0 + 16 * len(body) + gap
    levels = [100.0, 116, 132, end, end + 16, end + 32, end + 48]
    below = lines(plain(OTHER, *WORKS), top=end)
    return ruled_regions([Rule(y, 50, END) for y in levels], [*lines(body), *below])


def first_lines(found: Sequence[Region]) -> list[str]:
    return [region.lines[0].text for region in found]


BOTH = [" ".join(HEAD), " ".join(NAMES)]


def test_a_header_on_the_rule_below_several_rows_begins_another_table() -> None:
    found = ruled(strong(OTHER, NAMES))
    assert first_lines(found) == BOTH
    assert [len(region.lines) for region in found] == [5, 4]


@pytest.mark.parametrize(
    "last",
    [
        (OTHER, NAMES, False),
        (OTHER, ["All of it", "52", "59", "66", "9"], True),
        (OTHER, ["Our projects", "and works"], True),
    ],
    ids=["not bold", "a sum", "two texts"],
)
def test_other_lines_on_the_rule_do_not(last: Entries) -> None:
    assert first_lines(ruled(last)) == BOTH[:1]


def test_below_bold_rows_or_one_alone_it_does_not() -> None:
    assert BOTH[1] not in first_lines(ruled(strong(OTHER, NAMES), bold=True))
    assert first_lines(ruled(strong(OTHER, NAMES), rows=ROWS[:1])) == BOTH[:1]


def test_far_above_the_rule_it_does_not() -> None:
    assert first_lines(ruled(strong(OTHER, NAMES), gap=30)) != BOTH


def test_below_rows_without_figures_it_does_not() -> None:
    words = [["Sweep the roads", "all", "many", "few"]] * 3
    assert first_lines(ruled(strong(OTHER, NAMES), rows=words)) == BOTH[:1]


YEARS = ["Project", "2023", "2024", "2025", "2026"]


def test_years_among_its_names_leave_the_header_what_it_is() -> None:
    assert free(strong(XS, HEAD), *plain(XS, *ROWS), strong(OTHER, YEARS), *plain(OTHER, *WORKS)) == [4, 4]


def test_a_bold_line_over_it_ends_the_rows_too() -> None:
    named = [strong(XS, ["Works"]), strong(OTHER, NAMES), *plain(OTHER, *WORKS)]
    assert free(strong(XS, HEAD), *plain(XS, *ROWS), *named) == [4, 4]


def test_a_bold_line_over_rows_or_the_same_header_is_a_band() -> None:
    band = strong(XS, ["Works"])
    assert free(strong(XS, HEAD), *plain(XS, *ROWS), band, *plain(XS, *ROWS)) == [8]
    assert free(strong(XS, HEAD), *plain(XS, *ROWS), band, strong(XS, HEAD), *plain(XS, *ROWS)) == [9]


def in_one_band(*last: Entries, bold: bool = False) -> list[Region]:
    """A header and its rows in one band between two rules, and below these other lines in a band of their own."""
    body = [strong(XS, HEAD), *((XS, row, bold) for row in ROWS), *last]
    levels = [100.0, 164, *(180.0 + 16 * n for n in range(len(last)))]
    return ruled_regions([Rule(y, 50, END) for y in levels], lines(body))


def test_a_header_below_a_header_and_its_rows_in_one_band_begins_another_table() -> None:
    found = in_one_band(strong(OTHER, NAMES), *plain(OTHER, *WORKS))
    assert first_lines(found) == BOTH
    assert [len(region.lines) for region in found] == [4, 4]


def test_other_lines_below_such_a_band_or_below_one_all_in_bold_do_not() -> None:
    assert first_lines(in_one_band(*plain(OTHER, NAMES, *WORKS))) == BOTH[:1]
    assert first_lines(in_one_band(strong(XS, HEAD), *plain(XS, *ROWS))) == BOTH[:1]
    assert first_lines(in_one_band(strong(OTHER, NAMES), *plain(OTHER, *WORKS), bold=True)) == BOTH[:1]
