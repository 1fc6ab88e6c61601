"""Heading levels, guessed from the size and weight of short paragraphs against the text of the body."""

from __future__ import annotations

from collections.abc import Iterable

from planparse.readers.pdf.paragraphs.prose import GLYPHS, Prose

_LONG = 250
"""Letters; a longer paragraph is no heading."""


class Levels:
    """The kinds of headings of a document: the largest is level 1, the smallest bold one the last."""

    def __init__(self, paragraphs: Iterable[Prose], body: float) -> None:
        self._body = body
        kinds = {_kind(p) for p in paragraphs if self._may_head(p)}
        sizes: list[tuple[float, bool]] = []
        for kind in sorted(kinds, reverse=True):
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
        if len(prose.text) > _LONG or prose.marker in GLYPHS or not any(c.isalnum() for c in prose.text):
            return False
        return prose.size > 1.15 * self._body or (prose.bold and prose.size >= 0.95 * self._body)


def _kind(prose: Prose) -> tuple[float, bool]:
    return prose.size, prose.bold
