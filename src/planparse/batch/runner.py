"""A batch: each file through a worker, its plan written, what became of it written down."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from planparse.batch.discovery import Item
from planparse.batch.ledger import Entry, Ledger, way_of
from planparse.batch.outputs import locked, plan_folder, write_summaries
from planparse.batch.task import How, Result, Task, failed
from planparse.errors import OutputFailed, PlanparseError
from planparse.pipeline import load
from planparse.writers.files import write_files


class Performer(Protocol):
    """What does the work on one file at a time: a ``Worker``, or a place on a cluster."""

    def perform(self, task: Task) -> Result: ...

    def close(self) -> None: ...


Engine = Callable[[], Performer]
"""Gives each thread of a batch its performer."""
_PATIENCE = 10
"""Seconds that a run which is stopped gives to plans that are being written."""
Done = Callable[[Entry, bool], None]
"""Told of each file, and whether it was finished before. Called by one thread at a time."""


def run_batch(
    items: Sequence[Item], how: How, output: Path, *, engine: Engine, jobs: int, done: Done, again: bool = False
) -> list[Entry]:
    """Reads the files and writes all that ``outputs`` describes. Gives what became of each, in the order of ``items``.

    A file that fails costs that file. Raises ``OutputFailed`` where the folder is locked or cannot be written.
    Whatever stops it, what was finished is kept, and the next run goes on from there.
    """
    with locked(output):
        ledger = Ledger(output, forget=again)
        try:
            entries = _Run(items, how, output, ledger, done).run(engine, jobs)
        finally:
            ledger.close()
        write_summaries(output, entries, spreadsheet_safe=how.spreadsheet_safe)
    return entries


@dataclass(slots=True)
class _Run:
    items: Sequence[Item]
    how: How
    output: Path
    ledger: Ledger
    done: Done
    way: str = ""
    found: dict[str, Entry] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)
    stopped: threading.Event = field(default_factory=threading.Event)
    failure: BaseException | None = None

    def run(self, engine: Engine, jobs: int) -> list[Entry]:
        """One thread a job: it waits for its worker while the worker works."""
        self.way = way_of(self.how)
        waiting = iter(self.items)
        performers = [engine() for _ in range(max(1, min(jobs, len(self.items))))]
        ended = [threading.Event() for _ in performers]  # a join that Ctrl-C interrupts takes the thread for ended
        try:
            for performer, event in zip(performers, ended, strict=True):
                threading.Thread(target=self._work, args=(performer, waiting, event), daemon=True).start()
            for event in ended:
                while not event.wait(0.1):  # a wait without end would not hear Ctrl-C
                    pass
        finally:
            self.stopped.set()
            for performer in performers:
                performer.close()
            until = time.monotonic() + _PATIENCE
            for event in ended:
                event.wait(max(until - time.monotonic(), 0))  # it may be writing a plan that was finished
        if self.failure is not None:
            raise self.failure
        return [self.found[item.plan_id] for item in self.items]

    def _work(self, performer: Performer, waiting: Iterator[Item], ended: threading.Event) -> None:
        try:
            while not self.stopped.is_set():
                with self.lock:
                    item = next(waiting, None)
                if item is None:
                    return
                self._one(item, performer)
        except BaseException as error:
            self.failure = self.failure or error
            self.stopped.set()
        finally:
            ended.set()

    def _one(self, item: Item, performer: Performer) -> None:
        name = str(item.path)
        try:
            data, _ = load(item.path, None, self.how.limits)
        except PlanparseError as error:
            self._finish(item, b"", failed(error))
            return
        digest = sha256(data).hexdigest()
        before = self.ledger.finished(item.plan_id, digest, self.way)
        if before is not None and (not before.has_plan or self._is_written(item)):
            self._tell(replace(before, file=name), True)
            return
        result = performer.perform(Task(name, data, self.how))
        if not self.stopped.is_set():
            self._finish(item, data, result)

    def _is_written(self, item: Item) -> bool:
        return (plan_folder(self.output, item.plan_id) / "plan.json").is_file()

    def _finish(self, item: Item, data: bytes, result: Result) -> None:
        """The plan first and the ledger after it: a run that dies between them reads the file again."""
        if result.files:
            try:
                write_files(plan_folder(self.output, item.plan_id), result.files)
            except OutputFailed as error:
                result = failed(error)
        name = str(item.path)
        entry = Entry(
            plan_id=item.plan_id,
            file=name,
            sha256=sha256(data).hexdigest() if data else "",
            size=len(data),
            way=self.way,
            code=result.code,
            message=result.message.removeprefix(f"{name}: "),
            format=result.format,
            counts=result.counts,
        )
        self._tell(entry, False)

    def _tell(self, entry: Entry, finished_before: bool) -> None:
        with self.lock:
            if not finished_before:
                self.ledger.add(entry)
            self.found[entry.plan_id] = entry
            self.done(entry, finished_before)
