"""``planparse batch``: a whole archive, each file in a process of its own."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from planparse.cli.options import add_reading, reading
from planparse.cli.talk import say

if TYPE_CHECKING:
    from planparse.batch.ledger import Entry
    from planparse.batch.runner import Done, Engine
    from planparse.batch.task import How

NAME = "batch"
HELP = "read many files, each under its own limits, and write them as one set"

EXAMPLES = """examples:
  planparse batch archive/ -o out/                    every plan below a folder
  planparse batch 'drafts/**/*.pdf' more.docx -o out/ a pattern and a file
  planparse batch --list files.txt -o out/ --jobs 4   a list, one path a line
  planparse batch archive/ -o out/ --engine dask --scheduler tcp://host:8786

A run that was stopped goes on when it is started again: files that are finished and have not changed are passed over.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = EXAMPLES
    add = parser.add_argument
    add("paths", nargs="*", metavar="PATH", help="a file, a folder (all depths), or a pattern in quotes")
    add("--list", action="append", default=[], metavar="FILE", help="a file with one path a line; - reads them")
    add(
        "-o",
        "--output",
        metavar="DIR",
        required=True,
        help="gets index.csv, failures.csv, the tables of all plans, and plans/ with a folder for each plan",
    )
    add("--jobs", type=_jobs, metavar="N", help="files read at a time (default: one for each processor)")
    add("--again", action="store_true", help="read finished files again")
    add("--engine", choices=("local", "dask"), default="local", help="where the work is done (default local)")
    add("--scheduler", metavar="ADDRESS", help="of a Dask cluster, such as tcp://host:8786")
    add("--trace", action="store_true", help="write trace.json for each plan")
    add("--spreadsheet-safe", action="store_true", help="an apostrophe in front of texts that a spreadsheet would run")
    add("--warnings-ok", action="store_true", help="exit with 0 also where text of a source may be lost or is in doubt")
    add("-q", "--quiet", action="store_true", help="only what failed, on standard error")
    add_reading(parser)


def run(args: argparse.Namespace) -> int:
    """Reads the files and writes the set. Raises a ``PlanparseError`` where the batch as a whole cannot go on."""
    from planparse.batch.discovery import discover
    from planparse.batch.runner import run_batch

    how = _how(args)
    output = Path(args.output)
    items = discover(args.paths, args.list, output)
    with _engine(args) as (engine, jobs), _progress(len(items), args.quiet) as done:
        try:
            entries = run_batch(items, how, output, engine=engine, jobs=jobs, done=done, again=args.again)
        except KeyboardInterrupt:
            say("what was finished is kept; the same command goes on from there")
            raise
    lost = [entry for entry in entries if not entry.has_plan]
    doubtful = [entry for entry in entries if entry.code == 3]
    if not args.quiet:
        say(
            f"{len(entries) - len(lost)} of {len(entries)} files read, {len(doubtful)} in doubt; see {output}/index.csv"
        )
    if lost:
        say(f"{len(lost)} of {len(entries)} files failed; see {output}/failures.csv")
        return 1
    return 3 if doubtful and not args.warnings_ok else 0


def _how(args: argparse.Namespace) -> How:
    from planparse.batch.task import How

    read = reading(args)
    return How(
        read.format,
        read.revisions,
        read.pdf_engine,
        read.limits,
        tuple(str(path.absolute()) for path in read.vocabulary),
        args.trace,
        args.spreadsheet_safe,
        read.ocr,
    )


@contextmanager
def _engine(args: argparse.Namespace) -> Iterator[tuple[Engine, int]]:
    from planparse.errors import UsageError

    if args.engine == "local":
        if args.scheduler:
            raise UsageError("--scheduler: only with --engine dask")
        from planparse.batch.worker import Worker

        yield Worker, args.jobs or _processors()
        return
    if not args.scheduler:
        raise UsageError("--engine dask: give --scheduler ADDRESS")
    from planparse.batch.dask_engine import Cluster

    cluster = Cluster(args.scheduler)
    try:
        yield cluster.performer, args.jobs or cluster.jobs()
    finally:
        cluster.close()


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def _progress(total: int, quiet: bool) -> Iterator[Done]:
    """A bar on a terminal, with a line for each file that failed; else a line for each file."""
    count = 0

    def line(entry: Entry, finished_before: bool) -> None:
        nonlocal count
        count += 1
        if entry.has_plan and quiet:
            return
        say(f"[{count}/{total}] {_told(entry, finished_before)}")

    if sys.stderr is None or not sys.stderr.isatty():
        yield line
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=total)
        yield _on(bar.console.print, lambda: bar.advance(task))


def _on(show: Callable[..., None], advance: Callable[[], None]) -> Done:
    from planparse.writers.terminal import visible

    def tell(entry: Entry, finished_before: bool) -> None:
        if not entry.has_plan:
            show(visible(_told(entry, finished_before)), markup=False, highlight=False, soft_wrap=True)
        advance()

    return tell


def _told(entry: Entry, finished_before: bool) -> str:
    if not entry.has_plan:
        return f"{entry.file}: {entry.status}: {entry.message}"
    counts = ", ".join(f"{entry.counts.get(name, 0)} {name}" for name in ("objectives", "indicators", "milestones"))
    words = f"{entry.file}: {'finished before' if finished_before else entry.status}: {counts}"
    return f"{words}; {entry.message}" if entry.message else words


def _jobs(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text) <= 1024):
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1 to 1024")
    return int(text)
