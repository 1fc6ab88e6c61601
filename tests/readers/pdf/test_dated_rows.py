"""Rows that begin at a date or a code: where nothing else shows them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from planparse.readers.pdf.page import Word, make_style
from planparse.readers.pdf.unruled.placed import Placed, mark_ends
from planparse.readers.pdf.unruled.rows import group_rows
from planparse.readers.pdf.words.lines import make_lines
from planparse.readers.pdf.words.runs import cut, is_date
from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, texts

STYLE = make_style(size=10, bold=False, direction=0, invisible=False, white=False, font="", unmapped=False)
XS = [50.0, 260, 380, 460]
RULE = 90.0


def placed(base: float, *texts_: str) -> Placed:
    """A line with one text for each column, blank where there is none."""
    words = []
    for start, text in zip(XS, texts_, strict=False):
        x = start
        for part in text.split():
            words.append(Word(part, x, base - 8, x + 5 * len(part), base + 2, base, STYLE))
            x += 5 * len(part) + 3
    (line,) = make_lines(words)
    own = cut(line, 0.8)
    cols = [n for n, text in enumerate(texts_) if text]
    return Placed(own, [(col, col, run) for col, run in zip(cols, own.runs, strict=True)])


def rows(
    *own: Sequence[str], borders: Sequence[float] = (RULE,), step: float = 12, headed: bool = False
) -> list[list[str]]:
    lines = [placed(100 + step * n, *texts_) for n, texts_ in enumerate(own)]
    mark_ends(lines)
    return [[line.row.line.text for line in group] for group in group_rows(lines, list(borders), headed)]


@pytest.mark.parametrize(
    "text",
    ["31 March 2026", "1st May 2025", "June 2026", "Sept. 2026", "31/03/2026", "1.4.26", "Q1 2026", "Q3 2025/26"],
)
def test_a_day_a_month_or_a_quarter_with_its_year_is_a_date(text: str) -> None:
    assert is_date(text)


@pytest.mark.parametrize("text", ["2026", "March", "by June 2026", "2025/26", "45%", "June 2026 at last", "1/2"])
def test_other_texts_are_none(text: str) -> None:
    assert not is_date(text)


DATED = [
    ["Sweep the roads of the", "A Smith", "May 2026"],
    ["town and of its parks"],
    ["Mend the lamps", "B Jones", "June 2026"],
    ["Paint the hall and all", "C Brown", "July 2026"],
    ["of its doors"],
]


def firsts(found: list[list[str]]) -> list[str]:
    return [group[0].split()[0] for group in found]


def test_a_date_beside_the_first_line_of_each_text_begins_a_row() -> None:
    found = rows(*DATED)
    assert firsts(found) == ["Sweep", "Mend", "Paint"]
    assert [len(group) for group in found] == [2, 1, 2]


def test_where_the_column_has_anything_else_it_does_not() -> None:
    assert len(rows(*DATED[:2], ["Mend the lamps", "B Jones", "as soon as"], *DATED[3:])) == 1


def test_one_date_or_one_below_the_first_line_does_not() -> None:
    assert len(rows(*DATED[:2])) == 1
    assert len(rows(DATED[1], *DATED)) == 1


def test_a_date_alone_on_its_line_does_not() -> None:
    assert len(rows(DATED[0], DATED[1], ["", "", "June 2026"], ["Mend the lamps", "B Jones"])) == 1


def test_between_rules_of_their_own_or_over_the_first_one_rows_do_not_begin_at_dates() -> None:
    assert len(rows(*DATED, borders=(RULE, 170))) == 1
    assert len(rows(*DATED, borders=(170,))) == 1


CODED = [
    ["P1", "Sweep the roads", "A Smith"],
    ["", "and the parks"],
    ["P2", "Mend the lamps", "B Jones"],
    ["", "of the town"],
]


def coded(*own: Sequence[str]) -> list[int]:
    """How many lines each of the rows below the rule of a header has."""
    return [len(group) for group in rows(*own)]


def test_lines_over_the_first_code_are_the_rest_of_a_torn_row() -> None:
    assert coded(["", "and the squares"], *CODED) == [1, 2, 2]
    assert coded(["", "and the squares"], ["", "of the town"], *CODED) == [2, 2, 2]
    assert coded(*CODED) == [2, 2]


def test_a_text_in_the_first_column_that_is_no_code_begins_no_row() -> None:
    assert coded(["", "and the squares"], *CODED[:2], ["All", *CODED[2][1:]], CODED[3]) == [5]


def test_a_code_that_comes_again_or_stands_alone_begins_no_row() -> None:
    assert coded(["", "and the squares"], *CODED[:2], ["P1", *CODED[2][1:]], CODED[3]) == [5]
    assert coded(["", "and the squares"], *CODED[:2], ["P2"], CODED[3]) == [5]


def test_one_code_below_a_rest_is_too_little() -> None:
    assert coded(["", "and the squares"], *CODED[:2]) == [3]


NAMES = ["What we will do", "By when", "Lead", "Where"]
WORKS = [
    ["Sweep all the roads of the town and of its parks", "31 May 2026", "A Smith of the roads team of the town", ""],
    ["Mend the lamps in each of the squares of the town", "30 June 2026", "B Jones of the lamps team of us", ""],
    ["Paint the hall and all of its doors and windows", "31 July 2026", "C Brown of the halls team of us", ""],
]
PLACES = [50.0, 290, 370]


def free(*, bold: bool = True, dates: Sequence[str] = (), strong: bool = False) -> list[list[str]]:
    """A table without rules: names over rows of words, each with a date."""
    sheet = (paper := Paper()).sheet()
    own = [NAMES[:3], *(row[:3] for row in WORKS)]
    for n, row in enumerate(own):
        when = dates[n - 1] if n and dates else row[1]
        for x, cell in zip(PLACES, [row[0], when, row[2]], strict=True):
            sheet.text(x, 112 + 18 * n, cell, size=9, bold=(bold and n == 0) or (strong and n == 2))
    return [row for grid in grids(document(paper)) for row in texts(grid)]


def test_a_bold_header_over_rows_with_dates_is_a_table(engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    own = [NAMES[:3], *(row[:3] for row in WORKS)]
    for n, row in enumerate(own):
        for x, cell in zip(PLACES, row, strict=True):
            sheet.text(x, 112 + 18 * n, cell, size=9, bold=n == 0)
    (grid,) = grids(document(paper, engine))
    assert texts(grid) == own
    assert "rows with dates" in " ".join(grid.evidence)


def test_a_header_that_is_not_bold_over_them_is_none() -> None:
    assert free(bold=False) == []


def test_rows_of_which_one_has_no_date_or_is_bold_are_none() -> None:
    assert free(dates=["31 May 2026", "as soon as it can", "31 July 2026"]) == []
    assert free(strong=True) == []
