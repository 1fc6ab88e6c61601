"""The values of one indicator under their names, with its measure in a line above these: as on a card.

GG1                                             <- its code, which may stand in the line of the measure
Residents in employment
Baseline 2023/24    Target 2027    Target 2030
72.4%               73.5%          76%
Owner: Head of Skills   Reported: Yearly        <- details, if any
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from planparse.interpret.codes import is_code, split_code
from planparse.interpret.details import named_parts
from planparse.interpret.header_rows import value_role
from planparse.interpret.header_words import role_of
from planparse.interpret.lines import heading_text
from planparse.interpret.periods import find_periods
from planparse.interpret.values import parse_value
from planparse.model.document import Block, Cell, Element, Grid, Paragraph
from planparse.model.vocabulary import Vocabulary
from planparse.text import fold

_ROWS = 2
"""Names, and the values below them."""
_LONGEST = 220
"""Letters of a measure."""
_ENDS = re.compile(r"[.;,:]\s*$")
_DETAILS = frozenset({"lead", "frequency", "direction", "unit"})
"""What is said of an indicator below its values."""
_NO_VALUE = frozenset({"note", "unparsed", "blank"})
_CODE, _MEASURE = Block("Code"), Block("Measure")
"""The names of the columns for what stands in lines of its own."""


def with_strips(elements: Sequence[Element], vocabulary: Vocabulary) -> Iterator[Element]:
    """The document with the values of an indicator under their names, its measure right over these, perhaps below a
    line with its code and over one such as "Owner: ... Reported: ...", made into a table of one row."""
    strips = {n for n, e in enumerate(elements) if isinstance(e, Grid) and n and _is_strip(e, vocabulary)}
    titles = {n: element for n in strips if isinstance(element := elements[n - 1], Paragraph) and _is_measure(element)}
    always = len(titles) == len(strips) > 1
    skipped: set[int] = set()
    rows: dict[int, Grid] = {}
    for n, title in titles.items():
        over = elements[n - 2] if n > 1 else None
        code = over if isinstance(over, Paragraph) and is_code(heading_text(over)) else None
        if code is None and (title.heading is not None or not (always or title.bold or split_code(title.text))):
            continue
        under = elements[n + 1] if n + 1 < len(elements) else None
        details = _details(under, vocabulary)
        skipped |= {n - 1} | ({n - 2} if code is not None else set()) | ({n + 1} if details else set())
        strip = elements[n]
        assert isinstance(strip, Grid)
        rows[n] = _as_row(code, title, strip, under, details)
    for n, element in enumerate(elements):
        if n not in skipped:
            yield rows.get(n, element)


def _is_measure(paragraph: Paragraph) -> bool:
    text = heading_text(paragraph)
    return not _ENDS.search(text) and len(text) <= _LONGEST


def _is_strip(grid: Grid, vocabulary: Vocabulary) -> bool:
    """Whether a table is nothing but names of values and these; a name that comes again is of another indicator."""
    rows = grid.rows() if grid.n_rows == _ROWS else []  # those of a long table need not be unpacked
    if not rows or any(c.col_span > 1 or c.row_span > 1 for row in rows for c in row):
        return False
    names = [fold(c.text) for c in rows[0]]
    named = [value_role(name, vocabulary) is not None for name in names]
    dated = all(own or find_periods(name) for own, name in zip(named, names, strict=True))
    found = [parse_value(fold(c.text), vocabulary).status for c in rows[1]]
    told = sum(status not in _NO_VALUE for status in found)
    return dated and sum(named) > 1 and 2 * told >= len(found) and len(set(names)) == len(names)


def _details(element: Element | None, vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """What a line of several names and texts says of an indicator; none where one of them names anything else."""
    parts = named_parts(fold(element.text)) if isinstance(element, Paragraph) and element.heading is None else []
    roles = [found[0] if (found := role_of(name, vocabulary)) is not None else None for name, _ in parts]
    return parts if all(role in _DETAILS for role in roles) else []


def _as_row(
    code: Paragraph | None, title: Paragraph, strip: Grid, under: Element | None, details: list[tuple[str, str]]
) -> Grid:
    """The table of one row: the code, if it has a line of its own, the measure, the values and the details."""
    names, values = strip.rows()
    heads = [(_CODE, code)] if code is not None else []
    cells: list[Cell] = []
    for label, paragraph in (*heads, (_MEASURE, title)):
        col = len(cells) // 2
        cells.append(Cell(0, col, 1, 1, (label,), ()))
        cells.append(Cell(1, col, 1, 1, (Block(heading_text(paragraph)),), paragraph.places, marks=paragraph.marks))
    left = len(cells) // 2
    cells += [replace(c, row=row, col=c.col + left) for row, own in enumerate((names, values)) for c in own]
    places = under.places if isinstance(under, Paragraph) else ()
    for col, (name, value) in enumerate(details, left + strip.n_cols):
        cells += [Cell(0, col, 1, 1, (Block(name),), ()), Cell(1, col, 1, 1, (Block(value),), places)]
    cells.sort(key=lambda c: (c.row, c.col))
    width = left + strip.n_cols + len(details)
    return Grid(tuple(cells), 2, width, evidence=("a title over the names of its values",))
