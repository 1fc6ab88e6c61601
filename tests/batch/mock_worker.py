"""A worker whose work does what a library may do to it; the name of the file says what."""

from __future__ import annotations

import os
import signal
import stat
import sys
import time

from planparse.batch import worker
from planparse.batch.task import Result, Task


def mock(task: Task) -> Result:
    what = task.name.rpartition("/")[2].partition(".")[0]
    if what == "hang":
        time.sleep(60)
    elif what == "spin":
        while True:
            pass
    elif what == "deaf":
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        time.sleep(60)
    elif what in ("SIGSEGV", "SIGABRT", "SIGKILL"):
        os.kill(os.getpid(), signal.Signals[what])
    elif what == "exit":
        os._exit(9)
    elif what == "silent":
        os._exit(0)
    elif what == "half":
        pipes = [fd for fd in range(3, 64) if _is_pipe(fd)]
        os.write(pipes[-1], b'{"code": 0')
        os._exit(0)
    elif what == "much":
        return Result(0, files={"plan.json": b" " * 2_000_000})
    elif what == "eat":
        return Result(0, str(len(bytearray(4_000_000_000))))
    elif what == "print":
        print("a library talks on standard output")
    elif what == "parent":
        os.kill(os.getppid(), signal.SIGKILL)
        time.sleep(60)
    return Result(0, what, "text", {}, {"plan.json": task.data})


def _is_pipe(file: int) -> bool:
    try:
        return stat.S_ISFIFO(os.fstat(file).st_mode)
    except OSError:
        return False


if __name__ == "__main__":
    worker.REPLY_MAX = 1_000_000
    sys.exit(worker.main(mock))
