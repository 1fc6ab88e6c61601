"""Some fonts name their hyphen a soft one: where it is drawn it is a hyphen."""

from __future__ import annotations

from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, paragraphs

ENCODING = "<< /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [45 /uni00AD] >>"


def test_a_soft_hyphen_that_is_drawn_stays(engine: str) -> None:
    paper = Paper()
    widths = f"/FirstChar 32 /LastChar 126 /Widths [{'500 ' * 95}]"
    paper.extra_fonts["H"] = f"<< /Type /Font /Subtype /Type1 /BaseFont /Own {widths} /Encoding {ENCODING} >>"
    paper.sheet().text(50, 100, "Plan 2026-29 of a whole-farm body", font="H")
    assert paragraphs(document(paper, engine)) == ["Plan 2026-29 of a whole-farm body"]


def test_one_that_is_not_drawn_is_none(engine: str) -> None:
    """The standard fonts have no such letter, so it is no point wide."""
    paper = Paper()
    paper.extra_fonts["H"] = f"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding {ENCODING} >>"
    paper.sheet().text(50, 100, "The depart-ment is open", font="H")
    assert paragraphs(document(paper, engine)) == ["The department is open"]
