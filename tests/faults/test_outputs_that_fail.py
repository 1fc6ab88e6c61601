"""Outputs that cannot be written: one line, code 6, the old output as it was, nothing left over (rows 120 to 127)."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from planparse.cli import main
from planparse.errors import OutputFailed
from planparse.writers.files import write_files
from tests.roads import DUMP

NEW = {"a.csv": b"new" * 1000, "plan.json": b"new" * 1000}
Call = Callable[..., object]


def old(folder: Path) -> dict[str, bytes]:
    folder.mkdir(exist_ok=True)
    for name in NEW:
        (folder / name).write_bytes(b"old")
    return contents(folder)


def contents(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir()}


@pytest.mark.parametrize("name", ["open", "fsync", "replace", "link"])
@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO, errno.EROFS])
def test_the_nth_call_fails(name: str, error: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For N from 1 until all succeed: the old files or the new ones, all of them; nothing else."""
    real: Call = getattr(os, name)
    for nth in range(1, 20):
        before = old(tmp_path / str(nth))
        count = 0

        def failing(*args: object, nth: int = nth, **given: object) -> object:
            nonlocal count
            count += 1
            if count == nth:
                raise OSError(error, os.strerror(error))
            return real(*args, **given)

        monkeypatch.setattr(os, name, failing)
        said = ""
        try:
            write_files(tmp_path / str(nth), NEW)
        except OutputFailed as failure:
            said = str(failure)
        monkeypatch.undo()
        after = contents(tmp_path / str(nth))
        if not said:
            assert after == NEW
            if count < nth:
                return
            continue
        assert os.strerror(error) in said
        assert "\n" not in said
        assert after == before
    raise AssertionError("never succeeds")


MANY = {f"{n}.csv": b"new" for n in range(5)}


def some_old(folder: Path) -> dict[str, bytes | str]:
    """Of the files of the set one is a link and one is not there yet."""
    folder.mkdir()
    for name in list(MANY)[:3]:
        (folder / name).write_bytes(b"old")
    (folder / "3.csv").symlink_to("elsewhere")
    return seen(folder)


def seen(folder: Path) -> dict[str, bytes | str]:
    return {p.name: os.readlink(p) if p.is_symlink() else p.read_bytes() for p in folder.iterdir()}


def from_rename(monkeypatch: pytest.MonkeyPatch, fails: Callable[[int], bool]) -> None:
    """The renames of which ``fails`` says so fail; they are counted from one, that of the promise left out."""
    replace, count = os.replace, 0

    def failing(source: Path, target: Path) -> None:
        nonlocal count
        count += not target.name.startswith(".planparse-")
        if not target.name.startswith(".planparse-") and fails(count):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        replace(source, target)

    monkeypatch.setattr(os, "replace", failing)


@pytest.mark.parametrize("has_links", [True, False])
@pytest.mark.parametrize("at", range(1, len(MANY) + 1))
def test_a_rename_that_fails_undoes_those_before_it(
    at: int, has_links: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = some_old(tmp_path / "out")
    from_rename(monkeypatch, lambda count: count == at)
    if not has_links:

        def refused(*args: object, **given: object) -> None:
            raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

        monkeypatch.setattr(os, "link", refused)
    with pytest.raises(OutputFailed, match=rf"{at - 1}\.csv: cannot be written"):
        write_files(tmp_path / "out", MANY)
    assert seen(tmp_path / "out") == before


@pytest.mark.parametrize("at", range(2, len(MANY) + 1))
def test_what_cannot_be_undone_is_undone_by_the_next_run(
    at: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = some_old(tmp_path / "out")
    from_rename(monkeypatch, lambda count: count >= at)
    with pytest.raises(OutputFailed):
        write_files(tmp_path / "out", MANY)
    monkeypatch.undo()
    assert seen(tmp_path / "out") != before
    write_files(tmp_path / "out", {"other": b"x"})
    left = seen(tmp_path / "out")
    assert {name: text for name, text in left.items() if name in before} == before
    assert not set(left) & (set(MANY) - set(before))


def test_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A real one where this machine lets us make a small file system, else a limit on the size of files."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)], capture_output=True, check=False
    )
    before = old(disk)
    source = tmp_path / "plan.txt"
    source.write_text(DUMP + "\n".join(f"\tRD9{n:03}: Roads {n} {'x' * 200}\t1\t2\t3" for n in range(300)), "utf-8")
    command = [sys.executable, "-m", "planparse", "extract", "-q", str(source), "-o", str(disk)]
    try:
        if mounted.returncode:
            command = ["sh", "-c", 'ulimit -f 32; exec "$@"', "sh", *command]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
        assert done.returncode == 6, done.stderr
        assert done.stderr.count("\n") == 1
        assert contents(disk) == before
    finally:
        if not mounted.returncode:
            subprocess.run(["umount", str(disk)], check=True)


def test_a_full_device_and_a_folder_that_is_none(tmp_path: Path) -> None:
    source = tmp_path / "roads.txt"
    source.write_text(DUMP, "utf-8")
    for output in ("/dev/full", str(source / "plan.json"), "/proc/plan.json"):
        command = [sys.executable, "-m", "planparse", "extract", "-q", str(source), "-o", output, "--format", "json"]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
        assert done.returncode == 6, output
        assert done.stderr.count("\n") == 1
        assert output.split("/")[1] in done.stderr
    command = [sys.executable, "-m", "planparse", "extract", "-q", str(source)]
    with open("/dev/full", "wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr.count("\n")) == (6, 1)


def test_a_folder_that_is_read_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For the superuser no folder is; there the system's answer is put in the place of its call."""
    before = old(tmp_path / "out")
    (tmp_path / "out").chmod(0o500)
    if os.geteuid() == 0:

        def refused(*args: object, **given: object) -> int:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

        monkeypatch.setattr(os, "open", refused)
    with pytest.raises(OutputFailed, match="Permission denied"):
        write_files(tmp_path / "out", NEW)
    monkeypatch.undo()
    assert contents(tmp_path / "out") == before


def test_a_link_is_replaced_and_its_victim_left_alone(tmp_path: Path) -> None:
    source, victim, link = tmp_path / "roads.txt", tmp_path / "victim", tmp_path / "plan.json"
    source.write_text(DUMP, "utf-8")
    victim.write_text("precious")
    link.symlink_to(victim)
    assert main(["extract", "-q", str(source), "-o", str(link)]) == 0
    assert victim.read_text() == "precious"
    assert json.loads(link.read_text())["schema_version"]
    assert not link.is_symlink()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_stopped_command_leaves_nothing(number: int, tmp_path: Path) -> None:
    """Stopped while it waits for its input: no traceback, no child, no temporary file."""
    command = [sys.executable, "-m", "planparse", "extract", "-", "-o", str(tmp_path / "out.json")]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdin is not None
    process.stdin.write(b"half a plan")
    process.stdin.flush()
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    until = time.monotonic() + 20
    while not (child := children.read_text().split()) and time.monotonic() < until:
        time.sleep(0.01)
    time.sleep(0.2)
    process.send_signal(number)
    _, told = process.communicate(timeout=20)
    assert process.returncode == 130
    assert told == b"interrupted\n"
    assert not Path(f"/proc/{child[0]}").exists()
    assert list(tmp_path.iterdir()) == []


def test_a_pipe_that_closes_is_no_noise(tmp_path: Path) -> None:
    source = tmp_path / "roads.txt"
    source.write_text(DUMP * 3, "utf-8")
    command = f"'{sys.executable}' -m planparse extract -q '{source}' | head -c 1 > /dev/null"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=True, timeout=60)
    assert done.stderr == ""


def test_two_runs_on_one_file_and_a_reader_in_a_loop(tmp_path: Path) -> None:
    """Every read is a whole JSON text (row 123)."""
    source, out = tmp_path / "roads.txt", tmp_path / "plan.json"
    source.write_text(DUMP, "utf-8")
    command = [sys.executable, "-m", "planparse", "extract", "-q", str(source), "-o", str(out)]
    runs = [subprocess.Popen(command) for _ in range(4)]
    reads = 0
    while any(run.poll() is None for run in runs):
        if out.exists():
            assert json.loads(out.read_bytes())["objectives"]
            reads += 1
    assert [run.returncode for run in runs] == [0] * 4
    assert sorted(p.name for p in tmp_path.iterdir()) == ["plan.json", "roads.txt"]
    assert json.loads(out.read_bytes())["objectives"]


def test_an_input_that_goes_or_grows_while_it_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is read once; what comes after that is not seen, and what is gone is said."""
    source = tmp_path / "roads.txt"
    source.write_text(DUMP, "utf-8")
    writer = os.fork()
    if writer == 0:
        try:
            with source.open("ab") as file:
                for _ in range(2000):
                    file.write(b"\tRD009: more\t1\t2\t3\n")
                    file.flush()
        finally:
            os._exit(0)
    codes = {main(["extract", "-q", str(source), "-o", str(tmp_path / "plan.json")]) for _ in range(5)}
    os.waitpid(writer, 0)
    assert codes <= {0, 3}
    source.unlink()
    capsys.readouterr()
    assert main(["extract", str(source), "-o", str(tmp_path / "gone.json")]) == 2
    assert "no such file" in capsys.readouterr().err
    assert not (tmp_path / "gone.json").exists()
