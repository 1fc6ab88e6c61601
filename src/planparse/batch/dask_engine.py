"""The same work on a Dask cluster: bytes go out, the files of a plan come back, the client writes them.

Nothing needs to be shared between the machines but planparse itself. A worker of the cluster that is lost costs
no file: the scheduler gives its work to another one, and only one answer is ever taken.
"""

from __future__ import annotations

import threading
from importlib import import_module
from typing import Any

from planparse.batch.task import Result, Task, failed
from planparse.batch.worker import Worker
from planparse.errors import InputRefused, UsageError

_own = threading.local()


class Cluster:
    """A connection to a scheduler. Raises ``UsageError`` where it is not there or Dask is not installed."""

    def __init__(self, address: str, patience: float = 10) -> None:
        try:
            distributed: Any = import_module("distributed")
        except ImportError as error:
            raise UsageError("--engine dask: Dask is not installed; pip install 'planparse[dask]'") from error
        try:
            self._client: Any = distributed.Client(address, timeout=patience, set_as_default=False)
        except (OSError, ValueError, TimeoutError) as error:
            raise UsageError(f"--scheduler {address}: no Dask scheduler answers there") from error

    def jobs(self) -> int:
        """How many files the cluster reads at a time."""
        return max(1, sum(map(int, self._client.nthreads().values())))

    def performer(self) -> ClusterPlace:
        return ClusterPlace(self._client)

    def close(self) -> None:
        self._client.close()


class ClusterPlace:
    def __init__(self, client: Any) -> None:
        self._client = client
        self._future: Any = None

    def perform(self, task: Task) -> Result:
        """One file. Raises nothing for what happens to it on the cluster."""
        self._future = self._client.submit(perform_there, task, pure=False, retries=2)
        try:
            return Result.from_bytes(self._future.result())
        except Exception as error:
            words = f"{task.name}: the cluster could not read it ({type(error).__name__}); try it alone"
            return failed(InputRefused(words))

    def close(self) -> None:
        if self._future is not None:
            self._future.cancel()


def perform_there(task: Task) -> bytes:
    """On the cluster: each thread of its processes keeps a worker of its own, which forks a child for each file."""
    worker: Worker | None = getattr(_own, "worker", None)
    if worker is None:
        worker = _own.worker = Worker()
    return worker.perform(task).to_bytes()
