"""A rest that nothing but an open border, its brackets or a missing number shows goes back to its row."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.repair.alone import rejoin
from tests.repair.grids import PLACEHOLDERS, document, grid, texts

HEAD = "Ref|Measure|Actual|Target"
UPPER, LOWER = "AB 1_|Visits to pools_|1_|2_", "|Swims in the lake||"
CLOSED = UPPER.replace("_", "")


def rejoined(*rows: str, seam: int = 2) -> list[str]:
    found, _ = rejoin(document(grid(*rows, seams=(seam,))), PLACEHOLDERS)
    return texts(found.blocks[0])


def test_a_text_below_a_row_that_no_border_ends_goes_on_with_it() -> None:
    assert rejoined(HEAD, UPPER, LOWER, "AB 2|Runs|3|4")[1:] == [
        "AB 1|Visits to pools Swims in the lake|1|2",
        "AB 2|Runs|3|4",
    ]


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        (CLOSED, LOWER),
        ("AB 1_|Visits to pools|1_|2_", LOWER),
        (UPPER, "|Swims in the lake|5|"),
        ("Pools_|Visits to pools_|1_|2_", LOWER),
        ("AB 1_|Visits to pools_|_|_", LOWER),
    ],
    ids=["a border ends it", "a border ends one cell", "a value of its own", "no code above", "no values above"],
)
def test_below_another_row_it_stays(upper: str, lower: str) -> None:
    rows = (HEAD, upper, lower, "AB 2|Runs|3|4")
    assert rejoined(*rows) == [row.replace("_", "") for row in rows]


@pytest.mark.parametrize(("lower", "rows"), [("(Days)", 3), ("Days", 4), ("(Days", 4)])
def test_a_unit_in_brackets_goes_on_whatever_the_borders(lower: str, rows: int) -> None:
    assert len(rejoined(HEAD, CLOSED, f"|{lower}||", "AB 2|Runs|3|4")) == rows


@pytest.mark.parametrize("upper", ["Pools|Visits to pools|1|2", "AB 1|Visits to pools||"], ids=["no code", "no values"])
def test_below_a_row_without_code_or_values_it_stays(upper: str) -> None:
    rows = (HEAD, upper, "|(Days)||", "AB 2|Runs|3|4")
    assert rejoined(*rows) == list(rows)


REMARK = "(provisional)|||"
VISITS = ("Measure|Unit|Actual|Target", "Visits to pools|No.|1|2")


def test_a_word_in_brackets_that_others_of_its_column_end_with_goes_back_to_its_row() -> None:
    runs = "Runs (provisional)|No.|3|4"
    assert rejoined(*VISITS, REMARK, runs) == [VISITS[0], "Visits to pools (provisional)|No.|1|2", runs]


@pytest.mark.parametrize(
    ("rest", "runs"),
    [
        (REMARK, "Runs|No.|3|4"),
        ("(continued)|||", "Runs (provisional)|No.|3|4"),
        ("(provisional)|No.|5|6", "Runs (provisional)|No.|3|4"),
        ("Provisional|||", "Runs Provisional|No.|3|4"),
        (REMARK, "Runs|(provisional)|3|4"),
    ],
    ids=["no other ends so", "another word", "values of its own", "no brackets", "one of another column"],
)
def test_any_other_word_alone_stays(rest: str, runs: str) -> None:
    assert rejoined(*VISITS, rest, runs) == [*VISITS, rest, runs]


def test_below_a_text_that_ends_with_it_a_word_in_brackets_stays() -> None:
    rows = (VISITS[0], "Visits (provisional)|No.|1|2", REMARK, "Runs (provisional)|No.|3|4")
    assert rejoined(*rows) == list(rows)


NUMBERED = ("No|Action|Lead|When", "1.1|Dig the pool|Coach|Soon", "1.2|Line the pool|Clerk|Later")
REST = "|Fill the pool||"
MORE = ("1.3|Heat the pool|Coach|Soon", "1.4|Open the pool|Coach|Soon")


def test_a_text_alone_without_the_number_that_all_rows_begin_with_goes_on() -> None:
    joined = "1.2|Line the pool Fill the pool|Clerk|Later"
    assert rejoined(*NUMBERED, REST, *MORE, seam=3) == [*NUMBERED[:2], joined, *MORE]


@pytest.mark.parametrize(
    ("rows", "seam"),
    [
        ((*NUMBERED, "|Fill the pool|Guard|", *MORE), 3),
        ((*NUMBERED, "Fill the pool|||", *MORE), 3),
        ((*NUMBERED, REST, "Pools|Heat the pool|Coach|Soon", MORE[1]), 3),
        ((*NUMBERED, REST, "1.1|Heat the pool|Coach|Soon", MORE[1]), 3),
        ((*NUMBERED, REST), 3),
        ((*NUMBERED, "Pools|Line the pool|Clerk|Later", REST, *MORE), 4),
        ((NUMBERED[0], REST, *NUMBERED[1:], *MORE), 1),
    ],
    ids=[
        "another text beside it",
        "in the column of the numbers",
        "a row without a number",
        "a number twice",
        "too few rows",
        "below a row without a number",
        "below the header",
    ],
)
def test_where_rows_need_no_number_it_stays(rows: tuple[str, ...], seam: int) -> None:
    assert rejoined(*rows, seam=seam) == list(rows)


@pytest.mark.parametrize(
    ("upper", "lower", "own"),
    [(False, True, True), (False, False, False), (True, True, False)],
    ids=["bold", "plain", "bold below bold"],
)
def test_a_bold_text_alone_below_a_code_that_is_not_bold_names_the_rows_below_it(
    upper: bool, lower: bool, own: bool
) -> None:
    rows = (HEAD, CLOSED, "Lakes|||", "AB 2|Runs|3|4")
    bold = {"AB 1": upper, "Lakes": lower}
    before = grid(*rows, seams=(2,))
    cells = [replace(c, blocks=tuple(replace(b, bold=bold.get(b.text, False)) for b in c.blocks)) for c in before.cells]
    found, _ = rejoin(document(replace(before, cells=tuple(cells))), PLACEHOLDERS)
    assert (texts(found.blocks[0]) == list(rows)) is own


@pytest.mark.parametrize(("upper", "lower"), [("AB", "C16"), ("AB /", "16"), ("AB", "1.6a")])
def test_the_number_of_a_code_goes_back_to_its_letters(upper: str, lower: str) -> None:
    rows = (
        HEAD,
        "AB 1|Visits|1|2",
        f"{upper}|Number of swims|3|4",
        f"{lower}|- second survey||",
        "AB 3|Runs|5|6",
        "AB 4|Walks|7|8",
    )
    assert rejoined(*rows, seam=3)[2] == f"{upper} {lower}|Number of swims - second survey|3|4"


@pytest.mark.parametrize(
    ("upper", "lower", "other"),
    [("AB", "C16", "Pools"), ("AB 2", "C16", "AB 3"), ("Pools", "C16", "AB 3"), ("AB", "Swims", "AB 3")],
    ids=["rows without a number", "a code above", "a word above", "a word below"],
)
def test_other_texts_that_begin_rows_stay(upper: str, lower: str, other: str) -> None:
    rows = (
        HEAD,
        "AB 1|Visits|1|2",
        f"{upper}|Number of swims|3|4",
        f"{lower}|Second survey||",
        f"{other}|Runs|5|6",
        "AB 4|Walks|7|8",
    )
    assert rejoined(*rows, seam=3) == list(rows)


OPEN = "1.1_|Help those with needs_|_|5_|_"


def test_texts_that_moved_on_whole_go_back_beside_the_rest_of_others() -> None:
    rows = (
        "Ref|Goal|Measure|Target|Lead",
        OPEN,
        "|and who cares for them|Visits to the pool||A. Swimmer",
        "1.2|Rest|Runs|7|B. Runner",
    )
    assert rejoined(*rows)[1] == "1.1|Help those with needs and who cares for them|Visits to the pool|5|A. Swimmer"


def test_so_they_do_without_borders() -> None:
    rows = (
        "Measure|Target|Lead",
        "AB 1 Streets with|5|",
        "unacceptable litter||Strategic Director",
        "AB 2 Runs|7|B. Runner",
    )
    assert rejoined(*rows)[1] == "AB 1 Streets with unacceptable litter|5|Strategic Director"


def test_beside_a_text_that_is_no_rest_they_stay() -> None:
    rows = (
        "Measure|Target|Lead",
        "AB 1 Streets|5|",
        "Unacceptable litter||Strategic Director",
        "AB 2 Runs|7|B. Runner",
    )
    assert rejoined(*rows) == list(rows)
