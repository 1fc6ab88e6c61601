"""The plan as lines and as text: every word is there, one record a line, no control characters."""

from __future__ import annotations

from planparse.writers.plan_lines import plan_lines
from planparse.writers.plan_text import plan_text
from tests.roads import plan


def test_one_record_a_line() -> None:
    assert plan_lines(plan()).splitlines()[:7] == [
        "plan: Draft plan | status: draft | period: 2020-22 (2020-04-01 to 2022-03-31)",
        "objective RD01: Keep roads open | code: RD01 | priority: Safer streets | under: Places > Roads | Budget: none",
        "development RD01: New depot",
        "development RD01: Winter",
        "issue RD01: Cost of salt",
        "milestone RD01-a: a. Inspect all bridges | due: 2020-06",
        "indicator RD001: % of roads inspected | code: RD001 | Latest: 80% | Target / 2020/21: 85.5% | "
        "Target / 2021/22: tbc | England: blank | note: First note | note: Second note | Risk: High",
    ]


def test_a_changed_record_changes_its_own_line_only() -> None:
    before, after = plan_lines(plan()).splitlines(), plan_lines(plan(measure="Roads seen")).splitlines()
    assert [n for n, pair in enumerate(zip(before, after, strict=True)) if pair[0] != pair[1]] == [6]


def test_text_holds_every_record_and_fits() -> None:
    text = plan_text(plan(), 60)
    for words in (
        "Keep roads open",
        "New depot",
        "a. Inspect all bridges [due 2020-06]",
        "RD002",
        "85.5%",
        "Under: Places",
    ):
        assert words in text
    assert max(map(len, text.splitlines())) <= 60


def test_escape_sequences_never_get_through() -> None:
    hostile = plan(measure="a\x1b[31mb\x07", title="t\x9b2J")
    for text in (plan_lines(hostile), plan_text(hostile)):
        assert not set(text) & {"\x1b", "\x07", "\x9b"}
        assert "ab" in text
