"""schema, vocabulary, completion, and the page about them all."""

from __future__ import annotations

import json
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from planparse.cli import COMMANDS, main
from planparse.cli.completion import commands
from planparse.cli.reference import reference

ROOT = Path(__file__).parents[2]


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main([*words]) == 0
    return capsys.readouterr().out


def test_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, "schema") == printed(capsys, "schema", "plan")
    assert json.loads(printed(capsys, "schema"))["$id"] == "urn:planparse:plan:1"
    assert main(["schema", "nothing"]) == 2


def test_vocabulary(dump: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = tomllib.loads(printed(capsys, "vocabulary"))
    assert "objective" in own["labels"]
    Path("my.toml").write_text('[labels]\nobjective = ["Grand Purpose"]\n', "utf-8")
    Path("planparse.toml").write_text('vocabulary = "my.toml"\n', "utf-8")
    assert "Grand Purpose" in printed(capsys, "vocabulary")
    Path("bad.toml").write_text('[label]\nx = ["y"]\n', "utf-8")
    assert main(["vocabulary", "--vocabulary", "bad.toml"]) == 2
    assert "unknown table [label]" in capsys.readouterr().err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_knows_every_command_and_option(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    script = printed(capsys, "completion", shell)
    for command in commands():
        assert command.name in script
        for option in command.options:
            for name in option.names:
                assert name in script or (shell == "fish" and f"-l {name[2:]}" in script) or f"-s {name[1:]}" in script
    if shutil.which(shell):
        subprocess.run([shell, "-n"], input=script, text=True, check=True, capture_output=True)


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["ext"], ["extract"]),
        (["extract", "--form"], ["--format"]),
        (["extract", "--format", ""], ["json", "csv", "lines", "text"]),
        (["tables", "--format", "h"], ["html"]),
        (["completion", ""], ["bash", "fish", "zsh"]),
        (["extract", "dra"], []),
    ],
)
def test_bash_completes(words: list[str], offered: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    script = printed(capsys, "completion", "bash")
    line = " ".join(f"'{w}'" for w in ["planparse", *words])
    ask = f"{script}\nCOMP_WORDS=({line}); COMP_CWORD={len(words)}; _planparse; printf '%s\\n' \"${{COMPREPLY[@]}}\""
    done = subprocess.run(["bash", "-c", ask], capture_output=True, text=True, check=True)
    assert done.stdout.split() == offered


def test_the_page_about_the_command_line_is_true() -> None:
    assert (ROOT / "docs" / "cli.md").read_text("utf-8") == reference(), "run make docs"
    assert all(f"## planparse {name}\n" in reference() for name in COMMANDS)
