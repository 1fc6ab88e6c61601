"""Tracked changes: all accepted (final) or all rejected (original)."""

from __future__ import annotations

import pytest

from planparse.model.document import Paragraph, units
from planparse.model.options import Revisions
from tests.readers.docx.build import (
    WHO,
    document,
    family,
    grid,
    hidden,
    item,
    labels,
    level,
    lines,
    notes,
    num,
    p,
    r,
    shape,
    tbl,
    tc,
    tr,
)


def ins(content: str, who: str = WHO) -> str:
    return f"<w:ins {who}>{content}</w:ins>"


def gone(text: str) -> str:
    return f'<w:del {WHO}><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def mark(tag: str) -> str:
    """Properties of a paragraph whose mark is revised."""
    return f"<w:rPr><w:{tag} {WHO}/></w:rPr>"


def both(body: str, **parts: str) -> tuple[list[str], list[str]]:
    return lines(document(body, **parts)), lines(document(body, "original", **parts))


def test_runs() -> None:
    assert both(p(r("Target: ") + gone("80%") + ins(r("85%")))) == (["Target: 85%"], ["Target: 80%"])


def test_author_date_and_place_are_noted_and_the_rejected_text_is_listed() -> None:
    found = document(tbl(tr("x", tc(p(gone("80%") + ins(r("85%")))))))
    assert notes(found, "tracked-insertion") == ["inserted by A. Reviewer, 2016-01-25: 85%"]
    assert notes(found, "tracked-deletion") == ["deleted by A. Reviewer, 2016-01-25 (left out): 80%"]
    assert {note.places[0].column for note in found.notes} == {1}
    assert hidden(found) == [("80%", "deleted by A. Reviewer, 2016-01-25")]
    other = document(p(gone("80%") + ins(r("85%"), 'w:id="1"')), "original")
    assert hidden(other) == [("85%", "inserted by an unnamed author")]


def test_an_insertion_that_was_deleted_again_is_in_neither() -> None:
    assert both(p(r("a") + ins(gone("b")))) == (["a"], ["a"])


def test_insertions_in_links_and_controls() -> None:
    body = p(f"<w:hyperlink>{ins(r('new'))}{gone('old')}</w:hyperlink>")
    assert both(body) == (["new"], ["old"])
    block = f"<w:ins {WHO}>{p('new')}</w:ins><w:del {WHO}>{p('old')}</w:del>"
    assert both(p("a") + block) == (["a", "new"], ["a", "old"])


def test_a_deleted_mark_joins_paragraphs() -> None:
    body = p("Increase the ", mark("del")) + p("number of places") + p("next")
    assert both(body) == (
        ["Increase the number of places", "next"],
        ["Increase the ".strip(), "number of places", "next"],
    )


def test_an_inserted_mark_joins_when_rejected() -> None:
    body = p("Increase the ", mark("ins")) + p("number")
    assert both(body) == (["Increase the", "number"], ["Increase the number"])


def test_a_joined_paragraph_looks_like_the_last_one() -> None:
    head = p("Part ", '<w:outlineLvl w:val="0"/>' + mark("del")) + p("one", '<w:outlineLvl w:val="1"/>')
    (block,) = document(head).blocks
    assert isinstance(block, Paragraph)
    assert block.heading == 2


def test_a_deleted_mark_at_the_end_or_before_a_table_joins_nothing() -> None:
    found = document(tbl(tr(tc(p("a", mark("del"))), "b")) + p("c", mark("del")) + tbl(tr("d")) + p("e", mark("del")))
    assert [c.text for c in grid(found).cells] == ["a", "b"]
    assert lines(found) == ["c", "e"]


def test_a_deleted_item_is_not_counted() -> None:
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = item("one", 1) + p(gone("two"), listed + mark("del")) + item("three", 1)
    numbering = family(0, level(0, "lowerLetter", "%1.")) + num(1, 0)
    assert labels(document(body, numbering=numbering)) == ["a.", "b."]
    assert labels(document(body, "original", numbering=numbering)) == ["a.", "b.", "c."]


def test_a_deleted_last_item_of_a_cell_is_not_counted() -> None:
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    cells = tc(item("one", 1) + p(gone("two"), listed + mark("del"))), tc(item("three", 1))
    found = document(tbl(tr(*cells)), numbering=family(0, level(0, "lowerLetter", "%1.")) + num(1, 0))
    assert [b.marker for c in grid(found).cells for b in c.blocks] == ["a.", "b."]


def test_numbering_that_was_put_in_is_not_there_before() -> None:
    numbering = family(0, level(0, "lowerLetter", "%1.")) + num(1, 0)
    tracked = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins {WHO}/></w:numPr>'
    changed = f'<w:numPr><w:numId w:val="1"/></w:numPr><w:pPrChange {WHO}><w:pPr/></w:pPrChange>'
    for properties in (tracked, changed):
        assert labels(document(p("x", properties), numbering=numbering)) == ["a."]
        assert labels(document(p("x", properties), "original", numbering=numbering)) == [None]


def test_formatting_before_the_change() -> None:
    look = f"<w:vanish/><w:rPrChange {WHO}><w:rPr/></w:rPrChange>"
    assert both(p(r("x", look) + r("y"))) == (["y"], ["xy"])


@pytest.mark.parametrize(("tag", "final", "original"), [("ins", "AB", "A"), ("del", "A", "AB")])
def test_whole_rows(tag: str, final: str, original: str) -> None:
    text = r("B") if tag == "ins" else "<w:r><w:delText>B</w:delText></w:r>"
    row = tr(tc(p(f"<w:{tag} {WHO}>{text}</w:{tag}>")), properties=f"<w:{tag} {WHO}/>")
    for revisions, expected in (("final", final), ("original", original)):
        view: Revisions = "final" if revisions == "final" else "original"
        found = document(tbl(tr("A"), row), view)
        assert [c.text for c in grid(found).cells] == list(expected)
        assert [text for _, text in units(found) if text].count("B") == 1
        assert any("A. Reviewer" in note.message for note in found.notes)


def test_a_deleted_row_in_a_merge() -> None:
    start, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    removed = f"<w:del {WHO}/>"
    middle = tbl(tr(tc("A", start), "1"), tr(tc("", on), "2", properties=removed), tr(tc("", on), "3"))
    assert shape(grid(document(middle))) == [(0, 0, 2, 1, "A"), (0, 1, 1, 1, "1"), (1, 1, 1, 1, "3")]
    top = tbl(tr(tc("A", start), "1", properties=removed), tr(tc("", on), "2"), tr(tc("", on), "3"))
    assert shape(grid(document(top)))[0] == (0, 0, 2, 1, "")
    kept = document(top.replace(tc("", on), tc("A", on), 1))
    assert shape(grid(kept))[0] == (0, 0, 2, 1, "A")
    assert not notes(kept, "merge-unstarted")


def test_a_table_whose_rows_are_all_deleted_is_gone() -> None:
    found = document(tbl(tr("A", properties=f"<w:del {WHO}/>")) + p("x"))
    assert [type(block) for block in found.blocks] == [Paragraph]
    assert [text for text, _ in hidden(found)] == ["A"]


def test_single_cells() -> None:
    row = tr("A", tc("B", f"<w:cellIns {WHO}/>"), tc("C", f"<w:cellDel {WHO}/>"), "D")
    assert [c[1::3] for c in shape(grid(document(tbl(row))))] == [(0, "A"), (1, "B"), (2, "D")]
    assert [c[1::3] for c in shape(grid(document(tbl(row), "original")))] == [(0, "A"), (1, "C"), (2, "D")]
    assert notes(document(tbl(row)), "tracked-deletion")


def test_merges_that_are_tracked() -> None:
    top = tc("A", f'<w:cellMerge {WHO} w:vMerge="rest"/>')
    below = tc("B", f'<w:cellMerge {WHO} w:vMerge="cont"/>')
    assert shape(grid(document(tbl(tr(top), tr(below))))) == [(0, 0, 2, 1, "A")]
    assert len(shape(grid(document(tbl(tr(top), tr(below)), "original")))) == 2


def test_a_span_before_the_change() -> None:
    span = f'<w:gridSpan w:val="2"/><w:tcPrChange {WHO}><w:tcPr/></w:tcPrChange>'
    body = tbl(tr(tc("A", span), "B"))
    assert [c[3] for c in shape(grid(document(body)))] == [2, 1]
    assert [c[3] for c in shape(grid(document(body, "original")))] == [1, 1]


def test_moves() -> None:
    there = p(
        f"<w:moveFromRangeStart w:id='1' w:name='m'/><w:moveFrom {WHO}>{r('moved')}</w:moveFrom>", mark("moveFrom")
    )
    here = p(f"<w:moveTo {WHO}>{r('moved')}</w:moveTo>", mark("moveTo"))
    assert both(there + p("middle") + here + p("end")) == (["middle", "moved", "end"], ["moved", "middle", "end"])
    assert len(notes(document(there + p("middle") + here), "tracked-move")) == 2


def test_fields_in_a_deletion_do_not_swallow_text() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    end = f'<w:del {WHO}><w:r><w:fldChar w:fldCharType="end"/></w:r></w:del>'
    assert lines(document(p(begin + r("kept") + end) + p("too"))) == ["kept", "too"]


def test_an_empty_change_is_no_note() -> None:
    assert document(p(r("x") + ins("<w:r/>"))).notes == ()
