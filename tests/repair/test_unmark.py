"""Leaked tags are taken out, recorded, and nothing else is."""

from __future__ import annotations

import pytest

from planparse.model.document import Block, Cell, Document, Grid, Paragraph
from planparse.model.provenance import Place
from tests.repair.alone import unmark


def document(text: str) -> Document:
    cell = Cell(0, 0, 1, 1, (Block(text),), (Place(0, "cell"),))
    return Document("text", (Grid((cell,), 1, 1), Paragraph(text, (Place(1, "paragraph"),))))


def texts(found: Document) -> list[str]:
    return [b.cells[0].text if isinstance(b, Grid) else b.text for b in found.blocks]


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ('<ul style="list-style-type: none"> • One • Two', "• One • Two"),
        ("One<br>Two", "One Two"),
        ("a <b>bold</b> word", "a  bold  word"),
    ],
)
def test_tags_go_and_are_recorded(text: str, clean: str) -> None:
    found, repairs = unmark(document(text), ())
    assert texts(found) == [clean, clean]
    assert [(r.kind, r.before) for r in repairs] == [("markup_removed", (text,))] * 2
    assert unmark(found, ()) == (found, [])


@pytest.mark.parametrize("text", ["fewer than <5 cases", "<21%", "a < b > c", "<ulster> and <bring>"])
def test_what_only_looks_like_a_tag_stays(text: str) -> None:
    found, repairs = unmark(document(text), ())
    assert texts(found) == [text, text]
    assert repairs == []
