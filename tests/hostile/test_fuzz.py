"""A short run of the fuzzer with a fixed seed, and the finds of longer runs as cases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from fuzz.mutate import Heard, check, fuzz, seeds

from planparse.batch.task import Result
from planparse.batch.worker import Worker

FOUND = Path(__file__).with_name("found")
CASES = 120


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    found = Heard()
    yield found
    found.close()


def test_a_short_run_finds_nothing(worker: Worker) -> None:
    tally: Counter[str] = Counter()
    finds = [find for find in islice(fuzz(8, tally, worker), CASES) if find is not None]
    assert [(find.name, find.what) for find in finds] == []
    assert tally.total() == CASES
    assert {name.partition(" ")[0] for name in tally} == {name.rpartition(".")[2] for name, _ in seeds()}


def test_what_was_found_is_answered_well(worker: Worker) -> None:
    for path in sorted(FOUND.iterdir()) if FOUND.exists() else ():
        assert check(path.name, path.read_bytes(), worker)[0] == "", path.name


def test_the_fuzzer_tells_good_from_bad(worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    def answer(result: Result) -> str:
        monkeypatch.setattr(Worker, "perform", lambda self, task: result)
        return check("a.txt", b"", worker)[0]

    empty = Result(0, files={"plan.json": b'{"objectives": []}'})
    assert answer(empty) == "success with nothing in it"
    assert answer(Result(0, files={"plan.json": b'{"objectives": [1]}'})) == ""
    assert "code 70" in answer(Result(70, "a.txt: a bug of ours"))
    assert "one line" in answer(Result(4, "a.txt: two\nlines"))
    assert "one line" in answer(Result(4, "no name"))
    assert "--max-seconds" in answer(Result(5, "a.txt: took more than 10 seconds; raise --max-seconds"))
    assert answer(Result(4, "a.txt: refused: get it again")) == ""
