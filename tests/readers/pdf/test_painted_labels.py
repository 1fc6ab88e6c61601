"""Labels in a painted column, each with its text or a small table beside it, and no rule."""

from __future__ import annotations

from tests.readers.pdf.paper import Paper, Sheet
from tests.readers.pdf.reading import document, grids, paragraphs, texts

LABELS = [
    ("Aim", ["Every lane is swept once a week,", "also those behind the market."]),
    ("Why it\nmatters", ["Wet leaves are a danger to all who walk.", "They block the drains as well."]),
    ("Lead", ["Head of Streets"]),
]
BLUE, GREY = "0.8 0.85 0.95", "0.9 0.9 0.9"


def labelled(sheet: Sheet, top: float) -> float:
    """Rows as high as their texts, each label painted; gives back their foot."""
    for label, lines in LABELS:
        parts = label.split("\n")
        height = 6 + 12 * max(len(parts), len(lines))
        sheet.box(50, top, 130, top + height, colour=BLUE)
        for n, part in enumerate(parts):
            sheet.text(54, top + 12 + 12 * n, part, size=9, bold=True)
        for n, line in enumerate(lines):
            sheet.text(136, top + 12 + 12 * n, line, size=9)
        top += height
    return top


def expected() -> list[list[str]]:
    return [[label.replace("\n", " "), " ".join(lines)] for label, lines in LABELS]


def test_each_painted_label_is_a_row_with_its_text(engine: str) -> None:
    paper = Paper()
    sheet = paper.sheet()
    sheet.text(50, 80, "Clean streets", size=14, bold=True)
    foot = labelled(sheet, 100)
    sheet.text(50, foot + 40, "The plan is read again in the spring of the next year.", size=9)
    doc = document(paper, engine)
    (grid,) = grids(doc)
    assert [[" ".join(cell.split()) for cell in row] for row in texts(grid)] == expected()
    assert grid.evidence == ("labels in painted cells, each with its text beside it",)
    assert paragraphs(doc) == ["Clean streets", "The plan is read again in the spring of the next year."]


def test_a_small_table_beside_a_label_is_in_its_row(engine: str) -> None:
    paper = Paper()
    sheet = paper.sheet()
    foot = labelled(sheet, 100)
    xs, rows = [136, 250, 320, 390], [["Measure", "2024", "2025", "2026"], ["Lanes swept", "40", "45", "50"]]
    sheet.box(50, foot, 130, foot + 60, colour=BLUE).text(54, foot + 12, "Figures", size=9, bold=True)
    for x0, x1 in zip(xs, [*xs[1:], 460], strict=True):
        sheet.box(x0, foot, x1, foot + 18, colour=GREY)
    for n, row in enumerate(rows):
        for x, cell in zip(xs, row, strict=True):
            sheet.text(x + 4, foot + 12 + 20 * n, cell, size=9, bold=n == 0)
    (grid,) = grids(document(paper, engine))
    found = [[" ".join(cell.split()) for cell in row] for row in texts(grid)]
    assert found[:3] == expected()
    assert found[3] == ["Figures", *rows[0]]
    assert [cell for cell in found[4] if cell] == rows[1]


def test_painted_cells_without_text_beside_them_are_no_labels(engine: str) -> None:
    paper = Paper()
    sheet = paper.sheet()
    for n, name in enumerate(("Streets", "Parks", "Pools")):
        sheet.box(50, 100 + 40 * n, 130, 140 + 40 * n, colour=BLUE)
        sheet.text(54, 120 + 40 * n, name, size=9)
    sheet.text(50, 300, "The three services of the department are shown above.", size=9)
    assert not grids(document(paper, engine))


def carried_over(*, x1: float = 130, top: float = 60, left: float = 136) -> list[list[list[str]]]:
    """The tables of a page on which one painted label stands, below a page that ends with a table of such labels."""
    paper = Paper()
    labelled(paper.sheet(), 680)
    sheet = paper.sheet()
    sheet.box(50, top, x1, top + 30, colour=BLUE).text(54, top + 12, "Money", size=9, bold=True)
    sheet.text(left, top + 12, "Rents paid by the shops", size=9)
    sheet.text(left, top + 24, "in the market hall", size=9)
    return [texts(grid) for grid in grids(document(paper))][1:]


def test_a_label_alone_goes_on_with_the_table_of_the_page_before() -> None:
    assert carried_over() == [[["Money", "Rents paid by the shops in the market hall"]]]


def test_a_label_alone_of_another_width_or_far_down_the_page_does_not() -> None:
    assert carried_over(x1=110, left=150) == []
    assert carried_over(top=500) == []


def test_a_label_alone_on_a_first_page_is_no_table() -> None:
    sheet = (paper := Paper()).sheet()
    sheet.box(50, 60, 130, 90, colour=BLUE).text(54, 72, "Money", size=9, bold=True)
    sheet.text(136, 72, "Rents paid by the shops", size=9)
    assert not grids(document(paper))


def rows_beside(*rules: tuple[float, float]) -> list[list[str]]:
    """The last rows of a block of painted labels: those of a table beside one, its names of three lines and its values
    of one or two around their middle, and these rules, from place to place, below each row."""
    sheet = (paper := Paper()).sheet()
    foot = labelled(sheet, 100)
    xs, head = [136, 250, 320, 390], ["Measure", "2024", "2025", "2026"]
    names = [
        ("Calls that were", "answered within", "the time agreed"),
        ("Leaves raked in", "all of our parks", "each month"),
    ]
    sheet.box(50, foot, 130, foot + 102, colour=BLUE).text(54, foot + 60, "Figures", size=9, bold=True)
    for x0, x1, name in zip(xs, [*xs[1:], 460], head, strict=True):
        sheet.box(x0, foot, x1, foot + 18, colour=GREY).text(x0 + 4, foot + 12, name, size=9, bold=True)
    for n, lines in enumerate(names):
        top = foot + 18 + 42 * n
        for k, line in enumerate(lines):
            sheet.text(140, top + 12 + 12 * k, line, size=9)
        for x in xs[1:3]:
            sheet.text(x + 4, top + 18, "9.3", size=9).text(x + 4, top + 30, "hours", size=9)
        sheet.text(xs[3] + 4, top + 24, "8.7", size=9)
        for x0, x1 in rules:
            sheet.line(x0, top + 42, x1, top + 42)
    (grid,) = grids(document(paper))
    return [[" ".join(cell.split()) for cell in row if cell] for row in texts(grid)][len(LABELS) + 1 :]


def test_rules_part_the_rows_of_a_table_beside_a_painted_label() -> None:
    assert rows_beside((130, 460)) == [
        ["Calls that were answered within the time agreed", "9.3 hours", "9.3 hours", "8.7"],
        ["Leaves raked in all of our parks each month", "9.3 hours", "9.3 hours", "8.7"],
    ]


def test_rules_under_some_of_its_columns_part_no_rows_there() -> None:
    assert rows_beside((250, 320)) == rows_beside()
