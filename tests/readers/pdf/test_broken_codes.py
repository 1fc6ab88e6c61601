"""Codes that a narrow first column breaks over several lines, in tables without rules between the rows."""

from __future__ import annotations

from planparse.readers.pdf.unruled.broken_codes import at_broken_codes
from tests.readers.pdf.test_rows import placed, rows

Entries = tuple[tuple[int, int, str], ...]
HEADER: Entries = ((0, 0, "Ref"), (1, 1, "Measure"), (2, 2, "Latest"), (3, 3, "Target"))
BAND: Entries = ((0, 3, "Comment: the way this is counted has changed"),)


def begun(code: str, name: str, *more: Entries, first: str = "AB") -> list[Entries]:
    """The lines of a row: its code begins beside its values, and ``more`` follows the first line."""
    lines: list[Entries] = [((0, 0, first), (1, 1, name), (2, 2, "40%"), (3, 3, "45%")), *more]
    return [*lines, ((0, 0, code),)]


PS: Entries = ((0, 0, "PS"), (1, 1, "in all parks"))
RUNS = begun("001", "Runs", PS)
SWIMS = begun("002", "Swims", ((0, 0, "PS"),))
WALKS = begun("003", "Walks", PS)


def found(*lines: Entries, step: float = 12) -> int:
    """How many rows of such codes and bands stand under a header."""
    band = [placed(100 + step * n, *line) for n, line in enumerate((HEADER, *lines))]
    start, own = at_broken_codes(band)
    assert start == bool(own)
    return len(own)


def test_the_number_at_the_end_of_a_code_is_of_the_row_that_the_code_begins() -> None:
    lines = (HEADER, *RUNS, *SWIMS, BAND, *WALKS)
    assert rows(*(placed(100 + 12 * n, *line) for n, line in enumerate(lines)), borders=())[1:] == [
        ["AB Runs 40% 45%", "PS in all parks", "001"],
        ["AB Swims 40% 45%", "PS", "002"],
        [BAND[0][2]],
        ["AB Walks 40% 45%", "PS in all parks", "003"],
    ]


def test_the_end_of_another_entry_may_stand_beside_or_below_it() -> None:
    assert found(*RUNS, *SWIMS[:-1], ((0, 0, "002"), (1, 1, "for all")), ((1, 1, "of us"),)) == 2


def test_the_pages_end_may_have_torn_the_last_one() -> None:
    assert found(*RUNS, *SWIMS, *WALKS[:2]) == 3
    assert found(*RUNS, *WALKS[:1]) == 2


def test_other_lines_are_not_rows_of_such_codes() -> None:
    assert found(*RUNS, *begun("001", "Swims", PS)) == 0, "the same number again"
    assert found(*RUNS, *begun("002", "Swims", ((0, 0, "PT"),))) == 0, "another one between"
    assert found(*RUNS, *begun("Walks", "Swims", PS)) == 0, "no number"
    assert found(*RUNS, *SWIMS, ((0, 0, "Total"), (2, 2, "9"))) == 0, "another label"
    assert found(*RUNS, *begun("002", "Swims", PS, first="Parks")) == 0, "other begins"
    assert found(*RUNS) == 0, "one alone"
    assert found(*RUNS[:2], *SWIMS[:2]) == 0, "no whole one"
    assert found(*RUNS[:2], ((0, 0, "001"), (2, 2, "7")), *WALKS[:1]) == 0, "figures beside the number"
    assert found(*RUNS, *SWIMS, *WALKS, step=16) == 0, "lines further apart than those of one text"
