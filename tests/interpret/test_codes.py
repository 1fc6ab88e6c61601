"""Codes: split off, learned, and set right."""

from __future__ import annotations

import pytest

from planparse.interpret import load_vocabulary
from planparse.interpret.codes import (
    code_shape,
    is_code,
    normalise_codes,
    scheme_of,
    split_code,
    split_lettered,
    split_prefix,
    split_tail,
)
from planparse.interpret.coding import settle_codes
from planparse.interpret.draft import Named, ObjectiveDraft, Text
from planparse.interpret.objective_codes import code_series
from tests.interpret.test_layouts import plan_of, table


@pytest.mark.parametrize(
    ("text", "printed", "rest"),
    [
        ("AB001: % of visits", "AB001", "% of visits"),
        ("AB002 % of visits", "AB002", "% of visits"),
        ("AB012% making progress", "AB012", "% making progress"),
        ("4.01.02 Visits", "4.01.02", "Visits"),
        ("1.1.3.KR Visits", "1.1.3.KR", "Visits"),
        ("R&B 002 Visits", "R&B 002", "Visits"),
        ("BV 079b(i) Visits", "BV 079b(i)", "Visits"),
        ("HRO 001/BV 12 Visits", "HRO 001/BV 12", "Visits"),
        ("AB/17: Visits", "AB/17", "Visits"),
        ("AB-07 - Visits", "AB-07", "Visits"),
        ("P&D PI 7A - Visits", "P&D PI 7A", "Visits"),
        ("ACW LI09 Visits", "ACW LI09", "Visits"),
        ("SCS CYP15: Visits", "SCS CYP15", "Visits"),
    ],
)
def test_a_code_in_front(text: str, printed: str, rest: str) -> None:
    split = split_code(text)
    assert split is not None
    assert (split.printed, split.rest) == (printed, rest)


@pytest.mark.parametrize(
    "text", ["Visits to pools", "% of visits", "2016/17 visits", "16-18 year olds", "A review", "3.5%"]
)
def test_near_misses_begin_with_no_code(text: str) -> None:
    assert split_code(text) is None


def test_a_code_in_brackets_at_the_end() -> None:
    split = split_tail("Waste recycled (NI 192)")
    assert split is not None
    assert (split.printed, split.rest) == ("NI 192", "Waste recycled")
    assert split_tail("Waste recycled (tonnes)") is None


def test_a_set_without_its_number() -> None:
    split = split_prefix("SCS CYP Early Years", ["SCS"])
    assert split is not None
    assert (split.printed, split.rest) == ("SCS CYP", "Early Years")
    assert split_prefix("CO Emissions", ["SCS"]) is None


def test_a_slip_of_the_pen_is_told_from_another_set() -> None:
    printed = ["AB001", "AB002", "ABE003", "A004", "AB005", "SH03", "AB006", "AB007", "AB008", "AB009"]
    assert normalise_codes(printed)[2:6] == ["AB003", "A004", "AB005", "SH03"]
    three = [c.replace("AB", "PED").replace("A004", "PE004") for c in printed]
    assert normalise_codes(three)[2:4] == ["PED003", "PED004"]


def test_a_slip_that_does_not_fit_the_sequence_stays() -> None:
    assert normalise_codes(["PED001", "PED002", "PE090", "PED003", "PED004"])[2] == "PE090"


@pytest.mark.parametrize(
    ("code", "family"), [("SCS CYP15", "SCS CYP"), ("SCS", "SCS"), ("AB/17", "AB"), ("1.1.3.KR", None)]
)
def test_the_family_of_a_code(code: str, family: str | None) -> None:
    assert scheme_of(code) == family


def test_what_can_stand_in_a_column_of_codes() -> None:
    assert [is_code(t) for t in ("AB 1", "2a", "KPI A", "Visits to pools", "87%", "2016")] == [
        True,
        True,
        True,
        False,
        False,
        False,
    ]


def coded(*measures: str) -> list[str | None]:
    drafts = [Named(m) for m in measures]
    return [c.code for c in settle_codes(drafts, load_vocabulary())]


def test_what_only_looks_like_a_code_is_left_in_the_measure() -> None:
    assert (
        coded("CO2 emissions (tonnes)", "CO2 emissions by area", "CO2 emissions of schools", "Visits", "Swims")
        == [None] * 5
    )


def test_another_familys_code_of_the_same_shape_is_one() -> None:
    assert coded("AB/01 Visits", "AB/02 Swims", "AB/03 Books", "AB/04 Homes", "CD/05 Roads")[-1] == "CD/05"


def test_a_word_of_another_shape_is_none() -> None:
    assert coded("AB/01 Visits", "AB/02 Swims", "AB/03 Books", "AB/04 Homes", "KS2 attainment")[-1] is None


def printed(*measures: str, codes: tuple[str, ...] = ()) -> list[tuple[str | None, str]]:
    drafts = [Named(m, c or None) for m, c in zip(measures, codes, strict=True)]
    return [(c.code, c.measure) for c in settle_codes(drafts, load_vocabulary())]


def test_a_code_in_its_own_cell_that_the_measure_repeats_is_taken_off_once() -> None:
    found = printed("AB 1 Swims", "AB 9 Dives", "Rows", codes=("AB1", "AB2", "AB3:"))
    assert found == [("AB1", "Swims"), ("AB2", "AB 9 Dives"), ("AB3", "Rows")]


def test_a_known_set_counts_as_code_though_it_stands_alone() -> None:
    assert coded("NI 192 Waste", "Visits", "Swims", "Dives") == ["NI 192", None, None, None]
    assert coded("KS2 attainment", "Visits", "Swims", "Dives") == [None] * 4


def test_a_colon_or_brackets_are_enough_for_a_code() -> None:
    assert coded("XYZ1: Waste", "Visits (XYZ 2)", "Swims", "Dives") == ["XYZ1", "XYZ 2", None, None]


def test_a_set_without_a_number_only_where_most_measures_are_coded() -> None:
    assert coded("ABC01: Swims", "ABC Dives")[1] is None
    many = ("ABC01: Swims", "ABC02: Rows", "ABC Dives", "Walks")
    assert coded(*many) == ["ABC01", "ABC02", None, None]
    drafts = [Named(m) for m in many]
    assert list(settle_codes(drafts, load_vocabulary()))[2].printed == "ABC"


def unsure(*measures: str) -> list[str | None]:
    return [c.doubt for c in settle_codes([Named(m) for m in measures], load_vocabulary())]


@pytest.mark.parametrize("measure", ["XYZ Dives from the high board", "XYZ: Dives from the high board"])
def test_capitals_in_front_of_the_one_measure_without_a_code_may_be_one(measure: str) -> None:
    found = unsure("ABC01: Swims", "ABC02: Rows", "ABC03: Walks", measure)
    assert found == [None, None, None, "'XYZ' in front of the measure may be a code without a number"]
    assert coded("ABC01: Swims", "ABC02: Rows", "ABC03: Walks", measure)[-1] is None


def test_capitals_that_begin_a_sentence_or_stand_among_measures_without_codes_are_words() -> None:
    assert unsure("ABC01: Swims", "ABC02: Rows", "ABC03: Walks", "XYZ dives") == [None] * 4
    assert unsure("ABC01: Swims", "ABC02: Rows", "Walks", "XYZ Dives") == [None] * 4


def test_one_changed_letter_in_a_short_prefix_is_another_set() -> None:
    assert normalise_codes(["AB1", "AB2", "AC3", "AB4", "AB5", "AB6"])[2] == "AC3"
    assert normalise_codes(["ABC1", "ABC2", "ABD3", "ABC4", "ABC5", "ABC6"])[2] == "ABC3"


def test_a_slip_takes_the_gap_and_needs_the_width_of_its_set() -> None:
    assert normalise_codes(["PED 01", "PED 02", "PDE03", "PED 04"])[2] == "PED 03"
    assert normalise_codes(["PED 01", "PED 02", "PDE3", "PED 04"])[2] == "PDE3"
    assert normalise_codes(["PED 01", "PDE02", "PED 04"])[1] == "PDE02", "two codes make no set"


@pytest.mark.parametrize(
    ("text", "printed", "rest"),
    [("AB.1 Visits", "AB.1", "Visits"), ("AB.12: Visits", "AB.12", "Visits"), ("P&D.3 Visits", "P&D.3", "Visits")],
)
def test_a_full_stop_may_part_letters_and_number(text: str, printed: str, rest: str) -> None:
    split = split_code(text)
    assert split is not None
    assert (split.printed, split.rest) == (printed, rest)


@pytest.mark.parametrize("text", ["No.1 Visits", "Ab.1 Visits", "AB. 1 Visits", "e.g.1 Visits"])
def test_a_full_stop_behind_a_small_letter_or_before_a_blank_is_in_no_code(text: str) -> None:
    split = split_code(text)
    assert split is None or "." not in split.printed


def test_the_shape_of_a_code() -> None:
    assert [code_shape(c) for c in ("LIB/17", "AB 1", "4.01.KR", "")] == ["AAA/99", "AA 9", "9.99.AA", ""]


def series(*titles: str, headings: bool = False) -> frozenset[str]:
    return code_series([ObjectiveDraft(Text(t, ()), from_heading=headings) for t in titles], load_vocabulary())


@pytest.mark.parametrize("headings", [False, True])
def test_codes_of_one_shape_are_a_series_whatever_their_length(headings: bool) -> None:
    found = series("HT9 Keep people warm", "HT10 Keep people dry", "HT112 Keep people well", headings=headings)
    assert found == {"HT9", "HT10", "HT112"}


@pytest.mark.parametrize(
    ("titles", "found"),
    [
        (("HT1 Warm homes", "CD2 Dry homes"), {"HT1", "CD2"}),
        (("HT1 Warm homes", "HT2 Dry homes", "Swim more"), {"HT1", "HT2"}),
        (("HT1 Warm homes", "HT2 Dry homes", "Swim more", "Read more"), set()),
        (("HT1 Warm homes",), set()),
        (("HT1 Warm homes", "HT1 Dry homes"), set()),
        (("HT1 Warm homes", "HTS2 Dry homes"), set()),
        (("HT1 Warm homes", "HT/2 Dry homes"), set()),
        (("1.1 Warm homes", "1.2 Dry homes"), set()),
        (("HT1", "HT2"), set()),
    ],
    ids=[
        "other letters",
        "most of them",
        "half of them",
        "one",
        "one code twice",
        "more letters",
        "another mark",
        "figures alone",
        "codes without titles",
    ],
)
def test_which_titles_begin_with_a_series(titles: tuple[str, ...], found: set[str]) -> None:
    assert series(*titles) == found


def test_headings_may_be_of_another_series_than_the_others() -> None:
    pairs = (("HT1 Warm homes", False), ("HT2 Dry homes", False), ("K/1 Swim more", True), ("K/2 Read more", True))
    drafts = [ObjectiveDraft(Text(t, ()), from_heading=headed) for t, headed in pairs]
    assert code_series(drafts, load_vocabulary()) == {"HT1", "HT2", "K/1", "K/2"}
    assert code_series(drafts[:3], load_vocabulary()) == {"HT1", "HT2"}


def test_a_title_with_a_code_of_its_own_has_no_say() -> None:
    coded_drafts = [ObjectiveDraft(Text(f"HT{n} Homes", ()), code=Text(f"X{n}", ())) for n in (1, 2)]
    assert not code_series(coded_drafts, load_vocabulary())


def test_objectives_of_a_series_get_their_codes_and_one_alone_does_not() -> None:
    rows = ("HT9 Warm homes|AB 1: Lets|1|2", "HT10 Dry homes|AB 2: Sales|3|4")
    head = "Objective|Measure|2015/16 actual|2016/17 target"
    assert [(o.code, o.title) for o in plan_of(table(head, *rows)).objectives] == [
        ("HT9", "Warm homes"),
        ("HT10", "Dry homes"),
    ]


def test_a_code_in_its_own_column_may_end_in_a_letter_for_a_number() -> None:
    plan = plan_of(
        "<h2>Care</h2>",
        table("Metric|ID|2015/16 Actual|2016/17 Target", "Waits|CAN-A|9|8", "Visits|CAN-B|7|6", header=1),
    )
    assert [(i.code, i.printed_code, i.measure) for i in plan.indicators] == [
        ("CAN-A", "CAN-A", "Waits"),
        ("CAN-B", "CAN-B", "Visits"),
    ]


@pytest.mark.parametrize("text", ["By 2028 you will see", "In 2019 we will", "2028 and after"])
def test_a_year_behind_a_short_word_is_no_code(text: str) -> None:
    assert split_code(text) is None


@pytest.mark.parametrize("text", ["By 30 March 2027 we will", "On 1st May 2026 it opens", "By 1 Nov 2026: a plan"])
def test_a_day_behind_a_short_word_is_no_code(text: str) -> None:
    assert split_code(text) is None


@pytest.mark.parametrize("text", ["AB 30 March of the band", "Ab 30 Marches held", "Ab 30 Visits in May"])
def test_a_number_before_other_words_or_behind_a_prefix_is_one(text: str) -> None:
    assert (split := split_code(text)) is not None
    assert split.printed == text[:5]


def test_a_number_as_high_as_a_year_is_one_behind_a_prefix() -> None:
    assert split_code("AB 2028 Visits") is not None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("CAN-A Clean streets", "CAN-A"),
        ("CAN/B: Clean streets", "CAN/B"),
        ("CAN-A – Clean streets", "CAN-A"),
        ("CAN-AB Clean streets", None),
        ("C-A Clean streets", None),
        ("CAN A Clean streets", None),
        ("CAN-A", None),
        ("CAN-A 12", None),
    ],
)
def test_a_code_with_a_letter_for_a_number_in_front(text: str, code: str | None) -> None:
    found = split_lettered(text)
    assert (found.printed if found else None) == code
    assert found is None or found.rest == "Clean streets"


def test_such_codes_are_those_of_the_objectives_where_most_have_one() -> None:
    def series(*titles: str) -> frozenset[str]:
        return code_series([ObjectiveDraft(Text(title, ())) for title in titles], load_vocabulary())

    assert series("CAN-A Clean streets", "CAN-B Safe streets") == {"CAN-A", "CAN-B"}
    assert not series("CAN-A Clean streets", "Safe streets", "Warm homes")
    assert not series("CAN-A Clean streets", "CAN-A Safe streets")
