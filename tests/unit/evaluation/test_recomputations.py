"""Số tính lại trong báo cáo tiếng Anh: English words and format, or a quotation where that cannot be had."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from poverty_evaluation.evaluation.findings import explained, findings_block, plain_findings
from poverty_evaluation.evaluation.recomputations import in_english
from poverty_evaluation.reference import Reference
from poverty_evaluation.vocabulary.findings import Finding, FindingKind, Severity, finding_from_plain


@pytest.mark.parametrize(
    ("computed", "expected"),
    [
        (
            "41.395 triệu đồng + 667,2 triệu đồng ≠ 83.020 triệu đồng",
            "VND 41,395 million + VND 667.2 million ≠ VND 83,020 million",
        ),
        (
            "4/5 khoản trong đó lớn hơn tổng 83,02 triệu đồng: 23,348 tỷ đồng",
            "4 of 5 parts exceed the total of VND 83.02 million: VND 23.348 billion",
        ),
        (
            "2.697,15 triệu đồng / 1.986 suất = 1.358.082 đồng/suất",
            "VND 2,697.15 million / 1,986 gifts = VND 1,358,082 per gift",
        ),
        (
            "22 triệu đồng ≠ 13 triệu đồng (chênh lệch 9 triệu đồng)",
            "VND 22 million ≠ VND 13 million (a difference of VND 9 million)",
        ),
        (
            "Nếu cộng cả 2 lần: 202 lượt hộ + 202 lượt hộ = 404 lượt hộ",
            "If all 2 are added up: 202 household occurrences + 202 household occurrences = 404 household occurrences",
        ),
        ("ước thực hiện 550 triệu đồng", "an estimated VND 550 million"),
        ("40 hộ - 12 hộ + 1 hộ = 29 ≠ 30", "40 households - 12 households + 1 household = 29 ≠ 30"),
        ("63.379 / 412.204 = 15,38%", "63,379 / 412,204 = 15.38%"),
        ("1,36 - 0,85 = 0,51 điểm phần trăm", "1.36 - 0.85 = 0.51 percentage points"),
        ("2.839; 22.839", "2,839; 22,839"),
        ("09/2011/QĐ-TTg ≠ 59/2015/QĐ-TTg", "09/2011/QĐ-TTg ≠ 59/2015/QĐ-TTg"),
        ("99002 + 99003 → 99002", "99002 + 99003 → 99002"),
        ("", ""),
        ("3 xã chưa gửi", "“3 xã chưa gửi”"),
    ],
)  # fmt: skip
def test_recomputations_in_english(computed: str, expected: str, reference: Reference) -> None:
    assert in_english(computed, reference.units) == expected


def _finding(**more: Any) -> Finding:
    told = {"quote": "538 hộ", "computed": "538 - 356 = 182 hộ", **more}
    return Finding("0a", Severity.ERROR, FindingKind.DIFFERENCE, "Sai.", "Wrong.", **told)


def test_the_table_of_findings_is_of_one_language(context: Callable[..., Any]) -> None:
    for language, quote, computed in (
        ("vi", "538 hộ", "538 - 356 = 182 hộ"),
        ("en", "“538 hộ”", "538 - 356 = 182 households"),
    ):
        (block,) = findings_block(context(findings=(_finding(),), language=language))
        assert (block.items[0].quote, block.items[0].computed) == (quote, computed)


def test_the_record_of_a_finding_keeps_the_vietnamese_recomputation(context: Callable[..., Any]) -> None:
    (plain,) = plain_findings(context(findings=(_finding(),), language="en"))
    assert (plain["computed"], plain["computed_en"]) == ("538 - 356 = 182 hộ", "538 - 356 = 182 households")
    assert finding_from_plain(plain).computed == _finding().computed


@pytest.mark.parametrize(
    ("language", "translation", "expected"),
    [
        ("vi", "A slip.", "Lỗi đánh máy."),
        ("en", "A slip.", "A slip."),
        ("en", "", "[in Vietnamese] “Lỗi đánh máy.”"),
    ],
)
def test_answers_without_a_translation_are_marked(
    context: Callable[..., Any], language: str, translation: str, expected: str
) -> None:
    answered = _finding(explanation="Lỗi đánh máy.", explanation_en=translation)
    assert explained(context(language=language), answered) == expected
    assert explained(context(language=language), _finding()) == ""
