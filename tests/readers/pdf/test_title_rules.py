"""A title spans the columns of a rule under it, or under the names below it; rules under other texts span none."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from planparse.model.document import Grid
from tests.readers.pdf.paper import Paper, text_width
from tests.readers.pdf.reading import document, grids, spans, texts

XS = [50.0, 200, 270, 340, 410]
NAMES = ["Measure", "North", "South", "East", "West"]
ROWS = [["Roads swept", "40%", "45%", "50%", "55%"], ["Lamps lit", "8", "9", "10", "11"]]
END = 480.0
RULE = (244.0, 480.0)


def drawn(
    rule: Sequence[float], *, x: float = 276, at: float = 103, names: Sequence[str] = NAMES, also: str = ""
) -> Paper:
    """Rules around a table, under its names and between its rows; a title stands over the names, ``also`` beside it."""
    sheet = (paper := Paper()).sheet()
    for y in (86, 122, 140, 158):
        sheet.line(48, y, END, y)
    sheet.text(x, 99, "Wards", size=9).text(400, 99, also, size=9)
    for left, name in zip(XS, names, strict=True):
        sheet.text(left, 116, name, size=9)
    if rule:
        sheet.line(rule[0], at, rule[1], at)
    sheet.cells([left - 4 for left in XS], [122, 140], ROWS)
    return paper


def only(paper: Paper, engine: str = "pdfium") -> Grid:
    (grid,) = grids(document(paper, engine))
    return grid


def test_a_title_spans_the_columns_of_the_rule_under_it(engine: str) -> None:
    grid = only(drawn(RULE), engine)
    assert spans(grid)["Wards"] == (1, 3)
    assert spans(grid)["Measure"] == spans(grid)["North"] == (2, 1)  # beside the title, no rule is over them
    assert [[cell for cell in row if cell] for row in texts(grid)] == [[*NAMES[:2], "Wards"], NAMES[2:], *ROWS]


@pytest.mark.parametrize(
    "rule",
    [(), (314, 480), (244, 314), (60, 480)],
    ids=["no rule", "beside the title", "one column", "nearly as wide as the table"],
)
def test_other_rules_span_no_columns(rule: tuple[float, ...]) -> None:
    assert "Wards" not in spans(only(drawn(rule)))


def test_a_rule_under_two_titles_is_of_neither() -> None:
    assert "Wards" not in spans(only(drawn(RULE, also="Others")))


FEW = [name if name != "East" else "" for name in NAMES]


def test_the_rule_may_stand_below_the_names_where_the_title_is_in_its_middle() -> None:
    middle = (RULE[0] + RULE[1] - text_width("Wards", 9)) / 2
    assert spans(only(drawn(RULE, at=119, x=middle, names=FEW)))["Wards"] == (1, 3)
    assert "Wards" not in spans(only(drawn(RULE, at=119, names=FEW)))
    assert "Wards" not in spans(only(drawn((), x=middle, names=FEW)))


CENTRED = ["Measure", "North", "South", "East", "Target for"]


def painted(second: str, middle: float) -> Paper:
    """A header painted in one piece, its names in the middle of their columns, and a second line with this middle."""
    sheet = (paper := Paper()).sheet().box(48, 86, END, 122, colour="0.8 0.85 0.9")
    for y in (86, 122, 140, 158):
        sheet.line(48, y, END, y)
    sheet.text(middle - text_width(second, 9) / 2, 112, second, size=9)
    for y, (first, *others) in zip((100, 134, 152), [CENTRED, *ROWS], strict=True):
        sheet.text(50, y, first, size=9)
        for x, text in zip(XS[1:], others, strict=True):
            sheet.text(x + 35 - text_width(text, 9) / 2, y, text, size=9)
    return paper


def test_what_stands_in_the_middle_under_the_last_name_of_a_painted_header_is_its_end(engine: str) -> None:
    grid = only(painted("the year", XS[4] + 35), engine)
    assert texts(grid) == [[*CENTRED[:-1], "Target for the year"], *ROWS]


def test_what_stands_in_the_middle_of_its_paint_spans_it() -> None:
    grid = only(painted("of the year", (48 + END) / 2))
    assert spans(grid) == {"of the year": (1, 5)}
