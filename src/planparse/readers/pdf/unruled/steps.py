"""The steps between lines set without rules: the usual one within a text, and where a wider one parts them."""

from __future__ import annotations

import itertools

from planparse.readers.pdf.unruled.placed import Placed
from planparse.readers.pdf.words.runs import begins_with_code

REST = 1.1
"""Times the step between the lines of one text that is between a header and what is left of a torn row."""


def parted_at_steps(band: list[Placed], least: float = 1.22) -> list[list[Placed]]:
    """The lines, parted at every step that is wider than the usual one inside a paragraph."""
    pitch = pitch_of(band)
    out = [[band[0]]]
    for above, line in itertools.pairwise(band):
        wide = REST if is_plain_under(above, line) else least * larger(line, band)
        if line.base - above.base > wide * pitch:
            out.append([line])
        else:
            out[-1].append(line)
    return out


def larger(line: Placed, band: list[Placed]) -> float:
    """Times as large as the names over it a line is, as the values of a card are."""
    return max(line.row.line.size / band[0].row.line.size, 1.0)


def is_plain_under(above: Placed, line: Placed) -> bool:
    """Whether nothing of a line is bold, while all of the one above it is."""
    return above.row.line.bold and not any(w.style.bold for w in line.row.line.words)


def is_one_close_row(band: list[Placed], pitch: float) -> bool:
    """Whether lines with figures on one of them, close to each other, begin with the only code."""
    coded = [line.first is not None and begins_with_code(line.first.words) for line in band]
    close = all(b.base - a.base < REST * pitch for a, b in itertools.pairwise(band))
    return coded[0] and sum(coded) == 1 and close


def pitch_of(band: list[Placed]) -> float:
    """The least distance of two lines of one column: of their words, which a note in smaller letters beside them does
    not share."""
    size = band[0].row.line.size
    steps = [
        run.words[0].base - over.words[0].base
        for above, line in itertools.pairwise(band)
        for first, _, run in line.runs
        for start, end, over in above.runs
        if start <= first <= end
    ]
    return min((step for step in steps if step > 0.8 * size), default=1.2 * size)
