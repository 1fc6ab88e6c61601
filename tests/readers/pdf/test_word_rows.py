"""Rows of words between the rule under a header and the one at the end: a label that had room above begins one."""

from __future__ import annotations

from collections.abc import Sequence

from planparse.readers.pdf.unruled.rows import group_rows
from tests.readers.pdf.test_dated_rows import RULE, placed

HEADER = ["Classification", "Definition", "Form"]
CLASSES = [
    ["Class I", "Harm is likely", "Letter"],
    ["", "or certain", ""],
    ["Class II", "Harm is possible", "Letter"],
    ["Class III", "No harm", "None"],
]


def rows(*own: Sequence[str], step: float = 12, wide: Sequence[int] = ()) -> list[list[str]]:
    lines = [placed(82, *HEADER)]
    base = 100.0
    for n, texts in enumerate(own):
        lines.append(placed(base, *texts))
        base += 2 * step if n in wide else step
    return [[line.row.line.text for line in group] for group in group_rows(lines, [RULE])][1:]


def test_a_label_with_nothing_over_it_or_room_above_begins_a_row() -> None:
    assert rows(*CLASSES) == [
        ["Class I Harm is likely Letter", "or certain"],
        ["Class II Harm is possible Letter"],
        ["Class III No harm None"],
    ]


def test_a_line_without_a_label_of_which_several_texts_had_room_is_a_row() -> None:
    own = [["Carbon oxide", "8-hour", "P"], ["", "1-hour", "Q"], *CLASSES[2:]]
    assert [row[0] for row in rows(*own)][:2] == ["Carbon oxide 8-hour P", "1-hour Q"]


def test_a_label_without_room_above_may_be_the_end_of_one() -> None:
    own = [["Class I of all", "Harm is likely", "Letter"], ["Regulations", "Or certain", "Fax"], *CLASSES[2:]]
    assert len(rows(*own)) == 1


def test_labels_beside_the_small_letters_of_a_text_begin_no_rows() -> None:
    own = [*CLASSES[:2], ["Class II", "and so on", "Letter"], CLASSES[3]]
    assert len(rows(*own)) == 1


def test_two_labels_may_be_two_texts_of_one_row() -> None:
    assert len(rows(*CLASSES[:3])) == 1


def test_a_label_alone_on_its_line_begins_no_row() -> None:
    assert len(rows(CLASSES[0], CLASSES[1], ["Class II", "", ""], CLASSES[3])) == 1


def test_wider_steps_leave_it_to_them() -> None:
    assert len(rows(*CLASSES, wide=[0])) == 1
