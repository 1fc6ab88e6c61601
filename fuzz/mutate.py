"""A mutation fuzzer for every reader: ``python fuzz/mutate.py --minutes 20 [--seed N] [--save fuzz/found]``.

Each case is a sample with something changed: bytes, the bytes inside a packed stream or member, or whole elements of
its XML or HTML. It is read in a child process under tight limits. A case is a find where planparse says that it is a
bug of its own, where a library took the process down or wrote on standard error, where it took too long or too much
memory, or where success has nothing in it. A find is saved under the hash of its bytes and becomes a case of
``tests/hostile/found``.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import random
import re
import sys
import tempfile
import time
import zipfile
import zlib
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


_TAG = re.compile(rb"(<[^<>]*>)")
_OPENING = re.compile(rb"<([A-Za-z][\w:.-]*)")
_VALUE = re.compile(rb'"[^"]*"')
_VALUES = (b"0", b"-1", b"1", b"99999", b"4294967296", b"", b"x", b"1e9", b"none", b"continue", b"restart", b"&#x202e;")
_TEXTS = (
    b"",
    b"tbc",
    b"-",
    b"\xc2\xa0",
    b"100%",
    b"2019/20",
    b"PED01",
    b"&#8203;",
    b"9" * 400,
    b"\xe2\x80\xa8x",
    b"n/a",
)
_STREAM = re.compile(rb"(/Length [0-9]+[^<>]*(?:<<[^<>]*>>[^<>]*)*>>\s*stream\r?\n)(.*?)(?=\r?\nendstream)", re.S)


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
    """Some changes: for an archive mostly in one of its members, for a PDF often in one of its streams."""
    if data.startswith(b"PK") and rng.random() < 0.8:
        return _member_mutated(data, rng)
    if data.startswith(b"%PDF") and rng.random() < 0.5:
        return _stream_mutated(data, rng)
    return _inner_mutated(data, rng)


def _inner_mutated(data: bytes, rng: random.Random) -> bytes:
    """Markup is often changed element by element, so that it stays well-formed and its meaning is what is odd."""
    if data.lstrip().startswith(b"<") and rng.random() < 0.6:
        return _rearranged(data, rng)
    return _changed(data, rng)


def _rearranged(data: bytes, rng: random.Random) -> bytes:
    tokens = _TAG.split(data)  # texts and tags by turns
    for _ in range(rng.choice((1, 1, 2, 4, 16))):
        starts = [k for k in range(1, len(tokens), 2) if _OPENING.match(tokens[k])]
        if not starts:
            break
        start = rng.choice(starts)
        end = _end_of_element(tokens, start)
        element = tokens[start : end + 1]
        kind = rng.randrange(5)
        if kind == 0:
            tokens[start : end + 1] = [b""]
        elif kind == 1 and len(element) * 40 < 100_000:
            tokens[start : end + 1] = [b"".join(element) * rng.choice((2, 3, 40))]
            tokens = _TAG.split(b"".join(tokens))
        elif kind == 2:
            tokens[start : end + 1] = [b""]
            at = rng.randrange(len(tokens))
            tokens[at] = tokens[at] + b"".join(element)
            tokens = _TAG.split(b"".join(tokens))
        elif kind == 3:
            tokens[start] = _VALUE.sub(lambda m: b'"' + rng.choice(_VALUES) + b'"', tokens[start], 1)
        else:
            tokens[start + 1] = rng.choice(_TEXTS) + tokens[start + 1]
    return b"".join(tokens)


def _end_of_element(tokens: list[bytes], start: int) -> int:
    """The index of its closing tag, or of itself."""
    if tokens[start].endswith(b"/>"):
        return start
    name = _OPENING.match(tokens[start])
    assert name is not None
    depth = 0
    for k in range(start, len(tokens), 2):
        if tokens[k].startswith(b"</" + name[1]):
            depth -= 1
        elif tokens[k].startswith(b"<" + name[1]) and not tokens[k].endswith(b"/>"):
            depth += 1
        if depth == 0:
            return k
    return start


def _stream_mutated(data: bytes, rng: random.Random) -> bytes:
    """A PDF of which one packed stream is unpacked, changed and packed again; its length is set right."""
    streams = list(_STREAM.finditer(data))
    for found in rng.sample(streams, len(streams)):
        try:
            content = zlib.decompress(found[2])
        except zlib.error:
            continue
        packed = zlib.compress(_changed(content, rng))
        head = re.sub(rb"/Length [0-9]+", b"/Length %d" % len(packed), found[1])
        return data[: found.start()] + head + packed + data[found.end(2) :]
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
            new.writestr(zipfile.ZipInfo(name), _inner_mutated(content, rng) if name == chosen else content)
    return out.getvalue()


class Heard(Worker):
    """A worker whose standard error is kept: what a library writes there would come between a user's lines."""

    def __init__(self) -> None:
        self._kept = tempfile.TemporaryFile()  # noqa: SIM115 - as long as the worker lives
        self._heard = 0
        super().__init__(errors=self._kept)

    def said(self) -> str:
        """What was written since the last call."""
        end = os.fstat(self._kept.fileno()).st_size
        words = os.pread(self._kept.fileno(), end - self._heard, self._heard)
        self._heard = end
        return words.decode("utf-8", "replace").strip()[-200:]


def check(name: str, data: bytes, worker: Worker) -> tuple[str, Result]:
    """What is wrong with the answer to this input; empty where nothing is."""
    result = worker.perform(Task(name, data, How(limits=LIMITS)))
    if isinstance(worker, Heard) and (said := worker.said()):
        return f"said on standard error: {said}", result
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
    worker = Heard()
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
