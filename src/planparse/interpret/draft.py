"""Records while they are being gathered: printed texts with their places, nothing decided yet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from planparse.interpret.codes import is_code, split_code
from planparse.model.document import Cell
from planparse.model.provenance import Provenance
from planparse.model.shelf import Shelf, compact
from planparse.text import bare_marker, fold


@compact
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
    if len(cell.blocks) == 1:
        return Text(fold(cell.blocks[0].text), cell.places)
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


@compact
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


@compact
@dataclass(slots=True)
class ValueDraft:
    column: Column
    text: Text


class Named(NamedTuple):
    """All of an indicator that its code is settled by."""

    measure: str
    code: str | None = None
    """What stands in a cell of its own."""
    sub: str | None = None
    """Letter of a sub-measure."""


@compact
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

    def named(self) -> Named:
        return Named(self.measure.text, self.code.text if self.code else None, self.sub)


@compact
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
    group: Text | None = None
    """The band that it stands under."""
    extra: dict[str, Text] = field(default_factory=dict)
    doubts: list[str] = field(default_factory=list)


_NUMBER = re.compile(r"^\d+(?:\.\d+)*[.)]?\s+(?=[^\W\d_])")


_NAME = re.compile(r"^[^\W\d_][\w -]{1,40} (\d+|[A-Z])[:.]?\s*[-–—|]?\s+(?=[^\W\d_])")
"""What an objective is called in front of its title: "Strategic aim 1: ", "Aim 1 - "."""


_AT_ONCE = 64
"""Records of an objective that are packed together."""


def _shelf() -> Shelf[Any]:
    return Shelf(size=_AT_ONCE)


class Indicators(Shelf[IndicatorDraft]):
    """The indicators of an objective. What each is named stays at hand: by that they are merged, and coded all of a
    plan together."""

    __slots__ = ("_named",)

    def __init__(self, items: Iterable[IndicatorDraft] = ()) -> None:
        self._named: list[Named] = []
        super().__init__(items, size=_AT_ONCE)

    def _pack(self, items: list[IndicatorDraft]) -> None:
        self._named += [item.named() for item in items]
        super()._pack(items)

    def named(self) -> list[Named]:
        return self._named + [item.named() for item in self._last]


@dataclass(slots=True)
class ObjectiveDraft:
    title: Text | None = None
    code: Text | None = None
    """From a cell or label of its own; a code in front of the title is split off later."""
    priority: Text | None = None
    headings: tuple[Text, ...] = ()
    ref: Text | None = None
    """A code beside its priority, not said to be of either."""
    lead: Text | None = None
    developments: Shelf[Text] = field(default_factory=_shelf)
    issues: Shelf[Text] = field(default_factory=_shelf)
    milestones: Shelf[MilestoneDraft] = field(default_factory=_shelf)
    indicators: Indicators = field(default_factory=Indicators)
    extra: dict[str, Text] = field(default_factory=dict)
    linked: list[Text] = field(default_factory=list)
    """Codes of indicators that stand elsewhere."""
    from_heading: bool = False
    is_told: bool = False
    """Several paragraphs of text stand between its heading and its records."""

    def bare_code(self) -> str:
        """The code that the objective has in a cell of its own, in front of its title or beside its priority, without
        blanks."""
        split = split_code(self.title.text) if self.title else None
        code = self.code or (Text(split.printed, ()) if split else self.ref)
        return re.sub(r"\s+", "", code.text.rstrip(" :")) if code else ""

    def is_named(self, name: str) -> bool:
        """Whether a text is its title, or its code and title; either may have the number of a heading in front, and
        both the same."""
        title, code = self.title.text if self.title else "", self.code.text if self.code else ""
        numbers = {_letters(m[0]) for text in (title, name) if (m := _NUMBER.match(text))}
        if len(numbers) > 1:
            return False
        names = _NAME.match(title), _NAME.match(name)
        if names[0] and names[1] and names[0][1] == names[1][1]:
            return _letters(title[names[0].end() :]) == _letters(name[names[1].end() :])
        split = split_code(title)
        known = {_letters(title), _letters(_NUMBER.sub("", title)), _letters(code + title)}
        known |= {_letters(split.rest)} if split else set()
        return bool(title) and not known.isdisjoint((_letters(name), _letters(_NUMBER.sub("", name))))

    def has_records(self) -> bool:
        return bool(self.developments or self.issues or self.milestones or self.indicators)

    def has_content(self) -> bool:
        return self.has_records() or bool(self.linked)

    def lacks(self, part: str) -> bool:
        """Whether it has nothing yet of a part that an objective has, or nothing else: it may go on elsewhere."""
        parts = {
            "indicators": self.indicators,
            "milestones": self.milestones,
            "developments": self.developments,
            "issues": self.issues,
        }
        return not parts.pop(part, ()) or not any(parts.values())

    def close(self) -> None:
        """Packs its records, to which nothing is added for now."""
        for shelf in (self.developments, self.issues, self.milestones, self.indicators):
            shelf.close()


def band_texts(cell: Cell) -> list[Text]:
    """What the paragraphs of a band say: a code over its title is one text, and so is a bold line over plain ones."""
    blocks = [b for b in cell.blocks if b.text.strip()]
    if len(blocks) > 1 and is_code(fold(blocks[0].text)):
        return [Text(" ".join(fold(b.text) for b in blocks), cell.places)]
    if len(blocks) > 1 and blocks[0].bold and not any(b.bold for b in blocks[1:]):
        return [Text(fold(blocks[0].text), cell.places)]
    return [Text(fold(b.text), cell.places) for b in blocks]


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()
