"""Heading levels, guessed from the size and weight of short paragraphs against the text of the body."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from planparse.readers.pdf.paragraphs.list_labels import GLYPHS
from planparse.readers.pdf.paragraphs.prose import Prose
from planparse.readers.pdf.words.lines import Line, parted
from planparse.readers.pdf.words.runs import FAR_GAP, is_page_number
from planparse.text import BULLETS

_ITEMS = 4
"""Items of lists that show how large the running text is."""
_SECOND = frozenset({"2.", "2)"})
"""The label of an item that the first one of its list stands over."""
_LONG = 250
"""Letters; a longer paragraph is no heading."""
_NAME = 3
"""Words of a label at most."""
_STEP = 0.5
"""Points by which letters are smaller."""


def heading_parts(line: Line) -> list[Line]:
    """A bold heading and the lighter or smaller text far behind it on its line, each as a line of its own, where that
    has a label or is the number of a page: "Clean streets                Lead: Head of Waste"."""
    first = line.words[0].style
    if not (line.mixed and first.bold):
        return [line]
    heading, *others = parted(line, FAR_GAP)
    apart = not heading.mixed and len(others) == 1 and not others[0].mixed
    style = others[0].style if apart else first
    lighter = style.size < first.size - _STEP or (not style.bold and style.size < first.size + _STEP)
    named = apart and any(word.text[-1] == ":" for word in others[0].words[:_NAME])
    return [heading, *others] if lighter and (named or is_page_number(others[0].text)) else [line]


def item_parts(line: Line) -> list[Line]:
    """The items of a list that stand side by side on one line, each behind its bullet, as lines of their own."""
    if sum([word.text in BULLETS for word in line.words]) < 2:
        return [line]
    parts = parted(line, FAR_GAP)
    return parts if len(parts) > 1 and all(part.words[0].text in BULLETS for part in parts) else [line]


class Levels:
    """The kinds of headings of a document: the largest is level 1, the smallest bold one the last."""

    def __init__(self, paragraphs: Iterable[Prose], body: float) -> None:
        kinds: set[tuple[float, bool]] = set()
        listed: Counter[float] = Counter()
        above: Prose | None = None
        for prose in paragraphs:
            follows = above is not None and _follows(above, prose)
            if not prose.bold and (prose.marker in GLYPHS or follows):
                listed[prose.size] += 1 + (follows and prose.marker in _SECOND)
            elif _is_short(prose):
                kinds.add(_kind(prose))
            above = prose
        usual = [size for size, count in listed.most_common(1) if count >= _ITEMS]
        self._body = max([body, *usual])
        """Size of the running text; the items of lists are of it, where tables have smaller letters."""
        sizes: list[tuple[float, bool]] = []
        for kind in sorted(filter(self._stands_out, kinds), reverse=True):
            if not sizes or sizes[-1][0] - kind[0] > 0.3 or sizes[-1][1] != kind[1]:
                sizes.append(kind)
        self._kinds = sizes

    def of(self, prose: Prose) -> int | None:
        """The level of this paragraph, 1 the outermost; None for running text."""
        if not self._may_head(prose):
            return None
        size, bold = _kind(prose)
        for n, (known, weight) in enumerate(self._kinds):
            if abs(known - size) <= 0.3 and weight == bold:
                return n + 1
        return None

    def _may_head(self, prose: Prose) -> bool:
        return _is_short(prose) and self._stands_out(_kind(prose))

    def _stands_out(self, kind: tuple[float, bool]) -> bool:
        size, bold = kind
        return size > 1.15 * self._body or (bold and size >= 0.95 * self._body)


def _follows(above: Prose, prose: Prose) -> bool:
    """Whether two paragraphs are numbered items of one list, with nothing between them."""
    numbers = [p.marker.rstrip(".)") if p.marker else "" for p in (above, prose)]
    if not all(number.isdecimal() for number in numbers) or above.size != prose.size:
        return False
    return int(numbers[1]) == int(numbers[0]) + 1


def _is_short(prose: Prose) -> bool:
    return len(prose.text) <= _LONG and prose.marker not in GLYPHS and any(c.isalnum() for c in prose.text)


def _kind(prose: Prose) -> tuple[float, bool]:
    return prose.size, prose.bold
