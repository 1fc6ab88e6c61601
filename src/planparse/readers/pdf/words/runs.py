"""Lines cut at wide gaps, and the white columns that many lines share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass
from itertools import pairwise

from planparse.readers.pdf.page import Word
from planparse.readers.pdf.words.lines import Line, words_text
from planparse.text import BULLETS, is_item

Span = tuple[float, float]

NEAR_GAP = 0.8
"""Least gap between two runs, in heights of a letter, where rules say that there is a table."""
FREE_GAP = 1.2
"""The same where nothing but the words says so."""
PARTED = 0.36
"""Heights of a letter that two words of different columns stand apart; words of one text stand closer."""
FAR_GAP = 3.0
"""Gap that no two words of one text leave, in heights of a letter."""
_PAGE_NUMBER = re.compile(r"(?:page\s+)?\d{1,3}(?:\s*(?:/|of)\s*\d{1,3})?", re.I)
_FULL, _WIDER = 0.5, 1.8
"""Heights of a letter, and times the white between the words of a text, from its end to the next column where it fills
its own."""
_TOUCHING = 0.2
"""Heights of a letter between a text that fills its column and a value in the next one, at least."""
_SEVERAL, _EVEN = 4, 0.3
"""Words of a line that is stretched, and points by which its blanks may differ."""
_SMALL = 0.95
"""Times the size of the rows of a table; a running foot is set smaller."""
_ITEM = 2.2
"""Heights of a letter from the label of a list item to its text."""
_CURRENCIES = ("$", "£", "€")
_FIGURE = re.compile(r"[(+−-]?[$£€]?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d*\.\d+|\d{1,3})%?\)?")
_LEVEL = 3
"""Lines in which figures end at one place; in fewer they may stand so by chance."""
_LEADER = re.compile(r"(?:[._…·]\s?){4,}")
_LIST_LABEL = re.compile(r"(?:\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]|\d{1,2}(?:\.\d{1,2})*\.?)$", re.I)
_ITEM_LABEL = re.compile(r"\(?(?:[a-z]|[ivx]{2,4})[.)]|[–-]", re.I)
_CODE = re.compile(r"[A-Z]{0,6}[ ./-]?\d{1,4}(?:\.\d{1,3})*[a-z]?\.?|[A-Z]{1,6}[ ./-]?\d{1,3}-\d{1,3}[a-z]?")
_LONGEST = 6
"""Letters of such a label."""
_YEAR = re.compile(
    r"(?:Q[1-4] ?|FY ?)?(?:19|20)\d\d(?:\s?[-–/]\s?(?:\d\d|\d{4}))?|\d\d\s?[-–/]\s?\d\d|FY ?'?\d\d|Q[1-4]"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}[ -]'?(?:20)?\d\d"
)
_YEARS = re.compile(r"(?:19|20)\d\d[/–-]\d\d(?:\d\d)?")
_DATE = re.compile(
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?,?\s(?:19|20)\d\d"
    r"|\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d\d|Q[1-4]\s(?:19|20)\d\d(?:[-–/]\d\d)?"
)
_VALUE = re.compile(
    r"[<>≤≥~+±(−-]*[£$€]?\s?[+−-]?(?:\d[\d.,:/ ]*|\.\d+)\s?[)*†‡§¶]*"
    r"(?:%|k|m|bn|p|secs?|seconds?|mins?|minutes?|hours?|days?|weeks?|months?|years?|pp)?[)*]*"
    r"(?:\s?\([+-]?[\d.,]+\s?%?\))?"
    r"|[-–—.…]+|n\.?/?a\.?\.?|tb[cads]\.?|yes|no|[✓✗√xX]|nil|to be (?:set|confirmed|agreed)",
    re.I,
)


@dataclass(slots=True)
class Run:
    """Words of one line that stand close together."""

    words: list[Word]

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return self.words[-1].x1

    @property
    def text(self) -> str:
        return words_text(self.words)


@dataclass(slots=True)
class Row:
    """A line cut into runs."""

    line: Line
    runs: list[Run]


def cut(line: Line, gap: float) -> Row:
    """The line cut wherever two words stand further apart than ``gap`` times the letters' size.

    The runs are made once for each ``gap``: they are to be left as they are.
    """
    runs = line.cuts.get(gap)
    if runs is None:
        runs = line.cuts[gap] = _runs(line, gap)
    return Row(line, runs)


def _runs(line: Line, gap: float) -> list[Run]:
    limit = gap * line.style.size
    words = line.words
    cuts = [n for n, (a, b) in enumerate(pairwise(words), 1) if b.x0 - a.x1 > limit]
    if not cuts:
        return [Run(words[:])]
    runs = [Run(words[a:b]) for a, b in pairwise([0, *cuts, len(words)])]
    if len(runs) == len(words) > _SEVERAL and _is_stretched(words):
        return [Run(list(words))]
    for n in range(len(runs) - 2, -1, -1):
        if is_label(runs[n].text) and (n == 0 or _is_beside(runs[n], runs[n + 1])):
            runs[n].words = runs[n].words + runs.pop(n + 1).words
    signs = [n for n, (a, b) in enumerate(pairwise(runs)) if _is_sign(a, b)]
    for n in reversed(signs if len(signs) > 1 else []):  # a single one may be the unit in a column of its own
        runs[n].words = runs[n].words + runs.pop(n + 1).words
    return runs


def _is_stretched(words: list[Word]) -> bool:
    """Whether a line is one text, stretched to the width of its column: all blanks of it are as wide, while its words
    are not, and most of them are in small letters, as names of columns are not."""
    gaps = [b.x0 - a.x1 for a, b in pairwise(words)]
    wide = [w.x1 - w.x0 for w in words]
    small = 2 * sum(w.text[0].islower() for w in words) >= len(words)
    return small and max(gaps) - min(gaps) < _EVEN and max(wide) - min(wide) > words[0].style.size


def parted_at(row: Row, places: Container[int]) -> Row:
    """The line, with a text that fills its column parted before a word that begins at one of these places, in points,
    as the white before it is wider than that between the words of the text."""
    runs: list[Run] = []
    for run in row.runs:
        pairs = list(pairwise(run.words))
        usual = sorted(b.x0 - a.x1 for a, b in pairs)[len(pairs) // 3] if len(pairs) > 2 else float("inf")
        least = max(_FULL * row.line.size, _WIDER * usual)
        wide = [(n, a) for n, (a, b) in enumerate(pairs, 1) if b.x0 - a.x1 > least and round(b.x0) in places]
        ends = [n for n, a in wide if not (is_label(a.text) or is_number_label(a.text) or a.text in _CURRENCIES)]
        runs += [Run(run.words[a:b]) for a, b in pairwise([0, *ends, len(run.words)])]
    return row if len(runs) == len(row.runs) else Row(row.line, runs)


def values_parted(rows: list[Row]) -> list[Row]:
    """The lines, with values cut from what nearly touches them and fills the column left of theirs, another value or
    the first text of the line, where values of several lines begin at one place; and years cut from years."""
    places = Counter(round(run.x0) for row in rows for run in row.runs[1:] if is_value(run.text))
    level = {x for x, count in places.items() if count >= _LEVEL}
    return [Row(row.line, [part for run in row.runs for part in _apart(run, level, row)]) for row in rows]


def _apart(run: Run, places: Container[int], row: Row) -> list[Run]:
    """The parts of a run of a line, each of which but the first is a year behind a year or a value that begins at one
    of these places."""
    out = [Run(run.words[:1])]
    for a, b in pairwise(run.words):
        touches = b.x0 - a.x1 > _TOUCHING * b.style.size and round(b.x0) in places and is_value(b.text)
        if (touches and (out[-1].words[0] is row.line.words[0] or is_value(out[-1].text))) or (
            _YEARS.fullmatch(a.text) and _YEARS.fullmatch(b.text)
        ):
            out.append(Run([b]))
        else:
            out[-1].words.append(b)
    return out


def figures_parted(rows: list[Row]) -> list[Row]:
    """The lines, with figures cut from what stands close behind them where several lines have both at these places:
    other figures of a narrow column set right, which a mere blank parts, or texts that begin at one place, with more
    white before them. A group of three digits may belong to the number before it."""
    pairs = [(row, *two) for row in rows for run in row.runs if len(run.words) > 1 for two in pairwise(run.words)]
    places: Counter[tuple[int, int, bool]] = Counter()
    for row, a, b in pairs:
        if not _FIGURE.fullmatch(a.text):
            continue
        if _FIGURE.fullmatch(b.text) and not (b.text.isdigit() and a.text.isdigit()):
            places[round(a.x1), round(b.x1), True] += 1
        elif b.x0 - a.x1 > _FULL * row.line.size:
            places[round(a.x1), round(b.x0), False] += 1
    if max(places.values(), default=0) < _LEVEL:
        return rows
    level = [place for place, count in places.items() if count >= _LEVEL]
    return [Row(row.line, [piece for run in row.runs for piece in _pieces_behind(run, level)]) for row in rows]


def _pieces_behind(run: Run, level: list[tuple[int, int, bool]]) -> list[Run]:
    """A text, cut where one word ends at the first of two places and the next one is a figure, as the one before, or
    begins at the second place."""
    cuts = [
        n
        for n, (a, b) in enumerate(pairwise(run.words), 1)
        if any(
            abs(a.x1 - end) < 1 and (is_value(a.text) and is_value(b.text) if figures else abs(b.x0 - x) < 1)
            for end, x, figures in level
        )
    ]
    return [Run(run.words[a:b]) for a, b in pairwise([0, *cuts, len(run.words)])] if cuts else [run]


def pieces_at(run: Run, borders: Sequence[float]) -> list[Run]:
    """A run, cut at the borders that lie in the white between its words."""
    out = [Run([run.words[0]])]
    for a, b in pairwise(run.words):
        wide = b.x0 - a.x1 > PARTED * a.style.size
        if wide and any(a.x1 <= x <= b.x0 for x in borders):
            out.append(Run([b]))
        else:
            out[-1].words.append(b)
    return out


def cut_between(line: Line, borders: Sequence[float]) -> Row:
    """The runs of a line in a table with these borders."""
    return Row(line, [piece for run in cut(line, NEAR_GAP).runs for piece in pieces_at(run, borders)])


def starts_of(rows: list[Row]) -> set[int]:
    """The places, in points, at which several entries of these lines begin, right of where the first column does."""
    left = min(row.line.x0 for row in rows) + 1
    starts = Counter(round(run.x0) for row in rows for run in row.runs if run.x0 > left)
    return {x for x, count in starts.items() if count + starts[x - 1] + starts[x + 1] > 1}


def _is_beside(label: Run, item: Run) -> bool:
    """Whether a text stands as close to the label before it as that of a list item does: a dash may be a value too."""
    return item.words[0].text[0].isalpha() and item.x0 - label.x0 < _ITEM * item.words[0].style.size


def _is_sign(run: Run, behind: Run) -> bool:
    """Whether this is the currency of the number behind it, set at the other side of their column."""
    first = behind.words[0].text[0]
    return run.words[-1].text in _CURRENCIES and len(run.words) == 1 and (first.isdigit() or first in "(-–.")


def without_sign(run: Run) -> list[Word]:
    """The words of a text but the currency before its figure."""
    return run.words[1:] if len(run.words) > 1 and run.words[0].text in _CURRENCIES else run.words


def is_label(text: str) -> bool:
    """Whether this can only be the label of a list item: a bullet, ``a.``, ``(iv)``."""
    return all(c in BULLETS for c in text) or (len(text) <= _LONGEST and bool(_ITEM_LABEL.fullmatch(text)))


def is_mark(text: str) -> bool:
    """Whether this is the mark of a list item and nothing else: a bullet, ``a)``, ``1.``."""
    return text in BULLETS or is_item(text)


def is_code(text: str) -> bool:
    """Whether this may be nothing but the code of a row: ``1.2``, ``AB 12a``, ``J4-1``."""
    return bool(_CODE.fullmatch(text))


def begins_with_code(words: Sequence[Word]) -> bool:
    """Whether a text begins with the code of a row: "AB 12: Roads mended"."""
    texts = (words_text(list(words[:n])).rstrip(":") for n in (1, 2))
    return any(is_code(text) and not text.isdecimal() for text in texts)


def is_number_label(text: str) -> bool:
    """Whether this may number a heading or a list item: ``1.``, ``2.1``."""
    return bool(_LIST_LABEL.fullmatch(text))


def is_date(text: str) -> bool:
    """Whether this is a day, a month or a quarter with its year: ``31 March 2026``, ``31/03/2026``, ``Q1 2026``."""
    return bool(_DATE.fullmatch(text))


def is_value(text: str) -> bool:
    """Whether this looks like an entry of a table of figures."""
    return bool(_VALUE.fullmatch(text.strip()))


def is_year(text: str) -> bool:
    """Whether this is a year or a part of one, as the header of a column: ``2024``, ``2024/25``, ``24-25``, ``Q1``,
    ``Mar-27``."""
    return bool(_YEAR.fullmatch(text))


def is_foot(line: Line, size: float) -> bool:
    """Whether a line is set smaller than rows of this size, and a page number stands at one of its ends: the running
    foot of a page."""
    runs = cut(line, NEAR_GAP).runs
    numbers = [run for run in (runs[0], runs[-1]) if is_page_number(run.text)]
    return line.size < _SMALL * size and bool(numbers) and not any(is_value(r.text) for r in runs if r not in numbers)


def is_page_number(text: str) -> bool:
    """Whether this may be the number of a page: ``3``, ``Page 3 of 12``."""
    return bool(_PAGE_NUMBER.fullmatch(text))


def has_leader(line: Line) -> bool:
    """Whether dots lead from a heading to its page number, as in a list of contents."""
    return bool(_LEADER.search(line.text))


def white_columns(rows: list[list[Span]], least: float, tolerance: int = 0) -> list[Span]:
    """The gaps, at least ``least`` wide, that all rows but ``tolerance`` of them leave white between words."""
    events: list[tuple[float, int]] = []
    for spans in rows:
        for x0, x1 in spans:
            events += [(x0, 1), (x1, -1)]
    events.sort()
    out: list[Span] = []
    depth, since = 0, None
    for x, step in events:
        before = depth
        depth += step
        if before > tolerance >= depth:
            since = x
        elif before <= tolerance < depth:
            if since is not None and x - since >= least:
                out.append((since, x))
            since = None
    return out
