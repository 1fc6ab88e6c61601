"""Start-up: nothing is imported that the command does not need."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

HEAVY = {"pandas", "numpy", "pdfplumber", "pdfminer", "pypdfium2", "docx", "lxml", "bs4", "selectolax", "openpyxl"}
LOADED = """
import sys
from planparse.cli import main
code = main(sys.argv[1:])
print(*sys.modules, file=sys.stderr)
sys.exit(code)
"""


def loaded(*words: str) -> set[str]:
    command = [sys.executable, "-c", LOADED, *words]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in done.stderr.split()} | set(done.stderr.split())


def test_reading_text_loads_no_library_of_another_format(dump: Path) -> None:
    assert not loaded("extract", "-q", str(dump), "-o", "out") & HEAVY


def test_reading_html_loads_no_library_of_another_format(dump: Path) -> None:
    rows = "".join(f"<tr><td>RD00{n}: Roads {n}</td><td>{n}%</td><td>9%</td></tr>" for n in (1, 2, 3))
    head = "<tr><th>Measure</th><th>2019/20 actual</th><th>2020/21 target</th></tr>"
    dump.with_suffix(".html").write_text(f"<h1>Plan 2020-22</h1><h2>Roads</h2><table>{head}{rows}</table>", "utf-8")
    found = loaded("extract", "-q", "roads.html", "-o", "out")
    assert not found & {"pandas", "numpy", "pdfplumber", "pdfminer", "pypdfium2", "docx", "openpyxl"}


def test_two_plans_that_were_read_before_are_compared_without_the_readers(dump: Path) -> None:
    subprocess.run([sys.executable, "-m", "planparse", "extract", "-q", str(dump), "-o", "plan.json"], check=True)
    rooms = {f"planparse.{room}" for room in ("readers", "repair", "interpret")}
    assert not loaded("diff", "plan.json", "plan.json") & (HEAVY | rooms)


@pytest.mark.parametrize("word", ["--help", "--version"])
def test_help_loads_next_to_nothing(word: str) -> None:
    found = loaded(word)
    assert not found & (
        HEAVY | {"pydantic", "argparse", "typing", "dataclasses", "json", "pathlib", "importlib.metadata"}
    )


def test_import_is_cheap() -> None:
    command = [sys.executable, "-c", "import planparse, sys; print(*sys.modules)"]
    found = set(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())
    assert not found & (HEAVY | {"pydantic", "typing", "argparse"})


def test_help_takes_at_most_two_and_a_half_times_a_bare_interpreter() -> None:
    """The best of many runs, taken in turns, so that a busy machine slows both alike."""
    commands = {"bare": [sys.executable, "-c", "pass"], "help": [sys.executable, "-m", "planparse", "--help"]}
    best = dict.fromkeys(commands, 9.0)
    for _ in range(15):
        for name, command in commands.items():
            start = time.perf_counter()
            subprocess.run(command, stdout=subprocess.DEVNULL, check=True, env={**os.environ, "PYTHONPATH": ""})
            best[name] = min(best[name], time.perf_counter() - start)
    assert best["help"] <= 2.5 * best["bare"]
