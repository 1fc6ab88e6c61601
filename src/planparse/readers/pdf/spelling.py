"""How the words of a document are spelt: whether two halves read on as one word there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import log

_EDGE = "#"
_LETTERS = 27
"""And the edge of a word."""


class Spelling:
    """Which letter follows which two, counted over the words of a document."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = 0
        self._three: Counter[str] = Counter()
        self._two: Counter[str] = Counter()
        self._one: Counter[str] = Counter()
        for word in words:
            self.words += 1
            padded = 2 * _EDGE + word + _EDGE
            for n in range(2, len(padded)):
                self._three[padded[n - 2 : n + 1]] += 1
                self._two[padded[n - 1 : n + 1]] += 1
                self._one[padded[n - 1]] += 1

    def one_word(self, upper: str, lower: str) -> float:
        """How much likelier the letters at the seam are inside one word than at the edges of two, as a logarithm."""
        above, below = 2 * _EDGE + upper, lower + _EDGE
        a, b, c, d = above[-2], above[-1], below[0], below[1]
        joined = self._follows(a, b, c) * self._follows(b, c, d)
        parted = self._follows(a, b, _EDGE) * self._follows(_EDGE, _EDGE, c) * self._follows(_EDGE, c, d)
        return log(joined / parted)

    def _follows(self, a: str, b: str, c: str) -> float:
        """How likely ``c`` follows ``ab``; what follows ``b`` alone counts where ``ab`` is rare."""
        short = (self._two[b + c] + 0.5) / (self._one[b] + 0.5 * _LETTERS)
        before = self._two[a + b] if a != b or b != _EDGE else self._one[_EDGE]
        return (self._three[a + b + c] + 4 * short) / (before + 4)
