"""Good files among all the bombs: each good one has the bytes that it has alone (row 112)."""

from __future__ import annotations

import csv
import time
from pathlib import Path

import pytest

from planparse.batch.task import How, Task, perform
from planparse.cli import main
from tests.roads import DUMP

GOOD = 40


def test_forty_good_files_and_every_bad_one(inputs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("good").mkdir()
    for number in range(GOOD):
        Path("good", f"roads-{number:02}.txt").write_text(DUMP.replace("RD0", f"RD{number % 9}"), "utf-8")
    bad = sorted(str(p) for folder in ("files", "bombs") for p in (inputs / folder).iterdir())
    start = time.monotonic()
    assert main(["batch", "good", *bad, "-o", "out", "-q"]) == 1
    assert time.monotonic() - start < 120
    with open("out/index.csv", encoding="utf-8", newline="") as file:
        index = list(csv.DictReader(file))
    assert len(index) == GOOD + len(bad)
    good = [row for row in index if row["file"].startswith("good")]
    assert [row["status"] for row in good] == ["done"] * GOOD
    for row in good:
        alone = perform(Task(row["file"], Path(row["file"]).read_bytes(), How())).files
        folder = Path("out", "plans", row["plan_id"])
        assert {p.name: p.read_bytes() for p in folder.iterdir()} == alone
    for row in index:
        assert row["code"] in ("0", "3", "4", "5"), row
        if row["code"] in ("4", "5"):
            assert row["message"], row
            assert "\n" not in row["message"]
            assert "Traceback" not in row["message"]
            assert not Path("out", "plans", row["plan_id"]).exists()
