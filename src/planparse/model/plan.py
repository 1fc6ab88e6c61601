"""The record model: what a plan says, and nothing else.

Frozen pydantic models, because here data leaves the house. The order of the
fields is the order of the keys in ``plan.json``. Each key is always present.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, ValidatorFunctionWrapHandler, WrapValidator

from planparse.model.shelf import Shelf

if TYPE_CHECKING:
    import pandas

SCHEMA_VERSION = "1.0.0"

RecordId = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9_-]*$")]
Number = int | float
PlanStatus = Literal["draft", "final"]
Direction = Literal["increase", "decrease", "maintain"]
ValueStatus = Literal["number", "tbc", "blank", "not_applicable", "note", "unparsed"]
Qualifier = Literal["<", "<=", ">", ">=", "+/-", "~"]


_GIVEN: dict[type[Record], set[str]] = {}
"""Class of record -> the names of the fields that its records were made with."""


class Record(BaseModel):
    """Base of all records: immutable, closed, and without silent conversions."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    def model_post_init(self, context: object, /) -> None:
        """Records of a class share one set of names: pydantic's own for each is twice as large as the record."""
        given = self.__pydantic_fields_set__
        shared = _GIVEN.setdefault(type(self), given)
        if shared == given:
            object.__setattr__(self, "__pydantic_fields_set__", shared)

    def __reduce__(self) -> tuple[Any, ...]:
        """Packed as JSON, which pydantic reads and writes in a fifth of the time."""
        return type(self).model_validate_json, (self.model_dump_json(),)


class Period(Record):
    """The financial years that a plan covers."""

    label: str = Field(description="as printed: 2016-19")
    start: str = Field(description="ISO date of the first day")
    end: str = Field(description="ISO date of the last day")


class Value(Record):
    """One cell of an indicator's row, as printed and as understood."""

    label: str = Field(description="header of the column as printed, parents joined by ' / '")
    period: str | None = Field(description="canonical period: 2016/17, 2016/17 Q3, 2016-03, 2013, 2018-25")
    text: str = Field(description="the cell as printed, white space folded; empty where blank")
    status: ValueStatus
    number: Number | None = Field(description="null unless status is number")
    unit: str | None = Field(description="percent, gbp, days, count, rate, ratio, ...; null where unsure")
    qualifier: Qualifier | None


class Milestone(Record):
    """Something to be done by a date."""

    id: RecordId
    ref: str | None = Field(description="the letter or number in front: a of 'a.'")
    text: str = Field(description="without the ref")
    period: str | None = Field(description="the year in the label of its list")
    due: str | None = Field(description="ISO month or date")
    lead: str | None
    status: str | None
    extra: dict[str, str]


class Indicator(Record):
    """A measure with its latest performance and its targets."""

    id: RecordId
    code: str | None = Field(description="normalised code")
    printed_code: str | None = Field(description="exactly as printed, without the colon")
    scheme: str | None = Field(description="family of the code: ABC, LAA EN")
    measure: str = Field(description="the text without the code")
    group: str | None = Field(description="the band row that it stands under")
    unit: str | None
    direction: Direction | None = Field(description="only where the document says so")
    frequency: str | None
    lead: str | None
    rag: str | None
    trend: str | None
    actuals: tuple[Value, ...]
    targets: tuple[Value, ...]
    comparators: tuple[Value, ...]
    notes: tuple[str, ...]
    extra: dict[str, str]


class Objective(Record):
    """What a service wants to reach, with all that the plan hangs on it."""

    id: RecordId
    code: str | None
    printed_code: str | None
    title: str | None
    corporate_priority: str | None
    headings: tuple[str, ...] = Field(description="headings above it, outermost first")
    lead: str | None
    key_developments: tuple[str, ...]
    emerging_issues: tuple[str, ...]
    milestones: tuple[Milestone, ...]
    indicators: tuple[Indicator, ...]
    extra: dict[str, str]

    def records(self) -> Iterator[Objective | Milestone | Indicator]:
        """Itself, and every record that hangs on it."""
        yield self
        yield from self.milestones
        yield from self.indicators


def _tuple_or_shelf(value: object, handler: ValidatorFunctionWrapHandler) -> Sequence[Objective]:
    """The objectives of a long plan are packed and stay so."""
    return value if isinstance(value, Shelf) else tuple(handler(value))


class Plan(Record):
    """A public body's plan as typed records.

    >>> plan = Plan.empty()
    >>> plan.indicators
    ()
    """

    schema_version: str
    title: str | None
    status: PlanStatus | None
    organisation: str | None
    directorate: str | None
    period: Period | None
    objectives: Annotated[
        Sequence[Objective], WrapValidator(_tuple_or_shelf), PlainSerializer(list, return_type=list[Objective])
    ]

    @classmethod
    def empty(cls) -> Plan:
        """A plan that says nothing."""
        return cls(
            schema_version=SCHEMA_VERSION,
            title=None,
            status=None,
            organisation=None,
            directorate=None,
            period=None,
            objectives=(),
        )

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """All indicators, in document order."""
        return tuple(i for o in self.objectives for i in o.indicators)

    @property
    def milestones(self) -> tuple[Milestone, ...]:
        """All milestones, in document order."""
        return tuple(m for o in self.objectives for m in o.milestones)

    def records(self) -> Iterator[Objective | Milestone | Indicator]:
        """Every record that has an id, in document order."""
        for objective in self.objectives:
            yield from objective.records()

    def find(self, key: str) -> Objective | Milestone | Indicator | None:
        """The record with this id, else the first with this code or printed code, else None.

        Case and white space in ``key`` do not count.
        """
        wanted = "".join(key.split()).casefold()
        by_code: Objective | Indicator | None = None
        for record in self.records():
            if record.id.casefold() == wanted:
                return record
            if by_code is None and not isinstance(record, Milestone):
                for code in (record.code, record.printed_code):
                    if code and "".join(code.split()).casefold() == wanted:
                        by_code = record
        return by_code

    def to_json(self) -> str:
        """The text of ``plan.json``: two-space indent, LF, a final newline."""
        return self.model_dump_json(indent=2) + "\n"

    @classmethod
    def from_json(cls, text: str | bytes) -> Plan:
        """The plan that ``to_json`` wrote. Raises ``InputRefused`` where the text is not a plan.json."""
        from pydantic import ValidationError

        from planparse.errors import InputRefused

        try:
            return cls.model_validate_json(text)
        except ValidationError as error:
            first = error.errors()[0]
            where = "/".join(str(part) for part in first["loc"]) or "the top"
            raise InputRefused(f"not a plan.json: at {where}: {first['msg']}") from error

    def to_frames(self) -> dict[str, pandas.DataFrame]:
        """One pandas DataFrame for each CSV table, keyed by its name: ``plan``, ``objectives``, ...

        Text is ``string``, positions ``Int64``, numbers ``Float64``, dates ``datetime64``;
        what is not there is missing.
        """
        from planparse.model.tables import to_frames

        return to_frames(self)

    def _repr_html_(self) -> str:
        from planparse.model.tables import to_html

        return to_html(self)
