"""The options that say how a document is read; every command that reads documents has them."""

from __future__ import annotations

import argparse
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

from planparse.model.options import Limits, PdfEngine, ReadOptions, Revisions

if TYPE_CHECKING:
    from planparse.model.document import Document
    from planparse.pipeline import Extraction, Source

INPUT_FORMATS = ("text", "markdown", "csv", "html", "docx", "xlsx", "pdf", "office")
_LIMITS = {
    "max_bytes": "size of the file in bytes",
    "max_pages": "pages of a PDF",
    "max_cells": "cells and slots of one document",
    "max_span": "rows or columns that one cell may span; larger spans are capped",
    "max_nesting": "levels of nesting",
    "max_zip_members": "members of an Office file, which is an archive",
    "max_zip_bytes": "bytes that an Office file may expand to",
    "max_zip_ratio": "how many times its size an Office file may expand to",
    "max_marks": "letters, lines and pictures on one page of a PDF",
    "max_page_cells": "cells that the ruling lines of one page of a PDF may make",
    "max_codes": "codes that one range of a font of a PDF may cover",
    "max_stream_bytes": "bytes that one stream of a PDF may expand to",
    "max_seconds": "seconds for one document",
    "max_memory": "bytes of memory for one document",
}
_FACTORS = {"k": 1_000, "m": 1_000_000, "g": 1_000_000_000}


@dataclass(frozen=True, slots=True)
class Reading:
    """How documents are read: the options of the command line over the settings file over the defaults."""

    format: str | None
    revisions: Revisions
    pdf_engine: PdfEngine
    limits: Limits
    vocabulary: tuple[Path, ...]
    ocr: bool = False

    def extract(self, source: Source, name: str | None = None) -> Extraction:
        """The plan of one document with its trace. Raises a ``PlanparseError``."""
        from planparse.cli.watch import reading_document
        from planparse.pipeline import extract_bytes, load

        options = ReadOptions(self.revisions, self.pdf_engine, self.limits, self.ocr)
        data, called = load(source, name, self.limits)
        held = [data]
        del data
        with reading_document(called, self.limits):
            return extract_bytes(held.pop, called, options, format=self.format, vocabulary=self.vocabulary)

    def load(self, source: Source, name: str | None = None) -> Document:
        """One document as its reader sees it. Raises a ``PlanparseError``."""
        from planparse.cli.watch import reading_document
        from planparse.pipeline import load, load_document

        options = ReadOptions(self.revisions, self.pdf_engine, self.limits, self.ocr)
        data, called = load(source, name, self.limits)
        with reading_document(called, self.limits):
            return load_document(data, name=called, options=options, format=self.format)


def add_reading(parser: argparse.ArgumentParser, *, revisions: bool = True) -> None:
    """Adds the options to a command's parser; ``reading`` makes a ``Reading`` of what was given."""
    how = parser.add_argument_group("how documents are read")
    how.add_argument(
        "--input-format",
        choices=INPUT_FORMATS,
        metavar="FORMAT",
        help=f"instead of detecting it: {', '.join(INPUT_FORMATS)}",
    )
    if revisions:
        how.add_argument(
            "--revisions",
            choices=("final", "original"),
            default="final",
            help="Word: tracked changes accepted (final, the default) or rejected",
        )
    how.add_argument(
        "--pdf-engine",
        choices=("pdfium", "pdfplumber"),
        default="pdfium",
        help="PDF: which library reads (default pdfium)",
    )
    how.add_argument(
        "--ocr",
        action="store_true",
        help="PDF: read pages that are pictures too, though others have text (needs planparse[ocr]); slow, and unsure",
    )
    add_vocabulary(how)
    caps = parser.add_argument_group("limits", "Going over one ends with exit code 5. Numbers may end in k, M or G.")
    for field in fields(Limits):
        words = _LIMITS.get(field.name, field.name.replace("_", " "))
        caps.add_argument(
            f"--{field.name.replace('_', '-')}",
            type=_count,
            metavar="N",
            help=f"{words} (default {field.default})",
        )


def add_vocabulary(parser: argparse._ActionsContainer) -> None:
    parser.add_argument(
        "--vocabulary",
        action="append",
        default=[],
        type=Path,
        metavar="FILE",
        help="wordings on top of the built-in ones, as planparse vocabulary prints them; may be repeated",
    )


def reading(args: argparse.Namespace) -> Reading:
    """What ``add_reading`` asked for, with the settings of the current folder. Raises ``UsageError``."""
    from planparse.cli.settings import load_settings

    settings = load_settings(Path())
    limits = replace(Limits(), **dict(settings.limits))
    given = {f.name: getattr(args, f.name) for f in fields(Limits) if getattr(args, f.name) is not None}
    return Reading(
        args.input_format,
        getattr(args, "revisions", "final"),
        args.pdf_engine,
        replace(limits, **given),
        (*settings.vocabulary, *args.vocabulary),
        _with_ocr(args.ocr),
    )


def _with_ocr(asked: bool) -> bool:
    if asked:
        from planparse.errors import UsageError
        from planparse.readers.pdf.engines.ocr import is_installed

        if not is_installed():
            raise UsageError("--ocr: no engine is installed; pip install 'planparse[ocr]'")
    return asked


def _count(text: str) -> int:
    factor = _FACTORS.get(text[-1:].lower(), 1)
    digits = text[:-1] if factor > 1 else text
    if not (digits.isascii() and digits.isdigit() and len(digits) < 16 and int(digits)):
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number above zero")
    return int(digits) * factor
