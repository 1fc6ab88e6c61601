"""The recipe: read, repair, interpret, and keep the trace beside it.

A room is imported where it is used: two plans that were read before are compared without the readers.
"""

from __future__ import annotations

import gc
import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import starmap
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from planparse.errors import InputRefused, LimitExceeded, PlanparseError, UsageError
from planparse.model.document import Document, units
from planparse.model.options import Limits, PdfEngine, ReadOptions, Revisions
from planparse.model.plan import Plan
from planparse.model.provenance import Place
from planparse.model.shelf import Shelf
from planparse.model.trace import ColumnSource, Repair, SourceUnit, Trace, UnitClass, Units, Use

if TYPE_CHECKING:
    from planparse.interpret import Interpretation

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
    ocr: bool = False,
) -> Extraction:
    """Reads a plan with its trace.

    ``source`` is a path, ``"-"`` for standard input, bytes or a binary file object; ``name``
    says what it is called where it has no path; ``ocr`` reads the pages of a PDF that are pictures too, where the extra
    of that name is installed. Raises a ``PlanparseError``; its message
    begins with the name of the file.
    """
    limits = limits or Limits()
    data, called = load(source, name, limits)
    held = [data]
    del data
    options = ReadOptions(revisions, pdf_engine, limits, ocr)
    return extract_bytes(held.pop, called, options, format=format, vocabulary=vocabulary)


def extract_bytes(
    take: Callable[[], bytes],
    called: str,
    options: ReadOptions,
    *,
    format: str | None = None,
    vocabulary: tuple[Path, ...] = (),
) -> Extraction:
    """As ``extract``. ``take`` gives the bytes away, so that nobody holds them when they have been read."""
    from planparse.interpret import interpret, load_vocabulary
    from planparse.readers import read_document
    from planparse.repair import repair

    words = load_vocabulary(vocabulary)
    with _working_on(called):
        document = read_document(take(), called, options, format)
        repaired, repairs = repair(document, words.placeholders)
        found = interpret(repaired, words)
        return Extraction(found.plan, _trace(document, repaired, repairs, found), document, repaired)


def read(
    source: Source,
    *,
    name: str | None = None,
    format: str | None = None,
    revisions: Revisions = "final",
    pdf_engine: PdfEngine = "pdfium",
    limits: Limits | None = None,
    vocabulary: tuple[Path, ...] = (),
    ocr: bool = False,
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
        ocr=ocr,
    ).plan


def load_document(
    source: Source, *, name: str | None = None, options: ReadOptions, format: str | None = None
) -> Document:
    """The document as its reader sees it, before any repair."""
    from planparse.readers import read_document

    data, called = load(source, name, options.limits)
    with _working_on(called):
        return read_document(data, called, options, format)


def repair_document(document: Document, vocabulary: tuple[Path, ...] = ()) -> Document:
    """The document after all repair passes."""
    from planparse.interpret import load_vocabulary
    from planparse.repair import repair

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
        raise InputRefused(f"{path}: is a folder: give a file, or planparse batch for all files in it") from error
    except OSError as error:
        words = error.strerror or error
        raise InputRefused(f"{path}: cannot be read: {words}: check its permissions or copy it elsewhere") from error


@contextmanager
def _working_on(called: str) -> Iterator[None]:
    """Puts the name of the file in front of what stopped the work on it, and pauses the collector.

    Nearly all that is made on the way lives on and none of it is garbage in cycles: looking through it again and
    again takes a tenth of the time of a PDF and half of that of a page of HTML.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    except PlanparseError as error:
        raise type(error)(f"{called}: {error}") from error
    finally:
        if was_on:
            gc.enable()


def _trace(document: Document, repaired: Document, repairs: Shelf[Repair], found: Interpretation) -> Trace:
    """Accounts for every unit that the reader met."""
    aside_uses: dict[int, Use] = {}
    for aside in repaired.asides:
        kind = {"furniture": "furniture", "repeated_header": "header"}.get(aside.kind, "hidden")
        for place in aside.places:
            aside_uses.setdefault(place.unit, Use(kind, aside.reason))  # type: ignore[arg-type]

    def kind_of(place: Place, text: str) -> UnitClass:
        aside = aside_uses.get(place.unit)
        kind = found.uses.kind(place.unit) or (aside.kind if aside is not None else None)
        if kind is None or kind == "unused":
            return "unused" if text.strip() else "blank"
        return kind

    def accounted(place: Place, text: str) -> SourceUnit:
        use, kind = found.uses.get(place.unit) or aside_uses.get(place.unit), kind_of(place, text)
        if use is None or use.kind != kind:
            use = Use(kind, use.detail if use else "")
        return SourceUnit(place, text, use)

    columns = (
        ColumnSource(c.places[0].table if c.places else None, c.index, c.role, c.label, c.period, c.why, c.places)
        for c in found.columns
    )
    repairs.extend(found.repairs)
    return Trace(
        format=document.format,
        units=Units(lambda: starmap(accounted, units(document)), lambda: starmap(kind_of, units(document))),
        sources=found.sources,
        columns=Shelf(columns, size=64).close(),
        repairs=repairs,
        remarks=found.remarks,
        notes=repaired.notes,
    )
