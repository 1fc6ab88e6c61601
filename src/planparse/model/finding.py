"""What is wrong with a plan: the rules and what they found."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from planparse.model.provenance import Provenance

Severity = Literal["error", "warning", "note"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
"""Strongest first. ``error``: a number or a code of the plan cannot be trusted; ``warning``: very probably wrong;
``note``: worth a look."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the catalogue.

    The three cases are small plans, a line each for what they hold: ``title:``, ``objective:``,
    ``development:``, ``issue:``, ``milestone:``, ``milestones:`` (label of the next milestones), ``years:``
    (target columns), ``columns:`` (all columns) or ``linked:`` in front, and rows of
    ``code and measure | latest | target | target | target`` for indicators. What a case does not say is a plain
    plan without faults. The tests read each case and run all rules on it.
    """

    code: str
    """``PP101``; never given to another rule."""
    name: str
    """Kebab-case."""
    severity: Severity
    summary: str
    """What it finds, in one line."""
    why: str
    """Why it matters, in one paragraph."""
    bad: str
    """A plan in which this rule fires, and no other."""
    good: str
    """The same plan put right."""
    near_miss: str
    """A plan that looks like the bad one, and in which nothing is wrong."""


@dataclass(frozen=True, slots=True)
class Quote:
    """One printed text that a finding speaks of, and where it stands."""

    record: str | None
    """Id of the record; None for the plan itself."""
    field: str
    """``measure``, ``targets/0``, ``text`` ..., as in the trace."""
    text: str
    places: Provenance = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule found."""

    rule: str
    name: str
    severity: Severity
    message: str
    objective: str | None
    """Id of the objective under which it stands; None for the plan itself."""
    records: tuple[str, ...]
    """Ids of the records that it speaks of, in document order."""
    quotes: tuple[Quote, ...]
    fingerprint: str
    """Sixteen hexadecimal digits, the same from draft to draft: of the rule and of what the records say,
    not of where they stand."""

    @property
    def places(self) -> Provenance:
        """All its places, each once."""
        return tuple({p.unit: p for q in self.quotes for p in q.places}.values())


def fingerprint(rule: str, content: Iterable[str]) -> str:
    """The digits for a rule and the texts that make the finding what it is; case and white space do not count.

    >>> fingerprint("PP101", ["AB 01"]) == fingerprint("PP101", ["ab01"])
    True
    """
    parts = [rule, *("".join(text.split()).casefold() for text in content)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def at_least(findings: Iterable[Finding], severity: Severity) -> tuple[Finding, ...]:
    """The findings of this severity and the stronger ones."""
    wanted = SEVERITIES[: SEVERITIES.index(severity) + 1]
    return tuple(f for f in findings if f.severity in wanted)
