"""A currency at the left of its column is of the number at the right, where every column has one."""

from __future__ import annotations

import pytest

from planparse.readers.pdf.words.lines import line_of
from planparse.readers.pdf.words.runs import FREE_GAP, cut
from tests.readers.pdf.drawn import words


def runs(*texts: str) -> list[str]:
    """The runs of a line of these texts, 50 points apart."""
    line = line_of([word for n, text in enumerate(texts) for word in words(50 + 50 * n, 100, text)])
    return [run.text for run in cut(line, FREE_GAP).runs]


@pytest.mark.parametrize("sign", ["$", "£", "€"])
def test_a_sign_apart_is_of_the_number_behind_it(sign: str) -> None:
    assert runs("Parks", sign, "1,204", sign, "(93)", sign, "-") == [
        "Parks",
        f"{sign} 1,204",
        f"{sign} (93)",
        f"{sign} -",
    ]


@pytest.mark.parametrize(
    "texts",
    [("A visit", "£", "95.20", "96.00"), ("Unit", "£", "Actual", "£", "Target"), ("Unit", "£", "£", "%")],
    ids=["a column of units", "names of columns", "signs alone"],
)
def test_any_other_sign_stands_in_a_column_of_its_own(texts: tuple[str, ...]) -> None:
    assert runs(*texts) == list(texts)
