"""``planparse diff``: what changed between two drafts."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from planparse.cli.options import Reading, add_reading, reading
from planparse.cli.talk import emit, say

if TYPE_CHECKING:
    from planparse.model.change import Level, PlanDiff
    from planparse.model.plan import Plan
    from planparse.model.trace import Trace
    from planparse.writers.diff_view import Places

NAME = "diff"
HELP = "what changed between two drafts"

EXAMPLES = """examples:
  planparse diff draft-1.docx draft-2.pdf             read as text, one objective after the other
  planparse diff draft.docx                           the original against its tracked changes
  planparse diff old.json new.json -o changes.html    a page with filters; the format follows the suffix
  planparse diff old.pdf new.pdf --only target        only targets that changed, were set or withdrawn
  planparse diff old.pdf new.pdf --pair AB009=ABC009  say which record is which

exit code: 0 no change at that level, 1 changes; --exit-zero makes it 0
"""

FORMATS = ("text", "json", "csv", "markdown", "html")
_SUFFIXES = {
    "txt": "text",
    "json": "json",
    "csv": "csv",
    "md": "markdown",
    "markdown": "markdown",
    "html": "html",
    "htm": "html",
}
_ALL_LEVELS = ("json", "html")
"""Formats that hold cosmetic changes as well unless --level says otherwise."""

Side = tuple["Plan", "Trace | None"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = EXAMPLES
    add = parser.add_argument
    add("previous", metavar="PREVIOUS", help="a document, a plan.json, or - for standard input")
    add(
        "current",
        metavar="CURRENT",
        nargs="?",
        help="the same; without it PREVIOUS is a Word file with tracked changes",
    )
    add("--format", choices=FORMATS, help="default: by the suffix of -o, else text")
    add("-o", "--output", metavar="FILE", help="write here instead of standard output")
    add(
        "--level",
        choices=("substantive", "editorial", "cosmetic"),
        help="weakest changes to tell and to count for the exit code (default editorial; json and html hold all)",
    )
    add(
        "--only",
        metavar="KIND,...",
        help="only these kinds: added, target_changed, moved ...; target means all of targets",
    )
    add("--objective", metavar="CODE", action="append", default=[], help="only this objective; may be repeated")
    add("--pair", metavar="PREV=CUR", action="append", default=[], help="these two are the same record; PREV= has none")
    add("--pairs", metavar="FILE", help="such pairs, one a line, with = or a comma; # begins a remark")
    add(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        help="default auto: on a terminal, unless NO_COLOR",
    )
    add(
        "--spreadsheet-safe",
        action="store_true",
        help="CSV for Excel: a byte order mark, and an apostrophe in front of texts that a spreadsheet would run",
    )
    add("--exit-zero", action="store_true", help="exit with 0 also where there are changes")
    add("--warnings-ok", action="store_true", help="exit with 0 also where text of a source is in doubt")
    add("-q", "--quiet", action="store_true", help="no warnings on standard error")
    add_reading(parser)


def run(args: argparse.Namespace) -> int:
    """Compares, writes, and gives the exit code. Raises a ``PlanparseError``."""
    from planparse.diff import diff
    from planparse.diff.select import parse_kinds, select

    output = _format(args)
    _keep_inputs(args)
    kinds = parse_kinds(args.only) if args.only else ()
    pairs = [*_pairs_of(args.pair), *_pairs_in(args.pairs)]
    (previous, old_trace), (current, new_trace) = _sides(args)
    whole = diff(previous, current, pairs=pairs)
    counts: Level = args.level or "editorial"
    tells: Level = args.level or ("cosmetic" if output in _ALL_LEVELS else "editorial")
    shown = select(whole, level=tells, kinds=kinds, objectives=args.objective)
    counted = select(whole, level=counts, kinds=kinds, objectives=args.objective)
    emit(_rendered(shown, output, args, _places(old_trace, new_trace)), args.output)
    doubts = _say_doubts(args, old_trace, new_trace)
    if counted.changes:
        return 0 if args.exit_zero else 1
    return 3 if doubts and not args.warnings_ok else 0


def _format(args: argparse.Namespace) -> str:
    if args.format:
        return str(args.format)
    suffix = args.output.rpartition(".")[2].lower() if args.output else ""
    return _SUFFIXES.get(suffix, "text")


def _keep_inputs(args: argparse.Namespace) -> None:
    from pathlib import Path

    from planparse.cli.target import keep_input

    for source in (args.previous, args.current):
        if source and args.output and args.output != "-":
            keep_input(source, Path(args.output))


def _sides(args: argparse.Namespace) -> tuple[Side, Side]:
    from planparse.errors import UsageError

    how = reading(args)
    if args.current is None:
        return _tracked(args.previous, how)
    if args.previous == args.current == "-":
        raise UsageError("only one side can be standard input; give the other as a file")
    return _side(args.previous, how), _side(args.current, how)


def _side(source: str, how: Reading) -> Side:
    """A plan.json has no trace; any other input is read as a document."""
    from planparse.errors import InputRefused
    from planparse.model.plan import Plan
    from planparse.pipeline import load

    data, called = load(source, None, how.limits)
    if how.format is None and data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        try:
            return Plan.from_json(data.removeprefix(b"\xef\xbb\xbf")), None
        except InputRefused as error:
            raise InputRefused(f"{called}: {error}") from error
    extraction = how.extract(data, called)
    return extraction.plan, extraction.trace


def _tracked(source: str, how: Reading) -> tuple[Side, Side]:
    """Both sides of one Word file: before its tracked changes, and with them."""
    from dataclasses import replace

    from planparse.errors import UsageError
    from planparse.pipeline import load

    data, called = load(source, None, how.limits)
    final = replace(how, revisions="final").extract(data, called)
    if final.trace.format != "docx":
        raise UsageError(
            f"{called}: one file alone has to be a Word file with tracked changes; give the other draft too"
        )
    original = replace(how, revisions="original").extract(data, called)
    return (original.plan, original.trace), (final.plan, final.trace)


def _pairs_of(lines: list[str]) -> list[tuple[str, str]]:
    from planparse.errors import UsageError

    out = []
    for line in lines:
        before, sign, after = line.partition("=")
        if not sign:
            before, sign, after = line.partition(",")
        if not sign:
            raise UsageError(f"pair {line}: give PREVIOUS=CURRENT, ids or codes")
        out.append((before.strip(), after.strip()))
    return out


def _pairs_in(path: str | None) -> list[tuple[str, str]]:
    from pathlib import Path

    from planparse.errors import UsageError

    if path is None:
        return []
    try:
        text = Path(path).read_text("utf-8-sig")
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: not UTF-8 text; save the pairs as UTF-8") from error
    lines = [line.partition("#")[0].strip() for line in text.splitlines()]
    return _pairs_of([line for line in lines if line])


def _places(previous: Trace | None, current: Trace | None) -> Places:
    from planparse.writers.diff_view import Places

    return Places(_places_of(previous), _places_of(current))


def _places_of(trace: Trace | None) -> dict[str, str]:
    """Page, table and row of each record, by id: of its first field in the source."""
    from dataclasses import replace

    from planparse.model.provenance import describe

    out: dict[str, str] = {}
    for source in trace.sources if trace else ():
        if source.places:
            record = _statement(source.record, source.field) or source.record
            out.setdefault(record, describe(replace(source.places[0], column=None)))
    return out


def _statement(record: str, field: str) -> str | None:
    """The id of a bullet: ``key_developments/0`` of ABC01 is ``ABC01-key-development-1``."""
    name, _, number = field.partition("/")
    if name not in ("key_developments", "emerging_issues") or not number.isdigit():
        return None
    return f"{record}-{name[:-1].replace('_', '-')}-{int(number) + 1}"


def _rendered(diff: PlanDiff, output: str, args: argparse.Namespace, places: Places) -> str:
    """The text of the output; each writer is loaded only where it is asked for."""
    if output == "json":
        from planparse.writers.diff_json import to_json

        return to_json(diff)
    if output == "csv":
        from planparse.writers.diff_csv import to_csv

        return to_csv(diff, places=places, spreadsheet_safe=args.spreadsheet_safe)
    if output == "markdown":
        from planparse.writers.diff_markdown import to_markdown

        return to_markdown(diff, places=places)
    if output == "html":
        from planparse.writers.diff_html import to_html

        return to_html(diff, places=places)
    from planparse.writers.diff_text import to_text

    return to_text(diff, places=places, colour=_colour(args))


def _colour(args: argparse.Namespace) -> bool:
    import os
    import sys

    if args.color != "auto":
        return bool(args.color == "always")
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return not args.output and not plain and sys.stdout.isatty()


def _say_doubts(args: argparse.Namespace, *traces: Trace | None) -> bool:
    """Warnings of the readers on standard error; whether there were any."""
    from planparse.cli.report import capped, warnings

    found = False
    for name, trace in zip((args.previous, args.current or args.previous), traces, strict=True):
        lines = warnings(trace) if trace else []
        found = found or bool(lines)
        if not args.quiet:
            for line in capped(lines, "warning"):
                say(f"{name}: {line}")
    return found
