"""Whatever happens ends in an exit code and at most one line."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from planparse.cli import main
from planparse.cli.outcome import worst

PLANPARSE = [sys.executable, "-m", "planparse"]


def broken(error: BaseException) -> object:
    def extract(*args: object, **given: object) -> None:
        raise error

    return extract


@pytest.mark.parametrize(
    ("error", "code", "message"),
    [
        (KeyError("x"), 70, "please report it"),
        (MemoryError(), 5, "not enough memory"),
        (RecursionError(), 5, "nested too deeply"),
        (KeyboardInterrupt(), 130, "interrupted"),
        (ValueError("two\nlines\x1b[31m"), 70, "two lines\\x1b[31m"),
    ],
)
def test_no_traceback(
    dump: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: BaseException,
    code: int,
    message: str,
) -> None:
    monkeypatch.setattr("planparse.pipeline.extract_bytes", broken(error))
    assert main(["extract", "roads.txt"]) == code
    err = capsys.readouterr().err
    assert message in err
    assert err.count("\n") == 1


def test_debug_shows_the_traceback_of_a_bug(
    dump: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("planparse.pipeline.extract_bytes", broken(KeyError("x")))
    assert main(["extract", "roads.txt", "--debug"]) == 70
    assert "Traceback" in capsys.readouterr().err


def test_a_closed_pipe_is_quiet(dump: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run([*PLANPARSE, "extract", "-q", str(dump)], stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    assert (done.returncode, done.stderr) == (6, b"")


@pytest.mark.parametrize("words", [["extract", "-q", "roads.txt"], ["--help"], ["extract", "--help"], ["schema"]])
def test_a_full_device_is_one_line(dump: Path, words: list[str]) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run([*PLANPARSE, *words], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 6
    assert done.stderr == b"standard output: cannot be written: No space left on device\n"


def test_no_standard_output_at_all(dump: Path) -> None:
    line = f"exec {sys.executable} -m planparse extract -q roads.txt >&-"
    done = subprocess.run(["sh", "-c", line], stderr=subprocess.PIPE, check=False)
    assert done.returncode == 6
    assert b"Traceback" not in done.stderr
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_run_says_so_and_leaves_nothing(dump: Path, number: signal.Signals) -> None:
    """It waits for its input, with an output to come, when the signal comes."""
    command = [*PLANPARSE, "extract", "-", "-o", "out/plan.json"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        _wait_until_it_reads(process.pid)
        process.send_signal(number)
        assert process.stderr is not None
        assert process.stderr.read() == b"interrupted\n"
        assert process.wait(10) == 130
    assert not Path("out").exists()


def _wait_until_it_reads(process: int) -> None:
    """Until the handler is in place: the process has caught SIGTERM, and waits for the pipe."""
    status = Path(f"/proc/{process}/status")
    for _ in range(500):
        caught = next(line for line in status.read_text().splitlines() if line.startswith("SigCgt"))
        if int(caught.split()[1], 16) >> (signal.SIGTERM - 1) & 1 and "S (sleeping)" in status.read_text():
            time.sleep(0.3)
            return
        time.sleep(0.02)
    raise AssertionError("it never got to reading")


def test_the_output_is_the_same_in_any_surroundings(dump: Path) -> None:
    outputs = set()
    for surroundings in (
        {"LC_ALL": "C", "PYTHONHASHSEED": "1"},
        {"LC_ALL": "C.UTF-8", "TZ": "Asia/Tokyo", "PYTHONHASHSEED": "2"},
    ):
        environment = {**os.environ, **surroundings}
        command = [*PLANPARSE, "extract", "-q", str(dump)]
        outputs.add(subprocess.run(command, capture_output=True, check=True, env=environment).stdout)
    assert len(outputs) == 1


def test_worst() -> None:
    assert [worst(codes) for codes in ([], [0, 3], [3, 2], [2, 4, 3], [6, 5], [4, 70])] == [0, 3, 2, 4, 6, 70]
