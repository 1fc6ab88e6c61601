"""A header alone over its rule at a page's end, and rows under such a rule that begin a page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from planparse.readers.pdf.page import Rule
from planparse.readers.pdf.unruled.headed import headed_regions
from planparse.readers.pdf.unruled.regions import Region
from planparse.readers.pdf.words.lines import Line
from tests.readers.pdf.paper import Paper, Sheet
from tests.readers.pdf.reading import document, grids, paragraphs, texts
from tests.readers.pdf.test_headed import HEAD, RULE, XS, drawn, lines

ROWS = [
    ["P1", "Sweep the roads", "A Smith", "the whole year"],
    ["P2", "Mend the lamps", "B Jones", "by May"],
    ["P3", "Paint the hall", "C Brown", "in June"],
]
PROSE = "A text of the plan that says what is to be done in the years to come"


def ruled(sheet: Sheet, y: float) -> None:
    for a, b in pairwise(XS):
        sheet.line(a, y, b, y)


HEADER = lines([HEAD], top=100, bold=True)


def regions(own: Sequence[Line], *, raw: Sequence[Rule] = RULE, before: Sequence[float] | None = None) -> list[Region]:
    return headed_regions(list(raw), sorted(own, key=lambda line: line.base), [], before)


def alone(own: Sequence[Line], *, raw: Sequence[Rule] = RULE) -> bool:
    """Whether the header is one that stands alone."""
    return [region.header_alone for region in regions(own, raw=raw)] == [True]


def test_a_header_alone_at_a_pages_end_is_a_table(engine: str) -> None:
    paper = Paper()
    first, second = paper.sheet(height=400), paper.sheet(height=400)
    first.text(50, 60, PROSE)
    drawn(first, [HEAD], 350, bold=True)
    ruled(first, 366)
    ruled(second, 50)
    drawn(second, ROWS, 50)
    doc = document(paper, engine)
    assert [row for grid in grids(doc) for row in texts(grid)] == [HEAD, *ROWS]
    assert paragraphs(doc) == [PROSE]


def test_a_header_with_a_running_foot_below_it_is_alone() -> None:
    foot = lines([["", "Plan of the town"]], top=150)
    assert alone(HEADER)
    assert alone([*HEADER, *foot])
    assert alone([*HEADER, *foot, *lines([["Page 4"]], top=170)])


def test_a_header_over_a_text_is_not_alone() -> None:
    text = lines([["", "What the plan is for"]] * 3, top=170)
    assert not alone([*HEADER, *text])


def test_a_header_with_rows_is_not_alone() -> None:
    assert not alone([*HEADER, *lines(ROWS)])
    assert not alone([*HEADER, *lines(ROWS[:1])])


def test_names_that_are_not_bold_or_few_are_no_header_alone() -> None:
    assert not alone(lines([HEAD], top=100))
    assert not alone(lines([[*HEAD[:2], "", HEAD[3]]], top=100, bold=True))


def test_a_header_over_another_table_is_not_alone() -> None:
    below = [*lines([HEAD], top=184, bold=True), *lines(ROWS, top=200)]
    found = regions([*HEADER, *below], raw=[*RULE, *(Rule(200, a, b) for a, b in pairwise([50, 80, 230, 290, 370]))])
    assert not any(region.header_alone for region in found)


def test_under_a_bold_header_one_row_is_enough() -> None:
    (found,) = regions([*HEADER, *lines(ROWS[:1])])
    assert [line.text for line in found.lines] == [" ".join(HEAD), " ".join(ROWS[0])]
    assert regions([*lines([HEAD], top=100), *lines(ROWS[:1])]) == []


def goes_on(before: Sequence[float] | None, *over: Sequence[str]) -> bool:
    """Whether rows under a rule without a header are a table; ``over`` stands above it."""
    heads = lines(over, top=60 - 16 * len(over))
    return bool(regions([*heads, *lines(ROWS)], before=before))


def test_rows_under_a_rule_go_on_in_the_columns_of_the_page_before() -> None:
    assert goes_on(XS)
    assert goes_on([x + 3 for x in XS])
    assert goes_on(XS, ["Plan of the town"], ["Page 4"])


@pytest.mark.parametrize(
    "before", [None, [x + 6 for x in XS], XS[:2]], ids=["no table", "other columns", "fewer columns"]
)
def test_rows_under_a_rule_in_other_columns_do_not(before: Sequence[float] | None) -> None:
    assert not goes_on(before)


def test_below_a_text_they_do_not() -> None:
    assert not goes_on(XS, *[["", "What the plan is for"]] * 3)
