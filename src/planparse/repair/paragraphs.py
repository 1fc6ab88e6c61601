"""Paragraphs: a heading or a paragraph that the end of a page or a column tore is one again.

Only where nothing stands between its halves, they look alike, and the text plainly goes on: it stops within a sentence
and the next page or column begins with a small letter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from planparse.model.document import Element, Paragraph
from planparse.model.provenance import Place
from planparse.model.trace import Repair, Repairs
from planparse.repair.shape import is_tail
from planparse.text import fold, is_unfinished

_ENDS = tuple(".:;!?")
_ALIKE = 0.2
"""Points by which the letters of both halves may differ."""


def rejoin_paragraphs(elements: Iterable[Element], repairs: Repairs) -> Iterator[Element]:
    """Joins the halves of torn headings and paragraphs."""
    last: Paragraph | None = None
    for element in elements:
        if isinstance(element, Paragraph) and last is not None and _goes_on(last, element):
            places = last.places + element.places
            torn = "page" if last.places[-1].page != element.places[0].page else "column"
            message = f"paragraph torn by a {torn} break rejoined"
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
    if not upper.places or not lower.places or not _breaks_between(upper.places[-1], lower.places[0]):
        return False
    if lower.marker is not None or upper.heading != lower.heading or upper.bold != lower.bold:
        return False
    if upper.size is None or lower.size is None or abs(upper.size - lower.size) > _ALIKE:
        return False
    above, below = fold(upper.text), fold(lower.text)
    return is_unfinished(above) or (is_tail(below) and not above.endswith(_ENDS))


def _breaks_between(upper: Place, lower: Place) -> bool:
    """Whether the one ends a page and the other begins the next, or a column of a page and the next column."""
    if upper.page is None or lower.page is None or upper.page != lower.page:
        return upper.page is not None and lower.page == upper.page + 1
    if upper.bbox is None or lower.bbox is None:
        return False
    return lower.bbox[0] > upper.bbox[2] and lower.bbox[1] < upper.bbox[1]
