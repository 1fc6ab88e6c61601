"""A table in which its own header comes again, with headings over it, is one table for each header."""

from __future__ import annotations

from collections.abc import Sequence

from planparse.readers.pdf.page import Word, make_style
from planparse.readers.pdf.ruled.lattice import Slab
from planparse.readers.pdf.ruled.tables import Table, TableCell
from planparse.readers.pdf.unruled.sections import sections
from planparse.readers.pdf.words.lines import words_text

STYLE = make_style(size=10, bold=False, direction=0, invisible=False, white=False, font="", unmapped=False)
XS = [50.0, 150, 250, 350]
HEAD = ["Measure", "Actual", "Target"]
ROADS, LAMPS, POOLS = ["Roads swept", "40%", "45%"], ["Lamps lit", "8", "9"], ["Pools open", "2", "3"]
PEOPLE = ["People"]
TITLE = ["Our year"]


def table(rows: Sequence[Sequence[str]], *, spans: Sequence[int] = ()) -> Table:
    """A row of one text has one cell over all columns; rows in ``spans`` begin with a cell of two rows."""
    cells = []
    for r, row in enumerate(rows):
        wide = 3 if len(row) == 1 else 1
        for c, text in enumerate(row):
            base = 112.0 + 20 * r
            words = [Word(text, XS[c] + 4, base - 8, XS[c] + 60, base + 2, base, STYLE)] if text else []
            slab = Slab(r, c, 2 if c == 0 and r in spans else 1, wide)
            cells.append(TableCell(slab, (XS[c], base - 12, XS[c + wide], base + 8), words))
    return Table(XS, [100.0 + 20 * n for n in range(len(rows) + 1)], cells, ["drawn"])


def parted(rows: Sequence[Sequence[str]]) -> tuple[list[list[list[str]]], list[str]]:
    """The texts of each table, row by row, and the headings."""
    found, headings = sections(table(rows))
    out = []
    for one in found:
        own: list[list[str]] = [[] for _ in one.ys[1:]]
        for cell in one.cells:
            own[cell.slab.row].append(words_text(cell.words) if cell.words else "")
        out.append(own)
    return out, [line.text for line in headings]


def whole(rows: Sequence[Sequence[str]]) -> bool:
    found, headings = sections(own := table(rows))
    return found == [own] and found[0] is own and not headings


def test_each_header_begins_a_table_and_what_stands_over_it_is_a_heading() -> None:
    rows = [HEAD, ROADS, LAMPS, PEOPLE, HEAD, POOLS, LAMPS]
    assert parted(rows) == ([[HEAD, ROADS, LAMPS], [HEAD, POOLS, LAMPS]], ["People"])


def test_several_headings_and_several_sections() -> None:
    rows = [HEAD, ROADS, TITLE, PEOPLE, HEAD, POOLS, ["Money"], HEAD, LAMPS]
    assert parted(rows) == ([[HEAD, ROADS], [HEAD, POOLS], [HEAD, LAMPS]], ["Our year", "People", "Money"])


def test_a_title_over_some_columns_is_a_part_of_the_header() -> None:
    rows = [TITLE, HEAD, ROADS, PEOPLE, TITLE, HEAD, POOLS]
    assert parted(rows) == ([[TITLE, HEAD, ROADS], [TITLE, HEAD, POOLS]], ["People"])


def test_a_header_that_comes_again_without_a_heading_is_left() -> None:
    """As after a page break; it is a row of the same table."""
    assert whole([HEAD, ROADS, LAMPS, HEAD, POOLS])


def test_a_band_over_rows_is_no_heading() -> None:
    assert whole([HEAD, ROADS, PEOPLE, POOLS, LAMPS])


def test_a_band_of_the_first_header_that_comes_again_is_no_header() -> None:
    assert whole([PEOPLE, HEAD, ROADS, TITLE, PEOPLE, POOLS])


def test_a_band_over_another_header_is_no_heading() -> None:
    assert whole([HEAD, ROADS, PEOPLE, ["Measure", "Actual", "Goal"], POOLS])


def test_a_row_of_figures_that_comes_again_is_no_header() -> None:
    assert whole([HEAD, ROADS, LAMPS, PEOPLE, ROADS, POOLS])


def test_years_are_no_figures() -> None:
    head = ["Measure", "2023/24", "2024/25"]
    assert parted([head, ROADS, PEOPLE, head, POOLS]) == ([[head, ROADS], [head, POOLS]], ["People"])


def test_a_cell_over_rows_ends_with_its_section() -> None:
    found, _ = sections(table([HEAD, ROADS, PEOPLE, HEAD, POOLS], spans=[1]))
    assert [max(cell.slab.row + cell.slab.row_span for cell in one.cells) for one in found] == [2, 2]
    assert [one.ys for one in found] == [[100, 120, 140], [160, 180, 200]]
    assert [one.evidence for one in found] == [["drawn"], ["drawn"]]
