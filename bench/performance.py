"""Runs the benches one after the other and writes what they print into docs/performance.md.

    python bench/performance.py [-o docs/performance.md]

Each bench compares within one run, so that its ratios hold when the machine's speed drifts;
read the ratios, not the seconds.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
BENCHES = (
    ("Tables of a PDF", "pdf_tables.py", ("samples/halton-2016-19.pdf",)),
    ("`planparse extract` on a growing PDF", "extract_pages.py", ()),
    ("Word: rows of a growing plan", "docx_rows.py", ()),
    ("HTML: cells of a growing page", "html_cells.py", ()),
    ("Matching the records of two drafts", "diff_align.py", ()),
    ("A batch with one and two workers", "batch_throughput.py", ()),
)
"""Title, script in this folder, arguments."""


def start_up() -> str:
    """Median milliseconds of whole processes, and their ratio to a bare interpreter."""
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "planparse --help": [sys.executable, "-m", "planparse", "--help"],
        "planparse samples/halton-2016-19.txt": [sys.executable, "-m", "planparse", "samples/halton-2016-19.txt"],
        "planparse samples/halton-2016-19.html": [sys.executable, "-m", "planparse", "samples/halton-2016-19.html"],
        "planparse samples/halton-2016-19.docx": [sys.executable, "-m", "planparse", "samples/halton-2016-19.docx"],
        "planparse samples/halton-2016-19.pdf": [sys.executable, "-m", "planparse", "samples/halton-2016-19.pdf"],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(11):
        for name, command in commands.items():
            start = time.perf_counter()
            subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
            times[name].append(time.perf_counter() - start)
    medians = {name: sorted(values)[len(values) // 2] * 1000 for name, values in times.items()}
    bare = medians["python -c pass"]
    lines = ["| process | ms, median of 11 | times a bare interpreter |", "|---|---|---|"]
    lines += [f"| `{name}` | {ms:.0f} | {ms / bare:.1f} |" for name, ms in medians.items()]
    return "\n".join(lines)


def run(script: str, arguments: tuple[str, ...]) -> str:
    command = [sys.executable, str(ROOT / "bench" / script), *arguments]
    path = {**os.environ, "PYTHONPATH": str(ROOT)}  # Some make their plans with the tests' generators.
    done = subprocess.run(command, cwd=ROOT, env=path, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{script} failed:\n{done.stderr}")
    return done.stdout.strip()


def main() -> None:
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # pip compiles what it installs; so does the first run from here
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-o", "--output", type=Path)
    args = parser.parse_args()
    parts = [
        "# Performance",
        f"Made by `make bench` with Python {platform.python_version()} on a shared machine of two cores. "
        "Each table is one run; its ratios hold, its seconds are of that machine and that hour.",
        f"## Start-up\n\n{start_up()}",
    ]
    for title, script, arguments in BENCHES:
        print(f"{script} ...", file=sys.stderr, flush=True)
        shown = run(script, arguments)
        parts.append(f"## {title}\n\n" + (shown if shown.startswith("|") else f"```text\n{shown}\n```"))
    text = "\n\n".join(parts) + "\n"
    if args.output:
        args.output.write_text(text, "utf-8")
    print(text)


if __name__ == "__main__":
    main()
