"""How `planparse extract` grows with the pages of a PDF: pages a second and peak memory of the whole process.

    python bench/extract_pages.py [--pages 50,100,250,500] [--rounds N] [FILE.pdf]

The pages of the file (the sample, where none is given) are repeated up to each size. Each size is a process of its
own, start-up, writing of plan.json and all; CPU time of one core, the best of the rounds.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

SAMPLE = Path(__file__).parents[1] / "samples" / "halton-2016-19.pdf"


def repeated(source: Path, pages: int, target: Path) -> None:
    """A PDF of that many pages, those of ``source`` again and again."""
    import pypdfium2

    original, grown = pypdfium2.PdfDocument(source), pypdfium2.PdfDocument.new()
    while len(grown) < pages:
        grown.import_pages(original, list(range(min(len(original), pages - len(grown)))))
    grown.save(target)


MEMORY = """
Time is linear in pages. Memory hardly grows: pages, tables and records are packed while nobody looks at them. A single
table over all pages is worked on whole, so its size counts."""


def measured(command: list[str]) -> tuple[float, float]:
    """CPU seconds and peak MiB of one process."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 3):
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    peak = usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
    return usage.ru_utime + usage.ru_stime, peak


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, default=SAMPLE)
    parser.add_argument("--pages", default="50,100,250,500")
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    print("| pages | CPU s | pages a second | ms for a further page | peak MiB | times the smallest |")
    print("|---|---|---|---|---|---|")
    first: tuple[int, float, float] | None = None
    with tempfile.TemporaryDirectory() as folder:
        for pages in map(int, arguments.pages.split(",")):
            pdf, out = Path(folder) / f"{pages}.pdf", Path(folder) / "plan.json"
            repeated(arguments.file, pages, pdf)
            command = [sys.executable, "-m", "planparse", "extract", "-q", "--max-pages", str(pages), str(pdf)]
            runs = [measured([*command, "-o", str(out)]) for _ in range(arguments.rounds)]
            seconds, peak = min(s for s, _ in runs), min(p for _, p in runs)
            first = first or (pages, seconds, peak)
            further = f"{(seconds - first[1]) / (pages - first[0]) * 1000:.1f}" if pages > first[0] else ""
            rate, growth = pages / seconds, peak / first[2]
            print(f"| {pages} | {seconds:.2f} | {rate:.0f} | {further} | {peak:.0f} | {growth:.2f} |", flush=True)
    print(MEMORY)


if __name__ == "__main__":
    main()
