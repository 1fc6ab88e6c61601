"""Rows that the codes of the second column tell, where texts of the first one span several of them and no rule does.

    Objective     | Ref | Action
    Cut waste and | 1.1 | Open a depot
    recycle more  |     | at the mill
                  | 1.2 | Buy a van
    Plant trees   | 2.1 | Dig the holes

The lines of a label stand beside rows that are not theirs: what tells one label from the next is the white between
them.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace

from planparse.readers.pdf.page import Word
from planparse.readers.pdf.unruled.placed import Placed
from planparse.readers.pdf.words.runs import Run, is_code

_FEW = 3
"""Codes that show rows."""
_CLOSE = 1.5
"""Heights of a letter from one line of a text to the next."""
_APART = 1.25
"""Times the usual step between two lines of a label that is between two labels."""


@dataclass(slots=True)
class Label:
    """A text of the first column: the first row that it stands beside, and how many."""

    row: int
    rows: int
    words: list[Word]


def spanned_rows(placed: list[Placed]) -> tuple[list[list[Placed]], list[Label]] | None:
    """The rows without their first column, the lines of a header before them one by one, and the labels beside them;
    None where no label spans several rows."""
    starts = [n for n, line in enumerate(placed) if _code(line)]
    if len(starts) < _FEW or not _in_order([_code(placed[n]) for n in starts]):
        return None
    if any(_second(line) and not _code(line) for line in placed[starts[0] :]):
        return None
    lines = [n for n in range(starts[0], len(placed)) if placed[n].first is not None]
    labels = _parted(placed, lines)
    if not labels or len(labels) == len(starts) or any(own[0] not in starts for own in labels[1:]):
        return None
    if any(len(own) > 1 and all(n in starts for n in own) for own in labels):
        return None  # a label beside each code
    groups = _leading(placed[: starts[0]])
    head = len(groups)
    for start, end in itertools.pairwise([*starts, len(placed)]):
        groups.append([_beside(line) for line in placed[start:end] if _beside(line).runs])
    rows = [sum(start <= own[0] for start in starts) - 1 for own in labels]
    return groups, [
        Label(head + row, below - row, [w for n in own for w in _label(placed[n]).words])
        for own, (row, below) in zip(labels, itertools.pairwise([*rows, len(starts)]), strict=True)
    ]


def _leading(lines: list[Placed]) -> list[list[Placed]]:
    """The rows above the first code: a header, or the rest of a row torn by the page's end."""
    out: list[list[Placed]] = []
    for line in lines:
        above = out[-1][-1] if out else None
        if above is not None and line.base - above.base < _CLOSE * line.row.line.size and not above.spans:
            columns = {first for other in out[-1] for first, _, _ in other.runs}
            if not line.spans and columns.issuperset(first for first, _, _ in line.runs):
                out[-1].append(line)
                continue
        out.append([line])
    return out


def _parted(placed: list[Placed], lines: list[int]) -> list[list[int]]:
    """The lines of each label."""
    bases = [_label(placed[n]).words[0].base for n in lines]  # that of the line may be of another column
    steps = [b - a for a, b in itertools.pairwise(bases)]
    least = min(steps, default=0.0)
    out = [lines[:1]] if lines else []
    for n, step in zip(lines[1:], steps, strict=True):
        if step > _APART * least:
            out.append([])
        out[-1].append(n)
    return out


def _code(line: Placed) -> str:
    """The code in the second column, with more to it than a whole number."""
    texts = (run.text for first, last, run in line.runs if first == last == 1)
    return next((text for text in texts if is_code(text) and not text.isdigit()), "")


def _in_order(codes: list[str]) -> bool:
    """Whether each code comes after the one before it, as values hardly do."""
    keys = [(re.sub(r"\d", "", code), list(map(int, re.findall(r"\d+", code)))) for code in codes]
    return all(a < b for a, b in itertools.pairwise(keys))


def _second(line: Placed) -> bool:
    return any(first == 1 for first, _, _ in line.runs)


def _label(line: Placed) -> Run:
    first = line.first
    assert first is not None
    return first


def _beside(line: Placed) -> Placed:
    """The line without its first column."""
    return replace(line, runs=[run for run in line.runs if run[0] > 0])
