"""Where a table begins and ends among rules that are drawn one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from planparse.readers.pdf.page import Rule
from planparse.readers.pdf.unruled.regions import _without_others, ruled_regions
from planparse.readers.pdf.words.lines import Line
from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, texts
from tests.readers.pdf.test_filled_columns import line

STARTS = (50.0, 250, 320, 390)
OTHERS = (50.0, 170, 280, 450)
COSTS = ["Cost", "2022/23", "2023/24", "2024/25"]
FIGURES = [["Staff", "100", "110", "120"], ["Rent", "20", "21", "22"], ["Light", "5", "6", "7"]]
SUM = ["All costs", "125", "137", "149"]
STEPS = ["Step", "Lead", "What it needs", "By when"]
TASKS = [["Depot", "A Smith", "A new roof", "May"], ["Lanes", "B Jones", "Stone and sand", "June"]]


def ruled(*parts: tuple[Sequence[float], Sequence[Sequence[str]], bool]) -> Paper:
    """Rows with a rule under each; those of a part begin at the same places, its first one is bold if it says so."""
    sheet = (paper := Paper()).sheet().text(50, 50, "What the town spends, and what it wants to do in the year")
    y = 100.0
    sheet.line(50, y - 15, 520, y - 15)
    for starts, rows, bold in parts:
        for n, row in enumerate(rows):
            for x, text in zip(starts, row, strict=True):
                sheet.text(x, y, text, size=9, bold=bold and not n)
            sheet.line(50, y + 5, 520, y + 5)
            y += 20
    return paper


def test_a_bold_header_of_other_columns_begins_another_table(engine: str) -> None:
    paper = ruled((STARTS, [COSTS, *FIGURES], True), (OTHERS, [STEPS, *TASKS], True))
    assert [texts(grid) for grid in grids(document(paper, engine))] == [[COSTS, *FIGURES], [STEPS, *TASKS]]


@pytest.mark.parametrize(("starts", "bold"), [(OTHERS, False), (STARTS, True)], ids=["plain", "where the others begin"])
def test_a_row_that_is_plain_or_in_the_same_columns_does_not(starts: Sequence[float], bold: bool) -> None:
    paper = ruled((STARTS, [COSTS, *FIGURES], True), (starts, [STEPS, *TASKS], bold))
    assert len(grids(document(paper))) == 1


@pytest.mark.parametrize("starts", [STARTS, (50.0, 244, 314, 384)], ids=["level", "further left"])
def test_a_bold_sum_does_not(starts: Sequence[float], engine: str) -> None:
    """The table goes on from another page, without a header."""
    paper = ruled((STARTS, FIGURES, False), (starts, [SUM, FIGURES[0]], True))
    assert [texts(grid) for grid in grids(document(paper, engine))] == [[*FIGURES, SUM, FIGURES[0]]]


def boxes(first: tuple[float, float], second: tuple[float, float], *, between: bool = True) -> list[tuple[float, ...]]:
    """Left, right and number of lines of each region: two tables between rules from one place to another, with text
    between them or none."""
    rules, own = [], []
    y = 100.0
    for start, end in (first, second):
        rules += [Rule(y + 20 * n, start, end) for n in range(1 if rules and not between else 0, 4)]
        own += [line((54, "Staff"), (204, "100"), (304, "110"), base=y + 13 + 20 * n) for n in range(3)]
        y += 60
        if between:
            own += [line((54, "We go on with all that we do for the town"), base=y + 20 + 12 * n) for n in range(3)]
            y += 80
    found = ruled_regions(rules, own)
    return [(region.box[0], region.box[2], len(region.lines)) for region in found if region.box]


@pytest.mark.parametrize("wide", [(45.0, 505.0), (50.0, 506.0), (55.0, 495.0)])
def test_a_region_ends_where_its_own_rules_do(wide: tuple[float, float]) -> None:
    assert boxes((50, 500), wide) == [(50, 500, 3), (*wide, 3)]
    assert boxes(wide, (50, 500)) == [(*wide, 3), (50, 500, 3)]


def test_rules_of_one_table_that_end_apart_are_all_its_own() -> None:
    assert boxes((50, 500), (45, 505), between=False) == [(45, 505, 6)]


WIDE = (100.0, 120, 140, 400, 420, 440)


def between(right: float = 300, *, count: int = 3, left: float = 50, beside: str = "") -> tuple[list[Rule], list[Line]]:
    """Shorter rules between two others, and the texts between these."""
    own = [line((left + 4, "Rent"), (left + 104, "5"), base=213 + 20 * n) for n in range(max(count - 1, 0))]
    own += [line((350, beside), base=213)] if beside else []
    return [Rule(200 + 20 * n, left, right) for n in range(count)], own


def test_another_table_between_two_rules_parts_those_over_it_from_those_under_it() -> None:
    rules, own = between()
    rules += [Rule(at, 50, 500) for at in WIDE]
    own += [line((54, "Staff"), (204, "100"), (304, "110"), base=at + 13) for at in WIDE if at + 20 in WIDE]
    found = ruled_regions(sorted(rules), sorted(own, key=lambda one: one.base))
    wide = [(r.box[1], r.box[3], len(r.lines)) for r in found if r.box and r.box[2] == 500]
    assert wide == [(100, 140, 2), (400, 440, 2)]


@pytest.mark.parametrize(
    "how",
    [{"count": 0}, {"count": 2}, {"beside": "Beside it"}, {"right": 496}, {"left": 80}],
    ids=["white", "two rules", "a text beside them", "as wide", "rules that begin elsewhere"],
)
def test_what_else_stands_there_is_looked_at_as_before(how: dict[str, Any]) -> None:
    rules = [Rule(at, 50, 500) for at in WIDE]
    assert len(_without_others(rules, *between(**how))) == 1


@pytest.mark.parametrize("chain", [WIDE, (100.0, 400)])
def test_each_rule_is_of_one_part(chain: Sequence[float]) -> None:
    rules = [Rule(at, 50, 500) for at in chain]
    parts = _without_others(rules, *between())
    assert [rule for part in parts for rule in part] == rules
    assert len(parts) == 2
    assert parts[0][-1].at < 200 < parts[1][0].at
