"""What must not change the table: how the file is written, where the table stands, how large it is."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, texts

WORD = st.sampled_from(["tbc", "88%", "6.2", "PED001", "Care", "leavers", "£1,112", "N/A", "in", "homes"])
TEXT = st.lists(WORD, max_size=3).map(" ".join)
ROWS = st.integers(2, 4).flatmap(lambda n: st.lists(st.lists(TEXT, min_size=n, max_size=n), min_size=2, max_size=5))
QUICK = settings(max_examples=25, deadline=None)


def paper_of(rows: list[list[str]], *, scale: float = 1, dx: float = 0, dy: float = 0, rotate: int = 0) -> Paper:
    paper = Paper()
    xs = [dx + scale * (50 + 120 * k) for k in range(len(rows[0]) + 1)]
    ys = [dy + scale * (100 + 20 * k) for k in range(len(rows) + 1)]
    sheet = paper.sheet(rotate=rotate)
    sheet.text(dx + 50, dy + 50, "A title of the page")
    sheet.grid(xs, ys, rows, size=9 * scale, pad=4 * scale)
    return paper


def wanted(rows: list[list[str]]) -> bool:
    return sum(1 for row in rows for text in row if text) > 1 and sum(1 for r in rows for t in r if t) >= len(rows)


@QUICK
@given(ROWS)
def test_each_text_comes_back_in_its_cell(rows: list[list[str]]) -> None:
    if wanted(rows):
        assert texts(grids(document(paper_of(rows)))[0]) == rows


@QUICK
@given(ROWS, st.floats(0, 0.9), st.floats(0, 0.9))
def test_a_shift_by_less_than_a_point(rows: list[list[str]], dx: float, dy: float) -> None:
    if wanted(rows):
        assert texts(grids(document(paper_of(rows, dx=dx, dy=dy)))[0]) == rows


@QUICK
@given(ROWS)
def test_scale(rows: list[list[str]]) -> None:
    if wanted(rows):
        assert texts(grids(document(paper_of(rows, scale=0.8)))[0]) == rows


@QUICK
@given(ROWS, st.sampled_from([90, 180, 270]))
def test_rotation(rows: list[list[str]], rotate: int) -> None:
    if wanted(rows):
        assert texts(grids(document(paper_of(rows, rotate=rotate)))[0]) == rows


@QUICK
@given(ROWS, st.integers(2, 9), st.randoms(use_true_random=False))
def test_split_and_shuffled_content(rows: list[list[str]], streams: int, random: object) -> None:
    if wanted(rows):
        paper = paper_of(rows)
        random.shuffle(paper.sheets[0].parts)  # type: ignore[attr-defined]
        assert texts(grids(document(paper.bytes(streams=streams)))[0]) == rows


@QUICK
@given(ROWS)
def test_two_runs_give_the_same_document(rows: list[list[str]]) -> None:
    data = paper_of(rows).bytes()
    assert document(data) == document(data)


@settings(max_examples=10, deadline=None)
@given(ROWS)
def test_both_engines_agree(rows: list[list[str]]) -> None:
    paper = paper_of(rows)
    assert document(paper).blocks == document(paper, "pdfplumber").blocks
