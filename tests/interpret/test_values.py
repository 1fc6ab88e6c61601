"""The cells of an indicator's row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse.interpret import load_vocabulary
from planparse.interpret.values import is_words, parse_value
from tests.interpret.test_layouts import plan_of, table

WORDS = load_vocabulary()


@pytest.mark.parametrize(
    ("text", "number", "unit", "qualifier"),
    [
        ("87%", 87, "percent", None),
        ("10 %", 10, "percent", None),
        ("16% %", 16, "percent", None),
        ("88.89%", 88.89, "percent", None),
        ("-3.24%", -3.24, "percent", None),
        ("+2%", 2, "percent", None),
        ("10,966", 10966, None, None),
        ("11 400", 11400, None, None),
        ("600", 600, None, None),
        ("6.20", 6.2, None, None),
        ("£1,112.44*", 1112.44, "gbp", None),
        ("£1.44m", 1440000, "gbp", None),
        ("£844k", 844000, "gbp", None),
        ("$6.06bn", 6060000000, "usd", None),
        ("1.2:1", 1.2, "ratio", None),
        ("8 days", 8, "days", None),
        ("72 Hours", 72, "hours", None),
        ("<21%", 21, "percent", "<"),
        ("≤3%", 3, "percent", "<="),
        ("≥ 70%", 70, "percent", ">="),
        ("± 4%", 4, "percent", "+/-"),
        ("2.4%<", 2.4, "percent", "<"),
        ("less than 5", 5, None, "<"),
        ("48% (2003)", 48, "percent", None),
        ("53% (p)", 53, "percent", None),
        ("75 (0-100)", 75, None, None),
        ("£1.2 billion", 1_200_000_000, "gbp", None),
        ("3 million", 3_000_000, None, None),
        ("12 m", 12_000_000, None, None),
        ("4 thousand", 4000, None, None),
        ("-£3.50", -3.5, "gbp", None),
        ("−£2.5m", -2_500_000, "gbp", None),
        ("£-3", -3, "gbp", None),
        ("2:3", 0.666667, "ratio", None),
        ("3.6:1*", 3.6, "ratio", None),
        ("3.6 : 1 (p) †", 3.6, "ratio", None),
        ("83.3%§", 83.3, "percent", None),
        ("28,146 (a)", 28146, None, None),
        ("5+", 5, None, ">="),
        ("c. 40", 40, None, "~"),
        ("approx. 12 days", 12, "days", "~"),
        ("at least  95%", 95, "percent", ">="),
        ("about 92%", 92, "percent", "~"),
        ("89% or more", 89, "percent", ">="),
        ("14 days or fewer", 14, "days", "<="),
        ("15.3% (unaudited)", 15.3, "percent", None),
        ("up to 10", 10, None, "<="),
    ],
)
def test_numbers(text: str, number: float, unit: str | None, qualifier: str | None) -> None:
    found = parse_value(text, WORDS)
    assert (found.status, found.number, found.unit, found.qualifier) == ("number", number, unit, qualifier)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("", "blank"),
        ("-", "blank"),
        ("_", "blank"),
        ("tbc", "tbc"),
        ("TBC*", "tbc"),
        ("To be set", "tbc"),
        ("tbc by September", "tbc"),
        ("New PI", "note"),
        ("New", "note"),
        ("Monitored only", "note"),
        ("N/A", "not_applicable"),
        ("Information only", "note"),
        ("#N/A", "unparsed"),
        ("#REF!", "unparsed"),
        ("10-15", "unparsed"),
        ("5:0", "unparsed"),
        ("12 frogs", "unparsed"),
        ("95% by 2018", "unparsed"),
        ("95% of all of us", "note"),
        ("1234567890123456789", "unparsed"),
        ("data tbc by spring", "tbc"),
        ("data tbc by the service", "note"),
        ("tbc in 2018", "note"),
        ("Due to small cohorts, targets are not stated.", "note"),
        ("Report to the board", "note"),
    ],
)
def test_what_is_no_number(text: str, status: str) -> None:
    found = parse_value(text, WORDS)
    assert (found.status, found.number) == (status, None)


def test_a_doubled_unit_is_odd() -> None:
    assert parse_value("16% %", WORDS).oddity == "doubled-unit"
    assert parse_value("16%", WORDS).oddity is None


@given(st.decimals(min_value=0, max_value=999999, places=2), st.sampled_from(["{}", "{}%", "£{}", "{} days"]))
def test_the_printed_digits_are_the_number(value: object, form: str) -> None:
    assert parse_value(form.format(value), WORDS).number == float(str(value))


@given(st.text(max_size=40))
def test_any_text_has_a_status_and_a_number_only_where_it_says_so(text: str) -> None:
    found = parse_value(" ".join(text.split()), WORDS)
    assert (found.number is not None) == (found.status == "number")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Monitored only", False),
        ("New", False),
        ("New*", False),
        ("tbc", False),
        ("50%", False),
        ("", False),
        ("New pools", True),
        ("Monitored only by us", True),
    ],
)
def test_words_that_stand_in_place_of_a_value_are_no_words(text: str, words: bool) -> None:
    assert is_words(text, WORDS) == words


@pytest.mark.parametrize(
    ("texts", "actuals"),
    [(("New", "Monitored only"), ["1", "New", "Monitored only"]), (("rather good", "quite bad"), [])],
)
def test_such_words_leave_a_column_one_of_values(texts: tuple[str, str], actuals: list[str]) -> None:
    rows = (f"{measure}|{text}|4" for measure, text in zip(("Visits", "Swims", "Runs"), ("1", *texts), strict=True))
    plan = plan_of("<h2>Swim more</h2>", table("Measure|Halfway house|2016/17 target", *rows))
    assert [v.text for i in plan.indicators for v in i.actuals] == actuals


@pytest.mark.parametrize(
    ("text", "number", "unit", "qualifier"),
    [
        ("no more than 5", 5, None, "<="),
        ("not more than 5 days", 5, "days", "<="),
        ("No greater than 5", 5, None, "<="),
        ("not less than 90%", 90, "percent", ">="),
        ("No fewer than 3", 3, None, ">="),
        ("not lower than £3m", 3_000_000, "gbp", ">="),
        ("lower than 3", 3, None, "<"),
        ("higher than 3", 3, None, ">"),
        ("minimum of 3", 3, None, ">="),
        ("min 3", 3, None, ">="),
        ("minimum 12 min", 12, "minutes", ">="),
        ("80% minimum", 80, "percent", ">="),
        ("Maximum of 20 days", 20, "days", "<="),
        ("20 days max", 20, "days", "<="),
        ("45 or fewer", 45, None, "<="),
        ("45 or lower", 45, None, "<="),
        ("4.3 or higher", 4.3, None, ">="),
        ("80% and above", 80, "percent", ">="),
        ("at or above 80%", 80, "percent", ">="),
        ("At or below 80%", 80, "percent", "<="),
        ("exactly 5", 5, None, None),
        ("12 m²", 12, "square_metres", None),
        ("3 ml/d", 3, "megalitres", None),
    ],
)
def test_limits_in_words(text: str, number: float, unit: str | None, qualifier: str | None) -> None:
    found = parse_value(text, WORDS)
    assert (found.status, found.number, found.unit, found.qualifier) == ("number", number, unit, qualifier)


@pytest.mark.parametrize("text", ["12 min", "12 mins", "12 minutes"])
def test_behind_a_number_a_short_word_for_minutes_is_no_limit(text: str) -> None:
    found = parse_value(text, WORDS)
    assert (found.number, found.unit, found.qualifier) == (12, "minutes", None)


@pytest.mark.parametrize("text", ["no 5", "not 5", "not under 5", "at or above", "5 or more days", "90% or"])
def test_a_part_of_such_words_is_no_limit(text: str) -> None:
    assert parse_value(text, WORDS).number is None


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("88 litres", 88, "litres"),
        ("3 ml", 3, "megalitres"),
        ("1 kilometre", 1, "kilometres"),
        ("200 metres", 200, "metres"),
        ("50 sq m", 50, "square_metres"),
        ("50 m2", 50, "square_metres"),
        ("6 m3", 6, "cubic_metres"),
        ("5 MWh", 5, "megawatt_hours"),
        ("2 GWh", 2, "gigawatt_hours"),
        ("9 MW", 9, "megawatts"),
    ],
)
def test_what_is_measured_in_pipes_fields_and_wires(text: str, number: float, unit: str) -> None:
    found = parse_value(text, WORDS)
    assert (found.status, found.number, found.unit) == ("number", number, unit)


@pytest.mark.parametrize(("text", "unit"), [("3 ha", "hectares"), ("3 km", "kilometres"), ("3 m", None)])
def test_letters_that_begin_other_units_keep_their_sense(text: str, unit: str | None) -> None:
    found = parse_value(text, WORDS)
    assert (found.status, found.unit) == ("number", unit)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1,24,560", 124560),
        ("-1,24,560.5", -124560.5),
        ("12,34,56,789", 123456789),
        ("₹1,24,560", 124560),
        ("₹ 40", 40),
        ("₹2.5 crore", 25_000_000),
        ("3 lakh", 300_000),
        ("1.24 Lakhs", 124_000),
        ("1,250 crores", 12_500_000_000),
    ],
)
def test_indian_numbers(text: str, number: float) -> None:
    parsed = parse_value(text, WORDS)
    assert (parsed.status, parsed.number) == ("number", number)


@pytest.mark.parametrize(
    ("text", "number"),
    [("R18,450", 18450), ("R 1 200 000", 1_200_000), ("<R2.5m", 2_500_000), ("-R3 billion", -3_000_000_000)],
)
def test_amounts_in_rand(text: str, number: float) -> None:
    parsed = parse_value(text, WORDS)
    assert (parsed.status, parsed.number, parsed.unit) == ("number", number, "zar")


@pytest.mark.parametrize("text", ["R12", "R1.2", "r18,450", "R10 m2", "AR18,450"])
def test_a_letter_before_another_number_is_no_sign_of_money(text: str) -> None:
    assert parse_value(text, WORDS).number is None


@pytest.mark.parametrize("text", ["1,24,56", "1,2,560", "124,56,789", "1,24,560,1", "1,24"])
def test_figures_in_other_groups_are_no_number(text: str) -> None:
    assert parse_value(text, WORDS).status == "unparsed"


@pytest.mark.parametrize("text", ["3 lakhes", "3 crored"])
def test_other_words_behind_a_number_do_not_scale_it(text: str) -> None:
    assert parse_value(text, WORDS).number is None
