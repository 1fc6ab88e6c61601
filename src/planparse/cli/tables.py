"""``planparse tables``: the grids of a document."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from planparse.cli.options import add_reading, reading
from planparse.cli.talk import emit, say, text_columns
from planparse.cli.target import keep_input

if TYPE_CHECKING:
    from planparse.model.document import Document

NAME = "tables"
HELP = "show the tables of a document, as read or as repaired"

FORMATS = ("text", "json", "csv", "html")
_SUFFIXES = {".txt": "text", ".json": "json", ".csv": "csv", ".html": "html", ".htm": "html"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("file", metavar="FILE", help="a document; - reads standard input")
    add("--raw", action="store_true", help="as the reader sees them, before rows and fragments are mended")
    add("--format", choices=FORMATS, help="default: by the suffix of -o, else text")
    add("-o", "--output", metavar="FILE", help="write here instead of standard output")
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
    add("-q", "--quiet", action="store_true", help="no warnings on standard error")
    add_reading(parser)


def run(args: argparse.Namespace) -> int:
    """Reads one document and writes its grids. Raises a ``PlanparseError``."""
    from planparse.cli.report import capped, note_lines

    suffix = Path(args.output).suffix.lower() if args.output else ""
    format = args.format or _SUFFIXES.get(suffix, "text")
    if args.output and args.output != "-":
        keep_input(args.file, Path(args.output))
    how = reading(args)
    document = how.load(args.file)
    if not args.raw:
        from planparse.pipeline import repair_document

        document = repair_document(document, how.vocabulary)
    emit(_rendered(document, format, args.spreadsheet_safe), args.output)
    lost = note_lines(document.notes, "warning")
    if not args.quiet:
        for line in capped(lost, "warning"):
            say(line)
    return 3 if lost and not args.warnings_ok else 0


def _rendered(document: Document, format: str, spreadsheet_safe: bool) -> str:
    from planparse.writers.tables import tables_csv, tables_html, tables_json, tables_text

    if format == "json":
        return tables_json(document)
    if format == "csv":
        return tables_csv(document, spreadsheet_safe=spreadsheet_safe)
    if format == "html":
        return tables_html(document)
    return tables_text(document, text_columns())
