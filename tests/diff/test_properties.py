"""What holds for any two drafts, and how well a diff finds edits that were written down."""

from __future__ import annotations

import copy
import random
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planparse.diff import diff
from planparse.diff.matching import match_records
from planparse.model.change import Change, PlanDiff
from planparse.model.plan import Plan
from tests.diff.drafts import indicator, objective, plan, value
from tests.diff.mutation import Edits, found_facts, random_plan, to_plan

Look = tuple[str, str | None, str]
SEEDS = st.integers(0, 10**6)
LIGHT = {"retarget": 3, "fill": 2, "withdraw": 1, "reword": 2, "recode": 1, "misprint": 1, "move": 1, "add": 1,
         "remove": 1, "slip": 1, "insert_milestone": 1, "retitle": 1, "swap": 1}  # fmt: skip
HEAVY = {"retarget": 6, "fill": 4, "withdraw": 3, "outturn": 4, "blank": 2, "note": 2, "unit": 2, "reformat": 3,
         "reword": 8, "recode": 5, "misprint": 2, "move": 5, "add": 4, "remove": 4, "split": 2, "slip": 4,
         "insert_milestone": 3, "retitle": 3, "swap": 6}  # fmt: skip
MIRROR = {"added": "removed", "split": "merged"} | {
    f"{f}_set": f"{f}_withdrawn" for f in ("target", "actual", "comparator")
}
MIRROR |= {new: old for old, new in MIRROR.items()}


def edited(seed: int, edits: dict[str, int], indicators: int = 54) -> Edits:
    rng = random.Random(seed)
    out = Edits(random_plan(rng, indicators), rng)
    for name, times in edits.items():
        out.apply(name, times)
    return out


@given(SEEDS)
@settings(max_examples=15, deadline=None)
def test_nothing_changed_between_a_plan_and_itself(seed: int) -> None:
    draft, _ = edited(seed, {}, 20).plans()
    found = diff(draft, draft)
    assert found.changes == ()
    assert found.confirm == ()
    assert found.summary.sentence.startswith("No change: 20 indicators")


@given(SEEDS)
@settings(max_examples=25, deadline=None)
def test_the_other_way_round_is_the_mirror(seed: int) -> None:
    before, after = edited(seed, HEAVY).plans()

    def facts(found: PlanDiff, turned: bool) -> Counter[object]:
        return Counter(_turned(c) if turned else _plain(c) for c in found.changes)

    there, back = diff(before, after), diff(after, before)
    assert facts(there, False) == facts(back, True)
    assert Counter(c.pair for c in there.confirm) == Counter("=".join(c.pair.split("=")[::-1]) for c in back.confirm)


LOOK_ALIKES = st.lists(
    st.tuples(
        st.sampled_from(["Lamps lit", "Lamps lit late", "Lamps lit early", "Lamp posts lit", "Lamps mended"]),
        st.sampled_from([None, "K1", "K2", "K3"]),
        st.sampled_from(["tbc", "5", "6"]),
    ),
    max_size=6,
)


@given(LOOK_ALIKES, LOOK_ALIKES)
@settings(max_examples=150, deadline=None)
def test_ties_fall_the_same_way_in_both_directions(before: list[Look], after: list[Look]) -> None:
    old, new = (
        plan(objective("O1", "G", indicators=[indicator(c, t, v) for t, c, v in rows])) for rows in (before, after)
    )
    there, back = diff(old, new), diff(new, old)
    assert Counter(_plain(c) for c in there.changes) == Counter(_turned(c) for c in back.changes)
    tally = there.summary.records["indicator"]
    assert (tally.previous, tally.current) == (len(before), len(after))
    assert diff(old, old).changes == ()
    assert diff(old, old).confirm == ()


def _plain(c: Change) -> object:
    return (c.kind, c.record, c.previous, c.current, c.field, c.period, repr(c.before), repr(c.after), c.delta)


def _turned(c: Change) -> object:
    delta = None if c.delta is None else -c.delta
    kind = MIRROR.get(c.kind, c.kind)
    return (kind, c.record, c.current, c.previous, c.field, c.period, repr(c.after), repr(c.before), delta)


@given(SEEDS, st.booleans())
@settings(max_examples=25, deadline=None)
def test_each_record_of_both_sides_is_counted_once(seed: int, duplicates: bool) -> None:
    edits = edited(seed, HEAVY)
    if duplicates:
        rows = [r for o in edits.raw["objectives"] for r in o["indicators"]]
        for row in rows[::3]:
            row["code"] = row["printed_code"] = rows[0]["code"]
    before, after = edits.plans()
    matched = match_records(before, after)
    for a, olds, news in (
        (matched.indicators, before.indicators, after.indicators),
        (matched.milestones, before.milestones, after.milestones),
        (matched.objectives, before.objectives, after.objectives),
    ):
        old = (
            [p.previous for p in a.pairs]
            + [*a.removed]
            + [w for w, _ in a.splits]
            + [e for ps, _ in a.merges for e in ps]
        )
        new = (
            [p.current for p in a.pairs] + [*a.added] + [w for _, w in a.merges] + [e for _, ps in a.splits for e in ps]
        )
        assert sorted(e.position for e in old) == list(range(len(olds)))
        assert sorted(e.position for e in new) == list(range(len(news)))
    tally = diff(before, after).summary.records["indicator"]
    assert tally.previous == len(before.indicators) == tally.paired + tally.removed + tally.split + tally.merged_from
    assert tally.current == len(after.indicators) == tally.paired + tally.added + tally.split_into + tally.merged


@given(SEEDS)
@settings(max_examples=15, deadline=None)
def test_shuffled_records_are_only_reordered(seed: int) -> None:
    rng = random.Random(seed)
    raw = random_plan(rng, 25)
    shuffled = copy.deepcopy(raw)
    for o in shuffled["objectives"]:
        rng.shuffle(o["indicators"])
        rng.shuffle(o["milestones"])
        rng.shuffle(o["key_developments"])
    rng.shuffle(shuffled["objectives"])
    assert {c.kind for c in diff(to_plan(raw), to_plan(shuffled)).changes} <= {"reordered"}


@given(SEEDS)
@settings(max_examples=15, deadline=None)
def test_reformatted_numbers_are_only_typography(seed: int) -> None:
    raw = random_plan(random.Random(seed), 20)
    other = copy.deepcopy(raw)
    for o in other["objectives"]:
        for i in o["indicators"]:
            i["measure"] = i["measure"].replace(" ", "  ").replace("-", "–") + "."
            for values in (i["actuals"], i["targets"]):
                values[:] = [
                    value(v["text"].replace("%", ".0 %"), v["period"], v["label"]) if "%" in v["text"] else v
                    for v in values
                ]
    found = diff(to_plan(raw), to_plan(other))
    assert {c.kind for c in found.changes} == {"typography"}
    assert not [*found.at("editorial")]


@given(SEEDS)
@settings(max_examples=10, deadline=None)
def test_twice_the_same_bytes(seed: int) -> None:
    before, after = edited(seed, HEAVY).plans()
    assert diff(before, after).to_json() == diff(before, after).to_json()
    again = Plan.from_json(before.to_json()), Plan.from_json(after.to_json())
    assert diff(*again).to_json() == diff(before, after).to_json()


@pytest.mark.parametrize(
    ("phases", "least"),
    [
        ([LIGHT], 1.0),
        ([HEAVY], 0.995),
        ([LIGHT, {"slide": 1}], 0.99),
        ([{"retarget": 3, "reword": 2, "add": 1, "remove": 1, "move": 1}, {"renumber": 1}], 0.995),
    ],
    ids=["light", "heavy", "slide", "renumbered"],
)
def test_edits_are_found_and_nothing_else(phases: list[dict[str, int]], least: float) -> None:
    true = right = told = 0
    for seed in range(25):
        edits = edited(seed, {name: n for phase in phases for name, n in phase.items()})
        want, got = edits.facts, found_facts(diff(*edits.plans()), edits)
        true, told, right = true + want.total(), told + got.total(), right + (want & got).total()
    assert right / true >= least
    assert right / told >= least


@pytest.mark.parametrize("name", sorted({*LIGHT, *HEAVY, "slide", "renumber"}))
def test_each_edit_alone(name: str) -> None:
    """One edit gives its own facts; cosmetic ones and those of no effect give none."""
    for seed in range(8):
        edits = edited(seed, {name: 1}, 24)
        assert found_facts(diff(*edits.plans()), edits) == edits.facts
