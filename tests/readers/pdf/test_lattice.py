"""Lines that run past the last one that they cross show an open row or column, where there is room for text."""

from __future__ import annotations

import pytest

from planparse.readers.pdf.page import Rule
from planparse.readers.pdf.ruled.lattice import Lattice, lattice
from planparse.readers.pdf.ruled.rules import Frame


def crossed(*, right: float = 0, down: float = 0) -> Lattice:
    """Two rows of two columns, whose lines run past the last ones so far."""
    levels = [Rule(y, 50, 250 + right) for y in (100, 120, 140)]
    found = lattice(Frame(levels, [Rule(x, 100, 140 + down) for x in (50, 150, 250)]))
    assert found is not None
    return found


@pytest.mark.parametrize(("past", "columns"), [(2, 2), (6, 2), (8, 3), (30, 3)])
def test_an_open_column_is_as_wide_as_a_letter(past: float, columns: int) -> None:
    assert len(crossed(right=past).xs) - 1 == columns


@pytest.mark.parametrize(("past", "rows"), [(2, 2), (6, 2), (8, 3), (30, 3)])
def test_an_open_row_is_as_high_as_a_letter(past: float, rows: int) -> None:
    found = crossed(down=past)
    assert len(found.ys) - 1 == rows
    assert all(slab.open_bottom for slab in found.slabs if slab.row == 2)
