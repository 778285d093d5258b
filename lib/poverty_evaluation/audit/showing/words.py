"""Từ ngữ khi trình bày kết quả rà soát, in Vietnamese and English: verdicts, kinds, headings and counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from poverty_evaluation.audit.findings import AuditFinding, AuditResult, AuditVerdict
from poverty_evaluation.vocabulary.findings import FindingKind

#: A verdict is told by its word and this sign, never by a colour alone.
SIGNS: Mapping[AuditVerdict, str] = MappingProxyType(
    {
        AuditVerdict.CONTRADICTION: "✗",
        AuditVerdict.LIKELY: "?",
        AuditVerdict.UNVERIFIABLE: "○",
        AuditVerdict.HOLDS: "✓",
    }
)


@dataclass(frozen=True)
class Words:
    """The words of one language. `counts` are those of a line of counts, for one and for several."""

    language: str
    verdicts: Mapping[AuditVerdict, str]
    counts: Mapping[AuditVerdict, tuple[str, str]]
    kinds: Mapping[FindingKind, str]
    title: str
    file: str
    verdict: str
    kind: str
    line: str
    page: str
    quote: str
    stated: str
    computed: str
    computation: str
    figures: str
    explanation: str
    readings: str
    same_cause: str
    notes: str
    lines: str
    figures_read: str
    seconds: str
    unreadable: str
    nothing_found: str
    figure: str
    value: str
    unit: str
    number: str
    findings: str
    total: str

    def place(self, finding: AuditFinding) -> str:
        """Where a finding begins: "dòng 57, trang 3"."""
        line = f"{self.line} {finding.line}"
        return line if finding.page is None else f"{line}, {self.page} {finding.page}"

    def explained(self, finding: AuditFinding) -> str:
        return finding.explanation_en if self.language == "en" else finding.explanation_vi

    def count(self, verdict: AuditVerdict, number: int) -> str:
        one, several = self.counts[verdict]
        return f"{whole(number, self.language)} {one if number == 1 else several}"

    def counted(self, result: AuditResult) -> str:
        """The closing line of an audit: how many findings of each verdict, figures and seconds."""
        each = ", ".join(self.count(verdict, len(result.of_verdict(verdict))) for verdict in AuditVerdict)
        return f"{each}. {self.read(result)}"

    def read(self, result: AuditResult) -> str:
        return self.figures_read.format(
            count=whole(result.figures_read, self.language), seconds=seconds(result.seconds, self.language)
        )


def whole(number: int, language: str) -> str:
    """A whole number with its thousands apart."""
    text = f"{number:,}"
    return text if language == "en" else text.replace(",", ".")


def seconds(number: float, language: str) -> str:
    text = f"{number:.1f}"
    return text if language == "en" else text.replace(".", ",")


_VI = Words(
    language="vi",
    verdicts={
        AuditVerdict.CONTRADICTION: "MÂU THUẪN",
        AuditVerdict.LIKELY: "NGHI NGỜ",
        AuditVerdict.UNVERIFIABLE: "CHƯA KIỂM TRA ĐƯỢC",
        AuditVerdict.HOLDS: "KHỚP",
    },
    counts={
        AuditVerdict.CONTRADICTION: ("chỗ mâu thuẫn", "chỗ mâu thuẫn"),
        AuditVerdict.LIKELY: ("chỗ nghi ngờ", "chỗ nghi ngờ"),
        AuditVerdict.UNVERIFIABLE: ("chỗ chưa kiểm tra được", "chỗ chưa kiểm tra được"),
        AuditVerdict.HOLDS: ("chỗ khớp", "chỗ khớp"),
    },
    kinds={
        FindingKind.SUM: "tổng và các phần",
        FindingKind.SHARE: "tỷ lệ",
        FindingKind.DIFFERENCE: "mức tăng, giảm",
        FindingKind.RELATIVE_CHANGE: "tốc độ tăng, giảm",
        FindingKind.PRODUCT: "số lượng nhân định mức",
        FindingKind.WORDS: "số và chữ",
        FindingKind.MALFORMED: "cách viết số",
        FindingKind.DUPLICATE: "một việc nêu ở hai nơi",
        FindingKind.UNIT: "đơn vị tính",
        FindingKind.COUNT: "số lượng và danh sách",
        FindingKind.DATE: "ngày tháng",
        FindingKind.NUMBERING: "đánh số đề mục",
        FindingKind.ORDER: "so sánh hơn, kém",
        FindingKind.IDENTITY: "số đầu kỳ và cuối kỳ",
        FindingKind.MISSING: "thiếu số liệu",
        FindingKind.NOT_COMPARABLE: "không so sánh được",
        FindingKind.MAPPING: "tên gọi",
    },
    title="Rà soát số liệu",
    file="Tệp",
    verdict="Kết luận",
    kind="Nội dung kiểm tra",
    line="dòng",
    page="trang",
    quote="Trích văn bản",
    stated="Số đã nêu",
    computed="Số tính lại",
    computation="Tính lại",
    figures="Các con số",
    explanation="Giải thích",
    readings="Có thể đúng ra là",
    same_cause="Có thể cùng một nguyên nhân với số {others}",
    notes="Lưu ý chung",
    lines="dòng",
    figures_read="Đã đọc {count} con số trong {seconds} giây.",
    seconds="Giây",
    unreadable="không đọc được",
    nothing_found="Không thấy con số nào mâu thuẫn.",
    figure="Con số",
    value="Giá trị",
    unit="Đơn vị",
    number="Số",
    findings="Phát hiện",
    total="Cộng",
)
_EN = Words(
    language="en",
    verdicts={
        AuditVerdict.CONTRADICTION: "CONTRADICTION",
        AuditVerdict.LIKELY: "DOUBTFUL",
        AuditVerdict.UNVERIFIABLE: "NOT VERIFIABLE",
        AuditVerdict.HOLDS: "HOLDS",
    },
    counts={
        AuditVerdict.CONTRADICTION: ("contradiction", "contradictions"),
        AuditVerdict.LIKELY: ("doubtful", "doubtful"),
        AuditVerdict.UNVERIFIABLE: ("not verifiable", "not verifiable"),
        AuditVerdict.HOLDS: ("holds", "hold"),
    },
    kinds={
        FindingKind.SUM: "total and parts",
        FindingKind.SHARE: "share",
        FindingKind.DIFFERENCE: "increase or decrease",
        FindingKind.RELATIVE_CHANGE: "rate of change",
        FindingKind.PRODUCT: "quantity times rate",
        FindingKind.WORDS: "figures and words",
        FindingKind.MALFORMED: "way of writing",
        FindingKind.DUPLICATE: "one fact told twice",
        FindingKind.UNIT: "unit",
        FindingKind.COUNT: "count and list",
        FindingKind.DATE: "date",
        FindingKind.NUMBERING: "numbering of headings",
        FindingKind.ORDER: "more or less than",
        FindingKind.IDENTITY: "opening and closing",
        FindingKind.MISSING: "missing figure",
        FindingKind.NOT_COMPARABLE: "not comparable",
        FindingKind.MAPPING: "name",
    },
    title="Audit of figures",
    file="File",
    verdict="Verdict",
    kind="What was checked",
    line="line",
    page="page",
    quote="Quote",
    stated="Stated",
    computed="Computed",
    computation="Recomputed",
    figures="Figures",
    explanation="Explanation",
    readings="It may be meant as",
    same_cause="May have one cause with number {others}",
    notes="General notes",
    lines="lines",
    figures_read="{count} figures read in {seconds} seconds.",
    seconds="Seconds",
    unreadable="not readable",
    nothing_found="No contradicting figures were found.",
    figure="Figure",
    value="Value",
    unit="Unit",
    number="No.",
    findings="Findings",
    total="Total",
)  # fmt: skip
_WORDS = {"vi": _VI, "en": _EN}


def words(language: str) -> Words:
    """The words of a language, "vi" or "en"."""
    return _WORDS[language]
