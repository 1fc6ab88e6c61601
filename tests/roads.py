"""A small plan of our own, as a text dump and as records, for tests of what comes after the interpreter."""

from __future__ import annotations

from planparse.model.plan import Indicator, Milestone, Objective, Period, Plan, Value

DUMP = """DRAFT Business Plan 2020-22 (Roads)

Corporate Priority:\tSafer streets
Service Objective:\tRD01: Keep roads open
Key Milestones (20-21)\ta. Inspect all bridges by June 2020
\tb. Resurface High Street
Linked Indicators:\tProposed measures\tLatest performance\tTargets\t\t
\t\t\t2020/21\t2021/22
\tRD001: % of roads inspected\t80%\t85%\t90%
\tRD002: Days to mend a hole\ttbc\t10\t8.5
\tRD003: Signs cleaned\t120\t130\t140
\tRD004: % of gullies emptied\t70%\t75%\t80%
"""


def value(label: str, text: str, number: float | None = None, period: str | None = None) -> Value:
    status = "number" if number is not None else "tbc" if text == "tbc" else "blank" if not text else "note"
    return Value(label=label, period=period, text=text, status=status, number=number, unit=None, qualifier=None)


def indicator(key: str, measure: str, **given: object) -> Indicator:
    empty: dict[str, object] = dict.fromkeys(("group", "unit", "direction", "frequency", "lead", "rag", "trend"))
    empty |= {"actuals": (), "targets": (), "comparators": (), "notes": (), "extra": {}}
    fields = {"id": key, "code": key, "printed_code": key, "scheme": "RD", "measure": measure, **empty, **given}
    return Indicator.model_validate(fields)


def milestone(key: str, text: str, **given: object) -> Milestone:
    empty: dict[str, object] = dict.fromkeys(("ref", "period", "due", "lead", "status"))
    return Milestone.model_validate({"id": key, "text": text, **empty, "extra": {}, **given})


def plan(measure: str = "% of roads inspected", title: str = "Draft plan") -> Plan:
    """Two objectives, two indicators, one milestone; one value of each kind."""
    roads = Objective(
        id="RD01",
        code="RD01",
        printed_code="RD01",
        title="Keep roads open",
        corporate_priority="Safer streets",
        headings=("Places", "Roads"),
        lead=None,
        key_developments=("New depot", "Winter"),
        emerging_issues=("Cost of salt",),
        milestones=(milestone("RD01-a", "Inspect all bridges", ref="a", due="2020-06"),),
        indicators=(
            indicator(
                "RD001",
                measure,
                actuals=(value("Latest", "80%", 80),),
                targets=(
                    value("Target / 2020/21", "85.5%", 85.5, "2020/21"),
                    value("Target / 2021/22", "tbc", None, "2021/22"),
                ),
                comparators=(value("England", "", None, "2013"),),
                notes=("First note", "Second note"),
                extra={"Risk": "High"},
            ),
            indicator("RD002", "Days to mend a hole", targets=(value("Target / 2020/21", "8", 8, "2020/21"),)),
        ),
        extra={"Budget": "none"},
    )
    empty = roads.model_copy(
        update={"id": "RD02", "code": "RD02", "milestones": (), "indicators": (), "extra": {}, "title": None}
    )
    period = Period(label="2020-22", start="2020-04-01", end="2022-03-31")
    front = {"title": title, "status": "draft", "period": period}
    return Plan.empty().model_copy(update={**front, "objectives": (roads, empty)})
