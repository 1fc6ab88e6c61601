"""Number formats: a value as Excel shows it, so that 0.87 under ``0%`` is ``87%``.

The part of the format language that plans use: sections, digits, thousands,
percent, currency, literals, fractions, dates and times. Anything else falls back to
the plain value.
"""

from __future__ import annotations

import datetime as dt
import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache

Value = str | int | float | bool | dt.datetime | dt.date | dt.time | dt.timedelta | None

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_(?P<pad>.)|\*(?P<fill>.)|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<general>General)|(?P<ampm>AM/PM|A/P)|(?P<date>[yY]+|[mM]+|[dD]+|[hH]+|[sS]+(?:\.0+)?)"
    r"|(?P<digits>(?:[0#?][0#?,]*(?:\.[0#?]*)?|\.[0#?]+),*)|(?P<exponent>[eE][+-]0+)|(?P<other>.)",
    re.S,
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS: tuple[str, ...] = ("January", "February", "March", "April", "May", "June", "July", "August")
_MONTHS += ("September", "October", "November", "December")
_LOCAL = {"mm-dd-yy": "dd/mm/yyyy", "m/d/yy": "dd/mm/yyyy", "m/d/yy h:mm": "dd/mm/yyyy hh:mm"}
"""Formats that Excel stores in American form and shows in the reader's own: here the British."""
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?[\d.]+)")
Token = tuple[str, str]


def shown(value: Value, code: str) -> str:
    """``value`` under the number format ``code``.

    >>> shown(0.87, "0%"), shown(1112.4, '"£"#,##0.00'), shown(-3, "0;(0)")
    ('87%', '£1,112.40', '(3)')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, str):
        return _text(value, code)
    code = _LOCAL.get(code, code)
    if isinstance(value, (dt.datetime, dt.date, dt.time, dt.timedelta)):
        return _moment(value, _tokens(_sections(code)[0]))
    try:
        return _number(Decimal(repr(value)), code)
    except (InvalidOperation, ValueError, OverflowError):
        return general(value)


def general(value: int | float) -> str:
    """As Excel's General: at most eleven significant figures, no trailing noughts."""
    if isinstance(value, int) or (abs(value) < 1e11 and value == int(value)):
        return str(int(value))
    text = f"{value:.10g}" if 1e-5 <= abs(value) < 1e11 else f"{value:.5E}"
    return text


@lru_cache(maxsize=512)
def _sections(code: str) -> tuple[str, ...]:
    """Parts at semicolons that are neither quoted nor escaped."""
    out, part, at = [], "", 0
    for token in _TOKEN.finditer(code):
        if token["other"] == ";":
            out.append(part)
            part = ""
        else:
            part += token[0]
        at = token.end()
    return (*out, part + code[at:])


@lru_cache(maxsize=512)
def _tokens(section: str) -> tuple[Token, ...]:
    return tuple((found.lastgroup or "other", found[0]) for found in _TOKEN.finditer(section))


def _text(value: str, code: str) -> str:
    sections = _sections(code)
    if len(sections) < 4 or "@" not in sections[3]:
        return value
    return "".join(value if text == "@" else _literal(kind, text) for kind, text in _tokens(sections[3]))


def _literal(kind: str, text: str) -> str:
    if kind == "quoted":
        return text[1:-1]
    if kind == "escaped":
        return text[1]
    if kind == "pad":
        return " "
    if kind == "bracket" and text.startswith("[$"):
        return text[2:-1].split("-")[0]
    return text if kind == "other" and text not in "@" else ""


def _number(number: Decimal, code: str) -> str:
    sections = _sections(code)
    chosen, sign = _choose(number, sections)
    tokens = _tokens(chosen)
    kinds = {kind for kind, _ in tokens}
    if "general" in kinds or (not kinds & {"digits", "date"} and "@" in chosen):
        plain = general(float(abs(number) if sign else number))
        return "".join(
            plain if kind == "general" or text == "@" else _literal(kind, text) for kind, text in tokens
        ).strip()
    if "exponent" in kinds or any(text == "/" for _, text in tokens):
        return general(float(number))
    if "digits" not in kinds:
        return "".join(_literal(kind, text) for kind, text in tokens).strip()
    percents = sum(text.count("%") for kind, text in tokens if kind == "other")
    size = abs(number).scaleb(2 * percents)
    body, rounded = _fill_digits(size, tokens)
    minus = "-" if number < 0 and not sign and rounded else ""
    return (minus + body).strip()


def _choose(number: Decimal, sections: tuple[str, ...]) -> tuple[str, bool]:
    """The section for a number, and whether that section shows the sign itself."""
    conditions = [_condition(section) for section in sections[:3]]
    if any(conditions):
        for section, condition in zip(sections, conditions, strict=False):
            if condition is None or _holds(number, *condition):
                return section, condition is not None and number < 0 and condition[0] in ("<", "<=")
        return "General", False
    if len(sections) > 2 and number == 0:
        return sections[2], True
    if len(sections) > 1 and number < 0:
        return sections[1], True
    return sections[0], False


def _condition(section: str) -> tuple[str, Decimal] | None:
    for kind, text in _tokens(section):
        if kind == "bracket" and (found := _CONDITION.fullmatch(text[1:-1])):
            return found[1], Decimal(found[2])
    return None


def _holds(number: Decimal, sign: str, limit: Decimal) -> bool:
    if sign in ("=", "<>"):
        return (number == limit) == (sign == "=")
    return (
        number < limit
        if sign == "<"
        else number > limit
        if sign == ">"
        else (number <= limit if sign == "<=" else number >= limit)
    )


def _fill_digits(size: Decimal, tokens: tuple[Token, ...]) -> tuple[str, bool]:
    """The number in the first place holder with the other tokens around it; also whether it shows more than nought."""
    out: list[str] = []
    done = False
    nonzero = False
    for kind, text in tokens:
        if kind != "digits":
            out.append(_literal(kind, text))
        elif not done:
            done = True
            holder = text.rstrip(",")
            size = size.scaleb(-3 * (len(text) - len(holder)))
            digits, nonzero = _digits(size, holder)
            out.append(digits)
    return "".join(out), nonzero


def _digits(size: Decimal, holder: str) -> tuple[str, bool]:
    whole, _, part = holder.partition(".")
    places = len(part)
    rounded = size.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    ahead, _, behind = f"{rounded:f}".partition(".")
    ahead = ahead.lstrip("0").rjust(whole.replace(",", "").count("0"), "0")
    if "," in whole and ahead:
        ahead = f"{int(ahead):,}".rjust(len(ahead), "0") if ahead.strip("0") else ahead
    optional = len(part) - len(part.rstrip("#?"))
    kept = behind[: places - optional] + behind[places - optional :].rstrip("0")
    return ahead + ("." + kept if "." in holder and (kept or places) else ""), rounded != 0


def _moment(value: dt.datetime | dt.date | dt.time | dt.timedelta, tokens: tuple[Token, ...]) -> str:
    if isinstance(value, dt.timedelta):
        value = dt.datetime(1899, 12, 31) + value
    if not any(kind == "date" for kind, _ in tokens):
        has_time = isinstance(value, dt.datetime) and value.time() != dt.time()
        if isinstance(value, dt.time):
            return value.strftime("%H:%M")
        return f"{value:%d/%m/%Y %H:%M}" if has_time else f"{value:%d/%m/%Y}"
    twelve = any(kind == "ampm" for kind, _ in tokens)
    out: list[str] = []
    last = ""
    for at, (kind, text) in enumerate(tokens):
        if kind == "date":
            name = text[0].lower()
            minutes = name == "m" and (last in ("h", "[h") or _next_date(tokens, at).startswith("s"))
            out.append(_part(value, "n" * len(text) if minutes else text.lower(), twelve))
            last = name
        elif kind == "ampm":
            out.append("AM" if getattr(value, "hour", 0) < 12 else "PM")
        elif kind == "bracket" and text.lower() in ("[h]", "[hh]"):
            out.append(str(getattr(value, "hour", 0)))
            last = "h"
        else:
            out.append(_literal(kind, text))
    return "".join(out).strip()


def _next_date(tokens: tuple[Token, ...], at: int) -> str:
    return next((text.lower() for kind, text in tokens[at + 1 :] if kind == "date"), "")


def _part(value: dt.datetime | dt.date | dt.time, text: str, twelve: bool) -> str:
    wide = len(text) > 1
    if text[0] in "ymd" and isinstance(value, dt.date):
        if text[0] == "y":
            return f"{value.year:04d}" if len(text) > 2 else f"{value.year % 100:02d}"
        if text[0] == "m":
            name = _MONTHS[value.month - 1]
            full = {3: name[:3], 4: name, 5: name[0]}
            return full.get(len(text), f"{value.month:02d}" if wide else str(value.month))
        day = _DAYS[value.weekday()]
        return {3: day[:3]}.get(len(text), day) if len(text) > 2 else f"{value.day:02d}" if wide else str(value.day)
    hour = getattr(value, "hour", 0)
    number = {"h": (hour % 12 or 12) if twelve else hour, "n": getattr(value, "minute", 0)}.get(
        text[0], getattr(value, "second", 0)
    )
    return f"{number:02d}" if wide else str(number)
