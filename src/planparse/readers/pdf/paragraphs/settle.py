"""Words broken at a line's end, settled by the words and the line ends of the whole document.

Each place where a word may be broken is weighed: how likely the joined text is as one word of this document, how
likely its halves are as two. First it is settled for each kind of place whether the producer of the document breaks
words there at all: the weights of all such places together say so. Then a place is joined where its own weight and
that of its kind are for it. Where the two are even, a blank stays, and the text is marked as unsure.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections import Counter
from functools import cached_property
from math import exp, log

from planparse.readers.pdf.paragraphs.common_words import COMMON, SMALL
from planparse.readers.pdf.paragraphs.seams import (
    ANYWHERE,
    BARE,
    BROKEN,
    DRAWN,
    FILLED,
    HUNG,
    HYPHEN,
    HYPHENS,
    LOOSE,
    OVER,
    ROOMY,
    TIGHT,
)
from planparse.readers.pdf.paragraphs.spelling import Spelling

_KINDS = BROKEN + ROOMY + FILLED + LOOSE + ANYWHERE
_EDGE = ".,;:!?()[]'\"“”‘’"
_PIECE = rf"[^\s{_KINDS}{HYPHEN}]*"
_TORN = re.compile(rf"{_PIECE}(?:[{_KINDS}]{_PIECE})+")
_MARK = re.compile(f"([{_KINDS}])")
_HYPHEN = re.compile(rf"({_PIECE})([{HYPHENS}]){HYPHEN}({_PIECE})")
_OPTIONAL, _TYPESET = "\u00ad", "\u2010"
"""A hyphen that is drawn at a line's end alone, and one that few people type, but programs that break words draw."""
_CLOSING = frozenset(".,:;!?)]}/")
"""Never begin a line, unless something is broken before them."""
_OPENING = frozenset("([{£$€")
_UNIT = re.compile(r"(?:[mkp]|bn|st|nd|rd|th)\b")
"""Stands close to its number."""
_APART, _CLOSE = re.compile(r"\d %"), re.compile(r"\d%")
_NUMBER, _WORD = re.compile(r"[<>≤≥~]?[£$€]?\d[\d.,]*(?:[-–/]\d+)?"), re.compile(r"[a-z]{3,}\b")
_WORD_END = re.compile(r"[A-Za-z][a-z]{2}$")
_CODE = re.compile(r"[A-Z]{2,5}")
_WHOLE_NUMBER = re.compile(r"[^,]*|\D*\d{1,3}(?:,\d{2,3})*,\d{1,3}(?:\.\d*)?\D*")
"""Any text without commas, or a number whose groups have three figures, of which a break may have left fewer."""
_SIGNS = "<>≤≥~£$€%*"
_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")
"""Begins a line of its own below a number: "Years 4-10", "2027-34"."""
_LETTERS = re.compile(r"[^\W\d_]+")
_MOST_PIECES = 12
_SURE = 30.0
_LIKELY = 4.0
_ODDS = 0.0
_AT_FIRST = {BROKEN: 0.0, FILLED: -7.0, LOOSE: -2.0, ANYWHERE: -5.0}
"""The odds, as a logarithm, that a producer breaks words at places of this kind."""
_SHARE, _SHARE_ANYWHERE = 0.5, 0.8
"""Of such places where it does that break a word; where any letter may be the last one, few lines end with a word."""
_MOST_ANYWHERE = 3.0
"""What one place may say for breaks at any letter: a producer that has them has many."""
_MOST_HYPHEN, _HYPHENS_AT_FIRST = 8.0, -6.0
"""What one hyphen may say for a producer that hyphenates, and what speaks against that before any is seen."""
_COMPOUNDS = frozenset(("anti", "co", "cross", "ex", "mid", "multi", "non", "self", "semi"))
"""What stands before a hyphen in most words, and no word is broken behind it."""
_PREFIXES = frozenset(("in", "inter", "off", "on", "out", "over", "pre", "re", "sub", "under", "up"))
"""What stands before a hyphen in some words, and words are broken behind it: they say nothing of the producer."""
_JOINTS = frozenset(("and", "at", "by", "for", "in", "of", "on", "the", "to", "up"))
"""What joins the halves of a compound: "face-to-face"."""
_SMALL_HALF = -2.0
"""What speaks against a half that is a word such as "of" or "per"."""
_FEW = 0.1
_ENOUGH = 5
_REST = 6
"""Letters; the rest of a broken word is hardly longer."""
_EVEN = 1.25
_AT_ONCE = 2048
"""Words that are counted in one go, in half the time."""


class Vocabulary:
    """How often each word stands whole in the document, without the words at broken places."""

    def __init__(self) -> None:
        self._counted: Counter[str] = Counter()
        self._new: list[str] = []
        """Words that are not counted yet."""
        self._signs: Counter[re.Pattern[str]] = Counter()
        """How often percent signs stand apart from their numbers and close to them."""
        self.ends: Counter[str] = Counter()
        """How lines end; see ``seams``."""
        self.unsure: set[str] = set()
        """Texts, as they were taken in, in which a place is about as likely broken as not."""
        self._doubt = False

    def add(self, text: str) -> None:
        """Takes in a text, which may hold marks of broken places."""
        found = text.replace("\n", " ").replace("\t", " ").split(" ")
        if text[:1].islower() and len(found[0]) <= _REST:
            del found[0]  # perhaps the rest of a word on the page before
        self._new += found
        if len(self._new) > _AT_ONCE:
            self._take_new()
        if "%" in text:
            for sign in (_APART, _CLOSE):
                self._signs[sign] += len(sign.findall(text))

    def _take_new(self) -> None:
        self._counted.update(self._new)
        self._new.clear()

    @property
    def _tokens(self) -> Counter[str]:
        self._take_new()
        return self._counted

    @cached_property
    def _count(self) -> Counter[str]:
        out: Counter[str] = Counter()
        for token, n in self._tokens.items():
            if token.isprintable():
                out[_key(token)] += n
        return out

    @cached_property
    def _percent(self) -> float:
        """What the document's way to write "5%" says for joining the sign to its number."""
        apart, close = self._signs[_APART], self._signs[_CLOSE]
        return max(-_LIKELY, min(_LIKELY, log((close + 1) / (apart + 0.2))))

    @cached_property
    def _spelling(self) -> Spelling:
        return Spelling({w: n for w, n in self._count.items() if w.isalpha()}, COMMON)

    def _draws(self, weights: list[float]) -> str:
        """Where this producer draws the blank at a line's end: nowhere, where it has room, everywhere.

        ``weights`` are those of the places without a blank: where all are drawn, none parts two words.
        """
        ends = self.ends
        drawn = ends[DRAWN] + ends[HUNG]
        if not drawn or ends[BARE] > _FEW * drawn:
            return "nowhere"
        parted = ends[TIGHT] + len([w for w in weights if w < -1])
        return "everywhere" if ends[HUNG] >= _ENOUGH and parted < _FEW * ends[HUNG] else "with room"

    @cached_property
    def _odds(self) -> dict[str, float]:
        """For each kind of place the odds, as a logarithm, that a word is broken there; from all such places."""
        weights: dict[str, list[float]] = {}
        for token in self._tokens:
            if not token.isprintable():
                pieces, marks = _parts(token)
                for n, mark in enumerate(marks):
                    upper, lower = pieces[n], pieces[n + 1]
                    figures = mark == ANYWHERE and upper[-1:].isdigit() and lower[:1].isdigit()
                    if upper and lower and not figures:  # two numbers below each other may be one or two
                        kind = BROKEN if mark == ROOMY else mark
                        weights.setdefault(kind, []).append(self._spelt(upper, lower) + self._rule(upper, lower))
        odds = dict.fromkeys(_KINDS, -_SURE)
        for kind, found in weights.items():
            share, most = (_SHARE_ANYWHERE, _MOST_ANYWHERE) if kind == ANYWHERE else (_SHARE, _SURE)
            total = sum([log(1 - share + share * exp(min(most, w))) for w in found])
            if total + _AT_FIRST[kind] > 5.0 * self.ends[OVER]:
                odds[kind] = _ODDS
        odds[ROOMY] = odds[BROKEN]
        draws = self._draws([weight for found in weights.values() for weight in found])
        if draws != "nowhere":
            odds[ROOMY] = _SURE
            if draws == "everywhere":
                odds[BROKEN] = odds[LOOSE] = _LIKELY
        return odds

    def settle(self, text: str) -> str:
        """The text without marks."""
        if text.isprintable():
            return text
        self._doubt = False
        settled = self._without_marks(text.rstrip(_KINDS))
        if self._doubt:
            self.unsure.add(text)
        return settled

    def _without_marks(self, text: str) -> str:
        if text.isprintable():
            return text
        text = _TORN.sub(self._torn, text)
        while HYPHEN in text:
            settled = _HYPHEN.sub(self._hyphen, text)
            text = settled if settled != text else text.replace(HYPHEN, "")
        return text

    def _torn(self, match: re.Match[str]) -> str:
        """The pieces joined to the words that are likeliest together."""
        pieces, marks = _parts(match[0])
        odds = [self._odds[mark] + self._rule(pieces[n], pieces[n + 1]) for n, mark in enumerate(marks)]
        best: list[tuple[float, int]] = [(0.0, 0)]
        for end in range(1, len(pieces) + 1):
            choices = []
            for start in range(max(0, end - _MOST_PIECES), end):
                joined = sum(odds[start : end - 1]) + self._likely("".join(pieces[start:end]))
                choices.append((best[start][0] + joined, start))
            best.append(max(choices))
        cuts = [len(pieces)]
        while cuts[-1]:
            cuts.append(best[cuts[-1]][1])
        cuts.reverse()
        self._doubt = self._doubt or self._is_even(pieces, odds, cuts)
        return " ".join([word for a, b in itertools.pairwise(cuts) if (word := "".join(pieces[a:b]))])

    def _is_even(self, pieces: list[str], odds: list[float], cuts: list[int]) -> bool:
        """Whether a piece is about as likely joined to the next one as not."""
        for n, odd in enumerate(odds, 1):
            at = bisect_left(cuts, n)
            upper = "".join(pieces[cuts[at - 1] : n])
            lower = "".join(pieces[n : cuts[at + 1] if cuts[at] == n else cuts[at]])
            if abs(odd) < _SURE / 2 and abs(odd + self._spelt(upper, lower)) < _EVEN:
                return True
        return False

    def _likely(self, text: str) -> float:
        return self._spelling.likely(text)

    def _spelt(self, upper: str, lower: str) -> float:
        """How much likelier these are one word than two by their spelling, as a logarithm."""
        return self._likely(upper + lower) - self._likely(upper) - self._likely(lower)

    def _rule(self, upper: str, lower: str) -> float:
        """What speaks for one word and against it, beside the spelling."""
        if lower == "%" and upper[-1:].isdigit():
            return self._percent
        chance = _SMALL_HALF if upper.casefold() in SMALL or _key(lower) in SMALL else 0.0
        return _rule(upper, lower) + chance

    def _hyphen(self, match: re.Match[str]) -> str:
        """The word that a hyphen breaks, or the two that it joins."""
        upper, dash, lower = match.groups()
        joined, kept = upper + lower, f"{upper}-{lower}"
        if dash == _OPTIONAL or (dash == _TYPESET and self._breaks_words):
            return joined
        if not (upper[-1:].isalpha() and lower[:1].islower()):
            return kept
        plain, dashed = self._count[_key(joined)], self._count[_key(kept)]
        if plain == dashed:
            plain, dashed = self._as_other_number(joined), self._as_other_number(kept)
        if plain != dashed:
            return joined if plain > dashed else kept
        if upper.casefold() in _COMPOUNDS or ("-" in upper and dash != _TYPESET):
            return kept
        if "-" in upper and upper.casefold().rpartition("-")[2] in _JOINTS:
            return kept  # "face-to-face"
        chance = self._hyphenated(upper, lower) + (_LIKELY if dash == _TYPESET else self._hyphen_odds)
        self._doubt = self._doubt or abs(chance) < _EVEN
        return joined if chance > 0 else kept

    def _as_other_number(self, word: str) -> int:
        """How often the plural of a word stands whole in the document, or the singular of a plural."""
        key = _key(word)
        return self._count[f"{key}s"] + (self._count[key[:-1]] if key.endswith("s") else 0)

    @cached_property
    def _breaks_words(self) -> bool:
        """Whether a typeset hyphen is drawn at line ends, several of them, and nowhere else, where the hyphens of words
        are plain: a program drew it and nobody typed it."""
        within = _TYPESET + HYPHEN
        ends = sum(token.count(within) for token in self._tokens)
        plain = any("-" in token.strip("-") for token in self._tokens)
        return ends > 1 and plain and not any(_TYPESET in token.replace(within, "") for token in self._tokens)

    def _hyphenated(self, upper: str, lower: str) -> float:
        """How much likelier a word is broken at a hyphen than two are joined by it, as a logarithm."""
        return self._spelt(_LETTERS.findall(upper)[-1], _LETTERS.findall(lower)[0])

    @cached_property
    def _hyphen_odds(self) -> float:
        """The odds that the producer hyphenates words, from all hyphens at the ends of lines."""
        found = [match for token in self._tokens if HYPHEN in token for match in _HYPHEN.finditer(token)]
        pairs = [(m[1], m[3]) for m in found if m[1][-1:].isalpha() and m[3][:1].islower()]
        pairs = [(upper, lower) for upper, lower in pairs if upper.casefold() not in _COMPOUNDS | _PREFIXES]
        weights = [min(_MOST_HYPHEN, self._hyphenated(upper, lower)) for upper, lower in pairs]
        total = sum([log(1 - _SHARE + _SHARE * exp(w)) for w in weights]) + _HYPHENS_AT_FIRST
        return -_SURE if total < 0 else _LIKELY if total > _MOST_HYPHEN else _ODDS


def _parts(token: str) -> tuple[list[str], list[str]]:
    """The pieces and the marks between them."""
    parts = _MARK.split(token)
    return parts[::2], parts[1::2]


def _rule(upper: str, lower: str) -> float:
    """What the two characters at the seam say for one word and against it, beside the spelling."""
    if not upper or not lower:
        return -_SURE
    end, begin = upper[-1], lower[0]
    if begin in _CLOSING or end in _OPENING:
        return 2 * _SURE
    if end.isalpha() and begin.isalpha():
        if begin.isupper() and not end.isupper():
            return -_SURE
        return -_LIKELY if _CODE.match(lower) else 0.0
    if begin in _OPENING:
        return -2 * _LIKELY
    if begin == "-" and end.isalpha() and lower[1:2].isalpha():
        return 4.0
    if (end.isdigit() and begin in "%*") or (end == "%" and begin == "*"):
        return 4.0
    if end.isdigit() and begin.isdigit():
        if _YEAR.match(lower) or not _WHOLE_NUMBER.fullmatch(upper.strip(_SIGNS) + lower.strip(_SIGNS)):
            return -2 * _SURE
        return 3.0
    if begin.isdigit():
        if _WORD_END.search(upper):
            return -2 * _SURE  # "Actual" and "2016/17": never one word, however the line was broken
        if end in ".," and len(upper) > 1:
            return 3.0 if upper[-2].isdigit() else -3.0
        return -1.0 if _CODE.fullmatch(upper) and lower.isdigit() else -3.0
    if end.isdigit() and begin.isalpha():
        if begin.isupper() and lower[1:2].islower():
            return -_SURE
        if _NUMBER.fullmatch(upper) and _WORD.match(lower):
            return -2 * _SURE  # a number and its unit: never one word, wherever this producer draws blanks
        return 4.0 if _UNIT.match(lower) else -3.0
    return -3.0


def _key(token: str) -> str:
    return token.strip(_EDGE).casefold()
