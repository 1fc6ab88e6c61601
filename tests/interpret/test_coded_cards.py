"""The code and the name of an objective side by side over the labels of its parts."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from planparse.interpret import interpret, load_vocabulary
from planparse.model.document import Block, Cell, Element, Grid
from planparse.model.plan import Objective
from planparse.model.provenance import Place
from tests.repair.grids import document

HEAD = ("AB1", "Keep the roads clean")
LABELS = [("Corporate priority", "A clean town"), ("Emerging issues", "Less rain"), ("Lead", "A Smith")]
MEASURES = [("Ref", "Measure", "2015/16 actual", "2016/17 target"), ("R1", "Roads swept", "1", "2")]


def grid(rows: Sequence[Sequence[str]], at: int, *, head: int = 1, fill: str | None = None) -> Grid:
    """A table whose first ``head`` rows are bold, or painted."""
    cells = [
        Cell(
            r,
            c,
            1,
            1,
            (Block(text, bold=r < head and fill is None),),
            (Place(at + 10 * r + c, "cell", table=at, row=r, column=c),),
            fill=fill if r < head else None,
        )
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    ]
    return Grid(tuple(cells), len(rows), len(rows[0]))


def objectives(*rows: Sequence[str], **dress: object) -> list[tuple[str | None, str | None, str | None]]:
    elements: list[Element] = [grid(rows, 100, **dress), grid(MEASURES, 200)]  # type: ignore[arg-type]
    found: Sequence[Objective] = interpret(document(*elements), load_vocabulary()).plan.objectives
    return [(o.code, o.title, o.corporate_priority) for o in found]


@pytest.mark.parametrize("dress", [{}, {"fill": "#003366"}], ids=["bold", "painted"])
def test_they_are_the_objective_of_these_parts(dress: dict[str, object]) -> None:
    assert objectives(HEAD, *LABELS, **dress) == [("AB1", HEAD[1], "A clean town")]


@pytest.mark.parametrize(
    ("rows", "head"),
    [
        ([HEAD, *LABELS], 0),
        ([("12", HEAD[1]), *LABELS], 1),
        ([("AB1", "Roads"), *LABELS], 1),
        ([("AB1", "AB2"), *LABELS], 1),
        ([HEAD, LABELS[0], ("Pools", "Three of them")], 1),
        ([HEAD, LABELS[0]], 1),
    ],
    ids=["plain", "a number", "a word", "two codes", "one label", "one row"],
)
def test_other_pairs_of_texts_are_none(rows: list[tuple[str, str]], head: int) -> None:
    assert all(code != rows[0][0] for code, _, _ in objectives(*rows, head=head))
