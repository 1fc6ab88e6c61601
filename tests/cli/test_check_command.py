"""planparse check and planparse explain."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from planparse.cli import check, explain
from planparse.cli.arguments import build_parser
from planparse.errors import InputRefused, UsageError
from tests.checks.writing import clean_plan, read_case, read_plan

FAULTS = """
    CLN001: % of streets free of litter | 87% | 88% |  | 90%
    CLN002: % of parks with a green flag | 40% | tbc | tbc | tbc
    CLN002: % of bins emptied on the day | 90% | 92% % | 93% | 94%
"""
MENDED = FAULTS.replace("CLN002: % of bins", "CLN003: % of bins").replace("88% | ", "88% | #REF!")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "faults.txt").write_text(read_case(FAULTS).text())
    (tmp_path / "mended.txt").write_text(read_case(MENDED).text())
    (tmp_path / "clean.txt").write_text(clean_plan(1).text())
    (tmp_path / "faults.json").write_text(read_plan(read_case(FAULTS)).plan.to_json())
    return tmp_path


def run(*words: str) -> int:
    return check.run(build_parser("check", check).parse_args(list(words)))


def test_the_exit_code_follows_fail_on(folder: Path) -> None:
    assert run("clean.txt") == 0
    assert run("faults.txt") == 1
    assert run("faults.txt", "--fail-on", "never") == 0
    assert run("faults.txt", "--select", "PP401") == 0
    assert run("faults.txt", "--select", "PP401", "--fail-on", "warning") == 1
    assert run("faults.txt", "--select", "PP403", "--fail-on", "warning") == 0
    assert run("faults.txt", "--select", "PP403", "--fail-on", "note") == 1


def test_a_plan_json_is_checked_without_places(folder: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run("faults.json", "--format", "json") == 1
    report = json.loads(capsysbinary.readouterr().out)
    findings = report["files"][0]["findings"]
    assert [f["rule"] for f in findings] == ["PP401", "PP101", "PP403", "PP303"]
    assert all(q["places"] == [] for f in findings for q in f["quotes"])
    Path("bad.json").write_text("{}")
    with pytest.raises(InputRefused, match=r"bad\.json: not a plan\.json"):
        run("bad.json")


def test_since_tells_only_what_is_new_and_what_is_resolved(
    folder: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run("mended.txt", "--since", "faults.txt", "--format", "json") == 1
    (file,) = json.loads(capsysbinary.readouterr().out)["files"]
    assert [f["rule"] for f in file["findings"] if f["severity"] == "error"] == ["PP302"]
    assert {"PP101", "PP401"} <= {f["rule"] for f in file["resolved"]}
    assert "PP403" not in {f["rule"] for f in (*file["findings"], *file["resolved"])}
    assert run("faults.txt", "--since", "faults.json") == 0
    with pytest.raises(UsageError, match="--since"):
        run("faults.txt", "clean.txt", "--since", "faults.txt")


def test_several_files_are_one_report_and_a_bad_one_is_told(
    folder: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run("clean.txt", "none.txt", "faults.txt", "--format", "concise") == 2
    out, err = capfdbinary.readouterr()
    assert out.startswith(b"faults.txt:10: PP401 warning")
    assert b"none.txt: no such file" in err


def test_suppressions_are_counted_and_idle_ones_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("quiet.toml").write_text(
        '[[suppress]]\nrule = "PP101"\nreason = "agreed"\n[[suppress]]\nrule = "PP504"\nreason = "old"\n'
    )
    assert run("faults.txt", "--suppress", "quiet.toml") == 0
    err = capsys.readouterr().err
    assert "faults.txt: 1 suppressed" in err
    assert "suppression of PP504 covers nothing" in err


def test_the_format_follows_the_suffix(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("faults.txt", "-o", "out.sarif")
    assert json.loads(Path("out.sarif").read_text())["version"] == "2.1.0"
    run("faults.txt", "-o", "out.md")
    assert Path("out.md").read_text().startswith("# faults.txt\n")
    with pytest.raises(UsageError, match="overwrite its own input"):
        run("faults.txt", "-o", "faults.txt")


def test_statistics_go_to_standard_error(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("faults.txt", "--statistics")
    assert "    1  PP101  error    code-used-twice" in capsys.readouterr().err


def test_a_rule_that_there_is_not(folder: Path) -> None:
    with pytest.raises(UsageError, match="no rule PP999"):
        run("faults.txt", "--ignore", "PP999")


def test_explain(capsys: pytest.CaptureFixture[str]) -> None:
    parser = build_parser("explain", explain)
    assert explain.run(parser.parse_args(["pp101", "target-blank"])) == 0
    text = capsys.readouterr().out
    assert text.startswith("PP101 code-used-twice (error)")
    assert "\nPP401 target-blank (warning)" in text
    assert explain.run(parser.parse_args([])) == 0
    assert "PP703" in capsys.readouterr().out
    assert explain.run(parser.parse_args(["--format", "markdown"])) == 0
    assert capsys.readouterr().out.startswith("# The rules")
    with pytest.raises(UsageError, match="no rule PP000"):
        explain.run(parser.parse_args(["PP000"]))
