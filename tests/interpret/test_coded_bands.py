"""Bands that are objectives: a series of names and numbers, or such as begin the codes of their rows."""

from __future__ import annotations

import pytest

from tests.interpret.test_layouts import plan_of, table

HEADER = "Ref|Measure|2015/16 Actual|2016/17 Target"


def owners(*rows: str) -> list[tuple[str | None, str | None, list[str | None], list[str | None]]]:
    plan = plan_of("<h2>Our scorecard</h2>", table(HEADER, *rows, header=1))
    return [(o.code, o.title, [i.code for i in o.indicators], [i.group for i in o.indicators]) for o in plan.objectives]


def test_a_letter_that_begins_all_codes_below_it_is_the_code_of_an_objective() -> None:
    found = owners("A Safer streets +4", "A1|Thefts|9|8", "A2|Fires|7|6", "B: Cleaner air +4", "B1|Fumes|5|4")
    assert found == [
        ("A", "Safer streets", ["A1", "A2"], [None, None]),
        ("B", "Cleaner air", ["B1"], [None]),
    ]


def test_a_number_stays_in_the_title() -> None:
    found = owners("1 Safer streets +4", "1.1|Thefts|9|8", "1.2|Fires|7|6", "2 Cleaner air +4", "2.1|Fumes|5|4")
    assert [(code, title) for code, title, *_ in found] == [(None, "1 Safer streets"), (None, "2 Cleaner air")]


@pytest.mark.parametrize(
    "rows",
    [
        ("A Safer streets +4", "A1|Thefts|9|8", "C2|Fires|7|6", "B Cleaner air +4", "B1|Fumes|5|4"),
        ("A Safer streets +4", "A1|Thefts|9|8", "A2|Fires|7|6", "Cleaner air +4", "B1|Fumes|5|4"),
        ("A Safer streets +4", "A1|Thefts|9|8", "A2|Fires|7|6", "A3|Floods|5|4"),
    ],
    ids=["another code", "a band without", "one band"],
)
def test_otherwise_bands_are_groups(rows: tuple[str, ...]) -> None:
    ((_, title, codes, groups),) = owners(*rows)
    assert (title, len(codes)) == ("Our scorecard", sum(row.count("|") > 0 for row in rows))
    assert groups[0] == "A Safer streets"


def test_bands_of_one_name_and_several_numbers_are_objectives_whatever_their_wording() -> None:
    found = owners(
        "Common endeavour 1: Safer streets +4", "T9|Thefts|9|8", "Common endeavour 2: Cleaner air +4", "Q1|Fumes|5|4"
    )
    assert [(title, codes) for _, title, codes, _ in found] == [
        ("Common endeavour 1: Safer streets", ["T9"]),
        ("Common endeavour 2: Cleaner air", ["Q1"]),
    ]


def test_bands_of_several_names_are_groups() -> None:
    ((_, title, codes, groups),) = owners("Quality 1: Care +4", "T9|Falls|9|8", "Cost 2: Beds +4", "Q1|Beds|5|4")
    assert (title, codes, groups) == ("Our scorecard", ["T9", "Q1"], ["Quality 1: Care", "Cost 2: Beds"])


HARBOUR = ("SO1|Safe harbour||", "1.01|Ships|9|8", "1.02|Boats|7|6", "SO2|Clean beach||", "2.01|Bins|5|4")
Rows = tuple[str, ...]


def bold(rows: Rows, *places: int, columns: tuple[int, ...] = (0, 1)) -> Rows:
    """The rows with these texts of those in these places in bold."""
    out = [row.split("|") for row in rows]
    for r in places:
        out[r] = [f"<b>{text}</b>" if c in columns else text for c, text in enumerate(out[r])]
    return tuple(map("|".join, out))


def test_a_code_and_a_name_in_bold_over_rows_with_its_number_are_an_objective() -> None:
    assert owners(*bold(HARBOUR, 0, 3)) == [
        ("SO1", "Safe harbour", ["1.01", "1.02"], [None, None]),
        ("SO2", "Clean beach", ["2.01"], [None]),
    ]


def test_a_code_may_be_a_letter_or_have_a_blank() -> None:
    letters = ("A|Safe harbour||", "A1|Ships|9|8", "A2|Boats|7|6", "B|Clean beach||", "B1|Bins|5|4")
    assert [(code, title) for code, title, *_ in owners(*bold(letters, 0, 3))] == [
        ("A", "Safe harbour"),
        ("B", "Clean beach"),
    ]
    parted = tuple(row.replace("SO", "SO ") for row in HARBOUR)
    assert [title for _, title, *_ in owners(*bold(parted, 0, 3))] == ["Safe harbour", "Clean beach"]


def test_its_number_is_not_one_that_begins_with_it() -> None:
    far = (*HARBOUR[:3], "SO10|Clean beach||", "10.01|Bins|5|4")
    assert [(code, codes) for code, _, codes, _ in owners(*bold(far, 0, 3))] == [
        ("SO1", ["1.01", "1.02"]),
        ("SO10", ["10.01"]),
    ]
    wrong = (*HARBOUR[:2], "10.02|Boats|7|6", *HARBOUR[3:])
    assert [code for code, *_ in owners(*bold(wrong, 0, 3))] == [None]


@pytest.mark.parametrize("places", [(0, 3), (0,)], ids=["two bands", "one band"])
def test_where_the_numbers_do_not_agree_a_code_and_a_name_are_a_group(places: tuple[int, ...]) -> None:
    rows = (*HARBOUR[:2], "3.02|Boats|7|6", *(HARBOUR[3:] if len(places) > 1 else ()))
    ((_, title, codes, groups),) = owners(*bold(rows, *places))
    assert (title, codes[:2], groups[:2]) == ("Our scorecard", ["1.01", "3.02"], ["SO1 Safe harbour"] * 2)


@pytest.mark.parametrize(
    "rows",
    [HARBOUR, bold(HARBOUR, 0, 3, columns=(0,)), bold(HARBOUR, *range(5))],
    ids=["none in bold", "the code alone in bold", "all measures in bold"],
)
def test_a_code_and_a_name_without_values_that_do_not_stand_out_are_an_indicator(rows: Rows) -> None:
    ((_, title, codes, groups),) = owners(*rows)
    assert (title, codes, set(groups)) == ("Our scorecard", ["SO1", "1.01", "1.02", "SO2", "2.01"], {None})


def banded(code: str, name: str, number: int) -> list[str]:
    """A band over a label that names a priority, milestones and measures."""
    return [
        f"{code}{name} +4",
        "Priority|A healthy town +3",
        "Milestones|<ul><li>Open it</li></ul> +3",
        "Ref|Measure|2015/16 actual|2016/17 target",
        f"KS {number}1|Visits|1|2",
        f"KS {number}2|Swims|3|4",
    ]


@pytest.mark.parametrize(
    "first", [("AB9|Runs|1|2",), ("What we do +4", "AB9|Runs|1|2")], ids=["rows", "a band and rows"]
)
@pytest.mark.parametrize("code", ["AB", ""], ids=["codes", "no codes"])
def test_below_other_rows_a_band_with_a_code_over_the_label_of_a_priority_names_its_objective(
    code: str, first: tuple[str, ...]
) -> None:
    names = ["Swim more", "Run more"]
    rows = [row for n, name in enumerate(names, 1) for row in banded(code and f"{code}{n}: ", name, n)]
    plan = plan_of(table(HEADER, *first, *rows))
    found = {o.title: (o.code, o.corporate_priority, len(o.indicators)) for o in plan.objectives if o.milestones}
    assert (found == {name: (f"AB{n}", "A healthy town", 2) for n, name in enumerate(names, 1)}) is bool(code)
