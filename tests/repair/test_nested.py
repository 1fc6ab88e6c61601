"""Tables within cells that a page break tore, and titles and notes over a break."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planparse.interpret import load_vocabulary
from planparse.model.document import Cell, Document, Grid, Paragraph
from planparse.repair import repair
from tests.repair.alone import rejoin, stitch
from tests.repair.grids import PLACEHOLDERS, document, grid, texts

EDGES = (50.0, 150.0, 550.0)
INNER = (155.0, 350.0, 450.0, 545.0)
HEAD = "Measure|2016/17|2017/18"


def around(inner: Grid, page: int) -> Grid:
    """A row of a label and a table beside it."""
    row = grid("Indicators|x" if page == 0 else "^|^", page=page, edges=EDGES)
    cells = [*row.cells[:-1], replace(row.cells[-1], blocks=(), tables=(inner,))]
    return replace(row, cells=tuple(cells))


def upper(*rows: str) -> Grid:
    return grid(*rows, page=0, edges=INNER, start=10)


def lower(*rows: str) -> Grid:
    return grid(*rows, page=1, edges=INNER, start=50)


def repaired(*blocks: Grid | Paragraph) -> list[Grid]:
    found, _ = repair(Document("pdf", tuple(blocks)), load_vocabulary().placeholders)
    return [block for block in found.blocks if isinstance(block, Grid)]


def tables(found: Grid) -> list[list[str]]:
    return [texts(table) for cell in found.cells for table in cell.tables]


def test_halves_in_two_cells_are_one_table_in_the_upper_one() -> None:
    found = repaired(around(upper(HEAD, "Visits to the|1|2"), 0), around(lower("pools||", "Loans|3|4"), 1))
    assert [tables(f) for f in found] == [[[HEAD, "Visits to the pools|1|2", "Loans|3|4"]]]


def test_a_fragment_without_a_cell_around_it_goes_on_with_the_table_in_the_last_cell() -> None:
    found = repaired(around(upper(HEAD, "Visits|1|2"), 0), lower("Loans|3|4", "Trees|5|6"))
    assert [tables(f) for f in found] == [[[HEAD, "Visits|1|2", "Loans|3|4", "Trees|5|6"]]]


def test_a_header_that_is_repeated_within_a_cell_is_set_aside() -> None:
    found = repaired(around(upper(HEAD, "Visits|1|2"), 0), around(lower(HEAD, "Loans|3|4"), 1))
    assert [tables(f) for f in found] == [[[HEAD, "Visits|1|2", "Loans|3|4"]]]


def test_another_table_in_the_next_cell_stays_one() -> None:
    other = grid("Action|Due date", "Dig|May 2016", page=1, edges=(155.0, 400.0, 545.0), start=50)
    found = repaired(around(upper(HEAD, "Visits|1|2"), 0), around(other, 1))
    assert sorted(tables(found[0]) + [t for f in found[1:] for t in tables(f)]) == [
        ["Action|Due date", "Dig|May 2016"],
        [HEAD, "Visits|1|2"],
    ]


def test_a_table_of_other_columns_is_in_no_cell() -> None:
    other = grid("Loans|3|4", page=1, edges=(50.0, 250.0, 450.0, 550.0), start=50)
    found = repaired(around(upper(HEAD, "Visits|1|2"), 0), other)
    assert [t for f in found for t in tables(f)] == [[HEAD, "Visits|1|2"]]
    assert any("Loans" in row for row in texts(found[-1]))


def beside(label: str, *rows: str, left: float = 50.0) -> Grid:
    """Rows on the next page with a column for the label beside them all."""
    edges = (left, INNER[0], *INNER[1:])
    return grid(*(f"{label if not n else ''}|{row}" for n, row in enumerate(rows)), page=1, edges=edges, start=50)


WITHIN = (50.0, INNER[0], 550.0)


def test_a_fragment_beside_a_blank_cell_goes_on_with_the_table_beside_the_label() -> None:
    block = replace(around(upper(HEAD, "Visits|1|2"), 0), edges=WITHIN)
    found = repaired(block, beside("", "Loans|3|4", "Trees|5|6"))
    assert [tables(f) for f in found] == [[[HEAD, "Visits|1|2", "Loans|3|4", "Trees|5|6"]]]


@pytest.mark.parametrize(("label", "left"), [("Actions", 50.0), ("", 20.0)], ids=["another label", "another column"])
def test_a_fragment_beside_what_is_not_the_rest_of_the_label_is_in_no_cell(label: str, left: float) -> None:
    block = replace(around(upper(HEAD, "Visits|1|2"), 0), edges=WITHIN)
    found = repaired(block, beside(label, "Loans|3|4", "Trees|5|6", left=left))
    assert [t for f in found for t in tables(f)] == [[HEAD, "Visits|1|2"]]


def test_a_title_over_a_repeated_header_is_set_aside_with_it() -> None:
    one = grid("Keep safe>3", HEAD, "Visits|1|2", page=0, edges=INNER)
    two = grid("Keep safe>3", HEAD, "Loans|3|4", page=1, edges=INNER)
    found, _ = stitch(document(one, two), PLACEHOLDERS)
    assert [texts(b) for b in found.blocks if isinstance(b, Grid)] == [["Keep safe", HEAD, "Visits|1|2", "Loans|3|4"]]
    assert [a.text for a in found.asides] == ["Keep safe", "Measure", "2016/17", "2017/18"]


def test_another_title_over_the_same_header_is_kept_with_it() -> None:
    one = grid("Keep safe>3", HEAD, "Visits|1|2", page=0, edges=INNER)
    two = grid("Keep well>3", HEAD, "Loans|3|4", page=1, edges=INNER)
    found, _ = stitch(document(one, two), PLACEHOLDERS)
    assert not found.asides
    kept = [row for b in found.blocks if isinstance(b, Grid) for row in texts(b)]
    assert kept == ["Keep safe", HEAD, "Visits|1|2", "Keep well", HEAD, "Loans|3|4"]


def note(*rows: str) -> list[tuple[str, int]]:
    found, _ = rejoin(document(grid(*rows, seams=(2,))), PLACEHOLDERS)
    block = found.blocks[0]
    assert isinstance(block, Grid)

    def told(cell: Cell) -> tuple[str, int]:
        return cell.text, cell.col_span

    return [told(c) for c in block.rows()[1]]


def test_a_note_below_blanks_goes_back_to_their_row_and_spans_them() -> None:
    row = note("Measure|2014|2015|2016", "AB1 Visits|7||", "||To be set when the year is over.>2")
    assert row == [("AB1 Visits", 1), ("7", 1), ("To be set when the year is over.", 2)]


def test_fragments_of_which_one_has_all_borders_of_the_other_are_one_table() -> None:
    few = grid("SS1 Visits to|No target is", page=0, edges=(155.0, 350.0, 545.0), start=10)
    rest = lower("the pools|set yet>2", "SS2 Loans|3|4")
    found = repaired(around(few, 0), around(rest, 1))
    assert [tables(f) for f in found] == [[["SS1 Visits to the pools|No target is set yet", "SS2 Loans|3|4"]]]
