"""Header rows -> columns with roles.

The role of a column comes from its header path (spanners joined), looked up in the
vocabulary, and from the values below it; the reasons are kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import groupby

from planparse.interpret.bodies import Bodies
from planparse.interpret.column_roles import settle
from planparse.interpret.draft import Column
from planparse.interpret.header_rows import (
    VALUE_ROLES,
    Slots,
    anchored,
    header_height,
    innermost_role,
    is_year_in_two,
    value_role,
    whole_text,
)
from planparse.interpret.header_words import role_of
from planparse.interpret.periods import (
    Years,
    find_periods,
    is_bare_period,
    is_whole_year,
    names_quarter,
    quarter_of,
    without_periods,
)
from planparse.interpret.table_kind import kind_of
from planparse.interpret.vocabulary import phrase_key
from planparse.interpret.whole_columns import share_names, whole_columns
from planparse.model.document import Cell, Grid
from planparse.model.provenance import Provenance
from planparse.model.vocabulary import Vocabulary
from planparse.text import fold

_ANNUAL = re.compile(r"\b(?:annual|year[- ]end|full[- ]year|whole[- ]year)\b", re.IGNORECASE)
_ROWS = 4
"""Rows that show that a column names the period of each."""
_FAR = 40
"""Rows below a header that have a say in what its columns are."""


@dataclass(frozen=True, slots=True)
class Schema:
    """The columns of a table, and whether its rows are indicators, actions or neither."""

    columns: tuple[Column, ...]
    kind: str
    """``indicators``, ``actions`` or ``other``."""
    first_row: int
    end_row: int
    """The header's rows in its grid."""
    first_col: int
    """Columns before this one are a stub with the block's label."""
    year: str | None = None
    """The one financial year of the plan, where its title names just one."""

    @property
    def part(self) -> str:
        """What its rows are of an objective."""
        return "milestones" if self.kind == "actions" else "indicators"

    def of(self, role: str) -> Column | None:
        return next((c for c in self.columns if c.role == role), None)

    def all_of(self, *roles: str) -> tuple[Column, ...]:
        return tuple(c for c in self.columns if c.role in roles)


def _paths(slots: Slots, top: int, end: int, first_col: int, spans_known: bool) -> list[tuple[list[str], list[Cell]]]:
    """For each column its header texts, outermost first, and their cells."""
    width = len(slots[top])
    carried: list[Cell | None] = [None] * (end - top)
    centred = [_centred(slots, r, end, first_col) for r in range(top, end)]
    out: list[tuple[list[str], list[Cell]]] = []
    for c in range(first_col, width):
        texts: list[str] = []
        cells: list[Cell] = []
        for r in range(top, end):
            cell = slots[r][c]
            if c in centred[r - top]:
                cell = centred[r - top][c]
            elif (cell is None or cell.is_blank) and r + 1 < end and _below(slots, r, end, c):
                cell = carried[r - top]
                if spans_known and not (_years_below(slots, r, end, c) or _pair_below(slots, r, end, c, cell)):
                    cell = None
            elif cell is not None and not cell.is_blank:
                carried[r - top] = cell if _below(slots, r, end, c) else None
            if cell is not None and not cell.is_blank and cell not in cells:
                text = whole_text(slots, cell, top)
                if texts and text.startswith(texts[-1]) and text != fold(cell.text):
                    texts.pop()
                cells.append(cell)
                if texts and is_year_in_two(texts[-1], text):
                    text = texts.pop() + text
                texts.append(text)
        out.append((texts, cells))
    return out


def _centred(slots: Slots, r: int, end: int, first_col: int) -> dict[int, Cell]:
    """The columns left and right of a title that was written into the middle one of those it stands over, and the
    title's cell: each column of the run has a period below it, and the titles, none of them at the begin of its own,
    share the whole run."""
    out: dict[int, Cell] = {}
    columns = range(first_col, len(slots[r]))
    for dated, run in groupby(columns, lambda c: _year_below(slots, r, end, c)):
        group = list(run) if dated else []
        start = 0
        found: dict[int, Cell] = {}
        for n, c in enumerate(group):
            cell = slots[r][c]
            if cell is None or cell.is_blank:
                continue
            if cell.col_span > 1 or n <= start:
                break
            reach = group[start : 2 * n - start + 1]
            found.update(dict.fromkeys(reach, cell))
            start += 2 * (n - start) + 1
        else:
            if start == len(group):
                out.update(found)
    return out


def _below(slots: Slots, r: int, end: int, c: int) -> bool:
    """Whether a header text of its own stands below slot (r, c)."""
    return any((cell := slots[i][c]) is not None and cell.row > r and not cell.is_blank for i in range(r + 1, end))


def _pair_below(slots: Slots, r: int, end: int, c: int, above: Cell | None) -> bool:
    """Whether the text to the left is a period and nothing else, and words without a period stand below it and here:
    the values of one year side by side."""
    if above is None or not is_bare_period(fold(above.text)):
        return False
    for column in (c - 1, c):
        texts = {id(cell): fold(cell.text) for i in range(r + 1, end) if (cell := slots[i][column]) and cell.row > r}
        if len(texts) != 1 or any(not t or without_periods(t) != t or quarter_of(t) for t in texts.values()):
            return False
    return True


def _years_below(slots: Slots, r: int, end: int, c: int) -> bool:
    """Whether years alone stand below slot (r, c) and below the one to its left: a text over the two is their spanner
    though no border says so."""
    return _year_below(slots, r, end, c - 1) and _year_below(slots, r, end, c)


def _year_below(slots: Slots, r: int, end: int, c: int) -> bool:
    """Whether nothing but a period or a quarter stands in the header below slot (r, c)."""
    texts = {id(cell): fold(cell.text) for i in range(r + 1, end) if (cell := slots[i][c]) and cell.row > r}
    words = [t for t in texts.values() if t]
    return bool(words) and all(quarter_of(t) or not without_periods(t) for t in words)


def _columns(
    slots: Slots, top: int, end: int, first_col: int, vocabulary: Vocabulary, spans_known: bool
) -> list[Column]:
    columns = []
    for offset, (texts, cells) in enumerate(_paths(slots, top, end, first_col, spans_known)):
        if len(texts) == len(cells):
            texts = [_of_column(text, cell, first_col + offset) for text, cell in zip(texts, cells, strict=True)]
            if len(texts) > 1 and all(cell.col_span == 1 for cell in cells):
                texts = _in_one(texts, vocabulary)
        places: Provenance = tuple(p for cell in cells for p in cell.places)
        columns.append(_column(first_col + offset, texts, places, vocabulary))
    return columns


def _in_one(texts: list[str], vocabulary: Vocabulary) -> list[str]:
    """Header texts over one column as one, where the first alone says nothing and all together are a wording: a name of
    two lines, "Good" and "Performance", that the rows of the header part."""
    whole = " ".join(texts)
    return [whole] if phrase_key(whole) in vocabulary.columns and role_of(texts[0], vocabulary) is None else texts


def _of_column(text: str, cell: Cell, index: int) -> str:
    """A header text with the one of its periods that is of this column, where it names one for each that it spans."""
    found = find_periods(text) if cell.col_span > 1 else ()
    if len(found) != cell.col_span or not cell.col <= index < cell.end_col:
        return text
    own = found[index - cell.col]
    return text[: found[0].start] + text[own.start : own.end]


def _column(index: int, texts: list[str], places: Provenance, vocabulary: Vocabulary) -> Column:
    periods = [f.period for text in texts for f in find_periods(text)]
    period = max(periods, key=lambda p: (" Q" in p, periods.index(p))) if periods else None
    quarter = next((q for text in texts if (q := quarter_of(text) or _beside_role(text, vocabulary))), None)
    if quarter and period and re.fullmatch(r"\d{4}/\d\d", period):
        period = f"{period} Q{quarter}"
    label = " / ".join(texts)
    why: list[str] = [f"header '{label}'"] if label else ["no header"]
    role, phrase = innermost_role(texts, vocabulary)
    if phrase:
        why.append(f"'{phrase}' is a word for {role}")
    if period:
        why.append(f"period {period} in the header")
    return Column(index, role, label, period, tuple(why), places)


def _beside_role(text: str, vocabulary: Vocabulary) -> int | None:
    """The quarter that a header names beside a word for values: "Q1 target"."""
    named = None if find_periods(text) else names_quarter(text)
    found = role_of(text, vocabulary) if named is not None else None
    return named if found is not None and found[0] in VALUE_ROLES else None


def read_schema(
    grid: Grid, slots: Slots, row: int, height: int, first_col: int, vocabulary: Vocabulary, years: Years
) -> Schema:
    """The schema of the header at ``row``, settled by the values in the rows below it."""
    columns = _columns(slots, row, row + height, first_col, vocabulary, grid.spans_known)
    header, end = slots[row : row + height], _end_of_stub(slots, row, row + height, first_col)
    if share_names(columns, header):
        below = slots[row + height : _next_header(slots, row + height, end, first_col, vocabulary)]
        columns = whole_columns(columns, header, below)
    bodies = _bodies(slots, row + height, columns, vocabulary)
    columns = [_of_periods(_of_quarters(c, bodies[c.index]), bodies[c.index], vocabulary) for c in columns]
    kinds = next((c for c in columns if _is_of_kinds(c, bodies[c.index], vocabulary)), None)
    if kinds is not None:
        why = (*kinds.why, "each of its cells says what the values of its row are")
        columns = [replace(c, role="quarter", why=why) if c is kinds else c for c in columns]
    columns = settle(_dated(_own_years(columns, bodies, vocabulary), years.year), bodies, vocabulary, years)
    if kinds is not None:
        columns = [replace(c, doubt=None) if c.role in VALUE_ROLES else c for c in columns]
    return Schema(tuple(columns), kind_of(columns, bodies, vocabulary), row, row + height, first_col, years.year)


def _of_quarters(column: Column, texts: list[str]) -> Column:
    """A column that names the quarter of each row: an indicator has a row for every one."""
    quarters = {quarter_of(text) for text in texts if not is_whole_year(text)}
    if None in quarters or len(quarters) < 2:
        return column
    if column.role == "code" and len(set(texts)) == len(texts):
        return column  # "Q1" is the first question, say
    return replace(column, role="quarter", why=(*column.why, "each of its cells is a quarter"), doubt=None)


def _is_of_kinds(column: Column, texts: list[str], vocabulary: Vocabulary) -> bool:
    """Whether a column says of each row what its values are: "Target", "Actual"."""
    if column.role not in ("unknown", "extra") or column.period or len(texts) < 2:
        return False
    roles = {value_role(text, vocabulary) for text in texts}
    return {"target", "actual"} <= roles <= VALUE_ROLES


def _of_periods(column: Column, texts: list[str], vocabulary: Vocabulary) -> Column:
    """A column that names the period of each row, and maybe what its value is: "2024/25 actual", "2026/27 target"."""
    if (
        column.role != "unknown"
        or column.period
        or len(texts) < _ROWS
        or len(set(texts)) < 2
        or len(set(texts)) > len(texts) / 2
    ):
        return column
    for text in set(texts):
        if not find_periods(text) or (without_periods(text) and not value_role(text, vocabulary)):
            return column
    return replace(column, role="quarter", why=(*column.why, "each of its cells is a period"), doubt=None)


def _own_years(columns: list[Column], bodies: Bodies, vocabulary: Vocabulary) -> list[Column]:
    """Columns that say row by row of which year the value beside them is, "Year" and "Value" under "Baseline", or an
    action; or all values of the row, where a measure has several rows."""
    out = list(columns)
    actions = any(c.role == "action" for c in columns)
    measures = {text for c in columns if c.role == "measure" for text in bodies[c.index]}
    for n, c in enumerate(columns):
        before = columns[n - 1] if n else None
        beside = columns[n + 1] if n + 1 < len(columns) else None
        words = c.label.split(" / ")[-1].split()
        named = any(phrase_key(" ".join(words[k:])) in vocabulary.period_names for k in range(len(words)))
        texts = bodies[c.index]
        dated = bool(texts) and all(is_bare_period(text) for text in texts)
        valued = beside is not None and beside.role in VALUE_ROLES and not beside.period
        shared = beside is not None and beside.role == "action" and c.label == beside.label  # one name over both
        behind = before is not None and before.role in VALUE_ROLES and not (before.period or valued)
        behind = behind and before is not None and c.role in ("unknown", before.role)
        if dated and named and valued and not c.period and " / " not in c.label and 0 < len(measures) < len(texts):
            out[n] = replace(c, role="quarter", why=(*c.why, "the years of the rows of each measure"), doubt=None)
        elif dated and not c.period and ((named and (valued or behind or actions)) or shared):
            of = "values" if valued or behind else "actions"
            out[n] = replace(c, role="own_period", why=(*c.why, f"the years of the {of} beside it"))
    return out


def _dated(columns: list[Column], year: str | None) -> list[Column]:
    """Quarters without a year are those of the plan's own, where it has one; beside them so is what is for the year."""
    quarters = {c.index: names_quarter(c.label) for c in columns if c.period in (None, year)}
    if year is None or not any(quarters.values()):
        return columns
    out = []
    for c in columns:
        quarter = quarters.get(c.index)
        period = f"{year} Q{quarter}" if quarter else year if _ANNUAL.search(c.label) else None
        if period and c.index in quarters:
            c = replace(c, period=period, why=(*c.why, f"{period}, as the plan's title says"))
        out.append(c)
    return out


def _end_of_stub(slots: Slots, row: int, end: int, first_col: int) -> int:
    """Where the rows end that the header can speak of: those beside its stub, where it has one, and not too many."""
    last = min(end + _FAR, len(slots))
    stub = slots[row][0]
    if not first_col or stub is None:
        return last
    return next((r for r in range(end, last) if slots[r][0] is not stub and not _blank(slots[r][0])), last)


def _next_header(slots: Slots, row: int, end: int, first_col: int, vocabulary: Vocabulary) -> int:
    """The first row of another header, which may be one of other columns, or ``end``."""
    return next((r for r in range(row, end) if header_height(slots, r, first_col, vocabulary)), end)


def _blank(cell: Cell | None) -> bool:
    return cell is None or cell.is_blank


def _bodies(slots: Slots, start: int, columns: list[Column], vocabulary: Vocabulary) -> Bodies:
    """The texts below each column, blanks left out, at most 40 of each."""
    out: Bodies = {c.index: [] for c in columns}
    for r in range(start, min(start + _FAR, len(slots))):
        for cell in anchored(slots, r, 0):
            if cell.col in out and not any(c in out for c in range(cell.col + 1, cell.end_col)) and not cell.is_blank:
                out[cell.col].append(fold(cell.text))
    return out
