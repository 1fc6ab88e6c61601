"""One rule beside a label parts rows where these stand over it and under it, between it and the rules as wide as the
table; a rule under a title does not."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from planparse.model.document import Grid
from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, spans

XS = [50.0, 160, 330, 410]
END = 480.0
HEAD = ["Aim", "What we will do", "Lead", "By when"]


def drawn(*groups: Sequence[Sequence[Sequence[str]]]) -> Grid:
    """A header and groups of rows of several lines each: rules as wide as the table around each group, shorter ones
    between its rows."""
    sheet = (paper := Paper()).sheet()
    y = 100.0
    for group in [[[HEAD]], *groups]:
        sheet.line(50, y, END, y)
        for k, row in enumerate(group):
            if k:
                sheet.line(160, y, END, y)
            for line in row:
                for x, cell in zip(XS, line, strict=False):
                    sheet.text(x + 3, y + 12, cell, size=9)
                y += 11
            y += 7
    sheet.line(50, y, END, y)
    (grid,) = grids(document(paper))
    return grid


LONG = [
    ["Clean roads", "Sweep the square of", "A Smith", "May"],
    ["", "the town each week"],
    ["", "and what is around it"],
    ["", "as long as it is dry"],
]
SHORT = [["", "Mend the lamps", "B Jones", "June"]]
ONE = [[["Warm homes", "Fit new doors", "A Smith", "July"]]]


def test_several_lines_of_the_row_stand_over_the_rule() -> None:
    """The entries of the row are four lines above it."""
    assert spans(drawn([LONG, SHORT], ONE))["Clean roads"] == (2, 1)


def test_several_lines_stand_under_it() -> None:
    under = [["", "Mend the lamps"], ["", "of the square and"], ["", "of the park too", "B Jones", "June"]]
    assert spans(drawn([LONG[:1], under], ONE))["Clean roads"] == (2, 1)


@pytest.mark.parametrize("alone", ["over", "under"])
def test_rows_beyond_the_rules_of_the_table_are_none_of_them(alone: str) -> None:
    """Over the rule, or under it, stands one text; the rows of several texts are those of other labels."""
    single = [["", "Mend the lamps"]]
    group = [[["Clean roads", "Sweep the square"]], SHORT] if alone == "over" else [LONG[:1], single]
    assert "Clean roads" not in spans(drawn(ONE, group, ONE))
