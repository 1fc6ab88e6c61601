"""Bold labels and texts in rows that no upright crosses, over a grid."""

from __future__ import annotations

import pytest

from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, texts

ROWS = {
    "Priority": "A town that is easy to get about in",
    "Objective": "RD01: Keep the roads safe",
    "Issues": "Salt is dear",
    "Milestones": "a. Mend the bridge by May 2026",
}
XS = [50.0, 260, 330, 400, 500]
NAMES, ROW = ["Indicators", "Latest", "2025/26", "2026/27"], ["RD011: Potholes mended", "84%", "85%", "86%"]


def drawn(*, bold: bool = True, step: float = 0) -> Paper:
    """``step``: how much further right each text begins than the one above."""
    sheet = (paper := Paper()).sheet()
    for n, (label, text) in enumerate(ROWS.items()):
        top = 100 + 24 * n
        sheet.line(50, top, 500, top)
        sheet.text(54, top + 15, label, size=9, bold=bold)
        sheet.text(144 + step * n, top + 15, text, size=9)
    sheet.line(50, 100, 50, 196)
    sheet.line(500, 100, 500, 196)
    sheet.grid(XS, [196, 220, 244], [NAMES, ROW])
    return paper


def test_a_border_stands_where_the_texts_begin(engine: str) -> None:
    (grid,) = grids(document(drawn(), engine))
    found = [[text for text in row if text] for row in texts(grid)]
    assert [row[0] for row in found[:4]] == list(ROWS)
    assert [row[1] for row in found[:3]] == list(ROWS.values())[:3]
    assert found[4:] == [NAMES, ROW]


@pytest.mark.parametrize("how", [{"bold": False}, {"step": 40.0}], ids=["plain", "at several places"])
def test_other_texts_are_one(how: dict[str, float]) -> None:
    found = [row for grid in grids(document(drawn(**how))) for row in texts(grid)]  # type: ignore[arg-type]
    assert ["Issues", "Salt is dear"] not in [[text for text in row if text] for row in found]
