"""Notes, comments, headers and footers, title: what stands around the body."""

from __future__ import annotations

from planparse.model.document import Document, Paragraph, units
from planparse.model.options import ReadOptions
from planparse.readers.docx import read
from tests.readers.docx.build import (
    HEAD,
    OFFICE,
    ROOT,
    WHO,
    document,
    grid,
    hidden,
    lines,
    notes,
    p,
    paragraph,
    r,
    tbl,
    tc,
    tr,
    word_file,
)

REFERENCE = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{}"/></w:r>'


def footnote(name: int, text: str) -> str:
    return f'<w:footnote w:id="{name}">{p("<w:r><w:footnoteRef/></w:r>" + r(text))}</w:footnote>'


SEPARATOR = f'<w:footnote w:id="0" w:type="separator">{p("<w:r><w:separator/></w:r>" + r("rule"))}</w:footnote>'


def with_section(body: str, references: str, settings: str = "", **stories: str) -> Document:
    """A document with headers and footers: ``stories`` are their contents by member name."""
    links = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{name.rstrip("0123456789")}" Target="{name}.xml"/>'
        for name in stories
    )
    tags = {name: "w:hdr" if name.startswith("header") else "w:ftr" for name in stories}
    files: dict[str, str | bytes] = {
        f"word/{name}.xml": f"{HEAD}<{tags[name]} {ROOT}>{content}</{tags[name]}>" for name, content in stories.items()
    }
    section = f"<w:sectPr>{references}</w:sectPr>"
    return read(word_file(body + section, files, links, settings=settings), ReadOptions())


def refer(part: str, name: str, kind: str = "default") -> str:
    return f'<w:{part}Reference w:type="{kind}" r:id="{name}"/>'


def test_footnotes_follow_the_body_and_their_mark_is_no_digit() -> None:
    body = tbl(tr(tc(p(r("87%") + REFERENCE.format(3))))) + p(r("text") + REFERENCE.format(2))
    found = document(body, footnotes=SEPARATOR + footnote(2, " Second") + footnote(3, " First"))
    assert grid(found).cells[0].text == "87%"
    assert lines(found) == ["text", "First", "Second"]
    assert [b.places[0].part for b in found.blocks if isinstance(b, Paragraph)] == ["body", "footnote", "footnote"]
    assert notes(found, "footnote") == ["footnote 1: First", "footnote 2: Second"]
    assert found.notes[0].places == grid(found).cells[0].places
    assert not found.asides


def test_endnotes() -> None:
    mark = '<w:r><w:endnoteReference w:id="2"/></w:r>'
    found = document(p(r("x") + mark), endnotes=f'<w:endnote w:id="2">{p("End")}</w:endnote>')
    assert lines(found) == ["x", "End"]


def test_a_note_without_a_mark_is_not_shown_but_listed() -> None:
    deleted = f"<w:del {WHO}>{REFERENCE.format(2)}</w:del>"
    found = document(p(r("x") + deleted), footnotes=footnote(2, "Gone"))
    assert lines(found) == ["x"]
    assert hidden(found) == [("Gone", "footnote without a mark in the text")]
    assert lines(document(p(r("x") + deleted), "original", footnotes=footnote(2, "Gone"))) == ["x", "Gone"]


def test_comments_are_notes_on_their_cell_or_paragraph() -> None:
    comments = "".join(
        f'<w:comment w:id="{at}" w:author="A. Reviewer" w:date="2016-01-25T10:00:00Z">{p(text)}</w:comment>'
        for at, text in enumerate(("Check", "Why?", "Orphan"))
    )
    cell = tc(p('<w:commentRangeStart w:id="0"/>' + r("87%") + '<w:r><w:commentReference w:id="0"/></w:r>'))
    between = '<w:commentRangeStart w:id="1"/>'
    found = document(tbl(tr("x", cell)) + p("before") + between + p("after"), comments=comments)
    assert [c.text for c in grid(found).cells] == ["x", "87%"]
    assert notes(found, "comment") == [
        "A. Reviewer, 2016-01-25: Check", "A. Reviewer, 2016-01-25: Why?", "A. Reviewer, 2016-01-25: Orphan",
    ]  # fmt: skip
    places = [note.places for note in found.notes]
    after = found.blocks[-1]
    assert isinstance(after, Paragraph)
    assert places == [grid(found).cells[1].places, after.places, ()]


def test_a_comment_by_its_reference_alone() -> None:
    comments = f'<w:comment w:id="5">{p("No name")}</w:comment>'
    found = document(p(r("x") + '<w:r><w:commentReference w:id="5"/></w:r>'), comments=comments)
    assert notes(found, "comment") == ["an unnamed author: No name"]
    assert found.notes[0].places == paragraph(found).places


def test_headers_and_footers_are_furniture_once() -> None:
    table = tbl(tr("Left", ""))
    found = with_section(
        p("body") + p("", f"<w:sectPr>{refer('header', 'header1')}</w:sectPr>"),
        refer("header", "header1") + refer("footer", "footer1"),
        header1=p("DRAFT v2") + table,
        footer1=p(r("Page ") + f'<w:fldSimple w:instr="PAGE">{r("1")}</w:fldSimple>'),
    )
    assert lines(found) == ["body"]
    assert [(a.kind, a.text, a.places[0].part) for a in found.asides] == [
        ("furniture", "DRAFT v2", "header"), ("furniture", "Left", "header"), ("furniture", "Page 1", "footer"),
    ]  # fmt: skip


def test_a_watermark_counts() -> None:
    shape = '<w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r>'
    found = with_section(p("body"), refer("header", "header1"), header1=p(shape))
    assert [(a.kind, a.text) for a in found.asides] == [("furniture", "DRAFT")]


def test_headers_that_are_switched_off() -> None:
    both = refer("header", "header1", "first") + refer("header", "header2", "even")
    off = with_section(p("body"), both, header1=p("first"), header2=p("even"))
    assert [(a.kind, a.text) for a in off.asides] == [("hidden", "first"), ("hidden", "even")]
    on = with_section(p("body"), both + "<w:titlePg/>", "<w:evenAndOddHeaders/>", header1=p("first"), header2=p("even"))
    assert {a.kind for a in on.asides} == {"furniture"}


def test_title_of_the_file() -> None:
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title> Plan </dc:title></cp:coreProperties>'
    )
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="1" Type="{OFFICE}/officeDocument" Target="/word/document.xml"/><Relationship Id="2" '
        'Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" '
        'Target="docProps/core.xml"/></Relationships>'
    )
    data = word_file(p("x"), {"docProps/core.xml": core, "_rels/.rels": rels})
    assert read(data, ReadOptions()).title == "Plan"
    assert document(p("x")).title is None


def test_every_word_is_in_exactly_one_place() -> None:
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{p('wbox')}</w:txbxContent></v:textbox></w:pict></w:r>"
    inner = tc(p("wcell") + tbl(tr("wnested")) + p(r("wghost", "<w:vanish/>") + box))
    body = (
        p(r("wone ") + f"<w:del {WHO}><w:r><w:delText>wgone</w:delText></w:r></w:del>" + REFERENCE.format(1))
        + tbl(tr(inner, "wtwo"), tr("wrow", properties=f"<w:del {WHO}/>"))
        + f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{p('wprompt')}</w:sdtContent></w:sdt>"
    )
    found = document(body, footnotes=footnote(1, "wnote") + footnote(2, "wlost"))
    words = sorted(word for _, text in units(found) for word in text.split())
    assert " ".join(words) == "wbox wcell wghost wgone wlost wnested wnote wone wprompt wrow wtwo"
    numbers = [place.unit for place, _ in units(found)]
    assert len(numbers) == len(set(numbers))


def test_two_readings_are_the_same() -> None:
    data = word_file(tbl(tr("A", "B")) + p("x"))
    assert read(data, ReadOptions()) == read(data, ReadOptions())
