"""Which lines of a document are headings though the source does not say so, and which one a card takes back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planparse.interpret import load_vocabulary
from planparse.interpret.headings import Headings
from planparse.model.document import Element, Paragraph
from planparse.model.provenance import Place
from tests.repair.grids import document, grid, paragraph

HEAD = replace(paragraph("Service Plan 2016-19"), heading=1)
TABLE = grid("Measure|Target", "Visits|2")


def heading(text: str, level: int = 2) -> Paragraph:
    return replace(paragraph(text), heading=level)


def led(*elements: Element) -> list[str]:
    """The lines that are headings of the tables right below them."""
    doc = document(HEAD, *elements)
    leads = Headings(doc, load_vocabulary()).leads
    return [e.text for e in doc.blocks if isinstance(e, Paragraph) and e.places[0].unit in leads]


def pair(first: str, second: str, **more: str) -> list[Element]:
    lines = [replace(paragraph(text), marker=more.get("marker")) for text in (first, second)]
    return [heading("Homes"), lines[0], TABLE, heading("Pools"), lines[1], TABLE]


def test_lines_alone_above_the_tables_are_headings_below_those_that_are_marked() -> None:
    elements = pair("Keep people warm", "Keep people dry")
    assert led(*elements) == ["Keep people warm", "Keep people dry"]
    headings = Headings(document(HEAD, *elements), load_vocabulary())
    assert [headings.take(e) for e in document(HEAD, *elements).blocks if isinstance(e, Paragraph)] == [True] * 5
    assert [t.text for t in headings.above()] == ["Pools", "Keep people dry"]


def test_a_number_in_front_does_not_keep_a_line_from_it_and_a_bullet_does() -> None:
    assert led(*pair("Keep warm", "Keep dry", marker="1.")) == ["Keep warm", "Keep dry"]
    assert led(*pair("Keep warm", "Keep dry", marker="•")) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Keep people warm", "Keep people warm"),
        ("We keep people warm.", "We keep people dry."),
        ("Table 1 shows homes", "Table 2 shows pools"),
        ("Keep people warm", "We keep people dry."),
    ],
    ids=["the same line", "sentences", "captions", "one line"],
)
def test_lines_that_head_nothing(first: str, second: str) -> None:
    assert led(*pair(first, second)) == []


def test_only_where_most_tables_have_such_a_line() -> None:
    lines = pair("Keep people warm", "Keep people dry")
    assert led(*lines, heading("Roads"), TABLE) == ["Keep people warm", "Keep people dry"]
    assert led(*lines, heading("Roads"), TABLE, heading("Parks"), TABLE) == []


def test_a_single_line_is_none() -> None:
    assert led(*pair("Keep people warm", "Keep people dry")[:3]) == []


def test_a_line_below_another_text_does_not_stand_alone() -> None:
    elements = pair("Keep people warm", "Keep people dry")
    elements[4:4] = [paragraph("Pools are for all.")]
    elements[1:1] = [paragraph("Homes are for all.")]
    assert led(*elements) == []


def test_a_heading_is_taken_back_only_where_it_is_the_last() -> None:
    headings = Headings(document(HEAD), load_vocabulary())
    places = [(Place(n, "paragraph"),) for n in (7, 8)]
    for level, where in enumerate(places, 2):
        headings.take(Paragraph(f"Heading {level}", where, heading=level))
    headings.take_back(places[0])
    assert len(headings.above()) == 2
    headings.take_back(places[1])
    assert [t.text for t in headings.above()] == ["Heading 2"]
    headings.take_back(places[0])
    headings.take_back(places[0])
    assert not headings.above()
