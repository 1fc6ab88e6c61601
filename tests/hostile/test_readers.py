"""Each hostile input gets from its reader the answer that the list of cases states."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from planparse.text import BULLETS
from tests.hostile.cases import CASES, DONE, ELSEWHERE, LIMIT, REFUSED, WARN, Case
from tests.hostile.conftest import Seen

See = Callable[[str], Seen]
HERE = Path(__file__).parent


@pytest.mark.parametrize("case", CASES, ids=str)
def test_each_input_gets_the_answer_of_the_list(see: See, case: Case) -> None:
    seen = see(case.start)
    assert seen.code == case.code, seen.line
    assert case.line in (seen.line or " ".join(seen.warnings))
    assert case.text in seen.text
    assert "\n" not in seen.line
    assert "recursion" not in " ".join((seen.line, *seen.notes))
    assert "(cid:" not in seen.text
    assert seen.milliseconds <= 1000 * case.seconds
    assert seen.megabytes <= case.megabytes
    if case.same_as:
        assert seen.texts == see(case.same_as).texts
    if seen.code in (REFUSED, LIMIT):
        assert seen.line.startswith(f"{case.start}")


def test_every_row_of_the_list_has_its_test() -> None:
    """129 rows, of which some name an input each and some a thing that may happen."""
    here = [row for case in CASES for row in case.rows]
    there = [row for rows in ELSEWHERE.values() for row in rows]
    assert sorted({*here, *there}) == list(range(1, 130))
    assert not set(here) & set(there)
    for name in ELSEWHERE:
        module, _, test = name.partition("::")
        assert f"def {test}(" in (HERE / module).read_text("utf-8"), name


def test_tables_keep_their_rows(see: See) -> None:
    assert see("d29").rows == (400,)
    assert see("d32").rows == (2000,)
    assert see("h01").rows == (2,)


def test_tracked_changes(see: See) -> None:
    seen = see("d22")
    assert "Target: 85%" in seen.texts
    assert seen.asides == ("80%",)
    assert any("deleted" in note and "80%" in note for note in seen.notes)


def test_every_container_of_text_in_word(see: See) -> None:
    text = see("d23").text
    for word in ("SDTPARA", "SDTTABLE", "SMART", "TEXTBOX", "FIELD", "LINK", "SDTROW", "SDTCELL", "SYM"):
        assert word in text


def test_one_branch_of_alternate_content(see: See) -> None:
    text = see("d33").text
    assert text.count("CHOICE") == 1
    assert "FALLBACK" not in text


def test_utf7_is_not_an_encoding(see: See) -> None:
    assert "+ADw-script+AD4-" in see("h10").text


def test_zero_width_and_direction_marks(see: See) -> None:
    text = see("t08").text
    assert "PED002" in text
    assert "PED003" in text


def test_ligatures_and_private_bullets(see: See) -> None:
    seen = see("t12")
    text = seen.text
    assert "finance flow office" in text
    assert {text.split()[0] for text in seen.texts if "bullet" in text} <= set(BULLETS)


def test_line_separators_do_not_split_a_row(see: See) -> None:
    """Only CR and LF end a row's line; what begins with a small letter goes on in the last cell."""
    seen = see("t06")
    assert seen.rows == (1,)
    assert [text.split()[0] for text in seen.texts][:2] == ["Service", "PED01"]


def test_nothing_takes_longer_than_ten_seconds_or_a_gigabyte(see: See, inputs: Path) -> None:
    for path in sorted([*(inputs / "files").iterdir(), *(inputs / "bombs").iterdir()]):
        seen = see(path.name)
        assert seen.code in (DONE, WARN, REFUSED, LIMIT), f"{path.name}: {seen.line}"
        assert seen.milliseconds <= 10_000, path.name
        assert seen.megabytes <= 1_100, path.name
