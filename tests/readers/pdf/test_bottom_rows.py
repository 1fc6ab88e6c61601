"""Tables without a line, as spreadsheets print them: the code and the values stand beside the last line of a text."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from planparse.readers.pdf.page import Rule, Word, make_style
from planparse.readers.pdf.unruled.bottom_rows import bottom_regions
from planparse.readers.pdf.unruled.regions import Region
from planparse.readers.pdf.words.lines import Line, make_lines
from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, spans, texts

XS = [50.0, 90, 260, 320, 380]
HEAD = ["Ref", "Measure", "2024/25", "2025/26", "2026/27"]
ROWS = [
    ["M1", "Visits", "371", "352", "340"],
    ["M2", "Visits to the museum and\nthe gallery", "45%", "46%", "47%"],
    ["M3", "Books lent", "9.5", "9.6", "N/A"],
    ["M4", "Visits to the libraries of\nthe towns and villages\naround", "12", "13", "14"],
]


def printed(rows: Sequence[Sequence[str]] = ROWS, *, band: str = "", at_foot: bool = True) -> Paper:
    sheet = (paper := Paper()).sheet()
    sheet.text(50, 60, "Targets of the museum", size=14, bold=True)
    for x, name in zip(XS, HEAD, strict=True):
        sheet.text(x, 100, name, size=8, bold=True)
    base = 100.0
    for n, row in enumerate(rows):
        if band and n == 2:
            base += 20
            sheet.text(50, base, band, size=8, bold=True)
        lines = max(cell.count("\n") + 1 for cell in row)
        base += 16 + 8 * (lines - 1)
        for x, cell in zip(XS, row, strict=False):
            own = cell.split("\n") if cell else []
            for k, text in enumerate(own):
                sheet.text(x, base - 8 * ((len(own) if at_foot else lines) - 1 - k), text, size=8)
    return paper


def flat(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    return [[cell.replace("\n", " ") for cell in row] for row in rows]


def test_the_lines_over_a_code_and_its_values_are_of_their_row(engine: str) -> None:
    (grid,) = grids(document(printed(), engine))
    assert texts(grid) == [HEAD, *flat(ROWS)]
    assert "entries at the foot of their rows" in grid.evidence[-1]


def test_a_bold_text_between_the_rows_is_a_band() -> None:
    (grid,) = grids(document(printed(band="Libraries of the county and all that they do for us")))
    rows = flat(ROWS)
    assert texts(grid)[:3] == [HEAD, *rows[:2]]
    assert texts(grid)[3][0] == "Libraries of the county and all that they do for us"
    assert texts(grid)[4:] == rows[2:]


def test_a_note_over_several_columns_is_of_the_row_at_whose_foot_it_ends() -> None:
    note = "No target is set while the\nservice is under review and\nits grant is not known."
    rows = [*ROWS[:2], ["M3", "Books lent", "9.5", note], ROWS[3]]
    (grid,) = grids(document(printed(rows)))
    assert texts(grid)[3][:4] == ["M3", "Books lent", "9.5", note.replace("\n", " ")]
    assert spans(grid) == {note.replace("\n", " "): (1, 2)}


def test_rows_whose_entries_stand_at_their_top_are_none_of_these() -> None:
    (grid,) = grids(document(printed(at_foot=False)))
    assert texts(grid) == [HEAD, *flat(ROWS)]
    assert "at the foot" not in grid.evidence[-1]


STYLE = make_style(size=8, bold=False, direction=0, invisible=False, white=False, font="", unmapped=False)
BOLD = make_style(size=8, bold=True, direction=0, invisible=False, white=False, font="", unmapped=False)


def line(base: float, *entries: str, bold: bool = False) -> Line:
    """A line of these texts, each in its column, 4 points a letter and 2 between two words."""
    words = []
    for start, text in zip(XS, entries, strict=False):
        x = start
        for part in text.split():
            words.append(Word(part, x, base - 6, x + 4 * len(part), base + 2, base, BOLD if bold else STYLE))
            x += 4 * len(part) + 2
    (made,) = make_lines(words)
    return made


M1 = ["M1", "Visits", "371", "352", "340"]
M2 = ["M2", "the gallery", "45%", "46%", "47%"]
M3 = ["M3", "around", "12", "13", "14"]
OVER, FIRST, SECOND = (
    ["", "Visits to the museum and"],
    ["", "Visits to libraries of all"],
    ["", "towns and the villages"],
)


def found(*lines: tuple[float, Sequence[str]], rules: Sequence[Rule] = (), head: Sequence[str] = HEAD) -> list[Region]:
    return bottom_regions([line(100, *head, bold=True), *(line(base, *own) for base, own in lines)], rules)


GOOD = [(116.0, M1), (132.0, OVER), (140.0, M2), (156.0, FIRST), (164.0, SECOND), (172.0, M3)]


def test_such_lines_are_a_region_with_a_border_between_its_rows() -> None:
    (region,) = found(*GOOD)
    assert [row.base for row in region.lines] == [100, 116, 132, 140, 156, 164, 172]
    assert len(region.columns) == len(XS) - 1
    assert region.horizontals == [105.6, 121.6, 145.6]


def test_what_stands_below_the_last_row_is_none_of_it() -> None:
    (region,) = found(*GOOD, (200.0, ["", "Source: the museum"]))
    assert region.lines[-1].base == 172


@pytest.mark.parametrize(
    "lines",
    [
        [*GOOD[:3], (148.0, ["", "in town"]), *((base + 8, own) for base, own in GOOD[3:])],
        [*GOOD, (180.0, ["", "them"])],
        [*GOOD[:1], (125.0, OVER), (133.0, M2), *GOOD[3:]],
        [*GOOD[:1], (124.0, OVER), *GOOD[2:]],
        [*GOOD[:1], (132.0, ["", "", "Visits to the museum"]), *GOOD[2:]],
        [*GOOD[:1], (132.0, ["", "Arts"]), *GOOD[2:]],
        [*GOOD[:3], (156.0, ["", "Arts"]), *GOOD[4:]],
        [*GOOD[:5], (172.0, ["M2", *M3[1:]])],
        [*GOOD[:3]],
        [*GOOD[:3], (156.0, M3)],
        [(base, own[:4]) for base, own in GOOD],
    ],
    ids=[
        "a text goes on below the line of its code",
        "so does the last one",
        "no further from the row above",
        "too far from its row",
        "over a figure",
        "a heading over a longer text",
        "a first line with room for more",
        "a code twice",
        "two rows",
        "one line over another",
        "no row with an entry under each name",
    ],
)
def test_lines_that_do_not_surely_end_at_the_foot_of_rows_are_no_region(
    lines: Sequence[tuple[float, Sequence[str]]],
) -> None:
    assert found(*lines) == []


def test_rules_between_the_rows_tell_them_themselves() -> None:
    assert found(*GOOD, rules=[Rule(148, 50, 420)]) == []
    assert len(found(*GOOD, rules=[Rule(90, 50, 420), Rule(190, 50, 420)])) == 1


def test_a_bold_row_of_figures_is_no_header() -> None:
    assert found(*GOOD, head=["M0", "All", "12", "13", "14"]) == []


def test_names_in_bold_over_those_of_the_columns_are_of_the_header() -> None:
    over = line(92, "", "", "", "Planned", bold=True)
    rows = [line(100, *HEAD, bold=True), *(line(base, *own) for base, own in GOOD)]
    (region,) = bottom_regions([over, *rows])
    assert region.lines[0] is over
    caption = line(92, "Targets of the museum for you", bold=True)
    (region,) = bottom_regions([caption, *rows])
    assert region.lines[0].base == 100
