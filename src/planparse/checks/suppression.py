"""Findings that a person has looked at and lets stand: a small TOML file, each with its reason."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from planparse.checks import find_rule
from planparse.errors import UsageError
from planparse.model.finding import Finding

_KEYS = {"rule", "record", "fingerprint", "reason"}


@dataclass(frozen=True, slots=True)
class Suppression:
    """One ``[[suppress]]`` table. At least one of ``rule``, ``record`` and ``fingerprint`` is given."""

    reason: str
    rule: str | None = None
    """A rule's code."""
    record: str | None = None
    """An id of a record; case does not count."""
    fingerprint: str | None = None

    def covers(self, finding: Finding) -> bool:
        if self.rule is not None and self.rule != finding.rule:
            return False
        if self.fingerprint is not None and self.fingerprint.casefold() != finding.fingerprint:
            return False
        return self.record is None or self.record.casefold() in [r.casefold() for r in finding.records]


def read_suppressions(path: Path) -> tuple[Suppression, ...]:
    """The suppressions of a file. Raises ``UsageError`` where it cannot be read, or where a reason is missing."""
    try:
        tables = tomllib.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror or error}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: not a TOML file: {error}") from error
    entries = tables.get("suppress", [])
    if not isinstance(entries, list) or set(tables) - {"suppress"}:
        raise UsageError(
            f"{path}: write each suppression as a table [[suppress]] with rule, record or fingerprint, and a reason"
        )
    return tuple(_suppression(path, n, entry) for n, entry in enumerate(entries, 1))


def _suppression(path: Path, number: int, entry: object) -> Suppression:
    where = f"{path}: suppression {number}"
    if not isinstance(entry, dict) or not all(isinstance(v, str) for v in entry.values()):
        raise UsageError(f"{where}: its values have to be texts in quotation marks")
    wrong = sorted(set(entry) - _KEYS)
    if wrong:
        raise UsageError(f"{where}: no key {wrong[0]}; use rule, record, fingerprint and reason")
    if not entry.get("reason", "").strip():
        raise UsageError(f"{where}: a reason is missing; say why the finding may stand")
    if len(entry) == 1:
        raise UsageError(f"{where}: give a rule, a record or a fingerprint, or it would hide every finding")
    rule = find_rule(entry["rule"]).code if "rule" in entry else None
    return Suppression(entry["reason"], rule, entry.get("record"), entry.get("fingerprint"))


def suppress(
    findings: Iterable[Finding], suppressions: tuple[Suppression, ...]
) -> tuple[tuple[Finding, ...], tuple[Suppression, ...]]:
    """The findings that no suppression covers, and the suppressions that cover none."""
    used: set[int] = set()
    left = []
    for finding in findings:
        covering = [n for n, s in enumerate(suppressions) if s.covers(finding)]
        used.update(covering)
        if not covering:
            left.append(finding)
    return tuple(left), tuple(s for n, s in enumerate(suppressions) if n not in used)
