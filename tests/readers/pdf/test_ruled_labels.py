"""Bold labels with colons show where rows begin; a page's end may have robbed the last one of its colon."""

from __future__ import annotations

import pytest

from planparse.readers.pdf.ruled.labels import label_starts
from tests.readers.pdf.drawn import style, words

BASES = (112, 134, 156)


def starts(*lines: tuple[float, str], bold: bool = True, beside: tuple[int, ...] = BASES) -> list[str]:
    own = [word for base, text in lines for word in words(54, base, text, style(bold=bold))]
    return [line.text for line in label_starts(own, beside)]


FIRST, SECOND = (112, "Aim:"), (134, "Risks:")


def test_labels_with_colons_begin_rows() -> None:
    assert starts(FIRST, SECOND) == ["Aim:", "Risks:"]
    assert starts(FIRST, (134, "Risks and"), (145, "issues:")) == ["Aim:", "Risks and"]


@pytest.mark.parametrize("rest", [[(156, "Lead")], [(156, "Lead"), (167, "officer")]], ids=["one line", "two"])
def test_the_last_one_may_have_lost_its_colon(rest: list[tuple[float, str]]) -> None:
    assert starts(FIRST, SECOND, *rest) == ["Aim:", "Risks:", "Lead"]


@pytest.mark.parametrize(
    ("lines", "how"),
    [
        ([FIRST, (134, "Risks")], {}),
        ([(112, "Aim"), (134, "Risks")], {}),
        ([FIRST], {}),
        ([], {}),
        ([FIRST, SECOND, (150, "Lead")], {}),
        ([FIRST, SECOND, (156, "Lead")], {"bold": False}),
        ([FIRST, SECOND, (156, "Lead")], {"beside": BASES[:2]}),
    ],
    ids=[
        "one whole label over it",
        "no colons",
        "one label",
        "nothing",
        "beside no text",
        "plain",
        "no text beside the last one",
    ],
)
def test_other_lines_begin_none(lines: list[tuple[float, str]], how: dict[str, object]) -> None:
    assert starts(*lines, **how) == []  # type: ignore[arg-type]
