"""extract: where output goes, in which format, what is said, and with which exit code."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from planparse.cli import main
from planparse.model.options import ReadOptions
from planparse.model.plan import Plan
from planparse.pipeline import extract
from tests.roads import DUMP

TABLES = ["extras", "indicators", "measurements", "milestones", "objectives", "plan", "statements"]
ALL = sorted([*(f"{name}.csv" for name in TABLES), "plan.json"])


def names(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


def test_json_on_standard_output_and_talk_on_standard_error(dump: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", "roads.txt"]) == 0
    out, err = capsys.readouterr()
    assert out == extract(dump).plan.to_json()
    lines = err.splitlines()
    assert lines[0] == "1 objective, 4 indicators, 2 milestones"
    assert (
        lines[1]
        == "30 of 30 source cells accounted for: 21 in records, 9 labels and headers, 0 page furniture, 0 unused"
    )


def test_the_summary_says_what_was_mended(dump: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dump.write_text(DUMP.replace("\tRD002: Days", "RD002: Days"), "utf-8")
    assert main(["extract", "roads.txt"]) == 0
    assert capsys.readouterr().err.startswith("1 objective, 4 indicators, 2 milestones; 1 shifted row realigned\n")


def test_quiet(dump: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", "-q", "roads.txt"]) == 0
    assert capsys.readouterr().err == ""


def test_standard_input(dump: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(dump.read_bytes())))
    assert main(["-"]) == 0
    assert Plan.from_json(capsys.readouterr().out).find("RD001") is not None


@pytest.mark.parametrize("name", ["out", "out/", "out.d/", "a/b/"])
def test_a_folder_gets_everything(dump: Path, name: str) -> None:
    assert main(["extract", "roads.txt", "-o", name]) == 0
    assert names(Path(name)) == ALL
    assert Path(name, "plan.json").read_bytes() == extract(dump).plan.to_json().encode()
    assert Path(name, "plan.csv").read_bytes().count(b"\r\n") == 2


@pytest.mark.parametrize(
    ("words", "path", "start"),
    [
        (["-o", "x.json"], "x.json", "{"),
        (["-o", "x.txt"], "x.txt", "DRAFT Business"),
        (["-o", "x.lines"], "x.lines", "plan: "),
        (["-o", "x.dat", "--format", "lines"], "x.dat", "plan: "),
        (["-o", "x.json", "--format", "text"], "x.json", "DRAFT Business"),
        (["-o", "plain", "--format", "json"], "plain", "{"),
        (["-o", "d/", "--format", "lines"], "d/plan.lines", "plan: "),
    ],
)
def test_the_format_follows_the_suffix_unless_given(dump: Path, words: list[str], path: str, start: str) -> None:
    assert main(["extract", "roads.txt", *words]) == 0
    assert Path(path).read_text("utf-8").startswith(start)


def test_csv_alone_in_a_folder(dump: Path) -> None:
    assert main(["extract", "roads.txt", "-o", "tables", "--format", "csv"]) == 0
    assert names(Path("tables")) == [n for n in ALL if n != "plan.json"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--format", "csv"], "give a folder with -o"),
        (["-o", "plan.csv"], "give a folder, such as -o plan/"),
        (["-o", "plan.xlsx"], "no format has the suffix .xlsx"),
        (["roads.txt"], "several files: give a folder with -o"),
        (["roads.txt", "-o", "all.json"], "with several files it has to be a folder"),
        (["--trace", "-"], "standard output holds the plan"),
        (["-o", "roads.txt"], "would overwrite its own input"),
        (["--trace", "./roads.txt"], "would overwrite its own input"),
        (["--max-pages", "0"], "not a whole number above zero"),
    ],
)
def test_what_makes_no_sense_is_refused(
    dump: Path, words: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["extract", "roads.txt", *words]) == 2
    out, err = capsys.readouterr()
    assert message in err
    assert (out, err.count("\n")) == ("", 1)
    assert dump.read_text("utf-8") == DUMP
    assert names(dump.parent) == ["roads.txt"]


def test_several_files_get_a_folder_each(dump: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("b/roads.txt", "b/RÖADS.TXT", "b/.. .txt", "b/$(x) y.txt"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(DUMP, "utf-8")
    sources = ["roads.txt", "b/roads.txt", "b/RÖADS.TXT", "b/.. .txt", "b/$(x) y.txt"]
    assert main(["extract", *sources, "-o", "out", "--trace", "traces"]) == 0
    folders = ["RÖADS", "plan", "roads", "roads-2", "x_y"]
    assert names(Path("out")) == folders
    assert all(names(Path("out", name)) == ALL for name in folders)
    assert names(Path("traces")) == sorted(f"{name}.trace.json" for name in folders)
    assert "b/roads.txt: 1 objective" in capsys.readouterr().err


def test_one_bad_file_of_several_is_reported_and_the_others_are_read(
    dump: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("empty.txt").write_bytes(b"")
    assert main(["extract", "nowhere.txt", "empty.txt", "roads.txt", "-o", "out", "-q"]) == 4
    assert names(Path("out")) == ["roads"]
    assert capsys.readouterr().err.splitlines() == ["nowhere.txt: no such file", "empty.txt: the file is empty"]


def test_trace(dump: Path) -> None:
    assert main(["extract", "roads.txt", "-o", "plan.json", "--trace", "trace.json"]) == 0
    assert json.loads(Path("trace.json").read_text("utf-8"))["schema"] == "planparse.trace/1"


def test_a_refused_file_leaves_the_old_output(dump: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("plan.json").write_text("old")
    Path("no.txt").write_text("A letter about nothing.\n")
    assert main(["extract", "no.txt", "-o", "plan.json"]) == 4
    assert Path("plan.json").read_text() == "old"
    assert capsys.readouterr().err.startswith("no.txt: no plan in it")


def test_a_limit_is_named(dump: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", "roads.txt", "--max-bytes", "10"]) == 5
    assert "raise --max-bytes" in capsys.readouterr().err


def test_output_that_cannot_be_written(dump: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", "roads.txt", "-o", "roads.txt/x.json"]) == 6
    assert main(["extract", "roads.txt", "-o", "/dev/full", "--format", "json"]) == 6
    assert capsys.readouterr().err.count("\n") == 2


def test_warnings_make_three_unless_they_are_welcome(dump: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Bytes that are not UTF-8 are read, with a warning."""
    dump.write_bytes(
        DUMP.replace("roads inspected", "roads \u2018inspected\u2019 \x85").encode("cp1252", "replace") + b"\x81\n"
    )
    code = main(["extract", "roads.txt", "-o", "x.json"])
    err = capsys.readouterr().err
    assert code == 3, err
    assert "\nwarning: " in err
    assert main(["extract", "roads.txt", "-o", "x.json", "--warnings-ok"]) == 0


def test_control_characters_never_reach_the_terminal(dump: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    Path("a\x1b[31m.txt").write_text("nothing")
    dump.write_text(DUMP.replace("roads inspected", "roads \x1b[31minspected\x07 \x9b2J"), "utf-8")
    assert main(["extract", "a\x1b[31m.txt"]) == 4
    assert main(["extract", "roads.txt", "--format", "text"]) in (0, 3)
    out, err = capsysbinary.readouterr()
    assert not set(out + err) & {0x1B, 0x07, 0x08}
    assert "\x9b" not in (out + err).decode()
    assert b"a\\x1b[31m.txt: " in err


def test_revisions_engine_and_format_reach_the_reader(dump: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[ReadOptions, str | None]] = []
    known = extract(dump)

    def spy(take: object, called: str, options: ReadOptions, *, format: str | None, vocabulary: object) -> object:
        seen.append((options, format))
        return known

    monkeypatch.setattr("planparse.pipeline.extract_bytes", spy)
    words = ["--revisions", "original", "--pdf-engine", "pdfplumber", "--input-format", "text", "--max-cells", "5k"]
    assert main(["extract", "roads.txt", "-o", "x.json", *words]) == 0
    ((options, format),) = seen
    assert (options.revisions, options.pdf_engine, format) == ("original", "pdfplumber", "text")
    assert options.limits.max_cells == 5_000


def test_an_own_vocabulary_is_used(dump: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dump.write_text(DUMP.replace("Service Objective:", "Grand Purpose:"), "utf-8")
    Path("my.toml").write_text('[labels]\nobjective = ["Grand Purpose"]\n', "utf-8")
    assert main(["extract", "roads.txt", "--vocabulary", "my.toml"]) == 0
    assert json.loads(capsys.readouterr().out)["objectives"][0]["title"] == "Keep roads open"
    assert main(["extract", "roads.txt", "--vocabulary", "nowhere.toml"]) == 2
