"""Tables of other columns between the same two rules are parted where the white columns change, else one table."""

from __future__ import annotations

from collections.abc import Sequence

from planparse.readers.pdf.page import Rule, Word, make_style
from planparse.readers.pdf.unruled.regions import Region
from planparse.readers.pdf.unruled.unlike import parts
from planparse.readers.pdf.words.lines import Line, make_lines

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
