"""Findings for people: grouped by objective, each with the printed text and its place."""

from __future__ import annotations

from collections.abc import Sequence

from planparse.model.finding import Finding, Severity
from planparse.writers.findings_view import Reviewed, by_objective, count, heading, quoted, where
from planparse.writers.terminal import plain, visible

_COLOURS: dict[Severity, str] = {"error": "\x1b[31m", "warning": "\x1b[33m", "note": "\x1b[36m"}
_BOLD, _DIM, _END = "\x1b[1m", "\x1b[2m", "\x1b[0m"


def to_text(files: Sequence[Reviewed], *, colour: bool = False) -> str:
    """The whole report; with several files each has its name above it."""
    out: list[str] = []
    for reviewed in files:
        if len(files) > 1:
            out += [f"== {visible(reviewed.file)}", ""]
        out += _file(reviewed, colour)
    return "\n".join(out) + "\n"


def _file(reviewed: Reviewed, colour: bool) -> list[str]:
    out: list[str] = []
    since = reviewed.resolved is not None
    for objective, findings in by_objective(reviewed):
        out.append(_painted(plain(heading(objective)), _BOLD, colour))
        for finding in findings:
            out += _finding(finding, colour)
        out.append("")
    if reviewed.resolved:
        out.append(_painted("Resolved since the previous draft", _BOLD, colour))
        for finding in reviewed.resolved:
            out.append(f"  {finding.rule} {finding.name}: {plain(finding.message)}")
            out += [f"      {plain(quoted(q))}" for q in finding.quotes[:1]]
        out.append("")
    total = count(reviewed.findings)
    out.append(f"new: {total}; resolved: {count(reviewed.resolved or ())}" if since else total)
    return out


def _finding(finding: Finding, colour: bool) -> list[str]:
    severity = _painted(f"{finding.severity:<7}", _COLOURS[finding.severity], colour)
    out = [f"  {severity} {finding.rule} {finding.name}: {plain(finding.message)}"]
    for quote in finding.quotes:
        out.append(f"      {plain(quoted(quote))}")
        if quote.places:
            out.append(_painted(f"        {where(quote.places)}", _DIM, colour))
    return out


def _painted(text: str, code: str, colour: bool) -> str:
    return f"{code}{text}{_END}" if colour else text


def to_concise(files: Sequence[Reviewed]) -> str:
    """One line a finding: ``plan.txt:68: PP101 error: message (ABC014)``; no line for no finding."""
    lines = []
    for reviewed in files:
        for finding in reviewed.findings:
            line = reviewed.line(finding)
            place = f"{line}:" if line else f" {where(finding.places[:1])}:" if finding.places else ""
            records = f" ({', '.join(finding.records)})" if finding.records else ""
            name = visible(reviewed.file)
            lines.append(f"{name}:{place} {finding.rule} {finding.severity}: {plain(finding.message)}{records}\n")
        for finding in reviewed.resolved or ():
            lines.append(f"{visible(reviewed.file)}: {finding.rule} resolved: {plain(finding.message)}\n")
    return "".join(lines)
