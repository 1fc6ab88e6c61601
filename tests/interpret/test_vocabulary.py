"""The wordings are data; a user's come on top, and a bad file is refused in one clear line."""

from __future__ import annotations

from pathlib import Path

import pytest

from planparse.errors import UsageError
from planparse.interpret import dump_toml, load_vocabulary
from planparse.interpret.vocabulary import load_tables
from planparse.pipeline import read


def test_the_built_in_file_names_no_phrase_twice_in_a_table() -> None:
    tables = load_tables(dump_toml(), "built-in")
    for name in ("labels", "columns", "placeholders", "units", "directions"):
        phrases = [p.casefold() for ps in tables[name].values() for p in ps]
        twice = {p for p in phrases if phrases.count(p) > 1}
        assert twice <= {"aim"}, name


PAGE = (
    b"<h1>Plan 2016-19</h1><h2>Swim</h2><table>"
    b"<tr><td>Yardstick<td>Where we got to<td>Hoped for 2016/17</tr><tr><td>Swims<td>5<td>6</tr></table>"
)


def test_a_users_wordings_make_a_new_layout_readable(tmp_path: Path) -> None:
    mine = tmp_path / "my.toml"
    mine.write_text('[columns]\nmeasure = ["yardstick"]\nactual = ["where we got to"]\ntarget = ["hoped for"]\n')
    plan = read(PAGE, name="plan.html", vocabulary=(mine,))
    (swims,) = plan.indicators
    assert (swims.measure, [v.number for v in swims.targets]) == ("Swims", [6])


def test_a_phrase_that_a_user_gives_another_role_has_the_later_role(tmp_path: Path) -> None:
    mine = tmp_path / "my.toml"
    mine.write_text('[columns]\ntarget = ["baseline"]\n')
    assert load_vocabulary((mine,)).columns["baseline"] == "target"
    assert load_vocabulary().columns["baseline"] == "actual"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[columns\n", "not a TOML file"),
        ('[column]\ntarget = ["x"]\n', "unknown table \\[column\\]"),
        ('[columns]\ntargets = ["x"]\n', "no entry 'targets'"),
        ("[columns]\ntarget = 3\n", "must be a list of phrases"),
        ("columns = 3\n", "must be a table"),
    ],
)
def test_a_bad_file_is_refused_with_its_name_and_what_is_wrong(tmp_path: Path, text: str, message: str) -> None:
    mine = tmp_path / "my.toml"
    mine.write_text(text)
    with pytest.raises(UsageError, match=f"my.toml: .*{message}"):
        load_vocabulary((mine,))


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot read"):
        load_vocabulary((tmp_path / "none.toml",))


def test_a_file_that_was_edited_is_read_anew(tmp_path: Path) -> None:
    path = tmp_path / "my.toml"
    path.write_text('[columns]\ntarget = ["where we want to get"]\n')
    assert load_vocabulary((path,)).columns["where we want to get"] == "target"
    path.write_text('[columns]\nactual = ["where we want to get"]\n')
    assert load_vocabulary((path,)).columns["where we want to get"] == "actual"
