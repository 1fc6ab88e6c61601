"""The lines of a table whose texts know their columns, and which of them end what began on the line above."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from planparse.readers.pdf.words.runs import Row, Run, is_value

_UNFINISHED = re.compile(
    r".*[-–/]|(?:.*\s)?(?:about|above|below|between|in|least|most|of|over|per|than|to|under|within)",
    re.I,
)
"""An entry that goes on with a figure on the next line."""
_WORDS = re.compile(r"(?:\S+\s+){2,}\S*[A-Za-z,]")
"""A text that may go on with a figure."""
_BROKEN = re.compile(r"[<>≤≥~]?[£$€]?\d{1,3}(?:,\d{3})*,(\d{0,2})\n(\d{1,3})(?:,\d{3})*(?:\.\d+)?%?\*?")
_BROKEN_DECIMAL = re.compile(r"[<>≤≥~+-]?(?:[£$€]?\d[\d,]*(?:\.\n\d|\n\.\d)\d?|[£$€]\d[\d,]*\.\d\n\d)[%kmK]?\*?")
_YEAR = re.compile(r"(?:19|20)\d\d(?:\s?[-–/]\s?(?:\d\d|\d{4}))?\*?")
_SHORT_YEARS = re.compile(r"(\d\d)\s?[-–/]\s?(\d\d)\*?")


_NEXT = 1.5
"""Heights of a letter from one line of a label to the next at most."""


@dataclass(slots=True)
class Placed:
    """A line whose runs know their columns: (first column, last column, run)."""

    row: Row
    runs: list[tuple[int, int, Run]]
    ends_entries: bool = False
    """Its figures are the ends of entries that begin on the line above."""

    @property
    def base(self) -> float:
        return self.row.line.base

    @property
    def spans(self) -> bool:
        return any(last > first for first, last, _ in self.runs)

    @property
    def is_band(self) -> bool:
        """One text that begins in the first column and lies over others."""
        return len(self.runs) == 1 and self.runs[0][0] == 0 < self.runs[0][1]

    @property
    def first(self) -> Run | None:
        """The run in the first column, where there is one."""
        return self.runs[0][2] if self.runs[0][0] == 0 else None

    def fills(self, col: int) -> bool:
        return any(first <= col <= last for first, last, _ in self.runs)

    def has_figures(self) -> bool:
        """Whether there is an entry of figures beside the first column; years alone are a header."""
        if self.ends_entries:
            return False
        texts = [run.text for first, _, run in self.runs if first > 0]
        return any(is_value(t) and not _YEAR.fullmatch(t) and not _are_short_years(t) for t in texts)


def _are_short_years(text: str) -> bool:
    """Whether this is a year such as ``15/16``: of two that follow each other."""
    found = _SHORT_YEARS.fullmatch(text)
    return found is not None and (int(found[1]) + 1) % 100 == int(found[2])


def is_unfinished(text: str) -> bool:
    """Whether an entry goes on with a figure on the next line: "At least", "2025–"."""
    return _UNFINISHED.fullmatch(text) is not None


def mark_ends(lines: list[Placed]) -> None:
    """Marks the lines whose figures all stand under an entry that is not finished, such as "2025–" or "12.5 per", or
    under words, where the line has no label and nothing else begins in it. Beside a label, which may be the end of a
    code, they close brackets, "1)" under "2026/27 (Year", or a number broken at its point, "46" under "£1,230."."""
    latest: dict[int, tuple[float, str]] = {}
    for line in lines:
        near = line.base - 1.6 * line.row.line.size
        ends = [(first, run.text) for first, _, run in line.runs if first and is_value(run.text)]
        over = [(*latest.get(first, (0.0, "")), text) for first, text in ends]
        if line.first is not None and not (line.first.text[0].islower() or line.first.text[0] == "("):
            line.ends_entries = all(
                base > near and (_closes(above, text) or _is_decimal(above, text)) for base, above, text in over
            )
        else:
            begins = line.first is not None or any(
                run.text[0].isupper() for *_, run in line.runs if not is_value(run.text)
            )
            line.ends_entries = all(
                base > near and (_is_open(above, text) or (not begins and _is_end(above, text)))
                for base, above, text in over
            )
        for first, _, run in line.runs:
            latest[first] = (run.words[0].base, run.text)  # a smaller text beside it may stand higher


def keep_in_first(lines: list[Placed]) -> None:
    """Leaves in the first column what runs over its border and goes on in small letters beside the figures of the next
    line: a label, and no band."""
    for above, line in pairwise(lines):
        end = line.first if above.is_band and line.has_figures() else None
        if end is None or not end.text[0].islower():
            continue
        alike = above.row.line.style is line.row.line.style
        if alike and line.base - above.base < _NEXT * line.row.line.size and len(above.row.runs) == 1:
            above.runs = [(0, 0, above.runs[0][2])]


def _closes(text: str, below: str) -> bool:
    """Whether what stands below an entry closes the bracket in it."""
    return text.count("(") > text.count(")") and ")" in below


def _is_open(text: str, below: str) -> bool:
    """Whether an entry goes on in the figures below it; a number may be broken, but only into groups of three or at the
    decimal point."""
    if _closes(text, below) or _is_decimal(text, below):
        return True
    broken = _BROKEN.fullmatch(text + "\n" + below)
    if broken is not None:
        return len(broken[1]) + len(broken[2]) == 3
    return len(text) > 1 and is_unfinished(text) and not is_value(text)


def _is_decimal(text: str, below: str) -> bool:
    """Whether two figures are one number that a narrow cell broke at its decimal point, or its pence."""
    return _BROKEN_DECIMAL.fullmatch(text + "\n" + below) is not None


def _is_end(text: str, below: str) -> bool:
    """Whether figures are the end of the words over them, where no row begins: "(2024/25)" under "Year 1"."""
    return _WORDS.fullmatch(text) is not None or (below[0] == "(" and not is_value(text))
