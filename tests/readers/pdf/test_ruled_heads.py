"""Titles with rules under them span what these run over, one over the other; other rules change nothing."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from planparse.model.document import Grid
from tests.readers.pdf.paper import Paper, text_width
from tests.readers.pdf.reading import document, grids, spans, texts

XS = [200.0, 260, 320, 380, 440]
"""Where the values end; the names of their columns stand in the middle over them."""
NAMES = ["Gross", "Net", "Refunds", "Gross", "Total"]
ROWS = [["January", "1,204", "981", "12", "44", "2,241"], ["February", "988", "870", "9", "40", "1,907"]]
TITLES = [("Income taxes", 172.0, 382.0, 100), ("Individual", 172.0, 322.0, 113), ("Companies", 350.0, 382.0, 113)]


def drawn(titles: Sequence[tuple[str, float, float, float]] = TITLES, *, beside: str = "") -> Paper:
    """A table between rules, with one under its header; each title stands in the middle over its own rule."""
    sheet = (paper := Paper()).sheet()
    for y in (86, 130, 170):
        sheet.line(48, y, 450, y)
    for title, x0, x1, y in titles:
        sheet.text((x0 + x1 - text_width(title, 9)) / 2, y - 4, title, size=9)
        sheet.line(x0, y, x1, y)
    sheet.text(180, 96, beside, size=9).text(50, 124, "Month", size=9)
    for end, name in zip(XS, NAMES, strict=True):
        sheet.text(end - 12 - text_width(name, 9) / 2, 124, name, size=9)
    for n, (label, *values) in enumerate(ROWS):
        sheet.text(50, 144 + 16 * n, label, size=9)
        for end, value in zip(XS, values, strict=True):
            sheet.text(end - text_width(value, 9), 144 + 16 * n, value, size=9)
    return paper


def only(paper: Paper, engine: str = "pdfium") -> Grid:
    (grid,) = grids(document(paper, engine))
    return grid


def test_titles_over_titles_span_their_rules(engine: str) -> None:
    grid = only(drawn(), engine)
    assert {name: span for name, span in spans(grid).items() if span != (1, 1)} == {
        "Income taxes": (1, 4),
        "Individual": (1, 3),
        "Month": (3, 1),
        "Total": (3, 1),
    }
    assert [[cell for cell in row if cell] for row in texts(grid)[3:]] == ROWS


@pytest.mark.parametrize(
    "paper",
    [
        drawn([("Income taxes", 172, 382, 100), ("", 172, 322, 113)]),
        drawn([("Income taxes", 172, 382, 100), ("Individual", 240, 440, 113)]),
        drawn([("Income taxes", 172, 382, 100)], beside="Sales"),
    ],
    ids=["a rule without a title", "a rule that goes on beside the one over it", "two titles over one rule"],
)
def test_rules_that_do_not_fit_their_titles_make_no_header(paper: Paper) -> None:
    assert spans(only(paper)).get("Month") != (3, 1)


def flush() -> Paper:
    """One rule under three titles, and a second one under two below the first; each begins where its columns do."""
    sheet = (paper := Paper()).sheet()
    for y in (86, 130, 170):
        sheet.line(48, y, 500, y)
    sheet.line(160, 100, 500, 100).line(160, 113, 328, 113)
    titles = [(160, 96, "Violent"), (332, 96, "Theft"), (418, 96, "Other"), (160, 109, "All"), (246, 109, "Most")]
    for x, y, title in titles:
        sheet.text(x, y, title, size=9)
    names = ["Sites", "Rate"] * 4
    for n, name in enumerate(names):
        sheet.text(160 + 43 * n, 124, name, size=9)
        for row in range(2):
            sheet.text(160 + 43 * n, 144 + 16 * row, f"{10 * row + n}.5", size=9)
    for y, label in ((124, "Place"), (144, "Town"), (160, "City")):
        sheet.text(50, y, label, size=9)
    return paper


def test_one_rule_runs_under_several_titles_that_begin_where_their_columns_do(engine: str) -> None:
    assert {name: span for name, span in spans(only(flush(), engine)).items() if span != (1, 1)} == {
        "Violent": (1, 4),
        "Theft": (1, 2),
        "Other": (1, 2),
        "All": (1, 2),
        "Most": (1, 2),
        "Place": (3, 1),
        "Sites": (2, 1),
        "Rate": (2, 1),
    }


def test_rules_under_the_last_titles_of_two_levels_are_no_row_borders(engine: str) -> None:
    """Both begin and end at the same places, as those between rows beside a label do."""
    titles = [("Taxes", 172.0, 322.0, 100), ("Fees", 332.0, 444.0, 100), ("Net", 212.0, 322.0, 113)]
    grid = only(drawn([*titles, ("Paid", 332.0, 444.0, 113)]), engine)
    found = {name: span for name, span in spans(grid).items() if name in ("Taxes", "Fees", "Paid", "Month")}
    assert found == {"Taxes": (1, 3), "Fees": (1, 2), "Paid": (1, 2), "Month": (3, 1)}


@pytest.mark.parametrize(("middle", "columns"), [(310, 5), (280, 2)], ids=["of all", "aside"])
def test_a_text_in_the_middle_over_the_values_is_of_all_of_them(middle: float, columns: int) -> None:
    sheet = (paper := drawn()).sheets[0]
    sheet.text(middle - text_width("Percent of all adults", 9) / 2, 182, "Percent of all adults", size=9)
    for n, (label, *values) in enumerate(ROWS):
        sheet.text(50, 198 + 16 * n, label, size=9)
        for end, value in zip(XS, values, strict=True):
            sheet.text(end - text_width(value, 9), 198 + 16 * n, value, size=9)
    sheet.line(48, 224, 450, 224)
    assert spans(only(paper))["Percent of all adults"] == (1, columns)


@pytest.mark.parametrize("alone", [False, True], ids=["below its first line", "in a row of its own"])
def test_a_line_of_a_note_is_of_no_more_columns_than_the_line_above_it(alone: bool) -> None:
    """It may stand in the middle over all values by chance."""
    sheet = (paper := drawn()).sheets[0]
    x = 308 - text_width("published its final methodology.", 9) / 2
    sheet.text(50, 182, "March", size=9).text(188, 182, "8", size=9)
    if not alone:
        sheet.text(x, 182, "To follow once the regulator has", size=9)
    sheet.text(x, 192 if not alone else 206, "published its final methodology.", size=9)
    for n, (label, *values) in enumerate(ROWS):
        sheet.text(50, 220 + 16 * n, label, size=9)
        for end, value in zip(XS, values, strict=True):
            sheet.text(end - text_width(value, 9), 220 + 16 * n, value, size=9)
    sheet.line(48, 246, 450, 246)
    found = [(cell.col, cell.col_span) for cell in only(paper).cells if "published" in cell.text]
    assert found == ([(1, 5)] if alone else [(2, 3)])
