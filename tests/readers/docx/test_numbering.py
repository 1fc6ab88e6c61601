"""Labels as Word computes them."""

from __future__ import annotations

import pytest

from planparse.readers.docx.numbering import written
from tests.readers.docx.build import document, family, item, labels, level, num, p, paragraph, r, style

LETTERS = family(0, level(0, "lowerLetter", "%1."))
DECIMAL = family(0, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"), level(2, "lowerRoman", "(%3)"))


def start_over(at: int, value: int = 1) -> str:
    return f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{value}"/></w:lvlOverride>'


def read_labels(items: list[tuple[int, int]], numbering: str) -> list[str | None]:
    return labels(document("".join(item("x", *of) for of in items), numbering=numbering))


def test_letters_are_markers_and_not_text() -> None:
    found = document(item("Review it", 1) + item("Do it", 1), numbering=LETTERS + num(1, 0))
    assert labels(found) == ["a.", "b."]
    assert paragraph(found).text == "Review it"


def test_levels_restart_under_their_parent() -> None:
    items = [(1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1), (1, 2)]
    assert read_labels(items, DECIMAL + num(1, 0)) == ["1.", "1.1", "1.2", "(i)", "2.", "2.1", "(i)"]


def test_levels_are_given() -> None:
    found = document(item("a", 1) + item("b", 1, 2), numbering=DECIMAL + num(1, 0))
    assert [b.level for b in found.blocks] == [0, 2]  # type: ignore[union-attr]


def test_lists_of_one_family_share_its_counter() -> None:
    assert read_labels([(1, 0), (2, 0), (1, 0)], LETTERS + num(1, 0) + num(2, 0)) == ["a.", "b.", "c."]


def test_lists_of_two_families_do_not() -> None:
    both = LETTERS + family(1, level(0, "lowerLetter", "%1.")) + num(1, 0) + num(2, 1)
    assert read_labels([(1, 0), (2, 0), (1, 0)], both) == ["a.", "a.", "b."]


def test_start_override_restarts_once() -> None:
    numbering = LETTERS + num(1, 0) + num(2, 0, start_over(0))
    assert read_labels([(1, 0), (1, 0), (2, 0), (2, 0), (1, 0)], numbering) == ["a.", "b.", "a.", "b.", "c."]
    later = LETTERS + num(1, 0) + num(2, 0, start_over(0, 5))
    assert read_labels([(1, 0), (2, 0)], later) == ["a.", "e."]


def test_an_override_of_a_lower_level_holds_under_each_parent() -> None:
    numbering = DECIMAL + num(1, 0, start_over(1, 4))
    assert read_labels([(1, 0), (1, 1), (1, 0), (1, 1)], numbering) == ["1.", "1.4", "2.", "2.4"]
    over_parent = DECIMAL + num(1, 0) + num(2, 0, start_over(0))
    assert read_labels([(1, 0), (1, 0), (2, 1)], over_parent) == ["1.", "2.", "1.1"]


def test_an_override_without_a_start_goes_on() -> None:
    numbering = LETTERS + num(1, 0) + num(2, 0, '<w:lvlOverride w:ilvl="0"/>')
    assert read_labels([(1, 0), (2, 0)], numbering) == ["a.", "b."]


def test_an_override_may_bring_its_own_level() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1)", start=3)}</w:lvlOverride>'
    assert read_labels([(2, 0), (2, 0)], LETTERS + num(2, 0, own)) == ["III)", "IV)"]


def test_start_value_and_level_restart() -> None:
    assert read_labels([(1, 0), (1, 0)], family(0, level(0, "decimal", "%1", start=7)) + num(1, 0)) == ["7", "8"]
    never = family(0, level(0, "decimal", "%1"), level(1, "decimal", "%1.%2", '<w:lvlRestart w:val="0"/>'))
    assert read_labels([(1, 0), (1, 1), (1, 0), (1, 1)], never + num(1, 0)) == ["1", "1.1", "2", "2.2"]


def test_restart_only_after_a_given_level() -> None:
    of_first = '<w:lvlRestart w:val="1"/>'
    numbering = family(
        0, level(0, "decimal", "%1"), level(1, "decimal", "%1.%2"), level(2, "decimal", "%1.%2.%3", of_first)
    ) + num(1, 0)
    items = [(1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 1), (1, 2)]
    assert read_labels(items, numbering) == ["1", "1.1", "1.1.1", "1.2", "1.2.2", "2", "2.1", "2.1.1"]


def test_a_level_used_before_its_parent_shows_the_parents_start() -> None:
    assert read_labels([(1, 1), (1, 1), (1, 0)], DECIMAL + num(1, 0)) == ["1.1", "1.2", "1."]


def test_legal_numbering_shows_digits() -> None:
    levels = level(0, "upperRoman", "%1"), level(1, "decimal", "%1.%2", "<w:isLgl/>")
    assert read_labels([(1, 0), (1, 0), (1, 1)], family(0, *levels) + num(1, 0)) == ["I", "II", "2.1"]
    off = level(0, "upperRoman", "%1"), level(1, "decimal", "%1.%2", '<w:isLgl w:val="0"/>')
    assert read_labels([(1, 0), (1, 1)], family(0, *off) + num(1, 0)) == ["I", "I.1"]


def test_list_zero_turns_a_style_list_off() -> None:
    styles = style("Steps", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    steps = '<w:pStyle w:val="Steps"/>'
    off = steps + '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = p("one", steps) + p("none", off) + p("two", steps)
    assert labels(document(body, styles=styles, numbering=LETTERS + num(1, 0))) == ["a.", None, "b."]


def test_style_linked_levels_as_in_numbered_headings() -> None:
    """The level of a heading style is the one that names it, whatever the style itself says."""
    levels = [level(at, "decimal", text, f'<w:pStyle w:val="H{at}"/>') for at, text in enumerate(["%1", "%1.%2"])]
    listed = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = style("H0", listed, shown="heading 1") + style("H1", listed, shown="heading 2")
    body = "".join(p("x", f'<w:pStyle w:val="H{at}"/>') for at in (0, 1, 1, 0, 1))
    found = document(body, styles=styles, numbering=family(0, *levels) + num(1, 0))
    assert labels(found) == ["1", "1.1", "1.2", "2", "2.1"]
    assert [b.heading for b in found.blocks] == [1, 2, 2, 1, 2]  # type: ignore[union-attr]


def test_a_style_inherits_the_list_of_the_style_it_is_based_on() -> None:
    styles = style("Base", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') + style(
        "Child", '<w:basedOn w:val="Base"/>'
    )
    body = p("x", '<w:pStyle w:val="Child"/>')
    assert labels(document(body, styles=styles, numbering=LETTERS + num(1, 0))) == ["a."]


def test_a_family_that_points_to_a_numbering_style() -> None:
    linked = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Roman"/></w:abstractNum>'
    roman = family(0, level(0, "lowerRoman", "%1)"))
    styles = style("Roman", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', "numbering")
    body = item("x", 2) + item("y", 2)
    assert labels(document(body, styles=styles, numbering=roman + linked + num(1, 0) + num(2, 1))) == ["i)", "ii)"]


@pytest.mark.parametrize(
    ("text", "font", "glyph"),
    [
        ("\uf0b7", "Symbol", "•"),
        ("\uf0a7", "Wingdings", "▪"),
        ("o", "Courier New", "○"),
        ("o", "Arial", "o"),
        ("–", "Arial", "–"),
        ("\uf8f9", "Unknown", "•"),
    ],
)
def test_bullets(text: str, font: str, glyph: str) -> None:
    look = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>'
    numbering = family(0, level(0, "bullet", text).replace("</w:lvl>", f"{look}</w:lvl>")) + num(1, 0)
    assert labels(document(item("x", 1), numbering=numbering)) == [glyph]


def test_unknown_lists_and_a_missing_part_give_no_label() -> None:
    assert labels(document(item("x", 9), numbering=LETTERS)) == [None]
    assert labels(document(item("x", 1))) == [None]


def test_an_empty_item_counts_but_a_hidden_one_does_not() -> None:
    vanish = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:vanish/></w:rPr>'
    body = item("x", 1) + item("", 1) + p(r("gone", "<w:vanish/>"), vanish) + item("y", 1)
    assert labels(document(body, numbering=LETTERS + num(1, 0))) == ["a.", "c."]


def test_text_boxes_count_for_themselves() -> None:
    box = (
        f"<w:p><w:r><w:pict><v:textbox><w:txbxContent>{item('in', 1)}</w:txbxContent></v:textbox></w:pict></w:r></w:p>"
    )
    assert read_labels([(1, 0)], LETTERS + num(1, 0)) == ["a."]
    found = document(item("x", 1) + box + item("y", 1), numbering=LETTERS + num(1, 0))
    assert labels(found) == ["a.", "a.", "b."]


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (1, "lowerLetter", "a"), (26, "lowerLetter", "z"), (27, "lowerLetter", "aa"), (53, "upperLetter", "AAA"),
        (4, "lowerRoman", "iv"), (1999, "upperRoman", "MCMXCIX"), (0, "upperRoman", "0"), (4000, "lowerRoman", "4000"),
        (9, "decimalZero", "09"), (12, "decimalZero", "12"), (1, "ordinal", "1st"), (12, "ordinal", "12th"),
        (22, "ordinal", "22nd"), (3, "padded3", "003"), (45, "cardinalText", "Forty-five"),
        (20, "ordinalText", "Twentieth"),
        (9, "ordinalText", "Ninth"), (5, "none", ""), (2**31, "lowerLetter", str(2**31)), (7, "chicago", "7"),
    ],
)  # fmt: skip
def test_number_formats(value: int, form: str, shown: str) -> None:
    assert written(value, form) == shown


def test_custom_format_in_alternate_content() -> None:
    lvl = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/>'
        '</mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>'
    )
    assert labels(document(item("x", 1), numbering=family(0, lvl) + num(1, 0))) == ["001"]
