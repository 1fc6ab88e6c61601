"""Codes of objectives that are letters alone, known by the codes of the records below them.

SAFE  Keep people safe at home            <- the code and the title
SAFE-1  Visits carried out                <- codes of its records that begin with it
SAFE-2  Alarms fitted
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from planparse.interpret.codes import SplitCode, split_code
from planparse.interpret.draft import ObjectiveDraft

_FRONT = re.compile(r"(?P<code>[A-Z]{2,8})(?:\s*[:–—]\s*|\s+-\s+|\s+)(?=[A-Z])")
_BEHIND = re.compile(r"\s?[-/.]?\s?\d")
"""What stands behind the letters in the code of a record."""
_FEW = 2
"""Objectives with such codes at least."""


def split_letters(title: str) -> SplitCode | None:
    """The letters that a title begins with, before a capital.

    >>> split_letters("SAFE Keep people safe").rest
    'Keep people safe'
    """
    m = _FRONT.match(title)
    return SplitCode(m["code"], title[m.end() :]) if m else None


def letter_codes(drafts: list[ObjectiveDraft]) -> frozenset[str]:
    """The letters in front of the objectives' titles, where they are codes: each objective that has records with codes
    has others, and each of these codes is the letters and a number."""
    titles = [d.title.text if d.title is not None and d.code is None else "" for d in drafts]
    splits = [split_letters(title) for title in titles]
    if sum(split is not None for split in splits) < _FEW:
        return frozenset()
    found: set[str] = set()
    for draft, split in zip(drafts, splits, strict=True):
        codes = list(_codes(draft))
        if not codes:
            continue
        if split is None or split.printed in found or not all(_begins(code, split.printed) for code in codes):
            return frozenset()
        found.add(split.printed)
    return frozenset(found) if len(found) >= _FEW else frozenset()


def _codes(draft: ObjectiveDraft) -> Iterator[str]:
    """The codes of an objective's records, from cells of their own or in front of their texts."""
    for indicator in draft.indicators:
        split = split_code(indicator.measure.text) if indicator.code is None else None
        if indicator.code is not None:
            yield indicator.code.text
        elif split is not None:
            yield split.printed
    for milestone in draft.milestones:
        if milestone.ref is not None:
            yield milestone.ref


def _begins(code: str, letters: str) -> bool:
    """Whether the code of a record is these letters and a number."""
    return code.startswith(letters) and _BEHIND.match(code, len(letters)) is not None
