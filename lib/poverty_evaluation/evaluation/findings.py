"""Kết quả rà soát số liệu trong văn bản: findings as readers meet them, in the annex, in a summary, as requests."""

from __future__ import annotations

from poverty_evaluation.evaluation.blocks import BulletList, FindingItem, Findings, Paragraph, Text
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.vocabulary.findings import Finding, FindingKind, Severity

SEVERITIES = {
    Severity.ERROR: ("Lỗi", "Error"),
    Severity.WARNING: ("Cảnh báo", "Warning"),
    Severity.NOTE: ("Lưu ý", "Note"),
}

KINDS = {
    FindingKind.SUM: ("Tổng và thành phần", "Sum and parts"),
    FindingKind.SHARE: ("Tỷ lệ", "Share"),
    FindingKind.DIFFERENCE: ("Mức tăng, giảm", "Change"),
    FindingKind.RELATIVE_CHANGE: ("Tốc độ tăng, giảm", "Relative change"),
    FindingKind.PRODUCT: ("Tích", "Product"),
    FindingKind.WORDS: ("Bằng số và bằng chữ", "Digits and words"),
    FindingKind.MALFORMED: ("Số viết sai quy cách", "Malformed number"),
    FindingKind.DUPLICATE: ("Nêu trùng", "Told twice"),
    FindingKind.UNIT: ("Đơn vị tính, đơn giá", "Unit or unit cost"),
    FindingKind.COUNT: ("Số lượng và danh sách", "Count and list"),
    FindingKind.DATE: ("Ngày tháng", "Date"),
    FindingKind.NUMBERING: ("Đánh số mục", "Numbering"),
    FindingKind.ORDER: ("Thứ tự", "Order"),
    FindingKind.IDENTITY: ("Cân đối biến động", "Balance of movements"),
    FindingKind.MISSING: ("Thiếu số liệu", "Missing"),
    FindingKind.NOT_COMPARABLE: ("Không so sánh được", "Not comparable"),
    FindingKind.MAPPING: ("Đối chiếu mã", "Mapping"),
}


def findings_block(context: EvaluationContext) -> Findings | Paragraph:
    """The table of all findings, or the sentence that there are none."""
    if not context.findings:
        said = context.say(
            "Không phát hiện mâu thuẫn trong số liệu đã nhận.", "No contradiction was found in the data received."
        )
        return Paragraph((Text(said),))
    headings = context.say(
        "TT|Mức độ|Loại|Số liệu như in|Nội dung và đề nghị|Tính lại|Vị trí trong số liệu",
        "No.|Severity|Kind|As printed|Finding and request|Recomputed|Place in the data",
    )
    return Findings(tuple(_item(finding, context) for finding in context.findings), tuple(headings.split("|")))


def _item(finding: Finding, context: EvaluationContext) -> FindingItem:
    row = f", {context.say('dòng', 'row')} {finding.row}" if finding.row else ""
    column = f", {context.say('cột', 'column')} {finding.column}" if finding.column else ""
    return FindingItem(
        id=finding.id,
        severity=str(finding.severity),
        severity_label=context.say(*SEVERITIES[finding.severity]),
        kind_label=context.say(*KINDS[finding.kind]),
        message=finding.message(context.language),
        quote=finding.quote,
        computed=finding.computed,
        where=f"{finding.file.rsplit('/', 1)[-1]}{row}{column}" if finding.file else "",
        value_ids=finding.indicator_ids,
    )


def findings_summary(context: EvaluationContext) -> list[Paragraph]:
    """One sentence in the chapter on limits: that figures contradict each other, and where to look."""
    errors = sum(finding.severity is Severity.ERROR for finding in context.findings)
    warnings = sum(finding.severity is Severity.WARNING for finding in context.findings)
    if not errors and not warnings:
        return []
    return [
        Paragraph(
            (
                Text(
                    context.say(
                        f"Chất lượng số liệu: qua rà soát phát hiện {errors:02d} lỗi và {warnings:02d} cảnh báo trong số liệu các đơn vị gửi "
                        "(chi tiết tại phụ lục Kết quả rà soát số liệu); các số liệu đang đối chiếu được đánh dấu trong báo cáo.",
                        f"Quality of the data: the review found {errors} errors and {warnings} warnings in the figures sent (see the appendix "
                        "Findings); figures under verification are marked in the report.",
                    )
                ),
            )
        )
    ]


def findings_requests(context: EvaluationContext) -> BulletList | None:
    """What the offices are asked to confirm: the errors, one request each."""
    errors = [finding for finding in context.findings if finding.severity is Severity.ERROR]
    if not errors:
        return None
    return BulletList(tuple((Text(finding.message(context.language)),) for finding in errors))
