"""Biểu đồ: what stands in each, in which order, and the text that stands for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.pictures import charts
from poverty_evaluation.vocabulary.choices import Qualifier

Build = Callable[..., EvaluationContext]
Make = Callable[..., Any]


def test_poverty_over_time(two_reviews: Build) -> None:
    chart = charts(two_reviews((400, 20000), (300, 30000)))["poverty"]()
    assert chart is not None
    assert chart.alternative == (
        "Số hộ nghèo và tỷ lệ hộ nghèo theo thời điểm: 31/12/2015: 400 hộ, 2,00%; 31/12/2017: 300 hộ, 1,00%."
    )
    assert {point.segment for point in chart.points} == {"59/2015/QĐ-TTg"}
    assert chart.notes == ()


def test_reviews_under_two_standards_are_kept_apart(two_reviews: Build, review: Make, frame: Make) -> None:
    tables = {"previous_household_review": frame("previous_household_review", review("2015-12-31", "qd-09-2011"))}
    chart = charts(two_reviews((400, 20000), (300, 30000), tables=tables))["poverty"]()
    assert chart is not None
    assert [point.segment for point in chart.points[::2]] == ["09/2011/QĐ-TTg", "59/2015/QĐ-TTg"]
    assert len(chart.notes) == 1


@pytest.mark.parametrize("name", ["poverty", "money", "beneficiaries", "unit_costs"])
def test_no_picture_without_data(context: Build, name: str) -> None:
    assert charts(context())[name]() is None


def test_one_review_is_no_picture(two_reviews: Build) -> None:
    assert charts(two_reviews((400, None), (300, 30000)))["poverty"]() is None


def test_money_largest_first_within_its_series_without_parents(context: Build, value: Make) -> None:
    groups = {"city_own": 30, "city_gifts": 10, "city_special": 20, "organisations": 5}
    values = [
        value("support_money", amount, "vnd", dimensions={"measure_group": code}) for code, amount in groups.items()
    ]
    values += [
        value("support_money_by_organisation", amount, "vnd", dimensions={"organisation": code}, qualifier=qualifier)
        for code, amount, qualifier in (
            ("ldld", 1, Qualifier.EXACT), ("hoi-nd", 2, Qualifier.LOWER_BOUND), ("ubnd-tp", 9, Qualifier.EXACT),
        )
    ]  # fmt: skip
    chart = charts(context(tuple(values)))["money"]()
    assert chart is not None
    assert [point.category for point in chart.points] == [
        "Hỗ trợ đặc thù của thành phố", "Quà Tết của thành phố", "Hội Nông dân", "Liên đoàn Lao động",
    ]  # fmt: skip
    assert "Hội Nông dân (Các tổ chức) ít nhất 2 đồng" in chart.alternative


def test_people_trained_are_not_people_supported(context: Build, value: Make, frame: Make) -> None:
    rows = [
        {"activity_id": "a", "measure_code": "capacity-training"},
        {"activity_id": "b", "measure_code": "gift-giving"},
    ]
    figures = [value("activity_figure", 225, "person", dimensions={"figure": f"{name}.persons"}) for name in "ab"]
    totals = [
        value("supported_persons", 225, "person", dimensions={"beneficiary_group": group}, operands=(figure.id,))
        for group, figure in zip(("officials", "poor"), figures, strict=True)
    ]
    more = value("supported_households", 5, dimensions={"beneficiary_group": "poor"}, operands=(figures[1].id,))
    tables = {"activities": frame("activities", *rows)}
    chart = charts(context((*figures, *totals, more), tables=tables))["beneficiaries"]()
    assert chart is not None
    assert [(point.category, point.series) for point in chart.points] == [("Hộ nghèo", "Hộ"), ("Hộ nghèo", "Người")]


def test_unit_costs_are_support_per_household_and_per_gift(context: Build, value: Make, frame: Make) -> None:
    given = {
        "small": ("grant", "household", 5, {}),
        "large": ("grant", "household", 9, {}),
        "gift": ("in_kind", "gift", 7, {}),
        "loan": ("loan_disbursed", "household", 99, {}),
        "rice": ("grant", "kilogram", 99, {}),
        "whole": ("grant", "household", 99, {"parts": "complete"}),
        "twice": ("grant", "gift", 99, {"counted_under": "ubnd-tp", "organisation_code": "hoi-ctd"}),
    }
    rows = [{"activity_id": name, "flow": flow, "label_vi": name} | more for name, (flow, _, _, more) in given.items()]
    values = []
    for name, (_, unit, amount, _) in given.items():
        money, base = (
            value("activity_figure", 1, kind, dimensions={"figure": f"{name}.{role}"})
            for role, kind in (("money", "vnd"), ("base", unit))
        )
        operands = (money.id, base.id)
        values += [money, base, value("unit_cost", amount, "vnd", dimensions={"activity": name}, operands=operands)]
    chart = charts(context(tuple(values), tables={"activities": frame("activities", *rows)}))["unit_costs"]()
    assert chart is not None
    assert [(point.category, point.series) for point in chart.points] == [
        ("large", "Trên một hộ"), ("small", "Trên một hộ"), ("gift", "Trên một suất quà"),
    ]  # fmt: skip
