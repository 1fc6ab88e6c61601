"""Paragraphs: a heading or a paragraph that a page break tore is one again.

Only where nothing stands between its halves, they look alike, and the text plainly goes on: it stops within a sentence
and the next page begins with a small letter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from planparse.model.document import Element, Paragraph
from planparse.model.trace import Repair, Repairs
from planparse.repair.shape import is_tail, is_unfinished
from planparse.text import fold

_ENDS = tuple(".:;!?")
_ALIKE = 0.2
"""Points by which the letters of both halves may differ."""


def rejoin_paragraphs(elements: Iterable[Element], repairs: Repairs) -> Iterator[Element]:
    """Joins the halves of torn headings and paragraphs."""
    last: Paragraph | None = None
    for element in elements:
        if isinstance(element, Paragraph) and last is not None and _goes_on(last, element):
            places = last.places + element.places
            message = "paragraph torn by a page break rejoined"
            repairs.append(Repair("rejoined", message, places, (last.text, element.text)))
            last = replace(last, text=f"{last.text} {element.text}", places=places, marks=last.marks + element.marks)
            continue
        if last is not None:
            yield last
        last = element if isinstance(element, Paragraph) else None
        if last is None:
            yield element
    if last is not None:
        yield last


def _goes_on(upper: Paragraph, lower: Paragraph) -> bool:
    pages = [paragraph.places[k].page for paragraph, k in ((upper, -1), (lower, 0)) if paragraph.places]
    if len(pages) < 2 or pages[0] is None or pages[1] is None or pages[1] != pages[0] + 1:
        return False
    if lower.marker is not None or upper.heading != lower.heading or upper.bold != lower.bold:
        return False
    if upper.size is None or lower.size is None or abs(upper.size - lower.size) > _ALIKE:
        return False
    above, below = fold(upper.text), fold(lower.text)
    return is_unfinished(above) or (is_tail(below) and not above.endswith(_ENDS))
