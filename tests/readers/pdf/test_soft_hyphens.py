"""Some fonts name their hyphen a soft one: where it is drawn it is a hyphen."""

from __future__ import annotations

import pytest

from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, paragraphs

ENCODING = "<< /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [45 /uni00AD] >>"


@pytest.mark.parametrize(("width", "text"), [(300, "Plan 2026-29, whole-farm"), (0, "Plan 202629, wholefarm")])
def test_a_soft_hyphen_stays_where_it_is_drawn(width: int, text: str, engine: str) -> None:
    paper = Paper()
    widths = ["500"] * 95
    widths[45 - 32] = str(width)
    table = f"/FirstChar 32 /LastChar 126 /Widths [{' '.join(widths)}]"
    paper.extra_fonts["H"] = f"<< /Type /Font /Subtype /Type1 /BaseFont /Own {table} /Encoding {ENCODING} >>"
    paper.sheet().text(50, 100, "Plan 2026-29, whole-farm", font="H")
    assert paragraphs(document(paper, engine)) == [text]
