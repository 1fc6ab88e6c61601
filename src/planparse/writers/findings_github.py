"""Findings as workflow commands, which GitHub shows beside the lines of a file."""

from __future__ import annotations

from collections.abc import Sequence

from planparse.model.finding import Severity
from planparse.writers.findings_view import Reviewed, where
from planparse.writers.terminal import plain

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "notice"}


def to_github(files: Sequence[Reviewed]) -> str:
    """One command a finding; a binary file gets its place in the message instead of a line."""
    lines = []
    for reviewed in files:
        for finding in reviewed.findings:
            line = reviewed.line(finding)
            at = f",line={line}" if line else ""
            place = f" ({where(finding.places[:1])})" if finding.places and not line else ""
            title = _property(f"{finding.rule} {finding.name}")
            message = _data(plain(finding.message + place))
            command = _COMMANDS[finding.severity]
            lines.append(f"::{command} file={_property(reviewed.file)}{at},title={title}::{message}\n")
    return "".join(lines)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
