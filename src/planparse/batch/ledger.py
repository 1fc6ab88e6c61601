"""What a batch has finished, one line a file, so that a run that was stopped goes on where it stopped."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from planparse.batch.task import STATUS, How
from planparse.errors import OutputFailed
from planparse.writers.files import write_file

NAME = ".planparse-ledger.jsonl"
_FINAL = frozenset({0, 3, 4})
"""A refusal is final: the same bytes are refused again. What was over a limit is tried again."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What became of one file. ``code`` is the exit code that it would have had alone."""

    plan_id: str
    file: str
    sha256: str
    size: int
    way: str
    """Hash of the version and of all that decides what is written."""
    code: int
    message: str
    format: str
    counts: Mapping[str, int]

    @property
    def status(self) -> str:
        return STATUS.get(self.code, "bug")

    @property
    def has_plan(self) -> bool:
        return self.code in (0, 3)


def way_of(how: How) -> str:
    """Changes whenever the same bytes could give other output: another version, options or vocabulary."""
    from planparse import __version__

    known = sha256(f"{__version__}\n{how.to_json()}".encode())
    for path in how.vocabulary:
        try:
            known.update(Path(path).read_bytes())
        except OSError:
            known.update(b"missing")  # the reading of each file will say so
    return known.hexdigest()[:16]


class Ledger:
    """The finished files in the folder ``output``. Each is written down as soon as its plan is on disk."""

    def __init__(self, output: Path, *, forget: bool = False) -> None:
        self._path = output / NAME
        self._entries = {} if forget else _load(self._path)
        lines = "".join(map(_line, self._entries.values()))
        write_file(self._path, lines)  # without what a killed run left half written
        try:
            self._handle = os.open(self._path, os.O_WRONLY | os.O_APPEND)
        except OSError as error:
            raise OutputFailed(f"{self._path}: cannot be written: {error.strerror or error}") from error

    def finished(self, plan_id: str, digest: str, way: str) -> Entry | None:
        """What became of this file, where nothing that matters has changed since."""
        entry = self._entries.get(plan_id)
        if entry is None or (entry.sha256, entry.way) != (digest, way) or entry.code not in _FINAL:
            return None
        return entry

    def add(self, entry: Entry) -> None:
        """Raises ``OutputFailed``."""
        try:
            os.write(self._handle, _line(entry).encode("utf-8", "surrogatepass"))
        except OSError as error:
            raise OutputFailed(f"{self._path}: cannot be written: {error.strerror or error}") from error

    def close(self) -> None:
        os.close(self._handle)


def _line(entry: Entry) -> str:
    return json.dumps({**asdict(entry), "counts": dict(entry.counts)}) + "\n"


def _load(path: Path) -> dict[str, Entry]:
    """A line that is not whole is passed over: its file is read again."""
    found: dict[str, Entry] = {}
    try:
        lines = path.read_bytes().split(b"\n")
    except FileNotFoundError:
        return found
    except OSError as error:
        raise OutputFailed(f"{path}: cannot be read: {error.strerror or error}") from error
    for line in lines:
        try:
            entry = Entry(**json.loads(line))
        except (ValueError, TypeError):
            continue
        found[entry.plan_id] = entry
    return found
