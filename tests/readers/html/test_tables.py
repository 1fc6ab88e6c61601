"""Tables of HTML: the standard's table model, odd spans, layout tables, definition lists."""

from __future__ import annotations

import pytest

from planparse.errors import LimitExceeded
from planparse.model.document import Cell, Document, Grid, units
from planparse.model.options import Limits, ReadOptions
from planparse.readers.html import read


def page(markup: str, limits: Limits | None = None) -> Document:
    return read(markup.encode(), ReadOptions(limits=limits or Limits()))


def grids(markup: str) -> list[Grid]:
    return [block for block in page(markup).blocks if isinstance(block, Grid)]


def grid(markup: str) -> Grid:
    (found,) = grids(markup)
    return found


def spots(found: Grid) -> list[tuple[str, int, int, int, int]]:
    return [(cell.text, cell.row, cell.col, cell.row_span, cell.col_span) for cell in found.cells]


def cell(found: Grid, text: str) -> Cell:
    return next(c for c in found.cells if c.text == text)


def codes(document: Document) -> list[str]:
    return [note.code for note in document.notes]


def test_spans_push_later_cells_aside() -> None:
    found = grid("<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d</table>")
    assert spots(found) == [("a", 0, 0, 2, 1), ("b", 0, 1, 1, 2), ("c", 1, 1, 1, 1), ("d", 1, 2, 1, 1)]
    assert (found.n_rows, found.n_cols, found.spans_known) == (2, 3, True)


def test_a_table_without_any_span_does_not_know_spans() -> None:
    assert not grid("<table><tr><td>a<td><tr><td>b<td colspan=1>c</table>").spans_known


@pytest.mark.parametrize(
    ("value", "width", "code"),
    [
        ("2;", 2, "colspan-malformed"),
        ("1.5", 1, "colspan-malformed"),
        ("-3", 1, "colspan-malformed"),
        ("", 1, None),
        ("two", 1, "colspan-malformed"),
        ("٤", 1, "colspan-malformed"),
        ("0", 1, None),
        (" 2 ", 2, None),
        ("+2", 2, None),
        ("65534", 3, "colspan-capped"),
    ],
)
def test_odd_colspans(value: str, width: int, code: str | None) -> None:
    document = page(f'<table><tr><td>a<td>b<td>c<td>d<tr><td colspan="{value}">x<td>y</table>', Limits(max_span=3))
    found = document.blocks[0]
    assert isinstance(found, Grid)
    assert cell(found, "x").col_span == width
    assert cell(found, "y").col == width
    assert codes(document) == ([code] if code else [])


def test_a_rowspan_of_nought_reaches_to_the_end_of_its_row_group() -> None:
    found = grid("<table><tbody><tr><td rowspan=0>a<td>b<tr><td>c<tbody><tr><td>d<td>e</table>")
    assert spots(found)[0] == ("a", 0, 0, 2, 1)
    assert (cell(found, "c").col, cell(found, "d").col) == (1, 0)


def test_a_rowspan_ends_with_its_row_group_and_with_the_table() -> None:
    found = grid("<table><thead><tr><th rowspan=3>a<th>b<tbody><tr><td>c<td>d<tr><td rowspan=9>e<td>f</table>")
    assert [spot[3] for spot in spots(found)] == [1, 1, 1, 1, 1, 1]
    assert cell(found, "c").col == 0


def test_cells_that_collide_keep_their_anchors_and_never_overlap() -> None:
    markup = "<table><tr><td>a<td rowspan=2>b<td>c<tr><td colspan=3>x<td>y</table>"
    document = page(markup)
    found = document.blocks[0]
    assert isinstance(found, Grid)
    assert spots(found)[3:] == [("x", 1, 0, 1, 1), ("y", 1, 3, 1, 1)]
    assert codes(document) == ["span-collision"]


def test_a_rowspan_that_ends_too_early_is_left_as_it_is() -> None:
    found = grid("<table><tr><td rowspan=2>label<td>a<tr><td>b<tr><td>c</table>")
    assert cell(found, "c").col == 0


def test_huge_spans_do_not_make_huge_grids() -> None:
    document = page("<table><tr><td rowspan=65534 colspan=1000>a</td><td>z</td></tr><tr><td>b</td></tr></table>")
    found = document.blocks[0]
    assert isinstance(found, Grid)
    assert found.n_rows == 2
    assert "rowspan-capped" in codes(document)


def test_columns_without_any_cell_are_trimmed_only_when_absurd() -> None:
    assert grid("<table><tr><td colspan=999>title<tr><td>a<td>b</table>").n_cols == 2
    assert grid("<table><tr><td>label<td colspan=5>text<tr><td>l2<td colspan=5>t2</table>").n_cols == 6


def test_too_many_slots_is_a_limit() -> None:
    rows = ("<tr>" + "<td colspan=1000>x" * 100) * 100
    with pytest.raises(LimitExceeded, match="--max-cells"):
        page(f"<table>{rows}</table>")
    with pytest.raises(LimitExceeded, match="--max-cells"):
        page("<table><tr><td>1<td>2<td>3<td>4</table>", Limits(max_cells=3))


def test_omitted_end_tags() -> None:
    found = grid("<table><tr><td>a<td>b<tr><td>c<td>d</table>")
    assert [[c.text for c in row] for row in found.rows()] == [["a", "b"], ["c", "d"]]


def test_header_rows_and_header_cells() -> None:
    found = grid("<table><thead><tr><th>a<th>b<tbody><tr><th>c<td>d<tbody><tr><td>e<td>f</table>")
    assert found.header_rows == 1
    assert [c.is_header for c in found.cells] == [True, True, True, False, False, False]
    assert found.n_rows == 3


def test_nested_tables_stay_in_their_cell_in_order() -> None:
    markup = "<table><tr><td>Label<td>before<table><tr><td>i<td>j</table>after<tr><td>x<td>y</table>"
    found = grid(markup)
    holder = found.cells[1]
    assert holder.text == "before\nafter"
    assert [[c.text for c in inner.cells] for inner in holder.tables] == [["i", "j"]]
    tables = [place.table for c in (*found.cells, *holder.tables[0].cells) for place in c.places]
    assert set(tables) == {0, 1}


def test_an_unclosed_nested_table_closes_nothing_outside() -> None:
    found = grid("<table><tr><td>a<td>b<tr><td>c<table><tr><td>inner</table><td>d")
    assert [c.text for c in found.cells] == ["a", "b", "c\ninner", "d"]


@pytest.mark.parametrize(
    "markup",
    [
        "<table><tr><td><h1>T</h1><p>p</p>{}</td></tr></table>",
        "<table><tr><td>T</td><td>p{}</td></tr></table>",
        "<table role=presentation><tr><td>T<td>p<tr><td>q<td>{}</table>",
        "<table><tr><td>T<tr><td>{}</table>",
        "<table><tr><td>left<td>T<tr><td>side<td><h2>Head</h2>{}</table>",
    ],
)
def test_layout_tables_give_way_to_what_they_hold(markup: str) -> None:
    data = "<table><tr><td>m<td>1<tr><td>n<td>2</table>"
    (found,) = grids(markup.replace("{}", data))
    assert [c.text for c in found.cells] == ["m", "1", "n", "2"]


def test_a_table_of_labels_with_a_nested_table_is_no_layout() -> None:
    found = grid("<table><tr><td>Aim<td>x<tr><td>Measures<td><table><tr><td>m<td>1<tr><td>n<td>2</table></table>")
    assert found.cells[3].tables


def test_definition_lists_are_tables_of_two_columns() -> None:
    markup = "<dl><dt>Aim<dd>Be good<dt>Lead<dt>Owner<dd>A<dd>B</dl>"
    found = grid(markup)
    assert [[c.text for c in row] for row in found.rows()] == [["Aim", "Be good"], ["Lead\nOwner", "A\nB"]]
    assert found.evidence == ("definition list",)


def test_tables_made_of_roles_and_of_styles() -> None:
    by_role = (
        "<div role=table><div role=row><span role=columnheader>a</span><span role=cell aria-colspan=2>b</span></div>"
        "<div role=row><span role=cell>c</span></div></div>"
    )
    found = grid(by_role)
    assert spots(found) == [("a", 0, 0, 1, 1), ("b", 0, 1, 1, 2), ("c", 1, 0, 1, 1)]
    assert found.cells[0].is_header
    style = "<style>.t{display:table}.r{display:table-row}.c{display:table-cell}</style>"
    by_style = "<div class=t><div class=r><div class=c>a</div><div class=c>b</div></div><div class=r><div class=c>d"
    assert [c.text for c in grid(style + by_style).cells] == ["a", "b", "d"]


def test_fills_come_from_cells_rows_and_rules_and_white_is_none() -> None:
    markup = (
        "<style>.hd{background:#d9d9d9}</style><table>"
        "<tr bgcolor=#BFBFBF><td>a<td bgcolor=#fff>b"
        "<tr><td style='background-color: rgb(255, 0, 0)'>c<td class=hd>d</table>"
    )
    assert [c.fill for c in grid(markup).cells] == ["#bfbfbf", "#bfbfbf", "#ff0000", "#d9d9d9"]


@pytest.mark.parametrize(
    "html",
    [
        "<p>q<table><caption>A<table><caption>B</caption><tr><td>c<td>d</table></caption><tr><td>e<td>f</table>",
        "<table><tr><td>q<table><caption>A<table><caption>B</caption><tr><td>c<td>d</table></caption><tr><td>e<td>f</table>"
        "<td></table>",
        "<p>q<table><caption>A<table><caption>B</table></table><p>c d e f",
    ],
    ids=["on the page", "in a cell", "without rows"],
)
def test_the_caption_of_a_table_in_a_caption_is_kept(html: str) -> None:
    assert sorted(" ".join(text for _, text in units(page(html))).split()) == ["A", "B", "c", "d", "e", "f", "q"]


def test_a_caption_is_a_paragraph_before_its_table() -> None:
    document = page("<table><caption>Table 1</caption><tr><td>a<td>b</table>")
    assert [getattr(block, "text", None) for block in document.blocks] == ["Table 1", None]


def test_deep_nesting_is_walked_and_too_deep_tables_are_a_limit() -> None:
    assert page("<div>" * 10_000 + "core").blocks[0].text == "core"  # type: ignore[union-attr]
    with pytest.raises(LimitExceeded, match="--max-nesting"):
        page("<table><tr><td>" * 10_000 + "core")
    assert page("<table><tr><td>" * 90 + "core").blocks[0].text == "core"  # type: ignore[union-attr]


@pytest.mark.parametrize("markup", ["<div>" * 60_000, "<p " + " ".join(f"a{n}=1" for n in range(60_000)) + ">x"])
def test_markup_that_a_parser_is_slow_on_is_a_limit(markup: str) -> None:
    with pytest.raises(LimitExceeded):
        page(markup)


def test_rows_that_only_set_widths_are_no_rows() -> None:
    rows = "<tr height=0 style='display:table-row'><td></td><td></td></tr>"
    assert grid(f"<table><tr><td>a<td>b</tr>{rows}</table>").n_rows == 1
    assert grid("<table><tr><td>a<td>b<tr><td><td></table>").n_rows == 2
