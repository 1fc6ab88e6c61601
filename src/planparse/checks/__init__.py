"""Plan -> findings: what is wrong with the plan itself. One rule a module; the order is the list below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module

from planparse.checks.scope import Hit, Scope
from planparse.errors import UsageError
from planparse.model.finding import SEVERITIES, Finding, Rule, fingerprint
from planparse.model.plan import Plan
from planparse.model.trace import Trace

MODULES = (
    "code_used_twice",
    "code_malformed",
    "code_glued",
    "code_without_number",
    "code_missing",
    "numbering_gap",
    "measure_under_two_codes",
    "measure_in_other_words",
    "measure_cut_off",
    "new_indicator_remark",
    "value_not_understood",
    "spreadsheet_error",
    "unit_doubled",
    "unit_changes",
    "percent_out_of_range",
    "percent_sign_missing",
    "target_blank",
    "targets_all_blank",
    "targets_all_tbc",
    "target_year_missing",
    "target_against_direction",
    "target_turns",
    "targets_flat",
    "target_already_met",
    "implausible_jump",
    "status_contradicts_figures",
    "milestone_cut_off",
    "milestone_outside_period",
    "milestone_outside_its_year",
    "impossible_date",
    "milestones_out_of_order",
    "milestone_letter_skipped",
    "objective_empty",
    "objective_without_indicators",
    "objective_without_milestones",
    "years_contradict_title",
    "linked_indicator_unknown",
    "leaked_markup",
    "unbalanced_brackets",
    "placeholder_text",
)

Find = Callable[[Scope], Iterator[Hit]]


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, in the order of the catalogue."""
    return tuple(rule for rule, _ in _loaded())


def check(
    plan: Plan, trace: Trace | None = None, *, select: Iterable[str] = (), ignore: Iterable[str] = ()
) -> tuple[Finding, ...]:
    """What is wrong with a plan, in document order.

    With a trace each finding says where it stands, and the rules that look at the source as printed (glued codes,
    leaked markup, linked codes) have their say. ``select`` and ``ignore`` take codes, beginnings of codes or names
    of rules; an empty ``select`` means all. Raises ``UsageError`` for a rule that there is not.
    """
    wanted = _chosen(tuple(select), tuple(ignore))
    scope = Scope(plan, trace)
    found = [_finding(rule, hit, scope) for rule, find in _loaded() if rule.code in wanted for hit in find(scope)]
    found.sort(key=lambda f: (scope.order.get(f.records[0], -1) if f.records else -1, f.rule))
    return _told_apart(found)


def find_rule(key: str) -> Rule:
    """The rule of this code or name. Raises ``UsageError`` where there is none."""
    wanted = key.strip().casefold()
    for rule in rules():
        if wanted in (rule.code.casefold(), rule.name):
            return rule
    raise UsageError(f"no rule {key}: planparse explain lists all of them")


@cache
def _loaded() -> tuple[tuple[Rule, Find], ...]:
    modules = [import_module(f"planparse.checks.{name}") for name in MODULES]
    return tuple((m.RULE, m.find) for m in modules)


def _chosen(select: tuple[str, ...], ignore: tuple[str, ...]) -> set[str]:
    wanted = {r.code for r in rules()} if not select else {code for key in select for code in _matching(key)}
    return wanted - {code for key in ignore for code in _matching(key)}


def _matching(key: str) -> list[str]:
    wanted = key.strip().casefold()
    found = [r.code for r in rules() if r.code.casefold().startswith(wanted) or r.name == wanted] if wanted else []
    if wanted in SEVERITIES:
        found = [r.code for r in rules() if r.severity == wanted]
    if not found:
        raise UsageError(f"no rule {key}: planparse explain lists all of them")
    return found


def _finding(rule: Rule, hit: Hit, scope: Scope) -> Finding:
    ids = dict.fromkeys(q.record for q in hit.quotes if q.record)
    records = tuple(sorted(ids, key=lambda r: scope.order.get(r, -1)))
    objective = scope.objective_of.get(records[0]) if records else None
    digits = fingerprint(rule.code, (*sorted(scope.identity(r) for r in records), hit.key))
    return Finding(
        rule.code,
        rule.name,
        rule.severity,
        hit.message,
        objective.id if objective else None,
        records,
        hit.quotes,
        digits,
    )


def _told_apart(found: list[Finding]) -> tuple[Finding, ...]:
    """Equal fingerprints are numbered in document order, so that each stands for one finding."""
    from dataclasses import replace

    seen: Counter[str] = Counter()
    out = []
    for finding in found:
        seen[finding.fingerprint] += 1
        n = seen[finding.fingerprint]
        out.append(finding if n == 1 else replace(finding, fingerprint=fingerprint(finding.fingerprint, (str(n),))))
    return tuple(out)


__all__ = ["MODULES", "check", "find_rule", "rules"]
