"""Records while they are being gathered: printed texts with their places, nothing decided yet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from planparse.model.document import Cell
from planparse.model.provenance import Provenance
from planparse.model.trace import Remark, Use
from planparse.text import bare_marker, fold


@dataclass(frozen=True, slots=True)
class Text:
    """A folded text and where it stands."""

    text: str
    places: Provenance

    def __bool__(self) -> bool:
        return bool(self.text)


def cell_text(cell: Cell) -> Text:
    """The whole cell on one line, without list labels.

    A dash that a line begins with is no list label where the lines above have none.
    """
    blocks = [b for b in cell.blocks if b.text.strip()]
    dashes = [b.marker for b in blocks[1:] if b.marker in ("-", "–", "—")]
    if len(dashes) == 1 and blocks[0].marker is None:
        text = "\n".join(f"{b.marker} {b.text}" if b.marker == dashes[0] else b.text for b in blocks)
        return Text(fold(text), cell.places)
    return Text(fold(cell.text), cell.places)


def code_text(cell: Cell | None) -> Text | None:
    """What a cell in the column of codes says: its text, or the automatic number that stands alone in it."""
    if cell is None:
        return None
    if not cell.is_blank:
        return cell_text(cell)
    number = next((bare_marker(b.marker) for b in cell.blocks if b.marker), None)
    return Text(number, cell.places) if number else None


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table as the interpreter understands it."""

    index: int
    role: str
    """A key of ``[columns]`` in the vocabulary, or ``unknown``."""
    label: str
    """Header as printed, parents joined by " / "."""
    period: str | None
    why: tuple[str, ...]
    places: Provenance
    doubt: str | None = None


@dataclass(slots=True)
class ValueDraft:
    column: Column
    text: Text


@dataclass(slots=True)
class IndicatorDraft:
    measure: Text
    values: list[ValueDraft]
    code: Text | None = None
    """From a cell of its own; a code in front of the measure is split off later."""
    sub: str | None = None
    """``a`` of a sub-measure that shares its code with the row above."""
    group: Text | None = None
    fields: dict[str, Text] = field(default_factory=dict)
    """``frequency``, ``lead``, ``rag``, ``trend``, ``direction``, ``unit``."""
    notes: list[Text] = field(default_factory=list)
    extra: dict[str, Text] = field(default_factory=dict)
    doubts: list[str] = field(default_factory=list)


@dataclass(slots=True)
class MilestoneDraft:
    text: Text
    ref: str | None = None
    code: Text | None = None
    """The cell that ``ref`` comes from, where it has one of its own."""
    period: str | None = None
    due: Text | None = None
    lead: Text | None = None
    status: Text | None = None
    extra: dict[str, Text] = field(default_factory=dict)


@dataclass(slots=True)
class ObjectiveDraft:
    title: Text | None = None
    code: Text | None = None
    """From a cell or label of its own; a code in front of the title is split off later."""
    priority: Text | None = None
    headings: tuple[Text, ...] = ()
    lead: Text | None = None
    developments: list[Text] = field(default_factory=list)
    issues: list[Text] = field(default_factory=list)
    milestones: list[MilestoneDraft] = field(default_factory=list)
    indicators: list[IndicatorDraft] = field(default_factory=list)
    extra: dict[str, Text] = field(default_factory=dict)
    linked: list[Text] = field(default_factory=list)
    """Codes of indicators that stand elsewhere."""
    from_heading: bool = False

    def has_content(self) -> bool:
        return bool(self.developments or self.issues or self.milestones or self.indicators or self.linked)


class Ledger:
    """What became of each source unit, and the remarks made on the way."""

    def __init__(self) -> None:
        self.uses: dict[int, Use] = {}
        self.columns: list[Column] = []
        self.remarks: list[Remark] = []

    def use(self, places: Provenance, use: Use) -> None:
        """Classes the units; the first class that a unit gets stays."""
        for place in places:
            self.uses.setdefault(place.unit, use)

    def label(self, cells: Iterable[Cell], detail: str) -> None:
        for cell in cells:
            self.use(cell.places, Use("label", detail))

    def header(self, cells: Iterable[Cell], detail: str = "column header") -> None:
        for cell in cells:
            self.use(cell.places, Use("header", detail))
