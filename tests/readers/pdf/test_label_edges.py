"""The right edge of a painted label is a column border where rules between the rows beside it begin there."""

from __future__ import annotations

import pytest

from planparse.readers.pdf.page import WHITE, Fill, Rule
from planparse.readers.pdf.ruled.edges import with_edges
from planparse.readers.pdf.ruled.rules import Frame
from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, spans, texts

LEFT, EDGE, MIDDLE, RIGHT = 50.0, 130.0, 300.0, 420.0
LABELS = [Fill(LEFT, 100, EDGE, 140, "#dddddd"), Fill(LEFT, 140, EDGE, 180, "#dddddd")]
SHORT = [Rule(120, EDGE, RIGHT), Rule(160, EDGE, RIGHT)]
UPRIGHTS = [Rule(x, 100, 180) for x in (LEFT, MIDDLE, RIGHT)]


def added(fills: list[Fill], *, short: list[Rule] = SHORT, uprights: list[Rule] = UPRIGHTS) -> set[Rule]:
    """The uprights that paint adds to a table with rules around each label, and shorter ones beside it."""
    frame = Frame(sorted([*(Rule(y, LEFT, RIGHT) for y in (100, 140, 180)), *short]), uprights)
    return set(with_edges(frame, fills).verticals) - set(uprights)


def test_labels_beside_their_rows_are_cells_of_their_own(engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    for fill in LABELS:
        sheet.box(fill.x0, fill.top, fill.x1, fill.bottom, colour="0.85 0.85 0.85")
    for y in (100, 140, 180):
        sheet.line(LEFT, y, RIGHT, y)
    for at, start, end in SHORT:
        sheet.line(start, at, end, at)
    for x in (LEFT, MIDDLE, RIGHT):
        sheet.line(x, 100, x, 180)
    sheet.text(54, 113, "Roads", size=9).text(54, 153, "Parks", size=9)
    rows = [("Sweep the square", "May"), ("Mend the lamps", "June"), ("Plant trees", "July"), ("Mow the lawn", "April")]
    for n, (action, when) in enumerate(rows):
        sheet.text(EDGE + 4, 113 + 20 * n, action, size=9).text(MIDDLE + 4, 113 + 20 * n, when, size=9)
    (grid,) = grids(document(paper, engine))
    assert spans(grid) == {"Roads": (2, 1), "Parks": (2, 1)}
    assert texts(grid) == [["Roads", *rows[0]], [*rows[1]], ["Parks", *rows[2]], [*rows[3]]]


def test_the_edge_is_an_upright_beside_each_label() -> None:
    assert added(LABELS) == {Rule(EDGE, 100, 140), Rule(EDGE, 140, 180)}
    assert added(LABELS[:1]) == {Rule(EDGE, 100, 140)}


def test_beside_a_label_without_a_rule_there_is_no_border() -> None:
    assert added(LABELS, short=[]) == set()
    assert added(LABELS, short=SHORT[:1]) == {Rule(EDGE, 100, 140)}
    assert added(LABELS, short=[Rule(120, EDGE + 20, RIGHT), Rule(160, EDGE + 20, RIGHT)]) == set()


def test_a_border_that_is_drawn_is_not_added() -> None:
    drawn = [*UPRIGHTS, Rule(EDGE + 1, 100, 180)]
    assert added(LABELS, uprights=sorted(drawn)) == set()
    assert added(LABELS, uprights=sorted([*UPRIGHTS, Rule(EDGE, 140, 180)])) == {Rule(EDGE, 100, 140)}


@pytest.mark.parametrize(
    "fill",
    [
        Fill(LEFT, 100, EDGE, 140, WHITE),
        Fill(LEFT + 20, 100, EDGE, 140, "#dddddd"),
        Fill(LEFT, 100, LEFT + 2, 140, "#dddddd"),
        Fill(LEFT, 100, RIGHT, 140, "#dddddd"),
    ],
    ids=["white", "not at the left", "a thin bar", "a whole row"],
)
def test_other_paint_shows_no_border(fill: Fill) -> None:
    assert not any(MIDDLE > rule.at > LEFT + 1 for rule in added([fill]))
