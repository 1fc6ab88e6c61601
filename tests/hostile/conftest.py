"""The hostile inputs, made once for all tests, and a worker that reads them."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from planparse.batch.task import How, Result, Task
from planparse.batch.worker import Worker

collect_ignore = ["make_inputs.py"]
"""A script that writes files where its first argument says; no module to look for doctests in."""


MAKER = Path(__file__).with_name("make_inputs.py")


@dataclass(frozen=True)
class Seen:
    """What the reader saw: exit code, its line, and for a document what is in it."""

    code: int
    line: str
    texts: tuple[str, ...]
    warnings: tuple[str, ...]
    notes: tuple[str, ...]
    asides: tuple[str, ...]
    rows: tuple[int, ...]
    milliseconds: int
    megabytes: int

    @property
    def text(self) -> str:
        return " ".join(self.texts)


@pytest.fixture(scope="session")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    subprocess.run([sys.executable, str(MAKER), str(folder)], check=True)
    return folder


@pytest.fixture(scope="session")
def find(inputs: Path) -> Callable[[str], Path]:
    """The input whose name begins so."""

    def found(start: str) -> Path:
        (path,) = [p for folder in ("files", "bombs") for p in (inputs / folder).glob(f"{start}*")]
        return path

    return found


@pytest.fixture(scope="session")
def see(find: Callable[[str], Path]) -> Iterator[Callable[[str], Seen]]:
    """Reads the input whose name begins so, once."""
    worker = Worker("tests.hostile.reading_worker")
    known: dict[str, Seen] = {}

    def seen(start: str) -> Seen:
        if start not in known:
            path = find(start)
            known[start] = _seen(worker.perform(Task(path.name, path.read_bytes(), How())))
        return known[start]

    yield seen
    worker.close()


def _seen(result: Result) -> Seen:
    is_read = result.code in (0, 3)
    found = json.loads(result.message) if is_read else {}
    parts = (tuple(found.get(key, ())) for key in ("text", "warnings", "notes", "asides", "rows"))
    cost = (result.counts.get(key, 0) for key in ("milliseconds", "megabytes"))
    return Seen(result.code, "" if is_read else result.message, *parts, *cost)  # type: ignore[arg-type]
