"""Several titles over one rule, each of which begins with a column, share the columns under the rule."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from planparse.model.document import Grid
from planparse.readers.pdf.page import Rule, Word, make_style
from planparse.readers.pdf.unruled.placing import place
from planparse.readers.pdf.words.lines import make_lines
from planparse.readers.pdf.words.runs import NEAR_GAP, cut
from tests.readers.pdf.paper import Paper, text_width
from tests.readers.pdf.reading import document, grids, spans, texts

XS = [50.0, 190, 260, 330, 400]
END = 480.0
NAMES = ["Measure", "North", "South", "East", "West"]
ROWS = [["Roads swept", "40%", "45%", "50%", "55%"], ["Lamps lit", "8", "9", "10", "11"]]
TITLES = [(190.0, "Wards of the hill"), (330.0, "Wards of the bay")]


def drawn(titles: Sequence[tuple[float, str]], *, names: Sequence[str] = NAMES) -> Paper:
    """Rules around a table, under its names and between its rows; one stands under all of the titles."""
    sheet = (paper := Paper()).sheet()
    for y in (86, 122, 140, 158):
        sheet.line(48, y, END, y)
    for x, title in titles:
        sheet.text(x, 99, title, size=9)
    for left, name in zip(XS, names, strict=True):
        sheet.text(left, 116, name, size=9)
    sheet.line(184, 103, END, 103)
    sheet.cells([left - 4 for left in XS], [122, 140], ROWS)
    return paper


def only(paper: Paper, engine: str = "pdfium") -> Grid:
    (grid,) = grids(document(paper, engine))
    return grid


def across(grid: Grid) -> dict[str, tuple[int, int]]:
    """What spans several columns; names beside the titles are as high as the header."""
    return {text: span for text, span in spans(grid).items() if span[1] > 1}


def test_each_title_spans_the_columns_up_to_the_next_one(engine: str) -> None:
    grid = only(drawn(TITLES), engine)
    assert across(grid) == {"Wards of the hill": (1, 2), "Wards of the bay": (1, 2)}
    assert [[cell for cell in row if cell] for row in texts(grid)] == [
        [NAMES[0], *(t for _, t in TITLES)],
        NAMES[1:],
        *ROWS,
    ]


def test_the_last_title_spans_the_columns_to_the_end_of_the_rule(engine: str) -> None:
    grid = only(drawn([(190, "Hill"), (260, "Wards of the bay")]), engine)
    assert across(grid) == {"Wards of the bay": (1, 3)}


def test_names_of_years_are_no_figures() -> None:
    years = ["Measure", "2023", "2024", "2025", "2026"]
    assert across(only(drawn(TITLES, names=years))) == {"Wards of the hill": (1, 2), "Wards of the bay": (1, 2)}


@pytest.mark.parametrize("off", [6, 8, 20])
def test_titles_that_begin_where_no_name_does_do_not_share_the_rule(off: float) -> None:
    assert len(spans(only(drawn([(x + off, title) for x, title in TITLES])))) < 2


def test_over_figures_stands_no_title() -> None:
    figures = ["Roads mended", "1", "2", "3", "4"]
    assert not spans(only(drawn([(190, "Hill"), (330, "Bay")], names=figures)))


@pytest.mark.parametrize("title", ["Hill", "Wards of the hill"])
def test_one_title_is_of_the_whole_rule_or_of_its_column(title: str) -> None:
    assert across(only(drawn([(190, title)]))) == {title: (1, 4)}


EDGES = [190.0, 262, 334, 406, 480]
MIDDLES = [((EDGES[0], EDGES[2]), "Hill"), ((EDGES[2], EDGES[4]), "The bay")]


def centred(
    titles: Sequence[tuple[tuple[float, float], str]], *, off: float = 0, names: Sequence[str] = NAMES
) -> Paper:
    """The same table with all texts but the measures in the middle of their columns, and titles in the middle between
    two places each, but for ``off``."""
    sheet = (paper := Paper()).sheet()
    for y in (86, 122, 140, 158):
        sheet.line(48, y, END, y)
    sheet.line(192, 103, 478, 103)
    for (a, b), title in titles:
        sheet.text((a + b - text_width(title, 9)) / 2 + off, 99, title, size=9)
    for y, (first, *others) in zip((116, 134, 152), [names, *ROWS], strict=True):
        sheet.text(50, y, first, size=9)
        for (a, b), text in zip(pairwise(EDGES), others, strict=True):
            sheet.text((a + b - text_width(text, 9)) / 2, y, text, size=9)
    return paper


def test_titles_in_the_middle_over_columns_share_the_rule(engine: str) -> None:
    grid = only(centred(MIDDLES), engine)
    assert across(grid) == {"Hill": (1, 2), "The bay": (1, 2)}
    assert [[cell for cell in row if cell] for row in texts(grid)] == [[NAMES[0], "Hill", "The bay"], NAMES[1:], *ROWS]


@pytest.mark.parametrize(("first", "at"), [("Hill", 1), ("Wards of the hill", 3)], ids=["left", "right"])
def test_one_of_them_may_stand_over_a_single_column(first: str, at: int, engine: str) -> None:
    titles = [((EDGES[0], EDGES[at]), first), ((EDGES[at], EDGES[4]), "The bay")]
    assert across(only(centred(titles), engine)) == {first if at > 1 else "The bay": (1, 3)}


BORDERS = [40.0, *EDGES]


def placed(*titles: tuple[float, str], names: Sequence[str] = NAMES[1:]) -> list[tuple[int, int]]:
    """First and last column of titles with these middles; names in the middle of their columns under one rule."""
    middles = [(a + b) / 2 for a, b in pairwise(EDGES)]
    rows = []
    for base, entries in ((99.0, titles), (116.0, list(zip(middles, names, strict=True)))):
        words = []
        for middle, text in entries:
            x = middle - 2.5 * len(text)
            words.append(Word(text, x, base - 8, x + 5 * len(text), base + 2, base, STYLE))
        (line,) = make_lines(words)
        rows.append(cut(line, NEAR_GAP))
    return [(first, last) for first, last, _ in place(rows, BORDERS, [], [Rule(103, 192, 478)])[0].runs]


STYLE = make_style(size=10, bold=False, direction=0, invisible=False, white=False, font="", unmapped=False)


@pytest.mark.parametrize(
    ("middles", "columns"),
    [
        ((EDGES[1], (EDGES[2] + EDGES[4]) / 2), [(1, 2), (3, 4)]),
        (((EDGES[0] + EDGES[1]) / 2, (EDGES[1] + EDGES[4]) / 2), [(1, 1), (2, 4)]),
        (((EDGES[0] + EDGES[3]) / 2, (EDGES[3] + EDGES[4]) / 2), [(1, 3), (4, 4)]),
    ],
    ids=["two each", "one and three", "three and one"],
)
def test_each_column_under_the_rule_has_a_title_in_the_middle_over_it_and_others(
    middles: tuple[float, float], columns: list[tuple[int, int]]
) -> None:
    assert placed(*zip(middles, ("Hill", "Bay"), strict=True)) == columns


@pytest.mark.parametrize("off", [4, 10])
def test_beside_the_middle_each_title_is_over_its_own_column_alone(off: float) -> None:
    assert placed((EDGES[1] - 15 - off, "Hill"), (EDGES[3] + 15 + off, "Bay")) == [(1, 1), (4, 4)]


def test_where_the_last_column_has_no_title_none_is_shared() -> None:
    assert placed((EDGES[1], "Hill"), ((EDGES[2] + EDGES[3]) / 2, "Bay")) == [(1, 1), (3, 3)]


def test_a_title_for_each_column_is_over_that_alone() -> None:
    titles = [
        ((a + b) / 2, text) for (a, b), text in zip(pairwise(EDGES), ("Hill", "Bay", "Dale", "Moor"), strict=True)
    ]
    assert placed(*titles) == [(1, 1), (2, 2), (3, 3), (4, 4)]


def test_titles_in_the_middle_over_figures_are_over_one_column() -> None:
    titles = (EDGES[1], "Hill"), ((EDGES[2] + EDGES[4]) / 2, "Bay")
    assert placed(*titles, names=["1", "2", "3", "4"]) == [(1, 1), (3, 3)]


@pytest.mark.parametrize("off", [8, 12])
def test_titles_beside_the_middle_do_not_share_the_rule(off: float) -> None:
    assert across(only(centred(MIDDLES, off=off))) != {"Hill": (1, 2), "The bay": (1, 2)}


def test_titles_that_leave_a_column_over_do_not_share_the_rule() -> None:
    titles = [MIDDLES[0], ((EDGES[3], EDGES[4]), "Bay")]
    assert "Bay" not in spans(only(centred(titles)))


def test_over_figures_in_the_middle_stands_no_title() -> None:
    assert not spans(only(centred(MIDDLES, names=["Roads mended", "1", "2", "3", "4"])))


def ends(*lines: Sequence[tuple[float, str]]) -> list[tuple[int, int]]:
    """First and last column of the texts of the last of these lines, given with their left ends, over one rule."""
    rows = []
    bases = (*(99.0 - 11 * n for n in reversed(range(len(lines)))), 116.0)
    for base, entries in zip(
        bases, (*lines, list(zip((194.0, 338.0), ("Mar 2019", "Mar 2020"), strict=True))), strict=True
    ):
        words = [Word(text, x, base - 8, x + 5 * len(text), base + 2, base, STYLE) for x, text in entries]
        (line,) = make_lines(words)
        rows.append(cut(line, NEAR_GAP))
    found = place(rows, [40.0, 190.0, 334.0, 480.0], [], [Rule(103, 192, 478)])
    return [(first, last) for first, last, _ in found[len(lines) - 1].runs]


def test_the_second_line_of_one_of_two_names_is_no_title_of_both_columns() -> None:
    assert ends([(194, "Actual"), (338, "Our targets")], [(194, "performance")]) == [(1, 1)]


@pytest.mark.parametrize(
    "above",
    [[], [(194, "Actual")], [(194, "12%"), (338, "14%")], [(240, "Visits"), (400, "Loans")]],
    ids=["alone", "one name", "figures of a row", "other places"],
)
def test_a_text_under_no_two_names_is_the_title_of_the_columns_of_its_rule(above: list[tuple[float, str]]) -> None:
    lines = [above] if above else []
    assert ends(*lines, [(194, "performance")]) == [(1, 2)]


def tall(one: float, *bases: float, names: Sequence[str] = NAMES[1:]) -> list[list[tuple[int, int]]]:
    """First and last column of "Hill", with its base, in the middle over three columns, and of the lines of "The bay",
    with theirs, over the fourth; line by line."""
    middles = [(a + b) / 2 for a, b in pairwise(EDGES)]
    last = (EDGES[3] + EDGES[4]) / 2
    titles = [
        (one, (EDGES[0] + EDGES[3]) / 2, "Hill"),
        *((base, last, w) for base, w in zip(bases, ("The", "bay"), strict=False)),
    ]
    lines: dict[float, list[tuple[float, str]]] = {}
    for base, middle, text in [*titles, *((124.0, x, name) for x, name in zip(middles, names, strict=True) if name)]:
        lines.setdefault(base, []).append((middle - 2.5 * len(text), text))
    rows = []
    for base, entries in sorted(lines.items()):
        words = [Word(text, x, base - 8, x + 5 * len(text), base + 2, base, STYLE) for x, text in sorted(entries)]
        (line,) = make_lines(words)
        rows.append(cut(line, NEAR_GAP))
    found = place(rows, BORDERS, [], [Rule(111, 192, 478)])
    return [[(first, last) for first, last, _ in line.runs] for line in found[:-1]]


def test_a_title_of_one_line_between_the_two_of_another_spans_its_own_columns() -> None:
    assert tall(99.5, 94, 105) == [[(4, 4)], [(1, 3)], [(4, 4)]]


@pytest.mark.parametrize("one", [94.0, 105.0], ids=["beside its first line", "beside its last line"])
def test_a_title_beside_one_of_the_lines_of_another_spans_its_own_columns_too(one: float) -> None:
    assert sorted(tall(one, 94, 105), key=len)[-1] == [(1, 3), (4, 4)]


def test_texts_one_over_the_other_are_no_titles_beside_each_other() -> None:
    """A title, and below it the only name of a column: the title is of the whole rule."""
    assert tall(90, 105)[-1] == [(1, 4)]
