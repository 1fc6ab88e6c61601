"""A fragment with one column more, which holds but the ends of rows that stand a column off, goes on with the table; so
does one with a column less, each row of which is a cell short."""

from __future__ import annotations

import pytest

from planparse.model.document import Grid
from tests.repair.alone import stitch
from tests.repair.grids import PLACEHOLDERS, document, grid

EDGES = (50.0, 90.0, 250.0, 300.0, 350.0)
WIDER = (*EDGES, 400.0)
FIRST = ("Ref|Measure|2024|2025", "AB 1|Roads swept|4|5", "AB 2|Lamps mended|6|7")
OFF = ("AB 3|Bins bought|1|2|", "|AB 4|Trees planted|8|9")


def count(first: Grid, second: Grid) -> int:
    found, _ = stitch(document(first, second), PLACEHOLDERS)
    return sum(isinstance(block, Grid) for block in found.blocks)


def test_a_fragment_with_a_row_off_goes_on_with_the_table() -> None:
    assert count(grid(*FIRST, page=0, edges=EDGES), grid(*OFF, page=1, edges=WIDER)) == 1


def test_so_does_one_that_follows_a_fragment_with_a_row_off() -> None:
    first = grid(*(f"{row}|" for row in FIRST), OFF[1], page=0, edges=WIDER)
    assert count(first, grid("AB 5|Lawns mown|3|4", page=1, edges=EDGES)) == 1


@pytest.mark.parametrize(
    ("rows", "edges", "page"),
    [
        (("AB 3|Bins bought|1|2|3", OFF[1]), WIDER, 1),
        (OFF, (*EDGES[:2], 230.0, 300.0, 350.0, 400.0), 1),
        (OFF, (20.0, *EDGES), 1),
        (OFF, WIDER, 2),
        (("AB 3|Bins bought|1|2||", f"{OFF[1]}|"), (*WIDER, 450.0), 1),
    ],
    ids=["the end of a row with a code", "other columns", "one more at the left", "a page further on", "two more"],
)
def test_another_fragment_that_is_wider_begins_another_table(
    rows: tuple[str, ...], edges: tuple[float, ...], page: int
) -> None:
    assert count(grid(*FIRST, page=0, edges=EDGES), grid(*rows, page=page, edges=edges)) == 2


SHORT = ("AB 3: Bins bought|1|2|3", "AB 4: Trees planted|4|5|6")


def test_a_fragment_whose_rows_are_all_a_cell_short_goes_on_with_the_table() -> None:
    first = grid(*(f"{row}|6" for row in FIRST), page=0, edges=WIDER)
    assert count(first, grid(*SHORT, page=1, edges=EDGES)) == 1


@pytest.mark.parametrize(
    ("rows", "edges"),
    [
        (("Ref|Year|2027|2028", *SHORT), EDGES),
        (SHORT, (*EDGES[:3], 320.0, 350.0)),
        (tuple(row.rpartition("|")[0] for row in SHORT), EDGES[:-1]),
    ],
    ids=["a header of its own", "other columns", "two cells short"],
)
def test_another_fragment_that_is_narrower_begins_another_table(
    rows: tuple[str, ...], edges: tuple[float, ...]
) -> None:
    first = grid(*(f"{row}|6" for row in FIRST), page=0, edges=WIDER)
    assert count(first, grid(*rows, page=1, edges=edges)) == 2
