"""Rules below a header, drawn in pieces of its columns, are those of its rows, though a note goes over a border;
columns of a header that only paint shows are columns of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from planparse.readers.pdf.page import Fill, Rule
from planparse.readers.pdf.ruled.lone_rules import with_lone_rules
from planparse.readers.pdf.ruled.rules import Frame
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
