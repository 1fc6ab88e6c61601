"""Leaders that are drawn: the dashes or dots of a list of contents, from an entry to its page number.

They rule no rows. Each becomes a word of dots in its line, as leaders that are typed are.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import product

from planparse.readers.pdf.page import Page, Rule, Word
from planparse.readers.pdf.ruled.rules import join_rules

_ROMANS = ("".join(r) for n in range(1, 6) for digits in ("ivx", "IVX") for r in product(digits, repeat=n))
_NUMBERS = frozenset([*map(str, range(1000)), *_ROMANS])
"""Page numbers; a set is looked up thrice as fast as a pattern is matched."""
_NEAR = 2.5
"""Heights of a letter between a leader and what stands at its ends."""
_LOW, _HIGH = 0.35, 0.4
"""How far below and above the baseline a leader stands, in heights of a letter."""
_FEW = 2
"""Entries that a list of contents has at least."""


def add_leaders(page: Page) -> None:
    """Puts a word of dots in place of each leader."""
    numbers = [w for w in page.words if w.text in _NUMBERS and w.style.angle == 0] if page.horizontals else []
    drawn = sorted(page.horizontals) if len(numbers) >= _FEW else []
    if len([w for w in numbers if _led_to(w, drawn)]) < _FEW:
        return
    rules = join_rules(page.horizontals)
    words = sorted([w for w in page.words if w.style.angle == 0], key=lambda w: w.base)
    bases = [w.base for w in words]
    found: dict[int, tuple[Rule, Word]] = {}
    for number in numbers:
        level = words[bisect_left(bases, number.base - 1) : bisect_right(bases, number.base + 1)]
        for rule in _led_to(number, rules):
            if any(_leads(w, rule) for w in level):
                found[id(number)] = (rule, number)
    if len(found) < _FEW:
        return
    leaders = [rule for rule, _ in found.values()]
    page.horizontals = [r for r in page.horizontals if not any(_part_of(r, leader) for leader in leaders)]
    page.words = [w for word in page.words for w in (*_dots(found.get(id(word))), word)]


def _led_to(number: Word, rules: list[Rule]) -> list[Rule]:
    """Those of the sorted rules that end right before this word, at the height of a leader."""
    size, base = number.style.size, number.base
    near = rules[bisect_left(rules, (base - _HIGH * size,)) : bisect_right(rules, (base + _LOW * size,))]
    return [rule for rule in near if 0 <= number.x0 - rule.end + 1 < _NEAR * size]


def _leads(word: Word, rule: Rule) -> bool:
    """Whether the rule begins behind this word."""
    return -1 <= rule.start - word.x1 < _NEAR * word.style.size and rule.end - rule.start > 2 * word.style.size


def _part_of(rule: Rule, leader: Rule) -> bool:
    return abs(rule.at - leader.at) < 1 and leader.start - 1 <= rule.start and rule.end <= leader.end + 1


def _dots(leader: tuple[Rule, Word] | None) -> list[Word]:
    if leader is None:
        return []
    rule, number = leader
    return [Word("....", rule.start, number.top, rule.end, number.bottom, number.base, number.style)]
