"""Milestones below their times: a column for each quarter, year or date, and maybe a row for each programme.

Programme       | By March 2026          | By March 2027
Active schools  | Coordinators in post   | A scheme in every school
Older adults    |                        | Classes in 200 care homes
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from planparse.interpret.blocks import BlockState
from planparse.interpret.dates import parse_due
from planparse.interpret.draft import Text, cell_text
from planparse.interpret.header_rows import Slots
from planparse.interpret.header_words import role_of
from planparse.interpret.labels import Label
from planparse.interpret.periods import parse_period, quarter_in, quarter_of, without_periods
from planparse.interpret.values import is_words
from planparse.interpret.vocabulary import phrase_key
from planparse.model.document import Cell
from planparse.model.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class TimeColumn:
    """A column of milestones: the period in which they fall, or by when they are due."""

    index: int
    period: str | None
    due: Text | None = None


def columns_of_times(slots: Slots, vocabulary: Vocabulary, year: str | None = None) -> list[TimeColumn]:
    """The time over each column, where the first row holds nothing else, but maybe a name over names at the left, and
    the rows below it texts, no figures; that of a quarter is in ``year``, the plan's own."""
    first, *rest = slots
    if len(first) < 2 or len(set(map(id, first))) < len(first) or None in first:
        return []
    times = [_time(n, cell, year) for n, cell in enumerate(first) if cell is not None]
    named = times[0] is None
    found = [time for time in times if time is not None]
    texts = [cell_text(cell).text for line in rest for cell in line if cell is not None and not cell.is_blank]
    if len(found) < max(2, len(times) - named) or not texts:
        return []
    if named and (_says_more(first[0], vocabulary) or any(_is_no_name(line[0]) for line in rest)):
        return []
    told = [cell_text(cell).text for line in rest for cell in line[named:] if cell is not None and not cell.is_blank]
    several = 2 * sum(" " in text for text in told) > len(told)
    return found if several and all(is_words(text, vocabulary) for text in texts) else []


def take_times(slots: Slots, columns: list[TimeColumn], label: Label, block: BlockState) -> None:
    """Takes the milestones below their times."""
    block.ledger.header([cell for cell in slots[0] if cell is not None])
    corner = cell_text(slots[0][0]).text if columns[0].index and slots[0][0] is not None else ""
    if columns[0].index and not corner:
        block.ledger.label([line[0] for line in slots[1:] if line[0] is not None], "row")
    for column in columns:
        for r, line in enumerate(slots[1:], 1):
            cell, name = line[column.index], line[0] if corner else None
            if cell is not None and (cell.row, cell.col) == (r, column.index):
                period = column.period if cell.col_span == 1 else label.period
                due = column.due if cell.col_span == 1 else None
                extra = {corner: cell_text(name)} if name is not None else {}
                block.values(replace(label, period=period), [cell], due, extra)


def _time(index: int, cell: Cell, year: str | None) -> TimeColumn | None:
    name = cell_text(cell)
    if _bare(name.text).casefold() == "by" and parse_due(name.text) is not None:
        return TimeColumn(index, None, name)
    period = parse_period(name.text) or _quarter(name.text, year) if not _bare(name.text) else None
    return TimeColumn(index, period) if period is not None else None


def _bare(name: str) -> str:
    return "" if quarter_of(name) else without_periods(name)


def _quarter(name: str, year: str | None) -> str | None:
    quarter = quarter_of(name)
    return None if quarter is None else quarter_in(quarter, year)


def _says_more(cell: Cell | None, vocabulary: Vocabulary) -> bool:
    """Whether the name of a column says what the texts in its rows are, more than a group of milestones."""
    role = role_of(cell_text(cell).text, vocabulary) if cell is not None and not cell.is_blank else None
    key = phrase_key(cell_text(cell).text) if cell is not None else ""
    return (role is not None and role[0] not in ("extra", "group")) or key in vocabulary.risks


def _is_no_name(cell: Cell | None) -> bool:
    return cell is None or cell.is_blank or cell.col_span > 1
