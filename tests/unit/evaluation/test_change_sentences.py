"""Câu văn về một chỉ tiêu bất kỳ: every branch in both languages, on any indicator of the reviews."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from poverty_evaluation.evaluation.blocks import Text
from poverty_evaluation.evaluation.changes import change_sentences
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.indicators import PeriodTables, evaluate
from poverty_evaluation.ingest import read_period
from poverty_evaluation.presentation.formatting import write
from poverty_evaluation.reference import Reference

from .conftest import DATA

REPORT = """place: bac-giang-city
period: "2018"
kind: annual
title_vi: Báo cáo thử
data_from: 2018-01-01
data_to: 2018-12-31
as_of: 2018-12-31
leading_standard: qd-59-2015
issuer: {profile: people_committee, name_vi: UBND thành phố, name_en: City committee}
"""
NAME_VI, NAME_EN = "số hộ nghèo của thành phố Bắc Giang", "Bắc Giang City"
FIRST, LAST = "2017-12-31,qd-59-2015,356", "2018-12-31,qd-59-2015,{}"


@pytest.fixture
def context(tmp_path: Path, reference: Reference) -> Callable[..., EvaluationContext]:
    """A year whose folder holds these reviews of the city."""
    shutil.copytree(DATA / "reference", tmp_path / "reference")
    folder = tmp_path / "periods" / "bac-giang-city" / "2018"
    folder.mkdir(parents=True)
    (folder / "report.yml").write_text(REPORT, encoding="utf-8")

    def build(*reviews: str, language: str) -> EvaluationContext:
        rows = ["place_code,as_of,standard_id,poor_households", *(f"213,{review}" for review in reviews), ""]
        (folder / "household_review.csv").write_text("\n".join(rows), encoding="utf-8")
        received = read_period(folder, tmp_path, reference)
        computed = evaluate(PeriodTables(received.tables, reference, "213", "2018", "qd-59-2015"))
        findings = (*received.findings, *computed.findings)
        return EvaluationContext(
            received.report, reference, language, computed.values, findings, received.tables, received.narrative
        )

    return build


@pytest.mark.parametrize(
    ("reviews", "vi", "en"),
    [
        ([LAST.format(300)], f"Đến ngày 31/12/2018, {NAME_VI} là 300 hộ.",
         f"{NAME_EN}, 31 December 2018: poor households 300 households."),
        ([FIRST, LAST.format(300)],
         f"Từ ngày 31/12/2017 đến ngày 31/12/2018, {NAME_VI} giảm từ 356 hộ xuống còn 300 hộ, giảm 56 hộ.",
         f"{NAME_EN}, 31 December 2017 to 31 December 2018: poor households fell from 356 households to 300 "
         "households, a fall of 56 households."),
        ([FIRST, LAST.format(400)],
         f"Từ ngày 31/12/2017 đến ngày 31/12/2018, {NAME_VI} tăng từ 356 hộ lên 400 hộ, tăng 44 hộ.",
         f"{NAME_EN}, 31 December 2017 to 31 December 2018: poor households rose from 356 households to 400 "
         "households, a rise of 44 households."),
        ([FIRST, LAST.format(356)],
         f"Đến ngày 31/12/2018, {NAME_VI} là 356 hộ, không thay đổi so với ngày 31/12/2017.",
         f"{NAME_EN}, 31 December 2018: poor households 356 households, as on 31 December 2017."),
        (["2017-12-31,qd-09-2011,500", LAST.format(300)],
         f"Đến ngày 31/12/2018, {NAME_VI} là 300 hộ; không so sánh với lần rà soát trước vì không cùng căn cứ.",
         f"{NAME_EN}, 31 December 2018: poor households 300 households; not compared with the review before, which "
         "rests on another basis."),
    ],
)  # fmt: skip
def test_each_branch(context: Callable[..., EvaluationContext], reviews: list[str], vi: str, en: str) -> None:
    for language, expected in (("vi", vi), ("en", en)):
        (said,) = change_sentences(context(*reviews, language=language), ["poor_households"])
        assert "".join(part.text if isinstance(part, Text) else write(part, language) for part in said) == expected


def test_what_was_not_sent_is_said_in_both_languages(context: Callable[..., EvaluationContext]) -> None:
    for language, words in (("vi", "chưa có số liệu về số hộ cận nghèo"), ("en", "near-poor households")):
        (said,) = change_sentences(context(LAST.format(300), language=language), ["near_poor_households"])
        assert words in "".join(part.text for part in said if isinstance(part, Text))
