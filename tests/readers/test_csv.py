"""CSV: one grid, parted at blank lines; titles stand above it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse.errors import InputRefused, LimitExceeded
from planparse.model.document import Document, Grid, Paragraph, Seam
from planparse.model.options import Limits, ReadOptions
from planparse.readers.csv import read, sniff


def sheet(text: str, limits: Limits | None = None) -> Document:
    return read(text.encode(), ReadOptions(limits=limits or Limits()))


def grid(text: str) -> Grid:
    (found,) = (block for block in sheet(text).blocks if isinstance(block, Grid))
    return found


def table(text: str) -> list[list[str]]:
    return [[cell.text for cell in row] for row in grid(text).rows()]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters(delimiter: str) -> None:
    text = f"Ref{delimiter}Measure{delimiter}Target\nA1{delimiter}one, two; three{delimiter}5\n"
    if delimiter in ",;":
        text = text.replace("one, two; three", '"one, two; three"')
    assert table(text) == [["Ref", "Measure", "Target"], ["A1", "one, two; three", "5"]]


def test_quotes_and_newlines_inside_fields() -> None:
    assert table('a,b\r\n"line one\r\nline ""two""",2\r\n') == [["a", "b"], ['line one\nline "two"', "2"]]


def test_excel_says_its_delimiter() -> None:
    assert table("sep=;\na;b,c\nd;e,f\n") == [["a", "b,c"], ["d", "e,f"]]


def test_blank_lines_are_seams_and_titles_paragraphs() -> None:
    document = sheet(
        "Plan 2016-19,,\n,,\nRef,Measure,Target\nA1,x,5\n,,\nA2,y,6\nrest of a row,,\n\n"
        "Part two,,\nRef,Measure,Target\nA3,z,7\n"
    )
    assert [type(block) for block in document.blocks] == [Paragraph, Grid, Paragraph, Grid]
    first = document.blocks[1]
    assert isinstance(first, Grid)
    assert first.seams == (Seam(2, "gap"),)
    assert first.n_rows == 4
    assert not first.spans_known


def test_a_torn_row_after_a_gap_is_no_heading() -> None:
    found = grid("Ref,Measure,Target\nA1,x,5\n\nlower case rest,,\nA2,y,6\n")
    assert (found.n_rows, found.seams) == (4, (Seam(2, "gap"),))
    assert grid("Ref,Measure,Target\nA1,Leavers in,5\n\n,Training,\nA2,y,6\n").n_rows == 4
    headed = sheet("Ref,Measure,2017\nA1,x,5\n\nPart two,,\nRef,Measure,2017\nA2,y,6\n")
    assert [type(block) for block in headed.blocks] == [Grid, Paragraph, Grid]


def test_blank_columns_are_left_away_and_short_rows_filled() -> None:
    assert table(",Ref,,Measure\n,A1,,x\n,A2\n") == [["Ref", "Measure"], ["A1", "x"], ["A2", ""]]


def test_places_carry_the_line_of_the_file() -> None:
    found = grid('a,b\n"x\ny",1\nc,d\n')
    assert [row[0].places[0].line for row in found.rows()] == [0, 1, 3]


def test_long_fields_limits_and_empty_files() -> None:
    assert table("a,b\n" + "x" * 200_000 + ",1\n")[1][0] == "x" * 200_000
    with pytest.raises(LimitExceeded, match="--max-cells"):
        sheet("a,b\nc,d\n", Limits(max_cells=3))
    with pytest.raises(InputRefused):
        sheet(",,\n")


@given(
    st.lists(st.lists(st.text("abc 1.%£", min_size=1).map(str.strip), min_size=2, max_size=4), min_size=1, max_size=6)
)
def test_every_text_is_found_once(rows: list[list[str]]) -> None:
    words = sorted(field for row in rows for field in row if field)
    if not words:
        return
    document = sheet("\n".join(",".join(row) for row in rows))
    found = [b.text for b in document.blocks if isinstance(b, Paragraph)]
    found += [c.text for b in document.blocks if isinstance(b, Grid) for c in b.cells if c.text]
    assert sorted(found) == words


def test_sniffing_is_not_fooled_by_commas_in_prose() -> None:
    assert sniff("Ref;Measure\nA1;one, two, three\nA2;four, five, six\n") == ";"


def test_one_very_wide_row_makes_no_cells_in_the_others() -> None:
    wide = ",".join(f"v{n}" for n in range(1_000))
    found = grid("Ref,Measure,Target\nA1,Roads,5\n" + wide + "\nA2,Signs,6\n")
    assert found.n_cols == 1_000
    assert [sum(c.row == row for c in found.cells) for row in range(4)] == [203, 203, 1_000, 203]
