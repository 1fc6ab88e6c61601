"""A plan edited at random with every edit written down: what a diff has to find, and nothing else."""

from __future__ import annotations

import copy
import random
from collections import Counter
from collections.abc import Callable
from typing import Any

from planparse.model.change import Change, PlanDiff
from planparse.model.plan import Plan
from tests.diff.drafts import YEARS, Raw, indicator, milestone, objective, value, with_ids

Fact = tuple[Any, ...]

_WHAT = (
    "residents satisfied with", "people helped by", "calls answered within target by", "visits to", "complaints about",
    "appeals lodged against", "families supported through", "volunteers active in", "inspections passed by",
    "apprentices placed with", "repairs finished first time by", "reviews held on time by", "requests handled by",
)  # fmt: skip
_WHOM = (
    "the library service", "leisure centres", "street cleaning crews", "the planning office", "day centres",
    "bus routes", "the housing register",
    "parks and playgrounds", "the museum", "trading standards", "school transport",
    "the call centre", "flood wardens", "the allotment scheme", "youth clubs", "the registry office",
    "road safety teams",
    "the music service", "hostels", "market traders", "the recycling centre", "foster carers",
)  # fmt: skip
_HOW = (
    "",
    " in rural wards",
    " aged 16 to 24",
    " (all wards)",
    " since last year",
    " per 1,000 people",
    " at weekends",
)
_DO = ("Agree", "Publish", "Review", "Launch", "Procure", "Refresh", "Consult on", "Complete")
_THING = (
    "the tree strategy", "a joint training offer", "the depot lease", "the cycle map", "new tenancy rules",
    "the winter gritting plan", "a carers' charter", "the archive catalogue", "a single booking line",
    "the lighting contract", "the sports pitch survey", "a schools energy plan", "the taxi licensing policy",
)  # fmt: skip
_MONTHS = ("January", "March", "June", "July", "October", "December")
_GOAL = ("Keep every neighbourhood safe", "Give children a strong start", "Help people live at home for longer",
         "Make travel simple and clean", "Open up work and skills", "Look after green spaces")  # fmt: skip


def random_plan(rng: random.Random, indicators: int = 54) -> Raw:
    """A plan of six objectives with look-alike measures, twins, placeholders, and codes such as KX017."""
    objectives = [
        objective(f"KX{n + 1:02}", _GOAL[n], corporate_priority=f"Priority {n % 3 + 1}") for n in range(len(_GOAL))
    ]
    measures = rng.sample([f"{kind} {what} {whom}{how}" for kind in ("% of", "Number of") for what in _WHAT
                           for whom in _WHOM for how in _HOW], indicators)  # fmt: skip
    if indicators > 4:
        measures[3] = measures[2]  # twins differ by code and values only
    tasks = rng.sample([f"{do} {thing}" for do in _DO for thing in _THING], min(4 * len(_GOAL), 90))
    for n, measure in enumerate(measures):
        latest, *targets = (_figure(rng, measure) for _ in range(4))
        row = indicator(f"KX{n + 1:03}", measure, latest, *targets)
        objectives[n * len(objectives) // indicators]["indicators"].append(row)
    for n, task in enumerate(tasks):
        dated = n % 2 == 0
        month, year = rng.choice(_MONTHS), rng.choice((2016, 2017))
        text = f"{task} by {month} {year}" if dated else task
        due = f"{year}-{_month(month)}" if dated else None
        ms = objectives[n % len(objectives)]["milestones"]
        ms.append(milestone(chr(97 + len(ms)), text, due))
    for n, o in enumerate(objectives):
        o["key_developments"] = [f"{_WHOM[n]} moved to {_WHOM[n + 7]} this year", f"Funding for {_WHOM[n + 9]} ends"]
    raw = {
        "schema_version": "1.0.0", "title": "DRAFT Business Plan 2016-19", "status": "draft", "organisation": None,
        "directorate": None, "period": {"label": "2016-19", "start": "2016-04-01", "end": "2019-03-31"},
        "objectives": objectives,
    }  # fmt: skip
    for uid, record in enumerate(r for o in objectives for r in (o, *o["milestones"], *o["indicators"])):
        record["uid"] = uid
    return raw


def _month(name: str) -> str:
    return {"January": "01", "March": "03", "June": "06", "July": "07", "October": "10", "December": "12"}[name]


def _figure(rng: random.Random, measure: str) -> str:
    if rng.random() < 0.3:
        return "tbc"
    return f"{rng.randint(5, 95)}%" if measure.startswith("%") else str(rng.randint(20, 900))


class Edits:
    """Edits one plan and writes down the facts: (kind, uid, field, period)."""

    def __init__(self, raw: Raw, rng: random.Random) -> None:
        self.previous = raw
        self.raw = copy.deepcopy(raw)
        self.rng = rng
        self.facts: Counter[Fact] = Counter()
        self.used: set[tuple[int, str]] = set()
        self.next_uid = 10_000

    def plans(self) -> tuple[Plan, Plan]:
        return to_plan(self.previous), to_plan(self.raw)

    def apply(self, name: str, times: int = 1) -> Edits:
        edit: Callable[[], None] = getattr(self, name)
        for _ in range(times):
            edit()
        return self

    def _all(self, kind: str) -> list[tuple[Raw, Raw]]:
        return [(o, r) for o in self.raw["objectives"] for r in o[kind]]

    def _pick(self, kind: str, *marks: str) -> tuple[Raw, Raw]:
        """A record with none of these marks yet, and not new."""
        free = [(o, r) for o, r in self._all(kind) if r["uid"] < 10_000
                and not any((r["uid"], m) in self.used for m in (*marks, "gone"))]  # fmt: skip
        o, r = self.rng.choice(free)
        self.used |= {(r["uid"], m) for m in marks}
        return o, r

    def _value(self, kind: str, status: str, text: Callable[[Raw], str]) -> None:
        _, row = self._pick("indicators", "value")
        field = "targets" if kind.startswith("target") else "actuals"
        fits = [at for at, v in enumerate(row[field]) if v["status"] == status]
        if not fits:
            return
        at = self.rng.choice(fits)
        old = row[field][at]
        row[field][at] = value(text(old), old["period"], old["label"])
        self.facts[kind, row["uid"], field[:-1], old["period"]] += 1

    def retarget(self) -> None:
        self._value("target_changed", "number", lambda v: v["text"].replace(str(v["number"]), str(v["number"] + 3)))

    def outturn(self) -> None:
        self._value("actual_changed", "number", lambda v: v["text"].replace(str(v["number"]), str(v["number"] + 2)))

    def fill(self) -> None:
        self._value("target_set", "tbc", lambda v: "41%")

    def withdraw(self) -> None:
        self._value("target_withdrawn", "number", lambda v: "tbc")

    def blank(self) -> None:
        self._value("status_changed", "tbc", lambda v: "")
        # blank to tbc is editorial but has the field of the value that it is about

    def note(self) -> None:
        self._value("target_withdrawn", "number", lambda v: "Numbers are too small to set a target.")

    def unit(self) -> None:
        _, row = self._pick("indicators", "value")
        for at, v in enumerate(row["targets"]):
            if v["status"] == "number":
                text = str(v["number"]) if v["unit"] else f"{v['number']}%"
                row["targets"][at] = value(text, v["period"], v["label"])
                self.facts["unit_changed", row["uid"], "target", v["period"]] += 1

    def reformat(self) -> None:
        _, row = self._pick("indicators", "value", "text")
        row["measure"] = row["measure"].replace(" (", "  – (").upper() + "."
        for field in ("actuals", "targets"):
            for at, v in enumerate(row[field]):
                if v["unit"] == "percent":
                    row[field][at] = value(f"{v['number']}.0% %", v["period"], v["label"])

    def reword(self) -> None:
        _, row = self._pick("indicators", "text")
        words = row["measure"].split()
        how = self.rng.randrange(3)
        if how == 0:
            words += ["within", "the", "whole", "borough"]
        elif how == 1:
            words.insert(len(words) // 2, "eligible")
        else:
            words[-1] = words[-1] + " overall"
        row["measure"] = " ".join(words)
        self.facts["reworded", row["uid"], "measure", None] += 1

    def recode(self) -> None:
        _, row = self._pick("indicators", "code")
        code = row["code"]
        new = self.rng.choice([f"K{code[2:]}", f"KXE{code[2:]}", f"KX{int(code[2:]) + 400}", f"{code}x"])
        row["code"] = row["printed_code"] = new
        self.facts["recoded", row["uid"], "code", None] += 1

    def misprint(self) -> None:
        """The printed code changes and the normalised one does not."""
        _, row = self._pick("indicators", "code")
        row["printed_code"] = row["code"].replace("KX", "KXD")
        self.facts["recoded", row["uid"], "code", None] += 1

    def move(self) -> None:
        home, row = self._pick("indicators", "home")
        others = [o for o in self.raw["objectives"] if o is not home]
        home["indicators"].remove(row)
        target = self.rng.choice(others)["indicators"]
        target.insert(self.rng.randint(0, len(target)), row)
        self.facts["moved", row["uid"], "objective", None] += 1

    def remove(self) -> None:
        home, row = self._pick("indicators", "home", "text", "value", "code", "gone")
        home["indicators"].remove(row)
        self.facts["removed", row["uid"], None, None] += 1

    def add(self) -> None:
        o = self.rng.choice(self.raw["objectives"])
        n = self.next_uid = self.next_uid + 1
        texts = {r["measure"] for _, r in self._all("indicators")}
        fresh = [f"% of {what} {whom} online" for what in _WHAT for whom in _WHOM]
        row = indicator(f"KX{n % 10_000 + 200:03}", self.rng.choice([t for t in fresh if t not in texts]), "tbc",
                        *(_figure(self.rng, "%") for _ in range(3)))  # fmt: skip
        row["uid"] = n
        o["indicators"].insert(self.rng.randint(0, len(o["indicators"])), row)
        self.facts["added", n, None, None] += 1

    def split(self) -> None:
        home, row = self._pick("indicators", "home", "text", "value", "code", "gone")
        at = home["indicators"].index(row)
        parts = []
        for letter, which in (("a", "under 18"), ("b", "18 and over")):
            n = self.next_uid = self.next_uid + 1
            part = indicator(row["code"] + letter, f"{row['measure']}, {which}", "tbc", *("tbc" for _ in YEARS))
            part["uid"] = n
            parts.append(part)
            self.facts["split", (row["uid"], n), None, None] += 1
        home["indicators"][at : at + 1] = parts

    def swap(self) -> None:
        rows = self.rng.choice([o["indicators"] for o in self.raw["objectives"] if len(o["indicators"]) > 1])
        a, b = self.rng.sample(range(len(rows)), 2)
        rows[a], rows[b] = rows[b], rows[a]

    def slip(self) -> None:
        dated = [(o, m) for o, m in self._all("milestones") if m["due"] and (m["uid"], "text") not in self.used]
        _, m = self.rng.choice(dated)
        self.used.add((m["uid"], "text"))
        year = m["due"][:4]
        m["text"] = m["text"].replace(year, str(int(year) + 1))
        m["due"] = f"{int(year) + 1}{m['due'][4:]}"
        self.facts["reworded", m["uid"], "text", None] += 1
        self.facts["deadline_changed", m["uid"], "due", None] += 1

    def insert_milestone(self) -> None:
        o = self.rng.choice(self.raw["objectives"])
        n = self.next_uid = self.next_uid + 1
        texts = " ".join(m["text"] for _, m in self._all("milestones"))
        fresh = [f"{do} {thing} with partner councils" for do in _DO for thing in _THING if thing not in texts]
        fresh += [f"Open the {whom} help desk" for whom in _WHOM]
        m = milestone("z", self.rng.choice(fresh))
        m["uid"] = n
        o["milestones"].insert(self.rng.randint(0, len(o["milestones"])), m)
        for at, each in enumerate(o["milestones"]):
            each["ref"] = chr(97 + at)
        self.facts["added", n, None, None] += 1

    def retitle(self) -> None:
        _, o = None, self.rng.choice([o for o in self.raw["objectives"] if (o["uid"], "text") not in self.used])
        self.used.add((o["uid"], "text"))
        o["title"] += ", working with partners"
        self.facts["retitled", o["uid"], "title", None] += 1

    def renumber(self) -> None:
        """Every indicator gets another code; it is to be said once."""
        rows = [r for _, r in self._all("indicators")]
        for at, row in enumerate(rows):
            row["code"] = row["printed_code"] = f"ZQ{(at * 7) % len(rows) + 1:03}"
        self.facts["codes_renumbered", None, "code", None] += 1
        self.facts = Counter({f: n for f, n in self.facts.items() if f[0] != "recoded"})

    def slide(self) -> None:
        """The window of years moves on by one."""
        for _, row in self._all("indicators"):
            row["targets"] = [*row["targets"][1:], value("tbc", "2019/20")]
            self.facts = Counter({f: n for f, n in self.facts.items() if f[2:] != ("target", YEARS[0])})
        self.facts["years_changed", None, "target", None] += 1


def to_plan(raw: Raw) -> Plan:
    bare = copy.deepcopy(raw)
    for o in bare["objectives"]:
        for record in (o, *o["milestones"], *o["indicators"]):
            record.pop("uid", None)
    return Plan.model_validate(with_ids(bare))


def found_facts(diff: PlanDiff, edits: Edits) -> Counter[Fact]:
    """The facts that a diff tells, without the cosmetic ones; a wrong pairing shows as a fact of its own."""
    old, new = (_uids(raw, plan) for raw, plan in zip((edits.previous, edits.raw), edits.plans(), strict=True))
    facts: Counter[Fact] = Counter()
    for c in diff.at("editorial"):
        facts[c.kind, _who(c, old, new), c.field, c.period] += 1
    return facts


def _who(c: Change, old: dict[str, int], new: dict[str, int]) -> object:
    before = old.get(c.previous.id) if c.previous else None
    after = new.get(c.current.id) if c.current else None
    if before == after or after is None:
        return before
    return after if before is None else (before, after)


def _uids(raw: Raw, plan: Plan) -> dict[str, int]:
    records = [r for o in raw["objectives"] for r in (o, *o["milestones"], *o["indicators"])]
    return {record.id: r["uid"] for record, r in zip(plan.records(), records, strict=True)}
