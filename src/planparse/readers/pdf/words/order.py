"""Pages drawn in no order, as some programs split and sort what they print: their words put in that of the page."""

from __future__ import annotations

from itertools import pairwise

from planparse.readers.pdf.page import Page
from planparse.readers.pdf.words.lines import make_lines

_SHUFFLED = 0.2
"""Share of the words that stand well above the one before them where a page is drawn in no order."""


def put_in_order(page: Page) -> None:
    """Puts the words of a page that is drawn in no order line by line; pieces of one may touch there."""
    words = page.words
    ups = sum([b.base < a.base - 2 * a.style.size for a, b in pairwise(words)])
    if ups <= _SHUFFLED * len(words):
        return
    level = [w for w in words if w.style.angle == 0]
    lines = make_lines(level) if level else []
    page.words = [*(w for line in lines for w in line.words), *(w for w in words if w.style.angle != 0)]
    page.glued = True
