"""Câu văn về chỉ tiêu được giao: one test for each branch, in Vietnamese and in English."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from poverty_evaluation.evaluation.blocks import Line
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.target_sentences import target_sentences
from poverty_evaluation.vocabulary.choices import Qualifier, ValueStatus

Build = Callable[..., EvaluationContext]
Make = Callable[..., Any]
Read = Callable[[Line], str]

REDUCTION = {
    "target_id": "t",
    "document": "911/KH-UBND",
    "indicator_id": "poverty_ratio_change_pp",
    "kind": "reduction_pp",
    "direction": "down",
    "baseline": "Kết quả rà soát cuối năm trước",
    "label_vi": "Giảm tỷ lệ hộ nghèo",
    "label_en": "Fall in the poverty rate",
}
HOUSEHOLDS = {**REDUCTION, "indicator_id": "poor_households_change", "kind": "households"}
LEVEL = {**REDUCTION, "indicator_id": "poverty_ratio", "kind": "level", "baseline": ""}
AFTER = {"as_of": date(2021, 1, 31)}


@pytest.fixture
def set_target(context: Build, value: Make, frame: Make, review: Make) -> Build:
    """One target of the city: what was asked, reached, and what the analysis makes of it."""

    def build(
        target: dict[str, str],
        asked: str,
        reached: str | None,
        unit: str = "pp",
        completion: str | None = None,
        gap: str | None = None,
        hedge: Qualifier = Qualifier.EXACT,
        **more: Any,
    ) -> EvaluationContext:
        names = {"unit_vi": "hộ", "unit_en": "households"} if unit == "household" else {}
        code = {"dimensions": {"target": "t"}}
        values = [value("target_value", asked, unit, qualifier=hedge, **code, **names)]
        if reached is not None:
            when = "2017-12-31" if target["kind"] == "level" else ""
            values.append(value(target["indicator_id"], reached, unit, when, **names))
        if completion is not None:
            values.append(value("target_completion", completion, "ratio", **code))
        if gap is not None:
            values.append(value("target_completion_gap", gap, unit, **code, **names))
        tables = {
            "targets": frame("targets", target),
            "household_review": frame("household_review", review("2017-12-31")),
        }
        return context(tuple(values), tables=tables, **more)

    return build


def told(context: EvaluationContext, read: Read) -> str:
    return " | ".join(read(line) for line in target_sentences(context))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "vi",
            "Tỷ lệ hộ nghèo giảm 0,30 điểm phần trăm, đạt 100,00% kế hoạch giao tại 911/KH-UBND (0,30 điểm phần trăm), "
            "hoàn thành chỉ tiêu.",
        ),
        (
            "en",
            "Poverty rate fell by 0,30 điểm phần trăm, or 100,00% of the target of 911/KH-UBND (0,30 điểm phần trăm); "
            "the target is met.",
        ),
    ],
)
def test_met(set_target: Build, read: Read, language: str, expected: str) -> None:
    assert told(set_target(REDUCTION, "0.003", "-0.003", completion="1", language=language), read) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "vi",
            "Tỷ lệ hộ nghèo giảm 0,51 điểm phần trăm, đạt 170,00% kế hoạch giao tại 911/KH-UBND (0,30 điểm phần trăm), "
            "hoàn thành vượt chỉ tiêu.",
        ),
        (
            "en",
            "Poverty rate fell by 0,51 điểm phần trăm, or 170,00% of the target of 911/KH-UBND (0,30 điểm phần trăm); "
            "the target is exceeded.",
        ),
    ],
)
def test_exceeded(set_target: Build, read: Read, language: str, expected: str) -> None:
    assert told(set_target(REDUCTION, "0.003", "-0.0051", completion="1.7", language=language), read) == expected


@pytest.mark.parametrize(
    ("language", "report", "expected"),
    [
        (
            "vi",
            {},
            "Số hộ nghèo giảm 30 hộ, đạt 75,00% kế hoạch giao tại 911/KH-UBND (40 hộ), thấp hơn chỉ tiêu được giao 10 "
            "hộ; chưa hoàn thành chỉ tiêu.",
        ),
        (
            "vi",
            AFTER,
            "Số hộ nghèo giảm 30 hộ, đạt 75,00% kế hoạch giao tại 911/KH-UBND (40 hộ), thấp hơn chỉ tiêu được giao 10 "
            "hộ; không hoàn thành chỉ tiêu.",
        ),
        (
            "en",
            {},
            "Poor households fell by 30 households, or 75,00% of the target of 911/KH-UBND (40 households), 10 "
            "households short of the target; the target is not yet met.",
        ),
        (
            "en",
            AFTER,
            "Poor households fell by 30 households, or 75,00% of the target of 911/KH-UBND (40 households), 10 "
            "households short of the target; the target was not met.",
        ),
    ],
)
def test_missed(set_target: Build, read: Read, language: str, report: dict[str, Any], expected: str) -> None:
    known = set_target(HOUSEHOLDS, "40", "-30", "household", "0.75", "10", language=language, **report)
    assert told(known, read) == expected


def test_missed_without_the_gap(set_target: Build, read: Read) -> None:
    assert told(set_target(HOUSEHOLDS, "40", "-30", "household", "0.75"), read).endswith(
        "(40 hộ); chưa hoàn thành chỉ tiêu."
    )


@pytest.mark.parametrize(
    ("reached", "completion", "language", "expected"),
    [
        (
            "5",
            "-0.125",
            "vi",
            "Số hộ nghèo tăng 5 hộ, so với chỉ tiêu giao tại 911/KH-UBND (40 hộ); chưa hoàn thành chỉ tiêu.",
        ),
        (
            "5",
            None,
            "en",
            "Poor households rose by 5 households, against the target of 911/KH-UBND (40 households); the target is "
            "not yet met.",
        ),
        (
            "0",
            "0",
            "vi",
            "Số hộ nghèo không thay đổi, so với chỉ tiêu giao tại 911/KH-UBND (40 hộ); chưa hoàn thành chỉ tiêu.",
        ),
        (
            "0",
            None,
            "en",
            "Poor households did not change, against the target of 911/KH-UBND (40 households); the target is not yet "
            "met.",
        ),
    ],
)
def test_a_result_in_the_wrong_direction_has_no_percentage(
    set_target: Build, read: Read, reached: str, completion: str | None, language: str, expected: str
) -> None:
    known = set_target(HOUSEHOLDS, "40", reached, "household", completion, "45", language=language)
    assert told(known, read) == expected


@pytest.mark.parametrize(
    ("reached", "gap", "language", "expected"),
    [
        (
            "0.0085",
            None,
            "vi",
            "Tỷ lệ hộ nghèo là 0,85%, so với chỉ tiêu giao tại 911/KH-UBND (1,00%), hoàn thành vượt chỉ tiêu.",
        ),
        (
            "0.0085",
            None,
            "en",
            "Poverty rate stands at 0,85%, against the target of 911/KH-UBND (1,00%); the target is exceeded.",
        ),
        (
            "0.0136",
            "0.0036",
            "vi",
            "Tỷ lệ hộ nghèo là 1,36%, so với chỉ tiêu giao tại 911/KH-UBND (1,00%), cao hơn mức được giao 0,36 điểm "
            "phần trăm; chưa hoàn thành chỉ tiêu.",
        ),
    ],
)
def test_a_level(
    set_target: Build, value: Make, read: Read, reached: str, gap: str | None, language: str, expected: str
) -> None:
    known = set_target(LEVEL, "0.01", reached, "ratio", language=language)
    lacking = (value("target_completion_gap", gap, "pp", dimensions={"target": "t"}),) if gap else ()
    other = EvaluationContext(
        known.report, known.reference, language, (*known.values, *lacking), (), known.tables, known.narrative
    )
    assert told(other, read) == expected


@pytest.mark.parametrize(
    ("lacking", "reached", "hedge"),
    [("baseline", "-0.003", "exact"), ("", None, "exact"), ("", "-0.003", "estimate")],
)
def test_what_cannot_be_assessed_is_said(
    set_target: Build, read: Read, lacking: str, reached: str | None, hedge: str
) -> None:
    target = {**REDUCTION, lacking: ""} if lacking else REDUCTION
    said = told(set_target(target, "0.003", reached, completion="1", hedge=Qualifier(hedge)), read)
    assert said == (
        "Chưa đủ căn cứ đánh giá chỉ tiêu “Giảm tỷ lệ hộ nghèo” giao tại 911/KH-UBND (0,30 điểm phần trăm)."
    )
    english = set_target(target, "0.003", reached, hedge=Qualifier(hedge), language="en")
    assert told(english, read) == (
        "The target “Fall in the poverty rate” of 911/KH-UBND (0,30 điểm phần trăm) cannot be assessed on what was "
        "sent."
    )


def test_a_target_of_no_document_says_so(set_target: Build, read: Read) -> None:
    target = {**REDUCTION, "document": ""}
    assert told(set_target(target, "0.003", "-0.003"), read) == (
        "Chưa đủ căn cứ đánh giá chỉ tiêu “Giảm tỷ lệ hộ nghèo” (0,30 điểm phần trăm): chưa rõ văn bản giao."
    )
    assert told(set_target(target, "0.003", "-0.003", language="en"), read) == (
        "The target “Fall in the poverty rate” (0,30 điểm phần trăm) cannot be assessed: no document that sets it was "
        "named."
    )


def test_a_disputed_result_decides_nothing(set_target: Build, read: Read) -> None:
    known = set_target(REDUCTION, "0.003", None)
    reached = known.values[0].__class__(
        id="poverty_ratio_change_pp@213/2016-2018", indicator_id="poverty_ratio_change_pp", label_vi="", label_en="",
        value=known.values[0].value, unit="pp", status=ValueStatus.DISPUTED,
    )  # fmt: skip
    other = EvaluationContext(
        known.report, known.reference, "vi", (*known.values, reached), (), known.tables, known.narrative
    )
    assert told(other, read).startswith("Chưa đủ căn cứ đánh giá")


def test_targets_of_parts_and_targets_without_a_value_are_left_out(set_target: Build, read: Read) -> None:
    assert told(set_target({**REDUCTION, "part_of": "whole"}, "0.003", "-0.003"), read) == ""
    known = set_target(REDUCTION, "0.003", "-0.003")
    none = EvaluationContext(known.report, known.reference, "vi", (), (), known.tables, known.narrative)
    assert target_sentences(none) == []


def test_nothing_is_praised(set_target: Build, read: Read) -> None:
    said = told(set_target(REDUCTION, "0.003", "-0.03", completion="10"), read)
    assert not any(word in said for word in ("nhanh", "bền vững", "tích cực", "đáng kể", "hiệu quả", "xuất sắc"))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "vi",
            "Sửa nhà trong năm: thực hiện 30 nhà, đạt 75,00% kế hoạch giao tại 911/KH-UBND (40 nhà), thấp hơn chỉ tiêu "
            "được giao 10 nhà; chưa hoàn thành chỉ tiêu.",
        ),
        (
            "en",
            "Houses repaired: 30 houses, or 75,00% of the target of 911/KH-UBND (40 houses), 10 houses short of the "
            "target; the target is not yet met.",
        ),
    ],
)
def test_a_figure_of_an_activity_is_told_under_the_name_of_its_target(
    context: Build, value: Make, frame: Make, read: Read, language: str, expected: str
) -> None:
    figure = {"dimensions": {"figure": "a.items"}, "unit_vi": "nhà", "unit_en": "houses"}
    code = {"dimensions": {"target": "t"}, "unit_vi": "nhà", "unit_en": "houses"}
    values = (
        value("target_value", 40, "house", **code),
        value("activity_figure", 30, "house", **figure),
        value("target_completion", "0.75", "ratio", dimensions={"target": "t"}),
        value("target_completion_gap", 10, "house", **code),
    )
    target = {
        **LEVEL,
        "indicator_id": "activity_figure;figure=a.items",
        "direction": "up",
        "label_vi": "Sửa nhà trong năm",
        "label_en": "Houses repaired",
    }
    activity = {"activity_id": "a", "realisation": "actual"}
    tables = {"targets": frame("targets", target), "activities": frame("activities", activity)}
    assert told(context(values, tables=tables, language=language), read) == expected
