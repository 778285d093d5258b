"""Phiếu rà soát số liệu: a document of its own, grouped by the office that told a figure; nothing of it is signed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from poverty_evaluation.evaluation.blocks import Appendix, Document, DocumentKind, Number, Paragraph, Table
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.document import Evaluation, build_evaluation
from poverty_evaluation.vocabulary.choices import ReportStatus, ValueStatus
from poverty_evaluation.vocabulary.findings import Severity

Build = Callable[..., EvaluationContext]


def explained(context: EvaluationContext, **changes: Any) -> EvaluationContext:
    """The context with an answer to each of its errors."""
    answered = tuple(
        replace(one, explanation=f"Trả lời {one.id}.", explanation_en=f"Answer {one.id}.")
        if one.severity is Severity.ERROR
        else one
        for one in context.findings
    )
    return replace(context, findings=answered, report=replace(context.report, **changes))


@pytest.fixture(scope="module")
def city(real: Build) -> EvaluationContext:
    return real("bac-giang-city", "2016-2018")


@pytest.fixture(scope="module")
def draft(city: EvaluationContext) -> Evaluation:
    return build_evaluation(city)


def list_of(evaluation: Evaluation) -> Table:
    return next(block for block in evaluation.working_paper if isinstance(block, Table))


def cells(row: Any, read: Any) -> list[str]:
    return [read(cell) for cell in row.cells]


def test_a_document_of_its_own(draft: Evaluation, city: EvaluationContext, read: Any) -> None:
    head, *rest = draft.working_paper
    assert isinstance(head, Document)
    assert (head.kind, draft.document.kind) == (DocumentKind.WORKING_PAPER, DocumentKind.REPORT)
    assert head.letterhead.type_name == "PHIẾU RÀ SOÁT SỐ LIỆU"
    assert (head.letterhead.draft_mark, head.letterhead.is_numbered) == ("TÀI LIỆU NỘI BỘ", False)
    assert (head.values, len(head.findings)) == ((), len(city.findings))
    said = [read(block.content) for block in rest if isinstance(block, Paragraph)]
    assert said[1:3] == [
        "Qua rà soát số liệu do các cơ quan, đơn vị cung cấp, phát hiện 07 lỗi và 04 cảnh báo.",
        "Còn 07 lỗi chưa có giải trình; báo cáo chưa đủ điều kiện trình ký.",
    ]


def test_every_finding_once_under_the_office_that_told_it(
    draft: Evaluation, city: EvaluationContext, read: Any
) -> None:
    listed = list_of(draft)
    offices = [read(row.cells[0]) for row in listed.rows if row.role == "group"]
    assert offices == ["Hội Liên hiệp Phụ nữ thành phố Bắc Giang", "Ủy ban nhân dân thành phố Bắc Giang"]
    rows = [cells(row, read) for row in listed.rows if row.role == "body"]
    assert [row[0] for row in rows] == [str(number) for number in range(1, len(city.findings) + 1)]
    printed = next(row for row in rows if "952" in row[2])
    assert printed[1].endswith("Đề nghị Ủy ban nhân dân thành phố Bắc Giang kiểm tra, xác nhận.")
    assert printed[2:5] == ["538 … 356 … giảm 952 hộ", "538 - 356 = 182 hộ", "published.csv, dòng 2, cột value"]
    assert printed[5] == "Lỗi (d9db4c2e0d0a)"
    assert printed[6] == "…………"


def test_a_finding_that_asks_for_nothing_ends_with_the_request(draft: Evaluation, read: Any) -> None:
    (asked,) = (cells(row, read)[1] for row in list_of(draft).rows if len(row.cells) > 5 and "be5e6840356e" in
                read(row.cells[5]))  # fmt: skip
    assert asked.endswith("Đề nghị Hội Liên hiệp Phụ nữ thành phố Bắc Giang kiểm tra, xác nhận.")


def test_the_answers_stand_in_the_last_column(city: EvaluationContext, read: Any) -> None:
    for language, answer in (("vi", "Trả lời"), ("en", "Answer")):
        built = build_evaluation(replace(explained(city), language=language))
        answers = [read(row.cells[6]) for row in list_of(built).rows if row.role == "body"]
        assert sum(said.startswith(answer) for said in answers) == 7
        assert answers.count("…………") == 4


def test_what_is_signed_carries_no_finding(city: EvaluationContext, numbers: Any, read: Any) -> None:
    signed = build_evaluation(explained(city, status=ReportStatus.FOR_SIGNATURE))
    blocks = (*signed.opening, *signed.chapters, *signed.closing, *signed.appendices)
    assert signed.document.findings == ()
    assert signed.document.letterhead.draft_mark == ""
    assert not [number for block in blocks for number in numbers(block) if number.finding_ids]
    assert not [block for block in blocks if isinstance(block, Appendix) and "RÀ SOÁT SỐ LIỆU" in block.title]
    assert len(signed.working_paper[0].findings) == len(city.findings)
    assert "Các lỗi đã có giải trình" in read(signed.working_paper[3].content)


def test_an_explained_finding_is_a_note_under_the_tables_of_its_figures(city: EvaluationContext, read: Any) -> None:
    signed = build_evaluation(explained(city, status=ReportStatus.FOR_SIGNATURE))
    notes = {
        read(note): block
        for block in (*signed.chapters, *signed.appendices)
        if isinstance(block, Table)
        for note in block.notes
    }
    shown = {part.value_id for row in notes["Trả lời d9db4c2e0d0a."].rows for cell in row.cells for part in cell
             if isinstance(part, Number)}  # fmt: skip
    assert "poor_households@213/2017-12-31" in shown


def test_the_annex_of_a_draft_tells_the_answer(city: EvaluationContext) -> None:
    built = build_evaluation(explained(city))
    (annex,) = (block for block in built.appendices if type(block).__name__ == "Findings")
    assert sum(" Giải trình: Trả lời " in item.message for item in annex.items) == 7


def test_nothing_found_is_said(city: EvaluationContext, read: Any) -> None:
    head, _, said = build_evaluation(replace(city, findings=())).working_paper
    assert isinstance(head, Document)
    assert read(said.content) == "Không phát hiện mâu thuẫn trong số liệu đã nhận."


def test_nobody_is_asked_any_more_about_a_figure_that_was_explained(city: EvaluationContext, numbers: Any) -> None:
    """Số liệu đang đề nghị kiểm tra: the sign stands as long as an error on the figure has no answer."""
    for context, disputed in ((city, True), (explained(city, status=ReportStatus.FOR_SIGNATURE), False)):
        built = build_evaluation(context)
        blocks = (*built.chapters, *built.appendices)
        shown = {number.value_id: number for block in blocks for number in numbers(block)}
        credit = shown["activity_figure;figure=women_credit.money@213/2016-2018"]
        assert (credit.status is ValueStatus.DISPUTED) is disputed
        assert any(number.status is ValueStatus.DISPUTED for number in shown.values()) is disputed


def test_what_an_office_explained_is_not_called_contradicted(city: EvaluationContext, read: Any) -> None:
    for context, told in ((city, True), (explained(city), False)):
        notes = [read(note) for block in build_evaluation(context).chapters if isinstance(block, Table)
                 for note in block.notes]  # fmt: skip
        assert any("đang đề nghị kiểm tra" in note for note in notes) is told


def test_an_office_that_is_not_known_is_not_guessed(city: EvaluationContext, finding: Any, read: Any) -> None:
    nowhere = (finding("a", file="periods/x/other.csv", row=3),)
    for language, head, asked in (
        (
            "vi",
            "Cơ quan, đơn vị cung cấp số liệu",
            "Lỗi a. Đề nghị cơ quan, đơn vị cung cấp số liệu kiểm tra, xác nhận.",
        ),
        (
            "en",
            "The office that sent the data",
            "Error a. The office that sent the data is asked to check and confirm.",
        ),
    ):
        office, row = list_of(build_evaluation(replace(city, findings=nowhere, language=language))).rows
        assert (read(office.cells[0]), read(row.cells[1])) == (head, asked)


def test_a_ward_is_asked_through_its_people_s_committee(city: EvaluationContext, finding: Any, read: Any) -> None:
    review = {"place_code": "07201", "file": "periods/x/household_review.csv", "sheet": "", "row": 9}
    told = finding("a", message_vi="Sai. Đề nghị kiểm tra, xác nhận.", file=review["file"], row=9)
    tables = {**city.tables, "wards": pd.DataFrame([review])}
    office, row = list_of(build_evaluation(replace(city, findings=(told,), tables=tables))).rows
    place = city.reference.places.find("07201", city.report.as_of)
    assert place is not None
    name = f"Ủy ban nhân dân {place.full_name('vi')}"
    assert read(office.cells[0]) == name
    assert read(row.cells[1]) == f"Sai. Đề nghị {name} kiểm tra, xác nhận."
