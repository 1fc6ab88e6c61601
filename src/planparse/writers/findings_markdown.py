"""Findings as Markdown: a table for each objective, for a pull request or a wiki."""

from __future__ import annotations

import re
from collections.abc import Sequence

from planparse.model.finding import Finding
from planparse.writers.findings_view import Reviewed, by_objective, count, heading, quoted, where
from planparse.writers.terminal import plain

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~#])")


def to_markdown(files: Sequence[Reviewed]) -> str:
    """A heading for each file, one for each objective."""
    return "\n".join(line for reviewed in files for line in _file(reviewed)) + "\n"


def _file(reviewed: Reviewed) -> list[str]:
    new = "new: " if reviewed.resolved is not None else ""
    out = [f"# {escaped(reviewed.file)}", "", f"{new}{count(reviewed.findings)}", ""]
    for objective, findings in by_objective(reviewed):
        out += [f"## {escaped(heading(objective))}", "", *_table(findings), ""]
    if reviewed.resolved:
        out += ["## Resolved since the previous draft", "", *_table(reviewed.resolved), ""]
    return out


def _table(findings: Sequence[Finding]) -> list[str]:
    rows = ["| Severity | Rule | Finding | As printed | Place |", "|---|---|---|---|---|"]
    for finding in findings:
        printed = "<br>".join(escaped(quoted(q)) for q in finding.quotes)
        places = "<br>".join(escaped(where(q.places)) for q in finding.quotes)
        rows.append(
            f"| {finding.severity} | {finding.rule} {finding.name} | {escaped(finding.message)} | {printed} | "
            f"{places} |"
        )
    return rows


def escaped(text: str) -> str:
    """Text that Markdown shows as it is."""
    return _SPECIAL.sub(r"\\\1", plain(text))
