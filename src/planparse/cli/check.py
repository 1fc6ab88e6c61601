"""``planparse check``: what is wrong with the plan itself."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from planparse.cli.options import Reading, add_reading, reading
from planparse.cli.talk import emit, say
from planparse.cli.target import keep_input

if TYPE_CHECKING:
    from planparse.checks.suppression import Suppression
    from planparse.model.finding import Finding
    from planparse.model.plan import Plan
    from planparse.model.trace import Trace
    from planparse.writers.findings_view import Reviewed

NAME = "check"
HELP = "report what is wrong with a plan: codes, targets, milestones, texts"

FORMATS = ("text", "concise", "json", "sarif", "github", "markdown")
_SUFFIXES = {".txt": "text", ".json": "json", ".sarif": "sarif", ".md": "markdown", ".markdown": "markdown"}

EXAMPLES = """examples:
  planparse check draft.pdf                              grouped by objective, with the printed text and its place
  planparse check draft.docx --select PP1,PP3            only the rules on codes and values
  planparse check draft.docx --ignore note --fail-on warning
  planparse check draft-2.pdf --since draft-1.pdf        only what is new and what is resolved
  planparse check plans/*.txt --format sarif -o plans.sarif

rules: planparse explain lists them, planparse explain PP101 explains one.
exit code: 0 no finding at --fail-on or above, 1 findings
"""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the command line asks for, the same for every file."""

    how: Reading
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    suppressions: tuple[Suppression, ...]
    warnings_ok: bool


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = EXAMPLES
    add = parser.add_argument
    add("files", nargs="+", metavar="FILE", help="a document, a plan.json, or - for standard input")
    add("--format", choices=FORMATS, help="default: by the suffix of -o, else text")
    add("-o", "--output", metavar="FILE", help="write here instead of standard output")
    add(
        "--select",
        metavar="RULE,...",
        action="append",
        default=[],
        help="only these rules: codes, beginnings of codes, names, or error, warning, note",
    )
    add("--ignore", metavar="RULE,...", action="append", default=[], help="not these rules")
    add(
        "--fail-on",
        choices=("error", "warning", "note", "never"),
        default="error",
        help="weakest finding that makes the exit code 1 (default error)",
    )
    add("--since", metavar="PREVIOUS", help="the previous draft: only new findings and resolved ones are told")
    add("--suppress", metavar="FILE", type=Path, help="a TOML file of findings that may stand, each with its reason")
    add("--statistics", action="store_true", help="how often each rule fired, on standard error")
    add(
        "--warnings-ok",
        action="store_true",
        help="exit with 0 also where text of the source may be lost or is in doubt",
    )
    add("--color", choices=("auto", "always", "never"), default="auto", help="text: default auto, on a terminal")
    add_reading(parser)


def run(args: argparse.Namespace) -> int:
    """Checks each file, writes one report, and gives the exit code. Raises a ``PlanparseError``.

    Of several files, one that cannot be read is reported and the next one is checked.
    """
    from planparse.cli.outcome import report, worst
    from planparse.errors import PlanparseError, UsageError

    if args.since and len(args.files) != 1:
        raise UsageError("--since compares two drafts: give one FILE beside it")
    for file in (*args.files, args.since or "-"):
        if args.output and args.output != "-":
            keep_input(file, Path(args.output))
    asked = _asked(args)
    reviewed: list[Reviewed] = []
    codes: list[int] = []
    for file in args.files:
        try:
            found, code = _review(file, args.since, asked)
            reviewed.append(found)
            codes.append(code)
        except (PlanparseError, MemoryError, RecursionError) as error:
            if len(args.files) == 1:
                raise
            codes.append(report(error, debug=args.debug))
    if asked.suppressions:
        reviewed = _suppressed(reviewed, asked.suppressions)
    emit(_rendered(reviewed, args), args.output)
    if args.statistics:
        _say_statistics(reviewed)
    return worst([*codes, _verdict(reviewed, args.fail_on)])


def _asked(args: argparse.Namespace) -> _Asked:
    suppressions: tuple[Suppression, ...] = ()
    if args.suppress:
        from planparse.checks.suppression import read_suppressions

        suppressions = read_suppressions(args.suppress)
    return _Asked(reading(args), _keys(args.select), _keys(args.ignore), suppressions, args.warnings_ok)


def _keys(lists: list[str]) -> tuple[str, ...]:
    return tuple(key for text in lists for key in text.replace(",", " ").split())


def _review(file: str, since: str | None, asked: _Asked) -> tuple[Reviewed, int]:
    """One file with its findings, and 3 where text of it may be lost."""
    from hashlib import sha256

    from planparse.cli.report import capped, warnings
    from planparse.writers.findings_view import Reviewed

    plan, trace, data = _read(file, asked)
    findings = _findings(plan, trace, asked)
    resolved: tuple[Finding, ...] | None = None
    if since is not None:
        before, old_trace, _ = _read(since, asked)
        findings, resolved = _since(findings, _findings(before, old_trace, asked))
    lost = warnings(trace) if trace else []
    for line in capped(lost, "warning"):
        say(f"{file}: {line}")
    format = trace.format if trace else None
    found = Reviewed(file, plan, findings, format, sha256(data).hexdigest(), resolved)
    return found, 3 if lost and not asked.warnings_ok else 0


def _read(file: str, asked: _Asked) -> tuple[Plan, Trace | None, bytes]:
    """A plan.json has no trace; any other input is read as a document."""
    from planparse.errors import InputRefused
    from planparse.model.plan import Plan
    from planparse.pipeline import load

    data, called = load(file, None, asked.how.limits)
    if data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        try:
            return Plan.from_json(data.removeprefix(b"\xef\xbb\xbf")), None, data
        except InputRefused as error:
            raise InputRefused(f"{called}: {error}") from error
    found = asked.how.extract(data, called)
    return found.plan, found.trace, data


def _findings(plan: Plan, trace: Trace | None, asked: _Asked) -> tuple[Finding, ...]:
    from planparse.checks import check

    return check(plan, trace, select=asked.select, ignore=asked.ignore)


def _since(now: tuple[Finding, ...], before: tuple[Finding, ...]) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The findings that the previous draft had not, and those that are gone."""
    old, new = {f.fingerprint for f in before}, {f.fingerprint for f in now}
    return tuple(f for f in now if f.fingerprint not in old), tuple(f for f in before if f.fingerprint not in new)


def _rendered(reviewed: list[Reviewed], args: argparse.Namespace) -> str:
    """The text of the report; each writer is loaded only where it is asked for."""
    suffix = Path(args.output).suffix.lower() if args.output else ""
    format = args.format or _SUFFIXES.get(suffix, "text")
    if format == "sarif":
        from planparse import __version__
        from planparse.checks import rules
        from planparse.writers.findings_sarif import to_sarif

        return to_sarif(reviewed, rules(), __version__)
    if format == "json":
        from planparse.writers.findings_json import to_json

        return to_json(reviewed)
    if format == "github":
        from planparse.writers.findings_github import to_github

        return to_github(reviewed)
    if format == "markdown":
        from planparse.writers.findings_markdown import to_markdown

        return to_markdown(reviewed)
    from planparse.writers.findings_text import to_concise, to_text

    return to_concise(reviewed) if format == "concise" else to_text(reviewed, colour=_colour(args))


def _suppressed(reviewed: list[Reviewed], suppressions: tuple[Suppression, ...]) -> list[Reviewed]:
    """Without the findings that may stand; says how many there were, and which suppressions are no longer needed."""
    from dataclasses import replace

    from planparse.checks.suppression import suppress

    out, idle = [], set(suppressions)
    for one in reviewed:
        left, unused = suppress(one.findings, suppressions)
        say(f"{one.file}: {len(one.findings) - len(left)} suppressed")
        idle &= set(unused)
        out.append(replace(one, findings=left))
    for suppression in suppressions:
        if suppression in idle:
            keys = (suppression.rule, suppression.record, suppression.fingerprint)
            say(f"suppression of {' '.join(k for k in keys if k)} covers nothing; take it out")
    return out


def _say_statistics(reviewed: list[Reviewed]) -> None:
    from planparse.checks import rules
    from planparse.writers.findings_view import statistics

    for hits, rule in statistics(reviewed, rules()):
        say(f"{hits:5}  {rule.code}  {rule.severity:<7}  {rule.name}")


def _verdict(reviewed: list[Reviewed], fail_on: str) -> int:
    from planparse.model.finding import SEVERITIES, at_least

    return max((1 for r in reviewed for s in SEVERITIES if s == fail_on and at_least(r.findings, s)), default=0)


def _colour(args: argparse.Namespace) -> bool:
    import os
    import sys

    if args.color != "auto":
        return bool(args.color == "always")
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return not args.output and not plain and sys.stdout is not None and sys.stdout.isatty()
