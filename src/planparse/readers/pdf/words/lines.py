"""Words to lines: what stands on one baseline, left to right."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING

from planparse.model.shelf import compact
from planparse.readers.pdf.page import Style, Word

if TYPE_CHECKING:
    from planparse.readers.pdf.words.runs import Run

_base = attrgetter("base")
_x0 = attrgetter("x0")


@compact
@dataclass(slots=True)
class Line:
    """Words on one baseline, in reading order. ``style`` is that of most of its letters."""

    words: list[Word]
    x0: float
    x1: float
    base: float
    style: Style
    mixed: bool = False
    """Some words have another style."""
    cuts: dict[float, list[Run]] = field(default_factory=dict)
    """See ``runs.cut``."""

    @property
    def bold(self) -> bool:
        """Whether all of the line is bold."""
        return self.style.bold and (not self.mixed or all(w.style.bold for w in self.words))

    @property
    def size(self) -> float:
        return self.style.size

    @property
    def top(self) -> float:
        return self.base - 0.8 * self.style.size

    @property
    def bottom(self) -> float:
        return self.base + 0.2 * self.style.size

    @property
    def text(self) -> str:
        return words_text(self.words)


def make_lines(words: list[Word]) -> list[Line]:
    """Upright words gathered into lines, top to bottom.

    Raised and lowered letters belong to the line that they stand in; words that
    stand over each other never share a line.
    """
    if len(words) < 2:
        return [Line(words, w.x0, w.x1, w.base, w.style) for w in words]
    return [line_of(group) for group in _in_order(words) or _sorted(words)]


def _in_order(words: list[Word]) -> list[list[Word]] | None:
    """The words of each line, where they come line by line already and each line has one baseline."""
    base = words[0].base
    group: list[Word] = []
    groups = [group]
    for word in words:
        step = word.base - base
        if step > 1:
            if step < 0.7 * word.style.size:
                return None
            base = word.base
            group = [word]
            groups.append(group)
        elif step < -1:
            return None
        else:
            group.append(word)
    return groups


def _sorted(words: list[Word]) -> list[list[Word]]:
    """The words of each line, however they come."""
    groups: list[list[Word]] = []
    base, size = words[0].base, 0.0
    for word in sorted(words, key=_base):
        off, own = word.base - base, word.style.size
        if groups and (off <= 1 or (off <= 0.45 * max(size, own) and _free(groups[-1], word))):
            groups[-1].append(word)
            if own >= size:
                base, size = word.base, own
        else:
            groups.append([word])
            base, size = word.base, own
    return groups


def _free(group: list[Word], word: Word) -> bool:
    """Whether no word of the line stands where this one does."""
    x0, x1 = word.x0 + 0.3, word.x1 - 0.3
    return not any(w.x0 < x1 and x0 < w.x1 for w in group)


def line_of(group: list[Word]) -> Line:
    """The line that these words make, which stand on one baseline; they are put in order."""
    first = group[0]
    if len(group) == 1:
        return Line(group, first.x0, first.x1, first.base, first.style)
    group.sort(key=_x0)
    first, style, base = group[0], group[0].style, group[0].base
    if [w for w in group if w.style is not style]:
        weight: dict[int, int] = {}
        for w in group:
            weight[id(w.style)] = weight.get(id(w.style), 0) + len(w.text)
        main = max(group, key=lambda w: weight[id(w.style)])
        return Line(group, first.x0, max([w.x1 for w in group]), main.base, main.style, True)
    return Line(group, first.x0, group[-1].x1, base, style)


def parted(line: Line, gap: float) -> list[Line]:
    """The line, parted wherever two words stand further apart than ``gap`` times the letters' size."""
    limit = gap * line.size
    cuts = [n for n, (a, b) in enumerate(itertools.pairwise(line.words), 1) if b.x0 - a.x1 > limit]
    if not cuts:
        return [line]
    return [line_of(line.words[a:b]) for a, b in itertools.pairwise([0, *cuts, len(line.words)])]


def words_text(words: list[Word]) -> str:
    """The words with blanks between them, but for pieces that touch."""
    if len(words) == 1:
        return words[0].text
    last = words[-1]
    if not [w for w in words if not w.blank and w is not last]:
        return " ".join([w.text for w in words])
    out = [words[0].text]
    for before, word in itertools.pairwise(words):
        if before.blank or word.x0 - before.x1 > 0.12 * word.style.size:
            out.append(" ")
        out.append(word.text)
    return "".join(out)
