"""What a batch leaves behind: a folder a plan, an index, the failures, and the tables of all plans in one set."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from planparse.batch.ledger import Entry
from planparse.batch.task import COUNTS
from planparse.errors import OutputFailed
from planparse.model.tables import TABLES
from planparse.writers.files import write_files
from planparse.writers.plan_csv import csv_text

PLANS = "plans"
INDEX = ("plan_id", "file", "sha256", "size", "format", "status", "code", *COUNTS, "message")
FAILURES = ("plan_id", "file", "sha256", "status", "code", "message")
_LOCK = ".planparse-lock"


@contextmanager
def locked(output: Path) -> Iterator[None]:
    """Holds the folder for this run. Raises ``OutputFailed`` where another run holds it or it cannot be made."""
    path = output / _LOCK
    try:
        output.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
    except FileExistsError as error:
        raise OutputFailed(f"{output}: is a file where a folder is needed") from error
    except OSError as error:
        raise OutputFailed(f"{output}: cannot be written: {error.strerror or error}") from error
    try:
        _lock(handle, output)
        yield
    finally:
        os.close(handle)  # which gives the lock back, as the end of the process would


def _lock(handle: int, output: Path) -> None:
    try:
        import fcntl
    except ImportError:  # Windows has no such lock
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise OutputFailed(f"{output}: locked by another run; wait for it, or give another folder") from error


def plan_folder(output: Path, plan_id: str) -> Path:
    return output / PLANS / plan_id


def write_summaries(output: Path, entries: Sequence[Entry], *, spreadsheet_safe: bool = False) -> None:
    """Writes ``index.csv``, ``failures.csv`` and the combined tables. Raises ``OutputFailed``."""
    failures = [e for e in entries if not e.has_plan]
    tables: dict[str, str | bytes | Iterable[bytes]] = {
        f"{table.name}.csv": _combined(output, f"{table.name}.csv", table.header, entries) for table in TABLES
    }
    tables["failures.csv"] = csv_text(FAILURES, map(_failure, failures), spreadsheet_safe=spreadsheet_safe)
    tables["index.csv"] = csv_text(INDEX, map(_index, entries), spreadsheet_safe=spreadsheet_safe)
    write_files(output, tables)


def _index(entry: Entry) -> list[str | int]:
    counts = [entry.counts.get(name, 0) for name in COUNTS]
    head: list[str | int] = [entry.plan_id, entry.file, entry.sha256, entry.size, entry.format, entry.status]
    return [*head, entry.code, *counts, entry.message]


def _failure(entry: Entry) -> list[str | int]:
    return [entry.plan_id, entry.file, entry.sha256, entry.status, entry.code, entry.message]


def _combined(output: Path, name: str, header: Sequence[str], entries: Sequence[Entry]) -> Iterator[bytes]:
    """One table of all plans, plan by plan, so that an archive of any size takes no memory."""
    yield csv_text(("plan_id", *header), ()).encode()
    csv.field_size_limit(1 << 30)
    for entry in entries:
        if not entry.has_plan:
            continue
        text = (plan_folder(output, entry.plan_id) / name).read_bytes().decode("utf-8", "surrogatepass")
        rows = csv.reader(io.StringIO(text, newline=""), strict=True)
        next(rows)
        out = io.StringIO(newline="")
        csv.writer(out, lineterminator="\r\n").writerows([entry.plan_id, *row] for row in rows)
        yield out.getvalue().encode("utf-8", "surrogatepass")
