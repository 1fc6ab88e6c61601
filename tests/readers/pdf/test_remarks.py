"""A remark below the figures of a row is a row of its own; further lines of a name are not."""

from __future__ import annotations

import pytest

from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, texts

XS = [50.0, 90, 250, 330]
HEAD = ["Ref", "Measure", "Last year", "Target"]
REST = [["A2", "Swims", "3", "4"], ["A3", "Runs", "5", "6"]]
REMARK = ["The pool was shut for most of the winter while it was", "mended by us."]


def table(first: list[str], below: list[tuple[int, str]], *, size: float = 9) -> list[list[str]]:
    """Rows between level rules; lines below the first row, each at its column."""
    sheet = (paper := Paper()).sheet()
    for x, name in zip(XS, HEAD, strict=True):
        sheet.text(x, 100, name, size=9, bold=True)
    top = 106.0
    sheet.line(50, top, 420, top)
    for n, row in enumerate([first, *REST]):
        for x, text in zip(XS, row, strict=True):
            sheet.text(x, top + 12, text, size=9)
        for k, (col, text) in enumerate(below if not n else []):
            sheet.text(XS[col], top + 23 + 11 * k, text, size=size)
        top += 18 + 11 * len(below) * (not n)
        sheet.line(50, top, 420, top)
    (grid,) = grids(document(paper))
    return texts(grid)


FIGURES = ["A1", "Visits to the pools", "1,200", "1,300"]


def test_a_remark_that_runs_on_below_the_figures_is_a_row_of_its_own() -> None:
    found = table(FIGURES, [(1, line) for line in REMARK])
    assert found == [HEAD, FIGURES, ["", " ".join(REMARK), ""], *REST]


def test_a_sentence_in_smaller_letters_below_the_name_is_too() -> None:
    found = table(FIGURES, [(1, "All who pay are counted.")], size=7)
    assert found == [HEAD, FIGURES, ["", "All who pay are counted.", "", ""], *REST]


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("of the town", 9),
        ("All who pay are counted.", 9),
        ("(all who pay)", 7),
        ("of all who pay.", 7),
        ("Counted.", 7),
    ],
    ids=["the end of the name", "as large", "a definition", "the end of a sentence", "a word"],
)
def test_other_lines_below_a_name_are_of_it(text: str, size: float) -> None:
    found = table(FIGURES, [(1, text)], size=size)
    assert len(found) == 4
    assert found[1][1].split() == [*FIGURES[1].split(), *text.split()]
    assert (found[1][0], *found[1][2:]) == ("A1", "1,200", "1,300")


def test_a_sentence_below_a_name_without_figures_beside_it_is_of_it() -> None:
    found = table(["A1", "Visits", "Coach", "Daily"], [(1, "All who pay are counted.")], size=7)
    assert found[1] == ["A1", "Visits\nAll who pay are counted.", "Coach", "Daily"]


def test_the_end_of_a_target_is_of_the_target() -> None:
    assert table(FIGURES, [(3, "by May 2027")])[1] == [*FIGURES[:3], "1,300 by May 2027"]
