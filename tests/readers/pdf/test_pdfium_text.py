"""Baselines and styles of the words that PDFium gives."""

from __future__ import annotations

from itertools import pairwise

import pytest

from planparse.model.options import ReadOptions
from planparse.model.provenance import BBox
from planparse.readers.pdf import open_source
from planparse.readers.pdf.engines.pdfium import PdfiumSource
from planparse.readers.pdf.engines.pdfium_text import _may_be_wide, _printed_once, _put_back
from planparse.readers.pdf.page import Page, Word, make_style
from tests.readers.pdf.paper import FONTS, Paper, Sheet, text_width
from tests.readers.pdf.reading import document, paragraphs

LONG = "A text of many words that runs from one side of the page to the other"


def page_of(paper: Paper) -> Page:
    return PdfiumSource(paper.bytes()).page(0)


def test_the_words_of_a_level_text_share_its_baseline() -> None:
    paper = Paper()
    paper.sheet().text(50, 100, LONG).text(50, 120, "Another one")
    assert {round(word.base, 2) for word in page_of(paper).words} == {100, 120}


def test_each_word_of_a_text_that_runs_slightly_aslant_has_its_own_baseline() -> None:
    paper = Paper()
    paper.sheet().text(50, 100, LONG, turn=1)
    words = page_of(paper).words
    assert {word.style.angle for word in words} == {0}
    steps = [word.base - 100 + 0.01745 * (word.x0 - 50) for word in words]
    assert steps == pytest.approx([0] * len(words), abs=0.1)
    assert words[-1].base < 96


def test_the_styles_of_a_page_are_those_of_its_words() -> None:
    paper = Paper()
    paper.sheet().text(50, 100, "Plain").text(50, 120, "Bold", bold=True).text(300, 300, "Up", turn=90)
    page = page_of(paper)
    assert set(page.styles) == {word.style for word in page.words}
    assert len(page.styles) == 3
    assert not page.level


def test_a_page_of_words_made_elsewhere_has_their_styles() -> None:
    paper = Paper()
    paper.sheet().text(50, 100, LONG)
    made = page_of(paper)
    assert Page(0, 595, 842, words=made.words).styles == [made.words[0].style]
    assert Page(0, 595, 842, words=made.words).level


def printed(right: float, down: float, *, again: str = "plan", white: bool = False) -> list[str]:
    """What is left of a word and of another one drawn beside it."""
    values = {"size": 10.0, "bold": False, "direction": 0.0, "invisible": False, "font": "", "unmapped": False}
    plain, other = make_style(white=False, **values), make_style(white=white, **values)  # type: ignore[arg-type]
    word = Word("plan", 50, 92, 70, 102, 100, plain)
    moved = Word(again, 50 + right, 92 + down, 70 + right, 102 + down, 100 + down, other)
    found = _printed_once([word, moved])
    assert found[0] is word
    return [w.text for w in found]


@pytest.mark.parametrize(("right", "down"), [(0.3, 0.0), (0.0, 0.7), (-1.0, 0.3), (0.0, 0.0)])
def test_a_word_drawn_again_on_itself_is_read_once(right: float, down: float) -> None:
    assert printed(right, down) == ["plan"]


@pytest.mark.parametrize(("right", "down"), [(2.0, 0.0), (0.0, 2.0), (0.3, -12.0), (60.0, 0.0)])
def test_a_word_that_comes_again_beside_itself_is_kept(right: float, down: float) -> None:
    assert printed(right, down) == ["plan", "plan"]


def test_another_word_in_the_same_place_is_kept() -> None:
    assert printed(0.3, 0, again="plant") == ["plan", "plant"]


def test_a_word_in_white_takes_no_others_place() -> None:
    """It may be the one that nobody sees."""
    assert printed(0.3, 0, white=True) == ["plan", "plan"]


def test_a_line_drawn_again_word_by_word_is_read_once() -> None:
    paper = Paper()
    sheet = paper.sheet().text(50, 100, "Our plan of the year").text(50, 160, "Another one")
    x = 50.3
    for text in ("Our", "plan", "of", "the", "year"):
        sheet.text(x, 100, text)
        x += text_width(f"{text} ", 10)
    assert [word.text for word in page_of(paper).words] == ["Our", "plan", "of", "the", "year", "Another", "one"]


def put_back(angle: int, body: str, off: float) -> tuple[list[BBox], list[float]]:
    """The places and baselines of the letters of a word, 5 points each; those of its "fi" stand ``off`` points off."""
    style = make_style(size=10, bold=False, direction=angle, invisible=False, white=False, font="", unmapped=False)
    dx, dy = {0: (5, 0), 90: (0, -5), 180: (-5, 0), 270: (0, 5)}[angle]
    places: list[BBox] = []
    bases: list[float] = []
    for n, letter in enumerate(body):
        x, y = 300 + dx * n + (off if letter in "fi" else 0), 300 + dy * n + (off if letter in "fi" else 0)
        places.append((x, y, x + (5 if dx else 10), y + (5 if dy else 10)))
        bases.append({0: y + 8, 90: x + 8, 180: -y - 2, 270: -x - 2}[angle])
    _put_back(body, [style] * len(body), places, bases)
    return places, bases


@pytest.mark.parametrize(
    ("angle", "first", "second"),
    [
        (90, (300, 292, 310, 295), (300, 289, 310, 292)),
        (180, (292, 300, 295, 310), (289, 300, 292, 310)),
        (270, (300, 310, 310, 313), (300, 313, 310, 316)),
    ],
)
def test_the_letters_of_a_ligature_in_turned_text_come_behind_the_one_before(
    angle: int, first: BBox, second: BBox
) -> None:
    places, bases = put_back(angle, "nofish", 90)
    assert [x for place in places[2:4] for x in place] == pytest.approx([*first, *second])
    assert len(set(bases)) == 1


@pytest.mark.parametrize(
    ("angle", "first", "second"),
    [
        (90, (300, 298, 310, 301), (300, 295, 310, 298)),
        (180, (298, 300, 301, 310), (295, 300, 298, 310)),
        (270, (300, 304, 310, 307), (300, 307, 310, 310)),
    ],
)
def test_at_the_begin_of_a_word_they_come_before_the_one_behind(angle: int, first: BBox, second: BBox) -> None:
    places, bases = put_back(angle, "fish", 90)
    assert [x for place in places[:2] for x in place] == pytest.approx([*first, *second])
    assert len(set(bases[:3])) == 1


@pytest.mark.parametrize(("angle", "body", "off"), [(0, "nofish", 90), (90, "nofish", 5), (90, "fi", 90)])
def test_level_letters_near_ones_and_a_ligature_alone_are_left(angle: int, body: str, off: float) -> None:
    places, _ = put_back(angle, body, off)
    x, y, *_ = places[body.index("f")]
    step = 5 * body.index("f")
    assert (x, y) == (300 + off + (0 if angle else step), 300 + off - (step if angle else 0))


def spaced(sheet: Sheet, *texts: str) -> None:
    """Words with no blank between them: the last letter of each has room of its own behind it."""
    shown = "".join(f"0 Tc <{text[:-1].encode().hex()}> Tj 2 Tc <{text[-1].encode().hex()}> Tj " for text in texts)
    sheet.raw(f"q 0 g BT /F 10 Tf 1 0 0 1 50 {sheet.height - 200} Tm {shown} ET Q")


@pytest.mark.parametrize(("text", "parted"), [("roads,and lamps", True), ("roads, and lamps", False)])
def test_words_whose_letters_stand_apart_are_parted_where_the_page_has_such(text: str, parted: bool) -> None:
    """A comma that touches the next word shows it."""
    paper = Paper()
    spaced(paper.sheet().text(50, 100, text), "Sweep", "roads", "often")
    words = page_of(paper).words[2 if parted else 3 :]
    assert [word.text for word in words] == (["Sweep", "roads", "often"] if parted else ["Sweeproadsoften"])
    assert all(a.x1 < b.x0 for a, b in pairwise(words))


@pytest.mark.parametrize("met", [True, False])
def test_so_they_are_on_the_pages_that_follow_one_with_such(met: bool) -> None:
    paper = Paper()
    first, second = paper.sheet().text(50, 100, "roads,and lamps"), paper.sheet().text(50, 100, "roads and lamps")
    for sheet in (first, second) if met else (second,):
        spaced(sheet, "Sweep", "roads", "often")
    source = PdfiumSource(paper.bytes())
    source.page(0)
    assert ("often" in [word.text for word in source.page(1).words]) is met


def numbered(codes: str) -> list[str]:
    """Words of glyphs whose names say no character: U+0001 and U+0002 have ink, U+0003 has none."""
    paper = Paper()
    glyphs = ("600 0 0 0 500 700 d1 0 0 500 700 re f", "600 0 d0")
    paper.extra_fonts = {
        f"G{n}": f"<< /Length {len(glyph)} >>\nstream\n{glyph}\nendstream" for n, glyph in enumerate(glyphs)
    }
    first = len(FONTS) + 1
    paper.extra_fonts["N"] = (
        "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 600 700] /FontMatrix [0.001 0 0 0.001 0 0] "
        f"/CharProcs << /ink {first} 0 R /none {first + 1} 0 R >> /FirstChar 1 /LastChar 3 /Widths [600 600 600] "
        "/Encoding << /Type /Encoding /Differences [1 /ink /ink 3 /none] >> >>"
    )
    paper.sheet().text(50, 100, "Mend").text(80, 100, codes, font="N").text(110, 100, "lamps")
    return [word.text for word in page_of(paper).words]


def test_a_glyph_with_ink_that_has_a_number_but_no_character_is_doubted() -> None:
    assert numbered("\x01\x01") == ["Mend", "\ufffd\ufffd", "lamps"]


def test_one_without_ink_is_a_blank() -> None:
    assert numbered("\x01\x03\x01") == ["Mend", "\ufffd", "\ufffd", "lamps"]
    assert numbered("\x03") == ["Mend", "lamps"]


def half_named(text: str) -> Page:
    """A page with a text of a font that names all of its glyphs but that of the letter Q."""
    paper = Paper()
    encoding = "<< /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [81 /g1] >>"
    paper.extra_fonts = {"N": f"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding {encoding} >>"}
    paper.sheet().text(50, 100, "Mend").text(80, 100, text, font="N")
    return page_of(paper)


def test_only_the_letters_of_a_word_that_the_font_does_not_name_are_lost() -> None:
    page = half_named("Q118 and 1Q")
    assert [word.text for word in page.words] == ["Mend", "\ufffd118", "and", "1\ufffd"]
    assert not any(style.unmapped for style in page.styles)
    assert page.unnamed


def test_a_word_of_such_letters_alone_is_of_a_font_without_names() -> None:
    page = half_named("QQ and 1")
    assert [(word.text, word.style.unmapped) for word in page.words[1:]] == [("QQ", True), ("and", False), ("1", False)]


def test_a_page_whose_fonts_name_all_letters_says_so() -> None:
    page = half_named("118")
    assert [word.text for word in page.words] == ["Mend", "118"]
    assert not page.unnamed


def test_a_glyph_without_a_name_is_no_hyphen_though_its_number_is_that_of_one() -> None:
    assert numbered("\x01\x02") == ["Mend", "\ufffd\ufffd", "lamps"]


def again(*entries: tuple[str, float, float], white: bool = False, font: str = "") -> list[tuple[str, bool]]:
    """Words and whether they are bold, of these texts from one place to another on one line; a last one is of another
    look where it says so."""
    values = {"size": 10.0, "bold": False, "direction": 0.0, "invisible": False, "unmapped": False}
    plain, other = make_style(white=False, font="", **values), make_style(white=white, font=font, **values)  # type: ignore[arg-type]
    words = [Word(text, x0, 92, x1, 102, 100, plain) for text, x0, x1 in entries]
    words[-1].style = other
    return [(word.text, word.style.bold) for word in _printed_once(words)]


@pytest.mark.parametrize(("off", "bold"), [(0.0, False), (0.04, False), (0.06, True), (0.5, True), (-0.5, True)])
def test_a_word_drawn_again_a_little_to_the_side_is_bold(off: float, bold: bool) -> None:
    assert again(("plan", 50, 70), ("plan", 50 + off, 70 + off)) == [("plan", bold)]


@pytest.mark.parametrize(("x0", "text"), [(50.3, "pl"), (60.3, "an"), (55.3, "la")])
def test_a_part_of_a_word_drawn_again_on_it_makes_it_bold(x0: float, text: str) -> None:
    assert again(("plan", 50, 70), (text, x0, x0 + 10)) == [("plan", True)]
    assert again((text, x0, x0 + 10), ("plan", 50, 70)) == [("plan", True)]


@pytest.mark.parametrize(
    ("text", "x0", "x1", "how"),
    [
        ("st", 50.3, 60.3, {}),
        ("an", 62.0, 72.0, {}),
        ("an", 60.3, 64.0, {}),
        ("an", 60.3, 70.3, {"font": "Oak"}),
        ("an", 60.3, 70.3, {"white": True}),
    ],
    ids=["other letters", "beyond its end", "narrower letters", "another font", "in white"],
)
def test_what_else_stands_on_a_word_is_kept(text: str, x0: float, x1: float, how: dict[str, object]) -> None:
    assert again(("plan", 50, 70), (text, x0, x1), **how) == [("plan", False), (text, False)]  # type: ignore[arg-type]


def test_a_part_on_another_line_is_kept() -> None:
    style = make_style(size=10, bold=False, direction=0, invisible=False, white=False, font="", unmapped=False)
    found = _printed_once([Word("plan", 50, 92, 70, 102, 100, style), Word("an", 60, 94, 70, 104, 102, style)])
    assert [word.text for word in found] == ["plan", "an"]


def words_of(operators: str, engine: str) -> list[str]:
    """The words of a page with this text."""
    paper = Paper()
    paper.sheet().raw(f"BT /F 10 Tf 1 0 0 1 50 700 Tm {operators} ET")
    page = open_source(paper.bytes(), ReadOptions(pdf_engine=engine)).page(0)  # type: ignore[arg-type]
    return [word.text for word in page.words]


def test_a_value_whose_room_is_the_spacing_of_its_letter_is_no_sign_of_the_next_number(engine: str) -> None:
    assert words_of("39.5 Tc (-4) Tj 0 Tc 48.4 0 Td (,744) Tj", engine) == ["-", "4,744"]


def test_a_number_in_spaced_letters_stays_whole() -> None:
    assert words_of("3 Tc (-4,744) Tj", "pdfium") == ["-4,744"]


def single(sheet: Sheet, x: float, base: float, text: str, gap: float = 0) -> float:
    """Draws a text letter by letter; gives where it ends."""
    for letter in text:
        sheet.text(x, base, letter)
        x += text_width(letter, 10) + gap
    return x


def test_letters_drawn_one_by_one_on_a_page_with_little_text_are_whole_words() -> None:
    """PDFium takes the lines of such a page for columns of letters, and leaves the blanks out."""
    paper = Paper()
    sheet = paper.sheet()
    single(sheet, 50, 60, "AB 12: Delays", -0.01)
    x = single(sheet, 50, 72, "transfers", -0.01)
    single(sheet, single(sheet, x + 0.02, 72, " of c") - 0.01, 72, "are per day", -0.01)
    for x in (200, 300, 400):
        single(sheet, x, 60, "tbc")
    assert " ".join(paragraphs(document(paper))) == "AB 12: Delays tbc tbc tbc transfers of care per day"


def test_figures_that_stand_apart_there_are_values_of_their_own() -> None:
    paper = Paper()
    sheet = paper.sheet()
    single(sheet, 50, 60, "Oak")
    for x in (100, 110, 120):
        single(sheet, x, 60, "4")
    assert paragraphs(document(paper)) == ["Oak 4 4 4"]


@pytest.mark.parametrize(
    ("body", "wide"), [("bu.376", False), ("approx.$3", False), ("TARGET", True), ("Mil.bu", True), ("12.5", False)]
)
def test_a_short_form_and_a_figure_far_behind_it_are_no_wide_word(body: str, wide: bool) -> None:
    assert _may_be_wide(body, 1.5 * len(body)) is wide
