"""``planparse diff`` as a command."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from planparse.cli import diff as command
from planparse.cli.arguments import build_parser
from planparse.errors import InputRefused, OutputFailed, UsageError
from tests.diff.drafts import indicator, objective, plan
from tests.diff.example import current, previous

Printed = pytest.CaptureFixture[str]


@pytest.fixture
def drafts(tmp_path: Path) -> tuple[str, str]:
    paths = tmp_path / "previous.json", tmp_path / "current.json"
    for path, draft in zip(paths, (previous(), current()), strict=True):
        path.write_text(draft.to_json(), "utf-8")
    return str(paths[0]), str(paths[1])


def run(*words: str) -> int:
    return command.run(build_parser("diff", command).parse_args(words))


def test_changes_give_one_and_none_gives_zero(drafts: tuple[str, str], capsys: Printed) -> None:
    assert run(*drafts) == 1
    assert capsys.readouterr().out.startswith("Indicators 9 -> 10: 1 new")
    assert run(drafts[0], drafts[0]) == 0
    assert run(*drafts, "--exit-zero") == 0


def test_the_exit_code_goes_by_level(tmp_path: Path) -> None:
    paths = []
    for name, text in (("a", "16%"), ("b", "16% %")):
        draft = plan(objective("O1", "Goal", indicators=[indicator("K1", "Lamps", text)]))
        paths.append(str(tmp_path / f"{name}.json"))
        Path(paths[-1]).write_text(draft.to_json(), "utf-8")
    assert run(*paths) == 0
    assert run(*paths, "--format", "json") == 0
    assert run(*paths, "--level", "cosmetic") == 1


def test_cosmetic_changes_are_shown_only_on_demand(drafts: tuple[str, str], capsys: Printed) -> None:
    run(*drafts)
    assert "relabelled" not in capsys.readouterr().out
    run(*drafts, "--level", "cosmetic")
    assert "relabelled" in capsys.readouterr().out
    run(*drafts, "--level", "substantive")
    assert "reworded   " not in capsys.readouterr().out
    run(*drafts, "--format", "json")
    assert {c["level"] for c in json.loads(capsys.readouterr().out)["changes"]} == {
        "substantive",
        "editorial",
        "cosmetic",
    }


def test_only_some_kinds_and_objectives(drafts: tuple[str, str], capsys: Printed) -> None:
    assert run(*drafts, "--only", "moved") == 1
    assert "Shown: 1 of" in capsys.readouterr().out
    assert run(*drafts, "--only", "merged") == 0
    capsys.readouterr()
    run(*drafts, "--objective", "LX02", "--format", "csv")
    assert "LX001" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("suffix", "start"),
    [("json", "{"), ("csv", "kind,level"), ("md", "# Changes"), ("html", "<!DOCTYPE html>"), ("txt", "Indicators")],
)
def test_the_format_follows_the_suffix(
    drafts: tuple[str, str], tmp_path: Path, capsys: Printed, suffix: str, start: str
) -> None:
    out = tmp_path / f"changes.{suffix}"
    assert run(*drafts, "-o", str(out)) == 1
    assert out.read_bytes().startswith(start.encode())
    assert capsys.readouterr().out == ""


def test_csv_for_excel(drafts: tuple[str, str], tmp_path: Path) -> None:
    out = tmp_path / "changes.csv"
    run(*drafts, "-o", str(out), "--spreadsheet-safe")
    assert out.read_bytes().startswith(b"\xef\xbb\xbfkind")


def test_colour(drafts: tuple[str, str], capsys: Printed, monkeypatch: pytest.MonkeyPatch) -> None:
    run(*drafts)
    assert "\x1b[" not in capsys.readouterr().out
    run(*drafts, "--color", "always")
    assert "\x1b[" in capsys.readouterr().out
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    run(*drafts)
    assert "\x1b[" in capsys.readouterr().out
    monkeypatch.setenv("NO_COLOR", "1")
    run(*drafts)
    assert "\x1b[" not in capsys.readouterr().out


def test_pairs_by_option_and_file(drafts: tuple[str, str], tmp_path: Path, capsys: Printed) -> None:
    run(*drafts, "--pair", "LX003=LX010")
    assert "LX003 -> LX010" in capsys.readouterr().out
    file = tmp_path / "pairs.csv"
    file.write_text("# settled by hand\nLX003,LX010  # moths\n\nL004=\n", "utf-8")
    run(*drafts, "--pairs", str(file))
    out = capsys.readouterr().out
    assert "LX003 -> LX010" in out
    assert "L004 -> LX004" not in out


def test_one_side_from_standard_input(
    drafts: tuple[str, str], capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stdin:
        buffer = io.BytesIO(b"\xef\xbb\xbf" + Path(drafts[0]).read_bytes())

    monkeypatch.setattr(sys, "stdin", Stdin())
    assert run("-", drafts[1]) == 1


def test_the_output_never_overwrites_an_input(drafts: tuple[str, str]) -> None:
    with pytest.raises(UsageError, match="overwrite"):
        run(*drafts, "-o", drafts[1])


def test_wrong_use(drafts: tuple[str, str], tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="only one side"):
        run("-", "-")
    with pytest.raises(UsageError, match="no such file"):
        run(drafts[0], str(tmp_path / "nothing.json"))
    with pytest.raises(UsageError, match="give PREVIOUS=CURRENT"):
        run(*drafts, "--pair", "LX003")
    with pytest.raises(UsageError, match="cannot be read"):
        run(*drafts, "--pairs", str(tmp_path / "none"))
    with pytest.raises(OutputFailed, match="is a file where a folder is needed"):
        run(*drafts, "-o", str(Path(drafts[0]) / "in-a-file.txt"))
    broken = tmp_path / "broken.json"
    broken.write_text('{"title": 1}', "utf-8")
    with pytest.raises(InputRefused, match=r"broken\.json: not a plan\.json"):
        run(drafts[0], str(broken))


PAGE = """<h1>DRAFT Business Plan 2016-19</h1><h2>LX01 Keep the lanterns lit</h2>
<table><tr><th>Ref</th><th>Measure</th><th>Latest performance</th><th>Target 2016/17</th><th>Target 2017/18</th></tr>
<tr><td>LX001</td><td>% of lanterns lit by dusk</td><td>88%</td><td>90%</td><td>{}</td></tr>
<tr><td>LX002</td><td>Average days to mend a pane</td><td>9</td><td>8</td><td>7</td></tr></table>"""


def test_documents_tell_the_place(tmp_path: Path, capsys: Printed) -> None:
    paths = [tmp_path / "a.html", tmp_path / "b.html"]
    for path, target in zip(paths, ("91%", "93%"), strict=True):
        path.write_text(PAGE.format(target), "utf-8")
    assert run(*map(str, paths)) == 1
    out = capsys.readouterr().out
    assert "2017/18: 91% -> 93%" in out
    assert "[table 1, row 2]" in out


def test_a_word_file_against_its_tracked_changes(tmp_path: Path, capsys: Printed) -> None:
    import docx
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    document = docx.Document()
    document.add_heading("DRAFT Business Plan 2016-19", 1)
    document.add_heading("LX01 Keep the lanterns lit", 2)
    table = document.add_table(rows=3, cols=4)
    cells = [
        ("Ref", "Measure", "Latest performance", "Target 2016/17"),
        ("LX001", "% of lanterns lit by dusk", "88%", ""),
        ("LX002", "Average days to mend a pane", "9", "8"),
    ]
    for row, texts in zip(table.rows, cells, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    paragraph = table.cell(1, 3).paragraphs[0]._p
    for tag, inner, text in (("w:del", "w:delText", "90%"), ("w:ins", "w:t", "95%")):
        change, piece, words = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(inner)
        change.set(qn("w:id"), "1")
        change.set(qn("w:author"), "A. Wick")
        words.text = text
        piece.append(words)
        change.append(piece)
        paragraph.append(change)
    path = tmp_path / "tracked.docx"
    document.save(str(path))
    assert run(str(path), "--warnings-ok") == 1
    assert "2016/17: 90% -> 95%" in capsys.readouterr().out


def test_one_file_that_is_no_word_file(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(PAGE.format("91%"), "utf-8")
    with pytest.raises(UsageError, match="has to be a Word file"):
        run(str(path))
