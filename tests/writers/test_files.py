"""Files are written whole or not at all."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from planparse.errors import OutputFailed
from planparse.writers import files
from planparse.writers.files import write_file, write_files


def names(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


def test_a_file_is_written_and_replaced(tmp_path: Path) -> None:
    target = tmp_path / "new" / "plan.json"
    write_file(target, "first\n")
    write_file(target, "zweite – £\n")
    assert target.read_bytes() == "zweite – £\n".encode()
    assert names(target.parent) == ["plan.json"]


def test_new_files_have_the_usual_mode_and_old_ones_keep_theirs(tmp_path: Path) -> None:
    former = os.umask(0o022)
    try:
        write_file(tmp_path / "a", "x")
    finally:
        os.umask(former)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o644
    (tmp_path / "a").chmod(0o600)
    write_file(tmp_path / "a", "y")
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o600


def test_a_link_is_replaced_and_its_victim_unchanged(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("keep")
    link = tmp_path / "plan.json"
    link.symlink_to(victim)
    write_file(link, "data")
    assert victim.read_text() == "keep"
    assert not link.is_symlink()
    assert link.read_text() == "data"


def test_a_planted_temporary_link_is_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    victim = tmp_path / "victim"
    victim.write_text("keep")
    planted = tmp_path / "planted"
    planted.symlink_to(victim)
    monkeypatch.setattr(files, "_temporary", lambda folder: planted)
    with pytest.raises(OutputFailed):
        write_file(tmp_path / "plan.json", "data")
    assert victim.read_text() == "keep"


def test_a_device_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    write_file(Path("/dev/null"), "x")
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)
    with pytest.raises(OutputFailed, match=r"/dev/full: cannot be written: No space left"):
        write_file(Path("/dev/full"), "x" * 100_000)


def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[str] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_text()))
    reader.start()
    write_file(pipe, "through")
    reader.join(5)
    assert got == ["through"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_what_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputFailed, match=r"folder: is a folder"):
        write_file(tmp_path / "folder", "x")
    with pytest.raises(OutputFailed, match=r"file.*(Not a directory|is a file where)"):
        write_file(tmp_path / "file" / "plan.json", "x")
    with pytest.raises(OutputFailed, match=r"cannot be written: File name too long"):
        write_file(tmp_path / ("n" * 300), "x")
    assert names(tmp_path) == ["file", "folder"]


CALLS = ("open", "fsync", "fchmod", "replace")


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("nth", [1, 2, 3])
def test_the_nth_failing_call_leaves_whole_files_and_no_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, nth: int
) -> None:
    """Each file is the old or the new one; nothing temporary stays; the message is one line."""
    out = tmp_path / "out"
    old = {"a.csv": "old a", "b.csv": "old b", "plan.json": "old plan"}
    new = {name: text.replace("old", "new") for name, text in old.items()}
    write_files(out, old)
    real, count = getattr(os, call), 0

    def failing(*args: object, **named: object) -> object:
        nonlocal count
        count += 1
        if count == nth:
            raise OSError(28, "No space left on device")
        return real(*args, **named)

    monkeypatch.setattr(os, call, failing)
    with pytest.raises(OutputFailed) as caught:
        write_files(out, new)
    monkeypatch.undo()
    assert str(caught.value).count("\n") == 0
    assert names(out) == sorted(old)
    for name in old:
        assert (out / name).read_text() in (old[name], new[name])
    if call != "replace":
        assert {name: (out / name).read_text() for name in old} == old


def test_an_interrupt_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_file(tmp_path / "plan.json", "x")
    assert names(tmp_path) == []


WRITER = """
import sys
from pathlib import Path
from planparse.writers.files import write_files
print("ready", flush=True)
while True:
    for letter in "ab":
        write_files(Path(sys.argv[1]), {"one": letter * 200_000, "two": letter * 200_000})
"""


def test_a_killed_writer_leaves_whole_files_and_the_next_run_sweeps(tmp_path: Path) -> None:
    for nth in range(8):
        with subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(0.005 + 0.007 * nth)
            process.send_signal(signal.SIGKILL)
        for name in ("one", "two"):
            if (tmp_path / name).exists():
                assert (tmp_path / name).read_text() in ("a" * 200_000, "b" * 200_000)
    write_files(tmp_path, {"one": "done", "two": "done"})
    assert names(tmp_path) == ["one", "two"]


def test_a_living_run_keeps_its_temporary_files(tmp_path: Path) -> None:
    mine = files._temporary(tmp_path)
    mine.write_text("in progress")
    write_file(tmp_path / "other", "x")
    assert mine.exists()
