"""Labels in the middle of their rows, beside texts that begin above them."""

from __future__ import annotations

from collections.abc import Sequence

from planparse.readers.pdf.labelled.gutter import Gutter, Split
from planparse.readers.pdf.labelled.sides import make_sides
from planparse.readers.pdf.page import Rule
from tests.readers.pdf.test_filled_columns import line

LEFT, TEXT, END = 50.0, 150.0, 450.0
OVER = [((LEFT, "Aim"), (TEXT, "Keep the roads safe"))]
BESIDE = ["Open the depot", "Mend the lanes", "Paint the hall", "Sweep the square"]


def sides(label: dict[int, str], rules: Sequence[float], *, start: float = LEFT) -> list[tuple[str, list[str]]]:
    """The label and the texts of each row: one of a label and a text on their line, then four texts, beside the first
    of which or beside later ones a label stands; ``rules`` begin at ``start``."""
    rows = [
        *OVER,
        *(((LEFT, label[n]), (TEXT, text)) if n in label else ((TEXT, text),) for n, text in enumerate(BESIDE)),
    ]
    part = []
    for n, row in enumerate(rows):
        own = line(*row, base=100 + 12 * n + 8 * bool(n))
        part.append(Split(own, [w for w in own.words if w.x0 < TEXT], [w for w in own.words if w.x0 >= TEXT]))
    found = make_sides(part, Gutter(LEFT - 1, TEXT - 1), [Rule(y, start, END) for y in rules])
    return [(" ".join(x.text for x in side.label), [x.text for x in side.text]) for side in found]


AIM = ("Aim", ["Keep the roads safe"])
ENDS = (108, 162)
"""Rules above the four texts and below them."""


def test_a_label_in_the_middle_between_two_rules_is_beside_all_that_stands_there() -> None:
    assert sides({1: "Actions", 2: "(2024)"}, ENDS) == [AIM, ("Actions (2024)", BESIDE)]


def test_a_label_elsewhere_between_them_is_beside_what_stands_below_it() -> None:
    assert sides({2: "Actions"}, ENDS) == [AIM, ("", BESIDE[:2]), ("Actions", BESIDE[2:])]


def test_of_two_labels_between_them_each_is_beside_its_own_text() -> None:
    assert sides({1: "Actions", 3: "Risks"}, (108, 174)) == [
        AIM,
        ("", BESIDE[:1]),
        ("Actions", BESIDE[1:3]),
        ("Risks", BESIDE[3:]),
    ]


def test_rules_that_leave_out_the_labels_say_nothing_of_their_middle() -> None:
    assert sides({1: "Actions", 2: "(2024)"}, ENDS, start=TEXT) == [
        ("Aim", [*AIM[1], BESIDE[0]]),
        ("Actions (2024)", BESIDE[1:]),
    ]
