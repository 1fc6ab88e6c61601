"""Pieces of a line put together: raised characters, struck words, bold and size.

Ordinals and powers stay in the text; the mark of a note never sticks to a number.
"""

from __future__ import annotations

import re

from planparse.readers.docx.styles import RunLook

Piece = tuple[str, RunLook]
"""Text that looks alike."""

_NOTE_MARK = re.compile(r"[(\[]?\d{1,2}(?:\s?[,;–-]\s?\d{1,2})*[)\]]?|[(\[]?[a-z][)\]]?", re.I)
_DIGITS = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_POWER = re.compile(r"[+-]?\d{1,3}")
_TAKES_POWER = re.compile(
    r"(?:^|[\s(/])(?:[kcmd]?m|ft|yd)$|(?:^|[^£$€\d.,])\d[\d,.]*\s?(?:[kcmd]?m|ft|yd)$|(?<![\d.,])10$"
)
_BEFORE = 40
"""Characters before a raised one that are looked at."""
_VALUE_END = frozenset("0123456789%")


def joined(pieces: list[Piece]) -> tuple[str, list[str]]:
    """The text of a line and the note marks left out of it.

    Raised letters such as the ``nd`` of "2nd" are text. A raised number is a
    power after a unit of length or after 10, else the mark of a note: glued to
    "87%" it would change the value, so it is left out and told.
    """
    if not any(look.raised for _, look in pieces):
        return "".join([text for text, _ in pieces]), []
    out: list[str] = []
    before = ""
    marks: list[str] = []
    for text, raised in _merged(pieces):
        inner = text.strip()
        if raised and before.strip():
            if _POWER.fullmatch(inner) and _TAKES_POWER.search(before):
                text = text.translate(_DIGITS)
            elif _is_note_mark(inner, before):
                marks.append(inner)
                text = " " if text[-1:].isspace() else ""
        out.append(text)
        before = (before + text)[-_BEFORE:]
    return "".join(out), marks


def struck(pieces: list[Piece]) -> str:
    """The words that are struck through by hand: what is left of an edit without tracked changes."""
    return "".join([text for text, look in pieces if look.struck]).strip()


def is_bold(pieces: list[Piece]) -> bool:
    """True where every word is bold."""
    seen = False
    for text, look in pieces:
        if text and not text.isspace():
            if not look.bold:
                return False
            seen = True
    return seen


def size(pieces: list[Piece]) -> float | None:
    """The size of most of the text, in points."""
    if len(pieces) == 1:
        return pieces[0][1].size
    weight: dict[float, int] = {}
    for text, look in pieces:
        if look.size is not None:
            weight[look.size] = weight.get(look.size, 0) + len(text.strip())
    return max(weight, key=lambda points: weight[points]) if weight else None


def _is_note_mark(raised: str, before: str) -> bool:
    """A number, or one letter right after a value ("87%a")."""
    if not _NOTE_MARK.fullmatch(raised):
        return False
    return any(c.isdigit() for c in raised) or before[-1:] in _VALUE_END


def _merged(pieces: list[Piece]) -> list[tuple[str, bool]]:
    """Neighbours that are both raised, or both not, as one; blank pieces go with what is before them."""
    out: list[tuple[list[str], bool]] = []
    for text, look in pieces:
        raised = bool(look.raised)
        if out and (out[-1][1] == raised or not text.strip()):
            out[-1][0].append(text)
        else:
            out.append(([text], raised))
    return [("".join(texts), raised) for texts, raised in out]
