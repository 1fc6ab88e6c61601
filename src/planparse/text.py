"""Characters and words: pure functions from text to text.

``clean`` is for readers: it settles characters and keeps line breaks. ``fold``
is for values: one line, detached ordinals rejoined.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

BULLETS = "•·◦▪▫■□●○▸▹➤➣»›‣⁃∙\u25c6\u25c7\u27a2\u2756\uf0b7\uf0a7\uf076\uf0d8\uf0a8\uf0fc\uf02d"
"""Glyphs that begin a list item; the last ones are those of symbol fonts in the private use area."""

_DROP = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c"
_TABLE: dict[int, str | None] = {ord(c): None for c in _DROP}
_TABLE |= {c: None for c in range(32) if c not in (9, 10, 11, 12, 13)} | {
    c: None for c in range(0x7F, 0xA0) if c != 0x85
}
_TABLE |= {
    ord(c): " "
    for c in "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
}
_TABLE |= {0x0B: "\n", 0x0C: "\n", 0x85: "\n", 0x2028: "\n", 0x2029: "\n", 0x2011: "-", 0xFFFD: "\ufffd"}
_TABLE |= dict.fromkeys(range(0xD800, 0xE000), "\ufffd")  # Halves of characters; no UTF-8 holds them.
_TABLE |= {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_ORDINAL = re.compile(r"(?<![\w.,])(\d*(?:1 ?st|2 ?nd|3 ?rd|[04-9] ?th|1[1-3] ?th))(?=\W|$)")
_UNFINISHED = re.compile(
    r"(?:[,;(/&–-]|\b(?:a|an|and|against|any|among|are|as|at|be|because|been|between|both|but|by|could|during|for|from|has|have|in|including|into|is|its|level|no|not|of|on|onto|or|our|per|should|such|than|that|the|their|these|this|those|through|to|towards|under|until|upon|via|was|were|when|where|whether|which|while|who|whose|will|with|within|without|would))$",
    re.IGNORECASE,
)
_FORMULA = re.compile(r"'*[=@\t\r\uff1d\uff20\uff0b\uff0d+-]")
_NUMERIC = re.compile(r"[+-]?[£$€]?\d[\d.,  ]*%?|[+-]")


def clean(text: str) -> str:
    """NFC; soft hyphens, zero-width, direction and control marks dropped; odd blanks made plain; ligatures opened.

    Line breaks are kept as newlines and tabs as tabs.

    >>> clean("of\\ufb01ce\\u00a0\\u00adhours")
    'office hours'
    """
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_TABLE)
    return text if text.isascii() else unicodedata.normalize("NFC", text)


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """One line: white space folded, detached ordinals rejoined.

    >>> fold("a 2 nd  or\\nsubsequent plan")
    'a 2nd or subsequent plan'
    """
    folded = " ".join(text.split())
    if " st" in folded or " nd" in folded or " rd" in folded or " th" in folded:
        folded = _ORDINAL.sub(lambda m: m[1].replace(" ", ""), folded)
    return text if folded == text else folded  # the same text is kept once


@lru_cache(maxsize=4096)
def squash(text: str) -> str:
    """A key for comparing labels: folded, case-folded, without punctuation at the ends.

    >>> squash("  Key  Milestones: ")
    'key milestones'
    """
    return fold(text).casefold().strip(" :;.,-–—*•")


_TAG = re.compile(
    r"</?(?:ul|ol|li|p|br|b|i|u|em|strong|span|div|font|td|tr|table|sup|sub)\b[^<>]{0,200}/?>", re.IGNORECASE
)
_BULLET = re.compile(rf"(?:^|(?<=\s))[{BULLETS}](?=\s|\w)\s*")
_LONGEST_ITEM = 7
_ITEM = re.compile(r"\(?(?:[a-z]|\d{1,2}|[ivx]{1,4})[.)]")
_MARKER = re.compile(
    r"\s*(?P<marker>\(?(?:[a-z]|[A-Z]|[ivx]{1,4}|[IVX]{1,4}|\d{1,2}(?:\.\d{1,2}){0,2})(?:[.)](?=\s|$|[A-Z%])|\)))\s*(?=\S|$)"
)


def strip_markup(text: str) -> tuple[str, list[str]]:
    """The text without leaked tags, and those tags.

    >>> strip_markup('<ul style="x">• One<br>• Two')
    (' • One • Two', ['<ul style="x">', '<br>'])
    """
    if "<" not in text:
        return text, []
    tags = _TAG.findall(text)
    return _TAG.sub(" ", text), tags


def split_bullets(text: str) -> list[str]:
    """The items of a text in which bullets stand run together; the whole text where there is no bullet.

    >>> split_bullets("• One • Two, three")
    ['One', 'Two, three']
    """
    return [item for item in (fold(part) for part in _BULLET.split(text)) if item]


def split_marker(text: str) -> tuple[str | None, str]:
    """A list label in front and the rest: letters, roman or decimal numbers, with a full stop or brackets.

    >>> split_marker("a. Review"), split_marker("1.2) Review"), split_marker("A review")
    (('a.', 'Review'), ('1.2)', 'Review'), (None, 'A review'))
    """
    m = _MARKER.match(text)
    return (m["marker"], text[m.end() :]) if m else (None, text)


def are_counted(texts: Sequence[str]) -> bool:
    """Whether texts are numbers or letters that follow each other, and nothing else.

    >>> are_counted(["a", "b", "c"]), are_counted(["4", "5"]), are_counted(["1", "3"]), are_counted(["a"])
    (True, True, False, False)
    """
    if len(texts) < 2 or not all(t.isascii() and (t.isdigit() or (len(t) == 1 and t.isalpha())) for t in texts):
        return False
    places = [int(t) if t.isdigit() else ord(t) for t in texts]
    return all(b - a == 1 for a, b in pairwise(places))


def is_item(text: str) -> bool:
    """Whether a text is the label of an item of a list and nothing else.

    >>> is_item("a)"), is_item("iv."), is_item("a) Review"), is_item("12")
    (True, True, False, False)
    """
    return len(text) <= _LONGEST_ITEM and _ITEM.fullmatch(text) is not None


def is_unfinished(text: str) -> bool:
    """Whether a sentence plainly goes on: it ends in a comma, an open bracket or a small word."""
    return _UNFINISHED.search(text) is not None or text.count("(") > text.count(")")


def bare_marker(marker: str) -> str | None:
    """The label without its punctuation: ``a`` of ``a.`` or ``(a)``; None for a bullet.

    >>> bare_marker("(a)"), bare_marker("•")
    ('a', None)
    """
    bare = marker.strip(" ().:[]")
    return bare if any(c.isalnum() for c in bare) and not all(c in BULLETS for c in bare) else None


def guard_formula(text: str) -> str:
    """``text`` with an apostrophe in front where a spreadsheet would run it as a formula; numbers stay as they are.

    Taking one apostrophe away from each text that ``is_guarded`` gives back the texts exactly.

    >>> [guard_formula(t) for t in ("=1+1", "-5%", "-", "@sum", "-2+cmd", "'=1", "it's")]
    ["'=1+1", '-5%', '-', "'@sum", "'-2+cmd", "''=1", "it's"]
    """
    if _FORMULA.match(text) and not _NUMERIC.fullmatch(text):
        return "'" + text
    return text


def is_guarded(text: str) -> bool:
    """Whether ``guard_formula`` put the apostrophe in front of ``text``."""
    return text[:1] == "'" and guard_formula(text[1:]) == text


def without_guard(text: str) -> str:
    """``text`` as it was before ``guard_formula``.

    >>> [without_guard(t) for t in ("'=1+1", "-5%", "'tis", "''=1")]
    ['=1+1', '-5%', "'tis", "'=1"]
    """
    return text[1:] if is_guarded(text) else text
