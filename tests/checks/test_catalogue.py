"""docs/rules.md is what the rules say."""

from __future__ import annotations

from pathlib import Path

from planparse.checks import find_rule, rules
from planparse.checks.catalogue import catalogue, rule_text, table_text

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"


def test_the_page_has_not_drifted() -> None:
    assert PAGE.read_text("utf-8") == catalogue(), "run: python -m planparse.checks.catalogue > docs/rules.md"


def test_a_rule_for_a_terminal_keeps_its_cases() -> None:
    text = rule_text(find_rule("PP101"), 80)
    assert text.startswith("PP101 code-used-twice (error)\n")
    assert "\nbad:\n  CLN001: % of streets free of litter | 87%" in text
    assert all(len(line) <= 80 for line in text.partition("\nbad:")[0].splitlines())


def test_the_list_names_every_rule() -> None:
    text = table_text(rules(), 90)
    assert all(f"{rule.code}  {rule.severity}" in text for rule in rules())
