"""Which record is which."""

from __future__ import annotations

import pytest

from planparse.diff import diff
from planparse.errors import UsageError
from planparse.model.change import Change, PlanDiff
from tests.diff.drafts import Raw, indicator, milestone, objective, plan


def rows(*before: Raw, after: list[Raw], pairs: list[tuple[str, str]] | None = None) -> PlanDiff:
    old = plan(objective("O1", "Goal", indicators=list(before)))
    return diff(old, plan(objective("O1", "Goal", indicators=after)), pairs=pairs or [])


def told(found: PlanDiff) -> list[tuple[str, str | None, str | None]]:
    return [(c.kind, _code(c, "previous"), _code(c, "current")) for c in found.changes]


def _code(change: Change, side: str) -> str | None:
    ref = getattr(change, side)
    return ref and (ref.printed_code or ref.text)


FILLER = [indicator(f"K{n:03}", f"Share of {thing} mended", "5", "6", "7", "8") for n, thing in
          enumerate(["pans", "kites", "bells", "ropes", "sails", "drums"], 10)]  # fmt: skip


def test_mistyped_code_and_new_wording_are_one_record() -> None:
    found = rows(
        indicator("PE009", "% of 16-18 yrs. olds not in EET", "6.2%", "5.9%"),
        after=[
            indicator("PED009", "% of 16-18 year olds not in education, employment or training (EET)", "6.2%", "5.8%")
        ],
    )
    assert [c.kind for c in found.changes] == ["recoded", "reworded", "target_changed"]
    assert found.changes[0].match is not None
    assert found.changes[0].match.status == "likely"


def test_duplicate_codes_lose_no_record() -> None:
    a = indicator("K014", "Progress in English", "1", "2")
    b = indicator("K014", "Progress in maths", "3", "4")
    found = rows(a, b, after=[a, b | {"targets": indicator("K014", "", "3", "9")["targets"]}])
    assert told(found) == [("target_changed", "K014", "K014")]
    assert found.changes[0].current is not None
    assert found.changes[0].current.id == "K014-2"


def test_twins_with_other_codes_are_not_mixed_up() -> None:
    a, b = indicator("K055", "Families helped", "1", "2"), indicator("K056", "Families helped", "3", "4")
    assert {c.kind for c in rows(a, b, after=[b, a]).changes} == {"reordered"}


def test_twins_under_new_codes_are_to_be_confirmed() -> None:
    a, b = indicator("K055", "Families helped", "1", "2"), indicator("K056", "Families helped", "1", "2")
    x, y = indicator("Q1", "Families helped", "1", "2"), indicator("Q2", "Families helped", "1", "2")
    found = rows(a, b, after=[x, y])
    assert [(c.doubt, c.pair) for c in found.confirm] == [("unsure", "K055=Q1"), ("unsure", "K056=Q2")]


def test_look_alike_codes_mean_nothing() -> None:
    found = rows(
        *FILLER,
        indicator("K055", "Fires in empty homes", "1", "2"),
        after=[*FILLER, indicator("K056", "Visits to the swimming pool", "8", "9")],
    )
    assert told(found) == [("removed", "K055", None), ("added", None, "K056")]


def test_the_same_trusted_code_holds_a_reworded_record() -> None:
    found = rows(
        *FILLER,
        indicator("K055", "Fires in empty homes each year", "40", "38"),
        after=[*FILLER, indicator("K055", "Arson attacks on homes that stand empty", "40", "37")],
    )
    assert [c.kind for c in found.changes] == ["reworded", "target_changed"]


def test_a_code_that_went_to_another_measure_is_a_possible_replacement() -> None:
    found = rows(
        *FILLER,
        indicator("K055", "Fires in empty homes", "40", "38"),
        after=[*FILLER, indicator("K055", "Swimmers who pass the bronze badge", "8%", "9%")],
    )
    assert [c.kind for c in found.changes] == ["removed", "added"]
    assert [c.doubt for c in found.confirm] == ["possible_replacement"]


def test_all_codes_renumbered_is_said_once() -> None:
    after = [r | {"code": f"Z{n}", "printed_code": f"Z{n}"} for n, r in enumerate(reversed(FILLER))]
    found = rows(*FILLER, after=after[::-1])
    assert [(c.kind, c.record) for c in found.changes] == [("codes_renumbered", "indicator")]
    assert found.changes[0].before == tuple(r["code"] for r in FILLER)
    assert "Codes renumbered: 6 indicators" in found.summary.sentence


def test_a_few_recoded_are_told_one_by_one() -> None:
    after = [FILLER[0] | {"code": "Z1", "printed_code": "Z1"}, *FILLER[1:]]
    assert told(rows(*FILLER, after=after)) == [("recoded", "K010", "Z1")]


def test_split_by_code_is_one_event() -> None:
    parts = [indicator(f"K047{x}", f"Stability of care, {who}", "tbc", n) for x, who, n in
             (("a", "under 11", "6%"), ("b", "11 and over", "9%"))]  # fmt: skip
    found = rows(*FILLER, indicator("K047", "Stability of care", "tbc", "7.4%"), after=[*FILLER, *parts])
    assert told(found) == [("split", "K047", "K047a"), ("split", "K047", "K047b")]
    tally = found.summary.records["indicator"]
    assert (tally.split, tally.split_into, tally.paired) == (1, 2, len(FILLER))
    back = rows(*FILLER, *parts, after=[*FILLER, indicator("K047", "Stability of care", "tbc", "7.4%")])
    assert told(back) == [("merged", "K047a", "K047"), ("merged", "K047b", "K047")]


def test_split_by_text_needs_the_text_to_go_on() -> None:
    parts = [
        indicator("K100", "Stability of care under 11", "tbc"),
        indicator("K101", "Stability of care over 11", "tbc"),
    ]
    found = rows(*FILLER, indicator("K047", "Stability of care", "tbc"), after=[*FILLER, *parts])
    assert {c.kind for c in found.changes} == {"split"}


def test_a_sub_measure_beside_its_whole_is_no_split() -> None:
    whole = indicator("K047", "Stability of care", "tbc", "7.4%")
    found = rows(*FILLER, whole, after=[*FILLER, whole, indicator("K047a", "Stability of care, under 11", "tbc", "6%")])
    assert told(found) == [("added", None, "K047a")]


def test_inserted_milestone_is_one_addition() -> None:
    def tasks(*texts: str) -> list[Raw]:
        return [milestone(chr(97 + n), text) for n, text in enumerate(texts)]

    before = plan(objective("O1", "Goal", milestones=tasks("Review the lease", "Publish the map", "Open the hall")))
    after = plan(
        objective(
            "O1", "Goal", milestones=tasks("Hire a clerk", "Review the lease", "Publish the map", "Open the hall")
        )
    )
    assert [c.kind for c in diff(before, after).at("editorial")] == ["added"]
    assert [c.kind for c in diff(before, after).changes].count("relabelled") == 3


def test_a_milestone_whose_date_moved_has_two_changes() -> None:
    before = plan(objective("O1", "Goal", milestones=[milestone("a", "Open the hall by March 2017", "2017-03")]))
    after = plan(objective("O1", "Goal", milestones=[milestone("a", "Open the hall by June 2018", "2018-06")]))
    found = diff(before, after)
    assert [(c.kind, c.field) for c in found.changes] == [("reworded", "text"), ("deadline_changed", "due")]


def test_yearly_milestones_with_one_text_stay_apart() -> None:
    same = [milestone("a", "Report attendance", period=year) for year in ("2016/17", "2017/18")]
    before = plan(objective("O1", "Goal", milestones=same))
    after = plan(objective("O1", "Goal", milestones=same[1:]))
    (change,) = diff(before, after).at("editorial")
    assert change.kind == "removed"
    assert change.previous is not None
    assert change.previous.id == "O1-m"


def test_an_objective_is_known_by_its_records() -> None:
    before = plan(
        objective("O1", "Goal one", indicators=FILLER[:3]), objective("O2", "Goal two", indicators=FILLER[3:])
    )
    after = plan(
        objective("P7", "Brighter days", indicators=FILLER[:3]), objective("O2", "Goal two", indicators=FILLER[3:])
    )
    assert [(c.kind, c.record) for c in diff(before, after).changes] == [
        ("recoded", "objective"),
        ("retitled", "objective"),
    ]


def test_moved_and_changed_is_one_record() -> None:
    moved = indicator("K028", "Pupils placed in a base", "5", "65%")
    before = plan(objective("O1", "A", indicators=FILLER), objective("O2", "B", indicators=[moved]))
    other = indicator("K028", "Pupils placed in a base", "5", "60%")
    after = plan(objective("O1", "A", indicators=[*FILLER, other]), objective("O2", "B"))
    assert next((c.kind, c.before, c.after) for c in diff(before, after).changes) == ("moved", "O2", "O1")
    assert [c.kind for c in diff(before, after).changes] == ["moved", "target_changed"]


def test_split_by_code_needs_no_common_beginning() -> None:
    whole = indicator("K047", "Stability of care (long term)", "tbc", "7.4%")
    parts = [
        indicator("K047a", "Long term care stability, under 11"),
        indicator("K047b", "Stability of care from 11 on"),
    ]
    assert {c.kind for c in rows(*FILLER, whole, after=[*FILLER, *parts]).changes} == {"split"}


def test_equal_rows_pair_in_order_without_a_doubt() -> None:
    same = indicator("K014", "Progress in English", "1", "2")
    found = rows(same, same, *FILLER, after=[same, same, *FILLER])
    assert (found.changes, found.confirm) == ((), ())
    fewer = rows(same, same, *FILLER, after=[same, *FILLER])
    assert [c.kind for c in fewer.changes] == ["removed"]


def test_a_milestone_is_the_same_when_its_date_is_most_of_it() -> None:
    before = plan(objective("O1", "Goal", milestones=[milestone("a", "Report by 3 March 2016", "2016-03-03")]))
    after = plan(objective("O1", "Goal", milestones=[milestone("a", "Report by 28 October 2018", "2018-10-28")]))
    assert [c.kind for c in diff(before, after).changes] == ["reworded", "deadline_changed"]


def test_of_look_alikes_the_nearest_is_taken() -> None:
    first, last = indicator("K055", "Families helped", "1", "2"), indicator("K056", "Families helped", "1", "2")
    found = rows(first, *FILLER, last, after=[*FILLER, indicator("Q1", "Families helped", "1", "2")])
    assert told(found) == [("removed", "K055", None), ("recoded", "K056", "Q1")]


def test_of_look_alikes_the_one_in_the_same_objective_is_taken() -> None:
    def goal(code: str, text: str) -> Raw:
        return objective(code, f"Goal {code}", indicators=[indicator(None, text, "5", "6")])

    before = plan(goal("O1", "Families helped by wardens"), goal("O2", "Families helped by wardens"))
    after = plan(goal("O2", "Families helped by the wardens"), goal("O1", "Families helped by the wardens"))
    assert {c.kind for c in diff(before, after).changes} == {"reworded", "reordered"}


def test_one_good_pairing_beats_two_poor_ones() -> None:
    found = rows(
        indicator(None, "Quay posts lit", "5"),
        indicator(None, "Town early lit dusk", "5"),
        after=[indicator(None, "Lit town mended quay", "5"), indicator(None, "Early quay posts lit", "5")],
    )
    assert [c.kind for c in found.at("editorial")] == ["added", "reworded", "removed"]


class TestGiven:
    before = (indicator("K1", "Fires", "1", "2"), indicator("K2", "Floods", "3", "4"))
    after = (indicator("K8", "Swimmers", "5", "6"), indicator("K9", "Divers", "7", "8"))

    def test_pairs_are_certain(self) -> None:
        found = rows(*self.before, after=[*self.after], pairs=[("k1", "K9")])
        pair = next(c for c in found.changes if c.kind == "recoded")
        assert (pair.before, pair.after, pair.match and pair.match.status) == ("K1", "K9", "certain")

    def test_an_empty_side_means_no_counterpart(self) -> None:
        twin = indicator("K1", "Fires", "1", "2")
        found = rows(twin, after=[twin], pairs=[("K1", "")])
        assert told(found) == [("removed", "K1", None), ("added", None, "K1")]

    @pytest.mark.parametrize(
        ("pairs", "message"),
        [
            ([("K7", "K8")], "no record K7 in the previous draft"),
            ([("K1", "K1")], "no record K1 in the current draft"),
            ([("K1", "O1")], "different kinds"),
            ([("K1", "K8"), ("K1", "K9")], "another pair"),
            ([("", "")], "give PREVIOUS=CURRENT"),
        ],
    )
    def test_wrong_pairs_are_refused(self, pairs: list[tuple[str, str]], message: str) -> None:
        with pytest.raises(UsageError, match=message):
            rows(*self.before, after=[*self.after], pairs=pairs)

    def test_a_code_of_two_records_is_refused_and_the_id_taken(self) -> None:
        a, b = (
            indicator("K1", "Fires", "1") | {"printed_code": "X"},
            indicator("K2", "Floods", "1") | {"printed_code": "X"},
        )
        with pytest.raises(UsageError, match="several records"):
            rows(a, b, after=[a, b], pairs=[("X", "K1")])

    def test_the_line_of_a_doubt_settles_it(self) -> None:
        twins = [indicator(c, "Families helped", "1", "2") for c in ("K1", "K2")]
        news = [indicator(c, "Families helped", "1", "2") for c in ("Q1", "Q2")]
        doubts = rows(*twins, after=news).confirm
        pairs = [tuple(c.pair.split("=")) for c in doubts]
        assert not rows(*twins, after=news, pairs=pairs).confirm  # type: ignore[arg-type]
