"""``planparse extract``: one plan, or several, out of the files in which they were published."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from planparse.cli.options import Reading, add_reading, reading
from planparse.cli.talk import emit, say, text_columns
from planparse.cli.target import FILES, FORMATS, Target, choose_target, keep_input, safe_name
from planparse.cli.watch import watched

if TYPE_CHECKING:
    from planparse.pipeline import Extraction

NAME = "extract"
HELP = "read a plan and write it as JSON, CSV tables or text"

EXAMPLES = """examples:
  planparse extract draft.pdf                        plan.json on standard output
  planparse extract draft.docx -o out/               plan.json and the CSV tables
  planparse extract draft.html --format text         to read in the terminal
  planparse extract *.pdf -o plans/                  a folder for each file
  planparse extract draft.pdf -o plan.json --trace trace.json
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = EXAMPLES
    add = parser.add_argument
    add(
        "files",
        nargs="+",
        metavar="FILE",
        help="a PDF, Word, HTML, Excel, CSV, Markdown or text file; - reads standard input",
    )
    add(
        "-o",
        "--output",
        metavar="DIR or FILE",
        help="a folder gets plan.json and the CSV tables; a file's suffix says its format",
    )
    add("--format", choices=FORMATS, help="default json; lines is one record a line, text is to read")
    add(
        "--trace", metavar="FILE", help="write where every record stands in the source, and what was mended or not used"
    )
    add(
        "--warnings-ok",
        action="store_true",
        help="exit with 0 also where text of the source may be lost or is in doubt",
    )
    add(
        "--spreadsheet-safe",
        action="store_true",
        help="CSV: an apostrophe in front of texts that a spreadsheet would run",
    )
    add("-q", "--quiet", action="store_true", help="no summary and no warnings on standard error")
    add_reading(parser)


def run(args: argparse.Namespace) -> int:
    """Reads and writes each file. Raises a ``PlanparseError``.

    Of several files, one that fails is reported and the next one is read; the exit code is that of the worst.
    """
    from planparse.cli.outcome import report, worst
    from planparse.errors import PlanparseError

    target = choose_target(args.output, args.format, len(args.files))
    how = reading(args)
    if len(args.files) == 1:
        _check_trace(args.trace, target)
        return _extract(args.files[0], target, args.trace, how, args)
    assert target.path is not None
    codes, taken = [], set[str]()
    for source in args.files:
        name = safe_name(source, taken)
        own = Target(target.path / name, True, target.format)
        trace = str(Path(args.trace) / f"{name}.trace.json") if args.trace else None
        try:
            one = partial(_extract, source, own, trace, how, args, f"{source}: ")
            codes.append(watched(one, how.limits, debug=args.debug))
        except (PlanparseError, MemoryError, RecursionError) as error:
            codes.append(report(error, debug=args.debug))
    return worst(codes)


def _check_trace(trace: str | None, target: Target) -> None:
    from planparse.errors import UsageError

    if trace == "-" and target.path is None:
        raise UsageError("--trace -: standard output holds the plan; give -o FILE for the plan or a file for the trace")


def _extract(
    source: str, target: Target, trace: str | None, how: Reading, args: argparse.Namespace, prefix: str = ""
) -> int:
    from planparse.cli.report import capped, doubts, receipt, summary, warnings

    _keep_inputs(source, target, trace)
    found = how.extract(source)
    _write(found, target, args.spreadsheet_safe)
    if trace:
        from planparse.writers.trace_json import trace_json_lines

        emit(trace_json_lines(found.trace, found.plan), trace)
    lost = warnings(found.trace)
    if not args.quiet:
        lines = [summary(found.plan, found.trace), receipt(found.trace)]
        lines += [*capped(lost, "warning"), *capped(doubts(found.trace), "doubt")]
        for line in lines:
            say(prefix + line)
    return 3 if lost and not args.warnings_ok else 0


def _keep_inputs(source: str, target: Target, trace: str | None) -> None:
    if target.path is not None and not target.is_folder:
        keep_input(source, target.path)
    if target.path is not None and target.is_folder:
        for name in _names(target.format):
            keep_input(source, target.path / name)
    if trace and trace != "-":
        keep_input(source, Path(trace))


def _names(format: str | None) -> list[str]:
    from planparse.model.tables import TABLES

    tables = [f"{table.name}.csv" for table in TABLES] if format in (None, "csv") else []
    return [*tables, *([FILES[format or "json"]] if format != "csv" else [])]


def _write(found: Extraction, target: Target, spreadsheet_safe: bool) -> None:
    if not target.is_folder:
        assert target.format is not None
        emit(_WRITERS[target.format](found), target.path)
        return
    from planparse.writers.files import Content, write_files
    from planparse.writers.plan_csv import plan_csv_lines

    assert target.path is not None
    files: dict[str, Content] = {}
    if target.format in (None, "csv"):
        files |= plan_csv_lines(found.plan, spreadsheet_safe=spreadsheet_safe)
    if target.format != "csv":
        format = target.format or "json"
        files[FILES[format]] = _WRITERS[format](found)
    write_files(target.path, files)


def _json(found: Extraction) -> Iterable[str]:
    from planparse.writers.plan_json import plan_json_pieces

    return plan_json_pieces(found.plan)


def _lines(found: Extraction) -> Iterable[str]:
    from planparse.writers.plan_lines import lines_of

    return lines_of(found.plan)


def _text(found: Extraction) -> str:
    from planparse.writers.plan_text import plan_text

    return plan_text(found.plan, text_columns())


_WRITERS: dict[str, Callable[[Extraction], str | Iterable[str]]] = {"json": _json, "lines": _lines, "text": _text}
