"""Labels that are painted, in rows with rules between them and no upright."""

from __future__ import annotations

import pytest

from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, texts

LABELS = {
    "Priority": "A town that is easy to get about in",
    "Objective": "RD01: Keep the roads safe",
    "Issues": "Salt is dear",
    "Milestones": "a. Mend the bridge by May 2026",
}
XS = [50.0, 260, 330, 400, 500]
NAMES, ROW = ["Indicators", "Latest", "2025/26", "2026/27"], ["RD011: Potholes mended", "84%", "85%", "86%"]


def drawn(*, right: float = 140, low: float = 0, fewest: int = 4, bold: bool = True) -> Paper:
    """Rows of a painted label and a text over those of a grid; the paint ends ``low`` points over the row's end."""
    sheet = (paper := Paper()).sheet()
    for n, (label, text) in enumerate(LABELS.items()):
        top = 100 + 24 * n
        if n < fewest:
            sheet.box(50, top, right, top + 24 - low, colour="0.8 0.9 0.8")
        sheet.line(50, top, 500, top)
        sheet.text(54, top + 15, label, size=9, bold=bold)
        sheet.text(144, top + 15, text, size=9)
    sheet.line(50, 100, 50, 196)
    sheet.line(500, 100, 500, 196)
    sheet.grid(XS, [196, 220, 244], [NAMES, ROW])
    return paper


def test_the_edge_of_the_paint_is_a_border(engine: str) -> None:
    (grid,) = grids(document(drawn(), engine))
    found = [[text for text in row if text] for row in texts(grid)]
    assert [row[0] for row in found[:4]] == list(LABELS)
    assert [row[1] for row in found[:3]] == list(LABELS.values())[:3]
    assert found[4:] == [NAMES, ROW]


@pytest.mark.parametrize("how", [{"right": 400.0}, {"low": 9.0}, {"fewest": 2}], ids=["wide", "not as high", "two"])
def test_other_paint_is_none(how: dict[str, float]) -> None:
    found = [row for grid in grids(document(drawn(bold=False, **how))) for row in texts(grid)]  # type: ignore[arg-type]
    assert ["Issues", "Salt is dear"] not in [[text for text in row if text] for row in found]
