"""Panels between level rules of their own, side by side, are read one after the other; the rows of a table, whose rules
are level, are not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from planparse.readers.pdf.page import Page, Rule, Word
from planparse.readers.pdf.paragraphs.panels import _is_ruled
from planparse.readers.pdf.paragraphs.ruled_panels import ruled_rows
from tests.readers.pdf.drawn import words
from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, paragraphs

A, B = (50.0, 250.0), (300.0, 500.0)
LEFT, RIGHT = (100.0, 130.0, 160.0, 190.0), (100.0, 145.0, 175.0, 205.0)
Box = tuple[float, float, float, float]


def side(span: tuple[float, float], levels: Sequence[float]) -> tuple[list[Rule], list[Word]]:
    """The rules of a panel, and a text under each but the last."""
    rules = [Rule(at, *span) for at in levels]
    return rules, [word for at in levels[:-1] for word in words(span[0] + 6, at + 15, "What we do here")]


def found(
    left: Sequence[float] = LEFT,
    right: Sequence[float] = RIGHT,
    *,
    a: tuple[float, float] = A,
    b: tuple[float, float] = B,
    over: Sequence[Word] = (),
    taken: Sequence[Box] = (),
) -> list[list[Box]]:
    (rules, own), (others, beside) = side(a, left), side(b, right)
    page = Page(1, 595, 842, horizontals=sorted([*rules, *others]))
    return ruled_rows(page, [*own, *beside, *over], list(taken))


ROW = [[(50.0, 99.0, 250.0, 191.0), (300.0, 99.0, 500.0, 206.0)]]


def test_two_panels_between_rules_of_their_own() -> None:
    assert found() == ROW


@pytest.mark.parametrize(
    "how",
    [
        {"right": LEFT},
        {"right": (100.0, 130.0, 160.0, 205.0)},
        {"right": RIGHT[:2]},
        {"right": [at + 200 for at in RIGHT]},
        {"b": (252.0, 452.0)},
        {"b": (300.0, 370.0)},
        {"a": (20.0, 450.0), "b": (460.0, 580.0)},
        {"over": words(200, 130, "A text that runs over the white between the two of them")},
        {"taken": [(40.0, 90.0, 260.0, 200.0)]},
        {"taken": [(290.0, 90.0, 510.0, 210.0)]},
    ],
    ids=[
        "level rules",
        "most of them level",
        "two rules",
        "further down",
        "no white between them",
        "narrow",
        "as wide as the page",
        "a text over both",
        "a table at the left",
        "a table at the right",
    ],
)
def test_what_else_stands_between_rules_is_no_panel(how: dict[str, Any]) -> None:
    assert found(**how) == []


def test_a_panel_ends_where_no_text_stands_between_two_rules() -> None:
    left = (*LEFT, 300.0, 330.0, 360.0)
    rules, own = side(A, left)
    own = [word for word in own if not 190 < word.base < 300]
    others, beside = side(B, RIGHT)
    page = Page(1, 595, 842, horizontals=sorted([*rules, *others]))
    assert ruled_rows(page, [*own, *beside], []) == ROW


def test_a_drawing_of_many_rules_has_none() -> None:
    many = [100.0 + 2 * n for n in range(150)]
    assert found(many, [at + 1 for at in many]) == []


def test_they_are_read_one_after_the_other(engine: str) -> None:
    sheet = (paper := Paper()).sheet().text(50, 60, "What all of us do in the town")
    entries = []
    for (x0, x1), levels, name in ((A, LEFT, "left"), (B, RIGHT, "right")):
        for n, at in enumerate(levels):
            sheet.line(x0, at, x1, at)
            if n < len(levels) - 1:
                entries.append(f"Part {n} of the {name} one.")
                sheet.text(x0 + 4, at + 15, entries[-1], size=9)
    doc = document(paper, engine)
    found = [*paragraphs(doc)[1:], *(cell.text for grid in grids(doc) for cell in grid.cells)]
    assert " ".join(found) == " ".join(entries)


def ruled(*rules: tuple[float, float, float]) -> bool:
    boxes = [(50.0, 100.0, 250.0, 200.0), (300.0, 100.0, 500.0, 200.0)]
    return _is_ruled(Page(1, 595, 842, horizontals=[Rule(*own) for own in rules]), boxes)


def test_rules_across_boxes_or_one_of_pieces_are_those_of_a_table() -> None:
    assert ruled((140, 50, 500), (170, 50, 500))
    assert ruled((140, 50, 275), (140, 275, 500))


@pytest.mark.parametrize(
    "rules",
    [
        [(140, 50, 500)],
        [(140, 50, 250), (140, 300, 500)],
        [(80, 50, 275), (80, 275, 500)],
        [],
    ],
    ids=["one rule in one piece", "pieces that do not meet", "above the boxes", "none"],
)
def test_other_rules_are_not(rules: list[tuple[float, float, float]]) -> None:
    assert not ruled(*rules)
