"""Câu văn về hộ cận nghèo: the same sentences as on the poor, with the words and the movements of the near-poor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from poverty_evaluation.evaluation.blocks import Line, Paragraph
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.outline import OutlineWalk
from poverty_evaluation.evaluation.sentences import near_poverty_sentences
from poverty_evaluation.reference import Outline, OutlineBlock, OutlineNode
from poverty_evaluation.vocabulary.choices import ValueStatus
from poverty_evaluation.vocabulary.findings import FindingKind, Severity

Build = Callable[..., EvaluationContext]
Make = Callable[..., Any]
Read = Callable[[Line], str]

OPENING, CLOSING = "2016-12-31", "2017-12-31"
BASE = "so với cuối năm trước (ngày 31/12/2016)"
BASE_EN = "compared with the end of the year before (31 December 2016)"


@pytest.fixture
def near_poor(context: Build, value: Make, review: Make, frame: Make) -> Build:
    """The city at two reviews: near-poor households and all households at each, and what follows from them."""

    def build(
        before: tuple[int, int], after: tuple[int, int], movements: dict[str, int] | None = None, **more: Any
    ) -> EvaluationContext:
        values = [value(name, number, when=CLOSING) for name, number in (movements or {}).items()]
        for (count, total), when in ((before, OPENING), (after, CLOSING)):
            values.append(value("near_poor_households", count, when=when))
            values.append(value("near_poverty_ratio", Fraction(count, total), "ratio", when))
        counts = tuple(f"near_poor_households@213/{when}" for when in (OPENING, CLOSING))
        rates = tuple(f"near_poverty_ratio@213/{when}" for when in (OPENING, CLOSING))
        points = Fraction(after[0], after[1]) - Fraction(before[0], before[1])
        relative = Fraction(after[0] - before[0], before[0])
        values.append(value("near_poor_households_change", after[0] - before[0], operands=counts))
        values.append(value("near_poor_households_relative_change", relative, "ratio", operands=counts))
        values.append(value("near_poverty_ratio_change_pp", points, "pp", operands=rates))
        values.append(value("total_households_change", after[1] - before[1]))
        tables = {
            "previous_household_review": frame("previous_household_review", review(OPENING)),
            "household_review": frame("household_review", review(CLOSING)),
        }
        return context(tuple(values), tables=tables, **more)

    return build


def told(context: EvaluationContext, read: Read) -> str:
    return " | ".join(read(line) for line in near_poverty_sentences(context))


def test_fell(near_poor: Build, read: Read) -> None:
    assert told(near_poor((400, 20000), (300, 30000)), read) == (
        "Đến ngày 31/12/2017, số hộ cận nghèo của thành phố Bắc Giang giảm từ 400 hộ (2,00%) xuống còn 300 hộ (1,00%), "
        f"giảm 100 hộ, tương ứng giảm 1,00 điểm phần trăm {BASE}. So với đầu kỳ, số hộ cận nghèo giảm 25,00%."
    )
    assert told(near_poor((400, 20000), (300, 30000), language="en"), read) == (
        "By 31 December 2017 the number of near-poor households in Bắc Giang City fell from 400 (2,00%) to 300 "
        f"(1,00%), a fall of 100, or 1,00 điểm phần trăm, {BASE_EN}. Against the opening count the "
        "number of near-poor households fell by 25,00%."
    )


def test_rose(near_poor: Build, read: Read) -> None:
    assert told(near_poor((300, 30000), (400, 20000)), read) == (
        "Đến ngày 31/12/2017, toàn thành phố Bắc Giang có 400 hộ cận nghèo, chiếm 2,00% tổng số hộ dân cư; tăng 100 "
        f"hộ, tương ứng tăng 1,00 điểm phần trăm {BASE}. So với đầu kỳ, số hộ cận nghèo tăng 33,33%."
    )
    assert "had 400 near-poor households" in told(near_poor((300, 30000), (400, 20000), language="en"), read)


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ((400, 40000), "tỷ lệ hộ cận nghèo giữ ở mức 1,00%."),
        ((400, 50000), "tỷ lệ hộ cận nghèo giảm 0,20 điểm phần trăm do tổng số hộ dân cư tăng 10.000 hộ."),
        ((400, 20000), "tỷ lệ hộ cận nghèo tăng 1,00 điểm phần trăm do tổng số hộ dân cư giảm 20.000 hộ."),
    ],
)
def test_unchanged(near_poor: Build, read: Read, after: tuple[int, int], expected: str) -> None:
    assert told(near_poor((400, 40000), after), read) == (
        f"Đến ngày 31/12/2017, số hộ cận nghèo của thành phố Bắc Giang là 400 hộ, không thay đổi {BASE}; {expected}"
    )


def test_movements(near_poor: Build, read: Read) -> None:
    moved = {
        "near_poor_escaped_households": 50,
        "near_poor_to_poor_households": 12,
        "near_poor_other_exit_households": 11,
        "near_poor_relapsed_households": 0,
        "newly_near_poor_households": 20,
        "near_poor_from_poor_households": 30,
        "near_poor_other_entry_households": 10,
    }
    assert told(near_poor((400, 20000), (300, 30000), moved), read).endswith(
        "Trong kỳ có 50 hộ thoát cận nghèo, 12 hộ trở thành hộ nghèo, 11 hộ giảm do nguyên nhân khác; 20 hộ cận nghèo "
        "phát sinh mới, 30 hộ nghèo trở thành hộ cận nghèo, 10 hộ tăng do nguyên nhân khác; không có hộ tái cận nghèo."
    )
    assert told(near_poor((400, 20000), (300, 30000), moved, language="en"), read).endswith(
        "In the period there were 50 households that escaped near-poverty, 12 that became poor, 11 that left the list "
        "for other reasons; 20 newly near-poor ones, 30 poor ones that became near-poor, 10 that entered the list for "
        "other reasons; there were no households that fell back into near-poverty."
    )


def test_no_relative_change_on_a_small_base(near_poor: Build, read: Read) -> None:
    assert "So với đầu kỳ" not in told(near_poor((19, 20000), (10, 20000)), read)


def test_a_level_alone(context: Build, value: Make, review: Make, frame: Make, read: Read) -> None:
    values = (value("near_poor_households", 300, when=CLOSING),)
    tables = {"household_review": frame("household_review", review(CLOSING))}
    assert told(context(values, tables=tables), read) == (
        "Đến ngày 31/12/2017, toàn thành phố Bắc Giang có 300 hộ cận nghèo."
    )


def test_nothing_was_sent(context: Build, read: Read) -> None:
    assert told(context(), read) == (
        "Đến thời điểm báo cáo, chưa có số liệu về kết quả rà soát hộ cận nghèo; báo cáo chưa đánh giá nội dung này."
    )
    assert told(context(language="en"), read) == (
        "At the time of reporting there are no figures on the review of near-poor households; the report does not "
        "evaluate this."
    )


def test_not_comparable_is_said_of_the_near_poor_themselves(near_poor: Build, finding: Make, read: Read) -> None:
    known = near_poor((400, 20000), (300, 30000))
    forbidden = {"near_poor_households_change", "near_poverty_ratio_change_pp"}
    values = tuple(_not_comparable(one) if one.indicator_id in forbidden else one for one in known.values)
    reason = finding(
        severity=Severity.NOTE,
        kind=FindingKind.NOT_COMPARABLE,
        message_vi="Không so sánh số hộ nghèo.",
        indicator_ids=(f"near_poor_households@213/{CLOSING}",),
    )
    other = EvaluationContext(known.report, known.reference, "vi", values, (reason,), known.tables, known.narrative)
    assert told(other, read) == (
        "Đến ngày 31/12/2017, toàn thành phố Bắc Giang có 300 hộ cận nghèo, chiếm 1,00% tổng số hộ dân cư. | Kết quả "
        "rà soát ngày 31/12/2016 và ngày 31/12/2017 không cùng căn cứ; không so sánh trực tiếp số hộ cận nghèo và tỷ "
        "lệ hộ cận nghèo giữa hai thời điểm."
    )


def _not_comparable(value: Any) -> Any:
    return replace(value, value=None, status=ValueStatus.NOT_COMPARABLE)


def test_an_outline_can_ask_for_them(near_poor: Build, read: Read) -> None:
    heading = {"vi": "Hộ cận nghèo", "en": "Near-poor households"}
    node = OutlineNode(heading=heading, blocks=(OutlineBlock("near_poverty_sentences", "", {}),), sections=())
    walk = OutlineWalk(near_poor((400, 20000), (300, 30000)), _outline(node))
    said = [read(block.content) for block in walk.chapters if isinstance(block, Paragraph)]
    assert walk.problems == [] and "số hộ cận nghèo" in said[0]


def _outline(node: OutlineNode) -> Outline:
    return Outline("annual", {"vi": "BÁO CÁO", "en": "REPORT"}, (node,), ())
