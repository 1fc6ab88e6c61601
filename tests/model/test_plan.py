"""Records are small: a plan of 500 pages holds twenty thousand of them."""

from __future__ import annotations

import pickle
import tracemalloc

from planparse.model.plan import Plan, Record
from tests.roads import indicator, milestone, plan, value


def test_records_of_a_class_share_the_names_of_their_fields() -> None:
    first, second = value("Target", "8", 8), value("Latest", "", None)
    assert first.model_fields_set is second.model_fields_set
    assert first.model_fields_set == {"label", "period", "text", "status", "number", "unit", "qualifier"}
    assert first.model_fields_set is not milestone("M1", "Inspect").model_fields_set


def test_a_value_takes_less_than_half_a_kilobyte() -> None:
    value("Target", "8", 8)
    tracemalloc.start()
    try:
        before, _ = tracemalloc.get_traced_memory()
        kept = [value("Target", "8", 8) for _ in range(1_000)]
        after, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (after - before) / len(kept) < 500


def test_a_copy_with_other_values_leaves_the_names_alone() -> None:
    first = indicator("A1", "Roads")
    names = set(first.model_fields_set)
    second = first.model_copy(update={"measure": "Bridges"})
    assert (first.measure, second.measure) == ("Roads", "Bridges")
    assert first.model_fields_set == second.model_fields_set == names


def test_a_record_made_with_fewer_fields_says_so() -> None:
    class Short(Record):
        name: str = ""
        size: int = 0

    assert Short(name="a", size=1).model_dump(exclude_unset=True) == {"name": "a", "size": 1}
    assert Short(name="a").model_dump(exclude_unset=True) == {"name": "a"}
    assert Short().model_dump(exclude_unset=True) == {}


def test_a_plan_comes_back_from_json_and_from_pickle() -> None:
    source = plan()
    assert Plan.from_json(source.to_json()) == source
    assert pickle.loads(pickle.dumps(source)) == source
