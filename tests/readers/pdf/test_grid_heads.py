"""A header drawn as a grid over rows of figures that nothing is drawn between."""

from __future__ import annotations

from typing import Any

from tests.readers.pdf.paper import Paper
from tests.readers.pdf.reading import document, grids, texts

XS = [50.0, 180, 260, 340, 420, 500]
NAMES = ["Group", "Total", "Theft", "Fraud", "Arson"]


def trends(
    engine: str,
    *,
    size: float = 9,
    gap: float = 14,
    inset: float = 30,
    names: list[str] = NAMES,
    groups: tuple[str, ...] = ("Towns", "Villages"),
) -> list[list[list[str]]]:
    sheet = (paper := Paper()).sheet()
    for y in (100, 120):
        sheet.line(XS[0], y, XS[-1], y)
    for x in XS:
        sheet.line(x, 100, x, 120)
    for x, name in zip(XS, names, strict=False):
        sheet.text(x + 4, 113, name, size=9)
    top = 120 + gap
    for group in groups:
        sheet.text(54, top, group, size=size)
        for year in (2009, 2010, 2011):
            top += 11
            sheet.text(60, top, str(year), size=9)
            for n, x in enumerate(XS[1:-1], 3):
                sheet.text(x + inset, top, f"{n},{year - 1890}", size=9)
        top += 11
    return [texts(grid) for grid in grids(document(paper, engine))]


LONG = "1,000,000 and over (of the towns)"


def test_the_rows_right_under_it_and_the_label_over_them_are_of_its_table(engine: str) -> None:
    (rows,) = trends(engine)
    assert rows[0] == NAMES
    assert rows[1][0] == "Towns"
    assert rows[2] == ["2009", "3,119", "4,119", "5,119", "6,119"]
    assert rows[5][0] == "Villages"
    assert len(rows) == 9


def apart(engine: str, **how: Any) -> bool:
    return not any(rows[0] == NAMES and len(rows) > 2 for rows in trends(engine, **how))


def test_rows_far_below_it_are_of_another_table(engine: str) -> None:
    assert apart(engine, gap=60)


def test_a_heading_over_the_rows_parts_them_from_it(engine: str) -> None:
    assert apart(engine, size=12)


def test_figures_over_its_borders_are_of_another_table(engine: str) -> None:
    assert apart(engine, inset=70)


def test_a_grid_without_a_name_over_each_column_is_no_header(engine: str) -> None:
    assert len(trends(engine, names=["Group", "Total", "", "Fraud", "Arson"])) == 2


def test_a_longer_label_spans_no_more_columns_than_the_others(engine: str) -> None:
    (rows,) = trends(engine, groups=("Towns", "Villages", "Hamlets", "Counties", LONG))
    assert [row for row in rows if row[0] == LONG] == [[LONG, "", "", "", ""]]


def test_where_few_others_are_labels_it_spans_all(engine: str) -> None:
    (rows,) = trends(engine, groups=("Towns", "Villages", LONG))
    assert [row for row in rows if row[0] == LONG] == [[LONG]]


def noted(words: str, *, rows: int = 4) -> list[list[list[str]]]:
    """Rows under such a header, one of them with this text from its second figure on."""
    sheet = (paper := Paper()).sheet()
    for y in (100, 120):
        sheet.line(XS[0], y, XS[-1], y)
    for x, name in zip(XS, NAMES, strict=False):
        sheet.line(x, 100, x, 120)
        sheet.text(x + 4, 113, name, size=9)
    sheet.line(XS[-1], 100, XS[-1], 120)
    for row in range(rows):
        y = 134 + 12 * row
        sheet.text(54, y, f"AB{row + 1}", size=9)
        sheet.text(XS[1] + 4, y, f"{row + 3}1%", size=9)
        if row == 1:
            sheet.text(XS[2] + 4, y, words, size=9)
            continue
        for x in XS[2:-1]:
            sheet.text(x + 4, y, f"{row + 3}2%", size=9)
    return [texts(grid) for grid in grids(document(paper))]


def test_a_note_may_stand_in_place_of_figures() -> None:
    (rows,) = noted("No targets are set for such few cases")
    assert rows[0] == NAMES
    assert rows[2][:3] == ["AB2", "41%", "No targets are set for such few cases"]


def test_two_words_over_a_border_are_no_note() -> None:
    assert not any(rows[0] == NAMES and len(rows) > 2 for rows in noted("Extraordinarily uncommunicative"))
