"""What the title page says of the plan itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planparse.interpret import load_vocabulary
from planparse.interpret.title import Front, dated_span, plan_period, plan_year, read_front
from planparse.model.document import Aside, AsideKind, Document, Paragraph
from planparse.model.provenance import Place


def lines(*texts: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(text, (Place(n, "paragraph"),)) for n, text in enumerate(texts))


def front(*texts: str, aside: str = "", kind: AsideKind = "furniture") -> Front:
    asides = (Aside(kind, aside, (Place(99, "paragraph"),), "running head"),) if aside else ()
    return read_front(Document("text", lines(*texts), asides), load_vocabulary())


@pytest.mark.parametrize(
    ("title", "label", "start", "end"),
    [
        ("Service Plan (2016-19)", "2016-19", "2016-04-01", "2019-03-31"),
        ("Service Plan 2016/17", "2016/17", "2016-04-01", "2017-03-31"),
        ("Plan, April 2016 to September 2018", "April 2016 to September 2018", "2016-04-01", "2018-09-30"),
        ("Monitoring, Q2 2016/17: plan 2016-19", "2016-19", "2016-04-01", "2019-03-31"),
    ],
)
def test_the_years_of_the_plan(title: str, label: str, start: str, end: str) -> None:
    period = plan_period(title)
    assert period is not None
    assert (period.label, period.start, period.end) == (label, start, end)


def test_the_years_of_a_plan_may_stand_in_the_heading_below_its_title() -> None:
    name, years, more = lines("The Custody Service", "Plan 2016-19", "Plan 2014-15")
    document = Document("text", (replace(name, heading=1), replace(years, heading=2), replace(more, heading=2)))
    period = read_front(document, load_vocabulary()).period
    assert period is not None
    assert period.label == "2016-19"
    far = replace(document, blocks=(document.blocks[0], lines("x", "x", "x", "Text.")[3], document.blocks[2]))
    assert read_front(far, load_vocabulary()).period is None


@pytest.mark.parametrize("title", ["Service Plan", "Report for March 2016", "Plan, September 2018 to April 2016"])
def test_a_title_without_years_says_none(title: str) -> None:
    assert plan_period(title) is None


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Anytown Borough Council - Plan 2016-19", "Anytown Borough Council"),
        ("The plan for Upton and Downham District Council, 2016-19", "Upton and Downham District Council"),
        ("Plan 2016-19 of the council", None),
        (f"Anytown Borough Council {'and its many partners ' * 10}", None),
    ],
    ids=["first", "inside", "no name", "long text"],
)
def test_the_body_that_the_first_lines_name(text: str, body: str | None) -> None:
    found = front("Plan 2016-19", text).organisation
    assert (found.text if found else None) == body
    assert found is None or [p.unit for p in found.places] == [1]


def test_the_body_and_the_status_that_a_running_head_names() -> None:
    found = front("Plan 2016-19", aside="DRAFT - Anytown City Council plan")
    assert found.organisation is not None
    assert found.organisation.text == "Anytown City Council"
    assert found.status == "draft"
    hidden = front("Plan 2016-19", aside="DRAFT - Anytown City Council plan", kind="hidden")
    assert (hidden.organisation, hidden.status) == (None, None)


@pytest.mark.parametrize(
    ("title", "status"),
    [
        ("DRAFT Plan 2016-19", "draft"),
        ("Plan 2016-19 (final version)", "final"),
        ("Plan 2016-19, final draft", "draft"),
        ("Drafting Services Plan", None),
        ("Semifinals Plan", None),
    ],
)
def test_draft_or_final(title: str, status: str | None) -> None:
    assert front(title).status == status


@pytest.mark.parametrize(
    ("title", "directorate"),
    [
        ("Plan 2016-19 (Children's Services Directorate)", "Children's Services"),
        ("Plan (2016-19) (Places Contribution)", "Places"),
        ("Plan 2016-19 (Directorate)", None),
        ("Plan 2016-19 Places Directorate", None),
    ],
)
def test_the_directorate_in_brackets(title: str, directorate: str | None) -> None:
    assert front(title).directorate == directorate


def titled(*paragraphs: Paragraph, own: str | None = None) -> str | None:
    found = read_front(Document("text", paragraphs, title=own), load_vocabulary()).title
    return found.text if found else None


def test_which_line_is_the_title() -> None:
    year, plain, sentence = lines("Plan 2016-19", "Introduction", "We serve the town.")
    heading = replace(plain, heading=1)
    assert titled(year, heading) == "Plan 2016-19", "a first line with years goes before a heading without"
    assert titled(plain, replace(year, heading=1)) == "Plan 2016-19"
    assert titled(plain, heading) == "Introduction"
    assert titled(sentence, heading) == "Introduction", "a sentence is no title"
    assert titled(year, replace(plain, heading=0)) == "Introduction", "what is marked as title is the title"
    assert titled(replace(plain, heading=2), year) == "Plan 2016-19"
    assert titled(sentence, year) is None, "text stands before it"
    assert titled(sentence, own="In the file") == "In the file"
    assert titled() is None


@pytest.mark.parametrize(
    ("first", "later", "title"),
    [
        ("Library service plan 2016-19", "Actions", 0),
        ("Plan 2016-19", "Actions", 1),
        ("Library service plan", "Actions", 1),
        ("Library service plan 2016-19", "Town plan 2016-19", 1),
    ],
    ids=["names the plan and its years", "one word beside the years", "no years", "years in the larger one"],
)
def test_a_heading_that_begins_the_document_may_be_its_title_below_a_larger_one(
    first: str, later: str, title: int
) -> None:
    texts = (first, "We lend books.", later)
    upper, text, lower = lines(*texts)
    upper, lower = replace(upper, heading=2), replace(lower, heading=1)
    assert titled(*paged(upper, text, lower)) == (first, later)[title]
    assert titled(*paged(text, upper, lower)) == later, "a text begins the document"
    assert titled(upper, text, lower) == later, "both stand on one page"


def paged(*paragraphs: Paragraph) -> list[Paragraph]:
    """Each on a page of its own."""
    return [replace(p, places=(replace(p.places[0], page=n),)) for n, p in enumerate(paragraphs)]


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("Service Plan 2016/17", "2016/17"),
        ("Quarter 1 report 2016/17", "2016/17"),
        ("Report Q3 2016/17 on the plan 2016/17", "2016/17"),
        ("Plan 2016/17 to 2017/18", None),
        ("Plan 2016-19", None),
        ("Report for March 2016", None),
        ("Plan 2016", None),
        ("Service Plan", None),
    ],
)
def test_the_one_financial_year_of_a_title(title: str, year: str | None) -> None:
    assert plan_year(title) == year
    assert front(title).year == year


@pytest.mark.parametrize(
    ("texts", "label", "start", "end"),
    [
        (
            ("Corporate Plan 2025-26 to 2028-29", "1 July 2025 to 30 June 2029"),
            "2025-26 to 2028-29",
            "2025-07-01",
            "2029-06-30",
        ),
        (
            ("Corporate Plan 2025/26", "Anytown Harbour Board", "for the year ending 30 June 2026"),
            "2025/26",
            "2025-07-01",
            "2026-06-30",
        ),
        (
            ("Corporate Plan", "It covers 1st July 2025 - 30th June 2029."),
            "1st July 2025 - 30th June 2029",
            "2025-07-01",
            "2029-06-30",
        ),
        (
            ("Plan for the year ended 31 December 2026",),
            "year ended 31 December 2026",
            "2026-01-01",
            "2026-12-31",
        ),
    ],
    ids=["years in the title", "one year", "no years in the title", "in the title"],
)
def test_the_first_and_the_last_day_of_a_plan(texts: tuple[str, ...], label: str, start: str, end: str) -> None:
    period = front(*texts).period
    assert period is not None
    assert (period.label, period.start, period.end) == (label, start, end)


@pytest.mark.parametrize(
    "texts",
    [
        ("1 July 2025 to 30 September 2025",),
        ("1 July 2023 to 30 June 2029",),
        ("1 July 2025 to 30 June 2030",),
        ("31 June 2025 to 30 June 2029",),
        ("30 June 2029 to 1 July 2025",),
        (*["Text."] * 7, "1 July 2025 to 30 June 2029"),
    ],
    ids=["a quarter", "begins in another year", "ends in another year", "no day", "backwards", "far below"],
)
def test_other_days_below_a_title_do_not_change_its_years(texts: tuple[str, ...]) -> None:
    period = front("Corporate Plan 2025-26 to 2028-29", *texts).period
    assert period is not None
    assert (period.start, period.end) == ("2025-04-01", "2029-03-31")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1 July 2025 to 30 June 2026", True),
        ("1 July 2025 until 29 June 2026", True),
        ("1 July 2025 to 31 May 2026", False),
        ("ending 30 June 2026", False),
        ("year ending 28 February 2028", True),
        ("half-year to 30 September 2025", False),
        ("between 1 July 2025 and 30 June 2026", True),
        ("1 July 2024 and 5 July 2026", False),
        ("1 July to 30 June 2026", False),
    ],
)
def test_a_span_by_the_day_is_of_a_year_or_more(text: str, found: bool) -> None:
    assert (dated_span(text) is not None) == found


def test_the_year_that_ends_on_a_day_begins_on_the_day_behind_it() -> None:
    leap = dated_span("year to 29 February 2028")
    assert leap is not None
    assert (leap.start, leap.end) == ("2027-03-01", "2028-02-29")


@pytest.mark.parametrize(
    ("title", "report"),
    [
        ("Performance report 2025/26", True),
        ("Monitoring, Q2 2025/26", True),
        ("Annual Review 2025/26", True),
        ("Service Plan 2025/26", False),
        ("Reporting Services Plan 2025/26", False),
    ],
)
def test_a_title_says_that_it_reports_on_the_plan(title: str, report: bool) -> None:
    assert front(title).is_report == report
