"""In a list of objectives by their names a row without one is the rest of the row that the page's end tore."""

from __future__ import annotations

import pytest

from tests.repair.alone import rejoin
from tests.repair.grids import PLACEHOLDERS, document, grid, texts

HEAD = "Objective|What we will do|Who"
ROWS = ("Keep the streets clean|Sweep the square|Clerk", "Light the lanes|Mend the lamps.|Coach")
REST = "|Buy new ones|"
LAST = "Grow more trees|Plant the park|Guard"


def rejoined(*rows: str, seam: int = 3) -> list[str]:
    found, _ = rejoin(document(grid(*rows, seams=(seam,))), PLACEHOLDERS)
    return texts(found.blocks[0])


def test_a_row_without_its_name_goes_on_with_the_row_above() -> None:
    assert rejoined(HEAD, *ROWS, REST, LAST) == [
        HEAD,
        ROWS[0],
        "Light the lanes|Mend the lamps. Buy new ones|Coach",
        LAST,
    ]


@pytest.mark.parametrize(
    ("rows", "seam"),
    [
        ((HEAD, *ROWS, "Mow the lawns|Buy new ones|Clerk", LAST), 3),
        ((HEAD, *ROWS, REST, "|Plant the park|Guard"), 3),
        ((HEAD, *ROWS, REST, "Keep the streets clean|Plant the park|Guard"), 3),
        ((HEAD, *ROWS, REST, "Trees|Plant the park|Guard"), 3),
        ((HEAD, *ROWS, REST, "Grow more trees|Plant the park|5"), 3),
        ((HEAD, ROWS[1], REST), 2),
    ],
    ids=[
        "a name of its own",
        "another row without a name",
        "a name that comes twice",
        "a name of one word",
        "values",
        "too few rows",
    ],
)
def test_where_rows_need_no_name_it_stays(rows: tuple[str, ...], seam: int) -> None:
    assert rejoined(*rows, seam=seam) == list(rows)


def test_on_one_page_it_stays() -> None:
    rows = [HEAD, *ROWS, REST, LAST]
    found, repairs = rejoin(document(grid(*rows)), PLACEHOLDERS)
    assert texts(found.blocks[0]) == rows
    assert not repairs


def test_it_may_go_on_with_several_texts() -> None:
    found = rejoined(HEAD, *ROWS, "|Buy new ones|Guard", LAST)
    assert found[2] == "Light the lanes|Mend the lamps. Buy new ones|Coach Guard"


def test_below_a_blank_a_text_is_no_rest() -> None:
    rows = (HEAD, ROWS[0], "Light the lanes|Mend the lamps.|", "|Buy new ones|Guard", LAST)
    assert rejoined(*rows) == list(rows)
