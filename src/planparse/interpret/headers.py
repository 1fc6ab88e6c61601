"""Header rows -> columns with roles.

The role of a column comes from its header path (spanners joined), looked up in the
vocabulary, and from the values below it; the reasons are kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from planparse.interpret.codes import is_code
from planparse.interpret.dates import parse_due
from planparse.interpret.draft import Column
from planparse.interpret.periods import find_periods, without_periods
from planparse.interpret.values import parse_value
from planparse.interpret.vocabulary import phrase_key
from planparse.model.document import Cell, Grid
from planparse.model.provenance import Provenance
from planparse.model.vocabulary import Vocabulary
from planparse.text import fold

VALUE_ROLES = frozenset({"actual", "target", "comparator"})
_KEY_ROLES = VALUE_ROLES | {"measure", "action", "due"}
_TALLEST = 4
_FAR = 40
"""Rows below a header that have a say in what its columns are."""
_LONGEST = 90
_MOST_WORDS = 7
"""A header is short; a phrase inside a longer text says nothing."""
_NOT_WORD = re.compile(r"[^\w£%&/-]+|(?<=\w{3})/(?=\w{3})")
_PREPOSITION = re.compile(r" (?:against|as|at|by|for|from|in|of|on|since|to|with|compared) ")


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

    def of(self, role: str) -> Column | None:
        return next((c for c in self.columns if c.role == role), None)

    def all_of(self, *roles: str) -> tuple[Column, ...]:
        return tuple(c for c in self.columns if c.role in roles)


Slots = list[list[Cell | None]]


def role_of(words: str, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """The role of a header text without its periods, and the phrase that says so."""
    key = phrase_key(words)
    if not key:
        return None
    if key in vocabulary.columns:
        return vocabulary.columns[key], key
    squeezed = _squeezed(vocabulary).get(key.replace(" ", ""))
    if squeezed:
        return vocabulary.columns[squeezed], squeezed
    padded = " " + _NOT_WORD.sub(" ", key) + " "
    if padded.count(" ") > _MOST_WORDS + 1:
        return None
    if any(padded.startswith(f" {word} ") or padded.endswith(f" {word} ") for word in vocabulary.not_plan):
        return "decoy", key
    return _by_head_word(padded, vocabulary)


@lru_cache(maxsize=4)
def _squeezed_phrases(phrases: tuple[str, ...]) -> dict[str, str]:
    return {p.replace(" ", ""): p for p in phrases if len(p) > 4}


def _squeezed(vocabulary: Vocabulary) -> dict[str, str]:
    """The phrases without their blanks, for headers whose words a narrow column broke or glued."""
    return _squeezed_phrases(tuple(vocabulary.columns))


def _by_head_word(padded: str, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """The role that the last words before a preposition say, else the first words: "Action ref" is a ref.

    >>> from planparse.interpret.vocabulary import load_vocabulary
    >>> [role_of(t, load_vocabulary())[0] for t in ("Action ref", "Target for year", "Owner/contact")]
    ['code', 'target', 'lead']
    """
    head = _PREPOSITION.split(padded, maxsplit=1)[0].rstrip() + " "
    for text, ends in ((head, True), (head, False), (padded, True), (padded, False)):
        found = [p for p in vocabulary.columns if len(p) > 2 and (text.endswith(f" {p} ") if ends else text.startswith(f" {p} "))]
        if found:
            best = max(found, key=len)
            return vocabulary.columns[best], best
    return None


def header_height(slots: Slots, row: int, first_col: int, vocabulary: Vocabulary) -> int:
    """How many rows from ``row`` on are a header; 0 where ``row`` begins none."""
    height, roles = 0, 0
    for r in range(row, min(row + _TALLEST, len(slots))):
        found = _header_cells(slots, r, row, first_col, vocabulary)
        if found is None:
            break
        if height == 0 and not _can_begin(slots, r, first_col, found, vocabulary):
            return 0
        roles += found
        height += 1
        if not _goes_on(slots, r, first_col, vocabulary):
            break
    if roles < 2:
        return 0
    named = {role for c in _columns(slots, row, row + height, first_col, vocabulary, True) for role in [c.role]}
    return height if named & _KEY_ROLES and len(named) > 1 else 0


def _can_begin(slots: Slots, r: int, first_col: int, found: int, vocabulary: Vocabulary) -> bool:
    """A header begins with several words, or with a spanner over some of the columns."""
    filled = [c for c in _anchored(slots, r, first_col) if not c.is_blank]
    if len(filled) == 2:
        return all(_is_exact(fold(c.text), vocabulary) for c in filled)
    if found > 1 or not found:
        return found > 1
    lone = next((c for c in filled if role_of(without_periods(fold(c.text)), vocabulary) or find_periods(fold(c.text))), None)
    return lone is not None and len(filled) == 1 and 1 < lone.col_span < len(slots[r]) - first_col


def _is_exact(text: str, vocabulary: Vocabulary) -> bool:
    """Whether the whole text is a header word, a period, or both."""
    words = without_periods(text)
    return phrase_key(words) in vocabulary.columns or (words != text and not words)


def _header_cells(slots: Slots, r: int, top: int, first_col: int, vocabulary: Vocabulary) -> int | None:
    """How many cells of row ``r`` are header words or periods; None where the row holds something else."""
    found = unknown = 0
    for cell in _anchored(slots, r, first_col):
        text = fold(cell.text)
        if not text:
            continue
        if len(text) > _LONGEST or cell.tables:
            return None
        words = without_periods(text)
        has_period = words != text
        if role_of(words, vocabulary) or (has_period and len(words) < 12):
            found += 1
        elif _looks_like_value(text, vocabulary):
            return None
        elif cell.is_header or r == top:
            unknown += 1
        else:
            return None
    if found < unknown and not all(c.is_header for c in _anchored(slots, r, first_col)):
        return None
    return found


def _looks_like_value(text: str, vocabulary: Vocabulary) -> bool:
    return parse_value(text, vocabulary).status != "note"


def _anchored(slots: Slots, r: int, first_col: int) -> list[Cell]:
    """The cells that begin in row ``r`` at or right of ``first_col``."""
    out: list[Cell] = []
    for cell in slots[r][first_col:]:
        if cell is not None and cell.row == r and (not out or out[-1] is not cell):
            out.append(cell)
    return out


def _goes_on(slots: Slots, r: int, first_col: int, vocabulary: Vocabulary) -> bool:
    """Whether the next row can be one more row of the same header."""
    if r + 1 >= len(slots):
        return False
    below = [c for c in _anchored(slots, r + 1, first_col) if not c.is_blank]
    if not below:
        return False
    spanned = any(c.end_row > r + 1 for c in _anchored(slots, r, first_col))
    spanner = any(c.col_span > 1 for c in _anchored(slots, r, first_col) if not c.is_blank)
    only_periods = all(not without_periods(fold(c.text)) for c in below)
    named = all(
        not without_periods(fold(c.text)) or role_of(without_periods(fold(c.text)), vocabulary) for c in below
    ) and not any(_looks_like_value(fold(c.text), vocabulary) and without_periods(fold(c.text)) for c in below)
    return only_periods or (named and (spanned or spanner or _fills_blanks(slots, r, first_col)))


def _fills_blanks(slots: Slots, r: int, first_col: int) -> bool:
    """Whether the next row has texts below blanks of this one, and blanks below its texts."""
    upper, lower = slots[r], slots[r + 1]
    return any(
        (a is None or a.is_blank) and b is not None and not b.is_blank
        for a, b in zip(upper[first_col:], lower[first_col:], strict=False)
    )


def _paths(slots: Slots, top: int, end: int, first_col: int, spans_known: bool) -> list[tuple[list[str], list[Cell]]]:
    """For each column its header texts, outermost first, and their cells."""
    width = len(slots[top])
    carried: list[Cell | None] = [None] * (end - top)
    out: list[tuple[list[str], list[Cell]]] = []
    for c in range(first_col, width):
        texts: list[str] = []
        cells: list[Cell] = []
        for r in range(top, end):
            cell = slots[r][c]
            if (cell is None or cell.is_blank) and not spans_known and r + 1 < end and _below(slots, r, end, c):
                cell = carried[r - top]
            elif cell is not None and not cell.is_blank:
                carried[r - top] = cell if _below(slots, r, end, c) else None
            if cell is not None and not cell.is_blank and cell not in cells:
                cells.append(cell)
                texts.append(fold(cell.text))
        out.append((texts, cells))
    return out


def _below(slots: Slots, r: int, end: int, c: int) -> bool:
    """Whether a header text of its own stands below slot (r, c)."""
    return any((cell := slots[i][c]) is not None and cell.row > r and not cell.is_blank for i in range(r + 1, end))


def _columns(
    slots: Slots, top: int, end: int, first_col: int, vocabulary: Vocabulary, spans_known: bool
) -> list[Column]:
    columns = []
    for offset, (texts, cells) in enumerate(_paths(slots, top, end, first_col, spans_known)):
        places: Provenance = tuple(p for cell in cells for p in cell.places)
        columns.append(_column(first_col + offset, texts, places, vocabulary))
    return columns


def _column(index: int, texts: Sequence[str], places: Provenance, vocabulary: Vocabulary) -> Column:
    periods = [f.period for text in texts for f in find_periods(text)]
    period = max(periods, key=lambda p: (" Q" in p, periods.index(p))) if periods else None
    label = " / ".join(texts)
    why: list[str] = [f"header '{label}'"] if label else ["no header"]
    role = "unknown"
    for text in reversed(texts):
        found = role_of(without_periods(text), vocabulary)
        if found:
            role = found[0]
            why.append(f"'{found[1]}' is a word for {role}")
            break
    else:
        joined = role_of(without_periods(" ".join(texts)), vocabulary)
        if joined:
            role = joined[0]
            why.append(f"'{joined[1]}' is a word for {role}")
    if period:
        why.append(f"period {period} in the header")
    return Column(index, role, label, period, tuple(why), places)


def read_schema(
    grid: Grid, slots: Slots, row: int, height: int, first_col: int, vocabulary: Vocabulary, plan_start: str | None
) -> Schema:
    """The schema of the header at ``row``, settled by the values in the rows below it."""
    columns = _columns(slots, row, row + height, first_col, vocabulary, grid.spans_known)
    below = slots[row + height : _end_of_stub(slots, row, row + height, first_col)]
    columns = [c for c in columns if not _covered(c, slots[row : row + height], below)]
    bodies = _bodies(slots, row + height, columns, vocabulary)
    columns = _settle(columns, bodies, vocabulary, plan_start)
    return Schema(tuple(columns), _kind(columns, bodies, vocabulary), row, row + height, first_col)


def _end_of_stub(slots: Slots, row: int, end: int, first_col: int) -> int:
    """Where the rows end that the header can speak of: those beside its stub, where it has one, and not too many."""
    last = min(end + _FAR, len(slots))
    stub = slots[row][0]
    if not first_col or stub is None:
        return last
    return next((r for r in range(end, last) if slots[r][0] is not stub and not _blank(slots[r][0])), last)


def _covered(c: Column, header: Slots, below: Slots) -> bool:
    """Whether the header cells of the column to the left reach over this one, and no row below parts the two."""
    i = c.index
    if i == 0 or any(line[i] is None or line[i] is not line[i - 1] for line in header):
        return False
    return all(line[i] is line[i - 1] or _blank(line[i]) for line in below)


def _blank(cell: Cell | None) -> bool:
    return cell is None or cell.is_blank


def _bodies(slots: Slots, start: int, columns: list[Column], vocabulary: Vocabulary) -> dict[int, list[str]]:
    """The texts below each column, blanks left out, at most 40 of each."""
    out: dict[int, list[str]] = {c.index: [] for c in columns}
    for r in range(start, min(start + _FAR, len(slots))):
        for cell in _anchored(slots, r, 0):
            if cell.col in out and not any(c in out for c in range(cell.col + 1, cell.end_col)) and not cell.is_blank:
                out[cell.col].append(fold(cell.text))
    return out


def _share(texts: list[str], test: Callable[[str], bool]) -> float:
    return sum(map(test, texts)) / len(texts) if texts else 0.0


def _settle(
    columns: list[Column], bodies: dict[int, list[str]], vocabulary: Vocabulary, plan_start: str | None
) -> list[Column]:
    columns = [_settled_by_body(c, bodies[c.index], columns, vocabulary) for c in columns]
    has_words = any(c.role in VALUE_ROLES for c in columns)
    named_actual = any(c.role == "actual" for c in columns)
    for i, c in enumerate(tuple(columns)):
        if c.role != "unknown" or not c.period or not any(x.role == "measure" for x in columns):
            continue
        if not has_words:
            columns[i] = _by_plan_period(c, plan_start)
        elif not named_actual:
            why = f"a bare period beside columns named {' and '.join(sorted({x.role for x in columns} & VALUE_ROLES))}"
            columns[i] = replace(c, role="actual", why=(*c.why, why))
    if not any(c.role == "measure" for c in columns) and any(c.role in VALUE_ROLES for c in columns):
        columns = _guess_measure(columns, bodies, vocabulary)
    return _one_each(columns, bodies)


def _settled_by_body(c: Column, texts: list[str], columns: list[Column], vocabulary: Vocabulary) -> Column:
    codes = _share(texts, is_code)
    if c.role == "unknown" and not c.period and len(texts) > 1:
        return _by_body(c, texts, columns, vocabulary)
    if c.role == "measure" and texts and codes > 0.8 and any(x.role == "measure" and x is not c for x in columns):
        return replace(c, role="code", why=(*c.why, f"{codes:.0%} of its cells are codes"))
    if c.role == "direction" and texts and _share(texts, lambda t: phrase_key(t) in vocabulary.directions) < 0.5:
        named = vocabulary.labels.get(phrase_key(c.label)) in ("objective", "priority")
        return replace(c, role="objective" if named else "extra", why=(*c.why, "its cells name no direction"))
    if c.role == "code" and texts and codes < 0.3 and not any(x.role in ("measure", "action") for x in columns):
        return replace(c, role="measure", why=(*c.why, "its cells are texts, not codes"))
    return c


def _by_body(c: Column, texts: list[str], columns: list[Column], vocabulary: Vocabulary) -> Column:
    """A column whose header says nothing: its cells may be dates, directions or codes."""
    roles = {x.role for x in columns}
    for role, wanted, test in (
        ("due", {"action"}, lambda t: parse_due(t) is not None),
        ("direction", {"measure"}, lambda t: phrase_key(t) in vocabulary.directions),
        ("code", {"measure", "action"}, lambda t: is_code(t) and any(ch.isalpha() for ch in t)),
    ):
        share = _share(texts, test)
        if role not in roles and roles & wanted and share > 0.7:
            return replace(c, role=role, why=(*c.why, f"{share:.0%} of its cells read as {role}"))
    return c


def _by_plan_period(c: Column, plan_start: str | None) -> Column:
    start = (plan_start or "")[:4]
    role = "target" if start and (c.period or "") >= start else "actual"
    why = (*c.why, f"no word says what it is; {c.period} lies {'in' if role == 'target' else 'before'} the plan's years")
    return replace(c, role=role, why=why, doubt=f"column '{c.label}' taken for {role} by its year alone")


def _guess_measure(columns: list[Column], bodies: dict[int, list[str]], vocabulary: Vocabulary) -> list[Column]:
    """The widest text column without a role of its own, left of the first value."""
    first = min(c.index for c in columns if c.role in VALUE_ROLES)
    roles = {c.role for c in columns}
    if "action" in roles and roles & {"due", "lead", "progress"}:
        return columns
    free = [
        c
        for c in columns
        if c.role in ("unknown", "objective", "action", "extra") and c.index < first and len(bodies[c.index]) > 0
    ]
    words = [c for c in free if _share(bodies[c.index], lambda t: parse_value(t, vocabulary).status == "note") > 0.7]
    best = max(words, key=lambda c: sum(map(len, bodies[c.index])), default=None)
    if best is None or any(c.role == "decoy" for c in columns):
        return columns
    doubt = f"column '{best.label}' taken for the measure because it holds the longest texts"
    chosen = replace(best, role="measure", why=(*best.why, "the longest texts stand here"), doubt=doubt)
    return [chosen if c is best else c for c in columns]


def _one_each(columns: list[Column], bodies: dict[int, list[str]]) -> list[Column]:
    """Of several columns with one single role the fullest keeps it; the others are extra."""
    for role in ("measure", "code", "objective", "action", "due"):
        same = [c for c in columns if c.role == role]
        if len(same) > 1:
            keep = max(same, key=lambda c: (sum(map(len, bodies[c.index])), -c.index))
            columns = [
                replace(c, role="extra", why=(*c.why, f"'{keep.label}' is the {role}")) if c in same and c is not keep else c
                for c in columns
            ]
    return columns


def _kind(columns: list[Column], bodies: dict[int, list[str]], vocabulary: Vocabulary) -> str:
    roles = {c.role for c in columns}
    decoys = sum(c.role == "decoy" for c in columns)
    values = [c for c in columns if c.role in VALUE_ROLES]
    if decoys * 3 >= len(columns) or (decoys and not values):
        return "other"
    if "action" in roles and roles & {"due", "lead", "progress", "rag"} and not ("measure" in roles and len(values) > 1):
        return "actions"
    if "measure" in roles and values:
        texts = [t for c in values for t in bodies[c.index]]
        real = [t for t in texts if parse_value(t, vocabulary).status != "note"]
        if texts and len(real) * 4 < len(texts):
            return "other"
        return "indicators"
    return "other"
