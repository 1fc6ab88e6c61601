"""What the title and the running heads say: draft or final, the years, the directorate, the body."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from planparse.interpret.dates import parse_due
from planparse.interpret.draft import Text
from planparse.interpret.lines import is_line
from planparse.interpret.periods import Found, bounds, find_periods, is_month, without_periods
from planparse.model.document import Document, Paragraph
from planparse.model.plan import Period, PlanStatus
from planparse.model.vocabulary import Vocabulary
from planparse.text import fold

_BODY = re.compile(
    r"\b((?:[A-Z][\w'’]+(?: (?:and|of|upon|on|with|the|&))? ){1,5}"
    r"(?:Borough|City|County|District|Metropolitan|Town|Unitary|Combined)(?: Borough)?(?: Council| Authority))\b"
)
_FRONT = 8
"""Blocks among which the title stands."""
_TITLE_PAGE = 4
"""Paragraphs of a title page."""
_WORD = re.compile(r"[^\W\d_]{3}")
_YEARS = re.compile(r"\d{4}[-/]\d\d")
_DAY = r"\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8} 20\d\d"
_SPAN = re.compile(rf"({_DAY}) ?(?:to|until|[-–—]) ?({_DAY})|\bbetween ({_DAY}) and ({_DAY})")
_YEAR_ENDING = re.compile(rf"(?<!half[ -])\byear (?:ending|ended|to)(?: on)? ({_DAY})", re.IGNORECASE)
_YEAR = 365
_FISCAL = re.compile(r"\b(?:fiscal years?|fy) ?$", re.IGNORECASE)
_TO = re.compile(r"\s*(?:to|until|[-–—])\s*", re.IGNORECASE)
_AND = re.compile(r"\s*(?:and|&|,)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Front:
    """The plan's own facts."""

    title: Text | None
    status: PlanStatus | None
    organisation: Text | None
    directorate: str | None
    period: Period | None
    year: str | None = None
    """The financial year, ``2016/17``, where the title names just one, or a quarter of it."""
    is_report: bool = False
    """The title says that it reports on the plan."""


def read_front(document: Document, vocabulary: Vocabulary) -> Front:
    title = find_title(document)
    text = title.text if title else ""
    heads = [fold(a.text) for a in document.asides if a.kind == "furniture"]
    return Front(
        title=title,
        status=_status([text, *heads], vocabulary),
        organisation=_organisation(document),
        directorate=_directorate(text, vocabulary),
        period=_by_the_day(plan_period(text) or plan_period(_below(document, title)), text, document),
        year=plan_year(text),
        is_report=bool(set(re.findall(r"[a-z-]+", text.casefold())) & set(vocabulary.reports)),
    )


def find_title(document: Document) -> Text | None:
    """The plan's own title: a paragraph marked as title, else the outermost heading first met, else the first line.

    What names the plan's years goes before what does not: the name of the council may stand above it, as large.
    """
    paragraphs = [b for b in document.blocks[:60] if isinstance(b, Paragraph) and b.text.strip()]
    marked = next((p for p in paragraphs if p.heading == 0), None)
    headings = [p for p in paragraphs if p.heading and _WORD.search(p.text)]  # large figures are no title
    outermost = min((p.heading for p in headings[:_TITLE_PAGE] if p.heading), default=1)
    front = [p for p in paragraphs[:_TITLE_PAGE] if p in headings and p.heading == outermost]
    outer = next((p for p in front if _has_years(p)), next((p for p in headings if p.heading == outermost), None))
    if outer is not None and not _has_years(outer) and _opens(paragraphs[0], outer):
        outer = paragraphs[0]  # a sheet of a workbook is scaled as a whole, so a later heading may be larger
    first = next((p for p in paragraphs[:3] if p.heading is None and p.marker is None), None)
    if first is not None and not (is_line(first) and _begins(document, first)):
        first = None
    if outer is not None and first is not None and (_has_years(outer) or not _has_years(first)):
        first = None
    chosen = marked or first or outer
    if chosen is not None:
        return Text(fold(chosen.text), chosen.places)
    return Text(fold(document.title), ()) if document.title else None


def _has_years(paragraph: Paragraph) -> bool:
    text = fold(paragraph.text)
    return any(_YEARS.fullmatch(f.period) and not is_month(f.period, text) for f in find_periods(text))


def _opens(paragraph: Paragraph, outer: Paragraph) -> bool:
    """Whether a heading names a plan with its years on a page before that of a larger one."""
    page, later = paragraph.places[0].page, outer.places[0].page
    named = bool(paragraph.heading) and len(without_periods(fold(paragraph.text)).split()) > 1
    return named and _has_years(paragraph) and page is not None and later is not None and page < later


def _begins(document: Document, paragraph: Paragraph) -> bool:
    """Nothing but headings stands before the paragraph."""
    before = document.blocks[: document.blocks.index(paragraph)]
    return all(isinstance(b, Paragraph) and b.heading is not None for b in before)


def _by_the_day(period: Period | None, title: str, document: Document) -> Period | None:
    """The period with its first and its last day, where the title or the lines right below it print them: a plan's
    year may begin in July."""
    texts = [title, *(fold(b.text) for b in document.blocks[:_FRONT] if isinstance(b, Paragraph))]
    found = next((span for text in texts if (span := dated_span(text)) is not None), None)
    if found is None or period is None:
        return found or period
    alike = period.start[:4] == found.start[:4] and period.end[:4] == found.end[:4]
    return Period(label=period.label, start=found.start, end=found.end) if alike else period


def dated_span(text: str) -> Period | None:
    """A year or more given by the day.

    >>> span = dated_span("Covers 1 July 2025 to 30 June 2029")
    >>> span.start, span.end, dated_span("for the year ending 30 June 2026").start
    ('2025-07-01', '2029-06-30', '2025-07-01')
    """
    if m := _SPAN.search(text):
        first, last = _day(m[1] or m[3]), _day(m[2] or m[4])
    elif m := _YEAR_ENDING.search(text):
        last = _day(m[1])
        first = last and _year_before(last)
    else:
        return None
    if first is None or last is None or (last - first).days < _YEAR - 2:
        return None
    return Period(label=m[0], start=first.isoformat(), end=last.isoformat())


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(parse_due(text) or "")
    except ValueError:
        return None


def _year_before(last: date) -> date:
    """The day behind the same day of the year before."""
    following = last + timedelta(days=1)
    if (following.month, following.day) == (2, 29):
        following = following + timedelta(days=1)
    return following.replace(year=following.year - 1)


def _below(document: Document, title: Text | None) -> str:
    """The heading right below the title; empty where there is none."""
    for above, block in pairwise(document.blocks[:_FRONT]):
        if title is not None and isinstance(above, Paragraph) and above.places == title.places:
            return fold(block.text) if isinstance(block, Paragraph) and block.heading else ""
    return ""


def _status(texts: list[str], vocabulary: Vocabulary) -> PlanStatus | None:
    for text in texts:
        padded = f" {re.sub(r'[^a-z]+', ' ', text.casefold())} "
        if any(f" {word} " in padded for word in vocabulary.drafts):
            return "draft"
        if any(f" {word} " in padded for word in vocabulary.finals) and len(text) < 120:
            return "final"
    return None


def plan_period(title: str) -> Period | None:
    """The years of a title: "2016-19", "2016/17", "2016/17 to 2018/19", "April 2016 to March 2019". A fiscal year is
    called after the year in which it ends.

    >>> plan_period("Business Plan 2016-19").end, plan_period("Plan 2016/17 to 2017/18").end
    ('2019-03-31', '2018-03-31')
    >>> plan_period("Plan 2016/17 and 2017/18").end
    '2018-03-31'
    >>> plan_period("Business Plan, Fiscal Years 2017-2019").start
    '2016-04-01'
    """
    found = [f for f in find_periods(title) if " Q" not in f.period]
    years = [f for f in found if re.fullmatch(r"\d{4}[-/]\d\d", f.period) and not is_month(f.period, title)]
    if years:
        last = years[1] if len(years) > 1 and _spans(title, years[0], years[1]) else years[0]
        days, until = bounds(years[0].period), bounds(last.period)
        label = title[years[0].start : last.end].strip(" ()")
        if days is None or until is None or days[0] >= until[1]:
            return None
        start = days[0]
        if "-" in years[0].period and _FISCAL.search(title[: years[0].start]):
            start = f"{int(start[:4]) - 1}{start[4:]}"
        return Period(label=label, start=start, end=until[1])
    months = [f for f in found if re.fullmatch(r"\d{4}-\d\d", f.period)]
    if len(months) == 2:
        start, end = f"{months[0].period}-01", bounds(months[1].period)
        label = title[months[0].start : months[1].end].strip(" ()")
        return Period(label=label, start=start, end=end[1]) if end and start < end[1] else None
    return None


def _spans(title: str, first: Found, second: Found) -> bool:
    """Whether a title runs from one period to another, or over two years that follow each other."""
    between = title[first.end : second.start]
    follows = int(second.period[:4]) == int(first.period[:4]) + 1 and "/" in first.period and "/" in second.period
    return bool(_TO.fullmatch(between)) or (follows and bool(_AND.fullmatch(between)))


def plan_year(title: str) -> str | None:
    """The one financial year of a title.

    >>> plan_year("Quarter 1 report 2016/17"), plan_year("Plan 2016/17 to 2017/18")
    ('2016/17', None)
    """
    years = {f.period[:7] for f in find_periods(title) if re.fullmatch(r"\d{4}/\d\d(?: Q[1-4])?", f.period)}
    return years.pop() if len(years) == 1 else None


def _directorate(title: str, vocabulary: Vocabulary) -> str | None:
    for inner in re.findall(r"\(([^()]+)\)", title):
        words = str(inner).strip()
        for end in vocabulary.title_ends:
            if words.casefold().endswith(f" {end}"):
                return words[: -len(end)].strip()
    return None


def _organisation(document: Document) -> Text | None:
    """The body's name, where the title page or a running head prints it."""
    for block in document.blocks[:_FRONT]:
        if not isinstance(block, Paragraph):
            break
        m = _BODY.search(fold(block.text))
        if m and len(fold(block.text)) < 200:
            return Text(m[1], block.places)
    for aside in document.asides:
        m = _BODY.search(fold(aside.text)) if aside.kind == "furniture" else None
        if m:
            return Text(m[1], aside.places)
    return None
