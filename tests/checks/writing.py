"""Small plans as tests write them: the cases of the rules, and clean plans made by a generator."""

from __future__ import annotations

import random
import textwrap
from dataclasses import dataclass, field

from planparse.pipeline import Extraction, extract

Row = list[str]
YEARS = ("2016/17", "2017/18", "2018/19")


@dataclass
class ObjectiveText:
    """One objective block; ``None`` where the plain plan's own lines stand in."""

    title: str = "CLN01: Keep streets and parks clean"
    priority: str = "A Cleaner Borough"
    developments: str | None = None
    issues: str | None = None
    milestones: list[tuple[str, str]] | None = None
    """Label of the list and text, ref in front."""
    years: tuple[str, ...] = YEARS
    columns: Row = field(default_factory=list)
    linked: str | None = None
    rows: list[Row] | None = None
    """Code and measure, latest, a target a year."""


@dataclass
class PlanText:
    title: str = "DRAFT Business Plan 2016-19 (Places Contribution)"
    objectives: list[ObjectiveText] = field(default_factory=list)

    def tables(self) -> list[list[Row]]:
        return [table for objective in self.objectives for table in _tables(objective)]

    def text(self) -> str:
        """A dump with tabs, as the sample has it."""
        return dump(self.title, self.tables())


def dump(title: str, tables: list[list[Row]]) -> str:
    return "\n\n".join([title, *("\n".join("\t".join(row) for row in table) for table in tables)]) + "\n"


def read_plan(plan: PlanText) -> Extraction:
    return extract(plan.text().encode(), name="plan.txt")


PLAIN_ROWS = (
    ["CLN001: % of streets free of litter", "87%", "88%", "89%", "90%"],
    ["CLN002: Number of bins put up in parks", "80", "85", "90", "95"],
    ["CLN003: Days to remove a fly-tip", "9 days", "8 days", "7 days", "6 days"],
)


def _tables(objective: ObjectiveText) -> list[list[Row]]:
    rows = [list(r) for r in PLAIN_ROWS] if objective.rows is None else objective.rows
    width = max(len(objective.years) + 3, *(len(r) + 1 for r in rows)) if rows else 6
    milestones = objective.milestones
    if milestones is None:
        milestones = [("Key Milestones (16-17)", "a. Review the cleaning contract by October 2016")]
    head = [
        ["Corporate Priority:", objective.priority],
        ["Service Objective:", objective.title],
        ["Key Developments", objective.developments or "• New cleaning contract • Park wardens"],
        ["Emerging Issues", objective.issues or "• Cost of fuel"],
    ]
    for n, (label, text) in enumerate(milestones):
        head.append([label if n == 0 or milestones[n - 1][0] != label else "", text])
    if objective.columns or objective.linked is not None:
        if objective.linked is not None:
            head.append(["Linked Indicators", objective.linked])
        columns = objective.columns or ["Ref", "Indicator", "2015/16 Actual", *(f"{y} Target" for y in objective.years)]
        body = rows if objective.columns else [[*r[0].split(": ", 1), *r[1:]] for r in rows]
        return [[_wide(r, width) for r in head], [columns, *(_wide(r, len(columns)) for r in body)]]
    if rows:
        head += [
            ["Linked Indicators:", "Proposed measures", "Latest performance", "Targets"],
            ["", "", "", *objective.years],
            *(["", *r] for r in rows),
        ]
    return [[_wide(r, width) for r in head]]


def _wide(row: Row, width: int) -> Row:
    return [*row, *[""] * (width - len(row))]


def read_case(case: str) -> PlanText:
    """The plan that a rule's case describes; see ``planparse.model.finding.Rule``."""
    plan = PlanText()
    label, named = "Key Milestones (16-17)", False
    for line in textwrap.dedent(case).strip().splitlines():
        key, _, rest = line.partition(": ")
        rest = rest.strip()
        if key == "title":
            plan.title = rest
            continue
        if not plan.objectives or (key == "objective" and named):
            plan.objectives.append(ObjectiveText())
            label = "Key Milestones (16-17)"
        now = plan.objectives[-1]
        if key == "objective":
            now.title, named = rest, True
        elif key == "development":
            now.developments = rest
        elif key == "issue":
            now.issues = rest
        elif key == "milestone":
            now.milestones = [*(now.milestones or []), (label, rest)]
        elif key == "milestones":
            label = rest
            now.milestones = [] if rest == "none" else now.milestones
        elif key == "indicators":
            now.rows = []
        elif key == "years":
            now.years = tuple(y.strip() for y in rest.split("|"))
        elif key == "columns":
            now.columns = [c.strip() for c in rest.split("|")]
        elif key == "linked":
            now.linked = rest
        else:
            now.rows = [*(now.rows or []), [c.strip() for c in line.split("|")]]
    return plan


NOUNS = (
    "streets swept",
    "parks with a green flag",
    "bins emptied on the day",
    "libraries open on Sundays",
    "buses on time",
    "lamps in working order",
    "gullies cleaned as planned",
    "benches painted",
    "trees planted",
    "playgrounds inspected",
    "homes insulated",
    "allotments let",
    "visits to museums",
    "swimmers at the lido",
    "meals delivered",
    "carers supported",
    "potholes filled in a week",
    "bridges surveyed",
    "permits issued in time",
    "calls answered in a minute",
    "planning cases decided in eight weeks",
    "school crossings staffed",
    "food stalls rated good",
    "grants paid in a month",
)
VERBS = ("Review", "Publish", "Agree", "Complete", "Launch", "Retender", "Test", "Report on")
THINGS = (
    "the cleaning contract",
    "the tree strategy",
    "the bus timetable",
    "the winter plan",
    "the lamp survey",
    "the parks standard",
)


def clean_plan(seed: int, objectives: int = 3) -> PlanText:
    """A plan without faults: codes in sequence, targets that rise or fall evenly, milestones lettered from a."""
    chance = random.Random(seed)
    nouns = list(NOUNS)
    chance.shuffle(nouns)
    first = chance.choice((2012, 2016, 2021))
    plan = PlanText(f"DRAFT Business Plan {first}-{(first + 3) % 100} (Places Contribution)")
    years = tuple(f"{y}/{(y + 1) % 100:02d}" for y in range(first, first + 3))
    prefix = chance.choice(("CLN", "ENV", "PLC"))
    number = 0
    for n in range(objectives):
        rows = []
        for _ in range(chance.randint(3, 6)):
            number += 1
            rows.append([f"{prefix}{number:03d}: {_measure(chance, nouns.pop())}", *_values(chance)])
            if rows[-1][0].split(": ")[1].startswith("%"):
                rows[-1][1:] = [f"{v}%" for v in _values(chance)]
        milestones = [
            (
                f"Key Milestones ({first % 100}-{(first + 1) % 100})",
                f"{'abcdef'[m]}. {chance.choice(VERBS)} {chance.choice(THINGS)} by October {first}",
            )
            for m in range(chance.randint(2, 5))
        ]
        plan.objectives.append(
            ObjectiveText(
                title=f"{prefix}{n + 1:02d}: Make the borough better, part {n + 1}",
                milestones=milestones,
                years=years,
                rows=rows,
            )
        )
    return plan


def _measure(chance: random.Random, noun: str) -> str:
    return chance.choice((f"% of {noun}", f"Number of {noun}"))


def _values(chance: random.Random) -> Row:
    start, step = chance.randint(40, 60), chance.randint(1, 5)
    return [str(start + step * n) for n in range(4)]
