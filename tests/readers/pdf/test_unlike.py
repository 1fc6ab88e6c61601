"""Tables of other columns between the same two rules are parted where the white columns change, else one table."""

from __future__ import annotations

from collections.abc import Sequence

from planparse.readers.pdf.page import Rule, Word, make_style
from planparse.readers.pdf.unruled.regions import Region
from planparse.readers.pdf.unruled.unlike import parts
from planparse.readers.pdf.words.lines import Line, make_lines
from tests.readers.pdf.paper import Paper, Sheet
from tests.readers.pdf.reading import document, grids, paragraphs, texts

STYLE = make_style(size=9, bold=False, direction=0, invisible=False, white=False, font="", unmapped=False)
LEFT, RIGHT = [50.0, 90, 230], [50.0, 300, 360, 420]
NEAR = [
    ["Ref", "What we want to see here", "When"],
    *[[f"AB{n}", "Clean roads and clean squares", "40%"] for n in range(4)],
]
FAR = [["Measure", "2024", "2025", "2026"]]
FAR += [[f"Residential roads and lanes mended in all the wards {n}", "4%", "5%", "6%"] for n in range(4)]


def lines(rows: Sequence[Sequence[str]], xs: Sequence[float], top: float) -> list[Line]:
    """Rows 16 points apart, 4 points a letter."""
    words = []
    for n, row in enumerate(rows):
        base = top + 12 + 16 * n
        for start, cell in zip(xs, row, strict=False):
            x = start
            for part in cell.split():
                words.append(Word(part, x, base - 7, x + 4 * len(part), base + 2, base, STYLE))
                x += 4 * len(part) + 3
    return make_lines(words)


def region(*, rules: Sequence[float] = (117, 217), alike: bool = False) -> Region:
    """Two tables one below the other between rules, of other columns but where they are alike."""
    text = lines([["We sweep the roads of the town and paint the benches of all the squares in spring"]], [50], 182)
    second = lines(NEAR, LEFT, 200) if alike else lines(FAR, RIGHT, 200)
    return Region([*lines(NEAR, LEFT, 100), *text, *second], (48, 98, 460, 290), list(rules))


def test_tables_with_a_rule_under_each_header_are_two() -> None:
    found = parts(region())
    assert [part.horizontals for part in found] == [[117], [217]]
    assert [[line.text for line in part.lines] for part in found] == [
        [" ".join(row) for row in rows] for rows in (NEAR, FAR)
    ]


def test_without_any_rule_they_are_two_as_well() -> None:
    assert len(parts(region(rules=()))) == 2


def test_tables_in_the_same_columns_are_one() -> None:
    whole = region(alike=True)
    assert parts(whole) == [whole]


def test_where_rules_part_the_rows_it_is_one() -> None:
    whole = region(rules=(117, 133, 149, 217))
    assert parts(whole) == [whole]


def test_rules_that_show_columns_or_labels_keep_it_one() -> None:
    shown = region()
    shown.columns = [140.0]
    labels = region()
    labels.beside = [Rule(149, 140, 460)]
    assert parts(shown) == [shown]
    assert parts(labels) == [labels]


def test_labels_between_two_striped_tables_as_wide_are_of_neither(engine: str) -> None:
    xs, sheet = [50.0, 100, 280, 350, 420], (paper := Paper()).sheet()

    def striped(y: float, rows: Sequence[Sequence[str]]) -> float:
        for n, row in enumerate([["Ref", "Measure", "2023/24", "2024/25", "2025/26"], *rows]):
            if n % 2 == 0:
                sheet.box(48, y - 12, 500, y + 6, colour="0.9 0.9 0.95")
            for x, text in zip(xs, row, strict=True):
                sheet.text(x, y, text, size=9, bold=n == 0)
            y += 18
        return y

    first = [[f"A{n}", f"Roads swept {n}", "40%", "41%", "42%"] for n in range(1, 7)]
    second = [[f"B{n}", f"Lamps lit {n}", "8", "9", "10"] for n in range(1, 7)]
    labels = [["Corporate priority", "A clean town"], ["Service objective", "Keep all the lamps of the town lit"]]
    labels += [["Responsible officer", "Head of Streets"], ["Partners of ours", "The county and the shops"]]
    y = striped(100, first) + 20
    for label, text in labels:
        sheet.text(52, y, label, size=9, bold=True).text(160, y, text, size=9)
        y += 18
    striped(y + 20, second)
    found = [texts(grid) for grid in grids(document(paper, engine))]
    assert [len(rows) for rows in found] == [7, 4, 7]
    assert found[1] == labels


def _block(sheet: Sheet, y: float) -> float:
    """Labels between rules, the title of a table outside its cells, and its header on a rule."""
    for label, text in [("Priority", "A clean town"), ("Service objective", "Keep the lamps lit"), ("Lead", "Head")]:
        sheet.line(48, y - 14, 540, y - 14).text(54, y, label, size=9, bold=True).text(160, y, text, size=9)
        y += 20
    sheet.line(48, y - 14, 540, y - 14)
    sheet.text(50, y + 2, "Performance indicators", size=9, bold=True)
    y += 26
    for x, *names in [(54, "Code"), (110, "Measure"), (330, "Base", "2023"), (400, "Target", "2024"), (470, "2025")]:
        for n, name in enumerate(names):
            sheet.text(x, y + 11 * n, name, size=9, bold=True)
    sheet.line(48, y + 18, 540, y + 18)
    return y + 32


def _measures(sheet: Sheet, y: float) -> float:
    for n in range(1, 7):
        sheet.text(54, y, f"A{n}", size=9).text(110, y, f"Lamps that were lit {n}", size=9)
        sheet.text(330, y, f"{n}0%", size=9)
        if n == 2:
            sheet.text(400, y, "Nothing is known until the", size=9).text(
                400, y + 11, "next survey of all lamps.", size=9
            )
            sheet.text(110, y + 11, "by the town", size=9)
            y += 11
        else:
            sheet.text(400, y, f"{n}1%", size=9).text(470, y, f"{n}2%", size=9)
        y += 19
    return y + 10


def test_a_title_outside_the_cells_is_no_row_and_a_note_in_a_row_ends_no_table(engine: str) -> None:
    sheet = (paper := Paper()).sheet()
    end = _measures(sheet, _block(sheet, 80))
    sheet.line(48, end - 14, 540, end - 14)
    made = document(paper, engine)
    labels, measures = (texts(grid) for grid in grids(made))
    assert paragraphs(made) == ["Performance indicators"]
    assert [row[0] for row in labels] == ["Priority", "Service objective", "Lead"]
    assert [row[0] for row in measures] == ["Code", "A1", "A2", "A3", "A4", "A5", "A6"]
    assert measures[2][1:4] == [
        "Lamps that were lit 2 by the town",
        "20%",
        "Nothing is known until the next survey of all lamps.",
    ]
