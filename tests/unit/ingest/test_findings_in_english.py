"""Phát hiện bằng tiếng Anh: what was printed is quoted as it stands, what was computed is written in English."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from poverty_evaluation.ingest import read_period
from poverty_evaluation.reference import load_reference

ROOT = Path(__file__).parents[3]
#: What a computed amount looks like in Vietnamese.
_VIETNAMESE = re.compile(r"\d ((nghìn|triệu|tỷ) )?đồng")


@pytest.mark.parametrize(
    ("data", "place", "period"),
    [
        ("data", "bac-giang-city", "2016-2018"),
        ("data/sample", "song-mau-city", "2022"),
        ("data/sample", "song-mau-city", "2023"),
    ],
)
def test_messages_hold_no_amount_in_vietnamese_but_those_printed(data, place, period):
    root = ROOT / data
    findings = read_period(root / "periods" / place / period, root, load_reference(root)).findings
    assert findings
    for finding in findings:
        message = finding.message_en
        for printed in [*finding.quote.split(" … "), *finding.quote.split("; "), finding.stated]:
            message = message.replace(printed, "")
        outside = re.sub(r"“[^”]*”", "", message)
        assert not _VIETNAMESE.search(outside), finding.message_en


def test_a_total_and_its_parts(period):
    period.activities(
        "w,gift-giving,ldld,Tổng,100,triệu đồng,,complete,none",
        'p1,gift-giving,ldld,Phần,"60,5",triệu đồng,w,,none',
        "p2,gift-giving,ldld,Phần,2.041,triệu đồng,w,,none",
        columns="value_1,unit_1,part_of,parts,flow",
    )
    messages = [finding.message_en for finding in period.findings() if str(finding.kind) == "sum"]
    assert messages == [
        "The parts of “Tổng” add up to VND 2,101.5 million, VND 2,001.5 million more than the stated total of VND 100 "
        "million. To be confirmed by the Federation of Labour of Bắc Giang City."
    ]
