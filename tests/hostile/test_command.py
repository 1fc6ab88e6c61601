"""The command itself, in a process of its own: one line and the right code, whatever the file does to it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "samples" / "halton-2016-19.txt"
Find = Callable[[str], Path]


def run(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "planparse", *words]
    return subprocess.run(command, capture_output=True, timeout=60, check=False, env={**os.environ, **environment})


def test_a_file_that_takes_the_process_down_costs_one_line(find: Find, tmp_path: Path) -> None:
    """With the limits that would stop it earlier raised, PDFium is out of memory and aborts."""
    raised = ["--max-marks", "1000G", "--max-stream-bytes", "1000G", "--max-memory", "400M"]
    done = run("extract", str(find("p12")), *raised, "-o", str(tmp_path / "out"))
    assert done.returncode == 5
    assert done.stdout == b""
    assert done.stderr.count(b"\n") == 1
    assert b"--max-memory" in done.stderr
    assert os.fsencode(find("p12")) in done.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("start", ["t07", "p38", "h22"])
@pytest.mark.parametrize("command", ["tables", "extract", "check"])
def test_no_byte_that_steers_a_terminal_comes_out(find: Find, start: str, command: str) -> None:
    done = run(command, str(find(start)))
    shown = done.stdout.decode("utf-8") + done.stderr.decode("utf-8")
    assert shown
    assert not set(shown) & set("\x1b\x07\x08\x9b\u202e")


@pytest.mark.parametrize("megabytes", [1, 20, 40, 50])
def test_too_little_memory_is_said(megabytes: int, tmp_path: Path) -> None:
    sample, out = SAMPLE.with_suffix(".docx"), tmp_path / "out"
    done = run("extract", str(sample), "--max-memory", f"{megabytes}M", "-o", str(out))
    assert done.returncode in (0, 5), done.stderr
    assert done.returncode or megabytes > 20
    if done.returncode:
        assert done.stderr.count(b"\n") == 1
        assert b"--max-memory" in done.stderr
        assert not (tmp_path / "out").exists()


def test_the_clock_stops_what_no_other_limit_stops(find: Find) -> None:
    raised = ["--max-marks", "1000G", "--max-stream-bytes", "1000G", "--max-memory", "20G", "--max-seconds", "1"]
    done = run("tables", str(find("p12")), *raised)
    assert done.returncode == 5
    assert done.stderr.count(b"\n") == 1
    assert b"--max-seconds" in done.stderr


def test_of_several_files_the_others_are_read(find: Find, tmp_path: Path) -> None:
    raised = ["--max-marks", "1000G", "--max-stream-bytes", "1000G", "--max-memory", "400M"]
    done = run("extract", str(find("b01")), str(SAMPLE), *raised, "-q", "-o", str(tmp_path / "out"))
    assert done.returncode == 5
    assert (tmp_path / "out" / SAMPLE.stem / "plan.json").is_file()


@pytest.mark.parametrize(
    "environment",
    [{"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "Asia/Tokyo"}, {"PYTHONHASHSEED": "77", "LC_ALL": "POSIX"}],
)
def test_the_same_bytes_whatever_the_surroundings(environment: dict[str, str], tmp_path: Path) -> None:
    first = run("extract", "-q", str(SAMPLE))
    command = [sys.executable, "-m", "planparse", "extract", "-q", str(SAMPLE)]
    again = subprocess.run(
        command, capture_output=True, cwd=tmp_path, check=True, env={**os.environ, **environment}, timeout=60
    )
    assert again.stdout == first.stdout
    assert first.stdout


def test_standard_input_is_waited_for(tmp_path: Path) -> None:
    """The clock runs while a document is read, not while it comes."""
    command = f"(sleep 2; cat '{SAMPLE}') | '{sys.executable}' -m planparse extract -q - --max-seconds 1 -o out.json"
    done = subprocess.run(["sh", "-c", command], cwd=tmp_path, capture_output=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out.json").is_file()


def test_memory_does_not_grow_with_pages() -> None:
    """Peak memory of 50 and of 200 pages of tables: at most 150 MB, and one at most a fifth above the other."""
    script = """
import sys
from planparse.model.options import ReadOptions
from planparse.readers.pdf import open_source
from tests.hostile.long_pdf import long_pdf
data = long_pdf(int(sys.argv[1]))
source = open_source(data, ReadOptions())
words = sum(len(page.words) for page in source.pages())
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(words, int(peak.split()[1]) // 1024)
"""
    peaks = []
    for pages in ("50", "200"):
        done = subprocess.run(
            [sys.executable, "-c", script, pages], capture_output=True, text=True, check=True, cwd=ROOT, timeout=120
        )
        words, peak = map(int, done.stdout.split())
        assert words >= int(pages) * 100
        peaks.append(peak)
    assert max(peaks) <= 150
    assert max(peaks) <= 1.2 * min(peaks)
