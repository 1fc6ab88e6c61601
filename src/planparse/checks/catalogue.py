"""The catalogue of rules as text and as a page: ``python -m planparse.checks.catalogue > docs/rules.md``."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from planparse.checks import rules
from planparse.model.finding import SEVERITIES, Rule

_GROUPS = {
    "PP1": "Codes",
    "PP2": "Measures",
    "PP3": "Values",
    "PP4": "Targets and results",
    "PP5": "Milestones and dates",
    "PP6": "Objectives and the plan",
    "PP7": "Texts",
}
_MEANINGS = {
    "error": "a number or a code of the plan cannot be trusted",
    "warning": "very probably wrong",
    "note": "worth a look",
}


def catalogue() -> str:
    """The text of ``docs/rules.md``."""
    out = ["# The rules of `planparse check`", "", "This page is made by `make docs`; a test keeps it true.", ""]
    out += [f"- **{s}**: {_MEANINGS[s]}" for s in SEVERITIES]
    out += ["", *_overview(), *_reading()]
    for prefix, title in _GROUPS.items():
        out += [f"## {title}", ""]
        out += [rule_markdown(rule) for rule in rules() if rule.code.startswith(prefix)]
    return "\n".join(out).rstrip() + "\n"


def _overview() -> list[str]:
    rows = [f"| [{r.code}](#{r.code.lower()}-{r.name}) | {r.name} | {r.severity} | {r.summary} |" for r in rules()]
    return ["| code | name | severity | it finds |", "|---|---|---|---|", *rows, ""]


def _reading() -> list[str]:
    return [
        "The cases below are small plans: a line for each thing that they hold, and for an indicator its code and",
        "measure, the latest performance and the targets of 2016/17, 2017/18 and 2018/19. What a case does not say is",
        "a plain plan for 2016-19 without faults. The tests read each of them and run all rules: the bad case fires",
        "its own rule and no other, the good case and the near miss fire none.",
        "",
        "A finding that may stand goes into a small TOML file for `--suppress`, with its reason:",
        "",
        "```toml",
        "[[suppress]]",
        'rule = "PP403"          # a code or a name',
        'record = "ABC005"       # an id of a record; or fingerprint = "...", from --format json',
        'reason = "the partnership sets the target in June"',
        "```",
        "",
    ]


def rule_markdown(rule: Rule) -> str:
    """One rule as a section of the page."""
    out = [f"### {rule.code} {rule.name}", "", f"**{rule.severity}**: {rule.summary}", "", rule.why, ""]
    for title, case in (("Bad", rule.bad), ("Good", rule.good), ("Not meant", rule.near_miss)):
        out += [f"{title}:", "", "```text", *case_lines(case), "```", ""]
    return "\n".join(out)


def rule_text(rule: Rule, columns: int) -> str:
    """One rule for a terminal."""
    out = [
        f"{rule.code} {rule.name} ({rule.severity})",
        "",
        *_wrapped(f"{rule.summary[0].upper()}{rule.summary[1:]}.", columns),
    ]
    out += ["", *_wrapped(rule.why, columns)]
    for title, case in (("bad", rule.bad), ("good", rule.good), ("not meant", rule.near_miss)):
        out += ["", f"{title}:", *(f"  {line}" for line in case_lines(case))]
    return "\n".join(out) + "\n"


def table_text(chosen: Iterable[Rule], columns: int) -> str:
    """All rules for a terminal, one a line as far as they fit."""
    listed = list(chosen)
    longest = max(len(r.name) for r in listed)
    lines = []
    for rule in listed:
        head = f"{rule.code}  {rule.severity:<7}  {rule.name:<{longest}}  "
        rest = textwrap.wrap(rule.summary, max(columns - len(head), 30))
        lines += [head + rest[0], *(" " * len(head) + line for line in rest[1:])]
    return "\n".join(lines) + "\n"


def case_lines(case: str) -> list[str]:
    """A case without the indent that it has in its module."""
    return textwrap.dedent(case).strip().splitlines()


def _wrapped(text: str, columns: int) -> list[str]:
    return textwrap.wrap(text, max(min(columns, 100), 40))


if __name__ == "__main__":
    import sys

    sys.stdout.write(catalogue())
