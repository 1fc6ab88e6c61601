"""The tree of a page, built by lexbor: the HTML standard's own rules for wrong markup, and the fastest at hand.

lxml's HTML parser drops everything below depth 255 without a word, and the one
of the standard library nests cells that have no end tag.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING

from planparse.errors import LimitExceeded

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

MAX_DEPTH = 25_000
"""Open elements; the parser's time grows with the square of the depth (0.4 s at 20,000)."""
MAX_ATTRIBUTES = 25_000
"""Attributes of one tag, or more of them in several tags: the parser's time grows with their square too."""

_NOT_NESTING = (
    "t[dhr]|t(?:body|head|foot)|p|li|d[dt]|option|br|hr|img|input|col|meta|link|wbr|base|area|source|embed|param"
)
_NESTING = re.compile(rf"<(/?)(?!(?:{_NOT_NESTING})[\s/>])[a-zA-Z](?:[^<>]*[^<>/])?>", re.I)
UNREAD = frozenset({"script", "style", "template", "head", "title", "iframe", "object", "video", "audio", "canvas"})
"""Elements whose content no reader of the page sees as text."""


def parse(text: str) -> LexborHTMLParser:
    """Raises ``LimitExceeded`` for nesting and attributes that only an attack has."""
    from selectolax.lexbor import LexborHTMLParser, SelectolaxError

    pieces = text.split("<")
    if len(pieces) > MAX_DEPTH // 2:
        steps = (1 if not closing else -1 for closing in _NESTING.findall(text))
        if sum(accumulate(steps, lambda depth, step: max(0, depth + step))) > MAX_DEPTH**2 // 2:
            raise LimitExceeded(f"the page has more than {MAX_DEPTH} open elements inside each other")
    squares = sum(
        len(piece.split(">", 1)[0].split()) ** 2 for piece in pieces if len(piece) > 2_000 and piece[0].isalpha()
    )
    if squares > MAX_ATTRIBUTES**2:
        raise LimitExceeded(f"a tag of the page has more than {MAX_ATTRIBUTES} attributes")
    try:
        return LexborHTMLParser(text)
    except SelectolaxError as error:  # it reads whatever it is given, as far as its memory reaches
        raise MemoryError from error


def text_below(node: LexborNode) -> str:
    """All text below a node that could be read, white space folded."""
    words: list[str] = []
    below = node.first_child
    above: list[LexborNode] = []
    while below is not None or above:
        if below is None:
            below = above.pop().next
            continue
        if below.tag == "-text":
            words.append(below.text_content or "")
        elif below.tag not in UNREAD and below.first_child is not None:
            words.append(" ")
            above.append(below)
            below = below.first_child
            continue
        below = below.next
    return " ".join("".join(words).split())
