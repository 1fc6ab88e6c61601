"""How alike two records are: words weighted by rarity, character trigrams, code, figures, objective."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from planparse.diff.entries import AnyRecord, Entry

_TOKEN = re.compile(r"[^\W_]+|[%£$€+]")
_SHORT = {
    "yr": "year", "yrs": "year", "years": "year", "no": "number", "nos": "number", "pct": "%", "percent": "%",
    "percentage": "%", "proportion": "%", "avg": "average", "av": "average", "dept": "department", "mgt": "management",
    "mgmt": "management", "&": "and", "hrs": "hours", "hr": "hours", "wk": "week", "wks": "week", "weeks": "week",
}  # fmt: skip
_DATE = re.compile(
    r"jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?"
    r"|(19|20)\d\d|q[1-4]|quarter|spring|summer|autumn|winter|by|end|\d{1,2}(st|nd|rd|th)?"
)
_CODE = re.compile(r"(.*?)(\d[\d./-]*)?([A-Z]{0,2})")


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each likeness counts. What the records do not have drops out of the mean."""

    text: float
    code: float
    facts: float
    home: float
    accept: float
    """Least score of a pairing."""
    dated: bool = False
    """Dates in the text are set aside: a milestone is the same when its date moves."""


@dataclass(frozen=True)
class Profile:
    """A text cut up for comparison."""

    text: str
    code: str
    home: object
    facts: frozenset[str]
    dated: bool

    @cached_property
    def words(self) -> frozenset[str]:
        words = tokens(self.text)
        return frozenset(w for w in words if not _DATE.fullmatch(w)) or words if self.dated else words

    @cached_property
    def grams(self) -> frozenset[str]:
        run = " ".join(_SHORT.get(w, w) for w in _TOKEN.findall(self.text.casefold()))
        if self.dated:
            run = " ".join(w for w in run.split() if not _DATE.fullmatch(w)) or run
        run = f" {run} "
        return frozenset(run[i : i + 3] for i in range(len(run) - 2))


def profiles(entries: Iterable[Entry[AnyRecord]], weights: Weights) -> list[Profile]:
    return [Profile(e.text, e.code, e.home, frozenset(e.facts), weights.dated) for e in entries]


def rarity(*sides: Sequence[Profile]) -> dict[str, float]:
    """How much each word tells: the fewer records have it, the more."""
    counts = Counter(word for side in sides for profile in side for word in profile.words)
    total = sum(len(side) for side in sides)
    return {word: math.log(1 + total / n) for word, n in counts.items()}


def tokens(text: str) -> frozenset[str]:
    """The words of a text, short forms written out."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return frozenset(_SHORT.get(word, word) for word in _TOKEN.findall(folded))


def dice(a: frozenset[str], b: frozenset[str]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0


def code_likeness(a: str, b: str) -> float:
    """From 0 to 1 for two squeezed codes; half where one of them is missing.

    >>> code_likeness("ABC047", "ABC047a".upper()), code_likeness("AB009", "ABC009"), code_likeness("ABC1", "ABC2")
    (0.7, 0.85, 0.1)
    """
    if a == b:
        return 1.0
    if not a or not b:
        return 0.5
    prefix_a, number_a, letter_a = split_code(a)
    prefix_b, number_b, letter_b = split_code(b)
    if not number_a or number_a != number_b:
        return 0.1
    if prefix_a == prefix_b:
        return 0.7
    near = _inside(prefix_a, prefix_b) or _inside(prefix_b, prefix_a) or _one_letter_off(prefix_a, prefix_b)
    return (0.85 if letter_a == letter_b else 0.6) if near else 0.2


def split_code(code: str) -> tuple[str, str, str]:
    """Prefix, number without leading zeros, and letter of a sub-measure."""
    match = _CODE.fullmatch(code)
    if match is None or match[2] is None:
        return code, "", ""
    return match[1], match[2].lstrip("0") or "0", match[3]


def _inside(short: str, long: str) -> bool:
    """Whether all letters of ``short`` stand in ``long`` in this order: a letter too few or too many."""
    letters = iter(long)
    return bool(short) and len(long) - len(short) <= 2 and all(c in letters for c in short)


def _one_letter_off(a: str, b: str) -> bool:
    return len(a) == len(b) and (sum(x != y for x, y in zip(a, b, strict=True)) == 1 or sorted(a) == sorted(b))


class Likeness:
    """Scores pairs of two lists of profiles."""

    def __init__(self, rows: list[Profile], columns: list[Profile], weights: Weights) -> None:
        self.rows = rows
        self.columns = columns
        self.weights = weights
        self.rarity = rarity(rows, columns)
        self._heft = {id(p): sum(self.rarity[w] for w in sorted(p.words)) for p in (*rows, *columns)}

    def score(self, row: int, column: int, least: float = 0.0) -> float:
        """From 0 to 1. Stops early, with 0, where it cannot reach ``least``."""
        a, b, w = self.rows[row], self.columns[column], self.weights
        half = w.text / 2 if a.words or b.words else 0.0
        total, got = 2 * half, 0.0
        if w.code and (a.code or b.code):
            total += w.code
            got += w.code * code_likeness(a.code, b.code)
        if w.facts and a.facts and b.facts:
            total += w.facts
            got += w.facts * dice(a.facts, b.facts)
        if w.home:
            total += w.home
            got += w.home * (a.home == b.home)
        got += half * self.word_likeness(a, b)
        if not total or got + half < least * total:
            return 0.0
        return (got + half * dice(a.grams, b.grams)) / total

    def word_likeness(self, a: Profile, b: Profile) -> float:
        heft = self._heft[id(a)] + self._heft[id(b)]
        return 2 * sum(self.rarity[w] for w in sorted(a.words & b.words)) / heft if heft else 0.0

    def candidates(self) -> list[list[int]]:
        """For each row the columns worth scoring: all in a small plan, else those with the same code or rare words."""
        if len(self.rows) * len(self.columns) <= _ALL_PAIRS:
            return [list(range(len(self.columns)))] * len(self.rows)
        by_word: dict[str, list[int]] = defaultdict(list)
        for at, column in enumerate(self.columns):
            for word in (*column.words, f"code {column.code}"):
                by_word[word].append(at)
        often = max(_COMMON, len(self.columns) // 20)
        return [self._nearest(row, by_word, often) for row in self.rows]

    def _nearest(self, row: Profile, by_word: dict[str, list[int]], often: int) -> list[int]:
        shared: dict[int, float] = defaultdict(float)
        for word in sorted(row.words):
            found = by_word.get(word, ())
            if len(found) <= often:
                for column in found:
                    shared[column] += self.rarity[word]
        if row.code:
            for column in by_word.get(f"code {row.code}", ())[:_NEAREST]:
                shared[column] += 100.0
        near = {column: got / (1 + self._heft[id(self.columns[column])]) for column, got in shared.items()}
        return sorted(sorted(near, key=lambda column: (-near[column], column))[:_NEAREST])


_ALL_PAIRS = 10_000
_COMMON = 40
_NEAREST = 16
