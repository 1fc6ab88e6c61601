"""A header that stands on the first of the rules between which the rows of a table stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from planparse.readers.pdf.page import Rule, Word, make_style
from planparse.readers.pdf.ruled.tables import Table
from planparse.readers.pdf.unruled.between import ends_with_heading, heading, running_text, standing
from planparse.readers.pdf.unruled.region_parts import between_tables
from planparse.readers.pdf.unruled.regions import Region
from planparse.readers.pdf.words.lines import Line, make_lines
from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, paragraphs, texts
from tests.readers.pdf.test_filled_columns import line

ROWS = [["Open the depot", "May 2024"], ["Mend the lanes", "June 2024"], ["Paint the hall", "in the summer"]]
NAMES = ["Action", "By when"]
PROSE = "This is what the board of our town wants to see done before the end of the year"


def ruled(names: list[str], *, bold: bool, gap: float = 0) -> Paper:
    """Rows between rules, names ``gap`` points above the first of these, further right than the texts of their rows."""
    sheet = (paper := Paper()).sheet().text(50, 40, PROSE)
    for x, name in zip((60, 330, 400), names, strict=False):
        sheet.text(x, 100 - gap, name, size=9, bold=bold)
    for n, row in enumerate([[], *ROWS]):
        for x, text in zip((50, 300), row, strict=False):
            sheet.text(x, 100 + 20 * n, text, size=9)
        sheet.line(50, 105 + 20 * n, 420, 105 + 20 * n)
    sheet.text(50, 230, PROSE[8:])
    return paper


def test_two_bold_names_on_a_rule_are_a_header(engine: str) -> None:
    doc = document(ruled(NAMES, bold=True), engine)
    assert [texts(grid) for grid in grids(doc)] == [[NAMES, *ROWS]]


@pytest.mark.parametrize(
    ("names", "bold", "gap"),
    [(NAMES, False, 0), (NAMES[:1], True, 0), (NAMES, True, 30)],
    ids=["plain", "one name", "far above"],
)
def test_other_words_above_a_rule_are_none(names: list[str], bold: bool, gap: float) -> None:
    doc = document(ruled(names, bold=bold, gap=gap))
    assert [texts(grid) for grid in grids(doc)] == [ROWS]
    assert paragraphs(doc)[1] == " ".join(names)


STYLES = {
    size: make_style(size=size, bold=False, direction=0, invisible=False, white=False, font="", unmapped=False)
    for size in (9, 12)
}


def large(text: str, *, x: float = 110, step: float = 14, row: int = 12, beside: bool = True) -> int | None:
    """Which line below a rule is a heading: a row of two texts in letters of size ``row``, or of one, then this in
    larger letters than those of the rows below."""
    words = []
    entries = [(112.0, row, 54.0, "Aim"), (112.0 + step, 12, x, text), (112.0 + step + 30, 9, 54.0, "The lanes")]
    if beside:
        entries.insert(1, (112.0, row, 110.0, "Keep the roads of our town"))
    for base, size, start, entry in entries:
        at = start
        for part in entry.split():
            words.append(Word(part, at, base - 7, at + 4 * len(part), base + 2, base, STYLES[size]))
            at += 4 * len(part) + 3
    return heading(make_lines(words), Rule(100, 50, 450), 2, 9)


def test_the_end_of_an_entry_in_large_letters_is_no_heading() -> None:
    assert large("safe for all") is None


@pytest.mark.parametrize(
    "how",
    [{"text": "Safe for all"}, {"x": 100}, {"step": 24}, {"row": 9}],
    ids=["a capital", "begins elsewhere", "further below", "other letters"],
)
def test_another_large_line_is_one(how: dict[str, Any]) -> None:
    assert large(**{"text": "safe for all"} | how) == 1


def test_below_one_text_alone_the_first_line_is_a_heading() -> None:
    assert large("safe for all", x=54, beside=False) == 0


def header(off: float, *, x: float = 54, years: Sequence[float] = (150, 220, 290)) -> list[str]:
    """The lines that stand on a rule: a name ``off`` points over three years."""
    words = [Word("Measure", x, 93 - off, x + 40, 102 - off, 100 - off, STYLES[9])]
    words += [Word(f"202{n}/2{n + 1}", at, 93, at + 30, 102, 100, STYLES[9]) for n, at in enumerate(years)]
    return [line.text for line in standing(make_lines(words), 105, 5, 20)]


@pytest.mark.parametrize("x", [54, 330], ids=["left of them", "right of them"])
def test_a_name_half_a_line_over_the_others_is_of_their_row(x: float) -> None:
    assert header(6, x=x) == ["Measure", "2020/21 2021/22 2022/23"]


@pytest.mark.parametrize(
    ("off", "x"), [(11, 54), (6, 170), (6, 250)], ids=["a line over them", "over one of them", "between two of them"]
)
def test_a_line_elsewhere_over_the_names_is_none_of_them(off: float, x: float) -> None:
    assert header(off, x=x) == ["2020/21 2021/22 2022/23"]


def test_a_name_alone_half_a_line_over_another_is_no_header() -> None:
    assert header(6, years=(150,)) == []


NEXT = "What the town wants"


def ending(*last: tuple[float, str], step: float = 30, bold: bool = True, above: bool = False) -> list[Line]:
    """A row, one that begins further right and is bold if ``above`` says so, and a line ``step`` points below it."""
    rows = [line((50, "Roads"), (110, "Smith")), line((110, "and Jones"), base=114, bold=above)]
    return [*rows, line(*last, base=114 + step, bold=bold)]


def test_a_bold_line_well_below_a_row_and_further_left_is_a_heading() -> None:
    assert ends_with_heading(ending((50, NEXT)), 10)


@pytest.mark.parametrize(
    "lines",
    [
        ending((50, NEXT), step=14),
        ending((50, NEXT), bold=False),
        ending((50, NEXT), above=True),
        ending((110, NEXT)),
        ending((50, NEXT), (300, "2024")),
        ending((50, NEXT))[-1:],
    ],
    ids=["close to it", "plain", "below a bold one", "level with it", "two texts", "alone"],
)
def test_another_line_below_rows_is_none(lines: list[Line]) -> None:
    assert not ends_with_heading(lines, 10)


@pytest.mark.parametrize(("x", "kept"), [(50, 2), (110, 3)], ids=["further left", "level"])
def test_a_heading_over_the_table_between_the_lines_of_a_region_is_of_that_table(x: float, kept: int) -> None:
    below = line((50, "Lamps"), (110, "Brown"), base=300)
    table = Table([50.0, 110, 400], [160.0, 180, 200], [], [])
    parts = between_tables(Region([*ending((x, NEXT)), below], (45, 80, 400, 320), []), [table])
    assert [len(part.lines) for part in parts] == [kept, 1]


def text_over(*last: str) -> int | None:
    """Which line between rows and a ``last`` line, which stands on a rule, is text between two tables."""
    rows = [line((54, "AB1 Swims"), (200, "41%"), (300, "43%"), base=100 + 18 * n) for n in range(2)]
    text = line((54, "The way this is counted has changed since the last year"), base=136)
    end = line(*zip((54.0, 200.0, 300.0), last, strict=False), base=154)
    return running_text([*rows, text, end], 158, 4, 18)


def test_text_over_the_header_of_the_next_table_is_between_the_two() -> None:
    assert text_over("Measure", "2024/25", "2025/26") == 2


@pytest.mark.parametrize("value", ["47%", "1,204"])
def test_a_comment_over_the_last_row_of_a_table_is_not(value: str) -> None:
    assert text_over("AB3 Dives", "To be set", value) is None
