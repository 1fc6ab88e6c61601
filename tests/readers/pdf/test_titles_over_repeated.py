"""A title in the middle over names that come again beside them is over all of these, wherever its column begins."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from planparse.readers.pdf.unruled.aligned import _span_headers
from planparse.readers.pdf.unruled.placed import Placed
from planparse.readers.pdf.words.lines import line_of
from planparse.readers.pdf.words.runs import Row, Run
from tests.readers.pdf.drawn import words

XS = [50.0, 140, 200, 260, 320, 380, 440, 500]
"""Both titles begin 2 points behind a border, as texts of these columns may."""
NAMES = ["Number", "Percent", "Rate"]


def line(base: float, *entries: tuple[int, float, str]) -> Placed:
    """A line of texts, each with its column and the place where it begins."""
    runs = [(k, k, Run(words(x, base, text))) for k, x, text in entries]
    return Placed(Row(line_of([w for _, _, run in runs for w in run.words]), [run for *_, run in runs]), runs)


def spans(names: Sequence[str], at: float = 202) -> list[tuple[int, int]]:
    """The columns of two titles over two times three names, the first title beginning at a place."""
    titles = line(100, (2, at, "Fatal crashes"), (5, 382, "Injury crashes"))
    below = line(112, (0, 50, "Kind"), *((k, XS[k] + 20, name) for k, name in enumerate(names, 1)))
    placed = [titles, below, line(124, (0, 50, "Cars"), *((k, XS[k] + 20, f"{k}1.0") for k in range(1, 7)))]
    _span_headers(placed, XS)
    return [(first, last) for first, last, _ in titles.runs]


def test_a_title_over_names_that_come_again_spans_them() -> None:
    assert spans(NAMES * 2) == [(1, 3), (4, 6)]


@pytest.mark.parametrize(
    "how",
    [{"names": ["Cases", *NAMES[1:], *NAMES]}, {"names": NAMES * 2, "at": 219.5}, {"names": NAMES * 2, "at": 250}],
    ids=["other names", "it begins where its name does", "not in the middle"],
)
def test_another_title_that_begins_with_its_column_is_of_it_alone(how: dict[str, object]) -> None:
    assert spans(**how)[0] == (2, 2)  # type: ignore[arg-type]
