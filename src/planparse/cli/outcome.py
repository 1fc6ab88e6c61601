"""From what happened to an exit code: no traceback ever reaches a user."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from types import FrameType

from planparse.cli.talk import say
from planparse.errors import LimitExceeded, OutputFailed, PlanparseError

BUG = 70
INTERRUPTED = 130
CODES = {
    0: "done",
    1: "`diff`: there are changes; `check`: findings at or above `--fail-on`; `batch`: some files failed",
    2: "wrong use: unknown option, missing file",
    3: "done, but text of the source may be lost or is in doubt (`--warnings-ok` makes it 0)",
    4: "the input is refused: not a plan, wrong type, damaged, encrypted, no text",
    5: "over a limit of size, count, time or memory; the message names the limit and its option",
    6: "the output could not be written",
    BUG: "a bug of ours: one line that asks for a report, traceback only with `--debug`",
    INTERRUPTED: "interrupted",
}
_WORST = (0, 3, 1, 2, 4, 5, 6, BUG, INTERRUPTED)


class _Ended(BaseException):
    """SIGTERM, so that temporary files are removed on the way out."""


class _Lost(Exception):
    """Standard output could not be flushed."""

    def __init__(self, cause: OSError) -> None:
        self.cause = cause


def guard(words: list[str], run: Callable[[list[str]], int], *, is_child: bool = False) -> int:
    """Runs a command and turns every exception into an exit code and at most one line on standard error.

    A child leaves it to its parent to say that the command was interrupted.
    """
    try:
        with nullcontext() if is_child else _termination():
            code = _run(words, run)
            _flush()
            return code
    except (KeyboardInterrupt, _Ended):
        say("interrupted")
        return INTERRUPTED
    except BrokenPipeError as error:
        return output_lost(error)
    except _Lost as error:
        return output_lost(error.cause)
    except Exception as error:
        return report(error, debug="--debug" in words)


def _run(words: list[str], run: Callable[[list[str]], int]) -> int:
    try:
        return run(words)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else 0


def _flush() -> None:
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _Lost(error) from error


def report(error: Exception, *, debug: bool = False) -> int:
    """Says in one line what stopped a command and gives its exit code."""
    if isinstance(error, MemoryError):
        error = LimitExceeded("not enough memory for this file; read it on a larger machine or raise the memory limit")
    elif isinstance(error, RecursionError):
        error = LimitExceeded("nested too deeply to be read; lower --max-nesting to have it capped")
    if not isinstance(error, PlanparseError):
        if debug:
            import traceback

            traceback.print_exception(error)
        say(_bug(error))
        return BUG
    say(str(error))
    if debug and error.__cause__ is not None:
        say(f"because of {type(error.__cause__).__name__}: {error.__cause__}")
    return error.exit_code


def _bug(error: Exception) -> str:
    at = error.__traceback__
    while at is not None and at.tb_next is not None:
        at = at.tb_next
    where = f" at {os.path.basename(at.tb_frame.f_code.co_filename)}:{at.tb_lineno}" if at else ""
    what = f"{type(error).__name__}: {error}"[:200]
    return f"planparse: a bug of ours ({what}{where}); please report it, with the file if you may; --debug shows more"


def output_lost(error: Exception) -> int:
    """Standard output cannot be written: quiet where the reader of a pipe went away, else one line."""
    if not isinstance(error, BrokenPipeError):
        say(f"standard output: cannot be written: {getattr(error, 'strerror', None) or 'it is closed'}")
    try:
        sink = os.open(os.devnull, os.O_WRONLY)
        os.dup2(sink, sys.stdout.fileno())
        os.close(sink)
    except (OSError, ValueError, AttributeError):
        pass
    return OutputFailed.exit_code


def worst(codes: list[int]) -> int:
    """The exit code of several files."""
    return max(codes, key=_WORST.index, default=0)


@contextmanager
def _termination() -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def end(number: int, frame: FrameType | None) -> None:
        raise _Ended

    former = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, former)
