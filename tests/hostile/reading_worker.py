"""A worker that stops after the reader: what it saw, as JSON in the message of its result."""

from __future__ import annotations

import json
import sys
import time

from planparse.batch.task import Result, Task, failed
from planparse.batch.worker import main
from planparse.errors import PlanparseError
from planparse.model.document import Grid, units
from planparse.model.options import ReadOptions
from planparse.pipeline import load_document


def read_only(task: Task) -> Result:
    start = time.monotonic()
    try:
        document = load_document(task.data, name=task.name, options=ReadOptions(limits=task.how.limits))
    except PlanparseError as error:
        result = failed(error)
        return Result(result.code, result.message, counts=_cost(start))
    warnings = [note.message for note in document.notes if note.level == "warning"]
    seen = {
        "text": [text for _, text in units(document) if text.strip()],
        "warnings": warnings,
        "notes": [note.message for note in document.notes],
        "asides": [aside.text for aside in document.asides],
        "rows": [block.n_rows for block in document.blocks if isinstance(block, Grid)],
    }
    return Result(3 if warnings else 0, json.dumps(seen), document.format, _cost(start))


def _cost(start: float) -> dict[str, int]:
    """The system's own count of peak memory: ``getrusage`` gives what an ancestor had, where that was more."""
    with open("/proc/self/status") as status:
        peak = next(int(line.split()[1]) // 1024 for line in status if line.startswith("VmHWM"))
    return {"milliseconds": round((time.monotonic() - start) * 1000), "megabytes": peak}


if __name__ == "__main__":
    sys.exit(main(read_only))
