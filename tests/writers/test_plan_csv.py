"""CSV: RFC 4180, texts unaltered; with the guard, a way there and back."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse.writers.plan_csv import csv_text, guard_formula, is_guarded, plan_csv
from tests.roads import plan


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def test_seven_files_with_a_header_each() -> None:
    files = plan_csv(plan())
    assert list(files) == [
        "plan.csv",
        "objectives.csv",
        "statements.csv",
        "milestones.csv",
        "indicators.csv",
        "measurements.csv",
        "extras.csv",
    ]
    for text in files.values():
        assert text.endswith("\r\n")
        assert not text.startswith("\ufeff")
    assert rows(files["extras.csv"]) == [
        ["record_id", "label", "text"],
        ["RD01", "Budget", "none"],
        ["RD001", "Risk", "High"],
    ]


def test_numbers_are_written_as_in_json() -> None:
    numbers = [row[9] for row in rows(plan_csv(plan())["measurements.csv"])]
    assert numbers == ["number", "80", "85.5", "", "", "8"]


def test_quotes_commas_and_line_breaks_survive() -> None:
    texts = ['say "yes"', "a, b", "two\nlines", "", "ends \r"]
    assert rows(csv_text(("a", "b", "c", "d", "e"), [texts]))[1] == texts


@given(st.lists(st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"])), min_size=2, max_size=4))
def test_texts_are_never_altered(texts: list[str]) -> None:
    assert rows(csv_text(["h"] * len(texts), [texts]))[1] == texts


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "+cmd|'/C calc'!A0", "-2+3", "\t=1", "\uff1d1", "''=1", "--5"])
def test_formulas_are_guarded(text: str) -> None:
    assert guard_formula(text) == "'" + text


@pytest.mark.parametrize("text", ["-5%", "+3", "-", "-1,112.44", "-£5", "a=b", "it's", "'tis", "", "5-6"])
def test_numbers_and_plain_texts_are_not_guarded(text: str) -> None:
    assert guard_formula(text) == text


@given(st.text("'=@+-\t\r5%a"))
def test_the_guard_can_be_taken_away_again(text: str) -> None:
    guarded = guard_formula(text)
    assert (guarded[1:] if is_guarded(guarded) else guarded) == text


def test_cells_are_unaltered_unless_asked_for() -> None:
    source = plan(measure="=HYPERLINK(1)")
    assert rows(plan_csv(source)["indicators.csv"])[1][6] == "=HYPERLINK(1)"
    assert rows(plan_csv(source, spreadsheet_safe=True)["indicators.csv"])[1][6] == "'=HYPERLINK(1)"
