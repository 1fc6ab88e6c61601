"""A batch on a real Dask cluster of two processes, one of which is killed while it works."""

from __future__ import annotations

import csv
import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from planparse.batch.dask_engine import Cluster
from planparse.batch.discovery import discover
from planparse.batch.ledger import Entry
from planparse.batch.runner import run_batch
from planparse.batch.task import How
from planparse.cli import main
from tests.roads import DUMP

SAMPLE = Path(__file__).parents[2] / "samples" / "halton-2016-19.html"


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    from distributed import LocalCluster

    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1", silence_logs=50
    ) as found:
        yield found


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(24):
        (folder / f"{number:02}.html").write_bytes(SAMPLE.read_bytes() + f"<p>Copy {number}</p>".encode())
    (folder / "roads.txt").write_text(DUMP)
    (folder / "bad.pdf").write_bytes(b"%PDF-1.7 nothing")
    return folder


def everything(folder: Path) -> dict[str, bytes]:
    names = (p for p in folder.rglob("*") if p.is_file() and not p.name.startswith("."))
    return {str(p.relative_to(folder)): p.read_bytes() for p in names}


def test_the_same_output_as_on_this_machine(cluster: Any, archive: Path) -> None:
    words = ["batch", "in/roads.txt", "in/00.html", "in/bad.pdf", "-q"]
    assert main([*words, "-o", "here"]) == 1
    assert main([*words, "-o", "there", "--engine", "dask", "--scheduler", cluster.scheduler_address]) == 1
    assert everything(Path("there")) == everything(Path("here"))


def test_a_worker_of_the_cluster_is_killed(cluster: Any, archive: Path) -> None:
    """No file is lost and none is there twice."""
    connection = Cluster(cluster.scheduler_address)
    told: list[str] = []
    enough = threading.Event()

    def done(entry: Entry, finished_before: bool) -> None:
        told.append(entry.plan_id)
        if len(told) == 4:
            enough.set()

    def kill() -> None:
        enough.wait(60)
        os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    try:
        items = discover(["in"], [], Path("out"))
        run_batch(items, How(), Path("out"), engine=connection.performer, jobs=connection.jobs(), done=done)
    finally:
        enough.set()
        killer.join()
        connection.close()
    assert sorted(told) == sorted(item.plan_id for item in items)
    with open("out/index.csv", encoding="utf-8", newline="") as file:
        index = list(csv.DictReader(file))
    assert [row["plan_id"] for row in index] == [item.plan_id for item in items]
    assert [row["plan_id"] for row in index if row["code"] != "0"] == ["bad.pdf"]
    with open("out/plan.csv", encoding="utf-8", newline="") as file:
        assert len(list(csv.DictReader(file))) == 25


def test_no_scheduler_there(archive: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Cluster.__init__, "__defaults__", (0.3,))
    start = time.monotonic()
    assert main(["batch", "in", "-o", "out", "--engine", "dask", "--scheduler", "tcp://127.0.0.1:9"]) == 2
    assert time.monotonic() - start < 10
    assert "no Dask scheduler answers there" in capsys.readouterr().err


def test_dask_is_imported_only_when_it_is_asked_for(archive: Path) -> None:
    import subprocess
    import sys

    script = """
import sys
from planparse.cli import main
main(["batch", "in/roads.txt", "-q", "-o", "out"])
print(*sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert not {"dask", "distributed", "tornado", "rich"} & set(done.stdout.split())
