"""A mutation fuzzer for every reader: ``python fuzz/mutate.py --minutes 20 [--seed N] [--save fuzz/found]``.

Each case is a sample with some bytes changed, read in a child process under tight limits. A case is a find where
planparse says that it is a bug of its own, where a library took the process down, where it took too long, or where
success has nothing in it. A find is saved under the hash of its bytes; it becomes a case of ``tests/hostile/found``.
"""

from __future__ import annotations

import argparse
import io
import json
import random
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from planparse.batch.task import How, Result, Task
from planparse.batch.worker import Worker
from planparse.model.options import Limits

ROOT = Path(__file__).parents[1]
LIMITS = Limits(max_seconds=10, max_memory=800_000_000)
_TOKENS = (b"0", b"-1", b"65535", b"4294967296", b"1e999", b"<", b">", b"</", b"<<", b">>", b"[", b"]", b"(", b")",
           b"\x00", b"\xff\xfe", b"\t", b"\n", b"|", b"<table>", b"</td>", b"<td rowspan=9999>", b"endobj", b"R",
           b"stream", b"/Length 0", b'w:val="-1"', b"<w:tbl>", b"&amp;", b"\xe2\x80\xa8")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Find:
    name: str
    data: bytes
    what: str


def seeds() -> list[tuple[str, bytes]]:
    """The samples, and small ones of the formats that have no sample."""
    found = [(p.name, p.read_bytes()) for p in sorted((ROOT / "samples").iterdir()) if p.is_file()]
    dump = (ROOT / "samples" / "halton-2016-19.txt").read_text("utf-8")
    rows = [line.split("\t") for line in dump.splitlines()[:60]]
    found.append(("plan.csv", "\n".join(",".join(f'"{c}"' for c in row) for row in rows).encode()))
    found.append(("plan.md", "\n".join("| " + " | ".join(row) + " |" for row in rows).encode()))
    found.append(("plan.xlsx", _workbook(rows)))
    return found


def _workbook(rows: list[list[str]]) -> bytes:
    from openpyxl import Workbook

    book, out = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


def mutated(data: bytes, rng: random.Random) -> bytes:
    """Some changes to the bytes; for an archive mostly to the bytes of one of its members."""
    if data.startswith(b"PK") and rng.random() < 0.8:
        return _member_mutated(data, rng)
    return _changed(data, rng)


def _changed(data: bytes, rng: random.Random) -> bytes:
    out = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 4, 16, 64))):
        at = rng.randrange(len(out) + 1)
        size = min(rng.choice((1, 2, 8, 64, 1024)), len(out) - at)
        kind = rng.randrange(6)
        if kind == 0 and at < len(out):
            out[at] ^= 1 << rng.randrange(8)
        elif kind == 1:
            out[at:at] = rng.choice(_TOKENS) * rng.choice((1, 1, 1, 50, 3000))
        elif kind == 2:
            del out[at : at + size]
        elif kind == 3:
            out[at:at] = out[at : at + size] * rng.choice((1, 2, 40))
        elif kind == 4:
            other = rng.randrange(len(out) + 1)
            out[at : at + size] = out[other : other + size]
        else:
            out[at : at + size] = rng.randbytes(size)
    return bytes(out[: rng.randrange(len(out) + 1)]) if rng.random() < 0.05 else bytes(out)


def _member_mutated(data: bytes, rng: random.Random) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        members = [name for name in old.namelist() if not name.endswith("/")]
        chosen = rng.choice(members)
        for name in members:
            content = old.read(name)
            new.writestr(zipfile.ZipInfo(name), _changed(content, rng) if name == chosen else content)
    return out.getvalue()


def check(name: str, data: bytes, worker: Worker) -> tuple[str, Result]:
    """What is wrong with the answer to this input; empty where nothing is."""
    result = worker.perform(Task(name, data, How(limits=LIMITS)))
    if result.code not in (0, 3, 4, 5):
        return f"code {result.code}: {result.message}", result
    if "crashed" in result.message or "--max-seconds" in result.message or "--max-memory" in result.message:
        return result.message, result
    if "\n" in result.message or (result.code > 3 and not result.message.startswith(f"{name}: ")):
        return f"not one line that names the file: {result.message!r}", result
    if result.code in (0, 3) and not _holds_records(result):
        return "success with nothing in it", result
    return "", result


def _holds_records(result: Result) -> bool:
    plan = json.loads(result.files["plan.json"].decode("utf-8"), parse_constant=_refuse)
    return bool(plan["objectives"])


def _refuse(constant: str) -> float:
    raise ValueError(f"{constant} in the JSON")


def fuzz(seed: int, tally: Counter[str], worker: Worker) -> Iterator[Find | None]:
    """Cases without end: None for one that is answered well."""
    rng = random.Random(seed)
    known = seeds()
    while True:
        name, data = rng.choice(known)
        case = mutated(data, rng)
        what, result = check(name, case, worker)
        tally[f"{name.rpartition('.')[2]} {result.code}"] += 1
        yield Find(name, case, what) if what else None


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--save", type=Path, default=ROOT / "fuzz" / "found")
    args = parser.parse_args()
    until = time.monotonic() + 60 * args.minutes
    tally: Counter[str] = Counter()
    finds: dict[str, Path] = {}
    print(f"seed {args.seed}")
    worker = Worker()
    for find in fuzz(args.seed, tally, worker):
        if find is not None and find.what.partition(": ")[2] not in finds:
            args.save.mkdir(parents=True, exist_ok=True)
            path = args.save / f"{sha256(find.data).hexdigest()[:12]}-{find.name}"
            path.write_bytes(find.data)
            finds[find.what.partition(": ")[2]] = path
            print(f"{path}: {find.what}", flush=True)
        if time.monotonic() > until:
            break
    worker.close()
    print(f"{tally.total()} cases, {len(finds)} finds; {', '.join(f'{k}: {n}' for k, n in sorted(tally.items()))}")
    return 1 if finds else 0


if __name__ == "__main__":
    sys.exit(main())
