"""Which files a batch reads, in which order, and what their folders are called."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse.batch.discovery import discover, name_plans
from planparse.errors import UsageError


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("in/b.pdf", "in/2016/a plan.docx", "in/.hidden.pdf", "in/~$b.docx", "in/.git/c.txt", "in/photo.jpg"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    (tmp_path / "in" / "link.pdf").symlink_to(tmp_path / "in" / "b.pdf")
    (tmp_path / "in" / "out" / "plans").mkdir(parents=True)
    (tmp_path / "in" / "out" / "plans" / "plan.csv").write_text("x")
    return tmp_path


def ids(*names: str, lists: tuple[str, ...] = ()) -> list[str]:
    return [item.plan_id for item in discover(names, lists, Path("in/out"))]


def test_a_folder_gives_its_documents_and_nothing_else(archive: Path) -> None:
    assert ids("in") == ["2016_a_plan.docx", "b.pdf"]


def test_a_named_file_is_read_whatever_it_is_called(archive: Path) -> None:
    assert ids("in/photo.jpg", "in/link.pdf") == ["link.pdf", "photo.jpg"]


def test_a_pattern(archive: Path) -> None:
    assert ids("in/**/*.docx") == ["a_plan.docx", "b.docx"]
    assert "link.pdf" not in ids("in/*.pdf")
    (archive / "elsewhere").symlink_to(archive / "in")
    assert ids("*/b.pdf") == ids("elsewhere/b*.pdf") == ["b.pdf"]
    with pytest.raises(UsageError, match="nothing matches"):
        ids("in/*.rtf")


def test_a_list_and_each_file_once(archive: Path) -> None:
    Path("list.txt").write_text("in/b.pdf\r\n\nin/gone.pdf\nin\n")
    assert ids("in/b.pdf", lists=("list.txt",)) == ["2016_a_plan.docx", "b.pdf", "gone.pdf"]
    with pytest.raises(UsageError, match="cannot read this list"):
        ids(lists=("nowhere",))


def test_nothing_is_wrong_use(archive: Path) -> None:
    with pytest.raises(UsageError, match="no file to read"):
        ids()


def test_two_of_one_name_have_ids_that_do_not_depend_on_each_other(archive: Path) -> None:
    alone = name_plans({Path("x/a.pdf"): Path("a.pdf")})[0].plan_id
    both = [i.plan_id for i in name_plans({Path("x/a.pdf"): Path("a.pdf"), Path("y/A.pdf"): Path("A.pdf")})]
    assert alone == "a.pdf"
    assert len({name.casefold() for name in both}) == 2
    assert all(name.casefold().startswith("a.pdf-") for name in both)


@given(st.lists(st.text(st.characters(exclude_characters="/\x00", exclude_categories=["Cs"]), min_size=1), unique=True))
def test_ids_are_safe_names_and_differ(names: list[str]) -> None:
    found = [item.plan_id for item in name_plans({Path("in", name): Path(name) for name in names})]
    assert len({name.casefold() for name in found}) == len({Path("in", name) for name in names})
    for name in found:
        assert name not in ("", ".", "..")
        assert "/" not in name
        assert not name.startswith(".")
        assert len(name.encode()) <= 120
