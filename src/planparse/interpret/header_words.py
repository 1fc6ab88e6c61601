"""What a header text says: its column role, from the vocabulary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from planparse.interpret.periods import without_periods
from planparse.interpret.vocabulary import phrase_key
from planparse.model.vocabulary import Vocabulary

_MOST_WORDS = 7
"""A header is short; a phrase inside a longer text says nothing."""
_COLUMNS = 3
"""Names that no heading is made of."""
_NOT_WORD = re.compile(r"[^\w£$€%&/-]+")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
"""What stands in brackets is a unit or a remark: "Actual (number)"; or the column's plain name, "What changes
(measure)", where it is one of these."""
_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
_RECORDS = frozenset({"measure", "action"})
_PREPOSITION = re.compile(r" (?:against|as|at|by|for|from|in|of|on|since|to|with|compared) ")
_BESIDE = re.compile(r" (?:against|compared|from|since) ")
"""What stands behind these is another thing: "Changes since the last plan"."""


@lru_cache(maxsize=4096)
def role_of(words: str, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """The role of a header text without its periods, and the phrase that says so.

    A whole phrase goes first; else the last words before a preposition, else the first words:
    "Action ref" is a ref, "Target for year" a target.

    >>> from planparse.interpret.vocabulary import load_vocabulary
    >>> [role_of(t, load_vocabulary())[0] for t in ("Action ref", "Target for year", "Owner/contact")]
    ['code', 'target', 'lead']
    """
    key = phrase_key(words)
    if not key:
        return None
    if key in vocabulary.columns:
        return vocabulary.columns[key], key
    role = vocabulary.squeezed_columns.get(key.replace(" ", ""))
    if role:
        return role, key
    bare = _BRACKETS.sub(" ", key).strip()
    explained = next((w for w in _IN_BRACKETS.findall(key) if vocabulary.columns.get(w) in _RECORDS), None)
    if explained and bare not in vocabulary.columns:
        return vocabulary.columns[explained], explained
    if bare and bare != key and (found := role_of(bare, vocabulary)) is not None:
        return found
    if "/" in key:
        first = role_of(key.partition("/")[0], vocabulary)
        if first:
            return first
    text = " " + _NOT_WORD.sub(" ", key).strip() + " "
    parts = text.split()
    if len(parts) > _MOST_WORDS:
        return None
    if any(part in vocabulary.not_plan for part in (*_ends(parts), *_beginnings(parts))):
        return "decoy", key
    head = _PREPOSITION.split(text, maxsplit=1)[0].split()
    own = _BESIDE.split(text, maxsplit=1)[0].split()
    for candidates in (_ends(head), _beginnings(head), _ends(own), _beginnings(own)):
        for part in candidates:
            if len(part) > 2 and part in vocabulary.columns:
                return vocabulary.columns[part], part
    return None


def are_names_alone(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text is nothing but the names of three columns or more: a header that came out as a line.

    >>> from planparse.interpret.vocabulary import load_vocabulary
    >>> [are_names_alone(t, load_vocabulary()) for t in ("Ref Indicator Latest Targets", "Key performance indicators")]
    [True, False]
    """
    words = phrase_key(without_periods(text)).split()
    names = at = 0
    while at < len(words):
        last = next((n for n in range(len(words), at, -1) if " ".join(words[at:n]) in vocabulary.columns), 0)
        if not last:
            return False
        names, at = names + 1, last
    return names >= _COLUMNS


def _ends(words: list[str]) -> Iterator[str]:
    """The last words, longest run first."""
    return (" ".join(words[i:]) for i in range(len(words)))


def _beginnings(words: list[str]) -> Iterator[str]:
    """The first words, longest run first."""
    return (" ".join(words[:i]) for i in range(len(words), 0, -1))
