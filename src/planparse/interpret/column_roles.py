"""Columns settled by what stands below them: dates, codes, directions, the plan's years."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from math import inf
from typing import NamedTuple

from planparse.interpret.bodies import Bodies, share
from planparse.interpret.codes import is_code
from planparse.interpret.column_codes import codes_beside, measures_beside_codes
from planparse.interpret.dates import parse_due
from planparse.interpret.details import details_of
from planparse.interpret.draft import Column
from planparse.interpret.header_rows import VALUE_ROLES
from planparse.interpret.periods import Years, bounds, quarter_of, without_periods, year_of_plan
from planparse.interpret.values import is_words, parse_value
from planparse.interpret.vocabulary import phrase_key
from planparse.model.vocabulary import Vocabulary
from planparse.text import are_counted, is_item

_BY_VALUES = {
    "objective": "target",
    "direction": "target",
    "progress": "actual",
    "due": "target",
    "action": "target",
    "measure": "target",
}
"""Words that say one thing above texts and another above values: "Goal", "Aim", "Progress", "By 2017/18", "Milestone
2025", "Standard 2026/27"."""

_DATED = frozenset({"due", "action", "measure"})
"""Those of them that only say so with a period."""

_TICK = re.compile(r"[^\w\s£$€%–—-]|[xX]|[yY]es")
"""What marks a period: a tick, a bullet or a cross."""

_DOTTED = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,2}")

_NAMES_OTHERS = re.compile(r"[A-Z]{2,}[ /-]?\d+(?:\.\d+)*").fullmatch
"""What is written like a code: "CS 4.1" of another plan."""

_NAMED = frozenset({"measure", "action", "decoy"})
"""Roles of the columns that name what a row is about."""


def settle(columns: list[Column], bodies: Bodies, vocabulary: Vocabulary, years: Years) -> list[Column]:
    columns = measures_beside_codes(_by_values(columns, bodies, vocabulary), bodies, vocabulary)
    row = _HeaderRow.of(columns)
    columns = [_settled_by_body(c, bodies[c.index], row, vocabulary) for c in columns]
    columns = _marks(_years_of_plan(columns), bodies)
    has_words = any(c.role in VALUE_ROLES for c in columns)
    named_actual = any(c.role == "actual" for c in columns)
    named_target = any(c.role == "target" for c in columns)
    known = [c.period for c in columns if c.role == "actual" and c.period]
    for i, c in enumerate(tuple(columns)):
        if c.role != "unknown" or not c.period or not any(x.role == "measure" for x in columns):
            continue
        if not has_words:
            columns[i] = _by_plan_period(c, years.start)
        elif not named_actual:
            why = f"a bare period beside columns named {' and '.join(sorted({x.role for x in columns} & VALUE_ROLES))}"
            columns[i] = replace(c, role="actual", why=(*c.why, why))
        elif not named_target and not years.is_report and _is_ahead(c, columns, bodies, years.start):
            columns[i] = _after_actuals(c)
        elif any(_are_values(bodies[x.index], vocabulary) for x in _quarters(c, columns, bodies)):
            columns[i] = replace(c, role="actual", why=(*c.why, "the figures of a quarter"))
        elif not named_target and _are_values(bodies[c.index], vocabulary) and all(c.period > p for p in known):
            columns[i] = _by_plan_period(c, years.start) if _is_before(c, columns, years) else _after_actuals(c)
    columns = _worded_targets(_dated_targets(columns, bodies, vocabulary), bodies, vocabulary)
    if not any(c.role == "measure" for c in columns) and any(c.role in VALUE_ROLES for c in columns):
        columns = _guess_measure(columns, bodies, vocabulary)
    columns = _values_before_targets(columns, bodies, vocabulary, years.start)
    columns = _of_both_kinds(_dated_outputs(columns, bodies), bodies, vocabulary)
    columns = codes_beside(_due_quarters(columns, bodies), bodies)
    return _one_each(columns, bodies, vocabulary)


def _due_quarters(columns: list[Column], bodies: Bodies) -> list[Column]:
    """Beside actions, and no measures or date, a column of quarters says when each is due."""
    roles = {c.role for c in columns}
    if "action" not in roles or roles & {"measure", "due", "decoy"}:
        return columns
    why = "the quarters of the actions beside it"
    return [
        replace(c, role="due", why=(*c.why, why))
        if c.role in ("quarter", "unknown") and bodies[c.index] and all(map(quarter_of, bodies[c.index]))
        else c
        for c in columns
    ]


def _dated_outputs(columns: list[Column], bodies: Bodies) -> list[Column]:
    """What has a date by which it is due and no value is an action, though its column is called "Output"."""
    roles = {c.role for c in columns}
    due = next((c for c in columns if c.role == "due"), None)
    if due is None or "measure" not in roles or roles & (VALUE_ROLES | {"action", "decoy"}):
        return columns
    if share(bodies[due.index], lambda t: parse_due(t) is not None) < 0.7:
        return columns
    why = "beside the dates by which they are due, and no values"
    return [replace(c, role="action", why=(*c.why, why)) if c.role == "measure" else c for c in columns]


def _dated_targets(columns: list[Column], bodies: Bodies, vocabulary: Vocabulary) -> list[Column]:
    """A target in words that has a date by which it is due, and no measure or other value beside it, is an action."""
    roles = [c.role for c in columns]
    due = next((c for c in columns if c.role == "due"), None)
    if due is None or roles.count("target") != 1 or (_NAMED | {"actual"}) & set(roles):
        return columns
    target = next(c for c in columns if c.role == "target")
    worded = share(bodies[target.index], lambda t: is_words(t, vocabulary) and " " in t)
    if target.period or worded < 0.9 or share(bodies[due.index], lambda t: parse_due(t) is not None) < 0.7:
        return columns
    why = "words beside the dates by which they are due"
    return [replace(c, role="action", why=(*c.why, why)) if c is target else c for c in columns]


def _worded_targets(columns: list[Column], bodies: Bodies, vocabulary: Vocabulary) -> list[Column]:
    """A target in words before the columns of values, where none is called a measure, says what these measure: "Key
    performance target" beside "2023/24 outturn"."""
    values = [c for c in columns if c.role in VALUE_ROLES]
    if len(values) < 2 or values[0].role != "target" or values[0].period or {c.role for c in columns} & _NAMED:
        return columns
    first, *others = values
    worded = share(bodies[first.index], lambda t: is_words(t, vocabulary) and " " in t)
    if worded < 0.9 or not all(_are_values(bodies[c.index], vocabulary) for c in others if bodies[c.index]):
        return columns
    why = "words before the values, and no other column is called a measure"
    return [replace(c, role="measure", why=(*c.why, why)) if c is first else c for c in columns]


def _of_both_kinds(columns: list[Column], bodies: Bodies, vocabulary: Vocabulary) -> list[Column]:
    """A column that says of each row whether it is an action or a measure: the date by which the one is due and the
    target of the other share one."""
    found = next(
        (c for c in columns if c.role in ("unknown", "extra") and _are_kinds(bodies[c.index], vocabulary)), None
    )
    if found is None or not any(c.role == "measure" for c in columns):
        return columns
    columns = [replace(c, role="kind", why=(*c.why, "actions and measures")) if c is found else c for c in columns]
    if any(c.role in VALUE_ROLES for c in columns):
        return columns
    return [replace(c, role="target", why=(*c.why, "of the measures")) if c.role == "due" else c for c in columns]


def _are_kinds(texts: list[str], vocabulary: Vocabulary) -> bool:
    return {vocabulary.columns.get(phrase_key(text)) for text in texts} == {"action", "measure"}


def _years_of_plan(columns: list[Column]) -> list[Column]:
    """Columns of the first year of the plan, the second one and so on are targets, where nothing says otherwise."""
    numbers = {c.index: n for c in columns if c.role == "unknown" and (n := year_of_plan(c.label)) is not None}
    count = len(numbers)
    if (
        count < 2
        or sorted(numbers.values()) != list(range(1, count + 1))
        or not any(c.role == "measure" for c in columns)
    ):
        return columns
    return [
        replace(c, role="target", why=(*c.why, "one of the years of the plan")) if c.index in numbers else c
        for c in columns
    ]


def _marks(columns: list[Column], bodies: Bodies) -> list[Column]:
    """Beside actions, columns of periods, or quarters of no year, that hold nothing but ticks: each says when an action
    is due."""
    free = [c for c in columns if c.role in ("unknown", *VALUE_ROLES)]
    dated = [c for c in free if c.period or quarter_of(c.label)]
    ticked = [c for c in dated if all(map(_TICK.fullmatch, bodies[c.index]))]
    if not any(c.role == "action" for c in columns) or len(ticked) < 2 or not any(bodies[c.index] for c in ticked):
        return columns
    return [replace(c, role="mark", why=(*c.why, "its cells are ticks")) if c in ticked else c for c in columns]


def _is_ahead(column: Column, columns: list[Column], bodies: Bodies, plan_start: str | None) -> bool:
    """Whether a column is one of the four quarters, all with figures, of a year that the plan begins after the actuals:
    the path to its targets."""
    year, quarter, _ = (column.period or "").partition(" Q")
    path = [c for c in columns if (c.period or "").startswith(f"{year} Q") and bodies[c.index]]
    begin = bounds(f"{year} Q1") if quarter and len(path) == 4 else None
    ends = [days[1] for c in columns if c.role == "actual" and c.period and (days := bounds(c.period)) is not None]
    if begin is None or plan_start is None or not ends:
        return False
    return begin[0] >= plan_start and max(ends) < begin[0]


def _quarters(column: Column, columns: list[Column], bodies: Bodies) -> list[Column]:
    """The column itself, where it is one of a quarter; for the only one of a quarter, which still waits for its
    figures, those of its year."""
    year, quarter, _ = (column.period or "").partition(" Q")
    if not quarter:
        return []
    if bodies[column.index] or any(c.period == column.period and c is not column for c in columns):
        return [column]
    return [c for c in columns if (c.period or "").startswith(year + quarter)]


def _values_before_targets(
    columns: list[Column], bodies: Bodies, vocabulary: Vocabulary, plan_start: str | None
) -> list[Column]:
    """A column of figures between the measure and the first target is an actual, though no word says so; not so where
    its period lies in the plan's years, behind an actual."""
    measure = next((c.index for c in columns if c.role == "measure"), None)
    target = next((c.index for c in columns if c.role == "target"), None)
    if measure is None or target is None:
        return columns
    why, doubt = "figures between the measure and the targets", "by where it stands and what it holds"
    latest = max((c.period for c in columns if c.role == "actual" and c.period), default=None)
    out = []
    for c in columns:
        if (
            c.role == "unknown"
            and c.label
            and measure < c.index < target
            and _figures_alone(bodies[c.index], vocabulary)
        ):
            planned = latest and c.period and plan_start and c.period > latest and c.period >= plan_start[:4]
            role = "target" if planned else "actual"
            c = replace(c, role=role, why=(*c.why, why), doubt=f"column '{c.label}' taken for {role} {doubt}")
        out.append(c)
    return out


def _figures_alone(texts: list[str], vocabulary: Vocabulary) -> bool:
    """No words, and numbers in a third of the cells at least: the others may wait for theirs."""
    found = [parse_value(t, vocabulary).status for t in texts]
    return not any(is_words(t, vocabulary) for t in texts) and 0 < found.count("number") * 3 >= len(found)


class _HeaderRow(NamedTuple):
    """What one column may want to know of the others, of which there may be thousands."""

    roles: Counter[str]
    """How many columns have each role."""
    measure: float
    """The first column of measures, infinity where there is none."""
    dated: bool
    """Some columns of values have a period."""

    @classmethod
    def of(cls, columns: list[Column]) -> _HeaderRow:
        measure = next((c.index for c in columns if c.role == "measure"), inf)
        dated = any(c.role in VALUE_ROLES and c.period for c in columns)
        return cls(Counter([c.role for c in columns]), measure, dated)

    def has(self, *roles: str) -> bool:
        return any(role in self.roles for role in roles)


def _settled_by_body(c: Column, texts: list[str], row: _HeaderRow, vocabulary: Vocabulary) -> Column:
    if c.role == "quarter":
        return c
    codes = share(texts, is_code)

    def words_only(text: str) -> bool:
        return is_words(text, vocabulary) and " " in text

    if c.role in ("unknown", "extra", "lead", "due") and share(texts, lambda t: bool(details_of(t, vocabulary))) > 0.7:
        return replace(c, role="details", why=(*c.why, "its cells name what they say"))
    if c.role == "unknown" and not c.period and len(texts) > 1:
        return _by_body(c, texts, row, vocabulary)
    if c.role in ("measure", "action") and codes > 0.8 and row.roles[c.role] > 1:
        return replace(c, role="code", why=(*c.why, f"{codes:.0%} of its cells are codes"))
    if c.role == "direction" and texts and share(texts, lambda t: phrase_key(t) in vocabulary.directions) < 0.5:
        named = vocabulary.labels.get(phrase_key(c.label)) in ("objective", "priority")
        return replace(c, role="objective" if named else "extra", why=(*c.why, "its cells name no direction"))
    if row.dated and c.role in VALUE_ROLES and not c.period and texts and all(map(_NAMES_OTHERS, texts)):
        return replace(c, role="extra", why=(*c.why, "beside values of years, its cells are codes of other things"))
    lead = c.index < row.measure < inf and not row.has("objective")
    if c.role == "actual" and not c.period and lead and share(texts, words_only) > 0.9:
        return replace(c, role="objective", why=(*c.why, "words before the measure: what is to be achieved"))
    if c.role == "actual" and _worded(c, texts, row, vocabulary):
        return replace(c, role="progress", why=(*c.why, "beside actions its cells are words"))
    if c.role == "code" and texts and codes < 0.3 and not row.has("measure", "action"):
        return replace(c, role="measure", why=(*c.why, "its cells are texts, not codes"))
    return c


def _worded(c: Column, texts: list[str], row: _HeaderRow, vocabulary: Vocabulary) -> bool:
    """Whether a column beside actions, and no measures, says in words how they stand: "On track"."""
    if c.period or not texts or not row.has("action") or row.has("measure", "progress", "target"):
        return False
    return share(texts, lambda t: is_words(t, vocabulary)) > 0.7


def _is_outcome(column: Column, vocabulary: Vocabulary) -> bool:
    return phrase_key(without_periods(column.label.partition(" / ")[0])) in vocabulary.outcomes


def _by_values(columns: list[Column], bodies: Bodies, vocabulary: Vocabulary) -> list[Column]:
    """Words that say another thing above values; columns of years under one such word go together."""
    found = {c.index for c in columns if c.role in _BY_VALUES and _are_figures(c, bodies[c.index], vocabulary)}
    dated = {c.role for c in columns if c.index in found and c.period}
    roles = {c.role for c in columns}
    out = []
    for c in columns:
        if c.index in found or (c.period and c.role in dated):
            if "target" in roles and "actual" not in roles and _is_outcome(c, vocabulary):
                doubt = f"column '{c.label}' taken for actual by its values beside the targets"
                c = replace(c, role="actual", why=(*c.why, "its cells are values"), doubt=doubt)
            else:
                c = replace(c, role=_BY_VALUES[c.role], why=(*c.why, "its cells are values"))
        out.append(c)
    return out


def _are_figures(c: Column, texts: list[str], vocabulary: Vocabulary) -> bool:
    """Values nearly all of them; without a period in the header also numbers, and no bare codes such as "1.2"."""
    found = [parse_value(t, vocabulary).status for t in texts]
    numbers = [t for t, status in zip(texts, found, strict=True) if status == "number" and parse_due(t) is None]
    if sum(is_words(t, vocabulary) for t in texts) * 4 > len(found) or (c.role in _DATED and not c.period):
        return False
    return bool(c.period) or (len(numbers) * 3 > len(found) and not all(map(is_code, numbers)))


def _by_body(c: Column, texts: list[str], row: _HeaderRow, vocabulary: Vocabulary) -> Column:
    """A column whose header says nothing: its cells may be dates, directions or codes."""
    counted = not c.label and (are_counted(texts) or _are_numbered(texts))
    for role, wanted, test in (
        ("due", ("action",), lambda t: parse_due(t) is not None),
        ("direction", ("measure",), lambda t: phrase_key(t) in vocabulary.directions),
        ("code", ("measure", "action"), lambda t: is_code(t) and any(ch.isalpha() for ch in t)),
        ("code", ("action",), lambda t: counted or (not c.label and is_item(t))),
        ("code", ("measure",), lambda _: counted and c.index < row.measure),
    ):
        found = share(texts, test)
        if not row.has(role) and row.has(*wanted) and found > 0.7:
            return replace(c, role=role, why=(*c.why, f"{found:.0%} of its cells read as {role}"))
    return c


def _are_numbered(texts: list[str]) -> bool:
    """Whether the texts are "2.1", "2.2" and so on, each another one: numbers below that of an objective."""
    return len(set(texts)) == len(texts) and all(map(_DOTTED.fullmatch, texts))


def _are_values(texts: list[str], vocabulary: Vocabulary) -> bool:
    return bool(texts) and share(texts, lambda t: not is_words(t, vocabulary)) > 0.5


def _is_before(c: Column, columns: list[Column], years: Years) -> bool:
    """Whether a period lies before the plan's years, and that of another column in them."""
    start = (years.start or "")[:4]
    return bool(start) and (c.period or "") < start <= max(x.period or "" for x in columns)


def _after_actuals(c: Column) -> Column:
    """A period after those of the actuals, beside which no column is named a target."""
    why = (*c.why, "its period follows the actuals, and no other column is a target")
    return replace(c, role="target", why=why, doubt=f"column '{c.label}' taken for target by its year alone")


def _by_plan_period(c: Column, plan_start: str | None) -> Column:
    start = (plan_start or "")[:4]
    role = "target" if start and (c.period or "") >= start else "actual"
    why = (
        *c.why,
        f"no word says what it is; {c.period} lies {'in' if role == 'target' else 'before'} the plan's years",
    )
    return replace(c, role=role, why=why, doubt=f"column '{c.label}' taken for {role} by its year alone")


def _guess_measure(columns: list[Column], bodies: Bodies, vocabulary: Vocabulary) -> list[Column]:
    """The widest text column without a role of its own, left of the first value."""
    first = min(c.index for c in columns if c.role in VALUE_ROLES)
    roles = {c.role for c in columns}
    if "action" in roles and (roles & {"due", "progress"} or sum(c.role in VALUE_ROLES for c in columns) < 2):
        return columns
    free = [
        c
        for c in columns
        if c.role in ("unknown", "objective", "action", "extra") and c.index < first and len(bodies[c.index]) > 0
    ]
    words = [c for c in free if share(bodies[c.index], lambda t: is_words(t, vocabulary)) > 0.7]
    words = [c for c in words if c.role != "objective"] or words
    best = max(words, key=lambda c: sum(map(len, bodies[c.index])), default=None)
    if best is None or any(c.role == "decoy" for c in columns):
        return columns
    doubt = f"column '{best.label}' taken for the measure because it holds the longest texts"
    chosen = replace(best, role="measure", why=(*best.why, "the longest texts stand here"), doubt=doubt)
    return [chosen if c is best else c for c in columns]


def _one_each(columns: list[Column], bodies: Bodies, vocabulary: Vocabulary) -> list[Column]:
    """Of several columns with one single role the fullest keeps it; the others are extra."""
    for role in ("measure", "code", "objective", "action", "due"):
        same = [c for c in columns if c.role == role]
        if len(same) > 1:
            # "Objective" goes before "Outcome"
            own = [c for c in same if phrase_key(c.label) not in vocabulary.outcomes] or same
            if role == "action":  # words of any column of texts may say so too
                own = [c for c in own if vocabulary.columns.get(phrase_key(c.label)) == role] or own
            keep = max(own, key=lambda c: (sum(map(len, bodies[c.index])), -c.index))
            columns = [
                replace(c, role="extra", why=(*c.why, f"'{keep.label}' is the {role}"))
                if c in same and c is not keep
                else c
                for c in columns
            ]
    return columns
