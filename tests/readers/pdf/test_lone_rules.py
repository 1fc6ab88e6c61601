"""Rules below a header, drawn in pieces of its columns, are those of its rows, though a note goes over a border."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from planparse.readers.pdf.page import Rule
from planparse.readers.pdf.ruled.rules import Frame, with_lone_rules
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
    found = with_lone_rules([header, lone], [*rules, *drawn], line(*entries, base=133).words)
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
