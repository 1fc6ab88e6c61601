"""A short run of the fuzzer with a fixed seed, and the finds of longer runs as cases."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from pathlib import Path

import pytest
from fuzz.mutate import check, fuzz, seeds

from planparse.batch.task import Result

FOUND = Path(__file__).with_name("found")
CASES = 120


def test_a_short_run_finds_nothing() -> None:
    tally: Counter[str] = Counter()
    finds = [find for find in islice(fuzz(8, tally), CASES) if find is not None]
    assert [(find.name, find.what) for find in finds] == []
    assert tally.total() == CASES
    assert {name.partition(" ")[0] for name in tally} == {name.rpartition(".")[2] for name, _ in seeds()}


def test_what_was_found_is_answered_well() -> None:
    for path in sorted(FOUND.iterdir()) if FOUND.exists() else ():
        assert check(path.name, path.read_bytes())[0] == "", path.name


def test_the_fuzzer_tells_good_from_bad(monkeypatch: pytest.MonkeyPatch) -> None:
    import fuzz.mutate as fuzzer

    def answer(result: Result) -> str:
        monkeypatch.setattr(fuzzer, "isolated", lambda task: result.to_bytes())
        return check("a.txt", b"")[0]

    empty = Result(0, files={"plan.json": b'{"objectives": []}'})
    assert answer(empty) == "success with nothing in it"
    assert answer(Result(0, files={"plan.json": b'{"objectives": [1]}'})) == ""
    assert "code 70" in answer(Result(70, "a.txt: a bug of ours"))
    assert "one line" in answer(Result(4, "a.txt: two\nlines"))
    assert "one line" in answer(Result(4, "no name"))
    assert "--max-seconds" in answer(Result(5, "a.txt: took more than 10 seconds; raise --max-seconds"))
    assert answer(Result(4, "a.txt: refused: get it again")) == ""
