"""Row rules that begin right of a column of labels part the rows beside each label; rules under titles do not."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from planparse.model.document import Grid
from planparse.readers.pdf.page import Rule, Word, make_style
from planparse.readers.pdf.unruled.regions import ruled_regions
from planparse.readers.pdf.words.lines import Line, make_lines
from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, spans, texts

XS = [50.0, 160, 330, 410]
END = 480.0
HEAD = ["Aim", "What we will do", "Lead", "By when"]
FIRST = [["Clean roads", "Sweep the square", "A Smith", "May"], ["", "Mend the lamps", "B Jones", "June"]]
SECOND = [["Warm homes", "Fit new doors", "A Smith", "July"], ["", "Paint the hall", "B Jones", "March"]]
THIRD = ["", "Check the boilers", "C Brown", "April"]
HIGH = 18
MIDDLE = [("A1", "Homes let in the year"), ("A2", "Homes built in the year")]


def drawn(*groups: Sequence[Sequence[str]], start: float = 160, end: float = END) -> Paper:
    """A header and groups of rows: rules as wide as the table around each, shorter ones between the rows of one."""
    sheet = (paper := Paper()).sheet()
    y = 100.0
    for group in [[HEAD], *groups]:
        sheet.line(50, y, END, y)
        for k, row in enumerate(group):
            if k:
                sheet.line(start, y, end, y)
            for x, cell in zip(XS, row, strict=True):
                sheet.text(x + 3, y + 12, cell, size=9)
            y += HIGH
    sheet.line(50, y, END, y)
    return paper


def only(paper: Paper, engine: str = "pdfium") -> Grid:
    (grid,) = grids(document(paper, engine))
    return grid


def test_the_label_spans_the_rows_beside_it(engine: str) -> None:
    grid = only(drawn(FIRST, [*SECOND, THIRD]), engine)
    assert [[cell for cell in row if cell] for row in texts(grid)] == [
        HEAD,
        FIRST[0],
        FIRST[1][1:],
        SECOND[0],
        SECOND[1][1:],
        THIRD[1:],
    ]
    assert spans(grid) == {"Clean roads": (2, 1), "Warm homes": (3, 1)}


def test_a_label_in_the_middle_beside_its_rows_spans_them(engine: str) -> None:
    rows = [["", *FIRST[0][1:]], ["Clean roads", *FIRST[1][1:]], THIRD]
    grid = only(drawn(rows, SECOND), engine)
    assert spans(grid) == {"Clean roads": (3, 1), "Warm homes": (2, 1)}
    assert grid.n_rows == 6


def test_two_texts_in_the_middle_beside_their_rows_span_them() -> None:
    sheet = (paper := Paper()).sheet()
    xs = [50.0, 110, 260, 330, 400]
    for x, name in zip(xs, ("Ref", "Measure", "Year", "Target", "Actual"), strict=True):
        sheet.text(x + 3, 112, name, size=9)
    for k in range(8):
        y = 100.0 + k * HIGH
        for x, end in pairwise([*xs, END] if k % 3 == 1 or k in (0, 7) else [*xs[2:], END]):
            sheet.line(x, y, end, y)
        if 0 < k < 7:
            texts_of_row = (*(MIDDLE[k // 4] if k % 3 == 2 else ("", "")), f"202{k % 3 + 3}", str(k), str(k + 9))
            for x, text in zip(xs, texts_of_row, strict=True):
                sheet.text(x + 3, y + 12, text, size=9)
    assert spans(only(paper)) == {text: (3, 1) for own in MIDDLE for text in own}


def test_one_short_rule_below_the_header_parts_rows_of_several_texts(engine: str) -> None:
    assert spans(only(drawn(FIRST, SECOND[:1]), engine)) == {"Clean roads": (2, 1)}


@pytest.mark.parametrize(("start", "end"), [(66.0, END), (160.0, 400.0)], ids=["nearly as wide", "ends elsewhere"])
def test_rules_that_do_not_reach_from_the_labels_to_the_edge_part_no_label(start: float, end: float) -> None:
    assert spans(only(drawn(FIRST, [*SECOND, THIRD], start=start, end=end))) == {}


def lines(*rows: tuple[float, Sequence[tuple[float, str]]]) -> list[Line]:
    """Lines of texts, each with its place, 4 points a letter; a text alone is larger."""
    words = []
    for base, entries in rows:
        size = 9 if len(entries) > 1 else 13
        style = make_style(size=size, bold=False, direction=0, invisible=False, white=False, font="", unmapped=False)
        for x, cell in entries:
            for text in cell.split():
                words.append(Word(text, x, base - 7.2, x + 4 * len(text), base + 1.8, base, style))
                x += 4 * len(text) + 3
    return make_lines(words)


def row(base: float, cells: Sequence[str]) -> tuple[float, list[tuple[float, str]]]:
    return base, [(x + 3, cell) for x, cell in zip(XS, cells, strict=True) if cell]


def test_rules_under_titles_one_in_each_table_part_no_label() -> None:
    """They stand at one place; a heading parts the tables."""
    found = []
    for short in (1, 2):
        own, rules = [(205.0, [(53.0, "The streets and squares of our whole town")])], []
        for top in (100, 220):
            own += [row(top + 12 + 18 * n, cells) for n, cells in enumerate((HEAD, FIRST[0], SECOND[0]))]
            rules += [Rule(y, 50, END) for y in (top, top + 54)]
            rules += [Rule(top + 18 * n, 160, END) for n in range(1, short + 1)]
        regions = ruled_regions(sorted(rules), lines(*sorted(own)))
        found.append([len(region.beside) for region in regions])
    assert found == [[0, 0], [2, 2]]


SHORT = [["Homes", "Fit new doors"], ["Parks", "Plant new trees"]]
LINES = [
    "We sweep the square each week,",
    "mend the lamps of the lanes and",
    "paint the benches in spring; at",
    "the end of the year we plant the",
    "trees that were lost in the storm.",
]


def labelled(label: str, at: float, *, x: float = 53) -> list[list[str]]:
    """Rows between rules; the first has a label that stands beside line ``at`` of its text."""
    sheet = (paper := Paper()).sheet()
    for y in (100, 160, 180, 200):
        sheet.line(50, y, END, y)
    for k, row in enumerate(SHORT):
        for column, cell in zip((53, 200), row, strict=True):
            sheet.text(column, 174 + 20 * k, cell, size=9)
    for k, line in enumerate(LINES):
        sheet.text(200, 112 + 11 * k, line, size=9)
    sheet.text(x, 112 + 11 * at, label, size=9)
    return [row for grid in grids(document(paper)) for row in texts(grid)]


@pytest.mark.parametrize("at", [1.5, 2], ids=["between two lines", "beside one"])
def test_a_label_in_the_middle_beside_the_lines_of_a_text_makes_a_row(at: float) -> None:
    assert labelled("Roads", at) == [["Roads", " ".join(LINES)], *SHORT]


@pytest.mark.parametrize(
    ("label", "at", "x"),
    [("Roads", 5, 53), ("The roads and squares of our town", 1.5, 53), ("Roads", 1.5, 178)],
    ids=["below the text", "a long text", "no white between them"],
)
def test_other_words_beside_lines_make_none(label: str, at: float, x: float) -> None:
    assert [label, " ".join(LINES)] not in labelled(label, at, x=x)


def torn(rest: float, *, bold: int = 1) -> list[int]:
    """How many lines each table has where a blank of ``rest`` points stands between the header and the first row."""
    style = {
        n: make_style(size=9, bold=n < bold, direction=0, invisible=False, white=False, font="", unmapped=False)
        for n in range(3)
    }
    words, y = [], 100.0
    rules = [Rule(y, 50, END)]
    for n, cells in enumerate((HEAD, FIRST[0], SECOND[0])):
        for x, cell in zip(XS, cells, strict=True):
            base = y + 12
            words.append(Word(cell, x + 3, base - 7.2, x + 3 + 4 * len(cell), base + 1.8, base, style[n]))
        y += 18
        rules.append(Rule(y, 50, END))
        if n == 0:
            y += rest
            rules.append(Rule(y, 50, END))
    return [len(region.lines) for region in ruled_regions(rules, make_lines(words))]


def test_a_blank_below_a_bold_header_is_the_rest_of_a_torn_row() -> None:
    assert torn(14) == [3]


@pytest.mark.parametrize(("rest", "bold"), [(30, 1), (14, 0), (14, 2)], ids=["high", "no bold header", "a bold row"])
def test_another_blank_between_rows_parts_two_tables(rest: float, bold: int) -> None:
    assert torn(rest, bold=bold) == [1, 2]


@pytest.mark.parametrize(("others", "tables"), [((), 1), ((10, 20, 25), 0)], ids=["alone", "among wider lines"])
def test_rules_under_titles_beside_other_texts_make_no_table(others: Sequence[float], tables: int) -> None:
    """Most lines between them run past their ends: they are of wider tables."""
    own, rules = [], []
    for top in (112.0, 152.0, 192.0):
        rules.append(Rule(top - 12, 200, 330))
        own.append((top, [(204.0, "Last"), (270.0, "Next")]))
        own += [(top + below, [(270.0, "Next"), (460.0, "Roads")]) for below in others]
    assert len(ruled_regions(rules, lines(*own))) == tables


def test_rules_beside_a_label_that_goes_on_from_the_page_before() -> None:
    """The first rules of the page leave out its column; all of them bound rows of one table."""
    short, full = [Rule(y, 160, END) for y in (20.0, 38, 74, 110)], [Rule(y, 50, END) for y in (56.0, 92, 128)]
    rows = [
        (32.0, [(163.0, "Mend the lamps"), (333.0, "B Jones"), (413.0, "June")]),
        (50.0, [(163.0, "Dig the drains"), (333.0, "B Jones"), (413.0, "May")]),
        *((56.0 + 18 * n + 12, [(53.0, f"Aim {n}"), (163.0, "Fit doors"), (333.0, "A Smith")]) for n in range(4)),
    ]
    (region,) = ruled_regions(sorted([*short, *full]), lines(*rows))
    assert region.box is not None
    assert (region.box[0], region.box[1], len(region.lines)) == (50, 20, 6)
