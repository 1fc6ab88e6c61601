"""Tables of two columns whose every other row is painted, cell by cell, below a bold header."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from planparse.readers.pdf.page import Fill, Word, make_style
from planparse.readers.pdf.unruled.regions import Region
from planparse.readers.pdf.unruled.striped import striped_regions
from planparse.readers.pdf.words.lines import Line, make_lines
from planparse.readers.pdf.words.runs import NEAR_GAP, cut

XS = [50.0, 200.0, 500.0]
HEAD = ["Role", "What it answers for"]
ROWS = [
    ["Head of Parks", "Looks after the parks of the town"],
    ["Head of Roads", "Mends the roads before the winter"],
    ["Head of Homes", "Lets the homes that the council owns"],
    ["Head of Waste", "Empties the bins of each street"],
]
GREY, PALE, WHITE = "#e0e0e6", "#b2cce6", "#ffffff"


def line(base: float, *entries: tuple[float, str], size: float = 9, bold: bool = False) -> Line:
    style = make_style(size=size, bold=bold, direction=0, invisible=False, white=False, font="", unmapped=False)
    words = []
    for start, text in entries:
        x = start
        for part in text.split():
            words.append(Word(part, x, base - 0.8 * size, x + 4.5 * len(part), base + 0.2 * size, base, style))
            x += 4.5 * len(part) + 2.5
    (made,) = make_lines(words)
    return made


def found(
    *,
    head: Sequence[str] = HEAD,
    bold: bool = True,
    rows: Sequence[Sequence[str]] = ROWS,
    colours: tuple[str, str] = (GREY, GREY),
    gap: float = 0,
    third: bool = False,
    step: float = 0,
    over: str = "What each of us answers for",
    after: Sequence[Line] = (),
    size: float = 9,
) -> list[Region]:
    """The regions of a header and rows of one line, 18 points each, of which the second and the fourth are painted;
    ``step`` from the header to the first row besides, ``over`` a text over the header, ``size`` of the rows."""
    lines = [line(60, (50, over), size=13)] if over else []
    lines.append(line(100, *[(x + 3, text) for x, text in zip(XS, head, strict=False) if text], bold=bold))
    fills: list[Fill] = []
    for n, row in enumerate(rows):
        top = 106 + step + 18 * n
        lines.append(line(top + 12, *[(x + 3, text) for x, text in zip(XS, row, strict=False) if text], size=size))
        if n % 2:
            fills += [
                Fill(XS[0], top, XS[1] - gap, top + 18, colours[0]),
                Fill(XS[1], top, XS[2], top + 18, colours[1]),
            ]
            fills += [Fill(XS[2], top, XS[2] + 40, top + 18, colours[1])] if third else []
    return striped_regions(fills, [*lines, *after])


def read(region: Region) -> list[list[str]]:
    return [[run.text for run in cut(own, NEAR_GAP).runs] for own in region.lines]


@pytest.mark.parametrize("gap", [0, 1.5])
def test_painted_cells_and_a_bold_header_show_two_columns_of_texts(gap: float) -> None:
    (region,) = found(gap=gap)
    assert read(region) == [HEAD, *ROWS]
    assert region.columns == [200 - gap / 2]
    assert region.rows == [(124, 142), (160, 178)]


def test_rows_may_be_set_larger_than_the_header_over_them() -> None:
    (region,) = found(size=12)
    assert read(region) == [HEAD, *ROWS]


def test_a_larger_line_below_them_is_none_of_them() -> None:
    (region,) = found(size=12, after=[line(190, (53, "Parks"), (203, "How we work"), size=16)])
    assert read(region) == [HEAD, *ROWS]


def test_the_header_has_a_border_of_its_own_and_painted_rows_have_theirs() -> None:
    (region,) = found()
    header, *others = region.horizontals
    assert 100 < header < 118
    assert others == [124, 142, 160]


@pytest.mark.parametrize(
    "how",
    [
        {"bold": False},
        {"bold": False, "over": ""},
        {"colours": (GREY, PALE)},
        {"colours": (WHITE, WHITE)},
        {"gap": 9.0},
        {"third": True},
        {"head": ["Role", "2026"]},
        {"head": ["Role", ""]},
        {"head": ["Role", ""], "rows": [["", ROWS[0][1]], *ROWS[1:]]},
        {"rows": [[ROWS[0][0], ""], ROWS[1]]},
        {"rows": [["Head of Parks, of woods and of playing fields", ""], *ROWS[1:]]},
        {"step": 30.0},
    ],
    ids=[
        "a header that is not bold",
        "such a header under nothing",
        "cells of two colours",
        "white cells",
        "cells apart",
        "three cells",
        "a value in the header",
        "one name",
        "one name over a text",
        "two texts in the second column",
        "a text over both columns below the header",
        "a header far above",
    ],
)
def test_other_texts_over_painted_cells_are_no_table(how: dict[str, Any]) -> None:
    assert found(**how) == []


@pytest.mark.parametrize(
    "after",
    [
        line(190, (53, "These are the roles of the year before this plan was made")),
        line(190, (53, "How we work"), size=13),
        line(190, (53, "How we work"), bold=True),
        line(230, (53, "Head of Pools"), (203, "Heats them")),
        line(190, (30, "Head of Pools"), (203, "Heats them")),
        line(190, (53, "Service plan"), (203, "Page 4"), size=7),
    ],
    ids=["over both columns", "larger", "bold", "far below", "left of the columns", "a running foot"],
)
def test_another_line_below_ends_the_table(after: Line) -> None:
    (region,) = found(after=[after])
    assert read(region) == [HEAD, *ROWS]


def test_a_further_row_below_belongs_to_it() -> None:
    (region,) = found(after=[line(190, (53, "Head of Pools"), (203, "Heats them"))])
    assert read(region)[-1] == ["Head of Pools", "Heats them"]


def test_each_of_two_tables_has_its_own_header() -> None:
    lines: list[Line] = []
    fills: list[Fill] = []
    for top in (100.0, 220.0):
        lines.append(line(top, *[(x + 3, text) for x, text in zip(XS, HEAD, strict=False)], bold=True))
        for n, row in enumerate(ROWS[:3]):
            lines.append(line(top + 18 * (n + 1), *[(x + 3, text) for x, text in zip(XS, row, strict=False)]))
        stripe = Fill(XS[0], top + 24, XS[1], top + 42, GREY)
        fills += [stripe, stripe._replace(x0=XS[1], x1=XS[2])]
    assert [read(region) for region in striped_regions(fills, lines)] == [[HEAD, *ROWS[:3]]] * 2
