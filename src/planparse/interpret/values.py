"""The cell of an indicator's row -> status, number, unit and qualifier."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from planparse.model.plan import Number, Qualifier, ValueStatus
from planparse.model.vocabulary import Vocabulary

_NUMBER = (
    r"[-−–+]?\s?\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?|[-−–+]?\s?\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?"  # 1,24,560 is 124560
    r"|[-−–+]?\s?\d+(?:\.\d+)?|[-−–+]?\s?\.\d+"
)
_R = r"(?-i:R)(?=\s?(?:\d{1,3}(?:[,\ ]\d{3})+|\d+(?:\.\d+)?\s?(?:bn|billion|m|million))(?![\w²³]))"
"""The sign of the rand, before a number that no code has: "R18,450", "R2.5m"."""
_RAND = "rand"
_VALUE = re.compile(
    rf"""
    (?P<qual>[<>]=?|[≤≥±~≈]|\+/-|(?:no\s+|not\s+)?(?:less|fewer|more|greater|higher|lower)\s+than|at\s+or\s+(?:above|below)|min(?:imum)?(?:\s+of)?|max(?:imum)?(?:\s+of)?|under|over|up\s+to|at\s+(?:least|most)|below|above|exactly|circa|about|around|c\.|approx(?:imately|\.)?)?\s*
    (?P<money>[-−]?\s?(?:[£$€₹]|{_R}))?\s*
    (?P<number>{_NUMBER})
    \s*(?:(?P<scale>bn|billion|m|million|k|thousand|lakhs?|crores?)(?![a-z²³/\d]))?
    \s*(?P<unit>%(?:\s*%)*|per\s[\d,]+(?:\s[^\W\d_][\w\s]{{0,20}})?|(?!(?:or|and|minimum|maximum)\b)[^\W\d_][\w./\s²³]{{0,24}}?)?
    \s*(?P<behind>[<>]=?|[≤≥±]|\+|(?:or|and)\s+(?:more|above|over|higher|greater|less|fewer|lower|below|under)|minimum|max(?:imum)?)?
    \s*(?P<marks>[*†‡§¶^#]*)
    \s*(?P<year>\(\s*(?:as\s+at\s+)?[^()]*(?:19|20)?\d\d[^()]*\)|\((?:[a-jln-z]|provisional|unaudited|est\.?|estimated?|revised|n=[\d,]+|\d+\s*-\s*\d+)\))?
    \s*(?P<marks2>[*†‡§¶^#]*)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_RATIO = re.compile(
    r"(?P<a>\d+(?:\.\d+)?)\s*:\s*(?P<b>\d+(?:\.\d+)?)"
    r"\s*[*†‡§¶^#]*\s*(?:\((?:[a-jln-z]|provisional|unaudited|est\.?|estimated?|revised)\))?\s*[*†‡§¶^#]*",
    re.IGNORECASE,
)
_RANGE = re.compile(
    rf"[£$€]?\s*(?:{_NUMBER})\s*%?\s*(?:-|–|to)\s*[£$€]?\s*(?:{_NUMBER})\s*(?:%|[a-z ]{{0,12}})", re.IGNORECASE
)
_RATE = re.compile(r"per (?!cent\b)")
_ERROR = re.compile(r"#(?:N/A|REF!|DIV/0!|VALUE!|NAME\?|NULL!|NUM!)", re.IGNORECASE)
_SCALES = {
    "bn": 9,
    "billion": 9,
    "crore": 7,
    "crores": 7,
    "m": 6,
    "million": 6,
    "lakh": 5,
    "lakhs": 5,
    "k": 3,
    "thousand": 3,
}
_QUALIFIERS: dict[str, Qualifier] = {
    "<": "<",
    "<=": "<=",
    ">": ">",
    ">=": ">=",
    "≤": "<=",
    "≥": ">=",
    "±": "+/-",
    "+/-": "+/-",
    "~": "~",
    "≈": "~",
    "circa": "~",
    "about": "~",
    "around": "~",
    "c.": "~",
    "approx": "~",
    "approx.": "~",
    "approximately": "~",
    "under": "<",
    "below": "<",
    "less than": "<",
    "fewer than": "<",
    "over": ">",
    "above": ">",
    "more than": ">",
    "greater than": ">",
    "higher than": ">",
    "lower than": "<",
    "at or above": ">=",
    "at or below": "<=",
    "up to": "<=",
    "at most": "<=",
    "at least": ">=",
    "+": ">=",
    **dict.fromkeys(["min", "minimum", "min of", "minimum of"], ">="),
    **dict.fromkeys(["max", "maximum", "max of", "maximum of"], "<="),
    **{f"{no} {word} than": "<=" for no in ("no", "not") for word in ("more", "greater", "higher")},
    **{f"{no} {word} than": ">=" for no in ("no", "not") for word in ("less", "fewer", "lower")},
    **{f"{join} {word}": ">=" for join in ("or", "and") for word in ("more", "above", "over", "higher", "greater")},
    **{f"{join} {word}": "<=" for join in ("or", "and") for word in ("less", "fewer", "below", "under", "lower")},
}


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a cell says. ``number`` is None unless ``status`` is ``number``."""

    status: ValueStatus
    number: Number | None = None
    unit: str | None = None
    qualifier: Qualifier | None = None
    oddity: str | None = None
    """A code for what is odd about a value that was understood all the same: ``doubled-unit``."""


@lru_cache(maxsize=4096)
def parse_value(text: str, vocabulary: Vocabulary) -> Parsed:
    """One folded cell text.

    The exact digits decide: "88%" is the whole number 88, "6.20" is 6.2. A range or
    a spreadsheet error is ``unparsed``; words that are no placeholder are a ``note``.
    """
    if not text:
        return Parsed("blank")
    key = _key(text)
    placeholder = _placeholder(key, vocabulary)
    if placeholder is not None:
        return Parsed(placeholder)
    m = _RATIO.fullmatch(text)
    ratio = _ratio(m) if m else None
    if ratio is not None:
        return Parsed("number", ratio, "ratio")
    m = _VALUE.fullmatch(text)
    if m:
        parsed = _number(m, vocabulary)
        if parsed is not None:
            return parsed
    if _ERROR.fullmatch(text) or _RANGE.fullmatch(text) or not any(c.isalpha() for c in text):
        return Parsed("unparsed")
    if _is_tbc_phrase(key):
        return Parsed("tbc")
    begins_with_number = re.match(rf"[<>≤≥±~]?\s?[£$€]?(?:{_NUMBER})", text) is not None
    return Parsed("unparsed" if begins_with_number and len(text.split()) <= 4 else "note")


def is_words(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text is no value and none of the words that stand in place of one."""
    return parse_value(text, vocabulary).status == "note" and _placeholder(_key(text), vocabulary) is None


def _key(text: str) -> str:
    return text.casefold().strip().strip(".").strip() or text


def _placeholder(key: str, vocabulary: Vocabulary) -> ValueStatus | None:
    return vocabulary.placeholders.get(key) or vocabulary.placeholders.get(key.rstrip(" *†‡§¶:;"))


def _is_tbc_phrase(key: str) -> bool:
    """Whether a placeholder stands with at most three further words: "tbc by September", "baseline tbc"."""
    words = re.findall(r"[\w/.]+", key)
    short = ("tbc", "tba", "tbd")
    return len(words) <= 4 and any(w.strip(".") in short for w in words) and not any(c.isdigit() for c in key)


def _ratio(m: re.Match[str]) -> Number | None:
    left, right = float(m["a"]), float(m["b"])
    return _plain(m["a"]) if right == 1 else (round(left / right, 6) if right else None)


def _plain(digits: str) -> Number:
    """A number without a needless fraction: 88 for "88" and "88.0"."""
    value = float(digits)
    return int(value) if value.is_integer() and abs(value) < 1e15 else value


def _number(m: re.Match[str], vocabulary: Vocabulary) -> Parsed | None:
    digits = m["number"].replace(",", "").replace("−", "-").replace("–", "-")
    digits = re.sub(r"\s", "", digits)
    if len(digits) > 18:
        return None
    money, unit_text = (m["money"] or "").strip(), (m["unit"] or "").strip().casefold()
    if money[:1] in "-−" and money:
        digits = "-" + digits.lstrip("+-")
    scale = _SCALES.get((m["scale"] or "").casefold(), 0)
    unit, oddity = None, None
    if unit_text.startswith("%"):
        unit, oddity = "percent", "doubled-unit" if unit_text.count("%") > 1 else None
    elif unit_text:
        unit = vocabulary.units.get(unit_text.strip(". ")) or ("rate" if _RATE.match(unit_text) else None)
        if unit is None:
            return None
    if money:
        unit = vocabulary.units.get(_RAND if money[-1] == "R" else money[-1])
    front, behind = (m["qual"] or "").casefold(), (m["behind"] or "").casefold()
    qualifier = _QUALIFIERS.get(" ".join((front or behind).split()))
    number = _scaled(digits, scale)
    return Parsed("number", number, unit, qualifier, oddity)


def _scaled(digits: str, power: int) -> Number:
    """Shifts the decimal point, so that "1.1m" is exactly 1100000."""
    if not power:
        return _plain(digits)
    from decimal import Decimal

    return _plain(str(Decimal(digits).scaleb(power)))
