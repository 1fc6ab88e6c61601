"""Text that nobody sees is an aside; letters that nobody can name are marked."""

from __future__ import annotations

import pytest

from planparse.errors import InputRefused, LimitExceeded
from planparse.model.options import Limits, ReadOptions
from planparse.readers.pdf import read
from planparse.readers.pdf.page import WHITE, Fill, Page
from planparse.readers.pdf.words.symbols import plain_ligatures, plain_symbols, without_strays
from planparse.readers.pdf.words.visible import look
from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, paragraphs, texts

XS, YS = [50, 150, 250], [100, 120, 140]
ROWS = [["Measure", "Target"], ["PI 1", "88%"]]


def test_invisible_text_is_an_aside() -> None:
    paper = Paper()
    paper.sheet().grid(XS, YS, ROWS).text(80, 132, "ghost", size=9, mode=3)
    doc = document(paper)
    assert texts(grids(doc)[0]) == ROWS
    assert [(a.kind, a.text) for a in doc.asides] == [("hidden", "ghost")]


def test_white_text_on_white_is_an_aside(engine: str) -> None:
    paper = Paper()
    paper.sheet().grid(XS, YS, ROWS).text(200, 132, "ghost", size=9, grey=1)
    doc = document(paper, engine)
    assert texts(grids(doc)[0]) == ROWS
    assert [(a.kind, a.text, a.reason) for a in doc.asides] == [("hidden", "ghost", "white text on white")]


def test_text_outside_a_cropped_page_is_an_aside(engine: str) -> None:
    paper = Paper()
    sheet = paper.sheet(crop=(0, 442, 400, 842)).grid(XS, YS, ROWS)
    sheet.text(60, 700, "printer's note")
    doc = document(paper, engine)
    assert doc.sizes == ((400, 400),)
    assert texts(grids(doc)[0]) == ROWS
    assert paragraphs(doc) == []
    if engine == "pdfium":
        assert [a.kind for a in doc.asides] == ["hidden"]


def test_a_crop_box_moves_the_places(engine: str) -> None:
    paper = Paper()
    paper.sheet(crop=(40, 442, 440, 802)).grid(XS, YS, ROWS)
    (grid,) = grids(document(paper, engine))
    assert grid.cells[0].places[0].bbox == (10, 60, 110, 80)


def test_a_font_without_unicode_map_is_marked_and_never_a_value() -> None:
    paper = Paper()
    paper.extra_fonts["U"] = (
        "<< /Type /Font /Subtype /Type0 /BaseFont /Odd /Encoding /Identity-H /DescendantFonts [<< /Type /Font "
        "/Subtype /CIDFontType2 /BaseFont /Odd /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
        "/Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /Odd /Flags 4 /Ascent 800 "
        "/Descent -200 /CapHeight 700 /StemV 80 /ItalicAngle 0 /FontBBox [0 0 1000 1000] >> >>] >>"
    )
    sheet = paper.sheet().grid(XS, YS, [["Measure", "Target"], ["PI 1", ""]])
    sheet.raw("q BT /U 9 Tf 154 710 Td <00240025> Tj ET Q")
    for engine in ("pdfium", "pdfplumber"):
        doc = document(paper, engine)
        cell = grids(doc)[0].cells[3]
        assert set(cell.text) == {"\ufffd"}, engine
        assert cell.marks
        assert "unmapped-font" in [n.code for n in doc.notes]
        assert "(cid" not in repr(doc)


def test_symbol_fonts_give_plain_ticks_and_arrows() -> None:
    assert plain_symbols("\uf0fc", "ABCDEF+Wingdings-Regular") == "✓"
    assert plain_symbols("\uf0e9", "Wingdings") == "↑"
    assert plain_symbols("\uf0b7", "SymbolMT") == "\uf0b7"
    assert plain_symbols("ordinary", "Wingdings") == "ordinary"


def test_a_pdf_without_text_is_refused() -> None:
    paper = Paper()
    paper.sheet().line(50, 50, 100, 100)
    with pytest.raises(InputRefused, match="OCR needed"):
        document(paper)


@pytest.mark.parametrize("data", [b"", b"hello", b"%PDF-1.4\nnothing here", b"%PDF-1.7\n" + bytes(range(256)) * 20])
def test_damaged_files_are_refused(data: bytes, engine: str) -> None:
    with pytest.raises(InputRefused):
        document(data, engine)


def test_an_encrypted_file_is_refused(engine: str) -> None:
    paper = Paper()
    paper.sheet().grid(XS, YS, ROWS)
    lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'41' * 32}> /U <{'42' * 32}> /P -4 >> /ID [<00> <00>]"
    with pytest.raises(InputRefused, match="encrypted"):
        document(paper.bytes(encrypt=lock), engine)


def test_too_many_pages_or_cells() -> None:
    paper = Paper()
    for _ in range(3):
        paper.sheet().grid(XS, YS, ROWS)
    data = paper.bytes()
    with pytest.raises(LimitExceeded, match="--max-pages"):
        read(data, ReadOptions(limits=Limits(max_pages=2)))
    with pytest.raises(LimitExceeded, match="--max-cells"):
        read(data, ReadOptions(limits=Limits(max_cells=5)))


def test_a_page_of_pictures_among_pages_of_text_is_said() -> None:
    paper = Paper()
    paper.sheet().grid(XS, YS, ROWS)
    paper.sheet().raw("q 400 0 0 400 50 200 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI Q")
    notes = document(paper).notes
    assert [(n.level, n.code) for n in notes] == [("warning", "page-scanned")]


def test_text_laid_under_a_scan_is_read_with_a_doubt() -> None:
    paper = Paper()
    sheet = paper.sheet().raw("q 595 0 0 842 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI Q")
    sheet.text(50, 100, "Text that a machine recognised", mode=3)
    doc = document(paper)
    assert paragraphs(doc) == ["Text that a machine recognised"]
    assert [(n.level, n.code) for n in doc.notes] == [("doubt", "ocr-layer")]


GREY, PAPER = Fill(50, 100, 150, 120, "#dddddd"), Fill(60, 104, 140, 116, WHITE)


def seen(*fills: Fill, images: int = 0) -> list[Fill]:
    """The filled areas that are left when the page is looked at."""
    page = Page(0, 595, 842, fills=list(fills), images=[(0, 90, 300, 130)] * images)
    look(page)
    return page.fills


def test_white_paint_on_white_paper_is_nothing() -> None:
    assert seen(PAPER) == []
    assert seen(PAPER, GREY) == [GREY]
    assert seen(GREY, PAPER._replace(x0=150, x1=250)) == [GREY]
    assert seen(GREY, PAPER._replace(top=120, bottom=140)) == [GREY]


def test_white_paint_that_covers_something_is_seen() -> None:
    assert seen(GREY, PAPER) == [GREY, PAPER]
    assert seen(GREY, PAPER._replace(x1=300)) == [GREY, PAPER._replace(x1=300)]
    assert seen(PAPER, images=1) == [PAPER]


def test_white_paint_in_a_drawing_of_many_areas_is_kept() -> None:
    many = [GREY._replace(top=100 + n, bottom=101 + n) for n in range(201)]
    far = PAPER._replace(x0=400, x1=450)
    assert seen(*many[:200], far) == many[:200]
    assert seen(*many, far) == [*many, far]


def test_white_rows_between_grey_ones_make_no_cells_of_their_own_colour(engine: str) -> None:
    paper = Paper()
    sheet = paper.sheet().box(50, 100, 250, 120, colour="0.9 0.9 0.9").box(50, 120, 250, 140, colour="1 1 1")
    sheet.grid(XS, YS, ROWS)
    assert [cell.fill for cell in grids(document(paper, engine))[0].cells] == ["#e6e6e6", "#e6e6e6", None, None]


def test_white_text_on_a_white_area_over_a_dark_one_is_an_aside(engine: str) -> None:
    paper = Paper()
    sheet = paper.sheet().box(50, 200, 400, 260, colour="0.1 0.2 0.5").text(60, 220, "Our plan", grey=1)
    sheet.box(60, 230, 390, 250, colour="1 1 1").text(70, 244, "ghost", grey=1)
    doc = document(paper, engine)
    assert paragraphs(doc) == ["Our plan"]
    assert [(a.text, a.reason) for a in doc.asides] == [("ghost", "white text on white")]


def test_the_letters_of_a_ligature_with_swapped_bytes_are_set_right() -> None:
    assert plain_ligatures("sta\u7400\u6900on") == "station"
    assert plain_ligatures("\u6600\u6900") == "fi"


def test_a_ligature_of_three_letters_of_which_two_were_added_up_is_set_right() -> None:
    assert plain_ligatures("O\u6600\ucf00ce") == "Office"
    assert plain_ligatures("ba\u6600\ud200e") == "baffle"
    assert plain_ligatures("o\ucf00ce") == "o\ucf00ce", "no swapped letter stands before it"
    assert plain_ligatures("\u6600\ucf00") == "\u6600\ucf00"


def test_a_letter_of_another_script_within_latin_ones_is_none_that_the_page_shows() -> None:
    assert without_strays(["o\ucf00ces", "caf\u00e9", "\u4e2dance"]) == ["o\ufffdces", "caf\u00e9", "\ufffdance"]


@pytest.mark.parametrize(
    "texts",
    [["o\ucf00ces", "\u4e2d\u56fd"], ["A\u7d1a"], ["1\u00aa", "\u01c3kung"], ["10\u03bcg", "\u0416uk"], ["\uff21"]],
)
def test_letters_on_a_page_with_words_of_that_script_or_beside_no_small_ones_may_be_what_they_are(
    texts: list[str],
) -> None:
    assert without_strays(texts) == texts


def test_other_letters_are_left() -> None:
    """Among other signs that no Latin letter stands beside they may be what they are."""
    for own in ("station", "caf\u00e9", "\u7400\u4e2d", "\u4e2d\u56fd"):
        assert plain_ligatures(own) == own


def test_text_cut_off_at_the_edge_of_the_page_is_hidden(engine: str) -> None:
    """A spreadsheet prints a cell that goes on over the page with what the page before showed cut off."""
    sheet = (paper := Paper()).sheet()
    sheet.text(50, 6, "rest", size=9)
    sheet.grid([50, 150, 250], [58, 78, 98], [["Measure", "2016/17"], ["Visits", "12"]])
    doc = document(paper, engine)
    assert paragraphs(doc) == []
    assert [(a.kind, a.text) for a in doc.asides] == [("hidden", "rest")]


def test_text_near_the_edge_with_other_text_below_it_is_seen(engine: str) -> None:
    paper = Paper()
    paper.sheet().text(50, 9, "The first line of a cropped page", size=9).text(50, 21, "and the next one", size=9)
    assert "The first line" in paragraphs(document(paper, engine))[0]


@pytest.mark.parametrize(("top", "seen"), [(90, True), (130, False)], ids=["on it", "over it"])
def test_white_text_on_a_colour_that_goes_over_into_another_is_seen(top: float, seen: bool) -> None:
    """Only PDFium gives such areas."""
    paper = Paper()
    paper.shadings.append(
        "<< /ShadingType 2 /ColorSpace /DeviceRGB /Coords [50 0 400 0] /Function "
        "<< /FunctionType 2 /Domain [0 1] /C0 [0.1 0.2 0.5] /C1 [0.4 0.1 0.1] /N 1 >> >>"
    )
    sheet = paper.sheet().text(60, 300, "What we do in the year")
    sheet.raw(f"q 50 {sheet.height - top - 40} 350 40 re W n /H0 sh Q").text(60, 110, "Our plan", grey=1)
    doc = document(paper)
    assert ("Our plan" in paragraphs(doc)) is seen
    assert [a.text for a in doc.asides] == ([] if seen else ["Our plan"])


@pytest.mark.parametrize(
    ("clip", "seen"),
    [("50 722 100 20", False), ("50 700 100 60", True), ("200 700 100 60", False), ("40 690 8 100", False)],
    ids=["above", "around", "beside", "left of it"],
)
def test_text_outside_of_what_it_is_clipped_to_is_an_aside(clip: str, seen: bool) -> None:
    paper = Paper()
    sheet = paper.sheet().grid(XS, YS, ROWS)
    sheet.raw(f"q {clip} re W n BT /F 9 Tf 1 0 0 1 110 {842 - 132} Tm <67686f7374> Tj ET Q")
    doc = document(paper)
    assert ("ghost" in " ".join(map(str, texts(grids(doc)[0])))) == seen
    told = [(a.text, a.reason) for a in doc.asides]
    assert told == ([] if seen else [("ghost", "text that is clipped away")])


def test_letters_of_the_copy_of_zapf_dingbats_are_signs(engine: str) -> None:
    paper = Paper()
    paper.extra_fonts["D"] = (
        "<< /Type /Font /Subtype /Type1 /BaseFont /ABCDEF+D050000L /Encoding /WinAnsiEncoding "
        "/FirstChar 108 /LastChar 108 /Widths [791] "
        "/FontDescriptor << /Type /FontDescriptor /FontName /ABCDEF+D050000L "
        "/Flags 4 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 /ItalicAngle 0 /FontBBox [0 0 1000 1000] >> >>"
    )
    sheet = paper.sheet()
    for n, text in enumerate(("Mend the roads", "Light the streets")):
        sheet.text(50, 100 + 14 * n, "l", size=7, font="D").text(62, 100 + 14 * n, text)
    assert paragraphs(document(paper, engine)) == ["Mend the roads", "Light the streets"]
    assert (plain_symbols("l", "D050000L"), plain_symbols("l", "Helvetica")) == ("●", "l")
