from __future__ import annotations

import random
import re

from planparse.diff import diff
from planparse.writers.diff_markdown import MOST_CHARACTERS, escape, to_markdown
from tests.diff.drafts import indicator, objective, plan
from tests.diff.example import example
from tests.diff.mutation import Edits, random_plan


def cells(line: str) -> list[str]:
    return re.split(r"(?<!\\)\|", line)[1:-1]


def test_each_row_has_five_cells() -> None:
    rows = [line for line in to_markdown(example()).splitlines() if line.startswith("|")]
    assert rows
    assert {len(cells(row)) for row in rows} == {5}


def test_words_are_marked_on_their_side() -> None:
    text = to_markdown(example())
    assert "Agree the wick contract by ~~March~~ 2017 | Agree the wick contract by **June** 2017" in text


def test_cosmetic_changes_are_folded_away() -> None:
    before, _, after = to_markdown(example()).partition("<details>")
    assert "| typography" not in before
    assert "| typography" in after
    assert after.rstrip().endswith("</details>")


def test_marks_of_the_plan_are_dead() -> None:
    assert escape("*a* | <b>\n`c`") == r"\*a\* \| \<b\> \`c\`"
    rows = [indicator("K1", text) for text in ("Lamps", "Lamps <img src=x> | **bold**")]
    text = to_markdown(diff(*(plan(objective("O1", "G", indicators=[r])) for r in rows)))
    assert not re.search(r"(?<!\\)<(?!br>|/?details>|/?summary>)", text)
    assert {len(cells(line)) for line in text.splitlines() if line.startswith("|")} == {5}


def test_a_long_one_ends_with_a_count() -> None:
    rng = random.Random(1)
    edits = Edits(random_plan(rng), rng).apply("reword", 30).apply("retarget", 20)
    found = diff(*edits.plans())
    whole = to_markdown(found)
    short = to_markdown(found, most=5_000)
    assert len(short) <= 5_000 < len(whole) < MOST_CHARACTERS
    assert "more changes are not shown here; `planparse diff --format text` shows all." in short
    missing = int(re.search(r"(\d+) more changes", short)[1])  # type: ignore[index]
    shown = sum(line.startswith("|") and not line.startswith(("| Code", "| ---")) for line in short.splitlines())
    assert missing + shown == len(found.changes)
