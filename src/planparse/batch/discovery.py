"""The files of a batch: named ones, folders, patterns and lists, each file once, in a fixed order."""

from __future__ import annotations

import os
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from glob import glob, has_magic
from hashlib import sha256
from itertools import takewhile
from pathlib import Path

from planparse.errors import UsageError

_DOCUMENTS = "pdf docx docm dotx doc odt rtf html htm xhtml txt text md markdown csv tsv xlsx xlsm"
SUFFIXES = frozenset(f".{suffix}" for suffix in _DOCUMENTS.split(" "))
"""What is taken out of a folder; a file that is named is read whatever it is called."""
_LONGEST = 100
_LIST_MAX = 100_000_000


@dataclass(frozen=True, slots=True)
class Item:
    """One file of a batch. ``plan_id`` names its folder in the output."""

    plan_id: str
    path: Path


def discover(names: Iterable[str], lists: Iterable[str], output: Path) -> list[Item]:
    """The files that the arguments name, in the order of their paths.

    A folder gives its files of known suffixes at any depth, without hidden ones and without links; a pattern gives
    what the shell would, without links; a list gives one path a line, ``-`` reads it from standard input. Nothing in
    ``output`` is taken out of a folder. Raises ``UsageError`` where nothing is found.
    """
    found: dict[Path, Path] = {}
    for name in (*names, *(line for source in lists for line in _lines(source))):
        path = Path(name)
        if has_magic(name) and not path.exists():
            named = _fixed(path)
            matches = [Path(match) for match in sorted(glob(name, recursive=True)) if not _is_linked(match, named)]
            if not matches:
                raise UsageError(f"{name}: nothing matches this pattern")
        else:
            matches = [path]
        for match in matches:
            inside = _walk(match, output.resolve()) if match.is_dir() else [match]
            for file in inside:
                found.setdefault(file, file.relative_to(match) if match.is_dir() else Path(file.name))
    if not found:
        raise UsageError("no file to read: give files, folders, patterns or --list FILE")
    return name_plans(found)


def name_plans(files: Mapping[Path, Path]) -> list[Item]:
    """Gives each path an id made of its way below the folder that was named, or of its name.

    The id is of letters, digits, dash, dot and underscore, and does not depend on the other files unless two would
    be the same; those get a piece of their path's hash.

    >>> [i.plan_id for i in name_plans({Path("in/16/a b.pdf"): Path("16/a b.pdf"), Path("b.pdf"): Path("b.pdf")})]
    ['b.pdf', '16_a_b.pdf']
    """
    paths = sorted(files)
    plain = [_plain(str(files[path])) for path in paths]
    count = Counter(name.casefold() for name in plain)
    return [
        Item(name if count[name.casefold()] == 1 else f"{name}-{_hash(path.absolute())}", path)
        for name, path in zip(plain, paths, strict=True)
    ]


def _plain(path: str) -> str:
    name = re.sub(r"[^\w.-]+", "_", path).strip("._-") or "plan"
    if len(name.encode("utf-8", "replace")) <= _LONGEST:
        return name
    end = _hash(Path(path))
    while len(name.encode("utf-8", "replace")) > _LONGEST - len(end) - 1:
        name = name[:-1]
    return f"{name}-{end}"


def _hash(path: Path) -> str:
    return sha256(os.fsencode(path)).hexdigest()[:8]


def _walk(folder: Path, output: Path) -> Iterator[Path]:
    for here, folders, names in os.walk(folder):
        inside = Path(here)
        folders[:] = sorted(f for f in folders if not f.startswith(".") and (inside / f).resolve() != output)
        for name in sorted(names):
            path = inside / name
            if not name.startswith((".", "~$")) and path.suffix.lower() in SUFFIXES and not path.is_symlink():
                yield path


def _fixed(pattern: Path) -> Path:
    """The folder that a pattern names without any sign: a link on the way to it was named."""
    parts = list(takewhile(lambda part: not has_magic(part), pattern.parts))
    return Path(*parts)


def _is_linked(match: str, named: Path) -> bool:
    """Whether a link leads from the folder that was named to the match."""
    path = Path(match)
    return any(p.is_symlink() for p in (path, *path.parents) if p != named and p not in named.parents)


def _lines(source: str) -> list[str]:
    try:
        if source == "-":
            data = sys.stdin.buffer.read(_LIST_MAX)
        else:
            with open(source, "rb") as file:
                data = file.read(_LIST_MAX)
    except OSError as error:
        raise UsageError(f"{source}: cannot read this list: {error.strerror or error}") from error
    return [os.fsdecode(line) for raw in data.split(b"\n") if (line := raw.strip(b"\r"))]
