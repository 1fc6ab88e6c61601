"""Texts compared as readers compare them: what counts as the same, and which words went and came."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from planparse.model.change import WordOp

Words = tuple[tuple[WordOp, str], ...]

LEAST_IN_COMMON = 0.5
"""Below this share of common words the old and the new text are shown whole, not woven together."""

_MOST_TOKENS = 1_500
_RANGE = re.compile(r"(?<=\d)\s*[-\u2010-\u2015\u2212]\s*(?=\d)")
_THOUSANDS = re.compile(r"(?<=\d)[ ,](?=\d{3}(?!\d))")
_DIGITS_APART = re.compile(r"(?<=\d)\s+(?=\d)")
_DROP = re.compile(
    r"[./:-](?!\d)"  # not inside a number
    r"|(?<=[^\W\d])[./:-]"  # after a letter: well-being, No.5
    r"|[\s!\"#'()*,;?@\[\\\]^_`{}]"
)
_KEPT = "£€±≤≥⁄"
_WORD = re.compile(r"[^\W_]+(?:['’.,][^\W_]+)*|\s+|.", re.DOTALL)


@lru_cache(maxsize=16_384)
def bare(text: str) -> str:
    """A key: two texts with the same key differ only in typography (case, space, quotes, dashes, full stops).

    Figures keep their decimal point, ranges and signs.

    >>> bare("Re-offending  rate (16–18), %") == bare("re-offending rate 16-18 %")
    True
    >>> bare("6.2%") == bare("62%"), bare("-5") == bare("5"), bare("1,200") == bare("1200")
    (False, False, True)
    """
    text = unicodedata.normalize("NFKC", text).casefold().replace("&", " and ").replace("\u2212", "-")
    text = _DIGITS_APART.sub("|", _THOUSANDS.sub("", _RANGE.sub("-", text)))
    if not text.isascii():
        text = "".join(c for c in text if c.isascii() or unicodedata.category(c)[0] not in "PZCS" or c in _KEPT)
    return _DROP.sub("", text)


def same_but_typography(before: str, after: str) -> bool:
    return before == after or bare(before) == bare(after)


def word_changes(before: str, after: str) -> Words:
    """The two texts as one run of kept ``=``, gone ``-`` and new ``+`` pieces.

    The pieces without ``+`` joined give ``before``, those without ``-`` give
    ``after``. Texts with less than half in common are given whole.

    >>> word_changes("by March 2017", "by June 2017")
    (('=', 'by '), ('-', 'March'), ('+', 'June'), ('=', ' 2017'))
    """
    if before > after:  # one direction only, so that the comparison of (b, a) mirrors that of (a, b)
        return _turned(word_changes(after, before))
    old, new = _WORD.findall(before), _WORD.findall(after)
    whole = _in_order([("-", before), ("+", after)])
    if len(old) + len(new) > _MOST_TOKENS:
        return whole
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, old, new, autojunk=False)
    blocks = matcher.get_matching_blocks()
    common = sum(1 for block in blocks for token in old[block.a : block.a + block.size] if not token.isspace())
    total = sum(not t.isspace() for t in old) + sum(not t.isspace() for t in new)
    if 2 * common < LEAST_IN_COMMON * total:
        return whole
    pieces: list[tuple[str, str]] = []
    for op, a0, a1, b0, b1 in matcher.get_opcodes():
        gone, came = "".join(old[a0:a1]), "".join(new[b0:b1])
        pieces += [("=", gone)] if op == "equal" else [("-", gone), ("+", came)]
    return _in_order(pieces)


def _turned(words: Words) -> Words:
    """The same pieces read the other way: what went came, and stands behind what now goes."""
    out: list[tuple[WordOp, str]] = []
    for op, text in words:
        if op == "+" and out and out[-1][0] == "+":
            out.insert(-1, ("-", text))
        else:
            out.append(("+", text) if op == "-" else ("-", text) if op == "+" else (op, text))
    return tuple(out)


def _in_order(pieces: list[tuple[str, str]]) -> Words:
    """Runs between kept words gathered: first what went, then what came. Blanks alone part no runs."""
    out: list[tuple[WordOp, str]] = []
    gone = came = ""
    last = len(pieces) - 1
    for at, (op, text) in enumerate(pieces):
        between = op == "=" and text.isspace() and (gone or came) and at < last
        if op == "-" or between:
            gone += text
        if op == "+" or between:
            came += text
        if op == "=" and not between and text:
            out += _settle(gone, came)
            out.append(("=", text))
            gone = came = ""
    return _joined(out + _settle(gone, came))


def _settle(gone: str, came: str) -> list[tuple[WordOp, str]]:
    """The blanks that both begin or end with belong to what is kept."""
    if not gone or not came:
        return [(op, text) for op, text in _ops(gone, came) if text]
    head = len(gone) - len(gone.lstrip())
    head = head if gone[:head] == came[:head] and came[:head].isspace() else 0
    kept, gone, came = gone[:head], gone[head:], came[head:]
    tail = len(gone) - len(gone.rstrip())
    tail = tail if tail and gone[-tail:] == came[-tail:] else 0
    end = gone[len(gone) - tail :]
    gone, came = gone[: len(gone) - tail], came[: len(came) - tail]
    pieces: list[tuple[WordOp, str]] = [("=", kept), *_ops(gone, came), ("=", end)]
    return [(op, text) for op, text in pieces if text]


def _ops(gone: str, came: str) -> list[tuple[WordOp, str]]:
    return [("-", gone), ("+", came)]


def _joined(pieces: list[tuple[WordOp, str]]) -> Words:
    out: list[tuple[WordOp, str]] = []
    for op, text in pieces:
        if out and out[-1][0] == op:
            out[-1] = (op, out[-1][1] + text)
        else:
            out.append((op, text))
    return tuple(out)
