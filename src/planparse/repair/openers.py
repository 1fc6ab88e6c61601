"""Forms: tables that begin with two labels, each beside its text."""

from __future__ import annotations

from planparse.model.document import Grid
from planparse.repair.fitting import same_borders
from planparse.repair.rest_apart import LABELLED


class Forms:
    """The tables so far that begin with two labels, each beside its text, and where their borders stand."""

    def __init__(self) -> None:
        self._edges: dict[str, tuple[float, ...]] = {}
        """By the second label: the first one may name what each form is of, as in "Objective A"."""

    def add(self, grid: Grid, texts: list[tuple[str, ...]]) -> None:
        if grid.edges and _is_form(texts):
            self._edges[texts[1][0]] = grid.edges

    def has(self, grid: Grid, texts: list[tuple[str, ...]], last: Grid) -> bool:
        """Whether a table begins as such a form and has its borders, where the table before it, ``last``, has not."""
        if not _is_form(texts):
            return False
        edges = self._edges.get(texts[1][0])
        return same_borders(edges, grid.edges) and not same_borders(last.edges, grid.edges, within=True)


def _is_form(texts: list[tuple[str, ...]]) -> bool:
    return len(texts) > 1 and len(texts[0]) == len(texts[1]) == LABELLED
