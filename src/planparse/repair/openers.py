"""How the tables of a document begin: another one that begins so is no rest of the table before it."""

from __future__ import annotations

from planparse.model.document import Grid
from planparse.repair.fitting import same_borders
from planparse.repair.rest_apart import LABELLED


class Openers:
    """The first texts of the tables so far, and where the borders of forms stand: of tables that begin with two labels,
    each beside its text."""

    def __init__(self) -> None:
        self._texts: set[str] = set()
        self._edges: dict[str, tuple[float, ...]] = {}
        """By the second label: the first one may name what each form is of, as in "Objective A"."""

    def add(self, grid: Grid, texts: list[tuple[str, ...]]) -> None:
        self._texts.add(first_text(texts))
        if grid.edges and _is_form(texts):
            self._edges[texts[1][0]] = grid.edges

    def __contains__(self, text: object) -> bool:
        return text in self._texts

    def have_form(self, grid: Grid, texts: list[tuple[str, ...]], last: Grid) -> bool:
        """Whether a table begins as a form and has its borders, where the table before it, ``last``, has not."""
        if not _is_form(texts):
            return False
        edges = self._edges.get(texts[1][0])
        return same_borders(edges, grid.edges) and not same_borders(last.edges, grid.edges, within=True)


def first_text(texts: list[tuple[str, ...]]) -> str:
    return next((row[0] for row in texts if row), "")


def _is_form(texts: list[tuple[str, ...]]) -> bool:
    return len(texts) > 1 and len(texts[0]) == len(texts[1]) == LABELLED
