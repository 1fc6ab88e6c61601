"""Rules that are typed, as rows of underscores, dashes or equals signs: they become rules that are drawn."""

from __future__ import annotations

import re

from planparse.readers.pdf.page import Page, Rule, Word

_RULE = re.compile(r"([_=—–-])\1+")
_SHORTEST = 10
"""Letters of such a rule."""
_LOW = 0.15
"""Heights of a letter between the baseline and an underscore below it."""
_MIDDLE = 0.25
"""The same up to a dash above it."""


def take_typed_rules(page: Page) -> None:
    """Makes rules of the lines of a page that are nothing but rules; one beside a text is a space to write in."""
    found = [w for w in page.words if len(w.text) >= _SHORTEST and _RULE.fullmatch(w.text) and w.style.angle == 0]
    if not found:
        return
    typed = {id(w) for w in found}
    bases = {round(w.base) for w in page.words if id(w) not in typed}
    alone = [w for w in found if bases.isdisjoint((round(w.base) - 1, round(w.base), round(w.base) + 1))]
    gone = {id(w) for w in alone}
    page.words = [w for w in page.words if id(w) not in gone]
    page.horizontals = [*page.horizontals, *map(_drawn, alone)]


def _drawn(word: Word) -> Rule:
    below = _LOW if word.text[0] == "_" else -_MIDDLE
    return Rule(word.base + below * word.style.size, word.x0, word.x1)
