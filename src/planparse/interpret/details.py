"""Cells that say several things of an action: "Lead: Head of Parks. By: March 2027"."""

from __future__ import annotations

import re
from functools import lru_cache

from planparse.interpret.header_words import role_of
from planparse.model.vocabulary import Vocabulary

_YEAR = r"(?:19|20)\d\d(?:[/–-]\d{2,4})?"
_NAME = re.compile(
    rf"(?:^|(?<=[\s.;,|/]))([A-Z]\w*(?: [a-z]+){{0,2}}(?: \(?{_YEAR}\)?)?|{_YEAR}(?: [A-Za-z]+){{1,2}}) ?: "
)
_DATED_NAME = re.compile(rf"({_YEAR}) (.+)")
_HAS_YEAR = re.compile(_YEAR)
_ROLES = frozenset({"lead", "due", "progress", "rag"})
_PARTING = " .;,|/"


@lru_cache(maxsize=4096)
def details_of(text: str, vocabulary: Vocabulary) -> dict[str, str] | None:
    """What a folded text says by role; None where it is not made of names and what they name.

    >>> from planparse.interpret.vocabulary import load_vocabulary
    >>> details_of("Lead: Head of Parks. By: March 2027", load_vocabulary())
    {'lead': 'Head of Parks', 'due': 'March 2027'}
    """
    found: dict[str, str] = {}
    for name, rest in detail_parts(text, vocabulary):
        role = role_of(name, vocabulary)
        if role is None or role[0] not in _ROLES or role[0] in found:
            return None
        found[role[0]] = rest
    return found or None


def detail_parts(text: str, vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """The same as ``named_parts``, a year that ends a date left to it.

    >>> from planparse.interpret.vocabulary import load_vocabulary
    >>> detail_parts("Due: May 2027 Status: Green", load_vocabulary())
    [('Due', 'May 2027'), ('Status', 'Green')]
    """
    found: list[tuple[str, str]] = []
    for name, rest in named_parts(text):
        dated = _DATED_NAME.fullmatch(name)
        if dated and found and not _HAS_YEAR.search(found[-1][1]):
            before, date = found[-1]
            if (role_of(before, vocabulary) or ("", ""))[0] == "due":
                found[-1] = before, f"{date} {dated[1]}".strip()
                name = dated[2]
        found.append((name, rest))
    return found


def named_parts(text: str) -> list[tuple[str, str]]:
    """Several names in a folded text, each with what stands behind it; none where other words begin the text.

    >>> named_parts("Baseline 2025/26: 3,180 Target 2026/27: 3,383")
    [('Baseline 2025/26', '3,180'), ('Target 2026/27', '3,383')]
    >>> named_parts("2025/26 baseline: 3,180 2026/27 target: 3,383")
    [('2025/26 baseline', '3,180'), ('2026/27 target', '3,383')]
    """
    first, *parts = _NAME.split(text)
    pairs = [(name, rest.strip(_PARTING)) for name, rest in zip(parts[::2], parts[1::2], strict=True)]
    return pairs if not first and len(pairs) > 1 else []
