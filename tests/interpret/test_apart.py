"""An objective whose parts stand apart from each other in a plan is one objective."""

from __future__ import annotations

from planparse.model.plan import Plan
from planparse.pipeline import extract
from tests.interpret.test_layouts import page, plan_of, table

NARRATIVE = (
    "<h2>SA1: Keep everyone safe at home</h2><h3>Key developments</h3><ul><li>A new pool</li></ul>",
    "<h2>SA2: Keep everyone well at work</h2><h3>Key developments</h3><ul><li>An old pool</li></ul>",
)
TABLE = table(
    "Ref|Measure|2014/15 Actual|2016/17 Target",
    "SA1: Keep everyone safe at home +4",
    "AB1|Visits|1|2",
    "SA2: Keep everyone well at work +4",
    "AB2|Loans|3|4",
    header=1,
)
ACTIONS = table(
    "Objective|Ref|Action|Due date",
    "SA1: Keep everyone safe at home|M1|Open it|May 2016",
    "SA2: Keep everyone well at work|M2|Close it|June 2016",
)


def parts(plan: Plan) -> list[tuple[str | None, list[str], list[str | None], list[str]]]:
    return [
        (o.code, list(o.key_developments), [i.code for i in o.indicators], [m.text for m in o.milestones])
        for o in plan.objectives
    ]


WHOLE = [("SA1", ["A new pool"], ["AB1"], ["Open it"]), ("SA2", ["An old pool"], ["AB2"], ["Close it"])]


def test_bands_and_columns_name_the_objectives_met_before() -> None:
    assert parts(plan_of(*NARRATIVE, "<h2>Performance framework</h2>", TABLE, "<h2>Actions</h2>", ACTIONS)) == WHOLE


def test_two_services_with_an_objective_of_one_name_keep_their_own() -> None:
    own = "<h2>{}</h2><h3>Provide the best of services</h3><h4>Key developments</h4><ul><li>{}</li></ul>"
    rows = table("Ref|Measure|2014/15 Actual|2016/17 Target", "{}1|Visits|1|2")
    plan = plan_of(*(own.format(name, name) + rows.format(code) for name, code in (("Pools", "AB"), ("Parks", "CD"))))
    assert [[i.code for i in o.indicators] for o in plan.objectives] == [["AB1"], ["CD1"]]


def test_a_list_of_all_objectives_is_none_of_them() -> None:
    aims = table("Aim|Lead committee", "Keep safe|Quality", "Keep well|Finance", "Keep on|Quality")
    plan = plan_of("<h2>Plan on a page</h2>", aims, *NARRATIVE)
    assert [o.code for o in plan.objectives] == ["SA1", "SA2"]


def test_a_line_above_a_heading_says_its_priority() -> None:
    above = ("<p>Corporate priority: A Safe Town</p>", "<p>Corporate priority: A Well Town</p>")
    plan = plan_of(*(line + block for line, block in zip(above, NARRATIVE, strict=True)))
    assert [o.corporate_priority for o in plan.objectives] == ["A Safe Town", "A Well Town"]


def test_a_row_whose_measure_would_be_a_number_is_said() -> None:
    rows = ("Measure|Latest performance|2016/17 Target|2017/18 Target", "AB1: Visits|1|2|3", "11|12|13|14")
    found = extract(page("<h2>Swim more</h2>", table(*rows)), name="case.html")
    assert [i.code for i in found.plan.indicators] == ["AB1"]
    assert "row-not-understood" in [r.code for r in found.trace.remarks]


def test_labels_that_a_narrow_column_broke() -> None:
    plan = plan_of(
        table("Service Objective|AB01: Keep safe", "Key Development s|A new pool", "Emerg ing Issues|An old pool"),
    )
    (objective,) = plan.objectives
    assert (list(objective.key_developments), list(objective.emerging_issues)) == (["A new pool"], ["An old pool"])


def test_a_list_of_objectives_may_give_developments_and_issues_beside_each() -> None:
    texts = table(
        "Strategic objective|Key developments|Emerging issues|Lead",
        "SA1: Keep everyone safe at home|A new pool|Old pipes|A Body",
        "SA2: Keep everyone well at work|An old pool||Some Body",
        header=1,
    )
    for blocks in ((TABLE, texts), (texts, TABLE)):
        found = plan_of(*blocks).objectives
        assert [(o.code, list(o.key_developments), list(o.emerging_issues)) for o in found] == [
            ("SA1", ["A new pool"], ["Old pipes"]),
            ("SA2", ["An old pool"], []),
        ]
        assert [[i.code for i in o.indicators] for o in found] == [["AB1"], ["AB2"]]
        assert [o.lead for o in found] == ["A Body", "Some Body"]


def test_bands_name_objectives_that_come_later_in_the_plan() -> None:
    assert parts(plan_of("<h2>Performance framework</h2>", TABLE, *NARRATIVE, "<h2>Actions</h2>", ACTIONS)) == WHOLE


def test_a_band_of_a_code_over_a_title_or_of_a_bold_line_over_others_names_an_objective() -> None:
    for first, second in (
        ("<p>SA1</p><p>Keep everyone safe at home</p>", "<p>SA2</p><p>Keep everyone well at work</p>"),
        (
            "<p><b>SA1: Keep everyone safe at home</b></p><p>With our partners.</p>",
            "<p><b>SA2: Keep everyone well at work</b></p><p>With our staff.</p>",
        ),
    ):
        bands = TABLE.replace("SA1: Keep everyone safe at home", first).replace(
            "SA2: Keep everyone well at work", second
        )
        found = parts(plan_of(*NARRATIVE, "<h2>Performance framework</h2>", bands))
        assert [codes for _, _, codes, _ in found] == [["AB1"], ["AB2"]]


def test_a_unit_in_brackets_does_not_change_what_a_header_says() -> None:
    rows = table("Ref|Measure|2014/15 Actual (number)|2016/17 Target (number)", "AB1|Visits|1|2", header=1)
    (one,) = plan_of("<h2>Objective 1: Keep everyone safe at home</h2>", rows).indicators
    assert [(v.period, v.number) for v in (*one.actuals, *one.targets)] == [("2014/15", 1), ("2016/17", 2)]
