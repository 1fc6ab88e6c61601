"""What the title and the running heads say: draft or final, the years, the directorate, the body."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from planparse.interpret.draft import Text
from planparse.interpret.headings import find_title
from planparse.interpret.periods import bounds, find_periods, is_month
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
_TO = re.compile(r"\s*(?:to|until|[-–—])\s*", re.IGNORECASE)


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


def read_front(document: Document, vocabulary: Vocabulary) -> Front:
    title = find_title(document)
    text = title.text if title else ""
    heads = [fold(a.text) for a in document.asides if a.kind == "furniture"]
    return Front(
        title=title,
        status=_status([text, *heads], vocabulary),
        organisation=_organisation(document),
        directorate=_directorate(text, vocabulary),
        period=plan_period(text) or plan_period(_below(document, title)),
        year=plan_year(text),
    )


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
    """The years of a title: "2016-19", "2016/17", "2016/17 to 2018/19", "April 2016 to March 2019".

    >>> plan_period("Business Plan 2016-19").end, plan_period("Plan 2016/17 to 2017/18").end
    ('2019-03-31', '2018-03-31')
    """
    found = [f for f in find_periods(title) if " Q" not in f.period]
    years = [f for f in found if re.fullmatch(r"\d{4}[-/]\d\d", f.period) and not is_month(f.period, title)]
    if years:
        last = years[1] if len(years) > 1 and _TO.fullmatch(title[years[0].end : years[1].start]) else years[0]
        days, until = bounds(years[0].period), bounds(last.period)
        label = title[years[0].start : last.end].strip(" ()")
        return Period(label=label, start=days[0], end=until[1]) if days and until and days[0] < until[1] else None
    months = [f for f in found if re.fullmatch(r"\d{4}-\d\d", f.period)]
    if len(months) == 2:
        start, end = f"{months[0].period}-01", bounds(months[1].period)
        label = title[months[0].start : months[1].end].strip(" ()")
        return Period(label=label, start=start, end=end[1]) if end and start < end[1] else None
    return None


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
