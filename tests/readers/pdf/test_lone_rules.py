"""Rules below a header, drawn in pieces of its columns, are those of its rows, though a note goes over a border;
columns of a header that only paint shows are columns of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from planparse.readers.pdf.page import Fill, Rule
from planparse.readers.pdf.ruled.lone_rules import with_lone_rules
from planparse.readers.pdf.ruled.rules import Frame
from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, texts
from tests.readers.pdf.test_filled_columns import line

XS = [50.0, 110, 170, 230, 290, 350]
ENTRIES = ((54, "AB1"), (114, "Roads"), (174, "Smith"))
OVER = (234, "not yet known")


def frames(entries: Sequence[tuple[float, str]], cuts: Sequence[float]) -> list[int]:
    """How many level rules each frame has: that of a header, and the rule under these texts, in pieces at ``cuts``."""
    ends = [XS[0], *cuts, XS[-1]]
    rules = [Rule(y, XS[0], XS[-1]) for y in (100, 120)]
    header = Frame(rules, [Rule(x, 100, 120) for x in XS])
    lone = Frame([Rule(140, XS[0], XS[-1])])
    drawn = [Rule(140, a, b) for a, b in pairwise(ends)]
    found = with_lone_rules([header, lone], [*rules, *drawn], line(*entries, base=133).words, [])
    return [len(frame.horizontals) for frame in found]


def test_a_rule_that_goes_on_with_a_header_is_no_frame_of_its_own() -> None:
    assert frames(ENTRIES, []) == [3]
    assert frames((*ENTRIES, OVER), XS[1:-1]) == [3]


@pytest.mark.parametrize(
    ("entries", "cuts"),
    [((*ENTRIES, OVER), []), ((*ENTRIES[:2], OVER), XS[1:-1]), ((*ENTRIES, OVER), [90.0, 200.0])],
    ids=["in one piece", "a few columns", "pieces of other columns"],
)
def test_a_note_over_a_border_above_another_rule_keeps_it_apart(
    entries: Sequence[tuple[float, str]], cuts: Sequence[float]
) -> None:
    assert frames(entries, cuts) == [2, 1]


CELLS = [Fill(a, 100, b, 120, "#00695c") for a, b in pairwise(XS)]
YEARS = XS[2:]
"""Column rules of a header whose blank cells, left of them, have none."""


def frames_below_paint(fills: list[Fill], entries: Sequence[tuple[float, str]]) -> list[int]:
    rules = [Rule(y, XS[0], XS[-1]) for y in (100, 120)]
    found = [Frame(rules, [Rule(x, 100, 120) for x in YEARS]), Frame([Rule(140, XS[0], XS[-1])])]
    return [len(f.horizontals) for f in with_lone_rules(found, [], line(*entries, base=133).words, fills)]


def test_a_rule_goes_on_with_a_header_of_which_paint_shows_the_first_columns() -> None:
    assert frames_below_paint(CELLS, (*ENTRIES[:2], (174, "12"))) == [3]


@pytest.mark.parametrize(
    ("fills", "entries"),
    [
        ([], (*ENTRIES[:2], (174, "12"))),
        ([Fill(XS[0], 100, XS[-1], 120, "#00695c")], (*ENTRIES[:2], (174, "12"))),
        (CELLS, ((54, "AB1"), (100, "Roads"), (174, "12"))),
    ],
    ids=["no paint", "paint in one piece", "a text over a painted border"],
)
def test_texts_in_other_columns_than_those_of_the_paint_keep_a_rule_apart(
    fills: list[Fill], entries: Sequence[tuple[float, str]]
) -> None:
    assert frames_below_paint(fills, entries) == [2, 1]


def rows_below_paint(engine: str) -> list[list[list[str]]]:
    """A header at a page's begin with blank cells, which have no uprights, over rows with rules between them alone; the
    first name has two lines, its figures are beside the second one."""
    sheet = (paper := Paper()).sheet()
    for a, b in pairwise(XS):
        sheet.box(a, 50, b, 66, colour="0.8 0.9 0.8")
    for y in (50, 66, 96, 112):
        sheet.line(XS[0], y, XS[-1], y)
    for x in YEARS:
        sheet.line(x, 50, x, 66)
    for x, year in zip(YEARS, ("2014/15", "2015/16", "2016/17"), strict=False):
        sheet.text(x + 4, 61, year, size=9, bold=True)
    sheet.text(54, 77, "AB1", size=9).text(114, 77, "Roads swept", size=9).text(114, 90, "by hand", size=9)
    sheet.text(54, 107, "AB2", size=9).text(114, 107, "Lamps lit", size=9)
    for n, x in enumerate(YEARS[:-1]):
        sheet.text(x + 20, 90, f"{n}1", size=9).text(x + 20, 107, f"{n}2", size=9)
    return [texts(grid) for grid in grids(document(paper, engine))]


def test_rows_below_the_rest_of_a_painted_header_are_read_between_their_rules(engine: str) -> None:
    assert rows_below_paint(engine) == [
        [
            ["", "", "2014/15", "2015/16", "2016/17"],
            ["AB1", "Roads swept by hand", "01", "11", "21"],
            ["AB2", "Lamps lit", "02", "12", "22"],
        ]
    ]


def test_a_bold_title_between_a_table_and_the_rule_of_the_next_one_is_no_row() -> None:
    def found(bold: bool, *entries: tuple[float, str]) -> list[int]:
        words = line(*entries, base=133, bold=bold).words
        frame = Frame([Rule(y, XS[0], XS[-1]) for y in (100, 120)], [Rule(x, 100, 120) for x in XS])
        lone = Frame([Rule(140, XS[0], XS[-1])])
        return [len(f.horizontals) for f in with_lone_rules([frame, lone], [], words, [])]

    title = (54, "Help shops in the towns grow")  # its words stand in three columns, none over a border
    assert found(True, title) == [2, 1]
    assert found(False, *ENTRIES) == [3]
    assert found(True, *ENTRIES) == [3]
