"""Cards of actions whose details stand beside each other, each with its name in front.

1.1   Open the new centre                                       <- the title, perhaps in the cell of the first detail
      Lead: Head of Parks     Due: March 2027     Status: Green
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from planparse.interpret.codes import is_code
from planparse.interpret.details import detail_parts
from planparse.interpret.header_words import role_of
from planparse.interpret.labels import match_label
from planparse.model.document import Block, Cell, Element, Grid, Paragraph
from planparse.model.vocabulary import Vocabulary
from planparse.text import bare_marker, fold

_DETAIL = re.compile(r"(?P<name>[^:]{2,40}):(?:\s+(?P<text>\S.*))?")
_ROLES = frozenset({"lead", "due", "progress", "rag"})
_DATED = _ROLES - {"lead"}
"""An action is due or has a status; only a lead may be an objective's."""
_OWNERS = frozenset({"objective", "priority", "indicators"})
"""What is named so is no action."""
_REF, _TITLE = Block("Ref"), Block("Action")
"""The names of the columns for what stands over the details."""

Pair = tuple[Cell, Cell]
"""The name of a detail, and what it says."""


def told_cards(grid: Grid, vocabulary: Vocabulary) -> list[Grid]:
    """The cards of a grid, each turned into a header row and a data row; none where it holds anything else."""
    cards: list[list[Pair]] = []
    title: list[Pair] = []
    for row in grid.rows():
        own = [cell for cell in row if not cell.is_blank]
        over, details = _parted(own, vocabulary)
        named = _title(over, vocabulary)
        if not own:
            continue
        if (over and not named) or (title and named) or not (named or title or cards):
            return []
        title = title or named
        if not details:
            continue
        if title:
            cards.append(title)
        cards[-1] += details
        title = []
    dated = all(any(_role(fold(name.text), vocabulary) in _DATED for name, _ in card) for card in cards)
    return (
        [turned(card, "a title over details with their names") for card in cards]
        if cards and not title and dated
        else []
    )


def told_details(elements: Sequence[Element], n: int, vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """The details in a line right below the heading that is their title, and what they say; none in another line.

    A heading over a table, a list or other headings, or before the label of one, may be that of an objective.
    """
    title, line = elements[n - 1] if n else None, elements[n]
    if not isinstance(title, Paragraph) or not isinstance(line, Paragraph) or title.heading is None:
        return []
    if line.heading is not None or line.marker is not None:
        return []
    parts = detail_parts(fold(line.text), vocabulary)
    roles = [_role(name, vocabulary) for name, _ in parts]
    if not _ROLES.issuperset(roles) or _DATED.isdisjoint(roles):
        return []
    for element in elements[n + 1 :]:
        if not isinstance(element, Paragraph) or (element.marker is not None and element.heading is None):
            return []
        if element.heading is not None:
            label = match_label(element.text, vocabulary) if element.heading == title.heading else None
            return parts if element.heading <= title.heading and label is None else []
    return parts


def _parted(row: list[Cell], vocabulary: Vocabulary) -> tuple[list[Cell], list[Pair]]:
    """What stands over the details of a row, and these, two or more; the whole row where it has none. The title may be
    in the cell of the first detail."""
    over: list[Cell] = []
    details: list[Pair] = []
    for cell in row:
        *above, last = cell.blocks or (Block(""),)
        detail = _detail(replace(cell, blocks=(last,)), vocabulary) if not cell.tables else None
        if detail is None or (above and details):
            if details:
                return row, []
            over.append(cell)
        else:
            over += [replace(cell, blocks=tuple(above))] if above else []
            details.append(detail)
    return (over, details) if len(details) > 1 else (row, [])


def _detail(cell: Cell, vocabulary: Vocabulary) -> Pair | None:
    found = _DETAIL.fullmatch(fold(cell.text))
    if found is None or _role(found["name"], vocabulary) not in _ROLES:
        return None
    return replace(cell, blocks=(Block(found["name"]),), places=()), replace(cell, blocks=(Block(found["text"] or ""),))


def _role(name: str, vocabulary: Vocabulary) -> str | None:
    found = role_of(name, vocabulary)
    return found[0] if found is not None else None


def _title(over: list[Cell], vocabulary: Vocabulary) -> list[Pair]:
    """The title of a card, perhaps beside its code; none where other texts stand there."""
    if not over or len(over) > 2 or any(cell.tables for cell in over):
        return []
    code, title = over[0], over[-1]
    label = match_label(fold(title.text).partition(":")[0], vocabulary)
    if (label is not None and label.role in _OWNERS) or is_code(fold(title.text)):
        return []
    named = [(Cell(0, 0, 1, 1, (_TITLE,), ()), title)]
    if code is title:
        return named
    return [(Cell(0, 0, 1, 1, (_REF,), ()), code), *named] if _is_ref(code) else []


def _is_ref(cell: Cell) -> bool:
    bare = bare_marker(fold(cell.text)) or ""
    return is_code(bare) or bare.isdigit() or len(bare) == 1


def turned(card: Sequence[Pair], evidence: str) -> Grid:
    """A header row of the names and a data row of what they say."""
    cells = [
        replace(cell, row=row, col=col, row_span=1, col_span=1)
        for row in (0, 1)
        for col, cell in enumerate(pair[row] for pair in card)
    ]
    return Grid(tuple(cells), 2, len(card), evidence=(evidence,))
