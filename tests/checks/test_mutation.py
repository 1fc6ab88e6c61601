"""A clean plan is broken in one way; that rule fires and no other."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from planparse.checks import check, rules
from tests.checks.writing import ObjectiveText, PlanText, clean_plan, read_plan

Break = Callable[[PlanText, random.Random], None]
BREAKS: dict[str, Break] = {}


def breaks(code: str) -> Callable[[Break], Break]:
    def keep(function: Break) -> Break:
        BREAKS[code] = function
        return function

    return keep


def some(plan: PlanText, chance: random.Random) -> ObjectiveText:
    return chance.choice(plan.objectives)


def row(plan: PlanText, chance: random.Random) -> list[str]:
    rows = some(plan, chance).rows
    assert rows
    return chance.choice(rows)


def retell(cells: list[str], measure: str, values: str) -> None:
    """Another measure and values under the same code; a comma parts the values."""
    cells[0] = f"{cells[0].split(':')[0]}: {measure}"
    cells[1:] = values.split(", ")


@breaks("PP101")
def _(plan: PlanText, chance: random.Random) -> None:
    """The last code is given to one more measure, so that no gap opens."""
    rows = plan.objectives[-1].rows
    assert rows
    rows.append([f"{rows[-1][0].split(':')[0]}: Letters answered in a week", "70%", "71%", "72%", "73%"])


@breaks("PP102")
def _(plan: PlanText, chance: random.Random) -> None:
    cells = (plan.objectives[1].rows or [])[1]
    cells[0] = chance.choice((cells[0][:2] + cells[0][3:], cells[0][:3] + "X" + cells[0][3:]))


@breaks("PP103")
def _(plan: PlanText, chance: random.Random) -> None:
    cells = row(plan, chance)
    cells[0] = cells[0].replace(": ", "")


@breaks("PP104")
def _(plan: PlanText, chance: random.Random) -> None:
    cells = (plan.objectives[-1].rows or [])[-1]
    cells[0] = f"SCS {cells[0].split(': ')[1]}"


@breaks("PP105")
def _(plan: PlanText, chance: random.Random) -> None:
    cells = (plan.objectives[-1].rows or [])[-1]
    cells[0] = cells[0].split(": ")[1]


@breaks("PP106")
def _(plan: PlanText, chance: random.Random) -> None:
    rows = plan.objectives[1].rows
    assert rows
    del rows[1]


@breaks("PP201")
def _(plan: PlanText, chance: random.Random) -> None:
    rows = some(plan, chance).rows
    assert rows
    retell(rows[0], "Number of letters answered in a week", "60, 61, 62, 63")
    retell(rows[-1], "Number of letters answered in a week", "70, 71, 72, 73")


@breaks("PP202")
def _(plan: PlanText, chance: random.Random) -> None:
    rows = some(plan, chance).rows
    assert rows
    retell(rows[0], "Number of letters from residents answered in a week", "60, 61, 62, 63")
    retell(rows[-1], "The number of residents' letters that were answered in the week", "70, 71, 72, 73")


@breaks("PP203")
def _(plan: PlanText, chance: random.Random) -> None:
    row(plan, chance)[0] += " and the"


@breaks("PP204")
def _(plan: PlanText, chance: random.Random) -> None:
    cells = row(plan, chance)
    cells[0] = cells[0].replace(": ", ": New Indicator - ")


@breaks("PP301")
def _(plan: PlanText, chance: random.Random) -> None:
    row(plan, chance)[chance.randint(1, 4)] = "5o-60"


@breaks("PP302")
def _(plan: PlanText, chance: random.Random) -> None:
    row(plan, chance)[chance.randint(1, 4)] = chance.choice(("#REF!", "#DIV/0!"))


@breaks("PP303")
def _(plan: PlanText, chance: random.Random) -> None:
    retell(row(plan, chance), "Letters answered in a week", "60%, 61%, 62% %, 63%")


@breaks("PP304")
def _(plan: PlanText, chance: random.Random) -> None:
    retell(row(plan, chance), "Letters answered in a week", "60%, 61%, 62.0, 63%")


@breaks("PP305")
def _(plan: PlanText, chance: random.Random) -> None:
    retell(row(plan, chance), "% of letters answered in a week", "99%, 100%, 101%, 102%")


@breaks("PP306")
def _(plan: PlanText, chance: random.Random) -> None:
    retell(row(plan, chance), "% of letters answered in a week", "60, 61, 62, 63")


@breaks("PP401")
def _(plan: PlanText, chance: random.Random) -> None:
    row(plan, chance)[chance.randint(2, 4)] = ""


@breaks("PP402")
def _(plan: PlanText, chance: random.Random) -> None:
    row(plan, chance)[2:] = ["", "", ""]


@breaks("PP403")
def _(plan: PlanText, chance: random.Random) -> None:
    row(plan, chance)[2:] = ["tbc", "TBC", "to be confirmed"]


@breaks("PP404")
def _(plan: PlanText, chance: random.Random) -> None:
    objective = some(plan, chance)
    objective.years = objective.years[:2]
    objective.rows = [cells[:4] for cells in objective.rows or []]


@breaks("PP405")
def _(plan: PlanText, chance: random.Random) -> None:
    retell(row(plan, chance), "Reduce the number of letters left unanswered", "60, 55, 57, 59")


@breaks("PP406")
def _(plan: PlanText, chance: random.Random) -> None:
    retell(row(plan, chance), "Letters answered in a week", "60, 61, 65, 63")


@breaks("PP407")
def _(plan: PlanText, chance: random.Random) -> None:
    cells = row(plan, chance)
    cells[3] = cells[4] = cells[2]


@breaks("PP408")
def _(plan: PlanText, chance: random.Random) -> None:
    retell(row(plan, chance), "Letters answered in a week", "95%, 80%, 81%, 82%")


@breaks("PP409")
def _(plan: PlanText, chance: random.Random) -> None:
    retell(row(plan, chance), "Letters answered in a week", "60, 61, 62, 630")


@breaks("PP501")
def _(plan: PlanText, chance: random.Random) -> None:
    lines = some(plan, chance).milestones or []
    label, text = lines[-1]
    lines[-1] = (label, text.split(" by ")[0] + " together with the")


@breaks("PP502")
def _(plan: PlanText, chance: random.Random) -> None:
    lines = some(plan, chance).milestones or []
    label, text = lines[-1]
    lines[-1] = (label, text[:-4] + str(int(text[-4:]) + chance.choice((-9, 9))))


@breaks("PP503")
def _(plan: PlanText, chance: random.Random) -> None:
    lines = some(plan, chance).milestones or []
    label, text = lines[-1]
    lines[-1] = (label, text[:-4] + str(int(text[-4:]) + 1))


@breaks("PP504")
def _(plan: PlanText, chance: random.Random) -> None:
    lines = some(plan, chance).milestones or []
    label, text = lines[-1]
    lines[-1] = (label, text.replace("October", chance.choice(("31st June", "30 February", "31 November"))))


@breaks("PP505")
def _(plan: PlanText, chance: random.Random) -> None:
    lines = some(plan, chance).milestones or []
    label, text = lines[-1]
    lines[-1] = (label, lines[-2][1][0] + text[1:])


@breaks("PP506")
def _(plan: PlanText, chance: random.Random) -> None:
    lines = some(plan, chance).milestones or []
    label, text = lines[-1]
    lines[-1] = (label, chr(ord(text[0]) + 1) + text[1:])


@breaks("PP601")
def _(plan: PlanText, chance: random.Random) -> None:
    plan.objectives[-1].milestones, plan.objectives[-1].rows = [], []


@breaks("PP602")
def _(plan: PlanText, chance: random.Random) -> None:
    plan.objectives[-1].rows = []


@breaks("PP603")
def _(plan: PlanText, chance: random.Random) -> None:
    some(plan, chance).milestones = []


@breaks("PP604")
def _(plan: PlanText, chance: random.Random) -> None:
    objective = some(plan, chance)
    objective.milestones = [("Key Milestones (05-06)", text.split(" by ")[0]) for _, text in objective.milestones or []]


@breaks("PP605")
def _(plan: PlanText, chance: random.Random) -> None:
    for objective in plan.objectives:
        codes = [cells[0].split(":")[0] for cells in objective.rows or []]
        objective.linked = ", ".join(codes)
        objective.years = tuple(objective.years)
    some(plan, chance).linked += f", {codes[0][:3]}888"  # type: ignore[operator]


@breaks("PP701")
def _(plan: PlanText, chance: random.Random) -> None:
    some(plan, chance).developments = chance.choice(("<b>New</b> contract", "Parks &amp; gardens", "<ul> • One • Two"))


@breaks("PP702")
def _(plan: PlanText, chance: random.Random) -> None:
    row(plan, chance)[0] += chance.choice((" (in town", " in town)", ' in "town'))


@breaks("PP703")
def _(plan: PlanText, chance: random.Random) -> None:
    some(plan, chance).issues = chance.choice(("Cost of xxx", "[insert issues here]", "Lorem ipsum", "Fuel up by X%"))


@breaks("PP410")
def _(plan: PlanText, chance: random.Random) -> None:
    """A table with statuses, of which one contradicts the figures."""
    objective = some(plan, chance)
    rows = objective.rows
    assert rows
    objective.columns = ["Ref", "Indicator", "Good performance", "2015/16 Actual", "2015/16 Target", "Status"]
    objective.columns += [f"{year} Target" for year in objective.years]
    objective.rows = [
        [*cells[0].split(": ", 1), "Aim to maximise", "70%", "69%", "Green", "71%", "72%", "73%"] for cells in rows
    ]
    wrong = chance.choice(objective.rows)
    wrong[3:6] = chance.choice((["70%", "69%", "Red"], ["40%", "69%", "Green"], ["30%", "69%", "On target"]))


def test_every_rule_has_a_break() -> None:
    assert {r.code for r in rules()} == set(BREAKS)


@pytest.mark.parametrize(
    ("measure", "values", "rule"),
    [
        ("Reduce the number of letters left unanswered", "60, 55, 57, 52", "PP406"),
        ("Reduce the number of letters left unanswered", "60, 55, 52, 56", "PP405"),
        ("Increase the number of letters answered", "60, 66, 64, 65", "PP405"),
        ("Increase the number of letters answered", "60, 63, 62, 65", "PP406"),
    ],
)
def test_a_year_that_falls_back_is_a_turn_and_no_target_against_its_direction(
    measure: str, values: str, rule: str
) -> None:
    plan = clean_plan(1)
    retell(row(plan, random.Random(1)), measure, values)
    extraction = read_plan(plan)
    assert {f.rule for f in check(extraction.plan, extraction.trace)} == {rule}


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("code", BREAKS)
def test_one_break_fires_one_rule(code: str, seed: int) -> None:
    plan = clean_plan(seed)
    BREAKS[code](plan, random.Random(seed))
    extraction = read_plan(plan)
    assert {f.rule for f in check(extraction.plan, extraction.trace)} == {code}, plan.text()
