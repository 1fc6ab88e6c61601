"""Where the output of ``extract`` goes and in which format."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from planparse.errors import UsageError

FORMATS = ("json", "csv", "lines", "text")
FILES = {"json": "plan.json", "lines": "plan.lines", "text": "plan.txt"}
"""Format -> name of its file in a folder; the CSV tables have names of their own."""
_SUFFIXES = {".json": "json", ".lines": "lines", ".txt": "text", ".text": "text"}
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Target:
    """Standard output where ``path`` is None. ``format`` None means plan.json and the CSV tables, in a folder."""

    path: Path | None
    is_folder: bool
    format: str | None


def choose_target(output: str | None, format: str | None, n_files: int) -> Target:
    """The target for ``-o`` and ``--format``. Raises ``UsageError`` that says what to give instead."""
    if output is None or output == "-":
        if n_files > 1:
            raise UsageError("several files: give a folder with -o; each file gets a folder of its own in it")
        if format == "csv":
            raise UsageError("the CSV output is several tables: give a folder with -o")
        return Target(None, False, format or "json")
    path = Path(output)
    suffix = path.suffix.lower()
    if os.path.isdir(path) or output.endswith((os.sep, "/")):
        return Target(path, True, format)
    if n_files > 1:
        if os.path.exists(path) or suffix in (*_SUFFIXES, ".csv"):
            raise UsageError(f"-o {output}: with several files it has to be a folder")
        return Target(path, True, format)
    if format == "csv" or (format is None and suffix == ".csv"):
        if suffix or os.path.exists(path):
            raise UsageError(f"-o {output}: the CSV output is several tables; give a folder, such as -o {path.stem}/")
        return Target(path, True, format)
    if format is None and not suffix and not os.path.exists(path):
        return Target(path, True, None)
    found = format or _SUFFIXES.get(suffix) or (None if suffix else "json")
    if found is None:
        raise UsageError(
            f"-o {output}: no format has the suffix {suffix}; give --format, .json, .txt or a folder, as in {output}/"
        )
    return Target(path, False, found)


def safe_name(source: str, taken: set[str]) -> str:
    """A folder's name for one input: letters, digits, dot, dash and underscore, never hidden, never used before.

    >>> taken = set()
    >>> safe_name("a/Draft plan.pdf", taken), safe_name("b/draft plan.docx", taken), safe_name("../..", taken)
    ('Draft_plan', 'draft_plan-2', 'plan')
    """
    stem = re.sub(r"[^\w.-]+", "_", Path(source).stem if source != "-" else "stdin").strip("._-")
    while len(stem.encode("utf-8", "replace")) > _LONGEST:
        stem = stem[:-1]
    name = stem = stem or "plan"
    number = 1
    while name.casefold() in taken:
        number += 1
        name = f"{stem}-{number}"
    taken.add(name.casefold())
    return name


def keep_input(source: str, target: Path) -> None:
    """Raises ``UsageError`` where ``target`` is the input itself."""
    try:
        same = source != "-" and os.path.samefile(source, target)
    except OSError:
        same = False
    if same and os.path.isfile(target):
        raise UsageError(f"{target}: the output would overwrite its own input; give another name")
