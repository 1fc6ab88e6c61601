"""A command that reads documents runs in a child process, so that no file can take the command with it.

The child is forked before any library is loaded, which costs a few milliseconds. The clock runs only while a
document is read: waiting for standard input, or for the reader of a pipe, is nobody's fault.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from planparse.batch.isolated import (
    Child,
    OutOfTime,
    can_fork,
    error_of,
    is_short_of_memory,
    limit_work,
    too_big,
    too_deep,
    too_slow,
)
from planparse.errors import LimitExceeded, UsageError
from planparse.model.options import Limits

_START, _STOP = b"+", b"-"
_line: int | None = None
"""Where a watched child says that it begins to read a document and that it has read it."""
_watching = False


def watch_from_now() -> None:
    """Called where this process is the command itself: only then is forking it ours to decide."""
    global _watching
    _watching = can_fork()


def watched(work: Callable[[], int], limits: Limits, *, debug: bool = False) -> int:
    """Runs ``work`` in a child and gives its exit code. Raises ``LimitExceeded`` or ``InputRefused`` where it died."""
    if not _watching:
        return work()
    child = Child.start(lambda line: _talking(work, line, debug))
    reading, deadline, said = "", None, b""
    try:
        while words := child.hear(deadline):
            *whole, said = (said + words).split(b"\0")
            if whole:
                reading = whole[-1][1:].decode("utf-8", "surrogateescape")
                deadline = time.monotonic() + limits.max_seconds if whole[-1][:1] == _START else None
    except OutOfTime:
        child.stop()
        raise _named(reading, too_slow(limits)) from None
    except BaseException:
        child.stop()
        raise
    ending = child.end()
    if ending.code is None:
        raise _named(reading, error_of(ending, limits))
    return ending.code


@contextmanager
def reading_document(name: str, limits: Limits) -> Iterator[None]:
    """Around the reading of one document, in a watched child; elsewhere it does nothing."""
    if _line is None:
        yield
        return
    limit_work(limits)
    _say(_START, name)
    try:
        yield
    except MemoryError:
        raise _named(name, too_big(limits)) from None
    except RecursionError:
        raise _named(name, too_deep()) from None
    except (LimitExceeded, UsageError):
        raise
    except Exception:
        if is_short_of_memory():
            raise _named(name, too_big(limits)) from None
        raise
    finally:
        _say(_STOP, name)


def _talking(work: Callable[[], int], line: int, debug: bool) -> int:
    from planparse.cli.outcome import guard

    global _line
    _line = line
    return guard(["--debug"] if debug else [], lambda words: work(), is_child=True)


def _say(what: bytes, name: str) -> None:
    assert _line is not None
    os.write(_line, what + name[:1000].encode("utf-8", "surrogateescape") + b"\0")


def _named(name: str, error: Exception) -> Exception:
    return type(error)(f"{name or 'planparse'}: {error}")
