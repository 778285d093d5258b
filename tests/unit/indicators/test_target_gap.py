"""Còn cách chỉ tiêu: how far a target was missed; nothing where it was met or cannot be judged."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from .rows import definition, number, review

TARGET_VALUE = definition("target_value", "input", table="targets", column="value", by=("target",), unit="")
COMPLETION = definition("target_completion", "completion", "target_value", by=("target",), unit="ratio")
CHANGE = definition("change", "difference", "poor_households", between="reviews", comparable_within="standard")
RATE = definition("rate", "ratio", "poor_households", "total_households", unit="ratio")
POINTS = definition("points", "difference", "rate", between="reviews", comparable_within="standard", unit="pp")
GAP = "target_completion_gap;target=t@213/"


def target(indicator_id: str, kind: str, direction: str, value: Any, unit: str, **more: str) -> dict[str, Any]:
    given = {
        "target_id": "t", "document": "1/QĐ-UBND", "indicator_id": indicator_id, "kind": kind, "direction": direction,
        "baseline": "cuối năm trước", "value": value, "unit": unit, "label_vi": "Chỉ tiêu", "label_en": "Target",
    }  # fmt: skip
    return given | more


def of(evaluated: Any, asked: dict[str, Any], poor: int = 85) -> Any:
    reviews = [review(136, 10_000, as_of="2016-12-31"), review(poor, 10_000)]
    outcome = evaluated(TARGET_VALUE, COMPLETION, CHANGE, RATE, POINTS, reviews=reviews, targets=[asked])
    return next((value for identity, value in outcome.values.items() if identity.startswith(GAP)), None)


@pytest.mark.parametrize(
    ("asked", "poor", "gap", "unit", "formula"),
    [
        (target("change", "households", "down", 60, "hộ"), 85, Fraction(9), "household", "target_value + change"),
        (
            target("points", "reduction_pp", "down", "0.006", "điểm phần trăm"),
            85,
            Fraction(9, 10_000),
            "pp",
            "target_value + points",
        ),
        (target("rate", "level", "down", "0.005", "%"), 85, Fraction(35, 10_000), "pp", "rate - target_value"),
        (target("rate", "level", "up", "0.01", "%"), 85, Fraction(15, 10_000), "pp", "target_value - rate"),
        (target("change", "households", "up", 10, "hộ"), 140, Fraction(6), "household", "target_value - change"),
    ],
)
def test_what_is_lacking(
    evaluated: Any, asked: dict[str, Any], poor: int, gap: Fraction, unit: str, formula: str
) -> None:
    found = of(evaluated, asked, poor)
    assert (found.value, found.unit, found.formula) == (gap, unit, formula)
    assert found.operands[1] == "target_value;target=t@213/2016-2018"
    assert (found.label_vi, found.label_en) == ("Còn cách chỉ tiêu: Chỉ tiêu", "Distance to the target: Target")


@pytest.mark.parametrize(
    "asked",
    [
        target("change", "households", "down", 51, "hộ"),
        target("change", "households", "down", 40, "hộ"),
        target("rate", "level", "down", "0.0085", "%"),
        target("change", "households", "down", 60, "hộ", baseline=""),
        target("change", "", "down", 60, "hộ"),
        target("points", "reduction_pp", "down", 60, "hộ"),
        target("nothing", "households", "down", 60, "hộ"),
    ],
    ids=["met", "exceeded", "at the level", "no baseline", "no kind", "another unit", "no such indicator"],
)
def test_none_where_nothing_is_lacking_or_nothing_can_be_said(evaluated: Any, asked: dict[str, Any]) -> None:
    assert of(evaluated, asked) is None


def test_an_unreadable_target_has_none(evaluated: Any) -> None:
    unreadable = (None, {"status": "unreadable", "as_printed": "4.0.0"})
    assert number("value", unreadable, "targets.csv", 2)["value_status"] == "unreadable"
    assert of(evaluated, target("change", "households", "down", unreadable, "hộ")) is None
