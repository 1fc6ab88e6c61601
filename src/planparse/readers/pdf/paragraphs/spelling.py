"""How likely a text is one word of a document: by the words that it has, and by how they are spelt."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from math import exp, log
from operator import add

_EDGE = "#"
_LETTERS = 27
"""And the edge of a word."""
_RUN = re.compile(r"[^\W\d_]+")
_NEW = 0.3
"""Share of words that a text has not had before."""
_LONG = 14
"""Letters; hardly a word is longer than that by much."""
_ENDINGS = (
    "s", "es", "d", "ed", "r", "er", "ers", "n", "al", "ally", "ing", "ings", "ly", "y", "ies", "ity", "ment", "ments",
    "ation", "ations", "ational", "ible", "ance", "ence", "ful", "ness", "ise", "ised", "ising", "ist", "ists", "ive",
    "ship", "ships",
)  # fmt: skip
_BEGINNINGS = (
    "re", "un", "dis", "mis", "non", "pre", "sub", "inter", "multi", "tele", "infra", "micro", "anti", "semi",
)  # fmt: skip
"""None that are words of their own."""
_DERIVED = -3.5
"""How likely a word comes with one of these, to how likely it comes alone, as a logarithm."""
_SHORT = {1: 3.0, 2: 3.0, 3: 1.5}
"""What speaks against a word of few letters that is not known: there are not many of them."""


class Spelling:
    """The words of a document with their numbers, and which letter follows which two in them.

    ``common`` are words that count as seen even where the document does not have them, and how often.
    """

    def __init__(self, seen: Mapping[str, int], common: Mapping[str, float]) -> None:
        self._seen = seen
        self._common = common
        self._known: dict[str, float] = {}

    @cached_property
    def _total(self) -> float:
        return sum(self._seen.values()) + sum(self._common.values())

    @cached_property
    def _letters(self) -> tuple[Counter[str], Counter[str], Counter[str]]:
        words = [word for word in {*self._seen, *self._common} if len(word) > 1 and word.isalpha()]
        text = "".join([f"{_EDGE}{_EDGE}{word}{_EDGE}" for word in words])
        one, two = Counter(text), Counter(map(add, text, text[1:]))
        three = Counter(map(add, map(add, text, text[1:]), text[2:]))
        one[_EDGE] = len(words)
        return three, two, one

    def likely(self, text: str) -> float:
        """The logarithm of how likely the words of letters in this text come, one by one."""
        return sum([self._word(run) for run in _RUN.findall(text.casefold())])

    def _times(self, word: str) -> float:
        return self._seen.get(word, 0) + self._common.get(word, 0.0)

    def _word(self, word: str) -> float:
        known = self._known.get(word)
        if known is None:
            seen = self._times(word)
            spelt = self._spelt(word) - _SHORT.get(len(word), 0.8 * max(0, len(word) - _LONG))
            known = log((1 - _NEW) * seen / self._total + _NEW * exp(max(-500.0, spelt)))
            if not seen:
                stems = {word.removesuffix(e) for e in _ENDINGS} | {word.removeprefix(b) for b in _BEGINNINGS}
                known = max([known, *[self._word(stem) + _DERIVED for stem in stems if 3 < len(stem) < len(word)]])
            self._known[word] = known
        return known

    def _spelt(self, word: str) -> float:
        padded = 2 * _EDGE + word + _EDGE
        return sum([log(self._follows(*padded[n - 2 : n + 1])) for n in range(2, len(padded))])

    def _follows(self, a: str, b: str, c: str) -> float:
        """How likely ``c`` follows ``ab``; what follows ``b`` alone counts where ``ab`` is rare."""
        three, two, one = self._letters
        short = (two[b + c] + 0.5) / (one[b] + 0.5 * _LETTERS)
        before = two[a + b] if a != b or b != _EDGE else one[_EDGE]
        return (three[a + b + c] + 4 * short) / (before + 4)
