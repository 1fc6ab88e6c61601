"""Rows without rules between them whose codes are broken over several lines of a narrow first column.

AUD    Spend per visitor        Quarterly    £1.20    £1.30
PS     in the year
001
AUD    Visits                   Monthly      450      460
PS
002
"""

from __future__ import annotations

import itertools
import re
from collections import Counter

from planparse.readers.pdf.unruled.placed import Placed

_BEGIN = re.compile(r"[A-Z]{1,6}[./-]?")
"""What such a code begins with."""
_NUMBER = re.compile(r"\d{1,4}[a-z]?")
"""What it ends with."""
_FEW = 2
"""Such codes, another one each, that show the rows of a table."""
_CLOSE = 1.5
"""Heights of a letter from one line of a code to the next."""


def at_broken_codes(band: list[Placed]) -> tuple[int, list[list[Placed]]]:
    """The rows of lines that begin with such codes, and how many lines of a header stand over them; no rows where
    anything else stands in the first column, but for bands between the rows.

    All codes begin alike and have their numbers on the same line of each; the page's end may have torn the last one,
    and where it has left but one of them whole, each begins beside the figures of its row, which has no others.
    """
    begins = Counter(line.first.text for line in band if line.first is not None and _BEGIN.fullmatch(line.first.text))
    begin, count = next(iter(begins.most_common(1)), ("", 0))
    if count < _FEW:
        return 0, []
    start = next(n for n, line in enumerate(band) if line.first is not None and line.first.text == begin)
    rows: list[list[Placed]] = []
    for line in band[start:]:
        if line.is_band or (line.first is not None and line.first.text == begin):
            rows.append([line])
        else:
            rows[-1].append(line)
    codes = [_code(row) for row in rows if not row[0].is_band]
    whole = codes if _NUMBER.fullmatch(codes[-1][-1]) else codes[:-1]
    if any(len(row) > 1 for row in rows if row[0].is_band):
        return 0, []
    if len(whole) < _FEW and not (whole and all(_begins_with_figures(row) for row in rows if not row[0].is_band)):
        return 0, []
    alike = all(code[:-1] == whole[0][:-1] and _NUMBER.fullmatch(code[-1]) for code in whole)
    torn = all(code == whole[0][: len(code)] for code in codes[len(whole) :])
    different = len({code[-1] for code in whole}) == len(whole) and len(whole[0]) > 1
    return (start, rows) if alike and torn and different and all(map(_is_close, rows)) else (0, [])


def _code(row: list[Placed]) -> list[str]:
    return [line.first.text for line in row if line.first is not None]


def _begins_with_figures(row: list[Placed]) -> bool:
    return row[0].has_figures() and not any(line.has_figures() for line in row[1:])


def _is_close(row: list[Placed]) -> bool:
    """Whether the lines of a code stand as near to each other as those of one text."""
    own = [line for line in row if line.first is not None]
    return all(b.base - a.base < _CLOSE * b.row.line.size for a, b in itertools.pairwise(own))
