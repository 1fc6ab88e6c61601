"""Workbooks: merged cells, hidden parts, values as shown, limits."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from planparse.errors import InputRefused, LimitExceeded
from planparse.model.document import Document, Grid, Paragraph
from planparse.model.options import Limits, ReadOptions
from planparse.readers.xlsx import read


def workbook(build: Callable[[Workbook, Worksheet], None]) -> bytes:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    build(book, sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def document(build: Callable[[Workbook, Worksheet], None], limits: Limits | None = None) -> Document:
    return read(workbook(build), ReadOptions(limits=limits or Limits()))


def rows(sheet: Worksheet, values: list[list[object]], first: int = 1) -> None:
    for r, line in enumerate(values, first):
        for c, value in enumerate(line, 1):
            if value is not None:
                sheet.cell(r, c, value)  # type: ignore[arg-type]


def grids(found: Document) -> list[Grid]:
    return [block for block in found.blocks if isinstance(block, Grid)]


def table(found: Document) -> list[list[str]]:
    (grid,) = grids(found)
    return [[cell.text for cell in row] for row in grid.rows()]


def asides(found: Document, kind: str) -> list[str]:
    return [aside.text for aside in found.asides if aside.kind == kind]


PLAN: list[list[object]] = [["Ref", "Measure", "Target"], ["A1", "x", 5], ["A2", "y", 6]]


def test_values_as_shown_and_blank_cells() -> None:
    def build(book: Workbook, sheet: Worksheet) -> None:
        rows(sheet, [["Ref", "Measure", "Target"], ["A1", "x", 0.87], ["A2", "y", None]])
        sheet["C2"].number_format = "0%"

    assert table(document(build)) == [["Ref", "Measure", "Target"], ["A1", "x", "87%"], ["A2", "y", ""]]


def test_merged_cells_are_spans() -> None:
    def build(book: Workbook, sheet: Worksheet) -> None:
        rows(sheet, [["Measure", "Targets", None], [None, "2016/17", "2017/18"], ["x", 1, 2]])
        sheet.merge_cells("B1:C1")
        sheet.merge_cells("A1:A2")

    (grid,) = grids(document(build))
    spots = [(c.text, c.row, c.col, c.row_span, c.col_span) for c in grid.cells]
    assert spots[:3] == [("Measure", 0, 0, 2, 1), ("Targets", 0, 1, 1, 2), ("2016/17", 1, 1, 1, 1)]
    assert (len(grid.cells), grid.spans_known) == (7, True)


def test_hidden_sheets_rows_and_columns_are_listed_not_read() -> None:
    def build(book: Workbook, sheet: Worksheet) -> None:
        rows(
            sheet,
            [
                ["Ref", "Measure", "Secret", "Target"],
                ["A1", "x", "s1", 5],
                ["A9", "old", None, 9],
                ["A2", "y", "s2", 6],
            ],
        )
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["C"].hidden = True
        lists = book.create_sheet("Lists")
        rows(lists, [["one", "two"]])
        lists.sheet_state = "hidden"

    found = document(build)
    assert table(found) == [["Ref", "Measure", "Target"], ["A1", "x", "5"], ["A2", "y", "6"]]
    assert asides(found, "hidden") == ["A9 | old | 9", "Secret | s1 | s2", "one | two"]


def test_a_span_over_hidden_rows_and_columns_is_shortened() -> None:
    def build(book: Workbook, sheet: Worksheet) -> None:
        rows(sheet, [["Ref", "Targets", None, None], ["A1", 1, 2, 3], [None, 4, 5, 6], [None, 7, 8, 9]])
        sheet.merge_cells("B1:D1")
        sheet.merge_cells("A2:A4")
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["B"].hidden = True

    (grid,) = grids(document(build))
    spots = [(c.text, c.row, c.col, c.row_span, c.col_span) for c in grid.cells]
    assert spots[:3] == [("Ref", 0, 0, 1, 1), ("Targets", 0, 1, 1, 2), ("A1", 1, 0, 2, 1)]


def test_the_name_of_a_sheet_is_a_heading_unless_it_says_nothing() -> None:
    def build(book: Workbook, sheet: Worksheet) -> None:
        rows(sheet, PLAN)
        sheet.title = "Children's services"
        rows(book.create_sheet("Sheet2"), PLAN)

    found = document(build)
    heads = [(b.text, b.heading) for b in found.blocks if isinstance(b, Paragraph)]
    assert heads == [("Children's services", 2)]
    assert asides(found, "furniture") == ["Sheet2"]
    assert {place.part for grid in grids(found) for c in grid.cells for place in c.places} == {
        "Children's services",
        "Sheet2",
    }


def test_titles_gaps_margins_fonts_and_fills() -> None:
    def build(book: Workbook, sheet: Worksheet) -> None:
        sheet["B1"] = "Business Plan 2016-19"
        sheet["B1"].font = Font(bold=True, size=16)
        for r, line in enumerate([["Ref", "Target"], ["A1", 5], None, ["A2", 6]], 3):
            for c, value in enumerate(line or (), 2):
                sheet.cell(r, 2 * c - 2, value)
        sheet["B3"].fill = PatternFill("solid", fgColor="FFD9D9D9")

    found = document(build)
    title = found.blocks[0]
    assert isinstance(title, Paragraph)
    assert (title.text, title.bold, title.size) == ("Business Plan 2016-19", True, 16)
    assert table(found) == [["Ref", "Target"], ["A1", "5"], ["A2", "6"]]
    assert [seam.row for seam in grids(found)[0].seams] == [2]
    assert grids(found)[0].cells[0].fill == "#d9d9d9"


def test_formulas_without_a_value_and_error_values_are_said() -> None:
    def build(book: Workbook, sheet: Worksheet) -> None:
        rows(sheet, [["Ref", "Target"], ["A1", "=B1+1"], ["A2", "#REF!"]])

    found = document(build)
    assert [(note.level, note.code) for note in found.notes] == [
        ("doubt", "error-value"),
        ("warning", "formula-without-value"),
    ]
    assert "B2" in found.notes[1].message


def test_page_headers_are_furniture() -> None:
    def build(book: Workbook, sheet: Worksheet) -> None:
        rows(sheet, PLAN)
        sheet.oddHeader.center.text = "DRAFT &[Page]"

    assert "DRAFT" in asides(document(build), "furniture")


def test_far_cells_cost_nothing_and_huge_merges_are_a_limit() -> None:
    def far(book: Workbook, sheet: Worksheet) -> None:
        rows(sheet, PLAN)
        sheet["XFD1048576"] = "Far"

    found = document(far)
    assert [b.text for b in found.blocks if isinstance(b, Paragraph)] == ["Far"]

    def build(book: Workbook, sheet: Worksheet) -> None:
        rows(sheet, PLAN)
        sheet.merge_cells("E1:F2")

    data = rewritten(workbook(build), "xl/worksheets/sheet1.xml", b"E1:F2", b"E1:XFD1048576")
    with pytest.raises(LimitExceeded, match="--max-cells"):
        read(data, ReadOptions())


def test_no_name_of_a_sheet_s_part_escapes_the_limit() -> None:
    data = workbook(lambda book, sheet: sheet.merge_cells("E1:F2"))
    data = rewritten(data, "xl/worksheets/sheet1.xml", b"E1:F2", b"E1:XFD1048576")
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            content = source.read(name).replace(b"worksheets/sheet1.xml", b"odd/blatt.xml")
            target.writestr(name.replace("worksheets/sheet1.xml", "odd/blatt.xml"), content)
    with pytest.raises(LimitExceeded, match="--max-cells"):
        read(out.getvalue(), ReadOptions())


def rewritten(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, content.replace(old, new) if name == part else content)
    return out.getvalue()


def added(data: bytes, name: str, content: bytes) -> bytes:
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as target:
        target.writestr(name, content)
    return out.getvalue()


def plain() -> bytes:
    return workbook(lambda book, sheet: rows(sheet, PLAN))


def test_bombs_and_damaged_archives() -> None:
    with pytest.raises(LimitExceeded, match="--max-zip-ratio"):
        read(added(plain(), "xl/media/x.bin", b"\x00" * 5_000_000), ReadOptions())
    with pytest.raises(LimitExceeded, match="--max-zip-bytes"):
        read(plain(), ReadOptions(limits=Limits(max_zip_bytes=1000)))
    with pytest.raises(LimitExceeded, match="--max-zip-members"):
        read(plain(), ReadOptions(limits=Limits(max_zip_members=3)))
    with pytest.warns(UserWarning, match="Duplicate"):
        doubled = added(plain(), "xl/workbook.xml", b"<x/>")
    with pytest.raises(InputRefused, match="twice"):
        read(doubled, ReadOptions())
    with pytest.raises(InputRefused, match="damaged"):
        read(plain()[:-50], ReadOptions())
    with pytest.raises(InputRefused, match="damaged"):
        read(rewritten(plain(), "xl/workbook.xml", b"<sheets>", b"<sheets"), ReadOptions())


def test_a_declared_type_is_refused() -> None:
    data = rewritten(plain(), "xl/worksheets/sheet1.xml", b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet')
    with pytest.raises(InputRefused, match="document type"):
        read(data, ReadOptions())


def test_text_boxes_are_listed() -> None:
    box = b"<xdr:wsDr><a:p><a:r><a:t>DRAFT &amp; </a:t></a:r><a:r><a:t>not final</a:t></a:r></a:p></xdr:wsDr>"
    found = read(added(plain(), "xl/drawings/drawing1.xml", box), ReadOptions())
    assert "DRAFT & not final" in asides(found, "furniture")


def test_an_empty_workbook_is_refused() -> None:
    with pytest.raises(InputRefused, match="no text"):
        document(lambda book, sheet: None)
