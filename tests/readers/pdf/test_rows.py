"""Which lines are one row, and where a line is cut: labels of list items, entries that go on, bands between rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from planparse.readers.pdf.page import Word, make_style
from planparse.readers.pdf.unruled.placed import Placed, mark_ends
from planparse.readers.pdf.unruled.rows import group_rows
from planparse.readers.pdf.unruled.steps import pitch_of
from planparse.readers.pdf.words.lines import make_lines
from planparse.readers.pdf.words.runs import Row, cut
from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, texts

STYLE = make_style(size=10, bold=False, direction=0, invisible=False, white=False, font="", unmapped=False)
Entry = tuple[float, str]


def row(*entries: Entry, base: float = 100) -> Row:
    """Texts of words 5 points wide a letter, 3 points apart."""
    words = []
    for x, text in entries:
        for part in text.split():
            words.append(Word(part, x, base - 8, x + 5 * len(part), base + 2, base, STYLE))
            x += 5 * len(part) + 3
    (line,) = make_lines(words)
    return cut(line, 0.8)


def runs(*entries: Entry) -> list[str]:
    return [run.text for run in row(*entries).runs]


@pytest.mark.parametrize("label", ["-", "–", "•", "a.", "(iv)"])
def test_the_label_of_a_list_item_is_no_run_of_its_own(label: str) -> None:
    assert runs((50, label), (66, "Sweep the square")) == [f"{label} Sweep the square"]
    assert runs((50, "Roads"), (150, label), (166, "Sweep the square")) == ["Roads", f"{label} Sweep the square"]


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([(50, "Roads"), (150, "-"), (200, "Sweep")], ["Roads", "-", "Sweep"]),
        ([(50, "Roads"), (150, "-"), (166, "45%")], ["Roads", "-", "45%"]),
        ([(50, "Roads"), (150, "-"), (166, "-")], ["Roads", "-", "-"]),
    ],
    ids=["far from the text", "before a figure", "before a dash"],
)
def test_a_dash_that_stands_for_a_value_is_a_run(entries: list[Entry], expected: list[str]) -> None:
    assert runs(*entries) == expected


def test_at_a_lines_begin_a_label_may_stand_further_from_its_text() -> None:
    assert runs((50, "a."), (90, "Sweep the square")) == ["a. Sweep the square"]


XS = [50.0, 150, 220, 290]


def placed(base: float, *entries: tuple[int, int, str]) -> Placed:
    """A line of texts, each with its first and last column."""
    whole = row(*((XS[first], text) for first, _, text in entries), base=base)
    return Placed(whole, [(a, b, run) for (a, b, _), run in zip(entries, whole.runs, strict=True)])


def rows(*lines: Placed, borders: Sequence[float] = (10, 500)) -> list[list[str]]:
    mark_ends(list(lines))
    return [[line.row.line.text for line in group] for group in group_rows(list(lines), list(borders))]


def test_a_line_below_a_text_over_columns_goes_on_with_it_where_it_begins_there() -> None:
    wide = placed(100, (0, 0, "Issues"), (1, 3, "We sweep all the"))
    assert len(rows(wide, placed(112, (1, 1, "roads of it")))) == 1
    assert len(rows(wide, placed(112, (0, 0, "of ours"), (1, 1, "roads of it")))) == 1


def test_names_below_a_title_over_their_columns_are_another_row() -> None:
    wide = placed(100, (0, 0, "Measure"), (1, 3, "Targets"))
    assert len(rows(wide, placed(112, (1, 1, "North"), (2, 2, "South"), (3, 3, "East")))) == 2
    assert len(rows(wide, placed(112, (2, 2, "South")))) == 2


def noted(*below: tuple[tuple[int, int, str], ...]) -> list[list[str]]:
    """The rows of lines under a text over two columns beside a name in the first one, between two rules."""
    lines = [placed(112 + 12 * n, *entries) for n, entries in enumerate(below)]
    return rows(placed(100, (0, 0, "Visits to"), (1, 2, "We have no target")), *lines)


def test_a_note_over_columns_ends_beside_the_figures_of_its_row() -> None:
    """The figures stand beside the last line of the name and of the note."""
    assert len(noted(((0, 0, "The pools"), (1, 1, "Until May."), (3, 3, "40%")))) == 1


def test_a_note_over_columns_may_end_before_the_figures_of_its_row() -> None:
    assert len(noted(((0, 0, "The pools"), (1, 1, "Until May.")), ((0, 0, "Of ours"), (3, 3, "40%")))) == 1


@pytest.mark.parametrize(
    "below",
    [
        [((0, 0, "The pools"), (1, 1, "2026"), (2, 2, "2027"), (3, 3, "40%"))],
        [((0, 0, "The pools"), (1, 1, "Year")), ((0, 0, "Of ours"), (1, 1, "2026"), (2, 2, "2027"))],
        [((0, 0, "The pools"), (2, 2, "Until May."), (3, 3, "40%"))],
    ],
    ids=["two under it", "two under it further below", "begins elsewhere"],
)
def test_what_has_names_in_several_of_the_columns_below_it_is_a_title(
    below: list[tuple[tuple[int, int, str], ...]],
) -> None:
    assert len(noted(*below)) > 1


def test_a_text_at_the_left_over_all_columns_is_a_row_between_two_rules() -> None:
    first = placed(100, (0, 0, "Roads"), (1, 1, "Sweep"), (2, 2, "Smith"))
    band = placed(112, (0, 3, "The parks and the pools"))
    assert rows(first, band, placed(124, (0, 0, "Parks"), (1, 1, "Mow"), (2, 2, "Jones"))) == [
        ["Roads Sweep Smith"],
        ["The parks and the pools"],
        ["Parks Mow Jones"],
    ]


@pytest.mark.parametrize(
    ("above", "below", "one"),
    [
        ("Up (from", "2015)", True),
        ("more than", "45", True),
        ("12.5 per", "1,000", True),
        ("At least", "90%", True),
        ("Below", "45", True),
        ("Up (2014)", "46", False),
        ("45", "46", False),
        ("Swept", "46", False),
        ("Roads and", "46", False),
    ],
)
def test_an_entry_that_is_not_finished_goes_on_in_the_figures_below(above: str, below: str, one: bool) -> None:
    lines = [
        placed(100, (0, 0, "Roads"), (1, 1, above), (2, 2, "40%")),
        placed(112, (1, 1, below)),
        placed(140, (0, 0, "Lamps"), (1, 1, "8"), (2, 2, "9")),
    ]
    assert len(rows(*lines, borders=())) == (2 if one else 3)


BODY = [("P1", "Sweep", "A Smith"), ("P2", "Mend", "B Jones"), ("P3", "Paint", "C Brown")]


def text_rows(band: tuple[int, int, str], step: float = 12) -> list[list[str]]:
    """Rows of texts that no rule parts, a further text alone below the first of them."""
    lines = [[(k, k, cell) for k, cell in enumerate(cells)] for cells in BODY]
    lines.insert(1, [band])
    return rows(*(placed(100 + step * n, *line) for n, line in enumerate(lines)), borders=())


def test_a_band_between_rows_of_texts_is_a_row() -> None:
    assert text_rows((0, 2, "The parks and the pools")) == [
        ["P1 Sweep A Smith"],
        ["The parks and the pools"],
        ["P2 Mend B Jones"],
        ["P3 Paint C Brown"],
    ]


@pytest.mark.parametrize("tail", [(1, 1, "the square"), (0, 0, "again"), (1, 2, "the square of it")])
def test_a_text_that_lies_over_fewer_columns_is_of_the_row_above(tail: tuple[int, int, str]) -> None:
    assert text_rows(tail)[0] == ["P1 Sweep A Smith", tail[2]]


HEADER = placed(80, (0, 0, "Measure"), (1, 1, "Actual"), (2, 2, "Target"))
MIDDLE = [
    placed(100, (0, 0, "Roads that are swept")),
    placed(106, (1, 1, "40%"), (2, 2, "45%")),
    placed(112, (0, 0, "In a week")),
    placed(130, (0, 0, "Lamps that are lit")),
    placed(142, (0, 0, "All night in all"), (1, 1, "8"), (2, 2, "9")),
    placed(154, (0, 0, "Of our streets")),
    placed(172, (0, 0, "Bins"), (1, 1, "3"), (2, 2, "4")),
]


@pytest.mark.parametrize("band", [False, True])
def test_figures_in_the_middle_beside_their_label_show_the_rows(band: bool) -> None:
    between = [placed(190, (0, 3, "The parks and all that is in the pools"))] if band else []
    last = [placed(208, (0, 0, "Pools")), placed(214, (1, 1, "5")), placed(220, (0, 0, "Open"))]
    found = rows(HEADER, *MIDDLE, *between, *last, borders=())
    assert [len(row) for row in found] == [1, 3, 3, 1, *([1] if band else []), 3]


def test_a_line_left_over_says_that_figures_do_not_stand_in_the_middle() -> None:
    lines = [*MIDDLE[:3], placed(124, (0, 0, "Of the year")), *MIDDLE[3:]]
    assert rows(*lines, borders=())[0] != [line.row.line.text for line in lines[:4]]


def test_lines_of_two_columns_say_nothing_of_the_distance_of_lines() -> None:
    """A header whose names stand in the middle of their cells has lines that are nearer to each other."""
    header = [placed(80, (0, 0, "Measure"), (1, 1, "Latest")), placed(90, (1, 1, "figure")), placed(98, (2, 2, "2024"))]
    label = [placed(120 + k, (0, 0, text)) for k, text in ((12, "of the town are"), (24, "swept"))]
    figures = placed(120, (0, 0, "Roads that"), (1, 1, "40%"), (2, 2, "45%"))
    found = rows(*header, figures, *label, placed(166, (0, 0, "Lamps"), (1, 1, "8"), (2, 2, "9")), borders=())
    assert [len(row) for row in found][-2:] == [3, 1]


@pytest.mark.parametrize(("rest", "count"), [("by the shops", 1), ("By the shops", 2)])
def test_a_line_of_several_texts_goes_on_where_one_of_them_does(rest: str, count: int) -> None:
    first = placed(100, (0, 0, "ENV"), (1, 1, "Visits"), (2, 2, "8"), (3, 3, "9"))
    assert len(rows(first, placed(112, (0, 0, "LI12"), (1, 1, rest)), borders=())) == count


@pytest.mark.parametrize(("step", "count"), [(20, 2), (12, 1)], ids=["a band", "a label of two lines"])
def test_figures_well_below_a_text_at_the_left_are_another_row(step: float, count: int) -> None:
    band = placed(100, (0, 0, "Quantity"))
    figures = placed(100 + step, (0, 0, "Roads swept"), (1, 1, "40%"), (2, 2, "45%"))
    assert len(rows(band, figures)) == count


@pytest.mark.parametrize(
    ("above", "below", "one"),
    [
        ("We do it by", [(1, 1, "28 days")], True),
        ("We do it by", [(0, 0, "again"), (1, 1, "28 days")], False),
        ("We do it by", [(1, 1, "28 days"), (2, 2, "Mondays")], False),
        ("Swept often", [(1, 1, "28 days")], False),
        ("Year one", [(1, 1, "(24/25)")], True),
    ],
    ids=["the end of a text", "a row with a label", "a text that begins", "two words", "in brackets"],
)
def test_figures_may_be_the_end_of_the_words_over_them(
    above: str, below: list[tuple[int, int, str]], one: bool
) -> None:
    lines = [
        placed(100, (0, 0, "Roads"), (1, 1, above), (2, 2, "40%")),
        placed(112, *below),
        placed(140, (0, 0, "Lamps"), (1, 1, "8"), (2, 2, "9")),
    ]
    assert len(rows(*lines, borders=())) == (2 if one else 3)


def heavy(line: Placed) -> Placed:
    for word in line.row.line.words:
        word.style = BOLD
    line.row.line.style = BOLD
    return line


BOLD = make_style(size=10, bold=True, direction=0, invisible=False, white=False, font="", unmapped=False)


@pytest.mark.parametrize("bold", [True, False])
def test_what_is_plain_under_a_bold_header_is_the_rest_of_a_torn_row(bold: bool) -> None:
    header = [(0, 0, "Measure"), (1, 1, "Actual"), (2, 2, "Target")], [(1, 1, "2024"), (2, 2, "2025")]
    head = [placed(100 + 12 * n, *entries) for n, entries in enumerate(header)]
    rest = placed(126, (0, 0, "of all homes"))
    body = placed(142, (0, 0, "Lamps"), (1, 1, "8"), (2, 2, "9"))
    found = rows(*map(heavy, head), heavy(rest) if not bold else rest, body, borders=())
    assert (["of all homes"] in found) is bold


def test_a_row_that_is_known_from_top_to_bottom_is_one() -> None:
    lines = [
        placed(100, (1, 1, "38")),
        placed(106, (0, 0, "Roads"), (2, 2, "37 days")),
        placed(112, (1, 1, "days")),
        placed(130, (0, 0, "Lamps"), (1, 1, "8"), (2, 2, "9")),
    ]
    found = group_rows(lines, [90, 118], whole=[(90, 117)])
    assert [len(group) for group in found] == [3, 1]


def test_rows_of_words_reach_as_far_over_the_line_in_their_middle_as_under_it() -> None:
    lines = [
        placed(100, (0, 0, "A1"), (1, 1, "Sweep"), (2, 2, "Smith")),
        placed(124, (1, 1, "Mend all")),
        placed(130, (0, 0, "A2"), (2, 2, "Jones")),
        placed(136, (1, 1, "the lamps")),
        placed(160, (0, 0, "A3"), (1, 1, "Paint"), (2, 2, "Brown")),
    ]
    assert rows(*lines, borders=()) == [
        ["A1 Sweep Smith"],
        ["Mend all", "A2 Jones", "the lamps"],
        ["A3 Paint Brown"],
    ]


@pytest.mark.parametrize(
    "torn",
    [
        [placed(172, (0, 0, "Paths that are")), placed(184, (0, 0, "Mended in all"), (1, 1, "5"), (2, 2, "6"))],
        [
            placed(172, (0, 0, "Paths that are")),
            placed(184, (0, 0, "Mended in all")),
            placed(196, (0, 0, "Of the town"), (1, 1, "5"), (2, 2, "6")),
            placed(208, (0, 0, "In the year")),
        ],
    ],
    ids=["at its middle", "below it"],
)
def test_of_rows_in_the_middle_of_their_cells_the_pages_end_may_tear_the_last_one(torn: list[Placed]) -> None:
    found = rows(HEADER, *MIDDLE[:-1], *torn, borders=())
    assert [len(row) for row in found] == [1, 3, 3, len(torn)]


def test_lines_close_below_the_last_of_them_are_the_rest_of_it() -> None:
    third = [placed(172, (0, 0, "Pools that")), placed(178, (1, 1, "3"), (2, 2, "4")), placed(184, (0, 0, "Are open"))]
    rest = [placed(196, (0, 0, "In the year")), placed(208, (0, 0, "And by night"))]
    assert [len(row) for row in rows(HEADER, *MIDDLE[:-1], *third, *rest, borders=())] == [1, 3, 3, 5]


@pytest.mark.parametrize(
    ("bold", "entries", "count"),
    [
        (True, [(0, 0, "Roads swept"), (1, 1, "40%"), (2, 2, "45%")], 2),
        (False, [(0, 0, "Roads swept"), (1, 1, "40%"), (2, 2, "45%")], 1),
        (True, [(1, 1, "40%"), (2, 2, "45%")], 1),
        (True, [(0, 0, "of the roads"), (1, 1, "Sweep"), (2, 2, "Smith")], 1),
    ],
    ids=["a band", "a label of two lines", "the figures of a bold label", "no figures"],
)
def test_a_plain_line_with_a_label_and_figures_close_below_a_bold_text_is_another_row(
    bold: bool, entries: list[tuple[int, int, str]], count: int
) -> None:
    band = placed(100, (0, 0, "Quantity"))
    assert len(rows(heavy(band) if bold else band, placed(112, *entries))) == count


@pytest.mark.parametrize(("beside", "count"), [("May 2016", 3), ("Smith", 1)])
def test_a_date_in_the_middle_of_a_row_of_words_shows_it(beside: str, count: int) -> None:
    lines = [
        placed(100, (0, 0, "Sweep"), (1, 1, "April 2016"), (2, 2, "Smith")),
        placed(114, (0, 0, "Mend all")),
        placed(120, (1, 1, beside), (2, 2, "Jones")),
        placed(126, (0, 0, "the lamps")),
        placed(140, (0, 0, "Paint"), (1, 1, "June 2016"), (2, 2, "Brown")),
    ]
    found = rows(*lines, borders=())
    assert (
        found == [["Sweep April 2016 Smith"], ["Mend all", "May 2016 Jones", "the lamps"], ["Paint June 2016 Brown"]]
    ) == (count == 3)


def single(words: Sequence[str], *, blank: float = 20, wider: float = 0) -> list[str]:
    """The runs of words with these blanks between them, the first of them ``wider``."""
    entries: list[Entry] = []
    x = 50.0
    for n, word in enumerate(words):
        entries.append((x, word))
        x += 5 * len(word) + blank + (0 if n else wider)
    return runs(*entries)


STRETCHED = ["A", "wide", "street", "is", "swept"]


def test_a_line_stretched_to_its_column_is_one_text() -> None:
    assert single(STRETCHED) == ["A wide street is swept"]
    assert single(STRETCHED, wider=0.2) == ["A wide street is swept"]


@pytest.mark.parametrize(
    ("words", "wider"),
    [
        (STRETCHED, 0.5),
        (STRETCHED[:4], 0),
        (["Code", "Indicator", "Baseline", "Target", "Status"], 0),
        (["2023", "2024", "2025", "2026"], 0),
        (["2022", "2023", "2024", "2025", "2026"], 0),
        (["8", "10", "9", "11", "12"], 0),
    ],
    ids=["uneven blanks", "few words", "names of columns", "four years", "five years", "figures about as wide"],
)
def test_words_that_may_stand_in_columns_are_texts_of_their_own(words: list[str], wider: float) -> None:
    assert single(words, wider=wider) == words


def around(base: float, col: int = 1, *, label: str = "The lanes") -> list[list[str]]:
    """Rows of a label of two lines, a figure at its first one, and a name ``base`` points below that."""
    lines = []
    for n in range(3):
        y = 100 + 24 * n
        lines += [placed(y, (0, 0, "Sweep all"), (2, 2, f"{n + 4}0%"))]
        lines += [placed(y + base, (col, col, "Smith")), placed(y + 12, (0, 0, label))]
    return rows(*lines, borders=())


def test_a_name_half_a_line_between_the_lines_of_other_entries_is_of_their_row() -> None:
    assert around(6) == [["Sweep all " + figure, "Smith", "The lanes"] for figure in ("40%", "50%", "60%")]


@pytest.mark.parametrize(("base", "col"), [(2.5, 1), (6, 2)], ids=["nearer to one", "in one of their columns"])
def test_a_line_elsewhere_is_not_between_them(base: float, col: int) -> None:
    assert ["The lanes"] in around(base, col)


def test_the_second_line_of_a_label_around_figures_is_not_between_those_and_a_note() -> None:
    """The note beside them has three lines, the second level with the figures."""
    note = [
        placed(130 + 12 * n, (2, 2, text)) for n, text in enumerate(("No target is", "set before the", "next year"))
    ]
    label = [placed(136, (0, 0, "Lamps that are")), placed(148, (0, 0, "Lit all night"))]
    note[1] = placed(142, (1, 1, "8"), (2, 2, "set before the"))
    lines = sorted([*note, *label], key=lambda line: line.base)
    found = rows(HEADER, *MIDDLE[:3], *lines, MIDDLE[-1], borders=())
    assert [len(row) for row in found] == [1, 3, 5, 1]


def sized(line: Placed, size: float) -> Placed:
    style = make_style(size=size, bold=False, direction=0, invisible=False, white=False, font="", unmapped=False)
    for word in line.row.line.words:
        word.style = style
    line.row.line.style = style
    return line


def card(size: float, step: float) -> list[list[str]]:
    """Names over values of this size; the last value goes on ``step`` points below. Another such card follows."""
    names = [(0, 0, "Now"), (1, 1, "Target"), (2, 2, "Status"), (3, 3, "Lead")]
    values = [(0, 0, "42%"), (1, 1, "45%"), (2, 2, "In"), (3, 3, "Smith")]
    one = [placed(100, *names), sized(placed(122, *values), size), sized(placed(122 + step, (2, 2, "danger")), size)]
    return rows(*one, placed(180, *names), placed(192, *values), borders=())


def test_an_entry_in_larger_letters_goes_on_as_much_further_below() -> None:
    assert card(16, 19)[0] == ["Now Target Status Lead", "42% 45% In Smith", "danger"]


@pytest.mark.parametrize(("size", "step"), [(10, 19), (16, 32)], ids=["letters as large as the names", "further below"])
def test_a_line_well_below_is_no_end_of_an_entry(size: float, step: float) -> None:
    assert ["danger"] in card(size, step)


TITLED = placed(100, (0, 3, "The parks and the pools of the whole town"))
CARD = [placed(150, (0, 0, "Visits"), (1, 1, "40"), (2, 2, "50")), placed(170, (0, 0, "Loans"), (1, 1, "4"))]


@pytest.mark.parametrize("borders", [(), (10, 140, 160, 500)], ids=["no rules", "rules"])
@pytest.mark.parametrize(
    ("step", "end", "one"),
    [
        (12, (0, 0, "in winter"), True),
        (12, (0, 0, "Winter"), False),
        (12, (1, 1, "in winter"), False),
        (20, (0, 0, "in winter"), False),
    ],
    ids=["short end", "capital letter", "another column", "further below"],
)
def test_the_short_end_of_a_title_over_a_card_is_no_row_of_its_own(
    step: float, end: tuple[int, int, str], one: bool, borders: Sequence[float]
) -> None:
    found = rows(TITLED, placed(100 + step, end), *CARD, borders=borders)
    title = TITLED.row.line.text
    assert found == [*([[title, end[2]]] if one else [[title], [end[2]]]), ["Visits 40 50"], ["Loans 4"]]


def test_a_line_of_other_letters_under_a_title_is_no_end_of_it() -> None:
    found = rows(TITLED, heavy(placed(112, (0, 0, "in winter"))), *CARD, borders=())
    assert found[:2] == [[TITLED.row.line.text], ["in winter"]]


Lines = list[tuple[str, bool]]


def in_the_middle(*entries: tuple[Lines, str, str]) -> list[list[str]]:
    """Rows whose figures stand in the middle of the lines of their names, each line plain or bold."""
    sheet = (paper := Paper()).sheet()
    for x, name in ((50, "Measure"), (250, "Last year"), (330, "Target")):
        sheet.text(x, 100, name, size=9, bold=True)
    sheet.line(50, 106, 480, 106)
    top = 118.0
    for lines, actual, target in entries:
        for n, (text, bold) in enumerate(lines):
            sheet.text(50, top + 11 * n, text, size=9, bold=bold)
        middle = top + 11 * (len(lines) - 1) / 2
        for x, figure in ((250, actual), (330, target)):
            if figure:
                sheet.text(x, middle, figure, size=9)
        top += 11 * len(lines) + 5
    (grid,) = grids(document(paper))
    return texts(grid)[1:]


VISITS: Lines = [("Visits to the pools", False), ("of the town", False)]
SWIMS: Lines = [("Swims in the lanes", False), ("of the county", False)]


def test_a_bold_label_over_rows_with_figures_in_the_middle_is_a_row() -> None:
    assert in_the_middle(
        ([("Sport", True)], "", ""),
        (VISITS, "1,200", "1,300"),
        ([("Parks", True)], "", ""),
        ([("Runs", False)], "5", "6"),
        (SWIMS, "3", "4"),
    ) == [
        ["Sport", "", ""],
        ["Visits to the pools of the town", "1,200", "1,300"],
        ["Parks", "", ""],
        ["Runs", "5", "6"],
        ["Swims in the lanes of the county", "3", "4"],
    ]


def test_where_the_rows_are_bold_too_a_bold_line_is_no_label() -> None:
    bold = [
        ([(text, True) for text, _ in lines], *figures) for lines, *figures in ((VISITS, "8", "9"), (SWIMS, "3", "4"))
    ]
    assert [row[0] for row in in_the_middle(*bold, ([("Runs", True)], "5", "6"))] == [  # type: ignore[arg-type]
        "Visits to the pools of the town",
        "Swims in the lanes of the county",
        "Runs",
    ]


@pytest.mark.parametrize(("end", "one"), [(0.0, True), (5.0, False)], ids=["level", "not level"])
def test_a_line_that_ends_where_a_text_over_columns_does_goes_on_with_it(end: float, one: bool) -> None:
    first = row((50, "Measure"), (150, "Targets of"))
    title = first.runs[1]
    above = Placed(first, [(0, 0, first.runs[0]), (1, 2, title)])
    second = row((50, "name"), (title.x1 - 25 + end, "years"), base=112)
    line = Placed(second, [(0, 0, second.runs[0]), (1, 1, second.runs[1])])
    assert len(rows(above, line)) == (1 if one else 2)


def test_names_below_a_title_are_another_row_where_one_of_them_ends_level() -> None:
    first = row((50, "Measure"), (150, "Targets of"))
    title = first.runs[1]
    above = Placed(first, [(0, 0, first.runs[0]), (1, 2, title)])
    second = row((title.x1 - 25, "North"), (230, "South"), base=112)
    assert len(rows(above, Placed(second, [(1, 1, second.runs[0]), (2, 2, second.runs[1])]))) == 2


NAMED: list[tuple[Lines, str, str]] = [
    ([("Visits", True), ("to the pools of the town", False)], "1,200", "1,300"),
    ([("Swims", True), ("in the lanes of the county", False)], "3", "4"),
]


def test_a_bold_name_over_its_definition_is_one_row_with_the_figures_beside_both() -> None:
    assert in_the_middle(*NAMED, ([("Runs", True)], "5", "6")) == [
        ["Visits\nto the pools of the town", "1,200", "1,300"],
        ["Swims\nin the lanes of the county", "3", "4"],
        ["Runs", "5", "6"],
    ]


def test_a_bold_label_over_a_name_with_its_definition_is_no_part_of_it() -> None:
    found = in_the_middle(([("Sport", True)], "", ""), *NAMED)
    assert found[0] == ["Sport", "", ""]
    assert [row[0].split()[0] for row in found[1:]] == ["Visits", "Swims"]


def stepped(*words: float, above: tuple[tuple[int, int, str], ...] = ((0, 0, "Roads that"),)) -> float:
    """The distance of a line, at 109, from the one above, at 100; the texts of its columns stand at these heights."""
    over, line = placed(100, *above), placed(109, *((n, n, "are swept") for n in range(len(words))))
    for base, (_, _, run) in zip(words, line.runs, strict=True):
        for word in run.words:
            word.base = base
    return pitch_of([over, line])


def test_the_distance_of_lines_is_that_of_their_words() -> None:
    """A note in smaller letters beside them makes the line of both stand higher."""
    assert stepped(112, 109) == 12
    assert stepped(112) == 12
    assert stepped(109) == 9


@pytest.mark.parametrize(
    ("above", "step"),
    [
        (((0, 0, "Roads"), (1, 1, "40%")), 9),
        (((0, 1, "Roads that"),), 9),
        (((1, 1, "40%"),), 9),
        (((2, 2, "40%"),), 12),
    ],
    ids=["of both columns", "over both", "of the second", "of another"],
)
def test_only_texts_of_one_column_show_it(above: tuple[tuple[int, int, str], ...], step: float) -> None:
    assert stepped(113, 109, above=above) == step


@pytest.mark.parametrize("base", [104, 108, 100])
def test_words_less_than_a_line_apart_say_nothing_of_it(base: float) -> None:
    assert stepped(base) == 12


LINES = ("Cuts of supply", "three hours on", "average")


def beside_lines(*values: tuple[float, tuple[tuple[int, int, str], ...]], step: float = 12) -> list[list[str]]:
    """The rows between two rules of a name of three lines, and of values at these places below the first of these."""
    own = [(step * n, ((0, 0, name),)) for n, name in enumerate(LINES)]
    whole: dict[float, tuple[tuple[int, int, str], ...]] = {}
    for y, entries in (*own, *values):
        whole[y] = whole.get(y, ()) + entries
    return rows(*(placed(100 + y, *entries) for y, entries in sorted(whole.items())), borders=(90, 140))


def test_texts_of_several_heights_around_one_middle_between_two_rules_are_one_row() -> None:
    values = (6, ((1, 1, "9.3"), (2, 2, "9.0"))), (18, ((1, 1, "hours"), (2, 2, "hours"))), (12, ((3, 3, "8.7"),))
    assert len(beside_lines(*values)) == 1


@pytest.mark.parametrize(
    "values",
    [
        [(0, ((1, 1, "9.3"), (2, 2, "9.0"))), (12, ((1, 1, "9.2"), (2, 2, "8.9"))), (24, ((1, 1, "9"), (2, 2, "8")))],
        [(6, ((1, 1, "9.3"), (2, 2, "9.0"))), (24, ((1, 1, "9.2"), (2, 2, "8.9")))],
    ],
    ids=["as many as the lines", "another middle"],
)
def test_values_that_stand_otherwise_between_two_rules_are_of_rows_of_their_own(
    values: list[tuple[float, tuple[tuple[int, int, str], ...]]],
) -> None:
    assert len(beside_lines(*values)) > 1


def test_texts_far_from_each_other_between_two_rules_are_of_two_rows() -> None:
    first = placed(100, (0, 0, "Cuts of the")), placed(106, (1, 1, "9.3")), placed(112, (0, 0, "supply"))
    second = placed(136, (0, 0, "Leaks of the")), placed(142, (1, 1, "8.7")), placed(148, (0, 0, "mains"))
    assert len(rows(*first, *second)) == 2


@pytest.mark.parametrize(
    ("above", "below", "figures"),
    [
        ("2026/27 (Year", "1)", False),
        ("2026/27", "1)", True),
        ("2026/27 (Year", "1", True),
        ("2026/27 (Year 1)", "2)", True),
    ],
    ids=["it closes the bracket", "no bracket", "none closed", "closed before"],
)
def test_beside_a_label_a_figure_that_closes_a_bracket_begins_no_row(above: str, below: str, figures: bool) -> None:
    head, line = placed(100, (1, 1, above)), placed(111, (0, 0, "Ref"), (1, 1, below), (2, 2, "average"))
    mark_ends([head, line])
    assert line.has_figures() == figures


@pytest.mark.parametrize(
    ("above", "below", "figures"),
    [
        ("£1,230.", "46", False),
        ("£1,010", ".99", False),
        ("£480.4", "4", False),
        ("<12.", "5%", False),
        ("12.5", "4", True),
        ("£1,230", "46", True),
        ("£480.44", "4", True),
    ],
)
def test_a_number_broken_at_its_decimal_point_begins_no_row(above: str, below: str, figures: bool) -> None:
    head, line = placed(100, (0, 0, "LI"), (1, 1, above)), placed(111, (0, 0, "20"), (1, 1, below))
    mark_ends([head, line])
    assert line.has_figures() == figures


@pytest.mark.parametrize(
    ("above", "below", "figures"),
    [("£1,46", "7.00", False), ("1,46", "7", False), ("1,467", "7.00", True), ("1,46", "17.00", True)],
)
def test_a_number_broken_within_a_group_of_three_may_have_decimals(above: str, below: str, figures: bool) -> None:
    head, line = placed(100, (0, 0, "Visits"), (2, 2, above)), placed(111, (1, 1, "in all"), (2, 2, below))
    mark_ends([head, line])
    assert line.has_figures() == figures


@pytest.mark.parametrize(("below", "figures"), [(116.5, False), (120.5, True)], ids=["right below it", "further below"])
def test_how_far_a_bracket_is_closed_below_a_text_is_told_by_that_and_not_by_what_stands_beside_it(
    below: float, figures: bool
) -> None:
    """A smaller text beside it stands 3 points higher, and the line is told to stand where that does."""
    words = [word for text in row((150, "score (out of")).runs for word in text.words]
    words = [replace(word, base=word.base + 3, top=word.top + 3, bottom=word.bottom + 3) for word in words]
    small = make_style(size=8, bold=False, direction=0, invisible=False, white=False, font="", unmapped=False)
    beside = [replace(w, style=small) for w in row((230, "and so of all that is to be returned")).line.words]
    (line,) = make_lines([*words, *beside])
    assert line.base == 100
    left, *_, right = cut(line, 0.8).runs
    above, end = Placed(Row(line, [left, right]), [(1, 1, left), (2, 2, right)]), placed(below, (1, 1, "10)"))
    mark_ends([above, end])
    assert end.has_figures() == figures


@pytest.mark.parametrize(("x", "apart"), [(50.0, True), (60.0, False)])
def test_a_label_further_left_than_the_one_above_is_no_end_of_it(x: float, apart: bool) -> None:
    first, second = row((60, "Swims"), (220, "119"), base=100), row((60, "Visit"), (220, "129"), base=112)
    label, third = row((x, "Villages"), base=124), row((60, "Loans"), (220, "139"), base=136)
    lines = [Placed(own, [(0, 0, own.runs[0]), (2, 2, own.runs[1])]) for own in (first, second)]
    lines += [Placed(label, [(0, 0, label.runs[0])]), Placed(third, [(0, 0, third.runs[0]), (2, 2, third.runs[1])])]
    assert (["Villages"] in rows(*lines)) is apart


@pytest.mark.parametrize(("code", "count"), [("2", 1), ("AB/2", 2)], ids=["the end of the code", "another code"])
def test_a_number_under_a_code_is_its_end_where_rows_have_rules(code: str, count: int) -> None:
    first = placed(100, (0, 0, "AB/0"), (1, 1, "Calls"), (2, 2, "40%"))
    assert len(rows(first, placed(112, (0, 0, code), (1, 1, "taken")))) == count
