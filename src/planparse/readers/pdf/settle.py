"""Words broken at a line's end, settled by the words of the whole document.

"performan|ce" is one word where the document has that word elsewhere, or where its spelling says so: the letters at
the seam are likelier inside a word than at the edges of two. "co-|operation" keeps its hyphen unless the document
writes the word without one.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property

from planparse.readers.pdf.prose import BROKEN, FILLED, HYPHEN
from planparse.readers.pdf.spelling import Spelling

_SPACE = re.compile(r"[ \n\t]")
_EDGE = ".,;:!?()[]'\"“”‘’"
_PIECE = rf"[^\s{BROKEN}{FILLED}{HYPHEN}]*"
_TORN = re.compile(rf"{_PIECE}(?:[{BROKEN}{FILLED}]{_PIECE})+")
_MARK = re.compile(f"([{BROKEN}{FILLED}])")
_HYPHEN = re.compile(rf"({_PIECE})-{HYPHEN}({_PIECE})")
_CLOSING = frozenset(".,:;!?)]}/")
"""Never begin a line, unless something is broken before them."""
_OPENING = frozenset("([{£$€")
_MOST_PIECES = 8
_FEW_WORDS = 30
"""Fewer say nothing about spelling: then only two letters at most are the rest of a word."""
_SURE = re.compile(rf"\d{BROKEN}\d|\w{BROKEN}[).,:;]")
_WORD_ALONE = frozenset("ai")


class Vocabulary:
    """How often each word stands whole in the document, without the words at broken places."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self.add = self._texts.append
        """Takes in a text, which may hold marks of broken places."""

    @cached_property
    def _tokens(self) -> Counter[str]:
        tokens: Counter[str] = Counter()
        for text in self._texts:
            tokens.update(_SPACE.split(text))
        return tokens

    @cached_property
    def _count(self) -> Counter[str]:
        out: Counter[str] = Counter()
        for token, n in self._tokens.items():
            if BROKEN not in token and FILLED not in token and HYPHEN not in token:
                out[_key(token)] += n
        return out

    @cached_property
    def _spelling(self) -> Spelling:
        return Spelling([word for word in self._count if len(word) > 1 and word.isalpha()])

    @cached_property
    def _breaks(self) -> bool:
        """Whether words are broken somewhere without doubt: inside a number, or where the document has the whole."""
        torn = [token for token in self._tokens if BROKEN in token]
        return any(_SURE.search(token) or self._count[_key(token.replace(BROKEN, ""))] for token in torn)

    def settle(self, text: str) -> str:
        """The text without marks."""
        if text.isprintable():
            return text
        if BROKEN in text or FILLED in text:
            text = _TORN.sub(self._torn, text)
        while HYPHEN in text:
            text = _HYPHEN.sub(self._hyphen, text)
            if "-" + HYPHEN not in text:
                text = text.replace(HYPHEN, "")
        return text

    def _torn(self, match: re.Match[str]) -> str:
        """Pieces that make a word of the document together are joined first, then what is sure to go on."""
        parts = _MARK.split(match[0])
        pieces, marks = parts[::2], ["", *parts[1::2]]
        out = last = ""
        n = 0
        while n < len(pieces):
            end = min(len(pieces), n + _MOST_PIECES)
            while end > n + 1 and not self._count[_key("".join(pieces[n:end]))]:
                end -= 1
            piece = "".join(pieces[n:end])
            if n and not self._goes_on(last, piece, marks[n] == BROKEN):
                out += " "
                last = ""
            out += piece
            last += piece
            n = end
        return out

    def _goes_on(self, upper: str, lower: str, alone: bool) -> bool:
        """Whether a word is broken between these; ``alone`` where its upper half has the line for itself."""
        if not upper or not lower:
            return False
        end, begin = upper[-1], lower[0]
        if begin in _CLOSING or end in _OPENING:
            return True
        if end.isdigit() and begin in "%*":
            return (self._breaks or not self._count["%"]) and not any(c.isalnum() for c in lower)
        known = self._count[_key(upper)] > 0, self._count[_key(lower)] > 0
        if begin.isdigit():
            if end == "." and len(upper) > 1:
                return upper[-2].isdigit()
            return end.isdigit() and not (len(lower) > 2 and all(known))
        if not (end.isalpha() and begin.isalpha()) or (begin.isupper() and not end.isupper()):
            return False
        if begin.isupper() and any(c.isdigit() for c in lower):
            return alone and not known[0]
        return self._spelt_on(_key(upper), _key(lower), known, alone)

    def _spelt_on(self, upper: str, lower: str, known: tuple[bool, bool], alone: bool) -> bool:
        """Whether these letters go on as one word. The more speaks against it, the surer the spelling must be."""
        if (len(lower) == 1 and lower not in _WORD_ALONE) or (len(upper) == 1 and upper not in _WORD_ALONE):
            return True
        if all(known) or (any(known) and not alone):
            return False
        if self._spelling.words < _FEW_WORDS:
            return len(lower) <= 2 and not known[1]
        least = 5.0 if known[1] else 2.25 if not alone else 0.0 if self._breaks else 2.0
        return self._spelling.one_word(upper, lower) > least

    def _hyphen(self, match: re.Match[str]) -> str:
        upper, lower = match[1], match[2]
        plain, dashed = self._count[_key(upper + lower)], self._count[_key(f"{upper}-{lower}")]
        if plain > dashed and lower[:1].islower():
            return upper + lower
        return f"{upper}-{lower}"


def _key(token: str) -> str:
    return token.strip(_EDGE).casefold()
