"""Every rule's cases are read as documents and all rules run on them."""

from __future__ import annotations

import pytest

from planparse.checks import MODULES, check, find_rule, rules
from planparse.errors import UsageError
from planparse.model.finding import SEVERITIES
from tests.checks.writing import clean_plan, read_case, read_plan

RULES = {rule.code: rule for rule in rules()}


def fired(case: str) -> set[str]:
    extraction = read_plan(read_case(case))
    return {f.rule for f in check(extraction.plan, extraction.trace)}


@pytest.mark.parametrize("code", RULES)
def test_the_bad_case_fires_this_rule_and_no_other(code: str) -> None:
    assert fired(RULES[code].bad) == {code}


@pytest.mark.parametrize("code", RULES)
def test_the_good_case_is_clean(code: str) -> None:
    assert fired(RULES[code].good) == set()


@pytest.mark.parametrize("code", RULES)
def test_the_near_miss_does_not_fire(code: str) -> None:
    assert fired(RULES[code].near_miss) == set()


@pytest.mark.parametrize("seed", range(30))
def test_a_clean_plan_has_no_finding(seed: int) -> None:
    extraction = read_plan(clean_plan(seed))
    assert extraction.plan.indicators
    assert check(extraction.plan, extraction.trace) == ()
    assert check(extraction.plan) == ()


def test_codes_and_names_are_unique_and_in_order() -> None:
    codes = [rule.code for rule in rules()]
    assert codes == sorted(set(codes))
    assert len({rule.name for rule in rules()}) == len(codes) == len(MODULES)
    assert all(rule.severity in SEVERITIES for rule in rules())
    assert [rule.name.replace("-", "_") for rule in rules()] == list(MODULES)


def test_a_rule_is_found_by_code_and_name() -> None:
    assert find_rule("pp101") is find_rule("code-used-twice")
    with pytest.raises(UsageError, match="no rule PP999"):
        find_rule("PP999")
