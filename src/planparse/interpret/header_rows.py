"""Which rows of a grid are a header."""

from __future__ import annotations

import re
from functools import lru_cache

from planparse.interpret.header_words import role_of
from planparse.interpret.periods import find_periods, quarter_of, without_periods, year_of_plan
from planparse.interpret.values import is_words
from planparse.interpret.vocabulary import phrase_key
from planparse.model.document import Cell
from planparse.model.vocabulary import Vocabulary
from planparse.text import fold

_BROKEN_YEAR = re.compile(r"(?:19|20)\d\d ?[-–/]$")

Slots = list[list[Cell | None]]

_YEAR_END = re.compile(r"(?:full |whole )?year(?:[- ]end)?|annual", re.IGNORECASE)

VALUE_ROLES = frozenset({"actual", "target", "comparator"})
_KEY_ROLES = VALUE_ROLES | {"measure", "action", "due"}
_TALLEST = 4
_YEAR_OF = 3
"""Words of a name such as "Baseline year" at most."""
_LONGEST = 90
_LONGEST_BESIDE_PERIOD = 25
"""Characters that a header may have beside its period where no word of it is known."""


def value_role(text: str, vocabulary: Vocabulary) -> str | None:
    """What kind of value a text names, whatever its period: "Target 2025/26"."""
    found = role_of(without_periods(text), vocabulary)
    return found[0] if found is not None and found[0] in VALUE_ROLES else None


def header_height(slots: Slots, row: int, first_col: int, vocabulary: Vocabulary) -> int:
    """How many rows from ``row`` on are a header; 0 where ``row`` begins none."""
    roles = _header_cells(slots, row, row, first_col, vocabulary)
    if roles is None or not _can_begin(slots, row, first_col, roles, vocabulary):
        return 0
    height, beside = 0, _rows_beside(slots, row, first_col, vocabulary)
    for r in range(row, min(row + _TALLEST, len(slots))):
        if height and _ends_years(slots, r, first_col):
            height += 1
            continue
        if height:
            found = _header_cells(slots, r, row, first_col, vocabulary)
            if found is None and r >= row + beside:
                break
            roles += found or 0
        height += 1
        on = _goes_on(slots, r, first_col, vocabulary) or _ends_years(slots, r + 1, first_col)
        if not on and r + 1 >= row + beside:
            break
    if roles < 2 or (row and not _is_dressed(slots, row, first_col, vocabulary)):
        return 0
    named = set(_roles(slots, row, row + height, first_col, vocabulary))
    return height if named & _KEY_ROLES and len(named) > 1 else 0


def _is_dressed(slots: Slots, row: int, first_col: int, vocabulary: Vocabulary) -> bool:
    """Whether a row below others has more of a header than words that begin like those of one: a whole one, bold type
    or the source's word for it."""
    cells = [cell for cell in anchored(slots, row, first_col) if not cell.is_blank]
    bold = all(block.bold for cell in cells for block in cell.blocks if block.text)
    named = [c for c in cells if _is_exact(fold(c.text), vocabulary) or _has_period(fold(c.text))]
    return bold or any(c.is_header for c in cells) or len(named) > 1  # a row of a table may have a date


def _rows_beside(slots: Slots, row: int, first_col: int, vocabulary: Vocabulary) -> int:
    """How many rows the header words of the first one reach down beside titles over several columns; 0 where they do
    not all reach as far."""
    cells = anchored(slots, row, first_col)
    tall = {cell.row_span for cell in cells if cell.col_span == 1 and not cell.is_blank}
    names = [cell for cell in cells if cell.col_span == 1 and _is_exact(fold(cell.text), vocabulary)]
    titled = any(cell.col_span > 1 and cell.row_span == 1 and not cell.is_blank for cell in cells)
    return tall.pop() if len(tall) == 1 and len(names) > 1 and titled else 0


def _roles(slots: Slots, top: int, end: int, first_col: int, vocabulary: Vocabulary) -> list[str]:
    """The role that each column's header texts name, the innermost first."""
    out = []
    for c in range(first_col, len(slots[top])):
        texts = [fold(cell.text) for r in range(top, end) if (cell := slots[r][c]) is not None and not cell.is_blank]
        out.append(innermost_role(texts, vocabulary)[0])
    return out


def innermost_role(texts: list[str], vocabulary: Vocabulary) -> tuple[str, str]:
    """The role that a column's header texts, outermost first, name, and the phrase that says so.

    Over a bare year, or "Value", a word for values goes before any other word: "Results", "Police area", "2024/25".
    """
    if len(texts) > 1 and phrase_key(without_periods(texts[-1])) in vocabulary.value_names:
        titles = [role_of(without_periods(text), vocabulary) for text in reversed(texts[:-1])]
        value = next((f for f in titles if f and f[0] in VALUE_ROLES), None)
        if value:
            return value
    if len(texts) > 2 and not without_periods(texts[-1]):
        named = [role_of(without_periods(text), vocabulary) for text in reversed(texts)]
        value = next((f for f in named if f and f[0] in VALUE_ROLES), None)
        if value:
            return value
    for n, text in enumerate((*reversed(texts), " ".join(texts))):
        found = role_of(without_periods(text), vocabulary)
        if found and found[0] == "actual" and _YEAR_END.fullmatch(without_periods(text).strip()):
            over = next((role_of(without_periods(t), vocabulary) for t in reversed(texts[: -n - 1])), None)
            found = over if over and over[0] == "target" else found  # the target for the year's end
        if found:
            return found
    return "unknown", ""


def _can_begin(slots: Slots, r: int, first_col: int, found: int, vocabulary: Vocabulary) -> bool:
    """A header begins with several words, or with a spanner over some of the columns."""
    filled = [c for c in anchored(slots, r, first_col) if not c.is_blank]
    if len(filled) == 2:
        return all(_is_exact(fold(c.text), vocabulary) for c in filled)
    if found > 1 or not found:
        return found > 1
    lone = next((c for c in filled if role_of(_bare(fold(c.text)), vocabulary) or _has_period(fold(c.text))), None)
    return lone is not None and len(filled) == 1 and 1 < lone.col_span < len(slots[r]) - first_col


def whole_text(slots: Slots, cell: Cell, top: int) -> str:
    """The cell's text, behind a year above it that a narrow column broke: "2025-" and "26 Target"."""
    text = fold(cell.text)
    above = slots[cell.row - 1][cell.col] if text and cell.row > top else None
    if above is not None and above.col == cell.col and _BROKEN_YEAR.search(fold(above.text)):
        return fold(above.text) + text
    return text


def _is_exact(text: str, vocabulary: Vocabulary) -> bool:
    """Whether the whole text is a header word, a period or the name of one, or both."""
    words = _bare(text)
    key = phrase_key(words)
    return key in vocabulary.columns or key in vocabulary.period_names or (words != text and not words)


def _header_cells(slots: Slots, r: int, top: int, first_col: int, vocabulary: Vocabulary) -> int | None:
    """How many cells of row ``r`` are header words or periods; None where the row holds something else."""
    found = unknown = 0
    for cell in anchored(slots, r, first_col):
        text = whole_text(slots, cell, top)
        if not text:
            continue
        if len(text) > _LONGEST or cell.tables:
            return None
        words = _bare(text)
        has_period = _has_period(text)
        known = phrase_key(words) in vocabulary.columns or _is_part(words, vocabulary)
        if not has_period and not known and _looks_like_value(text, vocabulary):
            return None
        if known or role_of(words, vocabulary) or (has_period and len(words) < _LONGEST_BESIDE_PERIOD):
            found += 1
        elif cell.is_header or r == top:
            unknown += 1
        else:
            return None
    if found < unknown and not all(c.is_header for c in anchored(slots, r, first_col)):
        return None
    return found


def _is_part(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text names years, "Baseline year", or values, as a column does below a title that says of which kind
    they are."""
    words = phrase_key(text).split(" ")
    dated = len(words) <= _YEAR_OF and words[-1] in vocabulary.period_names
    return dated or phrase_key(text) in vocabulary.value_names


@lru_cache(maxsize=4096)
def _bare(text: str) -> str:
    """A header text without its periods and without a quarter, or the whole year, that stands alone."""
    return "" if quarter_of(text) or year_of_plan(text) or _YEAR_END.fullmatch(text) else without_periods(text)


@lru_cache(maxsize=4096)
def _has_period(text: str) -> bool:
    if quarter_of(text) or year_of_plan(text) or _YEAR_END.fullmatch(text):
        return True
    return bool(find_periods(text))


def _looks_like_value(text: str, vocabulary: Vocabulary) -> bool:
    return not is_words(text, vocabulary)


def anchored(slots: Slots, r: int, first_col: int) -> list[Cell]:
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
    below = [c for c in anchored(slots, r + 1, first_col) if not c.is_blank]
    if not below:
        return _only_periods(slots, r + 2, first_col)
    if below[0].col_span == len(slots[r]) - first_col > 1:
        return False  # a band
    spanned = any(c.end_row > r + 1 for c in anchored(slots, r, first_col))
    spans = {(c.col, c.col_span) for c in anchored(slots, r + 1, first_col)}
    spanner = any(
        c.col_span > 1 and (c.col, c.col_span) not in spans for c in anchored(slots, r, first_col) if not c.is_blank
    )
    bare = {t: _bare(t) for t in (whole_text(slots, c, r) for c in below)}
    named = all(not w or role_of(w, vocabulary) or _is_part(w, vocabulary) for w in bare.values()) and not any(
        _looks_like_value(text, vocabulary) and words and not _has_period(text) for text, words in bare.items()
    )
    if spanner and _over_periods(slots, r + 1, first_col):
        return True
    return _only_periods(slots, r + 1, first_col) or (
        named and (spanned or spanner or _fills_blanks(slots, r, first_col))
    )


def _over_periods(slots: Slots, r: int, first_col: int) -> bool:
    """Whether a row has words alone, each over a period in the row below it: titles of a header of three rows."""
    words = [c for c in anchored(slots, r, first_col) if not c.is_blank]
    if r + 1 >= len(slots) or not words or any(c.tables or any(x.isdigit() for x in c.text) for c in words):
        return False
    below = [slots[r + 1][col] for c in words for col in range(c.col, c.end_col)]
    return all(c is not None and c.row == r + 1 and _has_period(fold(c.text)) for c in below)


def _only_periods(slots: Slots, r: int, first_col: int) -> bool:
    """Whether the row holds periods and nothing else; a blank row may part them from the header above."""
    filled = [c for c in anchored(slots, r, first_col) if not c.is_blank] if r < len(slots) else []
    return bool(filled) and all(not _bare(fold(c.text)) for c in filled)


def _fills_blanks(slots: Slots, r: int, first_col: int) -> bool:
    """Whether the next row has texts below blanks of this one, and blanks below its texts."""
    upper, lower = slots[r], slots[r + 1]
    return any(
        (a is None or a.is_blank) and b is not None and not b.is_blank
        for a, b in zip(upper[first_col:], lower[first_col:], strict=False)
    )


def _ends_years(slots: Slots, r: int, first_col: int) -> bool:
    """Whether the row holds nothing but the ends of years that narrow cells broke in the row above it."""
    filled = [c for c in anchored(slots, r, first_col) if not c.is_blank] if r < len(slots) else []
    over = [slots[r - 1][c.col] for c in filled]
    return bool(filled) and all(
        a is not None and is_year_in_two(fold(a.text), fold(b.text)) for a, b in zip(over, filled, strict=True)
    )


def is_year_in_two(upper: str, lower: str) -> bool:
    """Whether a narrow cell broke a year: "2015/20" over "16"."""
    m = re.fullmatch(r"((?:19|20)\d\d)[/-](\d\d)", upper) if re.fullmatch(r"\d\d", lower) else None
    return m is not None and int(m[2] + lower) == int(m[1]) + 1
