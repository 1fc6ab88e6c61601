"""Row and column spans: where each cell of a table stands.

The HTML standard's algorithm for forming a table (section "Processing model"
of tables), with spans capped and overlapping cells cut where they meet.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from planparse.errors import LimitExceeded
from planparse.model.document import Note
from planparse.model.options import Limits

_NUMBER = re.compile(r"[ \t\n\f\r]*\+?([0-9]+)")


@dataclass(frozen=True, slots=True)
class Span:
    """Asked: how many columns and rows a cell wants. ``rows`` 0 means: to the end of the row group."""

    cols: int
    rows: int


ONE = Span(1, 1)


@dataclass(slots=True)
class Spot:
    row: int
    col: int
    row_span: int
    col_span: int


def parse_span(text: str | None, kind: str, limits: Limits, notes: list[Note]) -> int:
    """The value of a rowspan or colspan attribute: digits in the lead count, anything else is 1.

    Raises nothing; odd values give a note. A colspan of 0 is 1; a rowspan of 0 stays 0.
    """
    if text is None or text == "1":
        return 1
    found = _NUMBER.match(text)
    digits = found[1].lstrip("0")[:10] if found else ""
    value = int(digits or 0) if found else 1
    if not found or found.end() != len(text.rstrip()):
        notes.append(Note("info", f"{kind}-malformed", f'{kind}="{text[:40]}" was read as {value or 1}'))
    if value == 0 and kind == "colspan":
        return 1
    if value > limits.max_span:
        notes.append(Note("info", f"{kind}-capped", f"{kind} {text.strip()[:20]} was capped at {limits.max_span}"))
        return limits.max_span
    return value


def place(
    rows: Sequence[Sequence[Span]], groups: Sequence[int], limits: Limits, notes: list[Note]
) -> tuple[list[list[Spot]], int]:
    """Where each cell stands, and the number of slots; no cell leaves its row group (``groups``, one for each row).

    Raises ``LimitExceeded`` where the slots of the table pass ``limits.max_cells``.
    """
    group_end = _group_ends(groups)
    until: list[int] = []  # for each column the first row that is free again
    out: list[list[Spot]] = []
    width = busy = 0
    for y, row in enumerate(rows):
        x = 0
        if busy <= y and all(span is ONE for span in row):  # the usual row
            out.append([Spot(y, x, 1, 1) for x in range(len(row))])
            width = max(width, len(row))
            continue
        placed: list[Spot] = []
        for span in row:
            while x < len(until) and until[x] > y:
                x += 1
            end = group_end[y] if span.rows == 0 else min(group_end[y], y + span.rows)
            wanted = x + span.cols
            if wanted > len(until):
                until.extend([0] * (wanted - len(until)))
            cols = 0
            while cols < span.cols and until[x + cols] <= y:
                until[x + cols] = end
                cols += 1
            if cols < span.cols:
                message = "two cells claim one slot; the later one was cut"
                notes.append(Note("info", "span-collision", message))
            placed.append(Spot(y, x, end - y, cols))
            busy = max(busy, end)
            x = wanted
            width = max(width, x)
        out.append(placed)
        _check(width * len(rows), limits)
    _check(width * len(rows), limits)
    return out, width * len(rows)


def _check(slots: int, limits: Limits) -> None:
    if slots > limits.max_cells:
        raise LimitExceeded(f"a table has more than {limits.max_cells} slots; raise --max-cells")


def _group_ends(groups: Sequence[int]) -> list[int]:
    ends = [0] * len(groups)
    end = len(groups)
    for y in range(len(groups) - 1, -1, -1):
        if y + 1 < len(groups) and groups[y] != groups[y + 1]:
            end = y + 1
        ends[y] = end
    return ends
