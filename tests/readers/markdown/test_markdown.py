"""Markdown: by hand and from converters."""

from __future__ import annotations

import contextlib
import time

import pytest

from planparse.errors import InputRefused, LimitExceeded
from planparse.model.document import Document, Grid, Paragraph
from planparse.model.options import Limits, ReadOptions
from planparse.readers.markdown import read


def document(text: str, limits: Limits | None = None) -> Document:
    return read(text.encode(), ReadOptions(limits=limits or Limits()))


def paragraphs(text: str) -> list[str]:
    return [block.text for block in document(text).blocks if isinstance(block, Paragraph)]


def table(text: str) -> list[list[str]]:
    (grid,) = (block for block in document(text).blocks if isinstance(block, Grid))
    return [[cell.text for cell in row] for row in grid.rows()]


def asides(text: str, kind: str) -> list[str]:
    return [aside.text for aside in document(text).asides if aside.kind == kind]


@pytest.mark.parametrize(
    "text",
    [
        "| a | b |\n|---|:-:|\n| 1 | 2 |\n",
        "a | b\n--- | ---\n1 | 2\n",
        "a|b\n-|-\n1|2",
        "| a | b |\n| 1 | 2 |\n",
        "text\n| a | b |\n|---|---|\n| 1 | 2 |\ntext",
        "```markdown\n| a | b |\n|---|---|\n| 1 | 2 |\n```\n",
        "> | a | b |\n> |---|---|\n> | 1 | 2 |\n",
        "|  |  |\n|---|---|\n| a | b |\n| 1 | 2 |\n",
        "|---|---|\n| a | b |\n| 1 | 2 |\n",
    ],
)
def test_dialects_of_pipe_tables(text: str) -> None:
    assert table(text) == [["a", "b"], ["1", "2"]]


def test_pipe_tables_do_not_know_spans_and_have_lines() -> None:
    (grid,) = document("x\n\n| a | b |\n|---|---|\n| 1 | 2 |").blocks[1:]
    assert isinstance(grid, Grid)
    assert not grid.spans_known
    assert [row[0].places[0].line for row in grid.rows()] == [2, 4]


def test_cells_with_breaks_escapes_marks_and_lists() -> None:
    text = (
        "| h | i |\n|---|---|\n| **PED001**<br>line | a \\| b |\n| • one<br>• two | <ul><li>x</li><li>y</li></ul> |\n"
        "| 87\\% &amp; `c` | ![img](x.png) |\n"
    )
    (grid,) = document(text).blocks
    assert isinstance(grid, Grid)
    cells = {(cell.row, cell.col): cell for cell in grid.cells}
    assert cells[1, 0].text == "PED001\nline"
    assert cells[1, 1].text == "a | b"
    assert [(b.marker, b.text) for b in cells[2, 0].blocks] == [("•", "one"), ("•", "two")]
    assert [(b.marker, b.text) for b in cells[2, 1].blocks] == [("•", "x"), ("•", "y")]
    assert cells[3, 0].text == "87% & c"
    assert cells[3, 1].text == ""


def test_ragged_rows_lose_nothing() -> None:
    assert table("| a | b |\n|---|---|\n| 1 | 2 | 3 |\n| 4 |\n")[1:] == [["1", "2", "3"], ["4"]]


def test_bold_cells_and_paragraphs() -> None:
    (bold, grid) = document("**Key Milestones**\n\n| **a** | b |\n|---|---|\n").blocks
    assert isinstance(bold, Paragraph)
    assert (bold.text, bold.bold) == ("Key Milestones", True)
    assert isinstance(grid, Grid)
    assert [block.bold for cell in grid.cells for block in cell.blocks] == [True, False]
    (mixed,) = document("**a** b **c**").blocks
    assert isinstance(mixed, Paragraph)
    assert (mixed.text, mixed.bold) == ("a b c", False)


def test_headings() -> None:
    found = document("# One #\n\nTwo\n===\n\nThree\n---\n\n###### **Six**\n\n#hash\n\n---\n").blocks
    assert [(b.text, b.heading) for b in found if isinstance(b, Paragraph)] == [
        ("One", 1),
        ("Two", 1),
        ("Three", 2),
        ("Six", 6),
        ("#hash", None),
    ]


def test_lists() -> None:
    text = "- one\n  goes on\n  - in\n- two\n\n3. three\n4) four\n\na. lettered\nb. also\n"
    found = [(p.marker, p.level, p.text) for p in document(text).blocks if isinstance(p, Paragraph)]
    assert found == [
        ("•", 0, "one goes on"),
        ("•", 1, "in"),
        ("•", 0, "two"),
        ("3.", 0, "three"),
        ("4.", 0, "four"),
        (None, 0, "a. lettered"),
        (None, 0, "b. also"),
    ]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("*a* _b_ __c__ ***d***", "a b c d"),
        ("snake_case_name 5 * 3 * 2 2*3*4", "snake_case_name 5 * 3 * 2 2*3*4"),
        ("£1,112.44* and *", "£1,112.44* and *"),
        (">95% of 5 > 3", ">95% of 5 > 3"),
        ("[text](http://x 'y') <http://z>", "[text](http://x 'y') http://z"),
        ("[text](http://x)", "text"),
        ("1\\. not a list \\*x\\*", "1. not a list *x*"),
        ("`*x*` &lt;b&gt;", "*x* <b>"),
        ("2<sup>nd</sup>", "2nd"),
        ("hard  \nbreak\\\nhere", "hard\nbreak\nhere"),
        ("soft\nbreak", "soft break"),
    ],
)
def test_inline_marks(text: str, plain: str) -> None:
    assert paragraphs(text) == [plain]


def test_what_is_left_out_is_listed() -> None:
    text = "87%[^1] ~~old~~ ![Logo](x)\n\n<!-- page 3 -->\n\n[^1]: Provisional\n"
    (first, _) = document(text).blocks
    assert isinstance(first, Paragraph)
    assert (first.text, first.marks) == ("87% old", ("struck through: old",))
    assert asides(text, "markup") == ["Logo", "1", "page 3"]


def test_front_matter_gives_the_title() -> None:
    found = document("---\ntitle: 'Plan 2016'\nauthor: x\n---\n\ntext")
    assert (found.title, paragraphs("---\ntitle: a\n---\ntext")) == ("Plan 2016", ["text"])
    assert paragraphs("---\n\ntext\n\n---\n") == ["text"]


def test_html_tables_go_to_the_html_reader() -> None:
    html = "<table>\n<tr><td rowspan=2>x</td>\n\n<td>1</td></tr>\n<tr><td>2</td></tr>\n</table>"
    text = f"# T\n\n{html}\n\n| a | b |\n|-|-|\n"
    first, second = (block for block in document(text).blocks if isinstance(block, Grid))
    assert [(c.text, c.row_span) for c in first.cells] == [("x", 2), ("1", 1), ("2", 1)]
    assert first.spans_known
    assert {p.table for c in first.cells for p in c.places} == {0}
    assert {p.table for c in second.cells for p in c.places} == {1}
    units = [p.unit for g in (first, second) for c in g.cells for p in c.places]
    assert len(set(units)) == len(units)


def test_code_is_kept_as_text() -> None:
    assert paragraphs("```\na # b\n  c\n```\nend") == ["a # b\n  c", "end"]


def test_limits_and_empty_files() -> None:
    with pytest.raises(LimitExceeded, match="--max-cells"):
        document("| a | b |\n|---|---|\n| 1 | 2 |\n", Limits(max_cells=3))
    with pytest.raises(InputRefused):
        document("\n---\n")


@pytest.mark.parametrize(
    "unit", ["**a ", "[a](", "`", "~~x ", "![", "<", "| ", "_a ", "\\", "&lt", "- a\n", "# a\n", "|a|\n"]
)
def test_no_pattern_is_slow(unit: str) -> None:
    started = time.perf_counter()
    with contextlib.suppress(InputRefused):
        document(unit * (50_000 // len(unit)) + "x")
    assert time.perf_counter() - started < 3
