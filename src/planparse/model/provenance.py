"""Where a piece of the source stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from planparse.model.shelf import compact

BBox = tuple[float, float, float, float]
UnitKind = Literal["cell", "paragraph"]


@compact
@dataclass(frozen=True, slots=True)
class Place:
    """One source unit: a cell of a table or a paragraph, exactly as the reader met it.

    A reader gives each unit one Place. Repairs never make new Places: a joined
    cell carries the Places of all the cells that it was joined from. All numbers
    count from zero; messages count from one.
    """

    unit: int
    """Number of the unit, unique in the document, in reading order."""
    kind: UnitKind
    part: str = "body"
    """``body``, ``header``, ``footer``, ``footnote``, ``endnote``, ``textbox`` or the name of a sheet."""
    page: int | None = None
    bbox: BBox | None = None
    """(x0, top, x1, bottom) in points from the top left of the page as it is shown."""
    table: int | None = None
    """Number of the table among the tables as the reader met them."""
    row: int | None = None
    column: int | None = None
    line: int | None = None
    """Line of a text file; for a paragraph of a Word or HTML file its number among the paragraphs."""


Provenance = tuple[Place, ...]


def describe(place: Place) -> str:
    """One place in words, counted from one: ``page 4, table 5, row 3, column 2``."""
    words = [place.part] if place.part != "body" else []
    for name, value in (
        ("page", place.page),
        ("table", place.table),
        ("row", place.row),
        ("column", place.column),
    ):
        if value is not None:
            words.append(f"{name} {value + 1}")
    if place.line is not None:
        words.append(f"{'paragraph' if place.kind == 'paragraph' else 'line'} {place.line + 1}")
    return ", ".join(words) or "the document"
