"""Giải trình giả định (explanations.yml): what an office answered to a contradiction that was planted."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from poverty_evaluation.samples.planting import Planted, Row
from poverty_evaluation.vocabulary.findings import FindingKind, finding_id
from poverty_evaluation.vocabulary.quantities import write_percent
from poverty_evaluation.vocabulary.values import value_id

#: The columns of a review that a printed rate is held against, and the figure each of them is.
_SHARE = ("poverty_ratio", "poor_households", "total_households")


def answers(period: str, planted: list[Planted], reviews: list[Row]) -> list[dict[str, Any]]:
    """explanations.yml of a period for signature: one entry for each printed rate that was planted in it."""
    return [_answer(period, one, reviews[one.row - 2]) for one in planted if one.plant.kind == FindingKind.SHARE]


def _answer(period: str, planted: Planted, review: Row) -> dict[str, Any]:
    key = f"{review['standard_id']}|{review['vintage']}"
    figures = [f"{value_id(name, review['place_code'], review['as_of'])}|{key}" for name in _SHARE]
    poor, total = review["poor_households"], review["total_households"]
    share = write_percent(Fraction(int(poor.replace(".", "")), int(total.replace(".", ""))), 2)
    return {
        "finding": finding_id(FindingKind.SHARE, figures),
        "stated": planted.text,
        "computed": f"{poor} / {total} = {share}",
        "explanation_vi": "Lỗi đánh máy khi lập biểu; số hộ là đúng, tỷ lệ đúng là tỷ lệ tính lại.",
        "explanation_en": "A slip when the form was typed; the counts are right and so is the recomputed rate.",
        "recorded": f"{int(period) + 1}-01-14",
        "by": "Ủy ban nhân dân xã Phú Mẫu",
    }
