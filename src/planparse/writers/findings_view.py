"""What the writers of findings share: a file with its findings, and how a place and a quote are said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from planparse.model.finding import SEVERITIES, Finding, Quote, Rule
from planparse.model.plan import Objective, Plan
from planparse.model.provenance import Place, describe

_LINES = ("text", "markdown", "csv")
"""Formats in which a place is a line of the file that a reader of the findings can open."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One file and what was found in it."""

    file: str
    plan: Plan
    findings: tuple[Finding, ...]
    format: str | None = None
    """As in ``Document.format``; None for a plan.json."""
    digest: str | None = None
    """SHA-256 of the file's bytes, in hexadecimal."""
    resolved: tuple[Finding, ...] | None = None
    """With ``--since``: findings of the previous draft that are gone; then ``findings`` are the new ones."""

    def line(self, finding: Finding) -> int | None:
        """The line of a text file at which a finding begins, from one; None for other formats."""
        return next((line for q in finding.quotes if (line := self.line_of(q)) is not None), None)

    def line_of(self, quote: Quote) -> int | None:
        """The same for one quote."""
        if self.format not in _LINES:
            return None
        return next((p.line + 1 for p in quote.places if p.line is not None), None)


def where(places: Iterable[Place]) -> str:
    """Places in words; a torn row has two. Cells of one row are said once.

    >>> where([Place(0, "cell", page=0, table=1, row=2, column=0), Place(3, "cell", page=1, table=2, row=0, column=0)])
    'page 1, table 2, row 3, column 1; page 2, table 3, row 1, column 1'
    """
    return "; ".join(dict.fromkeys(describe(p) for p in places))


def quoted(quote: Quote, longest: int = 120) -> str:
    """The printed text in quotation marks, cut where it is too long; ``blank`` for an empty cell."""
    text = " ".join(quote.text.split())
    if not text:
        return "blank"
    return f'"{text if len(text) <= longest else text[: longest - 1].rstrip() + "…"}"'


def by_objective(reviewed: Reviewed) -> Iterator[tuple[Objective | None, list[Finding]]]:
    """The findings of the plan itself, then those of each objective that has any, in document order."""
    groups: dict[str | None, list[Finding]] = {}
    for finding in reviewed.findings:
        groups.setdefault(finding.objective, []).append(finding)
    if None in groups:
        yield None, groups[None]
    for objective in reviewed.plan.objectives:
        if objective.id in groups:
            yield objective, groups[objective.id]


def heading(objective: Objective | None) -> str:
    """What stands over the findings of an objective."""
    if objective is None:
        return "The plan"
    code, title = objective.printed_code, objective.title
    return f"{code}: {title}" if code and title else title or code or objective.id


def count(findings: Iterable[Finding]) -> str:
    """``2 errors, 1 warning, 3 notes``; ``no findings``."""
    severities = [f.severity for f in findings]
    parts = [f"{n} {s}{'s' * (n != 1)}" for s in SEVERITIES if (n := severities.count(s))]
    return ", ".join(parts) or "no findings"


def statistics(all_reviewed: Iterable[Reviewed], rules: Iterable[Rule]) -> list[tuple[int, Rule]]:
    """How often each rule fired that fired, most often first."""
    hits: dict[str, int] = {}
    for reviewed in all_reviewed:
        for finding in reviewed.findings:
            hits[finding.rule] = hits.get(finding.rule, 0) + 1
    found = [(hits[r.code], r) for r in rules if r.code in hits]
    return sorted(found, key=lambda pair: (-pair[0], pair[1].code))
