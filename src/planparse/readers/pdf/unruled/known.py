"""The headers and the labels met so far: a table of few rows has the columns of another one with the same header."""

from __future__ import annotations

from itertools import dropwhile

from planparse.readers.pdf.page import Rule, Style
from planparse.readers.pdf.ruled.tables import PAD, Borders, Table
from planparse.readers.pdf.unruled.carried import entries
from planparse.readers.pdf.words.lines import Line, make_lines, words_text
from planparse.readers.pdf.words.runs import NEAR_GAP, Span, cut, is_code

_ROWS = 4
"""Rows, the header among them, of a table that shows its columns."""
_COLUMNS = 3
"""Columns of a table whose header need not be bold, borders of one whose header must."""
_SAME = 1.0
"""Points by which the same header may stand elsewhere."""
_OVER = 0.2
"""Share of the lines that may lie over a border: notes and bands do."""


class Headers:
    """First lines of tables with the borders of their columns, and labels with the places of their column and of the
    texts beside them."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[list[float], list[Borders]]] = {}
        """By the text of the line: where each of its texts begins and the last one ends, and the borders."""
        self._latest: dict[str, tuple[list[float], list[Borders]]] = {}
        """The same of the latest table, of however many rows."""
        self._begun: list[float] = []
        """Where the texts of the latest table begin, but for codes or labels in its first column."""
        self._titles: dict[str, list[Span]] = {}
        """From where to where the titles in a first line reach that are drawn over several columns."""
        self._labels: dict[str, tuple[float, float]] = {}
        self.openers: set[str] = set()
        """The first labels of blocks that no rules part."""
        self.middled = False
        """Labels of such blocks stand in the middle of what is beside them."""
        self.heading_styles: set[Style] = set()
        """Those of the lines right over tables that begin with a header."""
        self.band_styles: set[Style] = set()
        """Those of the bold texts that stand alone in a row of a table."""
        self.gutter: Span | None = None
        """The white between the two columns in which the latest such page is set."""
        self.lists: list[float] = []
        """Where the lists begin that stand side by side at the end of the latest page."""
        self.inner: Borders = ()
        """The columns of the latest table within a cell, which may go on over the page."""
        self._drawn: set[tuple[str, ...]] = set()
        """The first words in the cells of headers that were met, so that each is looked at once."""

    def learn_label(self, label: list[Line], text: float) -> None:
        """Keeps the first line of a label and the whole, where it begins, and where the texts beside labels do."""
        first = label[0]
        for words in (first.text, " ".join([line.text for line in label])):
            self._labels.setdefault(words, (first.x0, text))

    def beside(self, label: str, x0: float) -> float | None:
        """Where texts beside this label begin that stands at ``x0``; None where it was not met there."""
        left, text = self._labels.get(label, (x0 + 2 * _SAME, 0.0))
        return text if abs(x0 - left) <= _SAME else None

    def learn(self, first: Line, table: Table) -> None:
        """Keeps the columns of a table whose first line this is."""
        if len(table.xs) > _COLUMNS or (len(table.xs) == _COLUMNS and first.bold):
            found = [table.borders, _before_texts(table)] if table.soft else [table.borders]
            self._latest = {first.text: (_places(first), found)}
            least = 0 if _begins_with_texts(table) else 1
            self._begun = [cell.words[0].x0 for cell in table.cells if cell.words and cell.slab.col >= least]
            if len(table.ys) > _ROWS:
                self._known.setdefault(first.text, (_places(first), found))

    def learn_drawn(self, table: Table) -> None:
        """Keeps the columns of a table with borders: at a page's end its like may have too few rows to have any."""
        if len(table.ys) <= _ROWS or len(table.xs) <= _COLUMNS:
            return
        head = [cell for cell in table.cells if cell.slab.row == 0 and cell.words]
        texts = tuple([cell.words[0].text for cell in head])
        if texts in self._drawn or not all(w.style.bold for cell in head for w in cell.words):
            return
        self._drawn.add(texts)
        if head:
            first = make_lines([w for cell in head for w in cell.words])[0]
            self.learn(first, table)
            xs, over = table.xs, [cell.slab for cell in head if cell.slab.col_span > 1]
            self._titles.setdefault(first.text, [(xs[s.col], xs[s.col + s.col_span]) for s in over])

    def know(self, first: Line) -> bool:
        """Whether a table began with this line."""
        return first.text in self._known or first.text in self._latest

    def began(self, x0: float) -> bool:
        """Whether a text of the latest table begins there, which no code or label in its first column does."""
        return any(abs(x0 - x) <= _SAME for x in self._begun)

    def titles(self, first: Line) -> list[Rule]:
        """Where titles in this line reach, as rules under it."""
        return [Rule(first.bottom, x0, x1) for x0, x1 in self._titles.get(first.text, ())]

    def columns(self, lines: list[Line], *, goes_on: bool = False) -> Borders:
        """The borders for these lines, the first of which is the header; none where it is not known there or the lines
        do not stand in its columns. ``goes_on``: the rest of a torn row may stand below it."""
        first = lines[0]
        known = [k for k in (self._known.get(first.text), self._latest.get(first.text)) if k is not None]
        places = _places(first) if known else []
        found = [
            b for at, own in known if all(abs(a - x) <= _SAME for a, x in zip(at, places, strict=False)) for b in own
        ]
        if not found:
            return ()
        rows = lines[1:]  # titles in the header may span columns
        if goes_on:  # the rest of a note may stand over the first row
            rows = list(dropwhile(lambda line: len(cut(line, NEAR_GAP).runs) == 1, rows))
        starts = [run.x0 for run in cut(first, NEAR_GAP).runs[1:]]
        for borders in found:
            over = sum(
                entries(line, borders, spanning=True) is None and not _is_note(line, borders, starts) for line in rows
            )
            if over <= _OVER * len(rows):
                return borders
        return ()


def _places(line: Line) -> list[float]:
    return [line.x1, *(run.x0 for run in cut(line, NEAR_GAP).runs)]


def _begins_with_texts(table: Table) -> bool:
    """Whether most cells below the header hold several words in the first column, and no code: texts that may wrap."""
    own = [words_text(cell.words) for cell in table.cells if cell.words and cell.slab.col == 0 < cell.slab.row]
    return 2 * sum(" " in text and not is_code(text) for text in own) > len(own)


def _is_note(line: Line, borders: Borders, starts: list[float]) -> bool:
    """Whether all that lies over a border on this line begins where a name in the header does, right of the first: a
    note over several columns."""
    runs = [run for run in cut(line, NEAR_GAP).runs if any(run.x0 < x < run.x1 for x in borders[1:-1])]
    return all(any(abs(run.x0 - x) <= _SAME for x in starts) and run.x1 <= borders[-1] + 1 for run in runs)


def _before_texts(table: Table) -> Borders:
    """The borders of a table as far right as its texts leave room: elsewhere a text may be longer than all of its."""
    xs = table.xs
    starts = list(xs)
    for k in range(1, len(xs) - 1):
        own = [w.x0 for cell in table.cells if cell.slab.col == k for w in cell.words]
        starts[k] = max(xs[k], min(own, default=xs[k]) - PAD)
    return tuple(starts)
