"""Biểu thực hiện mục tiêu, chỉ tiêu; words on plan and year before; sentences on the start and on the list."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from poverty_evaluation.evaluation.blocks import Number, Table
from poverty_evaluation.evaluation.comparison_sentences import comparison_sentences
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.sentences import poverty_sentences
from poverty_evaluation.evaluation.tables.activities import activities_table
from poverty_evaluation.evaluation.tables.annexes import sources_table
from poverty_evaluation.evaluation.tables.comparison import target_comparison_table
from poverty_evaluation.evaluation.tables.targets import targets_table
from poverty_evaluation.indicators import PeriodTables, evaluate
from poverty_evaluation.ingest import read_period
from poverty_evaluation.presentation.formatting import write
from poverty_evaluation.reference import Reference
from poverty_evaluation.vocabulary.neighbours import Neighbours

from .conftest import DATA

REPORT = """place: bac-giang-city
period: "{period}"
kind: annual
title_vi: Báo cáo thử
data_from: {year}-01-01
data_to: {year}-06-30
as_of: {year}-06-30
leading_standard: qd-59-2015
programme_id: gnbv-2016-2020
issuer: {{profile: people_committee, name_vi: UBND thành phố, name_en: City committee}}
"""
ACTIVITIES = (
    "activity_id,measure_code,organisation_code,label_vi,label_en,data_to,time_basis,realisation,flow,value_1,unit_1,"
    "value_2,unit_2"
)
NOW = (
    "plan,housing-repair,mttq,Sửa nhà,Repairs,2018-12-31,year_to_date,planned,grant,4.200,triệu đồng,84,nhà",
    "done,housing-repair,mttq,Sửa nhà,Repairs,2018-05-15,year_to_date,actual,grant,1.240,triệu đồng,25,nhà",
    "ahead,housing-repair,mttq,Sửa nhà,Repairs,2018-06-30,year_to_date,expected,grant,2.100,triệu đồng,42,nhà",
    "gifts,gift-giving,mttq,Tặng quà,Gifts,2018-06-30,year_to_date,actual,grant,341,triệu đồng,,",
    "loans,job-loans,mttq,Cho vay,Loans,2018-06-30,year_to_date,actual,loan_disbursed,10,triệu đồng,,",
    "alone,capacity-training,mttq,Tập huấn,Training,2018-06-30,year_to_date,actual,,3,lớp,,",
)
THEN = (
    "done,housing-repair,mttq,Sửa nhà,Repairs,2017-06-30,year_to_date,actual,grant,1.000,triệu đồng,20,nhà",
    "gifts,gift-giving,mttq,Tặng quà,Gifts,2017-06-30,year_to_date,actual,grant,310,triệu đồng,,",
    "loans,job-loans,mttq,Cho vay,Loans,2017-05-31,year_to_date,actual,loan_disbursed,9,triệu đồng,,",
)
TARGETS = "target_id,document,indicator_id,kind,direction,baseline,value,unit,due,label_vi,label_en"
HOUSES = "houses,01/KH-UBND,activity_figure;figure=done.items,level,up,,84,nhà,2018-12-31,Số nhà được sửa,Houses"
REVIEW = "place_code,as_of,standard_id,total_households,poor_households"
Sent = dict[str, tuple[str, ...]]


@pytest.fixture
def sent(tmp_path: Path, reference: Reference) -> Callable[..., EvaluationContext]:
    """The context of a half-year, read beside the others that a test sends."""
    shutil.copytree(DATA / "reference", tmp_path / "reference")

    def folder(period: str, tables: Sent) -> Path | None:
        if not tables:
            return None
        path = tmp_path / "periods" / "bac-giang-city" / period
        path.mkdir(parents=True)
        (path / "report.yml").write_text(REPORT.format(period=period, year=period[:4]), encoding="utf-8")
        for name, rows in tables.items():
            (path / f"{name}.csv").write_text("\n".join([*rows, ""]), encoding="utf-8")
        return path

    def build(
        now: Sent, then: Sent | None = None, before: Sent | None = None, start: Sent | None = None, language: str = "vi"
    ) -> EvaluationContext:
        own = folder("2018-H1", now)
        assert own is not None
        beside = Neighbours(folder("2017", before or {}), folder("2017-H1", then or {}), folder("2015", start or {}))
        received = read_period(own, tmp_path, reference, beside)
        report = received.report
        evaluated = evaluate(
            PeriodTables(
                received.tables, reference, received.place_code, report.period, report.leading_standard,
                report.programme_id,
            )
        )  # fmt: skip
        findings = (*received.findings, *evaluated.findings)
        return EvaluationContext(report, reference, language, evaluated.values, findings, received.tables, {})

    return build


def shown(table: Table | None, language: str = "vi") -> list[list[str]]:
    assert table is not None
    return [[said(cell, language) for cell in row.cells] for row in table.rows]


def said(line: Any, language: str = "vi") -> str:
    return "".join(write(part, language) if isinstance(part, Number) else part.text for part in line)


def activities(*rows: str) -> Sent:
    return {"activities": (ACTIVITIES, *rows)}


def test_targets_then_activities_with_a_plan_or_a_year_before(sent: Callable[..., EvaluationContext]) -> None:
    context = sent({**activities(*NOW), "targets": (TARGETS, HOUSES)}, activities(*THEN))
    table = target_comparison_table(context)
    assert table is not None
    assert [(column.heading, column.number) for column in table.columns] == [
        ("TT", "(A)"), ("Chỉ tiêu", "(B)"), ("ĐVT", "(C)"), ("Chỉ tiêu giao", "(1)"),
        ("Thực hiện cùng kỳ năm trước", "(2)"), ("Thực hiện kỳ báo cáo", "(3)"), ("Ước thực hiện", "(4)"),
        ("So với kế hoạch (%)", "(5)=(3)/(1)×100"), ("Ước so với kế hoạch (%)", "(6)=(4)/(1)×100"),
        ("So với cùng kỳ (%)", "(7)"), ("Ghi chú", "(D)"),
    ]  # fmt: skip
    days = "thực hiện đến 15/5/2018; ước đến 30/6/2018; so với cùng kỳ tính theo số ước"
    assert shown(table) == [
        ["I", "Chỉ tiêu được giao", *[""] * 9],
        ["1", "Số nhà được sửa", "nhà", "84", "20", "25", "42", "29,76", "50,00", "210,00", f"chưa hoàn thành; {days}"],
        ["II", "Hoạt động có kế hoạch hoặc có số cùng kỳ", *[""] * 9],
        ["1", "Sửa nhà", "triệu đồng", "4.200", "1.000", "1.240", "2.100", "29,52", "50,00", "210,00", days],
        ["2", "Tặng quà", "triệu đồng", "", "310", "341", "", "", "", "110,00", "thực hiện đến 30/6/2018"],
        ["3", "Cho vay", "triệu đồng", "", "", "10", "", "", "", "",
         "thực hiện đến 30/6/2018; không so sánh với cùng kỳ (khác thời gian)"],
    ]  # fmt: skip
    assert [finding.message_vi.split(":")[0] for finding in context.findings] == ["“Cho vay”"]


def test_columns_that_nothing_fills_vanish_and_the_formula_returns(sent: Callable[..., EvaluationContext]) -> None:
    table = target_comparison_table(sent(activities(NOW[3]), activities(THEN[1])))
    assert table is not None
    headings = [column.number for column in table.columns]
    assert headings == ["(A)", "(B)", "(C)", "(1)", "(2)", "(3)=(2)/(1)×100", "(D)"]
    assert [row[0] for row in shown(table)] == ["1"]


def test_there_is_no_table_without_anything_to_compare(sent: Callable[..., EvaluationContext]) -> None:
    assert target_comparison_table(sent(activities(*NOW[3:]))) is None


def test_in_english(sent: Callable[..., EvaluationContext]) -> None:
    table = target_comparison_table(sent(activities(*NOW[:2]), language="en"))
    assert shown(table, "en")[0][1:7] == [
        "Repairs: Amount",
        "million VND",
        "4,200",
        "1,240",
        "29.52",
        "actual up to 15 May 2018",
    ]


def test_the_year_is_named_where_all_that_is_expected_is_of_the_year(sent: Callable[..., EvaluationContext]) -> None:
    table = target_comparison_table(sent(activities(NOW[0], NOW[2].replace("2018-06-30", "2018-12-31"))))
    assert table is not None
    assert "Ước cả năm" in [column.heading for column in table.columns]


def test_each_figure_beside_its_plan_and_its_year_before(sent: Callable[..., EvaluationContext]) -> None:
    context = sent(activities(*NOW[:4]), activities(*THEN))
    rows = context.tables["activities"]
    remarks = [row[-1] for row in shown(activities_table(rows, "all", "Kết quả", context))]
    assert remarks[1].endswith("số tiền: đạt 29,52% kế hoạch; số lượng: đạt 29,76% kế hoạch")
    assert remarks[2].endswith("số lượng: ước đạt 50,00% kế hoạch, ước bằng 210,00% cùng kỳ năm trước")
    assert remarks[3].endswith("bằng 110,00% cùng kỳ năm trước")


def test_sentences_on_what_has_a_plan_or_a_year_before(sent: Callable[..., EvaluationContext]) -> None:
    context = sent(activities(NOW[0], *NOW[2:]), activities(*THEN))
    assert [said(one) for one in comparison_sentences(context)] == [
        "Sửa nhà: Số tiền: ước đến ngày 30/6/2018 thực hiện 2.100 triệu đồng, đạt 50,00% kế hoạch, bằng 210,00% so với "
        "cùng kỳ năm trước.",
        "Sửa nhà: Số lượng: ước đến ngày 30/6/2018 thực hiện 42 nhà, đạt 50,00% kế hoạch, bằng 210,00% so với cùng kỳ "
        "năm trước.",
        "Tặng quà: đến ngày 30/6/2018 thực hiện 341 triệu đồng, bằng 110,00% so với cùng kỳ năm trước.",
        "Cho vay: đến ngày 30/6/2018 thực hiện 10 triệu đồng.",
    ]


def test_a_sentence_tells_what_was_done_before_what_is_expected(sent: Callable[..., EvaluationContext]) -> None:
    rows = [row.replace("2018-12-31", "").replace("2018-05-15", "") for row in NOW[:2]]
    (money, _) = (said(one) for one in comparison_sentences(sent(activities(*rows, NOW[2]))))
    assert money == (
        "Sửa nhà: Số tiền: thực hiện 1.240 triệu đồng, đạt 29,52% kế hoạch; ước đến ngày 30/6/2018 thực hiện 2.100 "
        "triệu đồng, đạt 50,00% kế hoạch."
    )


@pytest.mark.parametrize(
    ("due", "verdict"), [("2018-07-01", "chưa hoàn thành"), ("2018-06-30", "không hoàn thành"), ("", "chưa hoàn thành")]
)
def test_a_target_is_missed_from_the_day_it_was_due(
    sent: Callable[..., EvaluationContext], due: str, verdict: str
) -> None:
    context = sent({**activities(*NOW), "targets": (TARGETS, HOUSES.replace("2018-12-31", due))})
    assert shown(targets_table(context))[0][3:] == ["84", "25", "29,76", verdict]


def test_the_list_between_two_reviews_is_told_without_a_rate(sent: Callable[..., EvaluationContext]) -> None:
    changes = ("place_code,as_of,added_households,removed_households", "213,2018-03-31,3,-", "213,2018-06-15,1,1")
    context = sent(
        {"household_changes": changes}, before={"household_review": (REVIEW, "213,2017-12-31,qd-59-2015,,356")}
    )
    assert said(poverty_sentences(context)[-1]) == (
        "Tính đến ngày 15/6/2018, số hộ nghèo đang quản lý là 359 hộ (sau khi bổ sung 04 hộ, đưa ra khỏi danh sách 01 "
        "hộ kể từ lần rà soát trước)."
    )


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("213,2015-12-31,qd-59-2015,40000,538", "Tính từ đầu giai đoạn, số hộ nghèo giảm từ 538 hộ (1,35%) xuống "
         "còn 356 hộ (0,85%) tại ngày 30/6/2018, giảm 182 hộ, tương ứng giảm 0,49 điểm phần trăm so với ngày "
         "31/12/2015."),
        ("213,2015-12-31,qd-59-2015,50000,300", "Tính từ đầu giai đoạn, số hộ nghèo tăng từ 300 hộ (0,60%) lên 356 "
         "hộ (0,85%) tại ngày 30/6/2018, tăng 56 hộ, tương ứng tăng 0,25 điểm phần trăm so với ngày 31/12/2015."),
        ("213,2015-12-31,qd-59-2015,40000,356", "So với đầu giai đoạn (ngày 31/12/2015), số hộ nghèo không thay đổi, "
         "là 356 hộ."),
        ("213,2015-12-31,qd-09-2011,40000,538", "Kết quả rà soát ngày 31/12/2015 và ngày 30/6/2018 không cùng căn cứ; "
         "không so sánh trực tiếp số hộ nghèo và tỷ lệ hộ nghèo giữa hai thời điểm."),
    ],
)  # fmt: skip
def test_the_change_since_the_start_of_the_phase(
    sent: Callable[..., EvaluationContext], start: str, expected: str
) -> None:
    own = {"household_review": (REVIEW, "213,2018-06-30,qd-59-2015,41870,356")}
    before = {"household_review": (REVIEW, "213,2017-12-31,qd-59-2015,41800,400")}
    context = sent(own, before=before, start={"household_review": (REVIEW, start)})
    sentences = [said(one) for one in poverty_sentences(context)]
    assert expected in sentences
    assert "giảm từ 400 hộ" in sentences[0]
    assert [row[1] for row in shown(sources_table(context))] == [
        "Kết quả rà soát hộ nghèo, hộ cận nghèo", "Kết quả rà soát của kỳ trước", "Kết quả rà soát đầu giai đoạn"
    ]  # fmt: skip


def test_a_start_that_is_the_opening_is_told_once(sent: Callable[..., EvaluationContext]) -> None:
    own = {"household_review": (REVIEW, "213,2018-06-30,qd-59-2015,41870,356")}
    opening = {"household_review": (REVIEW, "213,2017-12-31,qd-59-2015,41800,400")}
    context = sent(own, before=opening, start=opening)
    assert not [one for one in poverty_sentences(context) if "đầu giai đoạn" in said(one)]
