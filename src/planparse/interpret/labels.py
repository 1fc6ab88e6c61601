"""Labels at the left of a block: "Key Milestones (16-17)" -> role, period, and what else the cell holds."""

from __future__ import annotations

import re
from dataclasses import dataclass

from planparse.interpret.periods import find_periods, parse_period, without_periods
from planparse.interpret.vocabulary import phrase_key
from planparse.model.vocabulary import Vocabulary
from planparse.text import fold

_LONGEST = 80
_PLURAL = re.compile(r"(?<=\w\w)s$")


@dataclass(frozen=True, slots=True)
class Label:
    role: str
    printed: str
    period: str | None = None
    rest: str = ""
    """Text behind the label in the same cell: the code of "Service Objective: CLL 1"."""


def match_label(text: str, vocabulary: Vocabulary) -> Label | None:
    """The label that a cell is; None where it is none."""
    printed = fold(text)
    if not printed or len(printed) > _LONGEST:
        return None
    bare = without_periods(printed) if find_periods(printed) else printed
    role = _lookup(bare, vocabulary)
    if role:
        return Label(role, printed.rstrip(" :"), parse_period(printed))
    head, colon, rest = bare.partition(":")
    role = _lookup(head, vocabulary) if colon else None
    if role:
        return Label(role, fold(head), parse_period(head), fold(rest))
    head, _, rest = bare.rpartition(" (")
    role = _lookup(head, vocabulary) if head else None
    return Label(role, printed.rstrip(" :"), None) if role else None


def _lookup(text: str, vocabulary: Vocabulary) -> str | None:
    key = phrase_key(text)
    if key in vocabulary.labels:
        return vocabulary.labels[key]
    bare = re.sub(r"^(?:\d+(?:\.\d+)*[.)]?|[a-z][.)])\s+", "", key)
    for candidate in (bare, _PLURAL.sub("", bare), f"{bare}s"):
        if candidate in vocabulary.labels:
            return vocabulary.labels[candidate]
    return None
