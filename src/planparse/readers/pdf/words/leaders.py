"""Leaders: the dots from an entry of a list of contents to its page number, or from the name of a row to its values.

Those that are drawn rule no rows. Each becomes a word of dots in its line, as those that are typed are. The leaders of
a table say nothing that its columns do not say; they are left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import product

from planparse.readers.pdf.page import Page, Rule, Word
from planparse.readers.pdf.ruled.rules import join_rules
from planparse.readers.pdf.words.lines import Line, line_of, make_lines
from planparse.readers.pdf.words.runs import NEAR_GAP, cut, is_value

_ROMANS = ("".join(r) for n in range(1, 6) for digits in ("ivx", "IVX") for r in product(digits, repeat=n))
_NUMBERS = frozenset([*map(str, range(1000)), *_ROMANS])
"""Page numbers; a set is looked up thrice as fast as a pattern is matched."""
_NEAR = 2.5
"""Heights of a letter between a leader and what stands at its ends."""
_LOW, _HIGH = 0.35, 0.4
"""How far below and above the baseline a leader stands, in heights of a letter."""
_FEW = 2
"""Entries that a list of contents has at least."""
_DOTS = re.compile(r"(?:\.{4,}|…{2,})$")
_APART = 4
"""Dots of a leader at least whose dots stand apart."""


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


def drop_leaders(page: Page) -> None:
    """Takes the leaders of a table from its words: half of those of the page or more lead to several texts, or to a
    number that no page has."""
    if not [w for w in page.words if w.text[-1] in ".…" and (w.text == "." or _DOTS.search(w.text))]:
        return
    led = [found for line in make_lines([w for w in page.words if w.style.angle == 0]) if (found := _led(line))]
    rows = sum(_are_values(behind) for _, behind in led)
    if rows < _FEW or 2 * rows < len(led):
        return
    dots = {id(w) for leader, _ in led for w in leader}
    for word in page.words:
        if id(word) in dots and (kept := len(word.text.rstrip(".…"))):
            letters = page.letters(word)[:kept]
            word.text = word.text[:kept]
            word.x1 = letters[-1][1][2] if letters else word.x1
            dots.remove(id(word))
    page.words = [w for w in page.words if id(w) not in dots]


def _led(line: Line) -> tuple[list[Word], list[Word]] | None:
    """The words of a line that are its leaders or end with them, and those behind the last one; None without such."""
    texts = [w.text for w in line.words]
    found = {n for n, text in enumerate(texts) if _DOTS.search(text)}
    for n, text in enumerate(texts):
        if text == "." and texts[n : n + _APART] == ["."] * _APART:
            found.update(range(n, n + _APART))
    if not found or not texts[0].rstrip(".…"):
        return None
    return [line.words[n] for n in sorted(found)], line.words[max(found) + 1 :]


def _are_values(words: list[Word]) -> bool:
    """Whether these words stand in several columns, or are a number that no page has."""
    runs = cut(line_of(words), NEAR_GAP).runs if words else []
    return len(runs) > 1 or any(is_value(run.text) and run.text not in _NUMBERS for run in runs)


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
