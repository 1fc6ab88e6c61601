"""Cells that hold rows or columns which no rule parts are divided by their words; running text is not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest

from planparse.model.document import SEVERAL_COLUMNS
from planparse.readers.pdf.page import Page, Word, make_style
from planparse.readers.pdf.ruled.finer import _counts, divided, finer, in_columns
from planparse.readers.pdf.ruled.lattice import Slab
from planparse.readers.pdf.ruled.tables import Table, TableCell
from tests.readers.pdf.drawn import drawn, style, words
from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, spans, texts

LABELS = [["Owner", "A Smith"], ["Issues", "The roads age and the lamps fail"], ["Partners", "The county"]]


def framed(rows: Sequence[Sequence[str]], *, x: float = 150) -> list[list[str]]:
    """Rows in a frame with rules between them and none between their columns."""
    sheet = (paper := Paper()).sheet()
    ys = [100 + 20 * n for n in range(len(rows) + 1)]
    sheet.grid([50, 400], ys)
    sheet.cells([50, x], ys, rows)
    return [row for grid in grids(document(paper)) for row in texts(grid)]


def test_a_frame_around_labels_and_texts_has_two_columns() -> None:
    assert framed(LABELS) == LABELS


def test_a_frame_around_lines_of_text_has_one() -> None:
    lines = ["We sweep the square each week of the year", "and mend the lamps of all the lanes", "in the spring"]
    assert framed([[line] for line in lines]) != LABELS
    assert all(len(row) == 1 for row in framed([[line] for line in lines]))


def test_where_most_rows_are_one_text_the_frame_has_one_column() -> None:
    rows = [LABELS[0], LABELS[2], *[["We sweep the square each week of the year and mend the lamps"]] * 4]
    assert all(len(row) == 1 for row in framed(rows))


CODES = ["AB1", "AB2", "AB3"]
TEXTS = ["We sweep the square", "We mend the lamps", "We paint the hall"]
LEADS = ["A Smith", "B Jones", "C Brown"]
XS = [50.0, 110, 300, 400]


def stacked(codes: Sequence[str] = CODES, leads: Sequence[str] = LEADS, *, step: float = 22) -> list[list[str]]:
    """A ruled header over one ruled row whose cells hold several lines each, ``step`` apart."""
    sheet = (paper := Paper()).sheet()
    sheet.grid(XS, [100, 120, 130 + step * 3], [["Ref", "What we will do", "Lead"]])
    for n, row in enumerate(zip(codes, TEXTS, leads, strict=False)):
        for x, text in zip(XS, row, strict=False):
            sheet.text(x + 4, 134 + step * n, text, size=9)
    (grid,) = grids(document(paper))
    return texts(grid)[1:]


def test_lines_of_texts_beside_codes_are_rows() -> None:
    assert stacked() == [list(row) for row in zip(CODES, TEXTS, LEADS, strict=True)]


def test_they_are_where_each_rule_is_drawn_cell_by_cell(engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    for y in (100, 120, 196):
        for a, b in pairwise(XS):
            sheet.line(a, y, b, y)
    sheet.cells(XS, [100], [["Ref", "What we will do", "Lead"]])
    for n, row in enumerate(zip(CODES, TEXTS, LEADS, strict=True)):
        for x, text in zip(XS, row, strict=False):
            sheet.text(x + 4, 134 + 22 * n, text, size=9)
    (grid,) = grids(document(paper, engine))
    assert texts(grid)[1:] == [list(row) for row in zip(CODES, TEXTS, LEADS, strict=True)]


@pytest.mark.parametrize("codes", [["1.1", "1.2", "1.3"], ["12", "13", "14a"], ["AB-1.", "AB-2.", "AB-3."]])
def test_codes_of_many_kinds(codes: list[str]) -> None:
    assert [row[0] for row in stacked(codes)] == codes


def test_two_codes_show_two_rows_where_all_others_have_a_line_beside_each() -> None:
    assert [row[0] for row in stacked(CODES[:2], LEADS[:2])] == CODES[:2]
    assert len(stacked(CODES[:2], ["A Smith", ""])) == 1


def test_two_codes_close_together_show_two_rows_too() -> None:
    assert [row[0] for row in stacked(CODES[:2], LEADS[:2], step=11)] == CODES[:2]
    assert len(stacked(CODES[:2], ["A Smith", ""], step=11)) == 1
    assert len(stacked(["The", "wards"], LEADS[:2], step=11)) == 1


@pytest.mark.parametrize(
    ("codes", "leads"),
    [(["The", "north", "ward"], LEADS), (["AB1", "AB2", "and 3"], LEADS), (CODES, ["A Smith", "", ""])],
    ids=["words", "a word among them", "no line beside each code"],
)
def test_lines_beside_other_words_are_one_row(codes: list[str], leads: list[str]) -> None:
    assert len(stacked(codes, leads)) == 1


def with_label(label: Sequence[str], codes: Sequence[str] = CODES) -> list[list[str]]:
    """A ruled row of a label, codes, and two texts beside each of these."""
    xs = [50.0, 150, 210, 400, 500]
    sheet = (paper := Paper()).sheet()
    sheet.grid(xs, [100, 120, 200], [["Aim", "Ref", "What we will do", "Lead"]])
    for n, text in enumerate(label):
        sheet.text(54, 134 + 11 * n, text, size=9)
    for n, row in enumerate(zip(codes, TEXTS, LEADS, strict=False)):
        for x, text in zip(xs[1:], row, strict=False):
            sheet.text(x + 4, 134 + 22 * n, text, size=9)
    (grid,) = grids(document(paper))
    assert grid.cells[4].row_span == grid.n_rows - 1
    return texts(grid)[1:]


def test_codes_beside_a_label_part_the_row_but_not_the_label() -> None:
    assert with_label(["Keep the", "town clean", "and safe"]) == [
        ["Keep the town clean and safe", *(own[0] for own in (CODES, TEXTS, LEADS))],
        *([code, text, lead] for code, text, lead in zip(CODES[1:], TEXTS[1:], LEADS[1:], strict=True)),
    ]


def labelled(labels: Sequence[str], *, bold: bool = True, level: float = 0) -> list[list[str]]:
    """A ruled row of labels, each with a text ``level`` points lower beside it, over two rows of codes."""
    sheet = (paper := Paper()).sheet()
    sheet.grid(XS[:3], [100, 140, 160, 180], [[], ["AB1: Roads swept", "45%"], ["AB2: Lamps mended", "47%"]])
    for n, label in enumerate(labels):
        sheet.text(54, 114 + 16 * n, label, size=9, bold=bold)
        sheet.text(114, 114 + 16 * n + level, TEXTS[n], size=9)
    (grid,) = grids(document(paper))
    return texts(grid)


def test_labels_with_a_text_beside_each_are_rows() -> None:
    assert labelled(["Priority:", "Aim:"])[:2] == [["Priority:", TEXTS[0]], ["Aim:", TEXTS[1]]]


def test_other_texts_in_a_row_are_not() -> None:
    assert len(labelled(["Priority:", "Aim:"], bold=False)) == 3
    assert len(labelled(["Priority:", "Aim"])) == 3
    assert len(labelled(["Priority:", "Aim:"], level=6)) == 3


STYLE = make_style(size=9, bold=False, direction=0, invisible=False, white=False, font="", unmapped=False)
KNOWN = (50.0, 110.0, 300.0, 400.0)


def one_column(*entries: tuple[float, str]) -> Table:
    """A table of one ruled row, its texts 4 points a letter."""
    words = []
    for x, text in entries:
        for part in text.split():
            words.append(Word(part, x, 104, x + 4 * len(part), 113, 111, STYLE))
            x += 4 * len(part) + 3
    return Table([50, 400], [100, 120], [TableCell(Slab(0, 0, 1, 1), (50, 100, 400, 120), words)], [])


def cells_of(table: Table) -> list[str]:
    return [" ".join(w.text for w in cell.words) for cell in table.cells]


ROW = [(54.0, "AB1"), (114.0, "We sweep it"), (304.0, "A Smith")]

FURTHER = [(114.0, "in our town")]


def stands_in_columns(*lines: Sequence[tuple[float, str]]) -> bool:
    """Whether a cell over all columns that holds these lines stands in the columns of the other rows."""
    words = []
    for n, entries in enumerate(lines):
        for x, text in entries:
            for part in text.split():
                words.append(Word(part, x, 104 + 11 * n, x + 4 * len(part), 113 + 11 * n, 111 + 11 * n, STYLE))
                x += 4 * len(part) + 3
    return in_columns(TableCell(Slab(0, 0, 1, 3), (50, 100, 400, 120 + 11 * len(lines)), words), list(KNOWN))


def test_entries_beside_the_first_line_or_the_middle_of_a_text_stand_in_columns() -> None:
    assert stands_in_columns(ROW, FURTHER, FURTHER)
    assert stands_in_columns(FURTHER, ROW, FURTHER)


@pytest.mark.parametrize(
    "lines",
    [
        (FURTHER, ROW),
        (FURTHER, FURTHER, ROW, FURTHER),
        (FURTHER, FURTHER, FURTHER),
        ([(114.0, "We sweep the square of our town each week of the year")], ROW, FURTHER),
    ],
    ids=["the last line", "no middle", "nothing beside it", "a text over a border"],
)
def test_lines_over_entries_elsewhere_do_not(lines: Sequence[Sequence[tuple[float, str]]]) -> None:
    assert not stands_in_columns(*lines)


def test_a_row_alone_takes_the_borders_of_a_table_as_wide() -> None:
    table = divided(one_column(*ROW), [(50, 90, 390), KNOWN])
    assert (table.xs, cells_of(table)) == (list(KNOWN), ["AB1", "We sweep it", "A Smith"])


def test_a_border_that_a_text_lies_over_is_left_out() -> None:
    table = divided(
        one_column((54, "AB1"), (114, "We sweep the square of our town each week of the whole year")), [KNOWN]
    )
    assert table.xs == [50, 110, 400]


def under_title(title: list[tuple[float, str]], *entries: tuple[float, str]) -> Table:
    """A table of one column and two rows, a title and what stands below it."""
    (upper,), (lower,) = one_column(*title).cells, one_column(*entries).cells
    below = [replace(w, top=w.top + 20, bottom=w.bottom + 20, base=w.base + 20) for w in lower.words]
    cells = [upper, TableCell(Slab(1, 0, 1, 1), (50, 120, 400, 140), below)]
    return Table([50, 400], [100, 120, 140], cells, [])


SWEEP = [(54.0, "1.1 Sweep the square of our town")]


def test_a_row_under_a_title_that_begins_at_a_pages_end_takes_the_border_that_only_the_title_lies_over() -> None:
    table = divided(under_title(SWEEP, (54, "Lead"), (114, "A Smith")), [(50.0, 110.0, 400.0)])
    assert (table.xs, cells_of(table)) == ([50, 110, 400], ["1.1 Sweep the square of our town", "Lead", "A Smith"])
    assert table.cells[0].slab.col_span == 2


@pytest.mark.parametrize(
    ("title", "entries"),
    [
        (SWEEP, [(54.0, "We sweep it in each week")]),
        (SWEEP, [(54.0, "Lead of all of the works"), (300.0, "A Smith")]),
        ([*SWEEP, (300.0, "Week")], [(54.0, "Lead"), (114.0, "A Smith")]),
    ],
    ids=["a text below it", "a text over the border", "no title"],
)
def test_other_texts_over_a_border_leave_it_out(
    title: list[tuple[float, str]], entries: list[tuple[float, str]]
) -> None:
    table = under_title(title, *entries)
    assert divided(table, [(50.0, 110.0, 400.0)]) is table


@pytest.mark.parametrize(
    ("entries", "known"),
    [
        (ROW, [(50.0, 110.0, 300.0, 390.0)]),
        (ROW, [(60.0, 110.0, 300.0, 400.0)]),
        (ROW, []),
        (ROW[:1], [KNOWN]),
        ([(54.0, "We sweep the square of our town each week of the year and mend the lamps")], [KNOWN]),
    ],
    ids=["ends elsewhere", "begins elsewhere", "no other", "one text", "a text over all"],
)
def test_other_rows_stay_whole(entries: list[tuple[float, str]], known: list[tuple[float, ...]]) -> None:
    table = one_column(*entries)
    assert divided(table, known) is table


def test_the_begin_of_a_table_at_a_pages_end_has_the_columns_of_the_one_above(engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    rows = [["Ref", "What we will do", "Lead"], *[list(row) for row in zip(CODES, TEXTS, LEADS, strict=True)]]
    sheet.grid(XS, [100, 120, 140, 160, 180], rows)
    sheet.grid([50, 400], [300, 320, 340])
    sheet.cells(XS, [300, 320, 340], [["Ref", "What we will see", "Lead"], ["CD1", "Clean squares", "A Smith"]])
    first, second = grids(document(paper, engine))
    assert texts(first) == rows
    assert texts(second) == [["Ref", "What we will see", "Lead"], ["CD1", "Clean squares", "A Smith"]]


def test_a_row_of_turned_texts_alone_is_read() -> None:
    """Level lines beside the table leave its turned words as they are."""
    sheet = (paper := Paper()).sheet()
    sheet.grid([50, 150, 250], [100, 250, 270, 290], [["", ""], ["we sweep", "mend it"], ["a", "b"]])
    for x in (50, 150):
        for k, text in enumerate(["The roads of", "our whole town", "are all swept"]):
            sheet.text(x + 20 + 12 * k, 240, text, size=9, turn=90)
    for k in range(8):
        sheet.text(300, 150 + 12 * k, "What we do beside the table", size=9)
    (grid,) = grids(document(paper))
    assert texts(grid)[1:] == [["we sweep", "mend it"], ["a", "b"]]


def below_header(*lines: tuple[float, str, bool], name: bool = True) -> list[str]:
    """The texts in the second column of a table whose first row is a header of 20 points: one cell beside both rows has
    these lines, bold or not; the ``name`` beside it is bold."""
    table = drawn([50, 150, 300], [100, 120, 160], [[(112, "Measure")], []], [[(134, "Swims")], []])
    table.cells[0].words = words(54, 112, "Measure", style(bold=name))
    own = [w for base, text, bold in lines for w in words(154, base, text, style(bold=bold))]
    whole = TableCell(Slab(0, 1, 2, 1), (150, 100, 300, 160), own)
    cells = [table.cells[0], whole, table.cells[2]]
    found = finer(Page(0, 595, 842), replace(table, cells=cells, settled=True))
    return [" ".join(w.text for w in c.words) for c in found.cells if c.slab.col == 1]


def test_a_bold_name_and_a_plain_entry_in_one_cell_are_parted_at_the_border_of_the_row() -> None:
    assert below_header((107, "Baseline", True), (115, "2024", True), (150, "41%", False)) == ["Baseline 2024", "41%"]


def test_below_a_row_that_is_not_bold_they_are_one_label() -> None:
    assert below_header((107, "Pools", True), (150, "Coach", False), name=False) == ["Pools Coach"]


@pytest.mark.parametrize(
    "lines",
    [
        ((107, "Baseline", True), (150, "41%", True)),
        ((107, "Baseline", True), (115, "2024", False), (150, "41%", False)),
        ((107, "Baseline", True), (115, "2024", True)),
    ],
    ids=["all bold", "plain above the border", "nothing below it"],
)
def test_other_texts_beside_two_rows_stay_whole(lines: Sequence[tuple[float, str, bool]]) -> None:
    assert below_header(*lines) == [" ".join(text for _, text, _ in lines)]


def beside(*lines: tuple[float, str]) -> list[tuple[int, int, str]]:
    """Row, rows and text of the cells of the first column of a table whose rows only are painted, 30 points each; its
    texts stand at these heights beside four of them."""
    ys = [100.0 + 30 * n for n in range(5)]
    words = [Word(text, 54, y - 7, 54 + 4 * len(text), y + 2, y, STYLE) for y, text in lines]
    cells = [TableCell(Slab(0, 0, 4, 1), (50, 100, 150, 220), words)]
    for n, top in enumerate(ys[:4]):
        action = Word(f"Act{n}", 154, top + 4, 180, top + 13, top + 11, STYLE)
        cells.append(TableCell(Slab(n, 1, 1, 1), (150, top, 300, top + 30), [action]))
    found = finer(Page(0, 595, 842), Table([50, 150, 300], ys, cells, [], settled=True))
    first = [cell for cell in found.cells if cell.slab.col == 0]
    return [(c.slab.row, c.slab.row_span, " ".join(w.text for w in c.words)) for c in first]


def test_a_cell_beside_painted_rows_is_parted_where_labels_begin() -> None:
    assert beside((111, "Cut"), (122, "waste"), (171, "Plant"), (182, "trees")) == [
        (0, 2, "Cut waste"),
        (2, 2, "Plant trees"),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        [(111, "Cut"), (122, "waste"), (133, "more")],
        [(111, "Cut"), (122, "waste"), (160, "Plant"), (171, "trees")],
        [(122, "Cut"), (133, "waste"), (171, "Plant"), (182, "trees")],
    ],
    ids=["one label", "one begins beside no row", "the first does"],
)
def test_a_cell_of_other_lines_stays_whole(lines: list[tuple[float, str]]) -> None:
    assert len(beside(*lines)) == 1


def test_two_labels_of_one_line_each_are_two() -> None:
    assert beside((111, "Waste"), (171, "Trees")) == [(0, 2, "Waste"), (2, 2, "Trees")]


def years_over(*lines: tuple[float, str]) -> list[tuple[int, int, str]]:
    """Row, rows and text of the cells in the last column of a header of two rows of 20 points, with these lines in one
    cell beside both; "Code" stands at the bottom of both rows, too, and names in the first and the second."""
    cells = [
        TableCell(Slab(0, 0, 2, 1), (50, 100, 100, 140), words(54, 133, "Code")),
        TableCell(Slab(0, 1, 1, 1), (100, 100, 200, 120), words(104, 111, "2020/21")),
        TableCell(Slab(0, 2, 2, 1), (200, 100, 300, 140), [w for base, text in lines for w in words(204, base, text)]),
        TableCell(Slab(1, 1, 1, 1), (100, 120, 200, 140), words(104, 133, "target")),
    ]
    found = finer(Page(0, 595, 842), Table([50, 100, 200, 300], [100, 120, 140], cells, [], settled=True))
    last = [cell for cell in found.cells if cell.slab.col == 2]
    return [(c.slab.row, c.slab.row_span, " ".join(w.text for w in c.words)) for c in last]


def test_a_year_and_the_name_under_it_are_of_a_row_each_though_others_stand_at_the_bottom_of_both() -> None:
    assert years_over((111, "2021/22"), (133, "actual")) == [(0, 1, "2021/22"), (1, 1, "actual")]


def test_two_texts_that_both_begin_beside_one_row_are_one_cell() -> None:
    cells = [
        TableCell(Slab(0, 0, 1, 1), (50, 100, 100, 140), words(54, 111, "Waste")),
        TableCell(Slab(0, 1, 1, 1), (100, 100, 200, 140), words(104, 131, "Swept")),
        TableCell(Slab(0, 2, 2, 1), (200, 100, 300, 160), [*words(204, 111, "Roads"), *words(204, 131, "Parks")]),
        TableCell(Slab(1, 0, 1, 2), (50, 140, 200, 160), words(54, 153, "Lamps")),
    ]
    found = finer(Page(0, 595, 842), Table([50, 100, 200, 300], [100, 140, 160], cells, [], settled=True))
    assert [(c.slab.row_span, len(c.words)) for c in found.cells if c.slab.col == 2] == [(2, 2)]


@pytest.mark.parametrize(("codes", "count"), [(("1.1", "1.2"), 2), (("AB1", "AB2"), 2), (("1.1", "1.4"), 1)])
def test_codes_that_follow_each_other_show_two_rows_in_a_drawn_one(codes: Sequence[str], count: int) -> None:
    """Not all of its cells have a text beside each of them."""
    sheet = (paper := Paper()).sheet()
    sheet.grid([*XS, 480], [100, 120, 176, 196], [["Ref", "What we will do", "Lead", "When"]])
    lines = [[codes[0], TEXTS[0], LEADS[0], "May"], ["", "of our whole town"]]
    lines += [[codes[1], TEXTS[1], LEADS[1]], ["", "in all of the lanes"]]
    for n, row in enumerate(lines):
        for x, text in zip(XS, row, strict=False):
            sheet.text(x + 4, 132 + 12 * n, text, size=9)
    sheet.cells([*XS, 480], [176], [["2.1", "We plant trees", "D Green", "June"]])
    (grid,) = grids(document(paper))
    assert [row[0] for row in texts(grid)[1:-1]] == ([*codes] if count > 1 else ["\n".join(codes)])


def test_a_code_over_two_lines_is_one_whatever_stands_beside_both() -> None:
    sheet = (paper := Paper()).sheet()
    sheet.grid(XS, [100, 120, 150, 170], [["Ref", "What we will do", "Cost"]])
    for n, row in enumerate([("AB0", "We sweep the square of our town", "£486.2"), ("8", "and all of its lanes", "7")]):
        for x, text in zip(XS, row, strict=False):
            sheet.text(x + 4, 132 + 12 * n, text, size=9)
    sheet.cells(XS, [150], [["AB09", "We plant trees", "£12.00"]])
    (grid,) = grids(document(paper))
    assert len(texts(grid)) == 3


def test_years_over_two_lines_are_no_codes() -> None:
    cells = [
        TableCell(
            Slab(0, n, 1, 1), (x, 100, x + 50, 130), [*words(x + 4, 111, str(2025 + n)), *words(x + 4, 123, rest)]
        )
        for n, (x, rest) in enumerate([(50.0, "/26"), (100.0, "/27"), (150.0, "/28")])
    ]
    cells += [TableCell(Slab(1, n, 1, 1), (50 + 50 * n, 130, 100 + 50 * n, 150), words(54, 143, "9")) for n in range(3)]
    table = Table([50, 100, 150, 200], [100, 130, 150], cells, [], settled=True)
    assert len(finer(Page(0, 595, 842), table).ys) == 3


@pytest.mark.parametrize(("off", "count"), [(0.6, 2), (0.9, 2), (1.2, 1), (4, 1)])
def test_a_label_may_stand_a_little_off_the_line_beside_it(off: float, count: int) -> None:
    lines = [(111, "Cut"), (122, "waste"), (171 + off, "Plant"), (182 + off, "trees")]
    assert beside(*lines) == (
        [(0, 2, "Cut waste"), (2, 2, "Plant trees")] if count > 1 else [(0, 4, "Cut waste Plant trees")]
    )


STRIPS = (
    ["Parks", "Visits to the", "40%", "50%"],
    ["", "parks", "", ""],
    ["Pools", "Swims in the", "45%", "55%"],
    ["", "pools", "", ""],
)


def strips(*lines: Sequence[str], white: float = 8, columns: int = 4) -> list[list[str]]:
    """The rows below a ruled header of one ruled row with these lines, white in the middle of them, and a last one."""
    sheet = (paper := Paper()).sheet()
    xs = [50.0, 90, 250, 330, 420][: columns + 1]
    sheet.grid(xs, [100, 120, 180, 200], [["Place", "Measure", "Now", "Later"][:columns]])
    sheet.cells(xs, [180], [["Lamps", "Lamps lit", "4", "5"][:columns]])
    for n, row in enumerate(lines):
        for x, text in zip(xs, row[:columns], strict=False):
            sheet.text(x + 4, 132 + 11 * n + (white if n > 1 else 0), text, size=9)
    (grid,) = grids(document(paper))
    assert texts(grid)[-1] == ["Lamps", "Lamps lit", "4", "5"][:columns]
    return texts(grid)[1:-1]


@pytest.mark.parametrize("columns", [3, 4])
def test_a_row_is_parted_where_white_runs_through_all_of_its_columns(columns: int) -> None:
    assert strips(*STRIPS, columns=columns) == [
        ["Parks", "Visits to the parks", "40%", "50%"][:columns],
        ["Pools", "Swims in the pools", "45%", "55%"][:columns],
    ]


@pytest.mark.parametrize(
    ("lines", "white", "columns"),
    [
        (STRIPS, 3, 4),
        ((*STRIPS[:2], ["Pools", "Swims in the", "", "55%"], STRIPS[3]), 8, 4),
        (([*STRIPS[0][:2], "Few", "Many"], STRIPS[1], [*STRIPS[2][:2], "Many", "All"], STRIPS[3]), 8, 4),
        (STRIPS, 8, 2),
        ((STRIPS[0], STRIPS[1], ["", "and the squares", "", ""]), 8, 4),
    ],
    ids=["less white", "a blank under it", "no figures", "two columns", "more of one text"],
)
def test_a_row_with_other_white_in_it_is_one(lines: Sequence[Sequence[str]], white: float, columns: int) -> None:
    assert len(strips(*lines, white=white, columns=columns)) == 1


SIX = (50.0, 110.0, 170.0, 230.0, 290.0, 350.0, 410.0)
ENTRIES = [(54.0, "AB1"), (114.0, "Roads"), (174.0, "Smith"), (234.0, "40%")]
NOTE = (294.0, "not known before the year ends")
"""It goes over the last border."""


def noted(*entries: tuple[float, str]) -> TableCell:
    """A cell over all columns of six that holds these texts, in one line."""
    (cell,) = one_column(*entries).cells
    return TableCell(Slab(0, 0, 1, 6), cell.box, cell.words)


def test_a_note_right_of_several_entries_may_go_over_a_border() -> None:
    assert in_columns(noted(*ENTRIES, NOTE), list(SIX))


@pytest.mark.parametrize(
    "entries",
    [(*ENTRIES[:3], NOTE), ((54.0, "not known before the end"), *[(x + 60, text) for x, text in ENTRIES[1:]])],
    ids=["right of a few", "left of the entries"],
)
def test_another_text_over_a_border_may_not(entries: Sequence[tuple[float, str]]) -> None:
    assert not in_columns(noted(*entries), list(SIX))


NAMED = [(54.0, "Roads"), (134.0, "40%")]
"""The name of a row and a value in the middle of its column."""
MERGED = "No target is set while the national review goes on"


def over(*lines: Sequence[tuple[float, str]]) -> bool:
    """Whether a cell over all columns of six that holds these lines stands in them."""
    words = []
    for n, entries in enumerate(lines):
        words += [
            replace(w, top=w.top + 11 * n, bottom=w.bottom + 11 * n, base=w.base + 11 * n)
            for w in noted(*entries).words
        ]
    return in_columns(TableCell(Slab(0, 0, 1, 6), (50, 100, 410, 120 + 11 * len(lines)), words), list(SIX))


@pytest.mark.parametrize("further", [(), ([(234.0, "or later")],)], ids=["one line", "a short second line"])
def test_a_note_right_of_a_name_and_a_value_begins_as_the_name_does(
    further: tuple[list[tuple[float, str]], ...],
) -> None:
    assert over([*NAMED, (234.0, MERGED[:30])], *further)


def test_or_it_stands_in_the_middle_of_the_columns_that_it_goes_over() -> None:
    assert over([*NAMED, (282.0, "No target is yet set")])


@pytest.mark.parametrize(
    "entries",
    [
        [NAMED[0], (134.0, "Smith"), (234.0, MERGED[:30])],
        [NAMED[1], (234.0, MERGED[:30])],
        [*NAMED, (243.0, MERGED[:30])],
        [*NAMED, (196.0, MERGED[:30])],
    ],
    ids=["no value beside it", "no name", "further right", "elsewhere"],
)
def test_a_text_right_of_them_that_no_cell_would_hold_so_may_not(entries: list[tuple[float, str]]) -> None:
    assert not over(entries)


def test_a_note_over_merged_targets_is_read_where_the_header_alone_has_borders(engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    sheet.grid(SIX, [100, 120], [["Measure", "Actual", "Average", "2023", "2024", "2025"]])
    for n in (1, 2, 3):
        for x0, x1 in pairwise(SIX):
            sheet.line(x0, 120 + 24 * n, x1, 120 + 24 * n)
    sheet.cells(
        SIX, [120, 144, 168], [["Roads", "40%", "41%", "45%", "50%", "55%"], ["Lanes", "30%"], ["Paths", "50%"]]
    )
    for n, line in enumerate(["No target is set while the national", "review goes on"]):
        sheet.text(234, 157 + 9 * n, line, size=8)
    sheet.cells(SIX, [168], [["", "", "51%", "55%", "60%", "65%"]])
    (grid,) = grids(document(paper, engine))
    assert texts(grid)[2] == ["Lanes", "30%", "", "No target is set while the national review goes on"]
    assert spans(grid) == {"No target is set while the national review goes on": (1, 3)}


@pytest.mark.parametrize(
    ("entries", "marked"),
    [
        ([(54.0, "Lanes"), (124.0, "30%"), (250.0, MERGED[:30])], True),
        ([(54.0, "Lanes"), (124.0, "Smith"), (250.0, MERGED[:30])], False),
        ([(54.0, f"Lanes. {MERGED}")], False),
    ],
    ids=["a value", "no value", "a text"],
)
def test_a_row_that_stands_in_no_columns_is_marked(entries: list[tuple[float, str]], marked: bool) -> None:
    sheet = (paper := Paper()).sheet()
    sheet.grid(SIX, [100, 120], [["Measure", "Actual", "Average", "2023", "2024", "2025"]])
    for n in (1, 2, 3):
        for x0, x1 in pairwise(SIX):
            sheet.line(x0, 120 + 24 * n, x1, 120 + 24 * n)
    values = ["40%", "41%", "45%", "50%", "55%"]
    sheet.cells(SIX, [120, 144, 168], [["Roads", *values], [], ["Paths", *values]])
    for x, text in entries:
        sheet.text(x, 157, text, size=8)
    (grid,) = grids(document(paper))
    assert [c.marks == (SEVERAL_COLUMNS,) for c in grid.cells if c.row == 2] == [marked]


def test_it_spans_the_columns_that_it_goes_over(engine: str) -> None:
    """Only the header has rules between its columns; below it the rules are drawn in pieces of these."""
    sheet = (paper := Paper()).sheet()
    sheet.grid(SIX, [100, 120], [["Ref", "Measure", "Lead", "2023", "2024", "2025"]])
    rows = [["AB1", "Roads", "Smith", "40%", "45%", "50%"], [*(text for _, text in ENTRIES), "not known before May"]]
    for n in (1, 2):
        for x0, x1 in pairwise(SIX):
            sheet.line(x0, 120 + 20 * n, x1, 120 + 20 * n)
    sheet.cells(SIX, [120, 140], rows)
    (grid,) = grids(document(paper, engine))
    assert texts(grid)[1:] == rows
    assert spans(grid) == {"not known before May": (1, 2)}


GROUPED = [
    ["Measure", "2024/25", "2025/26", "2026/27", "2027/28"],
    ["Visits", "1", "2", "3", "4"],
    ["Swims", "5", "6", "7", "8"],
    ["Runs", "9", "10", "11", "12"],
]


def grouped(rows: Sequence[Sequence[str]], places: Sequence[float] = (54, 204, 265, 334, 395)) -> list[list[str]]:
    """A ruled table of three columns of which the last two hold two each."""
    sheet = (paper := Paper()).sheet()
    ys = [100 + 20 * n for n in range(len(rows) + 1)]
    sheet.grid([50, 200, 330, 460], ys)
    for y, row in zip(ys, rows, strict=False):
        for x, text in zip(places, row, strict=True):
            sheet.text(x, y + 13, text, size=9)
    (grid,) = grids(document(paper))
    return texts(grid)


def test_columns_that_no_border_parts_within_their_groups_are_columns() -> None:
    assert grouped(GROUPED) == GROUPED


def test_a_blank_among_their_values_stays_a_blank() -> None:
    rows = [*GROUPED, ["Walks", "13", "", "15", "16"], ["Dives", "17", "18", "19", ""]]
    assert grouped(rows) == rows


def test_names_over_such_groups_are_kept() -> None:
    rows = [["Measure", "Actual", "", "Target", ""], ["", *GROUPED[0][1:]], *GROUPED[1:]]
    assert grouped(rows)[1:] == rows[1:]


def test_two_values_in_one_column_alone_are_one_cell() -> None:
    found = grouped([[*row[:4], ""] for row in GROUPED])
    assert {len(row) for row in found} == {3}
    assert found[1] == ["Visits", "1 2", "3"]


def test_two_texts_in_few_cells_of_a_column_are_one_cell() -> None:
    rows = [GROUPED[0], ["Visits", "1", "", "3", ""], ["Swims", "5", "", "7", ""], ["Runs", "9", "", "1", ""]]
    assert {len(row) for row in grouped(rows)} == {3}


@pytest.mark.parametrize(
    "codes", [["a.", "b.", "c."], ["(a)", "(b)", "(c)"], ["1)", "2)", "3)"], ["8.", "9.", "10."]], ids=str
)
def test_labels_of_a_list_that_count_up_are_codes(codes: list[str]) -> None:
    """Read they stand in front of the texts beside them."""
    assert [row[-1] for row in stacked(codes)] == LEADS


@pytest.mark.parametrize(
    "codes", [["a.", "c.", "d."], ["a)", "a)", "a)"], ["•", "•", "•"], ["b.", "a.", "c."]], ids=str
)
def test_other_labels_are_none(codes: list[str]) -> None:
    assert len(stacked(codes)) == 1


@pytest.mark.parametrize(
    ("one", "other", "follows"),
    [
        ("a.", "b.", True),
        ("(a)", "(b)", True),
        ("9.", "10.", True),
        ("1", "2", True),
        ("4.1", "4.2", True),
        ("AB9.", "AB10.", True),
        ("a.", "c.", False),
        ("b.", "a.", False),
        ("1.", "3.", False),
        ("4.1", "5.2", False),
        ("AB1", "CD2", False),
        ("AB", "AC", False),
        ("", "", False),
    ],
)
def test_codes_that_count(one: str, other: str, follows: bool) -> None:
    assert _counts(one, other) is follows


BELOW = "Lamps are those of all the streets of our town and of the lanes in its wards that we look after"


def with_note(*notes: tuple[float, str]) -> list[list[str]]:
    """The rows of a table of which one has no border between its columns, with further lines below its entries."""
    sheet = (paper := Paper()).sheet()
    ys = [100.0, 120, 140, 196, 216]
    for y in ys:
        sheet.line(XS[0], y, XS[-1], y)
    for top, bottom in ((100, 140), (196, 216)):
        for x in XS:
            sheet.line(x, top, x, bottom)
    for x in (XS[0], XS[-1]):
        sheet.line(x, 140, x, 196)
    head = ["Ref", "What we do", "Lead"]
    sheet.cells(XS, ys, [head, [CODES[0], TEXTS[0], LEADS[0]], [], [CODES[2], TEXTS[2], LEADS[2]]])
    for x, text in zip(XS, [CODES[1], TEXTS[1], LEADS[1]], strict=False):
        sheet.text(x + 4, 152, text, size=9)
    for n, (x, text) in enumerate(notes):
        sheet.text(x, 164 + 11 * n, text, size=7)
    (grid,) = grids(document(paper))
    found = texts(grid)
    assert (found[:2], found[-1]) == ([head, [CODES[0], TEXTS[0], LEADS[0]]], [CODES[2], TEXTS[2], LEADS[2]])
    return found[2:-1]


SECOND = [CODES[1], TEXTS[1], LEADS[1]]


def test_a_note_below_a_row_in_one_cell_with_it_has_a_row_of_its_own() -> None:
    assert with_note((54, BELOW)) == [SECOND, [BELOW]]


def test_its_last_line_may_be_short() -> None:
    assert with_note((54, BELOW), (54, "and mend.")) == [SECOND, [f"{BELOW} and mend."]]


def test_a_row_without_a_note_is_one() -> None:
    assert with_note() == [SECOND]


def test_the_second_line_of_an_entry_is_no_note() -> None:
    assert with_note((114, "of the whole town")) == [[CODES[1], f"{TEXTS[1]}\nof the whole town", LEADS[1]]]


def test_a_text_over_a_border_that_begins_elsewhere_is_no_note_of_the_row() -> None:
    assert [BELOW] not in with_note((90, BELOW[:70]))


@pytest.mark.parametrize(("x0", "x1", "column"), [(160.0, 390.0, 1), (60.0, 390.0, 1), (55.0, 145.0, 0)])
def test_a_table_within_a_cell_that_is_divided_stays_in_the_part_where_it_stands(
    x0: float, x1: float, column: int
) -> None:
    xs, ys = [50.0, 150, 400], [100.0, 120, 140, 240]
    inner = Table([x0, (x0 + x1) / 2, x1], [165, 180, 195], [], [])
    rows = [("Owner", "A Smith"), ("Partners", "B Jones"), ("Issues", "The rain")]
    cells = [
        TableCell(Slab(0, k, 1, 1), (xs[k], 100, xs[k + 1], 120), words(xs[k] + 4, 114, text))
        for k, text in enumerate(rows[0])
    ]
    cells += [
        TableCell(
            Slab(n, 0, 1, 2),
            (50, ys[n], 400, ys[n + 1]),
            [w for k, text in enumerate(rows[n]) for w in words(xs[k] + 4, ys[n] + 14, text)],
            tables=[inner] if n == 2 else [],
        )
        for n in (1, 2)
    ]
    found = finer(Page(0, 595, 842), Table(xs, ys, cells, []))
    assert [(c.slab.row, c.slab.col) for c in found.cells] == [(n, k) for n in range(3) for k in range(2)]
    assert [(c.slab.row, c.slab.col) for c in found.cells if c.tables] == [(2, column)]
