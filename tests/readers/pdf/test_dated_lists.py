"""Lists without a line whose entries each stand beside a date, and headers of several lines over such tables."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.readers.pdf.paper import Paper, text_width
from tests.readers.pdf.reading import document, grids, paragraphs, texts

STEPS = [
    ("May 2025", "Open the gallery"),
    ("30 September 2025", "Put the catalogue online"),
    ("March 2026", "Return it"),
]


def dated(steps: Sequence[tuple[str, str]] = STEPS, *, off: float = 0) -> Paper:
    """``off``: points by which the last text stands further right."""
    sheet = (paper := Paper()).sheet()
    sheet.text(50, 80, "Milestones", size=11, bold=True)
    for n, (date, text) in enumerate(steps):
        sheet.text(50, 100 + 14 * n, date).text(170 + off * (n == len(steps) - 1), 100 + 14 * n, text)
    sheet.text(50, 160, "Indicators", size=11, bold=True)
    return paper


@pytest.mark.parametrize("count", [2, 3])
def test_dates_each_beside_its_text_are_a_table(count: int, engine: str) -> None:
    doc = document(dated(STEPS[:count]), engine)
    (grid,) = grids(doc)
    assert texts(grid) == [list(step) for step in STEPS[:count]]
    assert paragraphs(doc) == ["Milestones", "Indicators"]


@pytest.mark.parametrize(
    "paper",
    [dated([*STEPS[:1], ("In the spring", "Return it")]), dated(STEPS[:2], off=20), dated(STEPS[:1])],
    ids=["no date", "texts at two places", "one alone"],
)
def test_other_texts_side_by_side_are_none(paper: Paper) -> None:
    assert not grids(document(paper))


def test_a_bold_heading_below_the_list_ends_it() -> None:
    paper = dated()
    sheet = paper.sheets[-1]
    for n, row in enumerate([("", "Visits", "Loans"), ("2023/24 actual", "5", "6"), ("2024/25 target", "7", "8")]):
        for x, text in zip((50, 250, 400), row, strict=True):
            sheet.text(x, 180 + 14 * n, text, bold=not n)
    first, second = grids(document(paper))
    assert (len(texts(first)), texts(second)[0]) == (3, ["", "Visits", "Loans"])


@pytest.mark.parametrize("bold", [True, False])
def test_the_first_line_of_a_name_over_others_is_of_the_header(bold: bool) -> None:
    sheet = (paper := Paper()).sheet()
    rights = (240.0, 340.0, 440.0)

    def right(y: float, cells: Sequence[str], *, heavy: bool = False) -> None:
        for x, cell in zip(rights, cells, strict=True):
            if cell:
                sheet.text(x - text_width(cell, 10, heavy), y, cell, bold=heavy)

    right(86, ("", "", "Visitors who"), heavy=bold)
    right(100, ("Visits", "Objects on loan", "come again"), heavy=True)
    for n, (label, *values) in enumerate(
        [("2023/24", "5", "6", "7"), ("2024/25", "8", "9", "10"), ("2025/26", "1", "2", "3")]
    ):
        sheet.text(50, 117 + 17 * n, label)
        right(117 + 17 * n, values)
    doc = document(paper)
    (grid,) = grids(doc)
    assert (texts(grid)[0] == ["", "Visits", "Objects on loan", "Visitors who come again"]) == bold
    assert paragraphs(doc) == ([] if bold else ["Visitors who"])
