"""The work on one file: its bytes in, the files of its plan out. The same function on every engine."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from planparse.batch.isolated import is_short_of_memory, too_big, too_deep
from planparse.errors import LimitExceeded, PlanparseError
from planparse.model.options import Limits, PdfEngine, Revisions

BUG = 70
STATUS = {0: "done", 2: "unreadable", 3: "in doubt", 4: "refused", 5: "over a limit", 6: "not written", BUG: "bug"}
REPLY_MAX = 1_000_000_000
"""Bytes that the child of a worker may send back."""


@dataclass(frozen=True, slots=True)
class How:
    """How the files of a batch are read and what is written of each."""

    format: str | None = None
    revisions: Revisions = "final"
    pdf_engine: PdfEngine = "pdfium"
    limits: Limits = field(default_factory=Limits)
    vocabulary: tuple[str, ...] = ()
    """Paths."""
    trace: bool = False
    spreadsheet_safe: bool = False
    ocr: bool = False

    def to_json(self) -> str:
        return json.dumps(asdict(self), sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> How:
        given = json.loads(text)
        return cls(**{**given, "limits": Limits(**given["limits"]), "vocabulary": tuple(given["vocabulary"])})


@dataclass(frozen=True, slots=True)
class Task:
    name: str
    """What the file is called in messages; its suffix counts where the content leaves the format open."""
    data: bytes
    how: How


@dataclass(frozen=True, slots=True)
class Result:
    """``code`` is an exit code; ``message`` is empty or one line; ``counts`` are of records and warnings."""

    code: int
    message: str = ""
    format: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)

    def to_bytes(self) -> bytes:
        head = {
            "code": self.code,
            "message": self.message,
            "format": self.format,
            "counts": dict(self.counts),
            "files": [(name, len(data)) for name, data in self.files.items()],
        }
        return json.dumps(head).encode("ascii") + b"\n" + b"".join(self.files.values())

    @classmethod
    def from_bytes(cls, reply: bytes) -> Result:
        """Raises ``ValueError`` for a reply that is not whole."""
        line, _, body = reply.partition(b"\n")
        head = json.loads(line)
        files, at = {}, 0
        for name, size in head["files"]:
            files[str(name)] = body[at : at + int(size)]
            at += int(size)
        if at != len(body) or not all(name in FILES for name in files):
            raise ValueError("not whole")
        counts = {str(k): int(v) for k, v in head["counts"].items()}
        return cls(int(head["code"]), str(head["message"]), str(head["format"]), counts, files)


COUNTS = ("objectives", "indicators", "milestones", "warnings")
_TABLES = ("plan", "objectives", "statements", "milestones", "indicators", "measurements", "extras")
FILES = frozenset({"plan.json", "trace.json", *(f"{name}.csv" for name in _TABLES)})
"""The only names that a plan's folder may hold: no name comes out of a document."""


def perform(task: Task) -> Result:
    """Reads one plan and renders its files. Gives a result whatever happens, short of the end of the process."""
    try:
        return _read(task)
    except MemoryError:
        return _too_big(task)
    except LimitExceeded as error:
        return failed(error)
    except PlanparseError as error:
        return _too_big(task) if is_short_of_memory() else failed(error)
    except RecursionError:
        return failed(LimitExceeded(f"{task.name}: {too_deep()}"))
    except Exception as error:
        if is_short_of_memory():
            return _too_big(task)
        at = error.__traceback__
        while at is not None and at.tb_next is not None:
            at = at.tb_next
        where = f"{Path(at.tb_frame.f_code.co_filename).name}:{at.tb_lineno}" if at else "?"
        what = f"{type(error).__name__}: {error}"[:200]
        return Result(
            BUG, f"{task.name}: a bug of ours ({what} at {where}); please report it, with the file if you may"
        )


def _too_big(task: Task) -> Result:
    return failed(LimitExceeded(f"{task.name}: {too_big(task.how.limits)}"))


def failed(error: PlanparseError) -> Result:
    return Result(error.exit_code, str(error))


def _read(task: Task) -> Result:
    from planparse.pipeline import extract
    from planparse.writers.plan_csv import plan_csv
    from planparse.writers.plan_json import plan_json

    how = task.how
    found = extract(
        task.data,
        name=task.name,
        format=how.format,
        revisions=how.revisions,
        pdf_engine=how.pdf_engine,
        limits=how.limits,
        vocabulary=tuple(map(Path, how.vocabulary)),
        ocr=how.ocr,
    )
    files = plan_csv(found.plan, spreadsheet_safe=how.spreadsheet_safe)
    files["plan.json"] = plan_json(found.plan)
    if how.trace:
        from planparse.writers.trace_json import trace_json

        files["trace.json"] = trace_json(found.trace, found.plan)
    lost = [note.message for note in found.trace.notes if note.level == "warning"]
    lost += [remark.message for remark in found.trace.remarks if remark.level == "warning"]
    lost = list(dict.fromkeys(lost))
    plan = found.plan
    sizes = (len(plan.objectives), len(plan.indicators), len(plan.milestones), len(lost))
    return Result(
        3 if lost else 0,
        lost[0] if lost else "",
        found.trace.format,
        dict(zip(COUNTS, sizes, strict=True)),
        {name: text.encode("utf-8", "surrogatepass") for name, text in files.items()},
    )
