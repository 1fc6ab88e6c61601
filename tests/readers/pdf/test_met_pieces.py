"""Rules between rows that are drawn cell by cell show the columns by their pieces, whatever is drawn at the sides."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from planparse.readers.pdf.page import Page, Rule
from planparse.readers.pdf.unruled.hints import Hints, hints_of
from planparse.readers.pdf.unruled.regions import Region
from tests.readers.pdf.test_filled_columns import line

XS = [100.0, 240, 310, 380]
"""Where columns begin, and the last one ends."""
NOTE = "not set as yet by the new board of the trust"
"""It goes over the last border."""


def hints(notes: int, *rows: Sequence[float], sides: Sequence[float] = ()) -> Hints:
    """Those of four rows, the last ``notes`` of them with a note, over rules drawn in pieces between these places."""
    lines = [line((104, "Visits"), (244, "41"), (314, "42"), base=112 + 20 * n) for n in range(4 - notes)]
    lines += [line((104, "Swims"), (244, NOTE[:25]), base=112 + 20 * (4 - n)) for n in range(notes, 0, -1)]
    level = [Rule(110 + 12 * n, a, b) for n, places in enumerate(rows) for a, b in pairwise(places)]
    page = Page(0, 595, 842, horizontals=level, verticals=[Rule(x, 98, 180) for x in sides])
    return hints_of(page, lines, Region(lines, (XS[0], 100, XS[-1], 180), []))


def test_pieces_that_meet_show_the_columns() -> None:
    found = hints(0, XS, XS, XS)
    assert (found.verticals, found.complete) == (XS[1:-1], True)


@pytest.mark.parametrize("sides", [(100,), (380,), (101, 379)])
def test_they_do_where_the_sides_are_drawn(sides: Sequence[float]) -> None:
    found = hints(0, XS, XS, XS, sides=sides)
    assert (found.verticals, found.complete) == (XS[1:-1], True)


def test_a_border_within_that_is_drawn_is_the_one_that_counts() -> None:
    found = hints(0, XS, XS, XS, sides=(100, 310, 380))
    assert (found.verticals, found.complete) == ([100, 310, 380], False)


def test_sides_alone_are_the_borders_where_no_pieces_meet() -> None:
    found = hints(0, (100, 380), (100, 380), (100, 380), sides=(100, 380))
    assert (found.verticals, found.complete) == ([100, 380], False)


@pytest.mark.parametrize(
    ("rows", "shown"),
    [
        ([XS, XS, XS, (100, 240, 380)], True),
        ([XS, XS, (100, 240, 380)], False),
        ([XS, XS, XS, *[(100.0, 240.0, 380.0)] * 3], False),
    ],
    ids=["most rules", "two rules", "half of the rules"],
)
def test_notes_may_lie_over_a_border_that_most_of_several_rules_show(rows: list[list[float]], shown: bool) -> None:
    assert (hints(2, *rows).verticals == XS[1:-1]) is shown
