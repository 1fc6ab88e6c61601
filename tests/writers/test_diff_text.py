from __future__ import annotations

import pytest

from planparse.diff import diff
from planparse.diff.select import select
from planparse.model.change import Change, PlanDiff
from planparse.writers.diff_text import to_text
from planparse.writers.diff_view import Places
from tests.diff.drafts import indicator, objective, plan
from tests.diff.example import example, places, previous, slid


def test_the_sentence_comes_first() -> None:
    assert to_text(example()).splitlines()[0] == example().summary.sentence


def test_nothing_changed_is_one_line() -> None:
    text = to_text(diff(previous(), previous()))
    assert text == "No change: 9 indicators, 2 milestones, 2 objectives, 3 statements.\n"


def test_each_record_is_told_once() -> None:
    lines = to_text(example()).splitlines()
    heads = [line for line in lines if line.startswith("  ") and not line.startswith(("   ", "  this objective"))]
    assert len(heads) == len(set(heads))
    told = [line for line in lines if line.startswith("    ") and line[4] in "!~."]
    assert len(told) == len(example().changes)


@pytest.mark.parametrize(
    "line",
    [
        "    ! target changed       2017/18: 91% -> 93%  (+2 points, more challenging)",
        "    ! target withdrawn     2018/19: 92% -> tbc",
        "    ! actual changed       Latest performance: 88% -> 87%  (-1 point)",
        "    ~ reworded             Agree the wick contract by [-March-]{+June+} 2017",
        "    ~ moved                LX02 -> LX01",
        "  LX002  Average days to mend a broken pane  [page 1, row 5 -> page 1, row 6]",
        "LX01  Keep the lanterns lit all year",
    ],
)
def test_lines(line: str) -> None:
    assert line in to_text(example(), places=places()).splitlines()


def test_left_out_changes_are_counted() -> None:
    found = example()
    shown = select(found, kinds=("moved",))
    assert f"Shown: 1 of {len(found.changes)} changes." in to_text(shown)


def test_colour_only_where_asked() -> None:
    assert "\x1b[" not in to_text(example())
    coloured = to_text(example(), colour=True)
    assert "\x1b[31;9m88%\x1b[0m" in coloured
    assert "[-March-]" in coloured  # the marks stay: nothing rests on colour


def test_a_note_over_all_years_is_one_line() -> None:
    row = indicator("K1", "Lamps", "5", "too few", "too few", "too few")
    other = indicator("K1", "Lamps", "5", "tbc", "tbc", "tbc")
    text = to_text(diff(*(plan(objective("O1", "G", indicators=[r])) for r in (row, other))))
    assert "2016/17, 2017/18, 2018/19: too few -> tbc" in text


def test_doubts_show_the_line_to_copy() -> None:
    twins = [[indicator(c, "Families helped", "1", "2") for c in codes] for codes in (("K5", "K6"), ("Q1", "Q2"))]
    text = to_text(diff(*(plan(objective("O1", "G", indicators=rows)) for rows in twins)), places=Places())
    assert "Please confirm these pairings" in text
    assert "--pair K5=Q1" in text


def test_every_kind_has_words() -> None:
    from planparse.model.change import KINDS
    from planparse.writers.diff_view import kind_words

    change = example().changes[0]
    assert all("_" not in kind_words(Change.model_validate(change.model_dump() | {"kind": k})) for k in KINDS)


def test_no_control_character_reaches_the_terminal() -> None:
    rows = [indicator("K1", text, "5") for text in ("Lamps", "Lamps\x1b[2J\x07 lit")]
    text = to_text(diff(*(plan(objective("O1", "G", indicators=[r])) for r in rows), pairs=[("K1", "K1")]))
    assert "\x1b" not in text
    assert "\x07" not in text
    assert "{+Lamps lit+}" in text


def renumbered() -> PlanDiff:
    rows = [indicator(f"K{n}", f"Lamps in ward {n}", str(n)) for n in range(5)]
    return diff(
        plan(objective("O1", "G", indicators=rows)),
        plan(
            objective(
                "O1",
                "G",
                indicators=[r | {"code": f"Q{9 - n}", "printed_code": f"Q{9 - n}"} for n, r in enumerate(rows)],
            )
        ),
    )


def test_codes_renumbered_are_one_line() -> None:
    assert to_text(renumbered()).splitlines()[2:] == [
        "The plan as a whole",
        "    ~ codes renumbered     indicators: K0 -> Q9, K1 -> Q8, K2 -> Q7, K3 -> Q6, K4 -> Q5",
    ]


def test_years_are_one_line() -> None:
    text = to_text(diff(previous(), slid()))
    assert (
        "    ~ years changed        target: -2016/17 +2019/20 (only years that both drafts have are compared)" in text
    )
