"""Labels in the first column of a table, which show where its rows begin."""

from __future__ import annotations

from collections.abc import Container

from planparse.readers.pdf.page import Word
from planparse.readers.pdf.words.lines import Line, make_lines

_SEVERAL = 2
"""Labels that show rows."""


def label_starts(words: list[Word], beside: Container[int]) -> list[Line]:
    """The first lines of the labels that ``words`` are, in bold, each with a colon at its end, of which a page's end
    may have robbed the last one, and a text beside its first line; none where they are anything else. ``beside``: the
    heights of the texts beside them, rounded."""
    starts: list[Line] = []
    if not words or not all(w.style.bold for w in words):
        return starts
    ended = True
    for line in make_lines(words):
        if ended and round(line.base) not in beside:
            return []
        starts += [line] if ended else []
        ended = line.text.endswith(":")
    whole = len(starts) - (not ended)
    return starts if whole >= _SEVERAL else []
