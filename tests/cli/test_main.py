"""The door: commands, the shorthand, what is not known."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path

import pytest

import planparse
from planparse.cli import COMMANDS, main


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_its_module(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    module = import_module(f"planparse.cli.{name}")
    assert name == module.NAME
    assert COMMANDS[name] == module.HELP
    assert main([name, "--help"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith(f"usage: planparse {name}")
    assert "--debug" in out
    assert err == ""


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    out = capsys.readouterr().out
    assert all(f"\n  {name} " in out for name in COMMANDS)
    assert main(["help", "extract"]) == 0


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"planparse {planparse.__version__}\n"


def test_a_file_is_short_for_extract(dump: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["roads.txt", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["status"] == "draft"


def test_a_command_wins_over_a_file_of_its_name(dump: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dump.rename(dump.with_name("schema"))
    assert main(["schema"]) == 0
    assert "$schema" in json.loads(capsys.readouterr().out)
    assert main(["./schema"]) == 0


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ([], "no file and no command"),
        (["extrct"], "did you mean extract?"),
        (["nowhere.pdf"], "nowhere.pdf: no such file and no such command"),
        (["--format", "json"], "give the command or the file before --format"),
        (["extract"], "the following arguments are required: FILE"),
        (["extract", "x", "--fromat", "json"], "did you mean --format?"),
        (["extract", "x", "--form", "json"], "unrecognized arguments: --form"),
        (["extract", "x", "--format", "xml"], "invalid choice: 'xml'"),
        (["extract", "nowhere.pdf"], "nowhere.pdf: no such file"),
        (["help", "nothing"], "no such command"),
    ],
)
def test_wrong_use_is_one_line_and_two(words: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert message in err
    assert err.count("\n") == 1
    assert "usage:" not in err
