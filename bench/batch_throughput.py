"""Throughput of ``planparse batch``: 200 small documents of mixed formats, with 1 and with 2 workers.

    python bench/batch_throughput.py [--files 200] [--jobs 1 2] [--runs 2]

The samples are copied in turn, each under a name of its own; every run starts from nothing. Of several runs, taken
in turns, the best one counts. ``make bench`` puts the table into docs/performance.md.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SAMPLES = Path(__file__).parents[1] / "samples"


def fill(folder: Path, files: int) -> None:
    samples = sorted(p for p in SAMPLES.iterdir() if p.suffix in (".pdf", ".docx", ".html", ".txt"))
    for number in range(files):
        sample = samples[number % len(samples)]
        shutil.copy(sample, folder / f"{number:04}{sample.suffix}")


def seconds(folder: Path, jobs: int) -> tuple[float, float]:
    """Wall clock and processor seconds; on a busy machine only the second say what the work costs."""
    with tempfile.TemporaryDirectory() as out:
        command = [sys.executable, "-m", "planparse", "batch", str(folder), "-q", "-o", out, "--jobs", str(jobs)]
        start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=True)
        wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
        return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def table(best: dict[int, tuple[float, float]], files: int) -> str:
    one = next(iter(best.values()))[0]
    rows = [
        f"| {n} | {wall:.1f} | {files / wall:.1f} | {one / wall:.2f} | {cpu:.1f} |" for n, (wall, cpu) in best.items()
    ]
    head = ["| workers | seconds | documents a second | times | processor seconds |", "|---|---|---|---|---|"]
    foot = f"{files} small documents (PDF, Word, HTML, text), {os.cpu_count()} processors."
    return "\n".join([*head, *rows, "", foot])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=200)
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--runs", type=int, default=2)
    args = parser.parse_args()
    best = dict.fromkeys(args.jobs, (float("inf"), float("inf")))
    with tempfile.TemporaryDirectory() as folder:
        fill(Path(folder), args.files)
        for _ in range(args.runs):
            for jobs in args.jobs:
                best[jobs] = min(best[jobs], seconds(Path(folder), jobs))
    print(table(best, args.files))
    return 0


if __name__ == "__main__":
    sys.exit(main())
