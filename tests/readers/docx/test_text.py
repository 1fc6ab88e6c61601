"""The text of a line: breaks, hyphens, symbols, fields, links, boxes, raised and hidden text, styles."""

from __future__ import annotations

import pytest

from planparse.model.document import Paragraph, units
from planparse.model.options import ReadOptions
from planparse.readers.docx import read
from tests.readers.docx.build import (
    document,
    first_cell,
    grid,
    hidden,
    lines,
    notes,
    p,
    paragraph,
    r,
    style,
    tbl,
    tc,
    tr,
    word_file,
)

BODY = '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>'
UP = '<w:vertAlign w:val="superscript"/>'


def run(content: str, look: str = "") -> str:
    return f"<w:r><w:rPr>{look}</w:rPr>{content}</w:r>"


def t(text: str) -> str:
    return f'<w:t xml:space="preserve">{text}</w:t>'


def text_of(*runs: str, **parts: str) -> str:
    return paragraph(document(p("".join(runs)), **parts)).text


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (t("a") + "<w:tab/>" + t("b"), "a\tb"),
        (t("a") + "<w:br/>" + t("b"), "a\nb"),
        (t("a") + '<w:br w:type="page"/>' + t("b"), "a\nb"),
        (t("co") + "<w:noBreakHyphen/>" + t("op"), "co-op"),
        (t("Recruit") + "<w:softHyphen/>" + t("ment"), "Recruitment"),
        (t("a\u00a0b\u00adc"), "a bc"),
        (t("one\ntwo"), "one two"),
        ('<w:sym w:font="Wingdings" w:char="F0FC"/>' + t(" done"), "✓ done"),
        ('<w:sym w:font="Symbol" w:char="F0B3"/>' + t("90%"), "≥90%"),
        ('<w:sym w:font="Symbol" w:char="zz"/>' + t("x"), "x"),
        ('<w:ptab w:alignment="right"/>' + t("x"), "x"),
        (t("a") + "<w:lastRenderedPageBreak/>" + t("b"), "ab"),
    ],
)
def test_content_of_a_run(content: str, text: str) -> None:
    assert text_of(run(content)) == text


def test_text_typed_in_a_symbol_font() -> None:
    assert text_of(run(t("\u00fc"), '<w:rFonts w:ascii="Wingdings"/>')) == "✓"
    assert text_of(run(t("\u00fc"), '<w:rFonts w:ascii="Arial"/>')) == "ü"


def test_a_symbol_that_is_not_known_is_kept_and_marked() -> None:
    found = document(p(run('<w:sym w:font="Odd" w:char="F021"/>') + r("x")))
    assert paragraph(found).text == "\uf021x"
    assert "Odd" in paragraph(found).marks[0]


def test_words_split_over_runs_and_wrapped_runs() -> None:
    link = f'<w:hyperlink r:id="x">{r("link")}</w:hyperlink>'
    tag = f'<w:smartTag w:element="e">{r("smart")}</w:smartTag>'
    control = f"<w:sdt><w:sdtContent>{r('control')}</w:sdtContent></w:sdt>"
    assert text_of(r("PED"), '<w:proofErr w:type="spellStart"/>', r("001: ")) == "PED001:"
    assert text_of(link, r(" "), tag, r(" "), control, "<w:bdo>", r(" bidi"), "</w:bdo>") == "link smart control bidi"


def test_field_results_are_kept_and_instructions_are_not() -> None:
    def char(kind: str) -> str:
        return run(f'<w:fldChar w:fldCharType="{kind}"/>')

    code = run("<w:instrText> PAGE \\* MERGEFORMAT </w:instrText>")
    assert text_of(r("Page "), char("begin"), code, char("separate"), r("3"), char("end"), r(" of 9")) == "Page 3 of 9"
    inner = char("begin") + code + char("separate") + r("no") + char("end")
    assert text_of(char("begin"), code, inner, char("separate"), r("yes"), char("end")) == "yes"
    assert text_of(char("begin"), code, char("end"), r("after")) == "after"
    assert text_of(f'<w:fldSimple w:instr="NUMPAGES">{r("7")}</w:fldSimple>') == "7"


def test_a_field_over_two_paragraphs() -> None:
    begin = run('<w:fldChar w:fldCharType="begin"/>') + run("<w:instrText>IF</w:instrText>") + r("not this")
    end = (
        r("nor this")
        + run('<w:fldChar w:fldCharType="separate"/>')
        + r("this")
        + run('<w:fldChar w:fldCharType="end"/>')
    )
    assert lines(document(p(begin) + p(end))) == ["this"]


def test_a_field_that_never_ends_loses_nothing() -> None:
    assert lines(document(p(run('<w:fldChar w:fldCharType="begin"/>') + r("kept")) + p("too"))) == ["kept", "too"]


def test_old_form_fields_show_their_value() -> None:
    entries = "".join(f'<w:listEntry w:val="{v}"/>' for v in ("Red", "Amber"))
    drop = f'<w:ffData><w:ddList><w:result w:val="1"/>{entries}</w:ddList></w:ffData>'
    tick = '<w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData>'
    for data, value in ((drop, "Amber"), (tick, "☒")):
        begin = run(f'<w:fldChar w:fldCharType="begin">{data}</w:fldChar>')
        assert text_of(r("RAG: "), begin, run('<w:fldChar w:fldCharType="end"/>')) == f"RAG: {value}"


@pytest.mark.parametrize(
    ("before", "raised", "after", "text"),
    [
        ("2", "nd", " plan", "2nd plan"),
        ("87%", "1", "", "87%"),
        ("87", "2", " (provisional)", "87 (provisional)"),
        ("87%", "a", "", "87%"),
        ("settings", "3", " inspected", "settings inspected"),
        ("£2m", "1", "", "£2m"),
        ("87", "1,2", "", "87"),
        ("600 m", "2", " of floor", "600 m² of floor"),
        ("per 10", "3", "", "per 10³"),
        ("610", "3", "", "610"),
        ("£1,112.44", "*", "", "£1,112.44*"),
        ("Brand", "TM", "", "BrandTM"),
        ("x", "a", "", "xa"),
    ],
)
def test_raised_characters(before: str, raised: str, after: str, text: str) -> None:
    found = document(p(r(before) + r(raised, UP) + r(after)))
    assert paragraph(found).text == text
    left_out = not any(mark in text for mark in (raised, "²", "³"))
    assert bool(notes(found, "note-mark")) == left_out


def test_a_raised_mark_split_over_runs_or_raised_by_position() -> None:
    assert text_of(r("87%"), r("1", UP), r("2", UP)) == "87%"
    assert text_of(r("87%"), r("1", '<w:position w:val="6"/>')) == "87%"
    assert text_of(r("1", UP), r(" A note")) == "1 A note"
    assert text_of(r("87%"), r("1", '<w:vertAlign w:val="baseline"/>')) == "87%1"


def test_hidden_text_is_left_out_and_listed() -> None:
    vanish = "<w:vanish/>"
    found = document(p(r("seen ") + r("unseen", vanish)) + p(r("all", vanish)) + tbl(tr(tc(p(r("cell", vanish))), "x")))
    assert lines(found) == ["seen"]
    assert first_cell(found).blocks == ()
    assert hidden(found) == [("unseen", "hidden text"), ("all", "hidden text"), ("cell", "hidden text")]
    assert found.asides[2].places[0].row == 0
    places = [place.unit for place, _ in units(found)]
    assert len(places) == len(set(places))


def test_hidden_by_style_and_shown_again() -> None:
    styles = style("Ghost", "<w:rPr><w:vanish/></w:rPr>", "character") + style("GhostP", "<w:rPr><w:vanish/></w:rPr>")
    ghost, para = '<w:rStyle w:val="Ghost"/>', '<w:pStyle w:val="GhostP"/>'
    shown = '<w:vanish w:val="0"/>'
    body = p(r("a", ghost) + r("b", ghost + shown)) + p(r("c"), para) + p(r("d", ghost), para)
    found = document(body, styles=styles)
    assert lines(found) == ["b", "d"]
    assert [text for text, _ in hidden(found)] == ["a", "c"]


def test_capitals_are_as_shown() -> None:
    assert text_of(r("Draft", "<w:caps/>"), r(" plan")) == "DRAFT plan"
    assert text_of(r("Draft", '<w:caps w:val="false"/>')) == "Draft"


def test_struck_words_are_kept_and_marked() -> None:
    found = document(tbl(tr(tc(p(r("80%", "<w:strike/>") + r(" 85%"))))))
    assert first_cell(found).text == "80% 85%"
    assert first_cell(found).marks == ("struck through: 80%",)
    assert document(p(r("x", '<w:strike w:val="0"/>'))).notes == ()


@pytest.mark.parametrize(
    ("styles", "used", "heading"),
    [
        (style("H1", shown="heading 1"), "H1", 1),
        (style("H1", shown="Heading 3"), "H1", 3),
        (style("T", shown="Title"), "T", 0),
        (style("T", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>', shown="Title"), "T", 0),
        (style("Odd", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'), "Odd", 2),
        (style("H1", shown="heading 1") + style("Own", '<w:basedOn w:val="H1"/>'), "Own", 1),
        (style("H1", shown="heading 1") + style("Own", f'<w:basedOn w:val="H1"/>{BODY}'), "Own", None),
        (style("Body", shown="Body Text"), "Body", None),
        (style("A", '<w:basedOn w:val="B"/>') + style("B", '<w:basedOn w:val="A"/>'), "A", None),
    ],
)  # fmt: skip
def test_headings(styles: str, used: str, heading: int | None) -> None:
    assert paragraph(document(p("x", f'<w:pStyle w:val="{used}"/>'), styles=styles)).heading == heading


def test_own_outline_level_wins() -> None:
    styles = style("H1", shown="heading 1")
    own = '<w:pStyle w:val="H1"/><w:outlineLvl w:val="{}"/>'
    assert paragraph(document(p("x", own.format(2)), styles=styles)).heading == 3
    assert paragraph(document(p("x", own.format(9)), styles=styles)).heading is None
    title = style("H1", shown="Title")
    assert paragraph(document(p("x", own.format(2)), styles=title)).heading == 0
    assert paragraph(document(p("x", '<w:outlineLvl w:val="0"/>'))).heading == 1


def test_bold_and_size() -> None:
    bold = "<w:b/>"
    assert paragraph(document(p(r("a", bold) + r(" ") + r("b", bold)))).bold
    assert not paragraph(document(p(r("a", bold) + r("b")))).bold
    styles = '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>' + style(
        "B", '<w:rPr><w:b/><w:sz w:val="32"/></w:rPr>'
    )
    assert paragraph(document(p("x"), styles=styles)).size == 11
    head = paragraph(document(p("x", '<w:pStyle w:val="B"/>'), styles=styles))
    assert (head.bold, head.size) == (True, 16)
    off = p(r("x", '<w:b w:val="0"/><w:sz w:val="20"/>'), '<w:pStyle w:val="B"/>')
    assert (paragraph(document(off, styles=styles)).bold, paragraph(document(off, styles=styles)).size) == (False, 10)


def test_bold_of_two_styles_cancels() -> None:
    look = "<w:rPr><w:b/></w:rPr>"
    styles = style("P", look) + style("C", look, "character")
    both = p(r("x", '<w:rStyle w:val="C"/>'), '<w:pStyle w:val="P"/>')
    assert not paragraph(document(both, styles=styles)).bold
    assert paragraph(document(p(r("x", '<w:rStyle w:val="C"/>')), styles=styles)).bold


def test_the_default_style_counts_without_being_named() -> None:
    styles = style("Normal", '<w:rPr><w:sz w:val="19"/></w:rPr>', more=' w:default="1"')
    assert paragraph(document(p("x"), styles=styles)).size == 9.5
    assert paragraph(document(p("x", '<w:pStyle w:val="Missing"/>'), styles=styles)).size == 9.5


def box(content: str) -> str:
    return f"<w:txbxContent>{content}</w:txbxContent>"


def test_text_boxes_once_in_either_form() -> None:
    new = f"<w:drawing><wps:wsp><wps:txbx>{box(p('boxed'))}</wps:txbx></wps:wsp></w:drawing>"
    old = f"<w:pict><v:shape><v:textbox>{box(p('boxed'))}</v:textbox></v:shape></w:pict>"
    branches = f"<mc:Choice Requires='wps'>{new}</mc:Choice><mc:Fallback>{old}</mc:Fallback>"
    both = f"<mc:AlternateContent>{branches}</mc:AlternateContent>"
    for xml in (new, old, both):
        found = document(p(r("anchor") + f"<w:r>{xml}</w:r>") + p("next"))
        assert lines(found) == ["anchor", "boxed", "next"]
        assert [b.places[0].part for b in found.blocks if isinstance(b, Paragraph)] == ["body", "textbox", "body"]


def test_a_box_in_a_cell_and_a_table_in_a_box() -> None:
    xml = f"<w:r><w:pict><v:textbox>{box(p('in') + tbl(tr('t')))}</v:textbox></w:pict></w:r>"
    found = document(tbl(tr(tc(p(r("A") + xml)))) + p("end"))
    assert [b.text if isinstance(b, Paragraph) else b.cells[0].text for b in found.blocks] == ["A", "in", "t", "end"]
    assert grid(document(p(xml))).cells[0].places[0].part == "textbox"


def test_charts_and_objects_are_told() -> None:
    chart = '<w:drawing><a:graphic><c:chart r:id="x"/></a:graphic></w:drawing>'
    sheet = '<w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object>'
    found = document(p(f"<w:r>{chart}</w:r><w:r>{sheet}</w:r>"))
    assert [(n.level, n.code) for n in found.notes] == [("warning", "chart"), ("warning", "embedded-object")]
    picture = document(p('<w:r><w:drawing><a:blip r:embed="x"/></w:drawing></w:r>'))
    assert [(n.level, n.code) for n in picture.notes] == [("info", "picture")]


def test_text_of_a_diagram() -> None:
    data = (
        '<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        "<a:p><a:r><a:t>Our </a:t></a:r><a:r><a:t>values</a:t></a:r></a:p></dgm:dataModel>"
    )
    link = '<Relationship Id="d1" Type="x/diagramData" Target="diagrams/data1.xml"/>'
    body = p('<w:r><w:drawing><dgm:relIds r:dm="d1"/></w:drawing></w:r>')
    found = read(word_file(body, {"word/diagrams/data1.xml": data}, link), ReadOptions())
    assert lines(found) == ["Our values"]


def test_an_embedded_file_is_told() -> None:
    found = document(p("before") + '<w:altChunk r:id="x"/>' + p("after"))
    assert lines(found) == ["before", "after"]
    assert [(n.level, n.code) for n in found.notes] == [("warning", "embedded-file")]


def test_equations() -> None:
    fraction = "<m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f>"
    power = "<m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>"
    assert text_of(r("= "), f"<m:oMath>{fraction}{power}</m:oMath>") == "= a/bx^2"


def test_table_of_contents_is_furniture() -> None:
    styles = style("TOC1", shown="toc 1")
    found = document(p("PED01: Improve ... 3", '<w:pStyle w:val="TOC1"/>') + p("Body"), styles=styles)
    assert lines(found) == ["Body"]
    assert [(a.kind, a.text) for a in found.asides] == [("furniture", "PED01: Improve ... 3")]
