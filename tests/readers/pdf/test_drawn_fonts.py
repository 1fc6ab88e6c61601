"""Fonts that are drawn glyph by glyph (Type 3) are bold where their descriptors say so."""

from __future__ import annotations

import pytest

from planparse.readers.pdf.engines.pdfium import PdfiumSource
from tests.readers.pdf.paper import Paper

CHARACTERS = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def
1 begincodespacerange <00> <ff> endcodespacerange
1 beginbfrange <20> <7e> <0020> endbfrange
endcmap end end"""
"""Which characters the codes of a font stand for; the fifth object of the file, behind the fonts of the paper."""


def drawn(name: str, width: int, *, weight: int = 400) -> str:
    """A drawn font whose letters have widths from this one on; without a descriptor where it has no name."""
    widths = " ".join(str(width + code % 7) for code in range(32, 127))
    told = (
        f"/FontDescriptor << /Type /FontDescriptor /FontName /{name} /FontWeight {weight} /Flags 4 >>" if name else ""
    )
    return (
        "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs << >> "
        f"/Encoding /WinAnsiEncoding /ToUnicode 5 0 R /FirstChar 32 /LastChar 126 /Widths [{widths}] {told} >>"
    )


def bold(*fonts: str, text: str = "Heavy letters") -> list[bool]:
    """Whether the line in each of these fonts is bold."""
    sheet = (paper := Paper()).sheet()
    paper.extra_fonts["U"] = f"<< /Length {len(CHARACTERS)} >>\nstream\n{CHARACTERS}\nendstream"
    for n, font in enumerate(fonts):
        paper.extra_fonts[f"D{n}"] = font
        sheet.text(50, 100 + 20 * n, text, font=f"D{n}")
    lines: dict[float, list[bool]] = {}
    for word in PdfiumSource(paper.bytes()).page(0).words:
        lines.setdefault(word.base, []).append(word.style.bold)
    return [all(own) for _, own in sorted(lines.items())]


def test_the_name_of_one_says_that_it_is_bold() -> None:
    assert bold(drawn("AAAAAA+Oak-Regular", 500), drawn("BAAAAA+Oak-Bold", 560)) == [False, True]


def test_so_does_the_weight_that_it_states() -> None:
    assert bold(drawn("Oak", 500), drawn("Elm", 560, weight=700)) == [False, True]


@pytest.mark.parametrize(
    "fonts",
    [
        (drawn("Oak-Bold", 500), drawn("Elm-Bold", 560)),
        (drawn("Oak", 500), drawn("", 560)),
        (drawn("Oak", 500), drawn("Oak-Bold", 500)),
        (drawn("Oak-Bold", 560),),
    ],
    ids=["all of them bold", "no name", "the same widths", "one alone"],
)
def test_where_nothing_tells_them_apart_none_is(fonts: tuple[str, ...]) -> None:
    assert not any(bold(*fonts))


def test_a_few_letters_are_too_few_to_know_a_font_by() -> None:
    assert bold(drawn("Oak", 500), drawn("Oak-Bold", 560), text="at") == [False, False]
