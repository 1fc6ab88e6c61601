"""Figures, codes and remarks that a page's end cut off go back to their row; a row of its own stays one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planparse.model.document import Block, Grid
from planparse.repair.shape import is_code, is_tail
from tests.repair.alone import rejoin
from tests.repair.grids import PLACEHOLDERS, document, grid, reaching, texts

HEAD = "Measure|2014|2015|2016"


def rejoined(*rows: str, seam: int = 2) -> list[str]:
    found, _ = rejoin(document(grid(*rows, seams=(seam,))), PLACEHOLDERS)
    return texts(found.blocks[0])


@pytest.mark.parametrize(
    ("upper", "lower", "whole"),
    [
        ("Rents paid|£26,|£27,|£28,", "|892|104|311", "Rents paid|£26,892|£27,104|£28,311"),
        ("Rents paid|97.|98.|99.", "|1%|2%|3%", "Rents paid|97.1%|98.2%|99.3%"),
        ("Rents paid|26,|271|tbc", "|892|04|", "Rents paid|26,892|27104|tbc"),
        ("Rents paid|≥9.||", "|5||", "Rents paid|≥9.5||"),
    ],
)
def test_what_is_left_of_cut_numbers_goes_back_to_them_without_a_blank(upper: str, lower: str, whole: str) -> None:
    assert rejoined(HEAD, upper, lower) == [HEAD, whole]


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("Rents paid|26|27|28", "|892|104|311"),
        ("Rents paid|26,|27,|28,", "Lets|892|104|311"),
        ("Rents paid|26,||28,", "|892|104|311"),
        ("Rents paid|26,|27,|28,", "|892|104|3,110"),
        ("Rents paid|26,|27,|28,", "|892|104|1000"),
        ("Rents paid|26,|tbc|28,", "|892|104|311"),
        ("Rents paid|26,|27,|28,", "|892|104|n/a"),
        ("25,|26,|27,|28,", "1|892|104|311"),
    ],
    ids=[
        "no number is cut",
        "a label",
        "below a blank",
        "a number of its own",
        "four digits",
        "below words",
        "words below",
        "figures among the labels",
    ],
)
def test_figures_that_are_a_row_stay_one(upper: str, lower: str) -> None:
    assert rejoined(HEAD, upper, lower) == [HEAD, upper, lower]


CELL = "code over text"


def coded(*rows: str, first: tuple[str, ...] = ("AB 1", "Visits to pools"), seam: int = 2) -> list[str]:
    """Rows below one whose first cell holds these paragraphs."""
    whole = grid("Measure|Actual|Target", f"{CELL}|1|2", *rows, seams=(seam + 1,))
    blocks = tuple(Block(text) for text in first)
    cells = tuple(replace(c, blocks=blocks) if c.text == CELL else c for c in whole.cells)
    found, _ = rejoin(document(replace(whole, cells=cells)), PLACEHOLDERS)
    assert isinstance(found.blocks[0], Grid)
    return texts(found.blocks[0])[2:]


def test_the_text_below_a_code_that_stands_alone_is_of_its_cell() -> None:
    """Others have a code over a text, so the code alone is but the begin of its cell."""
    assert coded("AB 2||", "Swims in the lake||") == ["AB 2 Swims in the lake||"]
    assert coded("AB 2||", "Swims in the lake||", first=("AB 1",)) == ["AB 2||", "Swims in the lake||"]


@pytest.mark.parametrize(
    "rows",
    [
        ("AB 2 Runs||", "Swims in the lake||"),
        ("AB 2||", "Swims in the lake|5|"),
        ("Runs||", "Swims in the lake||"),
        ("AB 2||", "|Swims in the lake|"),
    ],
    ids=["a text beside the code", "a value of its own", "no code", "in another column"],
)
def test_a_text_below_another_row_stays(rows: tuple[str, ...]) -> None:
    assert coded(*rows) == list(rows)


@pytest.mark.parametrize(
    ("text", "code"),
    [("AB 12", True), ("AB 12:", True), ("1.1.1.KR", True), ("AB 12 Visits", False), ("Visits", False), ("12", False)],
)
def test_a_code_and_nothing_else(text: str, code: bool) -> None:
    assert is_code(text) is code


@pytest.mark.parametrize(
    ("text", "tail"),
    [
        ("(for all the schools)", True),
        ("others) of the town", True),
        ("(provisional)", False),
        ("(for all", False),
        ("(a)", False),
        ("(The schools) and all", False),
    ],
)
def test_a_remark_in_brackets_is_a_tail(text: str, tail: bool) -> None:
    assert is_tail(text) is tail


def test_a_remark_in_brackets_at_a_pages_top_goes_back_to_its_row() -> None:
    assert rejoined(HEAD, "Visits|1|2|3", "(for all the schools)|||") == [HEAD, "Visits (for all the schools)|1|2|3"]
    assert len(rejoined(HEAD, "Visits|1|2|3", "For all the schools|||")) == 3


@pytest.mark.parametrize(
    ("upper", "lower", "whole"),
    [
        (
            "Rents of all the homes|£26.7|£27|1,98",
            "that are let|8||2",
            "Rents of all the homes that are let|£26.78|£27|1,982",
        ),
        (
            "Rents of all the homes|£182.|tbc|£193.",
            "that are let|81||46",
            "Rents of all the homes that are let|£182.81|tbc|£193.46",
        ),
    ],
    ids=["within its pence", "at its point"],
)
def test_cut_numbers_beside_a_cut_text_are_whole(upper: str, lower: str, whole: str) -> None:
    assert rejoined(HEAD, upper, lower) == [HEAD, whole]


def test_numbers_that_are_whole_keep_a_row_apart() -> None:
    upper, lower = "Rents of all the homes|£26.78|£27|1,982", "that are let|8|27|2"
    assert rejoined(HEAD, upper, lower) == [HEAD, upper, lower]


def test_years_cut_between_them_are_a_header() -> None:
    rows = ["Measure|Latest|2016/|2017/1", "|year|17|8", "Homes let|1|2|3"]
    assert rejoined(*rows, seam=1) == ["Measure|Latest year|2016/17|2017/18", "Homes let|1|2|3"]


def test_years_cut_behind_a_word_are_a_header() -> None:
    rows = ["Measure|Actual 2016-|Target 2017-", "|17|18", "Homes let|1|2"]
    assert rejoined(*rows, seam=1) == ["Measure|Actual 2016-17|Target 2017-18", "Homes let|1|2"]


CODED = ["Ref|Measure|Target", "AB001|Swims|1", "AB002|Runs|2"]


@pytest.mark.parametrize(
    ("upper", "lower", "whole"),
    [
        ("AB0|Visits to all of|3", "03|the pools|", "AB003|Visits to all of the pools|3"),
        ("AB0|Visits|3", "03||", "AB003|Visits|3"),
        ("AB|Visits to all of|3", "003|the pools|", "AB003|Visits to all of the pools|3"),
        ("AB0|Visits to all of|31,98", "03|the pools|2", "AB003|Visits to all of the pools|31,982"),
    ],
)
def test_a_code_that_others_are_like_is_whole_without_a_blank(upper: str, lower: str, whole: str) -> None:
    assert rejoined(*CODED, upper, lower, seam=4) == [*CODED, whole]


@pytest.mark.parametrize(
    ("upper", "lower"),
    [("AB003|Visits|3", "04|Laps|4"), ("AB003|Visits|3", "AB004|Laps|4"), ("AB0|Visits|3", "3|Laps|4")],
    ids=["a whole code above", "two codes", "a figure short"],
)
def test_a_code_that_is_whole_takes_nothing(upper: str, lower: str) -> None:
    assert rejoined(*CODED, upper, lower, seam=4) == [*CODED, upper, lower]


def test_a_label_broken_within_a_word_is_met_elsewhere_as_one() -> None:
    rows = ["New areas of work|Swims|Runs", "New areas of w|Laps|Races", "ork|Visits|Walks"]
    assert rejoined(*rows) == [rows[0], "New areas of work|Laps Visits|Races Walks"]


def test_a_date_that_the_break_cut_is_whole() -> None:
    rows = [
        "Action|Lead|Due",
        "Open the pool and|Head of|15/08/201",
        "all its rooms|Sports|9",
        "Plant trees|Ranger|1/2/2020",
    ]
    assert rejoined(*rows) == [rows[0], "Open the pool and all its rooms|Head of Sports|15/08/2019", rows[3]]


def test_the_last_letter_of_a_name_is_no_row_below_a_header_met_elsewhere() -> None:
    rows = ["Ref|2025/26>3|Good Performanc", "|Target|Actual|Plan|", "||||e", "AB1|2|3|4|Up"]
    torn = reaching(reaching(grid(*rows, seams=(2,)), "Good Performanc", 2), "Ref", 2)
    other = grid("Ref|2025/26>3|Good Performance", "|Target|Actual|Plan|", "AB2|2|3|4|Up")
    found, _ = rejoin(document(torn, other, other), PLACEHOLDERS)
    assert texts(found.blocks[0]) == ["Ref|2025/26|Good Performance", "|Target|Actual|Plan|", "AB1|2|3|4|Up"]


def test_a_cut_number_alone_is_whole() -> None:
    assert rejoined(HEAD, "Rents paid|£228.4|£235.26|£242.11", "|0||") == [HEAD, "Rents paid|£228.40|£235.26|£242.11"]


def test_letters_that_a_header_has_too_are_the_begin_of_a_code_all_the_same() -> None:
    rows = ["Ref|Measure|Target", "ABC/1|Swims|1", "ABC/2|Runs|2", "ABC|Visits to all of|3", "/4|the pools|"]
    assert rejoined(*rows, seam=4) == [*rows[:3], "ABC/4|Visits to all of the pools|3"]


def test_the_sign_of_a_percentage_goes_back_to_its_number() -> None:
    rows = ["Rents of all the homes|80.9|<85.|7", "that are let|%|8%|%"]
    assert rejoined(HEAD, *rows) == [HEAD, "Rents of all the homes that are let|80.9%|<85.8%|7%"]


def test_a_code_cut_alone_is_none_of_two_labels_though_its_halves_stand_elsewhere() -> None:
    cut, rest = ("AB/01|Swims|1", "AB/02|Runs|2", "AB/0|Laps|3"), "3||"
    found, _ = rejoin(document(grid(*cut, rest, seams=(3,)), grid("AB/0", "3"), grid("AB/0", "3")), PLACEHOLDERS)
    assert texts(found.blocks[0]) == [*cut[:2], "AB/03|Laps|3"]
