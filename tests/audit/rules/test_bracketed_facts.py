"""Figures in brackets belong to what stands in front of the bracket: two brackets of one wording tell two facts."""

from __future__ import annotations

import pytest

from poverty_evaluation.vocabulary.findings import FindingKind

BEFORE = (
    "Tính đến ngày 30/8/2021, số hộ nghèo đang quản lý là 707 hộ (sau khi bổ sung 10 hộ, đưa ra khỏi danh sách 06 hộ"
)
BEHIND = (
    "Tính đến ngày 30/8/2021, số hộ cận nghèo đang quản lý là 984 hộ "
    "(sau khi bổ sung 15 hộ, đưa ra khỏi danh sách 09 hộ"
)


@pytest.mark.parametrize(
    "text",
    [
        f"{BEFORE} kể từ lần rà soát trước). {BEHIND} kể từ lần rà soát trước).",
        f"{BEFORE}). {BEHIND}).",
        "Năm 2022, thu ngân sách huyện đạt 120 tỷ đồng (trong năm điều chỉnh dự toán giao đầu năm 12 tỷ đồng). "
        "Năm 2022, chi ngân sách huyện đạt 118 tỷ đồng (trong năm điều chỉnh dự toán giao đầu năm 21 tỷ đồng).",
    ],
)
def test_brackets_behind_different_things_are_of_different_facts(text: str, told) -> None:
    assert told(text, FindingKind.DUPLICATE) == []
