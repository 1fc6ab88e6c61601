"""Files written whole or not at all: a temporary file beside the target, fsync, rename, fsync of the folder."""

from __future__ import annotations

import json
import os
import shutil
import stat
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from itertools import count
from pathlib import Path

from planparse.errors import OutputFailed

_PREFIX = ".planparse-"
_SUFFIX = ".part"
_PROMISE = ".promise"
_NUMBERS = count()
_OWED: set[str] = set()
"""Promises of this process that it could not keep."""

Content = str | bytes | Iterable[str] | Iterable[bytes]
"""A text, or the pieces of a long one."""


def write_file(path: Path, text: Content) -> None:
    """Writes one file. A link at ``path`` is replaced, not written through; a device or a pipe is written to.

    A long text may come in pieces.
    Raises ``OutputFailed``; the former content of ``path`` then still stands.
    """
    if _is_stream(path):
        _write_stream(path, _pieces(text))
    else:
        write_files(path.parent, {path.name: text})


def write_files(folder: Path, files: Mapping[str, Content]) -> None:
    """Writes several files into one folder, which is made where it is missing. A long file may come in pieces.

    All are written under temporary names first, then what is to be renamed is written down, and then they are renamed
    one right after the other in the order of ``files``. So each is the old or the new one, whole; and where a run is
    killed among the renames, the next one that writes into the folder does the rest of them first.
    Raises ``OutputFailed``; the former files then stand as they were, those that were renamed before it too.
    """
    _make_folder(folder)
    _sweep(folder)
    waiting: list[tuple[Path, Path]] = []
    try:
        for name, text in files.items():
            target = folder / name
            if os.path.isdir(target):
                raise OutputFailed(f"{target}: is a folder; give the name of a file")
            waiting.append((_temporary(folder), target))
            _write_new(waiting[-1][0], target, _pieces(text))
        if len(waiting) > 1:
            _rename_all(folder, waiting)
        elif waiting:
            _rename(*waiting[0])
        _sync_folder(folder)
    finally:
        _remove(temporary for temporary, _ in waiting)


def _rename(source: Path, target: Path) -> None:
    try:
        os.replace(source, target)
    except OSError as error:
        raise _failed(target, error) from error


def _rename_all(folder: Path, waiting: list[tuple[Path, Path]]) -> None:
    """All renames or none: the former files are kept under names of their own until the last one is done."""
    former: list[tuple[Path | None, Path]] = []
    promise: Path | None = None
    is_settled = True
    try:
        for _, target in waiting:
            former.append((_kept(folder, target), target))
        promise = _promised(folder, waiting)
        try:
            for source, target in waiting:
                _rename(source, target)
        except OutputFailed:
            with suppress(OutputFailed):
                _promised(folder, former, promise)
            is_settled = _put(former)
            if not is_settled:
                _OWED.add(promise.name)
            raise
    finally:
        if is_settled:  # else the next run that writes here brings the former files back
            _remove(path for path in (promise, *(kept for kept, _ in former)) if path is not None)


def _kept(folder: Path, target: Path) -> Path | None:
    """The file that is about to be replaced, under a second name; None where there is none yet."""
    if not os.path.lexists(target):
        return None
    kept = _temporary(folder)
    try:
        if target.is_symlink():
            os.symlink(os.readlink(target), kept)
            return kept
        try:
            os.link(target, kept)
        except OSError:  # a file system without a second name for a file
            shutil.copy2(target, kept)
    except OSError as error:
        kept.unlink(missing_ok=True)
        raise _failed(target, error) from error
    return kept


def _put(files: Iterable[tuple[Path | None, Path]]) -> bool:
    """Renames each; a target without a source goes. Whether all could be done."""
    whole = True
    for source, target in files:
        try:
            if source is None:
                target.unlink(missing_ok=True)
            else:
                os.replace(source, target)
        except OSError:
            whole = False
    return whole


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        path.unlink(missing_ok=True)


def _promised(folder: Path, waiting: Sequence[tuple[Path | None, Path]], promise: Path | None = None) -> Path:
    """Writes down which temporary file becomes which, under a name that ``_sweep`` looks for."""
    temporary = _temporary(folder)
    promise = promise or temporary.with_suffix(_PROMISE)
    names = [(source and source.name, target.name) for source, target in waiting]
    try:
        _write_new(temporary, promise, (json.dumps(names).encode("utf-8", "surrogatepass"),))
        os.replace(temporary, promise)
    except OSError as error:
        raise _failed(promise, error) from error
    finally:
        temporary.unlink(missing_ok=True)
    return promise


def _keep_promise(promise: Path) -> None:
    """Does the renames that a killed run has not come to. Only names inside the folder are believed."""
    folder = promise.parent
    files: list[tuple[Path | None, Path]] = []
    with suppress(OSError, ValueError, TypeError):  # what is there stays; the run that follows writes the set anew
        for source, target in json.loads(promise.read_bytes()):
            inside = all(os.path.basename(name) == name for name in (source or _PREFIX, target))
            if inside and source is None:
                files.append((None, folder / target))
            elif inside and source.startswith(_PREFIX) and os.path.lexists(folder / source):
                files.append((folder / source, folder / target))
        _put(files)
    promise.unlink(missing_ok=True)


def _pieces(text: Content) -> Iterable[bytes]:
    return map(_encode, (text,) if isinstance(text, str | bytes) else text)


def _encode(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")


def _failed(path: Path, error: OSError) -> OutputFailed:
    return OutputFailed(f"{path}: cannot be written: {error.strerror or error}")


def _is_stream(path: Path) -> bool:
    """A device, a pipe, or a name that stands for an open file (``/dev/stdout``): renaming would replace it."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    if stat.S_ISDIR(mode):
        return False
    return not stat.S_ISREG(mode) or path.parent.resolve().parts[1:2] in {("dev",), ("proc",)}


def _write_stream(path: Path, pieces: Iterable[bytes]) -> None:
    try:
        with path.open("wb") as file:
            file.writelines(pieces)
    except OSError as error:
        raise _failed(path, error) from error


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise OutputFailed(f"{folder}: is a file where a folder is needed") from error
    except OSError as error:
        raise _failed(folder, error) from error


def _temporary(folder: Path) -> Path:
    """A name that no other process uses. It says whose it is, so that what a killed run left can be removed."""
    return folder / f"{_PREFIX}{_host()}-{os.getpid()}-{next(_NUMBERS)}{_SUFFIX}"


def _host() -> str:
    name = os.uname().nodename if hasattr(os, "uname") else "host"
    return "".join(c for c in name if c.isalnum())[:40]


def _write_new(temporary: Path, target: Path, pieces: Iterable[bytes]) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    try:
        with open(os.open(temporary, flags, 0o666), "wb") as file:
            file.writelines(pieces)
            file.flush()
            _keep_mode(file.fileno(), target)
            os.fsync(file.fileno())
    except OSError as error:
        raise _failed(target, error) from error


def _keep_mode(handle: int, target: Path) -> None:
    """An existing file that is replaced keeps its permissions."""
    try:
        former = target.lstat()
    except OSError:
        return
    if stat.S_ISREG(former.st_mode) and hasattr(os, "fchmod"):
        os.fchmod(handle, stat.S_IMODE(former.st_mode))


def _sync_folder(folder: Path) -> None:
    """Makes the renames last. Some file systems cannot sync a folder; the files themselves are safe by then."""
    if sys.platform == "win32":
        return
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        pass
    finally:
        os.close(handle)


def _sweep(folder: Path) -> None:
    """Finishes or removes what runs on this machine left behind when they were killed."""
    if sys.platform == "win32":
        return
    start = f"{_PREFIX}{_host()}-"
    try:
        left = [entry.name for entry in os.scandir(folder) if entry.name.startswith(start)]
    except OSError:
        return
    for name in sorted(left, key=lambda name: not name.endswith(_PROMISE)):
        owner = name[len(start) :].partition("-")[0]
        if name not in _OWED and (not owner.isdigit() or _is_alive(int(owner))):
            continue
        if name.endswith(_PROMISE):
            _keep_promise(folder / name)
        elif name.endswith(_SUFFIX):
            (folder / name).unlink(missing_ok=True)


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
