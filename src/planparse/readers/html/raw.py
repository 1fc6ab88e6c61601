"""What the walk over the tree collects, before spans are placed and units are numbered."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from planparse.model.document import AsideKind


@dataclass(slots=True, eq=False)
class Region:
    """A part of the page: its main part, a section, or one that looks like the page's own furniture."""

    name: str
    kind: Literal["main", "section", "furniture"] = "furniture"
    parent: Region | None = None


@dataclass(slots=True)
class Piece:
    """One paragraph, list item or line group; with ``kind`` set, text that stays out of the flow."""

    text: str
    marker: str | None = None
    level: int = 0
    bold: bool = False
    heading: int | None = None
    size: float | None = None
    linked: bool = False
    """All of it is link text."""
    region: Region | None = None
    kind: AsideKind | None = None
    reason: str = ""
    marks: tuple[str, ...] = ()


@dataclass(slots=True)
class RawCell:
    items: list[Piece | RawTable] = field(default_factory=list)
    row_span: str | None = None
    col_span: str | None = None
    is_header: bool = False
    fill: str | None = None
    tables: int = 0
    """How many of the items are tables."""
    alternative: str = ""
    """Text of its images and of labels for screen readers: used where the cell has no other."""


@dataclass(slots=True)
class RawRow:
    group: int
    is_head: bool
    fill: str | None = None
    cells: list[RawCell] = field(default_factory=list)


@dataclass(slots=True)
class RawTable:
    depth: int = 0
    is_layout: bool = False
    evidence: tuple[str, ...] = ()
    region: Region | None = None
    captions: list[Piece | RawTable] = field(default_factory=list)
    rows: list[RawRow] = field(default_factory=list)
    groups: int = 0
    is_head: bool = False
    """The row group that is open now is a thead."""
    fill: str | None = None


Item = Piece | RawTable
