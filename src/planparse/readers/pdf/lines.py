"""Words to lines: what stands on one baseline, left to right."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter

from planparse.readers.pdf.page import Style, Word

_base = attrgetter("base")
_x0 = attrgetter("x0")


@dataclass(slots=True)
class Line:
    """Words on one baseline, in reading order. ``style`` is that of most of its letters."""

    words: list[Word]
    x0: float
    x1: float
    base: float
    style: Style

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
    if len(words) == 1:
        word = words[0]
        return [Line(words, word.x0, word.x1, word.base, word.style)]
    groups: list[list[Word]] = []
    base = size = 0.0
    for word in sorted(words, key=_base):
        off = word.base - base
        if groups and off <= 0.45 * max(size, word.style.size) and (off <= 1 or _free(groups[-1], word)):
            groups[-1].append(word)
            if word.style.size >= size:
                base, size = word.base, word.style.size
        else:
            groups.append([word])
            base, size = word.base, word.style.size
    return [_line(group) for group in groups]


def _free(group: list[Word], word: Word) -> bool:
    """Whether no word of the line stands where this one does."""
    x0, x1 = word.x0 + 0.3, word.x1 - 0.3
    return not any(w.x0 < x1 and x0 < w.x1 for w in group)


def _line(group: list[Word]) -> Line:
    if len(group) > 1:
        group.sort(key=_x0)
    first = group[0]
    style = first.style
    if any(w.style is not style for w in group):
        weight: dict[Style, int] = {}
        for w in group:
            weight[w.style] = weight.get(w.style, 0) + len(w.text)
        style = max(weight, key=lambda s: weight[s])
    base = next((w.base for w in group if w.style is style), first.base)
    return Line(group, first.x0, max(w.x1 for w in group), base, style)


def words_text(words: list[Word]) -> str:
    """The words with blanks between them, but for pieces that touch."""
    if len(words) == 1:
        return words[0].text
    out = [words[0].text]
    last = words[0]
    for word in words[1:]:
        if last.blank or word.x0 - last.x1 > 0.12 * word.style.size:
            out.append(" ")
        out.append(word.text)
        last = word
    return "".join(out)
