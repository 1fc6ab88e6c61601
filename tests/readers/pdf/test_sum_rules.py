"""Rules beside the labels: over sums they part the rows alone, elsewhere the labels span the rows at both sides."""

from __future__ import annotations

from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, texts

LABELS = ["Cash", "Loans", "Land", "Other", "Total assets", "Debts", "Pensions", "Notes", "Due", "Total debts"]


def sheet_of(drawn: list[int], engine: str) -> list[list[str]]:
    """A balance sheet, with rules beside the labels over some rows."""
    sheet = (paper := Paper()).sheet()
    sheet.line(50, 90, 500, 90).text(54, 101, "Item").text(330, 101, "2011").text(430, 101, "2010")
    sheet.line(50, 106, 500, 106)
    for n, label in enumerate(LABELS):
        sheet.text(54, 118 + 13 * n, label)
        sheet.text(330, 118 + 13 * n, f"{n + 1},123").text(430, 118 + 13 * n, f"{n + 1},456")
        if n in drawn:
            sheet.line(300, 108 + 13 * n, 500, 108 + 13 * n)
    sheet.line(50, 110 + 13 * len(LABELS), 500, 110 + 13 * len(LABELS))
    (grid,) = grids(document(paper, engine))
    return texts(grid)


def test_labels_over_and_under_rules_over_sums_stay_two(engine: str) -> None:
    rows = sheet_of([4, 9], engine)
    assert [row[0] for row in rows] == ["Item", *LABELS]


def test_where_such_rules_part_most_rows_labels_span_as_before(engine: str) -> None:
    rows = sheet_of([1, 2, 3, 4, 6, 7, 8, 9], engine)
    assert "\n".join(LABELS[:5]) in [row[0] for row in rows]
