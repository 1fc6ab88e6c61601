"""What a line of text is by itself: a figure set large, a caption, running text, or what could be a heading."""

from __future__ import annotations

import re

from planparse.interpret.periods import find_periods, without_periods
from planparse.interpret.values import parse_value
from planparse.model.document import Paragraph
from planparse.model.vocabulary import Vocabulary
from planparse.text import fold

LONGEST = 220
"""Letters of a line that may be a heading or a title."""
CAPTION = re.compile(r"(?:table|figure|fig\.?|chart)\s+[A-Z]?\d|page\s+\d+|\d+$", re.IGNORECASE)
"""How a caption begins; a number alone counts."""
_LEAD_WORDS = 3
"""Words of a line with a colon at its end that is no name."""
ENDS = re.compile(r"[.;,]$")
"""How running text ends, and no heading."""
_FIGURE = re.compile(r"[£$€<>≤≥~]?\s?\d[\d,.]*\s?(?:%|[a-z]+)?")
"""A figure set large, as beside a text: "1,480 km"."""
_FEW = 2
"""Values of a line at least."""
_NO_VALUE = frozenset({"note", "unparsed", "blank"})
_SENTENCE_END = re.compile(r"[a-z]{2}[.!?] [A-Z]")


def is_figure(text: str) -> bool:
    """Whether a heading is but a figure set large, as beside a text.

    >>> [is_figure(text) for text in ("1,480 km", "2026/27", "2 Clean streets")]
    [True, False, False]
    """
    return _FIGURE.fullmatch(text) is not None and not find_periods(text)


def are_values(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line is nothing but values beside each other, one a figure at least: "6% 10% tbc".

    >>> from planparse.interpret.vocabulary import load_vocabulary
    >>> [are_values(text, load_vocabulary()) for text in ("6% 10% tbc", "2 Clean streets", "2025 2026")]
    [True, False, False]
    """
    words = text.split()
    if len(words) < _FEW or not any(c.isdigit() for c in text):
        return False
    number = False
    for word in words:
        status = parse_value(word, vocabulary).status
        if status in _NO_VALUE:
            return False
        number = number or status == "number"
    return number and not find_periods(text)


def heading_text(paragraph: Paragraph) -> str:
    """The heading with its number where the reader took that for a list label."""
    text = fold(paragraph.text)
    return f"{paragraph.marker} {text}" if paragraph.marker and paragraph.marker[:1].isalnum() else text


def is_line(paragraph: Paragraph) -> bool:
    """Short, and no sentence."""
    text = fold(paragraph.text)
    return len(text) <= LONGEST and not ENDS.search(text) and not _SENTENCE_END.search(text)


def may_head(paragraph: Paragraph) -> bool:
    """A line that could be a heading though the source does not say so; no caption, no list item, no bare year, and no
    line that goes on with a text above it."""
    text = paragraph.text.strip()
    goes_on = text[:1].islower() and not text[1:2].isupper()
    if paragraph.marker is not None or goes_on or not is_line(paragraph) or introduces(paragraph):
        return False
    return not CAPTION.match(text) and bool(without_periods(text))


def introduces(paragraph: Paragraph) -> bool:
    """Whether a plain line of several words leads to what stands below it: "These are the measures:"."""
    text = paragraph.text.strip()
    plain = paragraph.heading is None and not paragraph.bold and not any(c.isdigit() for c in text)
    return plain and text.endswith(":") and len(text.split()) >= _LEAD_WORDS
