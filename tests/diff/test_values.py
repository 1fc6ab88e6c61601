from __future__ import annotations

import pytest

from planparse.diff.values import align_values, difference, value_kind
from planparse.model.plan import Value
from tests.diff.drafts import value


def v(text: str, period: str | None = "2016/17", label: str | None = None) -> Value:
    return Value.model_validate(value(text, period, label))


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("60%", "65%", "target_changed"),
        ("tbc", "65%", "target_set"),
        ("", "65%", "target_set"),
        ("n/a", "65%", "target_set"),
        ("too few", "65%", "target_set"),
        ("60%", "tbc", "target_withdrawn"),
        ("60%", "", "target_withdrawn"),
        ("60%", "too few", "target_withdrawn"),
        ("60%", "60", "unit_changed"),
        ("16% %", "16%", "typography"),
        ("6%", "6.0%", "typography"),
        ("£1,112.44*", "£1,112.44", "typography"),
        ("tbc", "TBA", "typography"),
        ("", "tbc", "status_changed"),
        ("tbc", "n/a", "status_changed"),
        ("too few", "too small", "note_changed"),
        ("too few", "tbc", "note_changed"),
        ("Too few.", "too few", "typography"),
        ("60%", "60%", None),
        ("", "", None),
    ],
)
def test_kind_of_a_change(before: str, after: str, kind: str | None) -> None:
    assert value_kind("target", v(before), v(after)) == kind


def test_kinds_name_the_column() -> None:
    assert value_kind("actual", v("1"), v("2")) == "actual_changed"
    assert value_kind("comparator", v("tbc"), v("2")) == "comparator_set"


def test_a_missing_value_is_a_blank_one() -> None:
    assert value_kind("target", None, v("")) is None
    assert value_kind("target", None, v("tbc")) == "status_changed"
    assert value_kind("target", v("5"), None) == "target_withdrawn"


def test_words_beside_a_figure_are_no_typography() -> None:
    before = v("88%").model_copy(update={"text": "88% (provisional)"})
    assert value_kind("target", before, v("88%")) == "note_changed"


def test_a_qualifier_is_part_of_the_figure() -> None:
    before = v("5").model_copy(update={"text": "<5", "qualifier": "<"})
    assert value_kind("target", before, v("5")) == "target_changed"


def test_difference_has_no_dust() -> None:
    assert difference(v("5.9%"), v("5.8%")) == -0.1
    assert difference(v("5.5"), v("6.5")) == 1
    assert difference(v("5%"), v("£5")) is None
    assert difference(v("5%"), v("tbc")) is None


def texts(before: list[Value], after: list[Value], field: str = "target") -> list[tuple[str | None, str | None]]:
    return [(a and a.text, b and b.text) for a, b in align_values(before, after, field)]  # type: ignore[arg-type]


def test_years_go_by_label_never_by_position() -> None:
    before = [v("1", "2016/17"), v("2", "2017/18")]
    after = [v("2", "2017/18"), v("3", "2018/19")]
    assert texts(before, after) == [("1", None), ("2", "2"), (None, "3")]


def test_an_undated_column_may_change_its_name() -> None:
    assert texts([v("1", None, "Latest performance")], [v("2", None, "Out-turn")], "actual") == [("1", "2")]
    assert texts([v("1", None, "Latest")], [v("2", "2016/17 Q3", "Q3")], "actual") == [("1", "2")]


def test_the_latest_figure_stays_the_latest_when_its_date_moves() -> None:
    before, after = v("1", "2014/15", "Latest"), v("2", "2015/16", "Latest")
    assert texts([before], [after], "actual") == [("1", "2")]
    assert texts([before], [after], "target") == [("1", None), (None, "2")]


def test_a_column_with_its_year_in_the_label_is_another_column() -> None:
    before, after = v("1", "2014/15", "Actual 2014/15"), v("2", "2015/16", "Actual 2015/16")
    assert texts([before], [after], "actual") == [("1", None), (None, "2")]
