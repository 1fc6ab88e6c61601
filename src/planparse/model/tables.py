"""A plan as tables: one tuple of definitions that the CSV writer and ``to_frames`` share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from planparse.model.periods import bounds
from planparse.model.plan import Objective, Plan, Value

if TYPE_CHECKING:
    import pandas

ColumnType = Literal["text", "integer", "number", "date"]
Datum = str | int | float | None
Row = tuple[Datum, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One tidy table: its name, its columns with their types in order, and how its rows come out of an objective and
    the position of that in its plan."""

    name: str
    columns: tuple[tuple[str, ColumnType], ...]
    rows: Callable[[Objective, int], Iterator[Row]]

    @property
    def header(self) -> tuple[str, ...]:
        return tuple(name for name, _ in self.columns)


def _objectives(o: Objective, position: int) -> Iterator[Row]:
    headings = " > ".join(o.headings) or None
    yield (o.id, position, o.code, o.printed_code, o.title, o.corporate_priority, headings, o.lead)


def _statements(o: Objective, position: int) -> Iterator[Row]:
    for kind, texts in (("key_development", o.key_developments), ("emerging_issue", o.emerging_issues)):
        for n, text in enumerate(texts, 1):
            yield o.id, kind, n, text


def _milestones(o: Objective, position: int) -> Iterator[Row]:
    for n, m in enumerate(o.milestones, 1):
        yield m.id, o.id, n, m.ref, m.text, m.period, m.due, m.lead, m.status


def _indicators(o: Objective, position: int) -> Iterator[Row]:
    for n, i in enumerate(o.indicators, 1):
        what = (i.code, i.printed_code, i.scheme, i.measure, i.group, i.unit, i.direction)
        yield (i.id, o.id, n, *what, i.frequency, i.lead, i.rag, i.trend, "\n".join(i.notes) or None)


def _measurements(o: Objective, position: int) -> Iterator[Row]:
    for i in o.indicators:
        for kind, values in (("actual", i.actuals), ("target", i.targets), ("comparator", i.comparators)):
            for n, value in enumerate(values, 1):
                yield (i.id, kind, n, *_value(value))


def _value(v: Value) -> Row:
    first, last = (v.period and bounds(v.period)) or (None, None)
    return v.label, v.period, first, last, v.text, v.status, v.number, v.unit, v.qualifier


def _extras(o: Objective, position: int) -> Iterator[Row]:
    for record in o.records():
        for label, text in record.extra.items():
            yield record.id, label, text


def _columns(names: str, **types: ColumnType) -> tuple[tuple[str, ColumnType], ...]:
    types = {"position": "integer", **types}
    return tuple((name, types.get(name, "text")) for name in names.split())


_PLAN = Table(
    "plan",
    _columns(
        "schema_version title status organisation directorate period_label period_start period_end",
        period_start="date",
        period_end="date",
    ),
    lambda objective, position: iter(()),
)

TABLES: tuple[Table, ...] = (
    _PLAN,
    Table(
        "objectives",
        _columns("objective_id position code printed_code title corporate_priority headings lead"),
        _objectives,
    ),
    Table("statements", _columns("objective_id kind position text"), _statements),
    Table(
        "milestones",
        _columns("milestone_id objective_id position ref text period due lead status"),
        _milestones,
    ),
    Table(
        "indicators",
        _columns(
            "indicator_id objective_id position code printed_code scheme measure group unit direction"
            " frequency lead rag trend notes"
        ),
        _indicators,
    ),
    Table(
        "measurements",
        _columns(
            "indicator_id kind position label period period_start period_end text status number unit qualifier",
            period_start="date",
            period_end="date",
            number="number",
        ),
        _measurements,
    ),
    Table("extras", _columns("record_id label text"), _extras),
)
"""In the order in which they are written. Positions count from one inside the record above; several notes of an
indicator are parted by newlines."""


def rows_of(plan: Plan) -> Iterator[tuple[Table, Row]]:
    """All rows of all tables, each with its table, in one walk over the plan; those of one table in its order."""
    p = plan.period
    days = (p.label, p.start, p.end) if p else (None, None, None)
    yield _PLAN, (plan.schema_version, plan.title, plan.status, plan.organisation, plan.directorate, *days)
    for position, objective in enumerate(plan.objectives, 1):
        for table in TABLES:
            for row in table.rows(objective, position):
                yield table, row


_DTYPES = {"text": "string", "integer": "Int64", "number": "Float64"}


def to_frames(plan: Plan) -> dict[str, pandas.DataFrame]:
    """One DataFrame for each table, keyed by its name, columns in the order of the CSV files.

    Text is ``string``, positions ``Int64``, numbers ``Float64``, days ``datetime64[ns]``;
    what is not there is missing.
    """
    import pandas

    def series(data: list[Datum], kind: ColumnType) -> pandas.Series:
        if kind == "date":
            return pandas.to_datetime(pandas.Series(data, dtype="string"), errors="coerce").astype("datetime64[ns]")
        return pandas.Series(data, dtype=_DTYPES[kind])

    rows: dict[str, list[Row]] = {table.name: [] for table in TABLES}
    for table, row in rows_of(plan):
        rows[table.name].append(row)
    frames = {}
    for table in TABLES:
        columns = {
            name: series([row[n] for row in rows[table.name]], kind) for n, (name, kind) in enumerate(table.columns)
        }
        frames[table.name] = pandas.DataFrame(columns, columns=list(table.header))
    return frames


def to_html(plan: Plan) -> str:
    """A compact view for a notebook: each objective folded, its milestones and indicators inside. All text escaped."""
    from html import escape

    counts = f"{len(plan.objectives)} objectives, {len(plan.indicators)} indicators, {len(plan.milestones)} milestones"
    out = [f"<div><p><b>{escape(plan.title or 'Plan without a title')}</b><br>{counts}</p>"]
    for o in plan.objectives:
        name = " ".join(filter(None, (o.code, o.title))) or o.id
        out.append(f"<details><summary>{escape(name)}</summary>")
        if o.milestones:
            items = "".join(f"<li>{escape(f'{m.ref}. ' if m.ref else '')}{escape(m.text)}</li>" for m in o.milestones)
            out.append(f'<ul style="list-style:none">{items}</ul>')
        if o.indicators:
            out.append(_html_table(o))
        out.append("</details>")
    return "".join([*out, "</div>"])


def _html_table(objective: Objective) -> str:
    from html import escape

    header, rows = value_columns(objective)
    head = "".join(f"<th>{escape(name)}</th>" for name in header)
    body = "".join("<tr>" + "".join(f"<td>{escape(text)}</td>" for text in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def value_columns(objective: Objective) -> tuple[list[str], list[list[str]]]:
    """The indicators of one objective as a table to read: header and rows.

    Columns are code, measure and then each kind and label of value that occurs, actuals first.
    """
    keys: dict[tuple[int, str, int], None] = {}
    cells: list[dict[tuple[int, str, int], str]] = []
    for i in objective.indicators:
        mine: dict[tuple[int, str, int], str] = {}
        for kind, values in enumerate((i.actuals, i.targets, i.comparators)):
            for v in values:
                again = sum(k[:2] == (kind, v.label) for k in mine)
                mine[kind, v.label, again] = v.text
        keys |= dict.fromkeys(mine)
        cells.append(mine)
    order = sorted(keys, key=lambda k: k[0])
    header = ["Code", "Measure", *(label for _, label, _ in order)]
    rows = [
        [i.printed_code or i.id, i.measure, *(mine.get(k, "") for k in order)]
        for i, mine in zip(objective.indicators, cells, strict=True)
    ]
    return header, rows
