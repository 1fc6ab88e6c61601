"""Labels at the left of a block: "Key Milestones (16-17)" -> role, period, and what else the cell holds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from planparse.interpret.codes import is_code
from planparse.interpret.periods import find_periods, parse_period, without_periods
from planparse.interpret.vocabulary import phrase_key
from planparse.model.vocabulary import Vocabulary
from planparse.text import fold

_LONGEST = 80
_BLOCK = ("priority", "objective", "developments", "issues", "milestones", "indicators")
_LISTS = ("developments", "issues", "milestones")
_FOR = re.compile(r"\s+(?:for|in|during|by)\s*\??$", re.IGNORECASE)
"""What is left of "Milestones for 2016/17" without its year, or of "Indicators for AB1" without its code."""
_BY = re.compile(r"^(?:by|in|during|for|over)\s+(?:the\s+)?(?:end\s+of\s+)?(?=\w+\s)", re.IGNORECASE)
"""The same of "By 2028 we will"."""
_PLURAL = re.compile(r"(?<=\w\w)s$")
_SEVERAL = re.compile(r"\(s\)", re.IGNORECASE)


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
    return _match(printed, vocabulary) if 0 < len(printed) <= _LONGEST else None


@lru_cache(maxsize=4096)
def _match(printed: str, vocabulary: Vocabulary) -> Label | None:
    bare = without_year(printed)
    role = find_role(bare, vocabulary)
    if role:
        return Label(role, printed.rstrip(" :"), parse_period(printed))
    head, colon, rest = bare.partition(":")
    role = find_role(head, vocabulary) if colon else None
    if role:
        return Label(role, fold(head), parse_period(head), fold(rest))
    coded = _coded(head, vocabulary) if colon and rest else None
    if coded is not None:
        return Label(coded.role, coded.printed, None, f"{coded.rest}:{rest}")
    head, _, rest = bare.rpartition(" (")
    role = find_role(head, vocabulary) if head else None
    if role:
        return Label(role, printed.rstrip(" :"), None)
    return _coded(bare, vocabulary) or _compound(printed, bare, vocabulary)


def match_part(text: str, vocabulary: Vocabulary) -> Label | None:
    """The label that a line over a list or a table is: there "Key milestone(s)" says what "Key milestones" does, where
    beside a text it may be one action."""
    label = match_label(text, vocabulary)
    if label is None or label.role != "action" or not _SEVERAL.search(label.printed):
        return label
    return match_label(_SEVERAL.sub("s", text), vocabulary)


def names_code(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a label says that a code stands beside it, and not whose code that is: "Ref", "Ref no."."""
    words = phrase_key(fold(text)).replace(":", " ").replace(".", " ").split()
    return bool(words) and all(vocabulary.labels.get(word) == "ref" for word in words)


def label_of(text: str, code: str, vocabulary: Vocabulary) -> Label | None:
    """The label that stands in front of a code, as "Indicators for AB1" does; None where the text is anything else."""
    return match_label(_FOR.sub("", text.removesuffix(code).rstrip(" (")), vocabulary) if code in text else None


def without_year(text: str) -> str:
    """A label without the period that it names: "Progress" of "Progress in 2025"."""
    return _BY.sub("", _FOR.sub("", without_periods(text))) if find_periods(text) else text


def _coded(bare: str, vocabulary: Vocabulary) -> Label | None:
    """A label with a code or a letter behind it and no colon between: "Service Objective CLL 1", "Objective A"."""
    words = bare.rstrip(" :").split(" ")
    for n in range(1, min(4, len(words))):
        head, rest = " ".join(words[:n]), " ".join(words[n:])
        role = vocabulary.labels.get(phrase_key(head))
        lettered = role != "action" and len(rest) == 1 and rest.isupper()
        if role in ("objective", "priority", "action") and (is_code(rest) or lettered):
            return Label(role, head, None, rest)
    return None


def _compound(printed: str, bare: str, vocabulary: Vocabulary) -> Label | None:
    """Labels joined by "and", a slash or a comma: the first one that is known says what stands beside it, or
    "milestones" behind any word."""
    parts = [p for p in re.split(r"\s*(?:/|,|&|\band\b)\s*", bare) if p]
    roles = [find_role(p, vocabulary) for p in parts]
    if 2 <= len(parts) <= 3 and roles[0] in _LISTS and set(roles) <= {roles[0], None}:
        return Label(roles[0], printed.rstrip(" :"), parse_period(printed))
    if roles == [None, "milestones"]:
        return Label("milestones", printed.rstrip(" :"), parse_period(printed))
    return None


@lru_cache(maxsize=4096)
def find_role(text: str, vocabulary: Vocabulary) -> str | None:
    """The role of a label's words; None where no wording knows it."""
    key = phrase_key(text)
    if key in vocabulary.labels:
        return vocabulary.labels[key]
    if key.replace(" ", "") in vocabulary.squeezed_labels:
        return vocabulary.squeezed_labels[key.replace(" ", "")]
    bare = re.sub(r"^(?:\d+(?:\.\d+)*[.)]?|[a-z][.)])\s+", "", key)
    for words in (bare, _without_ending(bare, vocabulary)):
        role = _known(words, vocabulary) or _without_owner(words, vocabulary)
        if role:
            return role
    return None


def _without_ending(key: str, vocabulary: Vocabulary) -> str:
    """The key without words behind it that do not change what it means: "milestones for the year"."""
    found = max((e for e in vocabulary.label_ends if key.endswith(f" {e}")), key=len, default=None)
    if found:
        return key[: -len(found) - 1]
    at = max((key.find(f" {e[:-1]}") for e in vocabulary.label_ends if e.endswith("*")), default=-1)
    return key[:at] if at > 0 else key


def _known(key: str, vocabulary: Vocabulary) -> str | None:
    """The role of a key in the singular or the plural."""
    for candidate in (key, _PLURAL.sub("", key), f"{key}s"):
        if candidate in vocabulary.labels:
            return vocabulary.labels[candidate]
    return None


def _without_owner(key: str, vocabulary: Vocabulary) -> str | None:
    """The role without the words in front that say whose it is: "council theme" is a theme."""
    corporate = False
    while True:
        found = max(
            (w for w in (*vocabulary.label_words, *vocabulary.corporate_words) if key.startswith(f"{w} ")),
            key=len,
            default=None,
        )
        if found is None:
            return None
        corporate = corporate or found in vocabulary.corporate_words
        key = key[len(found) + 1 :]
        role = _known(key, vocabulary)
        if role:
            return "priority" if corporate and role == "objective" else role if role in _BLOCK else None
