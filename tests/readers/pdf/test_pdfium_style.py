"""Which letters are bold: by the font's name, the weight that it states, its outlines, or what its file says."""

from __future__ import annotations

import pytest

from planparse.readers.pdf.engines import pdfium_style
from planparse.readers.pdf.engines.pdfium import PdfiumSource
from planparse.readers.pdf.engines.pdfium_style import says_bold
from tests.readers.pdf.paper import Paper


def font(name: str, weight: int) -> str:
    """A font that is not embedded; the width of its stems goes with its weight."""
    widths = " ".join(["500"] * 95)
    return (
        f"<< /Type /Font /Subtype /TrueType /BaseFont /{name} /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 126 "
        f"/Widths [{widths}] /FontDescriptor << /Type /FontDescriptor /FontName /{name} /Flags 32 /Ascent 800 "
        f"/Descent -200 /CapHeight 700 /StemV {weight // 5} /FontWeight {weight} /ItalicAngle 0 "
        "/FontBBox [0 0 1000 1000] >> >>"
    )


def bold(paper: Paper) -> list[str]:
    return [word.text for word in PdfiumSource(paper.bytes()).page(0).words if word.style.bold]


def weighed(heavy: int, light: int) -> Paper:
    paper = Paper()
    paper.extra_fonts |= {"H": font("Oak", heavy), "L": font("Elm", light)}
    paper.sheet().text(50, 100, "heavy", font="H").text(50, 120, "light", font="L")
    return paper


@pytest.mark.parametrize(("heavy", "found"), [(700, ["heavy"]), (600, ["heavy"]), (500, [])])
def test_the_weight_of_a_font_beside_a_lighter_one(heavy: int, found: list[str]) -> None:
    assert bold(weighed(heavy, 400)) == found


def test_a_name_goes_before_a_weight() -> None:
    paper = weighed(700, 400)
    paper.sheets[0].text(50, 140, "named", bold=True)
    assert bold(paper) == ["named"]


def test_outlined_letters_among_filled_ones() -> None:
    paper = Paper()
    paper.sheet().text(50, 100, "filled").text(50, 120, "outlined", mode=2)
    assert bold(paper) == ["outlined"]


def test_a_page_of_outlined_letters_alone_is_not_bold() -> None:
    paper = Paper()
    paper.sheet().text(50, 100, "outlined", mode=2).text(50, 120, "too", mode=2)
    assert bold(paper) == []


def test_what_one_page_shows_says_nothing_of_the_next() -> None:
    paper = Paper()
    paper.sheet().text(50, 100, "filled").text(50, 120, "outlined", mode=2)
    paper.sheet().text(50, 100, "outlined", mode=2)
    source = PdfiumSource(paper.bytes())
    assert [word.style.bold for page in source.pages() for word in page.words] == [False, True, False]


def font_file(style: int, *, tables: tuple[bytes, ...] = (b"cmap", b"head", b"name")) -> bytes:
    """The directory of a TrueType file and its table ``head``, with these bits of ``macStyle``."""
    begin = 12 + 16 * len(tables)
    places = b"".join(tag + bytes(4) + begin.to_bytes(4) + (54).to_bytes(4) for tag in tables)
    return b"\x00\x01\x00\x00" + len(tables).to_bytes(2) + bytes(6) + places + bytes(44) + style.to_bytes(2) + bytes(8)


def test_a_font_file_says_that_it_is_bold() -> None:
    assert says_bold(font_file(0b01))
    assert says_bold(font_file(0b11))
    assert says_bold(font_file(0b01, tables=(b"head",)))


def test_an_upright_an_italic_or_a_damaged_font_file_does_not() -> None:
    assert not says_bold(font_file(0b00))
    assert not says_bold(font_file(0b10))
    assert not says_bold(font_file(0b01, tables=(b"cmap", b"name")))
    assert not says_bold(font_file(0b01)[:70])
    assert not says_bold(b"")


def asked(names: list[str], monkeypatch: pytest.MonkeyPatch) -> tuple[int, list[list[str]]]:
    """How often font files are asked whether they are bold, of three pages with a word in each of these fonts, all of
    which say that they are; with it the bold words of each page."""
    files: list[bytes] = []

    def says(data: bytes) -> bool:
        files.append(data)
        return True

    monkeypatch.setattr(pdfium_style, "says_bold", says)
    paper = Paper()
    paper.extra_fonts |= {f"N{n}": font(name, 400) for n, name in enumerate(names)}
    for _ in range(3):
        sheet = paper.sheet().text(50, 60, "plain")
        for n in range(len(names)):
            sheet.text(50, 100 + 20 * n, f"word{n}", font=f"N{n}")
    pages = [[word.text for word in page.words if word.style.bold] for page in PdfiumSource(paper.bytes()).pages()]
    return len(files), pages


def test_a_font_file_is_asked_once_for_all_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    assert asked(["F7"], monkeypatch) == (1, 3 * [["word0"]])


@pytest.mark.parametrize("names", [["F7", "F8"], ["AAAAAA+F7", "BBBBBB+F7"]], ids=["names", "parts of one font"])
def test_each_font_file_is_asked_itself(names: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Their lengths are the same."""
    assert asked(names, monkeypatch) == (2, 3 * [["word0", "word1"]])


def test_a_font_with_a_name_of_its_own_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    assert asked(["Oak"], monkeypatch) == (0, 3 * [[]])
