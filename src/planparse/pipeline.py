"""The recipe: read, repair, interpret, and keep the trace beside it."""

from __future__ import annotations

import os
import stat
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from planparse.errors import InputRefused, LimitExceeded, PlanparseError, UsageError
from planparse.interpret import Interpretation, interpret, load_vocabulary
from planparse.model.document import Document, units
from planparse.model.options import Limits, PdfEngine, ReadOptions, Revisions
from planparse.model.plan import Plan
from planparse.model.trace import ColumnSource, Repair, SourceUnit, Trace, Use
from planparse.readers import read_document
from planparse.repair import repair

Source = str | Path | bytes | BinaryIO


@dataclass(frozen=True, slots=True)
class Extraction:
    """A plan, its trace, and the document as it was read and as it was repaired."""

    plan: Plan
    trace: Trace
    document: Document
    repaired: Document


def extract(
    source: Source,
    *,
    name: str | None = None,
    format: str | None = None,
    revisions: Revisions = "final",
    pdf_engine: PdfEngine = "pdfium",
    limits: Limits | None = None,
    vocabulary: tuple[Path, ...] = (),
) -> Extraction:
    """Reads a plan with its trace.

    ``source`` is a path, ``"-"`` for standard input, bytes or a binary file object; ``name``
    says what it is called where it has no path. Raises a ``PlanparseError``; its message
    begins with the name of the file.
    """
    data, called = load(source, name, limits or Limits())
    options = ReadOptions(revisions, pdf_engine, limits or Limits())
    words = load_vocabulary(vocabulary)
    try:
        document = read_document(data, called, options, format)
        repaired, repairs = repair(document, words.placeholders)
        interpretation = interpret(repaired, words)
    except PlanparseError as error:
        raise type(error)(f"{called}: {error}") from error
    return Extraction(interpretation.plan, _trace(document, repaired, repairs, interpretation), document, repaired)


def read(
    source: Source,
    *,
    name: str | None = None,
    format: str | None = None,
    revisions: Revisions = "final",
    pdf_engine: PdfEngine = "pdfium",
    limits: Limits | None = None,
    vocabulary: tuple[Path, ...] = (),
) -> Plan:
    """Reads a plan. See ``extract`` for the arguments and for the trace."""
    return extract(
        source,
        name=name,
        format=format,
        revisions=revisions,
        pdf_engine=pdf_engine,
        limits=limits,
        vocabulary=vocabulary,
    ).plan


def load_document(
    source: Source, *, name: str | None = None, options: ReadOptions, format: str | None = None
) -> Document:
    """The document as its reader sees it, before any repair."""
    data, called = load(source, name, options.limits)
    try:
        return read_document(data, called, options, format)
    except PlanparseError as error:
        raise type(error)(f"{called}: {error}") from error


def repair_document(document: Document, vocabulary: tuple[Path, ...] = ()) -> Document:
    """The document after all repair passes."""
    return repair(document, load_vocabulary(vocabulary).placeholders)[0]


def load(source: Source, name: str | None, limits: Limits) -> tuple[bytes, str]:
    """The bytes of a source and what to call it in messages."""
    if isinstance(source, bytes):
        data, called = source, name or "<bytes>"
    elif isinstance(source, str | Path):
        if str(source) == "-":
            data, called = sys.stdin.buffer.read(limits.max_bytes + 1), name or "<stdin>"
        else:
            data, called = _load_path(Path(source), limits), name or str(source)
    else:
        data, called = source.read(limits.max_bytes + 1), name or str(getattr(source, "name", "<file>"))
    if len(data) > limits.max_bytes:
        raise LimitExceeded(f"{called}: larger than {limits.max_bytes} bytes; raise --max-bytes to read it")
    return data, called


def _load_path(path: Path, limits: Limits) -> bytes:
    """A pipe that a shell made (``/dev/fd/63``) is read; another one, or a device, may never end."""
    try:
        with open(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)), "rb") as file:
            kind = os.fstat(file.fileno()).st_mode
            if stat.S_ISDIR(kind):
                raise IsADirectoryError
            if not stat.S_ISREG(kind) and not path.is_relative_to("/dev/fd"):
                raise InputRefused(f"{path}: not a file but a pipe or a device: save it as a file, or give it as -")
            if hasattr(os, "set_blocking"):
                os.set_blocking(file.fileno(), True)
            return file.read(limits.max_bytes + 1)
    except FileNotFoundError as error:
        raise UsageError(f"{path}: no such file") from error
    except IsADirectoryError as error:
        raise UsageError(f"{path}: is a folder, not a file") from error
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror or error}") from error


def _trace(document: Document, repaired: Document, repairs: list[Repair], found: Interpretation) -> Trace:
    """Accounts for every unit that the reader met."""
    uses = dict(found.uses)
    for aside in (*document.asides, *repaired.asides):
        kind = {"furniture": "furniture", "repeated_header": "header"}.get(aside.kind, "hidden")
        for place in aside.places:
            uses.setdefault(place.unit, Use(kind, aside.reason))  # type: ignore[arg-type]
    accounted = []
    for place, text in units(document):
        blank = not text.strip()
        use = uses.get(place.unit)
        if use is None or (blank and use.kind == "unused"):
            use = Use("blank" if blank else "unused", use.detail if use else "")
        accounted.append(SourceUnit(place, text, use))
    accounted.sort(key=lambda u: u.place.unit)
    columns = tuple(
        ColumnSource(c.places[0].table if c.places else None, c.index, c.role, c.label, c.period, c.why, c.places)
        for c in found.columns
    )
    return Trace(
        format=document.format,
        units=tuple(accounted),
        sources=found.sources,
        columns=columns,
        repairs=(*repairs, *found.repairs),
        remarks=found.remarks,
        notes=(*document.notes, *(n for n in repaired.notes if n not in document.notes)),
    )
