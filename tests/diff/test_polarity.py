from __future__ import annotations

import pytest

from planparse.diff import diff
from planparse.diff.polarity import polarity
from planparse.model.plan import Indicator
from tests.diff.drafts import indicator, objective, plan


def of(measure: str, latest: str = "tbc", *targets: str, direction: str | None = None) -> str | None:
    return polarity(Indicator.model_validate(indicator("A1", measure, latest, *targets, direction=direction)))


@pytest.mark.parametrize(
    ("measure", "figures", "better"),
    [
        ("Reduce missed bins", (), "decrease"),
        ("Attainment gap at 16", (), "decrease"),
        ("Increase visits", (), "increase"),
        ("Visits", ("5", "6", "7", "8"), "increase"),
        ("Fires", ("9", "8", "8", "7"), "decrease"),
        ("Visits", ("5", "6"), None),
        ("Visits", ("5", "7", "6", "8"), None),
        ("Visits", ("5", "5", "5", "5"), None),
        ("Reduce the rise in visits", ("5", "6", "7", "8"), None),
        ("Improve by reducing", (), None),
        ("Gaping holes", (), None),
    ],
)
def test_only_where_the_plan_says_so(measure: str, figures: tuple[str, ...], better: str | None) -> None:
    assert of(measure, *figures) == better


def test_the_document_comes_first() -> None:
    assert of("Visits", "9", "8", "7", direction="increase") == "increase"


def test_more_and_less_challenging() -> None:
    def told(measure: str, before: str, after: str) -> str | None:
        a, b = (plan(objective("O1", "T", indicators=[indicator("A1", measure, "tbc", t)])) for t in (before, after))
        (change,) = diff(a, b).changes
        return change.direction

    assert told("Reduce falls", "9", "8") == "more_challenging"
    assert told("Reduce falls", "9", "10") == "less_challenging"
    assert told("Increase visits", "9", "10") == "more_challenging"
    assert told("Visits", "9", "10") is None
    assert told("Reduce falls", "9", "tbc") is None
