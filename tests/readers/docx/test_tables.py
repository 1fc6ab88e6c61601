"""Spans, merges, ragged rows, nested tables, wrapped rows and cells, headers, fills."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planparse.errors import LimitExceeded
from planparse.model.document import Grid, units, walk_cells
from planparse.model.options import Limits
from tests.readers.docx.build import (
    cell_blocks,
    document,
    family,
    first_cell,
    grid,
    hidden,
    item,
    level,
    lines,
    notes,
    num,
    p,
    r,
    shape,
    style,
    tbl,
    tc,
    tr,
    word_file,
)

SPAN2, START, ON = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def sdt(content: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def test_spans_and_merges_give_one_cell_each() -> None:
    found = grid(document(tbl(tr(tc("A", START), tc("B", SPAN2)), tr(tc("", ON), "C", "D"), tr(tc("", ON), "E", "F"))))
    assert shape(found) == [
        (0, 0, 3, 1, "A"), (0, 1, 1, 2, "B"), (1, 1, 1, 1, "C"), (1, 2, 1, 1, "D"),
        (2, 1, 1, 1, "E"), (2, 2, 1, 1, "F"),
    ]  # fmt: skip
    assert (found.n_rows, found.n_cols) == (3, 3)


def test_a_new_restart_ends_the_merge_above() -> None:
    found = grid(
        document(tbl(tr(tc("A", START), "1"), tr(tc("", ON), "2"), tr(tc("B", START), "3"), tr(tc("", ON), "4")))
    )
    assert [c for c in shape(found) if c[1] == 0] == [(0, 0, 2, 1, "A"), (2, 0, 2, 1, "B")]


def test_a_plain_cell_between_ends_the_merge() -> None:
    found = document(tbl(tr(tc("A", START), "1"), tr("x", "2"), tr(tc("lost?", ON), "3")))
    assert (2, 0, 1, 1, "lost?") in shape(grid(found))
    assert notes(found, "merge-unstarted")


def test_a_merge_that_nothing_began_keeps_its_text_and_is_told() -> None:
    found = document(tbl(tr(tc("PED001", ON), "87%")))
    assert [c[4] for c in shape(grid(found))] == ["PED001", "87%"]
    assert [n.level for n in found.notes] == ["warning"]


def test_old_horizontal_merge() -> None:
    row = tr(tc("A", '<w:hMerge w:val="restart"/>'), tc("", '<w:hMerge w:val="continue"/>'), tc("", "<w:hMerge/>"), "B")
    assert shape(grid(document(tbl(row)))) == [(0, 0, 1, 3, "A"), (0, 3, 1, 1, "B")]


def test_text_under_a_merged_cell_is_not_lost() -> None:
    found = document(tbl(tr(tc("A", START), "1"), tr(tc("ghost", ON), "2")))
    assert hidden(found) == [("ghost", "in a cell that a merged cell covers")]
    assert grid(found).cells[0].row_span == 2


def test_ragged_rows_and_skipped_columns() -> None:
    after = tr("E", properties='<w:gridAfter w:val="2"/>')
    found = grid(document(tbl(tr("A", "B", "C"), tr("D", properties='<w:gridBefore w:val="2"/>'), after)))
    assert shape(found)[3:] == [(1, 2, 1, 1, "D"), (2, 0, 1, 1, "E")]
    assert found.slots()[1][:2] == [None, None]


def test_columns_a_hair_wide_are_taken_out() -> None:
    edge = '<w:gridBefore w:val="1"/>'
    found = grid(
        document(
            tbl(
                tr(tc("A", SPAN2), "B", tc("C", SPAN2)),
                tr("D", "E", "F", properties=edge),
                tr(tc("G", SPAN2), "H", "I", properties='<w:gridAfter w:val="1"/>'),
                widths=(12, 1600, 3000, 900, 14),
            )
        )
    )
    assert found.n_cols == 3
    assert [c[1:4] for c in shape(found)] == [(0, 1, 1), (1, 1, 1), (2, 1, 1)] * 3


def test_a_thin_column_with_a_cell_of_its_own_stays() -> None:
    found = grid(document(tbl(tr("A", "B", "C"), tr(tc("D", SPAN2), "E"), widths=(1600, 14, 900))))
    assert found.n_cols == 3
    assert shape(found)[3] == (1, 0, 1, 2, "D")


def test_blank_cells_in_thin_columns_go_with_them() -> None:
    found = grid(document(tbl(tr("", "A", "B"), tr(tc("C", SPAN2), "D"), widths=(12, 1600, 900))))
    assert shape(found) == [(0, 0, 1, 1, "A"), (0, 1, 1, 1, "B"), (1, 0, 1, 1, "C"), (1, 1, 1, 1, "D")]


def test_a_narrow_column_that_is_not_thin_stays() -> None:
    found = grid(document(tbl(tr(tc("A", SPAN2), "B"), widths=(300, 1600, 900))))
    assert found.n_cols == 3


def test_nested_table_has_its_own_number_and_places() -> None:
    found = document(tbl(tr(tc(p("before") + tbl(tr("in")) + p("after")), "B")) + tbl(tr("later")))
    outer, last = (block for block in found.blocks if isinstance(block, Grid))
    assert outer.cells[0].text == "before\nafter"
    assert shape(outer.cells[0].tables[0]) == [(0, 0, 1, 1, "in")]
    assert [c.places[0].table for c in walk_cells(outer)] == [0, 1, 0]
    assert last.cells[0].places[0].table == 2


def test_rows_and_cells_in_controls_custom_xml_and_alternate_content() -> None:
    row = f"<w:customXml w:element='e'>{tr('custom', 'row')}</w:customXml>"
    choice = (
        f"<mc:AlternateContent><mc:Choice Requires='wps'>{tr('choice', 'x')}</mc:Choice>"
        f"<mc:Fallback>{tr('fallback', 'y')}</mc:Fallback></mc:AlternateContent>"
    )
    found = grid(document(tbl(sdt(tr("sdt", "row")), tr(sdt(tc("sdt")), tc(sdt(p("cell")))), row, choice)))
    assert [c[4] for c in shape(found)] == ["sdt", "row", "sdt", "cell", "custom", "row", "choice", "x"]


def test_a_table_in_a_content_control() -> None:
    assert shape(grid(document(sdt(tbl(tr("A")))))) == [(0, 0, 1, 1, "A")]


def test_prompt_of_an_empty_control_is_no_value() -> None:
    prompt = "<w:showingPlcHdr/>"
    paragraph = p(f"{r('Target: ')}{sdt(r('Click here'), prompt)}")
    found = document(tbl(tr(sdt(tc("Enter a value"), prompt), "B", sdt(tc("7%")))) + paragraph + sdt(p("Type"), prompt))
    assert [c.text for c in grid(found).cells] == ["", "B", "7%"]
    assert lines(found) == ["Target:"]
    assert [text for text, _ in hidden(found)] == ["Enter a value", "Click here", "Type"]


def test_repeated_header_rows() -> None:
    head = "<w:tblHeader/>"
    found = grid(document(tbl(tr("A", properties=head), tr("B", properties=head), tr("1"))))
    assert found.header_rows == 2
    assert [c.is_header for c in found.cells] == [True, True, False]
    off = grid(document(tbl(tr("A", properties='<w:tblHeader w:val="0"/>'), tr("1"))))
    assert off.header_rows == 0


def test_a_header_row_further_down_is_no_leading_one() -> None:
    found = grid(document(tbl(tr("A"), tr("B", properties="<w:tblHeader/>"))))
    assert found.header_rows == 0
    assert [c.is_header for c in found.cells] == [False, True]


@pytest.mark.parametrize(
    ("shade", "fill"),
    [
        ('w:val="clear" w:fill="D9E2F3"', "#d9e2f3"),
        ('w:val="solid" w:color="FF0000" w:fill="auto"', "#ff0000"),
        ('w:val="clear" w:fill="FFFFFF"', None),
        ('w:val="clear" w:fill="auto"', None),
        ('w:val="clear" w:fill="green"', None),
    ],
)
def test_fill_of_a_cell(shade: str, fill: str | None) -> None:
    assert first_cell(document(tbl(tr(tc("A", f"<w:shd {shade}/>"))))).fill == fill


def test_fill_and_bold_of_a_table_style_first_row() -> None:
    first = '<w:shd w:val="clear" w:fill="4472C4"/>'
    look = f'<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr>{first}</w:tcPr></w:tblStylePr>'
    used = '<w:tblStyle w:val="Fancy"/><w:tblLook w:firstRow="1"/>'
    styles = style("Fancy", look, "table")
    found = document(tbl(tr("A"), tr("B"), properties=used), styles=styles)
    assert [c.fill for c in grid(found).cells] == ["#4472c4", None]
    assert [b.bold for b in cell_blocks(found)] == [True, False]
    plain = document(tbl(tr("A"), properties=used.replace('"1"', '"0"')), styles=styles)
    assert first_cell(plain).fill is None


def test_hidden_row_is_left_out_and_told() -> None:
    found = document(tbl(tr("A"), tr("secret", properties="<w:hidden/>"), tr("B")))
    assert [c[:2] + c[4:] for c in shape(grid(found))] == [(0, 0, "A"), (1, 0, "B")]
    assert hidden(found) == [("secret", "hidden row")]


@pytest.mark.parametrize("value", ["two", "-3", "0", "", "1.5"])
def test_a_span_that_is_no_number_is_one_and_told(value: str) -> None:
    found = document(tbl(tr(tc("A", f'<w:gridSpan w:val="{value}"/>'), "B")))
    assert [c[1:4] for c in shape(grid(found))] == [(0, 1, 1), (1, 1, 1)]
    assert notes(found, "colspan-unreadable")


def test_a_huge_span_is_capped_and_told() -> None:
    found = document(tbl(tr(tc("A", '<w:gridSpan w:val="1000000000"/>'), "B")), limits=Limits(max_span=50))
    assert shape(grid(found))[1] == (0, 50, 1, 1, "B")
    assert "--max-span" in notes(found, "colspan-capped")[0]
    before = document(tbl(tr("A", properties='<w:gridBefore w:val="1000000000"/>')), limits=Limits(max_span=50))
    assert shape(grid(before))[0][1] == 50
    assert notes(before, "colspan-capped")


def test_limits_of_cells_and_nesting_name_their_option() -> None:
    with pytest.raises(LimitExceeded, match="--max-cells"):
        document(tbl(*[tr("A", "B")] * 6), limits=Limits(max_cells=10))
    with pytest.raises(LimitExceeded, match="--max-nesting"):
        document(tbl(tr(tc(tbl(tr(tc(tbl(tr("x")))))))), limits=Limits(max_nesting=2))


def test_blank_cells_and_rows_without_cells() -> None:
    found = grid(document(tbl(tr("A", ""), tr(), tr("B", "C"))))
    assert found.n_rows == 2
    assert found.cells[1].blocks == ()


def test_numbering_goes_on_from_cell_to_cell() -> None:
    cells = tr(tc(item("one", 1) + item("two", 1))), tr(tc(item("three", 1)))
    found = document(tbl(*cells), numbering=family(0, level(0, "lowerLetter", "%1.")) + num(1, 0))
    assert [(b.marker, b.text) for b in cell_blocks(found)] == [("a.", "one"), ("b.", "two"), ("c.", "three")]


def test_a_cell_with_nothing_but_its_number() -> None:
    numbering = family(0, level(0, "decimal", "%1.")) + family(1, level(0, "bullet", "•")) + num(1, 0) + num(2, 1)
    rows = tr(tc(item("", 1)), "first"), tr(tc(item("", 1)), tc(item("", 2))), tr(tc(item("x", 1) + item("", 1)))
    found = grid(document(tbl(*rows), numbering=numbering))
    told = [[(b.marker, b.text) for b in c.blocks] for c in found.cells]
    assert told == [[("1.", "")], [(None, "first")], [("2.", "")], [], [("3.", "x")]]
    assert found.cells[0].is_blank


ROW = st.lists(st.tuples(st.integers(1, 4), st.sampled_from(["", START, ON])), min_size=1, max_size=5)


@settings(max_examples=60, deadline=None)
@given(st.lists(ROW, min_size=1, max_size=6))
def test_cells_never_overlap_and_no_word_is_lost(rows: list[list[tuple[int, str]]]) -> None:
    words = iter(f"w{n}w" for n in range(1000))
    used: list[str] = []
    xml = []
    for row in rows:
        cells = []
        for span, merge in row:
            used.append(next(words))
            cells.append(tc(used[-1], f'<w:gridSpan w:val="{span}"/>{merge}'))
        xml.append(tr(*cells))
    found = document(tbl(*xml))
    taken: set[tuple[int, int]] = set()
    for cell in grid(found).cells:
        slots = {(a, b) for a in range(cell.row, cell.end_row) for b in range(cell.col, cell.end_col)}
        assert not slots & taken
        taken |= slots
    told = sorted(text for _, text in units(found))
    assert told == sorted(used)
    places = [place.unit for place, _ in units(found)]
    assert len(places) == len(set(places))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(1, 3), min_size=1, max_size=4), st.data())
def test_slots_agree_with_python_docx(widths: list[int], data: st.DataObject) -> None:
    """Whole rows of the same spans, some of whose cells go on from the row above."""
    from io import BytesIO

    import docx

    rows = []
    for row in range(data.draw(st.integers(1, 4))):
        cells = []
        for at, span in enumerate(widths):
            merge = data.draw(st.sampled_from([START, ON])) if row else START
            text = "" if merge == ON else f"{row}.{at}"
            cells.append(tc(text, f'<w:gridSpan w:val="{span}"/>{merge}'))
        rows.append(tr(*cells))
    columns = (1600,) * sum(widths)
    found = grid(document(tbl(*rows, widths=columns)))
    oracle = docx.Document(BytesIO(word_file(tbl(*rows, widths=columns)))).tables[0]
    ours = [[cell.text if cell else None for cell in row] for row in found.slots()]
    assert ours == [[cell.text for cell in row.cells] for row in oracle.rows]
