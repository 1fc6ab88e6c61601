"""Labels at the left of rows of which every other one is painted, without paint and with rules under their cells."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from planparse.readers.pdf.page import Rule
from planparse.readers.pdf.ruled.beside_paint import with_labels_beside
from planparse.readers.pdf.ruled.rules import Frame
from tests.readers.pdf.drawn import words
from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, spans, texts

XS = [50.0, 150, 190, 330, 410, 480]
HEAD = ["Objective", "Ref", "Measure", "2024", "2025"]
ROWS = [
    ["Mend roads", "A1", "Lamps lit", "40%", "45%"],
    ["", "A2", "Lanes swept", "12", "14"],
    ["", "A3", "Lanes patched", "8", "9"],
    ["Swim more", "B1", "Swims", "300", "320"],
    ["", "B2", "Visits", "810", "840"],
    ["", "B3", "Lessons", "9", "12"],
    ["", "B4", "Races", "2", "3"],
]
TOP, STEP = 100.0, 18.0


def test_the_labels_are_a_column_and_the_rules_part_its_cells(engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    for n in (1, 3, 5, 7):
        for a, b in pairwise(XS[1:]):
            sheet.box(a, TOP + STEP * n, b, TOP + STEP * (n + 1), colour="0.9 0.9 0.8")
    for n, row in enumerate([HEAD, *ROWS]):
        for x, text in zip(XS, row, strict=False):
            sheet.text(x + 3, TOP + STEP * n + 12, text, size=9, bold=n == 0)
    for n in (0, 1, 4, 8):
        sheet.line(XS[0], TOP + STEP * n, XS[-1], TOP + STEP * n)
    (grid,) = grids(document(paper, engine))
    assert texts(grid) == [HEAD, *(row if row[0] else row[1:] for row in ROWS)]
    assert spans(grid) == {"Mend roads": (3, 1), "Swim more": (4, 1)}


LABELS = ((112, "Objective"), (130, "Mend roads"), (184, "Swim more"))
"""Texts left of the paint, with their baselines."""


def columns(
    levels: Sequence[float] = (100, 118, 172, 244),
    labels: Sequence[tuple[float, str]] = LABELS,
    *,
    left: float = 50,
    right: float = 480,
    x: float = 53,
) -> tuple[set[float], dict[float, float]]:
    """The places of the outer borders and the one between them, and where the row rules begin, of a frame of painted
    rows beside such texts."""
    edges = [Rule(TOP + STEP * n, 150, 480) for n in range(1, 9)]
    frame = Frame(edges, [Rule(x, 102, 244) for x in (190, 330)], pieced=True)
    beside = [word for base, text in labels for word in words(x, base, text)]
    (made,) = with_labels_beside([frame], [Rule(y, left, right) for y in levels], beside)
    return {v.at for v in made.verticals} - {190, 330}, {h.at: h.start for h in made.horizontals}


def test_rules_as_wide_as_labels_and_rows_part_both() -> None:
    borders, starts = columns()
    assert borders == {50, 150}
    assert {at for at, start in starts.items() if start == 50} == {118, 172, 244}


@pytest.mark.parametrize(
    "other",
    [
        {"levels": (100, 118, 244)},
        {"levels": (100, 118, 154, 172)},
        {"labels": LABELS[:2]},
        {"labels": [*LABELS, (202, "and swim in each of the pools")]},
        {"left": 145},
        {"right": 500},
    ],
    ids=["one label", "no end", "no text beside rows", "a text over the border", "no room", "wider than the rows"],
)
def test_the_frame_of_other_rows_stays_as_it_is(other: dict[str, object]) -> None:
    borders, starts = columns(**other)  # type: ignore[arg-type]
    assert borders == set()
    assert set(starts.values()) == {150}
