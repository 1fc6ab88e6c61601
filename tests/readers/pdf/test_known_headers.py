"""Headers that were met: whose titles span columns, and the first or the latest of their kind."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from planparse.readers.pdf.labelled.blocks import labelled_blocks
from planparse.readers.pdf.page import Fill, Page, Word, make_style
from planparse.readers.pdf.ruled.lattice import Slab
from planparse.readers.pdf.ruled.tables import Table, TableCell
from planparse.readers.pdf.unruled.known import Headers
from planparse.readers.pdf.words.lines import Line, make_lines

XS = [50.0, 200, 300, 400, 500]
OTHER = [50.0, 220, 320, 400, 500]
NAMES = ((55.0, "Measure"), (205.0, "North"), (305.0, "South"), (405.0, "East"))
FIGURES = ((55.0, "Roads"), (205.0, "40%"), (305.0, "45%"), (405.0, "50%"))


def line(*entries: tuple[float, str], base: float = 100, bold: bool = False) -> Line:
    style = make_style(size=10, bold=bold, direction=0, invisible=False, white=False, font="", unmapped=False)
    words = [Word(text, x, base - 8, x + 5 * len(text), base + 2, base, style) for x, text in entries]
    (made,) = make_lines(words)
    return made


def table(xs: Sequence[float], rows: int) -> Table:
    ys = [90.0 + 20 * n for n in range(rows + 1)]
    cells = [
        TableCell(Slab(r, c, 1, 1), (x0, y0, x1, y1), [])
        for r, (y0, y1) in enumerate(pairwise(ys))
        for c, (x0, x1) in enumerate(pairwise(xs))
    ]
    return Table(list(xs), ys, cells, ["drawn"])


def met(*tables: Table, head: Sequence[tuple[float, str]] = NAMES, bold: bool = False) -> Headers:
    headers = Headers()
    for own in tables:
        headers.learn(line(*head, bold=bold), own)
    return headers


def below(*rows: Sequence[tuple[float, str]], head: Sequence[tuple[float, str]] = NAMES) -> list[Line]:
    return [line(*head), *(line(*row, base=120 + 20 * n) for n, row in enumerate(rows))]


def test_titles_in_a_known_header_may_span_columns() -> None:
    head = ((55.0, "Measure"), (260.0, "Results of the three wards"))
    assert met(table(XS, 6), head=head).columns(below(FIGURES, FIGURES, head=head)) == tuple(XS)


def test_rows_under_it_may_not() -> None:
    wide = ((55.0, "Roads"), (260.0, "All of the three wards"))
    assert met(table(XS, 6)).columns(below(FIGURES, wide)) == ()


def test_the_first_table_of_many_rows_comes_before_the_latest() -> None:
    row = ((55.0, "Roads"), (225.0, "40%"), (325.0, "45%"), (405.0, "50%"))
    assert met(table(XS, 6), table(OTHER, 6)).columns(below(row)) == tuple(XS)
    assert met(table(OTHER, 6), table(XS, 6)).columns(below(row)) == tuple(OTHER)


def test_where_the_rows_do_not_stand_in_its_columns_they_may_in_those_of_the_latest() -> None:
    row = ((55.0, "Roads of all wards in the north"), (223.0, "40%"), (325.0, "45%"), (405.0, "50%"))
    assert row[0][0] + 5 * len(row[0][1]) > XS[1] + 5
    assert met(table(XS, 6), table(OTHER, 6)).columns(below(row)) == tuple(OTHER)
    assert met(table(XS, 6)).columns(below(row)) == ()


def test_a_latest_table_of_few_rows_lends_its_columns_too() -> None:
    row = ((55.0, "Roads of all wards in the north"), (223.0, "40%"), (325.0, "45%"), (405.0, "50%"))
    assert met(table(XS, 6), table(OTHER, 2)).columns(below(row)) == tuple(OTHER)


def test_the_latest_header_may_stand_elsewhere_than_the_first() -> None:
    headers = met(table([x - 30 for x in XS], 6), head=[(x - 30, name) for x, name in NAMES])
    assert headers.columns(below(FIGURES)) == ()
    headers.learn(line(*NAMES), table(XS, 6))
    assert headers.columns(below(FIGURES)) == tuple(XS)


@pytest.mark.parametrize(("names", "bold", "known"), [(3, False, True), (2, True, True), (2, False, False)])
def test_a_header_of_two_names_is_known_where_it_is_bold(names: int, bold: bool, known: bool) -> None:
    headers = met(table(XS[: names + 1], 6), head=NAMES[:names], bold=bold)
    assert headers.know(line(*NAMES[:names])) == known


def test_a_header_of_one_name_never_is() -> None:
    assert not met(table(XS[:2], 6), head=NAMES[:1], bold=True).know(line(*NAMES[:1]))


@pytest.mark.parametrize(
    ("second", "third", "known"),
    [(205.0, 305.0, True), (205.5, 305.0, True), (240.0, 305.0, False), (205.0, 340.0, False)],
    ids=["as before", "a little off", "the second elsewhere", "the third elsewhere"],
)
def test_a_header_is_known_where_each_of_its_names_stands_where_it_did(
    second: float, third: float, known: bool
) -> None:
    """Its first and its last name alone do not show it."""
    head = (NAMES[0], (second, "North"), (third, "South"), NAMES[3])
    row = (FIGURES[0], (second, "40%"), (third, "45%"), FIGURES[3])
    assert met(table(XS, 6)).columns(below(row, head=head)) == (tuple(XS) if known else ())


def test_a_header_that_was_met_is_no_label_with_texts_beside_it() -> None:
    """One whose first line has no name over the first column, in cells that are painted, on the next page."""
    head = ((205.0, "Last"), (305.0, "This"), (405.0, "Direction"))
    lines = [
        line(*head, base=100, bold=True),
        line((52.0, "Ref"), (205.0, "in all"), (305.0, "week"), (405.0, "of"), base=105.6, bold=True),
        line((205.0, "year"), (305.0, "year"), (405.0, "travel"), base=111.2, bold=True),
        line((205.0, "Homes"), base=125),
    ]
    page = Page(1, 600, 800, fills=[Fill(x0, 86, x1 - 1, 115, "#d9d9d9") for x0, x1 in pairwise(XS)])
    tables: list[Table] = []
    headers = met(table(XS, 6), head=head, bold=True)
    assert labelled_blocks(page, lines, tables, tuple(XS), headers, None) == lines
    assert tables == []
