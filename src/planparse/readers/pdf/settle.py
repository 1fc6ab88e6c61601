"""Words broken at a line's end, settled by the words of the whole document.

"performan|ce" is one word unless both halves are words elsewhere in the document; "co-|operation" keeps its
hyphen unless the document writes the word without one.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property

from planparse.readers.pdf.prose import BROKEN, HYPHEN

_SPACE = re.compile(r"[ \n\t]")
_EDGE = ".,;:!?()[]'\"“”‘’"
_BROKEN = re.compile(rf"([^\s{BROKEN}{HYPHEN}]*){BROKEN}([^\s{BROKEN}{HYPHEN}]*)")
_HYPHEN = re.compile(rf"([^\s{BROKEN}{HYPHEN}]*)-{HYPHEN}([^\s{BROKEN}{HYPHEN}]*)")


class Vocabulary:
    """How often each word stands whole in the document, without the words at broken places."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self.add = self._texts.append
        """Takes in a text, which may hold marks of broken places."""

    @cached_property
    def _count(self) -> Counter[str]:
        tokens: Counter[str] = Counter()
        for text in self._texts:
            tokens.update(_SPACE.split(text))
        out: Counter[str] = Counter()
        for token, n in tokens.items():
            if BROKEN not in token and HYPHEN not in token:
                out[_key(token)] += n
        return out

    def settle(self, text: str) -> str:
        """The text without marks."""
        if text.isprintable():
            return text
        while BROKEN in text:
            text = _BROKEN.sub(self._broken, text)
        while HYPHEN in text:
            text = _HYPHEN.sub(self._hyphen, text)
            if "-" + HYPHEN not in text:
                text = text.replace(HYPHEN, "")
        return text

    def _broken(self, match: re.Match[str]) -> str:
        upper, lower = match[1], match[2]
        if self._count[_key(upper + lower)]:
            return upper + lower
        if len(lower) > 1 and self._count[_key(lower)] and _key(lower).isalpha():
            return f"{upper} {lower}"
        return upper + lower

    def _hyphen(self, match: re.Match[str]) -> str:
        upper, lower = match[1], match[2]
        plain, dashed = self._count[_key(upper + lower)], self._count[_key(f"{upper}-{lower}")]
        if plain > dashed and lower[:1].islower():
            return upper + lower
        return f"{upper}-{lower}"


def _key(token: str) -> str:
    return token.strip(_EDGE).casefold()
