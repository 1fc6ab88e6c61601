"""Work in a child process under limits that hold whatever the work does.

An alarm inside the process is no limit: libraries swallow its exception, C code
never sees it, and PDFium ends the process when memory runs out. So the work runs in
a forked child with limits of the operating system on its memory and processor time,
and its parent, which never touches the file, watches the clock and outlives it.
"""

from __future__ import annotations

import io
import os
import select
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from planparse.errors import InputRefused, LimitExceeded, PlanparseError
from planparse.model.options import Limits

GRACE = 1.0
"""Seconds between the request to end and the kill; LibreOffice is ended in them."""
_STEP = 1 << 16
_NEAR = 64_000_000
_NO_MEMORY = 71
"""Exit code of a child that had no memory left to say that it had none."""
_MAXRSS = 1 if sys.platform == "darwin" else 1024
"""Bytes of the unit in which the system gives the peak of a process."""
_OUT_OF_MEMORY = frozenset({"SIGABRT", "SIGKILL", "SIGTRAP", "SIGILL"})
"""How libraries in C end a process, and the system a machine's greediest one, where memory runs out."""


class OutOfTime(Exception):
    """The child has not ended in time."""


class Terminated(BaseException):
    """Raised in a child that is asked to end, so that what it opened is closed and what it started is ended."""


@dataclass(frozen=True, slots=True)
class Ending:
    """How a child ended: with an exit code, or by a signal (its name), and the bytes that it had in memory at most."""

    code: int | None
    signal: str | None
    peak: int = 0


class Child:
    """A child process and the line on which it talks to its parent."""

    def __init__(self, process: int, line: int) -> None:
        self.process = process
        self._line = line
        self._poll = select.poll()
        self._poll.register(line, select.POLLIN | select.POLLHUP)

    @classmethod
    def start(cls, work: Callable[[int], int]) -> Child:
        """Forks. ``work`` gets the line to write to and gives the exit code. The caller has no threads."""
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
        line, end = os.pipe()
        process = os.fork()
        if process == 0:
            os.close(line)
            _be_child(work, end)
        os.close(end)
        return cls(process, line)

    def hear(self, deadline: float | None) -> bytes:
        """What the child says next; empty when it has hung up. Raises ``OutOfTime`` at ``deadline`` (monotonic)."""
        wait = None if deadline is None else max(deadline - time.monotonic(), 0) * 1000
        if not self._poll.poll(wait):
            raise OutOfTime
        return os.read(self._line, _STEP)

    def end(self) -> Ending:
        """Waits for the child that has hung up."""
        os.close(self._line)
        _, status, usage = os.wait4(self.process, 0)
        return _ending(status, usage.ru_maxrss * _MAXRSS)

    def stop(self) -> None:
        """Ends the child: asks, and kills where it does not answer."""
        os.close(self._line)
        os.kill(self.process, signal.SIGTERM)
        until = time.monotonic() + GRACE
        while os.waitpid(self.process, os.WNOHANG)[0] == 0:
            if time.monotonic() > until:
                os.kill(self.process, signal.SIGKILL)
                os.waitpid(self.process, 0)
                return
            time.sleep(0.005)


def limit_work(limits: Limits) -> None:
    """Puts this process under the limits of memory and of processor time from now on.

    Only the soft limits: LibreOffice, which a reader may start, needs more memory than a reader.
    """
    import resource

    usage = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(usage.ru_utime + usage.ru_stime) + limits.max_seconds + 1
    for kind, most in ((resource.RLIMIT_AS, limits.max_memory), (resource.RLIMIT_CPU, seconds)):
        hard = resource.getrlimit(kind)[1]
        resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
    os.environ.pop("CMAP_PATH", None)  # pdfminer would read its tables from there


def is_short_of_memory() -> bool:
    """Whether this process came so near to its limit that what was said of the file cannot be believed.

    Where memory runs out, a library may say anything: that the file is damaged, or nothing that we know of.
    """
    try:
        import resource

        most = resource.getrlimit(resource.RLIMIT_AS)[0]
        with open("/proc/self/status", "rb") as status:
            peak = next(int(line.split()[1]) * 1024 for line in status if line.startswith(b"VmPeak"))
    except MemoryError:
        return True
    except (ImportError, OSError, StopIteration):
        return False
    return most != resource.RLIM_INFINITY and peak > most - min(_NEAR, most // 8)


def can_fork() -> bool:
    """Not on Windows, and not where other threads could hold a lock at that moment."""
    import threading

    return hasattr(os, "fork") and threading.active_count() == 1


def too_slow(limits: Limits) -> LimitExceeded:
    return LimitExceeded(f"took more than {limits.max_seconds} seconds; raise --max-seconds to give it more time")


def too_big(limits: Limits) -> LimitExceeded:
    return LimitExceeded(
        f"needs more than {limits.max_memory:,} bytes of memory; raise --max-memory if the file can be trusted"
    )


def too_deep() -> LimitExceeded:
    return LimitExceeded("nested too deeply to be read; lower --max-nesting to have it capped")


def error_of(ending: Ending, limits: Limits) -> PlanparseError:
    """What to say of a child that died."""
    if ending.signal == "SIGXCPU":
        return too_slow(limits)
    starved = ending.signal is not None and ending.peak > limits.max_memory  # not even room for its stack
    if ending.signal in _OUT_OF_MEMORY or ending.code == _NO_MEMORY or starved:
        return too_big(limits)
    how = ending.signal or f"exit code {ending.code}"
    return InputRefused(
        f"damaged, or made to do harm: a library crashed while it was read ({how}); save or export it again"
    )


def _be_child(work: Callable[[int], int], line: int) -> None:
    """Never returns: not even an exception may carry the child back into its parent's code."""
    code = 70
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, _terminate)
        if not os.environ.get("PLANPARSE_DEBUG"):
            _silence()
        code = work(line)
    except Terminated:
        code = 128 + signal.SIGTERM
    except MemoryError:  # too little even to say so
        code = _NO_MEMORY
    except BaseException:
        if os.environ.get("PLANPARSE_DEBUG"):
            sys.excepthook(*sys.exc_info())
    finally:
        with suppress(OSError, ValueError, AttributeError):
            sys.stdout.flush()
        os._exit(code)


def _silence() -> None:
    """Lets nobody hear what libraries write to standard error past ``sys.stderr``, as Python itself does where memory
    runs out."""
    old = sys.stderr
    if not isinstance(old, io.TextIOWrapper) or old is not sys.__stderr__:
        return
    with suppress(OSError, ValueError):
        kept, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
        sys.stderr = open(kept, "w", 1, old.encoding, old.errors)  # noqa: SIM115  as long as the process lives
        os.dup2(nowhere, 2)
        os.close(nowhere)


def _terminate(number: int, frame: object) -> None:
    raise Terminated


def _ending(status: int, peak: int) -> Ending:
    code = os.waitstatus_to_exitcode(status)
    return Ending(code, None, peak) if code >= 0 else Ending(None, signal.Signals(-code).name, peak)
