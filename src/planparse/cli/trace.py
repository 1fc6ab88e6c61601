"""``planparse trace``: where everything stands in the source, what was mended, and what was not used."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from planparse.cli.options import Reading, add_reading, reading
from planparse.cli.talk import emit, say
from planparse.cli.target import keep_input

if TYPE_CHECKING:
    from planparse.pipeline import Extraction

NAME = "trace"
HELP = "show where each record stands in the source, what was mended and what was not used"

EXAMPLES = """examples:
  planparse trace draft.pdf                      the receipt, what was mended, and the records that are not clean
  planparse trace draft.pdf ABC017               page, box, table and row of each field; both halves of a torn row
  planparse trace draft.docx --unused            what did not become a record, with its place and text
  planparse trace draft.pdf --overlay pages/     the pages as pictures, with all of it drawn on them
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = EXAMPLES
    add = parser.add_argument
    add("file", metavar="FILE", help="a document; - reads standard input")
    add("record", metavar="RECORD", nargs="?", help="an id or a code: ABC017, ABC05-d, ABC014-2")
    add("--format", choices=("text", "json"), default="text", help="default text")
    add("-o", "--output", metavar="FILE", help="write here instead of standard output")
    add("--unused", action="store_true", help="list the source's texts that did not become a record, label or header")
    add("--overlay", metavar="DIR", type=Path, help="PDF: draw tables, cells, seams, repairs and ids over its pages")
    add(
        "--warnings-ok",
        action="store_true",
        help="exit with 0 also where text of the source may be lost or is in doubt",
    )
    add_reading(parser)


def run(args: argparse.Namespace) -> int:
    """Reads one document and writes its trace. Raises a ``PlanparseError``."""
    from planparse.cli.report import warnings
    from planparse.errors import UsageError
    from planparse.pipeline import load

    if args.unused and args.record:
        raise UsageError("--unused speaks of the whole document: leave the record out")
    if args.output and args.output != "-":
        keep_input(args.file, Path(args.output))
    how = reading(args)
    data, called = load(args.file, None, how.limits)
    found = how.extract(data, called)
    if args.overlay:
        _draw(data, called, found, args.overlay, how)
    if not args.overlay or args.record or args.unused or args.output:
        text = _json(found, args) if args.format == "json" else _text(found, args)
        emit(text, args.output)
    return 3 if warnings(found.trace) and not args.warnings_ok else 0


def _text(found: Extraction, args: argparse.Namespace) -> str:
    from planparse.cli.report import receipt, summary
    from planparse.writers.trace_text import find_record, record_text, summary_text, unused_text

    if args.record:
        return record_text(found.plan, found.trace, find_record(found.plan, args.record))
    if args.unused:
        return unused_text(found.trace)
    return summary_text(found.plan, found.trace, (summary(found.plan, found.trace), receipt(found.trace)))


def _json(found: Extraction, args: argparse.Namespace) -> str:
    from planparse.writers.trace_json import trace_json
    from planparse.writers.trace_slice import of_record, of_unused
    from planparse.writers.trace_text import find_record

    if args.record:
        record = find_record(found.plan, args.record)
        plan, trace = of_record(found.plan, found.trace, record)
        return trace_json(trace, plan)
    if args.unused:
        return trace_json(of_unused(found.trace), found.plan.empty())
    return trace_json(found.trace, found.plan)


def _draw(data: bytes, called: str, found: Extraction, folder: Path, how: Reading) -> None:
    from planparse.errors import UsageError
    from planparse.writers.files import write_file
    from planparse.writers.overlay import draw_pages

    if found.trace.format != "pdf":
        raise UsageError(f"{called}: --overlay draws on the pages of a PDF; save the {found.trace.format} file as PDF")
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder}: is a file; give a folder for the pages")
    pages = 0
    for name, image in draw_pages(data, found.plan, found.trace):
        write_file(folder / name, image)
        pages += 1
    say(f"{folder}: {pages} page{'s' * (pages != 1)} drawn")
