"""Which lines of a document are headings though the source does not say so, and which one a card takes back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planparse.interpret import load_vocabulary
from planparse.interpret.headings import Headings
from planparse.interpret.lines import is_figure
from planparse.model.document import Element, Paragraph
from planparse.model.provenance import Place
from tests.interpret.test_layouts import plan_of, table
from tests.repair.grids import document, grid, paragraph

HEAD = replace(paragraph("Service Plan 2016-19"), heading=1)
TABLE = grid("Measure|Target", "Visits|2")


def heading(text: str, level: int = 2) -> Paragraph:
    return replace(paragraph(text), heading=level)


def led(*elements: Element) -> list[str]:
    """The lines that are headings of the tables right below them."""
    doc = document(HEAD, *elements)
    leads = Headings(doc, load_vocabulary()).leads
    return [e.text for e in doc.blocks if isinstance(e, Paragraph) and e.places[0].unit in leads]


def pair(first: str, second: str, **more: str) -> list[Element]:
    lines = [replace(paragraph(text), marker=more.get("marker")) for text in (first, second)]
    return [heading("Homes"), lines[0], TABLE, heading("Pools"), lines[1], TABLE]


def test_lines_alone_above_the_tables_are_headings_below_those_that_are_marked() -> None:
    elements = pair("Keep people warm", "Keep people dry")
    assert led(*elements) == ["Keep people warm", "Keep people dry"]
    headings = Headings(document(HEAD, *elements), load_vocabulary())
    assert [headings.take(e) for e in document(HEAD, *elements).blocks if isinstance(e, Paragraph)] == [True] * 5
    assert [t.text for t in headings.above()] == ["Pools", "Keep people dry"]


def test_a_number_in_front_does_not_keep_a_line_from_it_and_a_bullet_does() -> None:
    assert led(*pair("Keep warm", "Keep dry", marker="1.")) == ["Keep warm", "Keep dry"]
    assert led(*pair("Keep warm", "Keep dry", marker="•")) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Keep people warm", "Keep people warm"),
        ("We keep people warm.", "We keep people dry."),
        ("Table 1 shows homes", "Table 2 shows pools"),
        ("Keep people warm", "We keep people dry."),
    ],
    ids=["the same line", "sentences", "captions", "one line"],
)
def test_lines_that_head_nothing(first: str, second: str) -> None:
    assert led(*pair(first, second)) == []


def test_only_where_most_tables_have_such_a_line() -> None:
    lines = pair("Keep people warm", "Keep people dry")
    assert led(*lines, heading("Roads"), TABLE) == ["Keep people warm", "Keep people dry"]
    assert led(*lines, heading("Roads"), TABLE, heading("Parks"), TABLE) == []


def test_a_single_line_is_none() -> None:
    assert led(*pair("Keep people warm", "Keep people dry")[:3]) == []


def test_a_line_below_another_text_does_not_stand_alone() -> None:
    elements = pair("Keep people warm", "Keep people dry")
    elements[4:4] = [paragraph("Pools are for all.")]
    elements[1:1] = [paragraph("Homes are for all.")]
    assert led(*elements) == []


def test_a_heading_is_taken_back_only_where_it_is_the_last() -> None:
    headings = Headings(document(HEAD), load_vocabulary())
    places = [(Place(n, "paragraph"),) for n in (7, 8)]
    for level, where in enumerate(places, 2):
        headings.take(Paragraph(f"Heading {level}", where, heading=level))
    headings.take_back(places[0])
    assert len(headings.above()) == 2
    headings.take_back(places[1])
    assert [t.text for t in headings.above()] == ["Heading 2"]
    headings.take_back(places[0])
    headings.take_back(places[0])
    assert not headings.above()


def test_lines_that_come_again_above_the_tables_do_not_count() -> None:
    again = pair("What we count", "What we count")
    lines = [*pair("Keep people warm", "Keep people dry"), *pair("Keep people fed", "Keep people well")]
    assert led(*lines, *again) == ["Keep people warm", "Keep people dry", "Keep people fed", "Keep people well"]
    assert led(*lines[:3], *again) == []


def unmarked(*parts: tuple[str, str]) -> list[str | None]:
    """The objectives of a plan whose source marks no headings: two lines above each of its tables."""
    body = [f"<p>{first}</p><p>{second}</p>{INDICATORS.format(n)}" for n, (first, second) in enumerate(parts, 1)]
    return [o.title for o in plan_of(*body).objectives]


INDICATORS = table("Ref|Measure|2015/16 actual|2016/17 target", "AB {}|Visits|1|2")
LINES = ("Swim more", "Run more", "Ride more")


def test_a_line_that_comes_again_above_three_tables_names_no_objective() -> None:
    assert unmarked(*((line, "What we count") for line in LINES)) == list(LINES)
    assert unmarked(*((line, f"{line} often") for line in LINES)) == [f"{line} often" for line in LINES]


def test_above_two_tables_it_may_name_one() -> None:
    assert unmarked(*((line, "What we count") for line in LINES[:2])) == ["What we count"]


@pytest.mark.parametrize("line", ["and what we count", "2016/17", "2016"])
def test_a_line_that_goes_on_with_a_text_and_a_bare_year_name_no_objective(line: str) -> None:
    assert unmarked(*((above, line) for above in LINES[:2])) == list(LINES[:2])


@pytest.mark.parametrize("line", ["eBooks for all", "Pools in 2016/17"])
def test_a_small_letter_before_a_large_one_and_a_year_among_words_do(line: str) -> None:
    assert unmarked(*((above, line) for above in LINES[:2])) == [line]


@pytest.mark.parametrize(("line", "title"), [("2016/17", "Swim more"), ("Pools in 2016/17", "Pools in 2016/17")])
def test_a_marked_heading_that_is_a_bare_year_names_none_either(line: str, title: str) -> None:
    (found,) = plan_of("<h2>Swim more</h2>", f"<h3>{line}</h3>", INDICATORS.format(1)).objectives
    assert found.title == title


def repeated(*elements: Element) -> set[str]:
    return Headings(document(HEAD, *elements), load_vocabulary()).repeated


def part(parent: str, name: str = "How we work") -> list[Element]:
    return [heading(parent), heading(name, 3), paragraph("As the law says."), TABLE]


def test_a_heading_under_several_others_is_that_of_a_part() -> None:
    assert repeated(*part("Homes"), *part("Pools")) == {"How we work"}


@pytest.mark.parametrize(
    "elements",
    [
        part("Homes"),
        [*part("Homes"), *part("Homes")],
        [*part("Homes"), *part("Pools", "How we play")],
        [heading("Homes"), heading("How we work", 3), TABLE, heading("Pools"), heading("How we work", 3), TABLE],
        [*part("Milestones"), *part("Indicators")],
    ],
    ids=["once", "under one name", "of another name", "right above tables", "under the names of parts"],
)
def test_another_heading_is_none(elements: list[Element]) -> None:
    assert repeated(*elements) == set()


@pytest.mark.parametrize(
    ("text", "is_part"),
    [("How we work", True), ("1.1 How we work", True), ("How we play", False), ("Objective 1: Swim more", False)],
)
def test_the_number_of_a_part_does_not_count_and_what_names_an_objective_is_none(text: str, is_part: bool) -> None:
    names = ("How we work", "Objective 1: Swim more")
    elements = [e for parent in ("Homes", "Pools") for name in names for e in part(parent, name)]
    assert Headings(document(HEAD, *elements), load_vocabulary()).is_repeated(text) == is_part


def test_a_sentence_with_a_caption_behind_it_is_no_heading() -> None:
    text = "<p>The service guards the border. Service performance measures</p>"
    rows = ("Indicator|2015/16 Actual|2016/17 Target", "Visits|9|8")
    plan = plan_of(
        "<h2>Customs</h2>", text, table(*rows), "<h2>Ports</h2>", text.replace("border", "port"), table(*rows)
    )
    assert [o.title for o in plan.objectives] == ["Customs", "Ports"]


def test_a_line_of_the_names_of_columns_is_no_heading() -> None:
    headings = Headings(document(HEAD), load_vocabulary())
    assert headings.take(heading("Ref Measure Latest Target")) is False
    assert headings.take(heading("Swim more"))


@pytest.mark.parametrize(("line", "group"), [("Ref Measure Latest Target", "Homes"), ("Measure of targets", None)])
def test_below_such_a_line_the_heading_above_it_stays_in_force(line: str, group: str | None) -> None:
    titles = [o.title for o in plan_of("<h2>Homes</h2>", f"<h3>{line}</h3>", INDICATORS.format(1)).objectives]
    assert titles == [group or line]


BELOW = ("Sponsor: Head of Parks", "Sponsor: Head of Pools")


@pytest.mark.parametrize(
    ("lines", "titles"),
    [
        (BELOW, ["Green parks", "Warm pools"]),
        (("Aim: Be green", "Aim: Be warm"), ["Aim: Be green", "Aim: Be warm"]),
    ],
    ids=["about the heading", "an objective of its own"],
)
def test_lines_with_one_label_right_below_headings(lines: tuple[str, str], titles: list[str]) -> None:
    head = "Measure|2015/16 actual|2016/17 target"
    block = table("Key developments|A new gate", "Emerging issues|Less rain")
    parts = [
        f"<h2>{name}</h2><p>{line}</p>{block}{table(head, f'{code}: Visits|1|2', f'{code}9: Loans|3|4')}"
        for name, line, code in zip(("Green parks", "Warm pools"), lines, ("AB1", "CD1"), strict=True)
    ]
    assert [o.title for o in plan_of(*parts).objectives] == titles


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("“Our pools are the best of all,” says a swimmer", False),
        ("“Our pools are the best of all. We swim there.”", False),
        ("“Clean streets, for all.”", True),
        ("'Everyone active, every day,' our aim", True),
        ("“Swim more” and other aims", True),
        ("Swim more, ride more", True),
    ],
    ids=["with who said it", "two sentences", "a name in quotes", "a motto", "words in quotes", "no quotes"],
)
def test_what_somebody_said_set_large_is_no_heading(text: str, taken: bool) -> None:
    assert Headings(document(HEAD), load_vocabulary()).take(heading(text)) is taken


@pytest.mark.parametrize(
    ("line", "title"),
    [("Key milestones", "Swim more"), ("Milestones of the pool", "Milestones of the pool")],
)
def test_the_name_of_a_list_names_no_objective(line: str, title: str) -> None:
    (found,) = plan_of("<h2>Swim more</h2>", f"<h3>{line}</h3>", INDICATORS.format(1)).objectives
    assert found.title == title


@pytest.mark.parametrize("text", ["1,480 km", "96%", "£2.5m", "< 3 days", "12"])
def test_a_figure_set_large_is_no_heading(text: str) -> None:
    assert is_figure(text)
    doc = document(HEAD, heading(text), TABLE)
    headings = Headings(doc, load_vocabulary())
    assert [headings.take(b) for b in doc.blocks if isinstance(b, Paragraph)] == [True, False]


@pytest.mark.parametrize("text", ["2026/27", "2026", "2 Clean streets", "12 clean streets", "1,480 Km of lanes", "AB1"])
def test_a_year_or_a_text_with_a_figure_may_be_one(text: str) -> None:
    assert not is_figure(text)


@pytest.mark.parametrize("text", ["6% 10% 20% 28%", "54% 58% tbc tbc", "n/a 94%", "£1.2m £1.4m", "12 14"])
def test_values_beside_each_other_set_large_are_no_heading(text: str) -> None:
    doc = document(HEAD, heading(text), TABLE)
    headings = Headings(doc, load_vocabulary())
    assert [headings.take(b) for b in doc.blocks if isinstance(b, Paragraph)] == [True, False]


@pytest.mark.parametrize("text", ["2 Clean streets", "96% of 12 streets", "2025/26 2026/27", "AB1 12", "Zone 2"])
def test_other_texts_with_figures_may_be_one(text: str) -> None:
    assert Headings(document(HEAD), load_vocabulary()).take(heading(text))


def test_a_figure_between_a_heading_and_its_table_leaves_the_heading_in_force() -> None:
    rows = table("Ref|Measure|2015/16 actual|2016/17 target", "AB 1|Visits|1|2")
    (objective,) = plan_of("<h2>Swim more</h2>", "<h2>1,480 km</h2>", "<p>of lanes</p>", rows).objectives
    assert objective.title == "Swim more"


def test_a_figure_set_large_owns_no_part_below_it() -> None:
    parts = "<h3>Milestones</h3><ul><li>Open it</li></ul><h3>Key developments</h3><ul><li>New place</li></ul>"
    for figure, title in (("1,480 km", "Swim more"), ("1,480 lanes mended", "1,480 lanes mended")):
        (objective,) = plan_of("<h2>Swim more</h2>", f"<h2>{figure}</h2>", parts).objectives
        assert (objective.title, len(objective.milestones)) == (title, 1)
