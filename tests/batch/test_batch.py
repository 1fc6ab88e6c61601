"""A batch through the command: what it writes, what it skips, and what it does when it is stopped."""

from __future__ import annotations

import csv
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from planparse.batch.ledger import NAME
from planparse.batch.outputs import locked
from planparse.cli import main
from tests.roads import DUMP

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(3):
        (folder / f"roads-{number}.txt").write_text(DUMP.replace("Roads", f"Roads {number}"), "utf-8")
    (folder / "bad.pdf").write_bytes(b"%PDF-1.7 nothing")
    (folder / "empty.docx").write_bytes(b"")
    return folder


def batch(*words: str) -> int:
    return main(["batch", "-o", "out", "--jobs", "2", *words])


def rows(name: str) -> list[dict[str, str]]:
    with Path("out", name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def everything(folder: Path) -> dict[str, bytes]:
    names = (p for p in folder.rglob("*") if p.is_file() and not p.name.startswith("."))
    return {str(p.relative_to(folder)): p.read_bytes() for p in names}


def test_what_a_batch_writes(archive: Path) -> None:
    assert batch("in") == 1
    assert [(r["plan_id"], r["status"], r["code"], r["indicators"]) for r in rows("index.csv")] == [
        ("bad.pdf", "refused", "4", "0"),
        ("empty.docx", "refused", "4", "0"),
        ("roads-0.txt", "done", "0", "4"),
        ("roads-1.txt", "done", "0", "4"),
        ("roads-2.txt", "done", "0", "4"),
    ]
    assert [r["file"] for r in rows("failures.csv")] == ["in/bad.pdf", "in/empty.docx"]
    assert all(r["message"] and not r["message"].startswith("in/") for r in rows("failures.csv"))
    assert len(rows("indicators.csv")) == 12
    assert list(rows("indicators.csv")[0])[:2] == ["plan_id", "indicator_id"]
    assert [r["plan_id"] for r in rows("plan.csv")] == ["roads-0.txt", "roads-1.txt", "roads-2.txt"]
    assert sorted(p.name for p in Path("out/plans").iterdir()) == ["roads-0.txt", "roads-1.txt", "roads-2.txt"]


def test_each_plan_has_the_bytes_that_it_has_alone(archive: Path) -> None:
    batch("in", "--trace")
    for name in ("roads-0.txt", "roads-2.txt"):
        assert main(["extract", "-q", f"in/{name}", "-o", f"alone/{name}/", "--trace", f"alone/{name}/trace.json"]) == 0
        assert everything(Path("out/plans", name)) == everything(Path("alone", name))


def test_any_number_of_jobs_and_a_second_run_give_the_same_bytes(archive: Path) -> None:
    batch("in")
    first = everything(Path("out"))
    assert main(["batch", "in", "-o", "other", "--jobs", "1", "-q"]) == 1
    assert everything(Path("other")) == first
    assert batch("in", "--again") == 1
    assert everything(Path("out")) == first


def test_finished_files_are_passed_over(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    batch("in")
    capsys.readouterr()
    (archive / "roads-1.txt").write_text(DUMP.replace("Keep", "Hold"), "utf-8")
    (archive / "roads-3.txt").write_text(DUMP, "utf-8")
    assert batch("in") == 1
    told = capsys.readouterr().err
    assert told.count("finished before") == 2
    assert "roads-1.txt: done" in told
    assert "roads-3.txt: done" in told
    assert "Hold roads open" in {r["title"] for r in rows("objectives.csv")}


def test_other_options_or_a_missing_plan_are_not_finished(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    batch("in/roads-0.txt", "in/roads-1.txt")
    Path("out/plans/roads-0.txt/plan.json").unlink()
    capsys.readouterr()
    assert batch("in/roads-0.txt", "in/roads-1.txt") == 0
    assert capsys.readouterr().err.count("finished before") == 1
    assert batch("in/roads-0.txt", "in/roads-1.txt", "--spreadsheet-safe") == 0
    assert capsys.readouterr().err.count("finished before") == 0


def test_what_was_over_a_limit_is_tried_again(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert batch("in/roads-0.txt", "--max-cells", "5") == 1
    assert rows("failures.csv")[0]["status"] == "over a limit"
    capsys.readouterr()
    assert batch("in/roads-0.txt", "--max-cells", "5") == 1
    assert "finished before" not in capsys.readouterr().err


def test_a_missing_file_of_a_list_costs_that_file(archive: Path) -> None:
    Path("list.txt").write_text("in/roads-0.txt\nin/gone.txt\n")
    assert batch("--list", "list.txt") == 1
    assert [(r["file"], r["status"]) for r in rows("failures.csv")] == [("in/gone.txt", "unreadable")]


def test_a_folder_in_use_is_locked(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with locked(Path("out")):
        assert batch("in") == 6
    assert "locked by another run" in capsys.readouterr().err
    assert batch("in") == 1


def test_a_torn_line_of_the_ledger_is_read_again(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    batch("in/roads-0.txt", "in/roads-1.txt")
    ledger = Path("out", NAME)
    lines = ledger.read_bytes().splitlines(keepends=True)
    ledger.write_bytes(b"".join(lines[:-1]) + lines[-1][:40])
    capsys.readouterr()
    assert batch("in/roads-0.txt", "in/roads-1.txt") == 0
    assert capsys.readouterr().err.count("finished before") == 1


def test_a_line_says_what_became_of_each_file_and_steers_no_terminal(archive: Path) -> None:
    (archive / "a\x1b[2J.txt").write_text("nothing")
    done = subprocess.run(
        [sys.executable, "-m", "planparse", "batch", "in", "-o", "out"], capture_output=True, check=False, timeout=60
    )
    assert done.returncode == 1
    assert done.stdout == b""
    assert b"\x1b" not in done.stderr
    assert done.stderr.count(b"\n") == 6 + 2


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_run_that_is_stopped_goes_on(archive: Path, number: int) -> None:
    for copy in range(60):
        (archive / f"sample-{copy:02}.html").write_bytes(
            (SAMPLES / "halton-2016-19.html").read_bytes() + f"<p>{copy}</p>".encode()
        )
    command = [sys.executable, "-m", "planparse", "batch", "in", "-o", "out", "--jobs", "2"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL)
    assert process.stderr is not None
    for _ in range(8):
        process.stderr.readline()
    process.send_signal(number)
    told = process.stderr.read().decode()
    assert process.wait(20) == 130
    assert "Traceback" not in told
    assert "goes on from there" in told or number == signal.SIGTERM
    assert not Path("out/index.csv").exists()
    assert not list(Path("out").rglob(".planparse-*.part"))
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 1
    assert done.stderr.count("finished before") >= 4
    assert len(rows("index.csv")) == 65
    assert len({r["plan_id"] for r in rows("index.csv")}) == 65
    assert len(rows("plan.csv")) == 63


def test_a_killed_run_leaves_no_process_and_can_be_resumed(archive: Path) -> None:
    (archive / "slow.txt").write_text(DUMP)
    command = [sys.executable, "-m", "planparse", "batch", "in", "-o", "out", "--jobs", "2"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True)
    assert process.stderr is not None
    process.stderr.readline()
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    process.kill()
    process.wait()
    process.stderr.close()
    until = time.monotonic() + 10
    while any(_runs(int(child)) for child in children) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(_runs(int(child)) for child in children)
    assert batch("in") == 1
    assert len(rows("index.csv")) == 6


def _runs(process: int) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{process}/status").read_text()
    except OSError:
        return False


def test_wrong_use(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["batch", "-o", "out"]) == 2
    assert main(["batch", "in", "-o", "out", "--scheduler", "tcp://x"]) == 2
    assert main(["batch", "in", "-o", "out", "--engine", "dask"]) == 2
    with pytest.raises(AssertionError):
        assert os.path.exists("out")
