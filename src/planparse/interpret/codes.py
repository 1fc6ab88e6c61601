"""Codes in front of measures and objectives: split off, and set right by what the document itself shows.

The schemes are learned from the document: the prefixes that carry many codes, their
width and their sequence. A prefix that is one slip of the pen away from a scheme, with
a number that fits the scheme's sequence, is that scheme mistyped; another set's code is not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from planparse.interpret.periods import _MONTHS

_PREFIX = r"[A-Z][A-Za-z]?[A-Z&]{0,6}(?:&[A-Z]{1,3})?(?:[ /-][A-Z][A-Z&]{1,5}){0,2}(?:[/-][A-Z](?=\d))?"
_NUMBERED = (
    rf"(?:{_PREFIX})(?:[ /-]?|(?<=[A-Z])\.)\d{{1,4}}(?:\.\d{{1,3}})*"
    r"(?:[a-z](?![A-Za-z)])|[A-Z](?=[:\s]))?(?:\([ivx]+\))?(?:\.[A-Z]{2,3}(?![A-Za-z]))?"
)
_DOTTED = r"\d{1,2}(?:\.\d{1,3}){1,3}(?:\.[A-Z]{1,4})?[a-z]?(?![\w%])"
_BARE = r"\d{1,3}[a-z]?"
_CODE = re.compile(rf"(?P<code>(?:{_NUMBERED})(?:\s?/\s?(?:{_NUMBERED}))?|{_DOTTED})")
_WHOLE = re.compile(
    rf"(?:{_NUMBERED})(?:\s?/\s?(?:{_NUMBERED}))?|{_DOTTED}|{_BARE}"
    r"|[A-Z]{2,6}[ -]?[A-Z]{0,4}[ -]?\d*[A-Z]?|\d{2,4}[A-Z]{2,5}\d{2,4}"
    r"|[A-Z]{1,4}\d?[ -]?[A-Z]{1,3}[ -]?\d{1,3}[a-z]?|[A-Z]{1,6}\d{1,3}-\d{1,3}[a-z]?"
)
_LETTERED = re.compile(r"(?P<code>[A-Z]{2,6}[-/.][A-Z])(?:\s*[:–—]\s*|\s+[-–—]\s+|\s+)(?=[^\W\d_])")
_TAIL = re.compile(rf"\s*[(\[](?P<code>{_NUMBERED})[)\]]\s*$")
_SEPARATOR = re.compile(r"\s*(?:[:;–—]|-(?=\s|[A-Z%])|\.(?=\s))\s*")
_REMARK_END = re.compile(r"\s*[-–—:;]|$")
_PARTS = re.compile(r"(?P<prefix>.*?)(?P<gap>[ /.-]?)(?P<number>\d+)(?P<rest>\D*|\D*\d*.*)$", re.DOTALL)
_DAY = re.compile(rf"[A-Z][a-z] \d{{1,2}}(?:st|nd|rd|th)? (?i:{_MONTHS})\b")
"""A day behind a short word: "By 30 March"."""
_CODELESS = re.compile(rf"(?P<code>{_PREFIX})(?=\s+(?:[A-Z%£][a-z]*|%|[a-z]))")


@dataclass(frozen=True, slots=True)
class SplitCode:
    """What stood in front: ``printed`` without its separator, the text behind it, and what was odd."""

    printed: str
    rest: str
    glued: bool = False
    """No separator or blank stood between the code and the text."""
    remark: str | None = None
    """A remark that the text begins with, as printed: ``New Indicator``."""


def split_code(text: str, remarks: Sequence[str] = ()) -> SplitCode | None:
    """The code with a number that ``text`` begins with; None where it begins with none.

    >>> split_code("PI010New Indicator-% of visits", ["new indicator"])
    SplitCode(printed='PI010', rest='New Indicator-% of visits', glued=True, remark='New Indicator')
    >>> split_code("AB 02: Visits").rest
    'Visits'
    """
    split = _split(text)
    if split is None or not remarks:
        return split
    rest = split.rest
    found = next((p for p in remarks if rest[: len(p)].casefold() == p and _REMARK_END.match(rest[len(p) :])), None)
    return SplitCode(split.printed, rest, split.glued, rest[: len(found)]) if found else split


@lru_cache(maxsize=4096)
def _split(text: str) -> SplitCode | None:
    m = _CODE.match(text)
    if not m or _is_year(m["code"]) or _DAY.match(text):
        return None
    printed, rest = m["code"].strip(), text[m.end() :]
    separator = _SEPARATOR.match(rest)
    glued = bool(rest) and not rest[0].isspace() and not separator
    if glued and rest[0] in "/)]":
        return None
    return SplitCode(printed, rest[separator.end() :] if separator else rest.lstrip(), glued)


def split_lettered(text: str) -> SplitCode | None:
    """The code in front of a text whose number is a letter; it may be a word of the text where others have none.

    >>> split_lettered("CAN-A Clean streets").rest
    'Clean streets'
    """
    m = _LETTERED.match(text)
    return SplitCode(m["code"], text[m.end() :]) if m else None


def code_shape(code: str) -> str:
    """Letters and figures of a code, each as a mark: "LIB/17" is "AAA/99"."""
    return re.sub(r"\d", "9", re.sub(r"[^\W\d_]", "A", code))


def split_prefix(text: str, prefixes: Iterable[str]) -> SplitCode | None:
    """A prefix of a known set that stands without a number: "AB Visits to ..." where AB is a set.

    >>> split_prefix("AB CD Visits to pools", ["AB"])
    SplitCode(printed='AB CD', rest='Visits to pools', glued=False, remark=None)
    """
    known = set(prefixes)
    m = re.match(rf"(?P<code>{_PREFIX})(?P<gap>\s*:\s*|\s+)(?=\S)", text)
    while m:
        words = m["code"].split()
        if words and (" ".join(words) in known or words[0] in known):
            return SplitCode(m["code"], text[m.end() :])
        shorter = m["code"].rpartition(" ")[0]
        m = re.match(rf"(?P<code>{re.escape(shorter)})(?P<gap>\s+)", text) if shorter else None
    return None


def split_tail(text: str) -> SplitCode | None:
    """A code in brackets at the end: "Waste recycled (NI 192)"."""
    m = _TAIL.search(text)
    return SplitCode(m["code"], text[: m.start()].rstrip()) if m else None


@lru_cache(maxsize=4096)
def is_code(text: str) -> bool:
    """Whether a whole cell is a code: for a column of codes.

    >>> [is_code(t) for t in ("CLL 001", "1.1.3.KR", "2a", "Visits to pools", "2016/17", "87%")]
    [True, True, True, False, False, False]
    """
    return len(text) <= 24 and _WHOLE.fullmatch(text) is not None and not _is_year(text)


def _is_year(code: str) -> bool:
    """A year, maybe behind a short word: "By 2028"."""
    return re.fullmatch(r"(?:[A-Z][a-z] )?(?:19|20)\d\d", code) is not None


@dataclass(frozen=True, slots=True)
class Parts:
    """A code taken apart: ``ABC 021a`` is prefix ``ABC``, gap one blank, number ``021``, rest ``a``."""

    prefix: str
    gap: str
    number: str
    rest: str


@lru_cache(maxsize=4096)
def parts(code: str) -> Parts | None:
    m = _PARTS.match(code)
    return Parts(m["prefix"].strip(), m["gap"], m["number"], m["rest"]) if m else None


@dataclass(slots=True)
class Scheme:
    """One learned family of codes: how many codes it has, how wide its numbers are, which are taken."""

    prefix: str
    count: int = 0
    widths: Counter[int] = field(default_factory=Counter)
    gaps: Counter[str] = field(default_factory=Counter)
    numbers: set[int] = field(default_factory=set)


def learn_schemes(codes: Iterable[str]) -> dict[str, Scheme]:
    """The families of the printed codes, by prefix."""
    schemes: dict[str, Scheme] = {}
    for code in codes:
        p = parts(code)
        if p is None or not p.prefix:
            continue
        scheme = schemes.setdefault(p.prefix, Scheme(p.prefix))
        scheme.count += 1
        scheme.widths[len(p.number)] += 1
        scheme.gaps[p.gap] += 1
        scheme.numbers.add(int(p.number))
    return schemes


def normalise_codes(codes: Sequence[str | None], known: Iterable[str] = ()) -> list[str | None]:
    """Each printed code in its normal form; None where no number is printed.

    A prefix that occurs at most twice, is one letter away from a prefix with at least
    three codes and five times as many, has the same width of number, and stands between
    neighbours of that scheme in sequence, is that prefix mistyped. ``known`` prefixes
    are sets of their own and stay.
    """
    schemes = learn_schemes(c for c in codes if c)
    own = {k.split()[0] for k in known}
    out: list[str | None] = []
    for position, code in enumerate(codes):
        p = parts(code) if code else None
        if code is None or p is None:
            out.append(None)
            continue
        target = None if p.prefix in own else _meant(p, position, codes, schemes)
        out.append(f"{target.prefix}{target.gaps.most_common(1)[0][0]}{p.number}{p.rest}" if target else code)
    return out


def _meant(p: Parts, position: int, codes: Sequence[str | None], schemes: dict[str, Scheme]) -> Scheme | None:
    mine = schemes.get(p.prefix)
    if mine is None or " " in p.prefix:
        return None
    best: Scheme | None = None
    for scheme in schemes.values():
        if scheme.count < 3 or mine.count * 3 > scheme.count or not one_slip(p.prefix, scheme.prefix):
            continue
        if len(p.number) != scheme.widths.most_common(1)[0][0]:
            continue
        if _fits_sequence(int(p.number), position, codes, scheme.prefix) and (
            best is None or scheme.count > best.count
        ):
            best = scheme
    return best


def _fits_sequence(number: int, position: int, codes: Sequence[str | None], prefix: str) -> bool:
    """The nearest codes of the scheme on either side leave room for this number."""

    def nearest(walk: Iterable[int]) -> int | None:
        for i in walk:
            code = codes[i]
            p = parts(code) if code else None
            if p and p.prefix == prefix:
                return int(p.number)
        return None

    before = nearest(range(position - 1, -1, -1))
    after = nearest(range(position + 1, len(codes)))
    if before is None and after is None:
        return False
    return (before is None or before <= number <= before + 12) and (after is None or after - 12 <= number <= after)


def one_slip(a: str, b: str) -> bool:
    """Whether one letter added, dropped, changed or two swapped turn ``a`` into ``b``.

    >>> one_slip("ABCD", "ABC"), one_slip("AB", "ABC"), one_slip("ACB", "ABC"), one_slip("LAA", "ABC")
    (True, True, True, False)
    """
    if a == b or abs(len(a) - len(b)) > 1 or min(len(a), len(b)) < 2:
        return False
    if len(a) == len(b):
        wrong = [i for i in range(len(a)) if a[i] != b[i]]
        if len(wrong) == 1:
            return len(a) > 2
        return (
            len(wrong) == 2 and wrong[1] == wrong[0] + 1 and a[wrong[0]] == b[wrong[1]] and a[wrong[1]] == b[wrong[0]]
        )
    short, long = sorted((a, b), key=len)
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def scheme_of(code: str) -> str | None:
    """The family of a printed or normal code: "LAA EN" of "LAA EN15", "LAA" of "LAA"."""
    p = parts(code)
    family = (p.prefix if p else code).strip(" -./")
    return family or None
