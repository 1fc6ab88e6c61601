"""tables: as read or as repaired."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from planparse.cli import main
from tests.roads import DUMP


def shown(capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, list[dict[str, object]]]]:
    assert main(["tables", "roads.txt", "--format", "json", *words]) == 0
    tables: list[dict[str, list[dict[str, object]]]] = json.loads(capsys.readouterr().out)["tables"]
    return tables


def test_raw_is_as_read_and_else_rows_are_mended(dump: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dump.write_text(DUMP.replace("\tRD002: Days", "RD002: Days"), "utf-8")

    def column(*words: str) -> object:
        cells = [c for t in shown(capsys, *words) for c in t["cells"]]
        return next(c["col"] for c in cells if str(c["text"]).startswith("RD002"))

    assert (column("--raw"), column()) == (0, 1)


@pytest.mark.parametrize(
    ("name", "start"), [("t.json", "{"), ("t.csv", "table,page"), ("t.html", "<!DOCTYPE"), ("t.txt", "Table 1")]
)
def test_the_format_follows_the_suffix(dump: Path, name: str, start: str) -> None:
    assert main(["tables", "roads.txt", "-o", name]) == 0
    assert Path(name).read_text("utf-8").startswith(start)


def test_the_input_is_kept(dump: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tables", "roads.txt", "-o", "roads.txt"]) == 2
    assert dump.read_text("utf-8") == DUMP


def test_a_document_without_a_plan_has_tables_all_the_same(dump: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dump.write_text("a\tb\nc\td\n", "utf-8")
    assert [c["text"] for c in shown(capsys)[0]["cells"]] == ["a", "b", "c", "d"]
