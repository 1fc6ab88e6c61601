"""Rows of words without rules between them: a text that would have had room on the line above begins another row."""

from __future__ import annotations

import itertools

from planparse.readers.pdf.unruled.placed import Placed
from planparse.readers.pdf.words.runs import Run

_ROWS = 3
"""Rows that show that each stands for itself; two may be two paragraphs of one."""
_SURE = 2
"""Texts of a line without a label that had room above, where it is a row of its own."""
_SPACE = 0.4
"""Heights of a letter that are white between two words at most."""
_NEAR = 1.3
"""Times the least step of lines; what stands further below has not been broken there."""


def at_begun_texts(band: list[Placed], header: list[Placed]) -> list[list[Placed]]:
    """The rows of all lines between the rule under a header and the one at the end of a table, which follow each other
    at one distance; none where it is in doubt whether a label begins a row.

    A text is broken where the next word has no room. So a label whose first word would have fitted on the line above,
    in its column, is no end of the text there, and nor is one with nothing over it there. Each text of its line begins
    there, so none may be in small letters.
    """
    if len(band) < _ROWS or band[0].first is None or len(band[0].runs) < 2 or any(line.spans for line in band):
        return []
    steps = [below.base - above.base for above, below in itertools.pairwise(band)]
    if max(steps) > _NEAR * min(steps):
        return []
    widest: dict[int, float] = {}
    for line in (*header, *band):
        for first, last, run in line.runs:
            if first == last:
                widest[first] = max(widest.get(first, 0.0), run.x1)
    out = [[band[0]]]
    labels = 1
    for above, line in itertools.pairwise(band):
        over = {first: run for first, _, run in above.runs}
        sure = [first for first, _, run in line.runs if _begins(over.get(first), run, widest[first])]
        begins = 0 in sure if line.first is not None else len(sure) >= _SURE
        small = any(run.text[0].islower() for *_, run in line.runs)
        if line.first is not None and (not begins or len(line.runs) < 2):
            return []
        if begins and small:
            return []
        if begins:
            labels += line.first is not None
            out.append([line])
        else:
            out[-1].append(line)
    return out if labels >= _ROWS else []


def _begins(over: Run | None, run: Run, widest: float) -> bool:
    """Whether a text is no end of the one on the line over it."""
    if over is None:
        return True
    word = run.words[0]
    return over.x1 + _SPACE * word.style.size + word.x1 - word.x0 < widest
