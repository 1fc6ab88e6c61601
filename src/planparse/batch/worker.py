"""A worker: a process that has planparse loaded, and forks a child for each file.

The worker itself never looks at a file, so nothing in a file can harm the next one. It talks over its
standard input and output in JSON and plain bytes, nothing that could run code: a request is a
line ``{"name", "how", "size"}`` and the file's bytes, a reply a line with its size and a ``Result`` as bytes.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import PurePath
from typing import IO, BinaryIO

from planparse.batch.isolated import Child, OutOfTime, error_of, limit_work, too_big, too_slow
from planparse.batch.task import REPLY_MAX, How, Result, Task, failed, perform
from planparse.errors import InputRefused, LimitExceeded, PlanparseError
from planparse.readers import warm

_OWN = """Plan 2020-22
Service Objective:\tRD01: Roads
Linked Indicators:\tProposed measures\tLatest\tTargets\t
\t\t\t2020/21\t2021/22
\tRD001: Roads inspected\t80%\t85%\t90%
\tRD002: Signs cleaned\t120\ttbc\t140
"""
_OWN_ROWS = "<tr><th>Measure<th>Target 2020/21</tr><tr><td>RD001: Roads<td>85%</tr>"
_PATIENCE = 30
"""Seconds over the limit after which a worker itself counts as hung."""


class Worker:
    """The parent's side. One file at a time; a worker that dies is replaced when the next file comes."""

    def __init__(self, module: str = "planparse.batch.worker", errors: IO[bytes] | None = None) -> None:
        """``errors`` is an open file that stands in for standard error."""
        self._command = [sys.executable, "-m", module]
        self._errors = errors
        self._process: subprocess.Popen[bytes] | None = None

    def perform(self, task: Task) -> Result:
        """The result of one file. A worker that dies costs that file only."""
        process = self._started()
        try:
            reply = _converse(process, task)
        except (OSError, ValueError):
            self.close()
            return failed(InputRefused(f"{task.name}: the worker died while it was read; try it alone"))
        except OutOfTime:
            self.close()
            return _named(task, too_slow(task.how.limits))
        try:
            return Result.from_bytes(reply)
        except (ValueError, KeyError, TypeError):
            return failed(InputRefused(f"{task.name}: the reader's answer was not whole; try it alone"))

    def close(self) -> None:
        """Ends the worker and what it has started."""
        process, self._process = self._process, None
        if process is None:
            return
        _kill_group(process)
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with suppress(OSError):
                    stream.close()

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._errors,
                start_new_session=True,
            )
        return self._process


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    """The worker leads a group of its own, with its child in it."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        process.kill()


def _converse(process: subprocess.Popen[bytes], task: Task) -> bytes:
    """Sends the request and waits for the reply. Raises ``OutOfTime``, or ``OSError`` where the worker died."""
    import select

    assert process.stdin is not None
    assert process.stdout is not None
    head = {"name": task.name, "how": task.how.to_json(), "size": len(task.data)}
    process.stdin.write(json.dumps(head).encode("ascii") + b"\n" + task.data)
    process.stdin.flush()
    waiting = select.poll()
    waiting.register(process.stdout, select.POLLIN | select.POLLHUP)
    if not waiting.poll((task.how.limits.max_seconds + _PATIENCE) * 1000):
        raise OutOfTime
    size = int(process.stdout.readline(32))
    reply = process.stdout.read(size)
    if len(reply) < size:
        raise BrokenPipeError
    return reply


def isolated(task: Task, work: Callable[[Task], Result] = perform, private: Sequence[int] = ()) -> bytes:
    """The reply of a child that does the work, or what is to be said where it died, hung or said too much.

    ``private`` are open files that the child must not have.
    """
    limits = task.how.limits
    child = Child.start(lambda line: _answer(line, task, work, private))
    deadline = time.monotonic() + limits.max_seconds
    reply: list[bytes] = []
    size = 0
    try:
        while part := child.hear(deadline):
            reply.append(part)
            size += len(part)
            if size > REPLY_MAX:
                child.stop()
                message = f"{task.name}: its plan takes more than {REPLY_MAX} bytes; lower --max-cells"
                return failed(LimitExceeded(message)).to_bytes()
    except OutOfTime:
        child.stop()
        return _named(task, too_slow(limits)).to_bytes()
    ending = child.end()
    if ending.code == 0 and reply:
        return b"".join(reply)
    return _named(task, error_of(ending, limits)).to_bytes()


def _answer(line: int, task: Task, work: Callable[[Task], Result], private: Sequence[int]) -> int:
    nothing = os.open(os.devnull, os.O_RDWR)
    for file in private:
        os.dup2(nothing, file)
    limit_work(task.how.limits)
    try:
        reply = work(task).to_bytes()
    except MemoryError:
        reply = _named(task, too_big(task.how.limits)).to_bytes()
    with open(line, "wb") as out:
        out.write(reply)
    return 0


def _named(task: Task, error: PlanparseError) -> Result:
    return failed(type(error)(f"{task.name}: {error}"))


def serve(requests: BinaryIO, replies: BinaryIO, work: Callable[[Task], Result] = perform) -> None:
    """Answers requests until there are no more."""
    _load_pipeline()
    while line := requests.readline():
        head = json.loads(line)
        task = Task(str(head["name"]), requests.read(int(head["size"])), How.from_json(head["how"]))
        warm(PurePath(task.name).suffix)  # here, and not once in every child
        gc.freeze()  # a child's collector leaves these pages shared
        reply = isolated(task, work, (requests.fileno(), replies.fileno()))
        replies.write(b"%d\n" % len(reply) + reply)
        replies.flush()


def _load_pipeline() -> None:
    """Reads a plan of our own, so that modules, wordings and patterns are there for every child."""
    perform(Task("warm.txt", _OWN.encode(), How()))
    perform(Task("warm.html", f"<p>Plan 2020-22</p><table>{_OWN_ROWS}</table>".encode(), How()))


def main(work: Callable[[Task], Result] = perform) -> int:
    """A worker's life. Standard output is for replies alone: what a library prints goes to standard error."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    try:
        serve(sys.stdin.buffer, replies, work)
    except BrokenPipeError:
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
