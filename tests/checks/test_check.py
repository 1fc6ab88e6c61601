"""What check() promises beyond its rules: choice, order, places, fingerprints, suppression."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from planparse.checks import check
from planparse.checks.suppression import Suppression, read_suppressions, suppress
from planparse.errors import UsageError
from planparse.model.finding import Finding, at_least, fingerprint
from planparse.model.plan import Plan
from planparse.pipeline import extract
from tests.checks.writing import PlanText, clean_plan, read_case, read_plan

SAMPLES = Path(__file__).parents[2] / "samples"
FAULTS = """
    CLN001: % of streets free of litter | 87% | 88% |  | 90%
    CLN002: % of parks with a green flag | 40% | tbc | tbc | tbc
    CLN002: % of bins emptied on the day | 90% | 92% % | 93% | 94%
"""


def found(plan: PlanText) -> tuple[Finding, ...]:
    extraction = read_plan(plan)
    return check(extraction.plan, extraction.trace)


def test_select_and_ignore_take_codes_beginnings_names_and_severities() -> None:
    extraction = read_plan(read_case(FAULTS))

    def rules(select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> list[str]:
        return [f.rule for f in check(extraction.plan, extraction.trace, select=select, ignore=ignore)]

    assert rules() == ["PP401", "PP101", "PP403", "PP303"]
    assert rules(("PP4",)) == ["PP401", "PP403"]
    assert rules(("pp4", "code-used-twice"), ("note",)) == ["PP401", "PP101"]
    assert rules(("error",)) == ["PP101"]
    with pytest.raises(UsageError, match="no rule PP9"):
        rules(("PP9",))
    with pytest.raises(UsageError, match="no rule"):
        rules((), ("",))


def test_a_finding_quotes_the_print_and_its_place() -> None:
    (twice,) = check(*_pair(FAULTS), select=("PP101",))
    assert twice.records == ("CLN002", "CLN002-2")
    assert twice.objective == "CLN01"
    assert [q.text for q in twice.quotes] == [
        "CLN002: % of parks with a green flag",
        "CLN002: % of bins emptied on the day",
    ]
    assert [p.line for p in twice.places] == [10, 11]


def _pair(case: str):  # type: ignore[no-untyped-def]
    extraction = read_plan(read_case(case))
    return extraction.plan, extraction.trace


def test_without_a_trace_there_are_no_places_and_the_same_findings() -> None:
    plan, trace = _pair(FAULTS)
    with_places, without = check(plan, trace), check(Plan.from_json(plan.to_json()))
    assert [f.fingerprint for f in with_places] == [f.fingerprint for f in without]
    assert not any(f.places for f in without)


def test_fingerprints_hold_when_the_plan_around_moves() -> None:
    before = found(read_case(FAULTS))
    moved = read_case(FAULTS)
    moved.objectives.insert(
        0, read_case("objective: ABC01: Another one\nABC001: Letters answered | 5 | 6 | 7 | 8").objectives[0]
    )
    moved.title = moved.title.replace("DRAFT ", "")
    after = found(moved)
    assert [f.fingerprint for f in before] == [f.fingerprint for f in after]


def test_fingerprints_hold_when_the_second_holder_of_a_code_gets_its_own() -> None:
    fixed = found(read_case(FAULTS.replace("CLN002: % of bins", "CLN003: % of bins")))
    before = {f.rule: f.fingerprint for f in found(read_case(FAULTS))}
    assert {f.rule: f.fingerprint for f in fixed if f.rule in ("PP401", "PP403")} == {
        r: before[r] for r in ("PP401", "PP403")
    }


def test_fingerprints_hold_when_a_number_changes_and_differ_for_another_year() -> None:
    (before,) = found(read_case("CLN001: % of streets free of litter | 87% | 88% % | 89% | 90%"))
    (after,) = found(read_case("CLN001: % of streets free of litter | 87% | 87% % | 89% | 90%"))
    (other,) = found(read_case("CLN001: % of streets free of litter | 87% | 88% | 89% % | 90%"))
    assert before.fingerprint == after.fingerprint != other.fingerprint


@pytest.mark.parametrize("seed", range(5))
def test_fingerprints_are_unique(seed: int) -> None:
    plan = clean_plan(seed)
    chance = random.Random(seed)
    for objective in plan.objectives:
        for row in objective.rows or []:
            row[chance.randint(2, 4)] = chance.choice(("", "62% %", "#REF!"))
    prints = [f.fingerprint for f in found(plan)]
    assert len(set(prints)) == len(prints) > 5
    assert prints == [f.fingerprint for f in found(plan)]


def test_fingerprint_of_other_rules_and_contents_differ() -> None:
    assert len({fingerprint("PP101", ["a"]), fingerprint("PP102", ["a"]), fingerprint("PP101", ["a", ""])}) == 3


def test_at_least() -> None:
    findings = found(read_case(FAULTS))
    assert [f.severity for f in at_least(findings, "error")] == ["error"]
    assert len(at_least(findings, "warning")) == 3
    assert at_least(findings, "note") == findings


def test_suppression(tmp_path: Path) -> None:
    path = tmp_path / "quiet.toml"
    path.write_text(
        '[[suppress]]\nrule = "targets-all-tbc"\nrecord = "cln002"\nreason = "set in June"\n'
        '[[suppress]]\nrecord = "CLN009"\nreason = "gone"\n'
    )
    suppressions = read_suppressions(path)
    left, unused = suppress(found(read_case(FAULTS)), suppressions)
    assert [f.rule for f in left] == ["PP401", "PP101", "PP303"]
    assert unused == (Suppression("gone", record="CLN009"),)
    one = left[0]
    assert suppress(left, (Suppression("seen", fingerprint=one.fingerprint),))[0] == left[1:]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('[[suppress]]\nrule = "PP101"\n', "a reason is missing"),
        ('[[suppress]]\nreason = "x"\n', "give a rule, a record or a fingerprint"),
        ('[[suppress]]\nrule = "PP999"\nreason = "x"\n', "no rule PP999"),
        ('[[suppress]]\nrules = "PP101"\nreason = "x"\n', "no key rules"),
        ('[[suppress]]\nrule = 5\nreason = "x"\n', "texts in quotation marks"),
        ('[suppress]\nrule = "PP101"\n', "as a table"),
        ("suppress = [", "not a TOML file"),
    ],
)
def test_a_bad_suppression_file_is_told(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "quiet.toml"
    path.write_text(text)
    with pytest.raises(UsageError, match=says):
        read_suppressions(path)


EXPECTED = {
    "PP101": {"PED014", "PED014-2"},
    "PP102": {"PED008", "PED009", "PED010"},
    "PP103": {"PED010", "PED012", "PED013", "PED014", "PED014-2", "PED015"},
    "PP104": {"PED04-i1", "PED04-i2"},
    "PP106": {"PED041", "PED047"},
    "PP201": {"PED055", "PED056"},
    "PP204": {"PED010"},
    "PP303": {"PED024"},
    "PP306": {"SCS-CYP15"},
    "PP401": {"PED034", "PED039"},
    "PP501": {"PED05-d"},
}
"""What a careful reader finds in the sample beside targets that are tbc or flat and, in the dump, leaked markup."""


@pytest.mark.parametrize("form", ["txt", "html", "docx", "pdf"])
def test_the_sample_has_these_findings_and_no_others(form: str) -> None:
    extraction = extract(SAMPLES / f"halton-2016-19.{form}")
    records: dict[str, set[str]] = {}
    for finding in check(extraction.plan, extraction.trace, ignore=("PP403", "PP407")):
        records.setdefault(finding.rule, set()).update(finding.records)
    markup = records.pop("PP701", set())
    assert records == EXPECTED
    assert markup == ({f"PED0{n}" for n in range(1, 8)} if form == "txt" else set())
