"""A writer that is killed at any moment leaves the old set of files or the new one, whole (row 119)."""

from __future__ import annotations

import os
import random
import signal
import time
from pathlib import Path

import pytest

from planparse.writers.files import write_files

NAMES = ("a.csv", "b.csv", "c.csv", "plan.json")
SIZE = 30_000


def content(version: int) -> dict[str, bytes]:
    return {name: f"{version:06}".encode() * (SIZE // 6) for name in NAMES}


def versions(folder: Path) -> set[bytes]:
    """What the files of the set hold; a file that is not whole counts as a version of its own."""
    found = {(folder / name).read_bytes() for name in NAMES}
    return {data[:6] if data == data[:6] * (SIZE // 6) else data for data in found}


def write_for_ever(folder: Path, start: int) -> None:
    version = start
    while True:
        version += 1
        write_files(folder, content(version))


def test_killed_at_two_hundred_moments(tmp_path: Path) -> None:
    random_number = random.Random(8)
    write_files(tmp_path, content(0))
    last, written = 0, 0
    start = time.monotonic()
    for _ in range(5):
        write_files(tmp_path, content(0))
    longest = 3 * (time.monotonic() - start) / 5  # of three sets
    for _ in range(200):
        process = os.fork()
        if process == 0:
            try:
                write_for_ever(tmp_path, last)
            finally:
                os._exit(1)
        time.sleep(random_number.uniform(0.0, max(longest, 0.012)))
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        assert all((tmp_path / name).stat().st_size == SIZE for name in NAMES)
        write_files(tmp_path, {"other": b"x"})  # the next run finishes or removes what was left
        (version,) = versions(tmp_path)
        assert int(version) >= last
        written += int(version) > last
        last = int(version)
        assert sorted(p.name for p in tmp_path.iterdir()) == sorted([*NAMES, "other"])
    assert written > 10


@pytest.mark.parametrize("dies_at", range(1, len(NAMES) + 1))
def test_killed_between_any_two_renames(dies_at: int, tmp_path: Path) -> None:
    write_files(tmp_path, content(0))
    process = os.fork()
    if process == 0:
        replace, count = os.replace, 0

        def replaced(source: Path, target: Path) -> None:
            nonlocal count
            if target.name in NAMES:
                count += 1
                if count == dies_at:
                    os.kill(os.getpid(), signal.SIGKILL)
            replace(source, target)

        os.replace = replaced  # type: ignore[assignment]
        write_files(tmp_path, content(1))
        os._exit(0)
    os.waitpid(process, 0)
    write_files(tmp_path, {"other": b"x"})
    assert versions(tmp_path) == {b"000001"}
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted([*NAMES, "other"])


def test_a_promise_names_nothing_outside_its_folder(tmp_path: Path) -> None:
    from planparse.writers.files import _host

    inside, victim = tmp_path / "in", tmp_path / "victim"
    inside.mkdir()
    victim.write_text("old")
    source = inside / f".planparse-{_host()}-999999999-0.part"
    source.write_text("new")
    promise = inside / f".planparse-{_host()}-999999999-1.promise"
    promise.write_text(f'[["{source.name}", "../victim"], ["../victim", "taken"]]')
    write_files(inside, {"other": b"x"})
    assert victim.read_text() == "old"
    assert sorted(p.name for p in inside.iterdir()) == ["other"]
