"""A text beside a table is read by itself, and so is the table; a column of long texts is a column of its table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from planparse.readers.pdf.page import Fill, Page, Rule, Word
from planparse.readers.pdf.paragraphs.text_beside import texts_beside_tables
from planparse.readers.pdf.words.lines import make_lines
from tests.readers.pdf.drawn import style, words
from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, paragraphs, texts

TEXT = [
    "Most of the trips ended in the town, and",
    "every third one went on from there to one",
    "of the villages. Fewer trips went over the",
    "bridge than in any year before it was",
    "mended, and the ferry had most of them as",
    "it has had since the first of the floods.",
]
ROWS = [["Year", "Trips", "Share"], *([str(2020 + n), str(51 + n), f"{12 + n}.1"] for n in range(4))]
TITLE = "Trips by year"
RULED = (108.0, 122.0, 182.0)


def prose(x: float = 50, top: float = 100, step: float = 14, lines: Sequence[str] = TEXT) -> list[Word]:
    return [word for n, line in enumerate(lines) for word in words(x, top + step * n, line)]


def rows(x: float = 300, top: float = 114, step: float = 12, own: Sequence[Sequence[str]] = ROWS) -> list[Word]:
    return [
        w for n, row in enumerate(own) for k, text in enumerate(row) for w in words(x + 70 * k, top + step * n, text)
    ]


def rules(levels: Sequence[float], x0: float = 298, x1: float = 480) -> list[Rule]:
    return [Rule(at, x0, x1) for at in levels]


def found(
    text: Sequence[Word],
    table: Sequence[Word],
    *more: Word,
    ruled: Sequence[Rule] = (),
    painted: Sequence[Fill] = (),
    title: Sequence[Word] | None = None,
) -> list[list[tuple[str, str]]]:
    """The first and the last word of each side of each row."""
    title = words(300, 101, TITLE) if title is None else title
    own = [*text, *table, *more, *title]
    page = Page(0, 595, 842, horizontals=list(ruled), fills=list(painted))
    out = []
    for row in texts_beside_tables(page, make_lines(own)):
        sides = [
            sorted((w for w in own if x0 < w.x0 < x1 and y0 < w.base < y1), key=lambda w: (w.base, w.x0))
            for x0, y0, x1, y1 in row
        ]
        out.append([(side[0].text, side[-1].text) for side in sides])
    return out


APART = [[("Most", "floods."), ("Trips", "15.1")]]


def test_rows_of_figures_beside_a_text_are_a_table_of_their_own() -> None:
    assert found(prose(), rows()) == APART


def test_the_table_may_stand_at_the_left() -> None:
    assert found(prose(x=300), rows(x=50), title=words(50, 101, TITLE)) == [APART[0][::-1]]


LABELS = [
    "Trips by road to the town in all weeks",
    "Trips by road to the other villages too",
    "Trips over the bridge and back in a day",
    "Trips over the bridge that went on by rail",
    "Trips by the ferry, before and after it",
    "Trips by the ferry that went to the town",
]


def test_rows_that_are_level_with_their_labels_are_rows_of_one_table() -> None:
    assert found(prose(lines=LABELS), rows(top=114, step=14)) == []


def test_lines_that_are_parts_of_sentences_are_no_labels_of_rows() -> None:
    assert found(prose(), rows(top=114, step=14)) == [[("Most", "floods."), ("Trips", "15.1")]]


def test_labels_in_small_letters_are_labels_all_the_same() -> None:
    assert found(prose(lines=[label.lower() for label in LABELS]), rows(top=114, step=14)) == []


def test_the_text_may_be_a_list() -> None:
    items = [word for n in (0, 3) for word in words(50, 100 + 14 * n, f"• {TEXT[n].capitalize()}")]
    assert found(
        [*items, *(w for n in (1, 2, 4, 5) for w in prose(x=57, top=100 + 14 * n, lines=[TEXT[n]]))], rows()
    ) == [[("•", "floods."), ("Trips", "15.1")]]


def test_rows_further_apart_than_the_lines_of_a_text_may_be_as_high_as_it() -> None:
    """Texts of two lines with the values of each row in their middle."""
    assert found(prose(), rows(top=107, step=28, own=ROWS[1:4])) == []


def test_a_header_over_the_text_and_the_rows_makes_one_table_of_them() -> None:
    header = words(50, 84, "Action") + words(300, 84, "Year") + words(370, 84, "Trips") + words(440, 84, "Share")
    assert found(prose(), rows(top=105, own=ROWS[1:]), title=header) == []


def test_a_title_over_the_table_beside_a_heading_over_the_text_is_no_header() -> None:
    heads = words(50, 84, "Travel") + words(300, 84, TITLE)
    assert found(prose(), rows(top=105), title=heads) == [[("Travel", "floods."), ("Trips", "15.1")]]


@pytest.mark.parametrize(
    "how",
    [
        {"text": prose(lines=TEXT[:3])},
        {"text": prose(lines=["Trips to the town", *["By road"] * 5])},
        {"table": rows(own=[["Year", "Trips", "Note"], *([str(n), "many", "as said"] for n in range(4))])},
        {"table": rows(own=ROWS[:3])},
        {"table": rows(x=max(w.x1 for w in prose()) + 5), "title": ()},
        {"ruled": [Rule(140, 50, 480)]},
        {"ruled": [*rules([108]), Rule(108, 50, 240)]},
        {"painted": [Fill(50, 126, 480, 138, "#dddddd")]},
        {"text": [*prose(), *words(8, 110, "A name")]},
    ],
    ids=[
        "a few lines",
        "labels",
        "rows of words",
        "two rows of figures",
        "no white between them",
        "a rule over both",
        "a rule over each",
        "a painted row of both",
        "a column at the left",
    ],
)
def test_what_else_stands_beside_a_text_is_no_side(how: dict[str, Any]) -> None:
    assert found(**{"text": prose(), "table": rows(), **how}) == []


LEVEL = rows(top=128, step=14, own=ROWS[:4])


def test_rules_that_leave_the_text_out_part_rows_that_are_level_with_it() -> None:
    title = words(300, 100, TITLE)
    assert found(prose(), LEVEL, ruled=rules([118, 132, 176]), title=title) == [
        [("Most", "floods."), ("Trips", "14.1")]
    ]


def test_painted_rows_that_leave_the_text_out_do_so_too() -> None:
    title = words(300, 100, TITLE)
    stripes = [Fill(298, at, 480, at + 13, "#dddddd") for at in (118.0, 146.0, 160.0)]
    assert found(prose(), LEVEL, painted=stripes, title=title) == [[("Most", "floods."), ("Trips", "14.1")]]


def test_a_text_between_the_first_and_the_last_rule_of_rows_may_be_their_label() -> None:
    table = rows(top=100, step=14, own=ROWS)
    assert found(prose(), table, ruled=rules([90, 104, 176]), title=()) == []


def test_rules_over_both_sides_are_those_of_one_table() -> None:
    title = words(300, 100, TITLE)
    assert found(prose(), LEVEL, ruled=rules([118, 132, 176], x0=48), title=title) == []


def test_a_heading_and_a_note_over_the_white_end_the_sides() -> None:
    over = words(50, 80, "A heading that goes over the text and the table beside it and on")
    under = words(50, 190, "A note that goes under the text and the table beside it and on")
    assert found(prose(), rows(), *over, *under) == APART


def test_the_name_of_a_table_below_the_text_is_no_part_of_it() -> None:
    assert found(prose(), rows(), *words(50, 186, "Trips by month")) == APART


def test_two_tables_beside_one_text() -> None:
    second = [*words(300, 186, "By month"), *rows(top=198, own=ROWS[:4])]
    assert found(prose(lines=TEXT * 2), rows(), *second) == [[("Most", "floods."), ("Trips", "14.1")]]


def test_a_drawing_has_no_sides() -> None:
    assert found(prose(), rows(), ruled=[Rule(300 + n / 4, 10, 20) for n in range(1001)]) == []


def sheet(paper: Paper, *, ruled: bool, top: float) -> Paper:
    page = paper.sheet().text(50, 60, "Travel in the county and in the towns around it in the years before this one")
    for n, line in enumerate(TEXT):
        page.text(50, 104 + 14 * n, line)
    page.text(320, 104.5, TITLE, bold=True)
    for n, row in enumerate(ROWS):
        for k, text in enumerate(row):
            page.text(320 + 70 * k, top + 12 * n, text, size=8)
    for at in (top - 10, top + 3, top + 52) if ruled else ():
        page.line(318, at, 500, at)
    page.text(50, 220, "What stands below both of them goes over the whole of the page once more, as it did")
    return paper


def taken(table: tuple[float, float, float, float], *, text: Sequence[Word] | None = None) -> list[list[float]]:
    """The sides of a page with such a table under its title, from left to right: from where to where each goes down."""
    page = Page(0, 595, 842)
    lines = make_lines([*(prose() if text is None else text), *words(300, 101, TITLE)])
    return [[y for box in row for y in (box[1], box[3])] for row in texts_beside_tables(page, lines, [table])]


def test_a_table_with_borders_is_read_with_its_title() -> None:
    assert taken((298, 106, 480, 160)) == [[91, 174.5, 92, 161]]


def test_a_text_beside_a_table_may_be_its_label() -> None:
    assert taken((298, 94, 480, 160)) == []


def test_a_table_that_reaches_into_the_text_has_no_side() -> None:
    assert taken((198, 106, 480, 160)) == []


@pytest.mark.parametrize("ruled", [True, False])
def test_the_table_has_all_its_rows_and_none_of_the_text(ruled: bool, engine: str) -> None:
    doc = document(sheet(Paper(), ruled=ruled, top=122), engine)
    assert [texts(grid) for grid in grids(doc)] == [ROWS]
    assert " ".join(TEXT) in " ".join(paragraphs(doc))


def test_the_rule_under_the_last_row_is_part_of_the_table() -> None:
    page = Page(0, 595, 842, horizontals=rules([105, 118, 172]))
    ((_, right),) = texts_beside_tables(page, make_lines([*prose(), *rows(), *words(300, 101, TITLE)]))
    assert right[3] == 173


def test_a_column_of_long_texts_stays_in_its_table(engine: str) -> None:
    page = (paper := Paper()).sheet()
    for k, name in enumerate(["Action", "Year", "Trips", "Share"]):
        page.text([50, 320, 390, 460][k], 84, name, bold=True)
    for n, row in enumerate(ROWS[1:]):
        for m, line in enumerate(TEXT[:3]):
            page.text(50, 104 + 50 * n + 14 * m, line)
        for k, text in enumerate(row):
            page.text(320 + 70 * k, 104 + 50 * n, text)
    for at in (72, 90, *(140 + 50 * n for n in range(4))):
        page.line(48, at, 520, at)
    found = [texts(grid) for grid in grids(document(paper, engine))]
    assert found == [[["Action", *ROWS[0]], *([" ".join(TEXT[:3]), *row] for row in ROWS[1:])]]


@pytest.mark.parametrize("code", ["LI 04", "Walks"])
def test_a_code_before_a_text_level_with_figures_is_that_of_a_row(code: str) -> None:
    row = [*words(20, 86, code), *words(50, 86, "Walks over the hill"), *words(300, 86, "51"), *words(370, 86, "12.1")]
    own, title = rows(top=102, own=ROWS[1:]), words(50, 20, TITLE)
    assert bool(found(prose(), own, *row, title=title)) is (code == "Walks")


@pytest.mark.parametrize("ruled", [True, False])
def test_bold_names_on_a_rule_over_a_text_and_figures_are_the_header_of_one_table(ruled: bool) -> None:
    head = ((20, "Ref"), (50, "Name"), (300, "Year"), (370, "Trips"))
    names = [w for x, text in head for w in words(x, 80, text, style(bold=True))]
    own = rows(top=100, own=ROWS[1:])
    across = [Rule(86, 18, 480)] if ruled else []
    assert bool(found(prose(), own, *names, ruled=across, title=words(50, 20, TITLE))) is not ruled
