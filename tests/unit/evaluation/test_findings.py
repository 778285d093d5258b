"""Kết quả rà soát số liệu: in order of gravity, counted by kind, part of a draft only."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from poverty_evaluation.evaluation.blocks import Findings, Paragraph
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.findings import (
    findings_block,
    findings_requests,
    findings_summary,
    in_order,
    unexplained_errors,
)
from poverty_evaluation.vocabulary.choices import ReportStatus
from poverty_evaluation.vocabulary.findings import FindingKind, Severity

Build = Callable[..., EvaluationContext]
Make = Callable[..., Any]


def test_errors_first_then_by_place(finding: Make) -> None:
    given = (
        finding("note", Severity.NOTE, file="a.csv", row=1),
        finding("warning", Severity.WARNING, file="a.csv", row=1),
        finding("late", file="b.csv", row=2),
        finding("tenth", file="a.csv", row=10),
        finding("second", file="a.csv", row=2, column="z"),
        finding("first", file="a.csv", row=2, column="b"),
    )
    assert [one.id for one in in_order(given)] == ["first", "second", "tenth", "late", "warning", "note"]


def test_the_annex(context: Build, finding: Make) -> None:
    (block,) = findings_block(context(findings=(finding(file="periods/x/activities.csv", row=24, column="value_2"),)))
    assert isinstance(block, Findings)
    assert len(block.headings) == 7
    assert (block.items[0].severity_label, block.items[0].where) == ("Lỗi", "activities.csv, dòng 24, cột value_2")
    (block,) = findings_block(context())
    assert isinstance(block, Paragraph)


def test_the_summary_counts_by_kind(context: Build, finding: Make, read: Make) -> None:
    given = (
        finding("a"),
        finding("b", kind=FindingKind.WORDS),
        finding("c", kind=FindingKind.WORDS),
        finding("d", Severity.WARNING, kind=FindingKind.DUPLICATE),
        finding("e", Severity.NOTE, kind=FindingKind.MISSING),
    )
    (paragraph,) = findings_summary(context(findings=given), "Phụ lục II")
    assert read(paragraph.content) == (
        "Về chất lượng số liệu, qua rà soát phát hiện 03 lỗi và 01 cảnh báo trong số liệu đã nhận, gồm: số tiền bằng "
        "số và bằng chữ không khớp (02 trường hợp); tổng không khớp với thành phần (01 trường hợp); một kết quả được "
        "nêu ở hai nơi (01 trường hợp). Chi tiết tại Phụ lục II."
    )


def test_one_finding_is_not_counted_twice(context: Build, finding: Make, read: Make) -> None:
    (paragraph,) = findings_summary(context(findings=(finding("a", Severity.WARNING),), language="en"), "Appendix I")
    assert read(paragraph.content, "en") == (
        "Quality of the data: the review found 1 warning in the figures received: a total that its parts contradict. "
        "Details are in Appendix I."
    )


def test_nothing_is_summed_up_where_nothing_was_found(context: Build, finding: Make) -> None:
    noted = context(findings=(finding("e", Severity.NOTE),))
    assert findings_summary(noted) == []
    assert findings_requests(noted) == []


def test_requests_are_the_errors(context: Build, finding: Make, read: Make) -> None:
    lead, requests = findings_requests(context(findings=(finding("b", Severity.WARNING), finding("a"))))
    assert read(lead.content).startswith("Đề nghị cơ quan cung cấp số liệu kiểm tra")
    assert [read(item) for item in requests.items] == ["Lỗi a."]


def test_findings_are_a_working_paper_and_not_signed(context: Build, finding: Make) -> None:
    given = (
        finding("a", file="a.csv", row=3),
        finding("b", explanation="Đã đối chiếu."),
        finding("c", Severity.WARNING),
    )
    signed = context(findings=given, status=ReportStatus.FOR_SIGNATURE)
    assert findings_block(signed) == findings_summary(signed) == findings_requests(signed) == []
    (problem,) = unexplained_errors(signed)
    assert (problem.file, problem.row, problem.found_en) == ("a.csv", 3, "Error a")
    assert unexplained_errors(context(findings=given)) == []
