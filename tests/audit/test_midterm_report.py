"""The mid-term report of 2018, told in other words with all its figures: what it contradicts, and nothing else.

The figures, their order, the section numbers and the slips are those of the report that was signed.
"""

from pathlib import Path

import pytest

from poverty_evaluation.audit import audit_text
from poverty_evaluation.audit.findings import AuditVerdict

TEXT = (Path(__file__).parent / "reports" / "midterm_2018.md").read_text(encoding="utf-8")
CONTRADICTION, LIKELY = AuditVerdict.CONTRADICTION, AuditVerdict.LIKELY

#: What is wrong: verdict, kind, and the figure (or words) at which it points.
WRONG = {
    "952 households where the counts give 182": (CONTRADICTION, "difference", "952 hộ"),
    "2,69% where the rates give 0,51": (CONTRADICTION, "difference", "2,69%"),
    "22 million in words, 13 in digits": (CONTRADICTION, "words", "13.000.000 đ"),
    "a whole smaller than its parts by a thousand": (CONTRADICTION, "unit", "83,020 triệu đồng"),
    "18.196 đồng a household": (CONTRADICTION, "unit", "41,395 triệu đồng"),
    "two dots in one number": (CONTRADICTION, "malformed", "2.2.839"),
    "parts above their whole": (CONTRADICTION, "sum", "83,020 triệu đồng"),
    "a space inside a number": (CONTRADICTION, "malformed", "208, 1"),
    "no dot where others have one": (CONTRADICTION, "malformed", "2697,15"),
    "one activity under two organisations": (CONTRADICTION, "duplicate", "36.000 kg"),
    "sections 1, 2, 2, 4": (CONTRADICTION, "numbering", "2. Chính sách của Nhà nước"),
    "chapters I, II, III, II": (CONTRADICTION, "numbering", "II. ĐÁNH GIÁ CHUNG"),
    "a gift four times as dear as the others": (LIKELY, "unit", "2697,15"),
}


@pytest.fixture(scope="module")
def findings():
    return [one for one in audit_text(TEXT).findings if one.verdict in (CONTRADICTION, LIKELY)]


def points_at(finding, words):
    places = [(one.start, one.end) for one in finding.figures] or [(finding.start, finding.end)]
    at = TEXT.find(words)
    while at >= 0:
        if any(start < at + len(words) and end > at for start, end in places):
            return True
        at = TEXT.find(words, at + 1)
    return False


@pytest.mark.parametrize("what", WRONG)
def test_every_contradiction_is_found(findings, what):
    verdict, kind, words = WRONG[what]
    assert [one for one in findings if (one.verdict, str(one.kind)) == (verdict, kind) and points_at(one, words)]


def test_nothing_else_is_found(findings):
    unexpected = [
        (str(one.verdict), str(one.kind), one.quote)
        for one in findings
        if not any(str(one.kind) == kind and points_at(one, words) for _, kind, words in WRONG.values())
    ]
    assert unexpected == []


@pytest.mark.parametrize(
    ("kind", "figures"),
    [
        ("sum", {"35 hộ", "11 hộ", "18 hộ", "6 hộ"}),
        ("sum", {"290.000.000 đ", "110.000.000đ", "144.000.000 đ", "36.000.000đ"}),
        ("words", {"22.000.000 đ"}),
        ("words", {"10.000.000 đ"}),
    ],
)
def test_what_holds_is_known_to_hold(kind, figures):
    held = [one for one in audit_text(TEXT).findings if one.verdict is AuditVerdict.HOLDS and str(one.kind) == kind]
    assert any({figure.text for figure in one.figures} == figures for one in held)


def test_the_readings_say_what_would_be_right(findings):
    (whole,) = [one for one in findings if str(one.kind) == "unit" and points_at(one, "83,020 triệu đồng")]
    assert any("83,020 tỷ" in reading or "83.020 triệu" in reading for reading in whole.readings)
