"""Figures beside the last line of each text, in tables without rules between the rows."""

from __future__ import annotations

import pytest

from tests.readers.pdf.test_rows import heavy, placed, rows

Entries = tuple[tuple[int, int, str], ...]
HEADER: Entries = ((0, 0, "Ref"), (1, 1, "Measure"), (2, 2, "Latest"), (3, 3, "Target"))
BAND: Entries = ((0, 3, "The pools of the whole town"),)


def found(*lines: Entries) -> list[list[str]]:
    """The rows of these lines, which stand at one distance, under a header."""
    return rows(*(placed(100 + 12 * n, *line) for n, line in enumerate((HEADER, *lines))), borders=())[1:]


def coded(code: str, *words: str, figures: tuple[str, str]) -> list[Entries]:
    """A row with its code at the first line of its text, its figures at the last one."""
    lines: list[list[tuple[int, int, str]]] = [[(1, 1, text)] for text in words]
    lines[0].insert(0, (0, 0, code))
    lines[-1] += [(2, 2, figures[0]), (3, 3, figures[1])]
    return [tuple(line) for line in lines]


VISITS = coded("P1", "Visits", "to pools", figures=("40%", "45%"))
SWIMS = coded("P2", "Swims", figures=("7", "8"))
RUNS = coded("P3", "Runs in", "the", "parks", figures=("5", "6"))


@pytest.mark.parametrize("bands", [False, True])
def test_figures_beside_the_last_line_of_a_text_are_of_the_row_that_its_code_begins(bands: bool) -> None:
    band = [BAND] if bands else []
    assert found(*VISITS, *SWIMS, *band, *RUNS) == [
        ["P1 Visits", "to pools 40% 45%"],
        ["P2 Swims 7 8"],
        *([[BAND[0][2]]] if bands else []),
        ["P3 Runs in", "the", "parks 5 6"],
    ]


@pytest.mark.parametrize(
    "other",
    [
        [((0, 0, "P3"), (1, 1, "Runs")), ((1, 1, "Old"), (2, 2, "4")), ((1, 1, "Young"), (2, 2, "5"))],
        [((0, 0, "P3"), (1, 1, "Runs"), (2, 2, "Done")), ((1, 1, "Young"), (2, 2, "5"))],
        [((0, 0, "P3"), (1, 1, "Runs")), ((3, 3, "5"),)],
        [((0, 0, "P3"), (1, 1, "Runs"), (2, 2, "4"), (3, 3, "5")), ((1, 1, "in parks"),)],
        [((0, 0, "P2"), (1, 1, "Runs")), ((1, 1, "in parks"), (2, 2, "4"), (3, 3, "5"))],
        [((0, 0, "Others"), (1, 1, "Runs"), (2, 2, "4"), (3, 3, "5"))],
        [BAND, ((1, 1, "Runs"), (2, 2, "4"), (3, 3, "5"))],
    ],
    ids=[
        "two lines of figures",
        "figures under another entry",
        "no text beside them",
        "figures at the first line",
        "a code that came before",
        "another label",
        "a row below a band",
    ],
)
def test_where_one_row_stands_otherwise_codes_say_nothing_of_them_all(other: list[Entries]) -> None:
    assert ["P1 Visits", "to pools 40% 45%"] not in found(*VISITS, *SWIMS, *other)


def below(code: str, *words: str, figures: tuple[str, str]) -> list[Entries]:
    """A row with its code and its figures at the last line of its text."""
    *over, last = words
    end: Entries = ((0, 0, code), (1, 1, last), (2, 2, figures[0]), (3, 3, figures[1]))
    return [*(((1, 1, text),) for text in over), end]


@pytest.mark.parametrize("bands", [False, True])
def test_a_text_that_ends_in_small_letters_beside_its_code_begins_above(bands: bool) -> None:
    band = [BAND] if bands else []
    lines = [
        *below("P1", "Visits", "to pools", figures=("40%", "45%")),
        *below("P2", "Swims", figures=("7", "8")),
        *band,
        *below("P3", "Runs in", "the", "parks", figures=("5", "6")),
        *below("P4", "Loans", "of books", figures=("1", "2")),
    ]
    assert found(*lines) == [
        ["Visits", "P1 to pools 40% 45%"],
        ["P2 Swims 7 8"],
        *([[BAND[0][2]]] if bands else []),
        ["Runs in", "the", "P3 parks 5 6"],
        ["Loans", "P4 of books 1 2"],
    ]


def test_figures_beside_the_first_line_of_each_text_begin_its_row() -> None:
    lines: list[Entries] = [
        ((0, 0, "P1"), (1, 1, "Visits"), (2, 2, "40%"), (3, 3, "45%")),
        ((1, 1, "to pools"),),
        ((0, 0, "P2"), (1, 1, "Swims"), (2, 2, "7"), (3, 3, "8")),
        ((1, 1, "in lanes"),),
    ]
    assert found(*lines) == [["P1 Visits 40% 45%", "to pools"], ["P2 Swims 7 8", "in lanes"]]


def test_two_texts_that_end_so_are_not_enough() -> None:
    lines = [*below("P1", "Swims", figures=("7", "8")), *below("P2", "Visits", "to pools", figures=("40%", "45%"))]
    assert found(*lines, *below("P3", "Runs", "in parks", figures=("5", "6")))[0] == ["P1 Swims 7 8", "Visits"]


@pytest.mark.parametrize(
    ("first", "last"),
    [("Visits", "The pools"), ("visits", "to pools")],
    ids=["none ends in small letters", "all begin in small letters"],
)
def test_texts_that_could_as_well_go_on_below_stay_with_the_code_above(first: str, last: str) -> None:
    lines = [
        *below("P1", "Swims", figures=("7", "8")),
        *below("P2", first, last, figures=("40%", "45%")),
        *below("P3", first, last, figures=("5", "6")),
        *below("P4", first, last, figures=("1", "2")),
    ]
    assert found(*lines)[0] == ["P1 Swims 7 8", first]


def test_lines_over_and_under_the_code_are_of_a_row_in_its_middle() -> None:
    lines: list[Entries] = [((0, 0, "P1"), (1, 1, "Swims"), (2, 2, "7"), (3, 3, "8"))]
    for code in ("P2", "P3", "P4"):
        lines += [((1, 1, "Runs in"),), ((0, 0, code), (1, 1, "the"), (2, 2, "5"), (3, 3, "6")), ((1, 1, "parks"),)]
    assert ["Runs in", "P2 the 5 6"] not in found(*lines)


TEXTS = [("Visits by", "Old people"), ("Swims",), ("Runs in the", "Parks and in", "Old woods")]


def stepped(step: float, at: int, *, both: bool = False) -> list[int]:
    """How many lines the rows have of texts whose lines are 12 points apart, the rows ``step`` points, with figures
    beside one line of each, or ``both`` of the first one."""
    lines = []
    base = 100.0
    for own in TEXTS:
        for n, text in enumerate(own):
            figured = n == at % len(own) or (both and own is TEXTS[0])
            lines.append(placed(base, (0, 0, text), *([(1, 1, "30"), (2, 2, "40")] if figured else [])))
            base += step if n == len(own) - 1 else 12
    return [len(row) for row in rows(*lines, borders=())]


@pytest.mark.parametrize("at", [0, -1], ids=["first line", "last line"])
def test_lines_a_little_nearer_to_each_other_than_rows_show_the_rows(at: int) -> None:
    assert stepped(13, at) == [2, 1, 3]


@pytest.mark.parametrize(("step", "both"), [(12.5, False), (13, True)], ids=["hardly nearer", "two rows in one"])
def test_where_not_each_has_one_line_of_figures_such_steps_show_nothing(step: float, both: bool) -> None:
    assert stepped(step, -1, both=both) != [2, 1, 3]


def first_row(label: str, *over: Entries) -> list[str]:
    """The row of the first figures under a bold header, below other lines."""
    lines: list[Entries] = [*over, ((0, 0, label), (1, 1, "40%"), (2, 2, "45%"))]
    lines += [((0, 0, "Swims"), (1, 1, "7"), (2, 2, "8"))]
    head = heavy(placed(100, (0, 0, "Measure"), (1, 1, "Latest"), (2, 2, "Target")))
    found = rows(head, *(placed(112 + 12 * n, *line) for n, line in enumerate(lines)), borders=())
    return next(row for row in found if "45%" in row[-1])


def test_the_first_row_under_a_header_may_begin_over_its_figures() -> None:
    assert first_row("to pools", ((0, 0, "Visits"),)) == ["Visits", "to pools 40% 45%"]
    assert first_row("of ours", ((0, 0, "Visits"),), ((0, 0, "to pools"),)) == ["Visits", "to pools", "of ours 40% 45%"]


@pytest.mark.parametrize(
    ("label", "over"),
    [
        ("To pools", ((0, 0, "Visits"),)),
        ("to pools", ((0, 0, "Visits"), (1, 1, "2025"))),
        ("to pools", ((1, 1, "All"),)),
    ],
    ids=["begins in a capital", "two names", "a name elsewhere"],
)
def test_other_lines_over_the_first_figures_are_no_begin_of_their_row(label: str, over: Entries) -> None:
    assert first_row(label, over) == [f"{label} 40% 45%"]


def test_nor_is_a_text_in_other_letters() -> None:
    band = heavy(placed(100, (0, 0, "Pools")))
    lines = [placed(112, (0, 0, "of ours"), (1, 1, "4"), (2, 2, "5")), placed(124, (0, 0, "Runs"), (1, 1, "6"))]
    assert rows(band, *lines, borders=())[0] == ["Pools"]
